//! The sealed notebook: nothing of it is readable, nothing of it is lost, whenever a page is killed or a store fails.
//!
//! The cipher here hides words and notices changes, and no more: what is tested is what happens around it.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test that can not go on fails")]

use closely::annotation::{Annotation, Kind};
use closely::json::Map;
use closely::notebook::Notebook;
use closely::sealed::{Letter, News, SEALED, Task, Vault, is_private, leftovers};
use closely::storage::{Fault, MemoryStore, Records, Store, StoreError};
use proptest::prelude::*;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

#[path = "sealed/damaged.rs"]
mod damaged;

thread_local! {
    static NONCES: Cell<u64> = const { Cell::new(0) };
}

fn hash(key: &str) -> Vec<u8> {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    key.bytes().for_each(|byte| hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    hash.to_be_bytes().to_vec()
}

fn stirred(words: &[u8], nonce: &[u8]) -> Vec<u8> {
    words.iter().enumerate().map(|(at, byte)| byte ^ 0xa5 ^ nonce[11].wrapping_add((at % 7) as u8)).collect()
}

fn lettered(key: &str, bytes: &str) -> Letter {
    let number = NONCES.with(|nonces| nonces.replace(nonces.get() + 1));
    let nonce = [&[0; 4], &number.to_be_bytes()[..]].concat();
    let words = Letter::words(key, bytes);
    let sealed = [hash(&words), stirred(words.as_bytes(), &nonce)].concat();
    Letter { nonce, sealed }
}

fn unlettered(text: &str) -> Option<String> {
    let letter = Letter::of_text(text)?;
    let words = String::from_utf8(stirred(letter.sealed.get(8..)?, &letter.nonce)).ok()?;
    (hash(&words) == letter.sealed[..8]).then_some(words)
}

/// Answers one task.
fn answer(vault: &Vault, task: Task) -> Result<Option<News>, StoreError> {
    match task {
        Task::Seal { key, bytes } => Ok(vault.sealed(&key, &bytes, &hash(&key), &lettered(&key, &bytes))),
        Task::Open { name, text } => vault.opened(&name, &text, unlettered(&text).as_deref()),
    }
}

/// Answers all tasks.
fn drive(vault: &Vault) -> Result<Vec<News>, StoreError> {
    let mut news = Vec::new();
    while let Some(task) = vault.task() {
        news.extend(answer(vault, task)?);
    }
    Ok(news)
}

/// Opens a vault and takes in what stands plain.
fn unlock(store: &Rc<MemoryStore>) -> Result<(Vault, Vec<News>), StoreError> {
    let vault = Vault::over(Rc::clone(store) as Rc<dyn Store>)?;
    let mut news = drive(&vault)?;
    news.extend(vault.take_in()?);
    news.extend(drive(&vault)?);
    Ok((vault, news))
}

const RECORDS: [(&str, &str); 6] = [
    ("closely:annotation:a", "{\"words\":\"a tender thing\"}"),
    ("closely:annotation:b", "damaged, and tender all the same"),
    ("closely:place:pace-and-closeness", "{\"tender\":0.5}"),
    ("closely:settings:colours", "{\"tender\":\"pink\"}"),
    ("closely:own-pack:mine", "{\"tender\":\"course\"}"),
    ("closely:later:unknown", "tender, of a newer version"),
];
const PLAIN: [(&str, &str); 3] =
    [("closely:settings:reading", "{\"size\":3}"), ("other-site", "tender? not ours"), ("closely:lock:first", "{}")];

fn filled() -> Rc<MemoryStore> {
    let store = Rc::new(MemoryStore::default());
    for (key, bytes) in RECORDS.into_iter().chain(PLAIN) {
        store.put(key, bytes);
    }
    store
}

fn all_there(vault: &Vault) {
    for (key, bytes) in RECORDS {
        assert_eq!(vault.read(key), Ok(Some(bytes.to_owned())), "{key}");
    }
}

/// Nothing that can be read in the store tells of the notebook.
fn assert_silent(store: &MemoryStore) {
    for (key, text) in store.texts() {
        if PLAIN.iter().any(|(plain, _)| *plain == key) {
            continue;
        }
        assert!(key.starts_with(SEALED), "{key}");
        for word in ["tender", "pace", "annotation", "colours"] {
            assert!(!key.contains(word) && !text.contains(word), "{word} in {key}");
        }
    }
}

#[test]
fn locked_means_that_nothing_can_be_read() {
    let store = filled();
    let (vault, _) = unlock(&store).expect("reachable");
    assert_eq!((vault.waiting(), vault.failure()), (0, None));
    all_there(&vault);
    assert_silent(&store);
    for (key, bytes) in PLAIN {
        assert_eq!(store.read(key), Ok(Some(bytes.to_owned())), "{key} is untouched");
    }
    // The next page finds everything.
    let (next, news) = unlock(&store).expect("reachable");
    all_there(&next);
    assert_eq!(news.iter().filter(|news| !matches!(news, News::Changed(_))).count(), 0);
}

#[test]
fn a_write_never_touches_the_store_plain() {
    let store = filled();
    let (vault, _) = unlock(&store).expect("reachable");
    assert_eq!(vault.write("closely:annotation:c", "tender too"), Ok(()));
    assert_eq!(vault.read("closely:annotation:c"), Ok(Some("tender too".to_owned())));
    assert_eq!(vault.waiting(), 1, "it is said to be on its way");
    assert_silent(&store);
    drive(&vault).expect("reachable");
    assert_eq!(vault.waiting(), 0);
    assert_silent(&store);
    let (next, _) = unlock(&store).expect("reachable");
    assert_eq!(next.read("closely:annotation:c"), Ok(Some("tender too".to_owned())));
}

#[test]
fn only_the_last_of_quick_writes_is_kept_whatever_the_order_of_the_answers() {
    let store = filled();
    let (vault, _) = unlock(&store).expect("reachable");
    let key = "closely:annotation:a";
    let mut tasks = Vec::new();
    for bytes in ["one", "two", "one", "three"] {
        assert_eq!(vault.write(key, bytes), Ok(()));
        tasks.extend(vault.task());
    }
    assert_eq!(tasks.len(), 4);
    for task in tasks.into_iter().rev() {
        answer(&vault, task).expect("reachable");
    }
    assert_eq!(vault.waiting(), 0);
    let (next, _) = unlock(&store).expect("reachable");
    assert_eq!(next.read(key), Ok(Some("three".to_owned())));
}

#[test]
fn what_is_removed_while_it_is_being_sealed_does_not_come_back() {
    let store = filled();
    let (vault, _) = unlock(&store).expect("reachable");
    assert_eq!(vault.write("closely:annotation:a", "more"), Ok(()));
    let task = vault.task().expect("on its way");
    assert_eq!(vault.remove("closely:annotation:a"), Ok(()));
    answer(&vault, task).expect("reachable");
    let (next, _) = unlock(&store).expect("reachable");
    assert_eq!(next.read("closely:annotation:a"), Ok(None));
}

/// A page that is killed after so many calls to the store, in the midst of `act`.
fn killed(store: &Rc<MemoryStore>, calls: usize, fault: Fault, act: impl FnOnce()) {
    store.fail_after(calls, fault);
    act();
    store.fail(Fault::None);
}

#[test]
fn a_crash_on_the_way_under_a_passphrase_loses_nothing_and_the_next_page_ends_it() {
    for fault in [Fault::Blocked, Fault::Full, Fault::Refused, Fault::Forgetful, Fault::Unreadable] {
        for calls in 0..120 {
            let store = filled();
            killed(&store, calls, fault, || drop(unlock(&store)));
            // Before the next page: each record is there in one form or the other.
            let texts = store.texts();
            let sealed: Vec<String> = texts.values().filter_map(|text| unlettered(text)).collect();
            for (key, bytes) in RECORDS {
                let plain = texts.get(key).is_some_and(|text| text == bytes);
                assert!(plain || sealed.contains(&Letter::words(key, bytes)), "{key} after {calls} calls, {fault:?}");
            }
            let (vault, _) = unlock(&store).expect("reachable");
            all_there(&vault);
            assert_eq!(vault.waiting(), 0);
            assert_silent(&store);
        }
    }
}

#[test]
fn a_crash_on_the_way_back_loses_nothing_and_the_next_page_ends_it() {
    for fault in [Fault::Blocked, Fault::Full, Fault::Refused, Fault::Forgetful, Fault::Unreadable] {
        for calls in 0..80 {
            let store = filled();
            let (vault, _) = unlock(&store).expect("reachable");
            killed(&store, calls, fault, || drop(vault.empty()));
            drop(vault);
            let vault = Vault::over(Rc::clone(&store) as Rc<dyn Store>).expect("reachable");
            drive(&vault).expect("reachable");
            assert_eq!(vault.empty(), Ok(Vec::new()), "after {calls} calls, {fault:?}");
            for (key, bytes) in RECORDS.into_iter().chain(PLAIN) {
                assert_eq!(store.read(key), Ok(Some(bytes.to_owned())), "{key} after {calls} calls, {fault:?}");
            }
            assert!(store.texts().keys().all(|key| !key.starts_with(SEALED)));
        }
    }
}

#[test]
fn what_broke_off_on_the_way_back_can_go_on_in_the_same_page() {
    for calls in 0..60 {
        let store = filled();
        let (vault, _) = unlock(&store).expect("reachable");
        killed(&store, calls, Fault::Full, || drop(vault.empty()));
        all_there(&vault);
        assert_eq!(vault.empty(), Ok(Vec::new()));
        assert_eq!(leftovers(&*store).map(|keys| keys.len()), Ok(RECORDS.len()));
    }
}

#[test]
fn a_reader_who_stays_after_the_way_back_broke_off_is_sealed_again() {
    let store = filled();
    let (vault, _) = unlock(&store).expect("reachable");
    for calls in 0..60 {
        killed(&store, calls, Fault::Refused, || drop(vault.empty()));
        vault.take_in().expect("reachable");
        vault.retry();
        drive(&vault).expect("reachable");
        assert_eq!(vault.waiting(), 0);
        all_there(&vault);
        assert_silent(&store);
    }
}

#[test]
fn a_full_store_keeps_the_old_record_and_the_page_the_new_one() {
    let store = filled();
    let (vault, _) = unlock(&store).expect("reachable");
    store.fail(Fault::Full);
    assert_eq!(vault.write("closely:annotation:a", "new"), Ok(()));
    drive(&vault).expect("reachable");
    assert_eq!((vault.waiting(), vault.failure()), (1, Some(StoreError::Full)));
    assert_eq!(vault.read("closely:annotation:a"), Ok(Some("new".to_owned())));
    store.fail(Fault::None);
    all_there(&unlock(&store).expect("reachable").0);
    vault.retry();
    drive(&vault).expect("reachable");
    assert_eq!((vault.waiting(), vault.failure()), (0, None));
}

#[test]
fn a_tab_whose_passphrase_was_removed_elsewhere_knows_what_it_has_to_take_along() {
    let store = filled();
    let (here, _) = unlock(&store).expect("reachable");
    assert_eq!(here.write("closely:annotation:a", "changed here"), Ok(()));
    assert_eq!(here.write("closely:annotation:new", "new here"), Ok(()));
    let (there, _) = unlock(&store).expect("reachable");
    assert_eq!(there.empty(), Ok(Vec::new()));
    // A record that the other tab knew nothing of stands sealed still.
    let late = Letter::name(&hash("closely:annotation:late"));
    assert_eq!(here.write("closely:annotation:late", "late"), Ok(()));
    while let Some(task) = here.task() {
        if matches!(&task, Task::Seal { key, .. } if key.ends_with("late")) {
            answer(&here, task).expect("reachable");
        }
    }
    let left = here.left().expect("reachable");
    let of =
        |key: &str| left.iter().find(|left| left.key == key).map(|left| (left.base.as_deref(), left.bytes.as_str()));
    assert_eq!(of("closely:annotation:a"), Some((Some("{\"words\":\"a tender thing\"}"), "changed here")));
    assert_eq!(of("closely:annotation:new"), Some((None, "new here")));
    assert_eq!(of("closely:annotation:late"), Some((Some("late"), "late")));
    assert_eq!(left.len(), 3, "the rest stands plain: {left:?}");
    assert_eq!(left.iter().filter_map(|left| left.name.clone()).collect::<Vec<_>>(), [late]);
}

#[test]
fn a_version_from_a_tab_that_knew_of_no_passphrase_is_kept_beside() {
    let store = Rc::new(MemoryStore::default());
    let records = Records::new(Rc::new(unlock(&store).expect("reachable").0));
    let mut notebook = Notebook::default();
    let mut fresh = || "b".to_owned();
    notebook.put(&records, reflection("a", "mine"), &mut fresh).expect("kept");
    notebook.take_beside(&records, reflection("a", "mine"), &mut fresh).expect("kept");
    assert_eq!(notebook.len(), 1, "it says the same");
    notebook.take_beside(&records, reflection("a", "from there"), &mut fresh).expect("kept");
    notebook.take_beside(&records, reflection("c", "new there"), &mut fresh).expect("kept");
    let bodies: Vec<(&str, &str)> = notebook.annotations().map(|note| (note.id.as_str(), note.body.as_str())).collect();
    assert_eq!(bodies, [("a", "mine"), ("b", "from there"), ("c", "new there")]);
    assert!(notebook.entries().all(|entry| entry.is_kept()));
}

#[test]
fn a_damaged_record_stays_as_it_is_and_takes_no_other_along() {
    let store = filled();
    drop(unlock(&store).expect("reachable"));
    let (name, text) = store.texts().into_iter().find(|(key, _)| key.starts_with(SEALED)).expect("sealed");
    let bad = text.replacen("\"sealed\":\"", "\"sealed\":\"AAAA", 1);
    store.put(&name, &bad);
    let (vault, news) = unlock(&store).expect("reachable");
    assert!(news.contains(&News::Damaged { name: name.clone(), text: bad.clone() }));
    assert_eq!(vault.damaged(), [(name.clone(), bad.clone())]);
    assert_eq!(vault.keys().expect("reachable").iter().filter(|key| is_private(key)).count(), RECORDS.len() - 1);
    assert_eq!(vault.empty(), Err(StoreError::Unreadable), "the lock is needed for it still");
    assert_eq!(store.read(&name), Ok(Some(bad)));
}

#[test]
fn what_an_old_tab_wrote_plain_stands_beside_until_it_is_taken_care_of() {
    let store = filled();
    let (vault, _) = unlock(&store).expect("reachable");
    store.put("closely:annotation:a", "from an old tab");
    store.put("closely:annotation:new", "also from there");
    let beside = News::Beside { key: RECORDS[0].0.to_owned(), plain: "from an old tab".to_owned() };
    let news = vault.take_in().expect("reachable");
    assert_eq!(news, [beside, News::Changed("closely:annotation:new".to_owned())]);
    // Writing on does not write over it.
    assert_eq!(vault.write(RECORDS[0].0, "mine"), Ok(()));
    drive(&vault).expect("reachable");
    assert_eq!(store.read(RECORDS[0].0), Ok(Some("from an old tab".to_owned())));
    assert_eq!(store.read("closely:annotation:new"), Ok(None));
    assert_eq!(vault.drop_plain(RECORDS[0].0, "from an old tab"), Ok(()));
    assert_silent(&store);
}

#[test]
fn two_tabs_change_different_records() {
    let store = filled();
    let ((one, _), (two, _)) = (unlock(&store).expect("reachable"), unlock(&store).expect("reachable"));
    assert_eq!(one.write("closely:annotation:a", "one"), Ok(()));
    assert_eq!(two.write("closely:annotation:new", "two"), Ok(()));
    drive(&one).and(drive(&two)).expect("reachable");
    assert_eq!(one.look_around(), Ok(Vec::new()));
    assert_eq!(drive(&one), Ok(vec![News::Changed("closely:annotation:new".to_owned())]));
    assert_eq!(one.read("closely:annotation:new"), Ok(Some("two".to_owned())));
    two.look_around().expect("reachable");
    assert_eq!(drive(&two), Ok(vec![News::Changed("closely:annotation:a".to_owned())]));
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

#[test]
fn the_same_note_changed_in_two_tabs_keeps_both_versions() {
    let store = Rc::new(MemoryStore::default());
    let tab = || {
        let vault = Rc::new(unlock(&store).expect("reachable").0);
        let records = Records::new(Rc::clone(&vault) as Rc<dyn Store>);
        (vault, records)
    };
    let mut fresh = || "b".to_owned();
    let (one, ours) = tab();
    let mut first = Notebook::load(&ours).expect("reachable");
    first.put(&ours, reflection("a", "before"), &mut fresh).expect("kept");
    drive(&one).expect("reachable");
    let (two, theirs) = tab();
    let mut second = Notebook::load(&theirs).expect("reachable");
    first.put(&ours, reflection("a", "mine"), &mut fresh).expect("kept");
    second.put(&theirs, reflection("a", "yours"), &mut fresh).expect("kept");
    // The second is sealed first; the first finds that out when its turn comes.
    drive(&two).expect("reachable");
    for news in drive(&one).expect("reachable") {
        let News::Met { key, base, ours: words } = news else { panic!("{news:?}") };
        assert_eq!(key, "closely:annotation:a");
        assert!(words.contains("mine"));
        first.met(&ours, "a", base, &mut fresh).expect("reachable");
    }
    first.retry(&ours, &mut fresh).expect("kept");
    drive(&one).expect("reachable");
    assert_eq!(one.waiting(), 0);
    let (_, again) = tab();
    let last = Notebook::load(&again).expect("reachable");
    let bodies: BTreeSet<&str> = last.annotations().map(|note| note.body.as_str()).collect();
    assert_eq!(bodies, BTreeSet::from(["mine", "yours"]));
}

#[test]
fn an_edit_elsewhere_wins_over_a_delete() {
    let store = filled();
    let ((one, _), (two, _)) = (unlock(&store).expect("reachable"), unlock(&store).expect("reachable"));
    assert_eq!(two.write("closely:annotation:a", "edited"), Ok(()));
    drive(&two).expect("reachable");
    assert_eq!(one.remove("closely:annotation:a"), Ok(()));
    assert_eq!(drive(&one), Ok(vec![News::Changed("closely:annotation:a".to_owned())]));
    assert_eq!(one.read("closely:annotation:a"), Ok(Some("edited".to_owned())));
    // And one that is being written here is not taken away by a delete elsewhere.
    assert_eq!(one.write("closely:annotation:a", "edited again"), Ok(()));
    assert_eq!(two.remove("closely:annotation:a"), Ok(()));
    assert_eq!(one.look_around(), Ok(Vec::new()));
    drive(&one).expect("reachable");
    assert_eq!(unlock(&store).expect("reachable").0.read("closely:annotation:a"), Ok(Some("edited again".to_owned())));
}

/// What happens to two tabs at random.
#[derive(Clone, Debug)]
enum Act {
    Write(usize, usize),
    Remove(usize, usize),
    /// The cipher answers one of the tasks that are under way.
    Answer(usize, usize),
    Hear(usize),
    Retry(usize),
    /// The tab is killed and opened again.
    Kill(usize),
    Fail(usize, Fault),
}

fn act() -> impl Strategy<Value = Act> {
    let fault = prop::sample::select(vec![Fault::None, Fault::None, Fault::Full, Fault::Refused, Fault::Forgetful]);
    prop_oneof![
        5 => (0..2usize, 0..3usize).prop_map(|(tab, key)| Act::Write(tab, key)),
        1 => (0..2usize, 0..3usize).prop_map(|(tab, key)| Act::Remove(tab, key)),
        9 => (0..2usize, 0..4usize).prop_map(|(tab, task)| Act::Answer(tab, task)),
        3 => (0..2usize).prop_map(Act::Hear),
        2 => (0..2usize).prop_map(Act::Retry),
        1 => (0..2usize).prop_map(Act::Kill),
        1 => (0..6usize, fault).prop_map(|(calls, fault)| Act::Fail(calls, fault)),
    ]
}

struct Tab {
    vault: Vault,
    tasks: Vec<Task>,
}

/// What became of words that were written: every text is written once.
#[derive(Default)]
struct Fates {
    /// Seen by whoever wrote over them, removed, handed on, or lost with a tab that had not said "Saved".
    settled: BTreeSet<String>,
    written: BTreeSet<String>,
}

proptest! {
    #[test]
    fn words_that_were_written_are_read_replaced_or_handed_on(acts in prop::collection::vec(act(), 1..80)) {
        let store = Rc::new(MemoryStore::default());
        let open = || Tab { vault: unlock(&store).expect("reachable").0, tasks: Vec::new() };
        let mut tabs = [open(), open()];
        let mut fates = Fates::default();
        let keys = ["closely:annotation:a", "closely:annotation:b", "closely:place:c"];
        let hand = |news: Option<News>, fates: &mut Fates| if let Some(News::Met { ours, .. }) = news {
            fates.settled.insert(ours);
        };
        for (step, act) in acts.into_iter().enumerate() {
            match act {
                Act::Write(tab, key) => {
                    let words = format!("tender {step}");
                    fates.settled.extend(tabs[tab].vault.read(keys[key]).expect("in memory"));
                    fates.written.insert(words.clone());
                    prop_assert_eq!(tabs[tab].vault.write(keys[key], &words), Ok(()));
                }
                Act::Remove(tab, key) => {
                    let seen = tabs[tab].vault.read(keys[key]).expect("in memory");
                    if tabs[tab].vault.remove(keys[key]).is_ok() {
                        fates.settled.extend(seen);
                    }
                }
                Act::Answer(tab, which) => {
                    while let Some(task) = tabs[tab].vault.task() {
                        tabs[tab].tasks.push(task);
                    }
                    if !tabs[tab].tasks.is_empty() {
                        let which = which % tabs[tab].tasks.len();
                        let task = tabs[tab].tasks.remove(which);
                        hand(answer(&tabs[tab].vault, task).unwrap_or_default(), &mut fates);
                    }
                }
                Act::Hear(tab) => drop(tabs[tab].vault.look_around()),
                Act::Retry(tab) => tabs[tab].vault.retry(),
                Act::Kill(tab) => {
                    store.fail(Fault::None);
                    if tabs[tab].vault.waiting() > 0 {
                        fates.settled.extend(keys.iter().filter_map(|key| tabs[tab].vault.read(key).expect("in memory")));
                    }
                    tabs[tab] = open();
                }
                Act::Fail(calls, fault) => store.fail_after(calls, fault),
            }
            assert_silent(&store);
        }
        store.fail(Fault::None);
        for _ in 0..4 {
            for tab in &mut tabs {
                for task in std::mem::take(&mut tab.tasks) {
                    hand(answer(&tab.vault, task).expect("reachable"), &mut fates);
                }
                tab.vault.look_around().expect("reachable").into_iter().for_each(|news| hand(Some(news), &mut fates));
                tab.vault.retry();
                drive(&tab.vault).expect("reachable").into_iter().for_each(|news| hand(Some(news), &mut fates));
            }
        }
        let (last, _) = unlock(&store).expect("reachable");
        let read = |vault: &Vault| -> BTreeMap<&str, Option<String>> {
            keys.iter().map(|key| (*key, vault.read(key).expect("in memory"))).collect()
        };
        // Every tab reads the same in the end, and everything is saved.
        for tab in &tabs {
            prop_assert_eq!(tab.vault.waiting(), 0);
            prop_assert_eq!(read(&tab.vault), read(&last));
        }
        let there: BTreeSet<String> = read(&last).into_values().flatten().collect();
        for words in &fates.written {
            prop_assert!(there.contains(words) || fates.settled.contains(words), "{} is lost", words);
        }
    }
}
