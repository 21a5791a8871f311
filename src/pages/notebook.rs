//! The notebook: everything the reader marked and wrote, by article in reading order.

use crate::annotation::{Annotation, Colour, Kind};
use crate::components::button::button;
use crate::components::deleting::delete;
use crate::components::exchange::exchange;
use crate::components::frame::{Current, Frame};
use crate::components::icon::icon;
use crate::components::note_field::{NoteField, NoteTarget};
use crate::components::sign::sign;
use crate::components::swatch::{meaning, swatch};
use crate::library;
use crate::link::Route;
use crate::notebook::{Filter, KindFilter};
use crate::order::sorted;
use crate::platform::clock;
use crate::state::{Arrival, effect, use_keeping, use_site, use_status};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// The page.
#[component]
pub(crate) fn Notebook() -> impl IntoView {
    let keeping = use_keeping();
    let status = use_status();
    let filter = RwSignal::new(Filter::default());
    let shown = Memo::new(move |_| {
        let shown = keeping.read(|notebook| {
            let admitted = notebook.annotations().filter(|annotation| filter.with(|filter| filter.admits(annotation)));
            sorted(admitted.map(sort_key))
        });
        shown.into_iter().map(|(_, _, _, article, id)| (article, id)).collect::<Vec<(String, String)>>()
    });
    let articles = Memo::new(move |_| {
        let mut slugs: Vec<String> = shown.with(|shown| shown.iter().map(|(article, _)| article.clone()).collect());
        slugs.dedup();
        slugs
    });
    let empty = Memo::new(move |_| keeping.read(|notebook| notebook.is_empty()));
    let mut before = None;
    effect(move || {
        let count = shown.with(Vec::len);
        if before.replace(count).is_some_and(|before| before != count) && !filter.with_untracked(Filter::is_open) {
            status.murmur(if count == 1 { "1 result".to_owned() } else { format!("{count} results") });
        }
    });
    let lede = move || {
        let count = keeping.read(|notebook| notebook.len());
        match count {
            0 => "What you mark and write while reading gathers here.".to_owned(),
            1 => "One mark so far. It is kept on this device and nowhere else.".to_owned(),
            count => format!("{count} marks and notes, kept on this device and nowhere else."),
        }
    };
    let shown_ids =
        Callback::new(move |()| shown.with_untracked(|shown| shown.iter().map(|(_, id)| id.clone()).collect()));
    let body = move || {
        if empty.get() {
            return view! { <Empty /> }.into_any();
        }
        let none = move || {
            shown.with(Vec::is_empty).then(|| {
                view! { <p class="nothing">"Nothing here matches. Widen the filter to see more."</p> }.into_any()
            })
        };
        view! {
            <Filters filter=filter />
            <div class="entries">
                {move || none()}
                {move || articles.get().into_iter().map(|slug| view! { <Part slug shown /> }.into_any()).collect_view()}
            </div>
        }
        .into_any()
    };
    view! {
        <Frame title="Notebook" current=Current::Notebook>
            <main id="main" class="notebook">
                <div class="nb-head">
                    <h1 tabindex="-1">"Notebook"</h1>
                    <p class="lede">{move || lede()}</p>
                    {exchange(shown_ids)}
                    <noscript>
                        <p class="needs-script">"Your notebook needs JavaScript: it is kept by your browser."</p>
                    </noscript>
                </div>
                {move || body()}
            </main>
        </Frame>
    }
}

/// Reading order of the library, then of the article; what has no place in either comes last.
fn sort_key(annotation: &Annotation) -> (usize, u32, i64, String, String) {
    let article = library::catalogue().iter().position(|meta| meta.slug == annotation.article).unwrap_or(usize::MAX);
    let section = library::meta(&annotation.article).and_then(|meta| meta.section(&annotation.section));
    let position = match &annotation.kind {
        Kind::Highlight { position, .. } => position.start(),
        Kind::Bookmark | Kind::Reflection => section.map_or(u32::MAX, |section| section.start),
        Kind::Answer { .. } => section.map_or(u32::MAX, |section| section.end),
    };
    (article, position, annotation.created, annotation.article.clone(), annotation.id.clone())
}

#[component]
fn Empty() -> impl IntoView {
    let site = use_site();
    view! {
        <div class="empty">
            {sign(0)} <h2>"Nothing here yet"</h2>
            <p>
                "Select a few words in an article to highlight them, press the ribbon beside a heading to bookmark it, \
                 or the pencil to write down a thought."
            </p>
            <p class="acts">
                <a class="btn" href=site.href(&Route::Library)>
                    "Open the library"
                </a>
            </p>
        </div>
    }
}

#[component]
fn Filters(filter: RwSignal<Filter>) -> impl IntoView {
    let kind = move |kind: KindFilter| {
        view! {
            <label>
                <input
                    type="radio"
                    name="kind"
                    prop:checked=move || filter.with(|filter| filter.kind == kind)
                    on:change=move |_| filter.update(|filter| filter.kind = kind)
                />
                <span>{kind.label()}</span>
            </label>
        }
        .into_any()
    };
    let colour = move |colour: Option<Colour>| {
        let content = match colour {
            None => view! { <span>"All"</span> }.into_any(),
            Some(colour) => view! {
                {swatch(colour, "sw sw-m")}
                <span class="c-name">{meaning(colour)} <span class="vh">{format!(" ({})", colour.name())}</span></span>
            }
            .into_any(),
        };
        view! {
            <label class=colour.is_none().then_some("all")>
                <input
                    type="radio"
                    name="colour"
                    prop:checked=move || filter.with(|filter| filter.colour == colour)
                    on:change=move |_| filter.update(|filter| filter.colour = colour)
                />
                {content}
            </label>
        }
        .into_any()
    };
    let options = library::catalogue()
        .iter()
        .map(|meta| view! { <option value=meta.slug.clone()>{meta.title.clone()}</option> }.into_any());
    view! {
        <form class="filters" role="search" aria-label="Filter your notes" on:submit=|event| event.prevent_default()>
            <div class="f-search">
                <label class="field-label" for="notes-query">
                    "Search notes"
                </label>
                <div class="with-i">
                    {icon("find")}
                    <input
                        class="field"
                        id="notes-query"
                        type="search"
                        autocomplete="off"
                        placeholder="Any word"
                        on:input:target=move |event| filter.update(|filter| filter.words = event.target().value())
                    />
                </div>
            </div>
            <div class="f-more">
                <div>
                    <label class="field-label" for="notes-article">
                        "Article"
                    </label>
                    <select
                        class="field"
                        id="notes-article"
                        on:change:target=move |event| {
                            let slug = event.target().value();
                            filter.update(|filter| filter.article = (!slug.is_empty()).then_some(slug));
                        }
                    >
                        <option value="">"All articles"</option>
                        {options.collect_view()}
                    </select>
                </div>
                <fieldset>
                    <legend class="field-label">"Kind"</legend>
                    <div class="checks">{KindFilter::ALL.map(kind).into_iter().collect_view()}</div>
                </fieldset>
                <fieldset>
                    <legend class="field-label">"Colour"</legend>
                    <div class="colours">
                        {colour(None)} {Colour::ALL.map(|each| colour(Some(each))).into_iter().collect_view()}
                    </div>
                </fieldset>
            </div>
        </form>
    }
}

#[component]
fn Part(slug: String, shown: Memo<Vec<(String, String)>>) -> impl IntoView {
    let site = use_site();
    let heading = format!("part-{slug}");
    let title = match library::meta(&slug) {
        Some(meta) => view! { <a href=site.href(&Route::article(&meta.slug))>{meta.title.clone()}</a> }.into_any(),
        None => view! { <span>{format!("{slug} (no longer in the library)")}</span> }.into_any(),
    };
    let slug = StoredValue::new(slug);
    let ids = Memo::new(move |_| {
        let mine = |article: &String| slug.with_value(|slug| slug == article);
        shown.with(|shown| shown.iter().filter(|(a, _)| mine(a)).map(|(_, id)| id.clone()).collect::<Vec<_>>())
    });
    view! {
        <section aria-labelledby=heading.clone()>
            <h2 id=heading.clone()>{title} <span class="count">{move || ids.with(Vec::len)}</span></h2>
            <ul role="list">
                {move || ids.get().into_iter().map(|id| view! { <Entry id /> }.into_any()).collect_view()}
            </ul>
        </section>
    }
}

#[component]
fn Entry(id: String) -> impl IntoView {
    let keeping = use_keeping();
    let site = use_site();
    let status = use_status();
    let navigate = use_navigate();
    let key = StoredValue::new(id.clone());
    let annotation = Memo::new(move |_| keeping.read(|notebook| key.with_value(|id| notebook.get(id).cloned())));
    let editing = RwSignal::new(false);
    let field = format!("edit-{id}");
    let go = move || {
        if let Some(annotation) = annotation.get_untracked() {
            let route = Route::section(&annotation.article, &annotation.section);
            site.head_for(Arrival::Annotation(annotation.id));
            // The router adds the base by itself.
            navigate(&route.path(), Default::default());
        }
    };
    let own = move || {
        if editing.get() {
            return view! {
                <div class="prompt entry-edit">
                    <label class="vh" for=field.clone()>
                        "Note"
                    </label>
                    <NoteField id=field.clone() target=NoteTarget::Of(key.get_value()) />
                </div>
            }
            .into_any();
        }
        let body = annotation.with(|a| a.as_ref().filter(|a| a.has_body()).map(|a| a.body.clone()));
        body.map(|body| view! { <div class="own">{paragraphs(&body)}</div> }.into_any()).into_any()
    };
    let edit = move |_| editing.update(|editing| *editing = !*editing);
    view! {
        <li class="entry">
            <span class="entry-mark">{move || annotation.get().map(|a| mark_of(&a))}</span>
            <div class="entry-body">{move || annotation.get().map(|a| quoted(&a))} {move || own()}</div>
            <div class="entry-foot">
                {move || annotation.get().map(|a| place_of(&a))}
                <p class="entry-acts">
                    {button("text-btn", None, "Go to passage", go)}
                    <button type="button" class="text-btn" on:click=edit aria-expanded=move || editing.get().to_string()>
                        {move || if editing.get() { "Done" } else { "Edit note" }}
                    </button>
                    {button("text-btn", None, "Delete", move || delete(keeping, status, key.get_value()))}
                </p>
            </div>
        </li>
    }
}

fn mark_of(annotation: &Annotation) -> AnyView {
    match &annotation.kind {
        Kind::Highlight { colour, .. } => view! {
            {swatch(*colour, "sw sw-s")}
            <span class="vh">{format!("Highlight, {}", colour.name())}</span>
        }
        .into_any(),
        Kind::Bookmark => view! { {icon("bookmark")} <span class="vh">"Bookmark"</span> }.into_any(),
        Kind::Reflection => view! { {icon("reflect")} <span class="vh">"Reflection"</span> }.into_any(),
        Kind::Answer { .. } => view! { {icon("reflect")} <span class="vh">"Answer"</span> }.into_any(),
    }
}

fn quoted(annotation: &Annotation) -> AnyView {
    match &annotation.kind {
        Kind::Highlight { quote, .. } => view! { <blockquote>{paragraphs(&quote.exact)}</blockquote> }.into_any(),
        Kind::Answer { question, .. } => {
            view! { <blockquote class="is-plain"><p>{question.clone()}</p></blockquote> }.into_any()
        }
        Kind::Bookmark | Kind::Reflection => {
            view! { <p class="entry-place">{section_title(annotation)}</p> }.into_any()
        }
    }
}

fn section_title(annotation: &Annotation) -> String {
    let section = library::meta(&annotation.article).and_then(|meta| meta.section(&annotation.section));
    section.map_or_else(|| annotation.section.clone(), |section| section.title.clone())
}

fn place_of(annotation: &Annotation) -> AnyView {
    view! {
        <p class="entry-meta">
            <span>{section_title(annotation)}</span>
            <time datetime=clock::iso(annotation.modified)>{clock::short(annotation.modified)}</time>
            {annotation.tags.iter().map(|tag| view! { <span class="tag">{tag.clone()}</span> }.into_any()).collect_view()}
        </p>
    }
    .into_any()
}

/// The reader's lines as they typed them.
fn paragraphs(text: &str) -> Vec<AnyView> {
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| view! { <p>{line.to_owned()}</p> }.into_any())
        .collect_view()
}
