//! How far a reader got in an article.

use crate::article::{Meta, Section};
use crate::json::{Map, Value};

/// A place in an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// First code point of the block at the top of the window.
    pub position: u32,
    /// How much is read, in thousandths.
    pub progress: u32,
    /// When: milliseconds since 1970, UTC.
    pub at: i64,
}

/// From here on an article counts as read: what follows are notes and sources.
const FINISHED: u32 = 980;

impl Place {
    /// The stored form.
    pub fn to_json(self) -> Value {
        let mut object = Map::new();
        object.insert("position".to_owned(), self.position.into());
        object.insert("progress".to_owned(), self.progress.into());
        object.insert("at".to_owned(), self.at.into());
        Value::Object(object)
    }

    /// The place in a stored form.
    pub fn from_json(value: &Value) -> Option<Place> {
        let number = |name: &str| value.get(name).and_then(Value::as_u64).and_then(|n| u32::try_from(n).ok());
        Some(Place {
            position: number("position")?,
            progress: number("progress")?.min(1000),
            at: value.get("at").and_then(Value::as_i64)?,
        })
    }

    /// Whether the reader came to the end.
    pub fn finished(self) -> bool {
        self.progress >= FINISHED
    }

    /// How much is read, in percent.
    pub fn percent(self) -> u32 {
        if self.finished() { 100 } else { self.progress / 10 }
    }

    /// Minutes that are left of an article, at least 1 before its end.
    pub fn minutes_left(self, meta: &Meta) -> u32 {
        if self.finished() { 0 } else { (meta.minutes * (1000 - self.progress)).div_ceil(1000).max(1) }
    }

    /// The section of an article that it is in.
    pub fn section(self, meta: &Meta) -> Option<&Section> {
        meta.section_at(self.position)
    }
}
