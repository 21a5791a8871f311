//! Notes out of the notebook and into it: the buttons "Export" and "Import", and their dialogs.

mod export;
mod import;
mod record;

pub(crate) use record::{backup, save_backup};

use super::button::button;
use super::icon::icon;
use super::sheet::sheet;
use crate::interchange::Backup;
use crate::platform::clock;
use crate::state::{use_keeping, use_status};
use crate::words;
use leptos::prelude::*;

/// The buttons and their dialogs. `shown` gives the ids of the notes that the filter lets through.
pub(crate) fn exchange(shown: Callback<(), Vec<String>>) -> AnyView {
    let exporting = RwSignal::new(false);
    view! {
        {reminder(exporting)}
        {exchange_buttons("btn-quiet", exporting, shown)}
    }
    .into_any()
}

/// The buttons and their dialogs alone; `class` is that of the first, `exporting` says whether its dialog is open.
pub(crate) fn exchange_buttons(
    class: &'static str,
    exporting: RwSignal<bool>,
    shown: Callback<(), Vec<String>>,
) -> AnyView {
    let importing = RwSignal::new(false);
    let dropped = import::drops(importing);
    view! {
        <p class="exchange needs-app">
            {button(class, Some("up"), words::exchange::export(), move || exporting.set(true))}
            {button("btn-quiet", Some("down"), words::exchange::import(), move || importing.set(true))}
        </p>
        {sheet(exporting, words::exchange::export_notes(), Box::new(move || export::content(exporting, shown)))}
        {sheet(importing, words::exchange::import_notes(), Box::new(move || import::content(importing, dropped)))}
    }
    .into_any()
}

/// The dialog that exports everything, without a button.
pub(crate) fn export_sheet(open: RwSignal<bool>) -> AnyView {
    let shown = everything();
    sheet(open, words::exchange::export_notes(), Box::new(move || export::content(open, shown)))
}

/// The ids of all notes.
pub(crate) fn everything() -> Callback<(), Vec<String>> {
    let keeping = use_keeping();
    Callback::new(move |()| {
        keeping.read_untracked(|notebook| notebook.annotations().map(|note| note.id.clone()).collect::<Vec<_>>())
    })
}

/// Says that notes are in no copy, where that is so for long. It can be switched off.
fn reminder(exporting: RwSignal<bool>) -> AnyView {
    let keeping = use_keeping();
    let status = use_status();
    let off = RwSignal::new(false);
    let switch_off = move || {
        save_backup(keeping, Backup { reminds: false, ..backup(keeping) });
        off.set(true);
        status.say(words::exchange::reminder_off());
    };
    let line = move || {
        // When the dialog closes there may be a copy.
        exporting.track();
        let missing = keeping.read(|notebook| {
            let notes = (!off.get() && !notebook.is_empty()).then(|| notebook.annotations())?;
            backup(keeping).missing(notes, clock::now())
        })?;
        Some(
            view! {
                <p class="reminder" role="note">
                    {icon("info")} <span>{words::exchange::reminder(missing)}</span>
                    {button("text-btn", None, words::exchange::switch_reminder_off(), switch_off)}
                </p>
            }
            .into_any(),
        )
    };
    view! { {move || line()} }.into_any()
}
