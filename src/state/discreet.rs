//! Discreet mode: nothing that is done in this tab is kept, and what is kept on the device is not shown.

use crate::platform::page;
use crate::storage::{Collection, LocalStore, MemoryStore, Store};
use std::rc::Rc;

/// Where records are: on the device; in discreet mode in memory, with only the look of pages taken over.
pub(super) fn store() -> Rc<dyn Store> {
    if !page::discreet() {
        return Rc::new(LocalStore);
    }
    let memory = MemoryStore::default();
    for key in LocalStore.keys().unwrap_or_default() {
        if let Some((Collection::Settings, _)) = Collection::of_key(&key)
            && let Ok(Some(text)) = LocalStore.read(&key)
        {
            memory.put(&key, &text);
        }
    }
    Rc::new(memory)
}
