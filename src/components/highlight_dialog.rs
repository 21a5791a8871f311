//! The dialog of one highlight: its words, colour and note, and the way to those that overlap it.

use super::button::{button, close_button};
use super::deleting::delete;
use super::note_field::{NoteField, NoteTarget};
use super::swatch::{meaning, swatch};
use crate::annotation::{Annotation, Colour, Kind};
use crate::platform::{dialog, focus};
use crate::state::{effect, use_keeping, use_status};
use leptos::prelude::*;

/// The highlight that the dialog shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Opened {
    /// Its id.
    pub(crate) id: String,
    /// Made just now, for a note: without the note it was not wanted.
    pub(crate) for_note: bool,
}

/// The dialog. `overlapping` gives id and words of the highlights that share words with one.
#[component]
pub(crate) fn HighlightDialog<Overlapping, CopyLink>(
    opened: RwSignal<Option<Opened>>,
    overlapping: Overlapping,
    copy_link: CopyLink,
    /// Opens the other ways to pass a highlight on.
    share: Callback<String>,
) -> impl IntoView
where
    Overlapping: Fn(&str) -> Vec<(String, String)> + Copy + Send + 'static,
    CopyLink: Fn(&str) + Copy + Send + 'static,
{
    let keeping = use_keeping();
    let element = NodeRef::<leptos::html::Dialog>::new();
    let id = move || opened.with(|opened| opened.as_ref().map(|opened| opened.id.clone()));
    let annotation = move |id: &str| keeping.read(|notebook| notebook.get(id).cloned());
    let there = Memo::new(move |_| id().filter(|id| annotation(id).is_some()));

    effect(move || {
        let Some(element) = element.get() else { return };
        if there.with(Option::is_some) {
            dialog::open(&element);
        } else {
            dialog::close(&element);
        }
    });
    let closed = move |_| {
        // The note saves itself when it loses the focus; only then is it known whether there is one.
        focus::leave();
        let Some(last) = opened.get_untracked() else { return };
        opened.set(None);
        let unwanted =
            keeping.read_untracked(|notebook| last.for_note && notebook.get(&last.id).is_some_and(|a| !a.has_body()));
        if unwanted {
            // A note that was cancelled leaves no highlight behind.
            let _ = keeping.delete(&last.id);
        }
    };
    // Every way out is the dialog's own closing.
    let close = Callback::new(move |()| {
        if let Some(element) = element.get_untracked() {
            dialog::close(&element);
        }
    });
    let content = move || {
        there.get().map(|id| {
            let others = overlapping(&id);
            view! { <Content id opened close others copy_link share /> }.into_any()
        })
    };
    view! {
        <dialog
            class="dialog hl-dialog"
            aria-labelledby="highlight-heading"
            node_ref=element
            on:close=closed
            on:click=|event| dialog::close_by_veil(&event)
        >
            <div class="dialog-body">{move || content()}</div>
        </dialog>
    }
}

#[component]
fn Content<CopyLink>(
    id: String,
    opened: RwSignal<Option<Opened>>,
    close: Callback<()>,
    others: Vec<(String, String)>,
    copy_link: CopyLink,
    share: Callback<String>,
) -> impl IntoView
where
    CopyLink: Fn(&str) + Copy + Send + 'static,
{
    let keeping = use_keeping();
    let status = use_status();
    let key = StoredValue::new(id.clone());
    let annotation = Memo::new(move |_| keeping.read(|notebook| key.with_value(|id| notebook.get(id).cloned())));
    let colour = move || annotation.with(|a| a.as_ref().and_then(Annotation::colour));
    let quote = move || annotation.with(|a| a.as_ref().and_then(Annotation::quote).map(|q| q.exact.clone()));
    let recolour = move |new: Colour| {
        if let Some(mut annotation) = annotation.get_untracked() {
            if let Kind::Highlight { colour, .. } = &mut annotation.kind {
                *colour = new;
            }
            if let Err(error) = keeping.put(annotation) {
                status.say(error.to_string());
            }
        }
    };
    let delete = move || {
        close.run(());
        delete(keeping, status, key.get_value());
    };
    let choice = move |each: Colour| {
        view! {
            <label class="sw-row">
                <input
                    type="radio"
                    name="highlight-colour"
                    prop:checked=move || colour() == Some(each)
                    on:change=move |_| recolour(each)
                />
                {swatch(each, "sw")}
                <span>{meaning(each)} <span class="vh">{format!(" ({})", each.name())}</span></span>
            </label>
        }
        .into_any()
    };
    let for_note = opened.with_untracked(|opened| opened.as_ref().is_some_and(|opened| opened.for_note));
    let others = others.into_iter().map(|(other, words)| {
        let go = move |_| opened.set(Some(Opened { id: other.clone(), for_note: false }));
        view! {
            <button type="button" class="text-btn" on:click=go>
                {format!("“{words}”")}
            </button>
        }
        .into_any()
    });
    let others: Vec<_> = others.collect();
    view! {
        <div class="dialog-head">
            <h2 id="highlight-heading">"Highlight"</h2>
            {close_button(move || close.run(()))}
        </div>
        <blockquote class="dialog-quote">
            <mark data-colour=move || colour().map(Colour::name)>{move || quote().unwrap_or_default()}</mark>
        </blockquote>
        <fieldset class="swatches">
            <legend class="vh">"Colour"</legend>
            {Colour::ALL.map(choice).into_iter().collect_view()}
        </fieldset>
        <label class="field-label" for="highlight-note">
            "Note"
        </label>
        <div class="prompt dialog-note">
            <NoteField id="highlight-note" target=NoteTarget::Of(id) autofocus=for_note />
        </div>
        {(!others.is_empty())
            .then(|| view! { <p class="overlap">"Also marked here: " {others.into_iter().collect_view()}</p> }.into_any())}
        <div class="dialog-acts">
            {button("btn-quiet", Some("link"), "Copy link", move || key.with_value(|id| copy_link(id)))}
            {button("btn-quiet", Some("up"), "Share", move || {
                close.run(());
                key.with_value(|id| share.run(id.clone()));
            })}
            {button("btn-quiet danger", Some("trash"), "Delete", delete)}
            {button("btn", None, "Done", move || close.run(()))}
        </div>
    }
}
