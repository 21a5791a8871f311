//! APA, 7th edition: works on websites (chapter 10.16), authors (9.8), dates (9.13), retrieval dates (9.16), sources
//! (9.30), quotations from works without pages (8.28), direct quotations of 40 words and more (8.27).

use super::authors::Author;
use super::byline::authors;
use super::marks::{quoted, stopped};
use super::small_words::Manual;
use super::{Part, Source, american, day_of_month};

/// From so many words on a quotation stands apart from the text.
const BLOCK: usize = 40;

pub(super) fn cite(source: &Source) -> Vec<Part> {
    let authors = authors(&source.byline);
    vec![reference(source, &authors), in_text(source, &authors)]
}

fn reference(source: &Source, authors: &[Author]) -> Part {
    let date = match source.date {
        Some(date) => format!("({}, {}). ", date.year, day_of_month(date)),
        None => "(n.d.). ".to_owned(),
    };
    // The stop after what is in italics is not in italics itself.
    let (title, stop) = stopped(&source.sentence());
    let stop = format!("{stop} ");
    let part = Part::new("Reference list");
    let part = match list(authors) {
        // Without an author the title takes its place.
        None => part.italic(&title).plain(&stop).plain(&date),
        Some(names) => {
            let dot = if names.ends_with('.') { " " } else { ". " };
            part.plain(&names).plain(dot).plain(&date).italic(&title).plain(&stop)
        }
    };
    let site = match source.site.as_str() {
        "" => String::new(),
        _ if source.is_signed_by_site(authors) => String::new(),
        site => format!("{site}. "),
    };
    part.plain(&site).plain(&retrieved(source)).plain(&source.url)
}

/// Only what has no date of its own is dated by the day on which it was read.
fn retrieved(source: &Source) -> String {
    if source.date.is_some() { String::new() } else { format!("Retrieved {}, from ", american(source.accessed)) }
}

/// `Doe, J.`; `Doe, J., & Roe, R.`; from 21 names on the first 19, three dots and the last.
fn list(authors: &[Author]) -> Option<String> {
    let names: Vec<String> = authors.iter().map(Author::initials).collect();
    let (last, others) = names.split_last()?;
    Some(match others.len() {
        0 => last.clone(),
        1..=19 => format!("{}, & {last}", others.join(", ")),
        _ => format!("{}, . . . {last}", others.get(..19).unwrap_or(others).join(", ")),
    })
}

fn in_text(source: &Source, authors: &[Author]) -> Part {
    let year = source.date.map_or("n.d.".to_owned(), |date| date.year.to_string());
    // The whole heading, so without quotation marks.
    let place = source.heading(Manual::Apa).map(|heading| format!(", {heading} section")).unwrap_or_default();
    let part = Part::new("In the text");
    let names = match authors {
        [] => None,
        [one] => Some(one.short().to_owned()),
        [one, two] => Some(format!("{} & {}", one.short(), two.short())),
        [first, ..] => Some(format!("{} et al.", first.short())),
    };
    let (before, after) = match &source.quote {
        Some(quote) => {
            let whole = quoted(quote, "\0", BLOCK);
            let (before, after) = whole.split_once('\0').unwrap_or((&whole, ""));
            (before.to_owned(), after.to_owned())
        }
        None => (String::new(), String::new()),
    };
    let part = part.plain(&before).plain("(");
    let part = match names {
        Some(names) => part.plain(&names),
        None => part.italic(&source.title_alone(Manual::Apa)),
    };
    part.plain(&format!(", {year}{place})")).plain(&after)
}
