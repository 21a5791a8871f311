//! Places where the quote may be, and how well each of them agrees. Nothing is decided here.

use super::align::{align, snap};
use super::index::{GRAM, Index};
use super::normalise::is_word;
use super::query::{Context, Query};
use super::search::Pattern;
use super::{TextRange, negation};
use crate::order::sorted;

/// Quotes longer than this are found by their ends.
const LONG: usize = 512;
/// Letters of a long quote's ends.
const END: usize = 256;
/// Letters of context beside the quote.
const NEAR: usize = 16;
/// Context shorter than this was all there was: the text ended.
const EDGE: usize = 24;
/// Places of grams that are gathered, of each and in all.
const MAX_PLACES: usize = 48;
const MAX_VOTES: usize = 384;
/// Pieces that a place must keep to be looked at; also, a quarter of those that the best place keeps.
const FEWEST: usize = 3;
/// Places that are aligned.
const MAX_CLUSTERS: usize = 4;

/// A part of the text that may be the quote.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// First letter.
    pub(super) start: usize,
    /// One past the last letter.
    pub(super) end: usize,
    /// The same words: at most typography differs.
    pub(super) verbatim: bool,
    /// At the stored position.
    pub(super) in_place: bool,
    /// Likeness of the words: 1 for the same letters, 0 for none in common.
    pub(super) likeness: f32,
    /// Likeness of what stands before and after.
    pub(super) left: Side,
    /// See `left`.
    pub(super) right: Side,
    /// Whether all places with the same words are among the candidates.
    pub(super) complete: bool,
}

/// How well one side's context agrees.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Side {
    /// Likeness of the 16 letters that are nearest, in whatever block.
    pub(super) near: f32,
    /// Letters of context in the quote's own block.
    pub(super) own_length: usize,
    /// Their likeness.
    pub(super) own: f32,
    /// Whether the own block's context is there to the letter, and the block ends as it did.
    pub(super) whole: bool,
    /// Letters of the own block's context, counted from the quote, up to the first that is another.
    pub(super) touching: usize,
    /// Whether the context, however short, is there to the letter, and the text ends with it.
    pub(super) edge: bool,
    /// All letters of context.
    pub(super) length: usize,
    /// Their likeness.
    pub(super) all: f32,
}

/// The occurrences of the quote's letters, and the stored position, where one is known, if they stand there.
pub(super) fn same_words(index: &Index, query: &Query, position: Option<TextRange>) -> Vec<Candidate> {
    let length = query.quote.len();
    let start = position.map(TextRange::start);
    let stands = |place: usize| index.letters(place, place.saturating_add(length)) == query.quote.letters();
    let mut found = index.occurrences(query.quote.letters());
    if !found.complete {
        // Too many to compare: those that matter are found by their context, or stand where they stood.
        found.starts = start.map(|start| index.view.at(start)).into_iter().filter(|&place| stands(place)).collect();
    }
    let measured = found.starts.iter().map(|&at| {
        let mut candidate = measure(index, query, at, at + length, 0);
        if candidate.verbatim {
            candidate.in_place = start.is_some() && index.range(at, at + length).map(TextRange::start) == start;
        } else {
            // The same letters, but half a word, or of another case. Letters are added at the ends, at most.
            let (start, end) = snap(index, query, (at, at + length));
            candidate = measure(index, query, start, end, (end - start).saturating_sub(length));
        }
        candidate.complete = found.complete;
        candidate
    });
    measured.collect()
}

/// Places that keep pieces of the quote or its context, aligned.
pub(super) fn close_matches(index: &Index, query: &Query) -> Vec<Candidate> {
    if query.quote.len() <= LONG {
        let pattern = Pattern::new(query.quote.letters().iter().copied());
        return clusters(index, query).into_iter().filter_map(|place| align(index, query, &pattern, place)).collect();
    }
    // A long quote lies between its ends, where these stand in order and about as far apart as they did.
    let (head, tail) = (query.end(END, true), query.end(END, false));
    let (heads, tails) = (close_matches(index, &head), close_matches(index, &tail));
    let mut found = Vec::new();
    // The first are those that keep most pieces.
    for first in heads.iter().take(2) {
        for last in tails.iter().take(2).filter(|last| last.start >= first.start) {
            let length = last.end.saturating_sub(first.start);
            if length * 4 >= query.quote.len() * 3 && length * 3 <= query.quote.len() * 4 {
                let shared = negation::shared_words(query.quote.letters(), index.letters(first.start, last.end));
                let mut whole = measure(index, query, first.start, last.end, query.quote.len());
                whole.likeness = shared.min((first.likeness + last.likeness) / 2.0);
                found.push(whole);
            }
        }
    }
    found
}

/// Compares a part of the text, whose words have a known distance to the quote's, with all that is known.
pub(super) fn measure(index: &Index, query: &Query, start: usize, end: usize, distance: usize) -> Candidate {
    let letters = index.view.letters();
    let before = letters.get(..start).unwrap_or_default();
    let inside = index.letters(start, end);
    let after = letters.get(end..).unwrap_or_default();
    let same_cut = |side: &Context, outside: Option<&char>, inside: Option<&char>| {
        let splits = outside.copied().is_some_and(is_word) && inside.copied().is_some_and(is_word);
        side.splits.is_none_or(|before| before == splits)
    };
    let verbatim = distance == 0
        && index.view.holds(start, &query.quote)
        && same_cut(&query.left, before.last(), inside.first())
        && same_cut(&query.right, after.first(), inside.last());
    let length = query.quote.len().max(inside.len()).max(1);
    Candidate {
        start,
        end,
        verbatim,
        in_place: false,
        likeness: 1.0 - distance.min(length) as f32 / length as f32,
        left: compare(
            &query.left,
            |n| before.len().checked_sub(n + 1).and_then(|at| before.get(at)).copied(),
            |n| index.view.is_break(start.checked_sub(n + 1)),
        ),
        right: compare(&query.right, |n| after.get(n).copied(), |n| index.view.is_break(Some(end + n))),
        complete: true,
    }
}

/// Compares the context with the letters beside a place, which are counted away from it.
fn compare(context: &Context, letter: impl Fn(usize) -> Option<char>, is_break: impl Fn(usize) -> bool) -> Side {
    let (length, own_length) = (context.pattern.rows(), context.own);
    let near = length.min(NEAR);
    let touching = usize::from(letter(0) == Some(' ') && !is_break(0));
    let first = (touching..).find(|&n| letter(n) != Some(' ')).unwrap_or(touching);
    let text = (first..first + length + length / 2 + 8).map_while(&letter);
    let beside = (first..).map_while(&letter);
    let [off_near, off_own, off] = context.pattern.beginnings(text, [near, own_length, length]);
    let likeness = |distance: u32, length: usize| 1.0 - distance as f32 / length.max(1) as f32;
    Side {
        near: likeness(off_near, near),
        own_length,
        own: likeness(off_own, own_length),
        whole: context.bounded && off_own == 0 && is_break(touching + own_length),
        touching: context.letters.iter().take(own_length).zip(beside).take_while(|(a, b)| **a == *b).count(),
        edge: off == 0 && length < EDGE && letter(first + length).is_none(),
        length,
        all: likeness(off, length),
    }
}

/// Where the quote would start, if the pieces of it and of its context that are found stand as they stood.
///
/// Pigeonholes: of n pieces of a text with fewer than n changes, one at least is unchanged.
fn clusters(index: &Index, query: &Query) -> Vec<usize> {
    let before = query.left.letters.len();
    let around = query.left.letters.iter().rev().chain(query.quote.letters()).chain(&query.right.letters);
    let letters: Vec<char> = around.copied().collect();
    // The rarest first; of equals, the first. One number each: numbers are put in order fastest.
    let grams = letters.windows(GRAM).enumerate();
    let grams = grams.map(|(offset, gram)| (index.places(gram).len() as i64) << 32 | offset as i64);
    let grams = sorted(grams.filter(|count| count >> 32 > 0));
    let grams_found = grams.len();
    let mut votes: Vec<i64> = Vec::new();
    for gram in grams {
        let (count, offset) = ((gram >> 32) as usize, gram as u32 as usize);
        if votes.len() >= MAX_VOTES || count > MAX_PLACES && !votes.is_empty() {
            break;
        }
        let gram = letters.get(offset..offset + GRAM).unwrap_or_default();
        let places = index.places(gram).iter().take(MAX_PLACES).map(|&place| place as usize);
        let places = places.filter(|&place| index.letters(place, place + GRAM) == gram);
        votes.extend(places.map(|place| place as i64 + before as i64 - offset as i64));
    }
    let mut votes = sorted(votes);
    let drift = 8 + query.quote.len() as i64 / 8;
    let mut places = Vec::new();
    let mut enough = FEWEST.min(grams_found / 2 + 1);
    while places.len() < MAX_CLUSTERS {
        let Some((first, end)) = densest(&votes, drift).filter(|(first, end)| end - first >= enough) else { break };
        enough = enough.max((end - first) / 4);
        let middle = votes.get(first + (end - first) / 2).copied().unwrap_or(0);
        places.push(middle.max(0) as usize);
        votes.retain(|vote| (vote - middle).abs() > drift);
    }
    places
}

/// The run of votes, no further apart than `drift`, that holds most of them.
fn densest(votes: &[i64], drift: i64) -> Option<(usize, usize)> {
    let mut best: Option<(usize, usize)> = None;
    let mut lasts = 0;
    for (first, vote) in votes.iter().enumerate() {
        while votes.get(lasts).is_some_and(|last| last - vote <= drift) {
            lasts += 1;
        }
        if best.is_none_or(|(start, end)| lasts - first > end - start) {
            best = Some((first, lasts));
        }
    }
    best
}
