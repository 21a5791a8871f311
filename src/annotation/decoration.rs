//! Decorations: what is painted over an article's text, cut into segments.
//!
//! A pure function from a leaf and the ranges that touch it to runs of text, each with the decorations that cover it.
//! It never sees the page, and never changes a text: the runs of a leaf always join to the leaf.

use super::{Colour, TextRange};
use crate::order::sorted;
use std::cmp::Reverse;

/// One thing painted over a range of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoration {
    /// Where.
    pub range: TextRange,
    /// What.
    pub paint: Paint,
}

/// What is painted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Paint {
    /// A reader's highlight.
    Highlight {
        /// The annotation's id.
        id: String,
        /// Its colour.
        colour: Colour,
        /// Whether it has a note.
        note: bool,
    },
    /// The passage that a link led to.
    Passage,
    /// The passage of a stop of a reading pack.
    Stop {
        /// The pack and the stop.
        id: String,
        /// The stop's place in the pack, from 1.
        number: u32,
    },
}

/// A run of a leaf's text under the same decorations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Code points of the article's text.
    pub range: TextRange,
    /// Indices of the decorations that cover it, the outermost first.
    pub covers: Vec<usize>,
}

/// Cuts a leaf's range where decorations begin and end. Gaps are segments too.
///
/// Order of nesting: what begins earlier is further out; of two that begin together, the longer.
pub fn segments(leaf: TextRange, decorations: &[Decoration]) -> Vec<Segment> {
    let touching = sorted(decorations.iter().enumerate().filter_map(|(index, decoration)| {
        let part = decoration.range.intersection(leaf)?;
        Some((decoration.range.start(), Reverse(decoration.range.end()), index, part))
    }));
    let ends = touching.iter().flat_map(|(.., part)| [part.start(), part.end()]);
    let mut cuts = sorted(ends.chain([leaf.start(), leaf.end()]));
    cuts.dedup();
    cuts.windows(2)
        .filter_map(|pair| match pair {
            &[start, end] => TextRange::new(start, end),
            _ => None,
        })
        .map(|range| Segment {
            range,
            covers: touching.iter().filter(|(.., part)| part.overlaps(range)).map(|&(_, _, index, _)| index).collect(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn highlight(start: u32, end: u32) -> Decoration {
        Decoration { range: range(start, end), paint: Paint::Passage }
    }

    fn range(start: u32, end: u32) -> TextRange {
        TextRange::new(start, end).unwrap_or_else(|| unreachable!("test ranges are not empty"))
    }

    fn cut(leaf: TextRange, decorations: &[Decoration]) -> Vec<(u32, u32, Vec<usize>)> {
        segments(leaf, decorations).into_iter().map(|s| (s.range.start(), s.range.end(), s.covers)).collect()
    }

    #[test]
    fn an_undecorated_leaf_is_one_run() {
        assert_eq!(cut(range(5, 9), &[highlight(0, 5), highlight(9, 12)]), [(5, 9, vec![])]);
    }

    #[test]
    fn overlapping_ranges_are_both_there() {
        let found = cut(range(0, 20), &[highlight(5, 12), highlight(8, 30)]);
        assert_eq!(found, [(0, 5, vec![]), (5, 8, vec![0]), (8, 12, vec![0, 1]), (12, 20, vec![1])]);
    }

    #[test]
    fn nested_and_identical_ranges_keep_every_one() {
        let found = cut(range(0, 10), &[highlight(4, 6), highlight(2, 8), highlight(2, 8)]);
        assert_eq!(
            found,
            [(0, 2, vec![]), (2, 4, vec![1, 2]), (4, 6, vec![1, 2, 0]), (6, 8, vec![1, 2]), (8, 10, vec![])]
        );
    }

    #[test]
    fn runs_always_join_to_the_leaf() {
        let decorations = [highlight(0, 3), highlight(2, 50), highlight(7, 9), highlight(9, 11)];
        let found = segments(range(1, 10), &decorations);
        let mut at = 1;
        for segment in &found {
            assert_eq!(segment.range.start(), at);
            at = segment.range.end();
        }
        assert_eq!(at, 10);
    }
}
