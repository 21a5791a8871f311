//! MLA 9: the core elements, names, dates, and what stands in the text.

use crate::{PEOPLE, URL, headed, in_section, part, passage, plain, source};
use closely::article::Date;
use closely::citation::{Format, Source};

#[test]
fn works_cited() {
    let end = format!(" *Closely*, 21 Nov. 2026, {URL}. Accessed 3 May 2027.");
    for (source, expected) in [
        (source(), "Closely editors. “Pace and Closeness: How Attraction and Trust Find a Common Speed.”"),
        (plain("Why wait?", PEOPLE[0].0), "Doe, Jane Q. “Why Wait?”"),
        (plain("The end of “forever”", "Jane Doe"), "Doe, Jane. “The End of ‘Forever.’”"),
        (plain("Waiting", PEOPLE[1].0), "Doe, Jane Q., and Rob Roe. “Waiting.”"),
        (plain("Waiting", PEOPLE[2].0), "Doe, Jane Q., et al. “Waiting.”"),
        (plain("Waiting", ""), "“Waiting.”"),
        (plain("Waiting", "Martin King Jr."), "King, Martin, Jr. “Waiting.”"),
        // An organisation that publishes its own work is named once, as what contains it.
        (plain("Waiting", "Closely"), "“Waiting.”"),
    ] {
        assert_eq!(part(&source, Format::Mla, "Works cited"), format!("{expected}{end}"));
    }
    let undated = part(&Source { date: None, ..source() }, Format::Mla, "Works cited");
    assert!(undated.ends_with(&format!("*Closely*, {URL}. Accessed 3 May 2027.")), "{undated}");
}

#[test]
fn months() {
    let written = |month: u8| {
        let date = Some(Date { year: 2026, month, day: 1 });
        let cited = part(&Source { date, ..plain("W", "Jane Doe") }, Format::Mla, "Works cited");
        let day = cited.split(", ").find(|part| part.starts_with("1 ")).unwrap_or_default().to_owned();
        day.trim_start_matches("1 ").trim_end_matches(" 2026").to_owned()
    };
    let months: Vec<String> = (1..=12).map(written).collect();
    assert_eq!(months.join(" "), "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.");
}

#[test]
fn in_the_text() {
    for (source, expected) in [
        (source(), "(Closely editors)"),
        (in_section(source()), "(Closely editors, sec. 2)"),
        // A heading without a number is no place that the style knows.
        (headed(plain("Waiting", "Jane Doe"), "A word of care"), "(Doe)"),
        (headed(plain("Waiting", ""), "A word of care"), "(“Waiting”)"),
        (plain("Waiting", PEOPLE[1].0), "(Doe and Roe)"),
        (plain("Waiting", PEOPLE[2].0), "(Doe et al.)"),
        (plain("Waiting", ""), "(“Waiting”)"),
        (plain("Waiting", "Closely"), "(“Waiting”)"),
        (in_section(plain("Waiting", "")), "(“Waiting,” sec. 2)"),
        (passage("So it is."), "“So it is” (Closely editors, sec. 2)."),
    ] {
        assert_eq!(part(&source, Format::Mla, "In the text"), expected);
    }
}
