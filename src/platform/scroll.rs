//! Where the window stands. Movement is instant: the reader chose to go.

use super::dom;
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};

/// CSS pixels from the top of the page to the top of the window.
pub fn top() -> f64 {
    dom::window().and_then(|window| window.scroll_y().ok()).unwrap_or_default()
}

/// Height of the window in CSS pixels.
pub fn window_height() -> f64 {
    let height = dom::window().and_then(|window| window.inner_height().ok());
    height.and_then(|height| height.as_f64()).unwrap_or_default()
}

/// Height of the page in CSS pixels.
pub fn page_height() -> f64 {
    dom::document().and_then(|document| document.document_element()).map_or(0.0, |root| f64::from(root.scroll_height()))
}

/// Scrolls to a distance from the top.
pub fn to(top: f64) {
    if let Some(window) = dom::window() {
        window.scroll_to_with_x_and_y(0.0, top);
    }
}

/// Scrolls so that an element stands at the top, below what is fixed there.
pub fn to_element(element: &Element) {
    into_view(element, ScrollLogicalPosition::Start);
}

/// Scrolls so that an element stands in the middle.
pub fn to_middle(element: &Element) {
    into_view(element, ScrollLogicalPosition::Center);
}

fn into_view(element: &Element, block: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(block);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// The line, in CSS pixels from the top of the window, below which a reader is reading.
pub fn reading_line() -> f64 {
    (window_height() * 0.3).min(160.0)
}

/// The last of these elements that begins above the reading line; they are in document order.
pub fn last_above_line(elements: &[Element]) -> Option<&Element> {
    let line = reading_line();
    let count = elements.partition_point(|element| element.get_bounding_client_rect().top() <= line);
    elements.get(count.checked_sub(1)?)
}
