//! Waiting, in one task, for what another one does.

use js_sys::{Function, Promise};
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// A bell that wakes whoever waits for it.
#[derive(Debug, Default)]
pub struct Bell {
    waiting: RefCell<Vec<Function>>,
}

impl Bell {
    /// Waits until it rings next.
    pub async fn wait(&self) {
        let rings = Promise::new(&mut |wake, _| self.waiting.borrow_mut().push(wake));
        // Never refused.
        let _ = JsFuture::from(rings).await;
    }

    /// Wakes all who wait.
    pub fn ring(&self) {
        for wake in self.waiting.take() {
            let _ = wake.call0(&JsValue::UNDEFINED);
        }
    }
}
