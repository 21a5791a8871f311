//! Keeping what a reader wrote: one key a record, each in a versioned, checksummed envelope.
//!
//! "Saved" is said only after the bytes were read back. A record that can't be read, or that a newer version wrote,
//! stays in place byte for byte. Keys that are not ours are never read, changed or counted. The store never panics.

mod envelope;
#[cfg(all(feature = "view", not(feature = "ssr")))]
mod local;
mod memory;
pub mod migration;
mod records;
mod room;

pub use envelope::{Envelope, EnvelopeFault, checksum, seal, unseal};
#[cfg(all(feature = "view", not(feature = "ssr")))]
pub use local::LocalStore;
pub use memory::{Fault, MemoryStore};
pub use migration::VERSION;
pub(crate) use records::read as read_record;
pub use records::{Collection, Found, Loaded, Quarantined, Record, Records, SaveError, Saved, Why};
pub use room::{in_words as room_in_words, taken as room_taken};

use crate::words;
use std::fmt;

/// What every key of ours begins with.
pub const PREFIX: &str = "closely:";

/// Why a store did not do what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser has no storage for sites at all.
    Absent,
    /// The browser keeps this site from storing anything.
    Blocked,
    /// There is no room left.
    Full,
    /// The store refused to write or to remove, and not for want of room.
    Refused,
    /// What is there could not be read.
    Unreadable,
    /// The store said yes, and what is there now is something else.
    NotKept,
    /// The store said yes, and what was to go is still there.
    NotRemoved,
    /// The notebook is under a passphrase, and nobody gave it yet.
    Locked,
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            StoreError::Absent => words::storage::absent(),
            StoreError::Blocked => words::storage::blocked(),
            StoreError::Full => words::storage::full(),
            StoreError::Refused => words::storage::refused(),
            StoreError::Unreadable => words::storage::unreadable(),
            StoreError::NotKept => words::storage::not_kept(),
            StoreError::NotRemoved => words::storage::not_removed(),
            StoreError::Locked => words::storage::locked(),
        })
    }
}

/// A place for texts under keys. Local storage in the browser, memory in tests.
pub trait Store {
    /// All keys that begin with [`PREFIX`].
    ///
    /// # Errors
    /// [`StoreError::Absent`], [`StoreError::Blocked`] or [`StoreError::Unreadable`].
    fn keys(&self) -> Result<Vec<String>, StoreError>;

    /// The text under a key.
    ///
    /// # Errors
    /// [`StoreError::Absent`], [`StoreError::Blocked`] or [`StoreError::Unreadable`].
    fn read(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Puts a text under a key. On an error the old text is still there.
    ///
    /// # Errors
    /// [`StoreError::Full`] where there is no room, [`StoreError::Refused`] where the store would not for another
    /// reason, [`StoreError::Absent`] or [`StoreError::Blocked`] where it can't be reached.
    fn write(&self, key: &str, value: &str) -> Result<(), StoreError>;

    /// Removes a key; none is no error.
    ///
    /// # Errors
    /// [`StoreError::Refused`] where the store would not, [`StoreError::Absent`] or [`StoreError::Blocked`] where it
    /// can't be reached.
    fn remove(&self, key: &str) -> Result<(), StoreError>;
}
