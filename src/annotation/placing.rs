//! Where an article's highlights are now: a verdict for each, found once.
//!
//! Only what was made in another revision of the article is searched for, and only when it or the article changed. What
//! the verdict is, [`anchoring`](super::anchoring) decides; what becomes of it is for those who ask.

use super::anchoring::{Anchorer, Prepared, Verdict, in_place};
use super::{Annotation, ArticleText, Kind, TextPositionSelector, TextQuoteSelector, TextRange};

/// A highlight's place, with what it was found from.
#[derive(Clone, Debug, PartialEq)]
pub struct Placement {
    /// The annotation's id.
    pub id: String,
    /// Where its words are.
    pub verdict: Verdict,
    revision: String,
    position: TextPositionSelector,
    quote: TextQuoteSelector,
}

impl Placement {
    /// The range that the highlight is painted on.
    pub fn trusted(&self) -> Option<TextRange> {
        self.verdict.trusted()
    }

    /// Where its words began in the revision that was marked.
    pub fn was_at(&self) -> u32 {
        self.position.start()
    }
}

/// Places the highlights among these annotations, which are in order of their ids. `before` is what this gave the last
/// time, for the same text. After so many `searches` those that need one are left out: they come the next time.
pub fn placements<'a>(
    annotations: impl IntoIterator<Item = &'a Annotation>,
    revision: &str,
    text: &ArticleText,
    before: &[Placement],
    searches: usize,
) -> Vec<Placement> {
    placements_on(annotations, revision, text, &mut Prepared::default(), before, searches)
}

/// The same, a part at a time: the text is made ready for searches once, and `prepared` stays until none is left out.
pub fn placements_on<'a>(
    annotations: impl IntoIterator<Item = &'a Annotation>,
    revision: &str,
    text: &ArticleText,
    prepared: &mut Prepared,
    before: &[Placement],
    mut searches: usize,
) -> Vec<Placement> {
    let anchorer = Anchorer::with(text, std::mem::take(prepared));
    let mut left_out = false;
    let placed = place_all(&mut annotations.into_iter(), before, &mut |annotation, position, quote| {
        let same = annotation.revision == revision;
        // The words of this revision are looked up where they stood.
        if !same {
            let Some(left) = searches.checked_sub(1) else {
                left_out = true;
                return None;
            };
            searches = left;
        }
        Some(anchorer.anchor(same, position, quote))
    });
    if left_out {
        *prepared = anchorer.prepared();
    }
    placed
}

/// Those of these annotations whose words stand where they stood: what can be placed without a search.
pub fn unmoved<'a>(
    annotations: impl IntoIterator<Item = &'a Annotation>,
    revision: &str,
    text: &ArticleText,
    before: &[Placement],
) -> Vec<Placement> {
    place_all(&mut annotations.into_iter(), before, &mut |annotation, position, quote| {
        in_place(text, annotation.revision == revision, position, quote)
    })
}

/// Finds an annotation's words, or leaves it out for now.
type Find<'f> = &'f mut dyn FnMut(&Annotation, TextPositionSelector, &TextQuoteSelector) -> Option<Verdict>;

fn place_all(
    annotations: &mut dyn Iterator<Item = &Annotation>,
    before: &[Placement],
    find: Find<'_>,
) -> Vec<Placement> {
    let place = |annotation: &Annotation| {
        let Kind::Highlight { position, quote, .. } = &annotation.kind else { return None };
        let known = before.binary_search_by(|placed| placed.id.as_str().cmp(&annotation.id)).ok();
        let known = known.and_then(|index| before.get(index)).filter(|placed| {
            placed.revision == annotation.revision && placed.position == *position && placed.quote == *quote
        });
        if known.is_some() {
            return known.cloned();
        }
        Some(Placement {
            id: annotation.id.clone(),
            verdict: find(annotation, *position, quote)?,
            revision: annotation.revision.clone(),
            position: *position,
            quote: quote.clone(),
        })
    };
    annotations.filter_map(place).collect()
}
