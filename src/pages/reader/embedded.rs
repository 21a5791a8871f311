//! One section alone, for a frame in a course page: its words, the licence, the way to the whole article.
//!
//! It never keeps anything: what a frame of another site stores is not the reader's notebook.

use crate::annotation::{ArticleText, Painted};
use crate::article::{Meta, excerpt};
use crate::components::article::{Reading, blocks};
use crate::components::sentence::sentence;
use crate::components::sharing::Sharing;
use crate::head;
use crate::library;
use crate::link::{Route, query_value};
use crate::platform::{dom, history, page, scroll, timer};
use crate::state::{effect, use_site};
use crate::words::{self, HOLES};
use leptos::prelude::*;

/// Whether the address asks for it (`?embed=1`).
pub(in crate::pages) fn is_asked() -> bool {
    query_value(&history::query(), "embed").as_deref() == Some("1")
}

/// The section that the address names; without one, the whole text.
pub(in crate::pages) fn embedded(meta: &'static Meta) -> AnyView {
    let Some(article) = library::article(&meta.slug) else { return ().into_any() };
    let site = use_site();
    let section = history::fragment().and_then(|id| meta.section(&id));
    let reading = Reading {
        meta,
        site,
        painted: Memo::new(|_| Painted::default()),
        bookmarked: Memo::new(|_| Vec::new()),
        sharing: Sharing::new(meta, StoredValue::new(ArticleText::new(article.text()))),
        current: RwSignal::new(String::new()),
    };
    let body = excerpt(article, section.map(|section| section.id.as_str()));
    let route = Route::Read { slug: meta.slug.clone(), section: section.map(|section| section.id.clone()) };
    let title = section.map_or_else(|| meta.title.clone(), |section| section.title.clone());
    effect(move || {
        page::set_title(&head::document_title(&title));
        // The browser went to the section on the static page, where more stood above it.
        timer::next_frame(|| scroll::to(0.0));
    });
    // Other pages don't fit into the frame.
    let open_outside = |event: web_sys::MouseEvent| {
        if let Some(link) = dom::closest(&event, "a[href]") {
            let _ = link.set_attribute("target", "_blank");
        }
    };
    let whole = view! {
        <a href=site.href(&route) lang=words::lang_of(&meta.language) target="_blank" rel="noopener">
            {meta.title.clone()}
        </a>
    };
    let licence = view! {
        <a href="https://creativecommons.org/licenses/by/4.0/" target="_blank" rel="noopener license">
            {words::reader::licence()}
        </a>
    };
    let source = words::reader::embedded_source(HOLES[0], &meta.byline, HOLES[1]);
    let source = sentence(&source, [whole.into_any(), licence.into_any()]);
    view! {
        <main id="main" class="embedded">
            <article id="article" lang=meta.language.clone() on:click=open_outside>
                {blocks(body, reading)}
            </article>
            <p class="embedded-source">{source}</p>
        </main>
    }
    .into_any()
}
