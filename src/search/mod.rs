//! Finding words: in the library, in the reader's notes, in the article that is open.
//!
//! Pure. Case and accents do not matter; a phrase in quotation marks is one word; a word that occurs nowhere stands for
//! those that are spelled almost like it. Results are ranges of texts and pieces of them: nothing here makes markup, and
//! nothing is ever changed.

mod notes;
mod query;
mod shelf;
mod snippet;
mod typo;
mod within;

pub use notes::{FoundNote, Notes};
pub use query::Query;
pub use shelf::{Found, Hit, Shelf};
pub use snippet::Piece;
pub use within::{Within, find_within, first_from, step};

use crate::article::Folded;

/// What was found everywhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// The articles, the best first.
    pub articles: Vec<Found>,
    /// The reader's notes, the best first.
    pub notes: Vec<FoundNote>,
    /// What was looked for instead, where what was typed is nowhere.
    pub instead: Option<String>,
}

impl Results {
    /// Number of lines that lead somewhere.
    pub fn count(&self) -> usize {
        self.notes.len() + self.articles.iter().map(|found| found.hits.len().max(1)).sum::<usize>()
    }
}

/// Looks through the library and the notes at once.
pub fn search_everywhere(shelf: &Shelf, notes: &Notes, typed: &str) -> Results {
    let query = Query::parse(typed);
    let find = |query: &Query, instead| Results { articles: shelf.search(query), notes: notes.search(query), instead };
    let results = find(&query, None);
    if results.count() > 0 || query.is_empty() {
        return results;
    }
    let texts: Vec<&Folded> = shelf.texts().chain(notes.texts()).collect();
    match query.respelled(&texts) {
        Some(near) => find(&near, Some(near.words())),
        None => results,
    }
}
