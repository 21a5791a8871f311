//! A highlight's colour shown elsewhere: a letter on the wash with its line, so that the lines are learned.

use crate::annotation::Colour;
use crate::state::use_colours;
use leptos::prelude::*;

/// What a colour means to the reader; other words when they rename it.
pub(crate) fn meaning(colour: Colour) -> AnyView {
    let colours = use_colours();
    view! { {move || colours.name(colour)} }.into_any()
}

/// A swatch; `class` sets its size.
pub(crate) fn swatch(colour: Colour, class: &'static str) -> AnyView {
    view! {
        <span class=class data-colour=colour.name() aria-hidden="true">
            <span>"\u{a0}a\u{a0}"</span>
        </span>
    }
    .into_any()
}
