//! A passage as a pack describes it: its place, its first and last words, and a little of what stands around.
//!
//! Short, for it travels in an address. The words are found again by anchoring; it never takes other words for them.

use super::{PackFault, text};
use crate::annotation::anchoring::Anchorer;
use crate::annotation::{ArticleText, TextQuoteSelector, TextRange};
use serde::{Deserialize, Serialize};

/// Longest passage whose words are written out.
const WHOLE: u32 = 90;
/// Code points at each end of a longer one.
const END: u32 = 42;
/// Code points kept before and after.
const CONTEXT: u32 = 20;

/// A passage.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// Id of its section.
    pub section: String,
    /// Its first code point.
    pub start: u32,
    /// One past its last.
    pub end: u32,
    /// Its words, or the first of them.
    pub first: String,
    /// The last of them; empty where `first` is all.
    pub last: String,
    /// What stands before.
    pub prefix: String,
    /// What stands after.
    pub suffix: String,
}

impl Passage {
    /// Describes a range of a section.
    pub fn describe(text: &ArticleText, range: TextRange, section: &str) -> Passage {
        let cut = |from: u32, to: u32| text.slice(text.cut_before(from)..text.cut_after(to)).to_owned();
        let (start, end) = (range.start(), range.end());
        let before = text.slice(0..start).rsplit('\n').next().unwrap_or_default().chars().count() as u32;
        let after = text.slice(end..text.len()).split('\n').next().unwrap_or_default().chars().count() as u32;
        let long = range.len() > WHOLE;
        Passage {
            section: section.to_owned(),
            start,
            end,
            first: if long { first_words(&cut(start, start + END)) } else { text.quote(range).to_owned() },
            last: if long { last_words(&cut(end - END, end)) } else { String::new() },
            prefix: cut(start - before.min(CONTEXT).min(start), start),
            suffix: cut(end, end + after.min(CONTEXT)),
        }
    }

    /// Where it is in the text as it is now; `None` where it is not, or not for certain.
    pub fn find(&self, text: &ArticleText, same_revision: bool) -> Option<TextRange> {
        self.find_with(text, &Anchorer::new(text), same_revision)
    }

    /// The same, for many passages of one text.
    pub fn find_with(&self, text: &ArticleText, anchorer: &Anchorer<'_>, same_revision: bool) -> Option<TextRange> {
        let whole = TextRange::new(self.start, self.end)?;
        let quote = text.quote(whole);
        let in_place = if self.last.is_empty() {
            quote == self.first
        } else {
            quote.starts_with(&self.first) && quote.ends_with(&self.last)
        };
        if in_place && same_revision && self.end <= text.len() {
            return Some(whole);
        }
        let part = |exact: &str, start: u32, prefix: &str, suffix: &str| {
            let position = TextRange::new(start, start.saturating_add(exact.chars().count() as u32))?;
            let quote =
                TextQuoteSelector { exact: exact.to_owned(), prefix: prefix.to_owned(), suffix: suffix.to_owned() };
            anchorer.anchor(false, position, &quote).trusted()
        };
        if self.last.is_empty() {
            return part(&self.first, self.start, &self.prefix, &self.suffix);
        }
        let first = part(&self.first, self.start, &self.prefix, "")?;
        let length = self.last.chars().count() as u32;
        let last = part(&self.last, self.end.saturating_sub(length), "", &self.suffix)?;
        let found = TextRange::new(first.start(), last.end()).filter(|_| first.end() <= last.end())?;
        // Beginning and end have come far apart, or together: these are other words.
        let (now, then) = (u64::from(found.len()), u64::from(whole.len()));
        (now <= then * 2 && then <= now * 2).then_some(found)
    }

    /// Its words, shortened: for showing, whatever a pack says that they are.
    pub fn words(&self) -> String {
        let line = |words: &str| text::clean(words, 200);
        if self.last.is_empty() { line(&self.first) } else { format!("{} … {}", line(&self.first), line(&self.last)) }
    }

    pub(super) fn check(&self) -> Result<(), PackFault> {
        let long = |text: &str, limit| text.chars().nth(limit).is_some();
        let words = long(&self.first, 200) || long(&self.last, 200);
        if words
            || long(&self.prefix, 80)
            || long(&self.suffix, 80)
            || self.start >= self.end
            || self.first.trim().is_empty()
        {
            return Err(PackFault::Field("passage"));
        }
        Ok(())
    }
}

/// Without a word that was cut at the end, where another is left.
fn first_words(text: &str) -> String {
    text.rsplit_once(char::is_whitespace).map_or(text, |(words, _)| words).trim_end().to_owned()
}

fn last_words(text: &str) -> String {
    text.split_once(char::is_whitespace).map_or(text, |(_, words)| words).trim_start().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Opening words of the piece.\nCloseness grows slowly, and nobody can hurry it along for very \
                        long without paying for that later on.\nClosing words, at last, for everybody who waited.";

    fn passage(text: &ArticleText, words: &str) -> Passage {
        let start = text.position_of_byte(text.as_str().find(words).unwrap_or_default());
        let range = TextRange::new(start, start + words.chars().count() as u32);
        range.map(|range| Passage::describe(text, range, "s")).unwrap_or_default()
    }

    #[test]
    fn it_is_found_in_its_own_revision_and_in_a_later_one() {
        let text = ArticleText::new(TEXT.to_owned());
        let later = ArticleText::new(format!("A new beginning, quite long.\n{}", TEXT.replace("very long", "long")));
        let long =
            "Closeness grows slowly, and nobody can hurry it along for very long without paying for that later on.";
        for words in ["nobody can hurry it along", long] {
            let passage = passage(&text, words);
            assert_eq!(passage.find(&text, true).map(|range| text.quote(range)), Some(words));
            let found = passage.find(&later, false).map(|range| later.quote(range).to_owned());
            assert_eq!(found, Some(words.replace("very long", "long")));
        }
        assert_eq!(passage(&text, long).last, "long without paying for that later on.");
    }

    #[test]
    fn what_is_gone_is_not_found() {
        let text = ArticleText::new(TEXT.to_owned());
        let other = ArticleText::new(TEXT.lines().step_by(2).collect::<Vec<_>>().join("\n"));
        assert_eq!(passage(&text, "nobody can hurry it along").find(&other, false), None);
    }

    #[test]
    fn strange_places_are_no_danger() {
        let text = ArticleText::new(TEXT.to_owned());
        for (start, end) in [(0, u32::MAX), (u32::MAX - 1, u32::MAX), (9, 3)] {
            let strange = Passage { start, end, first: "x".into(), last: "y".into(), ..Passage::default() };
            assert_eq!(strange.find(&text, true), None);
        }
    }
}
