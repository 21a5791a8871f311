//! APA 7: §9.16 retrieval dates, §8.28 headings in place of pages, §6.22 stops after italics, §9.8 names.

use crate::{PEOPLE, URL, headed, in_section, part, passage, plain, source};
use closely::citation::{Format, Source};

#[test]
fn reference_list() {
    for (source, expected) in [
        (
            source(),
            "The Closely editors. (2026, November 21). *Pace and closeness: How attraction and trust find a common speed*. ",
        ),
        (plain("Why Wait?", "Jane Q. Doe"), "Doe, J. Q. (2026, November 21). *Why wait?* "),
        (plain("The End of “Forever”", "Jane Doe"), "Doe, J. (2026, November 21). *The end of “forever.”* "),
        (plain("Waiting for Godot", ""), "*Waiting for godot*. (2026, November 21). "),
        (
            Source { names: vec!["Godot".to_owned()], ..plain("Waiting for Godot", "") },
            "*Waiting for Godot*. (2026, November 21). ",
        ),
        (plain("Waiting", PEOPLE[1].0), "Doe, J. Q., & Roe, R. (2026, November 21). *Waiting*. "),
        (plain("Waiting", PEOPLE[2].0), "Doe, J. Q., Roe, R., & van Dam, A. (2026, November 21). *Waiting*. "),
        (plain("Waiting", "Martin King Jr."), "King, M., Jr. (2026, November 21). *Waiting*. "),
        (
            plain("Waiting", "Jane Doe and the Closely editors"),
            "Doe, J., & The Closely editors. (2026, November 21). *Waiting*. ",
        ),
    ] {
        assert_eq!(part(&source, Format::Apa, "Reference list"), format!("{expected}Closely. {URL}"));
    }
    let own = part(&plain("Waiting", "Closely"), Format::Apa, "Reference list");
    assert_eq!(own, format!("Closely. (2026, November 21). *Waiting*. {URL}"));
    let undated = Source { date: None, ..plain("Waiting", "Jane Doe") };
    assert_eq!(
        part(&undated, Format::Apa, "Reference list"),
        format!("Doe, J. (n.d.). *Waiting*. Closely. Retrieved May 3, 2027, from {URL}")
    );
}

#[test]
fn names_at_most_twenty_one() {
    let names: Vec<String> = ('A'..='V').map(|c| format!("Xu {c}ab")).collect();
    let written = part(&plain("Waiting", &names.join(", ")), Format::Apa, "Reference list");
    assert!(written.starts_with("Aab, X., Bab, X."), "{written}");
    assert!(written.contains("Sab, X., . . . Vab, X. (2026"), "{written}");
    let twenty = part(&plain("Waiting", &names[..20].join(", ")), Format::Apa, "Reference list");
    assert!(twenty.contains("Sab, X., & Tab, X. (2026"), "{twenty}");
}

#[test]
fn in_the_text() {
    let long = "word ".repeat(40);
    for (source, expected) in [
        (source(), "(The Closely editors, 2026)".to_owned()),
        (in_section(source()), "(The Closely editors, 2026, Sex as Armour section)".to_owned()),
        (headed(plain("Waiting", "Jane Doe"), "A word of care"), "(Doe, 2026, A Word of Care section)".to_owned()),
        (plain("Waiting", PEOPLE[1].0), "(Doe & Roe, 2026)".to_owned()),
        (plain("Waiting", PEOPLE[2].0), "(Doe et al., 2026)".to_owned()),
        (Source { date: None, ..plain("Waiting", "Jane Doe") }, "(Doe, n.d.)".to_owned()),
        (plain("waiting for it", ""), "(*Waiting for It*, 2026)".to_owned()),
        (
            passage("So “be it,” they said."),
            "“So ‘be it,’ they said” (The Closely editors, 2026, Sex as Armour section).".to_owned(),
        ),
        (passage("Is it?"), "“Is it?” (The Closely editors, 2026, Sex as Armour section).".to_owned()),
        // Forty words and more stand apart, without marks, the reference after the full stop.
        (
            passage(&format!("{}.", long.trim())),
            format!("{}. (The Closely editors, 2026, Sex as Armour section)", long.trim()),
        ),
    ] {
        assert_eq!(part(&source, Format::Apa, "In the text"), expected);
    }
}
