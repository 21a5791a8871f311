//! What the notebook page lists: order, groups, counts, and the entry that is being edited.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test that can not go on fails")]

use closely::annotation::{Annotation, Colour, Kind, TextQuoteSelector, TextRange};
use closely::notebook::{Filter, KindFilter, Library, Listing, Notebook, Order, View, same_question};
use closely::storage::{MemoryStore, Records};
use std::rc::Rc;

const DAY: i64 = 86_400_000;

/// Two articles, "second" before "first"; days begin at midnight UTC.
struct World;

impl Library for World {
    fn place(&self, annotation: &Annotation) -> (usize, u32) {
        let article = ["second", "first"].iter().position(|slug| *slug == annotation.article);
        let position = if let Kind::Highlight { position, .. } = &annotation.kind { position.start() } else { 0 };
        (article.unwrap_or(usize::MAX), position)
    }

    fn day(&self, at: i64) -> i64 {
        at.div_euclid(DAY) * DAY
    }
}

fn mark(id: &str, article: &str, start: u32, created: i64) -> Annotation {
    let quote = TextQuoteSelector { exact: format!("words of {id}"), ..TextQuoteSelector::default() };
    let position = TextRange::new(start, start + 4).expect("not empty");
    Annotation {
        id: id.to_owned(),
        kind: Kind::Highlight { colour: Colour::Yellow, position, quote },
        article: article.to_owned(),
        revision: "r".to_owned(),
        section: "s".to_owned(),
        body: String::new(),
        tags: Vec::new(),
        created,
        modified: created,
        other: Default::default(),
    }
}

fn notebook(annotations: impl IntoIterator<Item = Annotation>) -> Notebook {
    let records = Records::new(Rc::new(MemoryStore::default()));
    let mut notebook = Notebook::default();
    for annotation in annotations {
        notebook.put(&records, annotation, &mut || unreachable!("ids differ")).expect("kept");
    }
    notebook
}

fn five() -> Notebook {
    let bookmark = Annotation { kind: Kind::Bookmark, ..mark("e", "gone", 0, 5 * DAY) };
    let noted =
        Annotation { body: "Café".to_owned(), tags: vec!["class".to_owned()], ..mark("b", "first", 10, DAY + 1) };
    notebook([
        mark("a", "first", 50, DAY),
        noted,
        mark("c", "second", 70, DAY - 1),
        mark("d", "first", 10, DAY),
        bookmark,
    ])
}

fn list(notebook: &Notebook, view: &View) -> Listing {
    Listing::new(notebook, view, &World, &|_| false, &|_| false)
}

fn shown(listing: &Listing) -> Vec<(String, Vec<&str>)> {
    let ids = |ids: &'_ Vec<String>| -> usize { ids.len() };
    assert!(listing.groups.iter().all(|group| group.count == ids(&group.ids)));
    listing.groups.iter().map(|g| (g.key.clone(), g.ids.iter().map(String::as_str).collect())).collect()
}

fn group<'a>(key: &str, ids: &[&'a str]) -> (String, Vec<&'a str>) {
    (key.to_owned(), ids.to_vec())
}

#[test]
fn by_article_in_reading_order() {
    let notebook = five();
    let listing = list(&notebook, &View::default());
    let expected = [group("second", &["c"]), group("first", &["d", "b", "a"]), group("gone", &["e"])];
    assert_eq!(shown(&listing), expected);
}

#[test]
fn by_day_the_latest_first() {
    let notebook = five();
    let listing = list(&notebook, &View { order: Order::Date, ..View::default() });
    let day = |day: i64| (day * DAY).to_string();
    let expected = [group(&day(5), &["e"]), group(&day(1), &["b", "a", "d"]), group(&day(0), &["c"])];
    assert_eq!(shown(&listing), expected);
}

#[test]
fn a_page_has_the_first_entries_and_the_whole_counts() {
    let notebook = five();
    let first = list(&notebook, &View::default()).first(2);
    assert_eq!(first.len(), 2);
    assert_eq!((first[1].count, first[1].ids.len()), (3, 1));
    assert_eq!(list(&notebook, &View::default()).first(0), []);
}

#[test]
fn counts_say_what_each_choice_would_show() {
    let notebook = five();
    let filter = Filter { article: Some("first".to_owned()), kind: KindFilter::Notes, ..Filter::default() };
    let counts = list(&notebook, &View { filter, ..View::default() }).counts;
    assert_eq!((counts.total, counts.shown), (5, 1));
    let kinds: Vec<usize> = counts.kinds.iter().map(|(_, count)| *count).collect();
    // Everything, highlights, notes, reflections, bookmarks: of the one article.
    assert_eq!(kinds, [3, 3, 1, 0, 0]);
    assert_eq!(counts.articles.get("first"), Some(&1));
    assert_eq!(counts.articles.get("second"), Some(&0));
    assert_eq!(counts.colours[..2], [(None, 1), (Some(Colour::Yellow), 1)]);
    assert_eq!(counts.tags.get("class"), Some(&1));
}

#[test]
fn every_part_of_the_filter_holds() {
    let notebook = five();
    let ids = |filter: Filter| {
        let listing = list(&notebook, &View { filter, ..View::default() });
        listing.ids().cloned().collect::<Vec<_>>().join("")
    };
    assert_eq!(ids(Filter { tag: Some("class".to_owned()), ..Filter::default() }), "b");
    assert_eq!(ids(Filter { words: "CAFE".to_owned(), ..Filter::default() }), "b");
    assert_eq!(ids(Filter { words: "words \"of a\"".to_owned(), ..Filter::default() }), "a");
    assert_eq!(ids(Filter { words: "class".to_owned(), ..Filter::default() }), "b");
    assert_eq!(ids(Filter { colour: Some(Colour::Blue), ..Filter::default() }), "");
    assert_eq!(ids(Filter { kind: KindFilter::Bookmarks, ..Filter::default() }), "e");
}

#[test]
fn what_is_being_edited_stays_whatever_the_filter_says() {
    let notebook = five();
    let view = View { filter: Filter { words: "nothing has this".to_owned(), ..Filter::default() }, ..View::default() };
    let listing = Listing::new(&notebook, &view, &World, &|id| id == "d", &|_| false);
    assert_eq!(shown(&listing), [group("first", &["d"])]);
    assert_eq!(listing.counts.shown, 0);
}

fn answer(prompt: &str, question: &str) -> Kind {
    Kind::Answer { prompt: prompt.to_owned(), question: question.to_owned() }
}

#[test]
fn of_several_versions_the_last_that_has_words_stands_for_all() {
    let version = |id: &str, body: &str, modified: i64| {
        let body = body.to_owned();
        Annotation { kind: answer("p1", "Why?"), body, modified, ..mark(id, "pace", 0, 9) }
    };
    let notebook =
        notebook([version("a", "first", 10), version("b", "last", 30), version("c", " ", 40), version("d", "", 50)]);
    let chosen = notebook.chosen(|annotation| same_question(&annotation.kind, &answer("p1", "Why?")));
    assert_eq!(chosen.map(|annotation| annotation.body.as_str()), Some("last"));
    assert_eq!(notebook.chosen(|annotation| annotation.article == "elsewhere"), None);
    let empty = notebook.chosen(|annotation| !annotation.has_body());
    assert_eq!(empty.map(|annotation| annotation.id.as_str()), Some("d"));
}

#[test]
fn a_question_of_a_pack_is_its_words_too() {
    assert!(same_question(&answer("armour-p1", "Why?"), &answer("armour-p1", "Why so?")));
    assert!(!same_question(&answer("armour-p1", "Why?"), &answer("armour-p2", "Why?")));
    assert!(same_question(&answer("pack-0-1", "Why?"), &answer("pack-0-1", "Why?")));
    assert!(!same_question(&answer("pack-0-1", "Why?"), &answer("pack-0-1", "Who?")));
    assert!(!same_question(&answer("pack-0-1", "Why?"), &Kind::Reflection));
}
