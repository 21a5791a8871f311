//! No page here: what may have happened, a search, and the library.

use crate::components::frame::{Current, Frame};
use crate::library;
use crate::link::Route;
use crate::state::use_site;
use crate::words;
use leptos::prelude::*;

/// The page.
#[component]
pub(crate) fn NotFound() -> impl IntoView {
    let site = use_site();
    let works = library::catalogue().iter().map(move |meta| {
        view! {
            <li lang=words::lang_of(&meta.language)>
                <a href=site.href(&Route::article(&meta.slug))>
                    <span>{meta.title.clone()}</span>
                    <span>{meta.subtitle.clone()}</span>
                </a>
            </li>
        }
        .into_any()
    });
    view! {
        <Frame title=words::frame::no_page() current=Current::None>
            <main id="main" class="plain">
                <h1 tabindex="-1">{words::frame::no_page()}</h1>
                <p class="lede">{words::frame::no_page_why()}</p>
                <form role="search" class="search-form" action=site.href(&Route::Search { query: String::new() })>
                    <label class="field-label" for="not-found-query">
                        {words::frame::search_library()}
                    </label>
                    <div class="with-i">
                        <svg class="i" aria-hidden="true" focusable="false"><use href="#icon-find" /></svg>
                        <input class="field" id="not-found-query" name="q" type="search" />
                    </div>
                </form>
                <ul role="list">{works.collect_view()}</ul>
            </main>
        </Frame>
    }
}
