//! The desk: what an article's revision did to the marks, and that deciding changes nothing but where they point.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test that can not go on fails")]

use closely::annotation::{
    Annotation, ArticleText, Colour, Kind, TextQuoteSelector, TextRange, attach, from_json, placements, to_json,
};
use closely::article::Meta;
use closely::library;
use closely::notebook::{Desk, Notebook, Settled, count};
use closely::storage::{MemoryStore, Records, Store};
use std::rc::Rc;

fn opened() -> (&'static Meta, ArticleText) {
    let meta = library::catalogue().first().expect("the library has articles");
    (meta, ArticleText::new(library::article(&meta.slug).expect("it opens").text()))
}

/// Words of the article as an earlier revision had them.
fn marked(id: &str, revision: &str, start: u32, quote: TextQuoteSelector) -> Annotation {
    let (meta, _) = opened();
    let position = TextRange::new(start, start + quote.exact.chars().count() as u32).expect("not empty");
    let mut other = closely::json::Map::new();
    other.insert("later:field".to_owned(), 7.into());
    Annotation {
        id: id.to_owned(),
        kind: Kind::Highlight { colour: Colour::Pink, position, quote },
        article: meta.slug.clone(),
        revision: revision.to_owned(),
        section: meta.sections[0].id.clone(),
        body: format!(" note of {id} \r\n#tag "),
        tags: vec!["tag".to_owned(), "by hand".to_owned()],
        created: 11,
        modified: 12,
        other,
    }
}

/// A sentence of the article, its words reworded so far that they are worth showing and not to be trusted.
fn collection() -> (Records, Notebook) {
    let (meta, text) = opened();
    let records = Records::new(Rc::new(MemoryStore::default()) as Rc<dyn Store>);
    let mut notebook = Notebook::default();
    let quote = |from: u32, to: u32| text.slice(from..to).to_owned();
    let there = TextQuoteSelector { exact: quote(400, 470), prefix: quote(368, 400), suffix: quote(470, 502) };
    let negated = TextQuoteSelector {
        exact: format!("never not {}", quote(600, 680)),
        prefix: quote(568, 600),
        suffix: quote(680, 712),
    };
    let gone = TextQuoteSelector {
        exact: "Zebras graze beneath violet umbrellas every quiet Thursday".to_owned(),
        prefix: "quartz hymn ".to_owned(),
        suffix: " vow jig".to_owned(),
    };
    let same = marked("a-same", &meta.revision, 400, there.clone());
    let all = [
        same,
        marked("b-moved", "old", 380, there),
        marked("c-review", "old", 590, negated),
        marked("d-lost", "old", 9, gone),
    ];
    for annotation in all {
        notebook.put(&records, annotation, &mut || panic!("no second id is needed")).expect("memory keeps it");
    }
    (records, notebook)
}

#[test]
fn only_what_is_not_certain_is_asked_about() {
    let (_, notebook) = collection();
    let asked = Desk::default().look(&notebook, &Settled::default(), usize::MAX).expect("all");
    let ids: Vec<&str> = asked.iter().map(|attention| attention.id.as_str()).collect();
    assert_eq!(ids, ["d-lost", "c-review"]);
    assert_eq!(asked[0].candidate, None);
    let (range, words) = asked[1].candidate.clone().expect("a candidate");
    assert_eq!(opened().1.quote(range), words);
}

#[test]
fn looking_again_gives_the_same_and_the_reader_counts_the_same() {
    let (_, notebook) = collection();
    let (meta, text) = opened();
    let mut desk = Desk::default();
    let first = desk.look(&notebook, &Settled::default(), usize::MAX);
    assert_eq!(desk.look(&notebook, &Settled::default(), 0), first, "found once is known");
    // Broken off, it goes on where it was.
    let mut broken_off = Desk::default();
    assert_eq!(broken_off.look(&notebook, &Settled::default(), 1), None);
    assert!((0..9).any(|_| broken_off.look(&notebook, &Settled::default(), 1) == first));
    let placed = placements(notebook.of_article(&meta.slug), &meta.revision, &text, &[], 9);
    assert_eq!(placements(notebook.of_article(&meta.slug), &meta.revision, &text, &placed, 0), placed);
    // A few at a time, the same comes out.
    let mut slowly = Vec::new();
    for _ in 0..4 {
        slowly = placements(notebook.of_article(&meta.slug), &meta.revision, &text, &slowly, 1);
    }
    assert_eq!(slowly, placed);
    assert_eq!(count(&placed, &Settled::default(), &meta.revision), (1, 1));
}

#[test]
fn kept_as_it_is_is_not_asked_again_until_the_article_changes_again() {
    let (_, notebook) = collection();
    let (meta, _) = opened();
    let mut settled = Settled::default();
    settled.settle("d-lost", &meta.revision, &notebook);
    settled.settle("c-review", "an earlier revision", &notebook);
    let settled = Settled::from_json(&settled.to_json());
    let ids = |settled: &Settled| {
        Desk::default().look(&notebook, settled, usize::MAX).expect("all").into_iter().map(|a| a.id).collect::<Vec<_>>()
    };
    assert_eq!(ids(&settled), ["c-review"]);
    let mut reopened = settled.clone();
    reopened.reopen("d-lost");
    assert_eq!(ids(&reopened), ["d-lost", "c-review"]);
    // What makes no sense settles nothing.
    assert_eq!(Settled::from_json(&"[1, {\"d-lost\": true}]".parse().expect("json")), Settled::default());
}

#[test]
fn accepting_and_undoing_leave_number_and_notes_as_they_were() {
    let (records, mut notebook) = collection();
    let (meta, text) = opened();
    let facts = |notebook: &Notebook| {
        let fact =
            |a: &Annotation| (a.id.clone(), a.body.clone(), a.tags.clone(), a.created, a.colour(), a.other.clone());
        notebook.annotations().map(fact).collect::<Vec<_>>()
    };
    let before = facts(&notebook);
    let bytes = |notebook: &Notebook| notebook.annotations().map(|a| to_json(a).to_string()).collect::<Vec<_>>();
    let written = bytes(&notebook);
    let mut desk = Desk::default();
    for attention in desk.look(&notebook, &Settled::default(), usize::MAX).expect("all") {
        let old = notebook.get(&attention.id).expect("it is there").clone();
        let place = attention.candidate.map_or_else(|| TextRange::new(50, 80).expect("words"), |(range, _)| range);
        let new = attach(&old, meta, &text, place).expect("words");
        notebook.put(&records, new, &mut || panic!("no second id")).expect("kept");
    }
    assert_eq!(facts(&notebook), before);
    assert_eq!(desk.look(&notebook, &Settled::default(), usize::MAX), Some(Vec::new()));
    // Undo: the annotation as it was, which the reader's click puts back.
    for old in written.iter().map(|text| from_json(&text.parse().expect("json")).expect("annotation")) {
        notebook.put(&records, old, &mut || panic!("no second id")).expect("kept");
    }
    assert_eq!(bytes(&notebook), written);
    assert_eq!(Notebook::load(&records).map(|kept| bytes(&kept)), Ok(written));
}
