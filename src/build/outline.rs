//! What others can point at in an article: sections, former ids, figures, notes. Gathered for the whole library
//! before any link is followed.
//!
//! It must never build anything: it only looks.

use super::fault::{Fault, FaultKind};
use super::front_matter::Front;
use super::ids::{Ids, derive};
use super::markdown::{Node, What};
use super::source::Source;
use crate::article::Section;
use pulldown_cmark::{Event, Tag};
use std::collections::BTreeMap;

/// The outline of an article.
#[derive(Default)]
pub(super) struct Outline<'n, 't> {
    /// In order; ranges are not known yet.
    pub(super) sections: Vec<Section>,
    /// Every id that a link may name, with the id where it arrives.
    pub(super) targets: BTreeMap<String, String>,
    /// The notes that the body defines.
    pub(super) notes: BTreeMap<String, &'n Node<'t>>,
    pub(super) ids: Ids,
}

/// Looks through an article.
pub(super) fn outline<'n, 't>(
    source: &Source,
    front: &Front,
    nodes: &'n [Node<'t>],
    faults: &mut Vec<Fault>,
) -> Outline<'n, 't> {
    let mut outline = Outline::default();
    for (line, entry) in front.glossary.iter().filter(|(_, entry)| !entry.id.is_empty()) {
        outline.ids.claim(&entry.id, &source.path, *line, faults);
    }
    let mut looking = Looking { source, faults, outline, level: 1, chapter: 0 };
    for node in nodes {
        looking.look(node, true);
    }
    if front.body.is_some() {
        looking.whole(front, nodes);
    }
    looking.outline
}

struct Looking<'a, 'n, 't> {
    source: &'a Source,
    faults: &'a mut Vec<Fault>,
    outline: Outline<'n, 't>,
    level: u8,
    chapter: u32,
}

impl<'n, 't> Looking<'_, 'n, 't> {
    fn fault(&mut self, at: usize, kind: FaultKind) {
        self.faults.push(Fault::new(&self.source.path, self.source.line(at), kind));
    }

    fn look(&mut self, node: &'n Node<'t>, top: bool) {
        match &node.what {
            What::Tag(Tag::Heading { .. }) if top => self.heading(node),
            What::Tag(Tag::Image { dest_url, .. }) => {
                let id = super::figures::figure_id(dest_url);
                // A name that can't be an id is reported where the picture is read.
                if super::ids::is_id(&id) && self.claim(&id, node.at.start) {
                    self.outline.targets.insert(id.clone(), id);
                }
            }
            What::Tag(Tag::FootnoteDefinition(key)) => {
                let earlier = self.outline.notes.get(key.as_ref()).map(|note| note.at.start);
                if let Some(first) = earlier {
                    let first = self.source.line(first);
                    self.fault(node.at.start, FaultKind::DuplicateNote { key: key.to_string(), first });
                } else {
                    self.outline.notes.insert(key.to_string(), node);
                }
            }
            _ => {}
        }
        for child in &node.children {
            self.look(child, false);
        }
    }

    fn claim(&mut self, id: &str, at: usize) -> bool {
        self.outline.ids.claim(id, &self.source.path, self.source.line(at), self.faults)
    }

    fn heading(&mut self, node: &Node<'t>) {
        let What::Tag(Tag::Heading { level, id, classes, attrs }) = &node.what else { return };
        let at = node.at.start;
        let level = *level as u8;
        if level == 1 {
            self.fault(at, FaultKind::TitleInBody);
        } else if level > self.level + 1 {
            self.fault(at, FaultKind::SkippedLevel { from: self.level, to: level });
        }
        // A fault at one heading should not make one of the next.
        self.level = level.max(2);
        for class in classes {
            self.fault(at, FaultKind::UnknownHeadingAttribute { attribute: format!(".{class}") });
        }
        let title = node.plain().split_whitespace().collect::<Vec<_>>().join(" ");
        let id = self.heading_id(id.as_deref(), &title, at);
        let mut aliases = Vec::new();
        for (name, value) in attrs {
            match value {
                Some(alias) if name.as_ref() == "alias" => {
                    if self.claim(alias, at) {
                        self.outline.targets.insert(alias.to_string(), id.clone());
                    }
                    aliases.push(alias.to_string());
                }
                _ => {
                    let value = value.as_ref().map(|value| format!("={value}")).unwrap_or_default();
                    self.fault(at, FaultKind::UnknownHeadingAttribute { attribute: format!("{name}{value}") });
                }
            }
        }
        let number = if level == 2 {
            self.chapter += 1;
            self.chapter.to_string()
        } else {
            String::new()
        };
        self.outline.sections.push(Section { id, title, level, number, aliases, start: 0, end: 0 });
    }

    fn heading_id(&mut self, given: Option<&str>, title: &str, at: usize) -> String {
        let id = given.map_or_else(|| derive(title), str::to_owned);
        if title.is_empty() {
            self.fault(at, FaultKind::EmptyHeading);
        }
        if given.is_none() && id.is_empty() {
            if !title.is_empty() {
                self.fault(at, FaultKind::NoDerivedId);
            }
        } else {
            self.claim(&id, at);
            // A faulty id is a target all the same: one fault is enough.
            self.outline.targets.insert(id.clone(), id.clone());
        }
        id
    }

    /// Faults of the article as a whole.
    fn whole(&mut self, front: &Front, nodes: &[Node<'t>]) {
        let body = front.body.unwrap_or_default();
        let empty = nodes.iter().all(|node| {
            matches!(node.what, What::Event(Event::Rule) | What::Tag(Tag::FootnoteDefinition(_) | Tag::HtmlBlock))
        });
        // The first line of the body; the last of the file if nothing follows the front matter.
        let at = body.min(self.source.text.len().saturating_sub(1));
        if empty {
            self.fault(at, FaultKind::EmptyBody);
        } else if self.outline.sections.is_empty() {
            self.fault(at, FaultKind::NoSection);
        }
    }
}
