//! The toolbar for chosen words, whether a pointer selected them or the keyboard's sentence cursor is on them.
//!
//! Wide: above the words. Narrow, or after a touch: at the foot, away from the system's own menu. It never takes the
//! selection away before the reader has chosen, and never stands on the words that are being marked.

use super::icon::icon;
use crate::annotation::{ArticleText, Colour, TextRange};
use crate::platform::dom::{self, Listener};
use crate::platform::timer::Timer;
use crate::platform::{focus, page, scroll, selection, text_place};
use crate::reading::beside::{self, Spot};
use crate::state::{effect, use_colours, while_shown};
use crate::words;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent, PointerEvent};

/// How long a selection rests before the toolbar comes: handles on a touch screen are being moved.
const REST: Duration = Duration::from_millis(180);

/// Windows narrower than this, in CSS pixels, have the toolbar at the foot. As in the style sheet.
const NARROW: i32 = 704;

/// What a reader can do with chosen words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    Highlight(Colour),
    AddNote,
    CopyLink,
    Cite,
    Share,
    Listen,
}

/// Words that are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Chosen {
    /// Which; trimmed.
    pub(crate) range: TextRange,
    /// Whether the keyboard's cursor is on them; otherwise the browser has them selected.
    pub(crate) by_keys: bool,
}

/// What is chosen, and where the focus was before it went to the toolbar.
#[derive(Clone, Copy)]
pub(crate) struct Choosing {
    pub(crate) chosen: RwSignal<Option<Chosen>>,
    came_from: StoredValue<Option<Element>, LocalStorage>,
}

impl Choosing {
    pub(crate) fn new() -> Choosing {
        Choosing { chosen: RwSignal::new(None), came_from: StoredValue::new_local(None) }
    }

    /// Moves the focus into the toolbar, from the element that has it or from this one.
    pub(crate) fn to_toolbar(self, from: Option<Element>) {
        let Some(first) = dom::query(".seltool button") else { return };
        self.came_from.set_value(from.or_else(focus::focused));
        focus::focus(&first);
    }

    /// Moves the focus from the toolbar back to where it was.
    pub(crate) fn back(self) {
        if !focus::focused().is_some_and(|focused| dom::is_inside(&focused, ".seltool")) {
            return;
        }
        let before = self.came_from.try_update_value(Option::take).flatten();
        match before.filter(|before| before.is_connected()) {
            Some(before) => focus::focus(&before),
            None => focus::take(),
        }
    }

    /// Nothing is chosen any more.
    pub(crate) fn clear(self) {
        let by_keys = self.chosen.get_untracked().is_some_and(|chosen| chosen.by_keys);
        self.chosen.set(None);
        if !by_keys {
            selection::clear();
        }
    }
}

/// Whether the toolbar stands at the foot: in narrow windows, and where the system has a menu of its own.
pub(crate) fn docked(touched: bool) -> bool {
    touched || page::width() < f64::from(NARROW)
}

/// The toolbar. `act` is called with the trimmed range.
#[component]
pub(crate) fn SelectionToolbar<Act>(text: StoredValue<ArticleText>, choosing: Choosing, act: Act) -> impl IntoView
where
    Act: Fn(Action, TextRange) + Copy + Send + 'static,
{
    let chosen = choosing.chosen;
    let toolbar = NodeRef::<leptos::html::Div>::new();
    let touched = watch_selection(text, chosen);
    let colours = use_colours();

    // Placed through the style object: a policy may forbid style attributes.
    effect(move || {
        if let (Some(toolbar), Some(chosen)) = (toolbar.get(), chosen.get()) {
            place(&toolbar, chosen.range, docked(touched.get_value() && !chosen.by_keys));
        }
    });

    let choose = move |action: Action| {
        if let Some(Chosen { range, .. }) = chosen.get_untracked() {
            choosing.back();
            choosing.clear();
            act(action, range);
        }
    };
    let keydown = move |event: web_sys::KeyboardEvent| {
        let Some(toolbar) = toolbar.get_untracked() else { return };
        let buttons = dom::query_all(&toolbar, "button");
        let at = buttons.iter().position(focus::is_focused).unwrap_or_default();
        let last = buttons.len().saturating_sub(1);
        let next = match event.key().as_str() {
            _ if event.alt_key() || event.ctrl_key() || event.meta_key() => return,
            "ArrowRight" => {
                if at < last {
                    at + 1
                } else {
                    0
                }
            }
            "ArrowLeft" => at.checked_sub(1).unwrap_or(last),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        if let Some(next) = buttons.get(next) {
            focus::focus(next);
        }
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
                aria-label=words::marks::highlight_in(colour.label())
                title=move || colours.name(colour)
                on:click=move |_| choose(Action::Highlight(colour))
            >
                <span aria-hidden="true">"\u{a0}a\u{a0}"</span>
            </button>
        }
        .into_any()
    };
    let there = Memo::new(move |_| chosen.with(Option::is_some));
    let shown = move || {
        there.get().then(|| {
            view! {
                <div
                    class="seltool"
                    role="toolbar"
                    aria-label=words::marks::selection()
                    node_ref=toolbar
                    on:pointerdown=|event| event.prevent_default()
                    on:keydown=keydown
                >
                    <div class="seltool-colours">{Colour::ALL.map(colour).into_iter().collect_view()}</div>
                    <div class="seltool-acts">
                        {button(Action::AddNote, "note", words::marks::add_note())}
                        {button(Action::CopyLink, "link", words::marks::copy_link())}
                        {button(Action::Cite, "cite", words::marks::cite())}
                        {button(Action::Share, "up", words::marks::share())}
                        {button(Action::Listen, "listen", words::marks::listen())}
                    </div>
                </div>
            }
            .into_any()
        })
    };
    view! { {move || shown()} }
}

/// Follows the browser's selection. What is given back says whether a finger made it.
fn watch_selection(text: StoredValue<ArticleText>, chosen: RwSignal<Option<Chosen>>) -> StoredValue<bool> {
    let pressed = StoredValue::new(false);
    let touched = StoredValue::new(false);
    // The other button opens the system's menu, and on some systems selects the word under it: that is not chosen.
    let menu = StoredValue::new(false);
    let timer = StoredValue::new_local(None::<Timer>);
    let look = move || {
        if pressed.get_value() {
            return;
        }
        let before = chosen.get_untracked();
        let selected = || {
            let article = dom::by_id("article")?;
            let range = text.with_value(|text| selection::range_in(&article, text, touched.get_value()))?;
            Some(Chosen { range, by_keys: false })
        };
        let typing = selection::in_field();
        let now = selected().filter(|now| !typing && (!menu.get_value() || before == Some(*now)));
        // The keyboard's choice stays until something else is selected, or the reader writes.
        let kept = now.is_none() && !typing && before.is_some_and(|before| before.by_keys);
        if now != before && !kept {
            chosen.set(now);
        }
    };
    let look_soon = move || timer.set_value(Timer::after(REST, look));
    let released = move |_: Event| {
        pressed.set_value(false);
        look_soon();
    };
    while_shown(vec![
        Listener::on_document("selectionchange", move |_| look_soon()),
        Listener::on_document("pointerdown", move |event| {
            let primary = event.dyn_ref::<MouseEvent>().is_none_or(|event| event.button() == 0);
            pressed.set_value(primary && dom::closest(&event, ".seltool").is_none());
            touched.set_value(event.dyn_ref::<PointerEvent>().is_some_and(|event| event.pointer_type() == "touch"));
            menu.set_value(!primary);
        }),
        Listener::on_document("contextmenu", move |_| {
            if !touched.get_value() {
                // The press that opened the menu has no end of its own.
                pressed.set_value(false);
                menu.set_value(true);
            }
        }),
        Listener::on_document("keydown", move |_| {
            touched.set_value(false);
            menu.set_value(false);
        }),
        // A field that takes the focus may leave the selection as it is.
        Listener::on_document("focusin", move |_| look_soon()),
        Listener::on_document("pointerup", released),
        Listener::on_document("pointercancel", released),
    ]);
    // Words may have been selected before the toolbar was there.
    if !cfg!(feature = "ssr") {
        look_soon();
    }
    touched
}

fn place(toolbar: &web_sys::HtmlElement, range: TextRange, docked: bool) {
    let lines = dom::by_id("article").and_then(|article| text_place::lines(&article, range));
    let size = (toolbar.offset_width(), toolbar.offset_height());
    let spot = lines.map_or(Spot::Foot, |lines| beside::spot(lines, size, scroll::view(), docked));
    let dock = match spot {
        Spot::At { left, top } => {
            page::set_property(Some(toolbar.clone()), "--left", &format!("{left}px"));
            page::set_property(Some(toolbar.clone()), "--top", &format!("{}px", top + scroll::top() as i32));
            ""
        }
        Spot::Foot => "foot",
        Spot::Head => "head",
    };
    // Refused for a malformed name alone.
    let _ = toolbar.set_attribute("data-dock", dock);
}
