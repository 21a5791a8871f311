//! One section on its own: what it says, without what leads to the rest of the article's page.
//!
//! It must never hold a link into a place that is not there: notes and the glossary stay behind, links within the
//! article lead to the article.

use super::{Article, Block, Inline, Leaf, LinkTarget, Table};

/// The blocks of a section, from its heading to the next heading; the whole body where there is no such section.
pub fn excerpt(article: Article, section: Option<&str>) -> Vec<Block> {
    let slug = article.meta.slug;
    let index = section.and_then(|id| article.meta.sections.iter().position(|section| section.id == id));
    let mut blocks = article.blocks;
    if let Some(index) = index {
        let begins = |block: &Block| matches!(block, Block::Heading { section, .. } if *section as usize == index);
        let start = blocks.iter().position(begins).unwrap_or_default();
        blocks.drain(..start);
        let next = blocks.iter().skip(1).position(|block| matches!(block, Block::Heading { .. }));
        blocks.truncate(next.map_or(blocks.len(), |next| next + 1));
    }
    alone(blocks, &slug)
}

fn alone(blocks: Vec<Block>, slug: &str) -> Vec<Block> {
    blocks.into_iter().map(|block| block_alone(block, slug)).collect()
}

fn block_alone(block: Block, slug: &str) -> Block {
    let each = |leaf: Leaf| Leaf { inlines: words(leaf.inlines, slug), ..leaf };
    match block {
        Block::Heading { section, leaf } => Block::Heading { section, leaf: each(leaf) },
        Block::Paragraph(leaf) => Block::Paragraph(each(leaf)),
        Block::Code(leaf) => Block::Code(each(leaf)),
        Block::List { ordered, items } => {
            Block::List { ordered, items: items.into_iter().map(|item| alone(item, slug)).collect() }
        }
        Block::Quote(inner) => Block::Quote(alone(inner, slug)),
        Block::Callout { kind, blocks } => Block::Callout { kind, blocks: alone(blocks, slug) },
        Block::Table(table) => Block::Table(Table {
            caption: table.caption.map(each),
            head: table.head.into_iter().map(each).collect(),
            rows: table.rows.into_iter().map(|row| row.into_iter().map(each).collect()).collect(),
        }),
        Block::Figure(mut figure) => {
            figure.caption = figure.caption.map(each);
            figure.description = figure.description.into_iter().map(|inlines| words(inlines, slug)).collect();
            Block::Figure(figure)
        }
        // Read here, answered on the article's page.
        Block::Prompts { prompts, .. } => {
            let item =
                |question| vec![Block::Paragraph(Leaf { inlines: vec![Inline::Text(question)], ..Leaf::default() })];
            Block::List { ordered: None, items: prompts.into_iter().map(|prompt| item(prompt.question)).collect() }
        }
        Block::Rule => Block::Rule,
    }
}

fn words(inlines: Vec<Inline>, slug: &str) -> Vec<Inline> {
    let mut kept = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match inline {
            Inline::FootnoteReference { .. } => {}
            Inline::Term { inlines, .. } => kept.extend(words(inlines, slug)),
            Inline::Emphasis(inner) => kept.push(Inline::Emphasis(words(inner, slug))),
            Inline::Strong(inner) => kept.push(Inline::Strong(words(inner, slug))),
            Inline::Strikethrough(inner) => kept.push(Inline::Strikethrough(words(inner, slug))),
            Inline::Link { target, inlines } => {
                let target = match target {
                    LinkTarget::Section(id) => LinkTarget::Article { slug: slug.to_owned(), section: Some(id) },
                    other => other,
                };
                kept.push(Inline::Link { target, inlines: words(inlines, slug) });
            }
            other => kept.push(other),
        }
    }
    kept
}
