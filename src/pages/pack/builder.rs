//! Making a pack: its texts, its stops and their order. Everything is kept while it is written.

use super::adding;
use super::places::locate;
use super::sending::sending;
use crate::components::button::button;
use crate::components::icon::icon;
use crate::link::Route;
use crate::pack::{BY, DUE, INTRODUCTION, MOST_STOPS, Pack, QUESTION, Stop, TITLE};
use crate::platform::{dom, dragging, focus, timer};
use crate::state::{Packs, Status, named, use_packs, use_site, use_status};
use leptos::prelude::*;
use std::sync::Arc;

/// A pack that is being made.
#[derive(Clone, Copy)]
pub(super) struct Making {
    id: StoredValue<String>,
    packs: Packs,
    pub(super) status: Status,
    /// Counts what changes the list of stops: writing a question does not.
    order: RwSignal<u32>,
    dragged: StoredValue<Option<usize>>,
}

impl Making {
    fn pack(self) -> Pack {
        self.id.with_value(|id| self.packs.own_pack(id)).unwrap_or_default()
    }

    fn change(self, change: impl FnOnce(&mut Pack)) {
        if let Err(error) = self.id.with_value(|id| self.packs.change(id, change)) {
            self.status.say(error.to_string());
        }
    }

    /// Adds a stop at the end.
    pub(super) fn add(self, stop: Stop) {
        if self.pack().stops.len() >= MOST_STOPS {
            self.status.say(format!("A pack has room for {MOST_STOPS} stops."));
            return;
        }
        self.change(|pack| pack.stops.push(stop));
        self.order.update(|order| *order += 1);
        self.status.murmur(format!("Added as stop {}", self.pack().stops.len()));
    }

    /// Moves a stop and keeps the keyboard where it was.
    fn shift(self, from: usize, to: usize, then: &'static str) {
        let mut moved = false;
        self.change(|pack| moved = pack.move_stop(from, to));
        if !moved {
            return;
        }
        self.order.update(|order| *order += 1);
        self.status.murmur(format!("Now stop {}", to + 1));
        if !then.is_empty() {
            timer::next_frame(move || {
                if let Some(button) = dom::query(&format!("#stop-{to} .{then}")) {
                    focus::focus(&button);
                }
            });
        }
    }

    fn remove(self, index: usize) {
        let Some(stop) = self.pack().stops.get(index).cloned() else { return };
        self.change(|pack| {
            if index < pack.stops.len() {
                pack.stops.remove(index);
            }
        });
        self.order.update(|order| *order += 1);
        let back = Arc::new(move || {
            let stop = stop.clone();
            self.change(|pack| pack.stops.insert(index.min(pack.stops.len()), stop));
            self.order.update(|order| *order += 1);
        });
        self.status.offer_undo(format!("Stop {} removed", index + 1), back);
    }
}

pub(super) fn builder(id: String) -> AnyView {
    let packs = use_packs();
    let Some(pack) = packs.own_pack(&id) else { return super::follow::gone() };
    let making = Making {
        id: StoredValue::new(id.clone()),
        packs,
        status: use_status(),
        order: RwSignal::new(0),
        dragged: StoredValue::new(None),
    };
    let site = use_site();
    let discard = move || {
        let Some(pack) = making.id.with_value(|id| packs.discard(id)) else { return };
        site.navigate(&Route::Pack);
        let said = format!("Deleted {}", named(&pack));
        let back = Arc::new(move || {
            let _ = packs.keep(pack.clone());
        });
        making.status.offer_undo(said, back);
    };
    let preview = format!("{}?preview={id}", site.href(&Route::Pack));
    let stops = move || {
        making.order.track();
        stops(making)
    };
    view! {
        <h1 tabindex="-1">"Make a reading pack"</h1>
        <p class="lede">"Everything is kept on this device while you write."</p>
        {field("pack-title", "Title", TITLE, pack.title, move |text| making.change(|pack| pack.title = text))}
        {field("pack-by", "Your name (optional)", BY, pack.by, move |text| making.change(|pack| pack.by = text))}
        {lines("pack-introduction", "Introduction", INTRODUCTION, pack.introduction, move |text| {
            making.change(|pack| pack.introduction = text);
        })}
        {field("pack-due", "Due (optional)", DUE, pack.due, move |text| making.change(|pack| pack.due = text))}
        <section>
            <h2>"Stops"</h2>
            {stops}
        </section>
        <section>
            <h2>"Add a stop"</h2>
            <p>"While reading, choose a few words or a section, then Share, then Add to pack. Or add one here."</p>
            {adding::section(making)}
            {adding::highlights(making)}
        </section>
        {sending(id)}
        <div class="acts">
            <a class="btn-quiet" href=preview>
                "Preview"
            </a>
            {button("btn-quiet danger", Some("trash"), "Delete this pack", discard)}
        </div>
    }
    .into_any()
}

fn field(
    id: &'static str,
    label: &'static str,
    limit: usize,
    text: String,
    write: impl Fn(String) + 'static,
) -> AnyView {
    let write: Box<dyn Fn(String)> = Box::new(write);
    view! {
        <label class="field-label" for=id>
            {label}
        </label>
        <input
            class="field"
            id=id
            maxlength=limit.to_string()
            prop:value=text
            on:input:target=move |event| write(event.target().value())
        />
    }
    .into_any()
}

fn lines(
    id: impl Into<String>,
    label: impl Into<String>,
    limit: usize,
    text: String,
    write: impl Fn(String) + 'static,
) -> AnyView {
    let (id, label): (String, String) = (id.into(), label.into());
    let write: Box<dyn Fn(String)> = Box::new(write);
    view! {
        <label class="field-label" for=id.clone()>
            {label}
        </label>
        <textarea
            class="field"
            id=id
            rows="2"
            maxlength=limit.to_string()
            prop:value=text
            on:input:target=move |event| write(event.target().value())
        ></textarea>
    }
    .into_any()
}

fn stops(making: Making) -> AnyView {
    let pack = making.pack();
    if pack.stops.is_empty() {
        return view! { <p class="nothing">"None yet."</p> }.into_any();
    }
    let last = pack.stops.len() - 1;
    let places = locate(&pack.stops);
    let items = pack.stops.into_iter().zip(places).enumerate().map(|(index, (stop, place))| {
        let number = index + 1;
        let quote = stop.words().map(|words| view! { <blockquote class="stop-quote">{words}</blockquote> }.into_any());
        let lost = place.lost.map(|why| view! { <p class="stop-lost">{icon("caution")} <span>{why}</span></p> }.into_any());
        let tool = move |class: &'static str, words: &'static str, off: bool, act: Box<dyn Fn()>| {
            view! {
                <button
                    type="button"
                    class=format!("btn-quiet {class}")
                    aria-label=format!("{words}: stop {number}")
                    disabled=off
                    on:click=move |_| act()
                >
                    {words}
                </button>
            }
            .into_any()
        };
        let question = lines(format!("question-{index}"), format!("Question for stop {number}"), QUESTION, stop.question, move |text| {
            making.change(|pack| {
                if let Some(stop) = pack.stops.get_mut(index) {
                    stop.question = text;
                }
            });
        });
        view! {
            <li
                id=format!("stop-{index}")
                on:dragover=|event| event.prevent_default()
                on:drop=move |event| {
                    event.prevent_default();
                    if let Some(from) = making.dragged.try_update_value(Option::take).flatten() {
                        making.shift(from, index, "");
                    }
                }
            >
                <p
                    class="stop-place"
                    draggable="true"
                    on:dragstart=move |event| {
                        dragging::begin(&event);
                        making.dragged.set_value(Some(index));
                    }
                >
                    {place.title}
                </p>
                {quote}
                {lost}
                {question}
                <div class="stop-tools">
                    {tool("up", "Move up", index == 0, Box::new(move || making.shift(index, index.saturating_sub(1), "up")))}
                    {tool("down", "Move down", index == last, Box::new(move || making.shift(index, index + 1, "down")))}
                    {tool("danger", "Remove", false, Box::new(move || making.remove(index)))}
                </div>
            </li>
        }
        .into_any()
    });
    view! {
        <ol class="stops" role="list">
            {items.collect_view()}
        </ol>
    }
    .into_any()
}
