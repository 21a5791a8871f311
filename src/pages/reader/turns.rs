//! Restoring many marks without making the reader wait: so many are searched for and painted a frame, the rest next.
//!
//! An article with a few dozen marks is painted at once. Of more, the leaf that is being read comes first, and a frame
//! takes as many as it has time for. The page is not called ready before all are there.

use crate::annotation::{Painted, Placement, Turn};
use crate::platform::{clock, dom, page, scroll, selection, timer};
use crate::state::{Keeping, effect};
use leptos::prelude::*;

/// So many marks are painted at once.
const AT_ONCE: usize = 40;
/// Highlights of another revision searched for a frame.
pub(super) const SEARCHES: usize = 60;
/// Marks painted in the first frame; in later ones as many as the frames before had time for.
const FIRST: usize = 24;
/// The fewest marks and the most that a frame is given. Fewer would be slower for everybody: what a frame costs besides
/// its marks is as much as 50 of them.
const BOUNDS: (usize, usize) = (30, 60);
/// From one frame to the next, in milliseconds: less and it takes more, more and it takes less.
const PACE: (i64, i64) = (34, 60);

/// What the frames so far allow.
#[derive(Clone, Copy)]
pub(super) struct Turns {
    /// The leaves whose highlights may be painted.
    turn: RwSignal<Turn>,
    /// Changes when more may be searched for.
    pub(super) searched: RwSignal<u32>,
    /// Whether the frames are going on.
    going: StoredValue<bool>,
    /// Whether some of them paint.
    painting: StoredValue<bool>,
}

impl Turns {
    pub(super) fn new() -> Turns {
        let (turn, searched) = (RwSignal::new(Turn::NONE), RwSignal::new(0));
        Turns { turn, searched, going: StoredValue::new(false), painting: StoredValue::new(false) }
    }

    /// What is painted by now. While marks are searched for it stays as it is: a leaf would be made again for each that is
    /// found.
    pub(super) fn painted(self, dealt: Memo<Painted>, searching: Memo<bool>) -> Memo<Painted> {
        Memo::new(move |shown: Option<&Painted>| {
            let (turn, searching) = (self.turn.get(), searching.get());
            dealt.with(|dealt| {
                let turn = match searching {
                    true => Turn::NONE,
                    false if dealt.count() <= AT_ONCE => Turn::ALL,
                    false => turn,
                };
                dealt.in_turn(turn, shown.unwrap_or(&Painted::default()))
            })
        })
    }

    /// Whether every mark is painted, and again when it is.
    pub(super) fn is_over(self) -> bool {
        self.turn.get() == Turn::ALL
    }

    /// Goes on, frame by frame, until every highlight has been placed and painted.
    pub(super) fn begin(
        self,
        keeping: Keeping,
        placed: Memo<Vec<Placement>>,
        searching: Memo<bool>,
        dealt: Memo<Painted>,
    ) {
        let let_go = move || {
            if self.going.try_update_value(std::mem::take) == Some(true) {
                page::release_ready();
            }
        };
        effect(move || {
            if !keeping.is_whole() {
                return;
            }
            placed.track();
            let (searching, few) = (searching.get(), dealt.with(Painted::count) <= AT_ONCE);
            // What is found late is painted as very many are.
            let turn = if few && !searching { Turn::ALL } else { Turn::NONE };
            if (few || searching) && self.turn.get_untracked() != turn {
                self.turn.set(turn);
            }
            if !searching && self.turn.get() == Turn::ALL {
                // Those that come later are painted as they come.
                let_go();
                return;
            }
            if !self.going.get_value() {
                self.going.set_value(true);
                page::hold_ready();
            }
            if searching {
                self.painting.set_value(false);
                timer::next_frame(move || {
                    self.searched.try_update(|turn| *turn = turn.wrapping_add(1));
                });
            } else if !self.painting.get_value() {
                self.painting.set_value(true);
                self.go_on(dealt, None, FIRST);
            }
        });
        on_cleanup(let_go);
    }

    /// Paints so many in the next frame, and then goes on. `before` is when the last frame began.
    fn go_on(self, dealt: Memo<Painted>, before: Option<i64>, marks: usize) {
        timer::next_frame(move || {
            if self.going.try_get_value() != Some(true) || self.painting.try_get_value() != Some(true) {
                return;
            }
            let now = clock::now();
            let marks = match before.map(|before| now - before) {
                Some(took) if took < PACE.0 => marks * 2,
                Some(took) if took > PACE.1 => marks / 2,
                _ => marks,
            };
            let marks = marks.clamp(BOUNDS.0, BOUNDS.1);
            if before.is_none() {
                self.turn.set(Turn::at(read_first()));
            }
            let next = dealt.try_with_untracked(|dealt| self.turn.get_untracked().next(dealt, marks));
            if let Some(next) = next {
                self.turn.set(next);
                if next == Turn::ALL {
                    self.painting.set_value(false);
                } else {
                    self.go_on(dealt, Some(now), marks);
                }
            }
        });
    }
}

/// Where the leaf begins that is being read.
fn read_first() -> u32 {
    let leaves = dom::by_id("article").map(|article| dom::query_all(&article, &format!("[{}]", selection::LEAF)));
    let leaves = leaves.unwrap_or_default();
    let leaf = scroll::last_above_line(&leaves).and_then(|leaf| leaf.get_attribute(selection::LEAF));
    leaf.and_then(|start| start.parse().ok()).unwrap_or_default()
}
