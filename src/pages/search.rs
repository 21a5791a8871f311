//! Search: every article at once, while typing. Hits lead to the section they stand in.

use crate::annotation::TextRange;
use crate::article::Article;
use crate::components::frame::{Current, Frame};
use crate::components::icon::icon;
use crate::library;
use crate::link::{Route, query_value};
use crate::platform::history;
use crate::search::{Found, Query, search_article};
use crate::state::{Arrival, effect, use_site, use_status};
use leptos::prelude::*;

/// The page.
#[component]
pub(crate) fn Search() -> impl IntoView {
    let site = use_site();
    let status = use_status();
    let asked = if cfg!(feature = "ssr") { None } else { query_value(&history::query(), "q") };
    let typed = RwSignal::new(asked.unwrap_or_default());
    // Decoded once, when the first letter is typed.
    let texts = StoredValue::new(None::<Vec<(Article, String)>>);
    let found = Memo::new(move |_| {
        let query = typed.with(|typed| Query::parse(typed));
        if query.is_empty() {
            return Vec::new();
        }
        texts.update_value(|texts| {
            texts.get_or_insert_with(all_articles);
        });
        texts.with_value(|texts| {
            let texts = texts.as_deref().unwrap_or_default();
            texts.iter().filter_map(|(article, text)| search_article(article, text, &query)).collect::<Vec<_>>()
        })
    });
    let count = move || found.with(|found| found.iter().map(|found| found.count).sum::<usize>());
    let summary = move || match (typed.with(|typed| typed.trim().is_empty()), count()) {
        (true, _) => String::new(),
        (false, 0) => "Nothing found. Fewer letters find more.".to_owned(),
        (false, 1) => "1 result".to_owned(),
        (false, count) => format!("{count} results"),
    };
    effect(move || {
        let summary = summary();
        if !summary.is_empty() {
            status.murmur(summary);
        }
    });
    let results = move || found.get().into_iter().map(|found| result(found, site)).collect_view();
    view! {
        <Frame title="Search" current=Current::Search>
            <main id="main" class="plain search">
                <h1 tabindex="-1">"Search"</h1>
                <form role="search" class="search-form" on:submit=|event| event.prevent_default()>
                    <label class="field-label" for="query">
                        "Search the library"
                    </label>
                    <div class="with-i">
                        {icon("find")}
                        <input
                            class="field"
                            id="query"
                            name="q"
                            type="search"
                            autocomplete="off"
                            prop:value=move || typed.get()
                            on:input:target=move |event| typed.set(event.target().value())
                        />
                    </div>
                </form>
                <p class="search-count" aria-hidden="true">{move || summary()}</p>
                <noscript>
                    <p class="needs-script">
                        "Searching needs JavaScript. Every article can be read without it, from the library."
                    </p>
                </noscript>
                <div class="results">{move || results()}</div>
            </main>
        </Frame>
    }
}

fn all_articles() -> Vec<(Article, String)> {
    let articles = library::catalogue().iter().filter_map(|meta| library::article(&meta.slug));
    articles.map(|article| (article.text(), article)).map(|(text, article)| (article, text)).collect()
}

fn result(found: Found, site: crate::state::Site) -> Option<AnyView> {
    let meta = library::meta(&found.slug)?;
    let more = found.count.saturating_sub(found.hits.len());
    let hits = found.hits.into_iter().map(|hit| {
        let route =
            Route::Read { slug: meta.slug.clone(), section: (!hit.section.is_empty()).then(|| hit.section.clone()) };
        let range: TextRange = hit.range;
        view! {
            <li>
                <a href=site.href(&route) on:click=move |_| site.head_for(Arrival::Passage(range))>
                    <span class="hit-section">{hit.title}</span>
                    <span class="hit-text">
                        {hit.before} <b class="hit">{hit.found}</b> {hit.after}
                    </span>
                </a>
            </li>
        }
        .into_any()
    });
    Some(view! {
        <section class="result">
            <h2>
                <a href=site.href(&Route::article(&meta.slug))>{meta.title.clone()}</a>
                <span class="count">{found.count}</span>
            </h2>
            <ul role="list">{hits.collect_view()}</ul>
            {(more > 0).then(|| view! { <p class="more">{format!("and {more} more in this article")}</p> }.into_any())}
        </section>
    }
    .into_any())
}
