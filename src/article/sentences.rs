//! A text cut into sentences: what is read aloud in one breath, and what the keyboard moves by.
//!
//! Rules instead of the browser's segmenter: it ends a sentence after "Dr." and "et al.", and would make the same key
//! lead to other places in other browsers. What is in doubt stays one sentence. A line ends a sentence whatever its last
//! character. It must never leave out anything but white space.

use std::ops::Range;

/// The sentences of a text, in code points, in order; none is empty, and none has white space at its ends.
pub fn sentences(text: &str) -> Vec<Range<u32>> {
    let letters: Vec<char> = text.chars().collect();
    let at = |index: usize| letters.get(index).copied();
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    let mut index = 0;
    while let Some(c) = at(index) {
        index += 1;
        if c == '\n' && says_something(letters.get(start..index).unwrap_or_default()) {
            found.push(start..index);
            start = index;
        }
        if !ends(c) {
            continue;
        }
        // "?!", "...", and what closes with the sentence: quotation marks, brackets.
        let mark = index - 1;
        while at(index).is_some_and(|c| ends(c) || closes(c)) {
            index += 1;
        }
        let sentence = letters.get(start..index).unwrap_or_default();
        let head = letters.get(start..mark).unwrap_or_default();
        let rest = letters.get(index..).unwrap_or_default();
        if says_something(sentence) && is_end(c, head, index - mark, rest) {
            found.push(start..index);
            start = index;
        }
    }
    found.push(start..letters.len());
    // What says nothing, such as a lone dash, belongs to the sentence before it.
    let mut whole: Vec<Range<usize>> = Vec::new();
    for range in found {
        let words = letters.get(range.clone()).unwrap_or_default();
        match whole.last_mut() {
            Some(last) if !says_something(words) => last.end = range.end,
            _ => whole.push(range),
        }
    }
    whole.into_iter().filter_map(|range| trimmed(&letters, range)).collect()
}

fn trimmed(letters: &[char], range: Range<usize>) -> Option<Range<u32>> {
    let words = letters.get(range.clone())?;
    let lead = words.iter().take_while(|c| c.is_whitespace()).count();
    let trail = words.iter().rev().take_while(|c| c.is_whitespace()).count();
    let (start, end) = (range.start + lead, range.end.saturating_sub(trail));
    (start < end).then_some(start as u32..end as u32)
}

fn says_something(words: &[char]) -> bool {
    words.iter().any(|c| c.is_alphanumeric())
}

/// Whether a sentence ends here: `head` stands before the first mark, `rest` after all marks and what they close.
fn is_end(mark: char, head: &[char], marks: usize, rest: &[char]) -> bool {
    let Some(next) = rest.first() else { return true };
    if stands_without_space(mark) {
        return true;
    }
    if !next.is_whitespace() {
        return false;
    }
    // "Why?" she asked: what goes on in small letters has not ended.
    let next = rest.iter().copied().find(|c| !c.is_whitespace() && !opens(*c));
    match next {
        None => true,
        Some(next) if is_small(next) => false,
        Some(next) => mark != '.' || marks > 1 || !shortens(head, next),
    }
}

/// Whether a full stop only shortens the word before it.
fn shortens(head: &[char], next: char) -> bool {
    let from = head.iter().rposition(|c| c.is_whitespace() || opens(*c)).map_or(0, |at| at + 1);
    let word = head.get(from..).unwrap_or_default();
    let first_word = !says_something(head.get(..from).unwrap_or_default());
    match word {
        // "1. Begin", at the beginning alone.
        digits if digits.iter().all(char::is_ascii_digit) => first_word,
        // Initials; but "and so do I."
        [letter] if letter.is_alphabetic() => *letter != 'I',
        _ if one_of(word, NUMBERED, next) => true,
        // "U.S.", "J.K.": as initials. "p.m." may end a sentence.
        _ if word.contains(&'.') => {
            !one_of(word, "a.m p.m", ' ') && (!word.iter().any(|c| is_small(*c)) || is_listed(word))
        }
        _ => is_listed(word),
    }
}

/// What is never the last word of a sentence.
const SHORT: &str = "dr mr mrs ms mx prof st rev hon gen col lt sgt capt vs cf al viz approx resp eds transl \
                     e.g i.e z.b d.h u.a p.ex mme mlle sra dra bzw vgl";

/// What only shortens before a number: "p. 5", "No. 3", "Jan. 1".
const NUMBERED: &str =
    "p pp no nos nr vol ch sec fig figs eq art s c ca jan feb mar apr jun jul aug sep sept oct nov dec";

fn is_listed(word: &[char]) -> bool {
    listed(word, SHORT)
}

fn one_of(word: &[char], list: &str, next: char) -> bool {
    (next.is_ascii_digit() || next == ' ') && listed(word, list)
}

fn listed(word: &[char], list: &str) -> bool {
    list.split_whitespace().any(|known| {
        known.chars().count() == word.len() && known.chars().zip(word).all(|(a, b)| a == b.to_ascii_lowercase())
    })
}

fn ends(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‽' | '؟' | '۔' | '։' | '।' | '॥' | '။' | '។' | '።') || stands_without_space(c)
}

/// Scripts without spaces have none after their full stop either.
fn stands_without_space(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡' | '．')
}

fn closes(c: char) -> bool {
    matches!(c, '”' | '’' | '"' | '\'' | ')' | ']' | '}' | '»' | '›' | '」' | '』' | '）' | '】' | '》' | '〉')
}

fn opens(c: char) -> bool {
    matches!(c, '“' | '‘' | '"' | '\'' | '(' | '[' | '{' | '«' | '‹' | '„' | '‚' | '¿' | '¡' | '—' | '–' | '-')
}

/// A small letter of the scripts that have capitals: the complete table would weigh more than it helps.
fn is_small(c: char) -> bool {
    matches!(c, 'a'..='z' | 'ß'..='ö' | 'ø'..='ÿ' | 'ά'..='ώ' | 'а'..='џ')
        || matches!(c, 'ā'..='ž') && c as u32 % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<String> {
        let part = |range: Range<u32>| text.chars().skip(range.start as usize).take(range.len()).collect();
        sentences(text).into_iter().map(part).collect()
    }

    /// Sentences are divided by `|`.
    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        for marked in [
            "One.| Two!| Three?| Four",
            "No end at all",
            "Dr. Smith met Mrs. Jones at 5 p.m.| They left at 6.30 a.m. on Monday.",
            "It rose by 3.5 per cent, e.g. in June.| See p. 5 and Fig. 2 (cf. Aron et al. 2005).| The end.",
            "I said no.| Then No. 3 came.",
            "“Why?” she asked.| “Because.”| He left.",
            "He said, “Wait… what?!” and sat down.| Then… nothing.",
            "She paused…| Then she spoke...| Nobody knew.",
            "(It was late.)| And so do I.| R. C. Fraley wrote it in the U.S. Senate.",
            "1. Begin here.| 2 people came.",
            "Plan for it!| — Yes.",
            "Was it so?| “It was.”| ‘Good.’",
            "这是第一句。|这是第二句！|“第三句？”|第四句",
            "これは文です。|「そうですか？」|はい。",
            "هل هذا صحيح؟| نعم.| انتهى.",
            "यह पहला है।| यह दूसरा है।",
            "¿Qué tal?| ¡Muy bien!| Él vino.",
            "Ja, z. B. so.| Das kostet ca. 5 Euro.",
            "First line\n|second line.| Third.",
            "See example.org for more.| Version 2.0.1 is out.",
        ] {
            let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
            assert_eq!(cut(&marked.replace('|', "")), expected);
        }
    }

    #[test]
    fn what_says_nothing_is_no_sentence_of_its_own() {
        assert_eq!(cut("Well. … ?!"), ["Well. … ?!"]);
        assert_eq!(cut("…"), ["…"]);
        assert_eq!(cut("  \n "), Vec::<String>::new());
        assert_eq!(cut(""), Vec::<String>::new());
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

    proptest::proptest! {
        #[test]
        fn every_sign_is_in_exactly_one_sentence(text in "[a-zA-ZéßΩж0-9.!?…。” \n“()’\u{301}👩-]{0,60}") {
            let found = sentences(&text);
            let mut at = 0;
            for range in &found {
                proptest::prop_assert!(range.start >= at && range.start < range.end);
                let gap: String = text.chars().skip(at as usize).take((range.start - at) as usize).collect();
                proptest::prop_assert!(gap.trim().is_empty());
                at = range.end;
            }
            let rest: String = text.chars().skip(at as usize).collect();
            proptest::prop_assert!(rest.trim().is_empty());
        }
    }
}
