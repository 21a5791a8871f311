//! A notebook under a passphrase: without it nothing of the notebook can be read in the store, not even what is in it.
//!
//! Pure: it says what is to be encrypted and what becomes of the answer. The cipher is the browser's, and answers later
//! than local storage does; so the rooms that keep records go on working with a [`Store`](crate::storage::Store), the
//! [`Vault`], and what is under way is a list of [`Task`]s that whoever drives the vault takes and brings back.
//!
//! - **Two keys.** The passphrase makes a key that encrypts one thing: the notebook's own key, which is random. The
//!   [`Lock`] is that one record. Another passphrase is another lock; no note is written again. It is stored twice,
//!   because without it everything is lost.
//! - **Names tell nothing.** A sealed record's key in the store is a keyed hash of its own key, which stands inside.
//!   What can be seen is how many records there are, how large, and which one changes.
//! - **A write is in memory until it is sealed.** Plain words never touch the store. What is read meanwhile is what was
//!   written; [`Vault::waiting`] says how many writes are still on their way, and only at none may a page say "Saved".
//!   A page that is hidden or about to go drives the vault to its end as far as the browser lets it; a killed one loses
//!   what was written in the last milliseconds, where the contract allows a second.
//! - **Nobody is written over.** A sealed record is put where its predecessor is, or where nothing is. What another tab
//!   put there is opened first, and both versions are handed on ([`News::Met`]).
//! - **Plain and sealed records may stand side by side.** Going under a passphrase, and back, moves one record after the
//!   other: written, read back, and only then is the other form removed. A crash leaves both forms of one record at
//!   most; the next time the vault is opened it goes on. [`leftovers`] tells how many are still plain.
//! - **Wrong or damaged.** A lock that can be read and does not open was given a wrong passphrase; one that can't be
//!   read in either copy is damaged. A record that does not open under the right key is damaged: it stays as it is, and
//!   what was to be put in its place is handed back ([`News::Barred`]).

mod digits;
mod idle;
mod letter;
mod lock;
mod passphrase;
mod vault;

pub use idle::Idle;
pub use letter::{Letter, PREFIX as SEALED};
pub use lock::{ITERATIONS, LOCK, Lock, LockFound, has_lock, is_lock, take_lock_away, take_lock_from, write_lock};
pub use passphrase::{SHORTEST, Unfit, fit};
pub use vault::{Left, News, Task, Vault};

use crate::storage::{self, Store, StoreError};

/// The key of the word to other tabs that the reader locked the notebook; what stands there changes each time.
pub const LOCKED: &str = "closely:locked";

/// What stays plain: how pages look and sound, and the words to other tabs that everything was erased or locked.
const OPEN: [&str; 4] = ["closely:settings:reading", "closely:settings:listening", "closely:erased", LOCKED];

/// Whether what is under this key stays plain.
pub fn is_open(key: &str) -> bool {
    OPEN.contains(&key)
}

/// Whether what is under this key is sealed when there is a passphrase: everything of ours but [`OPEN`], and so what a
/// newer version keeps too.
pub fn is_private(key: &str) -> bool {
    let ours = key.strip_prefix(storage::PREFIX);
    ours.is_some_and(|rest| !rest.starts_with("sealed:") && !rest.starts_with("lock:")) && !is_open(key)
}

/// The keys of private records that stand plain in the store.
///
/// # Errors
/// The store's, where it can't be read.
pub fn leftovers(store: &dyn Store) -> Result<Vec<String>, StoreError> {
    Ok(store.keys()?.into_iter().filter(|key| is_private(key)).collect())
}
