//! Where exactly the quote begins and ends at a place that looks like it.

use super::candidates::{Candidate, measure};
use super::index::{GRAM, Index};
use super::normalise::is_word;
use super::query::{Context, Query};
use super::search::{Pattern, distance};
use crate::order::sorted;

/// The part of the text near `place` that agrees best: found by the quote's own letters, or as what now stands between
/// its contexts.
pub(super) fn align(index: &Index, query: &Query, pattern: &Pattern, place: usize) -> Option<Candidate> {
    let length = query.quote.len();
    let slack = 16 + length / 4;
    let from = place.saturating_sub(slack);
    let to = place.saturating_add(length + slack);
    let (between, certain) = by_context(index, query, place, slack);
    // Where both contexts point at the same place, what stands between them is the quote, negations and all.
    let by_quote = if certain { Vec::new() } else { by_quote(index.letters(from, to), query, pattern) };
    let by_quote = by_quote.into_iter().map(|(start, end)| (from + start, from + end));
    let mut regions = sorted(by_quote.chain(between).map(|r| snap(index, query, r)));
    regions.dedup();
    let measured = regions
        .into_iter()
        .filter(|(start, end)| start < end)
        .map(|(start, end)| measure(index, query, start, end, typos(query, pattern, index.letters(start, end))));
    measured.max_by(|a, b| a.score().total_cmp(&b.score()))
}

/// The distance of words to the quote; two letters that changed places count once, as typing errors do.
fn typos(query: &Query, pattern: &Pattern, words: &[char]) -> usize {
    let quote = query.quote.letters();
    let mut differing = quote.iter().zip(words).enumerate().filter(|(_, (a, b))| a != b);
    if quote.len() == words.len()
        && let (Some((first, (a, b))), Some((second, (c, d))), None) =
            (differing.next(), differing.next(), differing.next())
        && second == first + 1
        && a == d
        && b == c
    {
        return 1;
    }
    distance(pattern, words)
}

/// Up to three parts of the window that are closest to the quote.
fn by_quote(window: &[char], query: &Query, pattern: &Pattern) -> Vec<(usize, usize)> {
    let mut smallest = pattern.rows();
    let mut ends = Vec::new();
    for (end, distance) in pattern.distances(window.iter().copied(), false).enumerate() {
        if distance < smallest {
            smallest = distance;
            ends.clear();
        }
        if distance == smallest && ends.len() < 3 {
            ends.push(end);
        }
    }
    if smallest * 2 > pattern.rows() {
        return Vec::new();
    }
    let backward = Pattern::new(query.quote.letters().iter().rev().copied());
    let reach = pattern.rows() + smallest;
    let start = |end: usize| {
        let before = window.get(..end).unwrap_or_default().iter().rev().take(reach).copied();
        // Of equals the longest: an altered first letter belongs to the quote.
        let back = backward.distances(before, true).enumerate().min_by_key(|&(at, d)| (d, reach - at.min(reach)));
        (end.saturating_sub(back.map_or(0, |(at, _)| at)), end)
    };
    ends.into_iter().map(start).collect()
}

/// What stands between the best places of the two contexts near `place`, and whether these leave no doubt.
fn by_context(index: &Index, query: &Query, place: usize, slack: usize) -> (Option<(usize, usize)>, bool) {
    /// Letters of context that point at the quote's ends.
    const POINTING: usize = 24;
    let length = query.quote.len();
    let pointer = |side: &Context| {
        let letters = side.letters.get(..POINTING.min(side.letters.len())).unwrap_or_default();
        (letters.len() >= GRAM).then(|| Pattern::new(letters.iter().rev().copied()))
    };
    // Both are read towards the quote.
    let (Some(left), Some(right)) = (pointer(&query.left), pointer(&query.right)) else {
        return (None, false);
    };
    let from = place.saturating_sub(slack + left.rows());
    let before = index.letters(from, place.saturating_add(slack));
    let aim = place - from;
    let ends = left.distances(before.iter().copied(), false).enumerate();
    let (start, off_left) = ends.min_by_key(|&(end, d)| (d, end.abs_diff(aim))).unwrap_or((0, left.rows()));
    let after = index.letters(from + start, place.saturating_add(length + slack + right.rows()));
    let begins = right.distances(after.iter().rev().copied(), false).enumerate();
    let aim = after.len().saturating_sub(length);
    let (back, off_right) = begins.min_by_key(|&(back, d)| (d, back.abs_diff(aim))).unwrap_or((0, right.rows()));
    let within = |parts: usize| off_left * parts <= left.rows() && off_right * parts <= right.rows();
    let region = (from + start, from + start + (after.len() - back));
    (within(3).then_some(region), within(6) && region.0 < region.1)
}

/// The region without spaces at its ends, and without half words unless the quote had them.
pub(super) fn snap(index: &Index, query: &Query, (mut start, mut end): (usize, usize)) -> (usize, usize) {
    /// Letters of a word that are worth going back.
    const WORD: usize = 16;
    let letters = index.letters(start, end);
    start += letters.iter().take_while(|&&c| c == ' ').count();
    end -= letters.iter().rev().take_while(|&&c| c == ' ').count().min(end.saturating_sub(start));
    let is_word_at = |at: Option<usize>| at.and_then(|at| index.view.letters().get(at)).copied().is_some_and(is_word);
    let first = query.quote.letters().first().copied().is_some_and(is_word);
    let last = query.quote.letters().last().copied().is_some_and(is_word);
    if first && query.left.splits != Some(true) && is_word_at(Some(start)) {
        let back = (1..=WORD).find(|&back| !is_word_at(start.checked_sub(back)));
        start -= back.map_or(0, |back| back - 1);
    }
    if last && query.right.splits != Some(true) && is_word_at(end.checked_sub(1)) {
        end += (0..WORD).find(|&on| !is_word_at(Some(end + on))).unwrap_or(0);
    }
    (start, end)
}
