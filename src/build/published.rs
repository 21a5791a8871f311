//! The list of published section ids: a link in a syllabus must work in ten years.
//!
//! It must never forget an id: what was published stays a section or an alias.

use super::fault::{Fault, FaultKind};
use super::source::Source;
use crate::article::Article;
use std::collections::{BTreeMap, BTreeSet};

/// The list's file, beside the articles.
pub const PUBLISHED_FILE: &str = "published-sections.txt";

/// By slug: the ids that arrive at a section, former ones too.
pub(super) type Arriving = BTreeMap<String, BTreeSet<String>>;

/// Checks that each published id still arrives.
pub(super) fn check(list: &Source, arriving: &Arriving, faults: &mut Vec<Fault>) {
    for (line, number) in list.text.lines().map(str::trim).zip(1..) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let kind = match line.split_once('#') {
            Some((slug, id)) if !slug.is_empty() && !id.is_empty() => {
                let (slug, id) = (slug.to_owned(), id.to_owned());
                match arriving.get(&slug) {
                    None => FaultKind::PublishedArticle { slug, id },
                    Some(ids) if !ids.contains(&id) => FaultKind::PublishedSection { slug, id },
                    Some(_) => continue,
                }
            }
            _ => FaultKind::PublishedForm { line: line.to_owned() },
        };
        faults.push(Fault::new(&list.path, number, kind));
    }
}

/// The list as it should be once these articles are published.
pub fn published_list(articles: &[Article]) -> String {
    let mut lines = BTreeSet::new();
    for article in articles {
        for section in &article.meta.sections {
            for id in section.aliases.iter().chain([&section.id]) {
                lines.insert(format!("{}#{id}\n", article.meta.slug));
            }
        }
    }
    let mut list = "# Section ids that have been published. The build fails when one no longer arrives.\n".to_owned();
    list.extend(lines);
    list
}
