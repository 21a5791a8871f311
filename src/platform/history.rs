//! The address, and where the reader was at each.
//!
//! It writes no new address: the router and links do. What a page shows can be put into the query of its address, at a
//! pause: Safari throws after 100 such calls in 30 seconds. Positions are kept in memory, by address, for back and
//! forward.

use super::{dom, folding, scroll};
use std::cell::{Cell, RefCell};

thread_local! {
    static POSITIONS: RefCell<Vec<(String, f64)>> = const { RefCell::new(Vec::new()) };
    static CURRENT: RefCell<String> = const { RefCell::new(String::new()) };
    static FOLLOWING: Cell<bool> = const { Cell::new(false) };
    static TRAVERSED: Cell<bool> = const { Cell::new(false) };
    static CHANGING: Cell<bool> = const { Cell::new(false) };
    static LISTENERS: RefCell<Vec<dom::Listener>> = const { RefCell::new(Vec::new()) };
}

/// Path, query and fragment of the address.
pub fn address() -> String {
    let Some(location) = dom::window().map(|window| window.location()) else { return String::new() };
    let part = |part: Result<String, _>| part.unwrap_or_default();
    format!("{}{}{}", part(location.pathname()), part(location.search()), part(location.hash()))
}

/// The fragment of the address, decoded, without its `#` and without a text directive.
pub fn fragment() -> Option<String> {
    let hash = dom::window()?.location().hash().ok()?;
    let id = hash.strip_prefix('#')?.split(":~:").next().unwrap_or_default();
    (!id.is_empty()).then(|| crate::link::decode(id))
}

/// The path of the address.
pub fn path() -> String {
    dom::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default()
}

/// The whole fragment of the address, where a browser that knows no text directives leaves them.
pub fn directives() -> String {
    dom::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// The query of the address, with its question mark.
pub fn query() -> String {
    dom::window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}

/// The origin of the address, such as `https://example.org`.
pub fn origin() -> String {
    dom::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// Puts what the page shows into the query of its address: see [`rewrite`].
pub fn replace_query(query: &str) {
    let Some(location) = dom::window().map(|window| window.location()) else { return };
    rewrite(&format!("{}{query}{}", path(), location.hash().unwrap_or_default()));
}

/// Makes an element of the page the target that its address names.
pub fn target(id: &str) {
    if let Some(window) = dom::window() {
        let _ = window.location().replace(&format!("#{id}"));
    }
}

/// Changes the address in place, without a step of history and without a navigation. Browsers refuse it when it comes
/// too often: never call it for every letter or while the reader scrolls.
pub fn rewrite(href: &str) {
    // The address may be the next page's by now.
    if href == address() || CHANGING.get() {
        return;
    }
    let Some(history) = dom::window().and_then(|window| window.history().ok()) else { return };
    let (before, state) = (address(), history.state().unwrap_or_default());
    if history.replace_state_with_url(&state, "", Some(href)).is_ok() {
        CURRENT.set(address());
        POSITIONS.with_borrow_mut(|positions| {
            for (known, _) in positions.iter_mut().filter(|(known, _)| *known == before) {
                *known = address();
            }
        });
    }
}

/// Starts remembering where the reader was at each address. Called once, before the router listens.
pub fn remember_positions() {
    CURRENT.set(address());
    let listeners = [
        dom::Listener::on_window("scroll", |_| {
            // Right after a traversal the address has changed and the page has not.
            let here = address();
            if CURRENT.with_borrow(|current| *current == here) {
                POSITIONS.with_borrow_mut(|positions| {
                    positions.retain(|(known, _)| *known != here);
                    positions.push((here, scroll::top()));
                });
            }
        }),
        dom::Listener::on_window("popstate", |_| {
            if FOLLOWING.get() {
                return;
            }
            TRAVERSED.set(true);
            // A page that is made anew arrives by itself.
            super::timer::next_frame(|| {
                super::timer::next_frame(|| {
                    if !CHANGING.get() && arrived() {
                        restore_or_fragment(true);
                    }
                });
            });
        }),
        // The browser restores a page that is loaded again; inside the app we do.
        dom::Listener::on_window("pagehide", |_| set_restoration(web_sys::ScrollRestoration::Auto)),
        dom::Listener::on_window("pageshow", |_| set_restoration(web_sys::ScrollRestoration::Manual)),
    ];
    LISTENERS.with_borrow_mut(|kept| kept.extend(listeners.into_iter().flatten()));
    let loaded = dom::document().is_some_and(|document| document.ready_state() == "complete");
    if loaded {
        set_restoration(web_sys::ScrollRestoration::Manual);
    }
}

fn set_restoration(mode: web_sys::ScrollRestoration) {
    if let Some(history) = dom::window().and_then(|window| window.history().ok()) {
        let _ = history.set_scroll_restoration(mode);
    }
}

/// Another page is about to be made, which will [arrive](arrived).
pub fn changing() {
    CHANGING.set(true);
}

/// The page for the current address is shown. Says whether the reader came by back or forward.
pub fn arrived() -> bool {
    CHANGING.set(false);
    CURRENT.set(address());
    TRAVERSED.replace(false)
}

/// Scrolls to where the reader was at this address if they came back to it, and to its fragment otherwise.
pub fn restore_or_fragment(traversed: bool) {
    let known = POSITIONS.with_borrow(|positions| {
        let here = address();
        positions.iter().find(|(known, _)| *known == here).map(|(_, top)| *top)
    });
    match known.filter(|_| traversed) {
        Some(top) => scroll::to(top),
        None => match fragment().and_then(|id| dom::by_id(&id)) {
            Some(target) => scroll::to_element(&target),
            None => scroll::to(0.0),
        },
    }
}

/// The reader follows a link inside the page: the browser does it all, and it is no traversal.
pub fn following_fragment() {
    folding::unfold();
    FOLLOWING.set(true);
    super::timer::next_frame(|| {
        FOLLOWING.set(false);
        arrived();
    });
}
