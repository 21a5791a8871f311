//! What a field for the reader's own words wrote since they came to it, so that it can be taken back.
//!
//! Nothing that another tab wrote is ever taken back with it.

use super::deleting;
use crate::annotation::Annotation;
use crate::state::{Keeping, Status};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// What a field wrote, as the notebook had it then.
#[derive(Clone, Copy)]
pub(crate) struct Written(StoredValue<Option<Annotation>>);

impl Default for Written {
    fn default() -> Self {
        Self(StoredValue::new(None))
    }
}

impl Written {
    /// The reader comes to the field: nothing is written yet.
    pub(super) fn forget(self) {
        self.0.set_value(None);
    }

    /// The field wrote this note.
    pub(super) fn note(self, keeping: Keeping, id: &str) {
        let _ = self.0.try_set_value(keeping.read_untracked(|notebook| notebook.get(id).cloned()));
    }

    /// Takes back what was written since `before`, which is `None` where there was no note, and offers the way to it.
    /// What another tab made of it meanwhile stays, and so do its colour and its place: they are no part of the note.
    pub(crate) fn take_back(self, keeping: Keeping, status: Status, before: Option<Annotation>) {
        let Some(written) = self.0.try_update_value(Option::take).flatten() else { return };
        // Under another id it is the version that was set beside another tab's.
        let before = before.filter(|before| before.id == written.id);
        let back = before.map(|Annotation { body, tags, modified, .. }| Annotation {
            body,
            tags,
            modified,
            ..written.clone()
        });
        if back.as_ref().is_some_and(|back| back.body == written.body) {
            return;
        }
        let report = keeping.revert(back.as_ref(), &written);
        if report.changed == 0 {
            deleting::say_taken_back(status, report);
        } else if written.has_body() {
            let undo = move || deleting::say_taken_back(status, keeping.undo(&report.undo));
            status.offer_undo(words::deleting::cancelled(), Arc::new(undo));
        }
    }
}
