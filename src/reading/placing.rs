//! Where the toolbar stands beside chosen words, and how far the window moves to show them.
//!
//! All in CSS pixels from the top left of the window. The toolbar never stands on the words, and never where a touch
//! screen shows its own menu: that is just above or below them.

/// The lines that are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lines {
    /// Middle of the first line.
    pub middle: i32,
    /// Top of the first line.
    pub top: i32,
    /// Bottom of the last line.
    pub bottom: i32,
}

/// The part of the window that nothing stands over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// Width of the window.
    pub width: i32,
    /// First pixel below what is fixed at the top.
    pub top: i32,
    /// First pixel of what is fixed at the foot.
    pub bottom: i32,
}

/// Where the toolbar stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// Beside the words.
    At {
        /// Its left edge.
        left: i32,
        /// Its top edge.
        top: i32,
    },
    /// At the foot of the window.
    Foot,
    /// At the head of the window.
    Head,
}

/// Distance between words and toolbar.
const APART: i32 = 14;
/// Distance from the window's edge.
const EDGE: i32 = 8;

/// Where a toolbar of this size stands: above the words, below them, or at the foot. A `docked` one, for narrow windows
/// and fingertips, stands at the foot; at the head where it would stand on the words' end and their beginning is clear.
pub fn spot(lines: Lines, (width, height): (i32, i32), view: View, docked: bool) -> Spot {
    let over_foot = lines.bottom > view.bottom - height - APART && lines.top < view.bottom;
    let over_head = lines.top < view.top + height + APART && lines.bottom > view.top;
    if docked {
        return if over_foot && !over_head { Spot::Head } else { Spot::Foot };
    }
    let left = (lines.middle - width / 2).min(view.width - width - EDGE).max(EDGE);
    let (above, below) = (lines.top - height - APART, lines.bottom + APART);
    if above >= view.top && lines.top < view.bottom {
        Spot::At { left, top: above }
    } else if below + height <= view.bottom && lines.bottom > view.top {
        Spot::At { left, top: below }
    } else {
        Spot::Foot
    }
}

/// How far the window must move down (or up, below zero) so that these lines can be read, with room for the toolbar.
/// What is in view stays where it is.
pub fn scroll_by(lines: Lines, toolbar: i32, view: View, docked: bool) -> i32 {
    let head = view.top + if docked { EDGE } else { toolbar + 2 * APART };
    let foot = view.bottom - if docked { toolbar + APART } else { EDGE };
    if lines.top >= head && lines.bottom <= foot {
        return 0;
    }
    // What does not fit begins at the top; what does stands a third down, so that what follows can be seen too.
    let room = (foot - head - (lines.bottom - lines.top)).max(0);
    lines.top - head - room / 3
}

#[cfg(test)]
mod tests {
    use super::*;

    const DESK: View = View { width: 1280, top: 56, bottom: 800 };
    const PHONE: View = View { width: 390, top: 0, bottom: 788 };

    fn lines(top: i32, bottom: i32) -> Lines {
        Lines { middle: 600, top, bottom }
    }

    #[test]
    fn it_stands_above_then_below_then_at_the_foot() {
        let at = |top, bottom| spot(lines(top, bottom), (500, 52), DESK, false);
        assert_eq!(at(300, 400), Spot::At { left: 350, top: 234 });
        assert_eq!(at(100, 200), Spot::At { left: 350, top: 214 });
        // All of the article is selected: neither end is in view.
        assert_eq!(at(-4000, 30_000), Spot::Foot);
        assert_eq!(at(-400, 300), Spot::At { left: 350, top: 314 });
        assert_eq!(at(700, 2000), Spot::At { left: 350, top: 634 });
        // Out of view: not where nobody sees it.
        assert_eq!(at(-300, -200), Spot::Foot);
        assert_eq!(at(1200, 1300), Spot::Foot);
    }

    #[test]
    fn it_stays_in_the_window() {
        let left = |middle| spot(Lines { middle, top: 300, bottom: 330 }, (500, 52), DESK, false);
        assert_eq!(left(20), Spot::At { left: 8, top: 234 });
        assert_eq!(left(1270), Spot::At { left: 772, top: 234 });
    }

    #[test]
    fn docked_it_leaves_the_words_and_the_systems_menu_alone() {
        let at = |top, bottom| spot(lines(top, bottom), (390, 130), PHONE, true);
        assert_eq!(at(200, 300), Spot::Foot);
        assert_eq!(at(640, 700), Spot::Head);
        assert_eq!(at(10, 780), Spot::Foot);
        assert_eq!(at(900, 950), Spot::Foot);
    }

    #[test]
    fn the_window_moves_only_for_what_is_not_in_view() {
        assert_eq!(scroll_by(lines(200, 300), 52, DESK, false), 0);
        for (top, bottom) in [(60, 90), (790, 830), (-500, -460), (5000, 5100)] {
            let by = scroll_by(lines(top, bottom), 52, DESK, false);
            assert!(by != 0, "{top}");
            assert_eq!(scroll_by(lines(top - by, bottom - by), 52, DESK, false), 0, "{top}");
        }
        // Longer than the window: from its beginning.
        let by = scroll_by(lines(900, 2900), 52, DESK, false);
        assert_eq!(900 - by, 56 + 52 + 28);
        let by = scroll_by(lines(700, 760), 130, PHONE, true);
        assert!(760 - by <= 788 - 130);
    }
}
