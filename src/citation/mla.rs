//! MLA, 9th edition: the core elements, names of authors, dates of publication and access, sections of works without
//! pages, quotations in the text and apart from it.

use super::authors::Author;
use super::byline::authors;
use super::marks::{in_quotes, quoted};
use super::small_words::Manual;
use super::{Part, Source, month};
use crate::article::Date;

/// About four lines of prose: longer quotations stand apart from the text.
const BLOCK: usize = 60;

pub(super) fn cite(source: &Source) -> Vec<Part> {
    let mut authors = authors(&source.byline);
    // What publishes its own work is named as its container only: the title leads.
    if source.is_signed_by_site(&authors) {
        authors.clear();
    }
    vec![entry(source, &authors), in_text(source, &authors)]
}

fn entry(source: &Source, authors: &[Author]) -> Part {
    let part = Part::new("Works cited");
    let part = match list(authors) {
        Some(names) if names.ends_with('.') => part.plain(&names).plain(" "),
        Some(names) => part.plain(&names).plain(". "),
        None => part,
    };
    let part = part.plain(&in_quotes(&source.headline(Manual::Mla), ".")).plain(" ").italic(&source.site);
    let published = source.date.map(|date| format!(", {}", day(date))).unwrap_or_default();
    part.plain(&format!("{published}, {}. Accessed {}.", source.url, day(source.accessed)))
}

/// `21 Nov. 2026`; May, June and July are written out.
fn day(date: Date) -> String {
    let name = month(date);
    let short = match name {
        "May" | "June" | "July" => name.to_owned(),
        "September" => "Sept.".to_owned(),
        name => format!("{}.", name.get(..3).unwrap_or(name)),
    };
    format!("{} {short} {}", date.day, date.year)
}

/// `Doe, Jane`; `Doe, Jane, and Rob Roe`; `Doe, Jane, et al.`
fn list(authors: &[Author]) -> Option<String> {
    Some(match authors {
        [] => return None,
        [one] => one.inverted(),
        [one, two] => format!("{}, and {}", one.inverted(), two.straight()),
        [first, ..] => format!("{}, et al.", first.inverted()),
    })
}

fn in_text(source: &Source, authors: &[Author]) -> Part {
    // A section is given by its number, or not at all.
    let section = source.section.as_ref().filter(|section| !section.number.is_empty());
    let place = section.map(|section| format!("sec. {}", section.number));
    let names = match authors {
        // The title in place of the author; a comma after it stands inside its quotation marks.
        [] => in_quotes(&source.title_alone(Manual::Mla), if place.is_some() { "," } else { "" }),
        [one] => one.filed(),
        [one, two] => format!("{} and {}", one.filed(), two.filed()),
        [first, ..] => format!("{} et al.", first.filed()),
    };
    let comma = if authors.is_empty() { " " } else { ", " };
    let reference = format!("({names}{})", place.map(|place| format!("{comma}{place}")).unwrap_or_default());
    let part = Part::new("In the text");
    match &source.quote {
        Some(quote) => part.plain(&quoted(quote, &reference, BLOCK)),
        None => part.plain(&reference),
    }
}
