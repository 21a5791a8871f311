//! An annotation and what the store holds of it.

use crate::annotation::{Annotation, Kind, from_json};
use crate::article::Folded;
use crate::storage::{Collection, Found, Quarantined, Record, Why, read_record};
use std::sync::OnceLock;

/// How many writes of unknown outcome are remembered.
const TRIED: usize = 8;

/// An annotation and what the store holds of it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The annotation.
    pub annotation: Annotation,
    /// The bytes it was made from; `None` where the store had none.
    pub(super) bytes: Option<String>,
    /// The bytes that were written since without being read back: they may be there.
    pub(super) tried: Vec<String>,
    /// Whether the store holds it as it is now.
    pub(super) kept: bool,
    /// Its words for comparison, from the first search on.
    folded: OnceLock<String>,
}

impl PartialEq for Entry {
    fn eq(&self, other: &Entry) -> bool {
        self.annotation == other.annotation && self.bytes == other.bytes && self.kept == other.kept
    }
}

impl Entry {
    /// An annotation that is not in the store as it is.
    pub(super) fn unkept(annotation: Annotation, bytes: Option<String>, tried: Vec<String>) -> Entry {
        Entry { annotation, bytes, tried, kept: false, folded: OnceLock::new() }
    }

    /// An annotation as the store has it.
    pub(super) fn of_record(record: Record) -> Result<Entry, Quarantined> {
        match from_json(&record.value) {
            Ok(annotation) if annotation.id == record.id => {
                let mut entry = Entry::unkept(annotation, Some(record.bytes), Vec::new());
                entry.kept = true;
                Ok(entry)
            }
            Ok(_) | Err(_) => Err(meaningless(Collection::Annotation, record)),
        }
    }

    /// The store holds it as it is, by these bytes.
    pub(super) fn keep(&mut self, bytes: String) {
        self.bytes = Some(bytes);
        self.tried.clear();
        self.kept = true;
    }

    /// These bytes may be in the store.
    pub(super) fn remember(&mut self, bytes: String) {
        if !self.tried.contains(&bytes) {
            self.tried.truncate(TRIED - 1);
            self.tried.insert(0, bytes);
        }
    }

    /// Whether the store holds it as it is now.
    pub fn is_kept(&self) -> bool {
        self.kept
    }

    /// The version that it was made from.
    pub(super) fn base(&self) -> Option<Annotation> {
        let bytes = self.bytes.clone()?;
        match read_record(Collection::Annotation, &self.annotation.id, bytes) {
            Found::Record(record) => from_json(&record.value).ok(),
            Found::Nothing | Found::Unusable(_) => None,
        }
    }

    /// Quote, question, note and labels without case and accents.
    pub fn folded(&self) -> &str {
        self.folded.get_or_init(|| Folded::new(&words_of(&self.annotation)).chars().iter().collect())
    }
}

/// A record that can be read and makes no sense.
pub(super) fn meaningless(collection: Collection, record: Record) -> Quarantined {
    Quarantined { key: collection.key(&record.id), bytes: record.bytes, why: Why::Meaningless }
}

/// Everything in it that was written, by the author or the reader.
fn words_of(annotation: &Annotation) -> String {
    let quoted = match &annotation.kind {
        Kind::Highlight { quote, .. } => quote.exact.as_str(),
        Kind::Answer { question, .. } => question.as_str(),
        Kind::Bookmark | Kind::Reflection => "",
    };
    format!("{quoted}\n{}\n{}", annotation.body, annotation.tags.join(" "))
}
