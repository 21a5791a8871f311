//! Reading notes from a file: choose it, see what it would change, choose again, and a way back.

use super::export::choice;
use crate::annotation::to_json;
use crate::components::button::button;
use crate::components::sheet::problem;
use crate::interchange::{Brought, Choice, Differing, ImportRequest, Preview, State, bring, take_back};
use crate::library;
use crate::platform::dom::Listener;
use crate::platform::{files, ident, worker};
use crate::state::{Keeping, Status, use_keeping, use_status, while_shown};
use crate::words;
use crate::worker::{Bytes, Request, Response};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

/// The largest file that is read, in bytes.
const LARGEST: f64 = 20.0 * 1024.0 * 1024.0;
/// How many reasons are listed.
const REASONS: usize = 100;

/// A file that was dropped on the page and waits for the dialog.
pub(super) type Dropped = StoredValue<Option<files::Chosen>, LocalStorage>;

/// Where the reader is.
#[derive(Clone)]
enum Step {
    Choose,
    Reading,
    Preview(Arc<Preview>),
    Done(Arc<Brought>),
}

#[derive(Clone, Copy)]
struct Importing {
    open: RwSignal<bool>,
    step: RwSignal<Step>,
    choice: RwSignal<Choice>,
    problem: RwSignal<Option<String>>,
    keeping: Keeping,
    status: Status,
}

/// Files that are dropped on the page open the dialog.
pub(super) fn drops(open: RwSignal<bool>) -> Dropped {
    let dropped = StoredValue::new_local(None);
    let over = Listener::on_document("dragover", |event| {
        if files::are_dragged(&event) {
            event.prevent_default();
        }
    });
    let drop = Listener::on_document("drop", move |event| {
        if files::are_dragged(&event) {
            event.prevent_default();
            dropped.set_value(files::Chosen::of_drop(&event));
            open.set(false);
            open.set(true);
        }
    });
    while_shown(vec![over, drop]);
    dropped
}

/// What is in the dialog.
pub(super) fn content(open: RwSignal<bool>, dropped: Dropped) -> AnyView {
    let (step, choice) = (RwSignal::new(Step::Choose), RwSignal::new(Choice::default()));
    let importing =
        Importing { open, step, choice, problem: RwSignal::new(None), keeping: use_keeping(), status: use_status() };
    if let Some(file) = dropped.try_update_value(Option::take).flatten() {
        importing.read(file);
    }
    let body = move || match step.get() {
        Step::Choose => importing.choosing(),
        Step::Reading => view! { <p class="dialog-text">{words::exchange::reading()}</p> }.into_any(),
        Step::Preview(preview) => importing.previewing(preview),
        Step::Done(brought) => importing.done(brought),
    };
    view! { {move || body()} {problem(importing.problem)} }.into_any()
}

impl Importing {
    fn choosing(self) -> AnyView {
        let chosen = move |event: leptos::ev::Event| {
            if let Some(file) = files::Chosen::of_input(&event) {
                self.read(file);
            }
        };
        view! {
            <p class="dialog-text">{words::exchange::which_file()}</p>
            <label class="field-label" for="notes-file">
                {words::exchange::notes_file()}
            </label>
            <input class="file" id="notes-file" type="file" accept=".json,.jsonld,.csv,application/json,text/csv" on:change=chosen />
        }
        .into_any()
    }

    fn read(self, file: files::Chosen) {
        if file.size() > LARGEST {
            return self.fail(words::exchange::too_large());
        }
        self.problem.set(None);
        self.step.set(Step::Reading);
        spawn_local(async move {
            let Ok(bytes) = file.read().await else {
                return self.fail(words::exchange::unreadable());
            };
            let present = self
                .keeping
                .read_untracked(|notebook| notebook.annotations().map(|n| to_json(n).to_string()).collect());
            let deleted = self.keeping.read_untracked(|notebook| {
                notebook.tombstones().map(|(id, tombstone)| (id.to_owned(), tombstone.modified)).collect()
            });
            let library = library::blobs().iter().map(|(slug, blob)| ((*slug).to_owned(), Bytes(blob.to_vec())));
            let request = ImportRequest { file: Bytes(bytes), present, deleted, library: library.collect() };
            match worker::ask(&Request::Import(request)).await {
                Ok(Response::Preview(preview)) => drop(self.step.try_set(Step::Preview(Arc::new(preview)))),
                Ok(Response::Refused(why)) => self.fail(&why),
                Ok(_) => self.fail(&worker::WorkerError::Stopped.to_string()),
                Err(error) => self.fail(&error.to_string()),
            }
        });
    }

    fn fail(self, why: &str) {
        self.step.try_set(Step::Choose);
        self.problem.try_set(Some(why.to_owned()));
    }

    fn previewing(self, preview: Arc<Preview>) -> AnyView {
        let row = |name: &'static str, count: usize| {
            (count > 0).then(|| view! { <div><dt>{name}</dt><dd>{words::number(count)}</dd></div> }.into_any())
        };
        let [new, changed, same, deleted] =
            [State::New, State::Changed, State::Same, State::Deleted].map(|state| preview.count(state));
        let differing = (changed > 0).then(|| {
            let options = Differing::ALL.map(|each| {
                let choose = move || self.choice.update(|choice| choice.differing = each);
                choice("import-differing", each.label().to_owned(), "", each == Differing::Both, Box::new(choose))
            });
            view! {
                <fieldset class="options">
                    <legend class="field-label">{words::exchange::differing()}</legend>
                    {options.into_iter().collect_view()}
                </fieldset>
            }
            .into_any()
        });
        let back = (deleted > 0).then(|| {
            let toggle = move |_| self.choice.update(|choice| choice.deleted = !choice.deleted);
            view! {
                <label class="option">
                    <input type="checkbox" on:change=toggle />
                    <span>{words::exchange::bring_back()}</span>
                </label>
            }
            .into_any()
        });
        let nothing = preview.entries.is_empty() && preview.refused.is_empty();
        let lede = match (new + changed + deleted, nothing) {
            (_, true) => words::exchange::no_notes(),
            (0, _) if preview.refused.is_empty() => words::exchange::all_here(),
            (0, _) => words::exchange::none_can_come_in(),
            _ => words::exchange::file_holds(),
        };
        let reasons = reasons(&preview.refused);
        let count = {
            let preview = Arc::clone(&preview);
            move || preview.count_of(self.choice.get())
        };
        let act = if new + changed + deleted > 0 {
            view! {
                <button type="button" class="btn" on:click=move |_| self.bring(&preview)>
                    {move || words::exchange::import_count(count())}
                </button>
            }
            .into_any()
        } else {
            button("btn", None, words::exchange::done(), move || self.open.set(false))
        };
        view! {
            <p class="dialog-text">{lede}</p>
            <dl class="ledger">
                {row(words::exchange::new(), new)} {row(words::exchange::changed(), changed)}
                {row(words::exchange::deleted(), deleted)} {row(words::exchange::same(), same)}
                {row(words::exchange::refused(), reasons.1)}
            </dl>
            {differing}
            {back}
            {reasons.0}
            <div class="dialog-acts">
                {button("btn-quiet", None, words::exchange::choose_another(), move || self.step.set(Step::Choose))}
                {act}
            </div>
        }
        .into_any()
    }

    fn bring(self, preview: &Preview) {
        let notes = preview.chosen(self.choice.get_untracked());
        let brought = self
            .keeping
            .with_both(|notebook, records| bring(notebook, records, notes, &mut ident::random))
            .unwrap_or_default();
        self.problem.set(brought.failure.map(|failure| failure.to_string()));
        self.status.say(words::exchange::came_in(brought.count()));
        self.step.set(Step::Done(Arc::new(brought)));
    }

    fn done(self, brought: Arc<Brought>) -> AnyView {
        let count = brought.count();
        let undo = (count > 0)
            .then(|| button("btn-quiet", Some("undo"), words::exchange::undo(), move || self.take_back(&brought)));
        view! {
            <p class="dialog-text">{words::exchange::came_in(count)}</p>
            <div class="dialog-acts">
                {undo} {button("btn", None, words::exchange::done(), move || self.open.set(false))}
            </div>
        }
        .into_any()
    }

    fn take_back(self, brought: &Brought) {
        let back =
            self.keeping.with_both(|notebook, records| take_back(notebook, records, brought, &mut ident::random));
        match back {
            Some(Ok(0)) => self.status.say(words::exchange::undone()),
            Some(Ok(stayed)) => self.status.say(words::exchange::undone_in_part(stayed)),
            Some(Err(error)) => return self.problem.set(Some(error.to_string())),
            None => {}
        }
        self.open.set(false);
    }
}

/// Why entries can't come in, and how many.
fn reasons(refused: &[String]) -> (Option<AnyView>, usize) {
    let count = refused.len();
    let items = refused.iter().take(REASONS).map(|why| view! { <li>{why.clone()}</li> }.into_any());
    let more =
        (count > REASONS).then(|| view! { <li>{words::exchange::more_reasons(count - REASONS)}</li> }.into_any());
    let list = (count > 0).then(|| {
        view! {
            <details class="reasons">
                <summary>{words::exchange::reasons()}</summary>
                <ul>{items.collect_view()} {more}</ul>
            </details>
        }
        .into_any()
    });
    (list, count)
}
