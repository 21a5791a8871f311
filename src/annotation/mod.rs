//! What a reader adds to an article: bookmarks, highlights, reflections and answers; where they point, and how the
//! words they point at are found again.
//!
//! Terms follow the W3C Web Annotation Data Model: a selector describes a place in a text, a body is what was written.
//! Pure: no browser, no storage. It must never guess a place silently: see [`anchoring`].

pub mod anchoring;
mod attach;
mod decoration;
mod difference;
mod grapheme;
mod json;
mod placing;
mod range;
pub mod selected;
mod selector;
mod tags;
mod turn;

pub use attach::{Step, attach, step, stretch};
pub use decoration::{Decoration, Paint, Painted, Segment, segments};
pub use difference::{Change, difference};
pub use json::{JsonFault, from_json, to_json};
pub use placing::{Placement, placements, placements_on, unmoved};
pub use range::{ArticleText, TextRange};
pub use selector::{TextPositionSelector, TextQuoteSelector};
pub use tags::{retag, tags_in};
pub use turn::Turn;

use crate::json::Map;
use crate::words;

/// The colours of a highlight. What they mean is the reader's to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Colour {
    Yellow,
    Green,
    Blue,
    Pink,
    Purple,
}

impl Colour {
    /// All of them, in the order of the interface.
    pub const ALL: [Colour; 5] = [Colour::Yellow, Colour::Green, Colour::Blue, Colour::Pink, Colour::Purple];

    /// The name in records and attributes.
    pub fn name(self) -> &'static str {
        match self {
            Colour::Yellow => "yellow",
            Colour::Green => "green",
            Colour::Blue => "blue",
            Colour::Pink => "pink",
            Colour::Purple => "purple",
        }
    }

    /// The name in the interface, within a sentence.
    pub fn label(self) -> &'static str {
        match self {
            Colour::Yellow => words::marks::yellow(),
            Colour::Green => words::marks::green(),
            Colour::Blue => words::marks::blue(),
            Colour::Pink => words::marks::pink(),
            Colour::Purple => words::marks::purple(),
        }
    }

    /// The one after it; after the last, the first.
    pub fn next(self) -> Colour {
        Colour::ALL.into_iter().cycle().skip_while(|colour| *colour != self).nth(1).unwrap_or(self)
    }

    /// The colour of that name.
    pub fn from_name(name: &str) -> Option<Colour> {
        Colour::ALL.into_iter().find(|colour| colour.name() == name)
    }
}

/// What an annotation is, with what only that kind has.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// A section to come back to.
    Bookmark,
    /// Words that were marked.
    Highlight {
        /// In which colour.
        colour: Colour,
        /// Where they stood in the revision that was marked.
        position: TextPositionSelector,
        /// Which words they were, with some around them.
        quote: TextQuoteSelector,
    },
    /// Thoughts on a section.
    Reflection,
    /// The answer to a question of the author's.
    Answer {
        /// The question's stable id.
        prompt: String,
        /// The question as it was when answered.
        question: String,
    },
}

impl Kind {
    /// The name in records and filters.
    pub fn name(&self) -> &'static str {
        match self {
            Kind::Bookmark => "bookmark",
            Kind::Highlight { .. } => "highlight",
            Kind::Reflection => "reflection",
            Kind::Answer { .. } => "answer",
        }
    }
}

/// Something that a reader added to an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotation {
    /// Unique on this device and, being random, everywhere else.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Slug of the article.
    pub article: String,
    /// Revision of the article when it was made.
    pub revision: String,
    /// Section it belongs to.
    pub section: String,
    /// What the reader wrote, byte for byte.
    pub body: String,
    /// Labels.
    pub tags: Vec<String>,
    /// When it was made: milliseconds since 1970, UTC.
    pub created: i64,
    /// When it was last changed: milliseconds since 1970, UTC.
    pub modified: i64,
    /// Fields of other programs or later versions; they survive a round trip.
    pub other: Map,
}

impl Annotation {
    /// The colour, where it has one.
    pub fn colour(&self) -> Option<Colour> {
        match self.kind {
            Kind::Highlight { colour, .. } => Some(colour),
            _ => None,
        }
    }

    /// The marked words, where it marks any.
    pub fn quote(&self) -> Option<&TextQuoteSelector> {
        match &self.kind {
            Kind::Highlight { quote, .. } => Some(quote),
            _ => None,
        }
    }

    /// Whether it says anything: a note of white space alone is no note.
    pub fn has_body(&self) -> bool {
        !self.body.trim().is_empty()
    }
}
