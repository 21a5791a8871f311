//! What other tabs do to the same records: it is opened, compared with what was known, and told of.

use super::super::{Letter, SEALED};
use super::{News, Stored, Task, Vault};
use crate::storage::StoreError;
use std::collections::BTreeSet;

impl Vault {
    /// The cipher's answer to [`Task::Open`]; `None` where the key does not open it.
    ///
    /// # Errors
    /// The store's, where it can't be read.
    pub fn opened(&self, name: &str, text: &str, words: Option<&str>) -> Result<Option<News>, StoreError> {
        let present = self.under.read(name)?;
        if present.as_deref() != Some(text) {
            // Changed once more since it was asked for.
            return Ok(self.look(name, present));
        }
        let mut inner = self.inner.borrow_mut();
        inner.unread.remove(name);
        let Some((key, bytes)) = words.and_then(Letter::record) else {
            inner.damaged.insert(name.to_owned(), text.to_owned());
            if let Some(key) = inner.names.get(name).cloned()
                && let Some(slot) = inner.slots.get_mut(&key)
            {
                // What it said is in memory alone now.
                slot.stored = None;
            }
            // Whatever waited for this one to be opened is to hear that it is in the way.
            inner.ask_again();
            return Ok(Some(News::Damaged { name: name.to_owned(), text: text.to_owned() }));
        };
        inner.damaged.remove(name);
        inner.names.insert(name.to_owned(), key.to_owned());
        let slot = inner.slots.entry(key.to_owned()).or_default();
        let stored = Stored { name: name.to_owned(), text: text.to_owned(), bytes: bytes.to_owned() };
        let before = slot.stored.replace(stored);
        let ours = slot.bytes.replace(bytes.to_owned());
        let base = before.map(|stored| stored.bytes);
        let key = key.to_owned();
        // A task that was waiting to seal ours finds that something else is written, and ends.
        Ok(match ours {
            Some(ours) if ours == bytes => None,
            Some(ours) if base.as_ref() != Some(&ours) => Some(News::Met { key, base, ours }),
            _ => Some(News::Changed(key)),
        })
    }

    /// Another tab changed what stands under this key of the store.
    ///
    /// # Errors
    /// The store's, where it can't be read.
    pub fn heard(&self, name: &str) -> Result<Option<News>, StoreError> {
        if !name.starts_with(SEALED) {
            return Ok(None);
        }
        let present = self.under.read(name)?;
        Ok(self.look(name, present))
    }

    /// Everything that other tabs changed while this page was asleep.
    ///
    /// # Errors
    /// The store's, where it can't be read.
    pub fn look_around(&self) -> Result<Vec<News>, StoreError> {
        let there = self.under.keys()?.into_iter().filter(|key| key.starts_with(SEALED));
        let mut names: BTreeSet<String> = there.collect();
        names.extend(self.inner.borrow().names.keys().cloned());
        let mut news = Vec::new();
        for name in names {
            news.extend(self.heard(&name)?);
        }
        Ok(news)
    }

    /// Compares what is under a name with what was known of it.
    fn look(&self, name: &str, present: Option<String>) -> Option<News> {
        let mut inner = self.inner.borrow_mut();
        let inner = &mut *inner;
        let known = inner.names.get(name).and_then(|key| inner.slots.get_mut(key).map(|slot| (key, slot)));
        match (present, known) {
            (Some(text), Some((_, slot))) if slot.stored.as_ref().is_some_and(|stored| stored.text == text) => None,
            (Some(text), _) => {
                inner.tasks.push_back(Task::Open { name: name.to_owned(), text });
                None
            }
            (None, known) => {
                inner.unread.remove(name);
                inner.damaged.remove(name);
                let (key, slot) = known?;
                let waited = slot.waits();
                slot.stored.take()?;
                if waited {
                    // What was written here was written later: it stays, and is brought there.
                    return None;
                }
                slot.bytes = None;
                Some(News::Changed(key.clone()))
            }
        }
    }
}
