//! Who a byline names: people, a group, or both.
//!
//! It must never take a group's name apart: a byline that is not surely people, or people beside a group, is one name.

use super::authors::Author;

const PARTICLES: [&str; 25] = [
    "al", "ap", "auf", "bin", "da", "das", "de", "del", "den", "der", "di", "do", "dos", "du", "ibn", "la", "le", "of",
    "ten", "ter", "van", "von", "zu", "’t", "'t",
];
/// Particles that some families write with a capital.
const CAPITAL_PARTICLES: [&str; 18] = [
    "Da", "De", "Del", "Della", "Den", "Der", "Des", "Di", "Dos", "Du", "El", "La", "Las", "Le", "Los", "St.", "Van",
    "Von",
];
/// Words between the two halves of a family name.
const LINKS: [&str; 3] = ["y", "i", "e"];
/// Forms of address, without their full stops.
const ADDRESSES: [&str; 13] =
    ["Dame", "Dr", "Lady", "Miss", "Mr", "Mrs", "Ms", "Mx", "Prof", "Professor", "Rev", "Reverend", "Sir"];
/// Degrees and licences, without their full stops.
const DEGREES: [&str; 36] = [
    "BA", "BSc", "BSN", "CNM", "CST", "DMin", "DO", "DPhil", "DrPH", "DSW", "EdD", "Esq", "JD", "LCSW", "LLM", "LMFT",
    "LMHC", "LMSW", "LPC", "MA", "MBA", "MD", "MDiv", "MEd", "MFA", "MFT", "MPH", "MPhil", "MS", "MSc", "MSN", "MSW",
    "NP", "PhD", "PsyD", "RN",
];
/// Words in the names of groups, each in the singular.
const GROUPS: [&str; 39] = [
    "agency",
    "alliance",
    "association",
    "board",
    "centre",
    "center",
    "charity",
    "clinic",
    "collective",
    "college",
    "commission",
    "committee",
    "council",
    "department",
    "editor",
    "editorial",
    "federation",
    "foundation",
    "group",
    "health",
    "institute",
    "institution",
    "international",
    "library",
    "ministry",
    "network",
    "news",
    "office",
    "organisation",
    "organization",
    "press",
    "project",
    "school",
    "service",
    "society",
    "staff",
    "team",
    "trust",
    "university",
];
/// Those that end the name of a group of people, whatever comes after it.
const BODIES: [&str; 6] = ["board", "collective", "editor", "group", "staff", "team"];

/// The authors that a byline names.
pub(super) fn authors(byline: &str) -> Vec<Author> {
    let byline = byline.strip_prefix("By ").or_else(|| byline.strip_prefix("by ")).unwrap_or(byline).trim();
    match byline {
        "" => Vec::new(),
        _ => people(byline).unwrap_or_else(|| vec![Author::Group(byline.to_owned())]),
    }
}

/// The people of a byline, and a group beside them; none where it may be the name of a group.
fn people(byline: &str) -> Option<Vec<Author>> {
    let mut authors: Vec<Author> = Vec::new();
    for part in byline.replace(" and ", " & ").replace('&', ",&").split([',', ';']).map(str::trim) {
        let (linked, name) = part.strip_prefix('&').map_or((false, part), |rest| (true, rest.trim()));
        if name.is_empty() || name.split([' ', '/']).all(is_degree) {
            continue;
        }
        if let (Some(own), Some(Author::Person { suffix, .. })) = (suffix(name), authors.last_mut()) {
            *suffix = own.to_owned();
            continue;
        }
        let beside = if authors.is_empty() { ends_as_body(name) } else { linked && is_group(name) };
        match person(name) {
            Some(person) => authors.push(person),
            None if beside => authors.push(Author::Group(name.to_owned())),
            None => return None,
        }
    }
    authors.iter().any(|author| matches!(author, Author::Person { .. })).then_some(authors)
}

fn is_group_word(word: &str, words: &[&str]) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    words.iter().any(|known| word == *known || word.strip_suffix('s') == Some(known))
}

fn is_group(name: &str) -> bool {
    let named = name.starts_with(char::is_uppercase) || name.starts_with("the ");
    named && name.split_whitespace().any(|word| is_group_word(word, &GROUPS))
}

fn ends_as_body(name: &str) -> bool {
    name.split_whitespace().last().is_some_and(|word| is_group_word(word, &BODIES))
}

fn person(name: &str) -> Option<Author> {
    let words: Vec<&str> = name.split_whitespace().skip_while(|word| is_address(word)).collect();
    let degrees = words.iter().rev().take_while(|word| is_degree(word)).count();
    let words = words.get(..words.len().saturating_sub(degrees))?;
    let (words, suffix) = match words.split_last().map(|(last, rest)| (suffix(last), rest)) {
        Some((Some(suffix), rest)) if rest.len() > 1 => (rest, suffix),
        _ => (words, ""),
    };
    if !is_name_of_person(words) {
        return None;
    }
    let (given, family) = words.split_at_checked(family_at(words)).filter(|(given, _)| !given.is_empty())?;
    let given: Vec<String> = given.iter().map(|word| spaced(word)).collect();
    Some(Author::Person { given: given.join(" "), family: family.join(" "), suffix: suffix.to_owned() })
}

fn is_name_of_person(words: &[&str]) -> bool {
    (2..=6).contains(&words.len())
        && words.first().is_some_and(|first| *first != "The" && first.starts_with(char::is_uppercase))
        && words.iter().all(|word| is_part_of_name(word) && !is_group_word(word, &GROUPS))
}

/// `Doe`, `van`, `d’Alembert`, `al-Saadawi`.
fn is_part_of_name(word: &str) -> bool {
    let prefixed = word.split_once(['’', '\'', '-']).is_some_and(|(prefix, rest)| {
        (1..=3).contains(&prefix.chars().count()) && rest.starts_with(char::is_uppercase)
    });
    prefixed || word.starts_with(char::is_uppercase) || PARTICLES.contains(&word) || LINKS.contains(&word)
}

/// Where the family name begins: at a particle in the middle, before a link of two names, or at the last word.
fn family_at(words: &[&str]) -> usize {
    let last = words.len().saturating_sub(1);
    let middle = words.iter().enumerate().take(last).skip(1);
    let begins = |(index, word): (usize, &&str)| {
        if LINKS.contains(word) {
            index.checked_sub(1)
        } else {
            (PARTICLES.contains(word) || CAPITAL_PARTICLES.contains(word)).then_some(index)
        }
    };
    middle.filter_map(begins).next().unwrap_or(last)
}

fn is_address(word: &str) -> bool {
    ADDRESSES.contains(&word.trim_end_matches('.'))
}

/// `PhD`, `Ph.D.`
fn is_degree(word: &str) -> bool {
    DEGREES.contains(&word.replace('.', "").as_str())
}

fn suffix(word: &str) -> Option<&'static str> {
    match word.trim_end_matches('.') {
        "Jr" => Some("Jr."),
        "Sr" => Some("Sr."),
        "II" => Some("II"),
        "III" => Some("III"),
        "IV" => Some("IV"),
        _ => None,
    }
}

/// `J.K.` as `J. K.`
fn spaced(word: &str) -> String {
    let initials: Vec<&str> = word.split_inclusive('.').collect();
    let initial = |part: &&str| part.ends_with('.') && part.chars().count() == 2;
    if initials.iter().all(initial) { initials.join(" ") } else { word.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines_are_people_or_a_group() {
        for (byline, expected) in [
            ("Jane Doe", "Doe, Jane"),
            ("By Jane Q. Doe and John van der Roe", "Doe, Jane Q.; van der Roe, John"),
            ("Ana Lima, Bo Ek, PhD, and Cy Day", "Lima, Ana; Ek, Bo; Day, Cy"),
            ("Martin Luther King Jr.", "King, Martin Luther, Jr."),
            ("Martin King, Jr. & Jo Li", "King, Martin, Jr.; Li, Jo"),
            ("The Closely editors", "Closely editors"),
            ("Institute for Reading and Writing", "Institute for Reading and Writing"),
            ("Plato", "Plato"),
            ("", ""),
        ] {
            let found: Vec<String> = authors(byline).iter().map(Author::inverted).collect();
            assert_eq!(found.join("; "), expected, "{byline}");
        }
    }
}
