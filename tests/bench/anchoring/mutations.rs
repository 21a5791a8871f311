//! Edits of an article around, inside and instead of a marked quote.

use crate::random::Random;

/// An article cut at a quote: `head` and `tail` are whole blocks, `before` and `after` the rest of the quote's own.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cut {
    pub(crate) head: String,
    pub(crate) before: String,
    pub(crate) quote: String,
    pub(crate) after: String,
    pub(crate) tail: String,
}

impl Cut {
    pub(crate) fn text(&self) -> String {
        [&*self.head, &self.before, &self.quote, &self.after, &self.tail].concat()
    }

    /// Code points before the quote.
    pub(crate) fn start(&self) -> u32 {
        (self.head.chars().count() + self.before.chars().count()) as u32
    }

    fn block(&self) -> String {
        [&*self.before, &self.quote, &self.after].concat()
    }
}

/// What is done to the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mutation {
    InsertBefore,
    Around(u32),
    AroundAndMoved(u32),
    Move,
    Typography,
    TypoFixed,
    CaseChanged,
    Inside(u32),
    Duplicate,
    Delete,
    DeleteQuote,
    Replace,
    Negation,
}

/// All of them, in the order of the report.
pub(crate) const ALL: [Mutation; 18] = [
    Mutation::InsertBefore,
    Mutation::Around(5),
    Mutation::Around(15),
    Mutation::Around(30),
    Mutation::Move,
    Mutation::AroundAndMoved(15),
    Mutation::Typography,
    Mutation::TypoFixed,
    Mutation::CaseChanged,
    Mutation::Inside(5),
    Mutation::Inside(15),
    Mutation::Inside(30),
    Mutation::Duplicate,
    Mutation::Delete,
    Mutation::DeleteQuote,
    Mutation::Replace,
    Mutation::Negation,
    Mutation::AroundAndMoved(30),
];

impl Mutation {
    pub(crate) fn name(self) -> String {
        match self {
            Mutation::InsertBefore => "a paragraph inserted before".into(),
            Mutation::Around(percent) => format!("{percent} % of the words around replaced"),
            Mutation::Move => "its paragraph moved".into(),
            Mutation::AroundAndMoved(percent) => format!("moved, and {percent} % around replaced"),
            Mutation::Typography => "typography changed everywhere".into(),
            Mutation::TypoFixed => "a typing error inside corrected".into(),
            Mutation::CaseChanged => "its first letter's case changed".into(),
            Mutation::Inside(percent) => format!("{percent} % of the words inside replaced"),
            Mutation::Duplicate => "its paragraph duplicated elsewhere".into(),
            Mutation::Delete => "its paragraph deleted".into(),
            Mutation::DeleteQuote => "the quote alone deleted".into(),
            Mutation::Replace => "all its words replaced".into(),
            Mutation::Negation => "a negation inserted or dropped".into(),
        }
    }

    /// Whether a trusted answer is right at all.
    pub(crate) fn keeps(self) -> bool {
        !matches!(self, Mutation::Delete | Mutation::DeleteQuote | Mutation::Replace | Mutation::Negation)
    }

    /// Whether the quote's words themselves change.
    pub(crate) fn rewrites(self) -> bool {
        matches!(self, Mutation::Inside(_) | Mutation::TypoFixed | Mutation::Negation | Mutation::Replace)
    }

    /// The article before and after, or nothing where the edit makes no sense.
    pub(crate) fn apply(self, cut: &Cut, words: &[String], random: &mut Random) -> Option<(Cut, Cut)> {
        let (mut old, mut new) = (cut.clone(), cut.clone());
        match self {
            Mutation::InsertBefore => {
                let paragraph = (0..30).filter_map(|_| random.pick(words)).cloned().collect::<Vec<_>>().join(" ");
                new.head = format!("{paragraph}\n{}", new.head);
            }
            Mutation::Around(percent) => around(&mut new, percent, words, random),
            Mutation::Move => new = moved(&new, random),
            Mutation::AroundAndMoved(percent) => {
                around(&mut new, percent, words, random);
                new = moved(&new, random);
            }
            Mutation::Typography => {
                for part in [&mut new.head, &mut new.before, &mut new.quote, &mut new.after, &mut new.tail] {
                    *part = typography(part, random);
                }
            }
            Mutation::TypoFixed => old.quote = misspelt(&old.quote, random)?,
            Mutation::CaseChanged => {
                let mut letters = new.quote.chars();
                let first = letters.next().filter(|c| c.is_ascii_alphabetic())?;
                let other = if first.is_uppercase() { first.to_ascii_lowercase() } else { first.to_ascii_uppercase() };
                new.quote = std::iter::once(other).chain(letters).collect();
            }
            Mutation::Inside(percent) => {
                new.quote = reworded(&new.quote, percent, words, random);
                if new.quote == old.quote {
                    let chosen = random.below(old.quote.split(' ').count());
                    let with = random.pick(words)?.clone();
                    new.quote = replaced(&old.quote, chosen, &with);
                }
            }
            Mutation::Replace => new.quote = reworded(&new.quote, 100, words, random),
            Mutation::Negation => new.quote = negated(&new.quote, random)?,
            Mutation::Duplicate => {
                let copy = new.block();
                if random.below(2) == 0 {
                    new.head = inserted(&new.head, &copy, random)?;
                } else {
                    new.tail = inserted(&new.tail, &copy, random)?;
                }
            }
            Mutation::Delete => (new.before, new.quote, new.after) = Default::default(),
            Mutation::DeleteQuote => new.quote = String::new(),
        }
        // A word replaced by itself is no edit, and a word added at the end leaves the quote as it was.
        let same = self.rewrites() && new.quote.contains(&old.quote);
        (!same).then_some((old, new))
    }
}

fn around(cut: &mut Cut, percent: u32, words: &[String], random: &mut Random) {
    // What touches the quote without a space is a punctuation mark or the rest of its word.
    let touching = cut.before.rfind(' ').map_or(0, |space| space + 1);
    let touched = cut.after.find(' ').unwrap_or(cut.after.len());
    let (before, lead) = cut.before.split_at(touching);
    let (trail, after) = cut.after.split_at(touched);
    cut.before = reworded(before, percent, words, random) + lead;
    cut.after = trail.to_owned() + &reworded(after, percent, words, random);
    cut.head = reworded(&cut.head, percent, words, random);
    cut.tail = reworded(&cut.tail, percent, words, random);
}

/// Replaces so many words of a hundred; white space stays.
fn reworded(text: &str, percent: u32, words: &[String], random: &mut Random) -> String {
    let mut out = String::new();
    for token in text.split_inclusive([' ', '\n']) {
        let word = token.trim_end_matches([' ', '\n']);
        let space = token.get(word.len()..).unwrap_or_default();
        let replace = !word.is_empty() && random.below(100) < percent as usize;
        out.push_str(random.pick(words).filter(|_| replace).map_or(word, String::as_str));
        out.push_str(space);
    }
    out
}

fn replaced(text: &str, chosen: usize, with: &str) -> String {
    let words: Vec<&str> =
        text.split(' ').enumerate().map(|(at, word)| if at == chosen { with } else { word }).collect();
    words.join(" ")
}

fn moved(cut: &Cut, random: &mut Random) -> Cut {
    let block = Cut { head: String::new(), tail: String::new(), ..cut.clone() };
    let rest = [cut.head.as_str(), cut.tail.trim_start_matches('\n')].concat();
    let lines: Vec<&str> = rest.split('\n').collect();
    let at = random.below(lines.len() + 1);
    let head = lines.iter().take(at).map(|line| format!("{line}\n")).collect();
    let tail = lines.iter().skip(at).map(|line| format!("\n{line}")).collect();
    Cut { head, tail, ..block }
}

/// A block put between two lines, but not beside the original: of two equal neighbours neither is the original.
fn inserted(text: &str, block: &str, random: &mut Random) -> Option<String> {
    const APART: usize = 3;
    let mut lines: Vec<&str> = text.split('\n').collect();
    let (least, most) =
        if text.starts_with('\n') { (APART, lines.len()) } else { (0, lines.len().checked_sub(APART)?) };
    let at = least + random.below((most + 1).checked_sub(least).filter(|&places| places > 0)?);
    lines.insert(at, block);
    Some(lines.join("\n"))
}

fn typography(text: &str, random: &mut Random) -> String {
    let mut out = String::new();
    for (c, next) in text.chars().zip(text.chars().skip(1).chain([' '])) {
        let change = random.below(3) != 0;
        match c {
            '’' | '‘' if change => out.push('\''),
            '\'' if change => out.push('’'),
            '“' | '”' if change => out.push('"'),
            '"' if change => out.push('“'),
            '–' | '—' if change => out.push('-'),
            '-' if change => out.push('‐'),
            '…' if change => out.push_str("..."),
            ' ' if random.below(8) == 0 => out.push('\u{a0}'),
            ' ' if random.below(12) == 0 => out.push_str("  "),
            'é' if change => out.push_str("e\u{301}"),
            'e' if next.is_alphabetic() && random.below(30) == 0 => out.push_str("e\u{ad}"),
            c => out.push(c),
        }
    }
    out.replace("fi", if random.below(2) == 0 { "ﬁ" } else { "fi" })
}

/// Two letters swapped, one doubled, or one left out.
fn misspelt(text: &str, random: &mut Random) -> Option<String> {
    let letters: Vec<char> = text.chars().collect();
    for _ in 0..20 {
        let at = random.below(letters.len());
        let (Some(&a), Some(&b)) = (letters.get(at), letters.get(at + 1)) else { continue };
        if !a.is_alphabetic() || !b.is_alphabetic() || a == b {
            continue;
        }
        let with = match random.below(3) {
            0 => vec![b, a],
            1 => vec![a, a, b],
            _ => vec![b],
        };
        let before = letters.iter().take(at).copied();
        let after = letters.iter().skip(at + 2).copied();
        return Some(before.chain(with).chain(after).collect());
    }
    None
}

/// With a denial dropped, or one inserted between two words.
fn negated(text: &str, random: &mut Random) -> Option<String> {
    let mut words: Vec<&str> = text.split(' ').collect();
    let denial = words.iter().position(|word| ["not", "no", "never", "without", "nothing", "nor"].contains(word));
    match denial {
        Some(at) if words.len() > 1 && random.below(2) == 0 => {
            words.remove(at);
        }
        _ if words.len() > 1 => {
            let denial = random.pick(&["not", "never", "no", "hardly"])?;
            words.insert(1 + random.below(words.len() - 1), denial);
        }
        _ => return None,
    }
    Some(words.join(" "))
}
