//! The reader's selection, as a range of the article's text.
//!
//! Works on any DOM selection (backward, over several blocks, begun or ended outside the article): leaves that it
//! touches are asked, text node by text node, how much of them it covers. What stands in `[data-skip]` is interface and
//! does not count. It never changes the selection on its own.

use super::dom;
use crate::annotation::TextRange;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Range, Selection, Text};

/// Attribute of a leaf: its first code point in the article's text.
pub const LEAF: &str = "data-start";

/// Attribute of what is inside a leaf and not part of the text.
pub const SKIP: &str = "data-skip";

/// Where a selection is on the page, in CSS pixels from the top left of the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Middle of the selection's first line.
    pub middle: f64,
    /// Top of its first line.
    pub top: f64,
    /// Bottom of its last line.
    pub bottom: f64,
}

fn selection() -> Option<Selection> {
    dom::window()?.get_selection().ok().flatten()
}

/// The selected range of the article inside `root`, not yet trimmed; `None` where nothing of it is selected.
pub fn range_in(root: &Element) -> Option<TextRange> {
    let selection = selection()?;
    if selection.is_collapsed() {
        return None;
    }
    let ranges: Vec<Range> = (0..selection.range_count()).filter_map(|i| selection.get_range_at(i).ok()).collect();
    let mut covered: Option<(u32, u32)> = None;
    for leaf in dom::query_all(root, &format!("[{LEAF}]")) {
        for range in &ranges {
            let Some((start, end)) = covered_part(&leaf, range) else { continue };
            let (first, last) = covered.unwrap_or((start, end));
            covered = Some((first.min(start), last.max(end)));
        }
    }
    covered.and_then(|(start, end)| TextRange::new(start, end))
}

/// The code points of a leaf that a DOM range covers.
fn covered_part(leaf: &Element, range: &Range) -> Option<(u32, u32)> {
    if !range.intersects_node(leaf).unwrap_or(false) {
        return None;
    }
    let mut position: u32 = leaf.get_attribute(LEAF)?.parse().ok()?;
    let mut covered: Option<(u32, u32)> = None;
    for text in texts_of(leaf) {
        let words = text.data();
        if let Some((from, to)) = covered_units(&text, range)
            && from < to
        {
            let start = position + code_points_before(&words, from);
            let end = position + code_points_before(&words, to);
            if start < end {
                covered = Some((covered.map_or(start, |(first, _)| first), end));
            }
        }
        position += words.chars().count() as u32;
    }
    covered
}

/// The UTF-16 units of a text node that a DOM range covers.
fn covered_units(text: &Text, range: &Range) -> Option<(u32, u32)> {
    if !range.intersects_node(text).unwrap_or(false) {
        return None;
    }
    let node: &Node = text;
    let is = |other: Result<Node, _>| other.is_ok_and(|other: Node| other.is_same_node(Some(node)));
    let from = if is(range.start_container()) { range.start_offset().ok()? } else { 0 };
    let to = if is(range.end_container()) { range.end_offset().ok()? } else { text.length() };
    Some((from, to))
}

/// The text nodes of a leaf that belong to the article's text.
pub(super) fn texts_of(leaf: &Element) -> Vec<Text> {
    let mut texts = Vec::new();
    collect(leaf, &mut texts);
    texts
}

fn collect(node: &Node, texts: &mut Vec<Text>) {
    let mut child = node.first_child();
    while let Some(node) = child {
        if let Some(text) = node.dyn_ref::<Text>() {
            texts.push(text.clone());
        } else if let Some(element) = node.dyn_ref::<Element>()
            && !element.has_attribute(SKIP)
        {
            collect(element, texts);
        }
        child = node.next_sibling();
    }
}

/// Code points of a text before a UTF-16 offset. An offset inside a surrogate pair counts the whole character.
pub(super) fn code_points_before(text: &str, units: u32) -> u32 {
    let mut seen = 0;
    let mut count = 0;
    for c in text.chars() {
        if seen >= units {
            break;
        }
        seen += c.len_utf16() as u32;
        count += 1;
    }
    count
}

/// Where the selection is on the page.
pub fn place() -> Option<Place> {
    let range = selection()?.get_range_at(0).ok()?;
    let window = dom::window()?;
    let (x, y) = (window.scroll_x().ok()?, window.scroll_y().ok()?);
    let all = range.get_bounding_client_rect();
    let lines = range.get_client_rects()?;
    let first = (0..lines.length()).filter_map(|index| lines.item(index)).find(|rect| rect.width() > 0.0);
    let first = first.unwrap_or_else(|| all.clone());
    Some(Place { middle: first.left() + first.width() / 2.0 + x, top: first.top() + y, bottom: all.bottom() + y })
}

/// Drops the selection.
pub fn clear() {
    if let Some(selection) = selection() {
        let _ = selection.remove_all_ranges();
    }
}

/// Whether the selection, or the focus, is in a field that takes text.
pub fn in_field() -> bool {
    let focused = dom::document().and_then(|document| document.active_element());
    focused.is_some_and(|element| matches!(element.tag_name().as_str(), "TEXTAREA" | "INPUT" | "SELECT"))
}

/// The element that holds a position of the article, and the position where that leaf begins.
pub fn leaf_at(root: &Element, position: u32) -> Option<Element> {
    let leaves = dom::query_all(root, &format!("[{LEAF}]"));
    let start = |leaf: &Element| leaf.get_attribute(LEAF).and_then(|start| start.parse::<u32>().ok());
    leaves.into_iter().rev().find(|leaf| start(leaf).is_some_and(|start| start <= position))
}
