//! A text cut into sentences, as somebody reading aloud would cut it.
//!
//! Ranges are code points of the article's text, without the white space between sentences. A block of the article ends
//! a sentence whatever its last character. It must never leave out a word.

use std::ops::Range;

/// Words with a full stop that end no sentence, in lower case and without it.
const ABBREVIATIONS: [&str; 26] = [
    "al", "approx", "art", "ca", "cf", "ch", "dr", "e.g", "ed", "eds", "fig", "i.e", "jr", "mr", "mrs", "ms", "nos",
    "p", "pp", "prof", "resp", "sr", "st", "vol", "vs", "viz",
];

/// The sentences of a text, in order; none is empty.
pub fn sentences(text: &str) -> Vec<Range<u32>> {
    let chars: Vec<char> = text.chars().collect();
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < chars.len() {
        let end = end_of_sentence(&chars, start, at);
        if let Some(end) = end {
            push(&chars, start..end, &mut sentences);
            start = end;
        }
        at = end.unwrap_or(0).max(at + 1);
    }
    push(&chars, start..chars.len(), &mut sentences);
    sentences
}

fn push(chars: &[char], range: Range<usize>, sentences: &mut Vec<Range<u32>>) {
    let words = chars.get(range.clone()).unwrap_or_default();
    let lead = words.iter().take_while(|c| c.is_whitespace()).count();
    let trail = words.iter().rev().take_while(|c| c.is_whitespace()).count();
    let (start, end) = (range.start + lead, range.end.saturating_sub(trail));
    if start < end {
        sentences.push(start as u32..end as u32);
    }
}

/// One past the end of the sentence, if the character at `at` ends it.
fn end_of_sentence(chars: &[char], start: usize, at: usize) -> Option<usize> {
    let c = *chars.get(at)?;
    if c == '\n' || is_wide_stop(c) {
        return Some(after_closing(chars, at + 1));
    }
    if !matches!(c, '.' | '!' | '?' | '…') {
        return None;
    }
    let mut end = at + 1;
    while chars.get(end).is_some_and(|c| matches!(c, '.' | '!' | '?' | '…')) {
        end += 1;
    }
    let end = after_closing(chars, end);
    let rest = chars.get(end..).unwrap_or_default();
    if !rest.first().is_some_and(|c| c.is_whitespace()) {
        return None;
    }
    let next = rest.iter().copied().find(|c| !c.is_whitespace() && !is_opening(*c));
    let goes_on = next.is_some_and(char::is_lowercase);
    (!goes_on && !(c == '.' && is_abbreviation(chars.get(start..at)?, next))).then_some(end)
}

/// Past the quotation marks and brackets that close with the sentence.
fn after_closing(chars: &[char], mut at: usize) -> usize {
    while chars.get(at).is_some_and(|c| matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '」' | '』' | '）'))
    {
        at += 1;
    }
    at
}

fn is_opening(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '„' | '«' | '(' | '[' | '–' | '—' | '-')
}

/// Full stops of scripts that put no space after them.
fn is_wide_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '．')
}

/// Whether a full stop after these words shortens the last of them. `next` is the letter that follows.
fn is_abbreviation(words: &[char], next: Option<char>) -> bool {
    let length = words.iter().rev().take_while(|c| c.is_alphabetic() || **c == '.').count();
    let word: String = words.get(words.len() - length..).unwrap_or_default().iter().collect();
    // "J. Smith", "U.S. law"; but "I" may well be a sentence's last word.
    let initial = word.rsplit('.').next().is_some_and(|last| last.chars().count() == 1);
    if initial && word != "I" && word.chars().all(|c| c.is_uppercase() || c == '.') {
        return true;
    }
    let lower = word.to_ascii_lowercase();
    ABBREVIATIONS.contains(&lower.as_str())
        // "no. 5", but "She said no. Then …"
        || (lower == "no" && next.is_some_and(|c| c.is_ascii_digit()))
        // "etc." goes on unless a capital letter follows.
        || (lower == "etc" && !next.is_some_and(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        let words = |range: Range<u32>| chars[range.start as usize..range.end as usize].iter().collect();
        sentences(text).into_iter().map(words).collect()
    }

    #[test]
    fn sentences_end_with_their_quotation_marks() {
        assert_eq!(
            cut("It takes time. “Does it?” she asked. (It does.) Yes! 20 years…"),
            ["It takes time.", "“Does it?” she asked.", "(It does.)", "Yes!", "20 years…"]
        );
    }

    #[test]
    fn a_block_ends_a_sentence() {
        assert_eq!(
            cut("A heading\nA line, without a stop\n\nThe end."),
            ["A heading", "A line, without a stop", "The end."]
        );
    }

    #[test]
    fn a_shortened_word_ends_nothing() {
        assert_eq!(
            cut("See Dr. Hall et al. (2021) and J. Smith, e.g. on p. 4. Then go on."),
            ["See Dr. Hall et al. (2021) and J. Smith, e.g. on p. 4.", "Then go on."]
        );
        assert_eq!(
            cut("She said no. He and I. It was no. 5 of 3.5 million. And so on, etc. Then …"),
            ["She said no.", "He and I.", "It was no. 5 of 3.5 million.", "And so on, etc.", "Then …"]
        );
    }

    #[test]
    fn a_pause_that_goes_on_is_none() {
        assert_eq!(
            cut("Wait … not yet. Really? she wondered. well."),
            ["Wait … not yet.", "Really? she wondered. well."]
        );
    }

    #[test]
    fn scripts_without_spaces_have_sentences() {
        assert_eq!(cut("親密需要時間。真的嗎？「是的。」"), ["親密需要時間。", "真的嗎？", "「是的。」"]);
    }

    #[test]
    fn no_word_is_left_out() {
        for text in ["", " \n ", "...", "a.b.c d. ", "“Quote.” Next\n\n\nlast", "😀. Next? 😀"] {
            let plain = |text: &str| text.split_whitespace().collect::<String>();
            assert_eq!(cut(text).iter().map(|part| plain(part)).collect::<String>(), plain(text));
            assert!(sentences(text).iter().all(|range| range.start < range.end));
        }
    }
}
