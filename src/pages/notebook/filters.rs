//! What the reader looks for: words, article, kind, colour, tag; and the order of what is found.

use super::board::Board;
use crate::annotation::Colour;
use crate::components::icon::icon;
use crate::components::swatch::{meaning, swatch};
use crate::library;
use crate::notebook::{Counts, KindFilter, Order, PAGE, View};
use crate::platform::timer::{self, Timer};
use crate::words;
use leptos::prelude::*;
use std::time::Duration;

/// How long after the last key the words are looked for.
const PAUSE: Duration = Duration::from_millis(150);

/// How many entries are made ready to be searched in a frame.
const READY: usize = 250;

/// The controls.
pub(super) fn filters(board: Board) -> AnyView {
    let kinds = KindFilter::ALL.map(|each| kind(board, each));
    let colours = std::iter::once(None).chain(Colour::ALL.map(Some)).map(|each| colour(board, each));
    view! {
        <form
            class="filters"
            role="search"
            aria-label=words::notebook::filter()
            on:submit=|event| event.prevent_default()
        >
            {words(board)}
            <div class="f-more">
                {articles(board)}
                <fieldset>
                    <legend class="field-label">{words::notebook::kind()}</legend>
                    <div class="checks">{kinds.into_iter().collect_view()}</div>
                </fieldset>
                <fieldset>
                    <legend class="field-label">{words::notebook::colour()}</legend>
                    <div class="colours">{colours.collect_view()}</div>
                </fieldset>
                {tags(board)} {order(board)}
            </div>
        </form>
    }
    .into_any()
}

/// Changes what is shown, from its beginning.
fn change(board: Board, change: impl FnOnce(&mut View)) {
    board.show(|view| {
        view.limit = PAGE;
        change(view);
    });
}

/// How many entries a choice would show.
fn count(board: Board, of: impl Fn(&Counts) -> usize + Send + Sync + 'static) -> AnyView {
    let count = Memo::new(move |_| board.listing.with(|listing| of(&listing.counts)));
    view! { <b>{move || words::number(count.get())}</b> }.into_any()
}

fn words(board: Board) -> AnyView {
    let typed = StoredValue::new(String::new());
    let timer = StoredValue::new_local(None::<Timer>);
    let look = move || {
        let typed = typed.get_value();
        if board.view.with_untracked(|view| view.filter.words != typed) {
            change(board, |view| view.filter.words = typed);
        }
    };
    view! {
        <div class="f-search">
            <label class="field-label" for="notes-query">
                {words::notebook::search_notes()}
            </label>
            <div class="with-i">
                {icon("find")}
                <input
                    class="field"
                    id="notes-query"
                    type="search"
                    autocomplete="off"
                    placeholder=words::notebook::any_word()
                    prop:value=move || board.view.with(|view| view.filter.words.clone())
                    on:focus=move |_| make_ready(board, 0)
                    on:input:target=move |event| {
                        typed.set_value(event.target().value());
                        timer.set_value(Timer::after(PAUSE, look));
                    }
                />
            </div>
        </div>
    }
    .into_any()
}

/// Makes entries ready to be searched, some a frame: done all at once, the first word would be waited for.
fn make_ready(board: Board, from: usize) {
    let made = board.keeping.read_untracked(|notebook| {
        let entries = notebook.entries().skip(from).take(READY);
        let mut made = 0_usize;
        for entry in entries {
            entry.folded();
            made += 1;
        }
        made
    });
    if made > 0 {
        timer::next_frame(move || make_ready(board, from.saturating_add(READY)));
    }
}

/// A labelled list of choices. `chosen` is the value of one of them; the first stands for all.
fn select(
    id: &'static str,
    label: &'static str,
    options: Box<dyn Fn() -> Vec<(String, String)> + Send + Sync>,
    chosen: Box<dyn Fn(&View) -> String + Send + Sync>,
    choose: Box<dyn Fn(String)>,
    board: Board,
) -> AnyView {
    let options = Memo::new(move |_| options());
    let chosen = Memo::new(move |_| board.view.with(|view| chosen(view)));
    let list = move || {
        let rows = options.get().into_iter().map(|(value, words)| {
            let own = value.clone();
            view! { <option value=value prop:selected=move || chosen.with(|chosen| *chosen == own)>{words}</option> }
                .into_any()
        });
        rows.collect_view()
    };
    view! {
        <div>
            <label class="field-label" for=id>
                {label}
            </label>
            <select class="field" id=id on:change:target=move |event| choose(event.target().value())>
                {move || list()}
            </select>
        </div>
    }
    .into_any()
}

fn articles(board: Board) -> AnyView {
    let options = move || {
        let all = ("".to_owned(), words::notebook::all_articles().to_owned());
        let known = library::catalogue().iter().map(|meta| (meta.slug.clone(), meta.title.clone()));
        // Notes stay when their article leaves the library.
        let gone = board.listing.with(|listing| {
            let used = listing.counts.articles.keys().filter(|slug| library::meta(slug).is_none());
            used.map(|slug| (slug.clone(), slug.clone())).collect::<Vec<_>>()
        });
        std::iter::once(all).chain(known).chain(gone).collect()
    };
    let choose = move |slug: String| change(board, |view| view.filter.article = (!slug.is_empty()).then_some(slug));
    let chosen = |view: &View| view.filter.article.clone().unwrap_or_default();
    select("notes-article", words::notebook::article(), Box::new(options), Box::new(chosen), Box::new(choose), board)
}

/// The reader's labels, once there are any.
fn tags(board: Board) -> AnyView {
    let some = Memo::new(move |_| {
        let used = board.listing.with(|listing| !listing.counts.tags.is_empty());
        used || board.view.with(|view| view.filter.tag.is_some())
    });
    let control = move || {
        let options = move || {
            let asked = board.view.with(|view| view.filter.tag.clone());
            let mut options = vec![("".to_owned(), words::notebook::all_tags().to_owned())];
            board.listing.with(|listing| {
                let tags = &listing.counts.tags;
                let labelled = |tag: &String, count: usize| (tag.clone(), format!("{tag} ({})", words::number(count)));
                options.extend(tags.iter().map(|(tag, count)| labelled(tag, *count)));
                // An address may ask for one that is not used any more.
                options.extend(asked.filter(|tag| !tags.contains_key(tag)).map(|tag| (tag.clone(), tag)));
            });
            options
        };
        let choose = move |tag: String| change(board, |view| view.filter.tag = (!tag.is_empty()).then_some(tag));
        let chosen = |view: &View| view.filter.tag.clone().unwrap_or_default();
        select("notes-tag", words::notebook::tag(), Box::new(options), Box::new(chosen), Box::new(choose), board)
    };
    view! { {move || some.get().then(control)} }.into_any()
}

fn order(board: Board) -> AnyView {
    let options = || {
        let option = |value: &str, words: &str| (value.to_owned(), words.to_owned());
        vec![option("", words::notebook::by_article()), option("date", words::notebook::by_date())]
    };
    let choose = move |order: String| {
        change(board, |view| view.order = if order == "date" { Order::Date } else { Order::Article });
    };
    let chosen = |view: &View| if view.order == Order::Date { "date" } else { "" }.to_owned();
    select("notes-order", words::notebook::order(), Box::new(options), Box::new(chosen), Box::new(choose), board)
}

fn kind(board: Board, kind: KindFilter) -> AnyView {
    let of = move |counts: &Counts| counts.kinds.iter().find(|(each, _)| *each == kind).map_or(0, |(_, count)| *count);
    view! {
        <label>
            <input
                type="radio"
                name="kind"
                prop:checked=move || board.view.with(|view| view.filter.kind == kind)
                on:change=move |_| change(board, |view| view.filter.kind = kind)
            />
            <span>{kind.label()}</span>
            {count(board, of)}
        </label>
    }
    .into_any()
}

fn colour(board: Board, colour: Option<Colour>) -> AnyView {
    let of =
        move |counts: &Counts| counts.colours.iter().find(|(each, _)| *each == colour).map_or(0, |(_, count)| *count);
    let content = match colour {
        None => view! { <span>{words::notebook::all_colours()}</span> }.into_any(),
        Some(colour) => view! {
            {swatch(colour, "sw sw-m")}
            <span class="c-name">
                {meaning(colour)} <span class="vh">{format!(" ({})", colour.label())}</span>
            </span>
            {count(board, of)}
        }
        .into_any(),
    };
    view! {
        <label class=colour.is_none().then_some("all")>
            <input
                type="radio"
                name="colour"
                prop:checked=move || board.view.with(|view| view.filter.colour == colour)
                on:change=move |_| change(board, |view| view.filter.colour = colour)
            />
            {content}
        </label>
    }
    .into_any()
}
