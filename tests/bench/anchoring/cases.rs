//! The same trials for a peer: what was marked, the article after its edit, where the words are now, and what we answered.
//!
//! Two files of JSON, which `tests/bench/browser` reads. Nothing here decides what is right: the reader of both answers does.

use crate::mutations::ALL;
use crate::speed::{Library, anchor_all, library, times};
use crate::{LENGTHS, trials, words_of};
use closely::annotation::anchoring::{Anchorer, Verdict};
use closely::annotation::{ArticleText, TextQuoteSelector, TextRange};
use serde_json::{Value, json};
use std::{fs, io, path::Path};

/// Trials of each length and mutation: a thousand in all.
const TRIALS: usize = 12;

/// Writes `trials.json` and `times.json` into a folder that is there.
pub(crate) fn write(texts: &[String], folder: &Path) -> io::Result<()> {
    fs::write(folder.join("trials.json"), answered(texts).to_string())?;
    fs::write(folder.join("times.json"), timed(texts).to_string())
}

fn answered(texts: &[String]) -> Value {
    let words = words_of(texts);
    let cells = ALL.iter().flat_map(|&mutation| LENGTHS.iter().map(move |&length| (mutation, length)));
    let all: Vec<Value> = cells
        .flat_map(|(mutation, length)| {
            trials(texts, &words, mutation, length, TRIALS).map(move |trial| {
                let verdict = Anchorer::new(&trial.after).anchor(false, trial.position, &trial.quote);
                json!({
                    "edit": mutation.name(),
                    "rewrites": mutation.rewrites(),
                    "text": trial.after.as_str(),
                    "mark": mark(trial.position, &trial.quote),
                    "expected": range(trial.expected),
                    "found": range(verdict.trusted()),
                    "review": matches!(verdict, Verdict::Review(_)),
                })
            })
        })
        .collect();
    Value::Array(all)
}

fn timed(texts: &[String]) -> Value {
    let Library { marks, edits, .. } = library(texts);
    let timed: Vec<Value> = edits
        .into_iter()
        .map(|(edit, text)| {
            let new = ArticleText::new(text);
            let took: Vec<f64> = times(|| anchor_all(&new, &marks)).map(|time| time.as_secs_f64() * 1e3).collect();
            json!({ "edit": edit, "text": new.as_str(), "ms": took })
        })
        .collect();
    let marks: Vec<Value> = marks.iter().map(|(position, quote)| mark(*position, quote)).collect();
    json!({ "marks": marks, "edits": timed })
}

fn mark(position: TextRange, quote: &TextQuoteSelector) -> Value {
    json!({ "start": position.start(), "end": position.end(), "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix })
}

fn range(range: Option<TextRange>) -> Value {
    range.map_or(Value::Null, |range| json!([range.start(), range.end()]))
}
