//! All packs: those that were opened, those that are being made, and the way to more of both.

use super::{Offer, band};
use crate::components::button::button;
use crate::link::Route;
use crate::pack::{FILE_LIMIT, Pack, from_json, read_file};
use crate::platform::{files, focus, timer};
use crate::state::{use_packs, use_site, use_status};
use crate::words;
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
            let rows = shelf.iter().map(|(id, pack)| row(pack, href(&format!("pack={id}")), words::pack::go_on()));
            list(words::pack::opened_packs(), rows.collect())
        })
    };
    let own = move || {
        packs.own(|shelf| {
            let rows = shelf.iter().map(|(id, pack)| row(pack, href(&format!("edit={id}")), words::pack::edit()));
            list(words::pack::own_packs(), rows.collect())
        })
    };
    view! {
        <h1 tabindex="-1">{words::pack::packs()}</h1>
        <p class="lede">{words::pack::packs_lede()}</p>
        <noscript>
            <p class="needs-script">{words::pack::needs_script()}</p>
        </noscript>
        {failed.map(band)}
        {move || opened()}
        <section>
            <h2>{words::pack::open_pack()}</h2>
            <p>{words::pack::open_pack_how()}</p>
            <label class="field-label" for="pack-file">
                {words::pack::pack_file()}
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
            <h2>{words::pack::for_teaching()}</h2>
            <p>{words::pack::for_teaching_how()}</p>
            <div class="acts">
                {button("btn", None, words::pack::make_pack(), begin)}
                <a class="btn-quiet" href=href("hand-ins")>
                    {words::pack::read_hand_ins()}
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
        // The field that it was chosen in is gone.
        timer::next_frame(|| {
            if focus::is_nowhere() {
                focus::focus_heading();
            }
        });
    });
}

fn row(pack: &Pack, href: String, verb: &'static str) -> AnyView {
    let title = if pack.title.trim().is_empty() { words::pack::untitled().to_owned() } else { pack.title.clone() };
    view! {
        <li>
            <span>{title.clone()}</span>
            <span>{words::pack::stop_count(pack.stops.len())}</span>
            <a class="text-btn" href=href aria-label=words::pack::act_on(verb, &title)>
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
