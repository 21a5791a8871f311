//! Paint over text without touching the page: the CSS Custom Highlight API, where the browser has it.
//!
//! For what comes and goes while a selection must live, such as the sentence being read aloud. The style sheet says how
//! `::highlight(name)` looks. Assistive technology does not see it: whoever paints must also say what matters.

use super::{dom, text_place};
use crate::annotation::TextRange;
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// Whether the browser can do it. Where it can't, lay a decoration instead.
pub fn available() -> bool {
    registry().is_some()
}

/// Paints these ranges of the article inside `root` under a name, in place of what had that name. Says whether it did.
pub fn set(name: &str, root: &Element, ranges: &[TextRange]) -> bool {
    let (Some(registry), Some(window)) = (registry(), dom::window()) else { return false };
    // Before the first time no style is looked for: see the style sheet.
    let _ = root.set_attribute("data-painted", "");
    let pieces = Array::new();
    for range in ranges {
        for piece in text_place::dom_ranges(root, *range) {
            pieces.push(&piece);
        }
    }
    let highlight = Reflect::get(&window, &"Highlight".into())
        .and_then(|class| class.dyn_into::<Function>())
        .and_then(|class| Reflect::construct(&class, &pieces));
    highlight.is_ok_and(|highlight| call(&registry, "set", &[name.into(), highlight]))
}

/// Takes away what was painted under a name.
pub fn clear(name: &str) {
    if let Some(registry) = registry() {
        call(&registry, "delete", &[name.into()]);
    }
}

/// `CSS.highlights`; absent in older browsers.
fn registry() -> Option<JsValue> {
    let css = Reflect::get(&JsValue::from(dom::window()?), &"CSS".into()).ok()?;
    // Reflect throws for what is no object.
    let registry = css.is_truthy().then(|| Reflect::get(&css, &"highlights".into()).ok()).flatten()?;
    registry.is_object().then_some(registry)
}

fn call(target: &JsValue, method: &str, arguments: &[JsValue]) -> bool {
    let method = Reflect::get(target, &method.into()).and_then(|method| method.dyn_into::<Function>());
    let arguments: Array = arguments.iter().collect();
    method.is_ok_and(|method| Reflect::apply(&method, target, &arguments).is_ok())
}
