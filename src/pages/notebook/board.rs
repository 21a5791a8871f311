//! What the parts of the page share: what is shown, edited and chosen.

use crate::annotation::{Annotation, Kind};
use crate::components::review::Desk;
use crate::library;
use crate::notebook::{self, Group, Listing, PAGE, View};
use crate::platform::dom::{self, Listener};
use crate::platform::timer::{self, Timer};
use crate::platform::{clock, focus, history};
use crate::search::Query;
use crate::state::{Keeping, Site, Status, effect, use_keeping, use_site, use_status, while_shown};
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::time::Duration;

/// How long after the last change the address says what is shown.
const PAUSE: Duration = Duration::from_millis(400);

/// How many entries are made in a frame.
const PORTION: usize = 20;

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(super) struct Board {
    pub(super) keeping: Keeping,
    pub(super) status: Status,
    pub(super) site: Site,
    /// Which entries are shown, and how.
    pub(super) view: RwSignal<View>,
    /// The words that are looked for.
    pub(super) query: Memo<Query>,
    /// All entries that the view admits.
    pub(super) listing: Memo<Listing>,
    /// What needs the reader, apart from the list.
    pub(super) desk: Desk,
    /// Those that are on the page.
    pub(super) shown: Memo<Vec<Group>>,
    /// The entry whose note is being edited: it stays whatever the filter says.
    pub(super) editing: RwSignal<Option<String>>,
    /// Whether entries can be chosen.
    pub(super) selecting: RwSignal<bool>,
    /// The chosen ones.
    pub(super) chosen: RwSignal<BTreeSet<String>>,
    writing: StoredValue<Option<Timer>, LocalStorage>,
    /// How many entries may be on the page in this frame.
    rows: RwSignal<usize>,
}

impl Board {
    pub(super) fn new() -> Board {
        let keeping = use_keeping();
        let asked = if cfg!(feature = "ssr") { String::new() } else { history::query() };
        let view = RwSignal::new(View::from_query(&asked));
        let editing = RwSignal::new(None::<String>);
        let desk = Desk::new();
        let listing = Memo::new(move |_| {
            let edited = editing.get();
            let held = |id: &str| edited.as_deref() == Some(id);
            keeping.read(|notebook| view.with(|view| Listing::new(notebook, view, &World, &held, &|id| desk.holds(id))))
        });
        // On paper nothing can be pressed to see more.
        let printing = RwSignal::new(false);
        while_shown(vec![
            Listener::on_window("beforeprint", move |_| printing.set(true)),
            Listener::on_window("afterprint", move |_| printing.set(false)),
        ]);
        let rows = RwSignal::new(view.with_untracked(|view| view.limit));
        let board = Board {
            keeping,
            status: use_status(),
            site: use_site(),
            view,
            query: Memo::new(move |_| view.with(|view| Query::parse(&view.filter.words))),
            listing,
            desk,
            shown: Memo::new(move |_| {
                let limit = if printing.get() { usize::MAX } else { view.with(|view| view.limit).min(rows.get()) };
                listing.with(|listing| listing.first(limit))
            }),
            editing,
            selecting: RwSignal::new(false),
            chosen: RwSignal::new(BTreeSet::new()),
            writing: StoredValue::new_local(None),
            rows,
        };
        board.keep_address();
        board.forget_what_is_gone();
        board
    }

    /// Keeps the address and the view in step.
    fn keep_address(self) {
        let mut first = true;
        effect(move || {
            let query = self.view.with(View::to_query);
            // A view that came from the address is there already: written late, it would overwrite where the reader went.
            let wanted = !std::mem::take(&mut first) && query != history::query();
            self.writing.set_value(wanted.then(|| Timer::after(PAUSE, move || self.write_address())).flatten());
        });
        // Whoever leaves by a link or by a key finds the same view when they come back.
        let flush = move || {
            if self.writing.with_value(Option::is_some) {
                self.write_address();
            }
        };
        let follow = move || timer::next_frame(move || timer::next_frame(move || self.follow_address()));
        while_shown(vec![
            Listener::on_document("pointerdown", move |_| flush()),
            Listener::on_document("keydown", move |event| {
                if dom::closest(&event, "a[href]").is_some() {
                    flush();
                }
            }),
            Listener::on_document("click", move |event| {
                if dom::closest(&event, "a[href]").is_some() {
                    follow();
                }
            }),
            Listener::on_window("popstate", move |_| follow()),
        ]);
    }

    /// Puts the view into the address.
    pub(super) fn write_address(self) {
        self.writing.set_value(None);
        let Some(query) = self.view.try_with_untracked(View::to_query) else { return };
        if query != history::query() {
            history::replace_query(&query);
        }
    }

    /// Shows what the address says, when a link or the way back changed it.
    fn follow_address(self) {
        let here = untrack(|| self.site.route()) == Some(crate::link::Route::Notebook);
        let Some(shown) = self.view.try_get_untracked().filter(|_| here) else { return };
        let asked = View::from_query(&history::query());
        if asked != shown && self.writing.with_value(Option::is_none) {
            self.rows.set(asked.limit);
            self.view.set(asked);
        }
    }

    /// What is deleted or filtered out is no longer chosen.
    fn forget_what_is_gone(self) {
        effect(move || {
            let gone = self.listing.with(|listing| {
                let there: BTreeSet<&String> = listing.ids().collect();
                self.chosen.with_untracked(|chosen| chosen.iter().any(|id| !there.contains(id)))
            });
            if gone {
                let there: BTreeSet<String> = self.listing.with_untracked(|listing| listing.ids().cloned().collect());
                self.chosen.update(|chosen| chosen.retain(|id| there.contains(id)));
            }
        });
    }

    /// Shows something else: as much as fits on a screen at once and the rest in the frames after it, so that whoever
    /// types or chooses on is not kept waiting for entries that they can't see.
    pub(super) fn show(self, change: impl FnOnce(&mut View)) {
        self.rows.set(PORTION);
        self.view.update(change);
        self.fill();
    }

    /// Brings what is missing, a portion a frame.
    fn fill(self) {
        timer::next_frame(move || {
            let Some(rows) = self.rows.try_get_untracked() else { return };
            if self.view.try_with_untracked(|view| view.limit).is_some_and(|limit| limit > rows) {
                self.rows.set(rows.saturating_add(PORTION));
                self.fill();
            }
        });
    }

    /// Shows the next entries, and moves the keyboard to the first of them.
    pub(super) fn show_more(self) {
        let limit = self.view.with_untracked(|view| view.limit);
        let next = self.listing.with_untracked(|listing| listing.ids().nth(limit).cloned());
        self.rows.set(limit.saturating_add(PORTION));
        self.view.update(|view| view.limit = limit.saturating_add(PAGE));
        self.fill();
        if let Some(next) = next {
            timer::next_frame(move || focus_entry(&next));
        }
    }

    /// Moves the keyboard to the entry after one that is about to go; to the heading where there is none.
    pub(super) fn focus_after(self, id: &str) {
        let next = self.listing.with_untracked(|listing| {
            let ids: Vec<&String> = listing.ids().collect();
            let at = ids.iter().position(|other| *other == id)?;
            let next = ids.get(at + 1).or_else(|| ids.get(at.checked_sub(1)?))?;
            Some((*next).clone())
        });
        timer::next_frame(move || match next.filter(|next| dom::by_id(&entry_id(next)).is_some()) {
            Some(next) => focus_entry(&next),
            None => focus::focus_heading(),
        });
    }
}

/// The id of an entry's element.
pub(super) fn entry_id(id: &str) -> String {
    format!("entry-{id}")
}

fn focus_entry(id: &str) {
    if let Some(entry) = dom::by_id(&entry_id(id)) {
        focus::focus(&entry);
    }
}

/// The embedded library, and the days of this device.
struct World;

impl notebook::Library for World {
    fn place(&self, annotation: &Annotation) -> (usize, u32) {
        let Some(article) = library::catalogue().iter().position(|meta| meta.slug == annotation.article) else {
            return (usize::MAX, 0);
        };
        let section = library::meta(&annotation.article).and_then(|meta| meta.section(&annotation.section));
        let position = match &annotation.kind {
            Kind::Highlight { position, .. } => position.start(),
            Kind::Bookmark | Kind::Reflection => section.map_or(u32::MAX, |section| section.start),
            Kind::Answer { .. } => section.map_or(u32::MAX, |section| section.end),
        };
        (article, position)
    }

    fn day(&self, at: i64) -> i64 {
        clock::day_start(at)
    }
}
