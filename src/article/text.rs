//! The text of an article: that of its leaf blocks, in order, joined by a newline.
//!
//! Positions are Unicode code points (as the W3C Web Annotation Data Model counts them), never bytes or UTF-16 units.
//! Footnote markers, prompts and the interface are not part of it: nothing here may count them.

use super::{Article, Block, Inline};
use serde::Serialize;

/// A block that holds running text, and its place in the article's text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Leaf {
    /// First code point in the article's text.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// The words.
    pub inlines: Vec<Inline>,
}

/// The text of a run of inlines: what a reader can select.
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut text = String::new();
    push_text(inlines, &mut text);
    text
}

fn push_text(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(run) | Inline::Code(run) => text.push_str(run),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strikethrough(inner) => push_text(inner, text),
            Inline::Link { inlines, .. } | Inline::Term { inlines, .. } => push_text(inlines, text),
            Inline::FootnoteReference { .. } => {}
            Inline::Break => text.push('\n'),
        }
    }
}

/// The text of one leaf.
pub fn leaf_text(leaf: &Leaf) -> String {
    plain_text(&leaf.inlines)
}

impl Article {
    /// The leaves in the order of the text.
    pub fn leaves(&self) -> Vec<&Leaf> {
        let mut leaves = Vec::new();
        collect(&self.blocks, &mut leaves);
        leaves
    }

    /// The whole text, leaves joined by a newline.
    pub fn text(&self) -> String {
        self.leaves().into_iter().map(leaf_text).collect::<Vec<_>>().join("\n")
    }
}

impl Block {
    /// The leaves that the block itself holds, without those of nested blocks.
    fn own_leaves(&self) -> Vec<&Leaf> {
        match self {
            Block::Heading { leaf, .. } | Block::Paragraph(leaf) | Block::Code(leaf) => vec![leaf],
            Block::Table(table) => table.caption.iter().chain(&table.head).chain(table.rows.iter().flatten()).collect(),
            Block::Figure(figure) => figure.caption.iter().collect(),
            Block::List { .. } | Block::Quote(_) | Block::Callout { .. } | Block::Prompts { .. } | Block::Rule => {
                Vec::new()
            }
        }
    }
}

fn collect<'a>(blocks: &'a [Block], leaves: &mut Vec<&'a Leaf>) {
    for block in blocks {
        leaves.extend(block.own_leaves());
        match block {
            Block::List { items, .. } => items.iter().for_each(|item| collect(item, leaves)),
            Block::Quote(inner) | Block::Callout { blocks: inner, .. } => collect(inner, leaves),
            _ => {}
        }
    }
}
