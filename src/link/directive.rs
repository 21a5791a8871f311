//! Text directives (URL Fragment Text Directives, W3C community group): `prefix-,start,end,-suffix`.
//!
//! Made from a range and resolved to a range of the article's text. It never answers with a passage that the directive
//! does not describe: nothing found is an answer.

use super::{decode, encode};
use crate::annotation::{ArticleText, TextRange};
use crate::article::Folded;

/// Longest quote that is written out; a longer one is given by its first and last words.
const EXACT_LIMIT: u32 = 300;
/// Words at each end of a long passage.
const END_WORDS: usize = 6;
/// Most words of context that are tried to make a directive unique.
const CONTEXT_WORDS: usize = 12;

/// A description of a passage by its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextDirective {
    /// What stands directly before.
    pub prefix: Option<String>,
    /// The passage, or its beginning.
    pub start: String,
    /// Its end.
    pub end: Option<String>,
    /// What stands directly after.
    pub suffix: Option<String>,
}

impl TextDirective {
    /// Reads a directive; `None` where it is malformed.
    pub fn parse(directive: &str) -> Option<TextDirective> {
        let mut parts: Vec<&str> = directive.split(',').collect();
        let mut parsed = TextDirective::default();
        if let Some(prefix) = parts.first().and_then(|part| part.strip_suffix('-')) {
            parsed.prefix = Some(decode(prefix));
            parts.remove(0);
        }
        if let Some(suffix) = parts.last().and_then(|part| part.strip_prefix('-')) {
            parsed.suffix = Some(decode(suffix));
            parts.pop();
        }
        let (start, end) = match parts.as_slice() {
            [start] => (start, None),
            [start, end] => (start, Some(decode(end))),
            _ => return None,
        };
        parsed.start = decode(start);
        parsed.end = end;
        let empty = |part: &Option<String>| part.as_ref().is_some_and(|text| text.trim().is_empty());
        let malformed = parsed.start.trim().is_empty() || empty(&parsed.prefix) || empty(&parsed.end);
        (!malformed && !empty(&parsed.suffix)).then_some(parsed)
    }

    /// The shortest directive that resolves to this range and no earlier one; `None` where there is none.
    pub fn describe(text: &ArticleText, range: TextRange) -> Option<TextDirective> {
        let quote = text.quote(range);
        let mut directive = if range.len() <= EXACT_LIMIT && !quote.contains('\n') {
            TextDirective { start: quote.to_owned(), ..TextDirective::default() }
        } else {
            TextDirective {
                start: first_words(quote.lines().next()?, END_WORDS),
                end: Some(last_words(quote.lines().next_back()?, END_WORDS)),
                ..TextDirective::default()
            }
        };
        let before = text.slice(0..range.start()).lines().next_back().unwrap_or_default().to_owned();
        let after = text.slice(range.end()..text.len()).lines().next().unwrap_or_default().to_owned();
        let folded = Folded::new(text.as_str());
        for words in 0..=CONTEXT_WORDS {
            if words > 0 {
                directive.prefix = Some(last_words(&before, words)).filter(|words| !words.trim().is_empty());
                directive.suffix = Some(first_words(&after, words)).filter(|words| !words.trim().is_empty());
            }
            if directive.resolve_folded(&folded) == Some(range) {
                return Some(directive);
            }
        }
        None
    }

    /// The first passage that the directive describes.
    pub fn resolve(&self, text: &ArticleText) -> Option<TextRange> {
        self.resolve_folded(&Folded::new(text.as_str()))
    }

    fn resolve_folded(&self, text: &Folded) -> Option<TextRange> {
        let start = Folded::new(self.start.trim());
        let mut from = 0;
        while let Some(at) = find_words(text, &start, from) {
            from = at + 1;
            let mut end = at + start.chars().len();
            if let Some(last) = &self.end {
                let last = Folded::new(last.trim());
                match find_words(text, &last, end) {
                    Some(at) => end = at + last.chars().len(),
                    None => return None,
                }
            }
            if precedes(text, self.prefix.as_deref(), at) && follows(text, self.suffix.as_deref(), end) {
                let last = text.origin(end.checked_sub(1)?)?;
                return TextRange::new(text.origin(at)?, last + 1);
            }
        }
        None
    }
}

impl std::fmt::Display for TextDirective {
    /// The directive as it stands in an address.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // `encode` leaves the hyphen alone, which is the directive's own sign.
        let part = |text: &str| encode(text).replace('-', "%2D");
        if let Some(prefix) = &self.prefix {
            write!(f, "{}-,", part(prefix))?;
        }
        write!(f, "{}", part(&self.start))?;
        if let Some(end) = &self.end {
            write!(f, ",{}", part(end))?;
        }
        match &self.suffix {
            Some(suffix) => write!(f, ",-{}", part(suffix)),
            None => Ok(()),
        }
    }
}

/// Finds a text that begins and ends at a word's boundary.
fn find_words(text: &Folded, needle: &Folded, mut from: usize) -> Option<usize> {
    loop {
        let at = text.find(needle, from)?;
        let end = at + needle.chars().len();
        if boundary(text, at) && boundary(text, end) {
            return Some(at);
        }
        from = at + 1;
    }
}

fn boundary(text: &Folded, at: usize) -> bool {
    let letter = |index: Option<usize>| {
        index.and_then(|index| text.chars().get(index)).is_some_and(|c| c.is_alphanumeric() && !is_ideograph(*c))
    };
    !(letter(at.checked_sub(1)) && letter(Some(at)))
}

/// Scripts without spaces have no boundary that could be asked for here.
fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}

fn precedes(text: &Folded, prefix: Option<&str>, at: usize) -> bool {
    let Some(prefix) = prefix else { return true };
    let prefix = Folded::new(prefix.trim());
    let Some(head) = text.chars().get(..at) else { return false };
    let trimmed = head.iter().rev().skip_while(|c| c.is_whitespace());
    let mut wanted = prefix.chars().iter().rev();
    let matched = trimmed.zip(wanted.by_ref()).take_while(|(a, b)| a == b).count();
    matched == prefix.chars().len()
}

fn follows(text: &Folded, suffix: Option<&str>, end: usize) -> bool {
    let Some(suffix) = suffix else { return true };
    let suffix = Folded::new(suffix.trim());
    let Some(tail) = text.chars().get(end..) else { return false };
    let trimmed = tail.iter().skip_while(|c| c.is_whitespace());
    trimmed.zip(suffix.chars()).take_while(|(a, b)| a == b).count() == suffix.chars().len()
}

fn first_words(text: &str, count: usize) -> String {
    let mut words = text.split_inclusive(char::is_whitespace);
    words.by_ref().take(count).collect::<String>().trim().to_owned()
}

fn last_words(text: &str, count: usize) -> String {
    let words: Vec<&str> = text.split_inclusive(char::is_whitespace).collect();
    words.get(words.len().saturating_sub(count)..).unwrap_or_default().concat().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "Closeness grows slowly.\nTrust, too, grows slowly – and both can wait.\nTrust grows, café by café.";

    fn resolve(directive: &str) -> Option<String> {
        let text = ArticleText::new(TEXT.to_owned());
        TextDirective::parse(directive)?.resolve(&text).map(|range| text.quote(range).to_owned())
    }

    #[test]
    fn the_grammar_of_the_standard() {
        assert_eq!(resolve("grows%20slowly").as_deref(), Some("grows slowly"));
        assert_eq!(resolve("too,wait").as_deref(), Some("too, grows slowly – and both can wait"));
        assert_eq!(resolve("Trust-,grows").as_deref(), Some("grows"));
        assert_eq!(resolve("trust,-grows").as_deref(), Some("Trust"));
        assert_eq!(resolve("CAFE").as_deref(), Some("café"));
    }

    #[test]
    fn words_are_not_cut() {
        assert_eq!(resolve("row"), None);
        assert_eq!(resolve("low"), None);
    }

    #[test]
    fn malformed_directives_are_ignored() {
        for directive in ["", ",", "a,b,c,d", "-,a", "a,-", "%20"] {
            assert_eq!(TextDirective::parse(directive), None, "{directive}");
        }
    }

    #[test]
    fn a_described_range_is_found_again() {
        let text = ArticleText::new(TEXT.to_owned());
        let of = |from: &str, quote: &str| {
            let byte = TEXT.find(from).unwrap_or_default() + from.find(quote).unwrap_or_default();
            let start = text.position_of_byte(byte);
            TextRange::new(start, start + quote.chars().count() as u32)
        };
        for (from, quote) in [
            ("grows slowly.", "grows slowly"),
            ("grows slowly –", "grows slowly"),
            ("Trust grows", "Trust"),
            ("slowly.\nTrust", "slowly.\nTrust"),
            ("café.", "café"),
        ] {
            let range = of(from, quote).unwrap_or_else(|| unreachable!());
            let directive = TextDirective::describe(&text, range);
            let written = directive.map(|directive| directive.to_string()).unwrap_or_default();
            let read = TextDirective::parse(&written).and_then(|directive| directive.resolve(&text));
            assert_eq!(read, Some(range), "{quote:?} as {written}");
        }
    }
}
