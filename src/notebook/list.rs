//! What the notebook page lists: which entries, in which order and groups, and how many each filter would show.

use super::filter::Sieve;
use super::{Entry, KindFilter, Notebook, Order, View};
use crate::annotation::{Annotation, Colour};
use crate::order::sorted;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What the list has to know of the world: where an annotation stands in the library, and when a day begins here.
pub trait Library {
    /// The number of its article, and its place in the text; what has no place comes last.
    fn place(&self, annotation: &Annotation) -> (usize, u32);

    /// When the day of a moment begins, in milliseconds since 1970, UTC.
    fn day(&self, at: i64) -> i64;
}

/// Entries under one heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// The article's slug, or the beginning of the day.
    pub key: String,
    /// How many entries it has, shown or not.
    pub count: usize,
    /// The ids of its entries.
    pub ids: Vec<String>,
}

/// How many entries each choice of a filter would show, the other filters being as they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Without any filter.
    pub total: usize,
    /// With the filter as it is.
    pub shown: usize,
    /// For every kind.
    pub kinds: Vec<(KindFilter, usize)>,
    /// For every colour, and for all of them.
    pub colours: Vec<(Option<Colour>, usize)>,
    /// For every article that has entries.
    pub articles: BTreeMap<String, usize>,
    /// For every label that is in use.
    pub tags: BTreeMap<String, usize>,
}

/// What the page lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// The entries in order.
    pub groups: Vec<Group>,
    /// The numbers beside the filters.
    pub counts: Counts,
}

/// What entries are put in order by: a number for the group and its name, then places inside it.
type Key<'a> = (i64, &'a str, i64, Reverse<i64>, i64, &'a str);

impl Listing {
    /// What a view shows of a notebook. `held` entries are shown whatever the filter says: they are being edited. Those
    /// that stand `apart` are counted and not listed: another part of the page shows them.
    pub fn new(
        notebook: &Notebook,
        view: &View,
        library: &dyn Library,
        held: &dyn Fn(&str) -> bool,
        apart: &dyn Fn(&str) -> bool,
    ) -> Listing {
        let sieve = view.filter.sieve();
        let mut counts = Counts::empty();
        let mut shown: Vec<&Annotation> = Vec::new();
        for entry in notebook.entries() {
            let admitted = counts.add(entry, &sieve) || held(&entry.annotation.id);
            if admitted && !apart(&entry.annotation.id) {
                shown.push(&entry.annotation);
            }
        }
        let keys = sorted(shown.into_iter().map(|annotation| key(annotation, view.order, library)));
        Listing { groups: group(keys, view.order, library), counts }
    }

    /// The first of the entries, with the headings over them.
    pub fn first(&self, limit: usize) -> Vec<Group> {
        let mut left = limit;
        let mut first = Vec::new();
        for Group { key, count, ids } in &self.groups {
            if left == 0 {
                break;
            }
            let ids: Vec<String> = ids.iter().take(left).cloned().collect();
            left = left.saturating_sub(ids.len());
            first.push(Group { key: key.clone(), count: *count, ids });
        }
        first
    }

    /// The ids of all entries, in order.
    pub fn ids(&self) -> impl Iterator<Item = &String> {
        self.groups.iter().flat_map(|group| &group.ids)
    }
}

fn key<'a>(annotation: &'a Annotation, order: Order, library: &dyn Library) -> Key<'a> {
    let (article, position) = library.place(annotation);
    let article = i64::try_from(article).unwrap_or(i64::MAX);
    let (slug, id) = (annotation.article.as_str(), annotation.id.as_str());
    match order {
        Order::Article => (article, slug, position.into(), Reverse(0), annotation.created, id),
        Order::Date => (0, "", 0, Reverse(annotation.created), article, id),
    }
}

/// Cuts the ordered entries where the article or the day changes.
fn group(keys: Vec<Key<'_>>, order: Order, library: &dyn Library) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut last: Option<(&str, i64)> = None;
    for (_, slug, _, Reverse(created), _, id) in keys {
        // The latest come first: what is not before the beginning of the last day belongs to it.
        let same = last.is_some_and(|(last, day)| last == slug && (order == Order::Article || created >= day));
        if !same {
            let day = if order == Order::Date { library.day(created).min(created) } else { 0 };
            last = Some((slug, day));
            let key = if order == Order::Date { day.to_string() } else { slug.to_owned() };
            groups.push(Group { key, ..Group::default() });
        }
        if let Some(group) = groups.last_mut() {
            group.ids.push(id.to_owned());
            group.count += 1;
        }
    }
    groups
}

impl Counts {
    fn empty() -> Counts {
        let colours = std::iter::once(None).chain(Colour::ALL.map(Some));
        Counts {
            kinds: KindFilter::ALL.map(|kind| (kind, 0)).to_vec(),
            colours: colours.map(|colour| (colour, 0)).collect(),
            ..Counts::default()
        }
    }

    /// Counts an entry and says whether it is shown.
    fn add(&mut self, entry: &Entry, sieve: &Sieve<'_>) -> bool {
        let passes = sieve.look(entry);
        let but = |part: usize| passes.iter().enumerate().all(|(index, passes)| *passes || index == part);
        let annotation = &entry.annotation;
        self.total += 1;
        // A choice is offered as long as anything has it, be it with the number 0.
        if !self.articles.contains_key(&annotation.article) {
            self.articles.insert(annotation.article.clone(), 0);
        }
        if let Some(count) = self.articles.get_mut(&annotation.article) {
            *count += usize::from(but(0));
        }
        for (kind, count) in &mut self.kinds {
            *count += usize::from(but(1) && kind.admits(annotation));
        }
        for (colour, count) in &mut self.colours {
            *count += usize::from(but(2) && (colour.is_none() || *colour == annotation.colour()));
        }
        for tag in &annotation.tags {
            *self.tags.entry(tag.clone()).or_default() += usize::from(but(3));
        }
        let shown = passes.iter().all(|passes| *passes);
        self.shown += usize::from(shown);
        shown
    }
}
