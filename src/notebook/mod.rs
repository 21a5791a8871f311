//! The reader's collection: everything they marked and wrote, kept in step with the store.
//!
//! Pure over a [`Records`]. Nothing a reader wrote is lost here: what can't be saved stays in the collection and says
//! so, what was changed elsewhere is kept beside what is changed here, and what is deleted can be brought back.

mod batch;
mod chosen;
mod desk;
mod entry;
mod filter;
mod keep;
mod list;
mod loading;
mod merge;
mod tombstone;
mod view;
mod words;

pub use batch::{Change, Report, Undo};
pub use chosen::same_question;
pub use desk::{Attention, Desk, Settled, count};
pub use entry::Entry;
pub use filter::{Filter, KindFilter};
pub use list::{Counts, Group, Library, Listing};
pub use loading::Loading;
pub use merge::{merge, moved_to, same};
pub use tombstone::{LIMIT as TOMBSTONES, Tombstone};
pub use view::{Order, PAGE, View};
pub use words::{Piece, pieces};

use crate::annotation::Annotation;
use crate::storage::{Collection, Found, Quarantined, Records, StoreError};
use std::collections::BTreeMap;

/// The collection.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notebook {
    entries: BTreeMap<String, Entry>,
    tombstones: BTreeMap<String, Tombstone>,
    quarantined: Vec<Quarantined>,
}

/// What became of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is kept.
    Kept,
    /// The same annotation was changed elsewhere meanwhile: both versions are kept.
    KeptBoth,
}

/// Where ids of annotations that have to be kept beside others come from.
pub type Fresh<'a> = &'a mut dyn FnMut() -> String;

impl Notebook {
    /// The collection as the store has it.
    ///
    /// # Errors
    /// The store's, where it can't be read.
    pub fn load(records: &Records) -> Result<Notebook, StoreError> {
        Ok(Loading::begin(records)?.go_on(records, &mut || true)?.unwrap_or_default())
    }

    /// Takes in what the store has.
    fn take(&mut self, collection: Collection, found: Found) {
        let unusable = match found {
            Found::Nothing => return,
            Found::Unusable(unusable) => unusable,
            Found::Record(record) if collection == Collection::Tombstone => match Tombstone::from_json(&record.value) {
                Some(tombstone) => {
                    self.tombstones.insert(record.id, tombstone);
                    return;
                }
                None => entry::meaningless(collection, record),
            },
            Found::Record(record) => match Entry::of_record(record) {
                Ok(entry) => {
                    self.entries.insert(entry.annotation.id.clone(), entry);
                    return;
                }
                Err(unusable) => unusable,
            },
        };
        self.set_aside(unusable);
    }

    /// Everything, in no particular order.
    pub fn annotations(&self) -> impl Iterator<Item = &Annotation> {
        self.entries.values().map(|entry| &entry.annotation)
    }

    /// Everything, with what the notebook knows of it.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.values()
    }

    /// Those of one article.
    pub fn of_article(&self, slug: &str) -> impl Iterator<Item = &Annotation> {
        self.annotations().filter(move |annotation| annotation.article == slug)
    }

    /// One of them.
    pub fn get(&self, id: &str) -> Option<&Annotation> {
        self.entries.get(id).map(|entry| &entry.annotation)
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether an annotation is kept as it is now.
    pub fn is_kept(&self, id: &str) -> bool {
        self.entries.get(id).is_some_and(Entry::is_kept)
    }

    /// How many are not kept.
    pub fn unkept(&self) -> usize {
        self.entries.values().filter(|entry| !entry.is_kept()).count()
    }

    /// Records that can't be used; they stay in the store as they are.
    pub fn quarantined(&self) -> &[Quarantined] {
        &self.quarantined
    }

    /// What is left of those that were deleted, by their ids.
    pub fn tombstones(&self) -> impl Iterator<Item = (&str, &Tombstone)> {
        self.tombstones.iter().filter(|(id, _)| !self.entries.contains_key(*id)).map(|(id, left)| (id.as_str(), left))
    }

    /// What is left of a deleted annotation, unless it came back.
    pub fn tombstone(&self, id: &str) -> Option<&Tombstone> {
        self.tombstones.get(id).filter(|_| !self.entries.contains_key(id))
    }

    /// Gives a change its time: later than that of every version it follows, even where the clock was set back.
    pub fn stamp(&self, annotation: &mut Annotation, now: i64) {
        let present = self.get(&annotation.id).map(|present| present.modified);
        let buried = self.tombstones.get(&annotation.id).map(|tombstone| tombstone.modified);
        let before = present.into_iter().chain(buried).fold(annotation.modified, i64::max);
        annotation.modified = now.max(before.saturating_add(1));
    }
}
