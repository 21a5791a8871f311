//! How long a letter typed into the search box takes: the shipped library, and a reader's thousand notes.
//!
//! `cargo bench --bench search --no-default-features --features authoring` prints the table.

use closely::annotation::{Annotation, Colour, Kind, TextQuoteSelector, TextRange};
use closely::article::Folded;
use closely::library;
use closely::search::{Notes, Shelf, find_within, search_everywhere};
use std::hint::black_box;
use std::time::{Duration, Instant};

const NOTES: u32 = 1_000;
const ROUNDS: usize = 20;
/// What is typed, letter by letter: a common word, a misspelled one, a rare pair, nothing that is there.
const TYPED: [&str; 5] = ["the", "atachment", "trust vulnerability", "\"kinds of closeness\"", "zyzzyva"];

fn main() {
    let articles = || library::catalogue().iter().filter_map(|meta| library::article(&meta.slug));
    let ready = Instant::now();
    let shelf = Shelf::new(articles());
    println!("made ready in {:.2} ms", ms(ready.elapsed()));
    let annotations: Vec<Annotation> = (0..NOTES).filter_map(note).collect();
    let notes = Notes::new(annotations.iter());
    println!("| typed | everywhere, ms for the slowest letter | in one article, ms |\n|---|--:|--:|");
    for typed in TYPED {
        let letters = || typed.char_indices().map(|(at, c)| typed.get(..at + c.len_utf8()).unwrap_or_default());
        let slowest = letters().map(|typed| best(|| drop(black_box(search_everywhere(&shelf, &notes, typed))))).max();
        let slug = library::catalogue().last().map(|meta| meta.slug.as_str()).unwrap_or_default();
        let text = library::article(slug).map(|article| Folded::new(&article.text())).unwrap_or_default();
        let within = letters().map(|typed| best(|| drop(black_box(find_within(&text, typed))))).max();
        println!("| {typed} | {:.2} | {:.2} |", ms(slowest.unwrap_or_default()), ms(within.unwrap_or_default()));
    }
}

/// A note over words that articles use.
fn note(index: u32) -> Option<Annotation> {
    let quote = TextQuoteSelector {
        exact: "Trust grows in small moments, and most of them look like nothing from outside.".to_owned(),
        prefix: String::new(),
        suffix: String::new(),
    };
    Some(Annotation {
        id: index.to_string(),
        kind: Kind::Highlight { colour: Colour::Yellow, position: TextRange::new(index, index + 40)?, quote },
        article: String::new(),
        revision: String::new(),
        section: String::new(),
        body: format!("Note {index}: what I would say aloud about closeness, and what I would keep for later."),
        tags: Vec::new(),
        created: 0,
        modified: i64::from(index),
        other: Default::default(),
    })
}

fn best(run: impl Fn()) -> Duration {
    let once = || {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    (0..ROUNDS).map(|_| once()).min().unwrap_or_default()
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
