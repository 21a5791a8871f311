//! Reading annotations of Hypothesis: what its client exports, and what its API answers. Only those on articles of ours
//! come in. What we have no place for is kept under one name among the unknown fields.

use super::foreign::{as_list, without};
use super::shelf::{Shelf, of_address};
use super::web_annotation::{position_of, quote_of};
use super::{Candidate, Fault, time};
use crate::annotation::{Annotation, Colour, Kind};
use serde_json::{Map, Value};

/// Whether an object is one of theirs.
pub(super) fn is_one(value: &Value) -> bool {
    value.get("uri").is_some_and(Value::is_string) && value.get("target").is_some_and(Value::is_array)
}

/// Reads one annotation.
pub(super) fn read(value: &Value, shelf: &Shelf) -> Result<Candidate, Fault> {
    let whole = value.as_object().filter(|_| is_one(value)).ok_or(Fault::NoAnnotation)?;
    let field = |name: &str| whole.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    if !as_list(whole.get("references")).is_empty() {
        return Err(Fault::Reply);
    }
    let address = field("uri");
    let (article, named) = of_address(&address).ok_or_else(|| Fault::elsewhere(&address))?;
    let selectors = whole.get("target").and_then(|targets| targets.get(0)).and_then(|target| target.get("selector"));
    let selectors = as_list(selectors);
    let of_type = |name| selectors.iter().find(|selector| selector.get("type").and_then(Value::as_str) == Some(name));
    // Their positions count what the page shows, ours the article's text: words alone say where.
    if let Some(position) = of_type("TextPositionSelector") {
        position_of(position)?;
    }
    let first = || crate::library::meta(&article)?.sections.first().map(|section| section.id.clone());
    let body = field("text");
    let (kind, section, revision) = match of_type("TextQuoteSelector") {
        Some(selector) => {
            let quote = quote_of(selector)?;
            let place = shelf.place(&article, None, &quote).ok_or(Fault::NoQuote)?;
            let kind = Kind::Highlight { colour: Colour::Yellow, position: place.position, quote };
            (kind, place.section, place.revision)
        }
        None if !selectors.is_empty() => return Err(Fault::NoQuote),
        None => {
            let kind = if body.trim().is_empty() { Kind::Bookmark } else { Kind::Reflection };
            let section = Some(named).filter(|section| !section.is_empty()).or_else(first).unwrap_or_default();
            (kind, section, String::new())
        }
    };
    let moment = |name: &'static str| match whole.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(moment) => moment.as_str().and_then(time::parse).map(Some).ok_or(Fault::Field(name)),
    };
    let (created, modified) = (moment("created")?, moment("updated")?);
    let created = created.or(modified).unwrap_or_default();
    let id = Some(field("id")).filter(|id| !id.is_empty()).unwrap_or_else(|| super::digest(&value.to_string()));
    let rest = without(whole, &["id", "text", "tags", "created", "updated", "target", "references"]);
    let mut other = Map::new();
    other.insert("hypothesis".to_owned(), Value::Object(rest));
    let tags = as_list(whole.get("tags")).into_iter().filter_map(Value::as_str);
    Ok(Candidate {
        annotation: Annotation {
            id: format!("hypothesis-{id}"),
            kind,
            article,
            revision,
            section,
            body,
            tags: tags.map(str::to_owned).collect(),
            created,
            modified: modified.unwrap_or(created),
            other,
        },
        ours: false,
    })
}
