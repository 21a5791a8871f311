//! How often a mark is found again, and how often it lands on wrong words, over edits of the real articles.
//!
//! `cargo xtask bench anchoring` prints the tables; with `-- --write` they are also written to `tests/bench/results/anchoring.md`.
//! With `--cases=DIR` some of the trials, our answers and our times go there instead, for a peer to be asked the same.

mod cases;
mod mutations;
mod random;
mod speed;

use closely::annotation::anchoring::{Anchorer, Verdict, describe};
use closely::annotation::{ArticleText, TextQuoteSelector, TextRange};
use mutations::{ALL, Cut, Mutation};
use random::Random;
use std::fmt::Write as _;
use std::path::Path;

/// Lengths of quotes in code points.
const LENGTHS: [(usize, usize); 5] = [(4, 8), (9, 14), (15, 40), (41, 120), (121, 300)];
/// Trials of each length and mutation.
const TRIALS: usize = 400;

/// What came of the trials of one cell.
#[derive(Clone, Copy, Debug, Default)]
struct Cell {
    trials: usize,
    right: usize,
    wrong: usize,
    review: usize,
}

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let library = match closely::build::load(&root.join("assets/articles")) {
        Ok(library) => library,
        Err(faults) => {
            eprintln!("The articles have {} faults; `cargo xtask check` names them.", faults.len());
            std::process::exit(1);
        }
    };
    let texts: Vec<String> =
        library.articles.iter().map(|article| article.text()).filter(|text| text.len() > 5_000).collect();
    let asked = |flag: &str| std::env::args().any(|argument| argument == flag);
    if let Some(folder) = std::env::args().find_map(|argument| argument.strip_prefix("--cases=").map(str::to_owned)) {
        if let Err(fault) = cases::write(&texts, Path::new(&folder)) {
            eprintln!("{folder}: {fault}");
            std::process::exit(1);
        }
        return;
    }
    let verbose = asked("--verbose");
    let mut report = String::from(HEAD);
    let letters: usize = texts.iter().map(|text| text.chars().count()).sum();
    let _ = writeln!(report, "{} articles, {letters} code points; {TRIALS} trials a cell.\n", texts.len());
    if !asked("--time") {
        tables(&texts, verbose, &mut report);
    }
    speed::measure(&texts, &mut report);
    print!("{report}");
    if asked("--write") && !asked("--time") {
        let path = root.join("tests/bench/results/anchoring.md");
        let written =
            path.parent().map_or(Ok(()), std::fs::create_dir_all).and_then(|()| std::fs::write(&path, report));
        if let Err(fault) = written {
            eprintln!("{}: {fault}", path.display());
            std::process::exit(1);
        }
    }
}

const HEAD: &str = "# Anchoring

Printed by `cargo xtask bench anchoring -- --write`. Every trial marks words of an article, edits the article, and looks
for the words in the edited text, of which the program knows neither the edit nor the revision. *Right* is exact or moved, at the right words (to the letter, or overlapping in four fifths where
the words themselves were edited). *Wrong* is exact or moved at anything else.

";

/// All words of the articles.
fn words_of(texts: &[String]) -> Vec<String> {
    texts
        .iter()
        .flat_map(|text| text.split_whitespace())
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned())
        .filter(|word| !word.is_empty())
        .collect()
}

fn tables(texts: &[String], verbose: bool, report: &mut String) {
    let words = words_of(texts);
    let rows: Vec<(Mutation, Vec<Cell>)> = ALL
        .iter()
        .map(|&mutation| {
            (mutation, LENGTHS.iter().map(|&length| cell(texts, &words, mutation, length, verbose)).collect())
        })
        .collect();
    let share = |count: usize, cell: &Cell| format!(" {:.1} |", 100.0 * count as f64 / cell.trials.max(1) as f64);
    type Count = fn(&Cell) -> usize;
    let parts: [(&str, Count, bool); 3] = [
        ("Right, % (recall)", |cell| cell.right, true),
        ("Wrong, % (false anchors)", |cell| cell.wrong, false),
        ("Shown for review, %", |cell| cell.review, false),
    ];
    for (title, count, kept_only) in parts {
        let _ = writeln!(
            report,
            "## {title}\n\n| Edit | 4-8 | 9-14 | 15-40 | 41-120 | 121-300 |\n|---|--:|--:|--:|--:|--:|"
        );
        for (mutation, cells) in rows.iter().filter(|(mutation, _)| mutation.keeps() || !kept_only) {
            let cells: String = cells.iter().map(|cell| share(count(cell), cell)).collect();
            let _ = writeln!(report, "| {} |{cells}", mutation.name());
        }
        report.push('\n');
    }
}

/// Words that were marked, and the article after an edit.
struct Trial {
    after: ArticleText,
    position: TextRange,
    quote: TextQuoteSelector,
    /// Where the words are now, if they are anywhere.
    expected: Option<TextRange>,
}

/// So many trials of a mutation and a length, the same in every run.
fn trials<'t>(
    texts: &'t [String],
    words: &'t [String],
    mutation: Mutation,
    length: (usize, usize),
    count: usize,
) -> impl Iterator<Item = Trial> + 't {
    let mut random = Random(length.0 as u64 + seed());
    let attempts = (0..count * 3).filter_map(move |_| {
        let cut = sample(random.pick(texts)?, length, &mut random)?;
        let (old, new) = mutation.apply(&cut, words, &mut random)?;
        let before = ArticleText::new(old.text());
        let position = TextRange::new(old.start(), old.start() + old.quote.chars().count() as u32)?;
        let quote = describe(&before, position);
        let after = ArticleText::new(new.text());
        let expected = TextRange::new(new.start(), new.start() + new.quote.chars().count() as u32);
        Some(Trial { after, position, quote, expected: expected.filter(|_| mutation.keeps()) })
    });
    attempts.take(count)
}

fn cell(texts: &[String], words: &[String], mutation: Mutation, length: (usize, usize), verbose: bool) -> Cell {
    let mut cell = Cell::default();
    for Trial { after, position, quote, expected } in trials(texts, words, mutation, length, TRIALS) {
        let verdict = Anchorer::new(&after).anchor(false, position, &quote);
        cell.trials += 1;
        match (verdict, verdict.trusted(), expected) {
            (_, Some(found), Some(expected)) if is_right(found, expected, mutation) => cell.right += 1,
            (_, Some(found), _) => {
                cell.wrong += 1;
                if verbose {
                    let place = after.slice(found.start().saturating_sub(70)..found.end() + 70);
                    eprintln!("WRONG {mutation:?} {verdict:?} {expected:?}\n  {quote:?}\n  found {place:?}\n");
                }
            }
            (Verdict::Review(found), ..) => {
                cell.review += 1;
                if verbose && mutation.keeps() && mutation != Mutation::Duplicate {
                    let place = after.slice(found.start().saturating_sub(70)..found.end() + 70);
                    eprintln!("REVIEW {mutation:?} {verdict:?} {expected:?}\n  {quote:?}\n  found {place:?}\n");
                }
            }
            _ if verbose && mutation.keeps() => {
                let place = expected.map(|e| after.slice(e.start().saturating_sub(70)..e.end() + 70));
                eprintln!("ORPHAN {mutation:?} {expected:?}\n  {quote:?}\n  is {place:?}\n");
            }
            _ => {}
        }
    }
    cell
}

/// `--seed=5` gives other trials.
fn seed() -> u64 {
    std::env::args().find_map(|argument| argument.strip_prefix("--seed=")?.parse::<u64>().ok()).unwrap_or(0) << 32
}

fn is_right(found: TextRange, expected: TextRange, mutation: Mutation) -> bool {
    let shared = found.intersection(expected).map_or(0, TextRange::len);
    if mutation.rewrites() { shared * 5 >= found.len().max(expected.len()) * 4 } else { found == expected }
}

/// Whole words of about that length, anywhere in the article.
fn sample(text: &str, (least, most): (usize, usize), random: &mut Random) -> Option<Cut> {
    let starts: Vec<usize> = text
        .char_indices()
        .zip(std::iter::once(' ').chain(text.chars()))
        .filter(|((_, c), before)| c.is_alphanumeric() && !before.is_alphanumeric())
        .map(|((byte, _), _)| byte)
        .collect();
    let start = *random.pick(&starts)?;
    let length = least + random.below(most - least + 1);
    let rest = text.get(start..)?;
    let ends = rest.char_indices().zip(rest.chars().skip(1)).enumerate().filter_map(|(at, ((byte, c), next))| {
        let whole = c.is_alphanumeric() && !next.is_alphanumeric() && (least..=most).contains(&(at + 1));
        whole.then_some((at.abs_diff(length), byte + c.len_utf8()))
    });
    let (_, end) = ends.take(most).min()?;
    let (quote, rest) = (rest.get(..end)?, rest.get(end..)?);
    let before = text.get(..start)?;
    let block = before.rfind('\n').map_or(0, |newline| newline + 1);
    let after = rest.find('\n').unwrap_or(rest.len());
    Some(Cut {
        head: before.get(..block)?.to_owned(),
        before: before.get(block..)?.to_owned(),
        quote: quote.to_owned(),
        after: rest.get(..after)?.to_owned(),
        tail: rest.get(after..)?.to_owned(),
    })
}
