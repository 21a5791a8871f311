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
            <p class="pane-why">
                "Everything you mark or write is kept in this browser, on this device, and nowhere else. Clearing the \
                 browser’s data clears it too."
            </p>
            {week()}
            {move || unlocked()}
            <p class="erase needs-app">
                {button("text-btn danger", None, "Erase everything", move || erasing.set(true))}
            </p>
            {sheet(erasing, "Erase everything?", Box::new(move || ask(keeping, erasing)))}
        </div>
    }
    .into_any()
}

/// What there is can't be seen, and not be exported.
fn locked() -> AnyView {
    view! {
        <p class="notice" role="note">
            {icon("info")}
            <span>
                "The notebook is locked. Unlock it to see what is kept, to export and to import. " {unlock_button()}
            </span>
        </p>
    }
    .into_any()
}

/// After everything was erased this page begins again, and says so.
fn erased() -> Option<AnyView> {
    #[cfg(not(feature = "ssr"))]
    if history::query() == "?erased" {
        const WORDS: &str = "Everything of Closely’s was erased from this browser.";
        let status = use_status();
        // Said once the page stands: a region that comes with its words is not read out.
        crate::platform::timer::next_frame(move || status.murmur(WORDS));
        return Some(
            view! {
                <p class="notice" role="note">
                    {icon("check")}
                    <span>{WORDS} " Your browser’s history and files that you exported are still there."</span>
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
                    <span>
                        "Safari deletes what websites keep after seven days of use without a visit. Add Closely to your \
                         Home Screen or Dock, or export your notes now and then."
                    </span>
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
                <dd>{move || count(kind)}</dd>
            </div>
        }
        .into_any()
    };
    let kinds = [KindFilter::Highlights, KindFilter::Notes, KindFilter::Reflections, KindFilter::Bookmarks];
    let room = move || {
        keeping.read(|_| ());
        room().unwrap_or_else(|| "nothing can be kept".to_owned())
    };
    let exported = move || {
        exporting.track();
        backup(keeping).exported.map_or_else(|| "never".to_owned(), clock::short)
    };
    view! {
        <dl class="ledger needs-app">
            {kinds.map(row).into_iter().collect_view()}
            <div class="sum">
                <dt>"Room taken"</dt>
                <dd>{move || room()}</dd>
            </div>
            <div>
                <dt>"Everything last exported"</dt>
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
                Some(true) => "The browser promised to keep your notes.",
                _ => "The browser did not promise it. It may later, when you visit often or install Closely.",
            });
        });
        #[cfg(feature = "ssr")]
        let _ = (promised, status);
    };
    let row = move || {
        promised.get().map(|promised| {
            let answer = match promised {
                true => view! { <dd>"yes, until you clear its data"</dd> }.into_any(),
                false => view! { <dd>"no " {button("text-btn", None, "Ask it to", ask)}</dd> }.into_any(),
            };
            view! { <div><dt>"Promised to be kept by the browser"</dt> {answer}</div> }.into_any()
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
            <span>"Remind me in the notebook when notes are in no exported file for two weeks"</span>
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
                    "Download the record"
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
        button("text-btn", None, "Download them all", save)
    });
    view! {
        <div class="trouble">
            {icon("caution")}
            <div>
                <p>
                    <b>
                        {match records.len() {
                            1 => "One record could not be used. ".to_owned(),
                            count => format!("{count} records could not be used. "),
                        }}
                    </b>
                    "They are kept exactly as they were found; nothing else is affected."
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
    let notes = match count {
        _ if untrack(|| keeping.is_locked()) => "the locked notebook, its passphrase and your settings".to_owned(),
        0 => "your settings and places in articles".to_owned(),
        1 => "1 mark or note, your settings and places in articles".to_owned(),
        count => format!("{count} marks and notes, your settings and places in articles"),
    };
    let words = format!(
        "This removes {notes}, and the copies that make Closely work without a connection. It can’t be undone. To \
         keep your notes elsewhere, export them first."
    );
    let site = crate::state::use_site();
    let erase = move || {
        #[cfg(not(feature = "ssr"))]
        wasm_bindgen_futures::spawn_local(async move {
            match crate::state::erase(keeping, site.file("")).await {
                Ok((0, true)) => page::start_again(&site.file("settings/?erased")),
                Ok((0, false)) => drop(failed.try_set(Some(
                    "Your notes are erased. Copies of the articles are still there: clear this site in the browser’s settings."
                        .to_owned(),
                ))),
                Ok((left, _)) => drop(failed.try_set(Some(format!(
                    "{left} records are still there. Close other tabs of Closely, reload this page, then try again."
                )))),
                Err(error) => drop(failed.try_set(Some(error.to_string()))),
            }
        });
        #[cfg(feature = "ssr")]
        let _ = (keeping, site, failed);
    };
    view! {
        <p class="dialog-text">{words}</p>
        <p class="dialog-text">
            "It can’t erase your browser’s history, files that you exported, or what is on other devices."
        </p>
        {problem(failed)}
        <div class="dialog-acts">
            {button("btn-quiet danger", Some("trash"), "Erase everything", erase)}
            {button("btn", None, "Keep them", move || open.set(false))}
        </div>
    }
    .into_any()
}
