//! A field for the reader's own words that saves itself.
//!
//! At most half a second of typing is unsaved, and leaving the page saves it. Clearing the field deletes the note.
//! The field never takes words away from under the reader's hands: what another tab writes shows when it is not in use.

use super::icon::icon;
use crate::annotation::{Annotation, Kind};
use crate::notebook::Outcome;
use crate::platform::clock;
use crate::platform::dom::Listener;
use crate::platform::page;
use crate::platform::timer::Timer;
use crate::state::{Keeping, effect, use_keeping, use_status};
use crate::storage::StoreError;
use leptos::prelude::*;
use std::time::Duration;

/// How long after the last key a note is saved.
const PAUSE: Duration = Duration::from_millis(400);

/// Which note a field writes.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum NoteTarget {
    /// A reflection or an answer, which comes to be with its first word.
    New {
        /// Slug of the article.
        article: String,
        /// Its revision.
        revision: String,
        /// The section.
        section: String,
        /// What the note is.
        kind: Kind,
    },
    /// The body of an annotation that is there.
    Of(String),
}

impl NoteTarget {
    /// Whether this is the annotation that the field writes.
    fn is(&self, annotation: &Annotation) -> bool {
        match self {
            NoteTarget::Of(id) => *id == annotation.id,
            NoteTarget::New { article, section, kind, .. } => {
                let same = match (kind, &annotation.kind) {
                    (Kind::Reflection, Kind::Reflection) => *section == annotation.section,
                    (Kind::Answer { prompt, .. }, Kind::Answer { prompt: other, .. }) => prompt == other,
                    _ => false,
                };
                same && *article == annotation.article
            }
        }
    }

    /// The annotation to begin with.
    fn begin(&self, keeping: Keeping) -> Option<Annotation> {
        match self {
            NoteTarget::Of(_) => None,
            NoteTarget::New { article, revision, section, kind } => {
                Some(keeping.draft(kind.clone(), article, revision, section))
            }
        }
    }

    /// Whether the annotation is nothing without its body.
    fn is_all_body(&self) -> bool {
        matches!(self, NoteTarget::New { .. })
    }
}

#[derive(Clone, Copy)]
enum State {
    Untouched,
    Unsaved,
    Saved,
    Failed(StoreError),
}

/// The field. Its name comes from `label` or from a `<label for=id>` beside it.
#[component]
pub(crate) fn NoteField(
    /// The element's id.
    #[prop(into)]
    id: String,
    /// The accessible name, where no label stands beside it.
    #[prop(optional_no_strip, into)]
    label: Option<String>,
    /// Which note it writes.
    target: NoteTarget,
    /// Whether the dialog that it stands in opens for it.
    #[prop(optional)]
    autofocus: bool,
) -> impl IntoView {
    let keeping = use_keeping();
    let status = use_status();
    let target = StoredValue::new(target);
    // The note that this field writes, once there is one: others with the same target have fields in the notebook.
    let own = StoredValue::new(None::<String>);
    // As it was last: words typed into a note that another tab deleted bring it back.
    let known = StoredValue::new(None::<Annotation>);
    let state = RwSignal::new(State::Untouched);
    let typed = RwSignal::new(String::new());
    let timer = StoredValue::new_local(None::<Timer>);
    let stored = Memo::new(move |_| {
        keeping.read(|notebook| {
            let mine = own.get_value().and_then(|id| notebook.get(&id).cloned());
            let found = || notebook.annotations().filter(|a| target.with_value(|t| t.is(a))).min_by_key(|a| a.created);
            mine.or_else(|| found().cloned())
        })
    });

    effect(move || {
        let stored = stored.get();
        if stored.is_some() {
            known.set_value(stored.clone());
        }
        if !matches!(state.get_untracked(), State::Unsaved | State::Failed(_)) {
            typed.set(stored.as_ref().map(|annotation| annotation.body.clone()).unwrap_or_default());
            own.set_value(stored.map(|annotation| annotation.id));
        }
    });

    let save = move || {
        // The browser says that a field lost the focus even when its page is gone.
        if !matches!(state.try_get_untracked(), Some(State::Unsaved | State::Failed(_))) {
            return;
        }
        timer.set_value(None);
        let body = typed.get_untracked();
        let present = own.get_value().and_then(|id| keeping.read_untracked(|n| n.get(&id).cloned()));
        let empty = body.trim().is_empty();
        let outcome = match present {
            Some(annotation) if empty && target.with_value(NoteTarget::is_all_body) => {
                own.set_value(None);
                keeping.delete(&annotation.id).map(|_| Outcome::Kept)
            }
            None if empty => {
                state.set(State::Untouched);
                return;
            }
            present => {
                match present.or_else(|| target.with_value(|t| t.begin(keeping))).or_else(|| known.get_value()) {
                    Some(mut annotation) => {
                        annotation.body = if empty { String::new() } else { body };
                        own.set_value(Some(annotation.id.clone()));
                        keeping.put(annotation)
                    }
                    // Never there: a field is only shown for what is.
                    None => return,
                }
            }
        };
        match outcome {
            Ok(Outcome::Kept) => {
                state.set(State::Saved);
                status.murmur(if page::discreet() { "Not saved: discreet mode" } else { "Saved on this device" });
            }
            Ok(Outcome::KeptBoth) => {
                state.set(State::Saved);
                status.say("This note was also changed in another tab. Both versions are in your notebook.");
            }
            Err(error) => state.set(State::Failed(error)),
        }
    };

    let leaving = StoredValue::new_local(vec![
        Listener::on_window("pagehide", move |_| save()),
        Listener::on_document("visibilitychange", move |_| save()),
    ]);
    on_cleanup(move || {
        save();
        let _ = leaving.try_update_value(Vec::clear);
    });

    let saved_id = format!("{id}-saved");
    let line = move || match state.get() {
        State::Untouched => stored.get().map(|annotation| saved_line(annotation.modified).into_any()),
        State::Unsaved => None,
        State::Saved => Some(saved_line(stored.get().map_or_else(clock::now, |a| a.modified)).into_any()),
        State::Failed(error) => {
            Some(view! { {icon("caution")} <span>"Not saved. " {error.to_string()}</span> }.into_any())
        }
    };
    view! {
        <textarea
            id=id
            rows="2"
            aria-label=label
            aria-describedby=saved_id.clone()
            placeholder="A few words, if you like. They stay on this device."
            autofocus=autofocus
            readonly=cfg!(feature = "ssr")
            prop:value=move || typed.get()
            on:input:target=move |event| {
                typed.set(event.target().value());
                state.set(State::Unsaved);
                timer.set_value(Timer::after(PAUSE, save));
            }
            on:blur=move |_| save()
        ></textarea>
        <p class="saved" class:is-error=move || matches!(state.get(), State::Failed(_)) id=saved_id>
            {move || line()}
        </p>
    }
}

fn saved_line(at: i64) -> AnyView {
    if page::discreet() {
        return view! { {icon("info")} <span>"Not saved: this tab is in discreet mode."</span> }.into_any();
    }
    view! { {icon("check")} <span>"Saved on this device, " {clock::short(at)}</span> }.into_any()
}
