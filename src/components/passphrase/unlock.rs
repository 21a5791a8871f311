//! Giving the passphrase; and what is said where even the right one could not be told from a wrong one.

use super::form::{Form, Secret, form};
use crate::components::button::button;
use crate::components::icon::icon;
use crate::components::sheet::sheet;
use crate::platform::files;
use crate::state::{Act, use_locksmith, use_status, use_unlocking};
use crate::words;
use leptos::prelude::*;

/// The field in the dialog.
const IN_DIALOG: &str = "unlock-passphrase";

/// What opens over every page: the dialog that asks for the passphrase. Follows what other tabs do with it, too.
pub(crate) fn over_all() -> AnyView {
    use_locksmith().follow();
    let open = use_unlocking();
    sheet(open, words::passphrase::unlock_notebook(), Box::new(|| giving(IN_DIALOG)))
}

/// The button that opens the dialog.
pub(crate) fn unlock_button() -> AnyView {
    let open = use_unlocking();
    button("text-btn", None, words::passphrase::unlock(), move || open.set(true))
}

/// What the notebook's page shows in its place.
pub(crate) fn locked_card() -> AnyView {
    view! {
        <div class="empty locked">
            {icon("safety")}
            <h2>{words::passphrase::is_locked()}</h2>
            {giving("notebook-passphrase")}
        </div>
    }
    .into_any()
}

/// The form, or why there is none. `id` is that of its field.
pub(super) fn giving(id: &'static str) -> AnyView {
    if use_locksmith().is_damaged() {
        return damaged();
    }
    let fields = vec![Secret { id, label: words::passphrase::passphrase(), autocomplete: "current-password" }];
    let unlock = Form {
        fields,
        label: (words::passphrase::unlock(), words::passphrase::unlocking()),
        done: words::passphrase::is_unlocked(),
        ask: |typed| Ok(Act::Unlock(typed.first().cloned().unwrap_or_default())),
        open: use_unlocking(),
        autofocus: id == IN_DIALOG,
        beside: None,
    };
    view! {
        <p class="dialog-text">{words::passphrase::opens_them()}</p>
        {form(unlock)}
    }
    .into_any()
}

/// The lock can't be read: no passphrase can be tried, and nothing may be written over what is there.
fn damaged() -> AnyView {
    let (locksmith, status) = (use_locksmith(), use_status());
    let save = move || {
        let file = locksmith.as_it_is();
        if !files::download("closely-encrypted.json", "application/json", file.as_bytes()) {
            status.say(words::passphrase::not_downloaded());
        }
    };
    view! {
        <p class="dialog-text">
            <b>{words::passphrase::lock_damaged()} " "</b>
            {words::passphrase::lock_damaged_why()}
        </p>
        <p class="dialog-text">{words::passphrase::lock_damaged_way()}</p>
        <div class="dialog-acts">{button("btn", Some("down"), words::passphrase::download(), save)}</div>
    }
    .into_any()
}
