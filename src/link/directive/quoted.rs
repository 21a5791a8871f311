//! A directive from a quote alone, for where the article is not at hand.
//!
//! Whether other words fit it, too, can't be tried there: so it says whatever is known of the passage, and where that is
//! little there is none.

use super::TextDirective;
use super::describe::{first_words, last_words};
use crate::annotation::TextQuoteSelector;

/// Code points, with the context, that do not occur twice by chance.
const TELLING: usize = 24;
/// Longest directive, in bytes: one that addresses hold twice.
const LONGEST: usize = 600;
/// Words of context on a side: more would only be lost by edits.
const CONTEXT_WORDS: usize = 5;

impl TextDirective {
    /// The quote with the whole words around it in its block. `None` where the same words may stand elsewhere, and for
    /// what is too long or stands in several blocks.
    pub fn of_quote(quote: &TextQuoteSelector) -> Option<TextDirective> {
        let start = quote.exact.trim().to_owned();
        if start.contains('\n') {
            return None;
        }
        let whole = TextDirective { prefix: before(quote), start, end: None, suffix: after(quote) };
        let bare = TextDirective { start: whole.start.clone(), ..TextDirective::default() };
        [whole, bare].into_iter().find(|directive| directive.is_telling() && directive.to_string().len() <= LONGEST)
    }

    fn is_telling(&self) -> bool {
        let parts = [self.prefix.as_ref(), Some(&self.start), self.suffix.as_ref()];
        parts.into_iter().flatten().map(|part| part.chars().count()).sum::<usize>() >= TELLING
    }
}

fn before(quote: &TextQuoteSelector) -> Option<String> {
    let own = match quote.prefix.rsplit_once('\n') {
        Some((_, own)) => own,
        // Where the selector was cut off, a word may have been, too.
        None => quote.prefix.split_once(char::is_whitespace)?.1,
    };
    Some(last_words(own, CONTEXT_WORDS)).filter(|words| !words.is_empty())
}

fn after(quote: &TextQuoteSelector) -> Option<String> {
    let own = match quote.suffix.split_once('\n') {
        Some((own, _)) => own,
        None => quote.suffix.rsplit_once(char::is_whitespace)?.0,
    };
    Some(first_words(own, CONTEXT_WORDS)).filter(|words| !words.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(prefix: &str, exact: &str, suffix: &str) -> String {
        let [prefix, exact, suffix] = [prefix, exact, suffix].map(str::to_owned);
        let directive = TextDirective::of_quote(&TextQuoteSelector { exact, prefix, suffix });
        directive.map(|directive| directive.to_string().replace("%20", " ")).unwrap_or_default()
    }

    #[test]
    fn whole_words_of_the_same_block_stand_around_it() {
        for (prefix, exact, suffix, expected) in [
            ("ecause there is ", "trust", " between the tw", "there is-,trust,-between the"),
            ("The end.\nFirst of all, ", "trust", " comes slowly.\nThen", "First of all%2C-,trust,-comes slowly."),
            ("one two three four five six seven ", "trust", " ", "three four five six seven-,trust"),
            ("so it is Un", "told st", "ories of old ti", "it is Un-,told st,-ories of old"),
            ("", "twenty-four letters do it", "", "twenty%2Dfour letters do it"),
        ] {
            assert_eq!(written(prefix, exact, suffix), expected);
        }
    }

    #[test]
    fn what_may_stand_elsewhere_has_none() {
        for (prefix, exact, suffix) in
            [("", "trust", ""), ("A heading\n", "trust", "\nA paragraph"), ("a\n", "first block\nsecond block", "\nb")]
        {
            assert_eq!(written(prefix, exact, suffix), "");
        }
        assert_eq!(written("", &"words ".repeat(200), ""), "", "longer than addresses should be");
    }
}
