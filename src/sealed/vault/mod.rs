//! The open vault: a store whose private records are in memory as they are and in the store under it sealed.
//!
//! A tab has one as long as its notebook is open; locking drops it. Nothing here waits: what needs the cipher is a
//! [`Task`], and whoever drives the vault brings the answer. Answers may come late, in any order, or never.

mod meeting;
mod moving;

use super::{Letter, SEALED, is_private};
use crate::storage::{Store, StoreError};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;

/// What the cipher is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// Name and seal a record, under a fresh nonce.
    Seal {
        /// The record's own key.
        key: String,
        /// Its bytes.
        bytes: String,
    },
    /// Open a sealed record.
    Open {
        /// Its key in the store.
        name: String,
        /// What stands there.
        text: String,
    },
}

/// What whoever keeps the records has to hear of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// Another tab changed this record: it reads otherwise now.
    Changed(String),
    /// Another tab changed a record that was being written here. Theirs is what is read now.
    Met {
        /// The record's key.
        key: String,
        /// What both were made from.
        base: Option<String>,
        /// What was written here and is not kept.
        ours: String,
    },
    /// A plain record stands beside a sealed one of the same key and says something else: an old tab wrote it. It stays
    /// until it was taken in and [`Vault::drop_plain`] is told.
    Beside {
        /// The record's key.
        key: String,
        /// The plain record.
        plain: String,
    },
    /// A damaged record is where this one was to be put, and stays. The key reads as that record from now on, so that
    /// nobody writes over it; what was written is kept nowhere.
    Barred {
        /// The record's key.
        key: String,
        /// What was written here.
        ours: String,
    },
    /// A sealed record that the right key does not open. It stays as it is.
    Damaged {
        /// Its key in the store.
        name: String,
        /// What stands there.
        text: String,
    },
}

/// A record that a page has to take along when the passphrase is gone: see [`Vault::left`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// The record's key.
    pub key: String,
    /// What it was made from; `None` where it is new.
    pub base: Option<String>,
    /// Its bytes.
    pub bytes: String,
    /// Where it stands sealed, if it does: to be taken away once it stands plain.
    pub name: Option<String>,
}

/// What the store under the vault holds of a record.
#[derive(Clone, Debug)]
struct Stored {
    name: String,
    text: String,
    bytes: String,
}

#[derive(Clone, Debug, Default)]
struct Slot {
    /// What is read here.
    bytes: Option<String>,
    stored: Option<Stored>,
}

impl Slot {
    fn waits(&self) -> bool {
        self.bytes.as_ref() != self.stored.as_ref().map(|stored| &stored.bytes)
    }
}

#[derive(Default)]
struct Inner {
    slots: BTreeMap<String, Slot>,
    /// The record's own key for each name that is known.
    names: BTreeMap<String, String>,
    tasks: VecDeque<Task>,
    /// Sealed records that have not been opened since the vault was.
    unread: BTreeSet<String>,
    damaged: BTreeMap<String, String>,
    /// Plain records that could not be taken in yet.
    beside: BTreeSet<String>,
    failure: Option<StoreError>,
}

impl Inner {
    /// Asks for every write that is in memory alone, unless that is under way.
    fn ask_again(&mut self) {
        for (key, slot) in self.slots.iter().filter(|(_, slot)| slot.waits()) {
            let asked = |task: &Task| matches!(task, Task::Seal { key: other, .. } if other == key);
            if let Some(bytes) = slot.bytes.clone()
                && !self.tasks.iter().any(asked)
            {
                self.tasks.push_back(Task::Seal { key: key.clone(), bytes });
            }
        }
    }

    /// The damaged record that stands where a record of this key would, as far as that is known.
    fn bar(&self, key: &str) -> Option<&String> {
        let stands = |name: &String| self.names.get(name).is_some_and(|known| known == key);
        self.damaged.iter().find(|(name, _)| stands(name)).map(|(_, text)| text)
    }
}

/// The open vault.
pub struct Vault {
    under: Rc<dyn Store>,
    inner: RefCell<Inner>,
}

impl Vault {
    /// Over a store. Before it may be read from, it has to be driven until [`Vault::is_read`].
    ///
    /// # Errors
    /// The store's, where it can't be read.
    pub fn over(under: Rc<dyn Store>) -> Result<Vault, StoreError> {
        let vault = Vault { under, inner: RefCell::default() };
        for name in vault.under.keys()?.into_iter().filter(|key| key.starts_with(SEALED)) {
            if let Some(text) = vault.under.read(&name)? {
                let mut inner = vault.inner.borrow_mut();
                inner.unread.insert(name.clone());
                inner.tasks.push_back(Task::Open { name, text });
            }
        }
        Ok(vault)
    }

    /// The next thing to ask the cipher for.
    pub fn task(&self) -> Option<Task> {
        self.inner.borrow_mut().tasks.pop_front()
    }

    /// Whether every sealed record was opened or found damaged.
    pub fn is_read(&self) -> bool {
        self.inner.borrow().unread.is_empty()
    }

    /// How many writes are in memory alone. Only at none is everything saved.
    pub fn waiting(&self) -> usize {
        self.inner.borrow().slots.values().filter(|slot| slot.waits()).count()
    }

    /// Why the last write could not be brought to the store, if so.
    pub fn failure(&self) -> Option<StoreError> {
        self.inner.borrow().failure
    }

    /// Sealed records that the right key does not open, each with its key in the store.
    pub fn damaged(&self) -> Vec<(String, String)> {
        self.inner.borrow().damaged.iter().map(|(name, text)| (name.clone(), text.clone())).collect()
    }

    /// Asks anew for every write that is still in memory alone: what failed before may go well now.
    pub fn retry(&self) {
        let mut inner = self.inner.borrow_mut();
        inner.failure = None;
        inner.ask_again();
    }

    /// The cipher's answer to [`Task::Seal`]: brings the record to the store and reads it back. A plain form of it goes
    /// after that.
    pub fn sealed(&self, key: &str, bytes: &str, hash: &[u8], letter: &Letter) -> Option<News> {
        let slot = self.inner.borrow().slots.get(key).cloned().unwrap_or_default();
        // Written anew or removed meanwhile: that has its own task.
        if slot.bytes.as_deref() != Some(bytes) || !slot.waits() {
            return None;
        }
        let brought = self.bring(key, bytes, Letter::name(hash), letter.to_text(), slot.stored);
        brought.unwrap_or_else(|error| {
            self.inner.borrow_mut().failure = Some(error);
            None
        })
    }

    /// The cipher can't seal: the browser refused.
    pub fn not_sealed(&self) {
        self.inner.borrow_mut().failure = Some(StoreError::Refused);
    }

    fn bring(
        &self,
        key: &str,
        bytes: &str,
        name: String,
        text: String,
        stored: Option<Stored>,
    ) -> Result<Option<News>, StoreError> {
        if let Some(present) = self.under.read(&name)? {
            if self.inner.borrow().damaged.get(&name) == Some(&present) {
                return Ok(Some(self.give_way(key, bytes, name)));
            }
            if stored.is_none_or(|stored| stored.text != present) {
                // Another tab was faster. What it wrote is opened first; ours goes on waiting.
                self.inner.borrow_mut().tasks.push_back(Task::Open { name, text: present });
                return Ok(None);
            }
        }
        self.under.write(&name, &text)?;
        if self.under.read(&name)?.as_ref() != Some(&text) {
            return Err(StoreError::NotKept);
        }
        let mut inner = self.inner.borrow_mut();
        inner.names.insert(name.clone(), key.to_owned());
        inner.damaged.remove(&name);
        let beside = inner.beside.contains(key);
        if let Some(slot) = inner.slots.get_mut(key) {
            slot.stored = Some(Stored { name, text, bytes: bytes.to_owned() });
        }
        drop(inner);
        if !beside && self.under.read(key)?.as_deref() == Some(bytes) {
            self.remove_from_store(key)?;
        }
        Ok(None)
    }

    /// A damaged record stands where this one was to be put: it would wait for ever.
    fn give_way(&self, key: &str, bytes: &str, name: String) -> News {
        let mut inner = self.inner.borrow_mut();
        inner.names.insert(name, key.to_owned());
        inner.slots.remove(key);
        News::Barred { key: key.to_owned(), ours: bytes.to_owned() }
    }

    fn put(&self, key: &str, bytes: Option<String>) {
        let mut inner = self.inner.borrow_mut();
        let slot = inner.slots.entry(key.to_owned()).or_default();
        slot.bytes.clone_from(&bytes);
        let waits = slot.waits();
        inner.tasks.retain(|task| !matches!(task, Task::Seal { key: other, .. } if other == key));
        if let Some(bytes) = bytes.filter(|_| waits) {
            inner.tasks.push_back(Task::Seal { key: key.to_owned(), bytes });
        }
    }

    /// What the store holds of a record is not known any more: it counts as waiting until it was brought there again.
    fn forget(&self, key: &str) {
        if let Some(slot) = self.inner.borrow_mut().slots.get_mut(key) {
            slot.stored = None;
        }
    }

    fn remove_from_store(&self, key: &str) -> Result<(), StoreError> {
        self.under.remove(key)?;
        if self.under.read(key)?.is_some() { Err(StoreError::NotRemoved) } else { Ok(()) }
    }
}

impl Store for Vault {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let mut keys: Vec<String> = self.under.keys()?.into_iter().filter(|key| !is_private(key)).collect();
        let inner = self.inner.borrow();
        keys.extend(inner.slots.iter().filter(|(_, slot)| slot.bytes.is_some()).map(|(key, _)| key.clone()));
        Ok(keys)
    }

    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        if !is_private(key) {
            return self.under.read(key);
        }
        let inner = self.inner.borrow();
        let written = inner.slots.get(key).and_then(|slot| slot.bytes.as_ref());
        Ok(written.or_else(|| inner.bar(key)).cloned())
    }

    fn write(&self, key: &str, value: &str) -> Result<(), StoreError> {
        if !is_private(key) {
            return self.under.write(key, value);
        }
        self.put(key, Some(value.to_owned()));
        Ok(())
    }

    /// Needs no cipher, and so is done at once. What another tab changed meanwhile stays: it is opened, and told of.
    fn remove(&self, key: &str) -> Result<(), StoreError> {
        if !is_private(key) {
            return self.under.remove(key);
        }
        if !self.inner.borrow().beside.contains(key) {
            self.under.remove(key)?;
        }
        let stored = self.inner.borrow().slots.get(key).and_then(|slot| slot.stored.clone());
        if let Some(Stored { name, text, .. }) = stored {
            match self.under.read(&name)? {
                Some(present) if present != text => {
                    self.inner.borrow_mut().tasks.push_back(Task::Open { name, text: present });
                }
                Some(_) => self.remove_from_store(&name).inspect_err(|_| self.forget(key))?,
                None => {}
            }
        }
        let mut inner = self.inner.borrow_mut();
        inner.tasks.retain(|task| !matches!(task, Task::Seal { key: other, .. } if other == key));
        if let Some(slot) = inner.slots.get_mut(key) {
            *slot = Slot::default();
        }
        Ok(())
    }
}
