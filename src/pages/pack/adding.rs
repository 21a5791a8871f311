//! Adding stops to a pack on its own page: from the library's contents, and from the reader's highlights.

use super::builder::Making;
use crate::annotation::{Annotation, ArticleText, Kind, anchoring};
use crate::components::button::button;
use crate::library;
use crate::pack::{Passage, Place, Stop};
use crate::state::use_keeping;
use crate::words;
use leptos::prelude::*;

/// Any article and any section of it.
pub(super) fn section(making: Making) -> AnyView {
    let chosen = StoredValue::new(String::new());
    let groups = library::catalogue().iter().map(|meta| {
        let sections = meta.sections.iter().map(|section| {
            view! { <option value=format!("{}#{}", meta.slug, section.id)>{section.title.clone()}</option> }.into_any()
        });
        view! {
            <optgroup label=meta.title.clone() lang=words::lang_of(&meta.language)>
                <option value=meta.slug.clone() lang=words::lang_within(&meta.language)>
                    {words::pack::whole_article()}
                </option>
                {sections.collect_view()}
            </optgroup>
        }
        .into_any()
    });
    let add = move || {
        let place = chosen.get_value();
        let (slug, section) = place.split_once('#').map_or((place.as_str(), None), |(slug, id)| (slug, Some(id)));
        let Some(meta) = library::meta(slug) else {
            making.status.say(words::pack::choose_place_first());
            return;
        };
        let place = section.map_or(Place::Article, |id| Place::Section(id.to_owned()));
        let (article, revision) = (meta.slug.clone(), meta.revision.clone());
        making.add(Stop { article, revision, place, question: String::new() });
    };
    view! {
        <label class="field-label" for="pack-section">
            {words::pack::article_or_section()}
        </label>
        <select class="field" id="pack-section" on:change:target=move |event| chosen.set_value(event.target().value())>
            <option value="">{words::pack::choose()}</option>
            {groups.collect_view()}
        </select>
        <div class="acts">{button("btn-quiet", None, words::pack::add_place(), add)}</div>
    }
    .into_any()
}

/// The reader's own highlights.
pub(super) fn highlights(making: Making) -> AnyView {
    let keeping = use_keeping();
    let rows = move || {
        let highlights: Vec<(String, String, String)> = keeping.read(|notebook| {
            let marks = notebook.annotations().filter_map(|a| Some((a, a.quote()?)));
            marks.map(|(a, quote)| (a.id.clone(), a.article.clone(), quote.exact.replace('\n', " "))).collect()
        });
        if highlights.is_empty() {
            return view! { <p>{words::pack::no_highlights()}</p> }.into_any();
        }
        let rows = highlights.into_iter().map(|(id, article, quote)| {
            let meta = library::meta(&article);
            let lang = meta.and_then(|meta| words::lang_of(&meta.language));
            let title = meta.map(|meta| meta.title.clone()).unwrap_or(article);
            let short: String = quote.chars().take(160).collect();
            let name = words::pack::add_highlight(&quote.chars().take(60).collect::<String>());
            let add =
                move |_| match keeping.read_untracked(|notebook| notebook.get(&id).cloned()).as_ref().and_then(stop_of)
                {
                    Some(stop) => making.add(stop),
                    None => making.status.say(words::pack::highlight_unsure()),
                };
            view! {
                <li>
                    <span lang=lang>
                        <span class="stop-quote">{short}</span>
                        <br />
                        {title}
                    </span>
                    <button type="button" class="btn-quiet" aria-label=name on:click=add>
                        {words::pack::add()}
                    </button>
                </li>
            }
            .into_any()
        });
        view! { <ul class="pack-list" role="list">{rows.collect_view()}</ul> }.into_any()
    };
    view! {
        <details>
            <summary>{words::pack::from_highlights()}</summary>
            {rows}
        </details>
    }
    .into_any()
}

/// A highlight as a stop: where its words are now.
fn stop_of(annotation: &Annotation) -> Option<Stop> {
    let Kind::Highlight { position, quote, .. } = &annotation.kind else { return None };
    let meta = library::meta(&annotation.article)?;
    let text = ArticleText::new(library::article(&meta.slug)?.text());
    let same = annotation.revision == meta.revision;
    let range = anchoring::anchor(&text, same, *position, quote).trusted()?;
    let section = meta.section_at(range.start()).map(|section| section.id.clone()).unwrap_or_default();
    let place = Place::Passage(Passage::describe(&text, range, &section));
    Some(Stop { article: meta.slug.clone(), revision: meta.revision.clone(), place, question: String::new() })
}
