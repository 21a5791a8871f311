//! Giving a highlight other words: the reader showed its place, or moved one of its ends.
//!
//! Only where it points changes. Id, colour, note, tags, dates and the fields of other programs stay as they are.

use super::anchoring::describe;
use super::{Annotation, ArticleText, Kind, TextRange};
use crate::article::Meta;
use crate::words;

/// The highlight on other words of the article as it is now; `None` where there are no words or it is no highlight.
pub fn attach(annotation: &Annotation, meta: &Meta, text: &ArticleText, range: TextRange) -> Option<Annotation> {
    let Kind::Highlight { colour, .. } = annotation.kind else { return None };
    let position = text.whole_graphemes(text.trim(range)?);
    let section = meta.section_at(position.start()).map(|section| section.id.clone());
    let kind = Kind::Highlight { colour, position, quote: describe(text, position) };
    let mut attached = annotation.clone();
    attached.kind = kind;
    attached.revision = meta.revision.clone();
    attached.section = section.unwrap_or(attached.section);
    Some(attached)
}

/// An end of a highlight, and which way it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Step {
    StartEarlier,
    StartLater,
    EndEarlier,
    EndLater,
}

impl Step {
    /// All of them, in the order of the interface.
    pub const ALL: [Step; 4] = [Step::StartEarlier, Step::StartLater, Step::EndEarlier, Step::EndLater];

    /// The name in the interface.
    pub fn label(self) -> &'static str {
        match self {
            Step::StartEarlier => words::marks::start_earlier(),
            Step::StartLater => words::marks::start_later(),
            Step::EndEarlier => words::marks::end_earlier(),
            Step::EndLater => words::marks::end_later(),
        }
    }
}

/// The range with one end a word further; `None` where the text ends or nothing would be left.
pub fn step(text: &ArticleText, range: TextRange, step: Step) -> Option<TextRange> {
    let (start, end) = (range.start(), range.end());
    let moved = match step {
        Step::StartEarlier => TextRange::new((0..start).rev().find(|&at| begins_word(text, at))?, end),
        Step::StartLater => TextRange::new((start + 1..end).find(|&at| begins_word(text, at))?, end),
        Step::EndEarlier => TextRange::new(start, (start + 1..end).rev().find(|&at| ends_word(text, at))?),
        Step::EndLater => TextRange::new(start, (end + 1..=text.len()).find(|&at| ends_word(text, at))?),
    };
    Some(text.whole_graphemes(text.trim(moved?)?)).filter(|moved| *moved != range)
}

/// The range between a fixed end and a place that the reader pointed at, out to whole words.
pub fn stretch(text: &ArticleText, fixed: u32, pointed: u32) -> Option<TextRange> {
    let (start, end) = (fixed.min(pointed), fixed.max(pointed));
    let start = if start == fixed { start } else { (0..=start).rev().find(|&at| begins_word(text, at)).unwrap_or(0) };
    let end = if end == fixed { end } else { (end..=text.len()).find(|&at| ends_word(text, at)).unwrap_or(text.len()) };
    Some(text.whole_graphemes(text.trim(TextRange::new(start, end)?)?))
}

/// What white space parts; signs of scripts that do without it are words of their own.
fn begins_word(text: &ArticleText, at: u32) -> bool {
    let next = letter(text, at).filter(|c| !c.is_whitespace());
    next.is_some_and(|next| is_edge(at.checked_sub(1).and_then(|before| letter(text, before)), next))
}

fn ends_word(text: &ArticleText, at: u32) -> bool {
    let last = at.checked_sub(1).and_then(|before| letter(text, before)).filter(|c| !c.is_whitespace());
    last.is_some_and(|last| is_edge(letter(text, at), last))
}

fn is_edge(beyond: Option<char>, own: char) -> bool {
    let alone = |c: char| matches!(c, '\u{e00}'..='\u{eff}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}');
    beyond.is_none_or(|beyond| beyond.is_whitespace() || alone(beyond) || alone(own))
}

fn letter(text: &ArticleText, at: u32) -> Option<char> {
    text.slice(at..at.saturating_add(1)).chars().next()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stepped(words: &str, start: u32, end: u32, by: Step) -> Option<String> {
        let text = ArticleText::new(words.to_owned());
        step(&text, TextRange::new(start, end)?, by).map(|range| text.quote(range).to_owned())
    }

    #[test]
    fn an_end_moves_by_a_word_either_way() {
        let words = "one two, three\nfour";
        assert_eq!(stepped(words, 4, 8, Step::StartEarlier).as_deref(), Some("one two,"));
        assert_eq!(stepped(words, 0, 8, Step::StartLater).as_deref(), Some("two,"));
        assert_eq!(stepped(words, 4, 8, Step::EndLater).as_deref(), Some("two, three"));
        assert_eq!(stepped(words, 4, 14, Step::EndLater).as_deref(), Some("two, three\nfour"));
        assert_eq!(stepped(words, 4, 14, Step::EndEarlier).as_deref(), Some("two,"));
        // From the middle of a word it goes to the word's own edge.
        assert_eq!(stepped(words, 5, 8, Step::StartEarlier).as_deref(), Some("two,"));
        assert_eq!(stepped(words, 4, 6, Step::EndLater).as_deref(), Some("two,"));
    }

    #[test]
    fn the_last_word_stays_and_the_text_ends() {
        assert_eq!(stepped("one two", 4, 7, Step::StartLater), None);
        assert_eq!(stepped("one two", 4, 7, Step::EndEarlier), None);
        assert_eq!(stepped("one two", 4, 7, Step::EndLater), None);
        assert_eq!(stepped("one two", 0, 3, Step::StartEarlier), None);
    }

    #[test]
    fn scripts_without_spaces_go_sign_by_sign() {
        assert_eq!(stepped("我们很近", 1, 2, Step::EndLater).as_deref(), Some("们很"));
        assert_eq!(stepped("我们很近", 1, 3, Step::StartEarlier).as_deref(), Some("我们很"));
        assert_eq!(stepped("a 👩‍👩‍👧 b", 0, 1, Step::EndLater).as_deref(), Some("a 👩‍👩‍👧"));
    }

    #[test]
    fn a_dragged_end_takes_whole_words() {
        let text = ArticleText::new("one two three four".to_owned());
        let dragged = |fixed, to| stretch(&text, fixed, to).map(|range| text.quote(range).to_owned());
        assert_eq!(dragged(4, 10).as_deref(), Some("two three"));
        assert_eq!(dragged(13, 5).as_deref(), Some("two three"));
        assert_eq!(dragged(4, 4), None);
        assert_eq!(dragged(4, 99).as_deref(), Some("two three four"));
    }

    #[test]
    fn only_where_it_points_changes() {
        let Some((meta, article)) =
            crate::library::catalogue().first().and_then(|m| Some((m, crate::library::article(&m.slug)?)))
        else {
            unreachable!("the library has articles")
        };
        let text = ArticleText::new(article.text());
        let value = crate::json::json!({
            "id": "a1", "kind": "highlight", "article": meta.slug, "revision": "old", "section": "gone",
            "body": " as typed \n#tag", "tags": ["class"], "created": 1, "modified": 2, "colour": "blue",
            "position": {"start": 4, "end": 9},
            "quote": {"exact": "words", "prefix": "the ", "suffix": "."},
            "later:field": {"kept": [1, 2.5, null]}
        });
        let Ok(before) = super::super::from_json(&value) else { unreachable!("it is an annotation") };
        let after = TextRange::new(100, 140).and_then(|range| attach(&before, meta, &text, range));
        let Some(after) = after else { unreachable!("there are words") };
        let strip = |annotation: &Annotation| {
            let mut stripped = annotation.clone();
            (stripped.revision, stripped.section) = (String::new(), String::new());
            stripped.kind = Kind::Reflection;
            stripped
        };
        assert_eq!(strip(&after), strip(&before));
        assert_eq!(after.colour(), before.colour());
        assert_eq!(after.revision, meta.revision);
        assert!(meta.section(&after.section).is_some());
        assert!(after.quote().is_some_and(|quote| text.as_str().contains(&quote.exact)));
    }
}
