//! A leaf's words, with what is painted over them.

use super::Reading;
use crate::annotation::{Decoration, Paint, Segment, TextRange, segments};
use crate::article::{Inline, Leaf, LinkTarget, term_anchor};
use crate::words;
use leptos::prelude::*;

/// A leaf's words; made again when its own decorations change, and only then.
pub(crate) fn leaf_words(leaf: Leaf, reading: Reading) -> AnyView {
    let start = leaf.start;
    let mine = Memo::new(move |_| reading.painted.with(|painted| painted.of_leaf(start)));
    let painted = move || {
        let decorations = mine.get().unwrap_or_default();
        let range = TextRange::new(leaf.start, leaf.end).filter(|_| !decorations.is_empty());
        let segments = range.map(|range| segments(range, &decorations)).unwrap_or_default();
        let mut painter =
            Painter { reading, decorations: &decorations, segments: &segments, at: leaf.start, in_text: true };
        painter.inlines(&leaf.inlines, false)
    };
    view! { {move || painted()} }.into_any()
}

/// Words outside the article's text, such as a footnote's: nothing is painted over them.
pub(crate) fn plain(inlines: &[Inline], reading: Reading) -> Vec<AnyView> {
    Painter { reading, decorations: &[], segments: &[], at: 0, in_text: false }.inlines(inlines, false)
}

/// Goes through a leaf's inlines with the position in the article's text.
struct Painter<'a> {
    reading: Reading,
    decorations: &'a [Decoration],
    segments: &'a [Segment],
    at: u32,
    /// Whether these are words of the article's text, which has positions.
    in_text: bool,
}

impl Painter<'_> {
    fn inlines(&mut self, inlines: &[Inline], in_link: bool) -> Vec<AnyView> {
        inlines.iter().map(|inline| self.inline(inline, in_link)).collect()
    }

    fn inline(&mut self, inline: &Inline, in_link: bool) -> AnyView {
        match inline {
            Inline::Text(text) => self.run(text, in_link),
            Inline::Code(text) => view! { <code>{self.run(text, in_link)}</code> }.into_any(),
            Inline::Emphasis(inner) => view! { <em>{self.inlines(inner, in_link)}</em> }.into_any(),
            Inline::Strong(inner) => view! { <b>{self.inlines(inner, in_link)}</b> }.into_any(),
            Inline::Strikethrough(inner) => view! { <s>{self.inlines(inner, in_link)}</s> }.into_any(),
            Inline::Link { target, inlines } => self.link(target, inlines),
            Inline::Term { entry, inlines } => {
                let href = format!("#{}", glossary_id(*entry));
                // The glossary leads back to each use.
                let id = self.in_text.then(|| term_anchor(self.at));
                self.anchor(href, "term", None, id, inlines)
            }
            Inline::FootnoteReference { footnote, mention } => {
                let number = footnote + 1;
                // The style sheet writes the number: in the page it would stand between words that a browser looks for,
                // and in what is copied.
                view! {
                    <a
                        class="fn"
                        id=format!("ref-{number}-{mention}")
                        href=format!("#note-{number}")
                        aria-label=words::article::note(number as usize)
                        lang=words::lang_within(&self.reading.meta.language)
                        data-n=number
                        data-skip=""
                    ></a>
                }
                .into_any()
            }
            Inline::Break => {
                self.at += 1;
                view! { <br /> }.into_any()
            }
        }
    }

    fn link(&mut self, target: &LinkTarget, inlines: &[Inline]) -> AnyView {
        match target {
            LinkTarget::Section(id) => self.anchor(format!("#{id}"), "", None, None, inlines),
            LinkTarget::Article { slug, section } => {
                self.anchor(self.reading.article_href(slug, section.as_deref()), "", None, None, inlines)
            }
            LinkTarget::External(href) => self.anchor(href.clone(), "", Some("external noreferrer"), None, inlines),
        }
    }

    fn anchor(
        &mut self,
        href: String,
        class: &'static str,
        rel: Option<&'static str>,
        id: Option<String>,
        inlines: &[Inline],
    ) -> AnyView {
        let (start, reading) = (self.at, self.reading);
        let inner = self.inlines(inlines, true);
        // A mark inside a link can't be a control of its own: its control stands behind the link.
        let begun = self.decorations.iter().filter(|d| (start..self.at).contains(&d.range.start()));
        let dots = begun.filter_map(|decoration| match &decoration.paint {
            Paint::Highlight { id, .. } => Some(
                view! {
                    <button
                        type="button"
                        class="mark-dot"
                        data-annotation=id.clone()
                        aria-haspopup="dialog"
                        aria-label=words::article::open_highlight()
                        lang=words::lang_within(&reading.meta.language)
                        data-skip=""
                    ></button>
                }
                .into_any(),
            ),
            Paint::Stop { id, number } => Some(stop_button(id, *number, reading)),
            _ => None,
        });
        let class = (!class.is_empty()).then_some(class);
        view! {
            <a class=class id=id href=href rel=rel>
                {inner}
            </a>
            {dots.collect_view()}
        }
        .into_any()
    }

    /// A run of text, cut where decorations begin and end.
    fn run(&mut self, text: &str, in_link: bool) -> AnyView {
        let (start, reading) = (self.at, self.reading);
        let end = start + text.chars().count() as u32;
        self.at = end;
        let Some(run) = TextRange::new(start, end).filter(|_| !self.segments.is_empty()) else {
            return text.to_owned().into_any();
        };
        // The segments of this run alone: a leaf may have many of both.
        let first = self.segments.partition_point(|segment| segment.range.end() <= start);
        let own = self.segments.iter().skip(first).take_while(|segment| segment.range.start() < end);
        let mut chars = text.chars();
        let pieces =
            own.filter_map(|segment| Some((segment, segment.range.intersection(run)?))).map(|(segment, part)| {
                let piece: String = chars.by_ref().take(part.len() as usize).collect();
                let over: Vec<&Decoration> =
                    segment.covers.iter().rev().filter_map(|&index| self.decorations.get(index)).collect();
                // The innermost highlight that begins here is the control: it leads to the others around it.
                let control = over.iter().position(|over| {
                    matches!(over.paint, Paint::Highlight { .. }) && over.range.start() == part.start() && !in_link
                });
                // A control can't stand inside another: the number of a stop stands before all marks.
                let begun = over.iter().filter(|over| over.range.start() == part.start() && !in_link);
                let stops: Vec<AnyView> = begun
                    .filter_map(|over| match &over.paint {
                        Paint::Stop { id, number } => Some(stop_button(id, *number, reading)),
                        _ => None,
                    })
                    .collect();
                let marked = over.into_iter().enumerate().fold(piece.into_any(), |inner, (depth, decoration)| {
                    let last = decoration.range.end() == part.end();
                    let first = decoration.range.start() == part.start();
                    mark(decoration, control == Some(depth), (first, last), inner)
                });
                if stops.is_empty() { marked } else { view! { {stops} {marked} }.into_any() }
            });
        pieces.collect::<Vec<AnyView>>().into_any()
    }
}

/// A mark around a piece. One piece of a highlight is its control; the others open it by pointer, and are plain words to
/// assistive technology: a highlight is announced once. The last one carries the sign of a note.
fn mark(decoration: &Decoration, control: bool, (first, last): (bool, bool), inner: AnyView) -> AnyView {
    match &decoration.paint {
        Paint::Highlight { id, colour, note } => view! {
            <mark
                data-annotation=id.clone()
                data-colour=colour.name()
                data-note=(*note && last).then_some("")
                role=if control { "button" } else { "presentation" }
                tabindex=control.then_some("0")
                aria-haspopup=control.then_some("dialog")
                aria-description=control.then(|| description(*note))
            >
                {inner}
            </mark>
        }
        .into_any(),
        Paint::Passage => laid("passage", inner),
        Paint::Hit { current: false } => laid("hit", inner),
        Paint::Hit { current: true } => laid("hit is-current", inner),
        Paint::Cursor => laid("cursor", inner),
        Paint::Spoken => laid("spoken", inner),
        Paint::Stop { id, number } => {
            let number = first.then_some(*number);
            view! { <mark class="stop" data-stop=id.clone() data-n=number>{inner}</mark> }.into_any()
        }
    }
}

/// What a highlight's control is said to be.
fn description(note: bool) -> &'static str {
    if note { words::article::highlight_with_note() } else { words::article::highlight() }
}

/// The number of a pack's stop, before its passage: who can't press the words opens it here.
fn stop_button(id: &str, number: u32, reading: Reading) -> AnyView {
    view! {
        <button
            type="button"
            class="stop-n"
            data-stop=id.to_owned()
            data-n=number
            aria-label=words::article::stop_of_pack(number as usize)
            lang=words::lang_within(&reading.meta.language)
            data-skip=""
        ></button>
    }
    .into_any()
}

/// What the page lays over words for a while.
fn laid(class: &'static str, inner: AnyView) -> AnyView {
    view! { <mark class=class>{inner}</mark> }.into_any()
}

/// The id of a glossary entry's place at the end of the article.
fn glossary_id(entry: u32) -> String {
    use_context::<GlossaryIds>()
        .and_then(|ids| ids.0.with_value(|ids| ids.get(entry as usize).cloned()))
        .unwrap_or_else(|| "glossary".to_owned())
}

/// The ids of the glossary's entries, in order.
#[derive(Clone, Copy)]
pub(crate) struct GlossaryIds(pub(crate) StoredValue<Vec<String>>);
