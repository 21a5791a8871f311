//! Cancelling: what was only just written goes without a trace, and what another tab wrote stays.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that can not go on fails")]

use closely::annotation::{Annotation, Colour, Kind, TextQuoteSelector, TextRange};
use closely::json::Map;
use closely::notebook::{Notebook, Outcome, Report};
use closely::storage::{MemoryStore, Records, Store};
use std::rc::Rc;

struct Tab {
    notebook: Notebook,
    records: Records,
}

impl Tab {
    fn open(store: &Rc<MemoryStore>) -> Tab {
        let records = Records::new(Rc::clone(store) as Rc<dyn Store>);
        Tab { notebook: Notebook::load(&records).expect("reachable"), records }
    }

    fn put(&mut self, annotation: Annotation) {
        assert_eq!(self.notebook.put(&self.records, annotation, &mut never), Ok(Outcome::Kept));
    }

    fn hear(&mut self) {
        self.notebook.refresh(&self.records, &mut never).expect("reachable");
    }

    fn revert(&mut self, before: Option<&Annotation>, written: &Annotation) -> Report {
        self.notebook.revert(&self.records, before, written, &mut never)
    }
}

fn never() -> String {
    panic!("no second id is needed")
}

fn highlight(body: &str) -> Annotation {
    let quote = TextQuoteSelector { exact: "Trust grows".to_owned(), ..TextQuoteSelector::default() };
    let position = TextRange::new(0, 11).expect("not empty");
    Annotation {
        id: "a".to_owned(),
        kind: Kind::Highlight { colour: Colour::Yellow, position, quote },
        article: "pace".to_owned(),
        revision: "r1".to_owned(),
        section: "why".to_owned(),
        body: body.to_owned(),
        tags: Vec::new(),
        created: 1,
        modified: 1,
        other: Map::new(),
    }
}

fn written(body: &str) -> Annotation {
    Annotation { modified: 5, ..highlight(body) }
}

#[test]
fn what_was_typed_goes_without_a_trace_and_comes_back_if_asked() {
    let store = Rc::new(MemoryStore::default());
    let mut tab = Tab::open(&store);
    tab.put(highlight("before"));
    let stored = store.texts();
    tab.put(written("typed"));
    let report = tab.revert(Some(&highlight("before")), &written("typed"));
    assert_eq!((report.changed, report.left), (1, 0));
    assert_eq!(store.texts(), stored, "byte for byte, times too");
    assert_eq!(tab.notebook.undo(&tab.records, &report.undo, 6, &mut never).changed, 1);
    assert_eq!(tab.notebook.get("a").map(|note| note.body.as_str()), Some("typed"));
}

#[test]
fn what_was_made_only_then_is_gone_and_leaves_no_tombstone() {
    let store = Rc::new(MemoryStore::default());
    let mut tab = Tab::open(&store);
    tab.put(written("typed"));
    assert_eq!(tab.revert(None, &written("typed")).changed, 1);
    assert!(store.texts().is_empty());
}

#[test]
fn words_of_another_tab_are_never_taken_back() {
    let store = Rc::new(MemoryStore::default());
    let (mut here, mut there) = (Tab::open(&store), Tab::open(&store));
    here.put(written("typed"));
    there.hear();
    there.put(written("rewritten elsewhere"));
    here.hear();
    for before in [None, Some(highlight("before"))] {
        let report = here.revert(before.as_ref(), &written("typed"));
        assert_eq!((report.changed, report.left), (0, 1));
        assert_eq!(here.notebook.get("a").map(|note| note.body.as_str()), Some("rewritten elsewhere"));
    }
}

#[test]
fn a_colour_given_elsewhere_stays_while_the_words_go_back() {
    let store = Rc::new(MemoryStore::default());
    let (mut here, mut there) = (Tab::open(&store), Tab::open(&store));
    here.put(written("typed"));
    there.hear();
    let mut pink = written("typed");
    if let Kind::Highlight { colour, .. } = &mut pink.kind {
        *colour = Colour::Pink;
    }
    there.put(pink);
    here.hear();
    assert_eq!(here.revert(Some(&highlight("before")), &written("typed")).changed, 1);
    let note = here.notebook.get("a").expect("there");
    assert_eq!((note.body.as_str(), note.colour()), ("before", Some(Colour::Pink)));
}
