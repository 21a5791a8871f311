//! The words of the glossary over all articles, and where each is used.

use super::{Article, Folded, Inline};

/// A word with what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word, as the first article writes it.
    pub term: String,
    /// What each article says of it, in the order of the library.
    pub meanings: Vec<Meaning>,
}

/// What an article says of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// Slug of the article.
    pub article: String,
    /// The entry's id in it.
    pub id: String,
    /// One sentence.
    pub definition: String,
    /// The code points at which the word is marked in the article's text.
    pub uses: Vec<u32>,
}

/// The id of the place where a word is marked, by its first code point.
pub fn term_anchor(position: u32) -> String {
    format!("term-{position}")
}

/// The words of these articles, in the order of the alphabet.
pub fn glossary(articles: impl IntoIterator<Item = Article>) -> Vec<Word> {
    let mut words: Vec<(Folded, Word)> = Vec::new();
    for article in articles {
        let uses = uses(&article);
        for (index, entry) in (0..).zip(&article.glossary) {
            let meaning = Meaning {
                article: article.meta.slug.clone(),
                id: entry.id.clone(),
                definition: entry.definition.clone(),
                uses: uses.iter().filter(|(entry, _)| *entry == index).map(|(_, position)| *position).collect(),
            };
            let folded = Folded::new(&entry.term);
            let at = words.partition_point(|(known, _)| known.chars() < folded.chars());
            match words.get_mut(at).filter(|(known, _)| *known == folded) {
                Some((_, word)) => word.meanings.push(meaning),
                None => words.insert(at, (folded, Word { term: entry.term.clone(), meanings: vec![meaning] })),
            }
        }
    }
    words.into_iter().map(|(_, word)| word).collect()
}

/// Each marked word of an article's text: the glossary's entry and the position, in the order of the text.
fn uses(article: &Article) -> Vec<(u32, u32)> {
    let mut uses = Vec::new();
    for leaf in article.leaves() {
        let mut at = leaf.start;
        walk(&leaf.inlines, &mut at, &mut uses);
    }
    uses
}

fn walk(inlines: &[Inline], at: &mut u32, uses: &mut Vec<(u32, u32)>) {
    for inline in inlines {
        match inline {
            Inline::Text(run) | Inline::Code(run) => *at += run.chars().count() as u32,
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => walk(inner, at, uses),
            Inline::Link { inlines, .. } => walk(inlines, at, uses),
            Inline::Term { entry, inlines } => {
                uses.push((*entry, *at));
                walk(inlines, at, uses);
            }
            Inline::FootnoteReference { .. } => {}
            Inline::Break => *at += 1,
        }
    }
}
