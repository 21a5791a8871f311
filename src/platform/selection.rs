//! The reader's selection, as a range of the article's text.
//!
//! Works on any DOM selection (backward, over several blocks, begun or ended outside the article, of several parts):
//! leaves that it touches are asked, text node by text node, how much of them it covers. What stands in `[data-skip]`
//! is interface and does not count; what is not shown does not count at the ends. `annotation/selected.rs` decides
//! what becomes of it. It never changes the selection on its own.

use super::{dom, segmenter};
use crate::annotation::selected::{Part, Run, covered, selected, whole_words};
use crate::annotation::{ArticleText, TextRange};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Range, Selection, Text};

/// Attribute of a leaf: its first code point in the article's text.
pub const LEAF: &str = "data-start";

/// Attribute of what is inside a leaf and not part of the text.
pub const SKIP: &str = "data-skip";

fn selection() -> Option<Selection> {
    dom::window()?.get_selection().ok().flatten()
}

/// Whether anything is selected.
pub fn is_empty() -> bool {
    selection().is_none_or(|selection| selection.is_collapsed())
}

/// The selected range of the article inside `root`; `None` where nothing of it is selected. After a touch, words that
/// it ends in are whole.
pub fn range_in(root: &Element, text: &ArticleText, touched: bool) -> Option<TextRange> {
    let selection = selection().filter(|selection| !selection.is_collapsed())?;
    let focus = selection.focus_node();
    let leaves = dom::query_all(root, &format!("[{LEAF}]"));
    let part = |index: u32| {
        let range = selection.get_range_at(index).ok()?;
        let ends = |node: Result<Node, _>| {
            focus.as_ref().is_some_and(|focus| node.is_ok_and(|node: Node| node.is_same_node(Some(focus))))
        };
        let latest = ends(range.start_container()) || ends(range.end_container());
        let covered = leaves.iter().filter_map(|leaf| covered_part(leaf, &range, text));
        let whole = covered.reduce(|all, next| TextRange::new(all.start(), next.end()).unwrap_or(all))?;
        Some(Part { range: whole, latest })
    };
    let parts: Vec<Part> = (0..selection.range_count()).filter_map(part).collect();
    let range = selected(text, &parts)?;
    Some(if touched { whole_words(text, range, &segmenter::word_around) } else { range })
}

/// The code points of a leaf that a DOM range covers.
fn covered_part(leaf: &Element, range: &Range, text: &ArticleText) -> Option<TextRange> {
    let touched = range.intersects_node(leaf).unwrap_or(false);
    // A table's head, which phones do not show, has no boxes.
    if !touched || leaf.get_client_rects().length() == 0 {
        return None;
    }
    let start = leaf.get_attribute(LEAF)?.parse().ok()?;
    let run = |piece: Piece| match piece {
        Piece::Text(node) => Run::Text { covered: covered_units(&node, range), words: node.data() },
        Piece::Break => Run::Break,
    };
    let runs: Vec<Run> = pieces_of(leaf).into_iter().map(run).collect();
    covered(text, start, &runs)
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

/// What a leaf's part of the article's text is made of.
pub(super) enum Piece {
    /// A text node.
    Text(Text),
    /// A line break: one newline.
    Break,
}

/// The pieces of a leaf that belong to the article's text, in order.
pub(super) fn pieces_of(leaf: &Element) -> Vec<Piece> {
    let mut pieces = Vec::new();
    collect(leaf, &mut pieces);
    pieces
}

fn collect(node: &Node, pieces: &mut Vec<Piece>) {
    let mut child = node.first_child();
    while let Some(node) = child {
        if let Some(text) = node.dyn_ref::<Text>() {
            pieces.push(Piece::Text(text.clone()));
        } else if let Some(element) = node.dyn_ref::<Element>()
            && !element.has_attribute(SKIP)
        {
            if element.tag_name() == "BR" {
                pieces.push(Piece::Break);
            }
            collect(element, pieces);
        }
        child = node.next_sibling();
    }
}

/// The code point of the article at which the reader's selection or caret stands, if that is in the window.
pub fn caret_in_view(root: &Element, top: i32, bottom: i32) -> Option<u32> {
    let node = selection()?.focus_node().filter(|node| root.contains(Some(node)))?;
    let leaf = dom::element_of(&node)?.closest(&format!("[{LEAF}]")).ok().flatten()?;
    let range = selection()?.get_range_at(0).ok()?;
    let lines = range.get_client_rects().filter(|lines| lines.length() > 0);
    let line = lines.and_then(|lines| lines.item(0)).unwrap_or_else(|| leaf.get_bounding_client_rect());
    let in_view = line.bottom() > f64::from(top) && line.top() < f64::from(bottom);
    let (start, units) = (range.start_container().ok()?, range.start_offset().ok()?);
    in_view.then(|| position_in(&leaf, &start, units)).flatten()
}

/// The code point at a place in a leaf, given as the browser gives it: a node, and UTF-16 units of its text. A place that
/// is in none of the leaf's texts is its beginning.
pub(super) fn position_in(leaf: &Element, node: &Node, units: u32) -> Option<u32> {
    let first: u32 = leaf.get_attribute(LEAF)?.parse().ok()?;
    let mut at = first;
    for piece in pieces_of(leaf) {
        match piece {
            Piece::Break => at += 1,
            Piece::Text(text) if text.is_same_node(Some(node)) => {
                let before = text.data().encode_utf16().take(units as usize).collect::<Vec<u16>>();
                return Some(at + char::decode_utf16(before).count() as u32);
            }
            Piece::Text(text) => at += text.data().chars().count() as u32,
        }
    }
    Some(first)
}

/// Drops the selection.
pub fn clear() {
    if let Some(selection) = selection() {
        let _ = selection.remove_all_ranges();
    }
}

/// Whether the focus is in a field that takes text.
pub fn in_field() -> bool {
    let focused = dom::document().and_then(|document| document.active_element());
    focused.is_some_and(|element| matches!(element.tag_name().as_str(), "TEXTAREA" | "INPUT" | "SELECT"))
}

/// The leaf that holds a position of the article.
pub fn leaf_at(root: &Element, position: u32) -> Option<Element> {
    let leaves = dom::query_all(root, &format!("[{LEAF}]"));
    let start = |leaf: &Element| leaf.get_attribute(LEAF).and_then(|start| start.parse::<u32>().ok());
    leaves.into_iter().rev().find(|leaf| start(leaf).is_some_and(|start| start <= position))
}
