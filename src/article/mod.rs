//! An article as data: the typed tree that Markdown becomes, the text that marks point into, and its sections.
//!
//! Pure: no browser, no file system, no Markdown. It must never hold markup of any kind: a text is a text.

mod decode;
mod excerpt;
mod fold;
mod glossary;
mod letters;
mod model;
mod sentences;
mod text;

pub use decode::{Decode, decode};
pub use excerpt::excerpt;
pub use fold::Folded;
pub use glossary::{Meaning, Word, glossary, term_anchor};
pub use letters::lower;
pub use model::*;
pub use sentences::sentences;
pub use text::{Leaf, leaf_text, plain_text};
