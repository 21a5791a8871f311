//! The page as a whole: title, look, base path, readiness.

use super::dom;
use crate::words::{self, Language};
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Sets the document's title. In discreet mode it says nothing.
pub fn set_title(title: &str) {
    if let Some(document) = dom::document() {
        document.set_title(if discreet() { "Closely" } else { title });
    }
}

/// Whether this tab is in discreet mode: the start of the page has looked.
pub fn discreet() -> bool {
    root().is_some_and(|root| root.has_attribute("data-discreet"))
}

/// The base path that the page was built for: an attribute of the root element.
pub fn base() -> String {
    root().and_then(|root| root.get_attribute("data-base")).unwrap_or_default()
}

/// The language of the interface: the reader's choice, which the start of the page has looked up; else the browser's; else
/// English.
pub fn language() -> Language {
    let chosen = root().and_then(|root| root.get_attribute("data-language")).and_then(|tag| words::language(&tag));
    chosen.unwrap_or_else(browser_language)
}

/// The first of the browser's languages that we speak; else English.
pub fn browser_language() -> Language {
    let tags = dom::window().map(|window| window.navigator().languages()).unwrap_or_default();
    tags.iter().find_map(|tag| words::language(&tag.as_string()?)).unwrap_or(words::ENGLISH)
}

/// Says which language the page is in, for assistive technology and for what style sheets write.
pub fn set_language(tag: &str) {
    if let Some(root) = root() {
        root.set_lang(tag);
    }
    set_root_property("--highlight-this", &format!("\"{}\"", words::marks::highlight_this()));
}

/// The root element.
pub fn root() -> Option<HtmlElement> {
    dom::document()?.document_element()?.dyn_into().ok()
}

/// Gives the root element these classes in place of all that begin with one of our prefixes.
pub fn set_root_classes(prefixes: &[&str], classes: &[String]) {
    let Some(root) = root() else { return };
    let present = root.class_name();
    let foreign = present.split_whitespace().filter(|class| !prefixes.iter().any(|prefix| class.starts_with(prefix)));
    let all: Vec<&str> = foreign.chain(classes.iter().map(String::as_str)).collect();
    root.set_class_name(&all.join(" "));
}

/// Sets a custom property on the root element; an empty value removes it.
pub fn set_root_property(name: &str, value: &str) {
    set_property(root(), name, value);
}

/// Sets a style property on an element, past any policy on style attributes.
pub fn set_property(element: Option<HtmlElement>, name: &str, value: &str) {
    if let Some(element) = element {
        let _ = element.style().set_property(name, value);
    }
}

thread_local! {
    /// How many still have something to paint, and whether the page was called ready meanwhile.
    static HELD: Cell<(u32, bool)> = const { Cell::new((0, false)) };
}

/// Something is still being painted or fetched: the page is not ready before [`release_ready`].
pub fn hold_ready() {
    let (held, called) = HELD.get();
    HELD.set((held.saturating_add(1), called));
}

/// What [`hold_ready`] told of is there.
pub fn release_ready() {
    let (held, called) = HELD.get();
    HELD.set((held.saturating_sub(1), called));
    if held == 1 && called {
        ready();
    }
}

/// Says that the app has mounted; the page is ready once nothing [holds](hold_ready) it.
pub fn ready() {
    let (held, called) = HELD.get();
    HELD.set((held, held > 0));
    if !called {
        mark("app-shown");
    }
    if held > 0 {
        return;
    }
    mark("app-ready");
    if let Some(root) = root() {
        let _ = root.set_attribute("data-ready", "");
    }
}

/// Notes the time for those who measure.
fn mark(name: &str) {
    if let Some(performance) = dom::window().and_then(|window| window.performance()) {
        let _ = performance.mark(name);
    }
}

/// Whether a media query of ours holds now.
pub fn matches(query: &str) -> bool {
    dom::window().and_then(|window| window.match_media(query).ok().flatten()).is_some_and(|list| list.matches())
}

/// Width of the page in CSS pixels, without a scroll bar.
pub fn width() -> f64 {
    root().map_or(0.0, |root| f64::from(root.client_width()))
}

/// Tells the page's start script when the program stops on a fault, so that what is shown becomes plain text. Developers
/// read why on the console, in debug builds alone.
pub fn report_panics() {
    std::panic::set_hook(Box::new(|_panic| {
        #[cfg(debug_assertions)]
        web_sys::console::error_1(&_panic.to_string().into());
        if let (Some(window), Ok(event)) = (dom::window(), web_sys::Event::new("closely:stopped")) {
            let _ = window.dispatch_event(&event);
        }
    }));
}

/// Tells the page's start script that a part of the program did not arrive: the page stays as it was sent.
pub fn absent() {
    if let (Some(window), Ok(event)) = (dom::window(), web_sys::Event::new("closely:absent")) {
        let _ = window.dispatch_event(&event);
    }
}

/// Fires on the window before the program itself takes the page away: what is being written is to be saved, and nothing
/// deleted, since nobody could undo it.
pub const GOING: &str = "closely:going";

/// Says that the page is about to go.
pub fn going() {
    if let (Some(window), Ok(event)) = (dom::window(), web_sys::Event::new(GOING)) {
        let _ = window.dispatch_event(&event);
    }
}

/// Loads this page again: nothing that it holds outlives it.
pub fn reload() {
    if let Some(window) = dom::window() {
        let _ = window.location().reload();
    }
}

/// Loads an address in place of this page: nothing that this page holds outlives it.
pub fn start_again(address: &str) {
    if let Some(window) = dom::window() {
        let _ = window.location().replace(address);
    }
}
