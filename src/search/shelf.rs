//! The library, made ready for searching: folded once, then every letter typed is one walk through it.

use super::query::{Query, Spot};
use super::snippet::{Piece, around, marked};
use crate::annotation::{ArticleText, TextRange};
use crate::article::{Article, Folded, Meta, Section};
use crate::link::{Haystack, TextDirective};
use crate::order::sorted;
use std::cmp::Reverse;
use std::sync::OnceLock;

/// Most hits shown of one article.
const HITS: usize = 4;
/// Code points within which words stand together: a long sentence.
const TOGETHER: u32 = 240;

/// What a title, a heading, and all words close together are worth beside words in the text.
const TITLE: usize = 1000;
const TOPIC: usize = 200;
const HEADING: usize = 60;
const CLOSE: usize = 60;

/// An article, ready.
#[derive(Debug)]
struct Book {
    meta: Meta,
    text: ArticleText,
    folded: Folded,
    /// For the addresses of its passages, once one is asked for.
    by_block: OnceLock<Folded>,
    title: Folded,
    about: Folded,
}

/// The articles of the library, ready.
#[derive(Debug, Default)]
pub struct Shelf {
    books: Vec<Book>,
}

/// What was found in one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Slug of the article.
    pub slug: String,
    /// Its title, marked.
    pub title: Vec<Piece>,
    /// Number of places in the text.
    pub count: usize,
    /// The best places, the best first.
    pub hits: Vec<Hit>,
    /// Sections that have the words and are not among the hits.
    pub more: usize,
}

/// A place in a section, with the words around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Id of the section; empty before the first.
    pub section: String,
    /// Its title, marked.
    pub title: Vec<Piece>,
    /// Where the words are in the article's text: whole words. `None` where the heading is what was found.
    pub range: Option<TextRange>,
    /// The words around, marked.
    pub snippet: Vec<Piece>,
}

impl Shelf {
    /// Makes articles ready.
    pub fn new(articles: impl IntoIterator<Item = Article>) -> Shelf {
        let book = |article: Article| {
            let text = ArticleText::new(article.text());
            let folded = Folded::new(text.as_str());
            let meta = article.meta;
            let about = Folded::new(&format!("{} {} {}", meta.subtitle, meta.topics.join(" "), meta.summary));
            Book { title: Folded::new(&meta.title), about, folded, by_block: OnceLock::new(), text, meta }
        };
        Shelf { books: articles.into_iter().map(book).collect() }
    }

    /// Everything that is searched.
    pub(super) fn texts(&self) -> impl Iterator<Item = &Folded> {
        self.books.iter().flat_map(|book| [&book.folded, &book.title, &book.about])
    }

    /// The directive of a passage of an article, where there is one.
    pub fn directive(&self, slug: &str, passage: TextRange) -> Option<TextDirective> {
        let book = self.books.iter().find(|book| book.meta.slug == slug)?;
        let folded = book.by_block.get_or_init(|| Folded::by_block(book.text.as_str()));
        Haystack::folded(&book.text, folded).describe(passage)
    }

    /// The articles that have every term, the best first.
    pub fn search(&self, query: &Query) -> Vec<Found> {
        if query.is_empty() {
            return Vec::new();
        }
        let found = self.books.iter().filter_map(|book| book.search(query));
        let mut found: Vec<(usize, Option<Found>)> = found.map(|(score, found)| (score, Some(found))).collect();
        let order = sorted(found.iter().enumerate().map(|(index, (score, _))| (Reverse(*score), index)));
        order.into_iter().filter_map(|(_, index)| found.get_mut(index)?.1.take()).collect()
    }
}

/// A section with what it is worth.
struct Scored<'a> {
    section: Option<&'a Section>,
    spots: &'a [Spot],
    score: usize,
    complete: bool,
}

impl Book {
    fn search(&self, query: &Query) -> Option<(usize, Found)> {
        let named = query.spots(&self.title);
        let about = query.spots(&self.about);
        let spots = sorted(query.spots(&self.folded));
        let anywhere = |term| [&named, &about, &spots].iter().any(|spots| spots.iter().any(|spot| spot.term == term));
        if !(0..query.len()).all(anywhere) {
            return None;
        }
        let sections = self.scored(query, &spots);
        // Where some section has every word, those that have only some are not worth a line.
        let complete = sections.iter().any(|section| section.complete);
        let worth: Vec<&Scored<'_>> = sections.iter().filter(|section| section.complete || !complete).collect();
        let order = sorted(worth.iter().enumerate().map(|(index, section)| (Reverse(section.score), index)));
        let best = order.first().map_or(0, |(Reverse(score), _)| *score);
        let hits: Vec<Hit> = order
            .iter()
            .filter_map(|(_, index)| worth.get(*index))
            .take(HITS)
            .map(|scored| self.hit(query, scored))
            .collect();
        let score = covered(query, &named) * TITLE / query.len().max(1)
            + covered(query, &about) * TOPIC / query.len().max(1)
            + best * 4
            + spots.len().min(40);
        let found = Found {
            slug: self.meta.slug.clone(),
            title: marked(&self.meta.title, &named, &self.title),
            count: spots.len(),
            more: worth.len().saturating_sub(hits.len()),
            hits,
        };
        Some((score, found))
    }

    /// The sections that have a word, in order. `spots` are in order.
    fn scored<'a>(&'a self, query: &Query, mut spots: &'a [Spot]) -> Vec<Scored<'a>> {
        let mut scored = Vec::new();
        while let Some(position) = spots.first().and_then(|spot| self.folded.origin(spot.start)) {
            let section = self.meta.section_at(position);
            let next = self.meta.sections.iter().find(|section| section.start > position);
            let end = next.map_or(usize::MAX, |next| self.folded.index_of(next.start));
            let (here, rest) = spots.split_at(spots.partition_point(|spot| spot.start < end).max(1));
            let heading = section.map_or(0, |section| self.folded.index_of(section.start + heading_length(section)));
            let fits = |term: usize| here.iter().filter(move |spot| spot.term == term);
            let worth = |spot: &Spot| if spot.end <= heading { spot.fit * HEADING } else { spot.fit };
            let terms = (0..query.len()).map(|term| fits(term).map(worth).max().unwrap_or(0));
            let together = closest(here, query.len()).is_some_and(|(first, last)| self.near(first, last));
            let score =
                terms.clone().sum::<usize>() + if together && query.len() > 1 { CLOSE } else { 0 } + here.len().min(6);
            scored.push(Scored { section, spots: here, score, complete: terms.clone().all(|worth| worth > 0) });
            spots = rest;
        }
        scored
    }

    fn near(&self, first: Spot, last: Spot) -> bool {
        let range = self.folded.range(first.start, last.end.max(first.end));
        range.is_some_and(|(start, end)| end - start <= TOGETHER && !self.text.slice(start..end).contains('\n'))
    }

    fn hit(&self, query: &Query, scored: &Scored<'_>) -> Hit {
        let title = scored.section.map(|section| section.title.as_str()).unwrap_or_default();
        let folded_title = Folded::new(title);
        let heading_spots = query.spots(&folded_title);
        let heading_end = scored.section.map_or(0, |section| section.start + heading_length(section));
        let heading = self.folded.index_of(heading_end);
        let in_text = scored.spots.partition_point(|spot| spot.end <= heading);
        let body = scored.spots.get(in_text..).unwrap_or_default();
        let place = self.place(query, body);
        let (start, end) = place.map_or_else(|| self.opening(heading_end), |range| (range.start(), range.end()));
        Hit {
            section: scored.section.map(|section| section.id.clone()).unwrap_or_default(),
            title: marked(title, &heading_spots, &folded_title),
            // A heading with every word is itself the place.
            range: place.filter(|_| covered(query, &heading_spots) < query.len()),
            snippet: around(&self.text, start, end, scored.spots, &self.folded),
        }
    }

    /// Where text begins after a heading, and after those that follow it directly.
    fn opening(&self, heading_end: u32) -> (u32, u32) {
        let mut start = heading_end + 1;
        for section in self.meta.sections.iter().filter(|section| section.start > heading_end) {
            if section.start == start {
                start += heading_length(section) + 1;
            }
        }
        (start, start)
    }

    /// The words to lead to: all terms where they stand together, and the best of them otherwise.
    fn place(&self, query: &Query, spots: &[Spot]) -> Option<TextRange> {
        let together = closest(spots, query.len()).filter(|(first, last)| self.near(*first, *last));
        // Of several words the longest says most.
        let weight = |spot: &Spot| spot.fit * 2 + (spot.end - spot.start);
        let best = || {
            let best = spots.iter().map(weight).max()?;
            spots.iter().find(|spot| weight(spot) == best).map(|spot| (*spot, *spot))
        };
        let (first, last) = together.or_else(best)?;
        let mut start = first.start;
        while start > 0 && !self.folded.is_boundary(start) {
            start -= 1;
        }
        let mut end = last.end.max(first.end);
        while end < self.folded.chars().len() && !self.folded.is_boundary(end) {
            end += 1;
        }
        self.folded.range(start, end).and_then(|(start, end)| TextRange::new(start, end))
    }
}

fn heading_length(section: &Section) -> u32 {
    section.title.chars().count() as u32
}

/// How many terms are among the spots.
fn covered(query: &Query, spots: &[Spot]) -> usize {
    (0..query.len()).filter(|&term| spots.iter().any(|spot| spot.term == term)).count()
}

/// First and last spot of the shortest stretch that has every term. `spots` are in order.
fn closest(spots: &[Spot], terms: usize) -> Option<(Spot, Spot)> {
    let mut latest: Vec<Option<Spot>> = vec![None; terms];
    let mut best: Option<(usize, Spot, Spot)> = None;
    for &spot in spots {
        if let Some(place) = latest.get_mut(spot.term) {
            *place = Some(spot);
        }
        let first = latest.iter().copied().min().flatten();
        if let Some(first) = first {
            let length = spot.end.max(first.end) - first.start;
            if best.is_none_or(|(least, ..)| length < least) {
                best = Some((length, first, spot));
            }
        }
    }
    best.map(|(_, first, last)| (first, last))
}
