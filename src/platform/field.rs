//! Fields that take the reader's words.

use super::page;
use js_sys::Reflect;
use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement};

/// Makes a text box as high as its words. Browsers that do so by themselves (`field-sizing`) are left alone.
pub fn grow(field: &HtmlTextAreaElement) {
    let element: &HtmlElement = field;
    if Reflect::has(&element.style(), &"fieldSizing".into()).unwrap_or(false) {
        return;
    }
    let set = |height: &str| page::set_property(Some(element.clone()), "block-size", height);
    set("auto");
    set(&format!("{}px", field.scroll_height()));
}

/// Puts the reader into a field, with what is in it chosen: to be typed again, or to be looked at.
pub fn choose(field: &HtmlInputElement) {
    let _ = field.focus();
    field.select();
}
