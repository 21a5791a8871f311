//! What pages ask of the passphrase. On the host there is none.

use super::super::{Keeping, Packs, Places, State, Status, state};
use super::{Access, Trouble};
use leptos::prelude::*;

/// What can be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Act {
    /// Put the notebook under this passphrase.
    Set(String),
    /// Open it with this one.
    Unlock(String),
    /// Another one in place of the old one.
    Change {
        /// The one that opens it now.
        old: String,
        /// The one that opens it from now on.
        new: String,
    },
    /// Go on without one.
    Remove,
    /// Lock it, in every tab.
    Lock,
    /// Lock it by itself after so many minutes without a touch; 0 for never.
    Idle(u64),
}

/// Whoever sets, opens and changes the lock: what has to be read anew when that is done.
#[derive(Clone, Copy)]
pub(crate) struct Locksmith {
    pub(super) keeping: Keeping,
    pub(super) places: Places,
    pub(super) packs: Packs,
    pub(super) status: Status,
    /// Whether the notebook is under a passphrase and open.
    pub(super) open: RwSignal<bool>,
}

/// The locksmith.
pub(crate) fn use_locksmith() -> Locksmith {
    let State { keeping, places, packs, status, unlocked, .. } = state();
    Locksmith { keeping, places, packs, status, open: unlocked }
}

impl Locksmith {
    /// What can be done with the notebook, and again when that changes.
    pub(crate) fn access(self) -> Access {
        match (self.keeping.is_locked(), self.open.get()) {
            (true, _) => Access::Locked,
            (false, true) => Access::Open,
            (false, false) => Access::Plain,
        }
    }

    /// What can be done with the notebook now.
    pub(crate) fn access_untracked(self) -> Access {
        untrack(|| self.access())
    }

    /// Does something, and says how it went.
    pub(crate) fn act(self, act: Act, then: impl FnOnce(Result<(), Trouble>) + 'static) {
        #[cfg(not(feature = "ssr"))]
        wasm_bindgen_futures::spawn_local(async move {
            then(match act {
                Act::Set(passphrase) => self.set(passphrase).await,
                Act::Unlock(passphrase) => self.unlock(passphrase).await,
                Act::Change { old, new } => self.change(old, new).await,
                Act::Remove => self.remove().await,
                Act::Lock => self.lock(true).await,
                Act::Idle(minutes) => self.set_idle(minutes),
            });
        });
        #[cfg(feature = "ssr")]
        drop((self, act, then));
    }
}

#[cfg(not(feature = "ssr"))]
mod looking {
    use super::super::driver::open;
    use super::Locksmith;
    use crate::interchange::records_file;
    use crate::sealed::{LockFound, SEALED, is_lock, take_lock_from};
    use crate::storage::{LocalStore, Quarantined, Store, Why};

    impl Locksmith {
        /// After how many minutes an open notebook locks itself.
        pub(crate) fn idle(self) -> u64 {
            open().map(|driver| driver.lock.borrow().idle).unwrap_or_default()
        }

        /// Whether there is a lock that can't be read.
        pub(crate) fn is_damaged(self) -> bool {
            matches!(take_lock_from(&LocalStore), Ok(LockFound::Damaged))
        }

        /// Everything that is encrypted, and the lock, byte for byte as a file.
        pub(crate) fn as_it_is(self) -> String {
            let keys = LocalStore.keys().unwrap_or_default();
            let ours = keys.into_iter().filter(|key| key.starts_with(SEALED) || is_lock(key));
            let record = |key: String| {
                let bytes = LocalStore.read(&key).ok().flatten()?;
                Some(Quarantined { key, bytes, why: Why::Sealed })
            };
            records_file(&ours.filter_map(record).collect::<Vec<Quarantined>>())
        }
    }
}

#[cfg(feature = "ssr")]
impl Locksmith {
    /// On the host there is nothing to lock.
    pub(crate) fn idle(self) -> u64 {
        0
    }

    /// On the host there is no lock.
    pub(crate) fn is_damaged(self) -> bool {
        false
    }

    /// On the host nothing is kept.
    pub(crate) fn as_it_is(self) -> String {
        String::new()
    }

    /// On the host there are no other tabs.
    pub(crate) fn follow(self) {}
}
