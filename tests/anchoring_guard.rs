//! How often a mark is found again when fifteen words of a hundred around it are replaced, and whether it ever lands on
//! others: a small sample of the benchmark (tests/bench/anchoring) with every test run, over the shipped articles.

// A test may stop at the first thing that is not as it expects.
#![allow(clippy::expect_used, clippy::indexing_slicing)]

#[allow(dead_code, reason = "the benchmark uses more of it")]
#[path = "bench/anchoring/mutations.rs"]
mod mutations;
#[path = "bench/anchoring/random.rs"]
mod random;

use closely::annotation::anchoring::{anchor, describe};
use closely::annotation::{ArticleText, TextRange};
use closely::library;
use mutations::{Cut, Mutation};
use random::Random;

/// Trials of each length.
const TRIALS: usize = 50;

/// An article, cut at whole words of about that length.
fn cut(text: &str, (least, most): (usize, usize), random: &mut Random) -> Option<Cut> {
    let lines: Vec<&str> = text.split('\n').collect();
    let at = random.below(lines.len());
    let block: Vec<char> = lines[at].chars().collect();
    let inside = |at: usize| block.get(at).is_some_and(|c| c.is_alphanumeric());
    let start = random.below(block.len());
    let end = start + least + random.below(most - least + 1);
    let whole = inside(start) && (start == 0 || !inside(start - 1)) && inside(end - 1) && !inside(end);
    let joined = |lines: &[&str]| lines.iter().map(|line| format!("{line}\n")).collect::<String>();
    whole.then(|| Cut {
        head: joined(&lines[..at]),
        before: block[..start].iter().collect(),
        quote: block[start..end].iter().collect(),
        after: block[end..].iter().collect(),
        tail: lines[at + 1..].iter().map(|line| format!("\n{line}")).collect(),
    })
}

/// The place of a cut's quote.
fn place(cut: &Cut) -> TextRange {
    TextRange::new(cut.start(), cut.start() + cut.quote.chars().count() as u32).expect("a quote has letters")
}

/// How many of the trials with quotes of that length are found at their words, and how many at others.
fn trials(texts: &[String], words: &[String], length: (usize, usize)) -> (usize, usize) {
    let mut random = Random(length.0 as u64);
    let (mut done, mut right, mut wrong) = (0, 0, 0);
    while done < TRIALS {
        let Some(cut) = random.pick(texts).and_then(|text| cut(text, length, &mut random)) else { continue };
        let Some((old, new)) = Mutation::Around(15).apply(&cut, words, &mut random) else { continue };
        let before = ArticleText::new(old.text());
        let quote = describe(&before, place(&old));
        let found = anchor(&ArticleText::new(new.text()), false, place(&old), &quote).trusted();
        done += 1;
        right += usize::from(found == Some(place(&new)));
        wrong += usize::from(found.is_some_and(|found| found != place(&new)));
    }
    (right, wrong)
}

/// Right and wrong answers for short and for longer quotes, in per cent.
fn shares() -> [(f64, f64); 2] {
    let articles = library::catalogue().iter().filter_map(|meta| library::article(&meta.slug));
    let texts: Vec<String> = articles.map(|article| article.text()).collect();
    let words: Vec<String> = texts.iter().flat_map(|text| text.split_whitespace()).map(str::to_owned).collect();
    let share = |lengths: &[(usize, usize)]| {
        let all = lengths.iter().map(|&length| trials(&texts, &words, length));
        let (right, wrong) = all.fold((0, 0), |sum, cell| (sum.0 + cell.0, sum.1 + cell.1));
        let of = |count: usize| 100.0 * count as f64 / (TRIALS * lengths.len()) as f64;
        (of(right), of(wrong))
    };
    [share(&[(4, 8), (9, 14)]), share(&[(15, 40), (41, 120), (121, 300)])]
}

#[test]
fn where_fifteen_words_of_a_hundred_around_are_others_marks_are_found() {
    let [(short, short_wrong), (long, long_wrong)] = shares();
    assert!(short >= 96.0 && long >= 98.0, "found: {short} % below 15 letters, {long} % above");
    assert!(short_wrong <= 5.0 && long_wrong <= 1.0, "on other words: {short_wrong} %, {long_wrong} %");
}
