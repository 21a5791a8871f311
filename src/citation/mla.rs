//! MLA, 9th edition: the core elements, names of authors, dates of publication and access, sections of works without
//! pages, quotations in the text and apart from it.

use super::names::{Author, authors, without_article};
use super::title::{headline, in_quotes};
use super::{Part, Source, month, quoted};
use crate::article::Date;

/// About four lines of prose: longer quotations stand apart from the text.
const BLOCK: usize = 60;

pub(super) fn cite(source: &Source) -> Vec<Part> {
    let authors = authors(&source.byline);
    let part = Part::new("Works cited");
    let part = match list(&authors) {
        Some(names) if names.ends_with('.') => part.plain(&names).plain(" "),
        Some(names) => part.plain(&names).plain(". "),
        None => part,
    };
    let part = part.plain(&in_quotes(&source.headline(), ".")).plain(" ").italic(&source.site);
    let published = source.date.map(|date| format!(", {}", day(date))).unwrap_or_default();
    let end = format!("{published}, {}. Accessed {}.", source.url, day(source.accessed));
    vec![part.plain(&end), in_text(source, &authors)]
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
    let section = source.section.as_ref();
    let place = section.map(|section| match section.number.as_str() {
        "" => in_quotes(&headline(&section.title, &source.language), ""),
        number => format!("sec. {number}"),
    });
    let short = |author: &Author| match author {
        Author::Group(name) => without_article(name),
        Author::Person { family, .. } => family.clone(),
    };
    let names = match authors {
        // The title in place of the author; a comma after it stands inside its quotation marks.
        [] => in_quotes(&headline(&source.title, &source.language), if place.is_some() { "," } else { "" }),
        [one] => short(one),
        [one, two] => format!("{} and {}", short(one), short(two)),
        [first, ..] => format!("{} et al.", short(first)),
    };
    let comma = if authors.is_empty() { " " } else { ", " };
    let reference = format!("({names}{})", place.map(|place| format!("{comma}{place}")).unwrap_or_default());
    let part = Part::new("In the text");
    match &source.quote {
        Some(quote) => part.plain(&quoted(quote, &reference, BLOCK)),
        None => part.plain(&reference),
    }
}
