//! Icons: references into the sprite of `index.html`. Always beside words or a name, never alone.
//!
//! Where all around an icon is fixed, it is written out in the view: `view!` then makes the whole of it in one go.

use leptos::prelude::*;

/// An icon of the sprite.
pub(crate) fn icon(name: &'static str) -> AnyView {
    classed_icon(name, "i")
}

/// An icon with classes of its own.
pub(crate) fn classed_icon(name: &'static str, class: &'static str) -> AnyView {
    view! {
        <svg class=class aria-hidden="true" focusable="false">
            <use href=format!("#icon-{name}") />
        </svg>
    }
    .into_any()
}
