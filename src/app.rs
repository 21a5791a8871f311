//! The app: what every page shares, and which page an address shows.

use crate::components::status_line::StatusLine;
use crate::link::{Base, Route};
use crate::pages;
use crate::pages::later::{self, later};
use crate::platform::{history, transition};
use crate::state::{self, Rest, Site};
#[cfg(not(feature = "ssr"))]
use crate::words;
use leptos::prelude::*;

/// The app under a base path; on the host, at this path under it.
fn app(base: Base, path: &str) -> AnyView {
    let site = Site::new(base, path);
    state::provide(site);
    let rest = state::use_rest();
    if later::here().is_some() {
        rest.came();
    }
    let route = shown(site, route(site, rest));
    let page = move || pages::page(route.get());
    let app = view! {
        {page}
        <StatusLine />
        {later(|later| (later.over_all)())}
    }
    .into_any();
    // After the page: the address is written once the page that it names is there.
    state::effect(move || site.shown());
    #[cfg(not(feature = "ssr"))]
    if later::here().is_none() {
        bring_rest(rest);
    }
    app
}

/// The route of the address. Where parts of the program that its page needs are still to come, the one before it stays.
fn route(site: Site, rest: Rest) -> Memo<Option<Route>> {
    Memo::new(move |before: Option<&Option<Route>>| {
        let asked = site.route();
        rest.track();
        match before {
            Some(before) if !later::is_ready(asked.as_ref()) => {
                #[cfg(not(feature = "ssr"))]
                bring(asked, rest);
                before.clone()
            }
            _ => asked,
        }
    })
}

/// The route of the page that is shown: it follows the address, by a transition where that leads to another page.
fn shown(site: Site, route: Memo<Option<Route>>) -> RwSignal<Option<Route>> {
    let shown = RwSignal::new(route.get_untracked());
    state::effect(move || {
        let next = route.get();
        if site.route() != next {
            // Its page is still to come, or to be loaded from the host.
            site.complete();
        } else if shown.with_untracked(|shown| *shown == next) {
            site.show();
        } else {
            history::changing();
            transition::run(move || {
                // The reader may be on the way elsewhere by now, or back.
                let next = route.get_untracked();
                if shown.with_untracked(|shown| *shown == next) {
                    history::arrived();
                } else {
                    shown.set(next);
                }
                site.show();
            });
        }
    });
    shown
}

/// Has the parts come that the page of a route needs; or the page as the host has it, which may have them by now.
#[cfg(not(feature = "ssr"))]
fn bring(route: Option<Route>, rest: Rest) {
    let (keeping, status) = (state::use_keeping(), state::use_status());
    leptos::task::spawn_local(async move {
        match later::fetch_for(route).await {
            Ok(()) if later::here().is_some() => rest.came(),
            Ok(()) => rest.changed(),
            // Words that are on this page alone stay here.
            Err(_) if crate::platform::page::discreet() || keeping.unkept() > 0 => {
                status.say(words::frame::page_did_not_arrive());
            }
            Err(_) => crate::platform::page::start_again(&crate::platform::history::address()),
        }
    });
}

/// Has the rest of the program come once the first page is painted.
#[cfg(not(feature = "ssr"))]
fn bring_rest(rest: Rest) {
    use crate::platform::{page, timer::next_frame};

    let status = state::use_status();
    // Who waits for the page to be ready wants to do something with it.
    page::hold_ready();
    let bring = move || {
        leptos::task::spawn_local(async move {
            match later::fetch_rest().await {
                Ok(()) => rest.came(),
                Err(_) => status.say(words::frame::part_did_not_arrive()),
            }
            next_frame(page::release_ready);
        });
    };
    next_frame(move || next_frame(bring));
}

/// The page at a path under the base, as HTML.
#[cfg(feature = "ssr")]
pub fn render(path: &str, base: &Base) -> String {
    let owner = Owner::new();
    let html = owner.with(|| app(base.clone(), path).to_html());
    // Places where a hydrating app would look for texts; ours mounts and replaces.
    html.replace("<!>", "")
}

/// The part of the program that the page at a path under the base can not wait for, beside the first.
#[cfg(feature = "ssr")]
pub fn part_of(path: &str) -> Option<&'static str> {
    later::part_of(Route::of_path(&Base::default(), path).as_ref())
}

/// Mounts the app in place of the prerendered page, as soon as the parts of the program that it needs are here.
#[cfg(not(feature = "ssr"))]
pub fn mount() {
    use crate::platform::page;

    page::report_panics();
    history::remember_positions();
    let base = Base::new(&page::base());
    let route = Route::of_path(&base, &history::path());
    let language = page::language();
    if language == words::ENGLISH && later::is_ready(route.as_ref()) {
        return replace(base);
    }
    // Leptos starts with the first view.
    wasm_bindgen_futures::spawn_local(async move {
        // Words that do not arrive keep nobody from reading: English is here.
        if let Ok(Some(catalogue)) = words::fetch(language).await {
            words::speak(language, catalogue, crate::intl::RULES);
        }
        let parts = if later::is_ready(route.as_ref()) { Ok(()) } else { later::fetch_for(route).await };
        match parts {
            Ok(()) => replace(base),
            Err(_) => page::absent(),
        }
    });
}

/// Puts the app in place of the prerendered page, in one task: nothing flashes, nothing moves.
#[cfg(not(feature = "ssr"))]
fn replace(base: Base) {
    use crate::platform::{dom, focus, folding, page, timer};
    use wasm_bindgen::JsCast;

    let Some(document) = dom::document() else { return };
    let (Some(old), Ok(new)) = (dom::by_id("app"), document.create_element("div")) else { return };
    new.set_id("app");
    let Ok(parent) = new.clone().dyn_into::<web_sys::HtmlElement>() else { return };
    mount_to(parent, move || app(base, "")).forget();

    let focused = focus::focused_id();
    let typed = typed_in(&old);
    let contents_open = dom::query("#contents:target").is_some();
    page::set_language(words::tag());
    let _ = old.replace_with_with_node_1(&new);
    for (id, value) in typed {
        type_into(&id, &value);
    }
    if let Some(element) = focused.and_then(|id| dom::by_id(&id)) {
        focus::focus(&element);
    }
    if contents_open {
        // What was the target is gone with the static page.
        history::target("contents");
    }
    // Links inside a page are the browser's: it scrolls, focuses and updates `:target`, which the router does not.
    let own = dom::Listener::on_document("click", |event| {
        if dom::closest(&event, "a[href]").is_some_and(|link| leads_inside_page(&link)) {
            event.stop_propagation();
            history::following_fragment();
        }
    });
    std::mem::forget(own);
    timer::next_frame(page::ready);
    page::hold_ready();
    folding::unfold_in_turn(page::release_ready);
}

#[cfg(not(feature = "ssr"))]
fn leads_inside_page(link: &web_sys::Element) -> bool {
    let here = history::address();
    let here = here.split('#').next().unwrap_or_default();
    let href = link.get_attribute("href").unwrap_or_default();
    href.split_once('#').is_some_and(|(path, _)| path.is_empty() || path == here)
}

/// What was typed into fields before the app was there.
#[cfg(not(feature = "ssr"))]
fn typed_in(page: &web_sys::Element) -> Vec<(String, String)> {
    use wasm_bindgen::JsCast;
    let fields = crate::platform::dom::query_all(page, "input[id][type=search]");
    let value = |field: web_sys::Element| {
        let input = field.dyn_into::<web_sys::HtmlInputElement>().ok()?;
        (input.value() != input.default_value()).then(|| (input.id(), input.value()))
    };
    fields.into_iter().filter_map(value).collect()
}

#[cfg(not(feature = "ssr"))]
fn type_into(id: &str, value: &str) {
    use wasm_bindgen::JsCast;
    let field = crate::platform::dom::by_id(id).and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok());
    if let Some(field) = field {
        field.set_value(value);
        if let Ok(event) = web_sys::Event::new("input") {
            let _ = field.dispatch_event(&event);
        }
    }
}
