//! Where a range of the article's text is on the page: the way back from code points to the DOM.
//!
//! It reads the page and changes nothing. What stands in `[data-skip]` is interface and is never part of a range.

use super::dom;
use super::selection::{LEAF, Piece, pieces_of, position_in};
use crate::annotation::TextRange;
use crate::reading::beside::{Lines, View};
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomRect, Element, Node, Range};

/// The DOM ranges of a range of code points, one a text node, in the order of the text.
pub fn dom_ranges(root: &Element, range: TextRange) -> Vec<Range> {
    let Some(document) = dom::document() else { return Vec::new() };
    let leaves: Vec<(u32, Element)> = dom::query_all(root, &format!("[{LEAF}]"))
        .into_iter()
        .filter_map(|leaf| Some((leaf.get_attribute(LEAF)?.parse().ok()?, leaf)))
        .collect();
    // The leaf that the range begins in is the last one that begins before it or with it.
    let first = leaves.partition_point(|(start, _)| *start <= range.start()).saturating_sub(1);
    let mut found = Vec::new();
    for (start, leaf) in leaves.iter().skip(first).take_while(|(start, _)| *start < range.end()) {
        let mut at = *start;
        for piece in pieces_of(leaf) {
            let Piece::Text(text) = piece else {
                at += 1;
                continue;
            };
            let words = text.data();
            let length = words.chars().count() as u32;
            let part = TextRange::new(at, at + length).and_then(|node| node.intersection(range));
            if let (Some(part), Ok(piece)) = (part, document.create_range()) {
                let set = piece
                    .set_start(&text, units_before(&words, part.start() - at))
                    .and_then(|()| piece.set_end(&text, units_before(&words, part.end() - at)));
                if set.is_ok() {
                    found.push(piece);
                }
            }
            at += length;
        }
    }
    found
}

/// The boxes of a range's lines, in CSS pixels from the top left of the window.
pub fn boxes(root: &Element, range: TextRange) -> Vec<DomRect> {
    let lists = dom_ranges(root, range).into_iter().filter_map(|range| range.get_client_rects());
    let boxes = lists.flat_map(|list| (0..list.length()).filter_map(|index| list.item(index)).collect::<Vec<_>>());
    boxes.filter(|rect| rect.width() > 0.0).collect()
}

/// The first and the last line of a range; `None` where it is not shown.
pub fn lines(root: &Element, range: TextRange) -> Option<Lines> {
    let boxes = boxes(root, range);
    let first = boxes.first()?;
    let top = boxes.iter().map(|line| line.top()).fold(f64::MAX, f64::min);
    let bottom = boxes.iter().map(|line| line.bottom()).fold(f64::MIN, f64::max);
    Some(Lines { middle: (first.left() + first.width() / 2.0) as i32, top: top as i32, bottom: bottom.ceil() as i32 })
}

/// The position at which the leaf around an element begins, or the next one, if the element is in view.
pub fn position_in_view(root: &Element, element: &Element, view: View) -> Option<u32> {
    let rect = element.get_bounding_client_rect();
    let in_view = rect.bottom() > f64::from(view.top) && rect.top() < f64::from(view.bottom);
    if !in_view || !root.contains(Some(element)) {
        return None;
    }
    let own = element.closest(&format!("[{LEAF}]")).ok().flatten();
    let leaf = own.or_else(|| {
        let follows = |leaf: &Element| element.compare_document_position(leaf) & Node::DOCUMENT_POSITION_FOLLOWING != 0;
        dom::query_all(root, &format!("[{LEAF}]")).into_iter().find(follows)
    });
    leaf?.get_attribute(LEAF)?.parse().ok()
}

/// The position at which the first leaf begins that ends in view.
pub fn first_leaf_in_view(root: &Element, view: View) -> Option<u32> {
    let leaves = dom::query_all(root, &format!("[{LEAF}]"));
    let shown = leaves.iter().filter(|leaf| leaf.get_client_rects().length() > 0);
    let mut below = shown.skip_while(|leaf| leaf.get_bounding_client_rect().bottom() <= f64::from(view.top));
    below.next().or(leaves.last())?.get_attribute(LEAF)?.parse().ok()
}

/// UTF-16 units before a code point.
fn units_before(text: &str, code_points: u32) -> u32 {
    text.chars().take(code_points as usize).map(|c| c.len_utf16() as u32).sum()
}

/// The code point of the article inside `root` that is nearest to a point of the window, in CSS pixels.
pub fn position_at(root: &Element, x: f64, y: f64) -> Option<u32> {
    let (node, units) = caret_at(x, y)?;
    let leaf = dom::element_of(&node)?.closest(&format!("[{LEAF}]")).ok().flatten()?;
    if !root.contains(Some(&leaf)) {
        return None;
    }
    position_in(&leaf, &node, units)
}

/// Node and offset under a point: the standard's way, or the older one.
fn caret_at(x: f64, y: f64) -> Option<(Node, u32)> {
    let document = JsValue::from(dom::document()?);
    let ask = |method: &str, node: &str, offset: &str| {
        let method: Function = Reflect::get(&document, &method.into()).ok()?.dyn_into().ok()?;
        let caret = method.call2(&document, &x.into(), &y.into()).ok().filter(JsValue::is_object)?;
        let node = Reflect::get(&caret, &node.into()).ok()?.dyn_into().ok()?;
        Some((node, Reflect::get(&caret, &offset.into()).ok()?.as_f64()? as u32))
    };
    ask("caretPositionFromPoint", "offsetNode", "offset")
        .or_else(|| ask("caretRangeFromPoint", "startContainer", "startOffset"))
}
