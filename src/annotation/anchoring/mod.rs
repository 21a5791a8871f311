//! Finding a reader's marked words again after the article was edited.
//!
//! A mark keeps a `TextPositionSelector` and a `TextQuoteSelector` of the W3C Web Annotation Data Model. From these and
//! the text as it is now, [`Anchorer::anchor`] gives one of the four answers of [`Verdict`]:
//!
//! 1. `verdict::in_place`: the words stand at their place, with the same words around (or the revision is the same):
//!    exact, without search.
//! 2. `normalise`: text and quote are seen without typography (quotation marks, dashes, white space, NFC or NFD, case).
//! 3. `index`: every occurrence of the quote, through the rarest of its 4-grams.
//! 4. `candidates`: where none of these convinces, places that keep pieces of quote and context (pigeonhole filtering),
//!    each aligned by `search`, a bit-parallel edit distance.
//! 5. `verdict::judge` decides, from length, likeness and context of all candidates, and nobody else does.
//!
//! What it must never do: put a mark on other words silently, trust a position alone, choose between equals, trust a
//! close match that says the opposite (`negation`), panic, or take longer than a bounded time on hostile text.
//!
//! G. Myers, *A fast bit-vector algorithm for approximate string matching based on dynamic programming*, J. ACM 46
//! (1999); H. Hyyrö, *A bit-vector algorithm for computing Levenshtein and Damerau edit distances*, Nordic J. of
//! Computing 10 (2003), whose block form is used; G. Navarro, *A guided tour to approximate string matching*, ACM
//! Computing Surveys 33 (2001), for filtering by pieces.

mod align;
mod candidates;
mod describe;
mod index;
mod negation;
mod normalise;
mod query;
mod search;
mod verdict;

use super::{ArticleText, TextPositionSelector, TextQuoteSelector, TextRange};
use candidates::Candidate;
use index::Index;
use query::Query;
use std::cell::OnceCell;

pub use describe::describe;
pub(super) use verdict::in_place;

/// Where an annotation's words are now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The same words at the same place.
    Exact(TextRange),
    /// The same words, or almost, at another place; trusted.
    Moved(TextRange),
    /// A candidate that the reader must judge.
    Review(TextRange),
    /// Nowhere.
    Orphan,
}

impl Verdict {
    /// The range that the mark may be painted on without asking.
    pub fn trusted(self) -> Option<TextRange> {
        match self {
            Verdict::Exact(range) | Verdict::Moved(range) => Some(range),
            Verdict::Review(_) | Verdict::Orphan => None,
        }
    }
}

/// Finds the words of a selector in a text. For many selectors, keep an [`Anchorer`].
pub fn anchor(
    text: &ArticleText,
    same_revision: bool,
    position: TextPositionSelector,
    quote: &TextQuoteSelector,
) -> Verdict {
    Anchorer::new(text).anchor(same_revision, position, quote)
}

/// An article's text, prepared for anchoring many selectors; prepared only once a selector needs a search.
#[derive(Debug)]
pub struct Anchorer<'t> {
    text: &'t ArticleText,
    index: OnceCell<Index>,
}

/// What an [`Anchorer`] has made ready of its text, for the next one over the same text.
#[derive(Debug, Default)]
pub struct Prepared(Option<Index>);

impl<'t> Anchorer<'t> {
    /// Costs nothing yet.
    pub fn new(text: &'t ArticleText) -> Anchorer<'t> {
        Anchorer::with(text, Prepared::default())
    }

    /// Goes on where another one over the same text ended.
    pub fn with(text: &'t ArticleText, Prepared(index): Prepared) -> Anchorer<'t> {
        Anchorer { text, index: index.map_or_else(OnceCell::new, OnceCell::from) }
    }

    /// Ends here, so that another one can go on.
    pub fn prepared(self) -> Prepared {
        Prepared(self.index.into_inner())
    }

    /// Whether any selector needed a search. Where the revision is the same, none does.
    pub fn has_searched(&self) -> bool {
        self.index.get().is_some()
    }

    /// Finds the words of a selector.
    pub fn anchor(&self, same_revision: bool, position: TextPositionSelector, quote: &TextQuoteSelector) -> Verdict {
        in_place(self.text, same_revision, position, quote).unwrap_or_else(|| self.look_for(quote, Some(position)))
    }

    /// Finds words of which nothing says where they stood. No place is then exact, and their context alone tells equal
    /// words apart.
    pub fn find(&self, quote: &TextQuoteSelector) -> Verdict {
        self.look_for(quote, None)
    }

    fn look_for(&self, quote: &TextQuoteSelector, position: Option<TextPositionSelector>) -> Verdict {
        let query = Query::new(quote, position.map(TextRange::start));
        if let Some(verdict) = verdict::of_nothing(&query) {
            return verdict;
        }
        let index = self.index.get_or_init(|| Index::new(self.text.as_str()));
        let mut found = candidates::same_words(index, &query, position);
        let mut chosen = verdict::judge(index, &query, &found);
        if !verdict::is_settled(&chosen) {
            let close = candidates::close_matches(index, &query);
            // Where the words stand to the letter, nothing like them is wanted.
            let news = |other: &Candidate| !found.iter().any(|same| same.verbatim && same.overlaps(other));
            let close: Vec<Candidate> = close.into_iter().filter(news).collect();
            found.extend(close);
            chosen = verdict::judge(index, &query, &found);
        }
        chosen.verdict(|candidate| {
            index.range(candidate.start, candidate.end).map(|range| self.text.whole_graphemes(range))
        })
    }
}
