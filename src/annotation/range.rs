//! Ranges of an article's text, and the text with an index of its code points.
//!
//! Positions are Unicode code points; UTF-16 exists only at the edge to the page. No range that leaves this module is empty
//! or reaches outside its text.

use super::grapheme::may_cut;
use std::ops::Range;

/// A half-open range of code points; never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TextRange {
    start: u32,
    end: u32,
}

impl TextRange {
    /// The range from `start` to before `end`; `None` where that is empty or backward.
    pub fn new(start: u32, end: u32) -> Option<TextRange> {
        (start < end).then_some(TextRange { start, end })
    }

    /// First code point.
    pub fn start(self) -> u32 {
        self.start
    }

    /// One past the last code point.
    pub fn end(self) -> u32 {
        self.end
    }

    /// Number of code points, at least 1.
    #[allow(clippy::len_without_is_empty)] // Never empty.
    pub fn len(self) -> u32 {
        self.end - self.start
    }

    /// What both have in common.
    pub fn intersection(self, other: TextRange) -> Option<TextRange> {
        TextRange::new(self.start.max(other.start), self.end.min(other.end))
    }

    /// Whether they share a code point.
    pub fn overlaps(self, other: TextRange) -> bool {
        self.intersection(other).is_some()
    }
}

/// An article's text with the byte offset of each of its code points: slicing by code points costs nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleText {
    text: String,
    offsets: Vec<u32>,
}

impl ArticleText {
    /// Indexes the text.
    pub fn new(text: String) -> ArticleText {
        let mut offsets: Vec<u32> = text.char_indices().map(|(byte, _)| byte as u32).collect();
        offsets.push(text.len() as u32);
        ArticleText { text, offsets }
    }

    /// The whole text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Number of code points.
    pub fn len(&self) -> u32 {
        self.offsets.len().saturating_sub(1) as u32
    }

    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The words of a range; what lies outside the text is cut off.
    pub fn slice(&self, range: Range<u32>) -> &str {
        let byte = |position: u32| self.offsets.get(position as usize).map_or(self.text.len(), |&byte| byte as usize);
        self.text.get(byte(range.start)..byte(range.end)).unwrap_or_default()
    }

    /// The words of a range.
    pub fn quote(&self, range: TextRange) -> &str {
        self.slice(range.start..range.end)
    }

    /// The code point that starts at a byte offset, or the next one.
    pub fn position_of_byte(&self, byte: usize) -> u32 {
        self.offsets.partition_point(|&offset| (offset as usize) < byte) as u32
    }

    /// The range without white space at its ends, inside the text; `None` where only white space is left.
    pub fn trim(&self, range: TextRange) -> Option<TextRange> {
        let quote = self.quote(range);
        let lead = quote.chars().take_while(|c| c.is_whitespace()).count() as u32;
        let trail = quote.chars().rev().take_while(|c| c.is_whitespace()).count() as u32;
        let end = range.end.min(self.len());
        TextRange::new(range.start.saturating_add(lead), end.saturating_sub(trail))
    }

    /// The range grown so that it splits no grapheme (emoji, flags, letters with combining marks).
    pub fn whole_graphemes(&self, range: TextRange) -> TextRange {
        TextRange::new(self.cut_before(range.start), self.cut_after(range.end)).unwrap_or(range)
    }

    /// The last position up to this one at which no grapheme is split.
    pub fn cut_before(&self, position: u32) -> u32 {
        (0..=position.min(self.len())).rev().find(|&position| self.may_cut(position)).unwrap_or(0)
    }

    /// The first position from this one on at which no grapheme is split.
    pub fn cut_after(&self, position: u32) -> u32 {
        (position..self.len()).find(|&position| self.may_cut(position)).unwrap_or(self.len())
    }

    fn may_cut(&self, position: u32) -> bool {
        let next = self.slice(position..self.len()).chars().next();
        next.is_none_or(|next| may_cut(self.slice(0..position), next))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(start: u32, end: u32) -> TextRange {
        TextRange::new(start, end).unwrap_or(TextRange { start: 0, end: 1 })
    }

    #[test]
    fn empty_and_backward_ranges_do_not_exist() {
        assert_eq!(TextRange::new(3, 3), None);
        assert_eq!(TextRange::new(4, 3), None);
    }

    #[test]
    fn slices_count_code_points() {
        let text = ArticleText::new("a😀é한b".to_owned());
        assert_eq!(text.len(), 5);
        assert_eq!(text.slice(1..4), "😀é한");
        assert_eq!(text.slice(4..99), "b");
        assert_eq!(text.slice(99..120), "");
    }

    #[test]
    fn trimming_leaves_words_or_nothing() {
        let text = ArticleText::new("  one two \n ".to_owned());
        assert_eq!(text.trim(range(0, 12)), TextRange::new(2, 9));
        assert_eq!(text.trim(range(0, 2)), None);
        assert_eq!(text.trim(range(0, 99)), TextRange::new(2, 9));
    }

    #[test]
    fn graphemes_are_never_split() {
        let text = ArticleText::new("x👩‍👩‍👧y🇩🇪ze\u{301}!".to_owned());
        let family = text.whole_graphemes(range(2, 3));
        assert_eq!(text.quote(family), "👩‍👩‍👧");
        let flag = text.whole_graphemes(range(7, 8));
        assert_eq!(text.quote(flag), "🇩🇪");
        let accent = text.whole_graphemes(range(10, 11));
        assert_eq!(text.quote(accent), "e\u{301}");
    }
}
