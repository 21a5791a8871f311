//! What a notebook under a passphrase asks of [`Keeping`]: another store, and words about what is still on its way to it.

use super::{Keeping, Notebook};
use crate::annotation::from_json;
use crate::platform::ident;
use crate::state::locking::Sealing;
use crate::storage::{Collection, Found, Quarantined, Records, Store, StoreError, read_record};
use leptos::prelude::*;
use std::rc::Rc;

impl Keeping {
    /// What is written from now on goes to this store, and what is there is read. Words that were never kept stay, and
    /// are saved there.
    pub(in crate::state) fn move_to(self, store: Rc<dyn Store>, locked: bool) {
        self.change_store(store, locked);
        self.refresh();
    }

    /// What is written from now on goes to this store. What is read in it is to be [met](Keeping::meet) first.
    pub(in crate::state) fn change_store(self, store: Rc<dyn Store>, locked: bool) {
        self.finish();
        self.records.set_value(Some(Records::new(store)));
        self.locked.set(locked);
    }

    /// Says what became of what was written. What failed and is tried again has failed until it is kept.
    pub(in crate::state) fn tell(self, sealing: Sealing) {
        let Some(before) = self.sealing.try_get_untracked() else { return };
        let (waits, failure) = match sealing {
            Sealing::Done => (false, None),
            Sealing::UnderWay => (true, self.failure.get_untracked()),
            Sealing::Failed(error) => (true, Some(error)),
        };
        if (before || waits) && self.failure.get_untracked() != failure {
            self.failure.set(failure);
        }
        if before != waits {
            self.sealing.set(waits);
        }
    }

    /// Whether nothing is kept any more: everything was erased.
    pub(in crate::state) fn is_closed(self) -> bool {
        self.with_records(|_| ()).is_none()
    }

    /// How many notes are in memory alone.
    pub(crate) fn unkept(self) -> usize {
        self.notebook.with_untracked(Notebook::unkept)
    }

    /// Another tab was faster with a note; see `Notebook::met`. Says whether the key is a note's.
    pub(in crate::state) fn meet(self, key: &str, base: Option<String>) -> bool {
        let Some((Collection::Annotation, id)) = Collection::of_key(key) else { return false };
        // What can't be read or saved just now, the banner says.
        let _ = self.act(|notebook, records| notebook.met(records, id, base, &mut ident::random));
        true
    }

    /// Takes in a version of a note that stands beside the store's. `None` where these are no note's bytes.
    pub(in crate::state) fn take_beside(self, key: &str, bytes: String) -> Option<Result<(), StoreError>> {
        let (Collection::Annotation, id) = Collection::of_key(key)? else { return None };
        let Found::Record(record) = read_record(Collection::Annotation, id, bytes) else { return None };
        let annotation = from_json(&record.value).ok().filter(|annotation| annotation.id == id)?;
        Some(self.act(|notebook, records| notebook.take_beside(records, annotation, &mut ident::random)))
    }

    /// A record that can't be used stands in the store; "Your data" lists it.
    pub(in crate::state) fn set_aside(self, record: Quarantined) {
        self.notebook.update(|notebook| notebook.set_aside(record));
    }
}
