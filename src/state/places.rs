//! How far the reader got in each article.

use super::Keeping;
use crate::reading::Place;
use crate::storage::Collection;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The places, by slug.
#[derive(Clone, Copy)]
pub(crate) struct Places {
    places: RwSignal<BTreeMap<String, Place>>,
    keeping: Keeping,
}

impl Places {
    /// Reads the places.
    pub(super) fn open(keeping: Keeping) -> Places {
        let loaded = keeping.records(|records| records.load(Collection::Place).ok()).flatten().unwrap_or_default();
        // Inserted one by one: collecting would bring a sort of its own into the wasm.
        let mut places = BTreeMap::new();
        for record in loaded.records {
            if let Some(place) = Place::from_json(&record.value) {
                places.insert(record.id, place);
            }
        }
        Places { places: RwSignal::new(places), keeping }
    }

    /// The place in an article.
    pub(crate) fn get(self, slug: &str) -> Option<Place> {
        self.places.with(|places| places.get(slug).copied())
    }

    /// The place in an article, once.
    pub(crate) fn get_untracked(self, slug: &str) -> Option<Place> {
        self.places.with_untracked(|places| places.get(slug).copied())
    }

    /// Keeps a place. A place is no work of the reader's: the latest holds, and a failure is not worth a word.
    pub(crate) fn set(self, slug: &str, place: Place) {
        self.keeping.records(|records| records.replace(Collection::Place, slug, &place.to_json()));
        self.places.update(|places| {
            places.insert(slug.to_owned(), place);
        });
    }
}

/// How far the reader got.
pub(crate) fn use_places() -> Places {
    super::provided(|| Places::open(super::use_keeping()))
}
