//! What a reader looks for.

use super::typo::near_words;
use crate::annotation::TextRange;
use crate::article::Folded;
use crate::order::sorted;

/// What a reader looks for: every term must occur.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    terms: Vec<Term>,
}

/// A word or a phrase, in every form that counts as it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Term {
    forms: Vec<Folded>,
    phrase: bool,
}

/// A place where a term occurs: indices of a folded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot {
    /// First index.
    pub(super) start: usize,
    /// One past the last.
    pub(super) end: usize,
    /// Which term of the query.
    pub(super) term: usize,
    /// 3 for a whole word, 2 for the beginning of one, 1 for a part inside.
    pub(super) fit: usize,
}

impl Query {
    /// Reads what was typed. Words in quotation marks belong together.
    pub fn parse(typed: &str) -> Query {
        let plain = typed.replace(['“', '”', '„', '«', '»'], "\"");
        let mut terms = Vec::new();
        for (index, piece) in plain.split('"').enumerate() {
            if index % 2 == 1 {
                push_term(&mut terms, piece.trim(), true);
            } else {
                piece.split_whitespace().for_each(|word| push_term(&mut terms, word, false));
            }
        }
        Query { terms }
    }

    /// Everything that was typed, as one phrase.
    pub(super) fn literal(typed: &str) -> Query {
        let mut terms = Vec::new();
        push_term(&mut terms, typed.trim(), true);
        Query { terms }
    }

    /// Whether nothing was asked.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Number of terms.
    pub(super) fn len(&self) -> usize {
        self.terms.len()
    }

    /// Whether every term occurs.
    pub fn matches(&self, text: &str) -> bool {
        self.occurs_in(&Folded::new(text))
    }

    /// Whether every term occurs in a folded text.
    pub(super) fn occurs_in(&self, text: &Folded) -> bool {
        self.terms.iter().all(|term| term.occurs_in(text))
    }

    /// Every place where a term occurs, in the order of the terms.
    pub(super) fn spots(&self, text: &Folded) -> Vec<Spot> {
        let mut spots = Vec::new();
        for (index, term) in self.terms.iter().enumerate() {
            for form in &term.forms {
                spots_of(text, form, index, &mut spots);
            }
        }
        spots
    }

    /// Where the first form of any term stands in a text, whole word or not, in order.
    pub fn find_any(&self, text: &str) -> Vec<TextRange> {
        let text = Folded::new(text);
        let mut ranges = Vec::new();
        for form in self.terms.iter().filter_map(|term| term.forms.first()) {
            let mut from = 0;
            while let Some(at) = text.find(form, from) {
                let end = at + form.chars().len();
                let range = text.origin(at).zip(text.origin(end.saturating_sub(1)));
                ranges.extend(range.and_then(|(start, last)| TextRange::new(start, last + 1)));
                from = end;
            }
        }
        let mut ranges = sorted(ranges);
        ranges.dedup();
        ranges
    }

    /// The terms as [`Folded`] texts have them.
    pub fn folded(&self) -> Vec<String> {
        let forms = self.terms.iter().filter_map(|term| term.forms.first());
        forms.map(|form| form.chars().iter().collect()).collect()
    }

    /// The same with words that occur nowhere in these texts replaced by those that are spelled almost like them;
    /// `None` where nothing is to be replaced, or nothing is near.
    pub(super) fn respelled(&self, texts: &[&Folded]) -> Option<Query> {
        let mut changed = false;
        let mut terms = self.terms.clone();
        for term in &mut terms {
            if texts.iter().any(|text| term.occurs_in(text)) {
                continue;
            }
            let word = term.forms.first().filter(|_| !term.phrase)?;
            let near = near_words(texts, word.chars());
            if near.is_empty() {
                return None;
            }
            term.forms = near.iter().map(|word| Folded::new(word)).collect();
            changed = true;
        }
        changed.then_some(Query { terms })
    }

    /// The words that are looked for, for a line: the first form of each term.
    pub(super) fn words(&self) -> String {
        let forms = self.terms.iter().filter_map(|term| term.forms.first());
        let words: Vec<String> = forms.map(|form| form.chars().iter().collect()).collect();
        words.join(" ")
    }
}

fn push_term(terms: &mut Vec<Term>, words: &str, phrase: bool) {
    let folded = Folded::new(words);
    if !folded.is_empty() {
        let term = Term { forms: vec![folded], phrase };
        if !terms.contains(&term) {
            terms.push(term);
        }
    }
}

impl Term {
    fn occurs_in(&self, text: &Folded) -> bool {
        self.forms.iter().any(|form| next_spot(text, form, 0).is_some())
    }
}

fn spots_of(text: &Folded, form: &Folded, term: usize, spots: &mut Vec<Spot>) {
    let mut from = 0;
    while let Some((start, end, fit)) = next_spot(text, form, from) {
        spots.push(Spot { start, end, term, fit });
        from = end;
    }
}

/// The next place, with how well it fits. One letter alone must be a word; two must begin one.
fn next_spot(text: &Folded, form: &Folded, mut from: usize) -> Option<(usize, usize, usize)> {
    let length = form.chars().len();
    loop {
        let start = text.find(form, from)?;
        let end = start + length;
        let fit = match (text.is_boundary(start), text.is_boundary(end)) {
            (true, true) => 3,
            (true, false) => 2,
            (false, _) => 1,
        };
        if fit + length > 3 {
            return Some((start, end, fit));
        }
        from = start + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_must_occur() {
        assert!(Query::parse("trust CAFE").matches("Trust grows slowly. Café trust."));
        assert!(!Query::parse("trust haste").matches("Trust grows slowly. Café trust."));
        assert!(Query::parse("  \" ").is_empty());
    }

    #[test]
    fn a_phrase_is_one_term() {
        assert!(Query::parse("\"grows slowly\"").matches("Trust grows slowly."));
        assert!(!Query::parse("“slowly grows”").matches("Trust grows slowly."));
    }

    #[test]
    fn markup_is_looked_for_as_text() {
        assert!(!Query::parse("<img onerror=...>").matches("plain"));
        assert!(Query::parse("<b>").matches("a <b> c"));
    }

    #[test]
    fn letters_alone_are_words_and_pairs_begin_one() {
        assert!(!Query::parse("i").matches("in his"));
        assert!(Query::parse("i").matches("so I said"));
        assert!(Query::parse("cl").matches("so close"));
        assert!(!Query::parse("lo").matches("so close"));
        assert!(Query::parse("los").matches("so close"));
        assert!(Query::parse("愛").matches("我愛你"));
    }

    #[test]
    fn what_is_misspelled_is_read_as_what_is_there() {
        let text = Folded::new("Attachment grows; trust too.");
        let words = |typed: &str| Query::parse(typed).respelled(&[&text]).map(|query| query.words());
        assert_eq!(words("atachment trust").as_deref(), Some("attachment trust"));
        assert_eq!(words("attachment"), None);
        assert_eq!(words("zzzzzz"), None);
        assert_eq!(words("\"atachment grows\""), None, "a phrase is meant as it stands");
    }
}
