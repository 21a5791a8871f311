//! When an open notebook locks itself: by the clock, because timers stand still while a device sleeps.

const MINUTE: i64 = 60_000;

/// How long nobody touched the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Idle {
    minutes: u64,
    last: i64,
}

impl Idle {
    /// After how many minutes readers can have it lock itself; 0 for never.
    pub const CHOICES: [u64; 5] = [5, 15, 30, 60, 0];

    /// From `now` on, in milliseconds.
    pub fn new(minutes: u64, now: i64) -> Idle {
        Idle { minutes, last: now }
    }

    /// After so many minutes instead.
    pub fn set_minutes(&mut self, minutes: u64) {
        self.minutes = minutes;
    }

    /// Whether it is time. A clock that was set back begins anew.
    pub fn is_over(&mut self, now: i64) -> bool {
        self.last = self.last.min(now);
        let minutes = i64::try_from(self.minutes).unwrap_or(i64::MAX);
        minutes > 0 && now.saturating_sub(self.last) >= minutes.saturating_mul(MINUTE)
    }

    /// Somebody is there. A touch that comes too late, as the first one after a sleep, does not count.
    pub fn touch(&mut self, now: i64) {
        if !self.is_over(now) {
            self.last = now;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_time_after_the_minutes_and_a_touch_begins_them_anew() {
        let mut idle = Idle::new(5, 1000);
        assert!(!idle.is_over(1000 + 5 * MINUTE - 1));
        assert!(idle.is_over(1000 + 5 * MINUTE));
        idle.touch(1000 + 4 * MINUTE);
        assert!(!idle.is_over(1000 + 8 * MINUTE));
        idle.set_minutes(2);
        assert!(idle.is_over(1000 + 8 * MINUTE));
    }

    #[test]
    fn the_touch_that_wakes_a_device_comes_too_late() {
        let mut idle = Idle::new(5, 0);
        idle.touch(60 * MINUTE);
        assert!(idle.is_over(60 * MINUTE));
    }

    #[test]
    fn never_is_never_and_a_clock_that_was_set_back_locks_nothing() {
        assert!(!Idle::new(0, 0).is_over(i64::MAX));
        let mut idle = Idle::new(5, 100 * MINUTE);
        assert!(!idle.is_over(MINUTE));
        assert!(!idle.is_over(5 * MINUTE));
        assert!(idle.is_over(6 * MINUTE));
        assert!(!Idle::new(u64::MAX, 0).is_over(i64::MAX - 1));
    }
}
