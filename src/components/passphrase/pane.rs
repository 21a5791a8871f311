//! The pane of the settings page: what a passphrase does, and what can be done with it.

use super::dialogs::{self, FORGOTTEN};
use super::unlock::giving;
use crate::components::button::button;
use crate::components::exchange::export_sheet;
use crate::components::sheet::sheet;
use crate::platform::{crypto, page};
use crate::sealed::Idle;
use crate::state::{Access, Act, use_locksmith, use_status};
use leptos::prelude::*;

/// The pane.
pub(crate) fn passphrase_pane() -> AnyView {
    let locksmith = use_locksmith();
    let [setting, changing, removing, exporting] = [(); 4].map(|()| RwSignal::new(false));
    let offer = move || match locksmith.access() {
        Access::Plain => plain(setting),
        Access::Locked => giving("settings-passphrase"),
        Access::Open => open(changing, removing),
    };
    view! {
        <section class="pane" aria-labelledby="passphrase-heading">
            <h2 id="passphrase-heading">"Passphrase"</h2>
            <div class="pane-form">
                <p class="pane-why">
                    "A passphrase encrypts your notebook on this device: marks, notes, answers, reading packs, and how far \
                     you read. Without it they can’t be read, not even by somebody who searches this browser’s files. You \
                     are asked for it whenever Closely is opened or reloaded; the articles can be read without."
                </p>
                <p class="pane-why">
                    <b>{FORGOTTEN}</b>
                    " There is no server and no copy: without it the notes are lost."
                </p>
                <div class="needs-app">{move || offer()}</div>
            </div>
            {sheet(setting, "Set a passphrase", Box::new(move || dialogs::set(setting, exporting)))}
            {sheet(changing, "Change the passphrase", Box::new(move || dialogs::change(changing)))}
            {sheet(removing, "Remove the passphrase?", Box::new(move || dialogs::remove(removing)))}
            {export_sheet(exporting)}
        </section>
    }
    .into_any()
}

/// There is none yet.
fn plain(setting: RwSignal<bool>) -> AnyView {
    let on_host = cfg!(feature = "ssr");
    if !on_host && page::discreet() {
        return view! { <p class="pane-why">"Nothing is kept in discreet mode. Leave it to set or to give a passphrase."</p> }
            .into_any();
    }
    if !on_host && !crypto::is_there() {
        return view! {
            <p class="pane-why">
                "This browser can’t encrypt here. Open Closely by its https address, or in a newer browser."
            </p>
        }
        .into_any();
    }
    view! { <p class="acts">{button("btn-quiet", None, "Set a passphrase", move || setting.set(true))}</p> }.into_any()
}

/// It was given, and the notebook is open.
fn open(changing: RwSignal<bool>, removing: RwSignal<bool>) -> AnyView {
    let (locksmith, status) = (use_locksmith(), use_status());
    let lock = move || {
        locksmith.act(Act::Lock, move |outcome| {
            if let Err(trouble) = outcome {
                status.say(trouble.to_string());
            }
        });
    };
    view! {
        <p class="pane-why"><b>"Your notebook is encrypted"</b>", and open in this tab."</p>
        {idle()}
        <p class="acts">
            {button("btn", None, "Lock now", lock)}
            {button("btn-quiet", None, "Change the passphrase", move || changing.set(true))}
            {button("btn-quiet", None, "Remove the passphrase", move || removing.set(true))}
        </p>
    }
    .into_any()
}

/// After how long it locks itself.
fn idle() -> AnyView {
    let (locksmith, status) = (use_locksmith(), use_status());
    let now = locksmith.idle();
    let choose = move |value: String| {
        let minutes: u64 = value.parse().unwrap_or_default();
        locksmith.act(Act::Idle(minutes), move |outcome| {
            status.say(match outcome {
                Ok(()) if minutes == 0 => "The notebook stays open until you lock it or reload.".to_owned(),
                Ok(()) => format!("The notebook locks itself after {minutes} minutes."),
                Err(trouble) => trouble.to_string(),
            });
        });
    };
    let option = |minutes: u64| {
        let words = if minutes == 0 { "Never".to_owned() } else { format!("{minutes} minutes") };
        view! { <option value=minutes.to_string() selected=minutes == now>{words}</option> }.into_any()
    };
    view! {
        <p class="secret">
            <label class="field-label" for="idle">
                "Lock by itself when nobody touches this page for"
            </label>
            <select class="field" id="idle" on:change:target=move |event| choose(event.target().value())>
                {Idle::CHOICES.map(option).into_iter().collect_view()}
            </select>
        </p>
    }
    .into_any()
}
