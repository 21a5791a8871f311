//! The verdict: which candidate is trusted, which is shown, and which is not. It is made here and nowhere else.

use super::super::{ArticleText, TextQuoteSelector, TextRange};
use super::Verdict;
use super::candidates::{Candidate, Side};
use super::index::Index;
use super::negation::{changes_meaning, denials};
use super::query::Query;

/// Quotes below this many code points occur by chance: both sides of their context have a say.
pub(super) const SHORT: usize = 15;
/// Quotes of this length do not occur by chance: where their words are found once, no context is needed.
const LONG: usize = 64;
/// Context of at least this likeness agrees. Unrelated English has a likeness of about 0.3; with 3 words of 10 replaced
/// about 0.6 is left.
const AGREES: f32 = 0.55;
/// Context below this likeness speaks against the place.
const CONTRADICTS: f32 = 0.45;
/// The same for the letters directly beside the quote: without them, the context agrees with a place nearby.
const NEAR_AGREES: f32 = 0.4;
/// Letters of context that are enough to say anything.
const TELLING: usize = 8;
/// Letters of context that must agree beside a short quote.
const ENOUGH: f32 = 16.0;
/// So many on one side, with a likeness of at least `CLOSE`, are enough, whatever became of the other side.
const ONE_SIDED: f32 = 32.0;
/// Letters of the quote and beside it that, the same one after another, occur once and not by chance.
const RUN: usize = 32;
/// Likeness of the words of a close match that can be trusted: about two words in ten may differ.
const CLOSE: f32 = 0.75;
/// The same where both sides are as they were: about four words in ten may differ.
const REWORDED: f32 = 0.6;
/// Letters beside the quote that, each one the same, leave no doubt of a side.
const KEPT: usize = 12;
/// Likeness of both sides' context together that is enough where one of them is another.
const TOGETHER: f32 = 0.65;
/// Likeness of the words that are worth showing.
const SHOWN: f32 = 0.5;
/// How much better, of 4, the best candidate must be than the next.
const MARGIN: f32 = 0.25;
/// The score of a candidate that agrees in everything, but for rounding.
const PERFECT: f32 = 3.999;

/// What becomes of the candidates.
#[derive(Clone, Copy, Debug)]
pub(super) enum Choice {
    Exact(Candidate),
    Moved(Candidate),
    Review(Candidate),
    Orphan,
}

impl Choice {
    /// The verdict: a candidate that is nowhere in the text is lost, too.
    pub(super) fn verdict(self, range: impl Fn(Candidate) -> Option<TextRange>) -> Verdict {
        match self {
            Choice::Exact(candidate) => range(candidate).map_or(Verdict::Orphan, Verdict::Exact),
            Choice::Moved(candidate) => range(candidate).map_or(Verdict::Orphan, Verdict::Moved),
            Choice::Review(candidate) => range(candidate).map_or(Verdict::Orphan, Verdict::Review),
            Choice::Orphan => Verdict::Orphan,
        }
    }
}

/// Exact, at the stored place, where the text there agrees to the letter: with the quote, and (in another revision) with
/// what stood around it. `None` where it has to be searched for. White space alone is nowhere.
pub(in super::super) fn in_place(
    text: &ArticleText,
    same_revision: bool,
    position: TextRange,
    quote: &TextQuoteSelector,
) -> Option<Verdict> {
    if quote.exact.trim().is_empty() {
        return None;
    }
    let agrees = |range: TextRange| {
        let before = text.slice(0..range.start());
        let after = text.slice(range.end()..text.len());
        let around = || before.ends_with(&quote.prefix) && after.starts_with(&quote.suffix);
        range.end() <= text.len() && text.quote(range) == quote.exact && (same_revision || around())
    };
    let whole = || text.trim(position).map(|range| text.whole_graphemes(range));
    let range = if agrees(position) { Some(position) } else { whole().filter(|&range| agrees(range)) };
    range.map(Verdict::Exact)
}

/// Orphan, where nothing is left of the quote that could be looked for.
pub(super) fn of_nothing(query: &Query) -> Option<Verdict> {
    query.is_empty().then_some(Verdict::Orphan)
}

/// What one side's context says about a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stance {
    /// The same text stands there, in the quote's own block.
    Agrees,
    /// The neighbouring block, or the text's end, is the same; that a block's neighbour changes says nothing.
    Neighbour,
    /// Nothing to go by, or neither like nor unlike.
    Silent,
    /// Other text stands there.
    Contradicts,
}

impl Side {
    fn stance(&self) -> Stance {
        let near = self.near >= NEAR_AGREES;
        if self.own_length >= TELLING {
            match self.own {
                AGREES.. if near => Stance::Agrees,
                CONTRADICTS.. => Stance::Silent,
                _ => Stance::Contradicts,
            }
        } else if self.edge || self.length >= TELLING && self.all >= AGREES && near {
            Stance::Neighbour
        } else {
            Stance::Silent
        }
    }

    /// Letters of context that agree, those of other blocks counted as a quarter. Where the other side agrees, `other`,
    /// this is no place nearby, and words that changed beside the quote leave the rest its say.
    fn evidence(&self, other: &Side) -> f32 {
        let here = self.near >= NEAR_AGREES || other.stance() == Stance::Agrees;
        let own = if self.own >= AGREES && here { self.own * self.own_length as f32 } else { 0.0 };
        let other = if self.all >= AGREES { self.all * (self.length - self.own_length) as f32 } else { 0.0 };
        own + other / 4.0
    }
}

impl Candidate {
    /// From 0 to 4: the words count as much as the context.
    pub(super) fn score(&self) -> f32 {
        let words = if self.verbatim { 1.0 } else { self.likeness.min(0.98) };
        2.0 * words + self.context()
    }

    /// Letters of the quote and of its block, the same one after another.
    fn run(&self) -> usize {
        self.left.touching + (self.end - self.start) + self.right.touching
    }

    /// Letters of context that agree.
    fn evidence(&self) -> f32 {
        self.left.evidence(&self.right) + self.right.evidence(&self.left)
    }

    /// Whether the block's letters on both sides, many of them, are much the same when taken as one.
    fn agrees_together(&self) -> bool {
        let sides = [self.left, self.right];
        let letters: usize = sides.iter().map(|side| side.own_length).sum();
        let alike: f32 = sides.iter().map(|side| side.own * side.own_length as f32).sum();
        alike >= ENOUGH && alike >= TOGETHER * letters as f32
    }

    /// Whether the letters on both sides are those that were there.
    fn is_enclosed(&self) -> bool {
        let sides = [self.left, self.right];
        let kept = |side: &Side| side.whole || side.edge || side.touching >= KEPT;
        sides.iter().all(kept) && sides.iter().any(|side| side.touching >= TELLING)
    }

    /// From 0 to 2: likeness of both sides; the quote's own block weighs most.
    fn context(&self) -> f32 {
        let (mut sum, mut weights) = (0.0, 0.0);
        for side in [self.left, self.right].iter().filter(|side| side.length > 0) {
            let own = side.own_length.min(32) as f32 / 32.0;
            sum += own * side.own + 0.25 * side.all;
            weights += own + 0.25;
        }
        if weights > 0.0 { 2.0 * sum / weights } else { 2.0 }
    }

    pub(super) fn overlaps(&self, other: &Candidate) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// Whether same words leave no need to look for close matches: their context is not better anywhere else.
pub(super) fn is_settled(choice: &Choice) -> bool {
    matches!(choice, Choice::Exact(best) | Choice::Moved(best) if best.context() >= 2.0 - 2.0 * MARGIN)
}

/// Decides: the best candidate is trusted if it is ahead of the next, if its words and context are enough for its
/// length ([`same_words`], [`close_match`]), and if the context does not name another place.
pub(super) fn judge(index: &Index, query: &Query, candidates: &[Candidate]) -> Choice {
    let Some(&best) = candidates.iter().max_by(|a, b| a.score().total_cmp(&b.score())) else { return Choice::Orphan };
    let rivals = || candidates.iter().filter(|other| !other.overlaps(&best));
    let next = rivals().map(Candidate::score).fold(0.0, f32::max);
    let ahead = best.score() - next;
    // Whether the context names another place than this one, even if other words stand there.
    let elsewhere = |place: &Candidate| {
        let better = |rival: &&Candidate| !rival.overlaps(place) && rival.context() >= place.context() + MARGIN;
        candidates.iter().filter(better).any(|rival| !place.verbatim || !is_emptied(query, rival))
    };
    let in_place = candidates.iter().find(|candidate| candidate.in_place);
    // Position, words and context in one.
    if let Some(&stayed) = in_place
        && best.score() - stayed.score() < MARGIN
        && stayed_put(query, &stayed)
        && !elsewhere(&stayed)
    {
        return Choice::Exact(stayed);
    }
    // Of equals none is chosen, unless one agrees to the letter and the others do not.
    let clear = ahead >= MARGIN || best.score() >= PERFECT && next < PERFECT;
    let runs = rivals().filter(|rival| rival.verbatim).map(Candidate::run);
    let trusted = if best.verbatim {
        same_words(query, &best, runs.max().unwrap_or(0))
    } else {
        close_match(index, query, &best)
    };
    if clear && trusted && !elsewhere(&best) {
        return if best.in_place { Choice::Exact(best) } else { Choice::Moved(best) };
    }
    if worth_showing(query, &best, rivals().any(|rival| rival.verbatim)) {
        Choice::Review(best)
    } else {
        Choice::Orphan
    }
}

/// Whether the words were taken away from between blocks: there is room for less than half of them, and no context of
/// their own block.
fn is_emptied(query: &Query, place: &Candidate) -> bool {
    let agrees = |side: &Side| side.stance() == Stance::Agrees;
    (place.end - place.start) * 2 < query.quote.len() && !agrees(&place.left) && !agrees(&place.right)
}

/// Whether the quote's own words, at the stored position, are the marked ones.
fn stayed_put(query: &Query, candidate: &Candidate) -> bool {
    let stances = [candidate.left.stance(), candidate.right.stance()];
    let any = |stance: Stance| stances.contains(&stance);
    if any(Stance::Agrees) || query.left.letters.is_empty() && query.right.letters.is_empty() {
        return true;
    }
    !any(Stance::Contradicts) && (query.quote.len() >= SHORT || any(Stance::Neighbour))
}

/// Whether the quote's own words, somewhere, are the marked ones. `next` is the longest run of the same letters at
/// another place.
fn same_words(query: &Query, candidate: &Candidate, next: usize) -> bool {
    let sides = [candidate.left, candidate.right];
    let stances = sides.map(|side| side.stance());
    let any = |stance: Stance| stances.contains(&stance);
    let block = candidate.left.own_length + query.quote.len() + candidate.right.own_length;
    if candidate.left.whole && candidate.right.whole && block >= SHORT && candidate.complete {
        return true;
    }
    if is_one_run(query, candidate, next) {
        return true;
    }
    match query.quote.len() {
        LONG.. => candidate.complete || any(Stance::Agrees),
        SHORT.. if candidate.left.length + candidate.right.length < TELLING => candidate.complete,
        SHORT.. => any(Stance::Agrees) || any(Stance::Neighbour) && !any(Stance::Contradicts),
        _ => {
            let agrees = any(Stance::Agrees) || stances == [Stance::Neighbour; 2];
            let [left, right] = &sides;
            let one_sided = |side: &Side, other: &Side| side.own >= CLOSE && side.evidence(other) >= ONE_SIDED;
            one_sided(left, right)
                || one_sided(right, left)
                || agrees && !any(Stance::Contradicts) && candidate.evidence() >= ENOUGH
                || agrees && candidate.agrees_together()
        }
    }
}

/// Whether the quote and the letters that still touch it, up to the block's beginning or end, are as good as a longer
/// quote: nowhere else is a run like it.
fn is_one_run(query: &Query, candidate: &Candidate, next: usize) -> bool {
    let run = candidate.run();
    let bounded = candidate.left.whole || candidate.right.whole;
    let long = query.quote.len() >= SHORT && run >= RUN;
    candidate.complete && bounded && long && run >= next + TELLING
}

/// Whether words that differ a little are the marked ones: quote and context must both agree, and the meaning be kept.
fn close_match(index: &Index, query: &Query, candidate: &Candidate) -> bool {
    let stances = [candidate.left.stance(), candidate.right.stance()];
    let any = |stance: Stance| stances.contains(&stance);
    let context = if query.quote.len() < SHORT {
        // At the text's ends one side may have next to nothing to say.
        let sides = [candidate.left, candidate.right];
        let mute = |side: &Side| side.stance() == Stance::Silent && side.length >= TELLING;
        !any(Stance::Contradicts) && !sides.iter().any(mute) && candidate.evidence() >= ENOUGH
    } else {
        !any(Stance::Contradicts) && (any(Stance::Agrees) || stances == [Stance::Neighbour; 2])
    };
    let words = index.letters(candidate.start, candidate.end);
    let kept = || {
        !changes_meaning(query.quote.letters(), words)
            && !denied_beside(index, query, candidate)
            && !is_neighbour(query, words)
    };
    let enclosed = query.quote.len() >= SHORT && candidate.is_enclosed();
    candidate.likeness >= if enclosed { REWORDED } else { CLOSE } && context && kept()
}

/// Whether the words are what stood before or after the quote: it was deleted, and its neighbour is like it.
fn is_neighbour(query: &Query, words: &[char]) -> bool {
    let quote = query.quote.letters();
    let before = &query.left.letters;
    let after = &query.right.letters;
    let same = |a: &[char], b: &[char], length: usize| a.get(..length) == b.get(..length);
    let reversed = |letters: &[char]| letters.iter().rev().take(before.len()).copied().collect::<Vec<char>>();
    let (words_back, quote_back) = (reversed(words), reversed(quote));
    let beginning = words.len().min(after.len());
    let ending = words_back.len().min(before.len());
    beginning > 0 && same(words, after, beginning) && !same(quote, after, beginning.min(quote.len()))
        || ending > 0 && same(&words_back, before, ending) && !same(&quote_back, before, ending.min(quote.len()))
}

/// Whether a denial came or went directly beside the words: an edit may put it where the words seem to end.
fn denied_beside(index: &Index, query: &Query, candidate: &Candidate) -> bool {
    const BESIDE: usize = 2;
    let after: &[char] = index.letters(candidate.end, candidate.end + 40);
    let before: Vec<char> =
        index.letters(candidate.start.saturating_sub(40), candidate.start).iter().rev().copied().collect();
    let denials = |letters: &[char], backward: bool| denials(letters, backward, BESIDE);
    denials(&query.left.letters, true) != denials(&before, true)
        || denials(&query.right.letters, false) != denials(after, false)
}

/// Whether the reader can make anything of it: the same words, if they are not just any words, or like words in the
/// same context.
fn worth_showing(query: &Query, candidate: &Candidate, repeated: bool) -> bool {
    let stances = [candidate.left.stance(), candidate.right.stance()];
    let context = stances.iter().any(|stance| matches!(stance, Stance::Agrees | Stance::Neighbour));
    if candidate.verbatim {
        return context || query.quote.len() >= SHORT || query.quote.len() >= 4 && !repeated;
    }
    let both = !stances.contains(&Stance::Contradicts) && candidate.context() >= 1.6;
    candidate.likeness >= SHOWN && (context || query.quote.len() >= SHORT)
        || context && both && candidate.likeness >= 0.25
}
