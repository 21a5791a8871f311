//! Faulty libraries: each fixture's `faults.txt` holds what the author is told, whole.
//!
//! With `CLOSELY_BLESS=1` the files are written instead: read the difference before you keep it.

use crate::support::{fixture, listed};
use closely::build::{FaultKind, Library, embed, load};
use std::collections::BTreeSet;
use std::path::PathBuf;

fn cases() -> Vec<PathBuf> {
    let mut cases: Vec<_> = std::fs::read_dir(fixture("broken")).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    cases
}

#[test]
fn every_faulty_library_says_where_and_what_to_do() {
    let mut wrong = String::new();
    for case in cases() {
        let faults = load(&case.join("articles")).expect_err("a broken fixture has faults");
        let listed = listed(&faults, &case);
        let file = case.join("faults.txt");
        if std::env::var_os("CLOSELY_BLESS").is_some() {
            std::fs::write(&file, &listed).unwrap();
        }
        let expected = std::fs::read_to_string(&file).unwrap_or_default();
        if listed != expected {
            wrong.push_str(&format!("{}\n--- expected\n{expected}--- found\n{listed}\n", case.display()));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_message_is_two_sentences_on_one_line() {
    for faults in cases().iter().map(|case| load(&case.join("articles")).unwrap_err()).chain([crate::words::broken()]) {
        for fault in faults {
            let message = fault.kind.to_string();
            assert!(!message.contains('\n'), "{message:?}");
            assert!(
                message.ends_with('.') && message.trim_end_matches('.').contains(['.', '?']),
                "no advice: {message}"
            );
        }
    }
}

#[test]
fn every_kind_of_fault_has_a_fixture() {
    let name = |kind: &FaultKind| {
        let shown = format!("{kind:?}");
        shown.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_owned()
    };
    let found: BTreeSet<String> = cases()
        .iter()
        .flat_map(|case| load(&case.join("articles")).unwrap_err())
        .chain(crate::words::broken())
        .map(|fault| name(&fault.kind))
        .collect();
    let code = include_str!("../../src/build/fault.rs");
    let (_, body) = code.split_once("pub enum FaultKind {").unwrap();
    let (body, _) = body.split_once("\n}").unwrap();
    let lines = body.lines().map(str::trim).filter(|line| !line.starts_with("//"));
    let kinds = lines.filter_map(|line| line.split([' ', ',']).next()).filter(|kind| !kind.is_empty());
    // These two need a disk that fails: they have tests of their own.
    let missing: Vec<_> =
        kinds.filter(|kind| !found.contains(*kind) && !["Unreadable", "Embed"].contains(kind)).collect();
    assert!(missing.is_empty(), "no fixture for {missing:?}");
}

#[test]
fn a_directory_that_is_not_there_is_a_fault() {
    let faults = load(&fixture("nowhere")).unwrap_err();
    assert_eq!(faults.len(), 1);
    assert!(matches!(faults[0].kind, FaultKind::Unreadable { .. }));
    assert!(faults[0].to_string().contains("articles/nowhere: this can’t be read"), "{}", faults[0]);
}

#[test]
fn an_output_that_can_not_be_written_is_a_fault() {
    let faults = embed(&Library { articles: Vec::new() }, &fixture("nowhere")).unwrap_err();
    assert!(matches!(faults[0].kind, FaultKind::Embed { .. }));
    assert!(
        faults[0].to_string().contains("nowhere/catalogue.postcard: the articles can’t be written"),
        "{}",
        faults[0]
    );
}
