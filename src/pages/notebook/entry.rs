//! One entry: what was marked or asked, what the reader wrote, where and when.

use super::board::{Board, entry_id};
use super::selecting;
use crate::annotation::{Annotation, Kind};
use crate::components::button::button;
use crate::components::deleting::delete;
use crate::components::icon::icon;
use crate::components::note_field::{NoteField, NoteTarget};
use crate::components::swatch::swatch;
use crate::library;
use crate::link::Route;
use crate::notebook::{Order, pieces};
use crate::platform::{clock, dom, focus, timer};
use crate::search::Query;
use crate::state::Arrival;
use crate::words;
use leptos::prelude::*;

/// The entry.
pub(super) fn entry(board: Board, id: String) -> AnyView {
    let element = entry_id(&id);
    let field = format!("edit-{id}");
    let key = StoredValue::new(id);
    let keeping = board.keeping;
    let annotation = Memo::new(move |_| keeping.read(|notebook| key.with_value(|id| notebook.get(id).cloned())));
    let editing = Memo::new(move |_| key.with_value(|id| board.editing.with(|edited| edited.as_ref() == Some(id))));
    let go = move || {
        if let Some(annotation) = annotation.get_untracked() {
            board.write_address();
            let route = Route::section(&annotation.article, &annotation.section);
            board.site.head_for(Arrival::Annotation(annotation.id));
            board.site.navigate(&route);
        }
    };
    let focused = field.clone();
    let edit = move |_| {
        let begin = !editing.get_untracked();
        board.editing.set(begin.then(|| key.get_value()));
        if begin {
            let field = focused.clone();
            timer::next_frame(move || {
                if let Some(field) = dom::by_id(&field) {
                    focus::focus(&field);
                }
            });
        }
    };
    let remove = move || {
        board.focus_after(&key.get_value());
        delete(keeping, board.status, key.get_value());
    };
    let own = move || {
        if editing.get() {
            return field_of(field.clone(), key.get_value());
        }
        let body = annotation.with(|a| a.as_ref().filter(|a| a.has_body()).map(|a| a.body.clone()));
        let own = |body: String| view! { <div class="own">{paragraphs(&body, board)}</div> }.into_any();
        body.map(own).into_any()
    };
    let mark = move || {
        annotation.with(|annotation| {
            let annotation = annotation.as_ref()?;
            let choose = board.selecting.get();
            Some(if choose { selecting::box_of(board, key, name_of(annotation)) } else { mark_of(annotation) })
        })
    };
    view! {
        <li class="entry" id=element tabindex="-1">
            <span class="entry-mark">{move || mark()}</span>
            <div class="entry-body">{move || annotation.get().map(|a| quoted(&a, board))} {move || own()}</div>
            <div class="entry-foot">
                {move || annotation.get().map(|a| place_of(&a, board))}
                <p class="entry-acts">
                    {button("text-btn", None, words::notebook::go_to_passage(), go)}
                    <button type="button" class="text-btn" on:click=edit aria-expanded=move || editing.get().to_string()>
                        {move || if editing.get() { words::notebook::done() } else { words::notebook::edit_note() }}
                    </button>
                    {button("text-btn", None, words::notebook::delete(), remove)}
                </p>
            </div>
        </li>
    }
    .into_any()
}

fn field_of(field: String, id: String) -> AnyView {
    view! {
        <div class="prompt entry-edit">
            <label class="vh" for=field.clone()>
                {words::notebook::note()}
            </label>
            <NoteField id=field target=NoteTarget::Of(id) />
        </div>
    }
    .into_any()
}

/// What an entry is called where only its first words have room.
fn name_of(annotation: &Annotation) -> String {
    let words = match &annotation.kind {
        Kind::Highlight { quote, .. } => quote.exact.clone(),
        Kind::Answer { question, .. } => question.clone(),
        Kind::Bookmark | Kind::Reflection => section_title(annotation),
    };
    let first: Vec<&str> = words.split_whitespace().take(8).collect();
    words::notebook::select_entry(&first.join(" "))
}

fn mark_of(annotation: &Annotation) -> AnyView {
    match &annotation.kind {
        Kind::Highlight { colour, .. } => view! {
            {swatch(*colour, "sw sw-s")}
            <span class="vh">{words::notebook::highlight_of_colour(colour.label())}</span>
        }
        .into_any(),
        Kind::Bookmark => sign_of("bookmark", words::notebook::bookmark()),
        Kind::Reflection => sign_of("reflect", words::notebook::reflection()),
        Kind::Answer { .. } => sign_of("reflect", words::notebook::answer()),
    }
}

fn sign_of(sign: &'static str, kind: &'static str) -> AnyView {
    view! { {icon(sign)} <span class="vh">{kind}</span> }.into_any()
}

fn quoted(annotation: &Annotation, board: Board) -> AnyView {
    let lang = lang_of(annotation);
    match &annotation.kind {
        Kind::Highlight { quote, .. } => {
            view! { <blockquote lang=lang>{paragraphs(&quote.exact, board)}</blockquote> }.into_any()
        }
        Kind::Answer { question, .. } => view! {
            <blockquote class="is-plain" lang=lang>
                <p>{marked(question, board)}</p>
            </blockquote>
        }
        .into_any(),
        Kind::Bookmark | Kind::Reflection => {
            view! { <p class="entry-place" lang=lang_of_section(annotation)>{section_title(annotation)}</p> }.into_any()
        }
    }
}

/// The language of what the article says, where the page speaks another.
fn lang_of(annotation: &Annotation) -> Option<String> {
    library::meta(&annotation.article).and_then(|meta| words::lang_of(&meta.language))
}

/// The same of a section's title; it is the page that speaks of the whole article.
fn lang_of_section(annotation: &Annotation) -> Option<String> {
    lang_of(annotation).filter(|_| !annotation.section.is_empty())
}

fn section_title(annotation: &Annotation) -> String {
    if annotation.section.is_empty() {
        return words::notebook::whole_article().to_owned();
    }
    let section = library::meta(&annotation.article).and_then(|meta| meta.section(&annotation.section));
    section.map_or_else(|| annotation.section.clone(), |section| section.title.clone())
}

fn place_of(annotation: &Annotation, board: Board) -> AnyView {
    // Under a day, the heading does not say which article it is.
    let article = (board.view.with(|view| view.order) == Order::Date).then(|| {
        let title = library::meta(&annotation.article).map_or(annotation.article.clone(), |meta| meta.title.clone());
        view! { <span lang=lang_of(annotation)>{title}</span> }.into_any()
    });
    let tags = annotation.tags.iter().map(|tag| view! { <span class="tag">{marked(tag, board)}</span> }.into_any());
    view! {
        <p class="entry-meta">
            {article} <span lang=lang_of_section(annotation)>{section_title(annotation)}</span>
            <time datetime=clock::iso(annotation.created)>{clock::short(annotation.created)}</time>
            {tags.collect_view()}
        </p>
    }
    .into_any()
}

/// The lines as they were typed.
fn paragraphs(text: &str, board: Board) -> Vec<AnyView> {
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| view! { <p>{marked(line, board)}</p> }.into_any())
        .collect_view()
}

/// A text with the words that are looked for.
fn marked(text: &str, board: Board) -> AnyView {
    board.query.with(|query: &Query| {
        if query.is_empty() {
            return text.to_owned().into_any();
        }
        let pieces = pieces(text, query).into_iter().map(|piece| {
            if piece.found { view! { <mark class="hit">{piece.text}</mark> }.into_any() } else { piece.text.into_any() }
        });
        pieces.collect_view().into_any()
    })
}
