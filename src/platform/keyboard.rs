//! Keys as they are pressed.

use crate::reading::keys::Press;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

/// The key of an event; `None` where somebody has dealt with it, while a letter is being composed, and for a key that is
/// being held down on anything but movement.
pub fn press(event: &Event) -> Option<Press> {
    let event = event.dyn_ref::<KeyboardEvent>()?;
    let moves = event.key().starts_with("Arrow") || event.key().starts_with("Page");
    if event.default_prevented() || event.is_composing() || event.repeat() && !moves {
        return None;
    }
    Some(Press {
        key: event.key(),
        code: event.code(),
        alt: event.alt_key(),
        shift: event.shift_key(),
        other: event.ctrl_key() || event.meta_key() || event.get_modifier_state("AltGraph"),
    })
}
