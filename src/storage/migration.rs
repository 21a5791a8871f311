//! From the records of older versions to those of this one.
//!
//! A step is a pure function from a record of version n to one of version n + 1. Steps are never changed once
//! released, only added, and `tests/fixtures/records/v1`, `v2`, … hold records of every version for ever: a record
//! written by the first release opens in the last. A record that was raised is written back only when the reader
//! changes it; until then its bytes stay as they are.
//!
//! To change the shape of a record: add a step to [`STEPS`], add a folder of fixtures, leave the older ones alone.

use super::Collection;
use crate::json::Value;

/// Makes a record of the next version. `None` where the record makes no sense: it is then set aside, not lost.
pub type Step = fn(Collection, Value) -> Option<Value>;

/// The first leads from version 1 to 2, and so on. Version 1 is the first.
pub const STEPS: [Step; 0] = [];

/// The version of records that this program writes.
pub const VERSION: u64 = STEPS.len() as u64 + 1;

/// A record of an older version as one of the version that the steps lead to.
pub fn raise(steps: &[Step], collection: Collection, version: u64, record: Value) -> Option<Value> {
    let passed = usize::try_from(version.checked_sub(1)?).ok()?;
    steps.get(passed..)?.iter().try_fold(record, |record, step| step(collection, record))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Version 2 called the words "text", version 3 counts them.
    fn rename(_: Collection, mut record: Value) -> Option<Value> {
        let object = record.as_object_mut()?;
        let words = object.remove("words")?;
        object.insert("text".to_owned(), words);
        Some(record)
    }

    fn count(collection: Collection, mut record: Value) -> Option<Value> {
        if collection == Collection::Annotation {
            let object = record.as_object_mut()?;
            let length = object.get("text")?.as_str()?.len() as u64;
            object.insert("length".to_owned(), length.into());
        }
        Some(record)
    }

    const CHAIN: [Step; 2] = [rename, count];

    fn raised(collection: Collection, version: u64, record: &str) -> Option<String> {
        raise(&CHAIN, collection, version, record.parse().ok()?).map(|record| record.to_string())
    }

    #[test]
    fn a_record_takes_every_step_from_its_own_version_on() {
        let newest = "{\"length\":2,\"text\":\"hi\"}";
        assert_eq!(raised(Collection::Annotation, 1, "{\"words\":\"hi\"}").as_deref(), Some(newest));
        assert_eq!(raised(Collection::Annotation, 2, "{\"text\":\"hi\"}").as_deref(), Some(newest));
        assert_eq!(raised(Collection::Annotation, 3, newest).as_deref(), Some(newest));
        assert_eq!(raised(Collection::Place, 1, "{\"words\":\"hi\"}").as_deref(), Some("{\"text\":\"hi\"}"));
    }

    #[test]
    fn what_a_step_can_not_read_is_set_aside() {
        assert_eq!(raised(Collection::Annotation, 1, "{\"no\":1}"), None);
        assert_eq!(raised(Collection::Annotation, 0, "{}"), None);
        assert_eq!(raised(Collection::Annotation, 4, "{}"), None);
    }
}
