//! All packs: those that were opened, those that are being made, and the way to more of both.

use super::{Offer, band};
use crate::components::button::button;
use crate::link::Route;
use crate::pack::{FILE_LIMIT, Pack, from_json, read_file};
use crate::platform::files;
use crate::state::{use_packs, use_site, use_status};
use leptos::prelude::*;

pub(super) fn overview(offer: Offer, failed: Option<String>) -> AnyView {
    let site = use_site();
    let packs = use_packs();
    let status = use_status();
    let href = move |query: &str| format!("{}?{query}", site.href(&Route::Pack));
    let begin = move || match packs.begin() {
        Ok(id) => site.follow(href(&format!("edit={id}"))),
        Err(error) => status.say(error.to_string()),
    };
    let opened = move || {
        packs.opened(|shelf| {
            let rows = shelf.iter().map(|(id, pack)| row(pack, href(&format!("pack={id}")), "Go on"));
            list("Opened packs", rows.collect())
        })
    };
    let own = move || {
        packs.own(|shelf| {
            let rows = shelf.iter().map(|(id, pack)| row(pack, href(&format!("edit={id}")), "Edit"));
            list("Packs that you make", rows.collect())
        })
    };
    view! {
        <h1 tabindex="-1">"Reading packs"</h1>
        <p class="lede">"A few places to read closely, each with a question. No account, no server: a pack is a link."</p>
        <noscript>
            <p class="needs-script">"Reading packs need JavaScript: they are opened and made by your browser."</p>
        </noscript>
        {failed.map(band)}
        {move || opened()}
        <section>
            <h2>"Open a pack"</h2>
            <p>"Follow the link that you were given, or choose the file."</p>
            <label class="field-label" for="pack-file">
                "Pack file"
            </label>
            <input
                class="field"
                id="pack-file"
                type="file"
                accept=".json,application/json"
                on:change:target=move |event| open_file(event.target(), offer)
            />
        </section>
        <section>
            <h2>"For people who teach"</h2>
            <p>
                "Choose passages, ask a question at each, and send the link to a class. What students write stays on \
                 their devices until they hand it in to you."
            </p>
            <div class="acts">
                {button("btn", None, "Make a pack", begin)}
                <a class="btn-quiet" href=href("hand-ins")>
                    "Read what was handed in"
                </a>
            </div>
        </section>
        {move || own()}
    }
    .into_any()
}

fn open_file(field: web_sys::HtmlInputElement, offer: Offer) {
    wasm_bindgen_futures::spawn_local(async move {
        let chosen = files::chosen(field, FILE_LIMIT).await.into_iter().next();
        let Some((_, bytes)) = chosen else { return };
        let pack = match bytes {
            Some(bytes) => read_file(&bytes, FILE_LIMIT).and_then(|value| from_json(&value)),
            None => Err(crate::pack::PackFault::TooLarge),
        };
        let _ = offer.try_set(Some(pack.map_err(|fault| fault.to_string())));
    });
}

fn row(pack: &Pack, href: String, verb: &'static str) -> AnyView {
    let title = if pack.title.trim().is_empty() { "Without a title yet".to_owned() } else { pack.title.clone() };
    let count = match pack.stops.len() {
        1 => "1 stop".to_owned(),
        count => format!("{count} stops"),
    };
    view! {
        <li>
            <span>{title.clone()}</span>
            <span>{count}</span>
            <a class="text-btn" href=href aria-label=format!("{verb}: {title}")>
                {verb}
            </a>
        </li>
    }
    .into_any()
}

fn list(heading: &'static str, rows: Vec<AnyView>) -> Option<AnyView> {
    (!rows.is_empty()).then(|| {
        view! {
            <section>
                <h2>{heading}</h2>
                <ul class="pack-list" role="list">
                    {rows}
                </ul>
            </section>
        }
        .into_any()
    })
}
