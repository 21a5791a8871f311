//! Citations for programs, and as a plain sentence.

use super::authors::{Author, without_article};
use super::byline::authors;
use super::capitals::capital;
use super::languages::langid;
use super::marks::inner_quotes;
use super::{Locator, Source, month};
use crate::article::Date;

/// A sentence that says what it is and where it stands.
pub(super) fn sentence(source: &Source) -> String {
    let quote = source.quote.as_ref().map(|quote| format!("“{}”\n", inner_quotes(quote))).unwrap_or_default();
    let by = if source.byline.is_empty() { String::new() } else { format!("{}, ", source.byline) };
    let title = inner_quotes(&source.whole_title());
    let section = source.section.as_ref().map(|section| format!(", {}", place(section))).unwrap_or_default();
    let revised = source.date.map(|date| format!(", revised {}", date.long())).unwrap_or_default();
    let read = source.accessed.long();
    format!("{quote}{by}“{title}”{section}. {}{revised}. Read {read}. {}", source.site, source.url)
}

fn place(section: &Locator) -> String {
    let title = inner_quotes(&section.title);
    match section.number.as_str() {
        "" => format!("section “{title}”"),
        number => format!("section {number}, “{title}”"),
    }
}

/// A word for a key: small Latin letters and digits.
fn key_word(text: &str) -> String {
    let plain = crate::article::Folded::new(text);
    plain.chars().iter().filter(|c| c.is_ascii_alphanumeric()).collect()
}

/// `doe2026pace`: who, when and what, in characters that every program takes.
fn key(source: &Source) -> String {
    let author = authors(&source.byline).first().map(|author| match author {
        Author::Person { family, .. } => key_word(family),
        Author::Group(name) => key_word(without_article(name).split(' ').next().unwrap_or_default()),
    });
    let year = source.date.map_or("nd".to_owned(), |date| date.year.to_string());
    let small = ["a", "an", "the"];
    let first =
        source.title.split([' ', '-']).map(key_word).find(|word| word.len() > 1 && !small.contains(&word.as_str()));
    let key = format!("{}{year}{}", author.unwrap_or_default(), first.unwrap_or_default());
    if key.starts_with(|c: char| c.is_ascii_alphabetic()) { key } else { format!("closely{key}") }
}

/// BibTeX. `@misc` with the address and the dates in fields that both BibTeX and biblatex understand or pass over.
pub(super) fn bibtex(source: &Source) -> String {
    let mut entry = format!("@misc{{{},\n", key(source));
    let mut field = |name: &str, value: String| {
        if !value.is_empty() {
            entry.push_str(&format!("  {name} = {value},\n"));
        }
    };
    field("author", braced(authors(&source.byline).iter().map(bibtex_name).collect::<Vec<_>>().join(" and ")));
    // Doubled: the capitals of the title stay as they are.
    field("title", braced(braced(tex(&source.whole_title()))));
    if let Some(date) = source.date {
        field("year", braced(date.year.to_string()));
        // The name of a macro, which each style writes as it writes months: without braces.
        field("month", month(date).to_lowercase().chars().take(3).collect());
    }
    field("howpublished", braced(tex(&source.site)));
    let section = source.section.as_ref().map(capital_place).unwrap_or_default();
    let read = format!("Accessed {}", source.accessed.long());
    field("note", braced(if section.is_empty() { read } else { format!("{}. {read}", tex(&section)) }));
    field("url", braced(address(&source.url)));
    field("urldate", braced(source.accessed.iso()));
    field("langid", braced(langid(&source.language).unwrap_or_default().to_owned()));
    field("annote", braced(source.quote.as_deref().map(tex).unwrap_or_default()));
    entry.push_str("}\n");
    entry
}

/// A value between braces; none for none.
fn braced(value: String) -> String {
    if value.is_empty() { value } else { format!("{{{value}}}") }
}

fn bibtex_name(author: &Author) -> String {
    match author {
        // A second pair of braces: a group's name is not taken apart.
        Author::Group(name) => braced(tex(name)),
        Author::Person { given, family, suffix } if suffix.is_empty() => format!("{}, {}", tex(family), tex(given)),
        Author::Person { given, family, suffix } => format!("{}, {}, {}", tex(family), tex(suffix), tex(given)),
    }
}

fn capital_place(section: &Locator) -> String {
    capital(&place(section))
}

/// A text in TeX: every character that TeX would act on is written as its command.
/// BibTeX counts braces even behind a backslash: those of the text become commands too.
fn tex(text: &str) -> String {
    let mut written = String::new();
    for c in text.chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' => written.extend(['\\', c]),
            '{' => written.push_str("\\textbraceleft{}"),
            '}' => written.push_str("\\textbraceright{}"),
            '~' => written.push_str("\\textasciitilde{}"),
            '^' => written.push_str("\\textasciicircum{}"),
            '\\' => written.push_str("\\textbackslash{}"),
            c if c.is_control() => {}
            c => written.push(c),
        }
    }
    written
}

/// An address inside braces: what would end them, or begin a command, is percent-encoded.
fn address(url: &str) -> String {
    url.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C")
}

/// RIS: a tag, two spaces, a hyphen, a space and the value; `TY` first, `ER` last, lines end as on paper tape.
pub(super) fn ris(source: &Source) -> String {
    let mut lines = vec!["TY  - ELEC".to_owned()];
    let mut tag = |name: &str, value: String| {
        let value: String = value.chars().filter(|c| !c.is_control()).collect();
        if !value.is_empty() {
            lines.push(format!("{name}  - {value}"));
        }
    };
    for author in authors(&source.byline) {
        let name = match author {
            Author::Group(name) => name,
            Author::Person { given, family, suffix } if suffix.is_empty() => format!("{family}, {given}"),
            Author::Person { given, family, suffix } => format!("{family}, {given}, {suffix}"),
        };
        // An asterisk has a meaning of its own in names.
        tag("AU", name.replace('*', ""));
    }
    tag("TI", source.whole_title());
    tag("T2", source.site.clone());
    if let Some(date) = source.date {
        tag("PY", date.year.to_string());
        tag("DA", slashed(date));
    }
    tag("Y2", slashed(source.accessed));
    tag("SE", source.section.as_ref().map(|section| section.title.clone()).unwrap_or_default());
    tag("N1", source.quote.clone().unwrap_or_default());
    tag("LA", source.language.clone());
    tag("UR", source.url.clone());
    lines.push("ER  - ".to_owned());
    lines.join("\r\n") + "\r\n"
}

fn slashed(date: Date) -> String {
    format!("{:04}/{:02}/{:02}", date.year, date.month, date.day)
}

/// CSL-JSON: a list of one item.
pub(super) fn csl_json(source: &Source) -> String {
    let mut fields = vec![("id", string(&key(source))), ("type", string("webpage"))];
    let mut field = |name: &'static str, value: &str| {
        if !value.is_empty() {
            fields.push((name, string(value)));
        }
    };
    field("title", &source.whole_title());
    if !source.subtitle.is_empty() {
        field("title-short", &source.title);
    }
    field("container-title", &source.site);
    field("section", source.section.as_ref().map_or("", |section| &section.title));
    field("URL", &source.url);
    field("language", &source.language);
    field("note", source.quote.as_deref().unwrap_or_default());
    let names: Vec<String> = authors(&source.byline).iter().map(csl_name).collect();
    if !names.is_empty() {
        fields.push(("author", format!("[{}]", names.join(", "))));
    }
    let date = |date: Date| format!("{{\"date-parts\": [[{}, {}, {}]]}}", date.year, date.month, date.day);
    fields.extend(source.date.map(|issued| ("issued", date(issued))));
    fields.push(("accessed", date(source.accessed)));
    let lines: Vec<String> = fields.iter().map(|(name, value)| format!("    {}: {value}", string(name))).collect();
    format!("[\n  {{\n{}\n  }}\n]\n", lines.join(",\n"))
}

fn csl_name(author: &Author) -> String {
    match author {
        Author::Group(name) => format!("{{\"literal\": {}}}", string(name)),
        Author::Person { given, family, suffix } => {
            let suffix = if suffix.is_empty() { String::new() } else { format!(", \"suffix\": {}", string(suffix)) };
            format!("{{\"family\": {}, \"given\": {}{suffix}}}", string(family), string(given))
        }
    }
}

/// A JSON string.
fn string(text: &str) -> String {
    let mut written = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => written.extend(['\\', c]),
            c if c.is_control() => written.push_str(&format!("\\u{:04x}", c as u32)),
            c => written.push(c),
        }
    }
    written.push('"');
    written
}
