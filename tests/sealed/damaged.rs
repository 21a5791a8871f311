//! A damaged sealed record is never written over, and keeps nobody waiting.

use super::{answer, drive, hash, lettered, reflection, unlock};
use closely::json::Value;
use closely::notebook::Notebook;
use closely::sealed::{Letter, News, Vault};
use closely::storage::{Collection, Found, MemoryStore, Records, Saved, Store};
use std::rc::Rc;

/// Where a record stands sealed.
fn name(key: &str) -> String {
    Letter::name(&hash(key))
}

/// What no key opens.
fn torn(key: &str) -> String {
    lettered(key, "was good").to_text().replacen("\"sealed\":\"", "\"sealed\":\"AAAA", 1)
}

fn place(at: u64) -> Value {
    Value::Object([("at".to_owned(), at.into())].into_iter().collect())
}

/// A tab over a store in which the record of this key is damaged.
fn beside_damaged(key: &str) -> (Rc<MemoryStore>, Rc<Vault>, Records) {
    let store = Rc::new(MemoryStore::default());
    store.put(&name(key), &torn(key));
    let (vault, news) = unlock(&store).expect("reachable");
    assert!(matches!(news.as_slice(), [News::Damaged { .. }]), "{news:?}");
    let vault = Rc::new(vault);
    let records = Records::new(Rc::clone(&vault) as Rc<dyn Store>);
    (store, vault, records)
}

/// Drives the vault as a page does, and sets notes beside what is in their way.
fn drive_with(vault: &Vault, notebook: &mut Notebook, records: &Records, fresh: &str) -> Vec<News> {
    let mut all = Vec::new();
    while let Some(task) = vault.task() {
        let Some(news) = answer(vault, task).expect("reachable") else { continue };
        if let News::Barred { key, .. } = &news
            && let Some((Collection::Annotation, id)) = Collection::of_key(key)
        {
            notebook.met(records, id, None, &mut || fresh.to_owned()).expect("reachable");
            notebook.retry(records, &mut || fresh.to_owned()).expect("kept");
        }
        all.push(news);
    }
    all
}

#[test]
fn a_note_that_is_restored_where_its_record_is_damaged_is_kept_beside_it() {
    let key = Collection::Annotation.key("a");
    let (store, vault, records) = beside_damaged(&key);
    let bad = store.read(&name(&key)).expect("reachable");
    let mut notebook = Notebook::load(&records).expect("reachable");
    notebook.put(&records, reflection("a", "restored"), &mut || "b".to_owned()).expect("kept in memory");
    let news = drive_with(&vault, &mut notebook, &records, "b");
    assert!(matches!(news.as_slice(), [News::Barred { key: barred, .. }] if *barred == key), "{news:?}");
    assert_eq!((vault.waiting(), vault.failure(), notebook.unkept()), (0, None, 0), "nothing is in the way of locking");
    assert_eq!(store.read(&name(&key)), Ok(bad), "what is damaged stays as it is");
    vault.retry();
    assert_eq!(vault.task(), None);
    // The next page finds it.
    let next = Records::new(Rc::new(unlock(&store).expect("reachable").0));
    let bodies: Vec<(String, String)> = Notebook::load(&next)
        .expect("reachable")
        .annotations()
        .map(|note| (note.id.clone(), note.body.clone()))
        .collect();
    assert_eq!(bodies, [("b".to_owned(), "restored".to_owned())]);
}

#[test]
fn a_note_whose_record_is_damaged_while_it_is_open_is_kept_beside_it() {
    for changed in [false, true] {
        let store = Rc::new(MemoryStore::default());
        let vault = Rc::new(unlock(&store).expect("reachable").0);
        let records = Records::new(Rc::clone(&vault) as Rc<dyn Store>);
        let key = Collection::Annotation.key("a");
        let mut notebook = Notebook::default();
        let mut fresh = || "b".to_owned();
        notebook.put(&records, reflection("a", "mine"), &mut fresh).expect("kept");
        drive(&vault).expect("reachable");
        store.put(&name(&key), &torn(&key));
        if changed {
            notebook.put(&records, reflection("a", "mine, and more"), &mut fresh).expect("kept");
        } else {
            assert_eq!(vault.heard(&name(&key)), Ok(None));
        }
        let news = drive_with(&vault, &mut notebook, &records, "b");
        assert!(matches!(news.as_slice(), [News::Damaged { .. }, News::Barred { .. }]), "{news:?}");
        assert_eq!((vault.waiting(), notebook.unkept()), (0, 0));
        let next = Records::new(Rc::new(unlock(&store).expect("reachable").0));
        let next = Notebook::load(&next).expect("reachable");
        let wanted = if changed { "mine, and more" } else { "mine" };
        assert_eq!(next.annotations().map(|note| note.body.as_str()).collect::<Vec<_>>(), [wanted]);
    }
}

#[test]
fn a_damaged_place_is_not_replaced_and_keeps_nobody_waiting() {
    let key = Collection::Place.key("pace");
    let (store, vault, records) = beside_damaged(&key);
    let bad = store.read(&name(&key)).expect("reachable");
    // The first write finds out; from then on it is a conflict at once, as without a passphrase.
    assert!(matches!(records.replace(Collection::Place, "pace", &place(1)), Ok(Saved::Kept(_))));
    assert!(matches!(drive(&vault).as_deref(), Ok([News::Barred { .. }])));
    assert_eq!((vault.waiting(), vault.failure()), (0, None));
    assert!(matches!(records.replace(Collection::Place, "pace", &place(2)), Ok(Saved::Conflict(_))));
    assert!(matches!(records.find(Collection::Place, "pace"), Ok(Found::Unusable(_))));
    assert_eq!(vault.keys(), Ok(vec![name(&key)]), "it is listed by its own name");
    assert_eq!(store.read(&name(&key)), Ok(bad.clone()));
    // Not even to be taken away.
    assert_eq!(vault.remove(&key), Ok(()));
    assert_eq!(store.read(&name(&key)), Ok(bad));
}

#[test]
fn what_is_in_the_way_no_more_is_written_over_as_ever() {
    let key = Collection::Place.key("pace");
    let (store, vault, records) = beside_damaged(&key);
    records.replace(Collection::Place, "pace", &place(1)).expect("in memory");
    drive(&vault).expect("reachable");
    store.take(&name(&key));
    assert_eq!(vault.heard(&name(&key)), Ok(None));
    assert!(matches!(records.replace(Collection::Place, "pace", &place(2)), Ok(Saved::Kept(_))));
    drive(&vault).expect("reachable");
    assert_eq!((vault.waiting(), vault.damaged()), (0, Vec::new()));
    let (next, _) = unlock(&store).expect("reachable");
    assert_eq!(next.read(&key), vault.read(&key));
}

#[test]
fn what_stands_plain_beside_a_damaged_record_stays_until_it_is_kept_elsewhere() {
    let key = Collection::Annotation.key("a");
    let (store, vault, _) = beside_damaged(&key);
    store.put(&key, "from an old tab");
    vault.take_in().expect("reachable");
    let news = drive(&vault).expect("reachable");
    assert_eq!(news, [News::Barred { key: key.clone(), ours: "from an old tab".to_owned() }]);
    assert_eq!(store.read(&key), Ok(Some("from an old tab".to_owned())));
    assert_eq!(vault.drop_plain(&key, "from an old tab"), Ok(()));
    assert_eq!(store.read(&key), Ok(None));
}
