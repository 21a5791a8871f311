//! The help on the keyboard: every shortcut in one place, and what about them can be switched.

use super::button::{button, close_button};
use super::sheet::open_while;
use crate::platform::dom::{self, Listener};
use crate::platform::{dialog, keyboard, selection};
use crate::reading::keys::{self, HELP, Shortcut};
use crate::reading::{HighlightThis, ReadingSettings};
use crate::state::{Look, use_help, use_look, while_shown};
use leptos::prelude::*;

/// A button that opens the help.
pub(crate) fn shortcuts_button() -> AnyView {
    let open = use_help();
    button("text-btn needs-app", None, "Keyboard shortcuts", move || open.set(true))
}

/// The dialog, and the one key that opens it.
#[component]
pub(crate) fn ShortcutsDialog() -> impl IntoView {
    let (open, look) = (use_help(), use_look());
    let element = NodeRef::<leptos::html::Dialog>::new();
    open_while(element, Box::new(move || open.get()));
    while_shown(vec![Listener::on_document("keydown", move |event| {
        let asked = keyboard::press(&event).is_some_and(|press| keys::asks_for_help(&press));
        let free = || look.read_untracked(|settings| settings.single_keys) && dom::query("dialog[open]").is_none();
        if asked && !selection::in_field() && free() {
            event.prevent_default();
            open.set(true);
        }
    })]);
    view! {
        <dialog
            class="dialog keys-dialog"
            aria-label="Keyboard shortcuts"
            node_ref=element
            on:close=move |_| open.set(false)
            on:click=|event| dialog::close_by_veil(&event)
        >
            {move || open.get().then(|| content(open, look))}
        </dialog>
    }
}

fn content(open: RwSignal<bool>, look: Look) -> AnyView {
    let group = |(where_to, shortcuts): (&'static str, &'static [Shortcut])| {
        let line = |(keys, does): &Shortcut| view! { <div><dt>{*keys}</dt><dd>{*does}</dd></div> }.into_any();
        view! {
            <h3>{where_to}</h3>
            <dl class="keys">{shortcuts.iter().map(line).collect_view()}</dl>
        }
        .into_any()
    };
    view! {
        <div class="dialog-body">
            <div class="dialog-head">
                <h2>"Keyboard shortcuts"</h2>
                {close_button(move || open.set(false))}
            </div>
            <p class="keys-note">"On a Mac, Alt is the Option key."</p>
            {HELP.map(group).into_iter().collect_view()}
            <h3>"Here"</h3>
            {option(look, "Open this help with the question mark: ?", |s| s.single_keys, |s, on| s.single_keys = on)}
            {option(
                look,
                "Show “Highlight this” at every heading and paragraph, for marking without selecting",
                |s| s.highlight_this == HighlightThis::Shown,
                |s, on| s.highlight_this = if on { HighlightThis::Shown } else { HighlightThis::Hidden },
            )}
            <div class="dialog-acts">{button("btn", None, "Done", move || open.set(false))}</div>
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
