//! The collection and the store, kept in step.
//!
//! What the reader changes is taken into the collection first and then saved, so that a store that fails loses
//! nothing. What the store has meanwhile got from elsewhere is met, never written over.

use super::merge::{merge, same};
use super::tombstone::LIMIT;
use super::{Entry, Fresh, Notebook, Outcome, Tombstone};
use crate::annotation::{Annotation, to_json};
use crate::order::sorted;
use crate::storage::{Collection, Found, Quarantined, Records, Saved, StoreError, read_record, seal};

/// How often a save may find that another tab was faster before it gives up.
const ATTEMPTS: usize = 4;

impl Notebook {
    /// Adds or changes an annotation and keeps it. What was changed elsewhere meanwhile is merged; where both changed
    /// the words, the other version keeps the id and this one gets a fresh one.
    ///
    /// # Errors
    /// The store's. The collection holds the annotation all the same.
    pub fn put(&mut self, records: &Records, annotation: Annotation, fresh: Fresh<'_>) -> Result<Outcome, StoreError> {
        self.place(records, annotation, fresh).map(|(outcome, _)| outcome)
    }

    /// Keeps what the reader made of `base`, which may have changed in the collection since they began. Gives the id
    /// under which their words are.
    ///
    /// # Errors
    /// The store's. The collection holds the annotation all the same.
    pub fn write(
        &mut self,
        records: &Records,
        base: Option<&Annotation>,
        mut changed: Annotation,
        fresh: Fresh<'_>,
    ) -> Result<(Outcome, String), StoreError> {
        let Some(present) = self.get(&changed.id) else { return self.place(records, changed, fresh) };
        if base.is_none_or(|base| same(base, present)) {
            return self.place(records, changed, fresh);
        }
        match merge(base, &changed, present) {
            Some(mut merged) => {
                merged.modified = merged.modified.max(changed.modified);
                self.place(records, merged, fresh)
            }
            None => {
                changed.id = fresh();
                self.place(records, changed, fresh).map(|(_, id)| (Outcome::KeptBoth, id))
            }
        }
    }

    /// Takes in a version that stands outside the collection and says something of its own: where one is there already
    /// that says something else, both stay.
    ///
    /// # Errors
    /// The store's. The collection holds the annotation all the same.
    pub fn take_beside(
        &mut self,
        records: &Records,
        mut annotation: Annotation,
        fresh: Fresh<'_>,
    ) -> Result<(), StoreError> {
        if let Some(present) = self.get(&annotation.id) {
            if same(&annotation, present) {
                return Ok(());
            }
            annotation.id = fresh();
        }
        self.place(records, annotation, fresh).map(|_| ())
    }

    /// Something in the store can't be used. It stays there as it is.
    pub fn set_aside(&mut self, unusable: Quarantined) {
        self.quarantined.retain(|known| known.key != unusable.key);
        self.quarantined.push(unusable);
    }

    fn place(
        &mut self,
        records: &Records,
        annotation: Annotation,
        fresh: Fresh<'_>,
    ) -> Result<(Outcome, String), StoreError> {
        let id = annotation.id.clone();
        let before = self.entries.remove(&id);
        let (bytes, tried) = before.map(|entry| (entry.bytes, entry.tried)).unwrap_or_default();
        self.entries.insert(id.clone(), Entry::unkept(annotation, bytes, tried));
        self.settle(records, &id, fresh)
    }

    /// Brings an annotation to the store as it is here.
    fn settle(&mut self, records: &Records, id: &str, fresh: Fresh<'_>) -> Result<(Outcome, String), StoreError> {
        for _ in 0..ATTEMPTS {
            let Some(entry) = self.entries.get_mut(id).filter(|entry| !entry.kept) else { break };
            let value = to_json(&entry.annotation);
            let present = match records.save(Collection::Annotation, id, &value, entry.bytes.as_deref()) {
                Ok(Saved::Kept(bytes)) => {
                    let new = entry.bytes.is_none();
                    entry.keep(bytes);
                    // Another tab's tombstone may be there before we heard of it.
                    if self.tombstones.remove(id).is_some() || new {
                        unbury(records, id);
                    }
                    break;
                }
                Ok(Saved::Conflict(present)) => present,
                Err(error) => {
                    entry.remember(seal(&value));
                    return Err(error);
                }
            };
            if present.is_none() || present.as_ref().is_some_and(|bytes| entry.tried.contains(bytes)) {
                // Removed elsewhere, and what is written here was written later; or written by us without our knowing.
                entry.bytes = present;
            } else if let Some(bytes) = present
                && let Some(other) = self.meet(id, bytes, fresh)
            {
                return self.settle(records, &other, fresh).map(|(_, id)| (Outcome::KeptBoth, id));
            }
        }
        let left = self.entries.get(id).is_some_and(|entry| !entry.kept);
        if left { Err(StoreError::NotKept) } else { Ok((Outcome::Kept, id.to_owned())) }
    }

    /// Takes in what the store has got under the id of something that is not kept. Where both have to stay, what is
    /// here moves to a fresh id, which is given.
    fn meet(&mut self, id: &str, bytes: String, fresh: Fresh<'_>) -> Option<String> {
        let mine = self.entries.remove(id)?;
        let found = read_record(Collection::Annotation, id, bytes);
        self.take(Collection::Annotation, found);
        if let Some(theirs) = self.entries.get(id) {
            match merge(mine.base().as_ref(), &mine.annotation, &theirs.annotation) {
                Some(merged) if same(&merged, &theirs.annotation) => return None,
                Some(merged) => {
                    let bytes = theirs.bytes.clone();
                    self.entries.insert(id.to_owned(), Entry::unkept(merged, bytes, Vec::new()));
                    return None;
                }
                None => {}
            }
        }
        Some(self.set_beside(mine.annotation, fresh))
    }

    /// Keeps an annotation under another id.
    fn set_beside(&mut self, mut annotation: Annotation, fresh: Fresh<'_>) -> String {
        let id = fresh();
        annotation.id.clone_from(&id);
        self.entries.insert(id.clone(), Entry::unkept(annotation, None, Vec::new()));
        id
    }

    /// Deletes an annotation and hands it back, so that it can be brought back. One that was changed elsewhere
    /// meanwhile is not deleted: the newer version appears, and `None` comes back.
    ///
    /// # Errors
    /// The store's. The annotation is then still there.
    pub fn delete(&mut self, records: &Records, id: &str, fresh: Fresh<'_>) -> Result<Option<Annotation>, StoreError> {
        let annotation = self.withdraw(records, id, fresh)?;
        if let Some(annotation) = &annotation {
            self.bury(records, annotation);
        }
        Ok(annotation)
    }

    /// Takes back an annotation that has only just come to be: as [`Notebook::delete`], but no tombstone stays. Nobody
    /// has an older copy that could bring it back.
    ///
    /// # Errors
    /// As [`Notebook::delete`].
    pub fn withdraw(
        &mut self,
        records: &Records,
        id: &str,
        fresh: Fresh<'_>,
    ) -> Result<Option<Annotation>, StoreError> {
        let Some(entry) = self.entries.get(id) else { return Ok(None) };
        let present = records.bytes(Collection::Annotation, id)?;
        if let Some(bytes) = present {
            let ours = entry.bytes.as_ref() == Some(&bytes) || entry.tried.contains(&bytes);
            let removed =
                if ours { records.remove(Collection::Annotation, id, &bytes) } else { Ok(Saved::Conflict(None)) };
            match removed {
                Ok(Saved::Kept(_)) => {}
                Ok(Saved::Conflict(_)) => {
                    self.reload(records, id, fresh)?;
                    return Ok(None);
                }
                Err(error) => {
                    // It may be gone all the same: what the reader is told is still there has to be saved again.
                    if let Some(entry) = self.entries.get_mut(id) {
                        entry.kept = false;
                    }
                    return Err(error);
                }
            }
        }
        Ok(self.entries.remove(id).map(|entry| entry.annotation))
    }

    /// Brings back what was deleted, as it was. Says whether there was anything to do: one that came back by an edit
    /// elsewhere stays as it is.
    ///
    /// # Errors
    /// The store's. The collection holds the annotation all the same.
    pub fn restore(&mut self, records: &Records, annotation: Annotation, fresh: Fresh<'_>) -> Result<bool, StoreError> {
        let _ = self.reload(records, &annotation.id, fresh);
        if self.entries.contains_key(&annotation.id) {
            return Ok(false);
        }
        self.place(records, annotation, fresh).map(|_| true)
    }

    /// Leaves a tombstone. One that could not be kept is no fault: the annotation is deleted all the same.
    fn bury(&mut self, records: &Records, annotation: &Annotation) {
        let number = self.tombstones.values().map(|tombstone| tombstone.number).max().unwrap_or_default();
        let tombstone = Tombstone::of(annotation, number.saturating_add(1));
        let _ = records.replace(Collection::Tombstone, &annotation.id, &tombstone.to_json());
        self.tombstones.insert(annotation.id.clone(), tombstone);
        while self.tombstones.len() > LIMIT {
            let oldest = self.tombstones.iter().min_by_key(|(_, tombstone)| tombstone.number);
            let Some(oldest) = oldest.map(|(id, _)| id.clone()) else { break };
            self.tombstones.remove(&oldest);
            unbury(records, &oldest);
        }
    }

    /// Takes over what the store has under an id: another tab changed it. What is not kept here meets it.
    ///
    /// # Errors
    /// The store's, where it can't be read.
    pub fn reload(&mut self, records: &Records, id: &str, fresh: Fresh<'_>) -> Result<(), StoreError> {
        let bytes = records.bytes(Collection::Annotation, id)?;
        let key = Collection::Annotation.key(id);
        self.quarantined.retain(|record| record.key != key);
        let Some(entry) = self.entries.get_mut(id) else {
            let found = bytes.map_or(Found::Nothing, |bytes| read_record(Collection::Annotation, id, bytes));
            self.take(Collection::Annotation, found);
            return Ok(());
        };
        if bytes == entry.bytes {
            return Ok(());
        }
        let Some(bytes) = bytes else {
            if entry.kept {
                self.entries.remove(id);
            } else {
                entry.bytes = None;
            }
            return Ok(());
        };
        if entry.tried.contains(&bytes) {
            entry.bytes = Some(bytes);
            return Ok(());
        }
        if !entry.kept {
            self.meet(id, bytes, fresh);
            return Ok(());
        }
        let before = self.entries.remove(id);
        let found = read_record(Collection::Annotation, id, bytes);
        let newer = matches!(&found, Found::Unusable(record) if record.is_newer());
        self.take(Collection::Annotation, found);
        if let Some(before) = before.filter(|_| !newer && !self.entries.contains_key(id)) {
            // What is there now can't be read: this is the last good copy.
            self.set_beside(before.annotation, fresh);
        }
        Ok(())
    }

    /// What was taken for kept is not: another tab was faster, and what it made of `base` is in the store. Takes that
    /// over; where both changed the words, both stay. See `sealed::News::Met`.
    ///
    /// # Errors
    /// The store's, where it can't be read.
    pub fn met(
        &mut self,
        records: &Records,
        id: &str,
        base: Option<String>,
        fresh: Fresh<'_>,
    ) -> Result<(), StoreError> {
        if let Some(entry) = self.entries.get_mut(id) {
            entry.kept = false;
            entry.bytes = base;
        }
        self.reload(records, id, fresh)
    }

    /// Takes over what the store has of a tombstone.
    ///
    /// # Errors
    /// The store's, where it can't be read.
    pub fn reload_tombstone(&mut self, records: &Records, id: &str) -> Result<(), StoreError> {
        let found = records.find(Collection::Tombstone, id)?;
        self.tombstones.remove(id);
        self.take(Collection::Tombstone, found);
        Ok(())
    }

    /// Takes over everything that the store has: the page was asleep.
    ///
    /// # Errors
    /// The store's, where it can't be read. Nothing was taken over then.
    pub fn refresh(&mut self, records: &Records, fresh: Fresh<'_>) -> Result<(), StoreError> {
        let stored = records.all_bytes(Collection::Annotation)?;
        let buried = records.all_bytes(Collection::Tombstone)?;
        let known =
            |id: &String, bytes: &String| self.entries.get(id).is_some_and(|entry| entry.bytes.as_ref() == Some(bytes));
        let changed = stored.iter().filter(|(id, bytes)| !known(id, bytes)).map(|(id, _)| id.clone());
        let mut changed: Vec<String> = changed.collect();
        let stored = sorted(stored.into_iter().map(|(id, _)| id));
        changed.extend(self.entries.keys().filter(|id| stored.binary_search(id).is_err()).cloned());
        for id in changed {
            self.reload(records, &id, fresh)?;
        }
        self.tombstones.clear();
        for (id, bytes) in buried {
            self.take(Collection::Tombstone, read_record(Collection::Tombstone, &id, bytes));
        }
        Ok(())
    }

    /// Saves again what could not be saved before.
    ///
    /// # Errors
    /// The store's, at the first that still can't be saved.
    pub fn retry(&mut self, records: &Records, fresh: Fresh<'_>) -> Result<(), StoreError> {
        let unkept = self.entries.iter().filter(|(_, entry)| !entry.kept).map(|(id, _)| id.clone());
        for id in unkept.collect::<Vec<String>>() {
            self.settle(records, &id, fresh)?;
        }
        Ok(())
    }
}

/// Removes a tombstone that stands for nothing any more. One that stays does no harm.
fn unbury(records: &Records, id: &str) {
    if let Ok(Some(bytes)) = records.bytes(Collection::Tombstone, id) {
        let _ = records.remove(Collection::Tombstone, id, &bytes);
    }
}
