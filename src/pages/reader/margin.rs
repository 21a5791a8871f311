//! The margin of a wide screen: notes beside their passages. On paper they are the endnotes, numbered by `platform/paper.rs`.
//!
//! Where they go, `reading/margin.rs` says; here they are measured and put there, again whenever the text or a note
//! changes its size. A note and its passage light each other.

use super::marks::Marks;
use crate::annotation::{Annotation, Kind};
use crate::components::button::button;
use crate::platform::dom::{self, Listener};
use crate::platform::{clock, page, timer, watch};
use crate::reading::margin::beside;
use crate::state::{effect, use_keeping, while_shown};
use crate::words;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Pixels between two notes.
const GAP: i32 = 20;
/// The class of a passage, or a note, whose other half has the pointer or the focus.
const LIT: &str = "is-lit";

/// The notes of the highlights that have their place, in the order of the text.
pub(super) fn margin(marks: Marks) -> AnyView {
    let keeping = use_keeping();
    let watching = StoredValue::new_local(None::<watch::Watch>);
    let notes = Memo::new(move |_| {
        // A note has no place before its passage is painted.
        if !marks.are_painted() {
            return Vec::new();
        }
        let mut places: Vec<(u32, u32, String)> = marks.placed().with(|placed| {
            let places = placed.iter().filter_map(|placed| placed.trusted().map(|range| (range, placed.id.clone())));
            places.map(|(range, id)| (range.start(), range.end(), id)).collect()
        });
        keeping.read(|notebook| {
            // On paper, what was written about a section is a note, too.
            let reflections = notebook.of_article(&marks.meta().slug).filter(|a| a.kind == Kind::Reflection);
            places.extend(reflections.filter_map(|annotation| {
                let start = marks.meta().section(&annotation.section)?.start;
                Some((start, start, annotation.id.clone()))
            }));
            let places = crate::order::sorted(std::mem::take(&mut places));
            let noted = |id: &String| notebook.get(id).filter(|annotation| annotation.has_body()).cloned();
            places.iter().filter_map(|(_, _, id)| noted(id)).collect::<Vec<Annotation>>()
        })
    });
    effect(move || {
        notes.track();
        // Measured once they and their marks are on the page; what is watched also tells the first time.
        timer::next_frame(move || {
            let watched = dom::query_all_in_page("#article, .margin, .margin .note");
            let _ = watching.try_set_value(watch::sizes(&watched, place));
        });
    });
    while_shown(
        ["pointerover", "focusin", "pointerout", "focusout"]
            .map(|name| {
                Listener::on_document(name, move |event| light(&event, matches!(name, "pointerover" | "focusin")))
            })
            .into_iter()
            .collect(),
    );
    let content = move || notes.get().into_iter().map(|annotation| note(marks, annotation)).collect_view();
    view! {
        <aside class="margin needs-app" aria-label=words::reader::your_notes_in_margin()>
            {move || {
                let head = || view! { <p class="on-paper notes-head">{words::reader::your_notes()}</p> };
                notes.with(|notes| !notes.is_empty()).then(head)
            }}
            {move || content()}
        </aside>
    }
    .into_any()
}

fn note(marks: Marks, annotation: Annotation) -> AnyView {
    let Some(quote) = annotation.quote() else { return on_section(marks, annotation) };
    let quote = super::marks::shortened(&quote.exact);
    let id = annotation.id.clone();
    view! {
        <div class="note" role="note" aria-label=words::reader::note_on(&quote) data-note-of=annotation.id.clone()>
            <p class="note-line" aria-hidden="true">
                <span class="stroke" data-colour=annotation.colour().map(|colour| colour.name())></span>
            </p>
            <p class="note-of" lang=words::lang_of(&marks.meta().language)>{words::reader::quoted(&quote)}</p>
            <p class="note-words">{annotation.body.clone()}</p>
            <p class="note-foot">
                <time datetime=clock::iso(annotation.modified)>{clock::short(annotation.modified)}</time>
                {button("text-btn", None, words::reader::edit_note(), move || marks.open(id.clone(), false))}
            </p>
        </div>
    }
    .into_any()
}

/// A note on a section: on paper alone, for on a screen its field stands below the heading.
fn on_section(marks: Marks, annotation: Annotation) -> AnyView {
    let title = marks.meta().section(&annotation.section).map(|section| section.title.clone());
    view! {
        <div class="note on-paper" data-note-on=annotation.section.clone()>
            <p class="note-of">{title}</p>
            <p class="note-words">{annotation.body}</p>
        </div>
    }
    .into_any()
}

/// Puts every note beside the first line of its passage, or as near as the others let it.
fn place() {
    let Some(margin) = dom::query(".margin") else { return };
    let top = margin.get_bounding_client_rect().top();
    let notes: Vec<(Element, i32, i32)> = dom::query_all(&margin, "[data-note-of]")
        .into_iter()
        .filter_map(|note| {
            let mark = mark_of(&note)?.get_client_rects().item(0)?;
            Some((note.clone(), (mark.top() - top) as i32, note.get_bounding_client_rect().height() as i32))
        })
        .collect();
    let wishes: Vec<(i32, i32)> = notes.iter().map(|(_, top, height)| (*top, *height)).collect();
    for ((note, ..), top) in notes.iter().zip(beside(&wishes, GAP)) {
        page::set_property(note.clone().dyn_into::<HtmlElement>().ok(), "--top", &format!("{top}px"));
    }
}

/// The first piece of the highlight that a note belongs to.
fn mark_of(note: &Element) -> Option<Element> {
    dom::query(&pieces(&note.get_attribute("data-note-of")?))
}

fn pieces(id: &str) -> String {
    // Ids are hexadecimal digits; one from elsewhere that could end the selector finds nothing.
    format!("mark[data-annotation=\"{}\"]", id.replace(['"', '\\'], ""))
}

/// Lights the other half of what has the pointer or the focus.
fn light(event: &web_sys::Event, on: bool) {
    if dom::query(".margin .note").is_none() {
        return;
    }
    let class = |elements: Vec<Element>| {
        for element in elements {
            let _ = element.class_list().toggle_with_force(LIT, on);
        }
    };
    if let Some(id) = dom::closest_attribute(event, "data-note-of") {
        class(dom::query_all_in_page(&pieces(&id)));
    }
    for id in dom::attributes_around(event, "data-annotation") {
        class(dom::query_all_in_page(&pieces(&id)));
        class(dom::query_all_in_page(&format!("[data-note-of=\"{}\"]", id.replace(['"', '\\'], ""))));
    }
}
