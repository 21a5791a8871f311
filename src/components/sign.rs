//! The sign of the house, and the picture of progress: a dot that comes closer to a ring.

use leptos::prelude::*;

/// The sign at a progress in thousandths. Decoration: it stands beside words.
pub(crate) fn sign(progress: u32) -> AnyView {
    // Whole tenths: printing floating-point numbers would bring its own code into the wasm.
    let tenths = 36 + (204 * progress.min(1000) + 500) / 1000;
    view! {
        <svg class="near" viewBox="0 0 36 22" aria-hidden="true" focusable="false">
            <circle class="near-ring" cx="24" cy="11" r="9" />
            <circle class="near-dot" cx=format!("{}.{}", tenths / 10, tenths % 10) cy="11" r="3.4" />
        </svg>
    }
    .into_any()
}
