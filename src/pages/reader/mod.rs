//! The reader: an article with everything a reader can do to it.

mod embedded;
mod finding;
mod keyboard;
mod layers;
mod listening;
mod margin;
mod marks;
mod notices;
mod overview;
mod passage;
mod passages;
mod picking;
mod player_dock;
mod resizing;
mod tools;
mod tracking;
mod turns;

pub(super) use self::embedded::{embedded, is_asked as is_embedded};
pub(super) use self::passage::asks_for_passage;
pub(crate) use self::passages::Passages;
pub(super) use self::passages::passages;
pub(super) use self::tools::{Bench, Place, tools};

use self::marks::Marks;
use self::tools::Asked;
use self::tracking::Tracking;
use crate::annotation::{ArticleText, TextRange};
use crate::article::{Article, Meta};
use crate::components::arrival::arrive;
use crate::components::article::{BackMatter, Contents, GlossaryIds, Reading, article_note, blocks};
use crate::components::attention_line::attention_line;
use crate::components::button::button;
use crate::components::frame::{Brand, Current, Footer, Navigation, NotKept, QuickExit, SkipLink};
use crate::components::icon::icon;
use crate::components::passphrase::ask_to_unlock;
use crate::components::sentence::sentence;
use crate::components::sharing::{Sharing, Subject};
use crate::components::shortcuts_dialog::shortcuts_button;
use crate::components::sign::sign;
use crate::head;
use crate::library;
use crate::link::Route;
use crate::pages::later::{self, later};
use crate::pages::not_found::NotFound;
use crate::platform::clock;
use crate::state::{effect, use_keeping, use_places, use_site};
use crate::words::{self, HOLES};
use leptos::prelude::*;

/// The page of an article.
#[component]
pub(crate) fn Reader(slug: String) -> impl IntoView {
    match library::meta(&slug).zip(later::article(&slug)) {
        Some((meta, _)) if is_embedded() => later(move |later| (later.embedded)(meta)),
        Some((meta, article)) => view! { <Opened meta article /> }.into_any(),
        None => view! { <NotFound /> }.into_any(),
    }
}

#[component]
fn Opened(meta: &'static Meta, article: Article) -> impl IntoView {
    let site = use_site();
    let text = StoredValue::new(ArticleText::new(article.text()));
    let glossary_ids = article.glossary.iter().map(|entry| entry.id.clone()).collect();
    provide_context(GlossaryIds(StoredValue::new(glossary_ids)));
    let leaves: Vec<TextRange> =
        article.leaves().into_iter().filter_map(|leaf| TextRange::new(leaf.start, leaf.end)).collect();
    let sharing = Sharing::new(meta, text);
    let marks = Marks::new(meta, text, leaves.clone(), sharing);
    let tracking = Tracking::new(meta);
    let reading = Reading {
        meta,
        site,
        painted: marks.painted(),
        bookmarked: marks.bookmarked(),
        sharing,
        current: tracking.current(),
    };
    let bench = Bench::new(meta, text, leaves, marks, tracking, sharing);
    let tools = move |place| later(move |later| (later.tools)(place, bench));
    let ask = move |what| move |_| bench.asked.set(Some(what));
    let title = head::document_title(&meta.title);
    let missing = RwSignal::new(None::<notices::Missing>);
    effect(move || {
        tracking.begin();
        arrive(&title, move || passage::arrive(site, marks, missing));
    });

    let Article { blocks: body, footnotes, glossary, discussion, .. } = article;
    view! {
        <div class="page page-reader">
            <SkipLink />
            <header class="site">
                <Brand />
                <Navigation current=Current::None />
                <div class="bar" role="group" aria-label=words::reader::reading_tools()>
                    <a class="bar-contents" href="#contents">
                        {icon("contents")}
                        <span>{words::reader::contents()}</span>
                    </a>
                    <button
                        type="button"
                        class="needs-app"
                        aria-label=words::finding::find_in_article()
                        on:click=ask(Asked::Find)
                    >
                        {icon("find")}
                        <span>{words::finding::find()}</span>
                    </button>
                    <button
                        type="button"
                        class="needs-app bar-listen"
                        aria-label=words::listening::listen()
                        aria-expanded=move || if bench.listening.get() { "true" } else { "false" }
                        on:click=ask(Asked::Listen)
                    >
                        {icon("listen")}
                        <span>{words::listening::listen()}</span>
                    </button>
                    <button
                        type="button"
                        class="needs-app"
                        aria-label=words::reader::reading_settings()
                        aria-haspopup="dialog"
                        on:click=ask(Asked::Settings)
                    >
                        {icon("type")}
                        <span>{words::reader::settings()}</span>
                    </button>
                    <QuickExit />
                    {tracking.progress_line()}
                </div>
            </header>
            {tools(Place::Bar)}
            <NotKept />
            {move || notices::missing(missing, reading)}
            <div class="reader">
                <Contents reading>
                    <Foot meta tracking marks sharing />
                </Contents>
                <main id="main">
                    <article
                        id="article"
                        tabindex="-1"
                        lang=meta.language.clone()
                        on:click=move |event| marks.open_from(&event)
                        on:keydown=move |event| marks.open_by_key(&event)
                    >
                        <Opening meta marks />
                        <noscript>
                            <p class="needs-script" lang=words::lang_within(&meta.language)>
                                {words::reader::needs_script()}
                            </p>
                        </noscript>
                        {blocks(body, reading)}
                        {article_note(reading)}
                        <BackMatter reading footnotes glossary discussion />
                    </article>
                    {tools(Place::Text)}
                </main>
                {tools(Place::Margin)}
            </div>
            <Footer />
            {tools(Place::Over)}
        </div>
    }
}

/// The head of the article, with the way back to where the reader stopped.
#[component]
fn Opening(meta: &'static Meta, marks: Marks) -> impl IntoView {
    let places = use_places();
    let within = words::lang_within(&meta.language);
    let topics = meta.topics.iter().enumerate().map(|(index, topic)| {
        view! { {(index > 0).then(|| view! { <span aria-hidden="true">" · "</span> }.into_any())} {topic.clone()} }
            .into_any()
    });
    // Where the reader stopped last time, not where they are now.
    let stopped = places.get_untracked(&meta.slug).filter(|place| !place.finished() && place.progress > 0);
    let stopped = stopped.and_then(|place| {
        let section = place.section(meta)?;
        let number = meta.chapter_of(section).map(|chapter| chapter.number.as_str()).unwrap_or_default();
        let line = words::reader::you_stopped(&clock::relative_day(place.at), number, HOLES[0]);
        let there = view! {
            <a
                href=format!("#{}", section.id)
                lang=words::lang_of(&meta.language)
                on:click=move |event| {
                    event.prevent_default();
                    passage::show_position(place.position);
                }
            >
                {section.title.clone()}
            </a>
        };
        let line = sentence(&line, [there.into_any()]);
        Some(
            view! {
                <p class="resume" lang=within>
                    {line}
                </p>
            }
            .into_any(),
        )
    });
    let keeping = use_keeping();
    let locked = move || {
        let line = || {
            let line = sentence(&words::reader::notebook_locked(HOLES[0]), [ask_to_unlock()]);
            view! {
                <p class="resume" lang=within>
                    {line}
                </p>
            }
        };
        keeping.is_locked().then(|| line().into_any())
    };
    let date = view! { <time datetime=meta.updated.iso()>{words::date(meta.updated)}</time> };
    let revised = sentence(&words::reader::revised(HOLES[0]), [date.into_any()]);
    view! {
        <header class="title">
            <p class="topics">{topics.collect_view()}</p>
            <h1 tabindex="-1">{meta.title.clone()}</h1>
            <p class="standfirst">{meta.subtitle.clone()}</p>
            <p class="byline">
                <span>{meta.byline.clone()}</span>
                <span lang=within>{words::reader::minutes(meta.minutes as usize)}</span>
                <span lang=within>{revised}</span>
            </p>
            {stopped}
            {move || locked()}
            {attention_line(marks.placed(), &meta.revision)}
        </header>
    }
}

/// The foot of the contents: how far, and how many marks.
#[component]
fn Foot(meta: &'static Meta, tracking: Tracking, marks: Marks, sharing: Sharing) -> impl IntoView {
    let site = use_site();
    let progress = move || {
        let place = tracking.place();
        let line = match place.minutes_left(meta) {
            0 => words::reader::read_to_end().to_owned(),
            minutes => words::reader::read_so_far(&place.percent().to_string(), minutes as usize),
        };
        view! {
            {sign(place.progress)}
            <span>{line}</span>
        }
        .into_any()
    };
    let marked = move || {
        let (marks, notes) = marks.counts();
        (marks + notes > 0).then(|| {
            view! {
                <p class="contents-foot">
                    <a href=site.href(&Route::Notebook)>{words::reader::marked_here(marks, notes)}</a>
                </p>
            }
            .into_any()
        })
    };
    view! {
        <p class="contents-foot needs-app">{move || progress()}</p>
        {move || marked()}
        <p class="contents-foot needs-app" role="group" aria-label=words::reader::this_article()>
            {button("text-btn", None, words::reader::share(), move || sharing.shared.set(Some(Subject::default())))}
            {button("text-btn", None, words::reader::cite(), move || sharing.cited.set(Some(Subject::default())))}
        </p>
        <p class="contents-foot contents-keys">{shortcuts_button()}</p>
    }
}
