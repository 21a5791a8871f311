//! Citing an article, a section or a passage: in the styles that teachers ask for, and as data for reference managers.
//!
//! - APA: Publication Manual of the American Psychological Association, 7th edition.
//! - MLA: MLA Handbook, 9th edition.
//! - Chicago: The Chicago Manual of Style, 18th edition, as notes with a bibliography and as author and date.
//! - BibTeX, RIS and CSL-JSON for programs; plain text for everything else.
//!
//! Pure: data in, text out; what a style prints in italics is a run of its own. It must never invent what it does not
//! know: a missing author or date is left out as the style's own rules have it.

mod apa;
mod authors;
mod byline;
mod capitals;
mod chicago;
mod data;
mod languages;
mod marks;
mod mla;
mod proper_names;
mod small_words;

pub use proper_names::names;

use crate::article::{Date, Meta};
use crate::words;
use authors::{Author, without_article};
use serde::{Deserialize, Serialize};
use small_words::Manual;

/// What is cited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The article's title.
    pub title: String,
    /// The line under it; empty for none.
    pub subtitle: String,
    /// Who wrote it, as the article says it; empty for nobody named.
    pub byline: String,
    /// When it was last revised.
    pub date: Option<Date>,
    /// The name of the site.
    pub site: String,
    /// The address of what is cited.
    pub url: String,
    /// BCP 47 tag of the article's language.
    pub language: String,
    /// The section, where one is cited.
    pub section: Option<Locator>,
    /// The words, where a passage is cited.
    pub quote: Option<String>,
    /// Words of title and subtitle that are names, and stay so when a style takes capitals away.
    pub names: Vec<String>,
    /// The day on which it was read.
    pub accessed: Date,
}

impl Source {
    /// An article, read on this day at this address.
    pub fn of_article(meta: &Meta, url: String, accessed: Date) -> Source {
        Source {
            title: meta.title.clone(),
            subtitle: meta.subtitle.clone(),
            byline: meta.byline.clone(),
            date: Some(meta.updated),
            site: "Closely".to_owned(),
            url,
            language: meta.language.clone(),
            section: None,
            quote: None,
            names: Vec::new(),
            accessed,
        }
    }
}

/// A section, as a place in a work.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Locator {
    /// Its number; empty below the second level.
    pub number: String,
    /// Its heading.
    pub title: String,
}

/// How a citation is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// APA, 7th edition.
    Apa,
    /// MLA, 9th edition.
    Mla,
    /// Chicago, notes and bibliography.
    ChicagoNotes,
    /// Chicago, author and date.
    ChicagoDate,
    /// A sentence.
    Plain,
    /// BibTeX.
    BibTex,
    /// RIS.
    Ris,
    /// CSL-JSON.
    CslJson,
}

impl Format {
    /// All of them, in the order of the interface.
    pub const ALL: [Format; 8] = [
        Format::Apa,
        Format::Mla,
        Format::ChicagoNotes,
        Format::ChicagoDate,
        Format::Plain,
        Format::BibTex,
        Format::Ris,
        Format::CslJson,
    ];

    /// The name for readers.
    pub fn name(self) -> &'static str {
        match self {
            Format::Apa => "APA 7",
            Format::Mla => "MLA 9",
            Format::ChicagoNotes => words::sharing::chicago_notes(),
            Format::ChicagoDate => words::sharing::chicago_author_date(),
            Format::Plain => words::sharing::plain_text(),
            Format::BibTex => "BibTeX",
            Format::Ris => "RIS",
            Format::CslJson => "CSL-JSON",
        }
    }

    /// Ending and type of a file in this format.
    pub fn file(self) -> (&'static str, &'static str) {
        match self {
            Format::BibTex => ("bib", "application/x-bibtex"),
            Format::Ris => ("ris", "application/x-research-info-systems"),
            Format::CslJson => ("json", "application/vnd.citationstyles.csl+json"),
            _ => ("txt", "text/plain"),
        }
    }

    /// Whether it is for programs.
    pub fn is_data(self) -> bool {
        matches!(self, Format::BibTex | Format::Ris | Format::CslJson)
    }
}

/// Characters that are printed alike.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The characters.
    pub text: String,
    /// Whether the style prints them in italics.
    pub italic: bool,
}

/// One part of a citation: the entry in a list of works, or what stands in the text or in a note.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// What it is for, as the style calls it; empty where there is only one.
    pub label: String,
    /// What it says.
    pub runs: Vec<Run>,
}

impl Part {
    fn new(label: &str) -> Part {
        Part { label: label.to_owned(), runs: Vec::new() }
    }

    fn plain(mut self, text: &str) -> Part {
        self.push(text, false);
        self
    }

    fn italic(mut self, text: &str) -> Part {
        self.push(text, true);
        self
    }

    fn push(&mut self, text: &str, italic: bool) {
        match self.runs.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.italic == italic => last.text.push_str(text),
            _ => self.runs.push(Run { text: text.to_owned(), italic }),
        }
    }

    /// The label for readers.
    pub fn heading(&self) -> &str {
        match self.label.as_str() {
            "Reference list" => words::sharing::reference_list(),
            "Works cited" => words::sharing::works_cited(),
            "Bibliography" => words::sharing::bibliography(),
            "Note" => words::sharing::note(),
            "Shortened note" => words::sharing::shortened_note(),
            "In the text" => words::sharing::in_the_text(),
            label => label,
        }
    }

    /// Without italics.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    /// With italics, as HTML for other programs: every character that could be markup is written as a reference.
    pub fn html(&self) -> String {
        let escape = |text: &str| {
            text.replace('&', "&amp;")
                .replace('<', "&lt;")
                .replace('>', "&gt;")
                .replace('"', "&quot;")
                .replace('\n', "<br>")
        };
        let run = |run: &Run| {
            if run.italic { format!("<i>{}</i>", escape(&run.text)) } else { escape(&run.text) }
        };
        self.runs.iter().map(run).collect()
    }
}

/// The citation of a source: its parts in the order in which they are needed.
pub fn cite(source: &Source, format: Format) -> Vec<Part> {
    let source = &source.tidy();
    match format {
        Format::Apa => apa::cite(source),
        Format::Mla => mla::cite(source),
        Format::ChicagoNotes => chicago::notes(source),
        Format::ChicagoDate => chicago::author_date(source),
        Format::Plain => vec![Part::new("").plain(&data::sentence(source))],
        Format::BibTex => vec![Part::new("").plain(&data::bibtex(source))],
        Format::Ris => vec![Part::new("").plain(&data::ris(source))],
        Format::CslJson => vec![Part::new("").plain(&data::csl_json(source))],
    }
}

impl Source {
    /// The same on single lines, without white space at the ends: no value may end a line of a data format.
    fn tidy(&self) -> Source {
        let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let locator = |section: &Locator| Locator { number: line(&section.number), title: line(&section.title) };
        Source {
            title: line(&self.title),
            subtitle: line(&self.subtitle),
            byline: line(&self.byline),
            site: line(&self.site),
            url: self.url.split_whitespace().collect(),
            language: line(&self.language),
            section: self.section.as_ref().map(locator).filter(|section| !section.title.is_empty()),
            quote: self.quote.as_deref().map(line).filter(|quote| !quote.is_empty()),
            names: self.names.clone(),
            date: self.date,
            accessed: self.accessed,
        }
    }

    /// Title and subtitle, each written so.
    fn titles(&self, written: impl Fn(&str) -> String) -> String {
        let title = written(&self.title);
        match self.subtitle.as_str() {
            "" => title,
            subtitle if marks::asks(&self.title) => format!("{title} {}", written(subtitle)),
            subtitle => format!("{title}: {}", written(subtitle)),
        }
    }

    /// Title and subtitle as their author wrote them.
    fn whole_title(&self) -> String {
        self.titles(str::to_owned)
    }

    /// The same with the capitals of a headline.
    fn headline(&self, manual: Manual) -> String {
        self.titles(|title| capitals::headline(title, &self.language, manual))
    }

    /// The same with the capitals of a sentence.
    fn sentence(&self) -> String {
        self.titles(|title| capitals::sentence(title, &self.language, &self.names))
    }

    /// The title without its subtitle, with the capitals of a headline.
    fn title_alone(&self, manual: Manual) -> String {
        capitals::headline(&self.title, &self.language, manual)
    }

    /// The section's heading with the capitals of a headline.
    fn heading(&self, manual: Manual) -> Option<String> {
        self.section.as_ref().map(|section| capitals::headline(&section.title, &self.language, manual))
    }

    /// Whether the site is its own author, and so is not named twice.
    fn is_signed_by_site(&self, authors: &[Author]) -> bool {
        matches!(authors, [Author::Group(name)] if without_article(name) == without_article(&self.site))
    }
}

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

fn month(date: Date) -> &'static str {
    usize::from(date.month).checked_sub(1).and_then(|index| MONTHS.get(index)).copied().unwrap_or("January")
}

/// `November 21`.
fn day_of_month(date: Date) -> String {
    format!("{} {}", month(date), date.day)
}

/// `November 21, 2026`.
fn american(date: Date) -> String {
    format!("{}, {}", day_of_month(date), date.year)
}
