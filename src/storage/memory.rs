//! A store in memory that fails on command: the stand-in for local storage in tests.
//!
//! `tests/fixtures/store/cases.json` holds it to what local storage does: the same cases run over this store natively,
//! and in a browser over the other.

use super::{PREFIX, Store, StoreError};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// How a [`MemoryStore`] fails.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fault {
    /// Not at all.
    #[default]
    None,
    /// There is no store.
    Absent,
    /// Every call is refused.
    Blocked,
    /// Every write is refused for want of room.
    Full,
    /// Every write and removal is refused.
    Refused,
    /// Nothing can be read.
    Unreadable,
    /// Every write and removal is dropped without a word.
    Forgetful,
}

/// Keys and texts in memory.
#[derive(Debug, Default)]
pub struct MemoryStore {
    texts: RefCell<BTreeMap<String, String>>,
    fault: Cell<Fault>,
    coming: Cell<Option<(usize, Fault)>>,
    room: Cell<Option<usize>>,
}

impl MemoryStore {
    /// From now on, fails in this way.
    pub fn fail(&self, fault: Fault) {
        self.fault.set(fault);
        self.coming.set(None);
    }

    /// After so many more calls, fails in this way: in the middle of something.
    pub fn fail_after(&self, calls: usize, fault: Fault) {
        self.coming.set(Some((calls, fault)));
    }

    /// From now on, has room for so many UTF-16 units, keys and texts together, as browsers count.
    pub fn limit(&self, units: Option<usize>) {
        self.room.set(units);
    }

    /// Puts a text under a key, past every fault: what another tab or program did.
    pub fn put(&self, key: &str, value: &str) {
        self.texts.borrow_mut().insert(key.to_owned(), value.to_owned());
    }

    /// Removes a key, past every fault: what another tab or program did.
    pub fn take(&self, key: &str) -> Option<String> {
        self.texts.borrow_mut().remove(key)
    }

    /// Everything that is there, of others too.
    pub fn texts(&self) -> BTreeMap<String, String> {
        self.texts.borrow().clone()
    }

    fn reachable(&self) -> Result<(), StoreError> {
        match self.coming.get() {
            Some((0, fault)) => self.fail(fault),
            Some((calls, fault)) => self.coming.set(Some((calls.saturating_sub(1), fault))),
            None => {}
        }
        match self.fault.get() {
            Fault::Absent => Err(StoreError::Absent),
            Fault::Blocked => Err(StoreError::Blocked),
            _ => Ok(()),
        }
    }

    fn readable(&self) -> Result<(), StoreError> {
        self.reachable()?;
        if self.fault.get() == Fault::Unreadable { Err(StoreError::Unreadable) } else { Ok(()) }
    }

    fn has_room(&self, key: &str, value: &str) -> bool {
        let Some(room) = self.room.get() else { return true };
        let units = |text: &str| text.encode_utf16().count();
        let texts = self.texts.borrow();
        let others = texts.iter().filter(|(other, _)| *other != key);
        let used: usize = others.map(|(key, value)| units(key) + units(value)).sum();
        used + units(key) + units(value) <= room
    }
}

impl Store for MemoryStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.readable()?;
        Ok(self.texts.borrow().keys().filter(|key| key.starts_with(PREFIX)).cloned().collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.readable()?;
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn write(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.reachable()?;
        match self.fault.get() {
            Fault::Full => Err(StoreError::Full),
            Fault::Refused => Err(StoreError::Refused),
            Fault::Forgetful => Ok(()),
            _ if !self.has_room(key, value) => Err(StoreError::Full),
            _ => {
                self.put(key, value);
                Ok(())
            }
        }
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.reachable()?;
        match self.fault.get() {
            Fault::Refused => Err(StoreError::Refused),
            Fault::Forgetful => Ok(()),
            _ => {
                self.take(key);
                Ok(())
            }
        }
    }
}
