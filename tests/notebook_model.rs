//! Two or three tabs over one store, at random: clocks jump, room runs out, writes and events are dropped, tabs are
//! killed. Held against a simple model: no words that a reader wrote are ever lost, and none come back unasked.
//!
//! A failure prints its smallest case and its seed, and is kept in `notebook_model.proptest-regressions`. `PROPTEST_CASES`
//! says how many cases are tried.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test that can not go on fails")]

use closely::annotation::{Annotation, Colour, Kind, TextQuoteSelector, TextRange};
use closely::notebook::{Change, Notebook, Undo};
use closely::storage::{Collection, Fault, MemoryStore, Records, Store};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;

/// What happens. Numbers name tabs and entries by counting round.
#[derive(Clone, Debug)]
enum Act {
    /// A new note is written.
    Write(usize),
    /// A note is written anew.
    Edit(usize, usize),
    /// A field is opened; its words are written only later.
    Begin(usize, usize),
    /// The words of the opened field are written.
    Finish(usize),
    Recolour(usize, usize, Colour),
    Tag(usize, usize),
    /// Several are deleted at once.
    Delete(usize, usize, usize),
    Undo(usize),
    /// Another tab's changes are heard of.
    Hear(usize, usize),
    /// Another tab's changes are never heard of.
    Miss(usize),
    /// The page comes back from sleep.
    Wake(usize),
    /// The tab is killed, and opened again.
    Kill(usize),
    Retry(usize),
    Clock(usize, i64),
    Fail(usize, Fault),
    Room(Option<usize>),
}

fn fault() -> impl Strategy<Value = Fault> {
    use Fault::{Blocked, Forgetful, Full, None, Refused, Unreadable};
    prop_oneof![4 => Just(None), 2 => Just(Full), 1 => Just(Forgetful), 1 => Just(Refused), 1 => Just(Unreadable), 1 => Just(Blocked)]
}

fn act() -> impl Strategy<Value = Act> {
    let tab = 0..3usize;
    let entry = 0..6usize;
    let colour = prop::sample::select(Colour::ALL.to_vec());
    prop_oneof![
        3 => tab.clone().prop_map(Act::Write),
        5 => (tab.clone(), entry.clone()).prop_map(|(tab, entry)| Act::Edit(tab, entry)),
        2 => (tab.clone(), entry.clone()).prop_map(|(tab, entry)| Act::Begin(tab, entry)),
        2 => tab.clone().prop_map(Act::Finish),
        2 => (tab.clone(), entry.clone(), colour).prop_map(|(tab, entry, colour)| Act::Recolour(tab, entry, colour)),
        1 => (tab.clone(), entry.clone()).prop_map(|(tab, entry)| Act::Tag(tab, entry)),
        3 => (tab.clone(), entry, 1..3usize).prop_map(|(tab, entry, count)| Act::Delete(tab, entry, count)),
        2 => tab.clone().prop_map(Act::Undo),
        4 => (tab.clone(), 1..6usize).prop_map(|(tab, count)| Act::Hear(tab, count)),
        1 => tab.clone().prop_map(Act::Miss),
        1 => tab.clone().prop_map(Act::Wake),
        1 => tab.clone().prop_map(Act::Kill),
        2 => tab.clone().prop_map(Act::Retry),
        1 => (tab, -100_000..100_000i64).prop_map(|(tab, jump)| Act::Clock(tab, jump)),
        2 => (0..8usize, fault()).prop_map(|(calls, fault)| Act::Fail(calls, fault)),
        1 => prop::option::of(500..3000usize).prop_map(Act::Room),
    ]
}

/// One tab.
struct Tab {
    notebook: Notebook,
    heard: VecDeque<String>,
    clock: i64,
    undos: Vec<Undo>,
    field: Option<Annotation>,
}

/// What has to be true of a note's words. Every text is written once.
#[derive(Default)]
struct Words {
    /// The words written in their place by somebody who saw them.
    followed_by: Vec<String>,
    /// Some of those were kept: these are gone for good, and rightly.
    replaced: bool,
    /// Deleted by somebody who saw them, for good.
    deleted: bool,
    /// Somebody who had not heard of that did something else to the note: it may be there again.
    may_return: bool,
    /// Whether they were in the store, and not deleted since.
    kept: bool,
    /// A tab that had not been able to save them was killed; the reader had been told.
    unsaved: bool,
}

struct World {
    store: Rc<MemoryStore>,
    records: Records,
    tabs: Vec<Tab>,
    words: BTreeMap<String, Words>,
    made: usize,
}

const NEWER: (&str, &str) = ("closely:annotation:n1", "{\"version\":7,\"record\":{\"note\":\"from later\"}}");
const DAMAGED: (&str, &str) = ("closely:annotation:n3", "{\"version\":1,\"checksum\":\"0");
const FOREIGN: (&str, &str) = ("closely", "somebody else’s");

impl World {
    fn new(tabs: usize) -> World {
        let store = Rc::new(MemoryStore::default());
        for (key, bytes) in [NEWER, DAMAGED, FOREIGN] {
            store.put(key, bytes);
        }
        let records = Records::new(Rc::clone(&store) as Rc<dyn Store>);
        let mut world = World { store, records, tabs: Vec::new(), words: BTreeMap::new(), made: 0 };
        world.tabs = (0..tabs).map(|_| world.open()).collect();
        world
    }

    fn open(&self) -> Tab {
        let notebook = Notebook::load(&self.records).unwrap_or_default();
        Tab { notebook, heard: VecDeque::new(), clock: 1_000_000, undos: Vec::new(), field: None }
    }

    /// Lets a tab act on its notebook; the others are told of what changed in the store.
    fn act<T>(&mut self, at: usize, act: impl FnOnce(&mut Tab, &Records, &mut dyn FnMut() -> String, i64) -> T) -> T {
        let before = self.store.texts();
        let made = &mut self.made;
        let mut fresh = || {
            *made += 1;
            format!("n{made}")
        };
        let tab = &mut self.tabs[at];
        tab.clock += 10;
        let now = tab.clock;
        let result = act(tab, &self.records, &mut fresh, now);
        let after = self.store.texts();
        let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
        let changed: Vec<&String> = keys.into_iter().filter(|key| before.get(*key) != after.get(*key)).collect();
        for (index, tab) in self.tabs.iter_mut().enumerate() {
            if index != at {
                tab.heard.extend(changed.iter().map(|key| (*key).clone()));
            }
        }
        result
    }

    fn entry(&self, at: usize, number: usize) -> Option<Annotation> {
        let notebook = &self.tabs[at].notebook;
        notebook.annotations().nth(number.checked_rem(notebook.len())?).cloned()
    }

    /// New words, written by somebody who saw these.
    fn words(&mut self, seen: Option<&str>) -> String {
        let words = format!("words {}", self.words.len());
        if let Some(seen) = seen.and_then(|seen| self.words.get_mut(seen)) {
            seen.followed_by.push(words.clone());
        }
        self.words.insert(words.clone(), Words::default());
        words
    }

    /// Somebody did something to a note with these words: it may come back if it was deleted elsewhere.
    fn touch(&mut self, words: &str) {
        if let Some(words) = self.words.get_mut(words) {
            words.may_return = true;
        }
    }

    fn put(&mut self, at: usize, base: Option<Annotation>, mut changed: Annotation) {
        let before = base.as_ref().map_or(i64::MIN, |base| base.modified);
        self.touch(&changed.body);
        self.act(at, |tab, records, fresh, now| {
            tab.notebook.stamp(&mut changed, now);
            assert!(changed.modified > before, "a change is later than what it changes");
            // What could not be saved stays in the notebook; the page says so.
            let _ = tab.notebook.write(records, base.as_ref(), changed, fresh);
        });
    }

    fn step(&mut self, act: Act) {
        let tabs = self.tabs.len();
        match act {
            Act::Write(at) => {
                let body = self.words(None);
                self.made += 1;
                let id = format!("n{}", self.made);
                self.put(at % tabs, None, note(&id, &body));
            }
            Act::Edit(at, number) => {
                let Some(base) = self.entry(at % tabs, number) else { return };
                let body = self.words(Some(&base.body));
                self.put(at % tabs, Some(base.clone()), Annotation { body, ..base });
            }
            Act::Begin(at, number) => self.tabs[at % tabs].field = self.entry(at % tabs, number),
            Act::Finish(at) => {
                let Some(base) = self.tabs[at % tabs].field.take() else { return };
                let body = self.words(Some(&base.body));
                // A field brings back what was deleted under it: the reader goes on writing.
                self.put(at % tabs, Some(base.clone()), Annotation { body, ..base });
            }
            Act::Recolour(at, number, new) => {
                let Some(base) = self.entry(at % tabs, number) else { return };
                let mut changed = base.clone();
                if let Kind::Highlight { colour, .. } = &mut changed.kind {
                    *colour = new;
                }
                self.put(at % tabs, Some(base), changed);
            }
            Act::Tag(at, number) => {
                let Some(base) = self.entry(at % tabs, number) else { return };
                let change = Change::AddTag(format!("tag {number}"));
                let ids = [base.id];
                let report = self
                    .act(at % tabs, |tab, records, fresh, now| tab.notebook.change(records, &ids, &change, now, fresh));
                if report.changed > 0 {
                    self.touch(&base.body);
                }
            }
            Act::Delete(at, number, count) => self.delete(at % tabs, number, count),
            Act::Undo(at) => self.undo(at % tabs),
            Act::Hear(at, count) => {
                self.act(at % tabs, |tab, records, fresh, _| {
                    for _ in 0..count {
                        let Some(key) = tab.heard.pop_front() else { break };
                        // A store that can't be read: the tab wakes up to it later.
                        let _ = match Collection::of_key(&key) {
                            Some((Collection::Annotation, id)) => tab.notebook.reload(records, id, fresh),
                            Some((Collection::Tombstone, id)) => tab.notebook.reload_tombstone(records, id),
                            _ => Ok(()),
                        };
                    }
                });
            }
            Act::Miss(at) => self.tabs[at % tabs].heard.clear(),
            Act::Wake(at) => {
                self.act(at % tabs, |tab, records, fresh, _| {
                    tab.heard.clear();
                    let _ = tab.notebook.refresh(records, fresh);
                });
            }
            Act::Kill(at) => self.kill(at % tabs),
            Act::Retry(at) => {
                self.act(at % tabs, |tab, records, fresh, _| {
                    let _ = tab.notebook.retry(records, fresh);
                });
            }
            Act::Clock(at, jump) => self.tabs[at % tabs].clock += jump,
            Act::Fail(calls, fault) => self.store.fail_after(calls, fault),
            Act::Room(room) => self.store.limit(room),
        }
    }

    fn delete(&mut self, at: usize, number: usize, count: usize) {
        let count = count.min(self.tabs[at].notebook.len());
        let chosen: Vec<Annotation> = (number..number + count).filter_map(|number| self.entry(at, number)).collect();
        let ids: Vec<String> = chosen.iter().map(|annotation| annotation.id.clone()).collect();
        let report =
            self.act(at, |tab, records, fresh, now| tab.notebook.change(records, &ids, &Change::Delete, now, fresh));
        let kept = self.kept();
        for annotation in chosen {
            // Removed, though the store could not say so: the page keeps it, and says that it is not saved.
            if let Some(words) = self.words.get_mut(&annotation.body).filter(|_| !kept.contains(&annotation.body)) {
                words.kept = false;
            }
            let gone = self.tabs[at].notebook.get(&annotation.id).is_none();
            if let Some(words) = self.words.get_mut(&annotation.body).filter(|_| gone) {
                words.deleted = true;
                words.may_return = false;
                words.kept = false;
            }
            if gone {
                self.give_way(&annotation.body);
            }
        }
        if !report.undo.is_empty() {
            self.tabs[at].undos.push(report.undo);
        }
    }

    fn undo(&mut self, at: usize) {
        let Some(undo) = self.tabs[at].undos.pop() else { return };
        let before = self.shown(at);
        self.act(at, |tab, records, fresh, now| tab.notebook.undo(records, &undo, now, fresh));
        for words in self.shown(at).difference(&before) {
            if let Some(words) = self.words.get_mut(words) {
                words.deleted = false;
            }
        }
    }

    fn shown(&self, at: usize) -> BTreeSet<String> {
        self.tabs[at].notebook.annotations().map(|annotation| annotation.body.clone()).collect()
    }

    /// Kills a tab. Words that it could not save, and said so, are gone.
    fn kill(&mut self, at: usize) {
        let kept = self.kept();
        let notebook = &self.tabs[at].notebook;
        let unsaved: Vec<String> = notebook
            .annotations()
            .filter(|annotation| !notebook.is_kept(&annotation.id) && !kept.contains(&annotation.body))
            .map(|annotation| annotation.body.clone())
            .collect();
        unsaved.iter().for_each(|words| self.give_up(words));
        let clock = self.tabs[at].clock;
        self.tabs[at] = Tab { clock, ..self.open() };
    }

    /// These words were never kept, nor were those in whose place they were written, if those never were.
    fn give_up(&mut self, lost: &str) {
        if let Some(words) = self.words.get_mut(lost) {
            words.unsaved = true;
        }
        let before = self.words.iter().filter(|(_, state)| state.followed_by.iter().any(|words| words == lost));
        let before: Vec<String> = before.filter(|(_, state)| !state.kept).map(|(words, _)| words.clone()).collect();
        before.iter().for_each(|words| self.give_up(words));
    }

    /// Those in whose place these were written are deleted with them.
    fn give_way(&mut self, deleted: &str) {
        let before = self.words.iter().filter(|(_, state)| state.followed_by.iter().any(|words| words == deleted));
        let before: Vec<String> = before.map(|(words, _)| words.clone()).collect();
        for words in before {
            self.give_way(&words);
            if let Some(state) = self.words.get_mut(&words) {
                state.replaced = true;
            }
        }
    }

    /// The words that are in the store.
    fn kept(&self) -> BTreeSet<String> {
        let texts = self.store.texts();
        let notes = texts.iter().filter(|(key, _)| key.starts_with("closely:annotation:"));
        let body = |bytes: &String| Some(bytes.split_once("\"body\":\"")?.1.split_once('"')?.0.to_owned());
        notes.filter_map(|(_, bytes)| body(bytes)).collect()
    }

    /// The words that are in the store, or on a page that says that they are not saved.
    fn held(&self) -> BTreeSet<String> {
        let mut held = self.kept();
        for tab in &self.tabs {
            let unkept = tab.notebook.annotations().filter(|annotation| !tab.notebook.is_kept(&annotation.id));
            held.extend(unkept.map(|annotation| annotation.body.clone()));
        }
        held
    }

    fn check(&mut self) {
        let kept = self.kept();
        for (words, state) in &mut self.words {
            state.kept |= kept.contains(words);
            state.replaced |= state.followed_by.iter().any(|words| kept.contains(words));
        }
        let held = self.held();
        for (words, state) in &self.words {
            assert!(state.unsaved || self.is_safe(words, &held), "“{words}” are lost");
        }
        let texts = self.store.texts();
        for (key, bytes) in [NEWER, DAMAGED, FOREIGN] {
            assert_eq!(texts.get(key).map(String::as_str), Some(bytes), "{key} is untouched");
        }
    }

    /// Held, or deleted, or in the place of those that followed and are safe themselves.
    fn is_safe(&self, words: &str, held: &BTreeSet<String>) -> bool {
        let state = &self.words[words];
        let gone = state.deleted || state.replaced;
        gone || held.contains(words) || state.followed_by.iter().any(|words| self.is_safe(words, held))
    }

    /// Everything works again, every tab hears of everything: all show the same, and all of it is kept.
    fn settle(&mut self) {
        self.store.fail(Fault::None);
        self.store.limit(None);
        // What was deleted for good and is held by nobody unsaved must not come back from here on.
        let held = self.held();
        let gone = self
            .words
            .iter()
            .filter(|(words, state)| state.deleted && !state.may_return && !held.contains(words.as_str()));
        let gone: Vec<String> = gone.map(|(words, _)| words.clone()).collect();
        for _ in 0..2 {
            for at in 0..self.tabs.len() {
                self.act(at, |tab, records, fresh, _| {
                    tab.notebook.refresh(records, fresh).expect("readable");
                    tab.notebook.retry(records, fresh).expect("room");
                    tab.heard.clear();
                });
            }
        }
        self.check();
        let kept = self.kept();
        for words in gone {
            assert!(!kept.contains(&words), "“{words}” came back unasked");
        }
        for tab in &self.tabs {
            assert_eq!(tab.notebook.unkept(), 0);
            let shown: BTreeSet<String> = tab.notebook.annotations().map(|a| a.body.clone()).collect();
            assert_eq!(shown, kept, "a tab shows what the store has");
            assert_eq!(tab.notebook.quarantined().len(), 2);
        }
    }
}

fn note(id: &str, body: &str) -> Annotation {
    let quote = TextQuoteSelector { exact: "some words".to_owned(), ..TextQuoteSelector::default() };
    let position = TextRange::new(0, 10).expect("not empty");
    Annotation {
        id: id.to_owned(),
        kind: Kind::Highlight { colour: Colour::Yellow, position, quote },
        article: "pace".to_owned(),
        revision: "r1".to_owned(),
        section: "why".to_owned(),
        body: body.to_owned(),
        tags: Vec::new(),
        created: 1,
        modified: 1,
        other: Default::default(),
    }
}

fn live(tabs: usize, acts: Vec<Act>) {
    let mut world = World::new(tabs);
    for act in acts {
        world.step(act);
        world.check();
    }
    world.settle();
}

proptest! {
    #[test]
    fn nothing_that_was_written_is_lost_and_nothing_comes_back_unasked(
        tabs in 2..=3usize,
        acts in prop::collection::vec(act(), 1..60),
    ) {
        live(tabs, acts);
    }
}
