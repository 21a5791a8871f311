//! Find in article: every place of the words is framed, one of them is the current one.
//!
//! Nothing is kept and no address changes. Leaving with Escape selects the current place: from there the keyboard goes
//! on, and everything that can be done with selected words can be done with it.

use super::layers::Layer;
use super::marks::Marks;
use super::tracking::Tracking;
use crate::annotation::{ArticleText, Colour, Decoration, Paint, TextRange};
use crate::article::{Folded, Meta};
use crate::components::icon::icon;
use crate::components::selection_toolbar::Action;
use crate::link::Route;
use crate::platform::dom::{self, Listener};
use crate::platform::timer::{self, Timer};
use crate::platform::{focus, pointing};
use crate::search::{Within, find_within, first_from, step};
use crate::state::{Site, Status, use_look, use_site, use_status, while_shown};
use crate::words;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// How long typing rests before the count is said.
const REST: Duration = Duration::from_millis(600);
/// Longest selection that is looked for when the bar opens.
const LONGEST: usize = 60;
/// Id of the field.
const FIELD: &str = "find-field";

/// Finding in the article that is open.
#[derive(Clone, Copy)]
pub(super) struct Finding {
    meta: &'static Meta,
    text: StoredValue<ArticleText>,
    /// Folded when the bar is first opened.
    folded: StoredValue<Option<Folded>>,
    marks: Marks,
    tracking: Tracking,
    status: Status,
    site: Site,
    open: RwSignal<bool>,
    typed: RwSignal<String>,
    found: RwSignal<Within>,
    current: RwSignal<usize>,
    rest: StoredValue<Option<Timer>, LocalStorage>,
}

impl Finding {
    pub(super) fn new(
        meta: &'static Meta,
        text: StoredValue<ArticleText>,
        marks: Marks,
        tracking: Tracking,
    ) -> Finding {
        let finding = Finding {
            meta,
            text,
            folded: StoredValue::new(None),
            marks,
            tracking,
            status: use_status(),
            site: use_site(),
            open: RwSignal::new(false),
            typed: RwSignal::new(String::new()),
            found: RwSignal::new(Within::default()),
            current: RwSignal::new(0),
            rest: StoredValue::new_local(None),
        };
        let look = use_look();
        let keydown = move |event: web_sys::Event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            let browsers = look.read_untracked(|settings| settings.find_key);
            if opens(event, browsers) {
                event.prevent_default();
                finding.begin();
            }
        };
        while_shown(vec![Listener::on_document("keydown", keydown)]);
        finding
    }

    /// Opens the bar, with the selected words if there are few; opened again, the field has the focus.
    pub(super) fn begin(self) {
        let selected = pointing::selected_words();
        let selected = selected.trim();
        self.folded.update_value(|folded| {
            folded.get_or_insert_with(|| self.text.with_value(|text| Folded::new(text.as_str())));
        });
        self.open.set(true);
        if !selected.is_empty() && selected.chars().count() <= LONGEST && !selected.contains('\n') {
            self.look_for(selected.to_owned());
        } else if !self.typed.with_untracked(String::is_empty) {
            self.look_for(self.typed.get_untracked());
        }
        timer::next_frame(|| {
            if let Some(field) = dom::by_id(FIELD) {
                focus::focus(&field);
                if let Some(field) = field.dyn_ref::<web_sys::HtmlInputElement>() {
                    field.select();
                }
            }
        });
    }

    fn look_for(self, typed: String) {
        let found = self.folded.with_value(|folded| folded.as_ref().map(|folded| find_within(folded, &typed)));
        let found = found.unwrap_or_default();
        // From the place that was shown, or from what is being read.
        let from = self.place().map_or_else(|| untrack(|| self.tracking.place().position), TextRange::start);
        self.current.set(first_from(&found.ranges, from));
        self.found.set(found);
        self.typed.set(typed);
        self.show();
        self.rest.set_value(Timer::after(REST, move || self.say()));
    }

    /// The current place.
    fn place(self) -> Option<TextRange> {
        self.found.with_untracked(|found| found.ranges.get(self.current.get_untracked()).copied())
    }

    fn go(self, forward: bool) {
        let count = self.found.with_untracked(|found| found.ranges.len());
        if count > 0 {
            self.current.update(|current| *current = step(*current, count, forward));
            self.show();
        }
        self.rest.set_value(None);
        self.say();
    }

    /// Frames the places and brings the current one into the window.
    fn show(self) {
        let current = self.current.get_untracked();
        let hits = self.found.with_untracked(|found| {
            let hit = |(index, range): (usize, &TextRange)| Decoration {
                range: *range,
                paint: Paint::Hit { current: index == current },
            };
            found.ranges.iter().enumerate().map(hit).collect()
        });
        self.marks.lay(Layer::Hits, hits);
        if let Some(place) = self.place() {
            timer::next_frame(move || {
                if let Some(article) = dom::by_id("article") {
                    pointing::keep_in_view(&article, place);
                }
            });
        }
    }

    /// "3 of 17", as the bar shows it.
    fn count(self) -> String {
        let count = self.found.with(|found| found.ranges.len());
        match (count, self.typed.with(|typed| typed.trim().is_empty())) {
            (_, true) => String::new(),
            (0, false) => words::finding::nothing_found().to_owned(),
            (count, false) => words::finding::place_of(self.current.get() + 1, count),
        }
    }

    /// Says the count with the section, and what was looked for instead.
    fn say(self) {
        let mut line = untrack(|| self.count());
        let section = self.place().and_then(|place| self.meta.section_at(place.start()));
        if let Some(section) = section {
            line = words::finding::in_section(&line, &section.title);
        }
        if let Some(instead) = self.found.with_untracked(|found| found.instead.clone()) {
            line = words::finding::spelled_otherwise(&line, &instead);
        }
        if !line.is_empty() {
            self.status.murmur(line);
        }
    }

    /// Highlights the current place.
    fn highlight(self) {
        let Some(place) = self.place() else { return };
        if self.marks.has_exactly(place) {
            self.status.murmur(words::finding::already_highlighted());
        } else {
            self.marks.act(Action::Highlight(Colour::Yellow), place);
        }
    }

    /// Closes the bar. By Escape the current place is selected.
    fn end(self, select: bool) {
        let place = self.place();
        self.rest.set_value(None);
        self.open.set(false);
        self.found.set(Within::default());
        self.marks.lay(Layer::Hits, Vec::new());
        timer::next_frame(move || {
            let Some(article) = dom::by_id("article") else { return };
            focus::focus(&article);
            if let Some(place) = place.filter(|_| select) {
                pointing::select(&article, place);
            }
        });
    }

    fn keydown(self, event: &KeyboardEvent) {
        let in_field = dom::closest(event, "input").is_some();
        match event.key().as_str() {
            // What is being composed is not finished by its Enter.
            "Enter" if in_field && !event.is_composing() => {
                event.prevent_default();
                self.go(!event.shift_key());
            }
            "Escape" => {
                event.prevent_default();
                event.stop_propagation();
                self.end(true);
            }
            _ => {}
        }
    }

    /// The bar, while it is open.
    pub(super) fn bar(self) -> AnyView {
        view! { {move || self.open.get().then(|| self.opened())} }.into_any()
    }

    fn opened(self) -> AnyView {
        let tool = move |sign: &'static str, name: &'static str, press: Box<dyn Fn()>| {
            view! {
                <button type="button" class="tool" aria-label=name title=name on:click=move |_| press()>
                    {icon(sign)}
                </button>
            }
            .into_any()
        };
        let everywhere = move || {
            let query = self.typed.get().trim().to_owned();
            self.site.href(&Route::Search { query })
        };
        view! {
            <div
                class="dock find"
                role="search"
                aria-label=words::finding::find_in_article()
                on:keydown=move |event| self.keydown(&event)
            >
                {icon("find")}
                <input
                    class="field"
                    id=FIELD
                    type="search"
                    aria-label=words::finding::find_in_article()
                    autocomplete="off"
                    enterkeyhint="search"
                    prop:value=move || self.typed.get()
                    on:input:target=move |event| self.look_for(event.target().value())
                />
                <span class="dock-count" aria-hidden="true">
                    {move || self.count()}
                </span>
                {tool("up1", words::finding::previous_place(), Box::new(move || self.go(false)))}
                {tool("down1", words::finding::next_place(), Box::new(move || self.go(true)))}
                {tool("mark", words::finding::highlight_this(), Box::new(move || self.highlight()))}
                <a
                    class="tool"
                    href=everywhere
                    aria-label=words::finding::search_all()
                    title=words::finding::search_all()
                >
                    {icon("library")}
                </a>
                {tool("close", words::finding::close_find(), Box::new(move || self.end(!pointing::is_touch())))}
            </div>
        }
        .into_any()
    }
}

/// Whether a press opens the bar: Alt+S, or the browser's own key where the reader gave it to us.
fn opens(event: &KeyboardEvent, browsers: bool) -> bool {
    let modified = event.ctrl_key() || event.meta_key();
    let key = event.key().to_ascii_lowercase();
    let ours = event.alt_key() && !modified && !event.shift_key() && (key == "s" || event.code() == "KeyS");
    let theirs = browsers && modified && !event.alt_key() && !event.shift_key() && key == "f";
    ours || theirs
}
