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
    keeping: Keeping,
}

impl Colours {
    /// Reads the names.
    pub(super) fn open(keeping: Keeping) -> Colours {
        let record = keeping.records(|records| records.get(Collection::Settings, ID).ok().flatten()).flatten();
        let names = record.map(|record| ColourNames::from_json(&record.value));
        Colours { names: RwSignal::new(names.unwrap_or_default()), keeping }
    }

    /// What a colour is called, and again when that changes.
    pub(crate) fn name(self, colour: Colour) -> String {
        self.names.with(|names| names.name(colour).to_owned())
    }

    /// The reader's own name for it, once; empty where there is none.
    pub(crate) fn own(self, colour: Colour) -> String {
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

/// What the reader calls the colours.
pub(crate) fn use_colours() -> Colours {
    super::state().colours
}
