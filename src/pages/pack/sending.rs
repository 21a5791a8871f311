//! Sending a pack: as one link, as a code for cameras, as a file.

use crate::components::button::button;
use crate::components::sharing::{copy, drawn};
use crate::link::Route;
use crate::pack::{Pack, to_json};
use crate::platform::{files, history, share, worker};
use crate::state::{use_packs, use_site, use_status};
use crate::words;
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
                status.say(words::pack::needs_stop());
                None
            }
            Err(crate::pack::PackFault::Field("title")) => {
                status.say(words::pack::needs_title());
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
                    status.murmur(words::pack::link_ready());
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
            let long =
                (address.len() > 2_000).then(|| view! { <p>{words::pack::link_long(address.len())}</p> }.into_any());
            let text = StoredValue::new(address.clone());
            let sheet = share::is_there().then(|| {
                button("btn-quiet", Some("up"), words::sharing::share_with_app(), move || {
                    share::share("", "", &text.get_value());
                })
            });
            view! {
                <label class="field-label" for="pack-link">
                    {words::pack::link_to_pack()}
                </label>
                <input class="field pack-link" id="pack-link" type="text" readonly prop:value=address />
                {long}
                <div class="acts">
                    {button("btn-quiet", Some("link"), words::sharing::copy_link(), move || {
                        copy(status, text.get_value(), words::sharing::link_copied());
                    })}
                    {sheet}
                    {drawn(Box::new(move || text.get_value()), RwSignal::new(None), status)}
                </div>
            }
            .into_any()
        })
    };
    view! {
        <section>
            <h2>{words::pack::send()}</h2>
            <p>{words::pack::send_note()}</p>
            <div class="acts">
                {button("btn", None, words::pack::make_link(), make)}
                {button("btn-quiet", Some("down"), words::sharing::save_as_file(), save)}
            </div>
            {made}
        </section>
    }
    .into_any()
}
