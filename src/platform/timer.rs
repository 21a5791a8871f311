//! Doing something later. Nothing else in the program names a timer.

use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Runs once after a delay; dropping it before that calls it off.
pub struct Timer {
    handle: i32,
    _handler: Closure<dyn FnMut()>,
}

impl Timer {
    /// Runs `task` after `delay`; `None` outside a page.
    pub fn after(delay: Duration, task: impl FnOnce() + 'static) -> Option<Timer> {
        Timer::boxed(delay, Box::new(task))
    }

    /// One copy for every task.
    fn boxed(delay: Duration, task: Box<dyn FnOnce()>) -> Option<Timer> {
        let handler = Closure::once(task);
        let delay = i32::try_from(delay.as_millis()).unwrap_or(i32::MAX);
        let window = super::dom::window()?;
        let handle = window
            .set_timeout_with_callback_and_timeout_and_arguments_0(handler.as_ref().unchecked_ref(), delay)
            .ok()?;
        Some(Timer { handle, _handler: handler })
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let Some(window) = super::dom::window() {
            window.clear_timeout_with_handle(self.handle);
        }
    }
}

/// Runs before the next paint.
pub fn next_frame(task: impl FnOnce() + 'static) {
    request(Box::new(task));
}

/// One copy for every task.
fn request(task: Box<dyn FnOnce()>) {
    let handler = Closure::once_into_js(task);
    if let Some(window) = super::dom::window() {
        let _ = window.request_animation_frame(handler.unchecked_ref());
    }
}
