//! Paper: what a page needs before it is printed that a style sheet can't do alone.
//!
//! The page gets attributes, which `print.css` turns into words: numbers of notes, what was typed into fields, addresses of
//! links. No element is made, moved or taken away, and nothing shows on a screen.

use super::{dom, page, timer};
use crate::reading::paper::{css_string, written_out};
use crate::words;
use std::cell::RefCell;
use std::collections::BTreeSet;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlAnchorElement, HtmlTextAreaElement};

/// The number of a note: on the note, and where it belongs.
const NUMBER: &str = "data-endnote";
/// What was typed into a field: on the line below it.
const TYPED: &str = "data-typed";
/// Where a link leads: an address, or a section of the same sheets.
const ADDRESS: &str = "data-address";
/// The class of what is not printed this time.
const OFF: &str = "off-paper";

thread_local! {
    /// The section that is printed alone.
    static ALONE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Has every page made ready when the browser is about to print it.
pub fn listen() {
    std::mem::forget(dom::Listener::on_window("beforeprint", |_| ALONE.with_borrow(|id| prepare(id.as_deref()))));
}

/// Opens the browser's own dialog for printing.
pub fn print() {
    // Said before the browser says it: pages show then what they keep back on a screen, and need a moment for it.
    if let (Some(window), Ok(event)) = (dom::window(), Event::new("beforeprint")) {
        let _ = window.dispatch_event(&event);
    }
    timer::next_frame(|| {
        if let Some(window) = dom::window() {
            let _ = window.print();
        }
        ALONE.set(None);
    });
}

/// Prints one section of the article that is open.
pub fn print_section(id: &str) {
    ALONE.set(Some(id.to_owned()));
    print();
}

fn prepare(alone: Option<&str>) {
    for element in dom::query_all_in_page("[data-endnote], [data-typed], [data-address], .off-paper") {
        for name in [NUMBER, TYPED, ADDRESS] {
            let _ = element.remove_attribute(name);
        }
        off(&element, false);
    }
    let name = dom::query("main h1").and_then(|heading| heading.text_content());
    let name = name.or_else(|| Some(dom::document()?.title())).unwrap_or_default();
    page::set_root_property("--running", &css_string(&name));
    if let Some(article) = dom::by_id("article") {
        if let Some(id) = alone {
            leave_out(&article, id);
        }
        let address = super::history::origin() + &super::history::path();
        let place = alone.map(|id| format!("#{id}")).unwrap_or_default();
        page::set_root_property("--address", &css_string(&(address + &place)));
        number_notes();
    } else {
        page::set_root_property("--address", "");
    }
    for field in dom::query_all_in_page("main textarea") {
        let line = field.next_element_sibling();
        let typed = field.dyn_into::<HtmlTextAreaElement>().map(|field| field.value()).unwrap_or_default();
        if let Some(line) = line.filter(|_| !typed.trim().is_empty()) {
            let _ = line.set_attribute(TYPED, &typed);
        }
    }
    for link in dom::query_all_in_page("main a[href]:not([href^='#'], .tool, .term, .fn)") {
        let words = link.text_content().unwrap_or_default();
        let address = link.dyn_ref::<HtmlAnchorElement>().and_then(|anchor| written_out(&anchor.href(), &words));
        if let Some(address) = address {
            let _ = link.set_attribute(ADDRESS, &address);
        }
    }
    for link in dom::query_all_in_page("#article a[href^='#']:not(.tool, .term, .fn)") {
        if let Some(section) = section_of(&link) {
            let _ = link.set_attribute(ADDRESS, &section);
        }
    }
}

/// The section that a link within the article leads to: by its number where it has one, else by its heading.
fn section_of(link: &Element) -> Option<String> {
    let target = dom::by_id(link.get_attribute("href")?.strip_prefix('#')?)?;
    let section = target.closest(".sec").ok().flatten()?;
    if let Some(number) = section.get_attribute("data-n").filter(|number| !number.is_empty()) {
        return Some(words::platform::section(&number));
    }
    let heading = dom::query_all(&section, ".sec > :is(h2, h3, h4, h5, h6)").pop()?.text_content()?;
    Some(words::platform::heading(heading.trim()))
}

/// Numbers the reader's notes in the order of the text, at the words and in the list.
fn number_notes() {
    let notes = dom::query_all_in_page(".margin .note:not(.off-paper)");
    for (index, note) in notes.into_iter().enumerate() {
        let number = (index + 1).to_string();
        for place in [place_of(&note), Some(note)].into_iter().flatten() {
            let _ = place.set_attribute(NUMBER, &number);
        }
    }
}

/// The last piece of the highlight that a note is on, or the heading of its section.
fn place_of(note: &Element) -> Option<Element> {
    if let Some(section) = note.get_attribute("data-note-on") {
        return dom::by_id(&section);
    }
    // Ids are hexadecimal digits; one from elsewhere that could end the selector finds nothing.
    let id = note.get_attribute("data-note-of")?.replace(['"', '\\'], "");
    dom::query_all_in_page(&format!("#article mark[data-annotation=\"{id}\"][data-note]")).pop()
}

/// Leaves out all but the article's name and a section with those below it, and what belongs to other sections alone.
fn leave_out(article: &Element, id: &str) {
    // The level of the section, while the walk is in it.
    let mut inside = None;
    for part in dom::query_all(article, "#article > *") {
        if let Some(heading) = dom::query_all(&part, ".sec > :is(h2, h3, h4, h5, h6)").pop() {
            let level = heading.tag_name();
            if heading.id() == id {
                inside = Some(level);
            } else if inside.as_ref().is_some_and(|own| level <= *own) {
                inside = None;
            }
        }
        let after = part.class_list().contains("article-note") || part.class_list().contains("onward");
        let always = dom::is_inside(&part, ".title, .notes, .paper-source");
        off(&part, !always && (inside.is_none() || after));
    }
    let kept = |element: &Element| !dom::is_inside(element, ".off-paper");
    let links = dom::query_all(article, "#article > :not(.notes) :is(a.fn, a.term)").into_iter().filter(kept);
    let wanted: BTreeSet<String> = links.filter_map(|link| link.get_attribute("href")).collect();
    for part in dom::query_all(article, ".notes > section") {
        let items = dom::query_all(&part, "li[id], .glossary > [id]");
        let left: Vec<Element> = items
            .into_iter()
            .filter(|item| {
                let needed = wanted.contains(&format!("#{}", item.id()));
                off(item, !needed);
                needed
            })
            .collect();
        off(&part, left.is_empty());
    }
    for note in dom::query_all_in_page(".margin .note") {
        off(&note, !place_of(&note).is_some_and(|place| kept(&place)));
    }
}

fn off(element: &Element, off: bool) {
    let _ = element.class_list().toggle_with_force(OFF, off);
}
