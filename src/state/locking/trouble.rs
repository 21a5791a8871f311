//! Why the notebook could not be locked, unlocked or changed, as the reader is told.

use crate::storage::StoreError;
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
            Trouble::Damaged => f.write_str(
                "That may be the right passphrase: what it is checked against is damaged. Nothing was changed. See \
                 “Passphrase” under “Reading and data”.",
            ),
            Trouble::Newer => f.write_str(
                "A newer version of Closely set the lock of your notebook. Nothing was changed. Copy what is not saved, then \
                 reload this page to get that version.",
            ),
            Trouble::DamagedRecords => f.write_str(
                "Some encrypted records are damaged, and the passphrase belongs to them still. To go on without it, \
                 export your notes, download the damaged records, erase everything, and import the notes again.",
            ),
            Trouble::Elsewhere => {
                f.write_str("Another tab changed the passphrase just now. Reload this page, then try again.")
            }
            Trouble::Unsaved(error) => write!(f, "Some of your words are not saved, so nothing was locked. {error}"),
            Trouble::HalfSealed(error) => write!(
                f,
                "Not everything could be encrypted: what is left stands as it did before, and is tried again by \
                 itself. {error}"
            ),
        }
    }
}
