//! The reader's marks in the article that is open: where they are, and what can be done with them.

use crate::annotation::anchoring::{Anchorer, describe};
use crate::annotation::{Annotation, ArticleText, Colour, Decoration, Kind, Paint, TextRange};
use crate::article::Meta;
use crate::components::highlight_dialog::Opened;
use crate::components::pack_dock::layer;
use crate::components::selection_toolbar::Action;
use crate::components::sharing::Sharing;
use crate::link::TextDirective;
use crate::platform::{dom, selection};
use crate::state::{Keeping, Status, use_keeping, use_status};
use leptos::prelude::*;

/// A highlight that has its place.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Placed {
    id: String,
    range: TextRange,
}

/// The marks of an article.
#[derive(Clone, Copy)]
pub(super) struct Marks {
    meta: &'static Meta,
    text: StoredValue<ArticleText>,
    keeping: Keeping,
    status: Status,
    sharing: Sharing,
    stops: Memo<Vec<Decoration>>,
    placed: Memo<Vec<Placed>>,
    decorations: Memo<Vec<Decoration>>,
    bookmarked: Memo<Vec<String>>,
    passages: RwSignal<Vec<TextRange>>,
    opened: RwSignal<Option<Opened>>,
}

impl Marks {
    pub(super) fn new(meta: &'static Meta, text: StoredValue<ArticleText>, sharing: Sharing) -> Marks {
        let keeping = use_keeping();
        let passages = RwSignal::new(Vec::new());
        let mine = Memo::new(move |_| {
            keeping.read(|notebook| notebook.of_article(&meta.slug).cloned().collect::<Vec<Annotation>>())
        });
        let placed: Memo<Vec<Placed>> = Memo::new(move |_| {
            mine.with(|mine| {
                text.with_value(|text| {
                    let anchorer = Anchorer::new(text);
                    mine.iter().filter_map(|annotation| place(annotation, meta, &anchorer)).collect()
                })
            })
        });
        let stops = layer(meta, text);
        let decorations = Memo::new(move |_| {
            let passages = passages.get().into_iter().map(|range| Decoration { range, paint: Paint::Passage });
            let highlights = mine.with(|mine| {
                placed.with(|placed| {
                    let paint = |placed: &Placed| {
                        let annotation = mine.iter().find(|annotation| annotation.id == placed.id)?;
                        let paint = Paint::Highlight {
                            id: placed.id.clone(),
                            colour: annotation.colour()?,
                            note: annotation.has_body(),
                        };
                        Some(Decoration { range: placed.range, paint })
                    };
                    placed.iter().filter_map(paint).collect::<Vec<_>>()
                })
            });
            let stops = stops.get();
            passages.chain(stops).chain(highlights).collect()
        });
        let bookmarked = Memo::new(move |_| {
            mine.with(|mine| {
                let bookmarks = mine.iter().filter(|annotation| annotation.kind == Kind::Bookmark);
                bookmarks.filter_map(|a| meta.section(&a.section)).map(|section| section.id.clone()).collect()
            })
        });
        let opened = RwSignal::new(None);
        let status = use_status();
        Marks { meta, text, keeping, status, sharing, stops, placed, decorations, bookmarked, passages, opened }
    }

    pub(super) fn decorations(self) -> Memo<Vec<Decoration>> {
        self.decorations
    }

    /// The passages of the reading packs that were opened.
    pub(super) fn stops(self) -> Memo<Vec<Decoration>> {
        self.stops
    }

    pub(super) fn bookmarked(self) -> Memo<Vec<String>> {
        self.bookmarked
    }

    pub(super) fn opened(self) -> RwSignal<Option<Opened>> {
        self.opened
    }

    /// How many marks, and how many of the reader's own words, the article has.
    pub(super) fn counts(self) -> (usize, usize) {
        self.keeping.read(|notebook| {
            let mine = || notebook.of_article(&self.meta.slug);
            let notes = mine().filter(|annotation| annotation.has_body()).count();
            let marks = mine().filter(|a| matches!(a.kind, Kind::Bookmark | Kind::Highlight { .. })).count();
            (marks, notes)
        })
    }

    /// The passages that an address describes and the article has.
    pub(super) fn resolve(self, directives: &[Vec<TextDirective>]) -> Vec<TextRange> {
        self.text.with_value(|text| TextDirective::resolve_all(directives, text)).into_iter().flatten().collect()
    }

    /// Shows passages until the reader does something else.
    pub(super) fn show_passages(self, ranges: Vec<TextRange>) {
        self.passages.set(ranges);
    }

    /// Says what the page shows already.
    pub(super) fn murmur(self, said: String) {
        self.status.murmur(said);
    }

    /// Where a highlight is now.
    pub(super) fn range_of(self, id: &str) -> Option<TextRange> {
        self.placed.with_untracked(|placed| placed.iter().find(|placed| placed.id == id).map(|placed| placed.range))
    }

    /// Id and words of the highlights that share words with this one, itself left out.
    pub(super) fn overlapping(self, id: &str) -> Vec<(String, String)> {
        let Some(range) = self.range_of(id) else { return Vec::new() };
        self.placed.with_untracked(|placed| {
            let others = placed.iter().filter(|other| other.id != id && other.range.overlaps(range));
            self.text
                .with_value(|text| others.map(|other| (other.id.clone(), shortened(text.quote(other.range)))).collect())
        })
    }

    /// A press inside the article: on a highlight it opens it, on a link it follows it.
    pub(super) fn open_from(self, event: &web_sys::Event) {
        if self.passages.with_untracked(|shown| !shown.is_empty()) {
            self.passages.set(Vec::new());
        }
        let in_link = dom::closest(event, "a[href]").is_some();
        let selecting = dom::by_id("article").is_some_and(|article| selection::range_in(&article).is_some());
        if in_link || selecting {
            return;
        }
        if let Some(id) = dom::closest_attribute(event, "data-annotation") {
            self.open(id, false);
        }
    }

    /// Enter or space on a highlight.
    pub(super) fn open_by_key(self, event: &web_sys::KeyboardEvent) {
        if !matches!(event.key().as_str(), "Enter" | " ") {
            return;
        }
        if dom::closest(event, "mark[role=button]").is_some()
            && let Some(id) = dom::closest_attribute(event, "data-annotation")
        {
            event.prevent_default();
            self.open(id, false);
        }
    }

    fn open(self, id: String, for_note: bool) {
        self.opened.set(Some(Opened { id, for_note }));
    }

    /// Does what the reader chose for selected words.
    pub(super) fn act(self, action: Action, range: TextRange) {
        match action {
            Action::Highlight(colour) => {
                if self.highlight(range, colour).is_some() {
                    // The page shows it already; a line over the page would be in the way of the next one.
                    self.status.murmur("Highlighted");
                }
            }
            Action::AddNote => {
                if let Some(id) = self.highlight(range, Colour::Yellow) {
                    self.open(id, true);
                }
            }
            Action::CopyLink => self.sharing.copy_address_of(range),
            Action::Cite => self.sharing.cite_passage(range),
            Action::Share => self.sharing.share_passage(range),
        }
    }

    /// Highlights a range and gives the new annotation's id; says so where it is not kept.
    fn highlight(self, position: TextRange, colour: Colour) -> Option<String> {
        let quote = self.text.with_value(|text| describe(text, position));
        let section = self.meta.section_at(position.start()).map(|section| section.id.clone()).unwrap_or_default();
        let kind = Kind::Highlight { colour, position, quote };
        let annotation = self.keeping.draft(kind, &self.meta.slug, &self.meta.revision, &section);
        let id = annotation.id.clone();
        match self.keeping.put(annotation) {
            Ok(_) => Some(id),
            Err(error) => {
                self.status.say(error.to_string());
                None
            }
        }
    }

    /// Copies a link to a highlight's words.
    pub(super) fn copy_link_of(self, id: &str) {
        if let Some(range) = self.range_of(id) {
            self.sharing.copy_address_of(range);
        }
    }

    /// Opens the other ways to pass a highlight on.
    pub(super) fn share(self, id: &str) {
        if let Some(range) = self.range_of(id) {
            self.sharing.share_passage(range);
        }
    }
}

/// Where a highlight's words are in the text as it is now. What is not certain is not painted: the notebook shows it.
fn place(annotation: &Annotation, meta: &Meta, anchorer: &Anchorer<'_>) -> Option<Placed> {
    let Kind::Highlight { position, quote, .. } = &annotation.kind else { return None };
    let verdict = anchorer.anchor(annotation.revision == meta.revision, *position, quote);
    verdict.trusted().map(|range| Placed { id: annotation.id.clone(), range })
}

/// The first words of a quote, for a line.
fn shortened(quote: &str) -> String {
    const LIMIT: usize = 60;
    let line = quote.replace('\n', " ");
    if line.chars().count() <= LIMIT {
        return line;
    }
    let cut: String = line.chars().take(LIMIT).collect();
    format!("{} …", cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words))
}
