//! Arriving at a page: title, focus and place after a navigation inside the app.
//!
//! The first load moves nothing: the browser has done it, on the prerendered page.

use crate::platform::{dom, focus, history, page, scroll, timer};
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
    // The router writes the address after the page is there.
    timer::next_frame(move || {
        let traversed = history::arrived();
        if !traversed && place() {
            return;
        }
        match history::fragment().and_then(|id| dom::by_id(&id)) {
            Some(target) => focus::focus(&target),
            None => focus::focus_heading(),
        }
        if traversed || history::fragment().is_some() {
            history::restore_or_fragment(traversed);
        } else {
            scroll::to(0.0);
        }
    });
}
