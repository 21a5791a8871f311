//! The embedded articles.
//!
//! The catalogue is decoded once; an article when it is opened. It must never parse Markdown: the build did.

use crate::article::{Article, Meta};
use std::sync::OnceLock;

include!(concat!(env!("OUT_DIR"), "/library.rs"));

/// What the library holds, in reading order.
pub fn catalogue() -> &'static [Meta] {
    static METAS: OnceLock<Vec<Meta>> = OnceLock::new();
    METAS.get_or_init(|| postcard::from_bytes(CATALOGUE).unwrap_or_default())
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
    postcard::from_bytes(blob).ok()
}

/// Every article by slug, as it is embedded: for the worker, which has none.
pub fn blobs() -> &'static [(&'static str, &'static [u8])] {
    BLOBS
}
