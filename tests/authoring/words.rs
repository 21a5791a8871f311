//! The catalogues of what the interface says: each fault is told with its place, and what is whole becomes code.
//!
//! With `CLOSELY_BLESS=1` the list of faults is written instead: read the difference before you keep it.

use crate::support::Scratch;
use closely::build::{Fault, embed_words, load_words};
use std::path::{Path, PathBuf};

pub(crate) fn broken() -> Vec<Fault> {
    load_words(&fixture("broken")).err().expect("a broken fixture has faults")
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/words").join(name)
}

#[test]
fn every_fault_says_where_and_what_to_do() {
    let dir = fixture("broken").to_string_lossy().replace('\\', "/");
    let listed: String =
        broken().iter().map(|fault| format!("{}\n", fault.to_string().replace(&format!("{dir}/"), ""))).collect();
    let file = fixture("broken").with_extension("txt");
    if std::env::var_os("CLOSELY_BLESS").is_some() {
        std::fs::write(&file, &listed).unwrap();
    }
    assert_eq!(listed, std::fs::read_to_string(&file).unwrap_or_default());
}

#[test]
fn a_catalogue_that_is_not_there_is_a_fault() {
    assert!(load_words(&fixture("nowhere")).is_err());
}

#[test]
fn a_message_becomes_a_function_of_what_it_names() {
    let words = load_words(&fixture("whole")).unwrap_or_else(|faults| panic!("{faults:?}"));
    let scratch = Scratch::new(&[]);
    let out = scratch.articles();
    embed_words(&words, &out).unwrap();
    let code = std::fs::read_to_string(out.join("words.rs")).unwrap();
    assert!(code.contains("pub fn kept(count: usize, title: &str) -> String"), "{code}");
    assert!(code.contains("pub fn r#continue() -> &'static str"), "{code}");
    let texts = std::fs::read_to_string(out.join("words-es.txt")).unwrap();
    let texts: Vec<&str> = texts.split('\0').collect();
    assert_eq!(texts, ["Español", "Seguir", "\u{1}1: \u{2}0ouna\u{4}x\u{1}0\u{4}\u{3}"], "in the order of English");
}
