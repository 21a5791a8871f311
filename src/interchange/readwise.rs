//! Reading the table that Readwise exports. It names articles by title: only those whose title is in the library come in.

use super::shelf::{Shelf, titled};
use super::{Candidate, Fault, time};
use crate::annotation::{Annotation, Colour, Kind, TextQuoteSelector};
use serde_json::Map;

/// The names of the columns that are read. They may stand in any order among others.
const COLUMNS: [&str; 6] = ["Highlight", "Book Title", "Note", "Color", "Highlighted at", "Tags"];

/// Where a table has its columns.
#[derive(Debug, Default)]
pub(super) struct Columns([Option<usize>; 6]);

impl Columns {
    /// The columns of a table with this first row, if Readwise wrote it.
    pub(super) fn of_head(head: &[String]) -> Option<Columns> {
        let place = |name: &str| head.iter().position(|column| column.trim() == name);
        let columns = COLUMNS.map(place);
        columns.iter().take(2).all(Option::is_some).then_some(Columns(columns))
    }

    fn of(&self, row: &[String]) -> [String; 6] {
        self.0.map(|column| column.and_then(|column| row.get(column)).cloned().unwrap_or_default())
    }

    /// Reads one row.
    pub(super) fn read(&self, row: &[String], shelf: &Shelf) -> Result<Candidate, Fault> {
        let [exact, title, note, colour, at, tags] = self.of(row);
        if exact.trim().is_empty() {
            return Err(Fault::NoQuote);
        }
        let meta = titled(&title).ok_or_else(|| Fault::elsewhere(&title))?;
        let created = match at.trim() {
            "" => 0,
            at => time::parse(at).ok_or(Fault::Field("Highlighted at"))?,
        };
        let quote = TextQuoteSelector { exact, ..TextQuoteSelector::default() };
        let place = shelf.place(&meta.slug, None, &quote).ok_or(Fault::NoQuote)?;
        let colour = Colour::from_name(&colour.trim().to_ascii_lowercase()).unwrap_or(Colour::Yellow);
        let tags = tags.split(',').map(str::trim).filter(|tag| !tag.is_empty()).map(str::to_owned);
        Ok(Candidate {
            annotation: Annotation {
                id: format!("readwise-{}", super::digest(&format!("{title}\n{}\n{at}", quote.exact))),
                kind: Kind::Highlight { colour, position: place.position, quote },
                article: meta.slug.clone(),
                revision: place.revision,
                section: place.section,
                body: note,
                tags: tags.collect(),
                created,
                modified: created,
                other: Map::new(),
            },
            ours: false,
        })
    }
}
