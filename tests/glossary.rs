//! The glossary over all articles of the library.

// A test may stop at the first thing that is not as it expects.
#![allow(clippy::expect_used, clippy::indexing_slicing)]

use closely::annotation::ArticleText;
use closely::article::{Article, Folded, Word, glossary, term_anchor};
use closely::library;

fn articles() -> impl Iterator<Item = Article> {
    library::catalogue().iter().filter_map(|meta| library::article(&meta.slug))
}

fn words() -> Vec<Word> {
    glossary(articles())
}

#[test]
fn every_entry_of_every_article_is_there_once_and_in_order() {
    let words = words();
    let entries: usize = articles().map(|article| article.glossary.len()).sum();
    assert!(entries > 0);
    assert_eq!(words.iter().map(|word| word.meanings.len()).sum::<usize>(), entries);
    let folded = |word: &Word| Folded::new(&word.term).chars().to_vec();
    assert!(words.windows(2).all(|pair| folded(&pair[0]) < folded(&pair[1])));
}

#[test]
fn every_use_is_a_place_of_the_text() {
    for word in words() {
        for meaning in &word.meanings {
            assert!(!meaning.uses.is_empty(), "{} is used nowhere in {}", word.term, meaning.article);
            let article = library::article(&meaning.article).expect("an article of the library");
            let text = ArticleText::new(article.text());
            for at in &meaning.uses {
                let here = text.slice(*at..*at + 1);
                assert!(here.chars().all(char::is_alphanumeric) && !here.is_empty(), "{} at {at}: {here:?}", word.term);
                let before = text.slice(at.saturating_sub(1)..*at);
                assert!(before.chars().all(|c| !c.is_alphanumeric()), "{} at {at} begins a word", word.term);
                assert!(article.meta.section(&term_anchor(*at)).is_none(), "no section has an anchor's id");
            }
        }
    }
}
