//! Copying text.

use js_sys::{Array, Function, Object, Promise, Reflect};
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

/// The same with markup beside it: word processors take the italics along. Where the browser has no such clipboard,
/// the text alone is copied.
pub fn copy_marked(text: String, html: String, then: impl FnOnce(Result<(), NotCopied>) + 'static) {
    match write_both(&text, &html) {
        Some(promise) => {
            let then: Box<dyn FnOnce(Result<(), NotCopied>)> = Box::new(then);
            wasm_bindgen_futures::spawn_local(async move {
                then(wasm_bindgen_futures::JsFuture::from(promise).await.map(|_| ()).map_err(|_| NotCopied));
            });
        }
        None => copy(text, then),
    }
}

fn write_both(text: &str, html: &str) -> Option<Promise> {
    let window = super::dom::window()?;
    let clipboard = Reflect::get(&JsValue::from(window.navigator()), &"clipboard".into()).ok()?;
    let write: Function = Reflect::get(&clipboard, &"write".into()).ok()?.dyn_into().ok()?;
    let item: Function = Reflect::get(&window, &"ClipboardItem".into()).ok()?.dyn_into().ok()?;
    let parts = Object::new();
    for (kind, words) in [("text/plain", text), ("text/html", html)] {
        let options = web_sys::BlobPropertyBag::new();
        options.set_type(kind);
        let blob = web_sys::Blob::new_with_str_sequence_and_options(&Array::of1(&words.into()), &options).ok()?;
        Reflect::set(&parts, &kind.into(), &blob).ok()?;
    }
    let item = Reflect::construct(&item, &Array::of1(&parts)).ok()?;
    write.call1(&clipboard, &Array::of1(&item)).ok()?.dyn_into().ok()
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
