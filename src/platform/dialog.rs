//! Modal dialogs, by the browser's own `dialog` element: it keeps the focus inside and closes on Escape.
//!
//! All else on the page says nothing meanwhile, so the one status region goes into the topmost dialog, and back. It must
//! never be left in a dialog that goes away.

use super::dom;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement, Node};

/// The dialogs that are open, the topmost last, and the status region with its place on the page.
#[derive(Default)]
struct Stack {
    open: Vec<Element>,
    status: Option<(Element, Node)>,
}

thread_local! {
    static STACK: RefCell<Stack> = RefCell::default();
}

/// Shows a dialog above everything else.
pub fn open(dialog: &Element) {
    // Throws only for a dialog that is open already or not on the page.
    if let Some(modal) = dialog.dyn_ref::<HtmlDialogElement>()
        && !modal.open()
        && modal.show_modal().is_ok()
    {
        change(|open| open.push(dialog.clone()));
    }
}

/// A dialog that is closed, or is about to go with its page.
pub fn left(dialog: &Element) {
    change(|open| open.retain(|other| !other.is_same_node(Some(dialog))));
}

/// Changes which dialogs are open, and has the status region follow.
fn change(change: impl FnOnce(&mut Vec<Element>)) {
    STACK.with_borrow_mut(|stack| {
        change(&mut stack.open);
        if stack.status.is_none() && !stack.open.is_empty() {
            stack.status = dom::query("[role=status]").and_then(|status| Some((status.clone(), status.parent_node()?)));
        }
        let Some((status, home)) = &stack.status else { return };
        let place = stack.open.last().map_or(home, |dialog| dialog);
        if !place.is_same_node(status.parent_node().as_ref()) {
            let _ = place.append_child(status);
        }
    });
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
    // First, so that the focus can return to what stands in the status region.
    left(dialog);
    if let Some(dialog) = dialog.dyn_ref::<HtmlDialogElement>()
        && dialog.open()
    {
        dialog.close();
    }
}
