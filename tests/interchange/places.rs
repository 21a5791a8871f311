//! Where the words of a note are: in the links of an export, and for notes that come without a position.

use super::{notes, read, write};
use closely::annotation::anchoring::{Verdict, describe};
use closely::annotation::{Annotation, ArticleText, Colour, Kind, TextRange, placements};
use closely::interchange::Format;
use closely::library;
use closely::link::TextDirective;
use serde_json::json;

const SLUG: &str = "pace-and-closeness";

fn text() -> ArticleText {
    ArticleText::new(library::article(SLUG).expect("in the library").text())
}

/// Every place of a word.
fn places(text: &ArticleText, word: &str) -> Vec<TextRange> {
    let length = u32::try_from(word.chars().count()).expect("short");
    let starts = text.as_str().match_indices(word).map(|(byte, _)| text.position_of_byte(byte));
    starts.filter_map(|start| TextRange::new(start, start + length)).collect()
}

fn highlight(text: &ArticleText, range: TextRange) -> Annotation {
    let meta = library::meta(SLUG).expect("in the library");
    Annotation {
        id: "a".to_owned(),
        kind: Kind::Highlight { colour: Colour::Yellow, position: range, quote: describe(text, range) },
        article: SLUG.to_owned(),
        revision: meta.revision.clone(),
        section: meta.section_at(range.start()).expect("a section").id.clone(),
        body: String::new(),
        tags: Vec::new(),
        created: 0,
        modified: 0,
        other: closely::json::Map::new(),
    }
}

/// The address that Markdown has for a highlight, in its foot.
fn address(note: &Annotation) -> String {
    let text = write(Format::Markdown, std::slice::from_ref(note));
    let foot = text.lines().rfind(|line| line.contains("](")).expect("a link");
    foot.rsplit_once("](").and_then(|(_, rest)| rest.split_once(')')).expect("a link").0.to_owned()
}

/// The passages that query and fragment of an address lead to.
fn led_to(text: &ArticleText, address: &str) -> [Vec<Option<TextRange>>; 2] {
    let (path, fragment) = address.split_once('#').expect("a section");
    let query = path.split_once('?').map(|(_, query)| query).unwrap_or_default();
    [(query, ""), ("", fragment)]
        .map(|(query, fragment)| TextDirective::resolve_all(&TextDirective::of_address(query, fragment), text))
}

#[test]
fn a_link_in_markdown_leads_to_the_passage_and_not_to_its_like() {
    let text = text();
    for word in ["trust", "closeness", "the"] {
        let places = places(&text, word);
        assert!(places.len() > 2, "{word}");
        for range in places {
            let address = address(&highlight(&text, range));
            for found in led_to(&text, &address) {
                assert!(found.iter().all(|found| found.is_none_or(|found| found == range)), "{range:?}: {address}");
            }
        }
    }
    let third = places(&text, "trust")[2];
    assert_eq!(led_to(&text, &address(&highlight(&text, third))), [vec![Some(third)], vec![Some(third)]]);
}

#[test]
fn a_link_to_few_words_without_context_leads_to_their_section() {
    let text = text();
    let mut note = highlight(&text, places(&text, "trust")[2]);
    let Kind::Highlight { quote, .. } = &mut note.kind else { panic!("a highlight") };
    (quote.prefix, quote.suffix) = (String::new(), String::new());
    assert!(write(Format::Markdown, &[note.clone()]).contains(" · [section](https://"));
    let address = address(&note);
    assert!(address.ends_with(&format!("/#{}", note.section)), "{address}");
}

#[test]
fn words_without_a_position_are_not_found_at_the_articles_beginning() {
    let text = text();
    let words = text.as_str().split_whitespace();
    let first = { words }.find(|word| places(&text, word).len() > 1).expect("a word that stands twice");
    let start = places(&text, first)[0];
    assert_eq!(start.start(), 0, "the article begins with it");
    let hypothesis = json!([{
        "id": "1",
        "uri": format!("https://reader.example/read/{SLUG}/"),
        "target": [{"selector": [{"type": "TextQuoteSelector", "exact": first}]}],
    }]);
    let readwise = format!("Highlight,Book Title,Note\n{first},Pace and Closeness,n\n");
    for file in [hypothesis.to_string(), readwise] {
        let note = notes(&read(file.into_bytes(), &[])).remove(0);
        assert_eq!(note.revision, "", "nothing says which of its places was marked");
        // As the reader's page places it when the article is opened.
        let revision = &library::meta(SLUG).expect("in the library").revision;
        let placed = placements([&note], revision, &text, &[], usize::MAX);
        assert!(!matches!(placed[0].verdict, Verdict::Exact(_) | Verdict::Moved(_)), "{:?}", placed[0].verdict);
    }
}
