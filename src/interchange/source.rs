//! What kind of file came, and its entries. Each thing that is no notes file gets an answer of its own.

use super::foreign::as_list;
use super::readwise::Columns;
use super::{hypothesis, table};
use crate::json::Value;
use crate::words;
use std::fmt;

/// A file that holds entries.
#[derive(Debug)]
pub(super) enum Source {
    /// W3C Web Annotations, ours among them.
    Annotations(Vec<Value>),
    /// Annotations of Hypothesis.
    Hypothesis(Vec<Value>),
    /// Records as they are stored: what a page whose program failed hands out.
    Records(Value),
    /// A table of Readwise.
    Readwise(Columns, Vec<Vec<String>>),
}

/// Why a file holds none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoNotes {
    Empty,
    Archive,
    Pdf,
    Picture,
    Utf16,
    NotUtf8,
    Html,
    CutOff,
    NotJson,
    OtherJson,
    Markdown,
    OwnTable,
    OtherTable,
    Unknown,
}

impl fmt::Display for NoNotes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            NoNotes::Empty => words::files::empty(),
            NoNotes::Archive => words::files::archive(),
            NoNotes::Pdf => words::files::pdf(),
            NoNotes::Picture => words::files::picture(),
            NoNotes::Utf16 => words::files::utf16(),
            NoNotes::NotUtf8 => words::files::not_utf8(),
            NoNotes::Html => words::files::html(),
            NoNotes::CutOff => words::files::cut_off(),
            NoNotes::NotJson => words::files::not_json(),
            NoNotes::OtherJson => words::files::other_json(),
            NoNotes::Markdown => words::files::markdown(),
            NoNotes::OwnTable => words::files::own_table(),
            NoNotes::OtherTable => words::files::other_table(),
            NoNotes::Unknown => words::files::unknown(),
        })
    }
}

/// Looks into a file.
pub(super) fn of_file(bytes: &[u8]) -> Result<Source, NoNotes> {
    let text = text_of(bytes)?;
    let start = text.trim_start();
    match start.chars().next() {
        None => Err(NoNotes::Empty),
        Some('<') => Err(NoNotes::Html),
        Some('{' | '[') => of_json(text),
        Some('#') => Err(NoNotes::Markdown),
        Some(_) => of_table(text),
    }
}

fn text_of(bytes: &[u8]) -> Result<&str, NoNotes> {
    let begins = |with: &[u8]| bytes.starts_with(with);
    if begins(b"PK\x03\x04") || begins(b"\x1F\x8B") || begins(b"7z\xBC\xAF") || begins(b"Rar!") {
        return Err(NoNotes::Archive);
    }
    if begins(b"%PDF") {
        return Err(NoNotes::Pdf);
    }
    if begins(b"\x89PNG") || begins(b"\xFF\xD8\xFF") || begins(b"GIF8") {
        return Err(NoNotes::Picture);
    }
    if begins(b"\xFF\xFE") || begins(b"\xFE\xFF") {
        return Err(NoNotes::Utf16);
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    str::from_utf8(bytes).map_err(|_| NoNotes::NotUtf8)
}

fn of_json(text: &str) -> Result<Source, NoNotes> {
    let Ok(value) = crate::json::from_str(text) else {
        return Err(if is_cut_off(text) { NoNotes::CutOff } else { NoNotes::NotJson });
    };
    let kind = value.get("type").and_then(Value::as_str).unwrap_or_default();
    let entries = match &value {
        Value::Array(entries) => entries.clone(),
        Value::Object(_) if super::records::are_in(&value) => return Ok(Source::Records(value)),
        // What Hypothesis' client exports, and what its API answers.
        Value::Object(whole) if whole.contains_key("annotations") || whole.contains_key("rows") => {
            let rows = whole.get("annotations").or_else(|| whole.get("rows"));
            return rows.and_then(Value::as_array).cloned().map(Source::Hypothesis).ok_or(NoNotes::OtherJson);
        }
        Value::Object(_) if kind == "AnnotationCollection" => items_of_collection(&value),
        Value::Object(_) if kind == "AnnotationPage" => items_of_page(&value),
        Value::Object(_) if kind == "Annotation" => vec![value.clone()],
        _ => return Err(NoNotes::OtherJson),
    };
    if entries.iter().any(hypothesis::is_one) {
        return Ok(Source::Hypothesis(entries));
    }
    let annotation = |entry: &Value| as_list(entry.get("type")).iter().any(|kind| kind.as_str() == Some("Annotation"));
    let meant = kind == "AnnotationCollection" || kind == "AnnotationPage" || entries.iter().any(annotation);
    if meant { Ok(Source::Annotations(entries)) } else { Err(NoNotes::OtherJson) }
}

fn items_of_collection(collection: &Value) -> Vec<Value> {
    let pages = as_list(collection.get("first")).into_iter().chain(as_list(collection.get("items")));
    let mut entries = Vec::new();
    for page in pages {
        // Some programs put the annotations straight into the collection.
        if page.get("items").is_some() { entries.extend(items_of_page(page)) } else { entries.push(page.clone()) }
    }
    entries
}

/// The items of a page, and of those that follow inside it.
fn items_of_page(page: &Value) -> Vec<Value> {
    let mut entries = Vec::new();
    let mut page = Some(page);
    while let Some(here) = page {
        entries.extend(as_list(here.get("items")).into_iter().cloned());
        page = here.get("next").filter(|next| next.is_object());
    }
    entries
}

/// Whether a text ends inside of something that it opened.
fn is_cut_off(text: &str) -> bool {
    let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b'{' | b'[' if !in_text => depth += 1,
            b'}' | b']' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    in_text || depth > 0
}

fn of_table(text: &str) -> Result<Source, NoNotes> {
    let first = text.lines().next().unwrap_or_default();
    if !first.contains(',') {
        return Err(NoNotes::Unknown);
    }
    let mut rows = table::rows(text).ok_or(NoNotes::CutOff)?;
    if rows.is_empty() {
        return Err(NoNotes::Empty);
    }
    let head = rows.remove(0);
    match Columns::of_head(&head) {
        Some(columns) => Ok(Source::Readwise(columns, rows)),
        None if head.first().is_some_and(|name| name == "article") => Err(NoNotes::OwnTable),
        None if head.len() > 2 => Err(NoNotes::OtherTable),
        None => Err(NoNotes::Unknown),
    }
}
