//! What happens while the notebook is locked or open: other tabs set, change and remove the passphrase, lock and write;
//! and the reader goes away.
//!
//! A tab that has to begin again keeps first what was typed into it, and stays where that can't be kept.

use super::super::while_shown;
use super::driver::{Driver, open};
use super::{Access, Locksmith};
use crate::platform::dom::Listener;
use crate::platform::tabs::{Changed, changed};
use crate::platform::timer::Timer;
use crate::platform::{clock, focus, page, speech};
use crate::sealed::{LOCKED, LockFound, SEALED, has_lock, is_lock, is_private, take_lock_from};
use crate::storage::{LocalStore, Store};
use leptos::prelude::*;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

/// How often it is looked whether the reader went away.
const LOOK: Duration = Duration::from_secs(10);
/// What tells that the reader is there.
const TOUCHES: [&str; 5] = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"];

impl Locksmith {
    /// Follows what other tabs do and whether the reader is there, as long as the page is.
    pub(crate) fn follow(self) {
        if page::discreet() {
            return;
        }
        let mut listeners = vec![
            Listener::on_window("storage", move |event| {
                if let Some(changed) = changed(&event) {
                    self.hear_of(changed);
                }
            }),
            Listener::on_window("pageshow", move |event| {
                let event = event.dyn_ref::<web_sys::PageTransitionEvent>();
                if event.is_some_and(web_sys::PageTransitionEvent::persisted) {
                    self.wake();
                    // A page that the reader had left is not to be had by the way back.
                    self.lock_here();
                }
            }),
            Listener::on_document("resume", move |_| self.wake()),
            Listener::on_document("visibilitychange", move |_| self.look()),
        ];
        listeners.extend(TOUCHES.map(|name| Listener::on_window(name, move |_| self.touched())));
        while_shown(listeners);
        self.look_again(StoredValue::new_local(None));
        // Something may have happened before anybody listened.
        self.lock_changed();
    }

    fn hear_of(self, changed: Changed) {
        match changed {
            Changed::All => self.lock_changed(),
            Changed::Key(key, _) if is_lock(&key) => self.lock_changed(),
            Changed::Key(key, written) if key == LOCKED => {
                if written {
                    self.lock_here();
                }
            }
            Changed::Key(key, _) if key.starts_with(SEALED) => {
                // While another tab removes the passphrase, what is sealed goes and stands plain.
                if let Some(driver) = open().filter(|driver| driver.may_write()) {
                    if let Ok(Some(news)) = driver.vault.heard(&key) {
                        driver.hear(news);
                    }
                    driver.go();
                }
            }
            Changed::Key(key, true) if is_private(&key) => self.take_in(&key),
            Changed::Key(..) => {}
        }
    }

    /// A tab that knows nothing of the passphrase wrote a plain record.
    fn take_in(self, key: &str) {
        if let Some(driver) = open().filter(|driver| driver.may_write())
            && matches!(LocalStore.read(key), Ok(Some(_)))
        {
            spawn_local(async move {
                // What can't be taken in now stays, and is the next time that the notebook is unlocked.
                let _ = driver.take_in().await;
            });
        }
    }

    /// The page was asleep: what was heard of meanwhile is not known.
    fn wake(self) {
        self.lock_changed();
        if let Some(driver) = open() {
            if driver.was_locked_elsewhere() {
                return self.lock_here();
            }
            if driver.may_write() {
                self.look_around(&driver);
            }
        }
        self.look();
    }

    /// Whatever changed meanwhile is heard of.
    fn look_around(self, driver: &Rc<Driver>) {
        driver.hear_all(driver.vault.look_around().unwrap_or_default());
        driver.vault.retry();
        driver.go();
    }

    /// Compares the lock with what this page believes.
    fn lock_changed(self) {
        match (has_lock(&LocalStore), open(), self.access_untracked()) {
            (true, Some(driver), _) => {
                if driver.is_shut_out() {
                    self.shut_out(&driver);
                } else if let Ok(LockFound::Locks(locks)) = take_lock_from(&LocalStore)
                    && let Some(lock) = locks.into_iter().next()
                    && driver.take_lock(lock)
                {
                    self.look_around(&driver);
                }
            }
            (true, None, Access::Plain) => self.begin_again(),
            (false, Some(driver), _) => self.go_on_plain(&driver),
            (false, None, Access::Locked) => self.move_to(Rc::new(LocalStore), Access::Plain, true),
            _ => {}
        }
    }

    /// Another tab set a passphrase: what is open here is locked.
    fn begin_again(self) {
        page::going();
        focus::leave();
        if self.keeping.unkept() == 0 {
            page::reload();
        }
    }

    fn lock_here(self) {
        spawn_local(async move {
            if let Err(trouble) = self.lock(false).await {
                self.status.say(trouble.to_string());
            }
        });
    }

    fn touched(self) {
        if let Some(driver) = open() {
            let mut idle = driver.idle.get();
            idle.touch(clock::now());
            driver.idle.set(idle);
            if idle.is_over(clock::now()) {
                self.lock_here();
            }
        }
    }

    /// Locks the notebook if the reader went away: whoever is being read to is there. Tries again what could not be kept.
    fn look(self) {
        let Some(driver) = open() else { return };
        if driver.vault.failure().is_some() {
            driver.vault.retry();
            driver.go();
        }
        let mut idle = driver.idle.get();
        if speech::is_speaking() {
            idle.touch(clock::now());
        }
        let over = idle.is_over(clock::now());
        driver.idle.set(idle);
        if over {
            self.lock_here();
        }
    }

    fn look_again(self, timer: StoredValue<Option<Timer>, LocalStorage>) {
        timer.try_set_value(Timer::after(LOOK, move || {
            self.look();
            self.look_again(timer);
        }));
    }
}
