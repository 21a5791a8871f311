//! Dragging the ends of a highlight: two handles in the text, for pointer and keyboard.
//!
//! The record changes when a handle is let go, and is the same record before and after. Cancel puts it back as it was.

use super::layers::Layer;
use super::marks::Marks;
use crate::annotation::{Annotation, Decoration, Paint, Step, TextRange, step, stretch};
use crate::components::button::button;
use crate::components::deleting::say_taken_back;
use crate::notebook::moved_to;
use crate::platform::dom::{self, Listener};
use crate::platform::{custom_highlight, focus, page, scroll, text_place, timer};
use crate::state::{effect, use_keeping, use_status, while_shown};
use crate::words;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{KeyboardEvent, PointerEvent};

/// The name of the paint over the words while a handle is dragged.
const PAINT: &str = "resizing";

/// The handles and their dock, while a highlight of this article is being resized.
pub(super) fn resizing(marks: Marks) -> AnyView {
    let content = move || {
        let id = marks.resizing().get()?;
        let range = marks.range_of(&id)?;
        Some(handles(marks, id, range))
    };
    view! { {move || content()} }.into_any()
}

/// An end of the highlight.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    First,
    Last,
}

fn handles(marks: Marks, id: String, range: TextRange) -> AnyView {
    let (keeping, status) = (use_keeping(), use_status());
    let before = StoredValue::new(keeping.read_untracked(|notebook| notebook.get(&id).cloned()));
    let key = StoredValue::new(id);
    let shown = RwSignal::new(range);
    // The end that is held, and how far below the middle of its line the pointer took it.
    let held = RwSignal::new(None::<(End, f64)>);

    // As it was made here last: what another tab makes of it meanwhile is not ours to take back.
    let resized = StoredValue::new(None::<Annotation>);
    let settle = move |range: TextRange| {
        shown.set(range);
        key.with_value(|id| {
            marks.resize(id, range);
            resized.set_value(keeping.read_untracked(|notebook| notebook.get(id).cloned()));
        });
    };
    let finish = move || {
        marks.resizing().set(None);
        let id = key.get_value();
        timer::next_frame(move || {
            super::passage::show_annotation(&id);
        });
    };
    let cancel = move || {
        if let (Some(before), Some(resized)) = (before.get_value(), resized.get_value()) {
            let back = Annotation { modified: before.modified, ..moved_to(resized.clone(), &before) };
            let report = keeping.revert(Some(&back), &resized);
            if report.changed == 0 {
                say_taken_back(status, report);
            }
        }
        finish();
    };
    effect(move || place(marks, shown.get(), held.get().is_some()));
    on_cleanup(move || {
        custom_highlight::clear(PAINT);
        marks.lay(Layer::Cursor, Vec::new());
    });
    while_shown(vec![
        Listener::on_window("resize", move |_| place(marks, shown.get_untracked(), false)),
        Listener::on_window("pointermove", move |event| {
            let (Some((end, below)), Some(event)) = (held.get_untracked(), event.dyn_ref::<PointerEvent>()) else {
                return;
            };
            event.prevent_default();
            let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()) - below);
            let Some(at) = dom::by_id("article").and_then(|article| text_place::position_at(&article, x, y)) else {
                return;
            };
            let now = shown.get_untracked();
            let fixed = if end == End::First { now.end() } else { now.start() };
            if let Some(range) = marks.text().with_value(|text| stretch(text, fixed, at))
                && range != now
            {
                // Past the other end, the one that is held becomes the other.
                let held_now = if range.end() == fixed { End::First } else { End::Last };
                held.set(Some((held_now, below)));
                shown.set(range);
            }
        }),
        Listener::on_window("pointerup", move |_| {
            if held.get_untracked().is_some() {
                held.set(None);
                settle(shown.get_untracked());
            }
        }),
        Listener::on_window("pointercancel", move |_| held.set(None)),
    ]);
    timer::next_frame(|| {
        if let Some(handle) = dom::query(".handle-last") {
            focus::focus(&handle);
        }
    });

    let keys = move |end: End, event: KeyboardEvent| {
        let by = match (end, event.key().as_str()) {
            (End::First, "ArrowLeft" | "ArrowUp") => Step::StartEarlier,
            (End::First, "ArrowRight" | "ArrowDown") => Step::StartLater,
            (End::Last, "ArrowLeft" | "ArrowUp") => Step::EndEarlier,
            (End::Last, "ArrowRight" | "ArrowDown") => Step::EndLater,
            (_, "Escape") => return cancel(),
            (_, "Enter") => {
                event.prevent_default();
                return finish();
            }
            _ => return,
        };
        event.prevent_default();
        if let Some(range) = marks.text().with_value(|text| step(text, shown.get_untracked(), by)) {
            settle(range);
        }
    };
    let handle = move |end: End, class: &'static str, name: &'static str| {
        let take = move |event: PointerEvent| {
            event.prevent_default();
            let line = line_of(shown.get_untracked(), end);
            held.set(line.map(|(top, bottom)| (end, f64::from(event.client_y()) - (top + bottom) / 2.0)));
        };
        view! {
            <button
                type="button"
                class=class
                aria-label=name
                aria-describedby="resizing-help"
                on:pointerdown=take
                on:keydown=move |event| keys(end, event)
            ></button>
        }
        .into_any()
    };
    view! {
        <div class="handles" class:is-held=move || held.get().is_some()>
            {handle(End::First, "handle handle-first", words::reader::highlight_beginning())}
            {handle(End::Last, "handle handle-last", words::reader::highlight_end())}
        </div>
        <section class="dock" aria-label=words::reader::change_highlight()>
            <p id="resizing-help">{words::reader::drag_either_end()}</p>
            <div class="dock-acts">
                {button("btn-quiet", None, words::reader::cancel(), cancel)}
                {button("btn", None, words::reader::done(), finish)}
            </div>
        </section>
    }
    .into_any()
}

/// Top and bottom of the line at an end, in CSS pixels from the top of the window.
fn line_of(range: TextRange, end: End) -> Option<(f64, f64)> {
    let boxes = text_place::boxes(&dom::by_id("article")?, range);
    let line = if end == End::First { boxes.first() } else { boxes.last() };
    line.map(|line| (line.top(), line.bottom()))
}

/// Puts the handles at the ends, and paints what is between them while one is held.
fn place(marks: Marks, range: TextRange, held: bool) {
    let Some(article) = dom::by_id("article") else { return };
    let boxes = text_place::boxes(&article, range);
    let put = |handle: &str, left: f64, top: f64, height: f64| {
        let handle = dom::query(handle).and_then(|handle| handle.dyn_into::<web_sys::HtmlElement>().ok());
        for (name, value) in [("--left", left), ("--top", top + scroll::top()), ("--height", height)] {
            page::set_property(handle.clone(), name, &format!("{}px", value as i32));
        }
    };
    if let (Some(first), Some(last)) = (boxes.first(), boxes.last()) {
        put(".handle-first", first.left(), first.top(), first.height());
        put(".handle-last", last.right(), last.top(), last.height());
    }
    if !held {
        custom_highlight::clear(PAINT);
        marks.lay(Layer::Cursor, Vec::new());
    } else if !custom_highlight::set(PAINT, &article, &[range]) {
        marks.lay(Layer::Cursor, vec![Decoration { range, paint: Paint::Cursor }]);
    }
}
