//! Reading Markdown into articles: what a good library becomes, what each fault says, and that nothing panics.
#![cfg(feature = "authoring")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests may panic")]

#[path = "authoring/broken.rs"]
mod broken;
#[path = "authoring/good.rs"]
mod good;
#[path = "authoring/properties.rs"]
mod properties;
#[path = "authoring/support.rs"]
mod support;
#[path = "authoring/words.rs"]
mod words;
