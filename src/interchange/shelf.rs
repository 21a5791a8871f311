//! The library's articles, to see where the words of an imported note stand now.

use crate::annotation::anchoring::{Anchorer, Verdict};
use crate::annotation::{ArticleText, TextQuoteSelector, TextRange};
use crate::article::{Article, Folded, Meta, decode};
use crate::library;
use crate::worker::Bytes;
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// The articles that a page sent along; decoded when they are asked for.
#[derive(Debug, Default)]
pub(super) struct Shelf<'r> {
    articles: BTreeMap<&'r str, (&'r [u8], OnceCell<ArticleText>)>,
}

/// Where words stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The range, for what it is worth: anchoring decides again whenever the article is opened.
    pub(super) position: TextRange,
    /// The section's id.
    pub(super) section: String,
    /// The revision that the range is of; empty where the words were not found.
    pub(super) revision: String,
}

impl<'r> Shelf<'r> {
    /// The articles by slug, as they are embedded.
    pub(super) fn new(blobs: &'r [(String, Bytes)]) -> Shelf<'r> {
        let articles = blobs.iter().map(|(slug, blob)| (slug.as_str(), (blob.0.as_slice(), OnceCell::new())));
        Shelf { articles: articles.collect() }
    }

    fn text(&self, slug: &str) -> Option<&ArticleText> {
        let (blob, text) = self.articles.get(slug)?;
        let read = || {
            let article = decode::<Article>(blob);
            ArticleText::new(article.map(|article| article.text()).unwrap_or_default())
        };
        Some(text.get_or_init(read)).filter(|text| !text.is_empty())
    }

    /// Where the words of a quote stand in an article; what has no words has no place.
    pub(super) fn place(&self, slug: &str, hint: Option<TextRange>, quote: &TextQuoteSelector) -> Option<Place> {
        let verdict = self.text(slug).map(Anchorer::new).map(|anchorer| match hint {
            Some(hint) => anchorer.anchor(false, hint, quote),
            None => anchorer.find(quote),
        });
        let found = match verdict {
            Some(Verdict::Exact(range) | Verdict::Moved(range)) => Some((range, true)),
            Some(Verdict::Review(range)) => Some((range, false)),
            Some(Verdict::Orphan) | None => None,
        };
        let hint = hint.or_else(|| nowhere(quote))?;
        let meta = library::meta(slug);
        let section = |at: u32| meta.and_then(|meta| meta.section_at(at)).or_else(|| meta?.sections.first());
        let section = section(found.map_or(0, |(range, _)| range.start()));
        Some(Place {
            position: found.filter(|(_, sure)| *sure).map_or(hint, |(range, _)| range),
            section: section.map(|section| section.id.clone()).unwrap_or_default(),
            revision: found.filter(|(_, sure)| *sure).and(meta).map(|meta| meta.revision.clone()).unwrap_or_default(),
        })
    }
}

/// A range of a quote's length behind the end of every text: words that stand at a made-up place by chance would be
/// taken for the marked ones once the article is opened.
fn nowhere(quote: &TextQuoteSelector) -> Option<TextRange> {
    let length = u32::try_from(quote.exact.chars().count()).unwrap_or(u32::MAX);
    TextRange::new(u32::MAX.saturating_sub(length), u32::MAX)
}

/// The article with this title, as other programs write it.
pub(super) fn titled(title: &str) -> Option<&'static Meta> {
    let wanted = Folded::new(title.trim());
    library::catalogue().iter().find(|meta| Folded::new(&meta.title).chars() == wanted.chars())
}

/// Slug and section that an address names, wherever the site is: `…/read/<slug>/#<section>`.
pub(super) fn of_address(address: &str) -> Option<(String, String)> {
    let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
    let path = path.split('?').next().unwrap_or_default();
    let (_, slug) = path.trim_end_matches('/').rsplit_once("/read/")?;
    let section = fragment.split(":~:").next().unwrap_or_default();
    (!slug.is_empty() && !slug.contains('/')).then(|| (crate::link::decode(slug), crate::link::decode(section)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_known_by_their_address_on_any_site() {
        let known = |address| of_address(address).map(|(slug, section)| format!("{slug} {section}"));
        assert_eq!(known("https://a.example/read/pace/"), Some("pace ".to_owned()));
        assert_eq!(known("https://a.example/closely/read/a%20b/?text=x#why:~:text=x"), Some("a b why".to_owned()));
        assert_eq!(known("/read/pace"), Some("pace ".to_owned()));
        for address in ["", "https://a.example/", "https://a.example/read/", "https://a.example/read/a/b/"] {
            assert_eq!(known(address), None, "{address}");
        }
    }
}
