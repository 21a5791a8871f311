//! What stands in the head of each page: title and description, for the document and for link previews.
//!
//! Discreet: nothing of an article's body is quoted here.

use crate::article::Meta;
use crate::words;

/// What the library is about.
pub fn library() -> &'static str {
    words::library::lede()
}

/// The name of an article's page for educators.
pub fn educators_title(meta: &Meta) -> String {
    words::frame::educators_title(&meta.title)
}

/// The title of a document.
pub fn document_title(page: &str) -> String {
    format!("{page} · Closely")
}

/// A page's name and description.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The page's name.
    pub title: String,
    /// What is there, in a sentence or two.
    pub description: String,
}

impl Head {
    /// The head of an article's page.
    pub fn of_article(meta: &Meta) -> Head {
        Head { title: meta.title.clone(), description: meta.summary.clone() }
    }
}
