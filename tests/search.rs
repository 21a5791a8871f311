//! Searching the shipped library and a reader's notes: what is found, in which order, and where it leads.

// A test may stop at the first thing that is not as it expects.
#![allow(clippy::expect_used, clippy::indexing_slicing)]

use closely::annotation::{Annotation, ArticleText, Colour, Kind, TextPositionSelector, TextQuoteSelector};
use closely::article::Article;
use closely::library;
use closely::search::{Notes, Piece, Results, Shelf, search_everywhere};

fn articles() -> impl Iterator<Item = Article> {
    library::catalogue().iter().filter_map(|meta| library::article(&meta.slug))
}

fn text_of(slug: &str) -> ArticleText {
    ArticleText::new(library::article(slug).expect("an article of the library").text())
}

fn search(typed: &str) -> Results {
    search_everywhere(&Shelf::new(articles()), &Notes::default(), typed)
}

fn plain(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

fn marked(pieces: &[Piece]) -> Vec<&str> {
    pieces.iter().filter(|piece| piece.marked).map(|piece| piece.text.as_str()).collect()
}

#[test]
fn a_title_stands_above_words_in_the_text() {
    for meta in library::catalogue() {
        let results = search(&meta.title);
        let first = results.articles.first().expect("its own title finds an article");
        assert_eq!(first.slug, meta.slug);
        assert!(!marked(&first.title).is_empty());
    }
}

#[test]
fn a_heading_stands_above_words_in_the_text() {
    for meta in library::catalogue() {
        for section in meta.sections.iter().filter(|section| section.title.split(' ').count() > 2) {
            let results = search(&format!("\"{}\"", section.title));
            let found = results.articles.iter().find(|found| found.slug == meta.slug).expect("the heading is found");
            assert!(found.hits.iter().any(|hit| hit.section == section.id), "{}", section.title);
        }
    }
}

#[test]
fn every_hit_leads_to_whole_words_of_its_section() {
    let shelf = Shelf::new(articles());
    let results = search_everywhere(&shelf, &Notes::default(), "trus");
    assert!(results.count() > 3);
    for found in &results.articles {
        let text = text_of(&found.slug);
        let meta = library::meta(&found.slug).expect("an article of the library");
        for hit in &found.hits {
            let Some(range) = hit.range else { continue };
            let words = text.quote(range).to_lowercase();
            assert!(words.contains("trus"), "{words}");
            assert!(words.chars().all(|c| c.is_alphanumeric() || "-’'".contains(c)), "{words}");
            assert_eq!(meta.section_at(range.start()).map(|section| section.id.as_str()), Some(hit.section.as_str()));
            assert!(!marked(&hit.snippet).is_empty(), "{:?}", hit.snippet);
            let directive = shelf.directive(&found.slug, range).expect("words that can be told from others");
            assert_eq!(directive.resolve(&text), Some(range), "{directive}");
        }
    }
}

#[test]
fn snippets_are_words_of_the_text_and_cut_none() {
    let shelf = Shelf::new(articles());
    for found in search_everywhere(&shelf, &Notes::default(), "closeness").articles {
        let text = text_of(&found.slug);
        for hit in found.hits {
            let shown = plain(&hit.snippet);
            let shown = shown.trim_start_matches("… ").trim_end_matches(" …");
            let line = text.as_str().lines().find_map(|line| Some((line, line.find(shown)?)));
            let (line, at) = line.expect("a piece of one block");
            let whole = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
            assert!(whole(line[..at].chars().next_back()) && whole(line[at + shown.len()..].chars().next()), "{shown}");
        }
    }
}

#[test]
fn words_together_stand_above_words_apart() {
    let results = search("vulnerability trust");
    let best = &results.articles[0].hits[0];
    assert_eq!(marked(&best.snippet), ["trust", "vulnerability"], "{best:?}");
    let length = "trust and some vulnerability".chars().count() as u32;
    assert_eq!(best.range.map(|range| range.len()), Some(length), "the link leads to both");
}

#[test]
fn a_slip_of_the_finger_finds_what_was_meant_and_says_so() {
    let results = search("atachment");
    assert_eq!(results.instead.as_deref(), Some("attachment"));
    assert_eq!(results.articles, search("attachment").articles);
    assert_eq!(search("attachment").instead, None);
}

#[test]
fn a_phrase_is_found_as_it_stands_or_not_at_all() {
    assert_eq!(search("\"closeness of kinds\"").count(), 0);
    assert!(search("“kinds of closeness”").count() > 0);
}

#[test]
fn nothing_and_markup_are_plain_text() {
    for typed in ["", "  ", "\"\"", "<img src=x onerror=alert(1)>", "%", "\\", "\u{0}"] {
        let results = search(typed);
        assert_eq!(results.notes, []);
        assert!(results.articles.iter().all(|found| found.hits.iter().all(|hit| !plain(&hit.snippet).contains('<'))));
    }
}

fn highlight(id: &str, exact: &str, body: &str, modified: i64) -> Annotation {
    let quote = TextQuoteSelector { exact: exact.into(), prefix: String::new(), suffix: String::new() };
    let position = closely::annotation::TextRange::new(0, 5).expect("a range");
    let kind = Kind::Highlight { colour: Colour::Green, position: TextPositionSelector::from(position), quote };
    Annotation {
        id: id.into(),
        kind,
        article: "pace-and-closeness".into(),
        revision: String::new(),
        section: String::new(),
        body: body.into(),
        tags: Vec::new(),
        created: 1,
        modified,
        other: Default::default(),
    }
}

#[test]
fn notes_are_found_by_what_was_written_then_by_what_was_marked() {
    let annotations = [
        highlight("quoted", "Trust grows slowly", "", 9),
        highlight("old", "A quiet word", "Trust again", 2),
        highlight("new", "A quiet word", "more TRÚST", 3),
        highlight("other", "A quiet word", "nothing of the kind", 4),
    ];
    let results = search_everywhere(&Shelf::default(), &Notes::new(annotations.iter()), "trust");
    let ids: Vec<&str> = results.notes.iter().map(|note| note.id.as_str()).collect();
    assert_eq!(ids, ["new", "old", "quoted"]);
    assert_eq!(marked(&results.notes[0].written), ["TRÚST"]);
    let misspelled = search_everywhere(&Shelf::default(), &Notes::new(annotations.iter()), "trsut");
    assert_eq!(misspelled.instead.as_deref(), Some("trust"));
}
