//! Chicago 18: notes, shortened notes, bibliography, author and date.

use crate::{PEOPLE, URL, headed, in_section, part, plain, source};
use closely::citation::{Format, Source};

#[test]
fn notes() {
    let dates = "last modified November 21, 2026, accessed May 3, 2027,";
    for (source, expected) in [
        (
            source(),
            format!(
                "The Closely editors, “Pace and Closeness: How Attraction and Trust Find a Common Speed,” Closely, \
                 {dates} {URL}."
            ),
        ),
        (
            headed(plain("Waiting", "Jane Doe"), "A word of care"),
            format!("Jane Doe, “Waiting,” Closely, {dates} under “A Word of Care,” {URL}."),
        ),
        (plain("Why wait?", PEOPLE[1].0), format!("Jane Q. Doe and Rob Roe, “Why Wait?,” Closely, {dates} {URL}.")),
        (plain("Waiting", PEOPLE[2].0), format!("Jane Q. Doe et al., “Waiting,” Closely, {dates} {URL}.")),
        (plain("Waiting", ""), format!("“Waiting,” Closely, {dates} {URL}.")),
        (plain("Waiting", "Closely"), format!("Closely, “Waiting,” {dates} {URL}.")),
    ] {
        assert_eq!(part(&source, Format::ChicagoNotes, "Note"), expected);
    }
}

#[test]
fn shortened_notes() {
    for (source, expected) in [
        (source(), "Closely editors, “Pace and Closeness.”"),
        (headed(plain("Waiting", "Jane Doe"), "A word of care"), "Doe, “Waiting,” under “A Word of Care.”"),
        (in_section(plain("The Waiting", PEOPLE[1].0)), "Doe and Roe, “Waiting,” under “Sex as Armour.”"),
        (plain("Why wait?", ""), "“Why Wait?”"),
    ] {
        assert_eq!(part(&source, Format::ChicagoNotes, "Shortened note"), expected);
    }
}

#[test]
fn bibliography() {
    let dates = format!("Last modified November 21, 2026. Accessed May 3, 2027. {URL}.");
    for (source, expected) in [
        (source(), "Closely editors. “Pace and Closeness: How Attraction and Trust Find a Common Speed.” Closely."),
        (plain("Why wait?", PEOPLE[0].0), "Doe, Jane Q. “Why Wait?” Closely."),
        (plain("Waiting", PEOPLE[2].0), "Doe, Jane Q., Rob Roe, and Ann van Dam. “Waiting.” Closely."),
        (plain("Waiting", PEOPLE[3].0), "Alm, Al, Bo Berg, Cy Carr, et al. “Waiting.” Closely."),
        // Where nobody is named, the owner of the site leads.
        (plain("Waiting", ""), "Closely. “Waiting.”"),
        (plain("Waiting", "Closely"), "Closely. “Waiting.”"),
        (Source { site: String::new(), ..plain("Waiting", "") }, "“Waiting.”"),
    ] {
        assert_eq!(part(&source, Format::ChicagoNotes, "Bibliography"), format!("{expected} {dates}"));
    }
    let undated = part(&Source { date: None, ..plain("Waiting", "Jane Doe") }, Format::ChicagoNotes, "Bibliography");
    assert_eq!(undated, format!("Doe, Jane. “Waiting.” Closely. Accessed May 3, 2027. {URL}."));
}

#[test]
fn author_and_date() {
    // The year stands by the author: the day of the last change goes without.
    let dates = format!("Last modified November 21. Accessed May 3, 2027. {URL}.");
    for (source, list, text) in [
        (
            in_section(plain("Waiting", "The Closely editors")),
            "Closely editors. 2026. “Waiting.” Closely.",
            "(Closely editors 2026, under “Sex as Armour”)",
        ),
        (
            plain("Why wait?", PEOPLE[1].0),
            "Doe, Jane Q., and Rob Roe. 2026. “Why Wait?” Closely.",
            "(Doe and Roe 2026)",
        ),
        (
            plain("Waiting", PEOPLE[2].0),
            "Doe, Jane Q., Rob Roe, and Ann van Dam. 2026. “Waiting.” Closely.",
            "(Doe et al. 2026)",
        ),
        (plain("Waiting", ""), "Closely. 2026. “Waiting.”", "(Closely 2026)"),
        (Source { site: String::new(), ..plain("Waiting", "") }, "“Waiting.” 2026.", "(“Waiting” 2026)"),
    ] {
        assert_eq!(part(&source, Format::ChicagoDate, "Reference list"), format!("{list} {dates}"));
        assert_eq!(part(&source, Format::ChicagoDate, "In the text"), text);
    }
}

#[test]
fn without_a_date() {
    let undated = |source: Source| Source { date: None, ..source };
    let nameless = Source { site: String::new(), ..plain("Waiting", "") };
    for (source, list, text) in [
        (plain("Waiting", "Jane Doe"), "Doe, Jane. n.d. “Waiting.” Closely.", "(Doe, n.d.)"),
        (plain("Waiting", ""), "Closely. n.d. “Waiting.”", "(Closely, n.d.)"),
        (nameless, "“Waiting.” n.d.", "(“Waiting,” n.d.)"),
    ] {
        let source = undated(source);
        assert_eq!(
            part(&source, Format::ChicagoDate, "Reference list"),
            format!("{list} Accessed May 3, 2027. {URL}.")
        );
        assert_eq!(part(&source, Format::ChicagoDate, "In the text"), text);
    }
}
