//! The shortest directive that resolves to a range and to no earlier passage.
//!
//! Up to 300 characters inside one block the words are written out; else the first and last words stand for them.
//! Words around them are added only as far as the passage needs them. Every candidate is resolved before it is handed
//! out: a directive that would show other words is none.

use super::TextDirective;
use super::resolve::Haystack;
use crate::annotation::{ArticleText, TextRange};
use crate::order::sorted;

/// Longest quote that is written out.
const EXACT_LIMIT: u32 = 300;
/// Words at each end of a longer passage, as few as will do.
const END_WORDS: [usize; 4] = [3, 4, 6, 10];
/// Most words of context on a side that are weighed against each other.
const CONTEXT_WORDS: usize = 6;
/// Numbers of words that are tried on both sides where those do not do.
const MORE_WORDS: [usize; 4] = [9, 14, 25, 60];

impl TextDirective {
    /// The shortest directive that resolves to this range; `None` where there is none, or nothing to find.
    pub fn describe(text: &ArticleText, range: TextRange) -> Option<TextDirective> {
        Haystack::new(text).describe(range)
    }
}

impl Haystack<'_> {
    /// The shortest directive that resolves to this range; `None` where there is none, or nothing to find.
    pub fn describe(&self, range: TextRange) -> Option<TextDirective> {
        let quote = self.text().quote(range);
        let mut cores = Vec::new();
        let exact = (!quote.contains('\n')).then(|| (quote.to_owned(), None));
        if range.len() > EXACT_LIMIT || exact.is_none() {
            let ends = END_WORDS.map(|words| {
                let first = first_words(quote.lines().next().unwrap_or_default(), words);
                (first, Some(last_words(quote.lines().next_back().unwrap_or_default(), words)))
            });
            cores.extend(ends);
        }
        // Also where a long passage has no words to begin and end with.
        cores.extend(exact);
        let sides = Sides::new(self, range);
        cores.iter().find_map(|(start, end)| {
            let short = sides.contexts();
            let more = MORE_WORDS.into_iter().map(|words| (words, words));
            short.into_iter().chain(more).find_map(|(before, after)| {
                let directive = TextDirective {
                    prefix: sides.prefix(before),
                    start: start.clone(),
                    end: end.clone(),
                    suffix: sides.suffix(after),
                };
                (self.resolve(&directive) == Some(range)).then_some(directive)
            })
        })
    }
}

/// What stands around a range, in the blocks of its ends or, at their edge, in the next.
struct Sides<'t> {
    before: &'t str,
    after: &'t str,
    /// Whether the range begins, and ends, inside a word: only context can say so.
    cuts: (bool, bool),
    /// Whether the range stands at the beginning, and the end, of its block: there a page without the program may have
    /// labels between.
    edges: (bool, bool),
}

impl<'t> Sides<'t> {
    fn new(haystack: &Haystack<'t>, range: TextRange) -> Sides<'t> {
        let text = haystack.text();
        let (begins, ends) = haystack.bounds(range);
        let (before, after) = (text.slice(0..range.start()), text.slice(range.end()..text.len()));
        Sides {
            before: before.trim_end().lines().next_back().unwrap_or_default(),
            after: after.trim_start().lines().next().unwrap_or_default(),
            cuts: (!begins, !ends),
            edges: (before.ends_with('\n'), after.starts_with('\n')),
        }
    }

    /// Numbers of words before and after, from the shortest context to the longest.
    fn contexts(&self) -> Vec<(usize, usize)> {
        // A dash or a dot says less than a word does.
        let weigh = |context: &Option<String>, edge: bool| {
            let poor = |words: &String| usize::from(edge) + usize::from(!words.contains(char::is_alphanumeric));
            context.as_ref().map_or(0, |words| words.len() + 2 + 20 * poor(words))
        };
        let side = |cut: bool, context: &dyn Fn(usize) -> Option<String>, edge: bool| {
            let mut all: Vec<(usize, Option<String>)> =
                (usize::from(cut)..=CONTEXT_WORDS).map(|count| (count, context(count))).collect();
            // A short block has no more words to add.
            all.dedup_by(|(_, more), (_, less)| more == less);
            all.iter().map(|(count, context)| (weigh(context, edge), *count)).collect::<Vec<(usize, usize)>>()
        };
        let before = side(self.cuts.0, &|words| self.prefix(words), self.edges.0);
        let after = side(self.cuts.1, &|words| self.suffix(words), self.edges.1);
        let pairs = before.iter().flat_map(|&(left, before)| {
            after.iter().map(move |&(right, after)| (left + right, before + after, before, after))
        });
        sorted(pairs).into_iter().map(|(.., before, after)| (before, after)).collect()
    }

    fn prefix(&self, words: usize) -> Option<String> {
        Some(last_words(self.before, words)).filter(|words| !words.is_empty())
    }

    fn suffix(&self, words: usize) -> Option<String> {
        Some(first_words(self.after, words)).filter(|words| !words.is_empty())
    }
}

pub(super) fn first_words(text: &str, count: usize) -> String {
    text.split_inclusive(char::is_whitespace).take(count).collect::<String>().trim().to_owned()
}

pub(super) fn last_words(text: &str, count: usize) -> String {
    let Some(skipped) = count.checked_sub(1) else { return String::new() };
    let mut ends = text.trim_end().rmatch_indices(char::is_whitespace);
    let from = ends.nth(skipped).map_or(0, |(at, space)| at + space.len());
    text.get(from..).unwrap_or_default().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "Closeness grows slowly.\n\
                        Trust, too, grows slowly – and both can wait.\n\
                        Trust grows, café by café.\n\
                        Yes\nNo\nYes\nPerhaps";

    fn written(text: &ArticleText, from: &str, quote: &str) -> String {
        let byte = text.as_str().find(from).unwrap_or_default() + from.find(quote).unwrap_or_default();
        let start = text.position_of_byte(byte);
        let range = TextRange::new(start, start + quote.chars().count() as u32);
        let directive = range.and_then(|range| TextDirective::describe(text, range));
        directive.map(|directive| directive.to_string()).unwrap_or_default()
    }

    #[test]
    fn it_is_as_short_as_it_can_be() {
        let text = ArticleText::new(TEXT.to_owned());
        for (from, quote, expected) in [
            ("grows slowly.", "grows slowly", "grows%20slowly"),
            ("grows slowly –", "grows slowly", "too%2C-,grows%20slowly"),
            ("Trust grows", "Trust", "Trust,-grows%2C"),
            ("café.", "café", "by-,caf%C3%A9"),
            ("slowly.\nTrust", "slowly.\nTrust", "slowly.,Trust"),
            ("loseness", "loseness", "C-,loseness"),
            ("loseness", "lose", "C-,lose,-ness"),
            ("Yes\nNo", "Yes", "Yes"),
            ("Yes\nPerhaps", "Yes", "No-,Yes"),
        ] {
            assert_eq!(written(&text, from, quote), expected, "{quote:?} in {from:?}");
        }
    }

    #[test]
    fn up_to_300_characters_are_written_out() {
        let text = ArticleText::new((100..200).map(|number| format!("{number}ab ")).collect());
        let of = |words: u32| {
            let range = TextRange::new(60, 60 + words * 6 - 1);
            range.and_then(|range| TextDirective::describe(&text, range)).unwrap_or_default()
        };
        assert_eq!((of(50).start.len(), of(50).end), (299, None));
        assert_eq!(of(51).to_string(), "110ab%20111ab%20112ab,158ab%20159ab%20160ab");
    }

    #[test]
    fn what_no_words_tell_apart_has_no_directive() {
        let text = ArticleText::new("Yes\nNo\nYes\nNo\nYes\nNo".to_owned());
        assert_eq!(TextRange::new(14, 17).and_then(|range| TextDirective::describe(&text, range)), None);
    }

    #[test]
    fn an_article_of_one_word_repeated_costs_little() {
        let text = ArticleText::new("again and again ".repeat(4_000));
        let started = std::time::Instant::now();
        for start in [0, 6, 32_000] {
            let range = TextRange::new(start, start + 5);
            let found = range.and_then(|range| TextDirective::describe(&text, range)).map(|d| d.resolve(&text));
            assert!(found.is_none_or(|found| found == range));
        }
        assert!(started.elapsed().as_secs() < 10, "{:?}", started.elapsed());
    }

    fn article() -> impl Strategy<Value = String> {
        let pieces = prop::sample::select(vec![
            "a",
            "b",
            "ab",
            "Ab",
            "á",
            "a\u{301}",
            "ß",
            "’",
            "'",
            "-",
            ",",
            ".",
            "3",
            "_",
            "愛",
            "カ",
            "한",
            "😀",
            "👩‍👩‍👧",
            " ",
            " ",
            " ",
            "\n",
            " – ",
            "%",
            "&",
            "+",
            "word",
            "Word",
        ]);
        prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn a_described_range_is_found_again(text in article(), from in 0u32..80, length in 1u32..60) {
            let text = ArticleText::new(text);
            let range = TextRange::new(from, from + length).and_then(|range| text.trim(range));
            let Some(range) = range.map(|range| text.whole_graphemes(range)).filter(|r| r.end() <= text.len()) else {
                return Ok(());
            };
            if let Some(directive) = TextDirective::describe(&text, range) {
                let read = TextDirective::parse(&directive.to_string());
                prop_assert_eq!(read.as_ref(), Some(&directive));
                prop_assert_eq!(directive.resolve(&text), Some(range));
            }
        }

        #[test]
        fn whole_words_that_stand_once_always_have_a_directive(before in "[a-c ]{0,40}", after in "[a-c ]{0,40}") {
            let text = ArticleText::new(format!("{before} zebra crossing {after}"));
            let start = before.chars().count() as u32 + 1;
            let range = TextRange::new(start, start + 14);
            let directive = range.and_then(|range| TextDirective::describe(&text, range));
            prop_assert_eq!(directive.map(|directive| directive.to_string()), Some("zebra%20crossing".to_owned()));
        }

        #[test]
        fn no_address_is_too_strange(query in "\\PC{0,60}", fragment in "\\PC{0,60}") {
            let text = ArticleText::new(TEXT.to_owned());
            let _ = TextDirective::resolve_all(&TextDirective::of_address(&format!("?text={query}"), &fragment), &text);
        }
    }
}
