//! Whether the rest of the program is here: it comes in parts, and the first shows the first page.

use leptos::prelude::*;

/// The rest of the program.
#[derive(Clone, Copy)]
pub(crate) struct Rest {
    here: RwSignal<bool>,
    changed: Trigger,
}

impl Default for Rest {
    fn default() -> Rest {
        Rest { here: RwSignal::new(false), changed: Trigger::new() }
    }
}

impl Rest {
    /// Whether all of it is here, and again when it comes.
    pub(crate) fn is_here(self) -> bool {
        self.here.get()
    }

    /// It is here.
    pub(crate) fn came(self) {
        // Once: what waited is made, and must not be made again.
        if !self.here.get_untracked() {
            self.here.set(true);
        }
        self.changed.notify();
    }

    /// A part of it is here.
    #[cfg(not(feature = "ssr"))]
    pub(crate) fn changed(self) {
        self.changed.notify();
    }

    /// Asks again when a part of it comes.
    pub(crate) fn track(self) {
        self.changed.track();
    }
}

/// The rest of the program.
pub(crate) fn use_rest() -> Rest {
    super::state().rest
}
