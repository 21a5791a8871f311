//! Arriving at a place inside the article that an id can't name: a passage, a highlight, where the reader stopped.

use super::marks::Marks;
use super::notices::Missing;
use crate::annotation::TextRange;
use crate::link::{TextDirective, query_value};
use crate::platform::{dom, focus, history, scroll, selection, timer};
use crate::state::{Arrival, Site};
use leptos::prelude::*;

/// Goes where the reader meant to go; says whether it did. A place that is not there is told, never replaced.
pub(super) fn arrive(site: Site, marks: Marks, missing: RwSignal<Option<Missing>>) -> bool {
    if let Some(arrival) = site.take_arrival() {
        return match arrival {
            Arrival::Position(position) => show_position(position),
            Arrival::Annotation(id) => {
                // One of very many may not be painted yet.
                let in_text = || marks.range_of(&id).map(|range| show_middle(range.start())).is_some();
                show_annotation(&id) || marks.is_of_article(&id) && show_article_note() || in_text()
            }
            Arrival::Passage(range) => show_passage(marks, range),
        };
    }
    if let Some(id) = history::fragment().filter(|id| dom::by_id(id).is_none()) {
        missing.set(Some(Missing::Section(id)));
    }
    // A malformed directive is none, as the standard has it.
    let directive = query_value(&history::query(), "text").and_then(|text| TextDirective::parse(&text));
    match directive.map(|directive| marks.resolve(&directive)) {
        Some(Some(range)) => show_passage(marks, range),
        Some(None) => {
            missing.set(Some(Missing::Passage));
            false
        }
        None => false,
    }
}

/// Scrolls so that a code point of the article's text stands in the middle.
pub(super) fn show_middle(position: u32) {
    if let Some(leaf) = dom::by_id("article").and_then(|article| selection::leaf_at(&article, position)) {
        scroll::to_middle(&leaf);
    }
}

/// Scrolls to a code point of the article's text.
pub(super) fn show_position(position: u32) -> bool {
    let Some(leaf) = dom::by_id("article").and_then(|article| selection::leaf_at(&article, position)) else {
        return false;
    };
    scroll::to_element(&leaf);
    let heading = dom::query("main h1");
    heading.inspect(focus::focus);
    true
}

pub(super) fn show_annotation(id: &str) -> bool {
    // Ids are hexadecimal digits; one from elsewhere that could end the selector finds nothing.
    let Some(mark) = dom::query(&format!("[data-annotation=\"{}\"]", id.replace(['"', '\\'], ""))) else {
        return false;
    };
    show(&mark);
    true
}

fn show_article_note() -> bool {
    dom::by_id("note-on-article").inspect(show).is_some()
}

fn show_passage(marks: Marks, range: TextRange) -> bool {
    marks.show_passage(Some(range));
    // Painted in the next turn.
    timer::next_frame(|| {
        if let Some(mark) = dom::query("mark.passage") {
            let _ = mark.set_attribute("tabindex", "-1");
            show(&mark);
        }
    });
    true
}

fn show(mark: &web_sys::Element) {
    scroll::to_middle(mark);
    focus::focus(mark);
}
