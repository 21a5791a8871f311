//! Who wrote it: people, or a group that signs with its own name.

/// An author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Author {
    /// Somebody with a family name.
    Person {
        /// Names before it.
        given: String,
        /// The name that lists go by, with its particle.
        family: String,
        /// `Jr.`, `III`.
        suffix: String,
    },
    /// A group, or somebody with one name.
    Group(String),
}

const PARTICLES: [&str; 24] = [
    "al", "ap", "auf", "bin", "da", "das", "de", "del", "den", "der", "di", "do", "dos", "du", "ibn", "la", "le", "of",
    "ten", "ter", "van", "von", "y", "zu",
];
const SUFFIXES: [&str; 6] = ["Jr.", "Jr", "Sr.", "Sr", "II", "III"];
const DEGREES: [&str; 8] = ["PhD", "Ph.D.", "MD", "M.D.", "MA", "MSc", "PsyD", "EdD"];
const GROUPS: [&str; 26] = [
    "association",
    "board",
    "centre",
    "center",
    "clinic",
    "collective",
    "college",
    "committee",
    "council",
    "editors",
    "editorial",
    "foundation",
    "group",
    "institute",
    "library",
    "network",
    "organisation",
    "organization",
    "press",
    "project",
    "school",
    "service",
    "society",
    "staff",
    "team",
    "university",
];

/// The authors that a byline names.
pub(super) fn authors(byline: &str) -> Vec<Author> {
    let names = byline.strip_prefix("By ").or_else(|| byline.strip_prefix("by ")).unwrap_or(byline).trim();
    if names.is_empty() {
        return Vec::new();
    }
    let mut people: Vec<Author> = Vec::new();
    for part in names.replace(" and ", ",").split([',', '&', ';']) {
        let part = part.trim();
        if part.is_empty() || DEGREES.contains(&part) {
            continue;
        }
        if SUFFIXES.contains(&part)
            && let Some(Author::Person { suffix, .. }) = people.last_mut()
        {
            *suffix = part.to_owned();
            continue;
        }
        match person(part) {
            Some(person) => people.push(person),
            // Not all people: the byline is a name of its own.
            None => return vec![Author::Group(names.to_owned())],
        }
    }
    people
}

fn person(name: &str) -> Option<Author> {
    let mut words: Vec<&str> = name.split_whitespace().collect();
    let group = |word: &&str| GROUPS.contains(&word.to_lowercase().as_str());
    let named = |word: &&str| word.starts_with(char::is_uppercase) || PARTICLES.contains(word);
    if !(2..=6).contains(&words.len())
        || words.first() == Some(&"The")
        || words.iter().any(group)
        || !words.iter().all(named)
    {
        return None;
    }
    let suffix = words.last().copied().filter(|last| SUFFIXES.contains(last) && words.len() > 2);
    if suffix.is_some() {
        words.pop();
    }
    // A particle in the middle begins the family name.
    let particle = words.iter().skip(1).position(|word| PARTICLES.contains(word)).map(|index| index + 1);
    let family = particle.unwrap_or(words.len().saturating_sub(1));
    let joined = |part: Option<&[&str]>| part.unwrap_or_default().join(" ");
    Some(Author::Person {
        given: joined(words.get(..family)),
        family: joined(words.get(family..)),
        suffix: suffix.unwrap_or_default().to_owned(),
    })
}

impl Author {
    /// What citations in the text call it.
    pub(super) fn short(&self) -> &str {
        match self {
            Author::Person { family, .. } => family,
            Author::Group(name) => name,
        }
    }

    /// `Jane Q. Doe Jr.`
    pub(super) fn straight(&self) -> String {
        match self {
            Author::Group(name) => name.clone(),
            Author::Person { given, family, suffix } => format!("{given} {family} {suffix}").trim_end().to_owned(),
        }
    }

    /// `Doe, Jane Q., Jr.`; a group without the article before its name, which lists leave out.
    pub(super) fn inverted(&self) -> String {
        match self {
            Author::Group(name) => without_article(name),
            Author::Person { given, family, suffix } => with_suffix(format!("{family}, {given}"), suffix),
        }
    }

    /// `Doe, J. Q., Jr.`
    pub(super) fn initials(&self) -> String {
        match self {
            Author::Group(name) => name.clone(),
            Author::Person { given, family, suffix } => {
                let part = |name: &str| name.chars().next().map(|first| format!("{first}.")).unwrap_or_default();
                let word = |word: &str| word.split('-').map(part).collect::<Vec<_>>().join("-");
                let initials: Vec<String> = given.split_whitespace().map(word).collect();
                with_suffix(format!("{family}, {}", initials.join(" ")), suffix)
            }
        }
    }
}

fn with_suffix(name: String, suffix: &str) -> String {
    if suffix.is_empty() { name } else { format!("{name}, {suffix}") }
}

/// The name of a group as lists have it.
pub(super) fn without_article(name: &str) -> String {
    let rest = ["The ", "A ", "An "].iter().find_map(|article| name.strip_prefix(article)).unwrap_or(name);
    super::title::capital(rest)
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

    #[test]
    fn initials_keep_hyphens() {
        let found: Vec<String> = authors("Jean-Paul Sartre and Mary Ann Evans").iter().map(Author::initials).collect();
        assert_eq!(found, ["Sartre, J.-P.", "Evans, M. A."]);
    }
}
