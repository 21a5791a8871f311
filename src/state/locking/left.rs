//! What a tab takes along when its vault is of no use any more: another tab removed the passphrase, or set another one
//! in its place.

use super::super::Keeping;
use super::driver::Driver;
use super::{Access, Locksmith, Shut};
use crate::platform::{focus, page};
use crate::sealed::{Left, LockFound, take_lock_from};
use crate::storage::{LocalStore, Store};
use crate::words;
use std::cell::RefCell;
use std::rc::Rc;

thread_local! {
    /// Records that are no notes, which the notebook itself would hold: they go to the next store that takes them.
    static LEFT: RefCell<Vec<Left>> = const { RefCell::new(Vec::new()) };
}

/// Brings to a store that is open what an earlier one did not take any more.
pub(super) fn bring_to(store: &dyn Store) {
    for Left { key, bytes, .. } in LEFT.take() {
        // Of what is no note the last version holds; where it can't be kept, the banner says so.
        let _ = store.write(&key, &bytes);
    }
}

impl Locksmith {
    /// Another tab removed the passphrase, or everything. What it could not know of is taken along.
    pub(super) fn go_on_plain(self, driver: &Driver) {
        if self.keeping.is_closed() {
            return driver.end();
        }
        let left = driver.vault.left().unwrap_or_default();
        self.end(driver);
        self.keeping.change_store(Rc::new(LocalStore), false);
        for Left { key, base, bytes, name } in left {
            let met = self.keeping.meet(&key, base);
            let stands = || matches!(LocalStore.read(&key), Ok(Some(_)));
            if !(met && stands()) {
                let _ = LocalStore.write(&key, &bytes);
            }
            if let Some(name) = name.filter(|_| stands()) {
                let _ = LocalStore.remove(&name);
            }
        }
        self.move_to(Rc::new(LocalStore), Access::Plain, false);
    }

    /// Another key is behind the lock, or a newer version wrote it. What is kept nowhere else stays in this page, as what
    /// is written while the notebook is locked, and is kept once it is unlocked.
    pub(super) fn shut_out(self, driver: &Driver) {
        page::going();
        focus::leave();
        if self.keeping.is_closed() {
            return driver.end();
        }
        if self.keeping.unkept() + driver.vault.waiting() == 0 {
            return page::reload();
        }
        let left = driver.vault.left().unwrap_or_default();
        let waiting: Vec<Left> = left.into_iter().filter(|left| left.base.as_ref() != Some(&left.bytes)).collect();
        self.end(driver);
        self.keeping.change_store(Rc::new(Shut), true);
        LEFT.set(waiting.into_iter().filter_map(|left| hold(self.keeping, left)).collect());
        self.move_to(Rc::new(Shut), Access::Locked, false);
        self.status.say(match take_lock_from(&LocalStore) {
            Ok(LockFound::Newer) => super::Trouble::Newer.to_string(),
            _ => words::passphrase::set_elsewhere().to_owned(),
        });
    }
}

/// Has the notebook hold what waits, as not kept; gives back what is no note.
fn hold(keeping: Keeping, left: Left) -> Option<Left> {
    (!keeping.meet(&left.key, left.base.clone())).then_some(left)
}
