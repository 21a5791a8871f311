//! Storage and notebook: what a reader wrote survives every way a store can fail.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test that can not go on fails")]

use closely::annotation::{Annotation, Colour, Kind, TextQuoteSelector, TextRange};
use closely::notebook::{Filter, KindFilter, Notebook, Outcome};
use closely::storage::{Collection, Fault, MemoryStore, Records, Saved, Store, StoreError, Why, seal};
use serde_json::json;
use std::rc::Rc;

fn tab(store: &Rc<MemoryStore>) -> Records {
    Records::new(Rc::clone(store) as Rc<dyn Store>)
}

fn reflection(id: &str, body: &str) -> Annotation {
    Annotation {
        id: id.to_owned(),
        kind: Kind::Reflection,
        article: "pace".to_owned(),
        revision: "r1".to_owned(),
        section: "why".to_owned(),
        body: body.to_owned(),
        tags: Vec::new(),
        created: 1,
        modified: 1,
        other: serde_json::Map::new(),
    }
}

fn highlight(id: &str, exact: &str, colour: Colour) -> Annotation {
    let quote = TextQuoteSelector { exact: exact.to_owned(), ..TextQuoteSelector::default() };
    let position = TextRange::new(0, 4).expect("not empty");
    Annotation { kind: Kind::Highlight { colour, position, quote }, ..reflection(id, "") }
}

fn never() -> String {
    panic!("no second id is needed")
}

fn put(notebook: &mut Notebook, records: &Records, annotation: Annotation) {
    assert_eq!(notebook.put(records, annotation, &mut never), Ok(Outcome::Kept));
}

fn bodies(notebook: &Notebook) -> Vec<String> {
    let mut bodies: Vec<String> = notebook.annotations().map(|annotation| annotation.body.clone()).collect();
    bodies.sort();
    bodies
}

#[test]
fn what_was_written_is_there_after_a_restart_byte_for_byte() {
    let store = Rc::new(MemoryStore::default());
    let body = " two  spaces\r\n</script><img onerror=…> 👩‍👩‍👧 \u{2028}";
    put(&mut Notebook::default(), &tab(&store), reflection("a", body));
    let again = Notebook::load(&tab(&store)).expect("reachable");
    assert_eq!(bodies(&again), [body]);
    assert!(again.is_kept("a"));
}

#[test]
fn one_key_a_record_under_our_prefix() {
    let store = Rc::new(MemoryStore::default());
    let mut notebook = Notebook::default();
    put(&mut notebook, &tab(&store), reflection("a", "one"));
    put(&mut notebook, &tab(&store), reflection("b", "two"));
    assert_eq!(store.keys(), Ok(vec!["closely:annotation:a".to_owned(), "closely:annotation:b".to_owned()]));
}

#[test]
fn keys_of_others_are_neither_read_nor_touched() {
    let store = Rc::new(MemoryStore::default());
    store.put("other-site", "{not json");
    store.put("closely-notes", "theirs");
    let mut notebook = Notebook::load(&tab(&store)).expect("reachable");
    put(&mut notebook, &tab(&store), reflection("a", "mine"));
    assert!(notebook.delete(&tab(&store), "a", &mut never).expect("deleted").is_some());
    assert!(notebook.quarantined().is_empty());
    assert_eq!(store.read("other-site"), Ok(Some("{not json".to_owned())));
    assert_eq!(store.read("closely-notes"), Ok(Some("theirs".to_owned())));
}

#[test]
fn bad_records_are_set_aside_and_the_rest_loads() {
    let store = Rc::new(MemoryStore::default());
    let mut notebook = Notebook::default();
    for index in 0..999 {
        put(&mut notebook, &tab(&store), reflection(&format!("n{index}"), "words"));
    }
    let bad = [
        ("empty", String::new()),
        ("cut", seal(&json!({"id": "cut", "kind": "reflection"}))[..20].to_owned()),
        ("edited", seal(&json!({"id": "edited", "body": "a"})).replace("\"a\"", "\"b\"")),
        ("newer", "{\"version\":9,\"record\":{\"body\":\"from the future\"}}".to_owned()),
        ("partial", seal(&json!({"id": "partial", "kind": "reflection"}))),
        ("misnamed", seal(&json!({"id": "other"}))),
    ];
    for (id, bytes) in &bad {
        store.put(&format!("closely:annotation:{id}"), bytes);
    }
    let notebook = Notebook::load(&tab(&store)).expect("reachable");
    assert_eq!(notebook.len(), 999);
    assert_eq!(notebook.quarantined().len(), bad.len());
    let newer = notebook.quarantined().iter().find(|record| record.key.ends_with("newer")).expect("listed");
    assert_eq!(newer.why, Why::Newer(9));
    for (id, bytes) in &bad {
        assert_eq!(store.read(&format!("closely:annotation:{id}")), Ok(Some(bytes.clone())), "{id} is untouched");
    }
}

#[test]
fn a_full_store_keeps_the_old_note_and_the_page_keeps_the_new_one() {
    let store = Rc::new(MemoryStore::default());
    let mut notebook = Notebook::default();
    put(&mut notebook, &tab(&store), reflection("a", "old"));
    let before = store.read("closely:annotation:a");
    store.fail(Fault::Full);
    assert_eq!(notebook.put(&tab(&store), reflection("a", "new"), &mut never), Err(StoreError::Full));
    assert_eq!(store.read("closely:annotation:a"), before);
    assert_eq!(bodies(&notebook), ["new"]);
    assert!(!notebook.is_kept("a"));
    assert_eq!(notebook.unkept(), 1);
    store.fail(Fault::None);
    put(&mut notebook, &tab(&store), reflection("a", "new"));
    assert_eq!(notebook.unkept(), 0);
}

#[test]
fn saved_is_said_only_after_reading_back() {
    let store = Rc::new(MemoryStore::default());
    store.fail(Fault::Forgetful);
    let mut notebook = Notebook::default();
    assert_eq!(notebook.put(&tab(&store), reflection("a", "lost?"), &mut never), Err(StoreError::NotKept));
    assert_eq!(bodies(&notebook), ["lost?"]);
}

#[test]
fn a_blocked_store_says_so_and_nothing_panics() {
    let store = Rc::new(MemoryStore::default());
    store.fail(Fault::Blocked);
    assert_eq!(Notebook::load(&tab(&store)), Err(StoreError::Blocked));
    let mut notebook = Notebook::default();
    assert_eq!(notebook.put(&tab(&store), reflection("a", "words"), &mut never), Err(StoreError::Blocked));
    assert_eq!(bodies(&notebook), ["words"]);
}

#[test]
fn two_tabs_write_different_notes_and_both_are_there() {
    let store = Rc::new(MemoryStore::default());
    let (mut first, mut second) = (Notebook::default(), Notebook::default());
    put(&mut first, &tab(&store), reflection("a", "first"));
    put(&mut second, &tab(&store), reflection("b", "second"));
    first.reload(&tab(&store), "b", &mut never).expect("reachable");
    assert_eq!(bodies(&first), ["first", "second"]);
    assert_eq!(bodies(&Notebook::load(&tab(&store)).expect("reachable")), ["first", "second"]);
}

#[test]
fn two_tabs_write_the_same_note_and_both_versions_are_there() {
    let store = Rc::new(MemoryStore::default());
    let mut first = Notebook::default();
    put(&mut first, &tab(&store), reflection("a", "start"));
    let mut second = Notebook::load(&tab(&store)).expect("reachable");
    put(&mut first, &tab(&store), reflection("a", "written in the first"));
    let outcome = second.put(&tab(&store), reflection("a", "written in the second"), &mut || "b".to_owned());
    assert_eq!(outcome, Ok(Outcome::KeptBoth));
    let both = ["written in the first", "written in the second"];
    assert_eq!(bodies(&second), both);
    assert_eq!(bodies(&Notebook::load(&tab(&store)).expect("reachable")), both);
}

#[test]
fn an_edit_wins_over_a_delete_elsewhere() {
    let store = Rc::new(MemoryStore::default());
    let mut first = Notebook::default();
    put(&mut first, &tab(&store), reflection("a", "start"));
    let mut second = Notebook::load(&tab(&store)).expect("reachable");
    // Deleted in one tab, edited in the other.
    assert!(first.delete(&tab(&store), "a", &mut never).expect("deleted").is_some());
    put(&mut second, &tab(&store), reflection("a", "still wanted"));
    assert_eq!(bodies(&Notebook::load(&tab(&store)).expect("reachable")), ["still wanted"]);
    // Edited in one tab, deleted in the other before it heard of it.
    first.reload(&tab(&store), "a", &mut never).expect("reachable");
    put(&mut second, &tab(&store), reflection("a", "edited again"));
    assert_eq!(first.delete(&tab(&store), "a", &mut never), Ok(None));
    assert_eq!(bodies(&first), ["edited again"]);
}

#[test]
fn deleting_hands_the_note_back_for_undo() {
    let store = Rc::new(MemoryStore::default());
    let mut notebook = Notebook::default();
    put(&mut notebook, &tab(&store), reflection("a", "precious"));
    let deleted = notebook.delete(&tab(&store), "a", &mut never).expect("deleted").expect("was there");
    assert!(notebook.is_empty());
    assert_eq!(store.keys(), Ok(vec!["closely:tombstone:a".to_owned()]));
    assert_eq!(notebook.restore(&tab(&store), deleted, &mut never), Ok(true));
    assert_eq!(store.keys(), Ok(vec!["closely:annotation:a".to_owned()]));
    assert_eq!(bodies(&Notebook::load(&tab(&store)).expect("reachable")), ["precious"]);
}

#[test]
fn settings_of_a_newer_version_are_not_written_over() {
    let store = Rc::new(MemoryStore::default());
    let newer = "{\"version\":2,\"record\":{}}";
    store.put("closely:settings:reading", newer);
    let saved = tab(&store).replace(Collection::Settings, "reading", &json!({"theme": "dark"}));
    assert_eq!(saved, Ok(Saved::Conflict(Some(newer.to_owned()))));
    assert_eq!(store.read("closely:settings:reading"), Ok(Some(newer.to_owned())));
}

#[test]
fn the_filter_shows_what_was_asked() {
    let yellow = highlight("a", "Trust grows", Colour::Yellow);
    let noted = Annotation { body: "Ask in class".to_owned(), ..highlight("b", "slowly", Colour::Blue) };
    let thought = reflection("c", "Café at noon");
    let shown = |filter: Filter| {
        let all = [&yellow, &noted, &thought];
        all.into_iter().filter(|a| filter.admits(a)).map(|a| a.id.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(shown(Filter::default()), ["a", "b", "c"]);
    assert_eq!(shown(Filter { kind: KindFilter::Highlights, ..Filter::default() }), ["a", "b"]);
    assert_eq!(shown(Filter { kind: KindFilter::Notes, ..Filter::default() }), ["b"]);
    assert_eq!(shown(Filter { kind: KindFilter::Reflections, ..Filter::default() }), ["c"]);
    assert_eq!(shown(Filter { colour: Some(Colour::Blue), ..Filter::default() }), ["b"]);
    assert_eq!(shown(Filter { words: "cafe".to_owned(), ..Filter::default() }), ["c"]);
    assert_eq!(shown(Filter { words: "trust".to_owned(), ..Filter::default() }), ["a"]);
    assert_eq!(shown(Filter { article: Some("other".to_owned()), ..Filter::default() }), Vec::<&str>::new());
}
