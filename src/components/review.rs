//! The re-attach desk: highlights whose words changed or went, and what the reader decides about each.
//!
//! Shows what `notebook/desk.rs` gathered. A decision changes where one mark points, or nothing; undo is always offered.

use super::button::button;
use super::deleting::delete;
use super::note_field::{NoteField, NoteTarget};
use super::swatch::swatch;
use crate::annotation::{Annotation, Change, TextRange, attach, difference};
use crate::library;
use crate::link::Route;
use crate::notebook::{Attention, Desk as Finder, Filter, View};
use crate::platform::{clock, dom, focus, timer};
use crate::state::{Arrival, Deciding, Keeping, Status, use_deciding, use_keeping, use_site, use_status};
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// How many highlights are searched for in a frame.
const SEARCHES: usize = 20;
/// How many are shown under each heading before the reader asks for more.
const SHOWN: usize = 30;

/// What is on the desk, for the page that shows it.
#[derive(Clone, Copy)]
pub(crate) struct Desk {
    finder: StoredValue<Finder>,
    asked: Memo<Vec<Attention>>,
    ids: Memo<BTreeSet<String>>,
    /// How many are shown under each heading.
    limit: RwSignal<usize>,
}

impl Desk {
    /// Looks for what needs the reader, and again when the notebook changes.
    pub(crate) fn new() -> Desk {
        let keeping = use_keeping();
        let deciding = use_deciding();
        let finder = StoredValue::new(Finder::default());
        let turn = RwSignal::new(0_u32);
        let asked = Memo::new(move |before: Option<&Vec<Attention>>| {
            turn.track();
            let look = |finder: &mut Finder| {
                keeping.read(|notebook| deciding.settled(|settled| finder.look(notebook, settled, SEARCHES)))
            };
            finder.try_update_value(look).flatten().unwrap_or_else(|| {
                // So many that looking for all of them at once would hold the page up.
                timer::next_frame(move || {
                    turn.try_update(|turn| *turn = turn.wrapping_add(1));
                });
                before.cloned().unwrap_or_default()
            })
        });
        let ids = Memo::new(move |_| asked.with(|asked| asked.iter().map(|attention| attention.id.clone()).collect()));
        Desk { finder, asked, ids, limit: RwSignal::new(SHOWN) }
    }

    /// Whether an annotation is on the desk, and so not among the others.
    pub(crate) fn holds(self, id: &str) -> bool {
        self.ids.with(|ids| ids.contains(id))
    }

    /// The ids of those on the desk that a filter lets through.
    pub(crate) fn ids(self, keeping: Keeping, filter: &Filter) -> Vec<String> {
        keeping.read_untracked(|notebook| {
            let admits = notebook.sift(filter);
            let ids = |asked: &Vec<Attention>| asked.iter().map(|a| a.id.clone()).filter(|id| admits(id)).collect();
            self.asked.with_untracked(ids)
        })
    }

    /// The desk; nothing where nothing needs the reader.
    pub(crate) fn view(self, view: RwSignal<View>) -> AnyView {
        let keeping = use_keeping();
        // Entries are made again when the desk changes, not when a note on it does.
        let shown = Memo::new(move |_| {
            keeping.read(|notebook| {
                view.with(|view| {
                    let admits = notebook.sift(&view.filter);
                    let shown = |asked: &Vec<Attention>| asked.iter().filter(|a| admits(&a.id)).cloned().collect();
                    self.asked.with::<Vec<Attention>>(shown)
                })
            })
        });
        let content = move || {
            let (review, lost): (Vec<_>, Vec<_>) = shown.get().into_iter().partition(|a| a.candidate.is_some());
            (!review.is_empty() || !lost.is_empty()).then(|| {
                let review = (!review.is_empty()).then(|| self.needs_review(review));
                let lost = (!lost.is_empty()).then(|| self.lost(lost));
                view! { <section class="attend" aria-label="Marks that need you">{review} {lost}</section> }.into_any()
            })
        };
        view! { {move || content()} }.into_any()
    }

    fn needs_review(self, asked: Vec<Attention>) -> AnyView {
        view! {
            <h2 id="needs-review" tabindex="-1">"Needs review"</h2>
            <p class="attend-why">
                "An article was revised, and this is our best match. Is it still the passage you meant?"
            </p>
            {self.entries(asked)}
        }
        .into_any()
    }

    fn lost(self, asked: Vec<Attention>) -> AnyView {
        view! {
            <h2 id="lost-their-place" tabindex="-1">"Lost their place"</h2>
            <p class="attend-why">
                "These words are no longer in the article. Your marks and notes are safe; you can give them a new \
                 place or leave them as they are."
            </p>
            {self.entries(asked)}
        }
        .into_any()
    }

    fn entries(self, asked: Vec<Attention>) -> AnyView {
        let (limit, all) = (self.limit.get(), asked.len());
        let next = asked.get(limit).map(|attention| entry_id(&attention.id));
        let more = next.map(|next| {
            let show = move || {
                self.limit.set(limit.saturating_add(SHOWN));
                let next = next.clone();
                timer::next_frame(move || {
                    if let Some(entry) = dom::by_id(&next) {
                        focus::focus(&entry);
                    }
                });
            };
            view! {
                <p class="nb-more">
                    <span>{format!("{limit} of {all} shown")}</span>
                    {button("btn-quiet", Some("down"), "Show more that need you", show)}
                </p>
            }
            .into_any()
        });
        let entries = asked.into_iter().take(limit).map(|attention| self.entry(attention)).collect_view();
        view! {
            <ul role="list">{entries}</ul>
            {more}
        }
        .into_any()
    }

    fn entry(self, attention: Attention) -> AnyView {
        let keeping = use_keeping();
        let hands = Hands::new(self);
        let Attention { id, candidate } = attention;
        let Some(annotation) = keeping.read_untracked(|notebook| notebook.get(&id).cloned()) else {
            return ().into_any();
        };
        let colour = annotation.colour();
        let quote = annotation.quote().map(|quote| quote.exact.clone()).unwrap_or_default();
        let words = match &candidate {
            Some((_, now)) => compared(&quote, now),
            None => view! { <blockquote><p class="lines">{quote}</p></blockquote> }.into_any(),
        };
        let title = library::meta(&annotation.article).map(|meta| meta.title.clone()).unwrap_or_default();
        let section = library::meta(&annotation.article).and_then(|meta| meta.section(&annotation.section));
        let (range, element) = (candidate.map(|(range, _)| range), entry_id(&id));
        view! {
            <li class="entry" id=element tabindex="-1">
                <span class="entry-mark">
                    {colour.map(|colour| swatch(colour, "sw sw-s"))}
                    <span class="vh">{colour.map(|colour| format!("Highlight, {}", colour.name()))}</span>
                </span>
                <div class="entry-body">{words} {note(id.clone())}</div>
                <div class="entry-foot">
                    <p class="entry-meta">
                        <span>{title}</span>
                        {section.map(|section| view! { <span>{section.title.clone()}</span> }.into_any())}
                        <time datetime=clock::iso(annotation.modified)>{clock::short(annotation.modified)}</time>
                    </p>
                    {hands.buttons(id, annotation, range)}
                </div>
            </li>
        }
        .into_any()
    }
}

/// The id of an entry's element.
fn entry_id(id: &str) -> String {
    format!("attend-{id}")
}

/// What a decision needs: the states are looked up while the page is made.
#[derive(Clone, Copy)]
struct Hands {
    desk: Desk,
    keeping: Keeping,
    status: Status,
    deciding: Deciding,
}

impl Hands {
    fn new(desk: Desk) -> Hands {
        Hands { desk, keeping: use_keeping(), status: use_status(), deciding: use_deciding() }
    }

    fn buttons(self, id: String, annotation: Annotation, candidate: Option<TextRange>) -> AnyView {
        let site = use_site();
        let route = Route::section(&annotation.article, &annotation.section);
        let go = {
            let route = route.clone();
            move || {
                if let Some(range) = candidate {
                    site.head_for(Arrival::Passage(range));
                }
                site.navigate(&route);
            }
        };
        let pick = {
            let (id, go) = (id.clone(), go.clone());
            move || {
                self.deciding.picking().set(Some(id.clone()));
                go();
            }
        };
        let accept = candidate.map(|range| {
            let id = id.clone();
            button("text-btn go", None, "It is here", move || self.accept(&id, range))
        });
        let keep = {
            let id = id.clone();
            move || self.keep(&id)
        };
        let other = if candidate.is_some() { "Pick another place" } else { "Find a place" };
        view! {
            <p class="entry-acts">
                {accept} {button("text-btn", None, "Go to passage", go)} {button("text-btn", None, other, pick)}
                {button("text-btn", None, "Keep as it is", keep)}
                {button("text-btn", None, "Delete", move || delete(self.keeping, self.status, id.clone()))}
            </p>
        }
        .into_any()
    }

    fn accept(self, id: &str, range: TextRange) {
        let Some(annotation) = self.keeping.read_untracked(|notebook| notebook.get(id).cloned()) else { return };
        let attached = self.desk.finder.with_value(|finder| {
            let (meta, text) = finder.text(&annotation.article)?;
            attach(&annotation, meta, text, range)
        });
        if let Some(attached) = attached {
            put_in_place(self.keeping, self.status, annotation, attached);
        }
    }

    /// Nothing of the annotation changes: it is only not asked about again.
    fn keep(self, id: &str) {
        let article = self.keeping.read_untracked(|notebook| notebook.get(id).map(|a| a.article.clone()));
        let Some(meta) = article.and_then(|article| library::meta(&article)) else { return };
        self.keeping.read_untracked(|notebook| {
            self.deciding.settle(|settled| settled.settle(id, &meta.revision, notebook));
        });
        let (deciding, id) = (self.deciding, id.to_owned());
        let undo = move || deciding.settle(|settled| settled.reopen(&id));
        self.status.offer_undo("Kept as it is, among your other notes", Arc::new(undo));
    }
}

/// Keeps a mark that got another place, says so, and offers to undo it.
pub(crate) fn put_in_place(keeping: Keeping, status: Status, before: Annotation, attached: Annotation) {
    match keeping.put_back(attached) {
        Ok(_) => {
            let undo = move || {
                if let Err(error) = keeping.put_back(before.clone()) {
                    status.say(error.to_string());
                }
            };
            status.offer_undo("It has its place again", Arc::new(undo));
        }
        Err(error) => status.say(error.to_string()),
    }
}

/// Old words and new ones, what differs marked.
fn compared(old: &str, new: &str) -> AnyView {
    let runs = difference(old, new);
    let side = |other: Change| {
        let runs = runs.iter().filter(|(change, _)| *change != other);
        let run = |(change, run): &(Change, String)| match change {
            Change::Same => run.clone().into_any(),
            Change::Gone => view! { <del>{run.clone()}</del> }.into_any(),
            Change::New => view! { <ins>{run.clone()}</ins> }.into_any(),
        };
        runs.map(run).collect::<Vec<AnyView>>()
    };
    view! {
        <blockquote class="was">
            <span>"You marked"</span>
            {side(Change::New)}
        </blockquote>
        <blockquote class="was">
            <span>"It now reads"</span>
            {side(Change::Gone)}
        </blockquote>
    }
    .into_any()
}

/// The reader's words, and the way to change them.
fn note(id: String) -> AnyView {
    let keeping = use_keeping();
    let editing = RwSignal::new(false);
    let key = id.clone();
    let body = Memo::new(move |_| {
        keeping.read(|notebook| notebook.get(&key).filter(|a| a.has_body()).map(|a| a.body.clone()))
    });
    let content = move || {
        if editing.get() {
            let field = format!("desk-{id}");
            return view! {
                <div class="prompt entry-edit">
                    <NoteField id=field label="Note".to_owned() target=NoteTarget::Of(id.clone()) />
                </div>
            }
            .into_any();
        }
        body.get().map(|body| view! { <div class="own"><p class="lines">{body}</p></div> }.into_any()).into_any()
    };
    view! {
        {move || content()}
        <p class="entry-acts">
            <button
                type="button"
                class="text-btn"
                aria-expanded=move || if editing.get() { "true" } else { "false" }
                on:click=move |_| editing.update(|editing| *editing = !*editing)
            >
                {move || if editing.get() { "Done" } else { "Edit note" }}
            </button>
        </p>
    }
    .into_any()
}
