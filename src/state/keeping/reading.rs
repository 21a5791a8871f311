//! How the notebook is read when a page begins: all at once, or, while an article is being opened, a slice a task.
//!
//! Nobody may write, or look once, at a notebook that is half read: who does so asks for the rest first
//! ([`Keeping::finish`]).

use super::Keeping;
#[cfg(not(feature = "ssr"))]
use crate::notebook::Loading;
#[cfg(not(feature = "ssr"))]
use crate::platform::clock;
#[cfg(not(feature = "ssr"))]
use crate::platform::page;
#[cfg(not(feature = "ssr"))]
use crate::platform::timer::{self, Timer};
use leptos::prelude::*;

/// How many milliseconds of a task may go by with reading records.
#[cfg(not(feature = "ssr"))]
const SLICE: i64 = 7;
/// More records than this are not begun with before the page stands.
#[cfg(not(feature = "ssr"))]
const AT_FIRST: usize = 150;

impl Keeping {
    /// Reads; where the article comes first, what takes longer than a slice anyway is not begun in the task that makes the
    /// page.
    #[cfg(not(feature = "ssr"))]
    pub(super) fn begin(self, loading: Loading, article_first: bool) {
        if article_first && loading.left() > AT_FIRST {
            self.go_on(loading);
        } else {
            self.load(loading, article_first);
        }
    }

    /// Reads on, until everything is read or, where there is time, until this slice is over.
    #[cfg(not(feature = "ssr"))]
    fn load(self, mut loading: Loading, in_slices: bool) {
        let began = clock::now();
        let mut time_left = || !in_slices || (0..SLICE).contains(&(clock::now() - began));
        let read = self.with_records(|records| loading.go_on(records, &mut time_left));
        let waiting = !self.whole.get_untracked();
        match read {
            Some(Ok(Some(notebook))) => {
                self.loaded.set_value(true);
                self.notebook.set(notebook);
            }
            Some(Ok(None)) => return self.go_on(loading),
            // Everything is read again before the next change.
            Some(Err(error)) => self.failure.set(Some(error)),
            None => {}
        }
        if waiting {
            self.whole.set(true);
            // What is painted because of it holds the page back in turn.
            timer::next_frame(page::release_ready);
        }
    }

    /// Reads on in a task of its own.
    #[cfg(not(feature = "ssr"))]
    fn go_on(self, loading: Loading) {
        if self.whole.get_untracked() {
            self.whole.set(false);
            page::hold_ready();
        }
        let go_on = Timer::after(std::time::Duration::ZERO, move || {
            if let Some((loading, _timer)) = self.loading.try_update_value(Option::take).flatten() {
                self.load(loading, true);
            }
        });
        self.loading.set_value(Some((loading, go_on)));
    }

    /// Reads what is still to be read: before anybody writes, and before anybody looks who will not look again.
    pub(crate) fn finish(self) {
        #[cfg(not(feature = "ssr"))]
        if let Some((loading, _timer)) = self.loading.try_update_value(Option::take).flatten() {
            self.load(loading, false);
        }
    }

    /// Whether everything is read, and again when it is.
    pub(crate) fn is_whole(self) -> bool {
        self.whole.get()
    }
}
