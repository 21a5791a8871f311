//! Arriving at a place inside the article that an id can't name: a passage, a highlight, where the reader stopped.

use super::marks::Marks;
use super::notices::Missing;
use super::passages::Passages;
use crate::annotation::TextRange;
use crate::pages::later;
use crate::platform::{dom, focus, history, scroll, selection, timer};
use crate::state::{Arrival, Site};
use crate::words;
use leptos::prelude::*;

/// Whether an address may name a passage: then the page waits for what can find it.
pub(in crate::pages) fn asks_for_passage(query: &str, directives: &str) -> bool {
    query.contains("text=") || directives.contains(":~:")
}

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
            Arrival::Passage(range) => show_passages(marks, vec![range], words::reader::passage_shown().to_owned()),
        };
    }
    if let Some(id) = history::fragment().filter(|id| dom::by_id(id).is_none()) {
        missing.set(Some(Missing::Section(id)));
    }
    let (query, directives) = (history::query(), history::directives());
    let later = later::here().filter(|_| asks_for_passage(&query, &directives));
    let found = later.and_then(|later| marks.text().with_value(|text| (later.passages)(marks.meta(), text)));
    let Some(Passages { ranges, said, notice }) = found else { return false };
    if let Some(notice) = notice {
        missing.set(Some(Missing::Passage(notice)));
    }
    show_passages(marks, ranges, said)
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

/// Shows passages, goes to the first of them and says so.
fn show_passages(marks: Marks, ranges: Vec<TextRange>, said: String) -> bool {
    let Some(first) = ranges.first().map(|range| range.start()) else { return false };
    marks.show_passages(ranges);
    // Painted in the next turn.
    timer::next_frame(move || {
        let leaf = dom::by_id("article").and_then(|article| selection::leaf_at(&article, first));
        let mark = leaf.and_then(|leaf| dom::query_all(&leaf, "mark.passage").into_iter().next());
        if let Some(mark) = mark.or_else(|| dom::query("mark.passage")) {
            let _ = mark.set_attribute("tabindex", "-1");
            show(&mark);
            marks.murmur(said);
        }
    });
    true
}

fn show(mark: &web_sys::Element) {
    scroll::to_middle(mark);
    focus::focus(mark);
}
