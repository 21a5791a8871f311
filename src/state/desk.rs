//! What the reader is deciding about marks whose words changed: which are settled, and which one is looking for a place.

use super::Keeping;
use crate::notebook::Settled;
use crate::storage::Collection;
use leptos::prelude::*;

/// The id of the one record.
const ID: &str = "settled";

/// The decisions.
#[derive(Clone, Copy)]
pub(crate) struct Deciding {
    settled: RwSignal<Settled>,
    picking: RwSignal<Option<String>>,
    keeping: Keeping,
}

impl Deciding {
    /// Reads what is settled, and again when another tab changed it.
    pub(super) fn open(keeping: Keeping) -> Deciding {
        let settled = RwSignal::new(kept(keeping).unwrap_or_default());
        keeping.when_settings_change(move || {
            let now = kept(keeping).unwrap_or_default();
            if settled.with_untracked(|settled| *settled != now) {
                settled.set(now);
            }
        });
        Deciding { settled, picking: RwSignal::new(None), keeping }
    }

    /// Looks at what is settled, and again when that changes.
    pub(crate) fn settled<T>(self, look: impl FnOnce(&Settled) -> T) -> T {
        self.settled.with(look)
    }

    /// Changes what is settled and keeps it.
    pub(crate) fn settle(self, change: impl FnOnce(&mut Settled)) {
        self.settled.update(change);
        let value = self.settled.with_untracked(Settled::to_json);
        // Where nothing can be kept the reader is asked again next time: nothing of theirs is lost.
        self.keeping.records(|records| records.replace(Collection::Settings, ID, &value));
    }

    /// The mark that the reader is looking for a place for, in whatever page they are. Not kept: a page that is loaded
    /// again has forgotten it, and the mark is where it was.
    pub(crate) fn picking(self) -> RwSignal<Option<String>> {
        self.picking
    }
}

/// What is settled, as it is kept.
fn kept(keeping: Keeping) -> Option<Settled> {
    keeping.setting(ID).map(|value| Settled::from_json(&value))
}

/// What the reader is deciding.
pub(crate) fn use_deciding() -> Deciding {
    super::state().deciding
}
