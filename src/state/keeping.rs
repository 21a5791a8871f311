//! The notebook as a signal, and the records it is kept in.

use crate::annotation::{Annotation, Kind};
use crate::notebook::{Notebook, Outcome};
use crate::platform::{clock, ident};
#[cfg(not(feature = "ssr"))]
use crate::storage::Collection;
use crate::storage::{Records, StoreError};
use leptos::prelude::*;

/// What the reader wrote, and whether it is being kept.
#[derive(Clone, Copy)]
pub(crate) struct Keeping {
    notebook: RwSignal<Notebook>,
    records: StoredValue<Option<Records>, LocalStorage>,
    failure: RwSignal<Option<StoreError>>,
}

impl Keeping {
    /// Opens the store and reads the notebook. On the host there is neither.
    pub(super) fn open() -> Keeping {
        let keeping = Keeping {
            notebook: RwSignal::new(Notebook::default()),
            records: StoredValue::new_local(None),
            failure: RwSignal::new(None),
        };
        #[cfg(not(feature = "ssr"))]
        {
            let records = Records::new(super::discreet::store());
            match Notebook::load(&records) {
                Ok(notebook) => keeping.notebook.set(notebook),
                Err(error) => keeping.failure.set(Some(error)),
            }
            keeping.records.set_value(Some(records));
            keeping.follow_other_tabs();
        }
        keeping
    }

    /// Other tabs tell of their changes by storage events; a page that comes back was asleep meanwhile.
    #[cfg(not(feature = "ssr"))]
    fn follow_other_tabs(self) {
        use crate::platform::dom::Listener;
        use wasm_bindgen::JsCast;
        let storage = Listener::on_window("storage", move |event| {
            let key = event.dyn_ref::<web_sys::StorageEvent>().and_then(web_sys::StorageEvent::key);
            match key.as_deref().map(Collection::of_key) {
                Some(Some((Collection::Annotation, id))) => self.reload(id),
                Some(_) => {}
                // Everything was cleared.
                None => self.reload_all(),
            }
        });
        let pageshow = Listener::on_window("pageshow", move |event| {
            if event.dyn_ref::<web_sys::PageTransitionEvent>().is_some_and(web_sys::PageTransitionEvent::persisted) {
                self.reload_all();
            }
        });
        super::while_shown(vec![storage, pageshow]);
    }

    #[cfg(not(feature = "ssr"))]
    fn reload(self, id: &str) {
        self.with_records(|records| self.notebook.try_update(|notebook| notebook.reload(records, id)));
    }

    /// Reads the store again; what was never kept stays.
    #[cfg(not(feature = "ssr"))]
    fn reload_all(self) {
        self.with_records(|records| {
            if let Ok(loaded) = records.load(Collection::Annotation) {
                self.notebook.update(|notebook| {
                    let known: Vec<String> = notebook.annotations().map(|annotation| annotation.id.clone()).collect();
                    let stored = loaded.records.into_iter().map(|record| record.id);
                    for id in known.into_iter().chain(stored) {
                        let _ = notebook.reload(records, &id);
                    }
                });
            }
        });
    }

    fn with_records<T>(self, act: impl FnOnce(&Records) -> T) -> Option<T> {
        self.records.try_with_value(|records| records.as_ref().map(act)).flatten()
    }

    /// Looks into the notebook, and again when it changes.
    pub(crate) fn read<T>(self, look: impl FnOnce(&Notebook) -> T) -> T {
        self.notebook.with(look)
    }

    /// Looks into the notebook once.
    pub(crate) fn read_untracked<T>(self, look: impl FnOnce(&Notebook) -> T) -> T {
        self.notebook.with_untracked(look)
    }

    /// Why nothing is being kept, if so.
    pub(crate) fn failure(self) -> Option<StoreError> {
        self.failure.get()
    }

    /// Runs an action on the records, such as reading another collection.
    pub(crate) fn records<T>(self, act: impl FnOnce(&Records) -> T) -> Option<T> {
        self.with_records(act)
    }

    /// A new annotation of an article's section, not kept yet.
    pub(crate) fn draft(self, kind: Kind, article: &str, revision: &str, section: &str) -> Annotation {
        let now = clock::now();
        Annotation {
            id: ident::random(),
            kind,
            article: article.to_owned(),
            revision: revision.to_owned(),
            section: section.to_owned(),
            body: String::new(),
            tags: Vec::new(),
            created: now,
            modified: now,
            other: serde_json::Map::new(),
        }
    }

    /// Keeps an annotation, new or changed.
    ///
    /// # Errors
    /// The store's; the notebook shows the annotation all the same, and a banner says that it is not kept.
    pub(crate) fn put(self, mut annotation: Annotation) -> Result<Outcome, StoreError> {
        annotation.modified = clock::now();
        let kept = self.with_records(|records| {
            self.notebook.try_update(|notebook| notebook.put(records, annotation, ident::random))
        });
        let outcome = kept.flatten().unwrap_or(Err(StoreError::Blocked));
        // One save that went well does not help those that did not.
        let unkept = self.notebook.with_untracked(Notebook::unkept);
        self.failure.set(match outcome {
            Err(error) => Some(error),
            Ok(_) if unkept > 0 => self.failure.get_untracked(),
            Ok(_) => None,
        });
        outcome
    }

    /// Deletes an annotation and hands it back for undo.
    ///
    /// # Errors
    /// The store's; the annotation is then still there.
    pub(crate) fn delete(self, id: &str) -> Result<Option<Annotation>, StoreError> {
        let deleted = self.with_records(|records| self.notebook.try_update(|notebook| notebook.delete(records, id)));
        deleted.flatten().unwrap_or(Err(StoreError::Blocked))
    }
}

/// What the reader wrote.
pub(crate) fn use_keeping() -> Keeping {
    super::state().keeping
}
