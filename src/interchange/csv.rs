//! Notes as a table (RFC 4180): one row a note, CRLF, every field in quotation marks, UTF-8 with a byte-order mark,
//! without which spreadsheets take the file for Latin-1.
//!
//! A field that a spreadsheet would take for a formula gets an apostrophe before it: what an article or another
//! program says must not be run. Such a field differs from what was written; JSON-LD holds the exact words.

use super::items::Item;
use super::time::iso;
use crate::annotation::Kind;

const HEAD: [&str; 12] = [
    "article", "section", "kind", "colour", "quote", "question", "note", "tags", "created", "modified", "address", "id",
];

/// The table.
pub(super) fn write(items: &[Item]) -> String {
    let mut table = String::from("\u{feff}");
    row(&mut table, &HEAD);
    for item in items {
        let annotation = &item.annotation;
        let (quote, question) = match &annotation.kind {
            Kind::Highlight { quote, .. } => (quote.exact.as_str(), ""),
            Kind::Answer { question, .. } => ("", question.as_str()),
            Kind::Bookmark | Kind::Reflection => ("", ""),
        };
        let tags = annotation.tags.join(", ");
        let (created, modified) = (iso(annotation.created), iso(annotation.modified));
        row(
            &mut table,
            &[
                &item.title,
                &item.section,
                annotation.kind.name(),
                annotation.colour().map_or("", |colour| colour.name()),
                quote,
                question,
                &annotation.body,
                &tags,
                &created,
                &modified,
                &item.address,
                &annotation.id,
            ],
        );
    }
    table
}

fn row(table: &mut String, fields: &[&str]) {
    for (index, field) in fields.iter().enumerate() {
        if index > 0 {
            table.push(',');
        }
        table.push('"');
        if is_formula(field) {
            table.push('\'');
        }
        table.push_str(&field.replace('"', "\"\""));
        table.push('"');
    }
    table.push_str("\r\n");
}

/// Spreadsheets look past white space; some read the full-width signs like the plain ones.
fn is_formula(field: &str) -> bool {
    let first = field.trim_start().chars().next();
    field.starts_with(['\t', '\r']) || first.is_some_and(|c| "=+-@＝＋－＠".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(fields: &[&str]) -> String {
        let mut table = String::new();
        row(&mut table, fields);
        table
    }

    #[test]
    fn fields_are_quoted_as_the_standard_says() {
        assert_eq!(written(&["a", "b \"c\", d", "e\nf", ""]), "\"a\",\"b \"\"c\"\", d\",\"e\nf\",\"\"\r\n");
    }

    #[test]
    fn nothing_is_taken_for_a_formula() {
        for field in ["=1+1", "+49", "-2", "@sum", " =x", "\t=x", "\r", "＝x"] {
            assert!(written(&[field]).starts_with("\"'"), "{field:?}");
        }
        for field in ["a=b", "1-2", "", "“=”", "e@example.org"] {
            assert!(!written(&[field]).starts_with("\"'"), "{field:?}");
        }
    }
}
