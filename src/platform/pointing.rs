//! Leading the eye to words of the article: selecting them, and keeping them in the window.

use super::{dom, folding, page, scroll, selection, text_place};
use crate::annotation::TextRange;
use web_sys::Element;

/// Selects a range of the article inside `root`, as if the reader had.
pub fn select(root: &Element, range: TextRange) {
    let pieces = text_place::dom_ranges(root, range);
    let selection = dom::window().and_then(|window| window.get_selection().ok().flatten());
    let (Some(first), Some(last), Some(selection)) = (pieces.first(), pieces.last(), selection) else { return };
    let start = first.start_container().and_then(|node| Ok((node, first.start_offset()?)));
    let end = last.end_container().and_then(|node| Ok((node, last.end_offset()?)));
    if let (Ok((from, at)), Ok((to, until))) = (start, end) {
        let _ = selection.set_base_and_extent(&from, at, &to, until);
    }
}

/// The selected words, whatever they are part of; empty where nothing is selected.
pub fn selected_words() -> String {
    let selection = dom::window().and_then(|window| window.get_selection().ok().flatten());
    selection.map(|selection| String::from(selection.to_string())).unwrap_or_default()
}

/// Whether a range's first line stands in the window, clear of what is fixed at its edges.
pub fn in_view(root: &Element, range: TextRange) -> bool {
    let height = scroll::window_height();
    let first = text_place::boxes(root, range).into_iter().next();
    first.is_some_and(|first| {
        first.top() > height.min(640.0) * 0.12 && first.bottom() < height - height.min(640.0) * 0.2
    })
}

/// The position of the first block that begins in the window's upper part, below what is fixed there.
pub fn first_in_view(root: &Element) -> Option<u32> {
    let last = scroll::window_height() * 0.6;
    let begins = |leaf: &Element| {
        let top = leaf.get_bounding_client_rect().top();
        top > 48.0 && top < last
    };
    let leaf = dom::query_all(root, &format!("[{}]", selection::LEAF)).into_iter().find(begins)?;
    leaf.get_attribute(selection::LEAF)?.parse().ok()
}

/// Scrolls a range to the upper third of the window, if it is not in view.
pub fn keep_in_view(root: &Element, range: TextRange) {
    if in_view(root, range) {
        return;
    }
    folding::unfold();
    if let Some(first) = text_place::boxes(root, range).into_iter().next() {
        scroll::to((scroll::top() + first.top() - scroll::window_height() / 3.0).max(0.0));
    }
}

/// Whether the window is a touch screen's: no pointer that could hover.
pub fn is_touch() -> bool {
    page::matches("(hover: none)")
}
