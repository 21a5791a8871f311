//! Words shown with what was found marked in them.

use super::query::Spot;
use crate::annotation::ArticleText;
use crate::article::Folded;

/// Code points shown before what was found.
const BEFORE: u32 = 60;
/// Code points shown after it.
const AFTER: u32 = 110;

/// A run of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Whether they were looked for.
    pub marked: bool,
}

/// The whole of a text, marked.
pub(super) fn marked(text: &str, spots: &[Spot], folded: &Folded) -> Vec<Piece> {
    let text = ArticleText::new(text.to_owned());
    pieces(&text, 0, text.len(), spots, folded)
}

/// The words around a place, cut at words and inside its block, marked.
pub(super) fn around(text: &ArticleText, start: u32, end: u32, spots: &[Spot], folded: &Folded) -> Vec<Piece> {
    let before = text.slice(start.saturating_sub(BEFORE)..start);
    let line = before.rsplit('\n').next().unwrap_or_default();
    let cut = line.len() == before.len() && start > BEFORE;
    let line = if cut { line.split_once(char::is_whitespace).map_or("", |(_, rest)| rest) } else { line };
    let from = start.saturating_sub(line.chars().count() as u32);
    let after = text.slice(end..end.saturating_add(AFTER));
    let rest = after.split('\n').next().unwrap_or_default();
    let cut_after = rest.len() == after.len() && end.saturating_add(AFTER) < text.len();
    let rest = if cut_after { rest.rsplit_once(char::is_whitespace).map_or("", |(rest, _)| rest) } else { rest };
    let to = end.saturating_add(rest.chars().count() as u32);
    let mut pieces = pieces(text, from, to, spots, folded);
    let plain = |text: &str| Piece { text: text.to_owned(), marked: false };
    if cut {
        pieces.insert(0, plain("… "));
    }
    if cut_after {
        pieces.push(plain(" …"));
    }
    pieces
}

fn pieces(text: &ArticleText, from: u32, to: u32, spots: &[Spot], folded: &Folded) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut push = |start: u32, end: u32, marked: bool| {
        let text = text.slice(start..end.max(start)).replace('\n', " ");
        if !text.is_empty() {
            pieces.push(Piece { text, marked });
        }
    };
    let ranges = spots.iter().filter_map(|spot| folded.range(spot.start, spot.end));
    let inside = ranges.filter(|(start, end)| *start >= from && *end <= to);
    let mut at = from;
    for (start, end) in crate::order::sorted(inside) {
        if start >= at {
            push(at, start, false);
            push(start, end, true);
            at = end;
        }
    }
    push(at, to, false);
    pieces
}
