//! For people who teach with an article: its sections' addresses, questions, words, how to cite it, what to hand out.

use crate::article::{Block, Meta, Section};
use crate::citation::{Format, Part, Source};
use crate::components::frame::{Current, Frame};
use crate::components::sentence::sentence;
use crate::components::sharing::cited;
use crate::head;
use crate::library;
use crate::link::{BOOK_OF_LIBRARY, Route, book_of_article};
use crate::pages::not_found::NotFound;
use crate::platform::{clock, history, worker};
use crate::state::{effect, use_site};
use crate::words::{self, HOLES};
use crate::worker::{Request, Response};
use leptos::prelude::*;

/// What the styles call the list at the end of a paper.
const LISTS: [&str; 3] = ["Reference list", "Works cited", "Bibliography"];

/// The page for educators of an article.
#[component]
pub(crate) fn Educators(slug: String) -> impl IntoView {
    match library::meta(&slug) {
        Some(meta) => about(meta),
        None => view! { <NotFound /> }.into_any(),
    }
}

fn about(meta: &'static Meta) -> AnyView {
    let site = use_site();
    let title = head::educators_title(meta);
    let article = library::article(&meta.slug);
    let prompts = article.as_ref().map(|article| prompts(&article.blocks)).unwrap_or_default();
    let (discussion, glossary) = article.map(|article| (article.discussion, article.glossary)).unwrap_or_default();
    let address = format!("{}{}", history::origin(), site.href(&Route::article(&meta.slug)));
    let frame = format!(
        "<iframe src=\"{address}?embed=1#{}\" title=\"{}\" width=\"100%\" height=\"640\"></iframe>",
        meta.sections.first().map(|section| section.id.as_str()).unwrap_or_default(),
        meta.title
    );
    let questions = discussion.into_iter().map(|question| view! { <li>{question}</li> }.into_any()).collect_view();
    let terms = glossary.into_iter().map(|entry| {
        view! {
            <dt>{entry.term}</dt>
            <dd>{entry.definition}</dd>
        }
        .into_any()
    });
    let sections = meta.sections.iter().enumerate();
    let sections = sections.map(|(index, section)| self::section(meta, section, index, &prompts)).collect_view();
    let books = [
        (book_of_article(&meta.slug), words::educators::book_of_article()),
        (BOOK_OF_LIBRARY.to_owned(), words::educators::book_of_library()),
    ];
    let books = books.map(|(file, name)| {
        view! {
            <li>
                <a href=site.file(&file) download="" rel="external">
                    {name}
                </a>
            </li>
        }
        .into_any()
    });
    let (words, minutes) = (meta.words as usize, meta.minutes as usize);
    let read =
        view! { <a href=site.href(&Route::article(&meta.slug))>{words::educators::read_article()}</a> }.into_any();
    let lang = || words::lang_of(&meta.language);
    let content = view! {
        <main id="main" class="plain prose educators">
            <h1 tabindex="-1">{title.clone()}</h1>
            <p class="lede" lang=lang()>{meta.summary.clone()}</p>
            <p class="amount">{sentence(&words::educators::amount(words, minutes, HOLES[0]), [read])}</p>
            {part(
                "sections-heading",
                words::educators::sections(),
                view! { <ul role="list" lang=lang()>{sections}</ul> }.into_any(),
            )}
            {part(
                "class-heading",
                words::educators::class_questions(),
                view! { <ol role="list" lang=lang()>{questions}</ol> }.into_any(),
            )}
            {part(
                "words-heading",
                words::educators::glossary(),
                view! { <dl lang=lang()>{terms.collect_view()}</dl> }.into_any(),
            )}
            {part("cite-heading", words::educators::how_to_cite(), citations(meta, address))}
            {part(
                "handout-heading",
                words::educators::to_hand_out(),
                view! {
                    <p>{words::educators::hand_out_note()}</p>
                    <ul role="list">{books.into_iter().collect_view()}</ul>
                }
                .into_any(),
            )}
            {part(
                "course-heading",
                words::educators::in_course(),
                view! {
                    <p>{words::educators::in_course_note()}</p>
                    <pre tabindex="0"><code>{frame}</code></pre>
                }
                .into_any(),
            )}
        </main>
    };
    view! { <Frame title=title current=Current::None>{content.into_any()}</Frame> }.into_any()
}

/// The article in the styles that teachers ask for; in one line until the worker has answered.
fn citations(meta: &'static Meta, address: String) -> AnyView {
    let line = format!("{} ({}). {}. Closely. {address}", meta.byline, meta.updated.year, meta.title);
    let written = RwSignal::new(None::<Vec<Vec<Part>>>);
    effect(move || {
        let source = Source::of_article(meta, address.clone(), clock::today());
        let text = library::article(&meta.slug).map(|article| article.text()).unwrap_or_default();
        wasm_bindgen_futures::spawn_local(async move {
            // Without an answer the line stays.
            if let Ok(Response::Citations(all)) = worker::ask(&Request::Cite(source, text)).await {
                let _ = written.try_set(Some(all));
            }
        });
    });
    let content = move || match written.get() {
        None => view! { <p>{line.clone()}</p> }.into_any(),
        Some(all) => Format::ALL.into_iter().zip(all).filter_map(style).collect_view().into_any(),
    };
    view! { <div class="cited">{content}</div> }.into_any()
}

/// What stands in a list of works; nothing for what has none.
fn style((format, parts): (Format, Vec<Part>)) -> Option<AnyView> {
    let entry = parts.into_iter().find(|part| LISTS.contains(&part.label.as_str()))?;
    Some(
        view! {
            <h3>{format.name()}</h3>
            {cited(entry)}
        }
        .into_any(),
    )
}

fn part(id: &'static str, title: &'static str, content: AnyView) -> AnyView {
    view! {
        <section aria-labelledby=id>
            <h2 id=id>{title}</h2>
            {content}
        </section>
    }
    .into_any()
}

/// A section with its address and the questions that it asks.
fn section(meta: &'static Meta, section: &'static Section, index: usize, prompts: &[(usize, String)]) -> AnyView {
    let href = use_site().href(&Route::section(&meta.slug, &section.id));
    let address = format!("{}{href}", history::origin());
    let asked = prompts.iter().filter(|(of, _)| *of == index);
    let asked: Vec<_> = asked.map(|(_, question)| view! { <li>{question.clone()}</li> }.into_any()).collect();
    let asked = (!asked.is_empty()).then(|| view! { <ul>{asked.collect_view()}</ul> }.into_any());
    view! {
        <li class=(section.level > 2).then_some("sub")>
            <a href=href>{format!("{} {}", section.number, section.title).trim().to_owned()}</a>
            <code class="address">{address}</code>
            {asked}
        </li>
    }
    .into_any()
}

/// The author's questions to the reader, with the index of the section that each belongs to.
fn prompts(blocks: &[Block]) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Prompts { prompts, .. } => {
                found.extend(prompts.iter().map(|prompt| (prompt.section as usize, prompt.question.clone())));
            }
            Block::Quote(inner) | Block::Callout { blocks: inner, .. } => found.extend(self::prompts(inner)),
            Block::List { items, .. } => items.iter().for_each(|item| found.extend(self::prompts(item))),
            _ => {}
        }
    }
    found
}
