//! Sending a pack: as one link, as a code for cameras, as a file.

use crate::components::button::button;
use crate::components::sharing::{copy, drawn};
use crate::link::Route;
use crate::pack::{Pack, to_json};
use crate::platform::{files, history, share, worker};
use crate::state::{use_packs, use_site, use_status};
use crate::worker::{Request, Response};
use leptos::prelude::*;

/// The section "Send it".
pub(super) fn sending(id: String) -> AnyView {
    let (packs, site, status) = (use_packs(), use_site(), use_status());
    let id = StoredValue::new(id);
    let link = RwSignal::new(None::<String>);
    let ready = move || -> Option<Pack> {
        let pack = packs.own_pack(&id.get_value())?.tidy();
        match pack.check() {
            Ok(()) => Some(pack),
            Err(crate::pack::PackFault::NoStops) => {
                status.say("A pack needs at least one stop. Add one first.");
                None
            }
            Err(crate::pack::PackFault::Field("title")) => {
                status.say("A pack needs a title. Write one at the top.");
                None
            }
            Err(fault) => {
                status.say(fault.to_string());
                None
            }
        }
    };
    // What was changed after the link was made is not in it.
    let current =
        Memo::new(move |_| packs.own(|shelf| shelf.iter().find(|(known, _)| *known == id.get_value()).cloned()));
    crate::state::effect(move || {
        current.track();
        link.set(None);
    });
    let make = move || {
        let Some(pack) = ready() else { return };
        let page = format!("{}{}", history::origin(), site.href(&Route::Pack));
        wasm_bindgen_futures::spawn_local(async move {
            match worker::ask(&Request::WritePack(pack)).await {
                Ok(Response::Text(code)) => {
                    let _ = link.try_set(Some(format!("{page}#{code}")));
                    status.murmur("The link is ready");
                }
                Ok(Response::Refused(why)) => status.say(why),
                Ok(_) => status.say(worker::WorkerError::NotLoaded.to_string()),
                Err(error) => status.say(error.to_string()),
            }
        });
    };
    let save = move || {
        if let Some(pack) = ready() {
            files::download("closely-pack.json", "application/json", to_json(&pack).to_string().as_bytes());
        }
    };
    let made = move || {
        link.get().map(|address| {
            let long = (address.len() > 2_000).then(|| {
                let words = format!("The link has {} characters; some programs cut links after 2,000. A file is safer.", address.len());
                view! { <p>{words}</p> }.into_any()
            });
            let text = StoredValue::new(address.clone());
            let sheet = share::is_there().then(|| {
                button("btn-quiet", Some("up"), "Share with an app", move || share::share("", "", &text.get_value()))
            });
            view! {
                <label class="field-label" for="pack-link">
                    "Link to the pack"
                </label>
                <input class="field pack-link" id="pack-link" readonly prop:value=address />
                {long}
                <div class="acts">
                    {button("btn-quiet", Some("link"), "Copy link", move || copy(status, text.get_value(), "Link copied"))}
                    {sheet}
                    {drawn(Box::new(move || text.get_value()), RwSignal::new(None), status)}
                </div>
            }
            .into_any()
        })
    };
    view! {
        <section>
            <h2>"Send it"</h2>
            <p>"The whole pack travels in the link. It passes no server, and what students answer comes back only when they hand it in."</p>
            <div class="acts">
                {button("btn", None, "Make the link", make)}
                {button("btn-quiet", Some("down"), "Save as file", save)}
            </div>
            {made}
        </section>
    }
    .into_any()
}
