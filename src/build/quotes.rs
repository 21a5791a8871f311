//! Block quotes: quotations, and what a marker on the first line makes of them: callouts, figures, questions.
//!
//! It must never take an unknown marker for a quotation.

use super::blocks::{Builder, leaf};
use super::fault::FaultKind;
use super::markdown::{Node, What};
use crate::article::{Block, CalloutKind, Inline, Prompt, plain_text};
use pulldown_cmark::{Event, Tag};

/// A marker such as `[!NOTE]` and what follows it.
struct Marked<'n, 't> {
    marker: String,
    /// The rest of the paragraph that the marker begins.
    lead: &'n [Node<'t>],
    /// The blocks below.
    rest: &'n [Node<'t>],
}

impl<'n, 't> Builder<'_, 'n, 't> {
    /// A block quote of any kind.
    pub(super) fn quote(&mut self, node: &'n Node<'t>) -> Option<Block> {
        let Some(marked) = self.marked(node) else {
            return Some(Block::Quote(self.blocks(&[], &node.children, false)));
        };
        let kind = match marked.marker.to_ascii_uppercase().as_str() {
            "EVIDENCE" => CalloutKind::Evidence,
            "TRY" => CalloutKind::Try,
            "NOTE" => CalloutKind::Note,
            "SAFETY" => CalloutKind::Safety,
            "REFLECT" => return self.prompts(node, &marked),
            "FIGURE" => return self.figure_block(node, &marked),
            _ => {
                self.fault(node, FaultKind::UnknownMarker { marker: marked.marker });
                return None;
            }
        };
        if marked.lead.is_empty() && marked.rest.is_empty() {
            self.fault(node, FaultKind::EmptyCallout { marker: marked.marker });
            return None;
        }
        Some(Block::Callout { kind, blocks: self.blocks(marked.lead, marked.rest, false) })
    }

    /// The marker is looked for in the file's own characters: `\[!NOTE]` is not one.
    fn marked(&mut self, node: &'n Node<'t>) -> Option<Marked<'n, 't>> {
        let (first, rest) = node.children.split_first().filter(|(first, _)| first.is_paragraph())?;
        let text = self.source.slice(first.at.clone());
        let line = text.lines().next().unwrap_or_default();
        let (marker, after) = line.strip_prefix("[!")?.split_once(']')?;
        let end = first.at.start + line.len();
        if !after.trim().is_empty() {
            self.fault(node, FaultKind::MarkerNotAlone { marker: marker.to_owned() });
        }
        let begins = first.children.iter().position(|child| child.at.start >= end || is_break(child));
        let lead = begins.and_then(|index| first.children.get(index..)).unwrap_or_default();
        let lead = match lead.split_first() {
            Some((node, after)) if is_break(node) => after,
            _ => lead,
        };
        Some(Marked { marker: marker.to_owned(), lead, rest })
    }

    /// A picture, a caption, a description.
    fn figure_block(&mut self, node: &Node<'t>, marked: &Marked<'n, 't>) -> Option<Block> {
        let (picture, rest) = match (marked.lead, marked.rest.split_first()) {
            ([image], _) if image.is_image() => (Some(image), marked.rest),
            ([], Some((first, rest))) => (first.lone_image(), rest),
            _ => (None, marked.rest),
        };
        let Some(image) = picture else {
            self.fault(node, FaultKind::FigureWithoutPicture);
            return None;
        };
        let mut paragraphs = Vec::new();
        for block in rest {
            if block.is_paragraph() {
                paragraphs.push(self.inlines(&block.children));
            } else {
                self.fault(block, FaultKind::FigurePart);
            }
        }
        let mut paragraphs = paragraphs.into_iter();
        let caption = paragraphs.next().map(leaf);
        if caption.is_none() {
            self.fault(image, FaultKind::FigureWithoutCaption);
        }
        self.figure(image, caption, paragraphs.collect())
    }

    /// A list of questions, and a paragraph before it.
    fn prompts(&mut self, node: &Node<'t>, marked: &Marked<'n, 't>) -> Option<Block> {
        let (lead, list) = match (marked.lead, marked.rest) {
            ([], [list]) if is_list(list) => (None, list),
            ([], [lead, list]) if lead.is_paragraph() && is_list(list) => (Some(lead.children.as_slice()), list),
            (lead, [list]) if is_list(list) => (Some(lead), list),
            _ => {
                self.fault(node, FaultKind::PromptsForm);
                return None;
            }
        };
        let Some(section) = self.chapter else {
            self.fault(node, FaultKind::PromptOutsideSection);
            return None;
        };
        let lead = lead.map(|lead| self.inlines(lead));
        let prompts = list.children.iter().filter_map(|item| self.prompt(item, section)).collect();
        Some(Block::Prompts { lead, prompts })
    }

    fn prompt(&mut self, item: &'n Node<'t>, section: u32) -> Option<Prompt> {
        let line = match item.children.as_slice() {
            [paragraph] if paragraph.is_paragraph() => paragraph.children.as_slice(),
            line => line,
        };
        if !line.iter().all(is_plain) {
            self.fault(item, FaultKind::PromptNotPlain);
            return None;
        }
        let inlines: Vec<Inline> = self.inlines(line);
        let text = plain_text(&inlines).replace('\n', " ");
        let Some((question, id)) = text.trim().strip_suffix('}').and_then(|text| text.rsplit_once("{#")) else {
            self.fault(item, FaultKind::PromptWithoutId);
            return None;
        };
        let at = self.line_of(item);
        self.ids.claim(id, &self.source.path, at, &mut self.faults);
        let question = question.trim();
        if question.is_empty() {
            self.fault(item, FaultKind::EmptyPrompt);
        }
        Some(Prompt { id: id.to_owned(), question: question.to_owned(), section })
    }
}

fn is_break(node: &Node<'_>) -> bool {
    matches!(node.what, What::Event(Event::SoftBreak | Event::HardBreak))
}

fn is_list(node: &Node<'_>) -> bool {
    matches!(node.what, What::Tag(Tag::List(_)))
}

/// Text, with emphasis at most.
fn is_plain(node: &Node<'_>) -> bool {
    let plain = match &node.what {
        What::Event(event) => !matches!(event, Event::FootnoteReference(_)),
        What::Tag(tag) => matches!(tag, Tag::Emphasis | Tag::Strong),
    };
    plain && node.is_inline() && node.children.iter().all(is_plain)
}
