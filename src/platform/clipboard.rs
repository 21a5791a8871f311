//! Copying text.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The browser did not let us copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotCopied;

/// Puts a text on the clipboard, and then says whether that went well. Called from a click, or browsers refuse.
///
/// [`NotCopied`] where there is no clipboard (an insecure address) or the reader refused.
pub fn copy(text: String, then: impl FnOnce(Result<(), NotCopied>) + 'static) {
    let then: Box<dyn FnOnce(Result<(), NotCopied>)> = Box::new(then);
    wasm_bindgen_futures::spawn_local(async move { then(write(text).await) });
}

async fn write(text: String) -> Result<(), NotCopied> {
    let window = super::dom::window().ok_or(NotCopied)?;
    // On insecure addresses `navigator.clipboard` is absent, and its binding would throw.
    let navigator = JsValue::from(window.navigator());
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).map_err(|_| NotCopied)?;
    let write = Reflect::get(&clipboard, &"writeText".into()).map_err(|_| NotCopied)?;
    let write: Function = write.dyn_into().map_err(|_| NotCopied)?;
    let promise = write.call1(&clipboard, &text.into()).map_err(|_| NotCopied)?;
    let promise: Promise = promise.dyn_into().map_err(|_| NotCopied)?;
    wasm_bindgen_futures::JsFuture::from(promise).await.map(|_| ()).map_err(|_| NotCopied)
}
