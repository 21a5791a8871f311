//! The quiet line at the head of an article that was revised: how many marks wait for the reader, and the way to them.

use crate::annotation::Placement;
use crate::link::Route;
use crate::notebook::count;
use crate::state::{use_deciding, use_site};
use leptos::prelude::*;

/// The line; nothing where nothing waits.
pub(crate) fn attention_line(placed: Memo<Vec<Placement>>, revision: &'static str) -> AnyView {
    let deciding = use_deciding();
    let notebook = use_site().href(&Route::Notebook);
    let counts = Memo::new(move |_| placed.with(|placed| deciding.settled(|settled| count(placed, settled, revision))));
    let line = move || {
        let (words, part) = match counts.get() {
            (0, 0) => return None,
            (0, 1) => ("1 mark lost its place".to_owned(), "lost-their-place"),
            (0, lost) => (format!("{lost} marks lost their place"), "lost-their-place"),
            (1, 0) => ("1 mark needs review".to_owned(), "needs-review"),
            (review, 0) => (format!("{review} marks need review"), "needs-review"),
            (review, lost) => (format!("{} marks need review", review + lost), "needs-review"),
        };
        let href = format!("{notebook}#{part}");
        Some(view! { <p class="resume">"This article was revised. " <a href=href>{words}</a> "."</p> }.into_any())
    };
    view! { {move || line()} }.into_any()
}
