//! Words that are spelled almost like another: a few letters wrong, missing, too many or swapped.

use crate::article::Folded;

/// Most words that stand in for one.
const MOST: usize = 8;

/// How many wrong letters are forgiven in a word: none in a short one.
fn forgiven(length: usize) -> usize {
    match length {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// The words of these texts that begin most nearly like `word`: all at the least distance, in the order of the texts.
pub(super) fn near_words(texts: &[&Folded], word: &[char]) -> Vec<String> {
    let mut least = forgiven(word.len());
    let mut near: Vec<&[char]> = Vec::new();
    if least == 0 {
        return Vec::new();
    }
    let letters = letters(word);
    for (_, known) in texts.iter().flat_map(|text| text.words()) {
        // Most words have too few of the letters: that is seen at once.
        if (letters & !self::letters(known)).count_ones() as usize > least {
            continue;
        }
        let Some(distance) = distance(word, known, least) else { continue };
        if distance < least {
            least = distance;
            near.clear();
        }
        if near.len() < MOST && !near.contains(&known) {
            near.push(known);
        }
    }
    near.into_iter().map(|word| word.iter().collect()).collect()
}

/// Which letters a word has, as bits.
fn letters(word: &[char]) -> u32 {
    word.iter().fold(0, |letters, c| letters | 1 << (*c as u32 & 31))
}

/// The least number of letters to put in, take out, change or swap with their neighbour until `word` is how `known`
/// begins; `None` where that is more than `most`.
fn distance(word: &[char], known: &[char], most: usize) -> Option<usize> {
    let known = known.get(..known.len().min(word.len() + most))?;
    if known.len() + most < word.len() {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=known.len()).collect();
    for (row, &letter) in word.iter().enumerate() {
        let mut line = vec![row + 1];
        for (column, &other) in known.iter().enumerate() {
            let at = |line: &[usize], index: usize| line.get(index).copied().unwrap_or(usize::MAX - 1);
            let change = at(&above, column) + usize::from(letter != other);
            let mut best = change.min(at(&above, column + 1) + 1).min(at(&line, column) + 1);
            let swapped =
                row > 0 && column > 0 && word.get(row - 1) == Some(&other) && known.get(column - 1) == Some(&letter);
            if swapped {
                best = best.min(at(&before, column - 1) + 1);
            }
            line.push(best);
        }
        if line.iter().all(|&edits| edits > most) {
            return None;
        }
        before = above;
        above = line;
    }
    above.into_iter().min().filter(|&edits| edits <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(word: &str, known: &str) -> Option<usize> {
        let letters = |word: &str| word.chars().collect::<Vec<_>>();
        distance(&letters(word), &letters(known), forgiven(word.chars().count()))
    }

    #[test]
    fn a_letter_put_in_taken_out_changed_or_swapped_is_one() {
        assert_eq!(between("trsut", "trust"), Some(1));
        assert_eq!(between("trut", "trust"), Some(1));
        assert_eq!(between("truust", "trust"), Some(1));
        assert_eq!(between("trast", "trust"), Some(1));
        assert_eq!(between("trust", "trust"), Some(0));
    }

    #[test]
    fn long_words_forgive_two_and_short_ones_nothing() {
        assert_eq!(between("atachmnet", "attachment"), Some(2));
        assert_eq!(between("atcmnet", "attachment"), None);
        assert_eq!(between("lvo", "love"), None);
    }

    #[test]
    fn a_word_may_still_be_in_the_making() {
        assert_eq!(between("vulnreab", "vulnerability"), Some(1));
    }

    #[test]
    fn the_nearest_words_are_taken_once() {
        let text = Folded::new("Trust, trusts, crust. Trust");
        assert_eq!(near_words(&[&text], &['t', 'r', 'u', 's', 'd']), ["trust", "trusts"]);
    }
}
