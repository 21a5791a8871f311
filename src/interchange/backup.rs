//! When the reader last had a complete copy, and whether it is time to say so.

use crate::annotation::Annotation;
use crate::json::{Map, Value};

/// How long a copy is recent.
const RECENT: i64 = 14 * 86_400_000;
/// Fewer notes than this are not worth a word.
const FEW: usize = 5;

/// What is known of copies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Backup {
    /// When everything was last exported, in milliseconds since 1970.
    pub exported: Option<i64>,
    /// Whether the reader wants to be reminded.
    pub reminds: bool,
}

impl Default for Backup {
    fn default() -> Backup {
        Backup { exported: None, reminds: true }
    }
}

impl Backup {
    /// The record that is stored.
    pub fn to_json(self) -> Value {
        let mut object = Map::new();
        object.insert("exported".to_owned(), self.exported.map_or(Value::Null, Value::from));
        object.insert("reminds".to_owned(), self.reminds.into());
        Value::Object(object)
    }

    /// What a record says; what it does not say is as at first.
    pub fn from_json(value: &Value) -> Backup {
        Backup {
            exported: value.get("exported").and_then(Value::as_i64),
            reminds: value.get("reminds").and_then(Value::as_bool).unwrap_or(true),
        }
    }

    /// How many notes are in no copy, where it is time to say so.
    pub fn missing<'n>(self, notes: impl Iterator<Item = &'n Annotation>, now: i64) -> Option<usize> {
        let since = self.exported.unwrap_or(i64::MIN);
        let (mut missing, mut oldest) = (0, now);
        for note in notes.filter(|note| note.modified > since) {
            missing += 1;
            oldest = oldest.min(note.modified);
        }
        (self.reminds && missing >= FEW && now.saturating_sub(oldest) > RECENT).then_some(missing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::Kind;

    fn notes(modified: i64) -> Vec<Annotation> {
        let note = Annotation {
            id: "a".to_owned(),
            kind: Kind::Bookmark,
            article: String::new(),
            revision: String::new(),
            section: String::new(),
            body: String::new(),
            tags: Vec::new(),
            created: modified,
            modified,
            other: Map::new(),
        };
        vec![note; FEW]
    }

    #[test]
    fn a_reader_is_reminded_of_notes_that_are_in_no_copy_for_long() {
        let now = 100 * RECENT;
        let missing = |backup: Backup, modified| backup.missing(notes(modified).iter(), now);
        let never = Backup::default();
        assert_eq!(missing(never, now - RECENT - 1), Some(FEW));
        assert_eq!(missing(never, now - RECENT), None, "they are recent");
        assert_eq!(never.missing(notes(0).iter().skip(1), now), None, "they are few");
        assert_eq!(missing(Backup { exported: Some(5), ..never }, 5), None, "they are in the copy");
        assert_eq!(missing(Backup { exported: Some(4), ..never }, 5), Some(FEW));
        assert_eq!(missing(Backup { reminds: false, ..never }, 5), None);
        // A clock that was set back reminds of nothing.
        assert_eq!(never.missing(notes(i64::MAX).iter(), now), None);
    }

    #[test]
    fn the_record_survives_and_what_is_strange_does_no_harm() {
        for backup in [Backup::default(), Backup { exported: Some(-3), reminds: false }] {
            assert_eq!(Backup::from_json(&backup.to_json()), backup);
        }
        assert_eq!(Backup::from_json(&Value::from("x")), Backup::default());
    }
}
