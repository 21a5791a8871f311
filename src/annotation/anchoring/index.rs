//! The article's text with the places of all its 4-grams.

use super::super::TextRange;
use super::normalise::View;

/// Letters in a gram.
pub(super) const GRAM: usize = 4;
/// Occurrences of a quote that are worth comparing; of more, only those whose context is found.
const MAX_OCCURRENCES: usize = 96;
/// Letters compared before a search gives up: hostile texts only.
const MAX_WORK: usize = 100_000;

/// A text that can be searched.
#[derive(Debug)]
pub(super) struct Index {
    pub(super) view: View,
    /// Where each bucket begins in `places`.
    buckets: Vec<u32>,
    /// Places of grams, bucket by bucket, each in rising order.
    places: Vec<u32>,
    /// Bits of a gram's hash that are dropped.
    shift: u32,
}

/// Where a quote's letters occur.
#[derive(Debug, Default)]
pub(super) struct Occurrences {
    pub(super) starts: Vec<usize>,
    /// Whether these are all.
    pub(super) complete: bool,
}

impl Index {
    pub(super) fn new(text: &str) -> Index {
        let view = View::new(text);
        let bits = view.len().max(2).ilog2().clamp(6, 16);
        let shift = 32 - bits;
        let hashes = || view.letters().windows(GRAM).map(|gram| (hash(gram) >> shift) as usize);
        let mut buckets = vec![0u32; (1 << bits) + 1];
        for bucket in hashes() {
            if let Some(count) = buckets.get_mut(bucket) {
                *count += 1;
            }
        }
        // Counts become ends, and while the places are filled in from the back, ends become beginnings.
        let mut sum = 0;
        for count in &mut buckets {
            sum += *count;
            *count = sum;
        }
        let mut places = vec![0u32; sum as usize];
        for (place, bucket) in hashes().enumerate().collect::<Vec<_>>().into_iter().rev() {
            if let Some(end) = buckets.get_mut(bucket) {
                *end -= 1;
                if let Some(slot) = places.get_mut(*end as usize) {
                    *slot = place as u32;
                }
            }
        }
        Index { view, buckets, places, shift }
    }

    /// Places that may hold the gram.
    pub(super) fn places(&self, gram: &[char]) -> &[u32] {
        let bucket = (hash(gram) >> self.shift) as usize;
        let bound = |at: usize| self.buckets.get(at).copied().unwrap_or(0) as usize;
        self.places.get(bound(bucket)..bound(bucket + 1)).unwrap_or_default()
    }

    /// The letters of a part of the text; what lies outside is cut off.
    pub(super) fn letters(&self, start: usize, end: usize) -> &[char] {
        let end = end.min(self.view.len());
        self.view.letters().get(start.min(end)..end).unwrap_or_default()
    }

    /// The code points of letters.
    pub(super) fn range(&self, start: usize, end: usize) -> Option<TextRange> {
        let (start, end) = self.view.range(start, end)?;
        TextRange::new(start, end)
    }

    /// Where the letters occur.
    pub(super) fn occurrences(&self, letters: &[char]) -> Occurrences {
        let rarest = letters.windows(GRAM).enumerate().min_by_key(|(_, gram)| self.places(gram).len());
        let mut found = Occurrences { starts: Vec::new(), complete: true };
        let mut work = 0;
        let mut visit = |start: usize| {
            let there = self.letters(start, start.saturating_add(letters.len()));
            work += 1 + there.iter().zip(letters).take_while(|(a, b)| a == b).count();
            if there == letters {
                found.starts.push(start);
            }
            found.complete = found.starts.len() <= MAX_OCCURRENCES && work < MAX_WORK;
            found.complete
        };
        match rarest {
            Some((offset, gram)) => {
                let starts = self.places(gram).iter().filter_map(|&place| (place as usize).checked_sub(offset));
                let _ = { starts }.all(&mut visit);
            }
            None => {
                let first = letters.first();
                let starts = self.view.letters().iter().enumerate().filter(|(_, letter)| Some(*letter) == first);
                let _ = starts.map(|(start, _)| start).all(&mut visit);
            }
        }
        found
    }
}

fn hash(gram: &[char]) -> u32 {
    gram.iter()
        .fold(0u32, |hash, &letter| (hash ^ letter as u32).wrapping_mul(0x9E37_79B1).rotate_left(15))
        .wrapping_mul(0x85EB_CA6B)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn starts(text: &str, letters: &str) -> Vec<usize> {
        Index::new(text).occurrences(&letters.chars().collect::<Vec<_>>()).starts
    }

    #[test]
    fn every_occurrence_is_found() {
        let text = "the tortoise and the hare, and the tortoise again";
        assert_eq!(starts(text, "the tortoise"), [0, 31]);
        assert_eq!(starts(text, "an"), [13, 27]);
        assert_eq!(starts(text, "tortoises"), Vec::<usize>::new());
        assert_eq!(starts("", "a"), Vec::<usize>::new());
        assert_eq!(starts("ab", "abcdef"), Vec::<usize>::new());
    }

    #[test]
    fn repetition_is_cut_short() {
        let text = "a".repeat(100_000);
        let found = Index::new(&text).occurrences(&vec!['a'; 50_000]);
        assert!(!found.complete && found.starts.len() <= MAX_OCCURRENCES + 1);
    }
}
