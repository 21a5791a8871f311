//! The sentence cursor: what a reader moves over an article with the keyboard, by sentence and by block.
//!
//! Pure: it knows which sentences are chosen, not how they look. It never leaves the article and never chooses nothing.

use crate::annotation::{ArticleText, TextRange};
use crate::article::sentences;

/// A sentence, and the block that it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Sentence {
    range: TextRange,
    block: usize,
}

/// The sentences of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentences(Vec<Sentence>);

/// Where to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The next sentence.
    Sentence,
    /// The sentence before.
    SentenceBack,
    /// The next block: paragraph, heading, point of a list, cell of a table.
    Block,
    /// The beginning of this block, or the block before.
    BlockBack,
}

/// The cursor: all sentences from where it was placed to where it moved since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    fixed: usize,
    moving: usize,
}

impl Sentences {
    /// The sentences of these blocks of an article's text, in order.
    pub fn new(text: &ArticleText, blocks: &[TextRange]) -> Sentences {
        let in_block = |(block, range): (usize, &TextRange)| {
            let start = range.start();
            let found = sentences(text.quote(*range)).into_iter();
            found.filter_map(move |part| {
                Some(Sentence { range: TextRange::new(start + part.start, start + part.end)?, block })
            })
        };
        Sentences(blocks.iter().enumerate().flat_map(in_block).collect())
    }

    /// The cursor on the sentence at a position, or on the next one; on the last one behind all.
    pub fn at(&self, position: u32) -> Option<Cursor> {
        let index = self.0.partition_point(|sentence| sentence.range.end() <= position);
        let index = index.min(self.0.len().checked_sub(1)?);
        Some(Cursor { fixed: index, moving: index })
    }

    /// The cursor on all of the block at a position.
    pub fn block_at(&self, position: u32) -> Option<Cursor> {
        let Cursor { moving, .. } = self.at(position)?;
        Some(Cursor { fixed: self.first_of_block(moving), moving: self.last_of_block(moving) })
    }

    /// The sentences from a position on, as far as its block goes.
    pub fn rest_of_block(&self, position: u32) -> Vec<TextRange> {
        let Some(Cursor { moving, .. }) = self.at(position) else { return Vec::new() };
        let block = self.0.get(moving..=self.last_of_block(moving)).unwrap_or_default();
        block.iter().map(|sentence| sentence.range).collect()
    }

    fn block_of(&self, index: usize) -> Option<usize> {
        self.0.get(index).map(|sentence| sentence.block)
    }

    fn first_of_block(&self, index: usize) -> usize {
        let block = self.block_of(index);
        (0..index).rev().take_while(|before| self.block_of(*before) == block).last().unwrap_or(index)
    }

    fn last_of_block(&self, index: usize) -> usize {
        let block = self.block_of(index);
        (index + 1..self.0.len()).take_while(|after| self.block_of(*after) == block).last().unwrap_or(index)
    }

    /// The cursor after a step. With `extend` it keeps what it has, so far as the step does not take it back; without,
    /// it is one sentence again. At the article's ends it stays.
    pub fn moved(&self, cursor: Cursor, step: Step, extend: bool) -> Cursor {
        let last = self.0.len().saturating_sub(1);
        let at = cursor.moving.min(last);
        let moving = match step {
            Step::Sentence => (at + 1).min(last),
            Step::SentenceBack => at.saturating_sub(1),
            // Extended, a block is added as far as it goes; without, its first sentence is chosen.
            Step::Block if extend => match self.last_of_block(at) {
                end if end == at => self.last_of_block((at + 1).min(last)),
                end => end,
            },
            Step::Block => match self.last_of_block(at) {
                end if end == last => at,
                end => end + 1,
            },
            Step::BlockBack => match self.first_of_block(at) {
                start if start == at => self.first_of_block(at.saturating_sub(1)),
                start => start,
            },
        };
        Cursor { fixed: if extend { cursor.fixed.min(last) } else { moving }, moving }
    }

    /// What the cursor has chosen.
    pub fn range(&self, cursor: Cursor) -> Option<TextRange> {
        let first = self.0.get(cursor.fixed.min(cursor.moving))?;
        let last = self.0.get(cursor.fixed.max(cursor.moving))?;
        TextRange::new(first.range.start(), last.range.end())
    }

    /// The sentence that the cursor moved to.
    pub fn reached(&self, cursor: Cursor) -> Option<TextRange> {
        self.0.get(cursor.moving).map(|sentence| sentence.range)
    }
}

impl Cursor {
    /// How many sentences it has chosen.
    pub fn count(self) -> usize {
        self.fixed.abs_diff(self.moving) + 1
    }
}

#[cfg(test)]
mod tests {
    use super::Step::*;
    use super::*;

    const BLOCKS: [&str; 4] = ["A heading", "One. Two. Three.", "Alone.", "Four! Five?"];

    fn article() -> (ArticleText, Sentences) {
        let text = ArticleText::new(BLOCKS.join("\n"));
        let mut start = 0;
        let blocks: Vec<TextRange> = BLOCKS
            .iter()
            .filter_map(|block| {
                let from = start;
                start += block.chars().count() as u32 + 1;
                TextRange::new(from, start - 1)
            })
            .collect();
        let sentences = Sentences::new(&text, &blocks);
        (text, sentences)
    }

    /// What is chosen after these steps, from a position.
    fn walk(from: u32, steps: &[(Step, bool)]) -> String {
        let (text, sentences) = article();
        let start = sentences.at(from).unwrap_or_else(|| unreachable!());
        let end = steps.iter().fold(start, |cursor, (step, extend)| sentences.moved(cursor, *step, *extend));
        sentences.range(end).map(|range| text.quote(range).to_owned()).unwrap_or_default()
    }

    #[test]
    fn it_is_placed_on_the_sentence_there_or_on_the_next() {
        for (position, expected) in
            [(0, "A heading"), (8, "A heading"), (9, "One."), (14, "Two."), (15, "Two."), (999, "Five?")]
        {
            assert_eq!(walk(position, &[]), expected, "{position}");
        }
    }

    #[test]
    fn sentences_and_blocks_follow_one_another() {
        let plain = |steps: &[Step]| walk(0, &steps.iter().map(|step| (*step, false)).collect::<Vec<_>>());
        assert_eq!(plain(&[Sentence]), "One.");
        assert_eq!(plain(&[Sentence, Sentence, SentenceBack]), "One.");
        assert_eq!(plain(&[Block, Block]), "Alone.");
        assert_eq!(plain(&[Block, Sentence, BlockBack]), "One.");
        assert_eq!(plain(&[Block, Sentence, BlockBack, BlockBack]), "A heading");
        assert_eq!(plain(&[BlockBack, SentenceBack]), "A heading");
        assert_eq!(plain(&[Block, Block, Block, Block, Sentence, Sentence]), "Five?");
        assert_eq!(plain(&[Block, Block, Block, Sentence, Block]), "Five?");
    }

    #[test]
    fn extending_keeps_where_it_began_and_can_be_taken_back() {
        assert_eq!(walk(10, &[(Sentence, true)]), "One. Two.");
        assert_eq!(walk(10, &[(Sentence, true), (Sentence, true), (SentenceBack, true)]), "One. Two.");
        assert_eq!(walk(14, &[(SentenceBack, true), (SentenceBack, true)]), "A heading\nOne. Two.");
        assert_eq!(walk(14, &[(SentenceBack, true), (Sentence, true), (Sentence, true)]), "Two. Three.");
        assert_eq!(walk(10, &[(Block, true)]), "One. Two. Three.");
        assert_eq!(walk(10, &[(Block, true), (Block, true)]), "One. Two. Three.\nAlone.");
        assert_eq!(walk(10, &[(Block, true), (Sentence, false)]), "Alone.");
        assert_eq!(walk(26, &[(BlockBack, true)]), "One. Two. Three.\nAlone.");
        assert_eq!(walk(0, &[(BlockBack, true)]), "A heading");
    }

    #[test]
    fn a_block_is_chosen_whole_and_counted() {
        let (text, sentences) = article();
        let cursor = sentences.block_at(15).unwrap_or_else(|| unreachable!());
        assert_eq!(sentences.range(cursor).map(|range| text.quote(range)), Some("One. Two. Three."));
        assert_eq!(sentences.reached(cursor).map(|range| text.quote(range)), Some("Three."));
        assert_eq!(cursor.count(), 3);
        let rest: Vec<&str> = sentences.rest_of_block(14).into_iter().map(|range| text.quote(range)).collect();
        assert_eq!(rest, ["Two.", "Three."]);
    }

    #[test]
    fn an_article_without_words_has_no_cursor() {
        let none = Sentences::default();
        assert_eq!(none.at(0), None);
        assert_eq!(none.block_at(5), None);
        let stray = Cursor { fixed: 3, moving: 9 };
        assert_eq!(none.range(none.moved(stray, Block, true)), None);
    }
}
