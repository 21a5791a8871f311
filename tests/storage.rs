//! Storage and notebook: what a reader wrote survives every way a store can fail.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test that can not go on fails")]

use closely::annotation::{Annotation, Colour, Kind, TextQuoteSelector, TextRange};
use closely::json::{Map, Value};
use closely::notebook::{Change, Filter, KindFilter, Notebook, Outcome, TOMBSTONES};
use closely::storage::{Collection, Fault, MemoryStore, Records, Saved, Store, StoreError, VERSION, Why, seal};
use std::rc::Rc;

fn json(text: &str) -> Value {
    text.parse().expect("it is JSON")
}

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
        other: Map::new(),
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
        ("cut", seal(&json(r#"{"id": "cut", "kind": "reflection"}"#))[..20].to_owned()),
        ("edited", seal(&json(r#"{"id": "edited", "body": "a"}"#)).replace("\"a\"", "\"b\"")),
        ("newer", "{\"version\":9,\"record\":{\"body\":\"from the future\"}}".to_owned()),
        ("partial", seal(&json(r#"{"id": "partial", "kind": "reflection"}"#))),
        ("misnamed", seal(&json(r#"{"id": "other"}"#))),
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
    let saved = tab(&store).replace(Collection::Settings, "reading", &json(r#"{"theme": "dark"}"#));
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

/// The cases of `fixtures/store/cases.json` over the memory store; `e2e/specs/faults.spec.ts` runs them over a browser's
/// local storage.
#[test]
fn the_memory_store_fails_as_local_storage_does() {
    let cases: Value = include_str!("fixtures/store/cases.json").parse().expect("it is JSON");
    let cases = cases.as_array().expect("a list");
    assert!(cases.len() > 10);
    for case in cases {
        let text = |name: &str| case.get(name).and_then(Value::as_str);
        let name = text("name").expect("named");
        let store = Rc::new(MemoryStore::default());
        let mut notebook = Notebook::default();
        if let Some(before) = text("before") {
            put(&mut notebook, &tab(&store), reflection("a", before));
        }
        store.fail(match text("fault").expect("a fault") {
            "none" => Fault::None,
            "absent" => Fault::Absent,
            "blocked" => Fault::Blocked,
            "full" => Fault::Full,
            "refused" => Fault::Refused,
            "unreadable" => Fault::Unreadable,
            "forgetful" => Fault::Forgetful,
            other => panic!("no fault {other}"),
        });
        let failed = match text("act") {
            Some("write") => notebook.put(&tab(&store), reflection("a", "new"), &mut never).err(),
            Some("delete") => notebook.delete(&tab(&store), "a", &mut never).err(),
            other => panic!("no act {other:?}"),
        };
        assert_eq!(failed.map(|error| error.to_string()).as_deref(), text("says"), "{name}");
        assert_eq!(notebook.get("a").map(|note| note.body.as_str()), text("shown"), "{name}");
        store.fail(Fault::None);
        let stored = Notebook::load(&tab(&store)).expect("reachable");
        assert_eq!(stored.get("a").map(|note| note.body.as_str()), text("stored"), "{name}");
    }
}

/// Records of every version that was ever released open, and those of this version are written as they were.
#[test]
fn records_of_every_version_open() {
    let fixtures = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/records");
    for version in 1..=VERSION {
        let folder = fixtures.join(format!("v{version}"));
        let mut seen = 0;
        for file in std::fs::read_dir(&folder).unwrap_or_else(|_| panic!("fixtures of version {version} are kept")) {
            let path = file.expect("readable").path();
            let name = path.file_stem().expect("named").to_string_lossy().into_owned();
            let bytes = std::fs::read_to_string(&path).expect("readable").trim_end().to_owned();
            let (kind, id) = name.split_once('-').expect("named by collection and id");
            let store = Rc::new(MemoryStore::default());
            let key = format!("closely:{kind}:{id}");
            store.put(&key, &bytes);
            let (collection, _) = Collection::of_key(&key).expect("a collection of ours");
            let record = tab(&store).get(collection, id).expect("reachable").unwrap_or_else(|| panic!("{name} opens"));
            if collection == Collection::Annotation || collection == Collection::Tombstone {
                let notebook = Notebook::load(&tab(&store)).expect("reachable");
                assert_eq!(notebook.quarantined(), [], "{name} makes sense");
                let known = notebook.get(id).is_some() || notebook.tombstone(id).is_some();
                assert!(known, "{name} is known");
                if let Some(annotation) = notebook.get(id)
                    && version == VERSION
                {
                    assert_eq!(seal(&closely::annotation::to_json(annotation)), bytes, "{name} is written as it was");
                }
            }
            if version == VERSION {
                assert_eq!(seal(&record.value), bytes, "{name} is sealed as it was");
            }
            seen += 1;
        }
        assert!(seen >= 7, "every kind of record of version {version} has a fixture");
    }
}

#[test]
fn a_newer_record_keeps_its_bytes_and_its_id() {
    let store = Rc::new(MemoryStore::default());
    let newer = "{\"version\":9,\"record\":{\"body\":\"from later\"}}";
    store.put("closely:annotation:a", newer);
    let mut notebook = Notebook::load(&tab(&store)).expect("reachable");
    // An import, or a note made before the other version came, may have the same id.
    let outcome = notebook.put(&tab(&store), reflection("a", "mine"), &mut || "b".to_owned());
    assert_eq!(outcome, Ok(Outcome::KeptBoth));
    assert_eq!(store.read("closely:annotation:a"), Ok(Some(newer.to_owned())));
    assert_eq!(notebook.get("b").map(|note| note.body.as_str()), Some("mine"));
    assert_eq!(notebook.delete(&tab(&store), "a", &mut never), Ok(None));
    assert_eq!(store.read("closely:annotation:a"), Ok(Some(newer.to_owned())));
}

#[test]
fn what_a_newer_version_rewrites_is_listed_and_no_longer_shown() {
    let store = Rc::new(MemoryStore::default());
    let mut notebook = Notebook::default();
    put(&mut notebook, &tab(&store), reflection("a", "old"));
    store.put("closely:annotation:a", "{\"version\":9,\"record\":{}}");
    notebook.reload(&tab(&store), "a", &mut never).expect("reachable");
    assert!(notebook.is_empty());
    assert_eq!(notebook.quarantined().len(), 1);
}

#[test]
fn what_is_damaged_while_it_is_shown_is_kept_beside_the_damage() {
    let store = Rc::new(MemoryStore::default());
    let mut notebook = Notebook::default();
    put(&mut notebook, &tab(&store), reflection("a", "the last good copy"));
    store.put("closely:annotation:a", "{\"version\":1,");
    notebook.reload(&tab(&store), "a", &mut || "b".to_owned()).expect("reachable");
    notebook.retry(&tab(&store), &mut never).expect("room");
    let again = Notebook::load(&tab(&store)).expect("reachable");
    assert_eq!(bodies(&again), ["the last good copy"]);
    assert_eq!(again.quarantined().len(), 1);
}

#[test]
fn a_change_of_colour_and_one_of_words_are_one_note() {
    let store = Rc::new(MemoryStore::default());
    let mut first = Notebook::default();
    put(&mut first, &tab(&store), highlight("a", "Trust grows", Colour::Yellow));
    let mut second = Notebook::load(&tab(&store)).expect("reachable");
    put(&mut first, &tab(&store), highlight("a", "Trust grows", Colour::Pink));
    let noted = Annotation { body: "Ask".to_owned(), ..highlight("a", "Trust grows", Colour::Yellow) };
    put(&mut second, &tab(&store), noted);
    let both = Notebook::load(&tab(&store)).expect("reachable");
    assert_eq!(both.len(), 1);
    assert_eq!(both.get("a").map(|a| (a.body.as_str(), a.colour())), Some(("Ask", Some(Colour::Pink))));
}

#[test]
fn words_typed_over_what_another_tab_wrote_meanwhile_stand_beside_it() {
    let store = Rc::new(MemoryStore::default());
    let mut notebook = Notebook::default();
    put(&mut notebook, &tab(&store), reflection("a", "start"));
    let base = notebook.get("a").cloned();
    let mut other = Notebook::load(&tab(&store)).expect("reachable");
    put(&mut other, &tab(&store), reflection("a", "theirs"));
    notebook.reload(&tab(&store), "a", &mut never).expect("reachable");
    let written = notebook.write(&tab(&store), base.as_ref(), reflection("a", "mine"), &mut || "b".to_owned());
    assert_eq!(written, Ok((Outcome::KeptBoth, "b".to_owned())));
    assert_eq!(bodies(&Notebook::load(&tab(&store)).expect("reachable")), ["mine", "theirs"]);
}

#[test]
fn words_that_could_not_be_saved_survive_a_change_and_a_deletion_elsewhere() {
    for deleted in [false, true] {
        let store = Rc::new(MemoryStore::default());
        let mut notebook = Notebook::default();
        put(&mut notebook, &tab(&store), reflection("a", "start"));
        let mut other = Notebook::load(&tab(&store)).expect("reachable");
        store.fail(Fault::Full);
        assert_eq!(notebook.put(&tab(&store), reflection("a", "unsaved"), &mut never), Err(StoreError::Full));
        store.fail(Fault::None);
        if deleted {
            other.delete(&tab(&store), "a", &mut never).expect("deleted");
        } else {
            put(&mut other, &tab(&store), reflection("a", "theirs"));
        }
        notebook.reload(&tab(&store), "a", &mut || "b".to_owned()).expect("reachable");
        notebook.retry(&tab(&store), &mut never).expect("room");
        let all = bodies(&Notebook::load(&tab(&store)).expect("reachable"));
        assert_eq!(all, if deleted { vec!["unsaved"] } else { vec!["theirs", "unsaved"] });
    }
}

#[test]
fn a_tombstone_tells_old_versions_from_later_ones_whatever_the_clock_says() {
    let store = Rc::new(MemoryStore::default());
    let mut notebook = Notebook::default();
    let mut first = reflection("a", "first");
    notebook.stamp(&mut first, 1000);
    put(&mut notebook, &tab(&store), first.clone());
    // The clock was set back by a year.
    let mut second = reflection("a", "second");
    notebook.stamp(&mut second, -31_536_000_000);
    assert!(second.modified > first.modified);
    put(&mut notebook, &tab(&store), second.clone());
    let mut elsewhere = Annotation { body: "edited elsewhere".to_owned(), ..second.clone() };
    notebook.stamp(&mut elsewhere, -31_536_000_000);
    notebook.delete(&tab(&store), "a", &mut never).expect("deleted");
    let again = Notebook::load(&tab(&store)).expect("reachable");
    let deleted_at = again.tombstone("a").expect("is left").modified;
    assert!(first.modified <= deleted_at && second.modified <= deleted_at, "these stay deleted");
    assert!(elsewhere.modified > deleted_at, "this one wins");
    let bytes = store.read("closely:tombstone:a").expect("reachable").expect("is there");
    assert!(!bytes.contains("second"), "nothing of what it said is left");
}

#[test]
fn tombstones_are_bounded_and_the_oldest_go_first() {
    let store = Rc::new(MemoryStore::default());
    let mut notebook = Notebook::default();
    for index in 0..TOMBSTONES + 3 {
        let id = format!("n{index}");
        put(&mut notebook, &tab(&store), reflection(&id, "words"));
        notebook.delete(&tab(&store), &id, &mut never).expect("deleted");
    }
    let again = Notebook::load(&tab(&store)).expect("reachable");
    let left = |index: usize| again.tombstone(&format!("n{index}")).is_some();
    assert_eq!(store.keys().expect("reachable").len(), TOMBSTONES);
    assert!(!left(0) && !left(2) && left(3) && left(TOMBSTONES + 2));
}

#[test]
fn a_deletion_without_room_for_a_tombstone_is_a_deletion() {
    let store = Rc::new(MemoryStore::default());
    let mut notebook = Notebook::default();
    put(&mut notebook, &tab(&store), reflection("a", "words"));
    store.limit(Some(10));
    assert!(notebook.delete(&tab(&store), "a", &mut never).expect("deleted").is_some());
    assert_eq!(store.keys(), Ok(Vec::new()));
}

#[test]
fn many_are_changed_and_taken_back_in_one_step() {
    let store = Rc::new(MemoryStore::default());
    let records = tab(&store);
    let mut notebook = Notebook::default();
    for id in ["a", "b"] {
        put(&mut notebook, &records, highlight(id, "Trust grows", Colour::Yellow));
    }
    put(&mut notebook, &records, reflection("c", "thought"));
    let before = store.texts();
    let ids = ["a", "b", "c"].map(str::to_owned);
    let colours = |notebook: &Notebook| notebook.annotations().map(Annotation::colour).collect::<Vec<_>>();

    let report = notebook.change(&records, &ids, &Change::Colour(Colour::Pink), 5, &mut never);
    assert_eq!((report.changed, report.left, report.failure), (2, 0, None));
    assert_eq!(colours(&notebook), [Some(Colour::Pink), Some(Colour::Pink), None]);
    let back = notebook.undo(&records, &report.undo, 6, &mut never);
    assert_eq!(colours(&notebook), [Some(Colour::Yellow), Some(Colour::Yellow), None]);
    // The way back has a way forth.
    notebook.undo(&records, &back.undo, 7, &mut never);
    assert_eq!(colours(&notebook), [Some(Colour::Pink), Some(Colour::Pink), None]);

    let tagged = notebook.change(&records, &ids, &Change::AddTag("class".to_owned()), 8, &mut never);
    assert_eq!(tagged.changed, 3);
    assert_eq!(notebook.change(&records, &ids, &Change::AddTag("class".to_owned()), 9, &mut never).changed, 0);
    let deleted = notebook.change(&records, &ids, &Change::Delete, 9, &mut never);
    assert_eq!((deleted.changed, notebook.len()), (3, 0));
    assert_eq!(notebook.undo(&records, &deleted.undo, 10, &mut never).changed, 3);
    assert!(notebook.annotations().all(|annotation| annotation.tags == ["class"]));
    assert_eq!(store.texts().len(), before.len(), "no tombstone is left");
}

#[test]
fn taking_back_leaves_alone_what_was_changed_elsewhere_since() {
    let store = Rc::new(MemoryStore::default());
    let records = tab(&store);
    let mut notebook = Notebook::default();
    put(&mut notebook, &records, highlight("a", "Trust grows", Colour::Yellow));
    put(&mut notebook, &records, reflection("b", "thought"));
    let ids = ["a".to_owned()];
    let report = notebook.change(&records, &ids, &Change::Colour(Colour::Pink), 5, &mut never);
    let mut other = Notebook::load(&records).expect("reachable");
    let noted = Annotation { body: "written elsewhere".to_owned(), ..other.get("a").expect("there").clone() };
    put(&mut other, &records, noted);
    notebook.reload(&records, "a", &mut never).expect("reachable");
    notebook.undo(&records, &report.undo, 6, &mut never);
    let a = notebook.get("a").expect("there");
    assert_eq!((a.colour(), a.body.as_str()), (Some(Colour::Yellow), "written elsewhere"));

    // Deleted here, edited in a tab that had not heard of it: the edit stays, and there is nothing to bring back.
    let gone = notebook.change(&records, &["b".to_owned()], &Change::Delete, 7, &mut never);
    put(&mut other, &records, reflection("b", "edited elsewhere"));
    let back = notebook.undo(&records, &gone.undo, 8, &mut never);
    assert_eq!((back.changed, back.left), (0, 1));
    assert_eq!(notebook.get("b").map(|note| note.body.as_str()), Some("edited elsewhere"));
}

#[test]
fn a_change_of_many_stops_where_the_store_fails_and_shows_what_is_kept() {
    let store = Rc::new(MemoryStore::default());
    let records = tab(&store);
    let mut notebook = Notebook::default();
    for id in ["a", "b", "c"] {
        put(&mut notebook, &records, highlight(id, "Trust grows", Colour::Yellow));
    }
    // Each change reads, writes and reads back.
    store.fail_after(4, Fault::Full);
    let ids = ["a", "b", "c"].map(str::to_owned);
    let report = notebook.change(&records, &ids, &Change::Colour(Colour::Pink), 5, &mut never);
    assert_eq!(report.failure, Some(StoreError::Full));
    store.fail(Fault::None);
    let colours = |notebook: &Notebook| notebook.annotations().map(Annotation::colour).collect::<Vec<_>>();
    assert_eq!(colours(&notebook), colours(&Notebook::load(&records).expect("reachable")));
    assert_eq!(notebook.unkept(), 0);
    assert_eq!(notebook.undo(&records, &report.undo, 6, &mut never).changed, report.changed);
}

#[test]
fn ten_thousand_records_are_read_and_listed_at_once() {
    let store = Rc::new(MemoryStore::default());
    for index in 0..10_000 {
        let id = format!("{index:032x}");
        let noted = Annotation { body: format!("note {index}"), ..highlight(&id, "Trust grows slowly", Colour::Blue) };
        store.put(&format!("closely:annotation:{id}"), &seal(&closely::annotation::to_json(&noted)));
    }
    let start = std::time::Instant::now();
    let notebook = Notebook::load(&tab(&store)).expect("reachable");
    let loaded = start.elapsed();
    assert_eq!(notebook.len(), 10_000);
    // Far more than an unoptimised program needs, far less than one that looks at every record for every other.
    assert!(loaded.as_secs() < 20, "{loaded:?}");
    println!("10,000 records in {loaded:?}");
}

/// Found by the model: the store removed the note and could not say so.
#[test]
fn a_deletion_that_can_not_be_read_back_leaves_the_note_to_be_saved_again() {
    let store = Rc::new(MemoryStore::default());
    let mut notebook = Notebook::default();
    put(&mut notebook, &tab(&store), reflection("a", "words"));
    // Two reads and the removal go well.
    store.fail_after(3, Fault::Unreadable);
    assert_eq!(notebook.delete(&tab(&store), "a", &mut never), Err(StoreError::Unreadable));
    store.fail(Fault::None);
    assert_eq!(store.read("closely:annotation:a"), Ok(None));
    notebook.refresh(&tab(&store), &mut never).expect("reachable");
    notebook.retry(&tab(&store), &mut never).expect("room");
    assert_eq!(bodies(&Notebook::load(&tab(&store)).expect("reachable")), ["words"]);
}

/// Found by the model: a field brought back what another tab had deleted, with a clock that was behind.
#[test]
fn a_change_is_later_than_what_it_changes_even_where_that_is_gone() {
    let mut changed = Annotation { modified: 5000, ..reflection("a", "words") };
    Notebook::default().stamp(&mut changed, 10);
    assert!(changed.modified > 5000);
}

#[test]
fn what_was_begun_and_cancelled_leaves_the_store_as_it_was() {
    let store = Rc::new(MemoryStore::default());
    let (records, mut notebook) = (tab(&store), Notebook::default());
    put(&mut notebook, &records, reflection("a", "kept"));
    let before = store.keys().expect("reachable");
    put(&mut notebook, &records, reflection("b", "not this after all"));
    let taken = notebook.withdraw(&records, "b", &mut never).expect("reachable");
    assert_eq!(taken.map(|annotation| annotation.body).as_deref(), Some("not this after all"));
    assert_eq!(store.keys().expect("reachable"), before);
    assert_eq!(bodies(&notebook), ["kept"]);
    // Another tab that has it lets go of it; what was typed there since wins.
    let mut other = Notebook::load(&records).expect("reachable");
    put(&mut notebook, &records, reflection("c", "mine"));
    other.reload(&records, "c", &mut never).expect("reachable");
    put(&mut other, &records, reflection("c", "theirs"));
    assert_eq!(notebook.withdraw(&records, "c", &mut never), Ok(None));
    assert_eq!(bodies(&notebook), ["kept", "theirs"]);
}
