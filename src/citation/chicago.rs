//! Chicago, 18th edition: pages of websites, in notes with a bibliography and by author and date; how many names are
//! written out; titles that end with a question mark; shortened notes; headings in place of pages; longer quotations.

use super::names::{Author, authors, without_article};
use super::title::{headline, in_quotes};
use super::{Part, Source, american, quoted};

/// From so many words on a quotation stands apart from the text.
const BLOCK: usize = 100;
/// Longest title of a shortened note, in words.
const SHORT_TITLE: usize = 4;

/// Notes and bibliography.
pub(super) fn notes(source: &Source) -> Vec<Part> {
    let authors = authors(&source.byline);
    let names = in_note(&authors).map(|names| format!("{names}, ")).unwrap_or_default();
    let section = source.heading().map(|heading| format!("{} in ", in_quotes(&heading, ","))).unwrap_or_default();
    let dates = dates(source).join(", ");
    let site = site(source).map(|site| format!("{site}, ")).unwrap_or_default();
    let title = in_quotes(&source.headline(), ",");
    let quote = source.quote.as_ref().map(|quote| format!("{}\n\n", block_or_marks(quote))).unwrap_or_default();
    let note = format!("{quote}{names}{section}{title} {site}{}, {}.", small(&dates), source.url);
    let short_names = short_names(&authors, 2).map(|names| format!("{names}, ")).unwrap_or_default();
    let short_title = short_title(source);
    let short = match source.heading() {
        None => format!("{short_names}{}", in_quotes(&short_title, ".")),
        Some(heading) => format!("{short_names}{} {}", in_quotes(&short_title, ","), in_quotes(&heading, ".")),
    };
    vec![
        Part::new("Note").plain(&note),
        Part::new("Shortened note").plain(&short),
        Part::new("Bibliography").plain(&entry(source, &authors, false)),
    ]
}

/// Author and date.
pub(super) fn author_date(source: &Source) -> Vec<Part> {
    let authors = authors(&source.byline);
    let year = year(source);
    let names = short_names(&authors, 2).unwrap_or_else(|| in_quotes(&short_title(source), ""));
    let place = source.heading().map(|heading| format!(", under {}", in_quotes(&heading, ""))).unwrap_or_default();
    // `n.d.` is set off with a comma.
    let year = if source.date.is_some() { format!(" {year}") } else { format!(", {year}") };
    let reference = format!("({names}{year}{place})");
    let text = source.quote.as_ref().map_or(reference.clone(), |quote| quoted(quote, &reference, BLOCK));
    vec![Part::new("Reference list").plain(&entry(source, &authors, true)), Part::new("In the text").plain(&text)]
}

fn block_or_marks(quote: &str) -> String {
    let long = quote.split_whitespace().count() >= BLOCK;
    if long { quote.to_owned() } else { in_quotes(quote, "") }
}

/// The entry of a list of works: for author and date the year follows the author.
fn entry(source: &Source, authors: &[Author], with_year: bool) -> String {
    let mut parts = Vec::new();
    let title = in_quotes(&source.headline(), ".");
    match listed(authors) {
        Some(names) => parts.push(names),
        // Without an author the title comes first.
        None => parts.push(title.clone()),
    }
    if with_year {
        parts.push(year(source));
    }
    if !authors.is_empty() {
        parts.push(title);
    }
    parts.extend(site(source));
    parts.extend(dates(source));
    parts.push(source.url.clone());
    let ended = |part: String| if part.ends_with(['.', '”']) { part } else { format!("{part}.") };
    parts.into_iter().map(ended).collect::<Vec<_>>().join(" ")
}

/// The site, where it is not the author too.
fn site(source: &Source) -> Option<String> {
    Some(source.site.clone()).filter(|site| !site.is_empty() && *site != source.byline)
}

fn dates(source: &Source) -> Vec<String> {
    let modified = source.date.map(|date| format!("Last modified {}", american(date)));
    modified.into_iter().chain([format!("Accessed {}", american(source.accessed))]).collect()
}

fn small(dates: &str) -> String {
    dates.replace("Last modified", "last modified").replace("Accessed", "accessed")
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

fn short_names(authors: &[Author], most: usize) -> Option<String> {
    let short = |author: &Author| match author {
        Author::Group(name) => without_article(name),
        Author::Person { family, .. } => family.clone(),
    };
    Some(match authors {
        [] => return None,
        [one] => short(one),
        [one, two] if most >= 2 => format!("{} and {}", short(one), short(two)),
        [first, ..] => format!("{} et al.", short(first)),
    })
}

/// The title without its subtitle and without an article at its beginning, in a few words.
fn short_title(source: &Source) -> String {
    let whole = headline(&source.title, &source.language);
    let rest = ["The ", "A ", "An "].iter().find_map(|article| whole.strip_prefix(article)).unwrap_or(&whole);
    let words: Vec<&str> = rest.split(' ').collect();
    if words.len() <= SHORT_TITLE + 2 {
        return rest.to_owned();
    }
    words.get(..SHORT_TITLE).unwrap_or_default().join(" ").trim_end_matches([',', ':', ';']).to_owned()
}
