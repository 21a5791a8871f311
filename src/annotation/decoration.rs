//! Decorations: what is painted over an article's text, cut into segments.
//!
//! One mechanism for everything that lies over the words: the reader's highlights, what was searched for, the passage a
//! link led to, and, where the browser can't paint without touching the page, the sentence that is spoken or pointed
//! at. Two pure steps: [`Painted::new`] deals the decorations out to the leaves they touch, [`segments`] cuts a leaf
//! where they begin and end. Both take time in proportion to what comes out, whatever is laid over what.
//!
//! It never sees the page, and never changes a text: the runs of a leaf always join to the leaf.

use super::{Colour, TextRange};
use crate::order::sorted;
use std::cmp::Reverse;
use std::sync::Arc;

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
    /// Words that were searched for.
    Hit {
        /// Whether this is the one that the reader is at.
        current: bool,
    },
    /// The sentence that the keyboard is at.
    Cursor,
    /// The sentence that is read aloud.
    Spoken,
    /// The passage of a stop of a reading pack.
    Stop {
        /// The pack and the stop.
        id: String,
        /// The stop's place in the pack, from 1.
        number: u32,
    },
}

/// The decorations of each leaf that has any.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Painted {
    /// A leaf's start and its decorations, in the order of the leaves.
    pub(super) leaves: Vec<(u32, Arc<[Decoration]>)>,
}

impl Painted {
    /// Deals decorations out to the leaves that they touch. Leaves are in order and do not overlap.
    pub fn new(leaves: &[TextRange], decorations: &[Decoration]) -> Painted {
        let mut dealt: Vec<Vec<Decoration>> = vec![Vec::new(); leaves.len()];
        for decoration in decorations {
            let first = leaves.partition_point(|leaf| leaf.end() <= decoration.range.start());
            let touched = leaves.iter().zip(&mut dealt).skip(first);
            for (_, own) in touched.take_while(|(leaf, _)| leaf.start() < decoration.range.end()) {
                own.push(decoration.clone());
            }
        }
        let leaves = leaves.iter().zip(dealt).filter(|(_, own)| !own.is_empty());
        Painted { leaves: leaves.map(|(leaf, own)| (leaf.start(), own.into())).collect() }
    }

    /// The decorations of the leaf that begins here; `None` where it has none.
    pub fn of_leaf(&self, start: u32) -> Option<Arc<[Decoration]>> {
        let at = self.leaves.binary_search_by_key(&start, |(start, _)| *start).ok()?;
        self.leaves.get(at).map(|(_, own)| own.clone())
    }
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
    // A sweep: those in order of nesting begin in order of place too; those that end are known by their end.
    let mut coming = touching.iter().enumerate().peekable();
    // Lists in order weigh less in the program than sets do, and are as fast: what opens later is nested deeper.
    let mut open: Vec<usize> = Vec::new();
    let mut closing: Vec<(Reverse<u32>, usize)> = Vec::new();
    cuts.windows(2)
        .filter_map(|pair| match pair {
            &[start, end] => TextRange::new(start, end),
            _ => None,
        })
        .map(|range| {
            while let Some((_, nesting)) = closing.pop_if(|(end, _)| end.0 <= range.start()) {
                if let Ok(at) = open.binary_search(&nesting) {
                    open.remove(at);
                }
            }
            while let Some((nesting, (.., part))) = coming.next_if(|(_, (.., part))| part.start() <= range.start()) {
                let end = (Reverse(part.end()), nesting);
                closing.insert(closing.partition_point(|other| *other < end), end);
                open.push(nesting);
            }
            let covers = open.iter().filter_map(|&nesting| touching.get(nesting)).map(|&(_, _, index, _)| index);
            Segment { range, covers: covers.collect() }
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

    #[test]
    fn each_leaf_gets_what_touches_it_and_nothing_else() {
        let leaves = [range(0, 10), range(11, 20), range(21, 30), range(31, 40)];
        let decorations = [highlight(5, 25), highlight(12, 14), highlight(10, 11), highlight(19, 90)];
        let painted = Painted::new(&leaves, &decorations);
        let of = |start: u32| painted.of_leaf(start).map(|own| own.iter().map(|d| d.range.start()).collect::<Vec<_>>());
        assert_eq!(of(0), Some(vec![5]));
        assert_eq!(of(11), Some(vec![5, 12, 19]));
        assert_eq!(of(21), Some(vec![5, 19]));
        assert_eq!(of(31), Some(vec![19]));
        assert_eq!(of(5), None);
        assert_eq!(Painted::new(&leaves[..2], &[highlight(10, 11)]), Painted::default());
    }

    /// The rule in its plainest form: a decoration covers a run if they share a code point.
    #[test]
    fn the_sweep_agrees_with_the_rule() {
        let leaf = range(100, 200);
        let decorations: Vec<Decoration> =
            (0..60).map(|n| (n * 37 % 110 + 95, n * 53 % 31 + 1)).map(|(at, len)| highlight(at, at + len)).collect();
        for segment in segments(leaf, &decorations) {
            let mut covers = segment.covers.clone();
            covers.sort_unstable();
            let rule = decorations.iter().enumerate().filter(|(_, d)| d.range.overlaps(segment.range));
            assert_eq!(covers, rule.map(|(index, _)| index).collect::<Vec<_>>());
        }
    }

    /// Ten times the marks are about ten times the work: counted in runs and covers, which the sweep makes one by one.
    #[test]
    fn many_marks_cost_as_much_as_they_cover() {
        let leaf = range(0, 100_000);
        let side_by_side: Vec<Decoration> = (0..10_000).map(|n| highlight(n * 10, n * 10 + 5)).collect();
        let found = segments(leaf, &side_by_side);
        assert_eq!(found.len(), 20_000);
        assert_eq!(found.iter().map(|segment| segment.covers.len()).sum::<usize>(), 10_000);
        let leaves: Vec<TextRange> = (0..1_000).map(|n| range(n * 100, n * 100 + 99)).collect();
        let painted = Painted::new(&leaves, &side_by_side);
        let dealt: usize = leaves.iter().filter_map(|leaf| painted.of_leaf(leaf.start())).map(|own| own.len()).sum();
        assert_eq!(dealt, 10_000);
    }

    #[test]
    fn a_hit_over_a_highlight_stays_when_the_highlight_goes() {
        let hit = Decoration { range: range(4, 9), paint: Paint::Hit { current: true } };
        let both = cut(range(0, 20), &[highlight(2, 6), hit.clone()]);
        assert_eq!(both, [(0, 2, vec![]), (2, 4, vec![0]), (4, 6, vec![0, 1]), (6, 9, vec![1]), (9, 20, vec![])]);
        assert_eq!(cut(range(0, 20), &[hit]), [(0, 4, vec![]), (4, 9, vec![0]), (9, 20, vec![])]);
    }
}
