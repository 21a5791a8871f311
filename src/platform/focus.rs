//! Moving the keyboard's focus.

use super::dom;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

/// Focuses an element without scrolling to it.
pub fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Focuses the page's heading: after a navigation, a screen reader says where it is.
pub fn focus_heading() {
    if let Some(heading) = dom::query("main h1") {
        focus(&heading);
    }
}

/// The id of the focused element, where it has one.
pub fn focused_id() -> Option<String> {
    let id = dom::document()?.active_element()?.id();
    (!id.is_empty()).then_some(id)
}

/// The element that has the focus, if that is not the page as a whole.
pub fn focused() -> Option<Element> {
    dom::document()?.active_element().filter(|focused| focused.tag_name() != "BODY")
}

/// Whether an element has the focus.
pub fn is_focused(element: &Element) -> bool {
    let focused = dom::document().and_then(|document| document.active_element());
    focused.is_some_and(|focused| focused.is_same_node(Some(element)))
}

/// Whether nothing has the focus: what had it is gone.
pub fn is_nowhere() -> bool {
    let focused = dom::document().and_then(|document| document.active_element());
    focused.is_none_or(|focused| focused.tag_name() == "BODY")
}

/// Takes the focus from the field that has it: what is typed there is then finished. What else has the focus keeps it.
pub fn leave() {
    if super::selection::in_field() {
        take();
    }
}

/// Takes the focus from what has it.
pub fn take() {
    if let Some(focused) = focused().and_then(|focused| focused.dyn_into::<HtmlElement>().ok()) {
        let _ = focused.blur();
    }
}
