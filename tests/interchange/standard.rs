//! What the Web Annotation Data Model asks of a collection (W3C Recommendation, 23 February 2017,
//! <https://www.w3.org/TR/2017/REC-annotation-model-20170223/>), held against everything that is written.
//!
//! One line a demand, with its section. Numbers in brackets are sections of the Recommendation. The working group's own
//! schemas test the same demands; an export of every kind of note met all of them.

use super::{Format, fixture, notes, read, write};
use serde_json::{Value, json};

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
const MOTIVATIONS: [&str; 13] = [
    "assessing",
    "bookmarking",
    "classifying",
    "commenting",
    "describing",
    "editing",
    "highlighting",
    "identifying",
    "linking",
    "moderating",
    "questioning",
    "replying",
    "tagging",
];
/// Which of its keys each selector must have exactly once [4.2.1, 4.2.4, 4.2.5].
const SELECTORS: [(&str, &[&str]); 3] =
    [("FragmentSelector", &["value"]), ("TextQuoteSelector", &["exact"]), ("TextPositionSelector", &["start", "end"])];

/// What a collection does against the model.
pub(super) fn faults(file: &Value) -> Vec<String> {
    let mut faults = Faults::default();
    // [5.1]
    faults.unless(of_list(&file["@context"], |value| value == CONTEXT), "5.1 the context is among @context");
    faults.unless(is_iri(&file["id"]), "5.1 a collection has exactly one id, an IRI");
    faults
        .unless(of_list(&file["type"], |name| name == "AnnotationCollection"), "5.1 its type is AnnotationCollection");
    faults.unless(file["label"].is_string(), "5.1 a collection should have a label, a string");
    faults.unless(file["total"].is_u64(), "5.1 total is one number, not negative");
    faults.unless(is_moment(&file["created"]), "3.3.1 created is one xsd:dateTime, in UTC");
    let total = file["total"].as_u64().unwrap_or_default();
    let page = &file["first"];
    if total == 0 {
        faults.unless(page.is_null(), "5.2 a page has at least one annotation, and so an empty collection has none");
        return faults.0;
    }
    faults.unless(page.is_object() || is_iri(page), "5.1 a collection that is not empty has exactly one first page");
    // [5.2]
    faults.unless(is_iri(&page["id"]), "5.2 a page has exactly one id, an IRI");
    faults.unless(page["id"] != file["id"], "5.2 a page is not its collection");
    faults.unless(of_list(&page["type"], |name| name == "AnnotationPage"), "5.2 its type is AnnotationPage");
    faults.unless(page["startIndex"].is_u64(), "5.2 startIndex is one number, not negative");
    let items = page["items"].as_array().cloned().unwrap_or_default();
    faults.unless(items.len() as u64 == total, "5.2 the only page has all annotations");
    let mut ids = Vec::new();
    for item in &items {
        annotation(item, &mut faults);
        faults.unless(!ids.contains(&&item["id"]), "3.1 no two annotations have one id");
        ids.push(&item["id"]);
    }
    faults.0
}

fn annotation(item: &Value, faults: &mut Faults) {
    faults.unless(is_iri(&item["id"]), "3.1 an annotation has exactly one id, an IRI");
    faults.unless(of_list(&item["type"], |name| name == "Annotation"), "3.1 its type is Annotation");
    faults.unless(!item["target"].is_null(), "3.1 there is at least one target");
    faults.unless(item["body"].is_null() || item["bodyValue"].is_null(), "3.2.5 no bodyValue beside a body");
    for name in ["created", "modified"] {
        faults.unless(item[name].is_null() || is_moment(&item[name]), "3.3.1 at most one xsd:dateTime, in UTC");
    }
    for motivation in list(&item["motivation"]) {
        let known = motivation.as_str().is_some_and(|name| MOTIVATIONS.contains(&name));
        faults.unless(known, "3.3.5 a motivation is one of those of the model");
    }
    for body in list(&item["body"]) {
        if body["type"] == "TextualBody" {
            faults.unless(body["value"].is_string(), "3.2.4 a textual body has exactly one value, a string");
            faults.unless(body["source"].is_null(), "4 a textual body has no source");
            faults.unless(body["items"].is_null(), "3.2.7 a textual body has no items");
            faults.unless(body["format"].is_string(), "3.2.1 a format is one media type");
            let known = body["purpose"].as_str().is_some_and(|name| MOTIVATIONS.contains(&name));
            faults.unless(known, "3.3.5 a purpose is one of those of the model");
        }
    }
    for target in list(&item["target"]) {
        target_of(target, faults);
    }
}

fn target_of(target: &Value, faults: &mut Faults) {
    if target.is_string() {
        faults.unless(is_iri(target), "3.2.1 a target is named by its IRI");
        return;
    }
    faults.unless(is_iri(&target["source"]), "4 a specific resource has exactly one source, an IRI");
    faults.unless(target["value"].is_null(), "4 a specific resource has no value");
    faults.unless(target["items"].is_null(), "3.2.7 a specific resource has no items");
    for selector in list(&target["selector"]) {
        let Some(needed) = SELECTORS.iter().find(|(name, _)| selector["type"] == *name) else { continue };
        for name in needed.1 {
            faults.unless(
                selector[name].is_string() || selector[name].is_u64(),
                "4.2 a selector has what it needs, once",
            );
        }
        for name in ["prefix", "suffix"] {
            faults
                .unless(selector[name].is_null() || selector[name].is_string(), "4.2.4 at most one prefix and suffix");
        }
        if selector["type"] == "TextPositionSelector" {
            let forward = selector["start"].as_u64() < selector["end"].as_u64();
            faults.unless(forward, "4.2.5 start and end are numbers, not negative, and the end comes after");
        }
        if !selector["conformsTo"].is_null() {
            faults.unless(is_iri(&selector["conformsTo"]), "4.2.1 conformsTo is one IRI");
        }
    }
}

#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    fn unless(&mut self, met: bool, demand: &str) {
        if !met {
            self.0.push(demand.to_owned());
        }
    }
}

/// One value or several.
fn list(value: &Value) -> Vec<&Value> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(values) => values.iter().collect(),
        one => vec![one],
    }
}

fn of_list(value: &Value, is: impl Fn(&Value) -> bool) -> bool {
    list(value).into_iter().any(is)
}

/// An absolute IRI: a scheme, something after it, and no white space or delimiters (RFC 3987).
fn is_iri(value: &Value) -> bool {
    let Some((scheme, rest)) = value.as_str().and_then(|text| text.split_once(':')) else { return false };
    let letter = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(letter)
        && !rest.is_empty()
        && !rest.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c))
}

/// `2025-11-21T14:02:00.000Z`.
fn is_moment(value: &Value) -> bool {
    let Some((date, time)) = value.as_str().and_then(|text| text.strip_suffix('Z')?.split_once('T')) else {
        return false;
    };
    let numbers = |text: &str, mark: char, sizes: &[usize]| {
        let parts: Vec<&str> = text.split(mark).collect();
        parts.len() == sizes.len()
            && parts
                .iter()
                .zip(sizes)
                .all(|(part, size)| part.len() == *size && part.chars().all(|c| c.is_ascii_digit()))
    };
    let (time, rest) = time.split_once('.').unwrap_or((time, "0"));
    numbers(date, '-', &[4, 2, 2]) && numbers(time, ':', &[2, 2, 2]) && rest.chars().all(|c| c.is_ascii_digit())
}

#[test]
fn every_kind_of_note_is_written_by_the_model() {
    for name in ["closely.json", "other-program.json"] {
        let file: Value = serde_json::from_str(&write(Format::Json, &notes(&read(fixture(name), &[])))).expect("JSON");
        assert_eq!(faults(&file), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn a_collection_of_nothing_is_one_of_the_model() {
    let file: Value = serde_json::from_str(&write(Format::Json, &[])).expect("JSON");
    assert_eq!(faults(&file), Vec::<String>::new());
}

#[test]
fn what_is_against_the_model_is_found() {
    let good: Value =
        serde_json::from_str(&write(Format::Json, &notes(&read(fixture("closely.json"), &[])))).expect("JSON");
    let cases: [(&str, Value); 14] = [
        ("/@context", json!("http://example.org")),
        ("/id", json!("not an address")),
        ("/type", json!("Collection")),
        ("/total", json!(-1)),
        ("/created", json!("yesterday")),
        ("/first", Value::Null),
        ("/first/type", json!("Page")),
        ("/first/items", json!([])),
        ("/first/items/0/id", json!(["urn:a:1"])),
        ("/first/items/0/type", json!("Note")),
        ("/first/items/0/target", Value::Null),
        ("/first/items/0/target/source", json!("/read/pace/")),
        ("/first/items/0/motivation", json!("remembering")),
        ("/first/items/0/created", json!("2025-11-21 14:02")),
    ];
    for (place, value) in cases {
        let mut file = good.clone();
        *file.pointer_mut(place).expect(place) = value;
        assert!(!faults(&file).is_empty(), "{place}");
    }
}
