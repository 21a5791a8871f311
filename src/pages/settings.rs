//! Reading and data: how pages look, and what is kept on this device.

use crate::components::colour_names::colours_pane;
use crate::components::device::{offline_pane, privacy_pane};
use crate::components::frame::{Current, Frame};
use crate::components::look_controls::{LookControls, find_key_check, language_choice, reset_button};
use crate::components::passphrase::passphrase_pane;
use crate::components::sentence::sentence;
use crate::pages::your_data::your_data;
use crate::words::{self, HOLES};
use leptos::prelude::*;

/// The page.
#[component]
pub(crate) fn Settings() -> impl IntoView {
    view! {
        <Frame title=words::settings::title() current=Current::Settings>
            <main id="main" class="settings">
                <h1 tabindex="-1">{words::settings::title()}</h1>
                <noscript>
                    <p class="needs-script">{words::settings::needs_script()}</p>
                </noscript>
                <section class="pane needs-app" aria-labelledby="reading-heading">
                    <h2 id="reading-heading">{words::settings::reading()}</h2>
                    <Preview />
                    <form class="pane-form" on:submit=|event| event.prevent_default()>
                        <LookControls prefix="page" />
                        {language_choice()}
                        {find_key_check()}
                        <p class="acts">
                            {reset_button()}
                        </p>
                    </form>
                </section>
                {colours_pane()}
                {offline_pane()}
                {privacy_pane()}
                {passphrase_pane()}
                <section class="pane pane-data" aria-labelledby="data-heading">
                    <h2 id="data-heading">{words::settings::your_data()}</h2>
                    {your_data()}
                </section>
            </main>
        </Frame>
    }
}

#[component]
fn Preview() -> impl IntoView {
    let aloud = view! { <mark data-colour="yellow">{words::settings::preview_aloud()}</mark> }.into_any();
    let margin = view! { <mark data-colour="pink">{words::settings::preview_margin()}</mark> }.into_any();
    view! {
        <div class="preview" aria-label=words::settings::preview() role="group">
            <p class="preview-label">{words::settings::preview()}</p>
            <div class="preview-text">
                <h3>{words::settings::preview_title()}</h3>
                <p>{sentence(&words::settings::preview_begins(HOLES[0]), [aloud])}</p>
                <p>{sentence(&words::settings::preview_ends(HOLES[0]), [margin])}</p>
            </div>
        </div>
    }
}
