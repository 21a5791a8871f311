//! Annotations in reading order, each with the names and addresses of where it stands.

use crate::annotation::{Annotation, Kind, from_json};
use crate::library;
use crate::link::{Base, Route};
use crate::order::sorted;
use crate::words;

/// An annotation and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    /// What was kept.
    pub(super) annotation: Annotation,
    /// The article's title; its slug where the library has it no more.
    pub(super) title: String,
    /// The section's title; its id where the article has it no more.
    pub(super) section: String,
    /// The section's address.
    pub(super) address: String,
}

/// The annotations of records, in reading order. What is no record of ours is left out: pages send none.
pub(super) fn of_records(records: &[String], site: &str) -> Vec<Item> {
    let values = records.iter().filter_map(|record| crate::json::from_str(record).ok());
    of_annotations(values.filter_map(|value| from_json(&value).ok()).collect(), site)
}

/// The annotations in reading order.
pub(super) fn of_annotations(annotations: Vec<Annotation>, site: &str) -> Vec<Item> {
    let keys = sorted(annotations.iter().enumerate().map(|(index, annotation)| (place_of(annotation), index)));
    let mut annotations: Vec<Option<Annotation>> = annotations.into_iter().map(Some).collect();
    let in_order = keys.into_iter().filter_map(|(_, index)| annotations.get_mut(index)?.take());
    in_order.map(|annotation| item(annotation, site)).collect()
}

fn item(annotation: Annotation, site: &str) -> Item {
    let meta = library::meta(&annotation.article);
    let section = meta.and_then(|meta| meta.section(&annotation.section));
    Item {
        title: meta.map_or(&annotation.article, |meta| &meta.title).clone(),
        section: match section {
            Some(section) => section.title.clone(),
            None if annotation.section.is_empty() => words::files::whole_article().to_owned(),
            None => annotation.section.clone(),
        },
        address: format!("{site}{}", path(&annotation)),
        annotation,
    }
}

fn path(annotation: &Annotation) -> String {
    let route = match annotation.section.as_str() {
        "" => Route::article(&annotation.article),
        section => Route::section(&annotation.article, section),
    };
    Base::default().href(&route)
}

/// Reading order of the library, then of the article; what has no place in either comes last.
fn place_of(annotation: &Annotation) -> (usize, String, u32, i64, String) {
    let article = library::catalogue().iter().position(|meta| meta.slug == annotation.article).unwrap_or(usize::MAX);
    let section = library::meta(&annotation.article).and_then(|meta| meta.section(&annotation.section));
    let position = match &annotation.kind {
        Kind::Highlight { position, .. } => position.start(),
        Kind::Bookmark | Kind::Reflection => section.map_or(u32::MAX, |section| section.start),
        Kind::Answer { .. } => section.map_or(u32::MAX, |section| section.end),
    };
    (article, annotation.article.clone(), position, annotation.created, annotation.id.clone())
}
