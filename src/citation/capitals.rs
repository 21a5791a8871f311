//! The capitals of titles and headings, as headlines and as sentences.
//!
//! English only: in every other language a title stays as its author wrote it. It must never take a capital away from a
//! word that brings its own, or that is known as a name.

use super::small_words::{Manual, is_prefix, is_small};

/// Words whose full stop ends no sentence; those with stops inside, and single letters, need no list.
const ABBREVIATIONS: [&str; 12] = ["dr", "etc", "inc", "jr", "ltd", "mr", "mrs", "ms", "prof", "sr", "st", "vs"];

/// Where a word stands in a title.
#[derive(Clone, Copy)]
struct Place {
    first: bool,
    last: bool,
}

/// A headline: capitals on the first and the last word, and on all but the small words of the manual.
pub(super) fn headline(title: &str, language: &str, manual: Manual) -> String {
    cased(title, language, |word, place| headline_word(word, place, manual))
}

/// A sentence: a capital at the beginning and after a colon, a stop or a dash, and on names.
pub(super) fn sentence(title: &str, language: &str, names: &[String]) -> String {
    cased(title, language, |word, place| sentence_word(word, place, names))
}

fn cased(title: &str, language: &str, write: impl Fn(&str, Place) -> String) -> String {
    if !is_english(language) {
        return title.to_owned();
    }
    let mut words = title.split(' ').peekable();
    let mut first = true;
    let mut written = Vec::new();
    while let Some(word) = words.next() {
        let last = words.peek().is_none() || word.ends_with(':');
        written.push(write(word, Place { first, last }));
        first = ends(word);
    }
    written.join(" ")
}

fn is_english(language: &str) -> bool {
    language.is_empty() || language.starts_with("en")
}

/// Whether the next word begins anew.
fn ends(word: &str) -> bool {
    word.ends_with([':', '?', '!', '—', '–']) || (word.ends_with('.') && !is_abbreviation(word))
}

/// `U.S.`, `J.`, `vs.`
fn is_abbreviation(word: &str) -> bool {
    let letters = bare(word).to_lowercase();
    let mut chars = letters.chars();
    // `I` is a word, or a numeral.
    let initial = chars.next().is_some_and(|c| c.is_alphabetic() && c != 'i') && chars.next().is_none();
    initial || letters.contains('.') || ABBREVIATIONS.contains(&letters.as_str())
}

fn headline_word(word: &str, place: Place, manual: Manual) -> String {
    let mut parts = word.split('-').peekable();
    let mut before = None;
    let mut written = Vec::new();
    while let Some(part) = parts.next() {
        let ends = parts.peek().is_none();
        // The first part of a compound is never small, nor is the last at the end of a title.
        let edge = (before.is_none() && (place.first || !ends)) || (place.last && ends);
        // Chicago: what only continues a prefix stays as it is.
        let continues = manual == Manual::Chicago && before.is_some_and(|before| is_prefix(bare(before)));
        let stays = continues || is_own(part) || (!edge && is_small(bare(part), manual));
        written.push(if stays { part.to_owned() } else { lead(part, capital) });
        before = Some(part);
    }
    written.join("-")
}

fn sentence_word(word: &str, place: Place, names: &[String]) -> String {
    let is_name = |part: &str| names.iter().any(|name| name == without_possession(bare(part)));
    let cased = |(index, part): (usize, &str)| {
        if is_own(part) || is_name(part) {
            part.to_owned()
        } else if place.first && index == 0 {
            lead(part, capital)
        } else {
            lead(part, small_letter)
        }
    };
    word.split('-').enumerate().map(cased).collect::<Vec<_>>().join("-")
}

/// Whether a word brings capitals of its own: `I`, `UNESCO`, `iPhone`, `3D`.
fn is_own(word: &str) -> bool {
    let word = bare(word);
    let inside = word.chars().skip(1).any(char::is_uppercase);
    word == "I" || word.starts_with("I’") || word.starts_with("I'") || word.contains(char::is_numeric) || inside
}

/// A word with its first letter changed, past quotation marks and brackets.
fn lead(word: &str, change: fn(&str) -> String) -> String {
    match word.find(char::is_alphanumeric).and_then(|at| word.split_at_checked(at)) {
        Some((before, rest)) => format!("{before}{}", change(rest)),
        None => word.to_owned(),
    }
}

/// The text with its first letter as a capital.
pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// The text with its first letter as a small one.
pub(super) fn small_letter(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

/// The letters of a word, without what stands around them.
pub(super) fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// The word without the ending of possession.
pub(super) fn without_possession(word: &str) -> &str {
    word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headlines() {
        for (title, expected) in [
            ("How attraction and trust find a common speed", "How Attraction and Trust Find a Common Speed"),
            ("what to look for", "What to Look For"),
            ("self-care: a guide to the well-kept life", "Self-Care: A Guide to the Well-Kept Life"),
            ("“so” they said (and left)", "“So” They Said (and Left)"),
            ("using an iPhone in the UK", "Using an iPhone in the UK"),
        ] {
            assert_eq!(headline(title, "en-GB", Manual::Mla), expected);
        }
        assert_eq!(headline("Die Angst vor Nähe", "de", Manual::Apa), "Die Angst vor Nähe");
    }

    #[test]
    fn sentences() {
        let names = ["Freud".to_owned(), "Vienna".to_owned()];
        for (title, expected) in [
            ("Pace and Closeness: How Trust Grows", "Pace and closeness: How trust grows"),
            ("Why Wait? A Question", "Why wait? A question"),
            ("Freud’s Years in Vienna", "Freud’s years in Vienna"),
            ("What I Know of the NHS and Self-Care", "What I know of the NHS and self-care"),
            ("iPhones and Trust", "iPhones and trust"),
            ("Being “Close”", "Being “close”"),
        ] {
            assert_eq!(sentence(title, "en", &names), expected);
        }
    }
}
