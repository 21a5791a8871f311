//! Notes as W3C Web Annotations: an `AnnotationCollection` with one `AnnotationPage` inside, in JSON-LD.
//!
//! What the model has no word for stands under names that begin with `closely:`. What came from another program, or
//! from a later version, is written back where it stood; `foreign.rs` says how it is kept meanwhile. Reading
//! (`web_annotation.rs`) is the exact reverse for what was written here.

use super::items::Item;
use super::time::iso;
use crate::annotation::{Annotation, Kind};
use crate::json::{Map, Value};
use crate::link::{Base, Route, encode};

/// What ids begin with that are no addresses by themselves.
pub(super) const ID: &str = "urn:closely:annotation:";
const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// The names that an annotation has here; fields of others keep out of their way.
pub(super) const NAMES: [&str; 18] = [
    "@context",
    "id",
    "type",
    "motivation",
    "created",
    "modified",
    "body",
    "bodyValue",
    "target",
    "closely:kind",
    "closely:article",
    "closely:section",
    "closely:revision",
    "closely:colour",
    "closely:prompt",
    "closely:created",
    "closely:modified",
    "closely:other",
];

/// The collection, an annotation a line.
pub(super) fn write(items: &[Item], site: &str, now: i64) -> String {
    let context = object([("closely", text("urn:closely:"))]);
    let context = Value::Array(vec![text(CONTEXT), context]);
    let id = format!("urn:closely:collection:{now}");
    let [page, id] = [format!("{id}:1"), id].map(|id| text(&id));
    let mut file = format!(
        "{{\"@context\":{context},\n\"id\":{id},\"type\":\"AnnotationCollection\",\
         \"label\":\"Notes kept in Closely\",\"created\":{},\"total\":{}",
        text(&iso(now)),
        items.len()
    );
    if !items.is_empty() {
        let lines: Vec<String> = items.iter().map(|item| annotation(&item.annotation, site).to_string()).collect();
        file.push_str(&format!(
            ",\n\"first\":{{\"id\":{page},\"type\":\"AnnotationPage\",\"startIndex\":0,\"items\":[\n{}\n]}}",
            lines.join(",\n")
        ));
    }
    file.push_str("}\n");
    file
}

/// One annotation.
pub(super) fn annotation(annotation: &Annotation, site: &str) -> Value {
    let mut other = annotation.other.clone();
    let kept = super::foreign::Kept::take(&mut other);
    let mut whole = Map::new();
    let mut hidden = Map::new();
    for (name, value) in other {
        let home = if NAMES.contains(&name.as_str()) { &mut hidden } else { &mut whole };
        home.insert(name, value);
    }
    let mut put = |name: &str, value: Value| whole.insert(name.to_owned(), value);
    if !hidden.is_empty() {
        put("closely:other", Value::Object(hidden));
    }
    put("id", text(&iri(&annotation.id)));
    put("type", text("Annotation"));
    put("motivation", motivation(annotation));
    for (name, own, at) in
        [("created", "closely:created", annotation.created), ("modified", "closely:modified", annotation.modified)]
    {
        match iso(at) {
            none if none.is_empty() => put(own, at.into()),
            moment => put(name, text(&moment)),
        };
    }
    put("closely:kind", text(annotation.kind.name()));
    put("closely:article", text(&annotation.article));
    put("closely:section", text(&annotation.section));
    put("closely:revision", text(&annotation.revision));
    match &annotation.kind {
        Kind::Highlight { colour, .. } => put("closely:colour", text(colour.name())),
        Kind::Answer { prompt, .. } => put("closely:prompt", text(prompt)),
        Kind::Bookmark | Kind::Reflection => None,
    };
    let bodies = kept.with_bodies(bodies(annotation));
    if !bodies.is_empty() {
        put("body", Value::Array(bodies));
    }
    let source = format!("{site}{}", Base::default().href(&Route::article(&annotation.article)));
    put("target", kept.with_target(source, selectors(annotation)));
    Value::Object(whole)
}

/// An id as the address that the model asks for.
fn iri(id: &str) -> String {
    let scheme = id.split_once(':').map_or("", |(scheme, _)| scheme);
    let plain = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
    let absolute = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(plain)
        && !id.starts_with(ID)
        && id.chars().all(|c| c.is_ascii_graphic() && !"<>\"{}|\\^`".contains(c));
    if absolute { id.to_owned() } else { format!("{ID}{}", encode(id)) }
}

fn motivation(annotation: &Annotation) -> Value {
    let first = match annotation.kind {
        Kind::Bookmark => "bookmarking",
        Kind::Highlight { .. } => "highlighting",
        Kind::Reflection => "commenting",
        Kind::Answer { .. } => "replying",
    };
    match annotation.kind {
        Kind::Highlight { .. } if annotation.has_body() => Value::Array(vec![text(first), text("commenting")]),
        _ => text(first),
    }
}

fn bodies(annotation: &Annotation) -> Vec<Value> {
    let textual = |purpose: &str, value: &str| {
        object([
            ("type", text("TextualBody")),
            ("purpose", text(purpose)),
            ("format", text("text/plain")),
            ("value", text(value)),
        ])
    };
    let mut bodies = Vec::new();
    let purpose = match &annotation.kind {
        Kind::Answer { question, .. } => {
            bodies.push(textual("questioning", question));
            "replying"
        }
        _ => "commenting",
    };
    if !annotation.body.is_empty() {
        bodies.push(textual(purpose, &annotation.body));
    }
    bodies.extend(annotation.tags.iter().map(|tag| textual("tagging", tag)));
    bodies
}

fn selectors(annotation: &Annotation) -> Vec<Value> {
    match &annotation.kind {
        Kind::Highlight { position, quote, .. } => vec![
            object([
                ("type", text("TextQuoteSelector")),
                ("exact", text(&quote.exact)),
                ("prefix", text(&quote.prefix)),
                ("suffix", text(&quote.suffix)),
            ]),
            object([
                ("type", text("TextPositionSelector")),
                ("start", position.start().into()),
                ("end", position.end().into()),
            ]),
        ],
        _ if annotation.section.is_empty() => Vec::new(),
        _ => vec![object([
            ("type", text("FragmentSelector")),
            ("conformsTo", text("http://tools.ietf.org/rfc/rfc3236")),
            ("value", text(&annotation.section)),
        ])],
    }
}

pub(super) fn text(text: &str) -> Value {
    Value::String(text.to_owned())
}

pub(super) fn object<const N: usize>(fields: [(&str, Value); N]) -> Value {
    let mut object = Map::new();
    for (name, value) in fields {
        object.insert(name.to_owned(), value);
    }
    Value::Object(object)
}
