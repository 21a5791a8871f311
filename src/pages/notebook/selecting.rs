//! Choosing several entries, and changing them in one step.

use super::board::Board;
use crate::annotation::Colour;
use crate::components::button::button;
use crate::components::deleting;
use crate::notebook::Change;
use crate::platform::{dom, focus, timer};
use leptos::prelude::*;

/// The button that begins and ends choosing.
pub(super) fn toggle(board: Board) -> AnyView {
    let press = move |_| {
        board.selecting.update(|selecting| *selecting = !*selecting);
        board.chosen.update(|chosen| chosen.clear());
    };
    view! {
        <button
            type="button"
            class="btn-quiet"
            aria-pressed=move || if board.selecting.get() { "true" } else { "false" }
            on:click=press
        >
            "Select"
        </button>
    }
    .into_any()
}

/// The box before an entry.
pub(super) fn box_of(board: Board, id: StoredValue<String>, name: String) -> AnyView {
    let checked = move || id.with_value(|id| board.chosen.with(|chosen| chosen.contains(id)));
    let change = move |_| {
        board.chosen.update(|chosen| {
            let id = id.get_value();
            if !chosen.remove(&id) {
                chosen.insert(id);
            }
        });
        say(board);
    };
    view! {
        <label class="entry-pick">
            <input type="checkbox" aria-label=name prop:checked=checked on:change=change />
        </label>
    }
    .into_any()
}

fn say(board: Board) {
    board.status.murmur(format!("{} selected", board.chosen.with_untracked(|chosen| chosen.len())));
}

/// What can be done with the chosen entries.
pub(super) fn bar(board: Board) -> AnyView {
    view! { {move || board.selecting.get().then(|| controls(board))} }.into_any()
}

fn controls(board: Board) -> AnyView {
    let count = Memo::new(move |_| board.chosen.with(|chosen| chosen.len()));
    let all = Memo::new(move |_| board.listing.with(|listing| listing.ids().count()));
    let choose_all = move |_| {
        board.chosen.set(board.listing.with_untracked(|listing| listing.ids().cloned().collect()));
        say(board);
    };
    let swatches = Colour::ALL.map(|colour| {
        let press = move |_| apply(board, &Change::Colour(colour));
        view! {
            <button
                type="button"
                class="sw"
                data-colour=colour.name()
                aria-label=format!("Colour {}", colour.name())
                disabled=move || count.get() == 0
                on:click=press
            >
                <span>"\u{a0}a\u{a0}"</span>
            </button>
        }
        .into_any()
    });
    let tag = RwSignal::new(String::new());
    let tagged = move |change: fn(String) -> Change| {
        let tag = tag.get_untracked().trim().trim_start_matches('#').trim().to_owned();
        if tag.is_empty() {
            board.status.say("Write the tag first.");
            if let Some(field) = dom::by_id("batch-tag") {
                focus::focus(&field);
            }
        } else {
            apply(board, &change(tag));
        }
    };
    view! {
        <div class="nb-batch" role="group" aria-label="Selected entries">
            <p class="nb-count">{move || format!("{} selected", count.get())}</p>
            <button type="button" class="text-btn" on:click=choose_all>
                {move || format!("Select all {}", all.get())}
            </button>
            <div class="nb-swatches">{swatches.into_iter().collect_view()}</div>
            <div class="nb-tag">
                <label class="vh" for="batch-tag">
                    "Tag for the selected entries"
                </label>
                <input
                    class="field"
                    id="batch-tag"
                    autocomplete="off"
                    placeholder="Tag"
                    prop:value=move || tag.get()
                    on:input:target=move |event| tag.set(event.target().value())
                />
                {button("text-btn", None, "Add tag", move || tagged(Change::AddTag))}
                {button("text-btn", None, "Remove tag", move || tagged(Change::RemoveTag))}
            </div>
            {button("text-btn danger", None, "Delete selected", move || apply(board, &Change::Delete))}
        </div>
    }
    .into_any()
}

/// Changes the chosen entries, says so, and offers to undo it.
fn apply(board: Board, change: &Change) {
    let ids: Vec<String> = board.chosen.with_untracked(|chosen| chosen.iter().cloned().collect());
    if ids.is_empty() {
        board.status.say("Select entries first, with the boxes beside them.");
        return;
    }
    let report = board.keeping.change(&ids, change);
    let entries = if report.changed == 1 { "1 entry".to_owned() } else { format!("{} entries", report.changed) };
    let words = match change {
        Change::Colour(colour) => format!("{entries} made {}", colour.name()),
        Change::AddTag(tag) => format!("{entries} tagged “{tag}”"),
        Change::RemoveTag(tag) => format!("Tag “{tag}” taken off {entries}"),
        Change::Delete => format!("{entries} deleted"),
    };
    deleting::say(board.keeping, board.status, &words, report);
    if *change == Change::Delete {
        timer::next_frame(focus::focus_heading);
    }
}
