//! The passage that a directive describes: the standard's "find a range from a text directive".
//!
//! The first match counts. No part reaches over the end of a block; a prefix and a suffix may stand in the next one. The
//! passage begins and ends at the edge of a word, but not where the prefix or the suffix says what stands there. Texts
//! are compared without case and accents.

use super::TextDirective;
use super::words::boundary;
use crate::annotation::{ArticleText, TextRange};
use crate::article::Folded;
use std::borrow::Cow;

/// An article's text, folded for looking in it.
pub struct Haystack<'t> {
    text: &'t ArticleText,
    folded: Cow<'t, Folded>,
}

impl<'t> Haystack<'t> {
    /// Folds the text, which takes longer than most of what is asked of it then.
    pub fn new(text: &'t ArticleText) -> Haystack<'t> {
        Haystack { text, folded: Cow::Owned(Folded::by_block(text.as_str())) }
    }

    /// A text that was folded [by block](Folded::by_block) before.
    pub fn folded(text: &'t ArticleText, folded: &'t Folded) -> Haystack<'t> {
        Haystack { text, folded: Cow::Borrowed(folded) }
    }

    pub(super) fn text(&self) -> &'t ArticleText {
        self.text
    }

    fn chars(&self) -> &[char] {
        self.folded.chars()
    }

    /// Where words of a range begin and end, as the rules for words have it.
    pub(super) fn bounds(&self, range: TextRange) -> (bool, bool) {
        let at = |position: u32| boundary(self.chars(), self.folded.index_of(position));
        (at(range.start()), at(range.end()))
    }

    /// The end of a term that stands here.
    fn here(&self, term: &[char], at: usize, whole_end: bool) -> Option<usize> {
        let end = at.checked_add(term.len())?;
        let same = !term.is_empty() && self.chars().get(at..end) == Some(term);
        (same && (!whole_end || boundary(self.chars(), end))).then_some(end)
    }

    /// The first place from `from` on where a term begins with a word: its start and end.
    fn find(&self, term: &[char], from: usize, whole_end: bool) -> Option<(usize, usize)> {
        let first = *term.first()?;
        let candidates = self.chars().iter().enumerate().skip(from).filter(|&(_, &c)| c == first);
        candidates
            .filter(|&(at, _)| boundary(self.chars(), at))
            .find_map(|(at, _)| self.here(term, at, whole_end).map(|end| (at, end)))
    }

    fn skip_space(&self, at: usize) -> usize {
        at + self.chars().iter().skip(at).take_while(|c| c.is_whitespace()).count()
    }

    /// The first passage that a directive describes.
    pub(super) fn resolve(&self, directive: &TextDirective) -> Option<TextRange> {
        let terms = Terms::new(directive);
        let whole_start = terms.end.is_some() || terms.suffix.is_none();
        let mut from = 0;
        loop {
            let (begun, start) = match &terms.prefix {
                None => self.find(&terms.start, from, whole_start).map(|(at, _)| (at, at))?,
                Some(prefix) => self.find(prefix, from, false).map(|(at, end)| (at, self.skip_space(end)))?,
            };
            from = begun + 1;
            let Some(mut end) = self.here(&terms.start, start, whole_start) else { continue };
            match &terms.end {
                None if self.followed(end, &terms) => return self.range(start, end),
                None => {}
                // The first beginning counts: where no end fits it, no other beginning is tried.
                Some(last) => loop {
                    end = self.find(last, end, terms.suffix.is_none())?.1;
                    if self.followed(end, &terms) {
                        return self.range(start, end);
                    }
                },
            }
        }
    }

    fn followed(&self, end: usize, terms: &Terms) -> bool {
        let Some(suffix) = &terms.suffix else { return true };
        self.here(suffix, self.skip_space(end), true).is_some()
    }

    /// Whole letters of the article: marks that folding left out belong to the letter before them.
    fn range(&self, start: usize, end: usize) -> Option<TextRange> {
        let last = self.folded.origin(end.checked_sub(1)?)?;
        let range = TextRange::new(self.folded.origin(start)?, last + 1)?;
        Some(self.text.whole_graphemes(range))
    }
}

/// A directive's parts, folded.
struct Terms {
    prefix: Option<Vec<char>>,
    start: Vec<char>,
    end: Option<Vec<char>>,
    suffix: Option<Vec<char>>,
}

impl Terms {
    fn new(directive: &TextDirective) -> Terms {
        let term = |text: &String| Folded::new(text.trim()).chars().to_vec();
        Terms {
            prefix: directive.prefix.as_ref().map(term),
            start: term(&directive.start),
            end: directive.end.as_ref().map(term),
            suffix: directive.suffix.as_ref().map(term),
        }
    }
}

impl TextDirective {
    /// The first passage that the directive describes.
    pub fn resolve(&self, text: &ArticleText) -> Option<TextRange> {
        Haystack::new(text).resolve(self)
    }

    /// The passages that the directives of an address describe, as [`TextDirective::of_address`] gives them; `None`
    /// for each that is nowhere.
    pub fn resolve_all(directives: &[Vec<TextDirective>], text: &ArticleText) -> Vec<Option<TextRange>> {
        if directives.is_empty() {
            return Vec::new();
        }
        let haystack = Haystack::new(text);
        directives.iter().map(|readings| readings.iter().find_map(|reading| haystack.resolve(reading))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page of a few blocks, in the manner of the web platform's tests for text directives.
    const PAGE: &str = "Closeness grows slowly.\n\
                        Trust, too, grows slowly – and both can wait.\n\
                        Trust grows, café by café.\n\
                        It doesn’t hurry; it can't. A well-kept 3.5 secret_word.\n\
                        start of one thing end of it end";

    /// What is found, in brackets, with the six characters before it.
    fn found(directive: &str) -> Option<String> {
        let text = ArticleText::new(PAGE.to_owned());
        let range = TextDirective::parse(directive)?.resolve(&text)?;
        let before = text.slice(range.start().saturating_sub(6)..range.start());
        Some(format!("{before}[{}]", text.quote(range)))
    }

    #[test]
    fn the_first_passage_that_fits_is_found() {
        for (directive, expected) in [
            ("grows%20slowly", "eness [grows slowly]"),
            ("GROWS%20Slowly", "eness [grows slowly]"),
            ("%67%72%6F%77%73", "eness [grows]"),
            ("cafe", "rows, [café]"),
            ("CAF%C3%89%20by", "rows, [café by]"),
            ("doesn't", "fé.\nIt [doesn’t]"),
            ("3.5", "-kept [3.5]"),
            ("secret_word", "t 3.5 [secret_word]"),
            ("kept", " well-[kept]"),
            // A beginning and an end, over blocks too.
            ("too,wait", "rust, [too, grows slowly – and both can wait]"),
            ("Closeness,both", "[Closeness grows slowly.\nTrust, too, grows slowly – and both]"),
            ("start,end", "word.\n[start of one thing end]"),
            // The context chooses; white space or the end of a block may stand between.
            ("too%2C-,grows", " too, [grows]"),
            ("Trust-,grows", "Trust [grows]"),
            ("slowly.-,Trust", "owly.\n[Trust]"),
            ("grows,-%2C", "Trust [grows]"),
            ("Trust,-grows", "wait.\n[Trust]"),
            ("wait.-,Trust,-grows", "wait.\n[Trust]"),
            ("wait,-.", "h can [wait]"),
            ("start,end,-of", "word.\n[start of one thing end]"),
            ("thing-,end", "thing [end]"),
            ("thing-,end,it,-end", "thing [end of it]"),
            // Next to its context a passage may begin and end inside a word.
            ("C-,loseness", "C[loseness]"),
            ("C-,lose,-ness", "C[lose]"),
        ] {
            let expected = expected.replace("fé.\nIt ", "é.\nIt ");
            assert_eq!(found(directive).unwrap_or_default(), expected, "{directive}");
        }
    }

    #[test]
    fn what_does_not_fit_is_not_found() {
        for directive in [
            // Inside a word, without context that says so.
            "row",
            "los",
            "secret",
            "doesn",
            "Clos,-ness",
            // The order, and the context, must be right.
            "wait,too",
            "Closeness,-slowly",
            "both-,grows",
            "grows-,Trust",
            "start,end,-thing",
            "loseness-,grows",
            // No part reaches over the end of a block.
            "slowly.%20Trust",
            "slowly.%0ATrust",
            "wait.%20Trust-,grows",
            // The first beginning counts.
            "Trust,thing,-Closeness",
            "elsewhere",
        ] {
            assert_eq!(found(directive), None, "{directive}");
        }
    }

    #[test]
    fn several_directives_find_each_its_own() {
        let text = ArticleText::new(PAGE.to_owned());
        let directives = TextDirective::of_address("?text=cafe&text=nowhere&text=Closeness", "");
        let found = TextDirective::resolve_all(&directives, &text);
        let words: Vec<Option<&str>> = found.into_iter().map(|range| range.map(|range| text.quote(range))).collect();
        assert_eq!(words, [Some("café"), None, Some("Closeness")]);
    }

    #[test]
    fn words_that_are_gone_are_not_taken_for_a_beginning_and_an_end() {
        let text = ArticleText::new(PAGE.to_owned());
        // "trust, both" is nowhere; from "Trust" to "both" would be another passage.
        for query in ["?text=trust%2C%20both", "?text=trust%2C+both", "?text=trust%2c%20both"] {
            let directives = TextDirective::of_address(query, "");
            assert_eq!(TextDirective::resolve_all(&directives, &text), [None], "{query}");
        }
        let ours = TextDirective { start: "Trust".to_owned(), end: Some("both".to_owned()), ..Default::default() };
        let directives = TextDirective::of_address(&format!("?text={}", crate::link::encode(&ours.to_string())), "");
        assert_eq!(TextDirective::resolve_all(&directives, &text), [ours.resolve(&text)]);
    }

    #[test]
    fn letters_stay_whole() {
        let text = ArticleText::new("one cafe\u{301} two".to_owned());
        let range = TextDirective::parse("cafe").and_then(|directive| directive.resolve(&text));
        assert_eq!(range.map(|range| text.quote(range)), Some("cafe\u{301}"));
    }

    #[test]
    fn hostile_texts_cost_little() {
        let text = ArticleText::new("a ".repeat(40_000));
        let started = std::time::Instant::now();
        for directive in ["a%20a-,b", "a,b,-c", "a-,a,a,-b", &format!("{}b", "a%20".repeat(1_500))] {
            assert_eq!(TextDirective::parse(directive).and_then(|directive| directive.resolve(&text)), None);
        }
        assert!(started.elapsed().as_secs() < 5, "{:?}", started.elapsed());
    }
}
