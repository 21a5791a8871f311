//! What is kept on this device, for how long, and how to take it along or erase it.

use crate::components::button::button;
use crate::components::exchange::{backup, everything, exchange_buttons, save_backup};
use crate::components::icon::icon;
use crate::components::passphrase::unlock_button;
use crate::components::sheet::{problem, sheet};
use crate::interchange::Backup;
use crate::notebook::KindFilter;
use crate::platform::{clock, files};
#[cfg(not(feature = "ssr"))]
use crate::platform::{durability, history, page};
use crate::state::{Keeping, use_keeping, use_status};
use crate::storage::Quarantined;
use crate::words;
use leptos::prelude::*;

/// The pane's contents.
pub(super) fn your_data() -> AnyView {
    let keeping = use_keeping();
    let erasing = RwSignal::new(false);
    let exporting = RwSignal::new(false);
    let everything = everything();
    let unlocked = move || {
        if keeping.is_locked() {
            return locked();
        }
        view! {
            {ledger(keeping, exporting)}
            {exchange_buttons("btn", exporting, everything)}
            {remind(keeping)}
            {quarantined(keeping)}
        }
        .into_any()
    };
    view! {
        <div class="pane-form">
            {erased()}
            <p class="pane-why">{words::data::where_kept()}</p>
            {week()}
            {move || unlocked()}
            <p class="erase needs-app">
                {button("text-btn danger", None, words::data::erase_everything(), move || erasing.set(true))}
            </p>
            {sheet(erasing, words::data::erase_question(), Box::new(move || ask(keeping, erasing)))}
        </div>
    }
    .into_any()
}

/// What there is can't be seen, and not be exported.
fn locked() -> AnyView {
    view! {
        <p class="notice" role="note">
            {icon("info")}
            <span>{words::data::locked()} " " {unlock_button()}</span>
        </p>
    }
    .into_any()
}

/// After everything was erased this page begins again, and says so.
fn erased() -> Option<AnyView> {
    #[cfg(not(feature = "ssr"))]
    if history::query() == "?erased" {
        let status = use_status();
        // Said once the page stands: a region that comes with its words is not read out.
        crate::platform::timer::next_frame(move || status.murmur(words::data::erased()));
        return Some(
            view! {
                <p class="notice" role="note">
                    {icon("check")}
                    <span>{words::data::erased()} " " {words::data::not_erased()}</span>
                </p>
            }
            .into_any(),
        );
    }
    None
}

/// A warning where the browser clears what is not visited.
fn week() -> Option<AnyView> {
    #[cfg(not(feature = "ssr"))]
    if durability::is_cleared_after_a_week() {
        return Some(
            view! {
                <p class="notice notice-caution" role="note">
                    {icon("caution")}
                    <span>{words::data::safari()}</span>
                </p>
            }
            .into_any(),
        );
    }
    None
}

fn ledger(keeping: Keeping, exporting: RwSignal<bool>) -> AnyView {
    let count = move |kind: KindFilter| {
        keeping.read(|notebook| notebook.annotations().filter(|annotation| kind.admits(annotation)).count())
    };
    let row = move |kind: KindFilter| {
        view! {
            <div>
                <dt>{kind.label()}</dt>
                <dd>{move || words::number(count(kind))}</dd>
            </div>
        }
        .into_any()
    };
    let kinds = [KindFilter::Highlights, KindFilter::Notes, KindFilter::Reflections, KindFilter::Bookmarks];
    let room = move || {
        keeping.read(|_| ());
        room().unwrap_or_else(|| words::data::nothing_kept().to_owned())
    };
    let exported = move || {
        exporting.track();
        backup(keeping).exported.map_or_else(|| words::data::never().to_owned(), clock::short)
    };
    view! {
        <dl class="ledger needs-app">
            {kinds.map(row).into_iter().collect_view()}
            <div class="sum">
                <dt>{words::data::room_taken()}</dt>
                <dd>{move || room()}</dd>
            </div>
            <div>
                <dt>{words::data::last_exported()}</dt>
                <dd>{move || exported()}</dd>
            </div>
            {promise()}
        </dl>
    }
    .into_any()
}

fn room() -> Option<String> {
    #[cfg(not(feature = "ssr"))]
    return crate::storage::room_taken(&crate::storage::LocalStore).ok().map(crate::storage::room_in_words);
    #[cfg(feature = "ssr")]
    Some(String::new())
}

/// Whether the browser promised to keep it; a button that asks, where it did not.
fn promise() -> AnyView {
    let promised = RwSignal::new(None::<bool>);
    #[cfg(not(feature = "ssr"))]
    wasm_bindgen_futures::spawn_local(async move {
        promised.try_set(durability::is_promised().await);
    });
    let status = use_status();
    let ask = move || {
        #[cfg(not(feature = "ssr"))]
        wasm_bindgen_futures::spawn_local(async move {
            let answer = durability::ask_promise().await;
            promised.try_set(answer);
            status.say(match answer {
                Some(true) => words::data::now_promised(),
                _ => words::data::still_not_promised(),
            });
        });
        #[cfg(feature = "ssr")]
        let _ = (promised, status);
    };
    let row = move || {
        promised.get().map(|promised| {
            let answer = match promised {
                true => view! { <dd>{words::data::promised()}</dd> }.into_any(),
                false => {
                    let ask = button("text-btn", None, words::data::ask_promise(), ask);
                    view! { <dd>{words::data::not_promised()} " " {ask}</dd> }.into_any()
                }
            };
            view! { <div><dt>{words::data::promise()}</dt> {answer}</div> }.into_any()
        })
    };
    view! { {move || row()} }.into_any()
}

fn remind(keeping: Keeping) -> AnyView {
    let toggle = move |_| {
        let known = backup(keeping);
        save_backup(keeping, Backup { reminds: !known.reminds, ..known });
    };
    view! {
        <label class="option needs-app">
            <input type="checkbox" prop:checked=backup(keeping).reminds on:change=toggle />
            <span>{words::data::remind()}</span>
        </label>
    }
    .into_any()
}

/// Records that can't be used, each with why, and downloads.
fn quarantined(keeping: Keeping) -> AnyView {
    let list = move || {
        keeping.read(|notebook| {
            let records = notebook.quarantined();
            (!records.is_empty()).then(|| trouble(records))
        })
    };
    view! { {move || list()} }.into_any()
}

fn trouble(records: &[Quarantined]) -> AnyView {
    let rows = records.iter().map(|record| {
        view! {
            <li>
                <b>{record.key.clone()}</b>
                " "
                {record.why.to_string()}
                <a
                    class="text-btn"
                    href=format!("data:text/plain;charset=utf-8,{}", crate::link::encode(&record.bytes))
                    download=format!("{}.txt", record.key.replace(':', "-"))
                >
                    {words::data::download_record()}
                </a>
            </li>
        }
        .into_any()
    });
    let all = (records.len() > 1).then(|| {
        let file = crate::interchange::records_file(records);
        let save = move || {
            files::download("closely-records.json", "application/json", file.as_bytes());
        };
        button("text-btn", None, words::data::download_records(), save)
    });
    view! {
        <div class="trouble">
            {icon("caution")}
            <div>
                <p>
                    <b>{words::data::unusable_records(records.len())} " "</b>
                    {words::data::kept_as_found()}
                </p>
                <ul role="list">{rows.collect_view()}</ul>
                {all}
            </div>
        </div>
    }
    .into_any()
}

/// Asks once more before everything goes.
fn ask(keeping: Keeping, open: RwSignal<bool>) -> AnyView {
    let failed = RwSignal::new(None::<String>);
    let count = keeping.read_untracked(|notebook| notebook.len());
    let erases = if untrack(|| keeping.is_locked()) {
        words::data::erases_locked().to_owned()
    } else {
        words::data::erases(count)
    };
    let site = crate::state::use_site();
    let erase = move || {
        #[cfg(not(feature = "ssr"))]
        wasm_bindgen_futures::spawn_local(async move {
            match crate::state::erase(keeping, site.file("")).await {
                Ok((0, true)) => page::start_again(&site.file("settings/?erased")),
                Ok((0, false)) => drop(failed.try_set(Some(words::data::copies_left().to_owned()))),
                Ok((left, _)) => drop(failed.try_set(Some(words::data::records_left(left)))),
                Err(error) => drop(failed.try_set(Some(error.to_string()))),
            }
        });
        #[cfg(feature = "ssr")]
        let _ = (keeping, site, failed);
    };
    view! {
        <p class="dialog-text">{erases}</p>
        <p class="dialog-text">{words::data::does_not_erase()}</p>
        {problem(failed)}
        <div class="dialog-acts">
            {button("btn-quiet danger", Some("trash"), words::data::erase_everything(), erase)}
            {button("btn", None, words::data::keep_them(), move || open.set(false))}
        </div>
    }
    .into_any()
}
