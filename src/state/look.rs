//! How pages look: the reader's choices as a signal, applied to the root element and kept.

use super::Keeping;
use crate::platform::page;
use crate::reading::ReadingSettings;
use crate::storage::Collection;
use leptos::prelude::*;

/// The id of the one record.
const ID: &str = "reading";

/// The reader's choices.
#[derive(Clone, Copy)]
pub(crate) struct Look {
    settings: RwSignal<ReadingSettings>,
    keeping: Keeping,
}

impl Look {
    /// Reads the choices. The start script of the page has applied them already.
    pub(super) fn open(keeping: Keeping) -> Look {
        let record = keeping.records(|records| records.get(Collection::Settings, ID).ok().flatten()).flatten();
        let settings = record.as_ref().map(|record| ReadingSettings::from_json(&record.value));
        Look { settings: RwSignal::new(settings.unwrap_or_default()), keeping }
    }

    /// Looks at the choices, and again when they change.
    pub(crate) fn read<T>(self, look: impl FnOnce(&ReadingSettings) -> T) -> T {
        self.settings.with(look)
    }

    /// Looks at the choices once.
    pub(crate) fn peek<T>(self, look: impl FnOnce(&ReadingSettings) -> T) -> T {
        self.settings.with_untracked(look)
    }

    /// Changes the choices, shows them and keeps them.
    pub(crate) fn change(self, change: impl FnOnce(&mut ReadingSettings)) {
        self.settings.update(change);
        let settings = self.settings.get_untracked();
        page::set_root_classes(&ReadingSettings::CLASS_PREFIXES, &settings.classes());
        page::set_root_property("--reader-size", &settings.size_factor());
        // Where nothing can be kept the page looks as chosen, and the banner says the rest.
        self.keeping.records(|records| records.replace(Collection::Settings, ID, &settings.to_json()));
    }
}

/// How pages look.
pub(crate) fn use_look() -> Look {
    super::state().look
}
