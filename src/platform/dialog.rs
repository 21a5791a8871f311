//! Modal dialogs, by the browser's own `dialog` element: it keeps the focus inside and closes on Escape.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement};

/// Shows a dialog above everything else.
pub fn open(dialog: &Element) {
    if let Some(dialog) = dialog.dyn_ref::<HtmlDialogElement>()
        && !dialog.open()
    {
        // Throws only for a dialog that is open already or not on the page.
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog; the focus returns to where it was.
pub fn close(dialog: &Element) {
    if let Some(dialog) = dialog.dyn_ref::<HtmlDialogElement>()
        && dialog.open()
    {
        dialog.close();
    }
}
