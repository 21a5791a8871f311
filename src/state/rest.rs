//! Whether the rest of the program is here: it is cut in two, and the first part shows the first page.

use leptos::prelude::*;

/// How far the rest of the program is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Progress {
    Coming,
    Here,
    #[cfg(not(feature = "ssr"))]
    Failed,
}

/// The rest of the program.
#[derive(Clone, Copy)]
pub(crate) struct Rest(RwSignal<Progress>);

impl Default for Rest {
    fn default() -> Rest {
        Rest(RwSignal::new(Progress::Coming))
    }
}

impl Rest {
    /// Whether it is here, and again when it comes.
    pub(crate) fn is_here(self) -> bool {
        self.0.get() == Progress::Here
    }

    /// Whether it could not be had, and again when that is known.
    #[cfg(not(feature = "ssr"))]
    pub(crate) fn failed(self) -> bool {
        self.0.get() == Progress::Failed
    }

    /// It is here.
    pub(crate) fn came(self) {
        self.0.set(Progress::Here);
    }

    /// It could not be had.
    #[cfg(not(feature = "ssr"))]
    pub(crate) fn fail(self) {
        self.0.set(Progress::Failed);
    }
}

/// The rest of the program.
pub(crate) fn use_rest() -> Rest {
    super::state().rest
}
