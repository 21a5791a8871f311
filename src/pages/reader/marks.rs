//! The reader's marks in the article that is open: where they are, and what can be done with them.

use super::layers::{Layer, highlights};
use super::turns::{SEARCHES, Turns};
use crate::annotation::anchoring::{Prepared, describe};
use crate::annotation::{
    Annotation, ArticleText, Colour, Decoration, Kind, Paint, Painted, Placement, Step, TextRange, attach, step,
    unmoved,
};
use crate::article::Meta;
use crate::components::highlight_dialog::{Hands, Opened};
use crate::components::review::put_in_place;
use crate::components::selection_toolbar::Action;
use crate::components::sharing::Sharing;
use crate::pages::later;
use crate::platform::{dom, selection, timer};
use crate::state::{Deciding, Keeping, Status, use_deciding, use_keeping, use_rest, use_status};
use crate::words;
use leptos::prelude::*;

/// The marks of an article.
#[derive(Clone, Copy)]
pub(super) struct Marks {
    meta: &'static Meta,
    text: StoredValue<ArticleText>,
    keeping: Keeping,
    status: Status,
    deciding: Deciding,
    sharing: Sharing,
    stops: RwSignal<Vec<Decoration>>,
    placed: Memo<Vec<Placement>>,
    painted: Memo<Painted>,
    turns: Turns,
    bookmarked: Memo<Vec<String>>,
    layers: RwSignal<Vec<(Layer, Decoration)>>,
    opened: RwSignal<Option<Opened>>,
    resizing: RwSignal<Option<String>>,
}

impl Marks {
    /// `leaves` are those of the article, in order.
    pub(super) fn new(
        meta: &'static Meta,
        text: StoredValue<ArticleText>,
        leaves: Vec<TextRange>,
        sharing: Sharing,
    ) -> Marks {
        let (keeping, rest) = (use_keeping(), use_rest());
        let layers = RwSignal::new(Vec::new());
        let mine = Memo::new(move |_| {
            keeping.read(|notebook| notebook.of_article(&meta.slug).cloned().collect::<Vec<Annotation>>())
        });
        let (turns, prepared) = (Turns::new(), StoredValue::new(Prepared::default()));
        let placed: Memo<Vec<Placement>> = Memo::new(move |before: Option<&Vec<Placement>>| {
            turns.searched.track();
            let before = before.map(Vec::as_slice).unwrap_or_default();
            // Words that are not where they were are searched for with the rest of the program.
            let search = later::here().filter(|_| rest.is_here()).map(|later| later.place);
            mine.with(|mine| {
                text.with_value(|text| match search {
                    Some(place) => prepared
                        .try_update_value(|ready| place(mine, &meta.revision, text, ready, before, SEARCHES))
                        .unwrap_or_default(),
                    None => unmoved(mine, &meta.revision, text, before),
                })
            })
        });
        let stops = RwSignal::new(Vec::<Decoration>::new());
        let dealt = Memo::new(move |_| {
            let mut all: Vec<Decoration> =
                layers.with(|layers| layers.iter().map(|(_, decoration)| decoration).cloned().collect());
            stops.with(|stops| all.extend(stops.iter().cloned()));
            mine.with(|mine| placed.with(|placed| all.extend(highlights(mine, placed))));
            Painted::new(&leaves, &all)
        });
        // Without the rest of the program nothing is searched for.
        let searching = Memo::new(move |_| {
            let is_mark = |annotation: &&Annotation| matches!(annotation.kind, Kind::Highlight { .. });
            rest.is_here() && placed.with(Vec::len) < mine.with(|mine| mine.iter().filter(is_mark).count())
        });
        let painted = turns.painted(dealt, searching);
        turns.begin(keeping, placed, searching, dealt);
        let bookmarked = Memo::new(move |_| {
            mine.with(|mine| {
                let bookmarks = mine.iter().filter(|annotation| annotation.kind == Kind::Bookmark);
                bookmarks.filter_map(|a| meta.section(&a.section)).map(|section| section.id.clone()).collect()
            })
        });
        let (opened, resizing) = (RwSignal::new(None), RwSignal::new(None));
        let (status, deciding) = (use_status(), use_deciding());
        Marks {
            meta,
            text,
            keeping,
            status,
            deciding,
            sharing,
            stops,
            placed,
            painted,
            turns,
            bookmarked,
            layers,
            opened,
            resizing,
        }
    }

    pub(super) fn painted(self) -> Memo<Painted> {
        self.painted
    }

    /// Whether all of them are painted, and again when they are.
    pub(super) fn are_painted(self) -> bool {
        self.turns.is_over()
    }

    /// Where each highlight of the article is.
    pub(super) fn placed(self) -> Memo<Vec<Placement>> {
        self.placed
    }

    /// The article's text.
    pub(super) fn text(self) -> StoredValue<ArticleText> {
        self.text
    }

    /// The article.
    pub(super) fn meta(self) -> &'static Meta {
        self.meta
    }

    /// Lays decorations over the text in place of what that layer held; none takes the layer away.
    pub(super) fn lay(self, layer: Layer, decorations: Vec<Decoration>) {
        let holds = |layers: &Vec<(Layer, Decoration)>| layers.iter().any(|(known, _)| *known == layer);
        if decorations.is_empty() && !self.layers.with_untracked(holds) {
            return;
        }
        self.layers.update(|layers| {
            layers.retain(|(known, _)| *known != layer);
            layers.extend(decorations.into_iter().map(|decoration| (layer, decoration)));
        });
    }

    /// The passages of the reading packs that were opened.
    pub(super) fn stops(self) -> RwSignal<Vec<Decoration>> {
        self.stops
    }

    /// Lays the passages of reading packs over the text.
    pub(super) fn lay_stops(self, stops: Vec<Decoration>) {
        if self.stops.with_untracked(|before| *before != stops) {
            self.stops.set(stops);
        }
    }

    pub(super) fn bookmarked(self) -> Memo<Vec<String>> {
        self.bookmarked
    }

    pub(super) fn opened(self) -> RwSignal<Option<Opened>> {
        self.opened
    }

    /// The highlight whose ends are being dragged.
    pub(super) fn resizing(self) -> RwSignal<Option<String>> {
        self.resizing
    }

    /// What the dialog of a highlight can do.
    pub(super) fn hands(self) -> Hands {
        Hands {
            overlapping: Callback::new(move |id: String| self.overlapping(&id)),
            copy_link: Callback::new(move |id: String| self.copy_link_of(&id)),
            share: Callback::new(move |id: String| self.share(&id)),
            step: Callback::new(move |(id, by): (String, Step)| {
                let moved = self.range_of(&id).and_then(|range| self.text.with_value(|text| step(text, range, by)));
                match moved {
                    Some(range) => self.resize(&id, range),
                    None => self.status.say(words::reader::no_further()),
                }
            }),
            drag: Callback::new(move |id: String| self.resizing.set(Some(id))),
        }
    }

    /// Gives a highlight other words: one record before and after.
    pub(super) fn resize(self, id: &str, range: TextRange) {
        let annotation = self.keeping.read_untracked(|notebook| notebook.get(id).cloned());
        let resized = annotation.and_then(|a| self.text.with_value(|text| attach(&a, self.meta, text, range)));
        let Some(resized) = resized else { return };
        let said = resized.quote().map(|quote| words::reader::now_marked(&shortened(&quote.exact)));
        match self.keeping.put(resized) {
            Ok(_) => self.status.murmur(said.unwrap_or_default()),
            Err(error) => self.status.say(error.to_string()),
        }
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

    /// Shows passages until the reader does something else.
    pub(super) fn show_passages(self, ranges: Vec<TextRange>) {
        let passage = |range| Decoration { range, paint: Paint::Passage };
        self.lay(Layer::Passage, ranges.into_iter().map(passage).collect());
    }

    /// Says what the page shows already.
    pub(super) fn murmur(self, said: String) {
        self.status.murmur(said);
    }

    /// Whether a highlight has exactly these words.
    pub(super) fn has_exactly(self, range: TextRange) -> bool {
        self.placed.with_untracked(|placed| placed.iter().any(|placed| placed.trusted() == Some(range)))
    }

    /// Where a highlight is now.
    pub(super) fn range_of(self, id: &str) -> Option<TextRange> {
        self.placed.with_untracked(|placed| placed.iter().find(|placed| placed.id == id).and_then(Placement::trusted))
    }

    /// Whether an annotation is a note on the article as a whole.
    pub(super) fn is_of_article(self, id: &str) -> bool {
        self.keeping.read_untracked(|n| n.get(id).is_some_and(|a| a.kind == Kind::Reflection && a.section.is_empty()))
    }

    /// Id and words of the highlights that share words with this one, itself left out.
    pub(super) fn overlapping(self, id: &str) -> Vec<(String, String)> {
        let Some(range) = self.range_of(id) else { return Vec::new() };
        self.placed.with_untracked(|placed| {
            let others = placed.iter().filter(|other| other.id != id);
            let others = others.filter_map(|other| other.trusted().map(|place| (other.id.clone(), place)));
            let others = others.filter(|(_, place)| place.overlaps(range));
            self.text.with_value(|text| others.map(|(id, place)| (id, shortened(text.quote(place)))).collect())
        })
    }

    /// A press inside the article: on a highlight it opens it, on a link it follows it.
    pub(super) fn open_from(self, event: &web_sys::Event) {
        self.show_passages(Vec::new());
        let in_link = dom::closest(event, "a[href]").is_some();
        if in_link || !selection::is_empty() {
            return;
        }
        self.open_all(dom::attributes_around(event, "data-annotation"));
    }

    /// Enter or space on a highlight.
    pub(super) fn open_by_key(self, event: &web_sys::KeyboardEvent) {
        if !matches!(event.key().as_str(), "Enter" | " ") {
            return;
        }
        if dom::closest(event, "mark[role=button]").is_some() {
            event.prevent_default();
            self.open_all(dom::attributes_around(event, "data-annotation"));
        }
    }

    /// Opens the highlights that lie over one another at a place, the innermost first.
    fn open_all(self, ids: Vec<String>) {
        if let Some(id) = ids.first().cloned() {
            self.opened.set(Some(Opened { id, for_note: false, at_note: false, stack: ids }));
        }
    }

    /// Opens the note of one highlight.
    pub(super) fn open(self, id: String, for_note: bool) {
        self.opened.set(Some(Opened { stack: vec![id.clone()], id, for_note, at_note: true }));
    }

    /// Does what the reader chose for selected words.
    pub(super) fn act(self, action: Action, range: TextRange) {
        match action {
            Action::Highlight(_) | Action::AddNote if self.attach_picked(range) => {}
            Action::Highlight(colour) => {
                if self.highlight(range, colour).is_some() {
                    // The page shows it already; a line over the page would be in the way of the next one.
                    self.status.murmur(words::reader::highlighted());
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
            // The reader's page listens.
            Action::Listen => {}
        }
    }

    /// The highlight of exactly these words, the one made last.
    fn highlight_of(self, range: TextRange) -> Option<Annotation> {
        let same = |placed: &&Placement| placed.trusted() == Some(range);
        let ids: Vec<String> =
            self.placed.with_untracked(|placed| placed.iter().filter(same).map(|placed| placed.id.clone()).collect());
        self.keeping.read_untracked(|notebook| {
            ids.iter().filter_map(|id| notebook.get(id)).max_by_key(|annotation| annotation.created).cloned()
        })
    }

    /// Highlights a range; where exactly these words are highlighted, gives them the next colour.
    pub(super) fn highlight_next(self, range: TextRange) {
        let colour = match self.highlight_of(range) {
            Some(mut annotation) => {
                let Kind::Highlight { colour, .. } = &mut annotation.kind else { return };
                *colour = colour.next();
                let colour = *colour;
                match self.keeping.put(annotation) {
                    Ok(_) => Some(colour),
                    Err(error) => {
                        self.status.say(error.to_string());
                        None
                    }
                }
            }
            None => self.highlight(range, Colour::Yellow).map(|_| Colour::Yellow),
        };
        if let Some(colour) = colour {
            self.status.murmur(words::reader::highlighted_in(colour.label()));
        }
    }

    /// Opens the note on a range: that of the highlight of exactly these words, or a new one.
    pub(super) fn note(self, range: TextRange) {
        match self.highlight_of(range) {
            Some(annotation) => self.open(annotation.id, false),
            None => self.act(Action::AddNote, range),
        }
    }

    /// Gives the mark that is looking for its place these words, however they were chosen; `false` where none is.
    pub(super) fn attach_picked(self, range: TextRange) -> bool {
        let picked = self.deciding.picking().get_untracked();
        let picked = picked.and_then(|id| self.keeping.read_untracked(|notebook| notebook.get(&id).cloned()));
        let Some(before) = picked.filter(|annotation| annotation.article == self.meta.slug) else { return false };
        if let Some(attached) = self.text.with_value(|text| attach(&before, self.meta, text, range)) {
            self.deciding.picking().set(None);
            let id = attached.id.clone();
            put_in_place(self.keeping, self.status, before, attached);
            timer::next_frame(move || {
                super::passage::show_annotation(&id);
            });
        }
        true
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

/// The first words of a quote, for a line.
pub(super) fn shortened(quote: &str) -> String {
    const LIMIT: usize = 60;
    let line = quote.replace('\n', " ");
    if line.chars().count() <= LIMIT {
        return line;
    }
    let cut: String = line.chars().take(LIMIT).collect();
    format!("{} …", cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words))
}
