//! Notes as files, for other programs and for another device; and files as notes.
//!
//! Pure; the worker thinks here, the page knows little more than questions and answers. Writing: `json_ld` (everything,
//! comes back byte for byte), `markdown` and `csv` (for reading elsewhere). Reading: `source` tells what a file is,
//! `web_annotation`, `hypothesis` and `readwise` read its entries, `merge` compares them with the notebook. The page
//! brings in what the reader chose (`bringing`) and knows how old the last copy is (`backup`). It must never change or
//! drop what a reader wrote, and never decide which of two versions is right.

mod backup;
mod bringing;
mod csv;
mod fault;
mod foreign;
mod hypothesis;
mod items;
mod json_ld;
mod markdown;
mod merge;
mod readwise;
mod records;
mod shelf;
mod source;
mod table;
mod time;
mod web_annotation;

pub use backup::Backup;
pub use bringing::{Brought, Choice, Differing, bring, take_back};
pub use records::records_file;

use crate::annotation::Annotation;
use crate::words;
use crate::worker::Bytes;
use fault::Fault;
use serde::{Deserialize, Serialize};
use shelf::Shelf;
use source::Source;

/// The kinds of files that are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// W3C Web Annotation JSON-LD: everything, to be imported again.
    #[default]
    Json,
    /// Quotes and notes as text.
    Markdown,
    /// A table.
    Csv,
}

impl Format {
    /// All of them, in the order of the interface.
    pub const ALL: [Format; 3] = [Format::Json, Format::Markdown, Format::Csv];

    /// The media type.
    pub fn media(self) -> &'static str {
        match self {
            // The share sheet knows no application/ld+json.
            Format::Json => "application/json",
            Format::Markdown => "text/markdown",
            Format::Csv => "text/csv",
        }
    }
}

/// Notes to be written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportRequest {
    /// As what.
    pub format: Format,
    /// The annotations' records, as JSON.
    pub records: Vec<String>,
    /// What the reader calls the colours, by the colour's own name.
    pub colours: Vec<(String, String)>,
    /// The site's address with its base, without a slash at its end.
    pub site: String,
    /// The reader's day, `2026-11-21`, for the file's name.
    pub day: String,
    /// Milliseconds since 1970, UTC.
    pub now: i64,
}

/// A file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub text: String,
    /// How many notes.
    pub count: u32,
}

/// Writes a file.
pub fn export(request: &ExportRequest) -> File {
    let items = items::of_records(&request.records, &request.site);
    let (ending, text) = match request.format {
        Format::Json => ("json", json_ld::write(&items, &request.site, request.now)),
        Format::Markdown => ("md", markdown::write(&items, &request.colours, &request.day)),
        Format::Csv => ("csv", csv::write(&items)),
    };
    let name = format!("closely-notes-{}.{ending}", request.day);
    File { name, text, count: u32::try_from(items.len()).unwrap_or(u32::MAX) }
}

/// A file to be read, and the notebook that it comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportRequest {
    /// The file.
    pub file: Bytes,
    /// The records that are there, as JSON.
    pub present: Vec<String>,
    /// Ids of what was deleted, and when.
    pub deleted: Vec<(String, i64)>,
    /// The library's articles by slug, as they are embedded.
    pub library: Vec<(String, Bytes)>,
}

/// What an entry is to the notebook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum State {
    /// It is not there.
    New,
    /// It is there and says something else.
    Changed,
    /// It is there.
    Same,
    /// It was there and was deleted.
    Deleted,
}

/// An entry that can come in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Incoming {
    /// What it is to the notebook.
    pub state: State,
    /// Its record as JSON; empty where it is the same.
    pub record: String,
    /// The id under which it can stand beside the one that is there; empty unless it is changed.
    pub copy: String,
}

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// What can come in.
    pub entries: Vec<Incoming>,
    /// What can't, each entry with its number and why.
    pub refused: Vec<String>,
}

/// An entry of a file as a note.
#[derive(Clone, Debug, PartialEq)]
struct Candidate {
    annotation: Annotation,
    /// Whether this program wrote it.
    ours: bool,
}

/// Reads a file and says what it would change. Nothing is changed yet.
///
/// # Errors
/// A sentence that says why this is no notes file, and what to do.
pub fn import(request: &ImportRequest) -> Result<Preview, String> {
    let source = source::of_file(&request.file.0).map_err(|fault| fault.to_string())?;
    let shelf = Shelf::new(&request.library);
    let candidates: Vec<Result<Candidate, Fault>> = match &source {
        Source::Annotations(entries) => entries.iter().map(|entry| web_annotation::read(entry, &shelf)).collect(),
        Source::Hypothesis(entries) => entries.iter().map(|entry| hypothesis::read(entry, &shelf)).collect(),
        Source::Records(whole) => records::read(whole),
        Source::Readwise(columns, rows) => rows.iter().map(|row| columns.read(row, &shelf)).collect(),
    };
    let mut present = merge::Present::new(&request.present, &request.deleted);
    let mut preview = Preview::default();
    for (index, candidate) in candidates.into_iter().enumerate() {
        match candidate {
            Ok(mut candidate) => {
                foreign::leave_out_deep(&mut candidate.annotation.other);
                preview.entries.push(present.meet(candidate));
            }
            Err(fault) => preview.refused.push(words::files::entry(index + 1, &fault.to_string())),
        }
    }
    Ok(preview)
}

/// A short name for a text by what it says (FNV-1a): tells texts apart, and protects nothing.
fn digest(text: &str) -> String {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
    format!("{:016x}", text.bytes().fold(0xCBF2_9CE4_8422_2325, step))
}
