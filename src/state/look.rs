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
        #[cfg(not(feature = "ssr"))]
        look.follow_other_tabs();
        look
    }

    /// What is chosen in another tab is chosen here.
    #[cfg(not(feature = "ssr"))]
    fn follow_other_tabs(self) {
        use crate::platform::dom::Listener;
        use wasm_bindgen::JsCast;
        let storage = Listener::on_window("storage", move |event| {
            let key = event.dyn_ref::<web_sys::StorageEvent>().and_then(web_sys::StorageEvent::key);
            if key.as_deref().map(Collection::of_key) == Some(Some((Collection::Settings, ID)))
                && let Some(settings) = kept(self.keeping)
            {
                self.settings.set(settings);
                self.apply();
            }
        });
        super::while_shown(vec![storage]);
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
        self.apply();
        let settings = self.settings.get_untracked();
        // Where nothing can be kept the page looks as chosen, and the banner says the rest.
        self.keeping.records(|records| records.replace(Collection::Settings, ID, &settings.to_json()));
    }

    /// Shows the choices.
    fn apply(self) {
        self.settings.with_untracked(|settings| {
            page::set_root_classes(&ReadingSettings::CLASS_PREFIXES, &settings.classes());
            page::set_root_property("--reader-size", &settings.size_factor());
        });
    }
}

/// What is kept.
fn kept(keeping: Keeping) -> Option<ReadingSettings> {
    let record = keeping.records(|records| records.get(Collection::Settings, ID).ok().flatten()).flatten();
    record.map(|record| ReadingSettings::from_json(&record.value))
}

/// How pages look.
pub(crate) fn use_look() -> Look {
    super::state().look
}
