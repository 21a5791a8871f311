//! Blocks: Markdown nodes to the article's tree.
//!
//! It must never drop what the author wrote: what has no place in the tree is a fault.

use super::fault::{Fault, FaultKind};
use super::front_matter::Front;
use super::ids::Ids;
use super::links::Targets;
use super::markdown::{Node, What};
use super::notes::Mentioned;
use super::source::{Source, saturate};
use crate::article::{Block, Inline, Leaf, Section, Table, plain_text};
use pulldown_cmark::{CodeBlockKind, Event, Tag};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Builds the tree of one article, knowing what the whole library can be asked for.
pub(super) struct Builder<'a, 'n, 't> {
    pub(super) source: &'a Source,
    pub(super) front: &'a Front,
    pub(super) slug: &'a str,
    pub(super) figures: &'a Path,
    pub(super) library: &'a Targets,
    pub(super) targets: &'a BTreeMap<String, String>,
    pub(super) sections: &'a [Section],
    pub(super) notes: BTreeMap<String, &'n Node<'t>>,
    pub(super) ids: Ids,
    pub(super) faults: Vec<Fault>,
    /// Glossary entries that the text marks.
    pub(super) marked: BTreeSet<u32>,
    pub(super) mentioned: Mentioned,
    /// The line of everything, for text that does not stand in the body.
    pub(super) line: Option<u32>,
    /// The sections begun so far.
    pub(super) begun: usize,
    /// The current section of the second level.
    pub(super) chapter: Option<u32>,
    pub(super) pictures: u32,
}

/// A leaf whose place is not known yet.
pub(super) fn leaf(inlines: Vec<Inline>) -> Leaf {
    Leaf { start: 0, end: 0, inlines }
}

impl<'a, 'n, 't> Builder<'a, 'n, 't> {
    /// A builder for text that stands apart from the body, in the same article.
    pub(super) fn apart<'m, 'u>(&self, line: u32) -> Builder<'a, 'm, 'u> {
        Builder {
            source: self.source,
            front: self.front,
            slug: self.slug,
            figures: self.figures,
            library: self.library,
            targets: self.targets,
            sections: self.sections,
            notes: BTreeMap::new(),
            ids: Ids::default(),
            faults: Vec::new(),
            marked: BTreeSet::new(),
            mentioned: Mentioned::default(),
            line: Some(line),
            begun: 0,
            chapter: None,
            pictures: 0,
        }
    }

    pub(super) fn line_of(&self, node: &Node<'_>) -> u32 {
        self.line.unwrap_or_else(|| self.source.line(node.at.start))
    }

    pub(super) fn fault(&mut self, node: &Node<'_>, kind: FaultKind) {
        self.faults.push(Fault::new(&self.source.path, self.line_of(node), kind));
    }

    /// The whole body, or the inside of a list item, a quote or a callout; only the body has headings.
    ///
    /// `lead` is the rest of a paragraph that stands before the nodes.
    pub(super) fn blocks(&mut self, lead: &'n [Node<'t>], nodes: &'n [Node<'t>], body: bool) -> Vec<Block> {
        let mut blocks = Vec::new();
        blocks.extend(self.paragraph(lead, nodes.first()));
        let mut before = lead;
        let mut rest = nodes;
        while let Some((node, after)) = rest.split_first() {
            // Items of a tight list hold their text without a paragraph around it.
            let run = rest.iter().take_while(|node| node.is_inline()).count();
            if run > 0 {
                let (line, after) = rest.split_at(run);
                blocks.extend(self.paragraph(line, after.first()));
                (before, rest) = (line, after);
                continue;
            }
            blocks.extend(match &node.what {
                What::Tag(Tag::Paragraph) => self.paragraph(&node.children, after.first()),
                What::Tag(Tag::Table(_)) => Some(self.table(node, before)),
                What::Tag(Tag::Heading { .. }) if body => Some(self.heading(node)),
                _ => self.block(node),
            });
            before = if node.is_paragraph() { &node.children } else { &[] };
            rest = after;
        }
        blocks
    }

    fn block(&mut self, node: &'n Node<'t>) -> Option<Block> {
        match &node.what {
            What::Event(Event::Rule) => return Some(Block::Rule),
            What::Event(Event::Html(html)) => self.raw_html(html, node),
            What::Tag(Tag::HtmlBlock) => self.raw_html(self.source.slice(node.at.clone()), node),
            What::Tag(Tag::BlockQuote(_)) => return self.quote(node),
            What::Tag(Tag::CodeBlock(kind)) => return Some(self.code(kind, node)),
            What::Tag(Tag::List(first)) => {
                let ordered = first.map(|first| u32::try_from(first).unwrap_or(u32::MAX));
                let items = node.children.iter().map(|item| self.item(item)).collect();
                return Some(Block::List { ordered, items });
            }
            What::Tag(Tag::Heading { .. }) => self.fault(node, FaultKind::NestedHeading),
            // Notes are built where they are first mentioned.
            _ => {}
        }
        None
    }

    fn heading(&mut self, node: &'n Node<'t>) -> Block {
        let index = self.begun;
        self.begun += 1;
        if self.sections.get(index).is_some_and(|section| section.level == 2) {
            self.chapter = Some(saturate(index));
        }
        Block::Heading { section: saturate(index), leaf: leaf(self.inlines(&node.children)) }
    }

    fn code(&mut self, kind: &CodeBlockKind<'t>, node: &'n Node<'t>) -> Block {
        let text: String = node.children.iter().map(Node::plain).collect();
        let text = text.strip_suffix('\n').unwrap_or(&text);
        // An open fence would swallow the rest of the article without a word.
        let fence = |line: &str| {
            let line = line.trim_matches([' ', '\t', '>']);
            line.starts_with("```") || line.starts_with("~~~")
        };
        let mut lines = self.source.slice(node.at.clone()).trim_end().lines();
        let closed = !kind.is_fenced() || (lines.next().is_some() && lines.next_back().is_some_and(fence));
        if !closed {
            self.fault(node, FaultKind::OpenCode);
        } else if text.trim().is_empty() {
            self.fault(node, FaultKind::EmptyCode);
        }
        Block::Code(leaf(vec![Inline::Text(text.to_owned())]))
    }

    fn item(&mut self, node: &'n Node<'t>) -> Vec<Block> {
        if node.children.is_empty() {
            self.fault(node, FaultKind::EmptyItem);
        }
        self.blocks(&[], &node.children, false)
    }

    /// A paragraph, or what stands in its form: a picture, or the caption of the table that follows.
    fn paragraph(&mut self, children: &'n [Node<'t>], next: Option<&Node<'t>>) -> Option<Block> {
        if let [image] = children
            && image.is_image()
        {
            return self.figure(image, None, Vec::new());
        }
        if is_caption(children) {
            if let (Some(first), false) = (children.first(), next.is_some_and(is_table)) {
                self.fault(first, FaultKind::CaptionWithoutTable);
            }
            return None;
        }
        let inlines = self.inlines(children);
        (!inlines.is_empty()).then(|| Block::Paragraph(leaf(inlines)))
    }

    fn table(&mut self, node: &'n Node<'t>, before: &'n [Node<'t>]) -> Block {
        let caption = is_caption(before).then(|| self.caption(before));
        let mut table = Table { caption, head: Vec::new(), rows: Vec::new() };
        for row in &node.children {
            let cells = row.children.iter().map(|cell| leaf(self.inlines(&cell.children))).collect();
            if matches!(row.what, What::Tag(Tag::TableHead)) {
                table.head = cells;
            } else {
                table.rows.push(cells);
            }
        }
        Block::Table(table)
    }

    fn caption(&mut self, children: &'n [Node<'t>]) -> Leaf {
        let mut inlines = self.inlines(children);
        if let Some(Inline::Text(text)) = inlines.first_mut() {
            *text = text.trim_start_matches(CAPTION).trim_start().to_owned();
        }
        inlines.retain(|inline| !matches!(inline, Inline::Text(text) if text.is_empty()));
        if let (true, Some(first)) = (plain_text(&inlines).trim().is_empty(), children.first()) {
            self.fault(first, FaultKind::EmptyCaption);
        }
        leaf(inlines)
    }
}

/// What the paragraph above a table begins with.
const CAPTION: &str = "Table:";

fn is_caption(children: &[Node<'_>]) -> bool {
    let Some(Node { what: What::Event(Event::Text(text)), .. }) = children.first() else { return false };
    text.starts_with(CAPTION)
}

fn is_table(node: &Node<'_>) -> bool {
    matches!(node.what, What::Tag(Tag::Table(_)))
}
