//! Whether the notebook is locked, and what stands in for the store as long as it is.
//!
//! This file is all that the first part of the program holds of the passphrase: that there is a lock, and a store in
//! which nothing private is found and none is taken. What opens it, and whatever follows, is reached
//! [`later`](crate::pages::later), through [`use_locksmith`]. Words that a reader writes meanwhile stay in memory, and are saved when
//! it is unlocked.

#[cfg(not(feature = "ssr"))]
mod driver;
#[cfg(not(feature = "ssr"))]
mod left;
mod locksmith;
#[cfg(not(feature = "ssr"))]
mod moves;
#[cfg(not(feature = "ssr"))]
mod tabs;
mod trouble;

#[cfg(not(feature = "ssr"))]
use locksmith::Locksmith;
pub(crate) use locksmith::{Act, use_locksmith};
pub(crate) use trouble::Trouble;

use crate::storage::StoreError;
#[cfg(not(feature = "ssr"))]
use crate::{
    platform::page,
    sealed::{has_lock, is_open},
    storage::{LocalStore, Store},
};
#[cfg(not(feature = "ssr"))]
use std::rc::Rc;

/// What can be done with the notebook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Access {
    /// There is no passphrase.
    Plain,
    /// There is one, and nobody gave it here.
    Locked,
    /// It was given, and what is written is sealed.
    Open,
}

/// What became of what was written to a store that has to seal it first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sealing {
    /// It is kept.
    Done,
    /// It is on its way.
    UnderWay,
    /// It can't be kept just now.
    Failed(StoreError),
}

/// What stands in for the store when a page begins, if the notebook is locked. Discreet mode keeps everything in memory
/// anyway.
#[cfg(not(feature = "ssr"))]
pub(super) fn at_first() -> Option<Rc<dyn Store>> {
    (!page::discreet() && has_lock(&LocalStore)).then(|| Rc::new(Shut) as Rc<dyn Store>)
}

/// The store while the notebook is locked: how pages look is there, the rest is neither there nor taken.
#[cfg(not(feature = "ssr"))]
struct Shut;

#[cfg(not(feature = "ssr"))]
impl Store for Shut {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        LocalStore.keys()
    }

    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        if is_open(key) { LocalStore.read(key) } else { Ok(None) }
    }

    fn write(&self, key: &str, value: &str) -> Result<(), StoreError> {
        if is_open(key) { LocalStore.write(key, value) } else { Err(StoreError::Locked) }
    }

    fn remove(&self, _: &str) -> Result<(), StoreError> {
        Err(StoreError::Locked)
    }
}
