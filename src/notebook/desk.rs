//! The desk: highlights whose words changed or went, for the reader to decide.
//!
//! Which they are, `annotation/anchoring/verdict.rs` has said; here they are gathered. Nothing is changed here: what the
//! reader decides becomes an ordinary change of one annotation, or a line in [`Settled`].

use super::Notebook;
use crate::annotation::anchoring::{Prepared, Verdict};
use crate::annotation::{Annotation, ArticleText, Kind, Placement, TextRange, placements_on};
use crate::article::Meta;
use crate::json::{Map, Value};
use crate::library;
use crate::order::sorted;
use std::collections::{BTreeMap, BTreeSet};

/// A highlight that needs the reader.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Attention {
    /// The annotation's id.
    pub id: String,
    /// The place that may be meant, with its words as they are now; none where the words are lost.
    pub candidate: Option<(TextRange, String)>,
}

/// What the reader chose to keep as it is: an annotation's id and the revision for which they said so. When the article
/// changes again, they are asked again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settled(BTreeMap<String, String>);

impl Settled {
    /// From its record; what makes no sense there settles nothing.
    pub fn from_json(value: &Value) -> Settled {
        let mut settled = Settled::default();
        for (id, revision) in value.as_object().into_iter().flat_map(Map::iter) {
            if let Some(revision) = revision.as_str() {
                settled.0.insert(id.clone(), revision.to_owned());
            }
        }
        settled
    }

    /// Its record.
    pub fn to_json(&self) -> Value {
        let mut object = Map::new();
        for (id, revision) in &self.0 {
            object.insert(id.clone(), revision.clone().into());
        }
        Value::Object(object)
    }

    /// Settles an annotation for a revision, and forgets those that are not there any more.
    pub fn settle(&mut self, id: &str, revision: &str, notebook: &Notebook) {
        self.0.retain(|id, _| notebook.get(id).is_some());
        self.0.insert(id.to_owned(), revision.to_owned());
    }

    /// Asks about an annotation again.
    pub fn reopen(&mut self, id: &str) {
        self.0.remove(id);
    }

    /// Whether the reader decided for this revision.
    pub fn holds(&self, id: &str, revision: &str) -> bool {
        self.0.get(id).is_some_and(|settled| settled == revision)
    }
}

/// How many of an article's highlights need review, and how many lost their place; what is settled is not counted.
pub fn count(placed: &[Placement], settled: &Settled, revision: &str) -> (usize, usize) {
    let open = || placed.iter().filter(|placed| !settled.holds(&placed.id, revision));
    let review = open().filter(|placed| matches!(placed.verdict, Verdict::Review(_))).count();
    let lost = open().filter(|placed| placed.verdict == Verdict::Orphan).count();
    (review, lost)
}

/// The desk, with what it found so far: an article is opened once, a highlight searched for once.
#[derive(Debug, Default)]
pub struct Desk {
    articles: Vec<Opened>,
}

#[derive(Debug)]
struct Opened {
    meta: &'static Meta,
    text: ArticleText,
    prepared: Prepared,
    placed: Vec<Placement>,
}

impl Desk {
    /// What needs the reader, in the order of the library and of the articles as they were. After so many `searches`
    /// it breaks off with `None`, and goes on where it was when it is asked again.
    pub fn look(&mut self, notebook: &Notebook, settled: &Settled, searches: usize) -> Option<Vec<Attention>> {
        let marked = |annotation: &&Annotation| matches!(annotation.kind, Kind::Highlight { .. });
        let slugs: BTreeSet<&str> = notebook.annotations().filter(marked).map(|a| a.article.as_str()).collect();
        let mut found = Vec::new();
        for meta in library::catalogue().iter().filter(|meta| slugs.contains(meta.slug.as_str())) {
            let Some(opened) = self.open(meta) else { continue };
            // Words of the article's own revision are where they were: that is looked up, never searched.
            let mine = notebook.of_article(&meta.slug);
            let (text, prepared, before) = (&opened.text, &mut opened.prepared, &opened.placed);
            opened.placed = placements_on(mine, &meta.revision, text, prepared, before, searches);
            if opened.placed.len() < notebook.of_article(&meta.slug).filter(marked).count() {
                return None;
            }
            let mut asked: Vec<(u32, Attention)> = Vec::new();
            for placed in opened.placed.iter().filter(|placed| !settled.holds(&placed.id, &meta.revision)) {
                let candidate = match placed.verdict {
                    Verdict::Review(range) => Some((range, opened.text.quote(range).to_owned())),
                    Verdict::Orphan => None,
                    Verdict::Exact(_) | Verdict::Moved(_) => continue,
                };
                asked.push((placed.was_at(), Attention { id: placed.id.clone(), candidate }));
            }
            found.extend(sorted(asked).into_iter().map(|(_, attention)| attention));
        }
        Some(found)
    }

    /// The text of an article that is on the desk.
    pub fn text(&self, slug: &str) -> Option<(&'static Meta, &ArticleText)> {
        self.articles.iter().find(|opened| opened.meta.slug == slug).map(|opened| (opened.meta, &opened.text))
    }

    fn open(&mut self, meta: &'static Meta) -> Option<&mut Opened> {
        if !self.articles.iter().any(|opened| opened.meta.slug == meta.slug) {
            let text = ArticleText::new(library::article(&meta.slug)?.text());
            self.articles.push(Opened { meta, text, prepared: Prepared::default(), placed: Vec::new() });
        }
        self.articles.iter_mut().find(|opened| opened.meta.slug == meta.slug)
    }
}
