//! Giving the passphrase; and what is said where even the right one could not be told from a wrong one.

use super::form::{Form, Secret, form};
use crate::components::button::button;
use crate::components::icon::icon;
use crate::components::sheet::sheet;
use crate::platform::files;
use crate::state::{Act, use_locksmith, use_status, use_unlocking};
use leptos::prelude::*;

/// The field in the dialog.
const IN_DIALOG: &str = "unlock-passphrase";

/// What opens over every page: the dialog that asks for the passphrase. Follows what other tabs do with it, too.
pub(crate) fn over_all() -> AnyView {
    use_locksmith().follow();
    let open = use_unlocking();
    sheet(open, "Unlock the notebook", Box::new(|| giving(IN_DIALOG)))
}

/// The button that opens the dialog.
pub(crate) fn unlock_button() -> AnyView {
    let open = use_unlocking();
    button("text-btn", None, "Unlock", move || open.set(true))
}

/// What the notebook's page shows in its place.
pub(crate) fn locked_card() -> AnyView {
    view! {
        <div class="empty locked">
            {icon("safety")}
            <h2>"The notebook is locked"</h2>
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
    let fields = vec![Secret { id, label: "Passphrase", autocomplete: "current-password" }];
    let unlock = Form {
        fields,
        label: ("Unlock", "Unlocking…"),
        done: "The notebook is unlocked.",
        ask: |typed| Ok(Act::Unlock(typed.first().cloned().unwrap_or_default())),
        open: use_unlocking(),
        autofocus: id == IN_DIALOG,
        beside: None,
    };
    view! {
        <p class="dialog-text">
            "Your marks and notes are encrypted on this device. The passphrase opens them in this tab."
        </p>
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
            status.say("The browser did not take the file. Reload the page, then try again.");
        }
    };
    view! {
        <p class="dialog-text">
            <b>"The lock of your notebook is damaged. "</b>
            "That has nothing to do with your passphrase: what it is checked against can’t be read any more, in either of \
             its two copies, and so the notes can’t be opened here."
        </p>
        <p class="dialog-text">
            "Closely changes nothing of it. Download what is there before you do anything else. If you exported your notes \
             before, you can then erase everything and import that file."
        </p>
        <div class="dialog-acts">{button("btn", Some("down"), "Download what is there", save)}</div>
    }
    .into_any()
}
