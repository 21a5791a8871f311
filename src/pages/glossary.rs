//! The glossary: the words of all articles, what each says of them, and every place where they are used.

use crate::article::{Meaning, Meta, Word, glossary, term_anchor};
use crate::components::frame::{Current, Frame};
use crate::library;
use crate::link::Route;
use crate::state::{Site, use_site};
use crate::words;
use leptos::prelude::*;

/// The page.
#[component]
pub(crate) fn Glossary() -> impl IntoView {
    let site = use_site();
    let words = glossary(library::catalogue().iter().filter_map(|meta| library::article(&meta.slug)));
    let entries: Vec<AnyView> = words.into_iter().map(|word| entry(word, site)).collect();
    view! {
        <Frame title=words::glossary::title() current=Current::None>
            <main id="main" class="plain words">
                <h1 tabindex="-1">{words::glossary::title()}</h1>
                <p class="lede">{words::glossary::lede()}</p>
                <dl>{entries}</dl>
            </main>
        </Frame>
    }
}

fn entry(word: Word, site: Site) -> AnyView {
    // The id is that of the entry in its article: a slip there leads here.
    let id = word.meanings.first().map(|meaning| meaning.id.clone());
    let meta = word.meanings.first().and_then(|meaning| library::meta(&meaning.article));
    let language = meta.and_then(|meta| words::lang_of(&meta.language));
    let meanings: Vec<AnyView> = word.meanings.into_iter().map(|meaning| self::meaning(meaning, site)).collect();
    view! {
        <div class="word" id=id tabindex="-1">
            <dt lang=language>{word.term}</dt>
            {meanings}
        </div>
    }
    .into_any()
}

fn meaning(meaning: Meaning, site: Site) -> AnyView {
    let Some(meta) = library::meta(&meaning.article) else { return ().into_any() };
    let uses: Vec<AnyView> = meaning.uses.iter().map(|position| place(meta, *position, site)).collect();
    view! {
        <dd lang=words::lang_of(&meta.language)>
            <p>{meaning.definition}</p>
            <p class="word-uses">
                <a href=site.href(&Route::article(&meta.slug))>{meta.title.clone()}</a>
                {uses}
            </p>
        </dd>
    }
    .into_any()
}

fn place(meta: &'static Meta, position: u32, site: Site) -> AnyView {
    let section = meta.section_at(position);
    let chapter = section.and_then(|section| meta.chapter_of(section));
    let (name, language) = match (chapter, section) {
        (Some(chapter), Some(section)) if chapter.id != section.id => {
            (format!("{}, {}", chapter.title, section.title), None)
        }
        (_, Some(section)) => (section.title.clone(), None),
        _ => (words::glossary::beginning().to_owned(), words::lang_within(&meta.language)),
    };
    let href = site.href(&Route::section(&meta.slug, &term_anchor(position)));
    view! {
        <span aria-hidden="true">" · "</span>
        <a href=href lang=language>{name}</a>
    }
    .into_any()
}
