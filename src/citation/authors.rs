//! An author, in the forms that lists, notes and the text have.

use super::capitals::capital;

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

impl Author {
    /// What citations in the text call it.
    pub(super) fn short(&self) -> &str {
        match self {
            Author::Person { family, .. } => family,
            Author::Group(name) => name,
        }
    }

    /// The same where a group goes without the article before its name.
    pub(super) fn filed(&self) -> String {
        match self {
            Author::Person { family, .. } => family.clone(),
            Author::Group(name) => without_article(name),
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
            Author::Group(name) => match name.strip_prefix("the ") {
                Some(rest) => format!("The {rest}"),
                None => name.clone(),
            },
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
    let articles = ["The ", "the ", "A ", "An "];
    articles.iter().find_map(|article| name.strip_prefix(article)).map_or(name.to_owned(), capital)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_keep_hyphens() {
        for (given, expected) in [("Jean-Paul", "Roe, J.-P."), ("Mary Ann", "Roe, M. A."), ("J. K.", "Roe, J. K.")] {
            let author = Author::Person { given: given.to_owned(), family: "Roe".to_owned(), suffix: String::new() };
            assert_eq!(author.initials(), expected);
        }
    }
}
