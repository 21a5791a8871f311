//! `cargo xtask new-article SLUG`: the skeleton of an article, which passes the build as it stands.
//!
//! It writes one new file and never touches one that is there.

use crate::{
    date,
    error::Error,
    project::{Project, articles_in},
    step,
};
use std::{
    fs,
    io::{self, Write},
    path::Path,
};

/// Longer addresses are cut off where people paste them.
const LONGEST: usize = 64;

/// Writes the skeleton and says what to do next.
pub(crate) fn run(project: &Project, slug: &str) -> Result<(), Error> {
    let path = write(&project.at("assets/articles"), slug)?;
    step::say(format!(
        "Wrote assets/articles/{path}.\n\
         Next: give it your title, summary and text, and watch it with `cargo xtask serve`. What the build doesn't\n\
         understand it names with file and line. Section ids are addresses: choose them well before you publish."
    ));
    Ok(())
}

/// Writes the skeleton into a folder of articles; the file's name comes back.
fn write(articles: &Path, slug: &str) -> Result<String, Error> {
    let refused = |what| Err(Error::Slug { slug: slug.into(), what });
    if slug.is_empty() || slug.len() > LONGEST {
        return refused("it must have 1 to 64 letters");
    }
    if !slug.chars().all(|c| matches!(c, 'a'..='z' | '0'..='9' | '-')) {
        return refused("it becomes part of an address, where other letters are written differently");
    }
    if !slug.starts_with(|c: char| c.is_ascii_lowercase()) {
        return refused("it must begin with a letter");
    }
    if slug.ends_with('-') || slug.contains("--") {
        return refused("each hyphen must stand between two words");
    }
    let name = format!("{slug}.md");
    let path = articles.join(&name);
    let failed = |doing| move |path, source| Error::File { doing, path, source };
    fs::create_dir_all(articles).map_err(|source| failed("write")(articles.to_path_buf(), source))?;
    let order = next_order(articles).map_err(|source| failed("read")(articles.to_path_buf(), source))?;
    let text = skeleton(slug, order, &date::today());
    let written = fs::File::create_new(&path).and_then(|mut file| file.write_all(text.as_bytes()));
    match written {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(Error::ArticleExists(path)),
        other => other.map(|()| name).map_err(|source| failed("write")(path, source)),
    }
}

/// One more than the highest place in the reading order.
fn next_order(articles: &Path) -> io::Result<u64> {
    let mut highest = 0;
    for article in articles_in(articles)? {
        highest = highest.max(order_in(&fs::read_to_string(article)?).unwrap_or(0));
    }
    Ok(highest + 1)
}

/// The `order` in an article's front matter.
fn order_in(text: &str) -> Option<u64> {
    let front = text.trim_start_matches('\u{feff}').strip_prefix("+++")?.split("\n+++").next()?;
    let value = front.lines().find_map(|line| line.strip_prefix("order")?.trim_start().strip_prefix('='))?;
    value.split('#').next()?.trim().parse().ok()
}

/// An article with one of each thing that articles are made of.
fn skeleton(slug: &str, order: u64, today: &str) -> String {
    let words = slug.replace('-', " ");
    let title: String = words.chars().take(1).flat_map(char::to_uppercase).chain(words.chars().skip(1)).collect();
    format!(
        r#"+++
title = "{title}"
subtitle = "What a reader will take away, in one line"
byline = "Your name"
summary = "Say in one or two plain sentences what this article is about and for whom. The library page and link previews show them."
topics = ["First topic", "Second topic"]
published = {today}
updated = {today}
order = {order}
language = "en-GB"
discussion = [
  "Which part of this article would you like to talk over with others, and why?",
]

[sources]
author2020 = "Author, A. (2020). Title of the work. *Name of the Journal*, 1(2), 3–4."

[[glossary]]
id = "gloss-example"
term = "Term"
definition = "One sentence that says what the word means in this article."
+++

Begin here: one paragraph that says what the reader is looking for and what this article offers.

## A first section {{#first-section}}

Mark a [term](#gloss-example) where it is first used, and name the source of what you claim.[^author2020]

> [!TRY]
> One small thing to try this week.

> [!REFLECT]
> - What did you notice while you were reading this? {{#first-section-p1}}
"#
    )
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first thing that is not as it should be")]
mod tests {
    use super::*;

    #[test]
    fn names_that_make_no_address_are_refused() {
        let nowhere = Path::new("no-such-folder");
        let long = "a".repeat(65);
        for slug in ["", "A", "1a", "-a", "a-", "a--b", "a b", "a/b", "../a", "é", "a.md", "a_b", &long] {
            assert!(matches!(write(nowhere, slug), Err(Error::Slug { .. })), "{slug}");
        }
        assert!(!nowhere.exists());
    }

    #[cfg(feature = "authoring")]
    #[test]
    fn the_skeleton_passes_the_build_as_it_stands() {
        let dir = std::env::temp_dir().join(format!("closely-skeleton-{}", std::process::id()));
        write(&dir, "a-new-article").unwrap();
        let faults = closely::build::load(&dir).err().unwrap_or_default();
        fs::remove_dir_all(&dir).unwrap();
        assert_eq!(faults.iter().map(ToString::to_string).collect::<String>(), "");
    }

    #[test]
    fn a_new_article_stands_last_and_replaces_nothing() {
        let dir = std::env::temp_dir().join(format!("closely-new-{}", std::process::id()));
        fs::create_dir_all(&dir).unwrap();
        fs::write(dir.join("one.md"), "+++\ntitle = \"One\"\norder = 7 # last\n+++\n\norder = 9\n").unwrap();
        fs::write(dir.join("published-sections.txt"), "order = 20\n").unwrap();
        assert_eq!(write(&dir, "second-one").unwrap(), "second-one.md");
        let text = fs::read_to_string(dir.join("second-one.md")).unwrap();
        assert_eq!(order_in(&text), Some(8));
        assert!(text.contains("title = \"Second one\"") && text.contains(&date::today()), "{text}");
        assert!(matches!(write(&dir, "second-one"), Err(Error::ArticleExists(_))));
        assert_eq!(fs::read_to_string(dir.join("second-one.md")).unwrap(), text);
        fs::remove_dir_all(&dir).unwrap();
    }
}
