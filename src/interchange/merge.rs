//! What a file's entries are to a notebook: new, the same, changed, or deleted there.
//!
//! Nothing is decided here that could cost a word: of a note that differs the reader chooses, and may keep both. The
//! copy then has an id by what it says, so that the same file changes nothing the second time.

use super::{Candidate, Incoming, State, digest};
use crate::annotation::{Annotation, Kind, from_json, to_json};
use std::collections::BTreeMap;

/// A notebook as a page sends it.
#[derive(Debug, Default)]
pub(super) struct Present {
    notes: BTreeMap<String, Annotation>,
    deleted: BTreeMap<String, i64>,
}

impl Present {
    pub(super) fn new(records: &[String], deleted: &[(String, i64)]) -> Present {
        let values = records.iter().filter_map(|record| serde_json::from_str(record).ok());
        let notes = values.filter_map(|value| from_json(&value).ok()).map(|note| (note.id.clone(), note));
        Present { notes: notes.collect(), deleted: deleted.iter().cloned().collect() }
    }

    /// What an entry is to the notebook. One that is new counts from now on as there: files hold entries twice.
    pub(super) fn meet(&mut self, candidate: Candidate) -> Incoming {
        let Candidate { mut annotation, ours } = candidate;
        let Some(present) = self.notes.get(&annotation.id) else { return self.add(annotation) };
        if !ours {
            take_place(&mut annotation, present);
        }
        if same(&annotation, present) {
            return incoming(State::Same, &annotation, "");
        }
        let copy = format!("{}~{}", annotation.id, digest(&contents(&annotation)));
        match self.notes.get(&copy) {
            Some(_) => incoming(State::Same, &annotation, ""),
            None if self.deleted.contains_key(&copy) => incoming(State::Same, &annotation, ""),
            None => incoming(State::Changed, &annotation, &copy),
        }
    }

    fn add(&mut self, annotation: Annotation) -> Incoming {
        // What was edited elsewhere after it was deleted here was meant to stay.
        let deleted = self.deleted.get(&annotation.id).is_some_and(|&at| at >= annotation.modified);
        let incoming = incoming(if deleted { State::Deleted } else { State::New }, &annotation, "");
        self.notes.insert(annotation.id.clone(), annotation);
        incoming
    }
}

fn incoming(state: State, annotation: &Annotation, copy: &str) -> Incoming {
    let record = if state == State::Same { String::new() } else { to_json(annotation).to_string() };
    Incoming { state, record, copy: copy.to_owned() }
}

/// Where a note of another program stands was found out here, and may be found better since.
fn take_place(annotation: &mut Annotation, present: &Annotation) {
    annotation.article.clone_from(&present.article);
    annotation.section.clone_from(&present.section);
    annotation.revision.clone_from(&present.revision);
    annotation.other.clone_from(&present.other);
    if let (Kind::Highlight { colour, position, .. }, Kind::Highlight { colour: c, position: p, .. }) =
        (&mut annotation.kind, &present.kind)
    {
        (*colour, *position) = (*c, *p);
    }
}

/// Whether two notes say the same, whenever they were made.
fn same(one: &Annotation, other: &Annotation) -> bool {
    contents(one) == contents(other)
}

fn contents(annotation: &Annotation) -> String {
    to_json(&Annotation { created: 0, modified: 0, ..annotation.clone() }).to_string()
}
