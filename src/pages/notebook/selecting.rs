//! Choosing several entries, and changing them in one step.

use super::board::Board;
use crate::annotation::Colour;
use crate::components::button::button;
use crate::components::deleting;
use crate::notebook::Change;
use crate::platform::{dom, focus, timer};
use crate::words;
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
            {words::notebook::select()}
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
    board.status.murmur(words::notebook::selected(board.chosen.with_untracked(|chosen| chosen.len())));
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
                aria-label=words::notebook::give_colour(colour.label())
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
            board.status.say(words::notebook::write_tag_first());
            if let Some(field) = dom::by_id("batch-tag") {
                focus::focus(&field);
            }
        } else {
            apply(board, &change(tag));
        }
    };
    view! {
        <div class="nb-batch" role="group" aria-label=words::notebook::selected_entries()>
            <p class="nb-count">{move || words::notebook::selected(count.get())}</p>
            <button type="button" class="text-btn" on:click=choose_all>
                {move || words::notebook::select_all(all.get())}
            </button>
            <div class="nb-swatches">{swatches.into_iter().collect_view()}</div>
            <div class="nb-tag">
                <label class="vh" for="batch-tag">
                    {words::notebook::tag_for_selected()}
                </label>
                <input
                    class="field"
                    id="batch-tag"
                    type="text"
                    autocomplete="off"
                    placeholder=words::notebook::tag()
                    prop:value=move || tag.get()
                    on:input:target=move |event| tag.set(event.target().value())
                />
                {button("text-btn", None, words::notebook::add_tag(), move || tagged(Change::AddTag))}
                {button("text-btn", None, words::notebook::remove_tag(), move || tagged(Change::RemoveTag))}
            </div>
            {button(
                "text-btn danger",
                None,
                words::notebook::delete_selected(),
                move || apply(board, &Change::Delete),
            )}
        </div>
    }
    .into_any()
}

/// Changes the chosen entries, says so, and offers to undo it.
fn apply(board: Board, change: &Change) {
    let ids: Vec<String> = board.chosen.with_untracked(|chosen| chosen.iter().cloned().collect());
    if ids.is_empty() {
        board.status.say(words::notebook::select_first());
        return;
    }
    let report = board.keeping.change(&ids, change);
    let done = match change {
        Change::Colour(colour) => words::notebook::made_colour(report.changed, colour.label()),
        Change::AddTag(tag) => words::notebook::tagged(report.changed, tag),
        Change::RemoveTag(tag) => words::notebook::untagged(tag, report.changed),
        Change::Delete => words::notebook::deleted(report.changed),
    };
    deleting::say(board.keeping, board.status, &done, report);
    if *change == Change::Delete {
        timer::next_frame(focus::focus_heading);
    }
}
