//! Where the window stands. Movement is instant: the reader chose to go.

use super::{dom, folding, page};
use crate::reading::beside::View;
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
    if top > 0.0 {
        folding::unfold();
    }
    if let Some(window) = dom::window() {
        window.scroll_to_with_x_and_y(0.0, top);
    }
}

/// Scrolls so many CSS pixels down, or up.
pub fn by(distance: i32) {
    if let Some(window) = dom::window().filter(|_| distance != 0) {
        window.scroll_by_with_x_and_y(0.0, f64::from(distance));
    }
}

/// What of the window is not covered by the bars at its head and foot.
pub fn view() -> View {
    let rect = |selector: &str| dom::query(selector).map(|bar| bar.get_bounding_client_rect());
    let height = window_height();
    let foot = rect(".bar").filter(|bar| bar.height() > 0.0 && bar.top() > height / 2.0).map(|bar| bar.top());
    let head = rect("header.site").map_or(0.0, |bar| bar.bottom().max(0.0));
    View { width: page::width() as i32, top: head.ceil() as i32, bottom: foot.unwrap_or(height) as i32 }
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
    folding::unfold();
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
