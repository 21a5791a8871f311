//! Going from page to page without a jump: a view transition (CSS View Transitions, level 1), where the browser has them and
//! the reader wants motion. How long it takes, and that it stands in nobody's way, the style sheet says.

use super::{dom, page, pointing};
use js_sys::{Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// The reader's own wish for stillness, among the root element's classes.
const STILL: &str = "motion-still";

/// Changes the page; the browser fades from what was to what is. Without it the page is changed at once.
pub fn run(change: impl FnOnce() + 'static) {
    run_boxed(Box::new(change));
}

/// One copy for every change.
fn run_boxed(change: Box<dyn FnOnce()>) {
    let Some((document, start)) = starter() else { return change() };
    // Where nothing is to be seen, such as behind another tab, the browser changes the page all the same.
    let Ok(transition) = start.call1(&document, &once(change)) else { return };
    let ready = property(&transition, "ready").unwrap_or_default();
    if let Some(catch) = property(&ready, "catch").and_then(|catch| catch.dyn_into::<Function>().ok()) {
        // That a transition is skipped is nobody's fault, and nothing to tell on the console.
        let _ = catch.call1(&ready, &once(Box::new(|| ())));
    }
}

fn once(task: Box<dyn FnOnce()>) -> JsValue {
    Closure::once_into_js(task)
}

fn property(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok()
}

/// The document and its `startViewTransition`; none where nothing should move, nor on touch screens: on a processor 4 times
/// slower the pictures that are taken of both pages cost 0.9 s.
fn starter() -> Option<(JsValue, Function)> {
    let still = page::root()?.class_list().contains(STILL) || page::matches("(prefers-reduced-motion: reduce)");
    let document = JsValue::from(dom::document()?);
    let start = property(&document, "startViewTransition")?.dyn_into::<Function>().ok()?;
    (!still && !pointing::is_touch()).then_some((document, start))
}
