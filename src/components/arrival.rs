//! Arriving at a page: title, focus and place after a navigation inside the app.
//!
//! The first load moves nothing: the browser has done it, on the prerendered page.

use crate::platform::{dom, focus, folding, history, page, scroll, selection, timer};
use std::cell::Cell;

thread_local! {
    static FIRST: Cell<bool> = const { Cell::new(true) };
}

/// Sets the title, and moves focus and window where the address says, unless `place` has done so.
pub(crate) fn arrive(title: &str, place: impl FnOnce() -> bool + 'static) {
    page::set_title(title);
    if FIRST.replace(false) {
        history::arrived();
        timer::next_frame(move || {
            place();
        });
        return;
    }
    folding::fold();
    // The router writes the address after the page is there.
    timer::next_frame(move || {
        let traversed = history::arrived();
        if traversed || !place() {
            go(traversed);
        }
        // Once its head is painted.
        timer::next_frame(folding::unfold);
    });
}

/// Moves focus and window to the fragment, to where the reader was, or to the head of the page.
fn go(traversed: bool) {
    let fragment = history::fragment();
    match fragment.as_deref().and_then(dom::by_id) {
        Some(target) => focus::focus(&target),
        // Who is in a field by now types on.
        None if selection::in_field() => {}
        None => focus::focus_heading(),
    }
    if traversed || fragment.is_some() {
        history::restore_or_fragment(traversed);
    } else {
        scroll::to(0.0);
    }
}
