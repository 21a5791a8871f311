//! The table of contents, with the place where the reader is.

use super::Reading;
use crate::article::Section;
use crate::components::icon::classed_icon;
use crate::words;
use leptos::prelude::*;

/// A section of the second level with those below it.
struct Chapter {
    section: &'static Section,
    below: Vec<&'static Section>,
}

fn chapters(sections: &'static [Section]) -> Vec<Chapter> {
    let mut chapters: Vec<Chapter> = Vec::new();
    for section in sections {
        match chapters.last_mut() {
            Some(chapter) if section.level > 2 => chapter.below.push(section),
            _ => chapters.push(Chapter { section, below: Vec::new() }),
        }
    }
    chapters
}

/// The list of sections. Its address is `#contents`: without the app, that is how a phone opens it.
#[component]
pub(crate) fn Contents(reading: Reading, children: Children) -> impl IntoView {
    let entries = chapters(&reading.meta.sections).into_iter().map(|chapter| entry(chapter, reading)).collect_view();
    view! {
        <nav class="contents" id="contents" tabindex="-1" aria-labelledby="contents-heading">
            <div class="contents-head">
                <p id="contents-heading">{words::article::contents()}</p>
                <a class="tool contents-close" href="#article" aria-label=words::article::close_contents()>
                    <svg class="i" aria-hidden="true" focusable="false"><use href="#icon-close" /></svg>
                </a>
            </div>
            <ol role="list" lang=words::lang_of(&reading.meta.language)>{entries}</ol>
            {children()}
        </nav>
    }
}

fn entry(chapter: Chapter, reading: Reading) -> AnyView {
    let Chapter { section, below } = chapter;
    let bookmarked = move || reading.bookmarked.with(|ids| ids.contains(&section.id));
    let ids: Vec<&'static str> =
        std::iter::once(section).chain(below.iter().copied()).map(|section| section.id.as_str()).collect();
    let inside = Memo::new(move |_| reading.current.with(|current| ids.contains(&current.as_str())));
    let inner = move || {
        (inside.get() && !below.is_empty())
            .then(|| view! { <ol role="list">{below.iter().map(|s| view! { <li>{link(s, reading)}</li> }.into_any()).collect_view()}</ol> }.into_any())
    };
    view! {
        <li class:is-marked=bookmarked>
            {link(section, reading)}
            {move || bookmarked().then(|| classed_icon("bookmark", "i ribbon"))}
            {move || inner()}
        </li>
    }
    .into_any()
}

fn link(section: &'static Section, reading: Reading) -> AnyView {
    let language = words::lang_within(&reading.meta.language);
    let current = move || reading.current.with(|current| *current == section.id).then_some("true");
    let bookmarked = move || reading.bookmarked.with(|ids| ids.contains(&section.id));
    let also = move || view! { <span class="vh" lang=language>{words::article::and_bookmarked()}</span> }.into_any();
    view! {
        <a href=format!("#{}", section.id) aria-current=current>
            {section.title.clone()}
            {move || bookmarked().then(also)}
        </a>
    }
    .into_any()
}
