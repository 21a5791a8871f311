//! The library: what each article is about, how long it takes, how far the reader got.

use crate::article::Meta;
use crate::components::frame::{Current, Frame};
use crate::components::icon::icon;
use crate::components::sentence::sentence;
use crate::components::sign::sign;
use crate::head;
use crate::library;
use crate::link::{BOOK_OF_LIBRARY, Route};
use crate::platform::clock;
use crate::reading::Place;
use crate::state::{Arrival, use_places, use_site};
use crate::words::{self, HOLES};
use leptos::prelude::*;

/// The page.
#[component]
pub(crate) fn Library() -> impl IntoView {
    let works = library::catalogue().iter().map(|meta| view! { <Work meta /> }.into_any()).collect_view();
    let book = use_site().file(BOOK_OF_LIBRARY);
    let book = view! { <a href=book download="" rel="external">{words::library::book_link()}</a> }.into_any();
    view! {
        <Frame title=words::library::title() current=Current::Library>
            <main id="main" class="shelf">
                <div class="shelf-head">
                    <h1 tabindex="-1">{words::library::title()}</h1>
                    <p class="lede">{head::library()}</p>
                </div>
                <ul class="works" role="list">
                    {works}
                </ul>
                <p class="shelf-book">{sentence(&words::library::book(HOLES[0]), [book])}</p>
            </main>
        </Frame>
    }
}

#[component]
fn Work(meta: &'static Meta) -> impl IntoView {
    let site = use_site();
    let places = use_places();
    let place = move || places.get(&meta.slug);
    let progress = move || match place() {
        None => (words::library::minutes(meta.minutes as usize), words::library::not_started().to_owned(), 0),
        Some(place) if place.finished() => (words::library::read().to_owned(), clock::short(place.at), 1000),
        Some(place) => {
            let left = words::library::minutes_left(place.minutes_left(meta) as usize);
            (words::library::percent(place.percent() as usize), left, place.progress)
        }
    };
    let language = words::lang_of(&meta.language);
    let side = move || {
        let (first, second, progress) = progress();
        view! {
            {sign(progress)}
            <p>
                <b>{first}</b>
                <span>{second}</span>
            </p>
        }
        .into_any()
    };
    view! {
        <li class="work">
            <div class="work-main" lang=language>
                <h2>
                    <a href=site.href(&Route::article(&meta.slug))>{meta.title.clone()}</a>
                </h2>
                <p class="work-sum">{meta.summary.clone()}</p>
                <p class="work-topics">
                    {meta.topics.iter().map(|topic| view! { <span>{topic.clone()}</span> }.into_any()).collect_view()}
                </p>
            </div>
            <div class="work-side">{move || side()}</div>
            {move || place().filter(|place| !place.finished()).map(|place| go_on(meta, place))}
        </li>
    }
}

/// Back to where the reader stopped: the section by its address, and in it the very place.
fn go_on(meta: &'static Meta, place: Place) -> Option<AnyView> {
    let site = use_site();
    let section = place.section(meta)?;
    let number = meta.chapter_of(section).map(|chapter| chapter.number.clone()).unwrap_or_default();
    let label = words::library::continue_at(&meta.title, &number, &section.title);
    Some(
        view! {
            <p class="work-go">
                <a
                    class="go"
                    href=site.href(&Route::section(&meta.slug, &section.id))
                    aria-label=label
                    on:click=move |_| site.head_for(Arrival::Position(place.position))
                >
                    {words::library::go_on()}
                    {icon("next")}
                </a>
                <span class="work-at" lang=words::lang_of(&meta.language)>
                    <span class="num">{number.clone()}</span>
                    {section.title.clone()}
                </span>
            </p>
        }
        .into_any(),
    )
}
