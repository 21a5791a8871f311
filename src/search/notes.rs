//! The reader's own words, made ready for searching.

use super::query::Query;
use super::snippet::{Piece, around};
use crate::annotation::{Annotation, ArticleText, Kind};
use crate::article::Folded;
use crate::order::sorted;
use std::cmp::Reverse;

/// Most entries shown.
const MOST: usize = 20;

/// What a reader marked or wrote, ready.
#[derive(Debug, PartialEq, Eq)]
struct Entry {
    id: String,
    article: String,
    section: String,
    modified: i64,
    quoted: ArticleText,
    written: ArticleText,
    folded_quote: Folded,
    folded_words: Folded,
}

/// The reader's notes and marks, ready.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Notes {
    entries: Vec<Entry>,
}

/// An entry that has the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundNote {
    /// Id of the annotation.
    pub id: String,
    /// Slug of its article.
    pub article: String,
    /// Id of its section.
    pub section: String,
    /// What it is about, marked: the highlighted words, or the question.
    pub quoted: Vec<Piece>,
    /// What the reader wrote, marked.
    pub written: Vec<Piece>,
}

impl Notes {
    /// Makes annotations ready. A bookmark has no words.
    pub fn new<'a>(annotations: impl Iterator<Item = &'a Annotation>) -> Notes {
        let entry = |annotation: &Annotation| {
            let quoted = match &annotation.kind {
                Kind::Highlight { quote, .. } => quote.exact.clone(),
                Kind::Answer { question, .. } => question.clone(),
                Kind::Bookmark | Kind::Reflection => String::new(),
            };
            let written = match annotation.tags.is_empty() {
                true => annotation.body.clone(),
                false => format!("{}\n{}", annotation.body, annotation.tags.join(" ")),
            };
            Entry {
                id: annotation.id.clone(),
                article: annotation.article.clone(),
                section: annotation.section.clone(),
                modified: annotation.modified,
                folded_quote: Folded::new(&quoted),
                folded_words: Folded::new(&written),
                quoted: ArticleText::new(quoted),
                written: ArticleText::new(written),
            }
        };
        let all = annotations.filter(|annotation| annotation.kind != Kind::Bookmark);
        Notes { entries: all.map(entry).collect() }
    }

    /// Everything that is searched.
    pub(super) fn texts(&self) -> impl Iterator<Item = &Folded> {
        self.entries.iter().flat_map(|entry| [&entry.folded_quote, &entry.folded_words])
    }

    /// The entries that have every term: the reader's own words first, then the latest.
    pub fn search(&self, query: &Query) -> Vec<FoundNote> {
        if query.is_empty() {
            return Vec::new();
        }
        let found = self.entries.iter().enumerate().filter_map(|(index, entry)| {
            let (written, quoted) = (query.spots(&entry.folded_words), query.spots(&entry.folded_quote));
            let mut terms = 0..query.len();
            let all = terms.all(|term| written.iter().chain(&quoted).any(|spot| spot.term == term));
            all.then_some((written.is_empty(), Reverse(entry.modified), index))
        });
        let shown = sorted(found).into_iter().take(MOST).filter_map(|(.., index)| self.entries.get(index));
        shown
            .map(|entry| FoundNote {
                id: entry.id.clone(),
                article: entry.article.clone(),
                section: entry.section.clone(),
                quoted: excerpt(query, &entry.quoted, &entry.folded_quote),
                written: excerpt(query, &entry.written, &entry.folded_words),
            })
            .collect()
    }
}

/// The words around the first place; the beginning where there is none.
fn excerpt(query: &Query, text: &ArticleText, folded: &Folded) -> Vec<Piece> {
    let spots = sorted(query.spots(folded));
    let (start, end) = spots.first().and_then(|spot| folded.range(spot.start, spot.end)).unwrap_or((0, 0));
    around(text, start, end, &spots, folded)
}
