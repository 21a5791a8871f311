//! Chicago, 18th edition: pages of websites, in notes with a bibliography and by author and date; how many names are
//! written out; titles that end with a question mark; shortened notes; headings in place of pages; longer quotations.

use super::authors::Author;
use super::byline::authors;
use super::marks::{in_quotes, quoted};
use super::small_words::Manual;
use super::{Part, Source, american, day_of_month};

/// From so many words on a quotation stands apart from the text.
const BLOCK: usize = 100;
/// Longest title of a shortened note, in words.
const SHORT_TITLE: usize = 4;

/// Notes and bibliography.
pub(super) fn notes(source: &Source) -> Vec<Part> {
    let authors = authors(&source.byline);
    let list = entry(source, &authors, None, source.date.map(american));
    vec![
        Part::new("Note").plain(&note(source, &authors)),
        Part::new("Shortened note").plain(&short_note(source, &authors)),
        Part::new("Bibliography").plain(&list),
    ]
}

/// Author and date.
pub(super) fn author_date(source: &Source) -> Vec<Part> {
    let authors = authors(&source.byline);
    let list = entry(source, &authors, Some(year(source)), source.date.map(day_of_month));
    vec![Part::new("Reference list").plain(&list), Part::new("In the text").plain(&in_text(source, &authors))]
}

fn note(source: &Source, authors: &[Author]) -> String {
    let quote = source.quote.as_ref().map(|quote| format!("{}\n\n", block_or_marks(quote))).unwrap_or_default();
    let names = in_note(authors).map(|names| format!("{names}, ")).unwrap_or_default();
    let title = in_quotes(&source.headline(Manual::Chicago), ",");
    let site = Some(&source.site).filter(|site| !site.is_empty() && !source.is_signed_by_site(authors));
    let modified = source.date.map(|date| format!("last modified {}", american(date)));
    let mut parts: Vec<String> = site.cloned().into_iter().chain(modified).collect();
    parts.push(format!("accessed {}", american(source.accessed)));
    let parts: String = parts.iter().map(|part| format!("{part}, ")).collect();
    let place = under(source, ",").map(|place| format!("{place} ")).unwrap_or_default();
    format!("{quote}{names}{title} {parts}{place}{}.", source.url)
}

fn short_note(source: &Source, authors: &[Author]) -> String {
    let names = short_names(authors).map(|names| format!("{names}, ")).unwrap_or_default();
    match under(source, ".") {
        None => format!("{names}{}", in_quotes(&short_title(source), ".")),
        Some(place) => format!("{names}{} {place}", in_quotes(&short_title(source), ",")),
    }
}

fn in_text(source: &Source, authors: &[Author]) -> String {
    // `n.d.` is set off with a comma, which a title takes inside of its quotation marks.
    let comma = if source.date.is_some() { "" } else { "," };
    let names = match short_names(authors).or_else(|| owner(source)) {
        Some(names) => format!("{names}{comma}"),
        None => in_quotes(&short_title(source), comma),
    };
    let place = under(source, "").map(|place| format!(", {place}")).unwrap_or_default();
    let reference = format!("({names} {}{place})", year(source));
    source.quote.as_ref().map_or(reference.clone(), |quote| quoted(quote, &reference, BLOCK))
}

/// The heading in place of a page.
fn under(source: &Source, mark: &str) -> Option<String> {
    source.heading(Manual::Chicago).map(|heading| format!("under {}", in_quotes(&heading, mark)))
}

fn block_or_marks(quote: &str) -> String {
    let long = quote.split_whitespace().count() >= BLOCK;
    if long { quote.to_owned() } else { in_quotes(quote, "") }
}

/// The entry of a list of works: for author and date with the year, which the day of the last change then goes without.
fn entry(source: &Source, authors: &[Author], year: Option<String>, modified: Option<String>) -> String {
    let title = in_quotes(&source.headline(Manual::Chicago), ".");
    let leader = listed(authors).or_else(|| owner(source));
    // The site is not named again where it leads.
    let site = owner(source).filter(|site| leader.as_ref() != Some(site));
    let (first, second) = match leader {
        Some(leader) => (leader, Some(title)),
        None => (title, None),
    };
    let mut parts = vec![first];
    parts.extend([year, second, site].into_iter().flatten());
    parts.extend(modified.map(|day| format!("Last modified {day}")));
    parts.push(format!("Accessed {}", american(source.accessed)));
    parts.push(source.url.clone());
    let ended = |part: String| if part.ends_with(['.', '”']) { part } else { format!("{part}.") };
    parts.into_iter().map(ended).collect::<Vec<_>>().join(" ")
}

/// Whose site it is: who leads where nobody is named.
fn owner(source: &Source) -> Option<String> {
    Some(source.site.clone()).filter(|site| !site.is_empty())
}

fn year(source: &Source) -> String {
    source.date.map_or("n.d.".to_owned(), |date| date.year.to_string())
}

/// Up to two names in a note; of more, the first.
fn in_note(authors: &[Author]) -> Option<String> {
    Some(match authors {
        [] => return None,
        [one] => one.straight(),
        [one, two] => format!("{} and {}", one.straight(), two.straight()),
        [first, ..] => format!("{} et al.", first.straight()),
    })
}

/// Up to six names in a list; of more, the first three.
fn listed(authors: &[Author]) -> Option<String> {
    let (first, others) = authors.split_first()?;
    let straight: Vec<String> = others.iter().map(Author::straight).collect();
    Some(match straight.split_last() {
        None => first.inverted(),
        Some((last, [])) => format!("{}, and {last}", first.inverted()),
        Some((last, middle)) if authors.len() <= 6 => {
            format!("{}, {}, and {last}", first.inverted(), middle.join(", "))
        }
        Some(_) => format!("{}, {}, et al.", first.inverted(), straight.get(..2).unwrap_or_default().join(", ")),
    })
}

fn short_names(authors: &[Author]) -> Option<String> {
    Some(match authors {
        [] => return None,
        [one] => one.filed(),
        [one, two] => format!("{} and {}", one.filed(), two.filed()),
        [first, ..] => format!("{} et al.", first.filed()),
    })
}

/// The title without its subtitle and without an article at its beginning, in a few words.
fn short_title(source: &Source) -> String {
    let whole = source.title_alone(Manual::Chicago);
    let rest = ["The ", "A ", "An "].iter().find_map(|article| whole.strip_prefix(article)).unwrap_or(&whole);
    let words: Vec<&str> = rest.split(' ').collect();
    if words.len() <= SHORT_TITLE + 2 {
        return rest.to_owned();
    }
    words.get(..SHORT_TITLE).unwrap_or_default().join(" ").trim_end_matches([',', ':', ';']).to_owned()
}
