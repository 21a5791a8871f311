//! The pane of the settings page: what a passphrase does, and what can be done with it.

use super::dialogs;
use super::unlock::giving;
use crate::components::button::button;
use crate::components::exchange::export_sheet;
use crate::components::sentence::sentence;
use crate::components::sheet::sheet;
use crate::platform::{crypto, page};
use crate::sealed::Idle;
use crate::state::{Access, Act, use_locksmith, use_status};
use crate::words::{self, HOLES};
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
            <h2 id="passphrase-heading">{words::passphrase::passphrase()}</h2>
            <div class="pane-form">
                <p class="pane-why">{words::passphrase::what_it_does()}</p>
                <p class="pane-why">
                    <b>{words::passphrase::forgotten()}</b>
                    " "
                    {words::passphrase::no_copy()}
                </p>
                <div class="needs-app">{move || offer()}</div>
            </div>
            {sheet(setting, words::passphrase::set_one(), Box::new(move || dialogs::set(setting, exporting)))}
            {sheet(changing, words::passphrase::change(), Box::new(move || dialogs::change(changing)))}
            {sheet(removing, words::passphrase::remove_question(), Box::new(move || dialogs::remove(removing)))}
            {export_sheet(exporting)}
        </section>
    }
    .into_any()
}

/// There is none yet.
fn plain(setting: RwSignal<bool>) -> AnyView {
    let on_host = cfg!(feature = "ssr");
    if !on_host && page::discreet() {
        return view! { <p class="pane-why">{words::passphrase::discreet()}</p> }.into_any();
    }
    if !on_host && !crypto::is_there() {
        return view! { <p class="pane-why">{words::passphrase::no_encryption()}</p> }.into_any();
    }
    let set = button("btn-quiet", None, words::passphrase::set_one(), move || setting.set(true));
    view! { <p class="acts">{set}</p> }.into_any()
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
    let encrypted = view! { <b>{words::passphrase::encrypted()}</b> }.into_any();
    view! {
        <p class="pane-why">{sentence(&words::passphrase::encrypted_and_open(HOLES[0]), [encrypted])}</p>
        {idle()}
        <p class="acts">
            {button("btn", None, words::passphrase::lock_now(), lock)}
            {button("btn-quiet", None, words::passphrase::change(), move || changing.set(true))}
            {button("btn-quiet", None, words::passphrase::remove(), move || removing.set(true))}
        </p>
    }
    .into_any()
}

/// After how long it locks itself.
fn idle() -> AnyView {
    let (locksmith, status) = (use_locksmith(), use_status());
    let now = locksmith.idle();
    let count = |minutes: u64| usize::try_from(minutes).unwrap_or(usize::MAX);
    let choose = move |value: String| {
        let minutes: u64 = value.parse().unwrap_or_default();
        locksmith.act(Act::Idle(minutes), move |outcome| {
            status.say(match outcome {
                Ok(()) if minutes == 0 => words::passphrase::stays_open().to_owned(),
                Ok(()) => words::passphrase::locks_itself(count(minutes)),
                Err(trouble) => trouble.to_string(),
            });
        });
    };
    let option = |minutes: u64| {
        let name = match minutes {
            0 => words::passphrase::never().to_owned(),
            _ => words::passphrase::minutes(count(minutes)),
        };
        view! { <option value=minutes.to_string() selected=minutes == now>{name}</option> }.into_any()
    };
    view! {
        <p class="secret">
            <label class="field-label" for="idle">
                {words::passphrase::lock_by_itself()}
            </label>
            <select class="field" id="idle" on:change:target=move |event| choose(event.target().value())>
                {Idle::CHOICES.map(option).into_iter().collect_view()}
            </select>
        </p>
    }
    .into_any()
}
