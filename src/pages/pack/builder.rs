//! Making a pack: its texts, its stops and their order. Everything is kept while it is written.
//!
//! Another tab may be at the same pack: a stop is known by its place in the text, never by its number alone.

use super::adding;
use super::places::locate;
use super::sending::sending;
use crate::components::button::button;
use crate::link::Route;
use crate::pack::{BY, DUE, INTRODUCTION, MOST_STOPS, Pack, QUESTION, Stop, TITLE};
use crate::platform::{dom, dragging, focus, timer};
use crate::state::{Packs, Status, named, use_packs, use_site, use_status};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// A pack that is being made.
#[derive(Clone, Copy)]
pub(super) struct Making {
    id: StoredValue<String>,
    packs: Packs,
    pub(super) status: Status,
    /// What is dragged, and where it was.
    dragged: StoredValue<Option<(Stop, usize)>>,
}

impl Making {
    fn pack(self) -> Pack {
        self.id.with_value(|id| self.packs.own_pack(id)).unwrap_or_default()
    }

    /// Something of the pack, and again when it changes.
    fn read<T: Default>(self, look: impl FnOnce(&Pack) -> T) -> T {
        let find = |id: &String| {
            self.packs.own(|shelf| shelf.iter().find(|(known, _)| known == id).map(|(_, pack)| look(pack)))
        };
        self.id.with_value(find).unwrap_or_default()
    }

    fn change(self, change: impl FnOnce(&mut Pack)) {
        if let Err(error) = self.id.with_value(|id| self.packs.change(id, change)) {
            self.status.say(error.to_string());
        }
    }

    /// Adds a stop at the end.
    pub(super) fn add(self, stop: Stop) {
        if self.pack().stops.len() >= MOST_STOPS {
            self.status.say(words::pack::room_for_stops(MOST_STOPS));
            return;
        }
        self.change(|pack| pack.stops.push(stop));
        self.status.murmur(words::pack::added_as_stop(self.pack().stops.len()));
    }

    /// Changes a stop that was at `index` when it was shown.
    fn change_stop(self, stop: &Stop, index: usize, change: impl FnOnce(&mut Pack, usize)) {
        let mut found = None;
        self.change(|pack| {
            found = pack.index_of(stop, index);
            if let Some(now) = found {
                change(pack, now);
            }
        });
        if found.is_none() {
            self.status.say(words::pack::stop_removed_elsewhere());
        }
    }

    /// Moves a stop and keeps the keyboard where it was.
    fn shift(self, stop: &Stop, from: usize, to: usize, then: &'static str) {
        let mut moved = false;
        self.change_stop(stop, from, |pack, from| moved = pack.move_stop(from, to));
        if !moved {
            return;
        }
        self.status.murmur(words::pack::now_stop(to + 1));
        if !then.is_empty() {
            timer::next_frame(move || {
                if let Some(button) = dom::query(&format!("#stop-{to} .{then}")) {
                    focus::focus(&button);
                }
            });
        }
    }

    fn remove(self, stop: &Stop, index: usize) {
        let mut removed = None;
        self.change_stop(stop, index, |pack, index| removed = Some(pack.stops.remove(index)));
        let Some(stop) = removed else { return };
        // The reader may have left this page by then.
        let (packs, status, id) = (self.packs, self.status, self.id.get_value());
        let back = move || {
            let stop = stop.clone();
            if let Err(error) = packs.change(&id, |pack| pack.stops.insert(index.min(pack.stops.len()), stop)) {
                status.say(error.to_string());
            }
        };
        self.status.offer_undo(words::pack::stop_removed(index + 1), Arc::new(back));
    }
}

pub(super) fn builder(id: String) -> AnyView {
    let packs = use_packs();
    if packs.own_pack(&id).is_none() {
        return super::follow::gone();
    }
    let making =
        Making { id: StoredValue::new(id.clone()), packs, status: use_status(), dragged: StoredValue::new(None) };
    let site = use_site();
    let discard = move || {
        let Some(pack) = making.id.with_value(|id| packs.discard(id)) else { return };
        site.navigate(&Route::Pack);
        let said = words::pack::deleted(&named(&pack));
        let back = Arc::new(move || {
            let _ = packs.keep(pack.clone());
        });
        making.status.offer_undo(said, back);
    };
    let preview = format!("{}?preview={id}", site.href(&Route::Pack));
    // Writing a question makes no new list.
    let places = Memo::new(move |_| {
        let place = |stop: &Stop| Stop { question: String::new(), ..stop.clone() };
        making.read(|pack| pack.stops.iter().map(place).collect::<Vec<Stop>>())
    });
    let stops = move || stops(making, places.get());
    view! {
        <h1 tabindex="-1">{words::pack::make_reading_pack()}</h1>
        <p class="lede">{words::pack::make_lede()}</p>
        {field("pack-title", words::pack::title(), TITLE, making, |pack| &mut pack.title)}
        {field("pack-by", words::pack::your_name(), BY, making, |pack| &mut pack.by)}
        {introduction(making)}
        {field("pack-due", words::pack::due_optional(), DUE, making, |pack| &mut pack.due)}
        <section>
            <h2>{words::pack::stops()}</h2>
            {stops}
        </section>
        <section>
            <h2>{words::pack::add_stop()}</h2>
            <p>{words::pack::add_stop_how()}</p>
            {adding::section(making)}
            {adding::highlights(making)}
        </section>
        {sending(id)}
        <div class="acts">
            <a class="btn-quiet" href=preview>
                {words::pack::preview()}
            </a>
            {button("btn-quiet danger", Some("trash"), words::pack::delete_pack(), discard)}
        </div>
    }
    .into_any()
}

fn field(
    id: &'static str,
    label: &'static str,
    limit: usize,
    making: Making,
    text: fn(&mut Pack) -> &mut String,
) -> AnyView {
    let value = move || making.read(|pack| text(&mut pack.clone()).clone());
    let write = move |written: String| making.change(|pack| *text(pack) = written);
    view! {
        <label class="field-label" for=id>
            {label}
        </label>
        <input
            class="field"
            id=id
            type="text"
            maxlength=limit.to_string()
            prop:value=value
            on:input:target=move |event| write(event.target().value())
        />
    }
    .into_any()
}

fn introduction(making: Making) -> AnyView {
    let value = move || making.read(|pack| pack.introduction.clone());
    let write = move |text| making.change(|pack| pack.introduction = text);
    lines("pack-introduction", words::pack::introduction(), INTRODUCTION, value, write)
}

fn lines(
    id: impl Into<String>,
    label: impl Into<String>,
    limit: usize,
    value: impl Fn() -> String + Send + 'static,
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
            prop:value=value
            on:input:target=move |event| write(event.target().value())
        ></textarea>
    }
    .into_any()
}

fn stops(making: Making, stops: Vec<Stop>) -> AnyView {
    if stops.is_empty() {
        return view! { <p class="nothing">{words::pack::none_yet()}</p> }.into_any();
    }
    let last = stops.len() - 1;
    let places = locate(&stops);
    let items = stops.into_iter().zip(places).enumerate().map(|(index, (stop, place))| {
        let number = index + 1;
        let shown = StoredValue::new(stop.clone());
        let shift = move |to: usize, then| shown.with_value(|stop| making.shift(stop, index, to, then));
        let [quote, lost] = place.views(&stop);
        let tool = move |class: &'static str, verb: &'static str, off: bool, act: Box<dyn Fn()>| {
            view! {
                <button
                    type="button"
                    class=format!("btn-quiet {class}")
                    aria-label=words::pack::stop_act(verb, number)
                    disabled=off
                    on:click=move |_| act()
                >
                    {verb}
                </button>
            }
            .into_any()
        };
        let value =
            move || making.read(|pack| pack.stops.get(index).map(|stop| stop.question.clone()).unwrap_or_default());
        let write = move |text| {
            shown.with_value(|stop| {
                making.change_stop(stop, index, |pack, index| {
                    if let Some(stop) = pack.stops.get_mut(index) {
                        stop.question = text;
                    }
                });
            });
        };
        let label = words::pack::question_for_stop(number);
        let question = lines(format!("question-{index}"), label, QUESTION, value, write);
        view! {
            <li
                id=format!("stop-{index}")
                on:dragover=|event| event.prevent_default()
                on:drop=move |event| {
                    event.prevent_default();
                    if let Some((stop, from)) = making.dragged.try_update_value(Option::take).flatten() {
                        making.shift(&stop, from, index, "");
                    }
                }
            >
                <p
                    class="stop-place"
                    lang=place.lang
                    draggable="true"
                    on:dragstart=move |event| {
                        dragging::begin(&event);
                        making.dragged.set_value(Some((shown.get_value(), index)));
                    }
                >
                    {place.title}
                </p>
                {quote}
                {lost}
                {question}
                <div class="stop-tools">
                    {tool("up", words::pack::move_up(), index == 0, Box::new(move || {
                        shift(index.saturating_sub(1), "up");
                    }))}
                    {tool("down", words::pack::move_down(), index == last, Box::new(move || shift(index + 1, "down")))}
                    {tool("danger", words::pack::remove(), false, Box::new(move || {
                        shown.with_value(|stop| making.remove(stop, index));
                    }))}
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
