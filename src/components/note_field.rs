//! A field for the reader's own words that saves itself.
//!
//! At most a second of typing is unsaved, however fast the keys follow each other, and leaving the page saves it.
//! Clearing the field and leaving it deletes the note, which can be undone; where the page goes, the old words stay. Ctrl or Cmd with Enter finishes; Escape puts
//! back what was there when the reader came, and offers the way back to what they typed. Words with `#` become tags.
//!
//! The field never takes words away from under the reader's hands: what another tab writes shows while nothing is typed.
//! What another tab wrote is never taken back or deleted with the reader's own words.

use super::icon::icon;
use super::written::Written;
use crate::annotation::{Annotation, Kind, retag};
use crate::article::Meta;
use crate::library;
use crate::notebook::{Notebook, Outcome, same_question};
use crate::pages::later;
use crate::platform::dom::Listener;
use crate::platform::page;
use crate::platform::timer::Timer;
use crate::platform::{clock, field, focus};
use crate::state::{Keeping, effect, use_keeping, use_status};
use crate::storage::StoreError;
use crate::words;
use leptos::prelude::*;
use std::time::Duration;

/// How long after the last key a note is saved.
const PAUSE: Duration = Duration::from_millis(400);
/// Milliseconds of typing without a pause after which it is saved all the same.
const UNSAVED: i64 = 500;

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
                let here = |meta: &Meta| meta.is_id_of(&annotation.section, section);
                *article == annotation.article
                    && match (kind, &annotation.kind) {
                        (Kind::Reflection, Kind::Reflection) => {
                            *section == annotation.section || library::meta(article).is_some_and(here)
                        }
                        (kind, other) => same_question(kind, other),
                    }
            }
        }
    }

    /// The annotation that is shown.
    pub(crate) fn find<'n>(&self, notebook: &'n Notebook) -> Option<&'n Annotation> {
        notebook.chosen(|annotation| self.is(annotation))
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

/// What makes the field save.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Moment {
    /// The reader goes on typing: nothing is said.
    Typing,
    /// They pause.
    Pause,
    /// They leave the field: what was cleared is deleted.
    Leaving,
}

#[derive(Clone, Copy)]
enum State {
    Untouched,
    Unsaved,
    /// Taken, and on its way to the store.
    Saving(Outcome),
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
    /// In a dialog: what finishing does. The dialog then knows what Escape means, too.
    #[prop(optional_no_strip)]
    done: Option<Callback<()>>,
    /// What this field wrote since the reader came to it, for a dialog that takes it back.
    #[prop(optional)]
    written: Written,
) -> impl IntoView {
    let keeping = use_keeping();
    let status = use_status();
    let target = StoredValue::new(target);
    // The note that this field writes, once there is one: others with the same target have fields in the notebook.
    let own = StoredValue::new(None::<String>);
    // Until the field is left it stays with its note, whatever is written elsewhere.
    let in_use = RwSignal::new(false);
    // As it was last: words typed into a note that another tab deleted bring it back.
    let known = StoredValue::new(None::<Annotation>);
    // As it was when the reader began to type: what another tab made of it since is kept beside their words.
    let base = StoredValue::new(None::<Annotation>);
    // Since when something is unsaved.
    let since = StoredValue::new(None::<i64>);
    // As it was when the reader came to the field.
    let before = StoredValue::new(None::<Annotation>);
    // Whether the page is about to go.
    let going = StoredValue::new(false);
    let element = NodeRef::<leptos::html::Textarea>::new();
    let state = RwSignal::new(State::Untouched);
    let typed = RwSignal::new(String::new());
    let timer = StoredValue::new_local(None::<Timer>);
    let stored = Memo::new(move |_| {
        keeping.read(|notebook| {
            let stays = in_use.get() || target.with_value(|target| !target.is_all_body());
            let mine = own.get_value().filter(|_| stays).and_then(|id| notebook.get(&id));
            mine.or_else(|| target.with_value(|target| target.find(notebook))).cloned()
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

    let saved = move |outcome: Outcome| {
        state.set(State::Saved);
        match outcome {
            Outcome::KeptBoth => status.say(words::marks::kept_both()),
            Outcome::Kept if page::discreet() => status.murmur(words::marks::not_saved_discreet()),
            Outcome::Kept => status.murmur(words::marks::saved()),
        }
    };
    effect(move || {
        let kept = || own.get_value().is_some_and(|id| keeping.read_untracked(|notebook| notebook.is_kept(&id)));
        match state.get() {
            // Under a passphrase it is sealed first; by then another tab may have shut this one out.
            State::Saving(outcome) if !keeping.is_sealing() => match keeping.failure() {
                Some(error) if !kept() => state.set(State::Failed(error)),
                _ => saved(outcome),
            },
            // It may be kept since: the store has room again, the notebook was unlocked.
            State::Failed(_) if keeping.failure().is_none() && kept() => saved(Outcome::Kept),
            _ => {}
        }
    });

    // The field may be gone by then.
    let show_stored = move || {
        let stored = stored.try_get_untracked().flatten();
        let _ = typed.try_set(stored.map(|annotation| annotation.body).unwrap_or_default());
    };
    let save = move |moment: Moment| {
        // The browser says that a field lost the focus even when its page is gone.
        if !matches!(state.try_get_untracked(), Some(State::Unsaved | State::Failed(_))) {
            return;
        }
        let body = typed.get_untracked();
        let present = own.get_value().and_then(|id| keeping.read_untracked(|n| n.get(&id).cloned()));
        let empty = body.trim().is_empty();
        if empty && (moment != Moment::Leaving || going.get_value()) {
            // Perhaps on the way to other words: the old ones stay until the field is left.
            return;
        }
        timer.set_value(None);
        since.set_value(None);
        let outcome = match present {
            Some(annotation) if empty => {
                state.set(State::Untouched);
                if base.with_value(|base| base.as_ref().is_some_and(|base| base.body != annotation.body)) {
                    typed.set(annotation.body);
                    status.say(words::marks::changed_elsewhere());
                    return;
                }
                let whole = target.with_value(NoteTarget::is_all_body);
                own.set_value(Some(annotation.id.clone()).filter(|_| !whole));
                let id = annotation.id.clone();
                later::then(status, move |later| {
                    (later.clear)(keeping, status, annotation, whole);
                    written.note(keeping, &id);
                    // What could not be deleted is there.
                    show_stored();
                });
                return;
            }
            None if empty => {
                state.set(State::Untouched);
                return;
            }
            present => {
                match present.or_else(|| target.with_value(|t| t.begin(keeping))).or_else(|| known.get_value()) {
                    Some(mut annotation) => {
                        annotation.tags = retag(&annotation.tags, &annotation.body, &body);
                        annotation.body = body;
                        own.set_value(Some(annotation.id.clone()));
                        let taken = annotation.id.clone();
                        let outcome = base.with_value(|base| keeping.write(base.as_ref(), annotation));
                        written.note(keeping, outcome.as_ref().map_or(&taken, |(_, id)| id));
                        outcome.map(|(outcome, id)| {
                            base.set_value(keeping.read_untracked(|notebook| notebook.get(&id).cloned()));
                            own.set_value(Some(id));
                            outcome
                        })
                    }
                    // Never there: a field is only shown for what is.
                    None => return,
                }
            }
        };
        match outcome {
            Ok(Outcome::Kept) if moment == Moment::Typing => {}
            Ok(outcome) if untrack(|| keeping.is_sealing()) => state.set(State::Saving(outcome)),
            Ok(outcome) => saved(outcome),
            Err(error) => state.set(State::Failed(error)),
        }
    };

    let type_in = move |value: String| {
        keeping.finish();
        going.set_value(false);
        if !matches!(state.get_untracked(), State::Unsaved | State::Failed(_)) {
            base.set_value(stored.get_untracked());
        }
        typed.set(value);
        state.set(State::Unsaved);
        let now = clock::now();
        let began = since.get_value().unwrap_or(now);
        since.set_value(Some(began));
        // The clock may have been set back meanwhile.
        if (began..began.saturating_add(UNSAVED)).contains(&now) {
            timer.set_value(Timer::after(PAUSE, move || save(Moment::Pause)));
        } else {
            save(Moment::Typing);
        }
    };

    let keys = move |event: web_sys::KeyboardEvent| {
        let finish = event.key() == "Enter" && (event.ctrl_key() || event.meta_key());
        if finish {
            event.prevent_default();
            save(Moment::Leaving);
            match done {
                Some(done) => done.run(()),
                None => focus::leave(),
            }
        } else if event.key() == "Escape" && done.is_none() && !event.is_composing() {
            save(Moment::Typing);
            let before = before.get_value();
            own.set_value(before.as_ref().map(|annotation| annotation.id.clone()));
            state.set(State::Untouched);
            later::then(status, move |later| {
                (later.take_back)(written, keeping, status, before);
                show_stored();
            });
            focus::leave();
        }
    };
    effect(move || {
        typed.track();
        if let Some(element) = element.get() {
            field::grow(&element);
        }
    });

    let go = move || {
        going.set_value(true);
        save(Moment::Pause);
    };
    let leaving = StoredValue::new_local(vec![
        Listener::on_window("pagehide", move |_| go()),
        Listener::on_window(page::GOING, move |_| go()),
        Listener::on_document("visibilitychange", move |_| save(Moment::Pause)),
    ]);
    on_cleanup(move || {
        save(Moment::Leaving);
        let _ = leaving.try_update_value(Vec::clear);
    });

    let saved_id = format!("{id}-saved");
    let failure = move || match state.get() {
        State::Failed(error) => Some(error),
        State::Saving(_) => keeping.failure(),
        State::Untouched | State::Unsaved | State::Saved => None,
    };
    let line = move || match state.get() {
        _ if failure().is_some() => failure().map(not_saved_line),
        State::Untouched => stored.get().map(|annotation| saved_line(annotation.modified).into_any()),
        State::Saving(_) => Some(view! { <span>{words::marks::saving()}</span> }.into_any()),
        State::Saved => Some(saved_line(stored.get().map_or_else(clock::now, |a| a.modified)).into_any()),
        State::Unsaved | State::Failed(_) => None,
    };
    view! {
        <textarea
            id=id
            rows="2"
            aria-label=label
            aria-describedby=saved_id.clone()
            placeholder=words::marks::a_few_words()
            autofocus=autofocus
            node_ref=element
            readonly=cfg!(feature = "ssr")
            prop:value=move || typed.get()
            on:input:target=move |event| type_in(event.target().value())
            on:focus=move |_| {
                keeping.finish();
                in_use.set(true);
                going.set_value(false);
                written.forget();
                before.set_value(stored.get_untracked());
            }
            on:keydown=keys
            on:blur=move |_| {
                save(Moment::Leaving);
                let _ = in_use.try_set(false);
            }
        ></textarea>
        <p class="saved" class:is-error=move || failure().is_some() id=saved_id>
            {move || line()}
        </p>
    }
}

fn not_saved_line(error: StoreError) -> AnyView {
    view! { {icon("caution")} <span>{words::marks::not_saved(&error.to_string())}</span> }.into_any()
}

fn saved_line(at: i64) -> AnyView {
    if page::discreet() {
        return view! { {icon("info")} <span>{words::marks::not_saved_tab()}</span> }.into_any();
    }
    view! { {icon("check")} <span class="is-saved">{words::marks::saved_when(&clock::short(at))}</span> }.into_any()
}
