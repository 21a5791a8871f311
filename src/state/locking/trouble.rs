//! Why the notebook could not be locked, unlocked or changed, as the reader is told.

use crate::storage::StoreError;
use crate::words;
use std::fmt;

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// The cipher's: the wrong passphrase among it.
    Cipher(String),
    /// The store's.
    Store(StoreError),
    /// The lock can't be read in either copy.
    Damaged,
    /// A newer version wrote the lock.
    Newer,
    /// Sealed records are damaged: without the lock they could never be opened.
    DamagedRecords,
    /// Another tab set, changed or removed the passphrase meanwhile.
    Elsewhere,
    /// Some words can't be kept, so nothing was closed.
    Unsaved(StoreError),
    /// Not everything could be sealed.
    HalfSealed(StoreError),
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Trouble {
        Trouble::Store(error)
    }
}

#[cfg(not(feature = "ssr"))]
impl From<crate::platform::crypto::CryptoError> for Trouble {
    fn from(error: crate::platform::crypto::CryptoError) -> Trouble {
        Trouble::Cipher(error.to_string())
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Trouble::Cipher(why) => f.write_str(why),
            Trouble::Store(error) => error.fmt(f),
            Trouble::Damaged => f.write_str(words::passphrase::may_be_right()),
            Trouble::Newer => f.write_str(words::passphrase::newer_lock()),
            Trouble::DamagedRecords => f.write_str(words::passphrase::damaged_records()),
            Trouble::Elsewhere => f.write_str(words::passphrase::changed_elsewhere()),
            Trouble::Unsaved(error) => f.write_str(&words::passphrase::unsaved(&error.to_string())),
            Trouble::HalfSealed(error) => f.write_str(&words::passphrase::half_sealed(&error.to_string())),
        }
    }
}
