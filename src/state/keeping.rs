//! The notebook as a signal, and the records it is kept in.

mod reading;
#[cfg(not(feature = "ssr"))]
mod sealing;

use crate::annotation::{Annotation, Kind};
#[cfg(not(feature = "ssr"))]
use crate::notebook::Loading;
use crate::notebook::{Change, Notebook, Outcome, Report, Undo};
#[cfg(not(feature = "ssr"))]
use crate::platform::timer::Timer;
use crate::platform::{clock, ident};
use crate::storage::{Collection, Records, StoreError};
use leptos::prelude::*;

/// How many changes can be taken back, one after the other.
const UNDOS: usize = 20;
/// How long changes of other tabs are gathered before they are read: one repaint for all.
#[cfg(not(feature = "ssr"))]
const GATHER: std::time::Duration = std::time::Duration::from_millis(30);
/// A change that can be taken back.
#[derive(Clone, PartialEq)]
pub(crate) struct Done {
    /// Tells it from the others.
    pub(crate) number: usize,
    /// What was done.
    pub(crate) words: String,
    undo: Undo,
}

/// What the reader wrote, and whether it is being kept.
#[derive(Clone, Copy)]
pub(crate) struct Keeping {
    notebook: RwSignal<Notebook>,
    records: StoredValue<Option<Records>, LocalStorage>,
    failure: RwSignal<Option<StoreError>>,
    /// Whether the store was read.
    loaded: StoredValue<bool>,
    /// What is still being read, and when it goes on.
    #[cfg(not(feature = "ssr"))]
    loading: StoredValue<Option<(Loading, Option<Timer>)>, LocalStorage>,
    /// Whether nothing is being read any more.
    whole: RwSignal<bool>,
    done: RwSignal<Vec<Done>>,
    /// Counts the changes of the settings in other tabs.
    settings: RwSignal<usize>,
    locked: RwSignal<bool>,
    /// Whether something that was written is still to be sealed.
    sealing: RwSignal<bool>,
}

impl Keeping {
    /// Opens the store and reads the notebook. On the host there is neither. While an article is being opened, very
    /// many records are read a little at a time: the article comes first. See [`Keeping::finish`].
    pub(super) fn open(article_first: bool) -> Keeping {
        let keeping = Keeping {
            notebook: RwSignal::new(Notebook::default()),
            records: StoredValue::new_local(None),
            failure: RwSignal::new(None),
            loaded: StoredValue::new(false),
            #[cfg(not(feature = "ssr"))]
            loading: StoredValue::new_local(None),
            whole: RwSignal::new(true),
            done: RwSignal::new(Vec::new()),
            settings: RwSignal::new(0),
            locked: RwSignal::new(false),
            sealing: RwSignal::new(false),
        };
        #[cfg(not(feature = "ssr"))]
        {
            let shut = super::locking::at_first();
            keeping.locked.set(shut.is_some());
            let records = Records::new(shut.unwrap_or_else(super::discreet::store));
            let begun = records.list_once().and_then(|()| Loading::begin(&records));
            keeping.records.set_value(Some(records));
            match begun {
                Ok(loading) => keeping.begin(loading, article_first),
                Err(error) => keeping.failure.set(Some(error)),
            }
            keeping.follow_other_tabs();
        }
        #[cfg(feature = "ssr")]
        let _ = article_first;
        keeping
    }

    /// Every state has read what it keeps.
    pub(super) fn opened(self) {
        self.with_records(Records::forget_list);
    }

    /// Other tabs tell of their changes by storage events; a page that comes back was asleep meanwhile.
    #[cfg(not(feature = "ssr"))]
    fn follow_other_tabs(self) {
        use crate::platform::dom::Listener;
        use wasm_bindgen::JsCast;
        let heard = StoredValue::new_local(Vec::<String>::new());
        let soon = StoredValue::new_local(None::<Timer>);
        let storage = Listener::on_window("storage", move |event| {
            // Without a key, everything was cleared.
            let key = event.dyn_ref::<web_sys::StorageEvent>().and_then(web_sys::StorageEvent::key);
            heard.update_value(|heard| heard.push(key.unwrap_or_default()));
            if soon.with_value(Option::is_none) {
                soon.set_value(Timer::after(GATHER, move || {
                    soon.set_value(None);
                    self.hear(&heard.try_update_value(std::mem::take).unwrap_or_default());
                }));
            }
        });
        let pageshow = Listener::on_window("pageshow", move |event| {
            if event.dyn_ref::<web_sys::PageTransitionEvent>().is_some_and(web_sys::PageTransitionEvent::persisted) {
                self.refresh();
            }
        });
        let resume = Listener::on_document("resume", move |_| self.refresh());
        super::while_shown(vec![storage, pageshow, resume]);
    }

    /// Reads what other tabs changed under these keys.
    #[cfg(not(feature = "ssr"))]
    fn hear(self, keys: &[String]) {
        if keys.iter().any(String::is_empty) {
            self.refresh();
            return;
        }
        if keys.iter().any(|key| matches!(Collection::of_key(key), Some((Collection::Settings, _)))) {
            self.settings.update(|settings| *settings += 1);
        }
        let ours = |key: &&String| {
            matches!(Collection::of_key(key), Some((Collection::Annotation | Collection::Tombstone, _)))
        };
        let keys: Vec<&String> = keys.iter().filter(ours).collect();
        if !keys.is_empty() {
            // What can't be read just now, the banner says.
            let _ = self.act(|notebook, records| {
                keys.into_iter().try_for_each(|key| match Collection::of_key(key) {
                    Some((Collection::Annotation, id)) => notebook.reload(records, id, &mut ident::random),
                    Some((Collection::Tombstone, id)) => notebook.reload_tombstone(records, id),
                    _ => Ok(()),
                })
            });
        }
    }

    /// Reads the store again; what was never kept stays.
    #[cfg(not(feature = "ssr"))]
    fn refresh(self) {
        self.settings.update(|settings| *settings += 1);
        let _ = self.act(|notebook, records| notebook.refresh(records, &mut ident::random));
    }

    /// Acts on the notebook and its records, and says whether everything is kept. What could not be saved before is
    /// tried again: one save that went well does not help those that did not.
    fn act<T>(self, act: impl FnOnce(&mut Notebook, &Records) -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.finish();
        let result = self.with_records(|records| self.notebook.try_update(|notebook| act(notebook, records)));
        let result = result.flatten().unwrap_or(Err(StoreError::Blocked));
        let failure = match &result {
            Err(error) => Some(*error),
            // Of what is still to be sealed it was said already whether it can be kept.
            Ok(_) => self.catch_up().err().or(self.failure.get_untracked().filter(|_| self.sealing.get_untracked())),
        };
        if self.failure.get_untracked() != failure {
            self.failure.set(failure);
        }
        result
    }

    /// Reads what could not be read, and saves what could not be saved.
    fn catch_up(self) -> Result<(), StoreError> {
        let (loaded, unkept) = (self.loaded.get_value(), self.notebook.with_untracked(Notebook::unkept));
        if loaded && unkept == 0 {
            return Ok(());
        }
        let caught = self.with_records(|records| {
            self.notebook.try_update(|notebook| {
                if !loaded {
                    notebook.refresh(records, &mut ident::random)?;
                }
                notebook.retry(records, &mut ident::random)
            })
        });
        let caught = caught.flatten().unwrap_or(Err(StoreError::Blocked));
        self.loaded.set_value(loaded || caught.is_ok());
        caught
    }

    fn with_records<T>(self, act: impl FnOnce(&Records) -> T) -> Option<T> {
        self.records.try_with_value(|records| records.as_ref().map(act)).flatten()
    }

    /// Runs an action on the notebook and its records: for what changes many notes at once.
    pub(crate) fn with_both<T>(self, act: impl FnOnce(&mut Notebook, &Records) -> T) -> Option<T> {
        self.finish();
        self.with_records(|records| self.notebook.try_update(|notebook| act(notebook, records))).flatten()
    }

    /// Keeps nothing from now on: everything was erased, and this page is about to go.
    #[cfg(not(feature = "ssr"))]
    pub(crate) fn close(self) {
        self.records.set_value(None);
        self.loading.set_value(None);
    }

    /// Looks into the notebook, and again when it changes.
    pub(crate) fn read<T>(self, look: impl FnOnce(&Notebook) -> T) -> T {
        self.notebook.with(look)
    }

    /// Looks into the notebook once, at all of it.
    pub(crate) fn read_untracked<T>(self, look: impl FnOnce(&Notebook) -> T) -> T {
        self.finish();
        self.notebook.with_untracked(look)
    }

    /// Why nothing is being kept, if so.
    pub(crate) fn failure(self) -> Option<StoreError> {
        self.failure.get()
    }

    /// Whether the notebook is locked, and again when that changes.
    pub(crate) fn is_locked(self) -> bool {
        self.locked.get()
    }

    /// Whether something that was written is not kept before it is sealed, and again when it is.
    pub(crate) fn is_sealing(self) -> bool {
        self.sealing.get()
    }

    /// Runs when another tab changed the settings, or may have while this page was asleep.
    pub(super) fn when_settings_change(self, mut run: impl FnMut() + 'static) {
        let mut seen = None;
        super::effect(move || {
            let now = self.settings.get();
            if seen.replace(now).is_some_and(|before| before != now) {
                run();
            }
        });
    }

    /// The settings record of that id, if there is one that can be used.
    pub(super) fn setting(self, id: &str) -> Option<crate::json::Value> {
        let record = self.with_records(|records| records.get(Collection::Settings, id).ok().flatten()).flatten();
        record.map(|record| record.value)
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
            other: crate::json::Map::new(),
        }
    }

    /// Keeps an annotation, new or changed.
    ///
    /// # Errors
    /// The store's; the notebook shows the annotation all the same, and a banner says that it is not kept.
    pub(crate) fn put(self, annotation: Annotation) -> Result<Outcome, StoreError> {
        self.write(None, annotation).map(|(outcome, _)| outcome)
    }

    /// Keeps an annotation with the times it has: only its place is another.
    ///
    /// # Errors
    /// As [`Keeping::put`].
    pub(crate) fn put_in_place(self, annotation: Annotation) -> Result<Outcome, StoreError> {
        self.act(|notebook, records| notebook.put(records, annotation, &mut ident::random))
    }

    /// Keeps what the reader made of `base`, and says under which id: where another tab changed the words meanwhile,
    /// both versions are kept.
    ///
    /// # Errors
    /// As [`Keeping::put`].
    pub(crate) fn write(
        self,
        base: Option<&Annotation>,
        mut changed: Annotation,
    ) -> Result<(Outcome, String), StoreError> {
        self.act(|notebook, records| {
            notebook.stamp(&mut changed, clock::now());
            notebook.write(records, base, changed, &mut ident::random)
        })
    }

    /// Takes back an annotation that was begun and cancelled, without a trace. Where the reader deletes something, see
    /// [`Keeping::change`].
    ///
    /// # Errors
    /// The store's; the annotation is then still there.
    pub(crate) fn withdraw(self, id: &str) -> Result<Option<Annotation>, StoreError> {
        self.act(|notebook, records| notebook.withdraw(records, id, &mut ident::random))
    }

    /// Changes many at once.
    pub(crate) fn change(self, ids: &[String], change: &Change) -> Report {
        self.report(|notebook, records| notebook.change(records, ids, change, clock::now(), &mut ident::random))
    }

    /// Takes back what this page wrote since `before`, without a trace; see [`Notebook::revert`].
    pub(crate) fn revert(self, before: Option<&Annotation>, written: &Annotation) -> Report {
        self.report(|notebook, records| notebook.revert(records, before, written, &mut ident::random))
    }

    /// Takes a change back.
    pub(crate) fn undo(self, undo: &Undo) -> Report {
        self.report(|notebook, records| notebook.undo(records, undo, clock::now(), &mut ident::random))
    }

    fn report(self, act: impl FnOnce(&mut Notebook, &Records) -> Report) -> Report {
        let mut report = Report::default();
        let made = &mut report;
        let result = self.act(move |notebook, records| {
            *made = act(notebook, records);
            made.failure.map_or(Ok(()), Err)
        });
        // Where there are no records to act on, nothing was done.
        report.failure = result.err();
        report
    }

    /// Remembers the way back from a change; gives the number to take it back by.
    pub(crate) fn remember(self, words: &str, undo: Undo) -> usize {
        let number = self.done.with_untracked(|done| done.last().map_or(0, |done| done.number + 1));
        self.done.update(|done| {
            done.push(Done { number, words: words.to_owned(), undo });
            if done.len() > UNDOS {
                done.remove(0);
            }
        });
        number
    }

    /// The change that would be taken back next.
    pub(crate) fn last_done(self) -> Option<(usize, String)> {
        self.done.with(|done| done.last().map(|done| (done.number, done.words.clone())))
    }

    /// Takes a change back; `None` where that was done already.
    pub(crate) fn take_back(self, number: usize) -> Option<Report> {
        let at = self.done.with_untracked(|done| done.iter().position(|done| done.number == number))?;
        let done = self.done.try_update(|done| done.remove(at))?;
        Some(self.undo(&done.undo))
    }
}

/// What the reader wrote.
pub(crate) fn use_keeping() -> Keeping {
    super::state().keeping
}
