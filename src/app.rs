//! The app: what every page shares, and which page an address shows.

use crate::components::shortcuts_dialog::ShortcutsDialog;
use crate::components::status_line::StatusLine;
use crate::link::{self, Base};
use crate::pages;
use crate::state::{self, Site};
use leptos::prelude::*;

/// The app under a base path; on the host, at this path under it.
fn app(base: Base, path: &str) -> AnyView {
    let site = Site::new(base, path);
    state::provide(site);
    let route = Memo::new(move |_| site.route());
    let page = move || match route.get() {
        Some(link::Route::Library) => view! { <pages::Library /> }.into_any(),
        Some(link::Route::Read { slug, .. }) => view! { <pages::Reader slug=slug /> }.into_any(),
        Some(link::Route::Teach { slug }) => view! { <pages::Educators slug=slug /> }.into_any(),
        Some(link::Route::Notebook) => view! { <pages::Notebook /> }.into_any(),
        Some(link::Route::Search { .. }) => view! { <pages::Search /> }.into_any(),
        Some(link::Route::Glossary) => view! { <pages::Glossary /> }.into_any(),
        Some(link::Route::Settings) => view! { <pages::Settings /> }.into_any(),
        Some(link::Route::Pack) => view! { <pages::ReadingPack /> }.into_any(),
        Some(link::Route::About) => view! { <pages::About /> }.into_any(),
        None => view! { <pages::NotFound /> }.into_any(),
    };
    let app = view! {
        {page}
        <StatusLine />
        <ShortcutsDialog />
    }
    .into_any();
    // After the page: the address is written once the page that it names is there.
    state::effect(move || site.shown());
    app
}

/// The page at a path under the base, as HTML.
#[cfg(feature = "ssr")]
pub fn render(path: &str, base: &Base) -> String {
    let owner = Owner::new();
    let html = owner.with(|| app(base.clone(), path).to_html());
    // Places where a hydrating app would look for texts; ours mounts and replaces.
    html.replace("<!>", "")
}

/// Mounts the app in place of the prerendered page, in one task: nothing flashes, nothing moves.
#[cfg(not(feature = "ssr"))]
pub fn mount() {
    use crate::platform::{dom, focus, history, page, paper, timer};
    use wasm_bindgen::JsCast;

    page::report_panics();
    let Some(document) = dom::document() else { return };
    let (Some(old), Ok(new)) = (dom::by_id("app"), document.create_element("div")) else { return };
    new.set_id("app");
    let Ok(parent) = new.clone().dyn_into::<web_sys::HtmlElement>() else { return };
    history::remember_positions();
    paper::listen();
    let base = Base::new(&page::base());
    mount_to(parent, move || app(base, "")).forget();

    let focused = focus::focused_id();
    let typed = typed_in(&old);
    let contents_open = dom::query("#contents:target").is_some();
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
}

#[cfg(not(feature = "ssr"))]
fn leads_inside_page(link: &web_sys::Element) -> bool {
    let here = crate::platform::history::address();
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
