//! Selectors of the W3C Web Annotation Data Model, as plain data.

use super::TextRange;

/// A place in the article's text: Unicode code points, half-open.
pub type TextPositionSelector = TextRange;

/// Words, with some of what stands before and after them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextQuoteSelector {
    /// The words themselves; never empty.
    pub exact: String,
    /// What stands directly before them.
    pub prefix: String,
    /// What stands directly after them.
    pub suffix: String,
}
