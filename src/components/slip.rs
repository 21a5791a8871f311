//! A slip: what a note says or a word means, shown in place.
//!
//! One element for all references of an article, filled with copies of what stands at the article's end; without the
//! app the references are links to it. It comes by hover, focus or press, stays while it is pointed at, and goes with
//! Escape. By hover and focus it moves no focus; pressed, it takes it, and gives it back.

use super::button::button;
use crate::article::Meta;
use crate::link::Route;
use crate::platform::dom::{self, Listener};
use crate::platform::timer::{self, Timer};
use crate::platform::{focus, page, scroll};
use crate::state::{Site, effect, use_site, while_shown};
use crate::words;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent, PointerEvent};

/// How long a pointer rests before a slip comes, and how long it may be away before it goes.
const COMES: Duration = Duration::from_millis(220);
const GOES: Duration = Duration::from_millis(350);

/// What leads to the end of the article.
const REFERENCES: &str = "#article a.fn, #article a.term";
const ID: &str = "slip";
const TEXT_ID: &str = "slip-text";

/// A reference and what it leads to.
#[derive(Clone, PartialEq)]
struct Shown {
    reference: Element,
    /// Id of the place at the article's end.
    target: String,
    /// Whether it was asked for by a press.
    pressed: bool,
}

#[derive(Clone, Copy)]
struct Slip {
    shown: RwSignal<Option<Shown>, LocalStorage>,
    timer: StoredValue<Option<Timer>, LocalStorage>,
}

/// The slip of an article.
pub(crate) fn slip(meta: &'static Meta) -> AnyView {
    let site = use_site();
    let slip = Slip { shown: RwSignal::new_local(None), timer: StoredValue::new_local(None) };
    let listen = |name: &'static str| Listener::on_document(name, move |event| slip.hear(&event));
    while_shown(["pointerover", "focusin", "click", "keydown"].map(listen).into());
    while_shown(vec![Listener::on_window("resize", move |_| slip.hide())]);
    let element = NodeRef::<leptos::html::Div>::new();
    effect(move || {
        if let Some((element, shown)) = element.get().zip(slip.shown.get()) {
            fill(&shown);
            place(&element, &shown.reference);
            if shown.pressed {
                focus::focus(&element);
            }
        }
    });
    let content = move || slip.shown.get().map(|shown| view(shown, slip, element, meta, site));
    view! { {content} }.into_any()
}

fn view(shown: Shown, slip: Slip, element: NodeRef<leptos::html::Div>, meta: &'static Meta, site: Site) -> AnyView {
    let note = shown.reference.class_list().contains("fn");
    let name = match note {
        true => shown.reference.get_attribute("aria-label").unwrap_or_default(),
        false => term(&shown.target),
    };
    let href = format!("#{}", shown.target);
    let all = match note {
        true => view! { <a class="text-btn" href=href>{words::marks::all_notes()}</a> }.into_any(),
        false => {
            let glossary = format!("{}#{}", site.href(&Route::Glossary), shown.target);
            view! {
                <a class="text-btn" href=href>{words::marks::all_words()}</a>
                <a class="text-btn" href=glossary>{words::marks::in_other_articles()}</a>
            }
            .into_any()
        }
    };
    let class = if note { "slip slip-note" } else { "slip" };
    let label = name.clone();
    // A note is named by us, a term by the article.
    let language = if note { words::tag().to_owned() } else { meta.language.clone() };
    view! {
        <div class=class id=ID role="dialog" aria-label=label tabindex="-1" lang=language node_ref=element>
            <p class="slip-name" aria-hidden="true">{name}</p>
            <div id=TEXT_ID lang=words::lang_of(&meta.language)></div>
            <p class="slip-acts" lang=words::lang_within(&meta.language)>
                {all} {button("text-btn", None, words::marks::close(), move || slip.close())}
            </p>
        </div>
    }
    .into_any()
}

/// The term as the glossary writes it.
fn term(target: &str) -> String {
    let entry = dom::by_id(target).and_then(|entry| dom::query_all(&entry, "dt").pop());
    entry.and_then(|term| term.text_content()).unwrap_or_default()
}

/// Copies what stands at the article's end, without the ways back from there.
fn fill(shown: &Shown) {
    let (Some(text), Some(target)) = (dom::by_id(TEXT_ID), dom::by_id(&shown.target)) else { return };
    // A word's definition is plain text; a note may hold links.
    let definition = dom::query_all(&target, "dd").pop().and_then(|definition| definition.text_content());
    text.set_text_content(definition.as_deref());
    for part in dom::query_all(&target, ":scope > span") {
        if let Ok(copy) = part.clone_node_with_deep(true) {
            let _ = text.append_child(&copy);
        }
    }
}

/// Below the reference, or above it where there is no room; at the foot of a phone, with the reference in view.
fn place(element: &Element, reference: &Element) {
    let at = reference.get_bounding_client_rect();
    let own = element.get_bounding_client_rect();
    let height = scroll::window_height();
    if page::matches("(max-width: 43.99rem)") {
        let hidden = at.bottom() + 12.0 - (height - own.height());
        if hidden > 0.0 {
            scroll::to(scroll::top() + hidden);
        }
        return;
    }
    let middle = at.left() + at.width() / 2.0;
    let left = (middle - own.width() / 2.0).min(page::width() - own.width() - 8.0).max(8.0);
    let below = at.bottom() + 8.0;
    let above = at.top() - own.height() - 8.0;
    let top = if below + own.height() > height - 8.0 && above > 64.0 { above } else { below };
    let set =
        |name, value: f64| page::set_property(element.clone().dyn_into().ok(), name, &format!("{}px", value as i32));
    set("--left", left);
    set("--top", top + scroll::top());
}

impl Slip {
    fn hear(self, event: &Event) {
        let reference = dom::closest(event, REFERENCES);
        let inside = dom::closest(event, "#slip").is_some();
        match event.type_().as_str() {
            "pointerover" => self.point(event, reference, inside),
            "focusin" if !inside => {
                match reference.filter(|reference| reference.matches(":focus-visible").unwrap_or(false)) {
                    Some(reference) => self.show(reference, false),
                    None => self.hide(),
                }
            }
            "click" => self.press(event, reference, inside),
            "keydown" => self.key(event, inside),
            _ => {}
        }
    }

    fn point(self, event: &Event, reference: Option<Element>, inside: bool) {
        if event.dyn_ref::<PointerEvent>().is_none_or(|event| event.pointer_type() != "mouse") {
            return;
        }
        let shown = self.shown.get_untracked();
        let known = shown.as_ref().is_some_and(|shown| reference.as_ref() == Some(&shown.reference));
        let timer = match reference {
            _ if inside || known => None,
            Some(reference) => Timer::after(COMES, move || self.show(reference, false)),
            None if shown.is_some_and(|shown| !shown.pressed) => Timer::after(GOES, move || self.hide()),
            None => None,
        };
        self.timer.set_value(timer);
    }

    fn press(self, event: &Event, reference: Option<Element>, inside: bool) {
        let plain = event
            .dyn_ref::<MouseEvent>()
            .is_some_and(|event| !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()));
        match reference {
            Some(reference) if plain => {
                event.prevent_default();
                self.show(reference, true);
            }
            _ if !inside => self.hide(),
            // A link in it leads away; the browser has to find it first.
            _ if dom::closest(event, "a[href]").is_some() => timer::next_frame(move || self.hide()),
            _ => {}
        }
    }

    fn key(self, event: &Event, inside: bool) {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let Some(shown) = self.shown.get_untracked() else { return };
        match event.key().as_str() {
            "Escape" => {
                event.prevent_default();
                event.stop_propagation();
                if inside { self.close() } else { self.hide() }
            }
            // Out of it the keyboard goes on where the reference stands.
            "Tab" if inside => {
                let stops = dom::by_id(ID).map(|slip| dom::query_all(&slip, "a[href], button")).unwrap_or_default();
                let last = stops.last().is_some_and(focus::is_focused);
                let first = !stops.iter().skip(1).any(focus::is_focused);
                if event.shift_key() && first {
                    event.prevent_default();
                    self.close();
                } else if !event.shift_key() && last {
                    focus::focus(&shown.reference);
                    self.hide();
                }
            }
            _ => {}
        }
    }

    fn show(self, reference: Element, pressed: bool) {
        let href = reference.get_attribute("href").unwrap_or_default();
        let target = href.strip_prefix('#').unwrap_or_default().to_owned();
        self.timer.set_value(None);
        if self.shown.try_get_untracked().is_none() || dom::by_id(&target).is_none() {
            return;
        }
        self.undescribe();
        // A screen reader that comes to the reference reads what it says.
        let _ = reference.set_attribute("aria-describedby", TEXT_ID);
        self.shown.set(Some(Shown { reference, target, pressed }));
    }

    fn hide(self) {
        self.timer.try_set_value(None);
        if self.shown.try_with_untracked(Option::is_some) == Some(true) {
            self.undescribe();
            self.shown.set(None);
        }
    }

    /// Hides it and gives the focus back.
    fn close(self) {
        let reference = self.shown.get_untracked().map(|shown| shown.reference);
        if let Some(reference) = reference.filter(|reference| reference.is_connected()) {
            focus::focus(&reference);
        }
        // After the focus came back, which would show it again.
        self.hide();
    }

    fn undescribe(self) {
        if let Some(Some(shown)) = self.shown.try_get_untracked() {
            let _ = shown.reference.remove_attribute("aria-describedby");
        }
    }
}
