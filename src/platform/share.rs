//! The system's own share sheet, where there is one.

use super::dom;
use js_sys::{Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

fn method() -> Option<(JsValue, Function)> {
    let navigator = JsValue::from(dom::window()?.navigator());
    // Absent on most desktops, where its binding would throw.
    let share = Reflect::get(&navigator, &"share".into()).ok()?.dyn_into::<Function>().ok()?;
    Some((navigator, share))
}

/// Whether there is a share sheet.
pub fn is_there() -> bool {
    method().is_some()
}

/// Opens the share sheet with a title, a text and an address, each left out where it is empty. Called from a click.
/// A reader who closes it again has changed their mind: that is no failure.
pub fn share(title: &str, text: &str, url: &str) {
    let Some((navigator, share)) = method() else { return };
    let data = Object::new();
    for (name, value) in [("title", title), ("text", text), ("url", url)] {
        if !value.is_empty() {
            let _ = Reflect::set(&data, &name.into(), &value.into());
        }
    }
    if let Ok(promise) = share.call1(&navigator, &data).map(JsCast::dyn_into::<js_sys::Promise>)
        && let Ok(promise) = promise
    {
        wasm_bindgen_futures::spawn_local(async move {
            let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
        });
    }
}
