//! Where the reader is in the article: progress, current section, and the place to come back to.
//!
//! It reads the window and writes signals. It never scrolls and never writes the address.

use crate::article::Meta;
use crate::platform::dom::{self, Listener};
use crate::platform::timer::Timer;
use crate::platform::{clock, page, scroll, selection, timer};
use crate::reading::Place;
use crate::state::{Places, use_places, while_shown};
use crate::words;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// How long the window rests before the place is kept.
const REST: Duration = Duration::from_millis(600);

/// What is measured again and again.
#[derive(Default)]
struct Measured {
    headings: Vec<Element>,
    leaves: Vec<Element>,
    /// Where the article's own words end.
    end: Option<Element>,
}

/// Where the reader is.
#[derive(Clone, Copy)]
pub(super) struct Tracking {
    meta: &'static Meta,
    places: Places,
    place: RwSignal<Place>,
    current: RwSignal<String>,
    measured: StoredValue<Measured, LocalStorage>,
    timer: StoredValue<Option<Timer>, LocalStorage>,
}

impl Tracking {
    pub(super) fn new(meta: &'static Meta) -> Tracking {
        let places = use_places();
        let start = Place { position: 0, progress: 0, at: 0 };
        let tracking = Tracking {
            meta,
            places,
            place: RwSignal::new(places.get_untracked(&meta.slug).unwrap_or(start)),
            current: RwSignal::new(meta.sections.first().map(|section| section.id.clone()).unwrap_or_default()),
            measured: StoredValue::new_local(Measured::default()),
            timer: StoredValue::new_local(None),
        };
        on_cleanup(move || tracking.keep());
        tracking
    }

    /// Id of the section that is being read.
    pub(super) fn current(self) -> RwSignal<String> {
        self.current
    }

    /// The place that is being read.
    pub(super) fn place(self) -> Place {
        self.place.get()
    }

    /// Starts once the article is on the page.
    pub(super) fn begin(self) {
        if let Some(article) = dom::by_id("article") {
            self.measured.set_value(Measured {
                headings: dom::query_all(&article, ".sec :is(h2, h3, h4, h5, h6)"),
                leaves: dom::query_all(&article, &format!("[{}]", selection::LEAF)),
                end: dom::query_all(&article, ".notes").pop(),
            });
        }
        let queued = StoredValue::new(false);
        let moved = move |_| {
            if queued.try_get_value() == Some(false) {
                queued.set_value(true);
                timer::next_frame(move || {
                    let _ = queued.try_set_value(false);
                    self.measure();
                    self.timer.try_set_value(Timer::after(REST, move || self.keep()));
                });
            }
        };
        while_shown(vec![
            Listener::on_window("scroll", moved),
            Listener::on_window("resize", moved),
            Listener::on_window("pagehide", move |_| self.keep()),
        ]);
        timer::next_frame(move || self.measure());
    }

    fn measure(self) {
        let Some((section, position, progress)) = self.measured.try_with_value(|measured| {
            let section = scroll::last_above_line(&measured.headings).or(measured.headings.first()).map(Element::id);
            let leaf = scroll::last_above_line(&measured.leaves);
            let position =
                leaf.and_then(|leaf| leaf.get_attribute(selection::LEAF)).and_then(|start| start.parse().ok());
            (section, position.unwrap_or(0), progress(measured.end.as_ref()))
        }) else {
            return;
        };
        if let Some(section) = section
            && self.current.with_untracked(|current| *current != section)
        {
            self.current.set(section);
        }
        let place = Place { position, progress, at: clock::now() };
        // At the very top nothing is read: an earlier place stays until the reader moves.
        if scroll::top() > 0.0 || progress == 1000 {
            self.place.set(place);
        }
        let line = dom::query(".progress i").and_then(|line| line.dyn_into().ok());
        page::set_property(line, "inline-size", &format!("{}.{}%", progress / 10, progress % 10));
    }

    /// Keeps the place, if the reader moved.
    fn keep(self) {
        let Some(place) = self.place.try_get_untracked() else { return };
        let before = self.places.get_untracked(&self.meta.slug);
        let moved = before.is_none_or(|before| (before.position, before.progress) != (place.position, place.progress));
        if place.at > 0 && moved {
            self.places.set(&self.meta.slug, place);
        }
    }

    /// The line of progress in the bar.
    pub(super) fn progress_line(self) -> AnyView {
        let percent = move || self.place.get().percent();
        view! {
            <div
                class="progress"
                role="progressbar"
                aria-label=words::reader::reading_progress()
                aria-valuemin="0"
                aria-valuemax="100"
                aria-valuenow=percent
            >
                <i></i>
            </div>
        }
        .into_any()
    }
}

/// How much of the article's own words has passed, in thousandths: nothing at the top, all when their end is in view.
fn progress(end: Option<&Element>) -> u32 {
    let Some(end) = end else { return 0 };
    let top = scroll::top();
    let last = end.get_bounding_client_rect().top() + top - scroll::window_height();
    if last <= 0.0 { 1000 } else { (top / last * 1000.0).clamp(0.0, 1000.0) as u32 }
}
