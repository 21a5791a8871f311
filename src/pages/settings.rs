//! Reading and data: how pages look, and what is kept on this device.

use crate::components::device::{offline_pane, privacy_pane};
use crate::components::frame::{Current, Frame};
use crate::components::icon::icon;
use crate::components::look_controls::{LookControls, reset_button};
use crate::notebook::KindFilter;
use crate::state::use_keeping;
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
                        <p class="acts">
                            {reset_button()}
                        </p>
                    </form>
                </section>
                {offline_pane()}
                {privacy_pane()}
                <section class="pane pane-data" aria-labelledby="data-heading">
                    <h2 id="data-heading">"Your data"</h2>
                    <YourData />
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

#[component]
fn YourData() -> impl IntoView {
    let keeping = use_keeping();
    let count = move |kind: KindFilter| {
        keeping.read(|notebook| notebook.annotations().filter(|annotation| kind.admits(annotation)).count())
    };
    let row = move |kind: KindFilter| {
        view! {
            <div>
                <dt>{kind.label()}</dt>
                <dd>{move || count(kind)}</dd>
            </div>
        }
        .into_any()
    };
    let kinds = [KindFilter::Highlights, KindFilter::Notes, KindFilter::Reflections, KindFilter::Bookmarks];
    let quarantined = move || {
        keeping.read(|notebook| {
            let records = notebook.quarantined();
            (!records.is_empty()).then(|| {
                let rows = records.iter().map(|record| {
                    view! {
                        <li>
                            <b>{record.key.clone()}</b>
                            " "
                            {record.why.to_string()}
                            <a
                                class="text-btn"
                                href=format!("data:text/plain;charset=utf-8,{}", crate::link::encode(&record.bytes))
                                download=format!("{}.txt", record.key.replace(':', "-"))
                            >
                                "Download the record"
                            </a>
                        </li>
                    }
                    .into_any()
                });
                view! {
                    <div class="trouble">
                        {icon("caution")}
                        <div>
                            <p>
                                <b>
                                    {match records.len() {
                                        1 => "One record could not be used. ".to_owned(),
                                        count => format!("{count} records could not be used. "),
                                    }}
                                </b>
                                "They are kept exactly as they were found; nothing else is affected."
                            </p>
                            <ul role="list">{rows.collect_view()}</ul>
                        </div>
                    </div>
                }
                .into_any()
            })
        })
    };
    view! {
        <div class="pane-form">
            <p class="pane-why">
                "Everything you mark or write is kept in this browser, on this device, and nowhere else. Clearing the \
                 browser’s data clears it too."
            </p>
            <dl class="ledger needs-app">{kinds.map(row).into_iter().collect_view()}</dl>
            {move || quarantined()}
        </div>
    }
}
