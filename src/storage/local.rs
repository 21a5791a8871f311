//! Local storage.
//!
//! gloo-storage panics where storage is blocked, so its reach is probed through web-sys before every call. Other
//! sites of the same origin may keep keys here: only those with our prefix are listed.

use super::{PREFIX, Store, StoreError};
use gloo_storage::{LocalStorage, Storage};

/// The browser's local storage, if it lets us.
#[derive(Clone, Copy, Debug, Default)]
pub struct LocalStore;

/// The storage object; touching it throws where cookies are blocked.
fn probe() -> Result<web_sys::Storage, StoreError> {
    let window = web_sys::window().ok_or(StoreError::Blocked)?;
    match window.local_storage() {
        Ok(Some(_)) => Ok(LocalStorage::raw()),
        Ok(None) | Err(_) => Err(StoreError::Blocked),
    }
}

impl Store for LocalStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let storage = probe()?;
        let length = storage.length().map_err(|_| StoreError::Blocked)?;
        let keys = (0..length).filter_map(|index| storage.key(index).ok().flatten());
        Ok(keys.filter(|key| key.starts_with(PREFIX)).collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        probe()?.get_item(key).map_err(|_| StoreError::Blocked)
    }

    fn write(&self, key: &str, value: &str) -> Result<(), StoreError> {
        probe()?.set_item(key, value).map_err(|_| StoreError::Full)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        probe()?.remove_item(key).map_err(|_| StoreError::Blocked)
    }
}
