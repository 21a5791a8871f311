//! The overview: a thin strip at the edge of the window with a tick for each mark, at its place in the article.
//!
//! For the eye and the pointer alone: the notebook and the contents offer the same to everybody, so it is hidden from
//! assistive technology and takes no place in the order of the keyboard.

use super::marks::Marks;
use crate::annotation::{Colour, Kind};
use crate::platform::{dom, folding, scroll};
use crate::state::use_keeping;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, MouseEvent};

/// How many places the strip has: in most windows more could not be told apart.
const PLACES: u64 = 200;

/// A mark on the strip: its place of [`PLACES`], its colour (none for a bookmark), and what it leads to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Tick {
    place: u32,
    colour: Option<Colour>,
    leads_to: u32,
}

/// The strip; nothing where nothing is marked.
pub(super) fn overview(marks: Marks) -> AnyView {
    let keeping = use_keeping();
    let ticks = Memo::new(move |_| {
        if !marks.are_painted() {
            return Vec::new();
        }
        let length = marks.text().with_value(|text| text.len()).max(1);
        let tick =
            |at: u32, colour| Tick { place: (u64::from(at) * PLACES / u64::from(length)) as u32, colour, leads_to: at };
        let highlights = marks.placed().with(|placed| {
            keeping.read(|notebook| {
                let highlight = |placed: &crate::annotation::Placement| {
                    Some(tick(placed.trusted()?.start(), notebook.get(&placed.id)?.colour()))
                };
                placed.iter().filter_map(highlight).collect::<Vec<Tick>>()
            })
        });
        let bookmarks = keeping.read(|notebook| {
            let mine = notebook.of_article(&marks.meta().slug).filter(|annotation| annotation.kind == Kind::Bookmark);
            let sections = mine.filter_map(|annotation| marks.meta().section(&annotation.section));
            sections.map(|section| tick(section.start, None)).collect::<Vec<Tick>>()
        });
        let mut ticks = crate::order::sorted(highlights.into_iter().chain(bookmarks));
        // Of those that would cover one another, one.
        ticks.dedup_by_key(|tick| (tick.place, tick.colour.is_some()));
        ticks
    });
    let content = move || {
        let tick = |tick: Tick| {
            let at = format!("{}.{}%", tick.place / 2, tick.place % 2 * 5);
            // Through the style object, as all of Leptos' styles: a policy may forbid style attributes.
            view! {
                <span
                    data-colour=tick.colour.map(Colour::name)
                    data-leads-to=tick.leads_to
                    style:inset-block-start=at
                ></span>
            }
            .into_any()
        };
        let all = ticks.get();
        (!all.is_empty()).then(|| {
            view! {
                <div class="overview" aria-hidden="true" on:click=|event| go(&event)>
                    {all.into_iter().map(tick).collect_view()}
                </div>
            }
            .into_any()
        })
    };
    // In an element of its own: put among the parts of the page, it would have the browser look at all their styles again.
    view! { <div class="needs-app">{move || content()}</div> }.into_any()
}

/// How far from a tick a press still means it, in CSS pixels.
const NEAR: f64 = 6.0;

/// A press on a tick, or near it, leads to its mark; beside the ticks, to that part of the article.
fn go(event: &Event) {
    let (Some(strip), Some(event)) = (dom::closest(event, ".overview"), event.dyn_ref::<MouseEvent>()) else { return };
    let y = f64::from(event.client_y());
    let mut nearest = (NEAR, None);
    for tick in dom::query_all(&strip, "span") {
        let place = tick.get_bounding_client_rect();
        let away = ((place.top() + place.bottom()) / 2.0 - y).abs();
        if away < nearest.0 {
            nearest = (away, tick.get_attribute("data-leads-to").and_then(|at| at.parse().ok()));
        }
    }
    if let Some(at) = nearest.1 {
        super::passage::show_middle(at);
        return;
    }
    folding::unfold();
    let place = strip.get_bounding_client_rect();
    let part = ((y - place.top()) / place.height().max(1.0)).clamp(0.0, 1.0);
    if let Some(article) = dom::by_id("article").map(|article| article.get_bounding_client_rect()) {
        let top = article.top() + scroll::top();
        scroll::to((top + part * article.height() - scroll::window_height() / 2.0).max(0.0));
    }
}
