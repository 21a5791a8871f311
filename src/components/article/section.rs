//! A section's opening: number, heading, and three quiet tools.

use super::Reading;
use super::inlines::leaf_words;
use crate::annotation::Kind;
use crate::article::{Leaf, Section};
use crate::components::highlight_this::highlight_this;
use crate::components::icon::icon;
use crate::components::note_field::{NoteField, NoteTarget};
use crate::pages::later;
use crate::platform::{clipboard, dom, focus, history, timer};
use crate::state::{use_keeping, use_status};
use crate::words;
use leptos::prelude::*;

/// A heading with its tools, and the reader's reflection below it.
pub(super) fn section_heading(index: u32, leaf: Leaf, reading: Reading) -> AnyView {
    let Some(section) = reading.meta.sections.get(index as usize) else { return ().into_any() };
    let start = leaf.start;
    let words = leaf_words(leaf, reading);
    let id = section.id.clone();
    let heading = match section.level {
        2 => view! { <h2 id=id tabindex="-1" data-start=start>{words}</h2> }.into_any(),
        3 => view! { <h3 id=id tabindex="-1" data-start=start>{words}</h3> }.into_any(),
        4 => view! { <h4 id=id tabindex="-1" data-start=start>{words}</h4> }.into_any(),
        5 => view! { <h5 id=id tabindex="-1" data-start=start>{words}</h5> }.into_any(),
        _ => view! { <h6 id=id tabindex="-1" data-start=start>{words}</h6> }.into_any(),
    };
    let class = if section.level == 2 { "sec" } else { "sec sec-sub" };
    let number = (!section.number.is_empty()).then(|| section.number.clone());
    // Former ids: old links arrive here, with and without the app.
    let aliases = section.aliases.iter().map(|alias| view! { <span class="alias" id=alias.clone()></span> }.into_any());
    let open = RwSignal::new(false);
    let reflected = has_reflection(section, reading);
    let field = format!("reflection-{}", section.id);
    view! {
        <div class=class data-n=number>
            {aliases.collect_view()}
            {heading}
            <div class="sec-tools" lang=words::lang_within(&reading.meta.language)>
                {bookmark(section, reading)}
                {link(section, reading)}
                {pencil(section, open, reflected, field.clone())}
                {share(section, reading)}
                {highlight_this(start, words::marks::highlight_this_heading(), reading.meta)}
            </div>
        </div>
        {move || (open.get() || reflected.get()).then(|| reflection(section, reading, field.clone()))}
    }
    .into_any()
}

fn bookmark(section: &'static Section, reading: Reading) -> AnyView {
    let keeping = use_keeping();
    let status = use_status();
    let pressed = move || reading.bookmarked.with(|ids| ids.contains(&section.id));
    let toggle = move |_| {
        let present = keeping.read_untracked(|notebook| {
            let mut mine = notebook.of_article(&reading.meta.slug);
            mine.find(|a| a.kind == Kind::Bookmark && reading.meta.is_id_of(&a.section, &section.id))
                .map(|a| a.id.clone())
        });
        if let Some(id) = present {
            return later::then(status, move |later| (later.delete)(keeping, status, id));
        }
        let new = keeping.draft(Kind::Bookmark, &reading.meta.slug, &reading.meta.revision, &section.id);
        match keeping.put(new) {
            Ok(_) => status.say(words::article::bookmarked(&section.title)),
            Err(error) => status.say(error.to_string()),
        }
    };
    view! {
        <button
            class="tool needs-app"
            type="button"
            aria-pressed=move || if pressed() { "true" } else { "false" }
            aria-label=words::article::bookmark_section(&section.title)
            title=words::article::bookmark()
            on:click=toggle
        >
            {icon("bookmark")}
        </button>
    }
    .into_any()
}

/// A real link; following it also copies it.
fn link(section: &'static Section, reading: Reading) -> AnyView {
    let status = use_status();
    let href = reading.section_href(&section.id);
    let copy = {
        let href = href.clone();
        move |_| {
            let address = format!("{}{href}", history::origin());
            clipboard::copy(address, move |copied| match copied {
                Ok(()) => status.say(words::article::link_copied()),
                Err(_) => status.say(words::article::link_not_copied()),
            });
        }
    };
    view! {
        <a
            class="tool"
            href=href
            aria-label=words::article::link_to_section(&section.title)
            title=words::article::link()
            on:click=copy
        >
            {icon("link")}
        </a>
    }
    .into_any()
}

/// Every other way to pass the section on.
fn share(section: &'static Section, reading: Reading) -> AnyView {
    view! {
        <button
            class="tool needs-app"
            type="button"
            aria-haspopup="dialog"
            aria-label=words::article::share_section(&section.title)
            title=words::article::share()
            on:click=move |_| reading.sharing.share_section(&section.id)
        >
            {icon("up")}
        </button>
    }
    .into_any()
}

fn pencil(section: &'static Section, open: RwSignal<bool>, reflected: Memo<bool>, field: String) -> AnyView {
    let shown = move || open.get() || reflected.get();
    let toggle = move |_| {
        // What is written stays in view: the pencil then leads to it.
        open.set(reflected.get_untracked() || !open.get_untracked());
        let field = field.clone();
        timer::next_frame(move || {
            if let Some(field) = dom::by_id(&field) {
                focus::focus(&field);
            }
        });
    };
    view! {
        <button
            class="tool needs-app"
            type="button"
            aria-expanded=move || if shown() { "true" } else { "false" }
            aria-label=words::article::reflect_on_section(&section.title)
            title=words::article::reflect()
            on:click=toggle
        >
            {icon("reflect")}
        </button>
    }
    .into_any()
}

fn has_reflection(section: &'static Section, reading: Reading) -> Memo<bool> {
    let keeping = use_keeping();
    Memo::new(move |_| {
        keeping.read(|notebook| {
            let mut mine = notebook.of_article(&reading.meta.slug);
            mine.any(|a| a.kind == Kind::Reflection && reading.meta.is_id_of(&a.section, &section.id))
        })
    })
}

fn reflection(section: &'static Section, reading: Reading, field: String) -> AnyView {
    let target = NoteTarget::New {
        article: reading.meta.slug.clone(),
        revision: reading.meta.revision.clone(),
        section: section.id.clone(),
        kind: Kind::Reflection,
    };
    view! {
        <div class="prompt reflection" lang=words::lang_within(&reading.meta.language)>
            <p class="prompt-label"><svg class="i" aria-hidden="true" focusable="false"><use href="#icon-reflect" /></svg> {words::article::your_reflection()}</p>
            <NoteField id=field label=words::article::reflection_on_section(&section.title) target=target />
        </div>
    }
    .into_any()
}

/// The reader's thoughts on the article as a whole: a reflection of no section.
pub(crate) fn article_note(reading: Reading) -> AnyView {
    let target = NoteTarget::New {
        article: reading.meta.slug.clone(),
        revision: reading.meta.revision.clone(),
        section: String::new(),
        kind: Kind::Reflection,
    };
    view! {
        <div class="prompt article-note" lang=words::lang_within(&reading.meta.language)>
            <p class="prompt-label"><svg class="i" aria-hidden="true" focusable="false"><use href="#icon-reflect" /></svg> {words::article::your_note()}</p>
            <label for="note-on-article">{words::article::what_you_take()}</label>
            <NoteField id="note-on-article" target=target />
        </div>
    }
    .into_any()
}
