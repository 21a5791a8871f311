//! Setting, giving, changing and removing the passphrase. Whenever a page is killed, the next one finds every record in
//! one form or the other, and a lock that opens.

use super::driver::{Driver, open, set_open};
use super::{Access, Locksmith, Trouble, left};
use crate::platform::crypto;
use crate::platform::{focus, page};
use crate::sealed::{LOCK, LOCKED, Lock, LockFound, take_lock_away, take_lock_from, write_lock};
use crate::storage::{LocalStore, Store, StoreError};
use leptos::prelude::*;
use std::rc::Rc;

/// How often removing begins again because another tab wrote meanwhile.
const ATTEMPTS: usize = 5;

impl Locksmith {
    /// Puts the notebook under a passphrase: the lock first, then one record after the other.
    pub(crate) async fn set(self, passphrase: String) -> Result<(), Trouble> {
        focus::leave();
        let (lock, keys) = crypto::lock(&passphrase).await?;
        let id = id_of(&keys).await?;
        let lock = Lock { id: Some(id.clone()), ..lock };
        if take_lock_from(&LocalStore)? != LockFound::None {
            return Err(Trouble::Elsewhere);
        }
        if let Err(error) = write_lock(&LocalStore, &lock) {
            // Nothing is sealed yet: half a lock would only be in the way.
            let _ = take_lock_away(&LocalStore);
            return Err(error.into());
        }
        let driver = Driver::new(lock, keys, id, self.keeping)?;
        driver.read_all().await?;
        self.show(&driver)?;
        driver.take_in().await.map_err(Trouble::HalfSealed)
    }

    /// Opens the notebook; goes on with what a page that was killed had begun.
    pub(crate) async fn unlock(self, passphrase: String) -> Result<(), Trouble> {
        let found = take_lock_from(&LocalStore)?;
        let locks = match &found {
            LockFound::Locks(locks) => locks,
            LockFound::Damaged => return Err(Trouble::Damaged),
            LockFound::Newer => return Err(Trouble::Newer),
            LockFound::None => return Err(Trouble::Elsewhere),
        };
        let (lock, keys) = first_that_opens(&passphrase, locks).await?;
        let id = id_of(&keys).await?;
        let lock = Lock { id: Some(id.clone()), ..lock };
        if take_lock_from(&LocalStore)? != found {
            return Err(Trouble::Elsewhere);
        }
        // A copy that is damaged, of before a change that broke off, or does not say its key, is set right.
        let _ = write_lock(&LocalStore, &lock);
        let opening = lock.opening;
        let driver = Driver::new(lock, keys, id, self.keeping)?;
        driver.read_all().await?;
        self.show(&driver)?;
        if opening {
            return self.remove().await;
        }
        driver.take_in().await.map_err(Trouble::HalfSealed)
    }

    /// The notebook is read from the vault from now on. What was written while it was locked is saved there.
    fn show(self, driver: &Rc<Driver>) -> Result<(), Trouble> {
        let locked = self.access_untracked() == Access::Locked;
        // What stands plain is in the vault before anybody reads from it.
        driver.gather()?;
        set_open(Some(Rc::clone(driver)));
        self.move_to(driver.door(), Access::Open, locked);
        driver.go();
        Ok(())
    }

    /// What pages share is read from another store. `bring`: what is in memory was made while there was none.
    pub(super) fn move_to(self, store: Rc<dyn Store>, access: Access, bring: bool) {
        self.open.set(access == Access::Open);
        if access != Access::Locked {
            left::bring_to(&*store);
        }
        self.keeping.move_to(store, access == Access::Locked);
        self.places.reload();
        self.packs.reload(bring);
    }

    /// Another passphrase for the same key: no record is written again.
    pub(crate) async fn change(self, old: String, new: String) -> Result<(), Trouble> {
        let driver = open().ok_or(Trouble::Elsewhere)?;
        let found = take_lock_from(&LocalStore)?;
        if driver.is_shut_out() {
            return Err(Trouble::Elsewhere);
        }
        let LockFound::Locks(locks) = &found else { return Err(Trouble::Damaged) };
        let lock = locks.first().ok_or(Trouble::Damaged)?;
        let changed = crypto::relock(&old, &new, lock).await?;
        let changed = Lock { id: driver.lock.borrow().id.clone(), ..changed };
        if take_lock_from(&LocalStore)? != found {
            return Err(Trouble::Elsewhere);
        }
        write_lock(&LocalStore, &changed)?;
        let _ = driver.take_lock(changed);
        Ok(())
    }

    /// After how many minutes without a touch it is locked; 0 for never.
    pub(crate) fn set_idle(self, minutes: u64) -> Result<(), Trouble> {
        let driver = open().ok_or(Trouble::Elsewhere)?;
        if driver.is_shut_out() {
            return Err(Trouble::Elsewhere);
        }
        let lock = Lock { idle: minutes, ..driver.lock.borrow().clone() };
        write_lock(&LocalStore, &lock)?;
        let _ = driver.take_lock(lock);
        Ok(())
    }

    /// Writes everything plain again, then takes the lock away.
    pub(crate) async fn remove(self) -> Result<(), Trouble> {
        focus::leave();
        let driver = open().filter(|driver| !driver.is_shut_out()).ok_or(Trouble::Elsewhere)?;
        driver.keep_all().await.map_err(Trouble::Unsaved)?;
        driver.moving.set(true);
        let removed = self.take_apart(&driver).await;
        driver.moving.set(false);
        if removed.is_err() && !driver.is_shut_out() {
            // It stays under the passphrase, all of it.
            let _ = write_lock(&LocalStore, &Lock { opening: false, ..driver.lock.borrow().clone() });
            let _ = driver.take_in().await;
        }
        removed
    }

    async fn take_apart(self, driver: &Rc<Driver>) -> Result<(), Trouble> {
        write_lock(&LocalStore, &Lock { opening: true, ..driver.lock.borrow().clone() })?;
        for _ in 0..ATTEMPTS {
            let emptied = driver.vault.empty().map(|news| driver.hear_all(news));
            match emptied {
                Ok(0) => match take_lock_away(&LocalStore) {
                    Ok(()) => {
                        let _ = LocalStore.remove(LOCKED);
                        self.end(driver);
                        self.move_to(Rc::new(LocalStore), Access::Plain, false);
                        return Ok(());
                    }
                    Err(StoreError::Refused) => {}
                    Err(error) => return Err(error.into()),
                },
                Ok(_) | Err(StoreError::NotKept) => {}
                Err(StoreError::Unreadable) if !driver.vault.damaged().is_empty() => {
                    return Err(Trouble::DamagedRecords);
                }
                Err(error) => return Err(error.into()),
            }
            // Another tab wrote meanwhile: that is opened first, and what stands beside it is taken in.
            driver.hear_all(driver.vault.look_around()?);
            driver.settle().await;
            driver.take_beside().await?;
        }
        Err(Trouble::Elsewhere)
    }

    /// The vault is of no use any more.
    pub(super) fn end(self, driver: &Driver) {
        driver.end();
        set_open(None);
        self.keeping.tell(super::Sealing::Done);
    }

    /// Locks the notebook: everything is kept, then the page is loaded again, and nothing of it is left in memory.
    /// `everywhere`: in the other tabs, too.
    pub(crate) async fn lock(self, everywhere: bool) -> Result<(), Trouble> {
        let Some(driver) = open().filter(|driver| driver.begin_to_lock()) else { return Ok(()) };
        page::going();
        focus::leave();
        if let Err(error) = driver.keep_all().await {
            driver.stay_open();
            return Err(Trouble::Unsaved(error));
        }
        if everywhere {
            let now = crate::platform::clock::now().to_string();
            // A store that takes no word is no reason to leave this one open.
            let _ = LocalStore.write(LOCKED, &now);
        }
        page::reload();
        Ok(())
    }
}

/// What a lock knows the keys by.
async fn id_of(keys: &crypto::Keys) -> Result<Vec<u8>, Trouble> {
    let (id, _) = keys.seal(LOCK, "").await?;
    Ok(id)
}

/// The first of the locks that the passphrase opens, and the keys behind it.
async fn first_that_opens(passphrase: &str, locks: &[Lock]) -> Result<(Lock, crypto::Keys), Trouble> {
    let mut wrong = Trouble::Damaged;
    for lock in locks {
        match crypto::unlock(passphrase, lock).await {
            Ok(keys) => return Ok((lock.clone(), keys)),
            Err(error @ crypto::CryptoError::Wrong) => wrong = error.into(),
            Err(error) => return Err(error.into()),
        }
    }
    Err(wrong)
}
