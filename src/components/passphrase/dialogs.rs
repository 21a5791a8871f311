//! Setting, changing and removing the passphrase.

use super::form::{Form, Secret, form};
use crate::components::button::button;
use crate::sealed::fit;
use crate::state::Act;
use crate::words;
use leptos::prelude::*;

/// The two fields of a new passphrase.
fn twice() -> [Secret; 2] {
    let field = |id, label| Secret { id, label, autocomplete: "new-password" };
    [
        field("new-passphrase", words::passphrase::new_passphrase()),
        field("new-passphrase-again", words::passphrase::same_again()),
    ]
}

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
    let beside = button("btn-quiet", Some("up"), words::passphrase::export_first(), export_first);
    let set = Form {
        fields: twice().to_vec(),
        label: (words::passphrase::set(), words::passphrase::encrypting()),
        done: words::passphrase::is_set(),
        ask: |typed| new(typed).map(Act::Set),
        open,
        autofocus: true,
        beside: Some(beside),
    };
    view! {
        <p class="dialog-text">
            <b>{words::passphrase::forgotten()}</b>
            " "
            {words::passphrase::export_advice()}
        </p>
        {form(set)}
    }
    .into_any()
}

/// Takes another one in its place.
pub(super) fn change(open: RwSignal<bool>) -> AnyView {
    let now = Secret { id: "old-passphrase", label: words::passphrase::current(), autocomplete: "current-password" };
    let change = Form {
        fields: [&[now][..], &twice()].concat(),
        label: (words::passphrase::change_it(), words::passphrase::changing()),
        done: words::passphrase::is_changed(),
        ask: |typed| {
            let old = typed.first().cloned().unwrap_or_default();
            Ok(Act::Change { old, new: new(typed)? })
        },
        open,
        autofocus: true,
        beside: None,
    };
    view! {
        <p class="dialog-text">
            <b>{words::passphrase::forgotten()}</b>
            " "
            {words::passphrase::holds_for_new()}
        </p>
        {form(change)}
    }
    .into_any()
}

/// Goes on without.
pub(super) fn remove(open: RwSignal<bool>) -> AnyView {
    let remove = Form {
        fields: Vec::new(),
        label: (words::passphrase::remove(), words::passphrase::removing()),
        done: words::passphrase::is_removed(),
        ask: |_| Ok(Act::Remove),
        open,
        autofocus: true,
        beside: Some(button("btn-quiet", None, words::passphrase::keep_it(), move || open.set(false))),
    };
    view! {
        <p class="dialog-text">{words::passphrase::readable_again()}</p>
        {form(remove)}
    }
    .into_any()
}
