//! Finding in the article that is open.

use super::query::Query;
use crate::annotation::TextRange;
use crate::article::Folded;
use crate::order::sorted;

/// What was found in an article, in the order of its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Within {
    /// The places.
    pub ranges: Vec<TextRange>,
    /// What was looked for instead, where what was typed is nowhere.
    pub instead: Option<String>,
}

/// Finds what was typed as it stands; if that is nowhere, each of its words, where all of them occur; if one of them is
/// nowhere either, those that are spelled almost like it.
pub fn find_within(text: &Folded, typed: &str) -> Within {
    let literal = Query::literal(typed);
    let words = Query::parse(typed);
    let ranges = ranges(text, &literal);
    if !ranges.is_empty() || words.is_empty() {
        return Within { ranges, instead: None };
    }
    if words.occurs_in(text) {
        return Within { ranges: self::ranges(text, &words), instead: None };
    }
    match words.respelled(&[text]) {
        Some(near) => Within { ranges: self::ranges(text, &near), instead: Some(near.words()) },
        None => Within::default(),
    }
}

fn ranges(text: &Folded, query: &Query) -> Vec<TextRange> {
    let spots = query.spots(text).into_iter();
    let ranges = spots.filter_map(|spot| text.range(spot.start, spot.end));
    let mut ranges = sorted(ranges.filter_map(|(start, end)| TextRange::new(start, end)));
    // Of two words that share letters the first is shown.
    let mut end = 0;
    ranges.retain(|range| {
        let apart = range.start() >= end;
        end = end.max(range.end());
        apart
    });
    ranges
}

/// The first place from a position on; from the beginning again where there is none.
pub fn first_from(ranges: &[TextRange], position: u32) -> usize {
    let index = ranges.partition_point(|range| range.start() < position);
    if index < ranges.len() { index } else { 0 }
}

/// The next place, or the one before, around the end.
pub fn step(current: usize, count: usize, forward: bool) -> usize {
    match (forward, current) {
        (true, _) if current + 1 < count => current + 1,
        (true, _) => 0,
        (false, 0) => count.saturating_sub(1),
        (false, _) => current - 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(typed: &str) -> (Vec<(u32, u32)>, Option<String>) {
        let text = Folded::new("Trust grows. Slow trust is trust that waits.");
        let within = find_within(&text, typed);
        (within.ranges.iter().map(|range| (range.start(), range.end())).collect(), within.instead)
    }

    #[test]
    fn as_it_stands_then_word_by_word_then_almost() {
        assert_eq!(found("slow TRUST"), (vec![(13, 23)], None));
        assert_eq!(found("waits grows"), (vec![(6, 11), (38, 43)], None));
        assert_eq!(found("tursts"), (vec![], None));
        assert_eq!(found("trsut"), (vec![(0, 5), (18, 23), (27, 32)], Some("trust".to_owned())));
        assert_eq!(found("haste"), (vec![], None));
        assert_eq!(found("  "), (vec![], None));
    }

    #[test]
    fn a_phrase_in_quotes_is_looked_for_without_them() {
        assert_eq!(found("\"is trust\"").0, [(24, 32)]);
    }

    #[test]
    fn steps_go_round() {
        assert_eq!([step(0, 3, true), step(2, 3, true), step(0, 3, false), step(2, 3, false)], [1, 0, 2, 1]);
        assert_eq!((step(0, 0, true), step(0, 0, false)), (0, 0));
        let ranges: Vec<TextRange> = [(3, 5), (9, 12)].into_iter().filter_map(|(a, b)| TextRange::new(a, b)).collect();
        assert_eq!([0, 3, 4, 10].map(|position| first_from(&ranges, position)), [0, 0, 1, 0]);
    }
}
