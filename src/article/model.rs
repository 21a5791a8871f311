//! The tree of an article. It is written by the build script and read by the views; both see exactly this.

use super::Leaf;
use serde::{Deserialize, Serialize};

/// What the library knows of an article without opening it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Meta {
    /// The file's name without `.md`; the last part of the article's address.
    pub slug: String,
    /// The title, the page's only `h1`.
    pub title: String,
    /// The line under the title.
    pub subtitle: String,
    /// Who wrote it.
    pub byline: String,
    /// One or two sentences for the library and for link previews.
    pub summary: String,
    /// What it is about, in a few words each.
    pub topics: Vec<String>,
    /// Date of publication.
    pub published: Date,
    /// Date of the last revision.
    pub updated: Date,
    /// Place in the library, from 1.
    pub order: u32,
    /// BCP 47 tag of the article's language.
    pub language: String,
    /// Reading time in minutes, at least 1.
    pub minutes: u32,
    /// Number of words a reader reads.
    pub words: u32,
    /// Hash of the article's text (16 hexadecimal digits): equal revisions have equal positions.
    pub revision: String,
    /// The article's sections, in order.
    pub sections: Vec<Section>,
}

impl Meta {
    /// The section with this id, or with this former id.
    pub fn section(&self, id: &str) -> Option<&Section> {
        let sections = || self.sections.iter();
        sections().find(|s| s.id == id).or_else(|| sections().find(|s| s.aliases.iter().any(|alias| alias == id)))
    }

    /// Whether an id, now or in an earlier edition, is that of a section.
    pub fn is_id_of(&self, id: &str, section: &str) -> bool {
        id == section || self.section(id).is_some_and(|named| named.id == section)
    }

    /// The section that holds a code point of the article's text.
    pub fn section_at(&self, position: u32) -> Option<&Section> {
        self.sections.iter().rfind(|section| section.start <= position)
    }

    /// The section of the second level that a section stands in.
    pub fn chapter_of(&self, section: &Section) -> Option<&Section> {
        self.sections.iter().rfind(|chapter| chapter.level == 2 && chapter.start <= section.start)
    }
}

/// A date without a time, as the author wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Date {
    /// Year of the Common Era.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31.
    pub day: u8,
}

impl Date {
    /// `2026-10-14`, as ISO 8601 has it.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// `14 October 2026`.
    pub fn long(self) -> String {
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let month = usize::from(self.month).checked_sub(1).and_then(|index| MONTHS.get(index));
        format!("{} {} {}", self.day, month.unwrap_or(&""), self.year)
    }
}

/// A heading and what follows it up to the next one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Section {
    /// The fragment of its address.
    pub id: String,
    /// The heading's text.
    pub title: String,
    /// 2 for `h2`, to 6 for `h6`.
    pub level: u8,
    /// "2" for the second section; empty below the second level.
    pub number: String,
    /// Former ids: links to them still arrive.
    pub aliases: Vec<String>,
    /// First code point of the heading in the article's text.
    pub start: u32,
    /// One past the last code point before the next heading.
    pub end: u32,
}

/// An article, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Article {
    /// What the library knows of it too.
    pub meta: Meta,
    /// The body, in order.
    pub blocks: Vec<Block>,
    /// Notes in the order of their first mention; the number shown is the index plus one.
    pub footnotes: Vec<Footnote>,
    /// Terms in alphabetical order.
    pub glossary: Vec<GlossaryEntry>,
    /// Questions for a class.
    pub discussion: Vec<String>,
}

/// A block of the body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Block {
    /// The heading of a section.
    Heading {
        /// Index into [`Meta::sections`].
        section: u32,
        /// The heading's words.
        leaf: Leaf,
    },
    /// A paragraph.
    Paragraph(Leaf),
    /// A list; every item is a sequence of blocks.
    List {
        /// The first number of an ordered list.
        ordered: Option<u32>,
        /// The items.
        items: Vec<Vec<Block>>,
    },
    /// A quotation or a spoken line.
    Quote(Vec<Block>),
    /// A table with a head.
    Table(Table),
    /// A band beside the argument: evidence, an exercise, a caution.
    Callout {
        /// What it is.
        kind: CalloutKind,
        /// What it says.
        blocks: Vec<Block>,
    },
    /// A picture with caption and description.
    Figure(Figure),
    /// Questions for the reader. Not part of the article's text.
    Prompts {
        /// A sentence before the questions.
        lead: Option<Vec<Inline>>,
        /// The questions.
        prompts: Vec<Prompt>,
    },
    /// Preformatted text.
    Code(Leaf),
    /// A break in the thought.
    Rule,
}

/// A table; cells hold one leaf each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Table {
    /// The caption above.
    pub caption: Option<Leaf>,
    /// The head's cells.
    pub head: Vec<Leaf>,
    /// The rows, each as long as the head.
    pub rows: Vec<Vec<Leaf>>,
}

/// The kinds of callout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum CalloutKind {
    /// How sure we are, and why.
    Evidence,
    /// Something to do.
    Try,
    /// Good to know.
    Note,
    /// Safety first.
    Safety,
}

impl CalloutKind {
    /// What a reader sees above it.
    pub fn label(self) -> &'static str {
        match self {
            CalloutKind::Evidence => "Evidence",
            CalloutKind::Try => "Try this",
            CalloutKind::Note => "Good to know",
            CalloutKind::Safety => "Safety",
        }
    }
}

/// A picture with its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// The fragment of its address: the file's name without its ending.
    pub id: String,
    /// Place among the article's figures, from 1.
    pub number: u32,
    /// What the picture shows, in a sentence.
    pub alt: String,
    /// The picture.
    pub picture: Picture,
    /// The caption.
    pub caption: Option<Leaf>,
    /// The long description, a paragraph each.
    pub description: Vec<Vec<Inline>>,
}

/// A picture's form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Picture {
    /// Drawn in place, so that it follows the theme.
    Drawing {
        /// `viewBox` of the drawing.
        view_box: String,
        /// What is drawn.
        shapes: Vec<Shape>,
    },
    /// A file beside the page, under `figures/`.
    Image {
        /// The file's name.
        file: String,
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
}

/// An SVG element of the few that a drawing may hold, with attributes from a list of allowed ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Shape {
    /// Which element.
    pub tag: ShapeTag,
    /// Its attributes: names are static in the views, values are never markup.
    pub attributes: Vec<(String, String)>,
    /// Its children, for groups, texts, patterns and markers.
    pub children: Vec<Shape>,
    /// Its text, for `text` and `tspan`.
    pub text: String,
}

/// The SVG elements that a drawing may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[allow(missing_docs)] // The names are SVG's own.
pub enum ShapeTag {
    G,
    Path,
    Circle,
    Ellipse,
    Rect,
    Line,
    Polyline,
    Polygon,
    Text,
    Tspan,
    Defs,
    Pattern,
    Marker,
}

/// A question that the author asks the reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Prompt {
    /// Stable: answers are kept under it.
    pub id: String,
    /// The question, as plain text.
    pub question: String,
    /// Index into [`Meta::sections`] of the section it belongs to.
    pub section: u32,
}

/// A note at the end, and where it is mentioned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Footnote {
    /// The author's key, unique in the article.
    pub key: String,
    /// What it says.
    pub blocks: Vec<Vec<Inline>>,
    /// How often the text mentions it.
    pub mentions: u32,
}

/// A term with its definition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GlossaryEntry {
    /// The fragment of its address.
    pub id: String,
    /// The term.
    pub term: String,
    /// One sentence.
    pub definition: String,
}

/// A run of text inside a leaf.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Inline {
    /// Characters, as they are.
    Text(String),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// Struck out.
    Strikethrough(Vec<Inline>),
    /// Code.
    Code(String),
    /// A link.
    Link {
        /// Where to.
        target: LinkTarget,
        /// The words that carry it.
        inlines: Vec<Inline>,
    },
    /// The mention of a footnote. Not part of the article's text.
    FootnoteReference {
        /// Index into [`Article::footnotes`].
        footnote: u32,
        /// Which mention of it this is, from 1.
        mention: u32,
    },
    /// A word of the glossary.
    Term {
        /// Index into [`Article::glossary`].
        entry: u32,
        /// The words that carry it.
        inlines: Vec<Inline>,
    },
    /// A line break that the author asked for; one newline of the article's text.
    Break,
}

/// Where a link leads. The build has checked that the place exists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum LinkTarget {
    /// A section of this article.
    Section(String),
    /// Another article, or a section of it.
    Article {
        /// Its slug.
        slug: String,
        /// The section's id.
        section: Option<String>,
    },
    /// Another site, or a mail address: `http`, `https` or `mailto`.
    External(String),
}
