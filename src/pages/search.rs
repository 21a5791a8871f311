//! Search: the library and the reader's notes at once, while typing. Every hit opens at its words.

use crate::components::frame::{Current, Frame};
use crate::components::icon::icon;
use crate::library;
use crate::link::{Route, encode, query_value};
use crate::platform::history;
use crate::platform::timer::Timer;
use crate::search::{Found, FoundNote, Hit, Notes, Piece, Results, Shelf, search_everywhere};
use crate::state::{Arrival, Site, effect, use_keeping, use_site, use_status};
use crate::words;
use leptos::prelude::*;
use std::time::Duration;

/// How long typing rests before the address and the count are told: both are for later, and for ears.
const REST: Duration = Duration::from_millis(700);

/// The page.
#[component]
pub(crate) fn Search() -> impl IntoView {
    let site = use_site();
    let status = use_status();
    let keeping = use_keeping();
    let typed = RwSignal::new(String::new());
    // The address says what is asked, at first and when the reader comes back to it.
    effect(move || typed.set(query_value(&site.query(), "q").unwrap_or_default()));
    // Made ready when the first letter is typed; the notes again when they change.
    let shelf = StoredValue::new(None::<Shelf>);
    let notes = Memo::new(move |_| keeping.read(|notebook| Notes::new(notebook.annotations())));
    let found = Memo::new(move |_| {
        if typed.with(|typed| typed.trim().is_empty()) {
            return Results::default();
        }
        shelf.update_value(|shelf| {
            shelf.get_or_insert_with(|| {
                Shelf::new(library::catalogue().iter().filter_map(|meta| library::article(&meta.slug)))
            });
        });
        shelf.with_value(|shelf| match shelf {
            Some(shelf) => notes.with(|notes| typed.with(|typed| search_everywhere(shelf, notes, typed))),
            None => Results::default(),
        })
    });
    let summary = move || match typed.with(|typed| typed.trim().is_empty()) {
        true => String::new(),
        false => found.with(summary),
    };
    let href = move || site.href(&Route::Search { query: typed.get().trim().to_owned() });
    let rest = StoredValue::new_local(None::<Timer>);
    effect(move || {
        let said = summary();
        let href = href();
        rest.set_value(Timer::after(REST, move || {
            // One entry of the history, however much is typed.
            history::rewrite(&href);
            if !said.is_empty() {
                status.murmur(said);
            }
        }));
    });
    let results = move || {
        found.with(|found| {
            shelf.with_value(|shelf| shelf.as_ref().map(|shelf| self::results(found, shelf, site))).into_any()
        })
    };
    view! {
        <Frame title=words::search::title() current=Current::Search>
            <main id="main" class="plain search">
                <h1 tabindex="-1">{words::search::title()}</h1>
                <form role="search" class="search-form" on:submit=|event| event.prevent_default()>
                    <label class="field-label" for="query">
                        {words::search::search_library()}
                    </label>
                    <div class="with-i">
                        {icon("find")}
                        <input
                            class="field"
                            id="query"
                            name="q"
                            type="search"
                            autocomplete="off"
                            enterkeyhint="search"
                            aria-describedby="query-hint"
                            prop:value=move || typed.get()
                            on:input:target=move |event| typed.set(event.target().value())
                        />
                    </div>
                    <p class="search-hint" id="query-hint">
                        {words::search::hint()}
                    </p>
                </form>
                <p class="search-count" aria-hidden="true">
                    {summary}
                </p>
                <noscript>
                    <p class="needs-script">{words::search::needs_script()}</p>
                </noscript>
                // Who follows a hit at once comes back to what was asked.
                <div class="results" on:click=move |_| history::rewrite(&untrack(href))>
                    {results}
                </div>
            </main>
        </Frame>
    }
}

/// What was found, in a sentence.
fn summary(results: &Results) -> String {
    let count = results.count();
    match &results.instead {
        Some(near) if count > 0 => words::search::results_instead(count, near),
        _ => words::search::results(count),
    }
}

fn results(results: &Results, shelf: &Shelf, site: Site) -> AnyView {
    let notes = (!results.notes.is_empty()).then(|| {
        let entries: Vec<AnyView> = results.notes.iter().filter_map(|note| self::note(note, site)).collect();
        view! {
            <section class="result">
                <h2>
                    {words::search::your_notes()}
                    " "
                    <span class="count">{words::number(results.notes.len())}</span>
                </h2>
                <ul role="list">{entries}</ul>
            </section>
        }
        .into_any()
    });
    let articles: Vec<AnyView> = results.articles.iter().filter_map(|found| article(found, shelf, site)).collect();
    view! {
        {articles}
        {notes}
    }
    .into_any()
}

fn article(found: &Found, shelf: &Shelf, site: Site) -> Option<AnyView> {
    let meta = library::meta(&found.slug)?;
    let lang = words::lang_of(&meta.language);
    let hits: Vec<AnyView> = found
        .hits
        .iter()
        .map(|hit| {
            let section = meta.section(&hit.section);
            let chapter = section.and_then(|section| meta.chapter_of(section)).filter(|c| c.id != hit.section);
            let follow = following(site, hit.range.map(Arrival::Passage));
            view! {
                <li>
                    <a href=place(hit, &found.slug, shelf, site) on:click=follow>
                        <span class="hit-section">
                            {chapter.map(|chapter| format!("{} · ", chapter.title))} {pieces(&hit.title)}
                        </span>
                        <span class="hit-text">{pieces(&hit.snippet)}</span>
                    </a>
                </li>
            }
            .into_any()
        })
        .collect();
    let more = (found.more > 0).then(|| words::search::more_sections(found.more));
    Some(
        view! {
            <section class="result">
                <h2>
                    <a href=site.href(&Route::article(&meta.slug)) lang=lang.clone()>
                        {pieces(&found.title)}
                    </a>
                    " "
                    <span class="count">{words::number(found.count)}</span>
                </h2>
                <ul role="list" lang=lang>
                    {hits}
                </ul>
                {more.map(|more| view! { <p class="more">{more}</p> }.into_any())}
            </section>
        }
        .into_any(),
    )
}

/// The address of a hit: its words, or the section where no directive names them and nothing else.
fn place(hit: &Hit, slug: &str, shelf: &Shelf, site: Site) -> String {
    match hit.range.and_then(|range| shelf.directive(slug, range)) {
        Some(directive) => {
            let article = site.href(&Route::article(slug));
            format!("{article}?text={}#{}", encode(&directive.to_string()), encode(&hit.section))
        }
        None if hit.section.is_empty() => site.href(&Route::article(slug)),
        None => site.href(&Route::section(slug, &hit.section)),
    }
}

fn note(note: &FoundNote, site: Site) -> Option<AnyView> {
    let meta = library::meta(&note.article)?;
    let section = meta.section(&note.section);
    let href = match section {
        Some(section) => site.href(&Route::section(&meta.slug, &section.id)),
        None => site.href(&Route::article(&meta.slug)),
    };
    let place = match section {
        Some(section) => format!("{} · {}", meta.title, section.title),
        None => meta.title.clone(),
    };
    let follow = following(site, Some(Arrival::Annotation(note.id.clone())));
    let lang = words::lang_of(&meta.language);
    let line = |class: &'static str, lang: Option<String>, text: &[Piece]| {
        (!text.is_empty()).then(|| view! { <span class=class lang=lang>{pieces(text)}</span> }.into_any())
    };
    Some(
        view! {
            <li>
                <a href=href on:click=follow>
                    <span class="hit-section" lang=lang.clone()>
                        {place}
                    </span>
                    {line("hit-text", lang, &note.quoted)}
                    {line("hit-note", None, &note.written)}
                </a>
            </li>
        }
        .into_any(),
    )
}

/// Says where a link leads that is followed in this tab; a new one goes by the address.
fn following(site: Site, arrival: Option<Arrival>) -> Box<dyn FnMut(web_sys::MouseEvent)> {
    Box::new(move |event| {
        if !(event.ctrl_key() || event.meta_key() || event.shift_key())
            && let Some(arrival) = arrival.clone()
        {
            site.head_for(arrival);
        }
    })
}

/// Words, with what was found in a frame.
fn pieces(pieces: &[Piece]) -> Vec<AnyView> {
    let piece = |piece: &Piece| match piece.marked {
        true => view! { <b class="hit">{piece.text.clone()}</b> }.into_any(),
        false => piece.text.clone().into_any(),
    };
    pieces.iter().map(piece).collect()
}
