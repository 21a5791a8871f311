//! Erasing everything, here and in every open tab.
//!
//! A tab that hears of it keeps nothing from that moment on, not even what is being typed, and begins again: what it
//! held in memory goes with the page.

#![cfg(not(feature = "ssr"))]

use super::{Keeping, Site};
use crate::platform::dom::Listener;
use crate::platform::{durability, page};
use crate::storage::{LocalStore, PREFIX, Store, StoreError};
use wasm_bindgen::JsCast;

/// Written and removed again at once: the other tabs hear of that.
const SIGNAL: &str = "closely:erased";

/// Begins again when another tab erases everything.
pub(super) fn follow(keeping: Keeping, site: Site) {
    let storage = Listener::on_window("storage", move |event| {
        let event = event.dyn_ref::<web_sys::StorageEvent>();
        if event.is_some_and(|event| event.key().as_deref() == Some(SIGNAL) && event.new_value().is_some()) {
            keeping.close();
            page::start_again(&site.file(""));
        }
    });
    super::while_shown(vec![storage]);
}

/// Erases what this site stored and reads back. Says how many records are still there, and whether copies of the site
/// are.
pub(crate) async fn erase(keeping: Keeping, base: String) -> Result<(usize, bool), StoreError> {
    keeping.close();
    let store = LocalStore;
    for _ in 0..2 {
        // Tabs that have not heard yet may write once more.
        let _ = store.write(SIGNAL, PREFIX).and_then(|()| store.remove(SIGNAL));
        for key in store.keys()? {
            let _ = store.remove(&key);
        }
    }
    let clean = durability::remove_copies(&base).await;
    for key in store.keys()? {
        let _ = store.remove(&key);
    }
    Ok((store.keys()?.len(), clean))
}
