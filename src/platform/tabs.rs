//! What other tabs change in local storage, as the browser tells it.

use super::dom;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, StorageEvent};

/// What was changed elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changed {
    /// Everything was cleared.
    All,
    /// What is under this key: it was written, or removed.
    Key(String, bool),
}

/// What a storage event tells of.
pub fn changed(event: &Event) -> Option<Changed> {
    let event: &StorageEvent = event.dyn_ref()?;
    Some(event.key().map_or(Changed::All, |key| Changed::Key(key, event.new_value().is_some())))
}

/// Tells this page that a record was changed elsewhere, where the browser knows it by another key. As the browser does,
/// it waits until whatever is running has ended: that may be what listens.
pub fn tell(key: &str) {
    let key = key.to_owned();
    spawn_local(async move {
        let (Some(window), Ok(event)) = (dom::window(), StorageEvent::new("storage")) else { return };
        event.init_storage_event_with_can_bubble_and_cancelable_and_key("storage", false, false, Some(&key));
        let _ = window.dispatch_event(&event);
    });
}
