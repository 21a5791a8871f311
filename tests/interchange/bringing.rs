//! Bringing a file in and taking it back: the same file then says again what it said before.

use super::{fixture, notes, read, request, states};
use closely::annotation::to_json;
use closely::interchange::{Choice, Preview, State, bring, import, take_back};
use closely::notebook::Notebook;
use closely::storage::{Fault, MemoryStore, Records, Store};
use std::rc::Rc;

fn records(store: &Rc<MemoryStore>) -> Records {
    Records::new(Rc::clone(store) as Rc<dyn Store>)
}

fn never() -> String {
    panic!("no second id is needed")
}

/// What the reader is shown for our file.
fn preview(notebook: &Notebook) -> Preview {
    let mut request = request(fixture("closely.json"), &[]);
    request.present = notebook.annotations().map(|note| to_json(note).to_string()).collect();
    request.deleted = notebook.tombstones().map(|(id, tombstone)| (id.to_owned(), tombstone.modified)).collect();
    import(&request).expect("a notes file")
}

#[test]
fn an_import_that_was_undone_can_be_made_again() {
    let records = records(&Rc::new(MemoryStore::default()));
    let mut notebook = Notebook::default();
    let chosen = preview(&notebook).chosen(Choice::default());
    let brought = bring(&mut notebook, &records, chosen, &mut never);
    assert_eq!((brought.count(), notebook.len()), (4, 4));
    assert_eq!(take_back(&mut notebook, &records, &brought, &mut never), Ok(0));
    assert_eq!(notebook.len(), 0);
    let again = Notebook::load(&records).expect("reachable");
    for notebook in [&notebook, &again] {
        assert_eq!(states(&preview(notebook)), [State::New; 4], "nobody deleted these notes");
    }
}

#[test]
fn an_import_that_failed_can_be_made_again() {
    let store = Rc::new(MemoryStore::default());
    let mut notebook = Notebook::default();
    store.fail(Fault::Full);
    let chosen = preview(&notebook).chosen(Choice::default());
    let brought = bring(&mut notebook, &records(&store), chosen, &mut never);
    assert!(brought.failure.is_some());
    assert_eq!((brought.count(), notebook.len()), (0, 0));
    store.fail(Fault::None);
    assert_eq!(states(&preview(&notebook)), [State::New; 4], "nobody deleted these notes");
}

#[test]
fn what_the_reader_had_deleted_is_deleted_again() {
    let records = records(&Rc::new(MemoryStore::default()));
    let mut notebook = Notebook::default();
    for note in notes(&read(fixture("closely.json"), &[])) {
        notebook.put(&records, note, &mut never).expect("kept");
    }
    notebook.delete(&records, "a1", &mut never).expect("deleted");
    let choice = Choice { deleted: true, ..Choice::default() };
    let chosen = preview(&notebook).chosen(choice);
    let brought = bring(&mut notebook, &records, chosen, &mut never);
    assert_eq!((brought.count(), notebook.len()), (1, 4));
    assert_eq!(take_back(&mut notebook, &records, &brought, &mut never), Ok(0));
    assert_eq!(states(&preview(&notebook)), [State::Deleted, State::Same, State::Same, State::Same]);
}
