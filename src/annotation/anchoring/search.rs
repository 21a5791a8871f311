//! Edit distance, 64 rows at a time (Myers 1999, in the block form of Hyyrö 2003).
//!
//! A column of the table of distances is kept as two bit vectors: the rows whose distance is one more than the row
//! above, and those where it is one less. A letter of text moves the column one to the right in a few operations.

use crate::order::sorted;

/// Rows in a block.
const BLOCK: usize = 64;

/// Letters to look for, with the rows where each of them stands.
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    rows: usize,
    /// Blocks of each ASCII letter, one after the other.
    ascii: Vec<u64>,
    /// Other letters, sorted, and their blocks.
    others: Vec<char>,
    wide: Vec<u64>,
    /// The blocks of any other letter.
    none: Vec<u64>,
}

/// Differences down one column, for 64 rows.
#[derive(Clone, Copy, Debug)]
struct Column {
    more: u64,
    less: u64,
}

impl Column {
    /// A column before any text: each row one more than the one above.
    const FIRST: Column = Column { more: !0, less: 0 };

    /// Moves one letter to the right. `carry` is the difference to the right in the row above, and then in `last`.
    #[inline(always)]
    fn step(&mut self, equal: u64, carry: i32, last: u64) -> i32 {
        let vertical = equal | self.less;
        let equal = equal | u64::from(carry < 0);
        let horizontal = ((equal & self.more).wrapping_add(self.more) ^ self.more) | equal;
        let more = self.less | !(horizontal | self.more);
        let less = self.more & horizontal;
        let out = i32::from(more & last != 0) - i32::from(less & last != 0);
        let more = more << 1 | u64::from(carry > 0);
        let less = less << 1 | u64::from(carry < 0);
        self.more = less | !(vertical | more);
        self.less = more & vertical;
        out
    }
}

impl Pattern {
    pub(super) fn new(letters: impl Iterator<Item = char> + Clone) -> Pattern {
        let rows = letters.clone().count();
        let blocks = rows.div_ceil(BLOCK).max(1);
        let mut others = sorted(letters.clone().filter(|c| !c.is_ascii()));
        others.dedup();
        let wide = vec![0; others.len() * blocks];
        let mut pattern = Pattern { rows, ascii: vec![0; 128 * blocks], others, wide, none: vec![0; blocks] };
        for (row, letter) in letters.enumerate() {
            let block = row / BLOCK;
            let slot = if letter.is_ascii() {
                pattern.ascii.get_mut(letter as usize * blocks + block)
            } else {
                let place = pattern.others.binary_search(&letter).unwrap_or_default();
                pattern.wide.get_mut(place * blocks + block)
            };
            if let Some(bits) = slot {
                *bits |= 1 << (row % BLOCK);
            }
        }
        pattern
    }

    #[inline(always)]
    fn equal(&self, letter: char) -> &[u64] {
        let blocks = self.none.len();
        let found = if letter.is_ascii() {
            let at = letter as usize * blocks;
            self.ascii.get(at..at + blocks)
        } else {
            let place = self.others.binary_search(&letter).ok();
            place.and_then(|place| self.wide.get(place * blocks..(place + 1) * blocks))
        };
        found.unwrap_or(&self.none)
    }

    /// The distance of the pattern to what ends after each letter of the text: to all of the text so far if `anchored`,
    /// else to the part of it, from wherever, that is closest. The first item belongs to no text at all.
    pub(super) fn distances(&self, text: impl Iterator<Item = char>, anchored: bool) -> impl Iterator<Item = usize> {
        let mut columns = vec![Column::FIRST; self.none.len()];
        let bottom = 1 << (self.rows.saturating_sub(1) % BLOCK);
        let mut distance = self.rows as i64;
        let later = text.map(move |letter| {
            let mut carry = i32::from(anchored);
            if let (Some((lowest, above)), Some((&last, equal))) =
                (columns.split_last_mut(), self.equal(letter).split_last())
            {
                let mut equal = equal.iter();
                for column in above {
                    carry = column.step(equal.next().copied().unwrap_or_default(), carry, 1 << (BLOCK - 1));
                }
                carry = lowest.step(last, carry, bottom);
            }
            distance += i64::from(carry);
            distance as usize
        });
        std::iter::once(self.rows).chain(later)
    }

    /// The smallest distances of the pattern's first `rows[i]` letters to any beginning of the text. Patterns of one
    /// block only.
    pub(super) fn beginnings<const N: usize>(&self, text: impl Iterator<Item = char>, rows: [usize; N]) -> [u32; N] {
        let mut column = Column::FIRST;
        let parts = rows.map(|rows| if rows < BLOCK { (1u64 << rows) - 1 } else { !0 });
        let mut smallest = parts.map(|part| part.count_ones());
        for (at, letter) in text.enumerate() {
            let equal = self.equal(letter).first().copied().unwrap_or(0);
            column.step(equal, 1, 0);
            for (smallest, part) in smallest.iter_mut().zip(parts) {
                let above = at as u32 + 1 + (column.more & part).count_ones();
                *smallest = (*smallest).min(above - (column.less & part).count_ones());
            }
        }
        smallest
    }

    /// Number of letters.
    pub(super) fn rows(&self) -> usize {
        self.rows
    }
}

/// The distance between two runs of letters, and 0 for none.
pub(super) fn distance(pattern: &Pattern, text: &[char]) -> usize {
    pattern.distances(text.iter().copied(), true).last().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table itself, as in the textbook.
    fn table(pattern: &[char], text: &[char], anchored: bool) -> Vec<usize> {
        let mut column: Vec<usize> = (0..=pattern.len()).collect();
        let mut last = vec![pattern.len()];
        for (at, letter) in text.iter().enumerate() {
            let mut next = vec![if anchored { at + 1 } else { 0 }];
            for (row, other) in pattern.iter().enumerate() {
                let change = column.get(row).map_or(0, |d| d + usize::from(letter != other));
                let up = next.last().map_or(0, |d| d + 1);
                let left = column.get(row + 1).map_or(0, |d| d + 1);
                next.push(change.min(up).min(left));
            }
            last.extend(next.last());
            column = next;
        }
        last
    }

    fn noise(seed: &mut u64, alphabet: &[char], length: usize) -> Vec<char> {
        let mut next = || {
            *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (*seed >> 33) as usize
        };
        (0..length).filter_map(|_| alphabet.get(next() % alphabet.len()).copied()).collect()
    }

    #[test]
    fn distances_are_those_of_the_table() {
        let seed = &mut 7;
        for length in [1, 2, 5, 31, 63, 64, 65, 127, 128, 129, 200] {
            for _ in 0..8 {
                let pattern = noise(seed, &['a', 'b', 'é', '한'], length);
                let text = noise(seed, &['a', 'b', 'é', '한', 'x'], 160);
                let bits = Pattern::new(pattern.iter().copied());
                for anchored in [false, true] {
                    let fast: Vec<usize> = bits.distances(text.iter().copied(), anchored).collect();
                    assert_eq!(fast, table(&pattern, &text, anchored), "{length} {anchored}");
                }
            }
        }
    }

    #[test]
    fn beginnings_are_those_of_the_table() {
        let seed = &mut 11;
        for length in [1, 7, 33, 64] {
            let pattern = noise(seed, &['a', 'b', 'c'], length);
            let text = noise(seed, &['a', 'b', 'c'], 90);
            let bits = Pattern::new(pattern.iter().copied());
            for rows in [0, length / 2, length] {
                let part = pattern.get(..rows).unwrap_or_default();
                let expected = table(part, &text, true).into_iter().min().unwrap_or(0);
                assert_eq!(bits.beginnings(text.iter().copied(), [rows]), [expected as u32], "{length} {rows}");
            }
        }
    }
}
