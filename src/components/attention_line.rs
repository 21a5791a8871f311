//! The quiet line at the head of an article that was revised: how many marks wait for the reader, and the way to them.

use super::sentence::sentence;
use crate::annotation::Placement;
use crate::link::Route;
use crate::notebook::count;
use crate::state::{use_deciding, use_site};
use crate::words::{self, HOLES};
use leptos::prelude::*;

/// The line; nothing where nothing waits.
pub(crate) fn attention_line(placed: Memo<Vec<Placement>>, revision: &'static str) -> AnyView {
    let deciding = use_deciding();
    let notebook = use_site().href(&Route::Notebook);
    let counts = Memo::new(move |_| placed.with(|placed| deciding.settled(|settled| count(placed, settled, revision))));
    let line = move || {
        let (marks, part) = match counts.get() {
            (0, 0) => return None,
            (0, lost) => (words::frame::marks_lost(lost), "lost-their-place"),
            (review, lost) => (words::frame::marks_need_review(review + lost), "needs-review"),
        };
        let href = format!("{notebook}#{part}");
        let marks = view! { <a href=href>{marks}</a> }.into_any();
        Some(view! { <p class="resume">{sentence(&words::frame::revised(HOLES[0]), [marks])}</p> }.into_any())
    };
    view! { {move || line()} }.into_any()
}
