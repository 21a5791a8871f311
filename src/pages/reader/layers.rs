//! What lies over an article's words, in layers: the reader's highlights, and what comes and goes above them.

use crate::annotation::{Annotation, Decoration, Paint, Placement};
use crate::order::sorted;

/// What lies over the words beside the reader's highlights. Each layer is laid as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layer {
    /// The passage that a link led to.
    Passage,
    /// What was searched for.
    Hits,
    /// The sentence that the keyboard is at, or words being marked anew, where the browser can't paint it otherwise.
    Cursor,
    /// The sentence that is read aloud, likewise.
    Spoken,
}

/// The highlights that have their place, as paint. What is not certain is not painted: the notebook shows it.
pub(super) fn highlights(annotations: &[Annotation], placed: &[Placement]) -> Vec<Decoration> {
    // Both are in order of their ids.
    let of = |id: &str| {
        let index = annotations.binary_search_by(|annotation| annotation.id.as_str().cmp(id)).ok()?;
        annotations.get(index)
    };
    let paint = |placed: &Placement| {
        let (range, annotation) = (placed.trusted()?, of(&placed.id)?);
        let (id, colour, note) = (placed.id.clone(), annotation.colour()?, annotation.has_body());
        Some(Decoration { range, paint: Paint::Highlight { id, colour, note } })
    };
    // In the order of the text: what is painted in several turns makes a leaf twice only where they meet.
    let places = placed.iter().enumerate().filter_map(|(index, placed)| Some((placed.trusted()?.start(), index)));
    sorted(places).into_iter().filter_map(|(_, index)| paint(placed.get(index)?)).collect()
}
