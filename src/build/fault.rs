//! The faults an author can make, enumerated. Their wording is in `messages`.
//!
//! A fault must always carry the place to go to; line 0 stands for a file or directory as a whole.

use std::fmt;
use std::path::{Path, PathBuf};

/// Something in the library that stops the build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, as the build was given it.
    pub file: PathBuf,
    /// The line, from 1; 0 for the file as a whole.
    pub line: u32,
    /// What is wrong.
    pub kind: FaultKind,
}

impl Fault {
    pub(super) fn new(file: &Path, line: u32, kind: FaultKind) -> Self {
        Fault { file: file.to_path_buf(), line, kind }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Forward slashes everywhere, so that messages and tests read the same on every system.
        let file = self.file.to_string_lossy().replace('\\', "/");
        match self.line {
            0 => write!(f, "{file}: {}", self.kind),
            line => write!(f, "{file}:{line}: {}", self.kind),
        }
    }
}

/// By file, then line, then wording; the same fault once.
pub(super) fn sorted(mut faults: Vec<Fault>) -> Vec<Fault> {
    faults.sort_by_cached_key(|fault| (fault.file.clone(), fault.line, fault.kind.to_string()));
    faults.dedup();
    faults
}

/// What is wrong. [`Display`](fmt::Display) says it, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // The wording of each stands in `messages`.
pub enum FaultKind {
    // The library
    Unreadable { error: String },
    NoArticles,
    BadSlug { slug: String },
    DuplicateSlug { slug: String, first: String },
    // The characters of a file
    InvalidUtf8,
    ControlCharacter { code: u32 },
    DirectionOverride { code: u32 },
    // Front matter
    NoFrontMatter,
    YamlFrontMatter,
    OpenFrontMatter,
    MalformedToml { message: String },
    DuplicateKey { key: String },
    UnknownKey { key: String, known: String },
    MissingKey { key: String, example: String },
    MalformedValue { key: String, expected: String },
    EmptyValue { key: String },
    UpdatedBeforePublished,
    // Ids
    BadId { id: String, suggestion: Option<String> },
    ReservedId { id: String },
    DuplicateId { id: String, first: String },
    NoDerivedId,
    // Headings
    EmptyBody,
    NoSection,
    TitleInBody,
    SkippedLevel { from: u8, to: u8 },
    EmptyHeading,
    NestedHeading,
    UnknownHeadingAttribute { attribute: String },
    // Blocks
    RawHtml { html: String },
    TooDeep,
    EmptyItem,
    EmptyCode,
    OpenCode,
    CaptionWithoutTable,
    EmptyCaption,
    UnknownMarker { marker: String },
    MarkerNotAlone { marker: String },
    EmptyCallout { marker: String },
    // Figures
    ImageInText,
    FigureWithoutPicture,
    FigureWithoutCaption,
    FigurePart,
    NoAlternativeText { file: String },
    PictureName { file: String },
    PictureKind { file: String },
    PictureMissing { file: String, looked: String },
    PictureUnreadable { file: String, error: String },
    // Drawings
    DrawingXml { message: String },
    DrawingRoot,
    DrawingElement { element: String },
    DrawingAttribute { element: String, attribute: String },
    DrawingValue { attribute: String, value: String, expected: &'static str },
    DrawingReference { id: String },
    DrawingId { id: String, figure: String },
    DrawingText { element: String },
    // Questions for the reader
    PromptsForm,
    PromptWithoutId,
    EmptyPrompt,
    PromptNotPlain,
    PromptOutsideSection,
    // Links
    LinkScheme { target: String },
    BrokenLink { target: String },
    NoSuchSection { id: String, article: Option<String>, near: Option<String> },
    NoSuchArticle { slug: String, near: Option<String> },
    EmptyLink { target: String },
    LinkTitle,
    UndefinedReference { label: String },
    // Notes and sources
    UndefinedNote { key: String, near: Option<String> },
    UnusedNote { key: String },
    UnusedSource { key: String },
    DuplicateNote { key: String, first: u32 },
    SourceAndNote { key: String, source: u32 },
    BadSourceKey { key: String },
    SourceForm { key: String },
    NoteForm { key: String },
    // Glossary
    UnusedTerm { id: String, term: String },
    // Published sections
    PublishedForm { line: String },
    PublishedArticle { slug: String, id: String },
    PublishedSection { slug: String, id: String },
    // What the interface says
    WordsSyntax { message: String },
    WordsForm { key: String, what: &'static str },
    WordsTwice { key: String },
    WordsMissing { key: String, language: String },
    WordsUnknown { key: String },
    WordsVariables { key: String, expected: String },
    // The build itself
    Embed { error: String },
}
