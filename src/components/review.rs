//! The re-attach desk: highlights whose words changed or went, and what the reader decides about each.
//!
//! Shows what `notebook/desk.rs` gathered. A decision changes where one mark points, or nothing; undo is always offered.

use super::button::button;
use super::deleting::{delete, say_taken_back};
use super::keyed::keyed;
use super::note_field::{NoteField, NoteTarget};
use super::swatch::swatch;
use crate::annotation::{Annotation, Change, TextRange, attach, difference};
use crate::library;
use crate::link::Route;
use crate::notebook::{Attention, Desk as Finder, Filter, View};
use crate::platform::{clock, dom, focus, timer};
use crate::state::{Arrival, Deciding, Keeping, Status, use_deciding, use_keeping, use_site, use_status};
use crate::words;
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
    /// The mark whose note is being edited: it stays where it is until the reader is done.
    edited: RwSignal<Option<String>>,
    /// How many are shown under each heading.
    limit: RwSignal<usize>,
}

impl Desk {
    /// Looks for what needs the reader, and again when the notebook changes.
    pub(crate) fn new() -> Desk {
        let keeping = use_keeping();
        let deciding = use_deciding();
        let finder = StoredValue::new(Finder::default());
        let (turn, edited) = (RwSignal::new(0_u32), RwSignal::new(None::<String>));
        let asked = Memo::new(move |before: Option<&Vec<Attention>>| {
            turn.track();
            let look = |finder: &mut Finder| {
                keeping.read(|notebook| deciding.settled(|settled| finder.look(notebook, settled, SEARCHES)))
            };
            let found = finder.try_update_value(look).flatten();
            let mut asked = found.unwrap_or_else(|| {
                // So many that looking for all of them at once would hold the page up.
                timer::next_frame(move || {
                    turn.try_update(|turn| *turn = turn.wrapping_add(1));
                });
                before.cloned().unwrap_or_default()
            });
            // What other tabs decide meanwhile takes no field away from under the reader's hands.
            let edited = edited.get().filter(|id| keeping.read(|notebook| notebook.get(id).is_some()));
            let stays = before.into_iter().flatten().find(|known| Some(&known.id) == edited.as_ref());
            if let Some(stays) = stays {
                asked.retain(|attention| attention.id != stays.id);
                asked.push(stays.clone());
                asked = crate::order::sorted(asked);
            }
            asked
        });
        let ids = Memo::new(move |_| asked.with(|asked| asked.iter().map(|attention| attention.id.clone()).collect()));
        Desk { finder, asked, ids, edited, limit: RwSignal::new(SHOWN) }
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
        let shown = Memo::new(move |_| {
            let edited = self.edited.get();
            keeping.read(|notebook| {
                view.with(|view| {
                    let admits = notebook.sift(&view.filter);
                    let shown = |asked: &Vec<Attention>| {
                        let admitted = |a: &&Attention| Some(&a.id) == edited.as_ref() || admits(&a.id);
                        asked.iter().filter(admitted).cloned().collect()
                    };
                    self.asked.with::<Vec<Attention>>(shown)
                })
            })
        });
        // Each part is made again when it comes or goes, and not when its entries do.
        let ids = move |lost: bool| {
            let part = |attention: &&Attention| attention.candidate.is_none() == lost;
            shown.with(|shown| shown.iter().filter(part).map(|attention| attention.id.clone()).collect::<Vec<_>>())
        };
        let has = |lost: bool| Memo::new(move |_| !ids(lost).is_empty());
        let (review, lost) = (has(false), has(true));
        let any = Memo::new(move |_| review.get() || lost.get());
        let part = move |lost: bool| {
            let why = if lost { lost_words() } else { review_words() };
            let first = move || ids(lost).into_iter().take(self.limit.get()).collect::<Vec<_>>();
            let entries = keyed(first, move |id| self.entry(id, lost));
            view! { {why} <ul role="list">{entries}</ul> {move || self.more(ids(lost))} }.into_any()
        };
        let content = move || {
            any.get().then(|| {
                view! {
                    <section class="attend" aria-label=words::review::marks_that_need_you()>
                        {move || review.get().then(|| part(false))} {move || lost.get().then(|| part(true))}
                    </section>
                }
                .into_any()
            })
        };
        view! { {move || content()} }.into_any()
    }

    /// The way to those that are not shown yet.
    fn more(self, all: Vec<String>) -> Option<AnyView> {
        let limit = self.limit.get();
        let next = entry_id(all.get(limit)?);
        let show = move || {
            self.limit.set(limit.saturating_add(SHOWN));
            let next = next.clone();
            timer::next_frame(move || {
                if let Some(entry) = dom::by_id(&next) {
                    focus::focus(&entry);
                }
            });
        };
        let view = view! {
            <p class="nb-more">
                <span>{words::review::shown_of(limit, all.len())}</span>
                {button("btn-quiet", Some("down"), words::review::show_more(), show)}
            </p>
        };
        Some(view.into_any())
    }

    /// An entry. What it says of the place is made again when that changes; its note is not.
    fn entry(self, id: String, lost: bool) -> AnyView {
        let keeping = use_keeping();
        let hands = Hands::new(self);
        let key = id.clone();
        let candidate = Memo::new(move |_| {
            self.asked
                .with(|asked| asked.iter().find(|asked| asked.id == key).and_then(|asked| asked.candidate.clone()))
        });
        let Some(annotation) = keeping.read_untracked(|notebook| notebook.get(&id).cloned()) else {
            return ().into_any();
        };
        let colour = annotation.colour();
        let meta = library::meta(&annotation.article);
        let language = meta.map_or_else(words::tag, |meta| meta.language.as_str());
        let quote = annotation.quote().map(|quote| quote.exact.clone()).unwrap_or_default();
        let words = move || match candidate.get() {
            Some((_, now)) => compared(&quote, &now, language),
            None => {
                let language = words::lang_of(language);
                view! { <blockquote lang=language><p class="lines">{quote.clone()}</p></blockquote> }.into_any()
            }
        };
        let title = meta.map(|meta| meta.title.clone()).unwrap_or_default();
        let section = meta.and_then(|meta| meta.section(&annotation.section));
        let in_its_own = move |title: String| view! { <span lang=words::lang_of(language)>{title}</span> }.into_any();
        let place = move || candidate.with_untracked(|candidate| candidate.as_ref().map(|(range, _)| *range));
        let element = entry_id(&id);
        view! {
            <li class="entry" id=element tabindex="-1">
                <span class="entry-mark">
                    {colour.map(|colour| swatch(colour, "sw sw-s"))}
                    <span class="vh">{colour.map(|colour| words::review::highlight_of_colour(colour.label()))}</span>
                </span>
                <div class="entry-body">{move || words()} {note(self.edited, id.clone())}</div>
                <div class="entry-foot">
                    <p class="entry-meta">
                        {in_its_own(title)}
                        {section.map(|section| in_its_own(section.title.clone()))}
                        <time datetime=clock::iso(annotation.modified)>{clock::short(annotation.modified)}</time>
                    </p>
                    {hands.buttons(id, annotation, lost, place)}
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

    fn buttons(
        self,
        id: String,
        annotation: Annotation,
        lost: bool,
        place: impl Fn() -> Option<TextRange> + Copy + 'static,
    ) -> AnyView {
        let site = use_site();
        let route = Route::section(&annotation.article, &annotation.section);
        let go = {
            let route = route.clone();
            move || {
                if let Some(range) = place() {
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
        let accept = (!lost).then(|| {
            let id = id.clone();
            let accept = move || {
                if let Some(range) = place() {
                    self.accept(&id, range);
                }
            };
            button("text-btn go", None, words::review::it_is_here(), accept)
        });
        let keep = {
            let id = id.clone();
            move || self.keep(&id)
        };
        let remove = move || delete(self.keeping, self.status, id.clone());
        let other = if lost { words::review::find_a_place() } else { words::review::pick_another() };
        view! {
            <p class="entry-acts">
                {accept} {button("text-btn", None, words::review::go_to_passage(), go)}
                {button("text-btn", None, other, pick)}
                {button("text-btn", None, words::review::keep_as_it_is(), keep)}
                {button("text-btn", None, words::review::delete(), remove)}
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
        self.status.offer_undo(words::review::kept_as_it_is(), Arc::new(undo));
    }
}

/// Keeps a mark that got another place, says so, and offers to undo it.
pub(crate) fn put_in_place(keeping: Keeping, status: Status, before: Annotation, attached: Annotation) {
    match keeping.put_in_place(attached.clone()) {
        Ok(_) => {
            let undo = move || {
                let report = keeping.revert(Some(&before), &attached);
                if report.changed == 0 {
                    say_taken_back(status, report);
                }
            };
            status.offer_undo(words::review::has_its_place(), Arc::new(undo));
        }
        Err(error) => status.say(error.to_string()),
    }
}

fn review_words() -> AnyView {
    view! {
        <h2 id="needs-review" tabindex="-1">{words::review::needs_review()}</h2>
        <p class="attend-why">{words::review::why_review()}</p>
    }
    .into_any()
}

fn lost_words() -> AnyView {
    view! {
        <h2 id="lost-their-place" tabindex="-1">{words::review::lost_their_place()}</h2>
        <p class="attend-why">{words::review::why_lost()}</p>
    }
    .into_any()
}

/// Old words and new ones of an article in a language, what differs marked.
fn compared(old: &str, new: &str, language: &str) -> AnyView {
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
    let (its_own, ours) = (words::lang_of(language), words::lang_within(language));
    view! {
        <blockquote class="was" lang=its_own.clone()>
            <span lang=ours>{words::review::you_marked()}</span>
            {side(Change::New)}
        </blockquote>
        <blockquote class="was" lang=its_own>
            <span lang=ours>{words::review::it_now_reads()}</span>
            {side(Change::Gone)}
        </blockquote>
    }
    .into_any()
}

/// The reader's words, and the way to change them.
fn note(edited: RwSignal<Option<String>>, id: String) -> AnyView {
    let keeping = use_keeping();
    let (key, own) = (id.clone(), StoredValue::new(id.clone()));
    let editing = Memo::new(move |_| own.with_value(|own| edited.with(|edited| edited.as_ref() == Some(own))));
    let body = Memo::new(move |_| {
        keeping.read(|notebook| notebook.get(&key).filter(|a| a.has_body()).map(|a| a.body.clone()))
    });
    let content = move || {
        if editing.get() {
            let field = format!("desk-{id}");
            return view! {
                <div class="prompt entry-edit">
                    <NoteField id=field label=words::review::note().to_owned() target=NoteTarget::Of(id.clone()) />
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
                on:click=move |_| edited.set((!editing.get_untracked()).then(|| own.get_value()))
            >
                {move || if editing.get() { words::review::done() } else { words::review::edit_note() }}
            </button>
        </p>
    }
    .into_any()
}
