//! The help on the keyboard: every shortcut in one place, and what about them can be switched.

use super::button::{button, close_button};
use super::sheet::open_while;
use crate::platform::dom::{self, Listener};
use crate::platform::{dialog, keyboard, selection};
use crate::reading::keys::{self, HELP, Said, Shortcut};
use crate::reading::{HighlightThis, ReadingSettings};
use crate::state::{Look, use_help, use_look, use_status, while_shown};
use crate::words;
use leptos::prelude::*;

/// A button that opens the help.
pub(crate) fn shortcuts_button() -> AnyView {
    let open = use_help();
    button("text-btn needs-app", None, words::keys::shortcuts(), move || open.set(true))
}

/// The dialog, the one key that opens it, and the one that takes back: the line that offers that is far from everything.
#[component]
pub(crate) fn ShortcutsDialog() -> impl IntoView {
    let (open, look, status) = (use_help(), use_look(), use_status());
    let element = NodeRef::<leptos::html::Dialog>::new();
    open_while(element, Box::new(move || open.get()));
    while_shown(vec![Listener::on_document("keydown", move |event| {
        let Some(press) = keyboard::press(&event).filter(|_| !selection::in_field()) else { return };
        let free = || look.read_untracked(|settings| settings.single_keys) && dom::query("dialog[open]").is_none();
        if keys::asks_for_help(&press) && free() {
            event.prevent_default();
            open.set(true);
        } else if keys::takes_back(&press) && status.take_back() {
            event.prevent_default();
        }
    })]);
    view! {
        <dialog
            class="dialog keys-dialog"
            aria-label=words::keys::shortcuts()
            node_ref=element
            on:close=move |_| open.set(false)
            on:click=|event| dialog::close_by_veil(&event)
        >
            {move || open.get().then(|| content(open, look))}
        </dialog>
    }
}

fn content(open: RwSignal<bool>, look: Look) -> AnyView {
    let group = |(where_to, shortcuts): (Said, &'static [Shortcut])| {
        let line = |(keys, does): &Shortcut| view! { <div><dt>{keys()}</dt><dd>{does()}</dd></div> }.into_any();
        view! {
            <h3>{where_to()}</h3>
            <dl class="keys">{shortcuts.iter().map(line).collect_view()}</dl>
        }
        .into_any()
    };
    view! {
        <div class="dialog-body">
            <div class="dialog-head">
                <h2>{words::keys::shortcuts()}</h2>
                {close_button(move || open.set(false))}
            </div>
            <p class="keys-note">{words::keys::on_a_mac()}</p>
            {HELP.map(group).into_iter().collect_view()}
            <h3>{words::keys::here()}</h3>
            {option(look, words::keys::open_by_question_mark(), |s| s.single_keys, |s, on| s.single_keys = on)}
            {option(
                look,
                words::keys::show_highlight_this(),
                |s| s.highlight_this == HighlightThis::Shown,
                |s, on| s.highlight_this = if on { HighlightThis::Shown } else { HighlightThis::Hidden },
            )}
            <div class="dialog-acts">{button("btn", None, words::keys::done(), move || open.set(false))}</div>
        </div>
    }
    .into_any()
}

fn option(
    look: Look,
    words: &'static str,
    get: fn(&ReadingSettings) -> bool,
    set: fn(&mut ReadingSettings, bool),
) -> AnyView {
    view! {
        <label class="keys-option">
            <input
                type="checkbox"
                prop:checked=move || look.read(get)
                on:change:target=move |event| {
                    let on = event.target().checked();
                    look.change(|settings| set(settings, on));
                }
            />
            <span>{words}</span>
        </label>
    }
    .into_any()
}
