//! What is kept of a range so that it can be found again.

use super::super::{ArticleText, TextQuoteSelector, TextRange};
use super::verdict::SHORT;

/// Code points kept before and after a quote.
const CONTEXT: u32 = 32;
/// The same for short quotes, which only their context can tell apart.
const LONG_CONTEXT: u32 = 64;

/// Describes a range so that it can be found again: its words, and up to 32 code points (64 for short quotes) of what
/// stands before and after. No grapheme is cut. The words are empty only where the range lies outside the text.
pub fn describe(text: &ArticleText, range: TextRange) -> TextQuoteSelector {
    let range = text.whole_graphemes(text.trim(range).unwrap_or(range));
    let exact = text.quote(range).to_owned();
    let reach = if (range.len() as usize) < SHORT { LONG_CONTEXT } else { CONTEXT };
    let first = text.cut_after(range.start().saturating_sub(reach));
    let last = text.cut_before(range.end().saturating_add(reach));
    TextQuoteSelector {
        exact,
        prefix: text.slice(first..range.start()).to_owned(),
        suffix: text.slice(range.end()..last).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn described(text: &str, start: u32, end: u32) -> Option<TextQuoteSelector> {
        Some(describe(&ArticleText::new(text.to_owned()), TextRange::new(start, end)?))
    }

    #[test]
    fn long_quotes_keep_32_and_short_ones_64_code_points() {
        let text = "0123456789".repeat(30);
        let long = described(&text, 100, 140).unwrap_or_default();
        assert_eq!((long.prefix.len(), long.exact.len(), long.suffix.len()), (32, 40, 32));
        let short = described(&text, 100, 108).unwrap_or_default();
        assert_eq!((short.prefix.len(), short.exact.len(), short.suffix.len()), (64, 8, 64));
        let edge = described(&text, 0, 300).unwrap_or_default();
        assert_eq!((edge.prefix.as_str(), edge.suffix.as_str()), ("", ""));
    }

    #[test]
    fn no_grapheme_is_cut() {
        let text = format!("👩‍👩‍👧{}quote at length{}🇩🇪", "x".repeat(30), "y".repeat(31));
        let quote = described(&text, 35, 50).unwrap_or_default();
        assert_eq!(quote.exact, "quote at length");
        assert_eq!(quote.prefix, "x".repeat(30));
        assert_eq!(quote.suffix, "y".repeat(31));
        let inside = described("ae\u{301}z", 1, 2).unwrap_or_default();
        assert_eq!(inside.exact, "e\u{301}");
    }

    #[test]
    fn white_space_at_the_ends_is_no_part_of_a_quote() {
        let quote = described("one  two three", 3, 9).unwrap_or_default();
        assert_eq!((quote.prefix.as_str(), quote.exact.as_str(), quote.suffix.as_str()), ("one  ", "two", " three"));
    }
}
