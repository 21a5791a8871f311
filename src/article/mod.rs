//! An article as data: the typed tree that Markdown becomes, the text that marks point into, and its sections.
//!
//! Pure: no browser, no file system, no Markdown. It must never hold markup of any kind: a text is a text.

mod fold;
mod glossary;
mod model;
mod sentences;
mod text;

pub use fold::Folded;
pub use glossary::{Meaning, Word, glossary, term_anchor};
pub use model::*;
pub use sentences::sentences;
pub use text::{Leaf, leaf_text, plain_text};
