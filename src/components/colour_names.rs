//! Naming the colours: a field for each, kept while it is typed.

use super::passphrase::unlock_button;
use super::swatch::swatch;
use crate::annotation::Colour;
use crate::reading::{LONGEST, suggested};
use crate::state::{use_colours, use_keeping};
use crate::words;
use leptos::prelude::*;

/// The fields; `place` makes their ids unique on the page.
pub(crate) fn colour_names(place: &'static str) -> AnyView {
    let colours = use_colours();
    let field = move |colour: Colour| {
        let id = format!("{place}-{}", colour.name());
        view! {
            <p class="colour-name">
                {swatch(colour, "sw sw-m")} <label class="vh" for=id.clone()>
                    {words::settings::name_of(colour.label())}
                </label>
                <input
                    class="field"
                    id=id
                    type="text"
                    autocomplete="off"
                    maxlength=LONGEST
                    placeholder=suggested(colour)
                    prop:value=move || colours.own(colour)
                    on:input:target=move |event| colours.rename(colour, &event.target().value())
                />
            </p>
        }
        .into_any()
    };
    view! { <div class="colour-names">{Colour::ALL.map(field).into_iter().collect_view()}</div> }.into_any()
}

/// The pane of the settings page.
pub(crate) fn colours_pane() -> AnyView {
    let keeping = use_keeping();
    view! {
        <section class="pane needs-app" aria-labelledby="colours-heading">
            <h2 id="colours-heading">{words::settings::colours_heading()}</h2>
            <p class="attend-why">{words::settings::colours_why()}</p>
            {move || if keeping.is_locked() { locked() } else { colour_names("page-colour") }}
        </section>
    }
    .into_any()
}

/// The names are in the notebook.
fn locked() -> AnyView {
    view! { <p class="attend-why">{words::settings::colours_locked()} " " {unlock_button()}</p> }.into_any()
}
