//! Reading packs: making one, following one, and reading what a class handed in.
//!
//! The query says which: `?edit=` and `?preview=` a pack of the reader's own, `?pack=` one that was opened, `?hand-ins`
//! the answers of others; without any, all of them. A pack that comes as a link stands in the fragment, which no server
//! sees.

mod adding;
mod builder;
mod collect;
mod follow;
mod overview;
mod places;
mod sending;

use crate::components::arrival::arrive;
use crate::components::frame::{Current, Frame};
use crate::head;
use crate::link::query_value;
use crate::pack::Pack;
use crate::platform::worker;
use crate::state::effect;
use crate::state::use_site;
use crate::words;
use crate::worker::{Request, Response};
use leptos::prelude::*;

/// Which of the pages is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
enum View {
    Overview,
    Edit(String),
    Preview(String),
    Follow(String),
    Collect,
}

impl View {
    fn of(query: &str) -> View {
        let value = |name| query_value(query, name);
        match (value("edit"), value("preview"), value("pack"), value("hand-ins")) {
            (Some(id), ..) => View::Edit(id),
            (_, Some(id), ..) => View::Preview(id),
            (.., Some(id), _) => View::Follow(id),
            (.., Some(_)) => View::Collect,
            _ => View::Overview,
        }
    }
}

/// A pack from outside that waits for the reader's word, or why it can't be opened.
type Offer = RwSignal<Option<Result<Pack, String>>>;

/// The page.
#[component]
pub(crate) fn ReadingPack() -> impl IntoView {
    let site = use_site();
    let view = Memo::new(move |_| View::of(&site.query()));
    let offer: Offer = RwSignal::new(None);
    effect(move || open_link(&site.fragment(), offer));
    // The frame arrives with the page; whoever goes on within it arrives, too.
    let shown = StoredValue::new(None::<View>);
    effect(move || {
        let view = view.get();
        let before = shown.try_update_value(|shown| shown.replace(view.clone())).flatten();
        if before.is_some_and(|before| before != view) {
            arrive(&head::document_title(words::pack::packs()), || false);
        }
    });
    let content = move || match view.get() {
        View::Edit(id) => builder::builder(id),
        View::Preview(id) => follow::preview(&id),
        View::Follow(id) => follow::follow(id),
        View::Collect => collect::collect(),
        View::Overview => match offer.get() {
            Some(Ok(pack)) => follow::offered(pack, offer),
            Some(Err(why)) => overview::overview(offer, Some(why)),
            None => overview::overview(offer, None),
        },
    };
    view! {
        <Frame title=words::pack::packs() current=Current::None>
            <main id="main" class="pack">
                {content}
            </main>
        </Frame>
    }
}

/// Reads the pack in a fragment, where one stands in it.
fn open_link(fragment: &str, offer: Offer) {
    let code = fragment.trim_start_matches('#').to_owned();
    // Anything shorter is the name of a place on the page.
    if code.len() < 20 {
        offer.set(None);
        return;
    }
    wasm_bindgen_futures::spawn_local(async move {
        let opened = match worker::ask(&Request::ReadPack(code)).await {
            Ok(Response::Pack(pack)) => Ok(pack),
            Ok(Response::Refused(why)) => Err(why),
            Ok(_) => Err(worker::WorkerError::NotLoaded.to_string()),
            Err(error) => Err(error.to_string()),
        };
        let _ = offer.try_set(Some(opened));
    });
}

/// A notice in a band.
fn band(notice: String) -> AnyView {
    view! {
        <div class="band band-calm" role="region" aria-label=words::pack::notice()>
            {crate::components::icon::icon("caution")}
            <span>{notice}</span>
        </div>
    }
    .into_any()
}
