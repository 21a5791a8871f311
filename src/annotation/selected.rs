//! From what the browser says is selected to a range of the article's text, or nothing.
//!
//! `platform/selection.rs` reads the page: for each leaf its runs of text, and how much of each is covered in UTF-16
//! units. Everything else is decided here: counting, what to do with several parts, trimming, and words that a
//! fingertip cut in two. A range must never cover words that the page does not show at its place: a page that was
//! translated or changed by an extension yields nothing.

use super::{ArticleText, TextRange};

/// A run of a leaf, as it stands on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    /// Text, and the UTF-16 units of it that are selected.
    Text {
        /// The words.
        words: String,
        /// First selected unit, and one past the last.
        covered: Option<(u32, u32)>,
    },
    /// A line break: one newline of the article's text. At a selection's ends it would be trimmed.
    Break,
}

/// One of the parts that are selected; browsers may hold several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which code points, not trimmed.
    pub range: TextRange,
    /// Whether it is the part that the reader selected last.
    pub latest: bool,
}

/// Finds the word of a line around a position inside it, both in code points of the line.
pub type WordAround = dyn Fn(&str, u32) -> Option<(u32, u32)>;

/// The selected code points of the leaf that starts at this position; `None` where its words are not those of the
/// article.
pub fn covered(text: &ArticleText, start: u32, runs: &[Run]) -> Option<TextRange> {
    let mut at = start;
    let mut shown = String::new();
    let mut ends: Option<(u32, u32)> = None;
    for run in runs {
        match run {
            Run::Break => {
                shown.push('\n');
                at += 1;
            }
            Run::Text { words, covered } => {
                if let Some((from, to)) = covered {
                    let (first, last) = (at + code_points(words, *from, false), at + code_points(words, *to, true));
                    if from < to && first < last {
                        ends = Some((ends.map_or(first, |(first, _)| first), last));
                    }
                }
                shown.push_str(words);
                at += words.chars().count() as u32;
            }
        }
    }
    let (first, last) = ends?;
    (text.slice(start..at) == shown).then(|| TextRange::new(first, last)).flatten()
}

/// Code points of a text before a UTF-16 offset; one inside a surrogate pair counts the character or not.
fn code_points(text: &str, units: u32, whole: bool) -> u32 {
    let mut seen = 0;
    let mut count = 0;
    for c in text.chars() {
        let next = seen + c.len_utf16() as u32;
        if seen >= units || next > units && !whole {
            break;
        }
        seen = next;
        count += 1;
    }
    count
}

/// The range that the parts make: those with nothing but white space between them are one. Of several apart, the one
/// that was selected last: words between them were not selected. Trimmed, and no sign split.
pub fn selected(text: &ArticleText, parts: &[Part]) -> Option<TextRange> {
    let mut joined: Vec<Part> = Vec::new();
    for part in crate::order::sorted(parts.iter().map(|part| (part.range, part.latest))) {
        let (range, latest) = part;
        match joined.last_mut() {
            Some(last) if text.slice(last.range.end()..range.start()).trim().is_empty() => {
                let end = last.range.end().max(range.end());
                last.range = TextRange::new(last.range.start(), end).unwrap_or(last.range);
                last.latest |= latest;
            }
            _ => joined.push(Part { range, latest }),
        }
    }
    let chosen = joined.iter().rev().find(|part| part.latest).or(joined.iter().max_by_key(|part| part.range.len()))?;
    text.trim(chosen.range).map(|range| text.whole_graphemes(range))
}

/// The range grown to whole words, for ends that a fingertip chose.
pub fn whole_words(text: &ArticleText, range: TextRange, word: &WordAround) -> TextRange {
    let around = |position: u32| {
        let before = text.slice(0..position);
        let from = position - before.chars().rev().take_while(|c| *c != '\n').count() as u32;
        let after = text.slice(position..text.len());
        let to = position + after.chars().take_while(|c| *c != '\n').count() as u32;
        let (first, last) = word(text.slice(from..to), position - from)?;
        let inside = from + first < position && position < from + last && from + last <= to;
        inside.then_some((from + first, from + last))
    };
    let start = around(range.start()).map_or(range.start(), |(first, _)| first);
    let end = around(range.end()).map_or(range.end(), |(_, last)| last);
    TextRange::new(start, end).map_or(range, |range| text.whole_graphemes(range))
}

/// The word around a position, for browsers that can't tell: a run of letters and digits, with apostrophes inside.
/// Scripts without spaces have none.
pub fn word_around(line: &str, position: u32) -> Option<(u32, u32)> {
    let letters: Vec<char> = line.chars().collect();
    let is_word = |at: usize| {
        let spaced = |at: usize| letters.get(at).is_some_and(|c| is_spaced_letter(*c));
        let inner = matches!(letters.get(at), Some('\'' | '’'));
        spaced(at) || inner && spaced(at + 1) && at.checked_sub(1).is_some_and(spaced)
    };
    let position = position as usize;
    let before = (0..position).rev().take_while(|at| is_word(*at)).count();
    let after = (position..letters.len()).take_while(|at| is_word(*at)).count();
    (before > 0 && after > 0).then_some(((position - before) as u32, (position + after) as u32))
}

fn is_spaced_letter(c: char) -> bool {
    let unspaced = matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}');
    (c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}')) && !unspaced
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(text: &str) -> ArticleText {
        ArticleText::new(text.to_owned())
    }

    fn run(words: &str, from: u32, to: u32) -> Run {
        Run::Text { words: words.to_owned(), covered: Some((from, to)) }
    }

    fn bare(words: &str) -> Run {
        Run::Text { words: words.to_owned(), covered: None }
    }

    fn part(start: u32, end: u32, latest: bool) -> Part {
        Part { range: TextRange::new(start, end).unwrap_or_else(|| unreachable!()), latest }
    }

    fn words(text: &str, parts: &[Part]) -> Option<String> {
        let text = article(text);
        selected(&text, parts).map(|range| text.quote(range).to_owned())
    }

    #[test]
    fn a_leaf_counts_code_points_over_all_its_runs() {
        let text = article("x\nBe 👩‍👩‍👧 close\nby");
        let leaf = |runs: &[Run]| covered(&text, 2, runs).map(|range| text.quote(range).to_owned());
        assert_eq!(leaf(&[run("Be 👩‍👩‍👧 close", 0, 17)]).as_deref(), Some("Be 👩‍👩‍👧 close"));
        // In the middle of a surrogate pair: the whole character.
        assert_eq!(leaf(&[run("Be 👩‍👩‍👧 close", 4, 17)]).as_deref(), Some("👩‍👩‍👧 close"));
        assert_eq!(leaf(&[run("Be 👩‍👩‍👧 close", 0, 4)]).as_deref(), Some("Be 👩"));
        // Cut by marks, and over a line break.
        assert_eq!(
            leaf(&[bare("Be "), run("👩‍👩‍👧", 0, 8), run(" close", 0, 6), Run::Break, run("by", 0, 1)]).as_deref(),
            Some("👩‍👩‍👧 close\nb")
        );
        assert_eq!(leaf(&[bare("Be "), run("👩‍👩‍👧", 0, 0), bare(" close")]), None);
    }

    #[test]
    fn words_that_are_not_the_articles_are_nothing() {
        let text = article("Trust grows slowly.");
        assert_eq!(covered(&text, 0, &[run("La confianza crece.", 0, 5)]), None);
        assert_eq!(covered(&text, 3, &[run("Trust", 0, 5)]), None);
        assert_eq!(covered(&text, 90, &[run("Trust", 0, 5)]), None);
    }

    #[test]
    fn ends_are_trimmed_and_white_space_alone_is_nothing() {
        assert_eq!(words(" one  two \n", &[part(0, 11, true)]).as_deref(), Some("one  two"));
        assert_eq!(words("one \u{a0}\n two", &[part(3, 6, true)]), None);
        assert_eq!(words("one", &[]), None);
        assert_eq!(words("one", &[part(7, 9, true)]), None);
    }

    #[test]
    fn no_sign_is_split() {
        for (text, start, end, expected) in [
            ("a👩‍👩‍👧b", 2, 3, "👩‍👩‍👧"),
            ("a🇩🇪🇫🇷b", 2, 3, "🇩🇪"),
            ("cafe\u{301}s", 0, 4, "cafe\u{301}"),
            ("👍🏽 ok", 0, 1, "👍🏽"),
            ("한국어 책", 0, 3, "한국어"),
            ("\u{1112}\u{1161}\u{11ab}글", 1, 2, "\u{1112}\u{1161}\u{11ab}"),
            ("שָׁלוֹם עולם", 0, 1, "שָׁ"),
            ("مرحبا بالعالم", 6, 13, "بالعالم"),
            ("愛は静かに育つ。", 0, 1, "愛"),
        ] {
            assert_eq!(words(text, &[part(start, end, true)]).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn parts_that_touch_are_one_and_of_others_the_last_counts() {
        let text = "One two\nthree four five";
        assert_eq!(words(text, &[part(0, 7, false), part(8, 13, true)]).as_deref(), Some("One two\nthree"));
        assert_eq!(words(text, &[part(8, 13, true), part(0, 9, false)]).as_deref(), Some("One two\nthree"));
        assert_eq!(words(text, &[part(0, 3, true), part(14, 23, false)]).as_deref(), Some("One"));
        assert_eq!(words(text, &[part(0, 3, false), part(14, 23, false)]).as_deref(), Some("four five"));
    }

    #[test]
    fn fingertips_mean_whole_words() {
        let text = "It isn’t naïve, cafe\u{301}s; 愛は静かに。\nנו שלום";
        for (start, end, expected) in [
            (0, 7, "It isn’t"),
            (4, 12, "isn’t naïve"),
            (0, 2, "It"),
            (3, 8, "isn’t"),
            (16, 18, "cafe\u{301}s"),
            // Where words have no spaces, the ends stay.
            (24, 26, "愛は"),
            // A word ends with its block.
            (24, 32, "愛は静かに。\nנו"),
        ] {
            let article = article(text);
            let range = part(start, end, true).range;
            assert_eq!(article.quote(whole_words(&article, range, &word_around)), expected, "{start} {end}");
        }
    }

    #[test]
    fn a_word_that_does_not_hold_the_end_changes_nothing() {
        let text = article("one two");
        let range = part(0, 5, true).range;
        for wrong in [(5, 7), (0, 5), (9, 4), (4, 99)] {
            assert_eq!(whole_words(&text, range, &move |_, _| Some(wrong)), range, "{wrong:?}");
        }
    }
}
