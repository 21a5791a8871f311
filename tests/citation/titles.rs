//! Titles and headings: the capitals that each manual gives, and those that it takes away.

use crate::{headed, part, plain};
use closely::citation::{Format, Source, names};

fn headings(heading: &str) -> [String; 3] {
    let source = headed(plain(heading, "Jane Doe"), heading);
    let between = |text: String, from: &str, to: &str| {
        text.split_once(from).and_then(|(_, rest)| rest.rsplit_once(to)).map(|(title, _)| title.to_owned())
    };
    [
        between(part(&source, Format::Apa, "In the text"), "2026, ", " section"),
        between(part(&source, Format::Mla, "Works cited"), "“", "” *Closely*"),
        between(part(&source, Format::ChicagoNotes, "Bibliography"), "“", "” Closely"),
    ]
    .map(|title| title.unwrap_or_default().trim_end_matches('.').to_owned())
}

#[test]
fn every_manual_agrees() {
    for (heading, expected) in [
        ("How long before it feels close?", "How Long Before It Feels Close?"),
        ("Easier to touch than to tell", "Easier to Touch Than to Tell"),
        (
            "Why two people can feel the same quiet hour so differently",
            "Why Two People Can Feel the Same Quiet Hour So Differently",
        ),
        ("Close, but not yet known", "Close, but Not Yet Known"),
        ("Open up by degrees", "Open Up by Degrees"),
        ("Sex as armour", "Sex as Armour"),
        ("When sex is part of it", "When Sex Is Part of It"),
        (
            "One of us clings, one of us runs. Are we a bad match?",
            "One of Us Clings, One of Us Runs. Are We a Bad Match?",
        ),
        ("What to look for: a guide", "What to Look For: A Guide"),
        ("Fight vs. flight", "Fight vs. Flight"),
        ("Part I. the moments after", "Part I. The Moments After"),
        ("Love in the U.S. and at home", "Love in the U.S. and at Home"),
        ("An in-depth look", "An In-Depth Look"),
        ("On being a mother-in-law", "On Being a Mother-in-Law"),
        ("What to do in a follow-up", "What to Do in a Follow-Up"),
    ] {
        assert_eq!(headings(heading), [expected; 3], "{heading}");
    }
}

#[test]
fn every_manual_has_its_own_small_words() {
    for (heading, apa, mla, chicago) in [
        (
            "Body chemistry, with care",
            "Body Chemistry, With Care",
            "Body Chemistry, with Care",
            "Body Chemistry, with Care",
        ),
        (
            "Can we come back from betrayal, or from drifting apart?",
            "Can We Come Back From Betrayal, or From Drifting Apart?",
            "Can We Come Back from Betrayal, or from Drifting Apart?",
            "Can We Come Back from Betrayal, or from Drifting Apart?",
        ),
        (
            "What if one of us wants more?",
            "What if One of Us Wants More?",
            "What If One of Us Wants More?",
            "What If One of Us Wants More?",
        ),
        (
            "Six obstacles, and ways round them",
            "Six Obstacles, and Ways Round Them",
            "Six Obstacles, and Ways round Them",
            "Six Obstacles, and Ways Round Them",
        ),
        (
            "Five ways of being near someone",
            "Five Ways of Being Near Someone",
            "Five Ways of Being near Someone",
            "Five Ways of Being near Someone",
        ),
        ("Life without maps", "Life Without Maps", "Life without Maps", "Life Without Maps"),
        ("Talking about touch", "Talking About Touch", "Talking about Touch", "Talking About Touch"),
        ("A walk over bridges", "A Walk Over Bridges", "A Walk over Bridges", "A Walk over Bridges"),
        (
            "Is this healthy closeness or co-dependence?",
            "Is This Healthy Closeness or Co-Dependence?",
            "Is This Healthy Closeness or Co-Dependence?",
            "Is This Healthy Closeness or Co-dependence?",
        ),
        (
            "A non-English-speaking home",
            "A Non-English-Speaking Home",
            "A Non-English-Speaking Home",
            "A Non-English-Speaking Home",
        ),
    ] {
        assert_eq!(headings(heading), [apa, mla, chicago], "{heading}");
    }
}

fn in_apa(title: &str, subtitle: &str) -> String {
    let text = "On Monday Freud left Vienna. Then Freud wrote from Vienna.";
    let mut source = Source { subtitle: subtitle.to_owned(), ..plain(title, "Jane Doe") };
    source.names = names(&source, text);
    let cited = part(&source, Format::Apa, "Reference list");
    cited
        .split_once("*")
        .and_then(|(_, rest)| rest.split_once('*'))
        .map(|(title, _)| title.to_owned())
        .unwrap_or_default()
}

#[test]
fn apa_writes_titles_as_sentences() {
    for (title, subtitle, expected) in [
        ("Pace and Closeness", "How trust grows", "Pace and closeness: How trust grows"),
        ("Why Wait?", "a Question", "Why wait? A question"),
        ("Why “Wait?”", "a Question", "Why “wait?” A question"),
        ("Patterns", "What Freud Saw in Vienna", "Patterns: What Freud saw in Vienna"),
        ("Self-Care and Trust", "", "Self-care and trust"),
        ("Freud’s Self-Care", "", "Freud’s self-care"),
        ("Love in the U.S. Today", "", "Love in the U.S. today"),
        ("Fight vs. Flight", "", "Fight vs. flight"),
        ("Love etc.", "How It Sells", "Love etc.: How it sells"),
        ("To Be Continued …", "A Beginning", "To be continued …: A beginning"),
    ] {
        assert_eq!(in_apa(title, subtitle), expected);
    }
}

#[test]
fn names_are_known_by_the_text() {
    let text = "In Vienna, Freud wrote. The years passed.\nYears of Freud. Trust grows; so they trust.";
    let source = Source { subtitle: "The Years in Vienna".to_owned(), ..plain("Freud’s Years of Trust", "") };
    assert_eq!(names(&source, text), ["Freud", "Vienna"]);
}

#[test]
fn a_mark_after_a_title() {
    for (title, note) in [
        ("Love, Inc.", "“Love, Inc.,” Closely"),
        ("Why Wait?", "“Why Wait?,” Closely"),
        ("The Boys’", "“The Boys’,” Closely"),
        ("The End of “Forever”", "“The End of ‘Forever,’” Closely"),
        ("The Word „Nähe“", "“The Word ‘Nähe,’” Closely"),
        ("He Said “Call It ‘Love’”", "“He Said ‘Call It “Love,”’” Closely"),
    ] {
        let written = part(&plain(title, ""), Format::ChicagoNotes, "Note");
        assert!(written.starts_with(note), "{written}");
    }
}

#[test]
fn a_subtitle_after_a_title() {
    for (title, whole) in [
        ("Love, Inc.", "“Love, Inc.: What It Is For.”"),
        ("Waiting …", "“Waiting …: What It Is For.”"),
        ("What to wait for", "“What to Wait For: What It Is For.”"),
        ("Why “wait?”", "“Why ‘Wait?’ What It Is For.”"),
    ] {
        let source = Source { subtitle: "what it is for".to_owned(), ..plain(title, "Jane Doe") };
        assert!(part(&source, Format::ChicagoNotes, "Bibliography").contains(whole), "{title}");
    }
}
