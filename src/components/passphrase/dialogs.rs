//! Setting, changing and removing the passphrase.

use super::form::{Form, Secret, form};
use crate::components::button::button;
use crate::sealed::fit;
use crate::state::Act;
use leptos::prelude::*;

/// What nobody should learn too late.
pub(super) const FORGOTTEN: &str = "A forgotten passphrase can’t be recovered.";

const NEW: [Secret; 2] = [
    Secret { id: "new-passphrase", label: "New passphrase", autocomplete: "new-password" },
    Secret { id: "new-passphrase-again", label: "The same again", autocomplete: "new-password" },
];

/// What was typed into the two fields of a new passphrase.
fn new(typed: &[String]) -> Result<String, String> {
    let [.., passphrase, again] = typed else { return Err(String::new()) };
    fit(passphrase, again).map_err(|unfit| unfit.to_string())?;
    Ok(passphrase.clone())
}

/// Sets one. `export` opens the export of all notes in its place.
pub(super) fn set(open: RwSignal<bool>, export: RwSignal<bool>) -> AnyView {
    let export_first = move || {
        open.set(false);
        export.set(true);
    };
    let beside = button("btn-quiet", Some("up"), "Export first", export_first);
    let set = Form {
        fields: NEW.to_vec(),
        label: ("Set the passphrase", "Encrypting…"),
        done: "Your notebook is encrypted. It is open in this tab until you lock it or reload.",
        ask: |typed| new(typed).map(Act::Set),
        open,
        autofocus: true,
        beside: Some(beside),
    };
    view! {
        <p class="dialog-text">
            <b>{FORGOTTEN}</b>
            " Nobody has a copy of it, and without it your notes are lost. Export them first, and keep that file where \
             only you find it; or write the passphrase down on paper."
        </p>
        {form(set)}
    }
    .into_any()
}

/// Takes another one in its place.
pub(super) fn change(open: RwSignal<bool>) -> AnyView {
    let now = Secret { id: "old-passphrase", label: "The passphrase now", autocomplete: "current-password" };
    let change = Form {
        fields: [&[now][..], &NEW].concat(),
        label: ("Change it", "Changing…"),
        done: "The passphrase is changed. The old one opens nothing any more.",
        ask: |typed| {
            let old = typed.first().cloned().unwrap_or_default();
            Ok(Act::Change { old, new: new(typed)? })
        },
        open,
        autofocus: true,
        beside: None,
    };
    view! {
        <p class="dialog-text"><b>{FORGOTTEN}</b> " That holds for the new one, too."</p>
        {form(change)}
    }
    .into_any()
}

/// Goes on without.
pub(super) fn remove(open: RwSignal<bool>) -> AnyView {
    let remove = Form {
        fields: Vec::new(),
        label: ("Remove the passphrase", "Removing…"),
        done: "The passphrase is removed. Your notes can be read in this browser again.",
        ask: |_| Ok(Act::Remove),
        open,
        autofocus: true,
        beside: Some(button("btn-quiet", None, "Keep it", move || open.set(false))),
    };
    view! {
        <p class="dialog-text">
            "Your notes then stand in this browser as they did before: whoever can open it can read them."
        </p>
        {form(remove)}
    }
    .into_any()
}
