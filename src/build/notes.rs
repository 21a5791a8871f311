//! Footnotes: citations of sources, and notes that the body defines, numbered by their first mention.
//!
//! A note must never be shown that nothing cites, and nothing may be cited that is not there.

use super::blocks::Builder;
use super::fault::{Fault, FaultKind};
use super::ids::nearest;
use super::markdown::{Node, Prepared, What};
use super::source::saturate;
use crate::article::{Footnote, Inline};
use pulldown_cmark::{Event, Tag};

/// The notes mentioned so far, in order.
#[derive(Default)]
pub(super) struct Mentioned {
    notes: Vec<(String, u32)>,
}

impl Mentioned {
    fn mention(&mut self, key: &str) -> (u32, u32) {
        let index = self.notes.iter().position(|(note, _)| note == key).unwrap_or_else(|| {
            self.notes.push((key.to_owned(), 0));
            self.notes.len() - 1
        });
        let mention = self.notes.get_mut(index).map_or(1, |(_, mentions)| {
            *mentions += 1;
            *mentions
        });
        (saturate(index), mention)
    }

    fn has(&self, key: &str) -> bool {
        self.notes.iter().any(|(note, _)| note == key)
    }
}

impl<'n, 't> Builder<'_, 'n, 't> {
    /// A citation.
    pub(super) fn mention(&mut self, key: &str, node: &Node<'t>) -> Option<Inline> {
        if self.front.sources.contains_key(key) || self.notes.contains_key(key) {
            let (footnote, mention) = self.mentioned.mention(key);
            return Some(Inline::FootnoteReference { footnote, mention });
        }
        if self.front.readable {
            let keys = self.front.sources.keys().chain(self.notes.keys()).map(String::as_str);
            let near = nearest(key, keys);
            self.fault(node, FaultKind::UndefinedNote { key: key.to_owned(), near });
        }
        None
    }

    /// The notes, once the body is done. A note may cite another one.
    pub(super) fn footnotes(&mut self) -> Vec<Footnote> {
        let mut footnotes: Vec<Footnote> = Vec::new();
        while let Some(key) = self.mentioned.notes.get(footnotes.len()).map(|(key, _)| key.clone()) {
            let blocks = match self.notes.get(&key).copied() {
                Some(node) => self.note(&key, node),
                None => self.source_text(&key),
            };
            footnotes.push(Footnote { key, blocks, mentions: 0 });
        }
        for (footnote, (_, mentions)) in footnotes.iter_mut().zip(&self.mentioned.notes) {
            footnote.mentions = *mentions;
        }
        self.unused();
        footnotes
    }

    fn note(&mut self, key: &str, node: &'n Node<'t>) -> Vec<Vec<Inline>> {
        let mut blocks = Vec::new();
        for child in &node.children {
            if child.is_paragraph() {
                blocks.push(self.inlines(&child.children));
            } else if !matches!(child.what, What::Tag(Tag::FootnoteDefinition(_))) {
                self.fault(child, FaultKind::NoteForm { key: key.to_owned() });
            }
        }
        if node.children.is_empty() {
            self.fault(node, FaultKind::NoteForm { key: key.to_owned() });
        }
        blocks
    }

    /// A source: one line of text from the front matter.
    fn source_text(&mut self, key: &str) -> Vec<Vec<Inline>> {
        let Some((line, text)) = self.front.sources.get(key) else { return Vec::new() };
        let prepared = Prepared::new(text, 0);
        let parsed = prepared.parse();
        let mut inside = self.apart(*line);
        let mut blocks = Vec::new();
        for node in &parsed.nodes {
            if node.is_paragraph() && !cites(node) {
                blocks.push(inside.inlines(&node.children));
            } else {
                inside.fault(node, FaultKind::SourceForm { key: key.to_owned() });
            }
        }
        let Builder { faults, marked, .. } = inside;
        self.faults.extend(faults);
        self.marked.extend(marked);
        blocks
    }

    fn unused(&mut self) {
        let path = &self.source.path;
        let mut faults = Vec::new();
        for (key, (line, _)) in &self.front.sources {
            if let Some(note) = self.notes.get(key) {
                let kind = FaultKind::SourceAndNote { key: key.clone(), source: *line };
                faults.push(Fault::new(path, self.source.line(note.at.start), kind));
            } else if !self.mentioned.has(key) {
                faults.push(Fault::new(path, *line, FaultKind::UnusedSource { key: key.clone() }));
            }
        }
        for (key, note) in &self.notes {
            if !self.mentioned.has(key) {
                let line = self.source.line(note.at.start);
                faults.push(Fault::new(path, line, FaultKind::UnusedNote { key: key.clone() }));
            }
        }
        self.faults.extend(faults);
    }
}

fn cites(node: &Node<'_>) -> bool {
    matches!(node.what, What::Event(Event::FootnoteReference(_))) || node.children.iter().any(cites)
}
