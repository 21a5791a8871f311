//! Local storage.
//!
//! gloo-storage panics where storage is blocked, so its reach is probed through web-sys before every call. Other
//! sites of the same origin may keep keys here: only those with our prefix are listed.

use super::{PREFIX, Store, StoreError};
use crate::json::{self, Value};
use gloo_storage::{LocalStorage, Storage};
use js_sys::{JSON, Reflect};
use wasm_bindgen::JsValue;

/// The browser's local storage, if it lets us.
#[derive(Clone, Copy, Debug, Default)]
pub struct LocalStore;

/// The storage object; touching it throws where cookies are blocked.
fn probe() -> Result<web_sys::Storage, StoreError> {
    let window = web_sys::window().ok_or(StoreError::Absent)?;
    match window.local_storage() {
        Ok(Some(_)) => Ok(LocalStorage::raw()),
        Ok(None) => Err(StoreError::Absent),
        Err(_) => Err(StoreError::Blocked),
    }
}

/// What a thrown error means; `otherwise` where its name says nothing. Two browsers name a full store differently.
fn meaning(thrown: &JsValue, otherwise: StoreError) -> StoreError {
    let name = Reflect::get(thrown, &"name".into()).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StoreError::Full,
        Some("SecurityError") => StoreError::Blocked,
        _ => otherwise,
    }
}

impl Store for LocalStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        // All at once: while keys are asked for by number, another tab that removes one shifts the rest.
        let storage = JsValue::from(probe()?);
        let keys = Reflect::own_keys(&storage).map_err(|thrown| meaning(&thrown, StoreError::Unreadable))?;
        // As one text: there may be thousands, and a call for each takes longer than all the rest.
        let listed = JSON::stringify(&keys).ok().and_then(|text| text.as_string());
        let listed = listed.and_then(|text| json::from_str(&text).ok());
        let all: Vec<String> = match listed.as_ref().and_then(Value::as_array) {
            Some(listed) => listed.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            // One of them is no Unicode: another site's.
            None => keys.iter().filter_map(|key| key.as_string()).collect(),
        };
        Ok(all.into_iter().filter(|key| key.starts_with(PREFIX)).collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        probe()?.get_item(key).map_err(|thrown| meaning(&thrown, StoreError::Unreadable))
    }

    fn write(&self, key: &str, value: &str) -> Result<(), StoreError> {
        probe()?.set_item(key, value).map_err(|thrown| meaning(&thrown, StoreError::Refused))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        probe()?.remove_item(key).map_err(|thrown| meaning(&thrown, StoreError::Refused))
    }
}
