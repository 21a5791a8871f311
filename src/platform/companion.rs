//! The scripts beside the app (`assets/scripts`): what they have to say to the reader.
//!
//! They do what must work without the app, or costs less there: quick exit, the offline copy, installing, discretion. They
//! answer to elements with `data-do` and show what they know by attributes of the root element.

use super::dom::Listener;
use wasm_bindgen::JsCast;

/// Runs when a script has a line for the status region: to be shown, or only said.
pub fn on_say(say: impl Fn(String) + 'static, murmur: impl Fn(String) + 'static) -> [Option<Listener>; 2] {
    [listen("closely:say", Box::new(say)), listen("closely:murmur", Box::new(murmur))]
}

/// Runs when the page's start script writes all records into a file: what is not in the store is added by its key.
pub fn on_export(unkept: impl Fn() -> Vec<(String, String)> + 'static) -> Option<Listener> {
    Listener::on_window("closely:export", move |event| {
        let Some(event) = event.dyn_ref::<web_sys::CustomEvent>() else { return };
        for (key, text) in unkept() {
            let _ = js_sys::Reflect::set(&event.detail(), &key.into(), &text.into());
        }
    })
}

fn listen(name: &'static str, then: Box<dyn Fn(String)>) -> Option<Listener> {
    Listener::on_window(name, move |event| {
        let detail = event.dyn_ref::<web_sys::CustomEvent>().map(web_sys::CustomEvent::detail);
        if let Some(text) = detail.and_then(|detail| detail.as_string()) {
            then(text);
        }
    })
}
