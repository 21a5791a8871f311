//! The toolbar for selected text.
//!
//! Wide: above the selection. Phones: at the foot, away from the system's own menu. It never takes the selection away
//! before the reader has chosen, and never stands on the words that are being marked.

use super::icon::icon;
use crate::annotation::{ArticleText, Colour, TextRange};
use crate::platform::dom::{self, Listener};
use crate::platform::selection::{self, Place};
use crate::platform::timer::Timer;
use crate::platform::{focus, page};
use crate::state::{effect, while_shown};
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;

/// How long a selection rests before the toolbar comes: handles on a touch screen are being moved.
const REST: Duration = Duration::from_millis(180);

/// What a reader can do with selected words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    Highlight(Colour),
    AddNote,
    CopyLink,
    Cite,
    Share,
}

/// The toolbar. `act` is called with the trimmed range.
#[component]
pub(crate) fn SelectionToolbar<Act>(text: StoredValue<ArticleText>, act: Act) -> impl IntoView
where
    Act: Fn(Action, TextRange) + Copy + Send + 'static,
{
    let selected = RwSignal::new(None::<(TextRange, Place)>);
    let pressed = StoredValue::new(false);
    let timer = StoredValue::new_local(None::<Timer>);
    let toolbar = NodeRef::<leptos::html::Div>::new();

    let look = move || {
        if selection::in_field() || pressed.get_value() {
            return;
        }
        let range = dom::by_id("article")
            .and_then(|article| selection::range_in(&article))
            .and_then(|range| text.with_value(|text| Some(text.whole_graphemes(text.trim(range)?))));
        selected.set(range.zip(selection::place()));
    };
    let look_soon = move || timer.set_value(Timer::after(REST, look));
    let inside = move |event: &web_sys::Event| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        toolbar.get_untracked().is_some_and(|toolbar| toolbar.contains(target.as_ref()))
    };
    while_shown(vec![
        Listener::on_document("selectionchange", move |_| look_soon()),
        Listener::on_document("pointerdown", move |event| {
            let secondary = event.dyn_ref::<web_sys::MouseEvent>().is_some_and(|event| event.button() != 0);
            pressed.set_value(!secondary && !inside(&event));
        }),
        Listener::on_document("pointerup", move |_| {
            pressed.set_value(false);
            look_soon();
        }),
        Listener::on_document("pointercancel", move |_| {
            pressed.set_value(false);
            look_soon();
        }),
    ]);

    // Placed through the style object: a policy may forbid style attributes.
    effect(move || {
        let (Some(toolbar), Some((_, place))) = (toolbar.get(), selected.get()) else { return };
        let (width, height) = (f64::from(toolbar.offset_width()), f64::from(toolbar.offset_height()));
        let window = crate::platform::page::width();
        let left = (place.middle - width / 2.0).min(window - width - 8.0).max(8.0);
        let above = place.top - height - 14.0;
        let top = if above < crate::platform::scroll::top() + 64.0 { place.bottom + 14.0 } else { above };
        page::set_property(toolbar.clone().dyn_into().ok(), "--left", &format!("{}px", left as i32));
        page::set_property(toolbar.dyn_into().ok(), "--top", &format!("{}px", top as i32));
    });

    let choose = move |action: Action| {
        if let Some((range, _)) = selected.get_untracked() {
            selected.set(None);
            selection::clear();
            act(action, range);
        }
    };
    let keydown = move |event: web_sys::KeyboardEvent| match event.key().as_str() {
        "Escape" => {
            selected.set(None);
            selection::clear();
        }
        "ArrowRight" | "ArrowLeft" => {
            let Some(toolbar) = toolbar.get_untracked() else { return };
            let buttons = dom::query_all(&toolbar, "button");
            let at = buttons.iter().position(focus::is_focused).unwrap_or_default();
            let step = if event.key() == "ArrowRight" { 1 } else { buttons.len().saturating_sub(1) };
            if let Some(next) = buttons.get((at + step) % buttons.len().max(1)) {
                focus::focus(next);
            }
        }
        _ => {}
    };
    let button = move |action: Action, sign: &'static str, name: &'static str| {
        view! {
            <button type="button" on:click=move |_| choose(action)>
                {icon(sign)}
                <span>{name}</span>
            </button>
        }
        .into_any()
    };
    let colour = move |colour: Colour| {
        view! {
            <button
                type="button"
                class="sw"
                data-colour=colour.name()
                aria-label=format!("Highlight {}", colour.name())
                on:click=move |_| choose(Action::Highlight(colour))
            >
                <span aria-hidden="true">"\u{a0}a\u{a0}"</span>
            </button>
        }
        .into_any()
    };
    let shown = move || {
        selected.with(Option::is_some).then(|| {
            view! {
                <div
                    class="seltool"
                    role="toolbar"
                    aria-label="Selection"
                    node_ref=toolbar
                    on:pointerdown=|event| event.prevent_default()
                    on:keydown=keydown
                >
                    <div class="seltool-colours">{Colour::ALL.map(colour).into_iter().collect_view()}</div>
                    <div class="seltool-acts">
                        {button(Action::AddNote, "note", "Add note")} {button(Action::CopyLink, "link", "Copy link")}
                        {button(Action::Cite, "cite", "Cite")} {button(Action::Share, "up", "Share")}
                    </div>
                </div>
            }
            .into_any()
        })
    };
    view! { {move || shown()} }
}
