//! How long the browser keeps what we store, and removing it all.

use super::dom;
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Whether the browser promised not to clear this site by itself. `None` where it makes no such promises.
pub async fn is_promised() -> Option<bool> {
    storage("persisted").await.and_then(|promised| promised.as_bool())
}

/// Asks for the promise. Some browsers ask the reader, most decide by themselves.
pub async fn ask_promise() -> Option<bool> {
    storage("persist").await.and_then(|promised| promised.as_bool())
}

async fn storage(name: &str) -> Option<JsValue> {
    let navigator = JsValue::from(dom::window()?.navigator());
    await_call(&Reflect::get(&navigator, &"storage".into()).ok()?, name, &[]).await
}

/// Safari clears what scripts stored after seven days of use without a visit; what is on the Home Screen, it keeps.
pub fn is_cleared_after_a_week() -> bool {
    let Some(window) = dom::window() else { return false };
    let navigator = JsValue::from(window.navigator());
    let get = |name: &str| Reflect::get(&navigator, &name.into()).unwrap_or_default();
    let apple = get("vendor").as_string().is_some_and(|vendor| vendor.starts_with("Apple"));
    let installed = get("standalone").is_truthy()
        || window.match_media("(display-mode: standalone)").ok().flatten().is_some_and(|query| query.matches());
    apple && !installed
}

/// Removes this site's copies for use without a connection, and what keeps them up to date. `base` is the site's path
/// with a slash at its end. Says whether none is left; other sites' are not touched.
pub async fn remove_copies(base: &str) -> bool {
    let prefix = format!("closely:{base}:");
    let Some(window) = dom::window() else { return true };
    let get = |object: &JsValue, name: &str| Reflect::get(object, &name.into()).ok().filter(|value| !value.is_falsy());
    let container = get(&window.navigator(), "serviceWorker");
    if let Some(container) = container
        && let Some(registration) = await_call(&container, "getRegistration", &[base.into()]).await
        && get(&registration, "scope").and_then(|scope| scope.as_string()).is_some_and(|scope| scope.ends_with(base))
    {
        let _ = await_call(&registration, "unregister", &[]).await;
    }
    let Some(caches) = get(&window, "caches") else { return true };
    let ours = |names: JsValue| {
        let names = names.dyn_into::<Array>().unwrap_or_default();
        names.iter().filter_map(|name| name.as_string()).filter(|name| name.starts_with(&prefix)).collect::<Vec<_>>()
    };
    for name in await_call(&caches, "keys", &[]).await.map(ours).unwrap_or_default() {
        let _ = await_call(&caches, "delete", &[name.as_str().into()]).await;
    }
    await_call(&caches, "keys", &[]).await.map(ours).unwrap_or_default().is_empty()
}

/// Calls a function that may not be there and waits for what it promises.
async fn await_call(object: &JsValue, name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let function: Function = Reflect::get(object, &name.into()).ok()?.dyn_into().ok()?;
    let list = Array::new();
    for argument in arguments {
        list.push(argument);
    }
    let promise: Promise = function.apply(object, &list).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok().filter(|value| !value.is_undefined())
}
