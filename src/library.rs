//! The embedded articles.
//!
//! The catalogue is decoded once; an article when it is opened. In the browser each article is a part of the program that
//! is fetched when it is opened ([`fetch`]); whoever asks for [`article`] asks for all of them. It must never parse
//! Markdown: the build did.

use crate::article::{Article, Meta, decode};
use std::sync::OnceLock;

include!(concat!(env!("OUT_DIR"), "/library.rs"));

/// What the library holds, in reading order.
pub fn catalogue() -> &'static [Meta] {
    static METAS: OnceLock<Vec<Meta>> = OnceLock::new();
    METAS.get_or_init(|| decode(CATALOGUE).unwrap_or_default())
}

/// What the library knows of an article.
pub fn meta(slug: &str) -> Option<&'static Meta> {
    catalogue().iter().find(|meta| meta.slug == slug)
}

/// The article that follows in reading order.
pub fn next(slug: &str) -> Option<&'static Meta> {
    let index = catalogue().iter().position(|meta| meta.slug == slug)?;
    catalogue().get(index + 1)
}

/// An article, whole.
pub fn article(slug: &str) -> Option<Article> {
    let (_, blob) = BLOBS.iter().find(|(found, _)| *found == slug)?;
    decode(blob)
}

/// An article that was [fetched](fetch).
#[cfg(feature = "view")]
pub(crate) fn fetched(slug: &str) -> Option<Article> {
    let blob = FETCHED.with_borrow(|fetched| {
        let mut found = fetched.iter().filter(|(found, _)| *found == slug);
        found.next().map(|(_, blob)| *blob)
    })?;
    decode(blob)
}

/// Whether an article was fetched; one that is not in the library needs no fetching.
#[cfg(feature = "view")]
pub(crate) fn is_fetched(slug: &str) -> bool {
    meta(slug).is_none_or(|meta| FETCHED.with_borrow(|fetched| fetched.iter().any(|(slug, _)| *slug == meta.slug)))
}

/// Fetches an article's part of the program.
#[cfg(feature = "csr")]
pub(crate) async fn fetch(slug: &str) -> Result<(), wasm_split_helpers::SplitLoaderError> {
    if let (Some(meta), Some(blob)) = (meta(slug), parts::blob(slug).await?) {
        FETCHED.with_borrow_mut(|fetched| fetched.push((&meta.slug, blob)));
    }
    Ok(())
}

/// The name of an article's part of the program.
#[cfg(feature = "ssr")]
pub(crate) fn part(slug: &str) -> Option<&'static str> {
    part_of(slug)
}

#[cfg(feature = "view")]
thread_local! {
    static FETCHED: std::cell::RefCell<Vec<(&'static str, &'static [u8])>> = const { std::cell::RefCell::new(Vec::new()) };
}

/// Every article by slug, as it is embedded: for the worker, which has none.
pub fn blobs() -> &'static [(&'static str, &'static [u8])] {
    BLOBS
}
