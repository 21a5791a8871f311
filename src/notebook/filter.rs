//! What the notebook shows.

use super::{Entry, Notebook};
use crate::annotation::{Annotation, Colour, Kind};
use crate::search::Query;
use crate::words;

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
            KindFilter::Everything => words::notebook::everything(),
            KindFilter::Highlights => words::notebook::highlights(),
            KindFilter::Notes => words::notebook::notes(),
            KindFilter::Reflections => words::notebook::reflections(),
            KindFilter::Bookmarks => words::notebook::bookmarks(),
        }
    }

    /// The name in addresses.
    pub fn name(self) -> &'static str {
        match self {
            KindFilter::Everything => "everything",
            KindFilter::Highlights => "highlights",
            KindFilter::Notes => "notes",
            KindFilter::Reflections => "reflections",
            KindFilter::Bookmarks => "bookmarks",
        }
    }

    /// The kind of that name, in the plural or the singular.
    pub fn from_name(name: &str) -> Option<KindFilter> {
        KindFilter::ALL.into_iter().find(|kind| kind.name().trim_end_matches('s') == name.trim_end_matches('s'))
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
    /// Only those with this label.
    pub tag: Option<String>,
    /// Only those with these words in quote, note, question or labels.
    pub words: String,
}

impl Filter {
    /// Whether it shows everything.
    pub fn is_open(&self) -> bool {
        *self == Filter::default()
    }

    /// The filter made ready to look at many.
    pub fn sieve(&self) -> Sieve<'_> {
        Sieve { filter: self, words: Query::parse(&self.words).folded() }
    }

    /// Whether an annotation is shown.
    pub fn admits(&self, annotation: &Annotation) -> bool {
        let entry = Entry::unkept(annotation.clone(), None, Vec::new());
        self.sieve().look(&entry).iter().all(|passes| *passes)
    }
}

impl Notebook {
    /// Which entries a filter shows, by their ids: made ready once, for many.
    pub fn sift<'a>(&'a self, filter: &'a Filter) -> impl Fn(&str) -> bool + 'a {
        let sieve = filter.sieve();
        move |id| self.entries.get(id).is_some_and(|entry| sieve.look(entry).iter().all(|passes| *passes))
    }
}

/// A filter made ready: its words are folded once.
#[derive(Clone, Debug)]
pub struct Sieve<'a> {
    filter: &'a Filter,
    words: Vec<String>,
}

impl Sieve<'_> {
    /// Whether an entry passes each part of the filter: article, kind, colour, label, words.
    pub fn look(&self, entry: &Entry) -> [bool; 5] {
        let annotation = &entry.annotation;
        let filter = self.filter;
        [
            filter.article.as_ref().is_none_or(|slug| *slug == annotation.article),
            filter.kind.admits(annotation),
            filter.colour.is_none_or(|colour| annotation.colour() == Some(colour)),
            filter.tag.as_ref().is_none_or(|tag| annotation.tags.contains(tag)),
            self.words.is_empty() || self.words.iter().all(|word| entry.folded().contains(word.as_str())),
        ]
    }
}
