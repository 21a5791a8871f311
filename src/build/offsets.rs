//! The place of every leaf in the article's text, the ranges of the sections, the revision, the length.
//!
//! The order is that of `article::text`; it must never differ from it, or every mark in every browser moves.

use super::source::saturate;
use crate::article::{Block, Leaf, Section, leaf_text};

/// Words a minute of an adult reading to understand.
const PACE: u32 = 230;

/// Gives every leaf its place, and returns the text.
pub(super) fn assign(blocks: &mut [Block], sections: &mut [Section]) -> String {
    let mut placing = Placing { text: String::new(), length: 0, first: true, starts: Vec::new() };
    placing.blocks(blocks);
    let ends = placing.starts.iter().skip(1).map(|(_, start)| *start).chain([placing.length]);
    for ((section, start), end) in placing.starts.iter().zip(ends) {
        if let Some(section) = usize::try_from(*section).ok().and_then(|index| sections.get_mut(index)) {
            (section.start, section.end) = (*start, end);
        }
    }
    placing.text
}

struct Placing {
    text: String,
    /// In code points.
    length: u32,
    first: bool,
    /// Of each section, the start of its heading.
    starts: Vec<(u32, u32)>,
}

impl Placing {
    fn leaf(&mut self, leaf: &mut Leaf) {
        if !self.first {
            self.text.push('\n');
            self.length += 1;
        }
        self.first = false;
        let text = leaf_text(leaf);
        leaf.start = self.length;
        self.length += saturate(text.chars().count());
        leaf.end = self.length;
        self.text.push_str(&text);
    }

    fn blocks(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            match block {
                Block::Heading { section, leaf } => {
                    self.leaf(leaf);
                    self.starts.push((*section, leaf.start));
                }
                Block::Paragraph(leaf) | Block::Code(leaf) => self.leaf(leaf),
                Block::List { items, .. } => items.iter_mut().for_each(|item| self.blocks(item)),
                Block::Quote(blocks) | Block::Callout { blocks, .. } => self.blocks(blocks),
                Block::Table(table) => {
                    let cells = table.head.iter_mut().chain(table.rows.iter_mut().flatten());
                    table.caption.iter_mut().chain(cells).for_each(|leaf| self.leaf(leaf));
                }
                Block::Figure(figure) => figure.caption.iter_mut().for_each(|leaf| self.leaf(leaf)),
                Block::Prompts { .. } | Block::Rule => {}
            }
        }
    }
}

/// FNV-1a, 64 bits: the same for the same text on every machine, for ever.
pub(super) fn revision(text: &str) -> String {
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    format!("{hash:016x}")
}

/// The number of words, and the minutes to read them.
pub(super) fn length(text: &str) -> (u32, u32) {
    let spaced =
        text.split_whitespace().filter(|token| token.chars().any(|c| c.is_alphanumeric() && unspaced(c).is_none()));
    // Scripts without spaces: characters by the usual length of a word.
    let tenths: usize = text.chars().filter_map(unspaced).sum();
    let words = saturate(spaced.count() + tenths.div_ceil(10));
    (words, ((words + PACE / 2) / PACE).max(1))
}

/// Tenths of a word that a character of a script without spaces stands for.
fn unspaced(c: char) -> Option<usize> {
    match c {
        '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' => Some(5),
        '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' => Some(5),
        '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' => Some(2),
        _ => None,
    }
}
