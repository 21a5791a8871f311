//! Restoring many marks without making the reader wait: so many are searched for and painted a frame, the rest next.
//!
//! An article with a few dozen marks is painted at once. The page is not called ready before all are there.

use crate::annotation::{Annotation, Kind, Placement};
use crate::platform::{page, timer};
use crate::state::effect;
use leptos::prelude::*;

/// Highlights painted a frame.
const PAINTED: usize = 100;
/// Highlights of another revision searched for a frame.
pub(super) const SEARCHES: usize = 60;

/// What the frames so far allow.
#[derive(Clone, Copy)]
pub(super) struct Turns {
    /// How many highlights may be painted.
    pub(super) shown: RwSignal<usize>,
    /// Changes when more may be searched for.
    pub(super) searched: RwSignal<u32>,
}

impl Turns {
    pub(super) fn new() -> Turns {
        Turns { shown: RwSignal::new(PAINTED), searched: RwSignal::new(0) }
    }

    /// Goes on, frame by frame, until every highlight has been placed and painted.
    pub(super) fn begin(self, mine: Memo<Vec<Annotation>>, placed: Memo<Vec<Placement>>) {
        let holding = StoredValue::new(false);
        let let_go = move || {
            if holding.try_update_value(std::mem::take) == Some(true) {
                page::release_ready();
            }
        };
        effect(move || {
            let all = mine.with(|mine| mine.iter().filter(|a| matches!(a.kind, Kind::Highlight { .. })).count());
            let found = placed.with(Vec::len);
            let waiting = self.shown.get() < found;
            if found == all && !waiting {
                // Those that come later are one by one.
                self.shown.try_update_untracked(|shown| *shown = usize::MAX);
                let_go();
                return;
            }
            if !holding.get_value() {
                holding.set_value(true);
                page::hold_ready();
            }
            timer::next_frame(move || {
                if found < all {
                    self.searched.try_update(|turn| *turn = turn.wrapping_add(1));
                }
                if waiting {
                    self.shown.try_update(|shown| *shown = shown.saturating_add(PAINTED));
                }
            });
        });
        on_cleanup(let_go);
    }
}
