//! Lines of text: nodes to inlines.
//!
//! It must never let HTML or an unchecked link through, and never keep two runs of text where one will do.

use super::blocks::Builder;
use super::fault::{Fault, FaultKind};
use super::links::Target;
use super::markdown::{Node, What};
use super::source::forbidden;
use crate::article::{Inline, plain_text};
use pulldown_cmark::{Event, LinkType, Tag};

impl<'n, 't> Builder<'_, 'n, 't> {
    /// The inlines of nodes that follow each other.
    pub(super) fn inlines(&mut self, nodes: &'n [Node<'t>]) -> Vec<Inline> {
        let mut inlines = Vec::new();
        for node in nodes {
            self.inline(node, &mut inlines);
        }
        inlines
    }

    fn inline(&mut self, node: &'n Node<'t>, out: &mut Vec<Inline>) {
        match &node.what {
            What::Event(event) => self.event(event, node, out),
            What::Tag(Tag::Emphasis) => out.push(Inline::Emphasis(self.inlines(&node.children))),
            What::Tag(Tag::Strong) => out.push(Inline::Strong(self.inlines(&node.children))),
            What::Tag(Tag::Strikethrough) => out.push(Inline::Strikethrough(self.inlines(&node.children))),
            What::Tag(Tag::Link { link_type, dest_url, title, .. }) => {
                if !title.is_empty() {
                    self.fault(node, FaultKind::LinkTitle);
                }
                let address = match link_type {
                    LinkType::Email => format!("mailto:{dest_url}"),
                    _ => dest_url.to_string(),
                };
                self.link(&address, node, out);
            }
            What::Tag(Tag::Image { .. }) => self.fault(node, FaultKind::ImageInText),
            What::Tag(_) => {
                for child in &node.children {
                    self.inline(child, out);
                }
            }
        }
    }

    fn event(&mut self, event: &Event<'t>, node: &Node<'t>, out: &mut Vec<Inline>) {
        match event {
            Event::Text(text) => {
                self.characters(text, node);
                push_text(out, text);
            }
            Event::Code(code) => out.push(Inline::Code(code.to_string())),
            Event::SoftBreak => push_text(out, " "),
            Event::HardBreak => out.push(Inline::Break),
            Event::FootnoteReference(key) => out.extend(self.mention(key, node)),
            Event::Html(html) | Event::InlineHtml(html) => self.raw_html(html, node),
            _ => {}
        }
    }

    pub(super) fn raw_html(&mut self, html: &str, node: &Node<'t>) {
        // The end of an element whose beginning was reported says nothing new.
        let reported =
            |fault: &Fault| fault.line == self.line_of(node) && matches!(fault.kind, FaultKind::RawHtml { .. });
        if html.starts_with("</") && self.faults.last().is_some_and(reported) {
            return;
        }
        let first = html.trim().lines().next().unwrap_or_default();
        let mut shown: String = first.chars().take(40).collect();
        if shown.len() < first.len() {
            shown.push('…');
        }
        self.fault(node, FaultKind::RawHtml { html: shown });
    }

    /// Characters that an entity brought in; those of the file itself are reported already.
    fn characters(&mut self, text: &str, node: &Node<'t>) {
        let written = if self.line.is_some() { "" } else { self.source.slice(node.at.clone()) };
        if let Some(kind) = text.chars().filter(|c| !written.contains(*c)).find_map(forbidden) {
            self.fault(node, kind);
        }
    }

    fn link(&mut self, address: &str, node: &'n Node<'t>, out: &mut Vec<Inline>) {
        let inlines = self.inlines(&node.children);
        if plain_text(&inlines).trim().is_empty() && !node.children.iter().any(Node::is_image) {
            self.fault(node, FaultKind::EmptyLink { target: address.to_owned() });
        }
        match self.target(address) {
            Ok(Target::Term(entry)) => {
                self.marked.insert(entry);
                out.push(Inline::Term { entry, inlines });
            }
            Ok(Target::Link(target)) => out.push(Inline::Link { target, inlines }),
            Err(None) => {}
            Err(Some(kind)) => self.fault(node, kind),
        }
    }
}

/// Adds text to a run of text, or begins one.
pub(super) fn push_text(out: &mut Vec<Inline>, text: &str) {
    match out.last_mut() {
        Some(Inline::Text(run)) => run.push_str(text),
        _ if text.is_empty() => {}
        _ => out.push(Inline::Text(text.to_owned())),
    }
}
