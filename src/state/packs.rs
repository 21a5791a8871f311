//! Reading packs: those that the reader makes, and those that they opened.
//!
//! A pack is kept under a hash of all that it says: one never takes the place of another. Packs are read when something
//! first asks for them: the first page does without.

use super::Keeping;
use crate::pack::{MOST_STOPS, Pack, Stop, from_json, own_from_json, to_json};
use crate::platform::dom::Listener;
use crate::platform::ident;
use crate::storage::{Collection, Saved, StoreError};
use crate::words;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Packs by their ids in the store.
type Shelf = Vec<(String, Pack)>;

/// The reader's packs.
#[derive(Clone, Copy)]
pub(crate) struct Packs {
    keeping: Keeping,
    own: RwSignal<Shelf>,
    opened: RwSignal<Shelf>,
    /// The own pack that was worked on last.
    current: RwSignal<Option<String>>,
    /// Whether they were read.
    begun: StoredValue<bool>,
}

impl Packs {
    /// None yet.
    pub(super) fn new(keeping: Keeping) -> Packs {
        let [own, opened] = [(); 2].map(|()| RwSignal::new(Shelf::new()));
        Packs { keeping, own, opened, current: RwSignal::new(None), begun: StoredValue::new(false) }
    }

    /// Reads the packs, the first time, and hears of them from then on.
    fn read_once(self) {
        if self.begun.try_update_value(|begun| std::mem::replace(begun, true)) != Some(false) {
            return;
        }
        self.reload(false);
        let (packs, keeping) = (self, self.keeping);
        let storage = Listener::on_window("storage", move |event| {
            let key = event.dyn_ref::<web_sys::StorageEvent>().and_then(web_sys::StorageEvent::key);
            let changed = key.as_deref().map(|key| Collection::of_key(key).map(|(collection, _)| collection));
            // Without a key everything was cleared.
            if matches!(changed, None | Some(Some(Collection::OwnPack))) {
                let _ = packs.own.try_set(load(keeping, Collection::OwnPack));
            }
            if matches!(changed, None | Some(Some(Collection::Pack))) {
                let _ = packs.opened.try_set(load(keeping, Collection::Pack));
            }
        });
        // Nothing is heard while a page is asleep.
        let pageshow = Listener::on_window("pageshow", move |event| {
            if event.dyn_ref::<web_sys::PageTransitionEvent>().is_some_and(web_sys::PageTransitionEvent::persisted) {
                packs.reload(false);
            }
        });
        let resume = Listener::on_document("resume", move |_| packs.reload(false));
        // As long as the page lives, whoever asked first.
        std::mem::forget([storage, pageshow, resume]);
    }

    /// Reads the packs again: they are in another store now. `bring`: those in memory are brought there first.
    pub(super) fn reload(self, bring: bool) {
        for (shelf, collection) in [(self.own, Collection::OwnPack), (self.opened, Collection::Pack)] {
            for (id, pack) in shelf.get_untracked().into_iter().filter(|_| bring) {
                let _ = write(self.keeping, collection, &id, &pack);
            }
        }
        self.own.set(load(self.keeping, Collection::OwnPack));
        self.opened.set(load(self.keeping, Collection::Pack));
    }

    /// Looks at the packs that the reader makes.
    pub(crate) fn own<T>(self, look: impl FnOnce(&Shelf) -> T) -> T {
        self.own.with(look)
    }

    /// Looks at the packs that the reader opened.
    pub(crate) fn opened<T>(self, look: impl FnOnce(&Shelf) -> T) -> T {
        self.opened.with(look)
    }

    /// A pack of the reader's making.
    pub(crate) fn own_pack(self, id: &str) -> Option<Pack> {
        self.own.with_untracked(|shelf| find(shelf, id))
    }

    /// A pack that was opened, and again when it changes.
    pub(crate) fn opened_pack(self, id: &str) -> Option<Pack> {
        self.opened.with(|shelf| find(shelf, id))
    }

    /// Begins a pack and gives its id.
    pub(crate) fn begin(self) -> Result<String, StoreError> {
        let id: String = ident::random().chars().take(16).collect();
        self.keep(Pack { id: id.clone(), ..Pack::default() })?;
        Ok(id)
    }

    /// Keeps a pack of the reader's making.
    pub(crate) fn keep(self, pack: Pack) -> Result<(), StoreError> {
        self.current.set(Some(pack.id.clone()));
        let outcome = write(self.keeping, Collection::OwnPack, &pack.id, &pack);
        put(self.own, pack.id.clone(), pack);
        outcome
    }

    /// Changes a pack of the reader's making, as it is now in the store: another tab may have changed it.
    pub(crate) fn change(self, id: &str, change: impl FnOnce(&mut Pack)) -> Result<(), StoreError> {
        let stored = self.keeping.records(|records| records.get(Collection::OwnPack, id).ok().flatten()).flatten();
        let stored = stored.and_then(|record| own_from_json(&record.value).ok());
        let Some(mut pack) = stored.or_else(|| self.own_pack(id)) else { return Ok(()) };
        change(&mut pack);
        self.keep(pack)
    }

    /// Adds a stop to the pack that was worked on last, or begins one; says what happened.
    pub(crate) fn add_stop(self, stop: Stop) -> String {
        let current = self.current.get_untracked().filter(|id| self.own_pack(id).is_some());
        let last = || self.own.with_untracked(|shelf| shelf.last().map(|(id, _)| id.clone()));
        let id = match current.or_else(last).map_or_else(|| self.begin(), Ok) {
            Ok(id) => id,
            Err(error) => return error.to_string(),
        };
        if self.own_pack(&id).is_some_and(|pack| pack.stops.len() >= MOST_STOPS) {
            return words::storage::pack_full(MOST_STOPS);
        }
        match self.change(&id, |pack| pack.stops.push(stop)) {
            Ok(()) => {
                let pack = self.own_pack(&id).unwrap_or_default();
                words::storage::added_to_pack(&named(&pack), pack.stops.len())
            }
            Err(error) => error.to_string(),
        }
    }

    /// Takes a pack of the reader's making away and hands it back.
    pub(crate) fn discard(self, id: &str) -> Option<Pack> {
        take(self.keeping, Collection::OwnPack, self.own, id)
    }

    /// Keeps a pack that came from outside, and gives its id in the store.
    pub(crate) fn receive(self, pack: Pack) -> Result<String, StoreError> {
        let id = pack.fingerprint();
        let outcome = write(self.keeping, Collection::Pack, &id, &pack);
        put(self.opened, id.clone(), pack);
        outcome.map(|()| id)
    }

    /// Takes an opened pack away and hands it back. Answers to it are the reader's own and stay.
    pub(crate) fn remove(self, id: &str) -> Option<Pack> {
        take(self.keeping, Collection::Pack, self.opened, id)
    }
}

/// What a pack is called in a sentence.
pub(crate) fn named(pack: &Pack) -> String {
    match pack.title.trim() {
        "" => words::storage::new_pack().to_owned(),
        title => words::storage::pack_title(title),
    }
}

fn find(shelf: &Shelf, id: &str) -> Option<Pack> {
    shelf.iter().find(|(known, _)| known == id).map(|(_, pack)| pack.clone())
}

fn put(shelf: RwSignal<Shelf>, id: String, pack: Pack) {
    shelf.update(|shelf| match shelf.iter_mut().find(|(known, _)| *known == id) {
        Some((_, known)) => *known = pack,
        None => shelf.push((id, pack)),
    });
}

fn load(keeping: Keeping, collection: Collection) -> Shelf {
    let loaded = keeping.records(|records| records.load(collection).ok()).flatten().unwrap_or_default();
    let mut shelf = Vec::new();
    for record in loaded.records {
        // One that can't be read stays in the store as it is.
        let pack = if collection == Collection::Pack { from_json(&record.value) } else { own_from_json(&record.value) };
        if let Ok(pack) = pack {
            shelf.push((record.id, pack));
        }
    }
    shelf
}

fn write(keeping: Keeping, collection: Collection, id: &str, pack: &Pack) -> Result<(), StoreError> {
    let saved = keeping.records(|records| records.replace(collection, id, &to_json(pack)));
    match saved {
        Some(Ok(Saved::Kept(_))) => Ok(()),
        Some(Ok(Saved::Conflict(_))) => Err(StoreError::NotKept),
        Some(Err(error)) => Err(error),
        None => Err(StoreError::Blocked),
    }
}

fn take(keeping: Keeping, collection: Collection, shelf: RwSignal<Shelf>, id: &str) -> Option<Pack> {
    let pack = shelf.with_untracked(|shelf| find(shelf, id))?;
    keeping.records(|records| {
        let record = records.get(collection, id).ok().flatten()?;
        records.remove(collection, id, &record.bytes).ok()
    });
    shelf.update(|shelf| shelf.retain(|(known, _)| known != id));
    Some(pack)
}

/// The reader's packs.
pub(crate) fn use_packs() -> Packs {
    let packs = super::state().packs;
    packs.read_once();
    packs
}
