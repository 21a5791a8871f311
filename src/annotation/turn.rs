//! Very many marks, painted leaf by leaf: which leaves have had their turn.
//!
//! Pure: how many marks a turn may take, and when the next one comes, is for those who see the clock.

use super::{Decoration, Paint, Painted};
use crate::order::sorted;

/// The leaves that have had their turn: from the one that is read to the end of the article, and then those above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Where it began.
    from: u32,
    /// Leaves from there up to here.
    to: u32,
    /// Leaves from the beginning of the article up to here.
    above: u32,
}

impl Turn {
    /// Every leaf.
    pub const ALL: Turn = Turn { from: 0, to: u32::MAX, above: 0 };
    /// None yet.
    pub const NONE: Turn = Turn::at(0);

    /// None yet, and the leaf that begins here is the first.
    pub const fn at(from: u32) -> Turn {
        Turn { from, to: from, above: 0 }
    }

    fn has(self, leaf: u32) -> bool {
        leaf < self.above || (self.from..self.to).contains(&leaf)
    }

    /// The next leaves too: as many as have `marks` together, and at least one.
    pub fn next(self, dealt: &Painted, marks: usize) -> Turn {
        let below = dealt.leaves.iter().filter(|(start, _)| *start >= self.from.max(self.to));
        let above = dealt.leaves.iter().filter(|(start, _)| (self.above..self.from).contains(start));
        let (mut turn, mut taken) = (self, 0);
        for (start, own) in below.chain(above) {
            if taken >= marks {
                return turn;
            }
            taken += own.len();
            let end = start.saturating_add(1);
            if *start >= self.from { turn.to = end } else { turn.above = end }
        }
        Turn::ALL
    }
}

impl Painted {
    /// What is painted once these leaves have had their turn. Only highlights wait for it: those of the other leaves are
    /// still the ones that are `shown`.
    pub fn in_turn(&self, turn: Turn, shown: &Painted) -> Painted {
        if turn == Turn::ALL {
            return self.clone();
        }
        let mut starts = sorted(self.leaves.iter().chain(&shown.leaves).map(|(start, _)| *start));
        starts.dedup();
        let waiting = |start: u32| {
            let (own, shown) = (self.of_leaf(start), shown.of_leaf(start));
            let highlights = shown.iter().flat_map(|all| all.iter()).filter(|it| is_highlight(it));
            let others = own.iter().flat_map(|all| all.iter()).filter(|it| !is_highlight(it));
            let all: Vec<Decoration> = highlights.chain(others).cloned().collect();
            // What stays as it is is not made again.
            if shown.as_deref() == Some(all.as_slice()) { shown } else { (!all.is_empty()).then(|| all.into()) }
        };
        let of_leaf = |start| if turn.has(start) { self.of_leaf(start) } else { waiting(start) };
        Painted { leaves: starts.into_iter().filter_map(|start| Some((start, of_leaf(start)?))).collect() }
    }

    /// How many decorations there are, those counted twice that touch two leaves.
    pub fn count(&self) -> usize {
        self.leaves.iter().map(|(_, own)| own.len()).sum()
    }
}

fn is_highlight(decoration: &Decoration) -> bool {
    matches!(decoration.paint, Paint::Highlight { .. })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{Colour, TextRange};

    /// Ten leaves of ten code points, and four marks in each but the sixth.
    fn dealt() -> Painted {
        let leaves: Vec<TextRange> = (0..10).filter_map(|n| TextRange::new(n * 10, n * 10 + 9)).collect();
        let marks = (0..100).filter(|at| at % 10 < 4 && at / 10 != 5).filter_map(|at| {
            let paint = Paint::Highlight { id: at.to_string(), colour: Colour::Yellow, note: false };
            TextRange::new(at, at + 2).map(|range| Decoration { range, paint })
        });
        let passage = TextRange::new(82, 85).map(|range| Decoration { range, paint: Paint::Passage });
        Painted::new(&leaves, &marks.chain(passage).collect::<Vec<_>>())
    }

    fn in_turn(dealt: &Painted, turn: Turn) -> Painted {
        dealt.in_turn(turn, &Painted::default())
    }

    fn shown(painted: &Painted) -> Vec<(u32, usize)> {
        painted.leaves.iter().map(|(start, own)| (*start, own.len())).collect()
    }

    #[test]
    fn what_is_no_highlight_waits_for_nothing() {
        assert_eq!(shown(&in_turn(&dealt(), Turn::NONE)), [(80, 1)]);
    }

    #[test]
    fn the_leaf_that_is_read_comes_first_and_those_above_last() {
        let dealt = dealt();
        let turn = Turn::at(70).next(&dealt, 8);
        assert_eq!(shown(&in_turn(&dealt, turn)), [(70, 4), (80, 5)]);
        let turn = turn.next(&dealt, 5);
        assert_eq!(shown(&in_turn(&dealt, turn)), [(0, 4), (70, 4), (80, 5), (90, 4)]);
    }

    #[test]
    fn turns_come_to_an_end_and_leave_out_nothing() {
        let dealt = dealt();
        for from in [0, 35, 50, 90, 500] {
            let (mut turn, mut turns) = (Turn::at(from), 0);
            while turn != Turn::ALL {
                let before = in_turn(&dealt, turn).count();
                turn = turn.next(&dealt, 4);
                turns += 1;
                assert!(in_turn(&dealt, turn).count() > before || turn == Turn::ALL);
            }
            assert_eq!(in_turn(&dealt, turn), dealt);
            assert!((9..=10).contains(&turns), "from {from}: {turns}");
        }
    }

    #[test]
    fn a_leaf_that_was_shown_is_not_made_again() {
        let dealt = dealt();
        let one = Turn::at(20).next(&dealt, 4);
        let next = one.next(&dealt, 4);
        let (before, after) = (in_turn(&dealt, one).of_leaf(20), in_turn(&dealt, next).of_leaf(20));
        assert!(before.zip(after).is_some_and(|(before, after)| std::sync::Arc::ptr_eq(&before, &after)));
    }

    #[test]
    fn what_is_shown_stays_until_its_leaf_has_its_turn() {
        let before = in_turn(&dealt(), Turn::at(20).next(&dealt(), 4));
        let mark = |at: u32| {
            let paint = Paint::Highlight { id: format!("new {at}"), colour: Colour::Green, note: false };
            TextRange::new(at, at + 3).map(|range| Decoration { range, paint })
        };
        let leaves: Vec<TextRange> = (0..10).filter_map(|n| TextRange::new(n * 10, n * 10 + 9)).collect();
        let after = Painted::new(&leaves, &[mark(4), mark(24), mark(44)].into_iter().flatten().collect::<Vec<_>>());
        assert_eq!(shown(&after.in_turn(Turn::NONE, &before)), [(20, 4)], "as it was, but for the passage that went");
        assert_eq!(shown(&after.in_turn(Turn::at(40).next(&after, 1), &before)), [(20, 4), (40, 1)]);
        assert_eq!(after.in_turn(Turn::ALL, &before), after);
    }
}
