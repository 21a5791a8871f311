//! How an article can be read, in the words of schema.org's vocabulary for accessibility: said in books and on pages.

/// Through which senses its content comes.
pub(crate) const MODES: [&str; 2] = ["textual", "visual"];
/// The sense that alone is enough for all of it.
pub(crate) const SUFFICIENT: &str = "textual";
/// What helps.
pub(crate) const FEATURES: [&str; 5] =
    ["alternativeText", "longDescription", "structuralNavigation", "tableOfContents", "readingOrder"];
/// What could do harm.
pub(crate) const HAZARD: &str = "none";
/// The same in a sentence.
pub(crate) const SUMMARY: &str = "Every figure is described in words; headings, notes and tables are marked up.";
