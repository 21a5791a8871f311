//! What is left of a deleted annotation: enough to know it again, and nothing of what it said.
//!
//! An old tab or an old export still has what was deleted; the tombstone keeps it from coming back unasked. It never
//! outlives an edit: words that were written after the deleted ones win. The wall clock decides nothing by itself. An
//! edit's `modified` is always later than that of the version it was made from ([`Notebook::stamp`]), so versions of
//! one annotation have an order of their own, and tombstones are numbered.
//!
//! There are at most [`LIMIT`] of them, about a twentieth of what a browser gives us; the oldest go first. What a
//! forgotten tombstone stood for can come back by an import, never by a tab.
//!
//! [`Notebook::stamp`]: super::Notebook::stamp

use crate::annotation::{Annotation, to_json};
use crate::json::{Map, Value};
use crate::storage::checksum;

/// Most tombstones that are kept.
pub const LIMIT: usize = 1000;

/// What is left of a deleted annotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tombstone {
    /// Checksum of what was deleted.
    pub checksum: String,
    /// When that was last changed.
    pub modified: i64,
    /// Later deletions have higher numbers.
    pub number: u64,
}

impl Tombstone {
    /// The tombstone of an annotation.
    pub fn of(annotation: &Annotation, number: u64) -> Tombstone {
        Tombstone { checksum: checksum(&to_json(annotation)), modified: annotation.modified, number }
    }

    /// The record that is stored.
    pub fn to_json(&self) -> Value {
        let mut object = Map::new();
        object.insert("checksum".to_owned(), self.checksum.clone().into());
        object.insert("modified".to_owned(), self.modified.into());
        object.insert("number".to_owned(), self.number.into());
        Value::Object(object)
    }

    /// The tombstone in a record.
    pub fn from_json(value: &Value) -> Option<Tombstone> {
        Some(Tombstone {
            checksum: value.get("checksum")?.as_str()?.to_owned(),
            modified: value.get("modified")?.as_i64()?,
            number: value.get("number")?.as_u64()?,
        })
    }
}
