//! The page as a whole: title, look, base path, readiness.

use super::dom;
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

/// Says that the app has mounted and the reader's marks are painted.
pub fn ready() {
    if let Some(performance) = dom::window().and_then(|window| window.performance()) {
        let _ = performance.mark("app-ready");
    }
    if let Some(root) = root() {
        let _ = root.set_attribute("data-ready", "");
    }
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
