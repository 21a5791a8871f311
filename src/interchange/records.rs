//! Records as they are stored, each in its envelope: what a page whose program failed hands out, and what can't be used.

use super::{Candidate, Fault};
use crate::annotation::from_json;
use crate::json::{Map, Value};
use crate::sealed::SEALED;
use crate::storage::{Collection, Envelope, Quarantined, migration, unseal};
use crate::words;

/// A file of records that can't be used here, byte for byte.
pub fn records_file(records: &[Quarantined]) -> String {
    let mut bytes = Map::new();
    for record in records {
        bytes.insert(record.key.clone(), record.bytes.clone().into());
    }
    let mut whole = Map::new();
    whole.insert("format".to_owned(), "closely-records".into());
    whole.insert("version".to_owned(), 1.into());
    whole.insert("records".to_owned(), Value::Object(bytes));
    Value::Object(whole).to_string()
}

/// Whether a file is one of these.
pub(super) fn are_in(whole: &Value) -> bool {
    let format = whole.get("format").and_then(Value::as_str);
    format == Some("closely-records") && whole.get("records").is_some_and(Value::is_object)
}

/// Reads the notes; places and settings stay out. Words that were on the page and not saved are named last.
pub(super) fn read(whole: &Value) -> Vec<Result<Candidate, Fault>> {
    let notes =
        records_of(whole).filter(|(key, _)| matches!(Collection::of_key(key), Some((Collection::Annotation, _))));
    let mut read: Vec<Result<Candidate, Fault>> = notes.map(|(_, bytes)| note(bytes)).collect();
    if records_of(whole).any(|(key, _)| key.starts_with(SEALED)) {
        read.push(Err(Fault::Damaged(words::files::encrypted().to_owned())));
    }
    let unsaved = whole.get("unsaved").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    read.extend(unsaved.map(|words| Err(Fault::Unsaved(words.to_owned()))));
    read
}

fn records_of(whole: &Value) -> impl Iterator<Item = (&String, &Value)> {
    whole.get("records").and_then(Value::as_object).into_iter().flatten()
}

fn note(bytes: &Value) -> Result<Candidate, Fault> {
    let unsealed = unseal(bytes.as_str().unwrap_or_default());
    let raised = match &unsealed {
        Ok(Envelope::Older(version, record)) => {
            migration::raise(&migration::STEPS, Collection::Annotation, *version, record.clone())
        }
        _ => None,
    };
    match raised.map_or(unsealed, |record| Ok(Envelope::Current(record))) {
        Ok(Envelope::Older(..)) => Err(Fault::Damaged(words::files::older().to_owned())),
        Ok(Envelope::Current(record)) => match from_json(&record) {
            Ok(annotation) => Ok(Candidate { annotation, ours: true }),
            Err(fault) => Err(Fault::Damaged(fault.to_string())),
        },
        Ok(Envelope::Newer(_)) => Err(Fault::Damaged(words::files::newer().to_owned())),
        Err(fault) => Err(Fault::Damaged(fault.to_string())),
    }
}
