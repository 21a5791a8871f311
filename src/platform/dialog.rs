//! Modal dialogs, by the browser's own `dialog` element: it keeps the focus inside and closes on Escape.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement};

/// Shows a dialog above everything else.
pub fn open(dialog: &Element) {
    if let Some(dialog) = dialog.dyn_ref::<HtmlDialogElement>()
        && !dialog.open()
    {
        // Throws only for a dialog that is open already or not on the page.
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog when its veil was pressed: a press on the veil has the dialog itself as its target.
pub fn close_by_veil(event: &Event) {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlDialogElement>().ok());
    if let Some(dialog) = target {
        close(&dialog);
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
