//! A highlight's colour shown elsewhere: a letter on the wash with its line, so that the lines are learned.

use crate::annotation::Colour;
use leptos::prelude::*;

/// What a colour means until the reader says otherwise.
pub(crate) fn meaning(colour: Colour) -> &'static str {
    match colour {
        Colour::Yellow => "Worth keeping",
        Colour::Green => "Agree",
        Colour::Blue => "Look up",
        Colour::Pink => "About me",
        Colour::Purple => "Talk about",
    }
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
