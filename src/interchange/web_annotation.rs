//! Reading a W3C Web Annotation: ours, which comes back as it was, or another program's.

use super::foreign::{Kept, as_list, without};
use super::json_ld::{ID, NAMES};
use super::shelf::{Shelf, of_address};
use super::time;
use super::{Candidate, Fault};
use crate::annotation::{Annotation, Colour, Kind, TextQuoteSelector, TextRange};
use crate::link::decode;
use serde_json::{Map, Value};

/// What the target says.
#[derive(Default)]
struct Target {
    quote: Option<TextQuoteSelector>,
    position: Option<TextRange>,
    section: Option<String>,
    address: String,
}

/// What the bodies say.
#[derive(Default)]
struct Bodies {
    note: Option<String>,
    question: Option<String>,
    tags: Vec<String>,
}

/// Reads one annotation.
pub(super) fn read(value: &Value, shelf: &Shelf) -> Result<Candidate, Fault> {
    let whole = value.as_object().ok_or(Fault::NoAnnotation)?;
    if !as_list(whole.get("type")).iter().any(|name| name.as_str() == Some("Annotation")) {
        return Err(Fault::NoAnnotation);
    }
    let mut kept = Kept::default();
    let target = read_target(whole, &mut kept)?;
    let bodies = read_bodies(whole, &mut kept);
    let ours = |name: &str| whole.get(name).and_then(Value::as_str).map(str::to_owned);
    let from_address = of_address(&target.address);
    let article = ours("closely:article").or_else(|| from_address.as_ref().map(|(slug, _)| slug.clone()));
    let article = article.ok_or_else(|| Fault::elsewhere(&target.address))?;
    let named = ours("closely:section").or_else(|| target.section.clone());
    let named = named.or_else(|| from_address.map(|(_, section)| section).filter(|section| !section.is_empty()));

    let (mut revision, mut section) = (ours("closely:revision").unwrap_or_default(), named.clone());
    let kind = match (ours("closely:kind").unwrap_or_else(|| guess(whole, &target, &bodies)).as_str(), target.quote) {
        ("highlight", None) => return Err(Fault::NoQuote),
        ("highlight", Some(quote)) => {
            let colour = match ours("closely:colour") {
                None => Colour::Yellow,
                Some(name) => Colour::from_name(&name).ok_or(Fault::Field("closely:colour"))?,
            };
            let position = match target.position {
                Some(position) if whole.contains_key("closely:kind") => position,
                hint => {
                    let place = shelf.place(&article, hint, &quote).ok_or(Fault::NoQuote)?;
                    revision = place.revision;
                    section = named.or(Some(place.section));
                    place.position
                }
            };
            Kind::Highlight { colour, position, quote }
        }
        ("bookmark", _) => Kind::Bookmark,
        ("reflection", _) => Kind::Reflection,
        ("answer", _) => Kind::Answer {
            prompt: ours("closely:prompt").ok_or(Fault::Field("closely:prompt"))?,
            question: bodies.question.ok_or(Fault::Field("body"))?,
        },
        (other, _) => return Err(Fault::UnknownKind(other.to_owned())),
    };
    let first = || crate::library::meta(&article)?.sections.first().map(|section| section.id.clone());
    let section = section.or_else(first).unwrap_or_default();
    let mut other = without(whole, &NAMES);
    if let Some(hidden) = whole.get("closely:other").and_then(Value::as_object) {
        hidden.iter().for_each(|(name, value)| drop(other.insert(name.clone(), value.clone())));
    }
    kept.put(&mut other);
    let created = moment(whole, "created", "closely:created")?;
    let modified = moment(whole, "modified", "closely:modified")?;
    let first = created.or(modified).unwrap_or_default();
    Ok(Candidate {
        annotation: Annotation {
            id: id_of(whole.get("id").and_then(Value::as_str), value),
            kind,
            article,
            revision,
            section,
            body: bodies.note.unwrap_or_default(),
            tags: bodies.tags,
            created: first,
            modified: modified.unwrap_or(first),
            other,
        },
        ours: whole.contains_key("closely:kind"),
    })
}

/// The id as it was before it became an address; what has none gets one by what it says.
fn id_of(id: Option<&str>, value: &Value) -> String {
    match id.filter(|id| !id.is_empty() && *id != ID) {
        Some(id) => id.strip_prefix(ID).map_or_else(|| id.to_owned(), decode),
        None => format!("imported-{}", super::digest(&value.to_string())),
    }
}

/// The kind of an annotation that does not say it in our words.
fn guess(whole: &Map<String, Value>, target: &Target, bodies: &Bodies) -> String {
    let marks = as_list(whole.get("motivation")).iter().any(|name| name.as_str() == Some("highlighting"));
    if target.quote.is_some() || target.position.is_some() || marks {
        "highlight".to_owned()
    } else if bodies.note.is_some() {
        "reflection".to_owned()
    } else {
        "bookmark".to_owned()
    }
}

fn moment(whole: &Map<String, Value>, name: &'static str, own: &str) -> Result<Option<i64>, Fault> {
    if let Some(number) = whole.get(own).and_then(Value::as_i64) {
        return Ok(Some(number));
    }
    match whole.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(moment) => moment.as_str().and_then(time::parse).map(Some).ok_or(Fault::Field(name)),
    }
}

fn read_target(whole: &Map<String, Value>, kept: &mut Kept) -> Result<Target, Fault> {
    let targets = as_list(whole.get("target"));
    let (first, rest) = targets.split_first().ok_or(Fault::Field("target"))?;
    kept.targets = rest.iter().map(|&target| target.clone()).collect();
    let mut target = Target::default();
    match first {
        Value::String(address) => target.address.clone_from(address),
        Value::Object(object) => {
            let source = object.get("source").or_else(|| object.get("id"));
            let address = source.and_then(|source| source.as_str().or_else(|| source.get("id")?.as_str()));
            target.address = address.unwrap_or_default().to_owned();
            kept.target = without(object, &["source", "selector", "type"]);
            for selector in as_list(object.get("selector")) {
                if !read_selector(selector, &mut target)? {
                    kept.selectors.push(selector.clone());
                }
            }
        }
        _ => return Err(Fault::Field("target")),
    }
    Ok(target)
}

/// The words of a selector.
pub(super) fn quote_of(selector: &Value) -> Result<TextQuoteSelector, Fault> {
    let part = |name| selector.get(name).and_then(Value::as_str);
    let exact = part("exact").filter(|exact| !exact.trim().is_empty()).ok_or(Fault::NoQuote)?;
    Ok(TextQuoteSelector {
        exact: exact.to_owned(),
        prefix: part("prefix").unwrap_or_default().to_owned(),
        suffix: part("suffix").unwrap_or_default().to_owned(),
    })
}

/// The range of a selector; backward and empty ones are none.
pub(super) fn position_of(selector: &Value) -> Result<TextRange, Fault> {
    let end = |name| selector.get(name).and_then(Value::as_u64).and_then(|number| u32::try_from(number).ok());
    let (start, end) = end("start").zip(end("end")).ok_or(Fault::Field("TextPositionSelector"))?;
    TextRange::new(start, end).ok_or(Fault::Backward)
}

/// Takes what a selector says; `false` where it is of a type that we have no place for.
fn read_selector(selector: &Value, target: &mut Target) -> Result<bool, Fault> {
    match selector.get("type").and_then(Value::as_str) {
        Some("TextQuoteSelector") if target.quote.is_none() => target.quote = Some(quote_of(selector)?),
        Some("TextPositionSelector") if target.position.is_none() => target.position = Some(position_of(selector)?),
        Some("FragmentSelector") if target.section.is_none() => {
            target.section = selector.get("value").and_then(Value::as_str).map(str::to_owned);
        }
        _ => return Ok(false),
    }
    Ok(true)
}

fn read_bodies(whole: &Map<String, Value>, kept: &mut Kept) -> Bodies {
    let note = whole.get("bodyValue").and_then(Value::as_str).map(str::to_owned);
    let mut bodies = Bodies { note, ..Bodies::default() };
    for body in as_list(whole.get("body")) {
        let value = body.get("value").and_then(Value::as_str).map(str::to_owned);
        let purpose = body.get("purpose").and_then(Value::as_str).unwrap_or_default();
        match (purpose, value) {
            ("tagging", Some(tag)) => bodies.tags.push(tag),
            ("questioning", Some(question)) if bodies.question.is_none() && whole.contains_key("closely:prompt") => {
                bodies.question = Some(question);
            }
            (_, Some(note)) if bodies.note.is_none() => {
                bodies.note = Some(note);
                let object = body.as_object().cloned().unwrap_or_default();
                kept.note = without(&object, &["type", "purpose", "format", "value"]);
            }
            _ => kept.bodies.push(body.clone()),
        }
    }
    bodies
}
