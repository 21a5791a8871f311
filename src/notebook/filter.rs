//! What the notebook shows.

use crate::annotation::{Annotation, Colour, Kind};
use crate::search::Query;

/// The kinds that a reader chooses among.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KindFilter {
    /// Everything.
    #[default]
    Everything,
    /// Marked words, with or without a note.
    Highlights,
    /// Marked words with a note.
    Notes,
    /// Thoughts on a section and answers to questions.
    Reflections,
    /// Sections to come back to.
    Bookmarks,
}

impl KindFilter {
    /// All of them, in the order of the interface.
    pub const ALL: [KindFilter; 5] = [
        KindFilter::Everything,
        KindFilter::Highlights,
        KindFilter::Notes,
        KindFilter::Reflections,
        KindFilter::Bookmarks,
    ];

    /// The name in the interface.
    pub fn label(self) -> &'static str {
        match self {
            KindFilter::Everything => "Everything",
            KindFilter::Highlights => "Highlights",
            KindFilter::Notes => "Notes",
            KindFilter::Reflections => "Reflections",
            KindFilter::Bookmarks => "Bookmarks",
        }
    }

    /// Whether an annotation is of this kind.
    pub fn admits(self, annotation: &Annotation) -> bool {
        match (self, &annotation.kind) {
            (KindFilter::Everything, _)
            | (KindFilter::Highlights, Kind::Highlight { .. })
            | (KindFilter::Reflections, Kind::Reflection | Kind::Answer { .. })
            | (KindFilter::Bookmarks, Kind::Bookmark) => true,
            (KindFilter::Notes, Kind::Highlight { .. }) => annotation.has_body(),
            _ => false,
        }
    }
}

/// Which annotations to show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only those of this article.
    pub article: Option<String>,
    /// Only those of this kind.
    pub kind: KindFilter,
    /// Only those in this colour.
    pub colour: Option<Colour>,
    /// Only those with these words in quote, note or question.
    pub words: String,
}

impl Filter {
    /// Whether an annotation is shown.
    pub fn admits(&self, annotation: &Annotation) -> bool {
        self.article.as_ref().is_none_or(|slug| *slug == annotation.article)
            && self.kind.admits(annotation)
            && self.colour.is_none_or(|colour| annotation.colour() == Some(colour))
            && Query::parse(&self.words).matches(&words_of(annotation))
    }

    /// Whether it shows everything.
    pub fn is_open(&self) -> bool {
        *self == Filter::default()
    }
}

fn words_of(annotation: &Annotation) -> String {
    let quoted = match &annotation.kind {
        Kind::Highlight { quote, .. } => quote.exact.as_str(),
        Kind::Answer { question, .. } => question.as_str(),
        Kind::Bookmark | Kind::Reflection => "",
    };
    format!("{quoted}\n{}\n{}", annotation.body, annotation.tags.join(" "))
}
