//! A store in memory that fails on command: the stand-in for tests, and for browsers without storage.

use super::{PREFIX, Store, StoreError};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// How a [`MemoryStore`] fails.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fault {
    /// Not at all.
    #[default]
    None,
    /// Every call is refused.
    Blocked,
    /// Every write is refused for want of room.
    Full,
    /// Every write is dropped without a word.
    Forgetful,
}

/// Keys and texts in memory.
#[derive(Debug, Default)]
pub struct MemoryStore {
    texts: RefCell<BTreeMap<String, String>>,
    fault: Cell<Fault>,
}

impl MemoryStore {
    /// From now on, fails in this way.
    pub fn fail(&self, fault: Fault) {
        self.fault.set(fault);
    }

    /// Puts a text under a key, past every fault: what another tab or program did.
    pub fn put(&self, key: &str, value: &str) {
        self.texts.borrow_mut().insert(key.to_owned(), value.to_owned());
    }

    fn reachable(&self) -> Result<(), StoreError> {
        if self.fault.get() == Fault::Blocked { Err(StoreError::Blocked) } else { Ok(()) }
    }
}

impl Store for MemoryStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.reachable()?;
        Ok(self.texts.borrow().keys().filter(|key| key.starts_with(PREFIX)).cloned().collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.reachable()?;
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn write(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.reachable()?;
        match self.fault.get() {
            Fault::Full => Err(StoreError::Full),
            Fault::Forgetful => Ok(()),
            Fault::None | Fault::Blocked => {
                self.put(key, value);
                Ok(())
            }
        }
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.reachable()?;
        if self.fault.get() != Fault::Forgetful {
            self.texts.borrow_mut().remove(key);
        }
        Ok(())
    }
}
