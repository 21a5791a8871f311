//! Finding words in articles and notes.
//!
//! Pure. Case and accents do not matter; a phrase in quotation marks is one word. It must never change what it finds:
//! results are ranges of the text and pieces of it.

use crate::annotation::TextRange;
use crate::article::{Article, Folded};
use crate::order::sorted;

/// Most hits that a page shows of one article.
const HITS_PER_ARTICLE: usize = 5;
/// Code points of context on each side of a hit.
const CONTEXT: u32 = 60;

/// What a reader looks for: every word must occur.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<Folded>,
}

impl Query {
    /// Reads what was typed. Words in quotation marks belong together.
    pub fn parse(typed: &str) -> Query {
        let plain = typed.replace(['“', '”', '„'], "\"");
        let mut words = Vec::new();
        for (index, piece) in plain.split('"').enumerate() {
            let quoted = index % 2 == 1;
            if quoted {
                words.push(Folded::new(piece.trim()));
            } else {
                words.extend(piece.split_whitespace().map(Folded::new));
            }
        }
        words.retain(|word| !word.is_empty());
        Query { words }
    }

    /// Whether nothing was asked.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Where the words occur in a text, in order; empty unless every word occurs.
    pub fn find(&self, text: &str) -> Vec<TextRange> {
        let text = Folded::new(text);
        let mut hits = Vec::new();
        for word in &self.words {
            let mut from = 0;
            let before = hits.len();
            while let Some(at) = text.find(word, from) {
                let end = at + word.chars().len();
                let range = text.origin(at).zip(text.origin(end.saturating_sub(1)));
                hits.extend(range.and_then(|(start, last)| TextRange::new(start, last + 1)));
                from = end;
            }
            if hits.len() == before {
                return Vec::new();
            }
        }
        let mut hits = sorted(hits);
        hits.dedup();
        hits
    }

    /// Where any of the words occurs in a text, in order.
    pub fn find_any(&self, text: &str) -> Vec<TextRange> {
        let each = self.words.iter().map(|word| Query { words: vec![word.clone()] });
        let mut hits = sorted(each.flat_map(|word| word.find(text)));
        hits.dedup();
        hits
    }

    /// The words as [`Folded`] texts have them.
    pub fn folded(&self) -> Vec<String> {
        self.words.iter().map(|word| word.chars().iter().collect()).collect()
    }

    /// Whether every word occurs.
    pub fn matches(&self, text: &str) -> bool {
        let text = Folded::new(text);
        self.words.iter().all(|word| text.find(word, 0).is_some())
    }
}

/// What was found in one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Slug of the article.
    pub slug: String,
    /// Whether the title or the summary has the words.
    pub in_title: bool,
    /// Number of hits in the text.
    pub count: usize,
    /// The first hits.
    pub hits: Vec<Hit>,
}

/// A hit with the words around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Id of its section; empty before the first.
    pub section: String,
    /// Title of that section.
    pub title: String,
    /// Where it is in the article's text.
    pub range: TextRange,
    /// The words before.
    pub before: String,
    /// The words found.
    pub found: String,
    /// The words after.
    pub after: String,
}

/// Looks through one article; `None` where the words do not occur.
pub fn search_article(article: &Article, text: &str, query: &Query) -> Option<Found> {
    if query.is_empty() {
        return None;
    }
    let meta = &article.meta;
    let in_title = query.matches(&format!("{} {} {}", meta.title, meta.subtitle, meta.topics.join(" ")));
    let ranges = query.find(text);
    if ranges.is_empty() && !in_title {
        return None;
    }
    let indexed = crate::annotation::ArticleText::new(text.to_owned());
    let mut hits: Vec<Hit> = Vec::new();
    let mut covered = 0;
    for range in &ranges {
        if hits.len() == HITS_PER_ARTICLE {
            break;
        }
        // One hit a line of context: the next begins where this one's words end.
        if range.start() < covered {
            continue;
        }
        let section = meta.section_at(range.start());
        let before = indexed.slice(range.start().saturating_sub(CONTEXT)..range.start());
        let after = indexed.slice(range.end()..range.end().saturating_add(CONTEXT));
        covered = range.end().saturating_add(CONTEXT);
        hits.push(Hit {
            section: section.map(|section| section.id.clone()).unwrap_or_default(),
            title: section.map(|section| section.title.clone()).unwrap_or_default(),
            range: *range,
            before: before
                .lines()
                .next_back()
                .map(|line| from_word(line, before.len() > line.len()))
                .unwrap_or_default(),
            found: indexed.quote(*range).to_owned(),
            after: after.lines().next().map(to_word).unwrap_or_default(),
        });
    }
    Some(Found { slug: meta.slug.clone(), in_title, count: ranges.len(), hits })
}

/// A line's words, without the one that was cut at its beginning.
fn from_word(line: &str, whole: bool) -> String {
    if whole || line.chars().count() < CONTEXT as usize {
        return line.to_owned();
    }
    line.split_once(char::is_whitespace).map_or_else(|| line.to_owned(), |(_, rest)| format!("… {rest}"))
}

/// A line's words, without the one that was cut at its end.
fn to_word(line: &str) -> String {
    if line.chars().count() < CONTEXT as usize {
        return line.to_owned();
    }
    line.rsplit_once(char::is_whitespace).map_or_else(|| line.to_owned(), |(rest, _)| format!("{rest} …"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_must_occur() {
        let text = "Trust grows slowly. Café trust.";
        assert_eq!(Query::parse("trust CAFE").find(text).len(), 3);
        assert!(Query::parse("trust haste").find(text).is_empty());
        assert!(Query::parse("  \" ").is_empty());
    }

    #[test]
    fn a_phrase_is_one_word() {
        assert!(Query::parse("\"grows slowly\"").matches("Trust grows slowly."));
        assert!(!Query::parse("“slowly grows”").matches("Trust grows slowly."));
    }

    #[test]
    fn markup_is_looked_for_as_text() {
        assert!(Query::parse("<img onerror=...>").find("plain").is_empty());
        assert_eq!(Query::parse("<b>").find("a <b> c").len(), 1);
    }
}
