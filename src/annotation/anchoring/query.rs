//! A quote selector, prepared for comparison.

use super::super::TextQuoteSelector;
use super::normalise::{View, is_word};
use super::search::Pattern;

/// Letters of context that count: one block of the bit-parallel search.
const CONTEXT: usize = 64;

/// What is looked for.
#[derive(Debug)]
pub(super) struct Query {
    /// The marked words.
    pub(super) quote: View,
    /// What stood before, read backward, away from the quote.
    pub(super) left: Context,
    /// What stood after.
    pub(super) right: Context,
}

/// What stood on one side of the quote.
#[derive(Debug)]
pub(super) struct Context {
    /// Its letters, nearest first.
    pub(super) letters: Vec<char>,
    /// The same, for comparison.
    pub(super) pattern: Pattern,
    /// How many of these stood in the quote's own block: what lies beyond says little, for blocks move apart.
    pub(super) own: usize,
    /// Whether the block's end is known: there is more context than that of the own block, or the text ends there.
    pub(super) bounded: bool,
    /// Whether the quote's end cut a word in two, where that is known.
    pub(super) splits: Option<bool>,
}

impl Context {
    fn new(letters: Vec<char>, own: Option<usize>, splits: Option<bool>) -> Context {
        let pattern = Pattern::new(letters.iter().copied());
        let own_length = own.unwrap_or(CONTEXT).min(letters.len());
        Context { letters, pattern, own: own_length, bounded: own.is_some(), splits }
    }
}

impl Query {
    /// `start` is the stored position, where one is known.
    pub(super) fn new(selector: &TextQuoteSelector, start: Option<u32>) -> Query {
        let exact = selector.exact.trim();
        let quote = View::new(exact);
        let splits =
            |outside: Option<char>, inside: Option<char>| Some(is_word(outside?) && inside.is_some_and(is_word));
        let prefix = View::new(&selector.prefix);
        let before = selector.prefix.rsplit_once('\n').map(|(_, own)| View::new(own).len());
        // Where the prefix is all that stood before, the block begins with the text.
        let first = || start.is_some_and(|start| selector.prefix.chars().count() == start as usize);
        let before = before.or_else(|| first().then(|| prefix.len()));
        let lead = selector.exact.starts_with(char::is_whitespace);
        let trail = selector.exact.ends_with(char::is_whitespace);
        let left = Context::new(
            prefix.letters().iter().rev().take(CONTEXT).copied().collect(),
            before,
            splits(selector.prefix.chars().next_back(), exact.chars().next()).map(|splits| splits && !lead),
        );
        let suffix = View::new(&selector.suffix);
        let after = selector.suffix.split_once('\n').map(|(own, _)| View::new(own).len());
        let right = Context::new(
            suffix.letters().iter().take(CONTEXT).copied().collect(),
            after,
            splits(selector.suffix.chars().next(), exact.chars().next_back()).map(|splits| splits && !trail),
        );
        Query { quote, left, right }
    }

    /// Whether nothing is left of the quote that could be looked for.
    pub(super) fn is_empty(&self) -> bool {
        self.quote.len() == 0
    }

    /// The first or last letters of a long quote, with its context on that side alone.
    pub(super) fn end(&self, length: usize, first: bool) -> Query {
        let letters = self.quote.letters();
        let none = || Context::new(Vec::new(), None, None);
        let copy = |side: &Context| Context::new(side.letters.clone(), side.bounded.then_some(side.own), side.splits);
        if first {
            let part = letters.get(..length).unwrap_or(letters);
            Query { quote: View::of_letters(part), left: copy(&self.left), right: none() }
        } else {
            let part = letters.get(letters.len().saturating_sub(length)..).unwrap_or(letters);
            Query { quote: View::of_letters(part), left: none(), right: copy(&self.right) }
        }
    }
}
