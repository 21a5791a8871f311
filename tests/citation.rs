//! Citations against the manuals' rules, in tables.
#![allow(clippy::indexing_slicing, reason = "a test that can not go on fails")]

use closely::article::Date;
use closely::citation::{Format, Locator, Source, cite};

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

fn passage(quote: &str) -> Source {
    Source { quote: Some(quote.to_owned()), ..in_section(source()) }
}

/// The parts, each as Markdown has italics, by their labels.
fn parts(source: &Source, format: Format) -> Vec<(String, String)> {
    let runs = |part: &closely::citation::Part| -> String {
        let run = |run: &closely::citation::Run| if run.italic { format!("*{}*", run.text) } else { run.text.clone() };
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
fn apa_reference_list() {
    let end = format!("Closely. Retrieved May 3, 2027, from {URL}");
    for (source, expected) in [
        (
            source(),
            "The Closely editors. (2026, November 21). *Pace and closeness: How attraction and trust find a common speed.* ",
        ),
        (plain("Why Wait?", "Jane Q. Doe"), "Doe, J. Q. (2026, November 21). *Why wait?* "),
        (plain("The End of “Forever”", "Jane Doe"), "Doe, J. (2026, November 21). *The end of “forever.”* "),
        (Source { date: None, ..plain("Waiting", "Jane Doe") }, "Doe, J. (n.d.). *Waiting.* "),
        (plain("Waiting for Godot", ""), "*Waiting for godot.* (2026, November 21). "),
        (
            Source { names: vec!["Godot".to_owned()], ..plain("Waiting for Godot", "") },
            "*Waiting for Godot.* (2026, November 21). ",
        ),
        (plain("Waiting", PEOPLE[1].0), "Doe, J. Q., & Roe, R. (2026, November 21). *Waiting.* "),
        (plain("Waiting", PEOPLE[2].0), "Doe, J. Q., Roe, R., & van Dam, A. (2026, November 21). *Waiting.* "),
        (plain("Waiting", "Martin King Jr."), "King, M., Jr. (2026, November 21). *Waiting.* "),
    ] {
        assert_eq!(part(&source, Format::Apa, "Reference list"), format!("{expected}{end}"));
    }
    let own = part(&plain("Waiting", "Closely"), Format::Apa, "Reference list");
    assert_eq!(own, format!("Closely. (2026, November 21). *Waiting.* Retrieved May 3, 2027, from {URL}"));
}

#[test]
fn apa_names_at_most_twenty_one() {
    let names: Vec<String> = ('A'..='V').map(|c| format!("Xu {c}ab")).collect();
    let written = part(&plain("Waiting", &names.join(", ")), Format::Apa, "Reference list");
    assert!(written.starts_with("Aab, X., Bab, X."), "{written}");
    assert!(written.contains("Sab, X., . . . Vab, X. (2026"), "{written}");
    let twenty = part(&plain("Waiting", &names[..20].join(", ")), Format::Apa, "Reference list");
    assert!(twenty.contains("Sab, X., & Tab, X. (2026"), "{twenty}");
}

#[test]
fn apa_in_the_text() {
    let long = "word ".repeat(40);
    for (source, expected) in [
        (source(), "(The Closely editors, 2026)".to_owned()),
        (in_section(source()), "(The Closely editors, 2026, “Sex as Armour” section)".to_owned()),
        (plain("Waiting", PEOPLE[1].0), "(Doe & Roe, 2026)".to_owned()),
        (plain("Waiting", PEOPLE[2].0), "(Doe et al., 2026)".to_owned()),
        (Source { date: None, ..plain("Waiting", "Jane Doe") }, "(Doe, n.d.)".to_owned()),
        (plain("waiting for it", ""), "(*Waiting for It*, 2026)".to_owned()),
        (
            passage("So “be it,” they said."),
            "“So ‘be it,’ they said” (The Closely editors, 2026, “Sex as Armour” section).".to_owned(),
        ),
        (passage("Is it?"), "“Is it?” (The Closely editors, 2026, “Sex as Armour” section).".to_owned()),
        // Forty words and more stand apart, without marks, the reference after the full stop.
        (
            passage(&format!("{}.", long.trim())),
            format!("{}. (The Closely editors, 2026, “Sex as Armour” section)", long.trim()),
        ),
    ] {
        assert_eq!(part(&source, Format::Apa, "In the text"), expected);
    }
}

#[test]
fn mla_works_cited() {
    let end = format!(" *Closely*, 21 Nov. 2026, {URL}. Accessed 3 May 2027.");
    for (source, expected) in [
        (source(), "Closely editors. “Pace and Closeness: How Attraction and Trust Find a Common Speed.”"),
        (plain("Why wait?", PEOPLE[0].0), "Doe, Jane Q. “Why Wait?”"),
        (plain("The end of “forever”", "Jane Doe"), "Doe, Jane. “The End of ‘Forever.’”"),
        (plain("Waiting", PEOPLE[1].0), "Doe, Jane Q., and Rob Roe. “Waiting.”"),
        (plain("Waiting", PEOPLE[2].0), "Doe, Jane Q., et al. “Waiting.”"),
        (plain("Waiting", ""), "“Waiting.”"),
        (plain("Waiting", "Martin King Jr."), "King, Martin, Jr. “Waiting.”"),
    ] {
        assert_eq!(part(&source, Format::Mla, "Works cited"), format!("{expected}{end}"));
    }
    let undated = part(&Source { date: None, ..source() }, Format::Mla, "Works cited");
    assert!(undated.ends_with(&format!("*Closely*, {URL}. Accessed 3 May 2027.")), "{undated}");
    let months: Vec<String> = (1..=12)
        .map(|month| {
            let date = Some(Date { year: 2026, month, day: 1 });
            let cited = part(&Source { date, ..plain("W", "Jane Doe") }, Format::Mla, "Works cited");
            let day = cited.split(", ").find(|part| part.starts_with("1 ")).unwrap_or_default().to_owned();
            day.trim_start_matches("1 ").trim_end_matches(" 2026").to_owned()
        })
        .collect();
    let expected = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.";
    assert_eq!(months.join(" "), expected);
}

#[test]
fn mla_in_the_text() {
    let unnumbered = |source: Source| {
        let section = Some(Locator { number: String::new(), title: "a word of care".to_owned() });
        Source { section, ..source }
    };
    for (source, expected) in [
        (source(), "(Closely editors)"),
        (in_section(source()), "(Closely editors, sec. 2)"),
        (unnumbered(source()), "(Closely editors, “A Word of Care”)"),
        (plain("Waiting", PEOPLE[1].0), "(Doe and Roe)"),
        (plain("Waiting", PEOPLE[2].0), "(Doe et al.)"),
        (plain("Waiting", ""), "(“Waiting”)"),
        (in_section(plain("Waiting", "")), "(“Waiting,” sec. 2)"),
        (passage("So it is."), "“So it is” (Closely editors, sec. 2)."),
    ] {
        assert_eq!(part(&source, Format::Mla, "In the text"), expected);
    }
}

#[test]
fn chicago_notes_and_bibliography() {
    let dates = format!("last modified November 21, 2026, accessed May 3, 2027, {URL}.");
    for (source, expected) in [
        (
            source(),
            "The Closely editors, “Pace and Closeness: How Attraction and Trust Find a Common Speed,” Closely, ",
        ),
        (in_section(plain("Waiting", "Jane Doe")), "Jane Doe, “Sex as Armour,” in “Waiting,” Closely, "),
        (plain("Why wait?", PEOPLE[1].0), "Jane Q. Doe and Rob Roe, “Why Wait?,” Closely, "),
        (plain("Waiting", PEOPLE[2].0), "Jane Q. Doe et al., “Waiting,” Closely, "),
        (plain("Waiting", ""), "“Waiting,” Closely, "),
    ] {
        assert_eq!(part(&source, Format::ChicagoNotes, "Note"), format!("{expected}{dates}"));
    }
    for (source, expected) in [
        (source(), "Closely editors, “Pace and Closeness.”"),
        (in_section(plain("The Waiting", PEOPLE[1].0)), "Doe and Roe, “Waiting,” “Sex as Armour.”"),
        (plain("Why wait?", ""), "“Why Wait?”"),
    ] {
        assert_eq!(part(&source, Format::ChicagoNotes, "Shortened note"), expected);
    }
    let end = format!("Closely. Last modified November 21, 2026. Accessed May 3, 2027. {URL}.");
    for (source, expected) in [
        (source(), "Closely editors. “Pace and Closeness: How Attraction and Trust Find a Common Speed.” "),
        (plain("Why wait?", PEOPLE[0].0), "Doe, Jane Q. “Why Wait?” "),
        (plain("Waiting", PEOPLE[2].0), "Doe, Jane Q., Rob Roe, and Ann van Dam. “Waiting.” "),
        (plain("Waiting", PEOPLE[3].0), "Alm, Al, Bo Berg, Cy Carr, et al. “Waiting.” "),
        (plain("Waiting", ""), "“Waiting.” "),
    ] {
        assert_eq!(part(&source, Format::ChicagoNotes, "Bibliography"), format!("{expected}{end}"));
    }
    let undated = part(&Source { date: None, ..plain("Waiting", "Jane Doe") }, Format::ChicagoNotes, "Bibliography");
    assert_eq!(undated, format!("Doe, Jane. “Waiting.” Closely. Accessed May 3, 2027. {URL}."));
}

#[test]
fn chicago_author_and_date() {
    let end = format!("Closely. Last modified November 21, 2026. Accessed May 3, 2027. {URL}.");
    for (source, list, text) in [
        (
            in_section(plain("Waiting", "The Closely editors")),
            "Closely editors. 2026. “Waiting.” ",
            "(Closely editors 2026, under “Sex as Armour”)",
        ),
        (plain("Why wait?", PEOPLE[1].0), "Doe, Jane Q., and Rob Roe. 2026. “Why Wait?” ", "(Doe and Roe 2026)"),
        (
            plain("Waiting", PEOPLE[2].0),
            "Doe, Jane Q., Rob Roe, and Ann van Dam. 2026. “Waiting.” ",
            "(Doe et al. 2026)",
        ),
        (plain("Waiting", ""), "“Waiting.” 2026. ", "(“Waiting” 2026)"),
    ] {
        assert_eq!(part(&source, Format::ChicagoDate, "Reference list"), format!("{list}{end}"));
        assert_eq!(part(&source, Format::ChicagoDate, "In the text"), text);
    }
    let undated = Source { date: None, ..plain("Waiting", "Jane Doe") };
    assert_eq!(
        part(&undated, Format::ChicagoDate, "Reference list"),
        format!("Doe, Jane. n.d. “Waiting.” Closely. Accessed May 3, 2027. {URL}.")
    );
    assert_eq!(part(&undated, Format::ChicagoDate, "In the text"), "(Doe, n.d.)");
}

#[test]
fn plain_text_says_it_in_a_sentence() {
    assert_eq!(
        part(&passage("So it is."), Format::Plain, ""),
        format!(
            "“So it is.”\nThe Closely editors, “Pace and Closeness: How attraction and trust find a common speed”, \
             section 2, “Sex as armour”. Closely, revised 21 November 2026. Read 3 May 2027. {URL}"
        )
    );
}

#[test]
fn bibtex_is_escaped() {
    let written = part(
        &in_section(plain("50% of {love} & $ #1_~^\\ “é”", "Jane Q. Doe, Martin King Jr., and Ann van Dam")),
        Format::BibTex,
        "",
    );
    assert_eq!(
        written,
        format!(
            "@misc{{doe202650,\n  author = {{Doe, Jane Q. and King, Jr., Martin and van Dam, Ann}},\n  title = {{{{50\\% of \\textbraceleft{{}}love\\textbraceright{{}} \\& \\$ \\#1\\_\\textasciitilde{{}}\\textasciicircum{{}}\\textbackslash{{}} “é”}}}},\n  year = {{2026}},\n  month = {{November}},\n  howpublished = {{Closely}},\n  note = {{Section 2, “Sex as armour”. Accessed 3 May 2027}},\n  url = {{{URL}}},\n  urldate = {{2027-05-03}},\n  language = {{en-GB}},\n}}\n"
        )
    );
    let group = part(&source(), Format::BibTex, "");
    assert!(group.contains("author = {{The Closely editors}},"), "{group}");
    assert!(group.starts_with("@misc{closely2026pace,"), "{group}");
    let nobody = part(&Source { date: None, ..plain("“?”", "") }, Format::BibTex, "");
    assert!(nobody.starts_with("@misc{closelynd,") || nobody.starts_with("@misc{nd,"), "{nobody}");
    assert!(!nobody.contains("author") && !nobody.contains("year"), "{nobody}");
}

#[test]
fn bibtex_braces_always_close() {
    for title in ["}", "{", "}}{", "\\}", "a\nb } @misc{x,", "%"] {
        let written = part(&plain(title, "Jane } Doe"), Format::BibTex, "");
        let mut depth = 0;
        for (at, c) in written.char_indices() {
            depth += i32::from(c == '{') - i32::from(c == '}');
            assert!(depth > 0 || at < 6 || written[at..].trim().len() <= 1, "{title:?} ends early: {written}");
        }
        assert_eq!(depth, 0, "{written}");
    }
}

#[test]
fn ris_lines() {
    let written = part(&passage("One\r\nER  - \nTwo"), Format::Ris, "");
    assert_eq!(
        written,
        format!(
            "TY  - ELEC\r\nAU  - The Closely editors\r\nTI  - Pace and Closeness: How attraction and trust find a common speed\r\nT2  - Closely\r\nPY  - 2026\r\nDA  - 2026/11/21\r\nY2  - 2027/05/03\r\nSE  - Sex as armour\r\nN1  - One ER - Two\r\nLA  - en-GB\r\nUR  - {URL}\r\nER  - \r\n"
        )
    );
    let people = part(&plain("W", "Jane Q. Doe and Martin King Jr."), Format::Ris, "");
    assert!(people.contains("\r\nAU  - Doe, Jane Q.\r\nAU  - King, Martin, Jr.\r\n"), "{people}");
    for line in people.trim_end_matches("\r\n").split("\r\n") {
        let (tag, rest) = line.split_at(6);
        assert!(tag.ends_with("  - ") || (tag == "ER  - " && rest.is_empty()), "{line:?}");
    }
}

#[test]
fn csl_json_is_what_programs_read() {
    let written = part(&passage("a \"b\" \\ \u{7}"), Format::CslJson, "");
    let read: serde_json::Value = serde_json::from_str(&written).unwrap_or_default();
    let item = &read[0];
    assert_eq!(item["type"], "webpage");
    assert_eq!(item["author"][0]["literal"], "The Closely editors");
    assert_eq!(item["container-title"], "Closely");
    assert_eq!(item["section"], "Sex as armour");
    assert_eq!(item["issued"]["date-parts"], serde_json::json!([[2026, 11, 21]]));
    assert_eq!(item["accessed"]["date-parts"], serde_json::json!([[2027, 5, 3]]));
    assert_eq!(item["URL"], URL);
    let people = part(&Source { date: None, ..plain("W", "Martin King Jr.") }, Format::CslJson, "");
    let read: serde_json::Value = serde_json::from_str(&people).unwrap_or_default();
    assert_eq!(read[0]["author"], serde_json::json!([{"family": "King", "given": "Martin", "suffix": "Jr."}]));
    assert!(read[0].get("issued").is_none());
}

#[test]
fn marked_up_italics_hold_no_other_markup() {
    let parts = cite(&plain("<img src=x> & so", "Jane Doe"), Format::Apa);
    let html = parts.first().map(closely::citation::Part::html).unwrap_or_default();
    assert!(html.contains("<i>&lt;Img src=x&gt; &amp; so.</i>"), "{html}");
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
        let json = cite(&source, Format::CslJson).first().map(closely::citation::Part::text).unwrap_or_default();
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
