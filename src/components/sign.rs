//! The sign of the house, and the picture of progress: a dot that comes closer to a ring.

use leptos::prelude::*;

/// The sign at a progress in thousandths. Decoration: it stands beside words.
pub(crate) fn sign(progress: u32) -> impl IntoView {
    let cx = 3.6 + 20.4 * f64::from(progress.min(1000)) / 1000.0;
    view! {
        <svg class="near" viewBox="0 0 36 22" aria-hidden="true" focusable="false">
            <circle class="near-ring" cx="24" cy="11" r="9" />
            <circle class="near-dot" cx=format!("{cx:.1}") cy="11" r="3.4" />
        </svg>
    }
}
