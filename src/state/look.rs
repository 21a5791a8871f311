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
        let look = Look { settings: RwSignal::new(kept(keeping).unwrap_or_default()), keeping };
        keeping.when_settings_change(move || {
            look.settings.set(kept(keeping).unwrap_or_default());
            look.apply();
        });
        look
    }

    /// Looks at the choices, and again when they change.
    pub(crate) fn read<T>(self, look: impl FnOnce(&ReadingSettings) -> T) -> T {
        self.settings.with(look)
    }

    /// Looks at the choices once.
    pub(crate) fn read_untracked<T>(self, look: impl FnOnce(&ReadingSettings) -> T) -> T {
        self.settings.with_untracked(look)
    }

    /// Changes the choices, shows them and keeps them.
    pub(crate) fn change(self, change: impl FnOnce(&mut ReadingSettings)) {
        self.settings.update(change);
        self.apply();
        // Where nothing can be kept the page looks as chosen, and the banner says the rest.
        let settings = self.settings.get_untracked();
        self.keeping.records(|records| records.replace(Collection::Settings, ID, &settings.to_json()));
    }

    /// Whether the choices are kept as they are: another page will find them.
    pub(crate) fn is_kept(self) -> bool {
        let kept = kept(self.keeping).map(|kept| kept.to_json());
        kept == Some(self.settings.with_untracked(ReadingSettings::to_json))
    }

    /// Makes the page look as chosen.
    fn apply(self) {
        let settings = self.settings.get_untracked();
        page::set_root_classes(&ReadingSettings::CLASS_PREFIXES, &settings.classes());
        page::set_root_property("--reader-size", &settings.size_factor());
    }
}

/// The choices that are kept.
fn kept(keeping: Keeping) -> Option<ReadingSettings> {
    keeping.setting(ID).map(|value| ReadingSettings::from_json(&value))
}

/// How pages look.
pub(crate) fn use_look() -> Look {
    super::state().look
}
