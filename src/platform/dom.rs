//! The document: finding elements, listening to events.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, Event, EventTarget, Node, Window};

/// The window; `None` outside a page.
pub fn window() -> Option<Window> {
    // Asking for it at all panics on the host, where pages are made too.
    if cfg!(feature = "ssr") { None } else { web_sys::window() }
}

/// The document; `None` outside a page.
pub fn document() -> Option<Document> {
    window()?.document()
}

/// The element with this id.
pub fn by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// The first element that a selector of ours matches.
pub fn query(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok().flatten()
}

/// All elements inside `root` that a selector of ours matches, in document order.
pub fn query_all(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = root.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|index| list.item(index)?.dyn_into().ok()).collect()
}

/// All elements of the page that a selector of ours matches, in document order.
pub fn query_all_in_page(selector: &str) -> Vec<Element> {
    let root = document().and_then(|document| document.document_element());
    root.map(|root| query_all(&root, selector)).unwrap_or_default()
}

/// The element itself, or the one around a text.
pub fn element_of(node: &Node) -> Option<Element> {
    node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())
}

/// Whether an element stands in one that a selector of ours matches, or is it.
pub fn is_inside(element: &Element, selector: &str) -> bool {
    element.closest(selector).is_ok_and(|found| found.is_some())
}

/// The nearest element around an event's target that a selector of ours matches.
pub fn closest(event: &Event, selector: &str) -> Option<Element> {
    let target: Node = event.target()?.dyn_into().ok()?;
    element_of(&target)?.closest(selector).ok().flatten()
}

/// An attribute of the nearest element around an event's target that has it.
pub fn closest_attribute(event: &Event, name: &str) -> Option<String> {
    closest(event, &format!("[{name}]"))?.get_attribute(name)
}

/// The values of an attribute on the elements around an event's target, the innermost first.
pub fn attributes_around(event: &Event, name: &str) -> Vec<String> {
    let selector = format!("[{name}]");
    let mut values = Vec::new();
    let mut next = closest(event, &selector);
    while let Some(element) = next {
        values.extend(element.get_attribute(name));
        next = element.parent_element().and_then(|parent| parent.closest(&selector).ok().flatten());
    }
    values
}

/// Listens until dropped.
pub struct Listener {
    target: EventTarget,
    name: &'static str,
    handler: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Listens to an event of this target.
    pub fn new(target: &EventTarget, name: &'static str, handler: impl FnMut(Event) + 'static) -> Listener {
        Listener::boxed(target, name, Box::new(handler))
    }

    /// One copy for every handler.
    fn boxed(target: &EventTarget, name: &'static str, handler: Box<dyn FnMut(Event)>) -> Listener {
        let handler = Closure::wrap(handler);
        // Refused only for a target that is gone.
        let _ = target.add_event_listener_with_callback(name, handler.as_ref().unchecked_ref());
        Listener { target: target.clone(), name, handler }
    }

    /// Listens to an event of the window; on the host, to nothing.
    pub fn on_window(name: &'static str, handler: impl FnMut(Event) + 'static) -> Option<Listener> {
        if cfg!(feature = "ssr") {
            return None;
        }
        window().map(|window| Listener::new(&window, name, handler))
    }

    /// Listens to an event of the document; on the host, to nothing.
    pub fn on_document(name: &'static str, handler: impl FnMut(Event) + 'static) -> Option<Listener> {
        if cfg!(feature = "ssr") {
            return None;
        }
        document().map(|document| Listener::new(&document, name, handler))
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.target.remove_event_listener_with_callback(self.name, self.handler.as_ref().unchecked_ref());
    }
}
