//! The front matter: TOML between two `+++` lines, every key checked.
//!
//! It must never fill in what the author left out (the language alone has a default), and never read the body.

use super::fault::{Fault, FaultKind};
use super::source::{Source, forbidden};
use crate::article::{Date, GlossaryEntry};
use std::collections::BTreeMap;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

const KNOWN: [&str; 12] = [
    "title",
    "subtitle",
    "byline",
    "summary",
    "topics",
    "published",
    "updated",
    "order",
    "language",
    "discussion",
    "sources",
    "glossary",
];

/// What the front matter says. Faulty values are empty here and reported.
#[derive(Default)]
pub(super) struct Front {
    pub(super) title: String,
    pub(super) subtitle: String,
    pub(super) byline: String,
    pub(super) summary: String,
    pub(super) topics: Vec<String>,
    pub(super) published: Option<Date>,
    pub(super) updated: Option<Date>,
    pub(super) order: u32,
    pub(super) language: String,
    pub(super) discussion: Vec<String>,
    /// By key: the line and the text.
    pub(super) sources: BTreeMap<String, (u32, String)>,
    /// By term, each with its line.
    pub(super) glossary: Vec<(u32, GlossaryEntry)>,
    /// Whether the TOML could be read at all. If not, what the body cites is not known.
    pub(super) readable: bool,
    /// Where the body begins; none if the front matter never ends.
    pub(super) body: Option<usize>,
}

/// Reads the front matter of a file.
pub(super) fn read(source: &Source, faults: &mut Vec<Fault>) -> Front {
    let (toml, body) = match split(source) {
        Ok(parts) => parts,
        Err((kind, body)) => {
            faults.push(Fault::new(&source.path, 1, kind));
            return Front { body, ..Front::default() };
        }
    };
    let (table, errors) = DeTable::parse_recoverable(source.slice(toml.clone()));
    let mut readable = true;
    for error in errors {
        let at = error.span().unwrap_or_default();
        let line = source.line(toml.start + at.start);
        let message = error.message().trim().replace('\n', ", ");
        let kind = if message.starts_with("duplicate key") {
            FaultKind::DuplicateKey { key: source.slice(toml.start + at.start..toml.start + at.end).to_owned() }
        } else {
            readable = false;
            FaultKind::MalformedToml { message }
        };
        faults.push(Fault::new(&source.path, line, kind));
    }
    let mut fields = Fields { source, base: toml.start, faults };
    let mut front = fields.front(table.get_ref(), readable);
    front.readable = readable;
    front.body = Some(body);
    front
}

type Parts = (Range<usize>, usize);

fn split(source: &Source) -> Result<Parts, (FaultKind, Option<usize>)> {
    let text = source.text.as_str();
    let mut at = 0;
    let mut lines = text.split_inclusive('\n').map(|line| {
        let start = at;
        at += line.len();
        (line.trim_end(), start..at)
    });
    let start = match lines.next() {
        Some(("+++", range)) => range.end,
        Some(("---", _)) => return Err((FaultKind::YamlFrontMatter, None)),
        _ => return Err((FaultKind::NoFrontMatter, Some(0))),
    };
    match lines.find(|(line, _)| *line == "+++") {
        Some((_, end)) => Ok((start..end.start, end.end)),
        None => Err((FaultKind::OpenFrontMatter, None)),
    }
}

struct Fields<'a> {
    source: &'a Source,
    base: usize,
    faults: &'a mut Vec<Fault>,
}

type Value<'i> = toml::Spanned<DeValue<'i>>;

impl Fields<'_> {
    fn line(&self, span: Range<usize>) -> u32 {
        self.source.line(self.base + span.start)
    }

    fn fault(&mut self, line: u32, kind: FaultKind) {
        self.faults.push(Fault::new(&self.source.path, line, kind));
    }

    fn malformed(&mut self, line: u32, key: &str, expected: &str) {
        self.fault(line, FaultKind::MalformedValue { key: key.to_owned(), expected: expected.to_owned() });
    }

    fn front(&mut self, table: &DeTable<'_>, readable: bool) -> Front {
        self.only(table, &KNOWN);
        // A file that TOML can't read has lost keys that the author did write.
        let missing = if readable { Some(1) } else { None };
        let mut text = |key, example| self.required_text(table, key, example, missing);
        let mut front = Front {
            title: text("title", "title = \"…\""),
            subtitle: text("subtitle", "subtitle = \"…\""),
            byline: text("byline", "byline = \"…\""),
            summary: text("summary", "summary = \"…\""),
            ..Front::default()
        };
        front.topics = self.required(table, "topics", "topics = [\"…\"]", missing).map_or_else(Vec::new, |value| {
            let topics = self.texts("topics", value);
            if value.get_ref().as_array().is_some_and(|array| array.is_empty()) {
                self.fault(self.line(value.span()), FaultKind::EmptyValue { key: "topics".to_owned() });
            }
            topics
        });
        front.published = self.date(table, "published", missing);
        front.updated = self.date(table, "updated", missing);
        if front.published.zip(front.updated).is_some_and(|(published, updated)| updated < published) {
            let line = table.get("updated").map_or(1, |value| self.line(value.span()));
            self.fault(line, FaultKind::UpdatedBeforePublished);
        }
        front.order = self
            .required(table, "order", "order = 1", missing)
            .map_or(0, |value| self.order(value).unwrap_or_default());
        front.language = table.get("language").map_or_else(|| "en".to_owned(), |value| self.language(value));
        front.discussion = table.get("discussion").map_or_else(Vec::new, |value| self.texts("discussion", value));
        front.sources = table.get("sources").map_or_else(BTreeMap::new, |value| self.sources(value));
        front.glossary = table.get("glossary").map_or_else(Vec::new, |value| self.glossary(value));
        front
    }

    fn only(&mut self, table: &DeTable<'_>, known: &[&str]) {
        for key in table.keys() {
            if !known.contains(&key.get_ref().as_ref()) {
                let kind = FaultKind::UnknownKey { key: key.get_ref().to_string(), known: known.join(", ") };
                self.fault(self.line(key.span()), kind);
            }
        }
    }

    fn required<'t, 'i>(
        &mut self,
        table: &'t DeTable<'i>,
        key: &str,
        example: &str,
        missing: Option<u32>,
    ) -> Option<&'t Value<'i>> {
        let value = table.get(key);
        if let (None, Some(line)) = (value, missing) {
            self.fault(line, FaultKind::MissingKey { key: key.to_owned(), example: example.to_owned() });
        }
        value
    }

    fn required_text(&mut self, table: &DeTable<'_>, key: &str, example: &str, missing: Option<u32>) -> String {
        self.required(table, key, example, missing).map_or_else(String::new, |value| self.text(key, value))
    }

    /// A text on one line: line ends of a multi-line string are spaces.
    fn text(&mut self, key: &str, value: &Value<'_>) -> String {
        let line = self.line(value.span());
        let Some(text) = value.get_ref().as_str() else {
            self.malformed(line, key, "text in quotation marks");
            return String::new();
        };
        // Those written as themselves were found with the file's own characters.
        let written = self.source.slice(self.base + value.span().start..self.base + value.span().end);
        if let Some(kind) = text.chars().filter(|c| !written.contains(*c)).find_map(forbidden) {
            self.fault(line, kind);
        }
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            self.fault(line, FaultKind::EmptyValue { key: key.to_owned() });
        }
        text
    }

    fn texts(&mut self, key: &str, value: &Value<'_>) -> Vec<String> {
        let Some(array) = value.get_ref().as_array() else {
            self.malformed(self.line(value.span()), key, "a list of texts: [\"…\", \"…\"]");
            return Vec::new();
        };
        array.iter().map(|value| self.text(key, value)).collect()
    }

    fn date(&mut self, table: &DeTable<'_>, key: &str, missing: Option<u32>) -> Option<Date> {
        let value = self.required(table, key, &format!("{key} = 2026-01-31"), missing)?;
        let date = match value.get_ref() {
            DeValue::Datetime(at) if at.time.is_none() => {
                at.date.map(|date| Date { year: date.year, month: date.month, day: date.day })
            }
            DeValue::String(text) => iso(text),
            _ => None,
        };
        let date = date.filter(|date| (1..=days(date.year, date.month)).contains(&date.day));
        if date.is_none() {
            self.malformed(self.line(value.span()), key, "a day of the calendar as year-month-day: 2026-01-31");
        }
        date
    }

    fn order(&mut self, value: &Value<'_>) -> Option<u32> {
        let integer = value.get_ref().as_integer();
        let order = integer.and_then(|integer| u32::from_str_radix(integer.as_str(), integer.radix()).ok());
        let order = order.filter(|order| *order > 0);
        if order.is_none() {
            self.malformed(self.line(value.span()), "order", "a whole number from 1");
        }
        order
    }

    fn language(&mut self, value: &Value<'_>) -> String {
        let tag = self.text("language", value);
        let mut parts = tag.split('-');
        let known = parts.next().is_some_and(|first| {
            (2..=8).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic())
        });
        let rest = parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
        if !(tag.is_empty() || known && rest) {
            self.malformed(self.line(value.span()), "language", "a language tag such as \"en\" or \"pt-BR\"");
        }
        tag
    }

    fn sources(&mut self, value: &Value<'_>) -> BTreeMap<String, (u32, String)> {
        let Some(table) = value.get_ref().as_table() else {
            self.malformed(self.line(value.span()), "sources", "a table: [sources], then key = \"…\" lines");
            return BTreeMap::new();
        };
        let mut sources = BTreeMap::new();
        for (key, value) in table {
            let line = self.line(key.span());
            let name = key.get_ref().to_string();
            if !name.chars().all(|c| c.is_alphanumeric() || "-_.:".contains(c)) || name.is_empty() {
                self.fault(line, FaultKind::BadSourceKey { key: name });
                continue;
            }
            let text = self.text(&name, value);
            sources.insert(name, (line, text));
        }
        sources
    }

    fn glossary(&mut self, value: &Value<'_>) -> Vec<(u32, GlossaryEntry)> {
        let expected = "each entry as [[glossary]] with id, term and definition";
        let Some(array) = value.get_ref().as_array() else {
            self.malformed(self.line(value.span()), "glossary", expected);
            return Vec::new();
        };
        let mut entries = Vec::new();
        for value in array.iter() {
            let line = self.line(value.span());
            let Some(table) = value.get_ref().as_table() else {
                self.malformed(line, "glossary", expected);
                continue;
            };
            self.only(table, &["id", "term", "definition"]);
            let line = table.get("id").map_or(line, |id| self.line(id.span()));
            let mut text = |key, example| self.required_text(table, key, example, Some(line));
            let entry = GlossaryEntry {
                id: text("id", "id = \"gloss-…\""),
                term: text("term", "term = \"…\""),
                definition: text("definition", "definition = \"…\""),
            };
            entries.push((line, entry));
        }
        entries.sort_by_cached_key(|(_, entry)| (super::ids::derive(&entry.term), entry.id.clone()));
        entries
    }
}

fn iso(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let mut number = |digits: usize| {
        let part = parts.next()?;
        let plain = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| part.parse::<u16>().ok())?
    };
    let (year, month, day) = (number(4)?, number(2)?, number(2)?);
    let date = Date { year, month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? };
    parts.next().is_none().then_some(date)
}

fn days(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => 28 + u8::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}
