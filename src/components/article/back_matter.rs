//! What follows an article's text: notes, words, questions for a class, the next article.

use super::Reading;
use super::inlines::plain;
use crate::article::{Footnote, GlossaryEntry, Meta};
use crate::components::icon::icon;
use crate::components::sentence::sentence;
use crate::library;
use crate::link::{Route, book_of_article};
use crate::words::{self, HOLES};
use leptos::prelude::*;

/// The back matter.
#[component]
pub(crate) fn BackMatter(
    reading: Reading,
    footnotes: Vec<Footnote>,
    glossary: Vec<GlossaryEntry>,
    discussion: Vec<String>,
) -> impl IntoView {
    view! {
        <div class="notes">
            {questions(discussion, reading)}
            {(!footnotes.is_empty()).then(|| notes(footnotes, reading))}
            {(!glossary.is_empty()).then(|| terms(glossary, reading))}
        </div>
        {source(reading)}
        {onward(reading)}
    }
}

fn questions(discussion: Vec<String>, reading: Reading) -> AnyView {
    let teach = reading.site.href(&Route::Teach { slug: reading.meta.slug.clone() });
    let book = reading.site.file(&book_of_article(&reading.meta.slug));
    let language = words::lang_within(&reading.meta.language);
    view! {
        <section class="class-questions" aria-labelledby="class-heading">
            <h2 id="class-heading" class="minor" lang=language>
                {words::article::for_a_class()}
            </h2>
            <ol role="list">{discussion.into_iter().map(|question| view! { <li>{question}</li> }.into_any()).collect_view()}</ol>
            <p lang=language>
                <a href=teach>{words::article::for_educators()}</a>
                " · "
                <a href=book download="" rel="external">
                    {words::article::epub()}
                </a>
            </p>
        </section>
    }
    .into_any()
}

fn notes(footnotes: Vec<Footnote>, reading: Reading) -> AnyView {
    let language = words::lang_within(&reading.meta.language);
    let note = |(index, note): (usize, Footnote)| {
        let number = index + 1;
        let back = (1..=note.mentions).map(|mention| {
            let label = match note.mentions {
                1 => words::article::back_to_note(number),
                _ => words::article::back_to_mention(mention as usize, number),
            };
            view! {
                <a href=format!("#ref-{number}-{mention}") aria-label=label lang=language>
                    {icon("up1")}
                </a>
            }
            .into_any()
        });
        let back = back.collect_view();
        let words = note.blocks.iter().map(|inlines| view! { <span>{plain(inlines, reading)} " "</span> }.into_any());
        view! {
            <li id=format!("note-{number}") tabindex="-1">
                {words.collect_view()}
                {back}
            </li>
        }
        .into_any()
    };
    view! {
        <section aria-labelledby="notes-heading">
            <h2 id="notes-heading" class="minor" lang=language>
                {words::article::notes()}
            </h2>
            <ol role="list">{footnotes.into_iter().enumerate().map(note).collect_view()}</ol>
        </section>
    }
    .into_any()
}

fn terms(glossary: Vec<GlossaryEntry>, reading: Reading) -> AnyView {
    let entry = |entry: GlossaryEntry| {
        view! {
            <div id=entry.id tabindex="-1">
                <dt>{entry.term}</dt>
                <dd>{entry.definition}</dd>
            </div>
        }
        .into_any()
    };
    view! {
        <section aria-labelledby="words-heading">
            <h2 id="words-heading" class="minor" lang=words::lang_within(&reading.meta.language)>
                {words::article::words_used_here()}
            </h2>
            <dl class="glossary">{glossary.into_iter().map(entry).collect_view()}</dl>
        </section>
    }
    .into_any()
}

/// Where it is from and what may be done with it: on paper, which leads nowhere.
fn source(reading: Reading) -> AnyView {
    let Meta { title, byline, slug, .. } = reading.meta;
    let href = reading.site.href(&Route::article(slug));
    let link = view! { <a href=href>{words::article::on_closely()}</a> }.into_any();
    view! {
        <p class="on-paper paper-source" lang=words::lang_within(&reading.meta.language)>
            {sentence(&words::article::source(title, byline, HOLES[0]), [link])}
        </p>
    }
    .into_any()
}

fn onward(reading: Reading) -> AnyView {
    let language = words::lang_within(&reading.meta.language);
    let next = library::next(&reading.meta.slug).map(|next| {
        let its_own = words::lang_of(&next.language);
        view! {
            <nav class="onward" aria-label=words::article::next_article() lang=language>
                <p>{words::article::next_in_library()}</p>
                <a href=reading.site.href(&Route::article(&next.slug)) lang=its_own>
                    <span class="onward-title">{next.title.clone()}</span>
                    <span class="onward-sum">{next.subtitle.clone()}</span>
                </a>
            </nav>
        }
        .into_any()
    });
    let all = view! {
        <nav class="onward" aria-label=words::article::library() lang=language>
            <p>{words::article::that_was_the_last()}</p>
            <a href=reading.site.href(&Route::Library)>
                <span class="onward-title">{words::article::back_to_library()}</span>
            </a>
        </nav>
    }
    .into_any();
    match next {
        Some(next) => next.into_any(),
        None => all.into_any(),
    }
}
