//! Whatever is written, the build answers: with an article whose places agree, or with faults that have a place.

use crate::support::{FRONT, Scratch, assert_places, fixture};
use closely::build::{Fault, load};
use proptest::prelude::*;

/// Pieces that mean something in Markdown, TOML or SVG, and pieces that mean trouble.
const PIECES: [&str; 64] = [
    "\n",
    "\n\n",
    "\n\n## ",
    "\n\n### ",
    "\n> ",
    "\n\n> [!NOTE]\n> ",
    "\n\n> [!FIGURE]\n> ",
    "\n\n> [!REFLECT]\n> - ",
    "\n- ",
    "\n   - ",
    "\n1. ",
    "\n\n    ",
    "\n```\n",
    "\n***\n",
    "\n---\n",
    "\n\nTable: ",
    "\n\n| a | b |\n| - | - |\n| ",
    " | ",
    "|",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "[",
    "]",
    "](",
    ")",
    "(",
    "[^a]",
    "[^",
    "\n\n[^a]: ",
    "[x](#first)",
    "[x](javascript:x)",
    "![",
    "![x](y.svg)",
    "{#first}",
    "{#p1}",
    " {#",
    "}",
    "\\",
    "<b>",
    "<!--",
    "-->",
    "<",
    ">",
    "&amp;",
    "&#0;",
    "&#x202E;",
    "  \n",
    "\\\n",
    "\t",
    "\r",
    "\r\n",
    "words ",
    "a",
    "é",
    "e\u{301}",
    "親密",
    "שלום",
    "👨‍👩‍👧",
    "\u{feff}",
    "\u{202e}",
    "\0",
];

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![4 => prop::sample::select(&PIECES[..]).prop_map(str::to_owned), 1 => ".{0,6}"];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn answer(name: &str, text: &str) -> Result<(), TestCaseError> {
    let scratch = Scratch::new(&[(name, text)]);
    match load(&scratch.articles()) {
        Ok(library) => library.articles.iter().for_each(assert_places),
        Err(faults) => {
            let lines = text.matches('\n').count() as u32 + 1;
            prop_assert!(!faults.is_empty());
            prop_assert!(faults.iter().all(|fault: &Fault| fault.line <= lines), "{faults:?}");
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_body_has_an_answer(body in pieces()) {
        answer("one.md", &format!("{FRONT}\n## First {{#first}}\n\nWords.\n\n{body}"))?;
    }

    #[test]
    fn any_file_has_an_answer(text in prop_oneof![pieces(), any::<String>()]) {
        answer("one.md", &text)?;
    }

    #[test]
    fn any_front_matter_has_an_answer(toml in "([a-z]{1,5}|title|order|sources|glossary|published|=|\\[|\\]|\"|\n|1|-| |\\.|\\{|\\}|,|#){0,40}") {
        answer("one.md", &format!("+++\n{toml}\n+++\n## A\n\nWords.\n"))?;
    }

    /// Words and marks that can't be faulty, so that it is the places that are tried.
    #[test]
    fn places_agree(words in prop::collection::vec("[a-zé親👨\u{301}א ]{1,12}", 1..20), marks in prop::collection::vec(0..7_usize, 20)) {
        let mut body = "## First\n".to_owned();
        for (word, mark) in words.iter().zip(marks) {
            let word = format!("x{}x", word.trim());
            body.push_str(&match mark {
                0 => format!("\n*{word}* `{word}`\\\n{word}\n"),
                1 => format!("\n- {word}\n  - {word}\n"),
                2 => format!("\n> {word}\n> {word}\n"),
                3 => format!("\nTable: {word}\n\n| {word} | b |\n| - | - |\n| c | **{word}** |\n"),
                4 => format!("\n> [!TRY]\n> {word}\n"),
                5 => format!("\n```\n{word}\n```\n"),
                _ => format!("\n{word}\n"),
            });
        }
        assert_places(&crate::support::article(&body));
    }
}

#[test]
fn a_file_of_any_bytes_has_an_answer() {
    let scratch = Scratch::new(&[]);
    let bytes: Vec<u8> = (0..=255).cycle().take(5000).collect();
    std::fs::write(scratch.articles().join("one.md"), bytes).unwrap();
    assert!(load(&scratch.articles()).is_err());
}

#[test]
fn endless_nesting_has_an_answer() {
    for opening in ["> ", "- ", "*a ", "[", "![", "> - ", "**a _b ", "[^a"] {
        answer("one.md", &format!("{FRONT}## A\n\n{}x\n", opening.repeat(20_000))).unwrap();
    }
    let svg = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>{}{}</svg>",
        "<g>".repeat(900),
        "</g>".repeat(900)
    );
    let scratch =
        Scratch::new(&[("one.md", &format!("{FRONT}## A\n\n![Deep](fig-deep.svg)\n")), ("fig-deep.svg", &svg)]);
    assert!(load(&scratch.articles()).is_err());
}

#[test]
fn every_fixture_answers_the_same_twice() {
    assert_eq!(load(&fixture("good/articles")), load(&fixture("good/articles")));
}
