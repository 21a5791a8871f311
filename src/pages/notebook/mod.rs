//! The notebook: everything the reader marked and wrote, to look through, change and go to.
//!
//! [`board`] holds what the parts share; what is listed, counted and changed is decided in `crate::notebook`.

mod board;
mod entry;
mod filters;
mod selecting;

use self::board::Board;
use crate::components::button::button;
use crate::components::deleting;
use crate::components::exchange::exchange;
use crate::components::frame::{Current, Frame};
use crate::components::icon::icon;
use crate::components::keyed::keyed;
use crate::components::passphrase::locked_card;
use crate::components::sign::sign;
use crate::library;
use crate::link::Route;
use crate::notebook::{Filter, KindFilter, Order, View};
use crate::platform::clock;
use crate::state::effect;
use crate::words;
use leptos::prelude::*;

/// The page.
#[component]
pub(crate) fn Notebook() -> impl IntoView {
    let board = Board::new();
    say_results(board);
    let empty = Memo::new(move |_| board.keeping.read(|notebook| notebook.is_empty()));
    let lede = move || words::notebook::lede(board.keeping.read(|notebook| notebook.len()));
    let body = move || {
        // The prerendered page knows nothing of this reader.
        if cfg!(feature = "ssr") {
            return ().into_any();
        }
        if board.keeping.is_locked() {
            return locked_card();
        }
        if empty.get() {
            return nothing_yet(board);
        }
        view! {
            {filters::filters(board)}
            <div class="entries">
                {tools(board)}
                {board.desk.view(board.view)}
                {entries(board)}
            </div>
        }
        .into_any()
    };
    let shown = Callback::new(move |()| {
        let mut ids = board.view.with_untracked(|view| board.desk.ids(board.keeping, &view.filter));
        board.listing.with_untracked(|listing| ids.extend(listing.ids().cloned()));
        ids
    });
    view! {
        <Frame title=words::notebook::title() current=Current::Notebook>
            <main id="main" class="notebook">
                <div class="nb-head">
                    <h1 tabindex="-1">{words::notebook::title()}</h1>
                    <p class="lede">{move || lede()}</p>
                    <noscript>
                        <p class="needs-script">{words::notebook::needs_script()}</p>
                    </noscript>
                    {move || (!board.keeping.is_locked()).then(|| exchange(shown))}
                </div>
                {move || body()}
            </main>
        </Frame>
    }
}

/// Says how many entries a filter shows.
fn say_results(board: Board) {
    let mut before = None;
    effect(move || {
        let count = board.listing.with(|listing| listing.counts.shown);
        let open = board.view.with_untracked(|view| view.filter.is_open());
        if before.replace(count).is_some_and(|before| before != count) && !open {
            board.status.murmur(words::notebook::results(count));
        }
    });
}

/// The row over the entries: what can be done with all of them.
fn tools(board: Board) -> AnyView {
    let keeping = board.keeping;
    let back = move || {
        keeping.last_done().map(|(number, done)| {
            let press = move |_| deleting::take_back(keeping, board.status, number);
            view! {
                <button type="button" class="btn-quiet" on:click=press>
                    {icon("undo")}
                    {words::notebook::take_back(&done)}
                </button>
            }
            .into_any()
        })
    };
    view! {
        <div class="nb-tools">
            {selecting::toggle(board)} {move || back()}
        </div>
        {selecting::bar(board)}
    }
    .into_any()
}

fn entries(board: Board) -> AnyView {
    let keys = move || board.shown.with(|shown| shown.iter().map(|group| group.key.clone()).collect::<Vec<_>>());
    let left = Memo::new(move |_| {
        let all = board.listing.with(|listing| listing.ids().count());
        let shown = board.view.with(|view| view.limit).min(all);
        (shown < all).then_some((shown, all))
    });
    let more = move || {
        left.get().map(|(shown, all)| {
            view! {
                <p class="nb-more">
                    <span>{words::notebook::shown_of(shown, all)}</span>
                    {button("btn-quiet", Some("down"), words::notebook::show_more(), move || board.show_more())}
                </p>
            }
            .into_any()
        })
    };
    // Without a filter nothing is missing: all there is stands on the desk.
    let open = move || board.view.with(|view| view.filter.is_open());
    let none = Memo::new(move |_| board.shown.with(Vec::is_empty) && !open());
    view! {
        {move || none.get().then(|| no_match(board))}
        {keyed(keys, move |key| group(board, key))}
        {move || more()}
    }
    .into_any()
}

/// Entries under one heading: an article, or a day.
fn group(board: Board, key: String) -> AnyView {
    let id = format!("part-{key}");
    let title = match board.view.with_untracked(|view| view.order) {
        Order::Date => view! { <span>{key.parse().map(clock::day_name).unwrap_or_default()}</span> }.into_any(),
        Order::Article => match library::meta(&key) {
            Some(meta) => view! {
                <a href=board.site.href(&Route::article(&meta.slug)) lang=words::lang_of(&meta.language)>
                    {meta.title.clone()}
                </a>
            }
            .into_any(),
            None => view! { <span>{words::notebook::gone_article(&key)}</span> }.into_any(),
        },
    };
    let mine = Memo::new(move |_| {
        let mine = board.shown.with(|shown| shown.iter().find(|group| group.key == key).cloned());
        mine.unwrap_or_default()
    });
    view! {
        <section aria-labelledby=id.clone()>
            <h2 id=id.clone()>
                {title} <span class="count">{move || words::number(mine.with(|mine| mine.count))}</span>
            </h2>
            <ul role="list">
                {keyed(move || mine.with(|mine| mine.ids.clone()), move |id| entry::entry(board, id))}
            </ul>
        </section>
    }
    .into_any()
}

/// Nothing was marked or written so far.
fn nothing_yet(board: Board) -> AnyView {
    view! {
        <div class="empty">
            {sign(0)} <h2>{words::notebook::nothing_yet_heading()}</h2>
            <p>{words::notebook::nothing_yet()}</p>
            <p class="acts">
                <a class="btn" href=board.site.href(&Route::Library)>
                    {words::notebook::open_library()}
                </a>
            </p>
            // What was deleted last can be brought back from an empty notebook too.
            {move || board.keeping.last_done().map(|_| tools(board))}
        </div>
    }
    .into_any()
}

/// Nothing is admitted by the filter: because there is no such thing yet, or because of the rest of the filter.
fn no_match(board: Board) -> AnyView {
    let view = board.view.get_untracked();
    let kind = view.filter.kind;
    let only_kind = Filter { kind, ..Filter::default() } == view.filter;
    let words = match kind {
        KindFilter::Bookmarks if only_kind => words::notebook::no_bookmarks(),
        KindFilter::Highlights if only_kind => words::notebook::no_highlights(),
        KindFilter::Notes if only_kind => words::notebook::no_notes(),
        KindFilter::Reflections if only_kind => words::notebook::no_reflections(),
        _ => words::notebook::no_match(),
    };
    view! {
        <div class="nothing">
            <p>{words}</p>
            {button(
                "text-btn",
                None,
                words::notebook::show_everything(),
                move || board.show(|view| *view = View { order: view.order, ..View::default() }),
            )}
        </div>
    }
    .into_any()
}
