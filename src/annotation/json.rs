//! Annotations as JSON objects: the record that is stored.
//!
//! Field names follow the W3C Web Annotation Data Model where it has one. What is unknown is kept and written back;
//! what is wrong is named, never repaired in silence.

use super::{Annotation, Colour, Kind, TextQuoteSelector, TextRange};
use crate::json::{Map, Value};
use crate::words;
use std::fmt;

/// Why a JSON object is no annotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JsonFault {
    /// It is not an object at all.
    NotAnObject,
    /// A field is absent or of the wrong type.
    Field(&'static str),
    /// The kind is not one that this version knows.
    UnknownKind(String),
    /// The selector marks nothing: it is empty, or starts after its end.
    EmptySelector,
}

impl fmt::Display for JsonFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            JsonFault::NotAnObject => f.write_str(words::annotation::not_one()),
            JsonFault::Field(name) => f.write_str(&words::annotation::field(name)),
            JsonFault::UnknownKind(kind) => f.write_str(&words::annotation::unknown_kind(kind)),
            JsonFault::EmptySelector => f.write_str(words::annotation::empty()),
        }
    }
}

const KNOWN: [&str; 13] = [
    "id", "kind", "article", "revision", "section", "body", "tags", "created", "modified", "colour", "position",
    "quote", "prompt",
];

/// The annotation as an object. Unknown fields of its origin come first and never hide a known one.
pub fn to_json(annotation: &Annotation) -> Value {
    let mut object = annotation.other.clone();
    let mut put = |name: &str, value: Value| object.insert(name.to_owned(), value);
    put("id", annotation.id.clone().into());
    put("kind", annotation.kind.name().into());
    put("article", annotation.article.clone().into());
    put("revision", annotation.revision.clone().into());
    put("section", annotation.section.clone().into());
    put("body", annotation.body.clone().into());
    put("tags", annotation.tags.clone().into());
    put("created", annotation.created.into());
    put("modified", annotation.modified.into());
    match &annotation.kind {
        Kind::Bookmark | Kind::Reflection => {}
        Kind::Highlight { colour, position, quote } => {
            put("colour", colour.name().into());
            put("position", object_of([("start", position.start().into()), ("end", position.end().into())]));
            put(
                "quote",
                object_of([
                    ("exact", quote.exact.clone().into()),
                    ("prefix", quote.prefix.clone().into()),
                    ("suffix", quote.suffix.clone().into()),
                ]),
            );
        }
        Kind::Answer { prompt, question } => {
            put("prompt", object_of([("id", prompt.clone().into()), ("question", question.clone().into())]));
        }
    }
    Value::Object(object)
}

/// The annotation in an object.
///
/// # Errors
/// Names the first field that is missing or wrong.
pub fn from_json(value: &Value) -> Result<Annotation, JsonFault> {
    let object = value.as_object().ok_or(JsonFault::NotAnObject)?;
    let kind = match text(object, "kind")?.as_str() {
        "bookmark" => Kind::Bookmark,
        "reflection" => Kind::Reflection,
        "highlight" => highlight(object)?,
        "answer" => {
            let prompt = inner(object, "prompt")?;
            Kind::Answer { prompt: text(prompt, "id")?, question: text(prompt, "question")? }
        }
        other => return Err(JsonFault::UnknownKind(other.to_owned())),
    };
    let id = text(object, "id")?;
    if id.is_empty() {
        return Err(JsonFault::Field("id"));
    }
    // Inserted one by one: collecting would bring a sort of its own into the wasm.
    let mut other = Map::new();
    for (name, value) in object.iter().filter(|(name, _)| !KNOWN.contains(&name.as_str())) {
        other.insert(name.clone(), value.clone());
    }
    let tags = object.get("tags").and_then(Value::as_array).ok_or(JsonFault::Field("tags"))?;
    Ok(Annotation {
        id,
        kind,
        article: text(object, "article")?,
        revision: text(object, "revision")?,
        section: text(object, "section")?,
        body: text(object, "body")?,
        tags: tags
            .iter()
            .map(|tag| tag.as_str().map(str::to_owned).ok_or(JsonFault::Field("tags")))
            .collect::<Result<_, _>>()?,
        created: number(object, "created")?,
        modified: number(object, "modified")?,
        other,
    })
}

fn highlight(object: &Map) -> Result<Kind, JsonFault> {
    let colour = Colour::from_name(&text(object, "colour")?).ok_or(JsonFault::Field("colour"))?;
    let position = inner(object, "position")?;
    let offset = |name| {
        let number = position.get(name).and_then(Value::as_u64).and_then(|n| u32::try_from(n).ok());
        number.ok_or(JsonFault::Field("position"))
    };
    let position = TextRange::new(offset("start")?, offset("end")?).ok_or(JsonFault::EmptySelector)?;
    let quote = inner(object, "quote")?;
    let quote = TextQuoteSelector {
        exact: text(quote, "exact")?,
        prefix: text(quote, "prefix")?,
        suffix: text(quote, "suffix")?,
    };
    if quote.exact.trim().is_empty() {
        return Err(JsonFault::EmptySelector);
    }
    Ok(Kind::Highlight { colour, position, quote })
}

fn object_of<const N: usize>(fields: [(&str, Value); N]) -> Value {
    let mut object = Map::new();
    for (name, value) in fields {
        object.insert(name.to_owned(), value);
    }
    Value::Object(object)
}

fn inner<'a>(object: &'a Map, name: &'static str) -> Result<&'a Map, JsonFault> {
    object.get(name).and_then(Value::as_object).ok_or(JsonFault::Field(name))
}

fn text(object: &Map, name: &'static str) -> Result<String, JsonFault> {
    object.get(name).and_then(Value::as_str).map(str::to_owned).ok_or(JsonFault::Field(name))
}

fn number(object: &Map, name: &'static str) -> Result<i64, JsonFault> {
    object.get(name).and_then(Value::as_i64).ok_or(JsonFault::Field(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::json;

    fn stored() -> Value {
        json!({
            "id": "a1", "kind": "highlight", "article": "pace", "revision": "r1", "section": "why",
            "body": " as typed \n</script>", "tags": ["class"], "created": 1, "modified": 2, "colour": "blue",
            "position": {"start": 4, "end": 9},
            "quote": {"exact": "words", "prefix": "the ", "suffix": "."},
            "later:field": {"kept": [1, 2.5, null]}
        })
    }

    #[test]
    fn a_round_trip_changes_nothing_and_keeps_unknown_fields() {
        let annotation = from_json(&stored());
        assert_eq!(annotation.as_ref().map(to_json), Ok(stored()));
        assert_eq!(annotation.map(|a| a.body), Ok(" as typed \n</script>".to_owned()));
    }

    #[test]
    fn every_field_is_needed() {
        for name in ["id", "article", "revision", "section", "body", "tags", "created", "modified", "colour"] {
            let mut value = stored();
            if let Some(object) = value.as_object_mut() {
                object.remove(name);
            }
            assert!(from_json(&value).is_err(), "without {name}");
        }
    }

    #[test]
    fn selectors_that_mark_nothing_are_refused() {
        let with = |name: &str, value: Value| {
            let mut stored = stored();
            stored.as_object_mut().map(|object| object.insert(name.to_owned(), value));
            from_json(&stored)
        };
        assert_eq!(with("position", json!({"start": 9, "end": 9})), Err(JsonFault::EmptySelector));
        assert_eq!(with("position", json!({"start": -1, "end": 9})), Err(JsonFault::Field("position")));
        let blank = json!({"exact": "  ", "prefix": "the ", "suffix": "."});
        assert_eq!(with("quote", blank), Err(JsonFault::EmptySelector));
    }

    #[test]
    fn a_kind_from_the_future_is_named() {
        let mut value = stored();
        value.as_object_mut().map(|object| object.insert("kind".to_owned(), "drawing".into()));
        assert_eq!(from_json(&value), Err(JsonFault::UnknownKind("drawing".to_owned())));
    }
}
