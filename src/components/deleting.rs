//! Changing and deleting what the reader made, with a way back.

use crate::annotation::{Annotation, Kind};
use crate::notebook::{Change, Report};
use crate::state::{Keeping, Status};
use crate::words;
use std::sync::Arc;

/// Deletes an annotation, says so, and offers to undo it.
pub(crate) fn delete(keeping: Keeping, status: Status, id: String) {
    let Some(words) = keeping.read_untracked(|notebook| notebook.get(&id).map(deleted)) else { return };
    let report = keeping.change(&[id], &Change::Delete);
    say(keeping, status, words, report);
}

/// What is said of a deleted annotation.
fn deleted(annotation: &Annotation) -> &'static str {
    match annotation.kind {
        Kind::Bookmark => words::deleting::bookmark(),
        Kind::Highlight { .. } => words::deleting::highlight(),
        Kind::Reflection => words::deleting::reflection(),
        Kind::Answer { .. } => words::deleting::answer(),
    }
}

/// Deletes a note whose words were all taken out; with its annotation, where that is nothing without them.
pub(crate) fn clear(keeping: Keeping, status: Status, present: Annotation, whole: bool) {
    if whole {
        delete(keeping, status, present.id);
        return;
    }
    let mut report = Report::default();
    match keeping.write(Some(&present), Annotation { body: String::new(), ..present.clone() }) {
        Ok((_, id)) => {
            report.changed = 1;
            report.undo.note(Some(present), keeping.read_untracked(|notebook| notebook.get(&id).cloned()));
        }
        Err(error) => report.failure = Some(error),
    }
    say(keeping, status, words::deleting::note(), report);
}

/// Says what became of a change, and offers to undo it.
pub(crate) fn say(keeping: Keeping, status: Status, words: &str, report: Report) {
    let Report { changed, left, failure, undo } = report;
    let said = match (failure, left) {
        (Some(error), _) if changed == 0 => error.to_string(),
        (Some(error), _) => words::deleting::no_further(words, &error.to_string()),
        (None, 0) => words.to_owned(),
        (None, _) if changed == 0 => words::deleting::still_there().to_owned(),
        (None, left) => words::deleting::some_stayed(words, left),
    };
    if undo.is_empty() {
        status.say(said);
        return;
    }
    let number = keeping.remember(words, undo);
    status.offer_undo(said, Arc::new(move || take_back(keeping, status, number)));
}

/// Takes a change back, and says so.
pub(crate) fn take_back(keeping: Keeping, status: Status, number: usize) {
    say_taken_back(status, keeping.take_back(number).unwrap_or_default());
}

/// Says what became of taking a change back.
pub(crate) fn say_taken_back(status: Status, report: Report) {
    match report {
        Report { failure: Some(error), .. } => status.say(error.to_string()),
        Report { left: 0, .. } => status.say(words::deleting::taken_back()),
        Report { changed: 0, .. } => status.say(words::deleting::changed_since()),
        Report { left, .. } => status.say(words::deleting::taken_back_but(left)),
    }
}
