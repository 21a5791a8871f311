//! What the reader calls the colours, kept and shared by every page.

use super::Keeping;
use crate::annotation::Colour;
use crate::reading::ColourNames;
use crate::storage::Collection;
use leptos::prelude::*;

/// The id of the one record.
const ID: &str = "colours";

/// The names.
#[derive(Clone, Copy)]
pub(crate) struct Colours {
    names: RwSignal<ColourNames>,
    /// Counts what other tabs changed.
    elsewhere: RwSignal<usize>,
    keeping: Keeping,
}

impl Colours {
    /// Reads the names, and again when another tab changed them.
    pub(super) fn open(keeping: Keeping) -> Colours {
        let names = RwSignal::new(kept(keeping).unwrap_or_default());
        let elsewhere = RwSignal::new(0);
        keeping.when_settings_change(move || {
            let now = kept(keeping).unwrap_or_default();
            if names.with_untracked(|names| *names != now) {
                names.set(now);
                elsewhere.update(|times| *times += 1);
            }
        });
        Colours { names, elsewhere, keeping }
    }

    /// What a colour is called, and again when that changes.
    pub(crate) fn name(self, colour: Colour) -> String {
        self.names.with(|names| names.name(colour).to_owned())
    }

    /// The reader's own name for it, for the field that it is typed into: again only when another tab changed it. Empty
    /// where there is none.
    pub(crate) fn own(self, colour: Colour) -> String {
        self.elsewhere.track();
        self.names.with_untracked(|names| names.own(colour).to_owned())
    }

    /// Calls a colour something else and keeps that.
    pub(crate) fn rename(self, colour: Colour, name: &str) {
        self.names.update(|names| names.rename(colour, name));
        let value = self.names.with_untracked(ColourNames::to_json);
        // Where nothing can be kept the name holds for this visit, and the banner says the rest.
        self.keeping.records(|records| records.replace(Collection::Settings, ID, &value));
    }
}

/// The names that are kept.
fn kept(keeping: Keeping) -> Option<ColourNames> {
    keeping.setting(ID).map(|value| ColourNames::from_json(&value))
}

/// What the reader calls the colours.
pub(crate) fn use_colours() -> Colours {
    super::state().colours
}
