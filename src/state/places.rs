//! How far the reader got in each article.

use super::Keeping;
use crate::reading::Place;
use crate::storage::{Collection, Record};
use leptos::prelude::*;

/// The places, each with its slug.
#[derive(Clone, Copy)]
pub(crate) struct Places {
    places: RwSignal<Vec<(String, Place)>>,
    keeping: Keeping,
}

impl Places {
    /// Reads the places.
    pub(super) fn open(keeping: Keeping) -> Places {
        Places { places: RwSignal::new(load(keeping)), keeping }
    }

    /// Reads the places again: they are in another store now.
    #[cfg(not(feature = "ssr"))]
    pub(super) fn reload(self) {
        self.places.set(load(self.keeping));
    }

    /// The place in an article.
    pub(crate) fn get(self, slug: &str) -> Option<Place> {
        self.places.with(|places| find(places, slug))
    }

    /// The place in an article, once.
    pub(crate) fn get_untracked(self, slug: &str) -> Option<Place> {
        self.places.with_untracked(|places| find(places, slug))
    }

    /// Keeps a place. A place is no work of the reader's: the latest holds, and a failure is not worth a word.
    pub(crate) fn set(self, slug: &str, place: Place) {
        if crate::platform::page::discreet() {
            return;
        }
        self.keeping.records(|records| records.replace(Collection::Place, slug, &place.to_json()));
        self.places.update(|places| {
            places.retain(|(known, _)| known != slug);
            places.push((slug.to_owned(), place));
        });
    }
}

fn load(keeping: Keeping) -> Vec<(String, Place)> {
    let loaded = keeping.records(|records| records.load(Collection::Place).ok()).flatten().unwrap_or_default();
    let place = |record: Record| Some((record.id, Place::from_json(&record.value)?));
    loaded.records.into_iter().filter_map(place).collect()
}

fn find(places: &[(String, Place)], slug: &str) -> Option<Place> {
    places.iter().find(|(known, _)| known == slug).map(|(_, place)| *place)
}

/// How far the reader got.
pub(crate) fn use_places() -> Places {
    super::state().places
}
