//! Which note stands for a place, where there are several: two tabs wrote, or a file brought another in.
//!
//! Whatever shows a place's note, counts it or hands it in asks here, so that what is handed in is what is shown. It
//! never hides a note for good: all of them are in the notebook.

use super::Notebook;
use crate::annotation::{Annotation, Kind};

/// How the questions of reading packs are known among all prompts.
const OF_A_PACK: &str = "pack-";

impl Notebook {
    /// Of the notes that `is` is true of, the one that stands for all: the last that was written, and none without
    /// words before one that has some.
    pub fn chosen(&self, is: impl Fn(&Annotation) -> bool) -> Option<&Annotation> {
        self.annotations().filter(|annotation| is(annotation)).max_by_key(|a| (a.has_body(), a.modified))
    }
}

/// Whether two kinds are answers to the same question. An author may find better words for a question of theirs; that of
/// a pack is another question when its words are others.
pub fn same_question(one: &Kind, other: &Kind) -> bool {
    match (one, other) {
        (Kind::Answer { prompt, question }, Kind::Answer { prompt: other, question: asked }) => {
            prompt == other && (question == asked || !prompt.starts_with(OF_A_PACK))
        }
        _ => false,
    }
}
