//! A pack as a JSON object: the file that travels, and the record that is kept.

use super::{Pack, PackFault, Passage, Place, Stop};
use crate::json::{Map, Value};

/// Largest file of a pack that is opened, in bytes.
pub const FILE_LIMIT: usize = 200_000;
/// What says that a file is a pack.
const FORMAT: &str = "closely-pack";

/// The pack as an object.
pub fn to_json(pack: &Pack) -> Value {
    let mut object = Map::new();
    put(&mut object, "format", FORMAT);
    object.insert("version".to_owned(), 1.into());
    put(&mut object, "id", &pack.id);
    put(&mut object, "title", &pack.title);
    put(&mut object, "by", &pack.by);
    put(&mut object, "introduction", &pack.introduction);
    put(&mut object, "due", &pack.due);
    object.insert("stops".to_owned(), Value::Array(pack.stops.iter().map(stop_to_json).collect()));
    Value::Object(object)
}

fn put(object: &mut Map, name: &str, text: &str) {
    object.insert(name.to_owned(), text.into());
}

fn stop_to_json(stop: &Stop) -> Value {
    let mut object = Map::new();
    put(&mut object, "article", &stop.article);
    put(&mut object, "revision", &stop.revision);
    put(&mut object, "question", &stop.question);
    if let Some(section) = stop.section() {
        put(&mut object, "section", section);
    }
    if let Place::Passage(passage) = &stop.place {
        let mut inner = Map::new();
        inner.insert("start".to_owned(), passage.start.into());
        inner.insert("end".to_owned(), passage.end.into());
        put(&mut inner, "first", &passage.first);
        put(&mut inner, "last", &passage.last);
        put(&mut inner, "prefix", &passage.prefix);
        put(&mut inner, "suffix", &passage.suffix);
        object.insert("passage".to_owned(), Value::Object(inner));
    }
    Value::Object(object)
}

/// The pack in an object. Fields that are not a pack's are passed over and not kept.
///
/// # Errors
/// Says what is wrong with it.
pub fn from_json(value: &Value) -> Result<Pack, PackFault> {
    let pack = own_from_json(value)?;
    pack.check()?;
    Ok(pack)
}

/// The pack in a record of our own, which may not be finished yet.
///
/// # Errors
/// Says what is missing.
pub fn own_from_json(value: &Value) -> Result<Pack, PackFault> {
    let object = value.as_object().ok_or(PackFault::NotOne)?;
    check_format(object, FORMAT)?;
    let stops = object.get("stops").and_then(Value::as_array).ok_or(PackFault::Field("stops"))?;
    if stops.len() > super::MOST_STOPS {
        return Err(PackFault::TooLarge);
    }
    Ok(Pack {
        id: text(object, "id")?,
        title: text(object, "title")?,
        by: text(object, "by").unwrap_or_default(),
        introduction: text(object, "introduction").unwrap_or_default(),
        due: text(object, "due").unwrap_or_default(),
        stops: stops.iter().map(stop_from_json).collect::<Result<_, _>>()?,
    })
}

/// Whether an object says that it is of this format, in a version that we know.
pub(super) fn check_format(object: &Map, format: &str) -> Result<(), PackFault> {
    if object.get("format").and_then(Value::as_str) != Some(format) {
        return Err(PackFault::NotOne);
    }
    match object.get("version").and_then(Value::as_u64) {
        Some(1) => Ok(()),
        Some(0) | None => Err(PackFault::NotOne),
        Some(_) => Err(PackFault::Newer),
    }
}

fn stop_from_json(value: &Value) -> Result<Stop, PackFault> {
    let object = value.as_object().ok_or(PackFault::Field("stops"))?;
    let section = object.get("section").map(|_| text(object, "section")).transpose()?;
    let place = match (object.get("passage"), section) {
        (None, None) => Place::Article,
        (None, Some(section)) => Place::Section(section),
        (Some(passage), section) => {
            let inner = passage.as_object().ok_or(PackFault::Field("passage"))?;
            let number = |name| inner.get(name).and_then(Value::as_u64).and_then(|number| u32::try_from(number).ok());
            Place::Passage(Passage {
                section: section.unwrap_or_default(),
                start: number("start").ok_or(PackFault::Field("passage"))?,
                end: number("end").ok_or(PackFault::Field("passage"))?,
                first: text(inner, "first")?,
                last: text(inner, "last")?,
                prefix: text(inner, "prefix")?,
                suffix: text(inner, "suffix")?,
            })
        }
    };
    Ok(Stop {
        article: text(object, "article")?,
        revision: text(object, "revision")?,
        place,
        question: text(object, "question").unwrap_or_default(),
    })
}

pub(super) fn text(object: &Map, name: &'static str) -> Result<String, PackFault> {
    object.get(name).and_then(Value::as_str).map(str::to_owned).ok_or(PackFault::Field(name))
}

/// The object in a file of at most so many bytes.
///
/// # Errors
/// [`PackFault::TooLarge`] before anything is read, [`PackFault::NotOne`] for what is no JSON.
pub fn read_file(bytes: &[u8], limit: usize) -> Result<Value, PackFault> {
    if bytes.len() > limit {
        return Err(PackFault::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| PackFault::NotOne)?;
    crate::json::from_str(text.trim_start_matches('\u{feff}')).map_err(|_| PackFault::NotOne)
}
