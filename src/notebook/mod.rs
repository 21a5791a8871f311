//! The reader's collection: everything they marked and wrote, kept in step with the store.
//!
//! Pure over a [`Records`]. Nothing a reader wrote is lost here: what can't be saved stays in the collection and says
//! so, what was changed elsewhere is kept beside what is changed here, and what is deleted is handed back for undo.

mod desk;
mod filter;

pub use desk::{Attention, Desk, Settled, count};
pub use filter::{Filter, KindFilter};

use crate::annotation::{Annotation, from_json, to_json};
use crate::storage::{Collection, Quarantined, Record, Records, Saved, StoreError, Why};
use std::collections::BTreeMap;

/// An annotation and what the store holds of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The annotation.
    pub annotation: Annotation,
    /// Its stored bytes; `None` while it is not kept.
    bytes: Option<String>,
}

/// The collection.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notebook {
    entries: BTreeMap<String, Entry>,
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

impl Notebook {
    /// The collection as the store has it.
    ///
    /// # Errors
    /// [`StoreError::Blocked`] where the store can't be reached.
    pub fn load(records: &Records) -> Result<Notebook, StoreError> {
        let loaded = records.load(Collection::Annotation)?;
        let mut notebook = Notebook { entries: BTreeMap::new(), quarantined: loaded.quarantined };
        loaded.records.into_iter().for_each(|record| notebook.take(record));
        Ok(notebook)
    }

    fn take(&mut self, record: Record) {
        match from_json(&record.value) {
            Ok(annotation) if annotation.id == record.id => {
                self.entries.insert(record.id, Entry { annotation, bytes: Some(record.bytes) });
            }
            Ok(_) | Err(_) => {
                self.entries.remove(&record.id);
                let key = Collection::Annotation.key(&record.id);
                self.quarantined.push(Quarantined { key, bytes: record.bytes, why: Why::Meaningless });
            }
        }
    }

    /// Everything, in no particular order.
    pub fn annotations(&self) -> impl Iterator<Item = &Annotation> {
        self.entries.values().map(|entry| &entry.annotation)
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
        self.entries.get(id).is_some_and(|entry| {
            entry.bytes.as_deref() == Some(crate::storage::seal(&to_json(&entry.annotation)).as_str())
        })
    }

    /// How many are not kept.
    pub fn unkept(&self) -> usize {
        self.entries.keys().filter(|id| !self.is_kept(id)).count()
    }

    /// Records that can't be used; they stay in the store as they are.
    pub fn quarantined(&self) -> &[Quarantined] {
        &self.quarantined
    }

    /// Adds or changes an annotation and keeps it. Where the same one was changed elsewhere, the other version keeps
    /// the id and this one gets `other_id`.
    ///
    /// # Errors
    /// The store's. The collection holds the annotation all the same.
    pub fn put(
        &mut self,
        records: &Records,
        annotation: Annotation,
        other_id: impl FnOnce() -> String,
    ) -> Result<Outcome, StoreError> {
        let id = annotation.id.clone();
        let expected = self.entries.get(&id).and_then(|entry| entry.bytes.clone());
        let value = to_json(&annotation);
        let entry = Entry { annotation, bytes: expected.clone() };
        let mut annotation = self.entries.entry(id.clone()).insert_entry(entry).get().annotation.clone();
        match records.save(Collection::Annotation, &id, &value, expected.as_deref())? {
            Saved::Kept(bytes) => {
                self.set_bytes(&id, bytes);
                Ok(Outcome::Kept)
            }
            // Removed elsewhere: what is written here was written later.
            Saved::Conflict(None) => self.insert(records, annotation).map(|()| Outcome::Kept),
            Saved::Conflict(Some(_)) => {
                self.entries.remove(&id);
                self.reload(records, &id)?;
                annotation.id = other_id();
                self.insert(records, annotation).map(|()| Outcome::KeptBoth)
            }
        }
    }

    fn insert(&mut self, records: &Records, annotation: Annotation) -> Result<(), StoreError> {
        let id = annotation.id.clone();
        let value = to_json(&annotation);
        self.entries.insert(id.clone(), Entry { annotation, bytes: None });
        match records.save(Collection::Annotation, &id, &value, None)? {
            Saved::Kept(bytes) => {
                self.set_bytes(&id, bytes);
                Ok(())
            }
            Saved::Conflict(_) => Err(StoreError::NotKept),
        }
    }

    fn set_bytes(&mut self, id: &str, bytes: String) {
        if let Some(entry) = self.entries.get_mut(id) {
            entry.bytes = Some(bytes);
        }
    }

    /// Deletes an annotation and hands it back, so that it can be put again. One that was changed elsewhere meanwhile
    /// is not deleted: the newer version appears, and `None` comes back.
    ///
    /// # Errors
    /// The store's. The annotation is then still there.
    pub fn delete(&mut self, records: &Records, id: &str) -> Result<Option<Annotation>, StoreError> {
        let Some(entry) = self.entries.get(id) else { return Ok(None) };
        if let Some(bytes) = entry.bytes.clone()
            && let Saved::Conflict(_) = records.remove(Collection::Annotation, id, &bytes)?
        {
            self.reload(records, id)?;
            return Ok(None);
        }
        Ok(self.entries.remove(id).map(|entry| entry.annotation))
    }

    /// Takes over what the store has under an id: another tab changed it.
    ///
    /// # Errors
    /// [`StoreError::Blocked`] where the store can't be reached.
    pub fn reload(&mut self, records: &Records, id: &str) -> Result<(), StoreError> {
        match records.get(Collection::Annotation, id)? {
            Some(record) => self.take(record),
            // An annotation that was never kept is only here: it stays.
            None if self.entries.get(id).is_some_and(|entry| entry.bytes.is_some()) => {
                self.entries.remove(id);
            }
            None => {}
        }
        Ok(())
    }
}
