//! Citations against the manuals' rules, in tables.
#![allow(clippy::indexing_slicing, reason = "a test that can not go on fails")]

use closely::article::Date;
use closely::citation::{Format, Locator, Part, Run, Source, cite};

#[path = "citation/apa.rs"]
mod apa;
#[path = "citation/bylines.rs"]
mod bylines;
#[path = "citation/chicago.rs"]
mod chicago;
#[path = "citation/data.rs"]
mod data;
#[path = "citation/mla.rs"]
mod mla;
#[path = "citation/quotations.rs"]
mod quotations;
#[path = "citation/titles.rs"]
mod titles;

const URL: &str = "https://example.org/read/pace/#armour";

fn source() -> Source {
    Source {
        title: "Pace and Closeness".to_owned(),
        subtitle: "How attraction and trust find a common speed".to_owned(),
        byline: "The Closely editors".to_owned(),
        date: Some(Date { year: 2026, month: 11, day: 21 }),
        site: "Closely".to_owned(),
        url: URL.to_owned(),
        language: "en-GB".to_owned(),
        section: None,
        quote: None,
        names: Vec::new(),
        accessed: Date { year: 2027, month: 5, day: 3 },
    }
}

fn plain(title: &str, byline: &str) -> Source {
    Source { title: title.to_owned(), subtitle: String::new(), byline: byline.to_owned(), ..source() }
}

fn in_section(source: Source) -> Source {
    let section = Some(Locator { number: "2".to_owned(), title: "Sex as armour".to_owned() });
    Source { section, ..source }
}

fn headed(source: Source, heading: &str) -> Source {
    Source { section: Some(Locator { number: String::new(), title: heading.to_owned() }), ..source }
}

fn passage(quote: &str) -> Source {
    Source { quote: Some(quote.to_owned()), ..in_section(source()) }
}

/// The parts, each as Markdown has italics, by their labels.
fn parts(source: &Source, format: Format) -> Vec<(String, String)> {
    let runs = |part: &Part| -> String {
        let run = |run: &Run| if run.italic { format!("*{}*", run.text) } else { run.text.clone() };
        part.runs.iter().map(run).collect()
    };
    cite(source, format).iter().map(|part| (part.label.clone(), runs(part))).collect()
}

fn part(source: &Source, format: Format, label: &str) -> String {
    let found = parts(source, format).into_iter().find(|(found, _)| found == label);
    found.map(|(_, text)| text).unwrap_or_default()
}

const PEOPLE: [(&str, usize); 4] = [
    ("Jane Q. Doe", 1),
    ("Jane Q. Doe and Rob Roe", 2),
    ("Jane Q. Doe, Rob Roe, and Ann van Dam", 3),
    ("Al Alm, Bo Berg, Cy Carr, Di Dahl, Ed Ek, Fi Falk, and Gus Gren", 7),
];

#[test]
fn marked_up_italics_hold_no_other_markup() {
    let parts = cite(&plain("<img src=x> & so", "Jane Doe"), Format::Apa);
    let html = parts.first().map(Part::html).unwrap_or_default();
    assert!(html.contains("<i>&lt;Img src=x&gt; &amp; so</i>."), "{html}");
}

#[test]
fn no_text_is_too_strange() {
    use proptest::prelude::*;
    proptest!(|(title in "\\PC{0,40}", byline in "\\PC{0,60}", section in "\\PC{0,30}", quote in "\\PC{0,80}")| {
        let section = Some(Locator { number: String::new(), title: section });
        let source = Source { section, quote: Some(quote), ..plain(&title, &byline) };
        for format in Format::ALL {
            prop_assert!(!cite(&source, format).is_empty());
        }
        let json = cite(&source, Format::CslJson).first().map(Part::text).unwrap_or_default();
        prop_assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok(), "{}", json);
    });
}

/// What is cited in every format alike: tests/fixtures/citations.txt has each as the manuals, or the programs, want it.
fn shared() -> [(&'static str, Source); 6] {
    let unnumbered = Some(Locator { number: String::new(), title: "A word of care".to_owned() });
    let quoted = Source { quote: Some("So it is.".to_owned()), ..in_section(plain("Waiting", "Jane Doe")) };
    [
        ("two authors", plain("Waiting", PEOPLE[1].0)),
        ("nobody named", plain("Waiting", "")),
        ("no date", Source { date: None, ..plain("Waiting", "Jane Doe") }),
        ("a section without a number", Source { section: unnumbered, ..plain("Waiting", "Jane Doe") }),
        ("a quotation", quoted),
        ("a title that asks", plain("Why Wait?", "Jane Doe")),
    ]
}

#[test]
fn every_format_has_every_source_as_the_table_says() {
    let table = include_str!("fixtures/citations.txt");
    let mut written = String::new();
    for (name, source) in shared() {
        written.push_str(&format!("== {name}\n"));
        for format in Format::ALL {
            written.push_str(&format!("-- {}\n", format.name()));
            for (label, text) in parts(&source, format) {
                let label = if label.is_empty() { label } else { format!("{label}: ") };
                written.push_str(&format!("{label}{}\n", text.replace('\r', "").trim_end()));
            }
        }
    }
    for (line, expected) in written.lines().zip(table.lines()) {
        assert_eq!(line, expected);
    }
    assert_eq!(written.lines().count(), table.lines().count());
}
