//! Reading and data: how pages look, and what is kept on this device.

use crate::components::colour_names::colours_pane;
use crate::components::device::{offline_pane, privacy_pane};
use crate::components::frame::{Current, Frame};
use crate::components::look_controls::{LookControls, find_key_check, reset_button};
use crate::components::passphrase::passphrase_pane;
use crate::pages::your_data::your_data;
use leptos::prelude::*;

/// The page.
#[component]
pub(crate) fn Settings() -> impl IntoView {
    view! {
        <Frame title="Reading and data" current=Current::Settings>
            <main id="main" class="settings">
                <h1 tabindex="-1">"Reading and data"</h1>
                <noscript>
                    <p class="needs-script">"Choosing needs JavaScript. Pages follow your device’s own settings."</p>
                </noscript>
                <section class="pane needs-app" aria-labelledby="reading-heading">
                    <h2 id="reading-heading">"Reading"</h2>
                    <Preview />
                    <form class="pane-form" on:submit=|event| event.prevent_default()>
                        <LookControls prefix="page" />
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
                    <h2 id="data-heading">"Your data"</h2>
                    {your_data()}
                </section>
            </main>
        </Frame>
    }
}

#[component]
fn Preview() -> impl IntoView {
    view! {
        <div class="preview" aria-label="Preview" role="group">
            <p class="preview-label">"Preview"</p>
            <div class="preview-text">
                <h3>"On reading slowly"</h3>
                <p>
                    "A page should disappear while you are reading it, and be there again when you look up. "
                    <mark data-colour="yellow">"Mark what you would say aloud"</mark>
                    ", leave the rest, and come back on a day when you are somebody slightly different."
                </p>
                <p>
                    "Nobody is counting. " <mark data-colour="pink">"The margin is yours"</mark> ", and so is the pencil."
                </p>
            </div>
        </div>
    }
}
