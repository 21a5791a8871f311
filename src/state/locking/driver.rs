//! The open notebook: a vault, the keys to it, and what brings the one's questions to the other.
//!
//! One question at a time. Nothing is written to the store once the lock is gone or has another key behind it, by whatever
//! tab, or everything was erased: what is sealed then could never be opened.

use super::super::Keeping;
use super::{Sealing, Trouble};
use crate::platform::crypto::Keys;
use crate::platform::{clock, tabs, waiting};
use crate::sealed::{Idle, LOCK, LOCKED, Lock, LockFound, News, Task, Vault, take_lock_from, write_lock};
use crate::storage::{Collection, LocalStore, Quarantined, Store, StoreError, Why};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

thread_local! {
    /// The open notebook, if it is open in this page.
    static OPEN: RefCell<Option<Rc<Driver>>> = const { RefCell::new(None) };
}

/// The open notebook.
pub(super) fn open() -> Option<Rc<Driver>> {
    OPEN.with_borrow(Clone::clone)
}

/// From now on this is the open notebook, or none is.
pub(super) fn set_open(driver: Option<Rc<Driver>>) {
    OPEN.set(driver);
}

/// A vault that is driven.
pub(super) struct Driver {
    pub(super) vault: Vault,
    pub(super) lock: RefCell<Lock>,
    pub(super) idle: Cell<Idle>,
    keys: Keys,
    /// What the lock knows the keys by.
    id: Vec<u8>,
    keeping: Keeping,
    /// Whether a question is under way.
    busy: Cell<bool>,
    /// Nothing is written any more.
    ended: Cell<bool>,
    /// Whether this tab is removing the passphrase.
    pub(super) moving: Cell<bool>,
    /// Whether it is being locked.
    locking: Cell<bool>,
    /// Whether the notebook is read from here: what came before that was not news to it.
    shown: Cell<bool>,
    /// Plain records that stand beside sealed ones and are not taken in yet.
    beside: RefCell<Vec<(String, String)>>,
    /// What damaged records were in the way of, and the notebook has under another id: a plain form of it goes once
    /// everything is kept.
    barred: RefCell<Vec<(String, String)>>,
    quiet: waiting::Bell,
    /// The last word that a tab locked the notebook, as this one was opened.
    word: Option<String>,
}

/// The vault as the store under the reader's records.
struct Door(Rc<Driver>);

impl Driver {
    /// Over what the browser keeps. `id`: what the lock knows the keys by.
    pub(super) fn new(lock: Lock, keys: Keys, id: Vec<u8>, keeping: Keeping) -> Result<Rc<Driver>, StoreError> {
        Ok(Rc::new(Driver {
            vault: Vault::over(Rc::new(LocalStore))?,
            idle: Cell::new(Idle::new(lock.idle, clock::now())),
            moving: Cell::new(lock.opening),
            lock: RefCell::new(lock),
            keys,
            id,
            keeping,
            busy: Cell::new(false),
            ended: Cell::new(false),
            locking: Cell::new(false),
            shown: Cell::new(false),
            beside: RefCell::default(),
            barred: RefCell::default(),
            quiet: waiting::Bell::default(),
            word: LocalStore.read(LOCKED)?,
        }))
    }

    /// The store to read from and to write to.
    pub(super) fn door(self: &Rc<Driver>) -> Rc<dyn Store> {
        self.shown.set(true);
        Rc::new(Door(Rc::clone(self)))
    }

    /// Nothing is written from now on.
    pub(super) fn end(&self) {
        self.ended.set(true);
    }

    /// Brings on what is to be brought on, unless that is under way.
    pub(super) fn go(self: &Rc<Driver>) {
        self.tell();
        if self.busy.replace(true) {
            return;
        }
        let driver = Rc::clone(self);
        spawn_local(async move {
            while let Some(task) = driver.next() {
                driver.answer(task).await;
            }
            driver.busy.set(false);
            driver.tell();
            driver.quiet.ring();
        });
    }

    fn next(&self) -> Option<Task> {
        if self.ended.get() { None } else { self.vault.task() }
    }

    async fn answer(&self, task: Task) {
        match task {
            Task::Seal { key, bytes } => match self.keys.seal(&key, &bytes).await {
                Ok((hash, letter)) if self.may_write() => {
                    if let Some(news) = self.vault.sealed(&key, &bytes, &hash, &letter) {
                        self.hear(news);
                    }
                }
                // What became of the lock may not have been heard of yet.
                Ok(_) => tabs::tell(LOCK),
                Err(_) => self.vault.not_sealed(),
            },
            Task::Open { name, text } => {
                // What can't be opened just now is asked for again when it is looked at again.
                if let Ok(words) = self.keys.open(&name, &text).await
                    && let Ok(Some(news)) = self.vault.opened(&name, &text, words.as_deref())
                {
                    self.hear(news);
                }
            }
        }
    }

    /// Whether what is sealed now could be opened later: the lock is there with this key behind it, and no other tab is
    /// about to remove it. One that was damaged meanwhile is set right.
    pub(super) fn may_write(&self) -> bool {
        if self.ended.get() || self.keeping.is_closed() {
            return false;
        }
        match take_lock_from(&LocalStore) {
            Ok(found) if found.is_foreign(&self.id) => false,
            Ok(LockFound::Locks(locks)) => self.moving.get() || !locks.iter().any(|lock| lock.opening),
            Ok(LockFound::Damaged) => write_lock(&LocalStore, &self.lock.borrow()).is_ok(),
            Ok(LockFound::None | LockFound::Newer) | Err(_) => false,
        }
    }

    /// Whether the lock is another key's by now, or a newer version's: it is not this tab's to change.
    pub(super) fn is_shut_out(&self) -> bool {
        take_lock_from(&LocalStore).is_ok_and(|found| found.is_foreign(&self.id))
    }

    /// Hands on all of that, and says how much it was.
    pub(super) fn hear_all(&self, news: Vec<News>) -> usize {
        let count = news.len();
        news.into_iter().for_each(|news| self.hear(news));
        count
    }

    /// Hands on what the vault has to tell.
    pub(super) fn hear(&self, news: News) {
        match news {
            News::Damaged { name, text } => {
                self.keeping.set_aside(Quarantined { key: name, bytes: text, why: Why::Sealed });
            }
            News::Beside { key, plain } => {
                let mut beside = self.beside.borrow_mut();
                beside.retain(|(known, _)| *known != key);
                beside.push((key, plain));
            }
            News::Changed(key) if self.shown.get() => tabs::tell(&key),
            News::Changed(_) => {}
            News::Met { key, base, ours } => {
                if !self.keeping.meet(&key, base) {
                    // Of what is no note the last version holds, as without a passphrase.
                    let _ = self.vault.write(&key, &ours);
                }
            }
            News::Barred { key, ours } => self.set_beside(key, ours),
        }
    }

    /// A damaged record is in the way of this one. A note goes on under another id, as without a passphrase; of anything
    /// else the damaged record stays, and what was to replace it lasts as long as the page.
    fn set_beside(&self, key: String, ours: String) {
        let Some((Collection::Annotation, id)) = Collection::of_key(&key) else { return };
        let shown = self.keeping.read_untracked(|notebook| notebook.get(id).is_some());
        let beside =
            if shown { self.keeping.meet(&key, None) } else { self.keeping.take_beside(&key, ours.clone()).is_some() };
        if beside {
            self.barred.borrow_mut().push((key, ours));
        }
    }

    /// Says what became of what was written.
    fn tell(&self) {
        if self.ended.get() || !self.shown.get() {
            return;
        }
        self.keeping.tell(match (self.vault.waiting(), self.vault.failure()) {
            (0, _) => Sealing::Done,
            (_, Some(error)) => Sealing::Failed(error),
            (_, None) => Sealing::UnderWay,
        });
    }

    /// Tries again what failed, and waits until nothing is under way.
    pub(super) async fn settle(self: &Rc<Driver>) {
        self.vault.retry();
        self.go();
        while self.busy.get() {
            self.quiet.wait().await;
        }
    }

    /// Waits until everything is kept.
    pub(super) async fn keep_all(self: &Rc<Driver>) -> Result<(), StoreError> {
        self.settle().await;
        match (self.vault.waiting() + self.keeping.unkept(), self.vault.failure()) {
            (0, _) => Ok(()),
            (_, failure) => Err(failure.unwrap_or(StoreError::NotKept)),
        }
    }

    /// Reads everything that is sealed.
    pub(super) async fn read_all(self: &Rc<Driver>) -> Result<(), Trouble> {
        self.settle().await;
        if self.vault.is_read() { Ok(()) } else { Err(Trouble::Store(StoreError::Unreadable)) }
    }

    /// Reads what stands plain into the vault: what was there before the passphrase, and what a tab wrote that knew
    /// nothing of it.
    pub(super) fn gather(&self) -> Result<(), StoreError> {
        self.hear_all(self.vault.take_in()?);
        Ok(())
    }

    /// Seals what stands plain.
    pub(super) async fn take_in(self: &Rc<Driver>) -> Result<(), StoreError> {
        self.gather()?;
        self.take_beside().await
    }

    /// Takes in what stands plain beside something else, and waits until everything is kept.
    pub(super) async fn take_beside(self: &Rc<Driver>) -> Result<(), StoreError> {
        let beside = self.beside.take();
        for (key, plain) in &beside {
            match self.keeping.take_beside(key, plain.clone()) {
                Some(taken) => taken?,
                None => self.vault.write(key, plain)?,
            }
        }
        self.keep_all().await?;
        for (key, plain) in beside.iter().chain(&self.barred.take()) {
            self.vault.drop_plain(key, plain)?;
        }
        Ok(())
    }

    /// The lock was changed, here or elsewhere. Says whether another tab was about to remove it, and is not any more.
    pub(super) fn take_lock(&self, lock: Lock) -> bool {
        let mut idle = self.idle.get();
        idle.set_minutes(lock.idle);
        self.idle.set(idle);
        let closed = !lock.opening;
        self.lock.replace(Lock { id: Some(self.id.clone()), ..lock }).opening && closed
    }

    /// It is to be locked. Says whether nobody else is at it.
    pub(super) fn begin_to_lock(&self) -> bool {
        !self.locking.replace(true)
    }

    /// It could not be locked: the next time is as far away as after a touch.
    pub(super) fn stay_open(&self) {
        self.locking.set(false);
        self.idle.set(Idle::new(self.lock.borrow().idle, clock::now()));
    }

    /// Whether another tab locked the notebook since it was opened here.
    pub(super) fn was_locked_elsewhere(&self) -> bool {
        LocalStore.read(LOCKED).is_ok_and(|word| word != self.word)
    }
}

impl Store for Door {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.0.vault.keys()
    }

    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.0.vault.read(key)
    }

    fn write(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.0.vault.write(key, value)?;
        if self.0.vault.failure().is_some() {
            self.0.vault.retry();
        }
        self.0.go();
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.0.vault.remove(key)?;
        self.0.go();
        Ok(())
    }
}
