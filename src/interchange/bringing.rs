//! Bringing entries of a file into the notebook, and taking that back in one step.

use super::{Preview, State};
use crate::annotation::{Annotation, from_json};
use crate::notebook::Notebook;
use crate::storage::{Records, StoreError};
use crate::words;

/// What becomes of notes that differ from those that are there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Differing {
    /// Both versions are kept.
    #[default]
    Both,
    /// The file's takes the place of the one that is there.
    Theirs,
    /// The one that is there stays.
    Mine,
}

impl Differing {
    /// All of them, in the order of the interface.
    pub const ALL: [Differing; 3] = [Differing::Both, Differing::Theirs, Differing::Mine];

    /// The name in the interface.
    pub fn label(self) -> &'static str {
        match self {
            Differing::Both => words::exchange::keep_both(),
            Differing::Theirs => words::exchange::take_theirs(),
            Differing::Mine => words::exchange::keep_mine(),
        }
    }
}

/// What a reader chose of a preview.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Of notes that differ.
    pub differing: Differing,
    /// Whether what was deleted comes back.
    pub deleted: bool,
}

impl Choice {
    fn takes(self, state: State) -> bool {
        match state {
            State::New => true,
            State::Changed => self.differing != Differing::Mine,
            State::Deleted => self.deleted,
            State::Same => false,
        }
    }
}

impl Preview {
    /// How many entries are in this state.
    pub fn count(&self, state: State) -> usize {
        self.entries.iter().filter(|entry| entry.state == state).count()
    }

    /// How many notes would come in.
    pub fn count_of(&self, choice: Choice) -> usize {
        self.entries.iter().filter(|entry| choice.takes(entry.state)).count()
    }

    /// The notes that come in.
    pub fn chosen(&self, choice: Choice) -> Vec<Annotation> {
        let taken = self.entries.iter().filter(|entry| choice.takes(entry.state));
        let notes = taken.filter_map(|entry| {
            let mut note = from_json(&crate::json::from_str(&entry.record).ok()?).ok()?;
            if entry.state == State::Changed && choice.differing == Differing::Both {
                note.id.clone_from(&entry.copy);
            }
            Some(note)
        });
        notes.collect()
    }
}

/// What stood in a note's place.
#[derive(Clone, Debug, PartialEq)]
enum Before {
    Nothing,
    /// The reader had deleted it.
    Deleted,
    Note(Box<Annotation>),
}

impl Before {
    fn of(notebook: &Notebook, id: &str) -> Before {
        match notebook.get(id) {
            Some(note) => Before::Note(Box::new(note.clone())),
            None if notebook.tombstone(id).is_some() => Before::Deleted,
            None => Before::Nothing,
        }
    }
}

/// What came in, and the way back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Brought {
    /// What stood in its place, and each note.
    steps: Vec<(Before, Annotation)>,
    /// Why it went no further, if it did not.
    pub failure: Option<StoreError>,
}

impl Brought {
    /// How many notes came in.
    pub fn count(&self) -> usize {
        self.steps.len()
    }
}

/// Brings notes in as they are, with their times. Stops where the store fails; what could not be kept is not shown.
pub fn bring(
    notebook: &mut Notebook,
    records: &Records,
    notes: Vec<Annotation>,
    other_id: &mut dyn FnMut() -> String,
) -> Brought {
    let mut brought = Brought::default();
    for note in notes {
        let before = Before::of(notebook, &note.id);
        match notebook.put(records, note.clone(), other_id) {
            Ok(_) => brought.steps.push((before, note)),
            Err(error) => {
                let _ = match before {
                    Before::Note(before) => notebook.put(records, *before, other_id).map(drop),
                    // No tombstone is due: the reader deleted nothing here, and an earlier one has stayed.
                    Before::Nothing | Before::Deleted => notebook.withdraw(records, &note.id, other_id).map(drop),
                };
                brought.failure = Some(error);
                break;
            }
        }
    }
    brought
}

/// Takes it back. Notes that were changed since stay as they are; says how many did not go back, and what failed.
pub fn take_back(
    notebook: &mut Notebook,
    records: &Records,
    brought: &Brought,
    other_id: &mut dyn FnMut() -> String,
) -> Result<usize, StoreError> {
    let mut stayed = 0;
    for (before, after) in brought.steps.iter().rev() {
        if notebook.get(&after.id) != Some(after) {
            stayed += 1;
            continue;
        }
        match before {
            Before::Note(before) => drop(notebook.put(records, before.as_ref().clone(), other_id)?),
            // As if it had never come: the same file brings it again.
            Before::Nothing => drop(notebook.withdraw(records, &after.id, other_id)?),
            Before::Deleted => drop(notebook.delete(records, &after.id, other_id)?),
        }
    }
    Ok(stayed)
}
