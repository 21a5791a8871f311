//! Dragging something of the page to another place on it.
//!
//! What is dragged stays with the page: no text goes along that a field could take in.

use web_sys::DragEvent;

/// Lets a drag begin. Some browsers begin none that carries nothing.
pub fn begin(event: &DragEvent) {
    if let Some(carried) = event.data_transfer() {
        let _ = carried.set_data("application/x-closely", "moved");
        carried.set_effect_allowed("move");
    }
}
