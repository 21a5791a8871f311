//! Very many marks, painted leaf by leaf: which leaves have had their turn.
//!
//! Pure: how many marks a turn may take, and when the next one comes, is for those who see the clock.

use super::{Decoration, Paint, Painted};

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
    /// What is painted once these leaves have had their turn. Only highlights wait for it.
    pub fn in_turn(&self, turn: Turn) -> Painted {
        if turn == Turn::ALL {
            return self.clone();
        }
        let leaves = self.leaves.iter().filter_map(|(start, own)| {
            if turn.has(*start) {
                return Some((*start, own.clone()));
            }
            let others = own.iter().filter(|decoration| !is_highlight(decoration));
            let others: Vec<Decoration> = others.cloned().collect();
            (!others.is_empty()).then(|| (*start, others.into()))
        });
        Painted { leaves: leaves.collect() }
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

    fn shown(painted: &Painted) -> Vec<(u32, usize)> {
        painted.leaves.iter().map(|(start, own)| (*start, own.len())).collect()
    }

    #[test]
    fn what_is_no_highlight_waits_for_nothing() {
        assert_eq!(shown(&dealt().in_turn(Turn::NONE)), [(80, 1)]);
    }

    #[test]
    fn the_leaf_that_is_read_comes_first_and_those_above_last() {
        let dealt = dealt();
        let turn = Turn::at(70).next(&dealt, 8);
        assert_eq!(shown(&dealt.in_turn(turn)), [(70, 4), (80, 5)]);
        let turn = turn.next(&dealt, 5);
        assert_eq!(shown(&dealt.in_turn(turn)), [(0, 4), (70, 4), (80, 5), (90, 4)]);
    }

    #[test]
    fn turns_come_to_an_end_and_leave_out_nothing() {
        let dealt = dealt();
        for from in [0, 35, 50, 90, 500] {
            let (mut turn, mut turns) = (Turn::at(from), 0);
            while turn != Turn::ALL {
                let before = dealt.in_turn(turn).count();
                turn = turn.next(&dealt, 4);
                turns += 1;
                assert!(dealt.in_turn(turn).count() > before || turn == Turn::ALL);
            }
            assert_eq!(dealt.in_turn(turn), dealt);
            assert!((9..=10).contains(&turns), "from {from}: {turns}");
        }
    }

    #[test]
    fn a_leaf_that_was_shown_is_not_made_again() {
        let dealt = dealt();
        let one = Turn::at(20).next(&dealt, 4);
        let next = one.next(&dealt, 4);
        let (before, after) = (dealt.in_turn(one).of_leaf(20), dealt.in_turn(next).of_leaf(20));
        assert!(before.zip(after).is_some_and(|(before, after)| std::sync::Arc::ptr_eq(&before, &after)));
    }
}
