//! APA, 7th edition: works on websites (chapter 10.16), authors (9.8), dates (9.13), sources (9.30), quotations from
//! works without pages (8.28), direct quotations of 40 words and more (8.27).

use super::names::{Author, authors};
use super::title::{in_quotes, sentence, stopped};
use super::{Part, Source, american, month, quoted};

/// From so many words on a quotation stands apart from the text.
const BLOCK: usize = 40;

pub(super) fn cite(source: &Source) -> Vec<Part> {
    let authors = authors(&source.byline);
    let title = sentence(&source.whole_title(), &source.language, &source.names);
    let date = match source.date {
        Some(date) => format!("({}, {} {}). ", date.year, month(date), date.day),
        None => "(n.d.). ".to_owned(),
    };
    let reference = Part::new("Reference list");
    let reference = match list(&authors) {
        // Without an author the title takes its place.
        None => reference.italic(&stopped(&title)).plain(" ").plain(&date),
        Some(names) => {
            let dot = if names.ends_with('.') { " " } else { ". " };
            reference.plain(&names).plain(dot).plain(&date).italic(&stopped(&title)).plain(" ")
        }
    };
    let same = authors.iter().any(|author| author.straight() == source.site);
    let site = if same || source.site.is_empty() { String::new() } else { format!("{}. ", source.site) };
    let reference =
        reference.plain(&site).plain(&format!("Retrieved {}, from {}", american(source.accessed), source.url));
    vec![reference, in_text(source, &authors)]
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
    let place = source.heading().map(|heading| format!(", {} section", in_quotes(&heading, ""))).unwrap_or_default();
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
        None => part.italic(&super::title::headline(&source.title, &source.language)),
    };
    part.plain(&format!(", {year}{place})")).plain(&after)
}
