//! Notes as Markdown, for notebooks of text such as Obsidian: by article and section, quotes as quotations.
//!
//! What a reader or an article wrote is shown as the characters typed: every sign that Markdown could take for its own
//! is escaped, so that no note becomes a heading, a link or a tag of HTML.

use super::items::Item;
use super::time::iso;
use crate::annotation::Kind;
use crate::link::{TextDirective, encode};
use crate::words;

/// The text.
pub(super) fn write(items: &[Item], colours: &[(String, String)], day: &str) -> String {
    let mut text = format!("# {}\n\n{}\n", words::files::heading(), words::files::exported_on(day));
    let mut before: Option<&Item> = None;
    for item in items {
        let same_article = before.is_some_and(|before| before.annotation.article == item.annotation.article);
        if !same_article {
            text.push_str(&format!("\n## {}\n", line(&item.title)));
        }
        if !same_article || before.is_some_and(|before| before.address != item.address) {
            text.push_str(&format!("\n### [{}]({})\n", line(&item.section), item.address));
        }
        text.push_str(&entry(item, colours));
        before = Some(item);
    }
    text
}

fn entry(item: &Item, colours: &[(String, String)]) -> String {
    let annotation = &item.annotation;
    let mut text = String::from("\n");
    match &annotation.kind {
        Kind::Bookmark => text.push_str(&format!("{}\n", words::files::bookmark())),
        Kind::Reflection => {}
        Kind::Answer { question, .. } => text.push_str(&format!("*{}*\n", line(question))),
        Kind::Highlight { quote, .. } => text.push_str(&quotation(&quote.exact)),
    }
    if annotation.has_body() {
        text.push_str(&format!("\n{}", paragraphs(&annotation.body)));
    }
    text.push_str(&format!("\n{}\n", foot(item, colours)));
    text
}

/// Colour by the reader's name for it, day, link and tags.
fn foot(item: &Item, colours: &[(String, String)]) -> String {
    let annotation = &item.annotation;
    let mut parts = Vec::new();
    parts.extend(annotation.colour().map(|colour| {
        let own = colours.iter().find(|(name, own)| name == colour.name() && !own.is_empty());
        own.map_or_else(|| colour.name().to_owned(), |(_, own)| line(own))
    }));
    parts.extend(iso(annotation.modified).get(..10).map(str::to_owned));
    parts.push(passage(item).unwrap_or_else(|| format!("[{}]({})", words::files::section(), item.address)));
    parts.extend(annotation.tags.iter().filter_map(|tag| tag_of(tag)));
    parts.join(" · ")
}

/// A link to the passage by its words: the app reads the query, browsers that know how read the fragment, and all others
/// open the section.
fn passage(item: &Item) -> Option<String> {
    let directive = TextDirective::of_quote(item.annotation.quote()?)?.to_string();
    let (path, section) = item.address.split_once('#').unwrap_or((&item.address, ""));
    let label = words::files::passage();
    Some(format!("[{label}]({path}?text={}#{section}:~:text={directive})", encode(&directive)))
}

/// A tag as notebooks of text know them: no white space, and none of digits alone.
fn tag_of(tag: &str) -> Option<String> {
    let letter = |c: char| if c.is_alphanumeric() || c == '_' || c == '/' { c } else { '-' };
    let name: String = tag.trim().trim_start_matches('#').chars().map(letter).collect();
    let name = name.trim_matches('-');
    let usable = name.chars().any(|c| !c.is_numeric() && c != '-');
    usable.then(|| format!("#{name}")).or_else(|| (!name.is_empty()).then(|| line(tag)))
}

fn quotation(quote: &str) -> String {
    let lines: Vec<String> = quote.lines().map(|words| format!("> {}", escape(words)).trim_end().to_owned()).collect();
    format!("{}\n", lines.join("\n>\n"))
}

/// The reader's lines as they typed them: a line's end is a line's end.
fn paragraphs(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| escape(line.trim_end())).collect();
    let mut paragraphs = String::new();
    for (index, line) in lines.iter().enumerate() {
        let breaks = !line.is_empty() && lines.get(index + 1).is_some_and(|next| !next.is_empty());
        paragraphs.push_str(line);
        paragraphs.push_str(if breaks { "\\\n" } else { "\n" });
    }
    paragraphs
}

/// On one line.
fn line(text: &str) -> String {
    escape(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A line with every sign escaped that Markdown, or what reads it, could take for its own.
fn escape(line: &str) -> String {
    let mut escaped = String::with_capacity(line.len());
    let start = line.trim_start();
    // White space before a line would make it code.
    let digits = start.bytes().take_while(u8::is_ascii_digit).count();
    for (at, letter) in start.char_indices() {
        let anywhere = "\\`*_{}[]<>#|~$^=&!".contains(letter) || (letter == '%' && start.contains("%%"));
        let at_start = at == 0 && "+-:".contains(letter);
        let after_number = at == digits && digits > 0 && ".)".contains(letter);
        if anywhere || at_start || after_number {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}
