//! Citations for programs, and as a sentence.

use crate::{URL, in_section, part, passage, plain, source};
use closely::citation::{Format, Source};

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
            "@misc{{doe202650,\n  author = {{Doe, Jane Q. and King, Jr., Martin and van Dam, Ann}},\n  title = {{{{50\\% of \\textbraceleft{{}}love\\textbraceright{{}} \\& \\$ \\#1\\_\\textasciitilde{{}}\\textasciicircum{{}}\\textbackslash{{}} “é”}}}},\n  year = {{2026}},\n  month = nov,\n  howpublished = {{Closely}},\n  note = {{Section 2, “Sex as armour”. Accessed 3 May 2027}},\n  url = {{{URL}}},\n  urldate = {{2027-05-03}},\n  langid = {{british}},\n}}\n"
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
fn biblatex_knows_the_language() {
    for (language, expected) in [
        ("en-GB", "british"),
        ("en-US", "american"),
        ("en-AU", "australian"),
        ("en", "english"),
        ("en-ZA", "english"),
        ("es-MX", "spanish"),
        ("de", "german"),
        ("de-AT", "austrian"),
        ("fr", "french"),
        ("pt-BR", "brazilian"),
    ] {
        let written = part(&Source { language: language.to_owned(), ..source() }, Format::BibTex, "");
        assert!(written.contains(&format!("  langid = {{{expected}}},\n")), "{written}");
    }
    for language in ["", "tlh", "x"] {
        let written = part(&Source { language: language.to_owned(), ..source() }, Format::BibTex, "");
        assert!(!written.contains("lang"), "{written}");
    }
}
