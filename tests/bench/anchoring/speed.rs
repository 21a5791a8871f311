//! Time for a thousand marks in an article of 60,000 code points.

use crate::random::Random;
use closely::annotation::anchoring::{Anchorer, describe};
use closely::annotation::{ArticleText, TextQuoteSelector, TextRange};
use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

const LETTERS: usize = 60_000;
const MARKS: usize = 1_000;
const ROUNDS: usize = 5;

/// A text, what was marked in it, and edits of it by name.
pub(crate) struct Library {
    pub(crate) old: ArticleText,
    pub(crate) marks: Vec<(TextRange, TextQuoteSelector)>,
    pub(crate) edits: Vec<(&'static str, String)>,
}

pub(crate) fn library(texts: &[String]) -> Library {
    let random = &mut Random(3);
    let mut all = texts.join("\n");
    // What is missing is made of the articles' own sentences, in another order.
    let sentences: Vec<&str> = texts.iter().flat_map(|text| text.split_inclusive(['.', '\n'])).collect();
    while all.chars().count() < LETTERS {
        all.extend(random.pick(&sentences).copied());
    }
    let all: String = all.chars().take(LETTERS).collect();
    let old = ArticleText::new(all.clone());
    let marks = (0..MARKS)
        .filter_map(|at| {
            let (least, most) = [(4, 8), (9, 14), (15, 40), (41, 120), (121, 300)].get(at % 5).copied()?;
            let start = random.below(old.len() as usize - most) as u32;
            let range = old.trim(TextRange::new(start, start + (least + random.below(most - least)) as u32)?)?;
            Some((range, describe(&old, range)))
        })
        .collect();
    let edits = vec![
        ("nothing", all.clone()),
        ("a paragraph inserted at the beginning", format!("A new beginning for this article.\n{all}")),
        ("every seventh word replaced", every_seventh(&all)),
        ("another article: nothing is found", reversed(&all)),
    ];
    Library { old, marks, edits }
}

/// Searches for all marks in an edited text, which is made ready first.
pub(crate) fn anchor_all(new: &ArticleText, marks: &[(TextRange, TextQuoteSelector)]) {
    let anchorer = Anchorer::new(new);
    for (position, quote) in marks {
        black_box(anchorer.anchor(false, *position, quote));
    }
}

/// How long something takes, each time it is done.
pub(crate) fn times(mut run: impl FnMut()) -> impl Iterator<Item = Duration> {
    (0..ROUNDS).map(move |_| {
        let start = Instant::now();
        run();
        start.elapsed()
    })
}

pub(crate) fn measure(texts: &[String], report: &mut String) {
    let Library { old, marks, edits } = library(texts);
    let _ = writeln!(
        report,
        "## Time\n\n{} marks in {} code points, best of {ROUNDS} rounds, the text's preparation included. Of a frame of \
         16 ms, 100 marks may take all.\n\n| Edit | ms for 100 marks | of these `str::find` would take | ratio |\n|---|--:|--:|--:|",
        marks.len(),
        old.len()
    );
    for (name, edited) in edits {
        let new = ArticleText::new(edited);
        let anchor = best(|| anchor_all(&new, &marks));
        let find = best(|| {
            for (_, quote) in &marks {
                black_box(new.as_str().find(&quote.exact));
            }
        });
        let hundred = |time: Duration| time.as_secs_f64() * 1e5 / marks.len().max(1) as f64;
        let _ = writeln!(
            report,
            "| {name} | {:.2} | {:.2} | {:.1} |",
            hundred(anchor),
            hundred(find),
            anchor.as_secs_f64() / find.as_secs_f64()
        );
    }
    let prepare = best(|| {
        let quote = TextQuoteSelector { exact: "no such words".into(), ..Default::default() };
        if let Some(range) = TextRange::new(0, 4) {
            black_box(Anchorer::new(&old).anchor(false, range, &quote));
        }
    });
    let _ = writeln!(report, "\nPreparing the text takes {:.2} ms of it, once.", prepare.as_secs_f64() * 1e3);
}

fn best(run: impl FnMut()) -> Duration {
    times(run).min().unwrap_or_default()
}

fn every_seventh(text: &str) -> String {
    let words: Vec<&str> = text.split_inclusive(char::is_whitespace).collect();
    let replaced = words.iter().enumerate().map(|(at, word)| if at % 7 == 3 { "elsewhere " } else { word });
    replaced.collect()
}

/// The words in reverse order.
fn reversed(text: &str) -> String {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    words.reverse();
    words.join(" ")
}
