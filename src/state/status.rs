//! What is said to the reader: one line, once, to eyes and to screen readers.
//!
//! A line that the page shows already is for screen readers alone. It never takes a way back away: where a line with Undo
//! stands, it is said beside that.

use crate::platform::timer::Timer;
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// How long a line is shown.
const SHOWN: Duration = Duration::from_secs(10);

/// Takes back what was done.
pub(crate) type Undo = Arc<dyn Fn() + Send + Sync>;

/// A line that is shown.
#[derive(Clone)]
pub(crate) struct Notice {
    /// What is said.
    pub(crate) text: String,
    /// How to take it back.
    pub(crate) undo: Option<Undo>,
}

/// The status line.
#[derive(Clone, Copy)]
pub(crate) struct Status {
    notice: RwSignal<Option<Notice>>,
    murmured: RwSignal<Option<String>>,
    timer: StoredValue<Option<Timer>, LocalStorage>,
}

impl Status {
    pub(super) fn new() -> Status {
        Status { notice: RwSignal::new(None), murmured: RwSignal::new(None), timer: StoredValue::new_local(None) }
    }

    /// Says and shows a line.
    pub(crate) fn say(self, text: impl Into<String>) {
        self.show(Notice { text: text.into(), undo: None });
    }

    /// Says a line that the page shows already.
    pub(crate) fn murmur(self, text: impl Into<String>) {
        self.murmured.set(Some(text.into()));
        // What only says what the page shows must not take a way back away.
        if self.notice.with_untracked(|notice| notice.as_ref().is_none_or(|notice| notice.undo.is_none())) {
            self.notice.set(None);
            self.hide_later();
        }
    }

    /// Says and shows a line with a way back.
    pub(crate) fn offer_undo(self, text: impl Into<String>, undo: Undo) {
        self.show(Notice { text: text.into(), undo: Some(undo) });
    }

    /// Goes the way back that is offered; `false` where none is.
    pub(crate) fn take_back(self) -> bool {
        let undo = self.notice.with_untracked(|notice| notice.as_ref().and_then(|notice| notice.undo.clone()));
        let Some(undo) = undo else { return false };
        self.hide();
        undo();
        true
    }

    fn show(self, notice: Notice) {
        self.murmured.set(None);
        self.notice.set(Some(notice));
        self.hide_later();
    }

    /// Starts the time after which the line goes.
    pub(crate) fn hide_later(self) {
        self.timer.set_value(Timer::after(SHOWN, move || self.hide()));
    }

    /// Keeps the line while the pointer or the focus is on it.
    pub(crate) fn hold(self) {
        self.timer.set_value(None);
    }

    /// Takes the line away.
    pub(crate) fn hide(self) {
        self.murmured.set(None);
        self.notice.set(None);
    }

    /// What is said for screen readers alone.
    pub(crate) fn murmured(self) -> Option<String> {
        self.murmured.get()
    }

    /// The line that is shown.
    pub(crate) fn notice(self) -> Option<Notice> {
        self.notice.get()
    }
}

/// The status line.
pub(crate) fn use_status() -> Status {
    super::state().status
}
