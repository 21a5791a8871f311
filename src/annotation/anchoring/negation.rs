//! Whether a close match says something else: it adds or drops a negation, or changes a number.
//!
//! Words are compared without case and accents, so one list serves several languages; a word that denies in one and not
//! in another ("sin", "die") only ever makes a match less trusted.

use crate::order::sorted;

/// Words that deny, in English, German, French, Spanish, Italian, Portuguese and Dutch. `cannot`, `n't` and `n'` are
/// taken apart before.
const DENIALS: &[&str] = &[
    // English
    "not", "no", "never", "none", "nor", "neither", "nobody", "nothing", "nowhere", "without", "hardly", "barely",
    "scarcely", "rarely", "seldom", "unless", "except", "lack", "lacks", "fail", "fails", "failed", "refuse",
    "refuses", // German
    "nicht", "nichts", "nie", "niemals", "niemand", "kein", "keine", "keinen", "keinem", "keiner", "keines", "weder",
    "ohne", "kaum", "nirgends", "nein", // French
    "ne", "pas", "jamais", "rien", "sans", "ni", "aucun", "aucune", "personne", "non", "guere", "nul", "nulle",
    // Spanish
    "nunca", "jamas", "nada", "nadie", "ningun", "ninguno", "ninguna", "sin", "tampoco",
    // Italian, Portuguese, Dutch
    "mai", "nessuno", "nessuna", "senza", "niente", "nulla", "nao", "nem", "sem", "ninguem", "nenhum", "nenhuma",
    "niet", "geen", "nooit", "niets", "zonder", "niemand",
];

/// Signs that deny in Chinese and Japanese.
const DENYING_SIGNS: &[char] = &['不', '没', '沒', '无', '無', '非', '未', '别', '別', '勿'];

/// Contractions that are also met without their apostrophe, without "nt".
const CONTRACTED: &[&str] = &[
    "do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "ca", "wo", "would", "could", "should",
    "must", "need", "might", "ai",
];

/// Syllables that turn a word into its opposite.
const REVERSALS: &[&str] = &["un", "in", "im", "il", "ir", "dis", "non", "mis", "anti"];

/// Words of which one says the opposite of the other.
const OPPOSITES: &[(&str, &str)] = &[
    ("more", "less"),
    ("most", "least"),
    ("always", "sometimes"),
    ("all", "some"),
    ("many", "few"),
    ("much", "little"),
    ("often", "rarely"),
    ("increase", "decrease"),
    ("increases", "decreases"),
    ("increased", "decreased"),
    ("higher", "lower"),
    ("better", "worse"),
    ("before", "after"),
    ("true", "false"),
    ("right", "wrong"),
    ("good", "bad"),
    ("safe", "dangerous"),
    ("mehr", "weniger"),
    ("immer", "manchmal"),
    ("mit", "gegen"),
    ("plus", "moins"),
    ("toujours", "parfois"),
    ("mas", "menos"),
    ("siempre", "veces"),
];

/// Letters of a denial that is still known with two letters swapped, or one doubled.
const SWAPPED: usize = 3;
/// The same where a letter is left out: of shorter ones too little remains.
const LEFT_OUT: usize = 5;
/// What looks like a misspelt denial and is a word of its own.
const OTHER_WORDS: &[&str] = &[
    "barley", "hardy", "noting", "nether", "filed", "reuse", "reuses", // Italian, Spanish
    "mia", "anda", "nuca", "nula",
];

/// Words compared in pairs; in longer quotes denials are counted.
const MAX_WORDS: usize = 160;

/// Whether `new` denies what `old` does not, or the other way round, or names another number. Both are normalised.
pub(super) fn changes_meaning(old: &[char], new: &[char]) -> bool {
    let (old_letters, new_letters) = (old, new);
    let (mut old, mut new) = (words(old), words(new));
    correct(&mut old, new_letters);
    correct(&mut new, old_letters);
    let (only_old, only_new) = differences(&old, &new);
    let number = |word: &&Word| word.text.chars().any(char::is_numeric);
    if only_old.iter().any(number) || only_new.iter().any(number) {
        return true;
    }
    if only_old.len().saturating_mul(only_new.len()) > MAX_WORDS * MAX_WORDS {
        // So much is different that nobody can say.
        return true;
    }
    if only_old.iter().any(|a| only_new.iter().any(|b| opposite(&a.text, &b.text))) {
        return true;
    }
    if old.len().max(new.len()) > MAX_WORDS {
        let count = |words: &[Word]| words.iter().filter(|word| word.denies).count();
        return count(&old) != count(&new);
    }
    unmatched_denial(&old, &new)
}

/// How many of the first words deny. `backward`: the letters stand in reverse.
pub(super) fn denials(letters: &[char], backward: bool, first: usize) -> usize {
    let spaces = letters.iter().enumerate().skip(1).filter(|(_, c)| **c == ' ').map(|(at, _)| at);
    let end = { spaces }.nth(first.saturating_sub(1)).unwrap_or(letters.len());
    let mut part: Vec<char> = letters.iter().take(end).copied().collect();
    if backward {
        part.reverse();
    }
    words(&part).iter().filter(|word| word.denies).count()
}

/// The share of words that two texts have in common, from 0 to 1.
pub(super) fn shared_words(old: &[char], new: &[char]) -> f32 {
    let (old, new) = (words(old), words(new));
    let (only_old, only_new) = differences(&old, &new);
    1.0 - (only_old.len() + only_new.len()) as f32 / (old.len() + new.len()).max(1) as f32
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Word {
    /// What it is compared by.
    text: String,
    denies: bool,
}

impl Word {
    /// One denial is as good as another.
    fn new(text: &str) -> Word {
        let denies = is_denial(text) || text.chars().any(|c| DENYING_SIGNS.contains(&c));
        Word { text: if denies && text.is_ascii() { "not" } else { text }.to_owned(), denies }
    }
}

/// Whether a word is one of [`DENIALS`]. Most differ in their first letter from most of them, which costs no call to see.
fn is_denial(text: &str) -> bool {
    let first = text.as_bytes().first();
    DENIALS.iter().any(|denial| denial.as_bytes().first() == first && *denial == text)
}

fn words(letters: &[char]) -> Vec<Word> {
    let mut words = Vec::new();
    each_word(letters, |word| words.push(Word::new(word)));
    words
}

fn each_word(letters: &[char], mut visit: impl FnMut(&str)) {
    let mut push = |text: &str| {
        if !text.is_empty() {
            visit(text);
        }
    };
    for run in letters.split(|c| !c.is_alphanumeric() && *c != '\'') {
        let run: String = run.iter().collect();
        let run = run.trim_matches('\'');
        if run.is_ascii() {
            let bare = run.strip_suffix("nt").filter(|stem| CONTRACTED.contains(stem));
            if let Some(stem) = run.strip_suffix("n't").or(bare) {
                push(stem);
                push("not");
            } else if run == "cannot" {
                push("ca");
                push("not");
            } else if let Some(rest) = run.strip_prefix("n'") {
                push("ne");
                rest.split('\'').for_each(&mut push);
            } else {
                run.split('\'').for_each(&mut push);
            }
        } else if run.chars().any(|c| c >= '\u{2e80}') {
            // No spaces between words: every sign is one.
            run.chars().for_each(|c| push(c.encode_utf8(&mut [0; 4])));
        } else {
            push(run);
        }
    }
}

/// Makes denials of words that are misspelt ones: of those that the other text has instead.
fn correct(words: &mut [Word], other: &[char]) {
    let mut denials = Vec::new();
    each_word(other, |word| denials.extend(is_denial(word).then(|| word.to_owned())));
    for word in words.iter_mut().filter(|word| !word.denies) {
        if denials.iter().any(|denial| is_misspelt(&word.text, denial)) {
            *word = Word::new("not");
        }
    }
}

/// Whether a word is what typing may make of a denial: two of its letters changed places, one doubled, or one left out,
/// but not the first, as "ever" is no "never".
fn is_misspelt(word: &str, denial: &str) -> bool {
    let (word, right) = (word.as_bytes(), denial.as_bytes());
    let same = word.iter().zip(right).take_while(|(a, b)| a == b).count();
    let (Some((before, wrong)), Some((_, rest))) = (word.split_at_checked(same), right.split_at_checked(same)) else {
        return false;
    };
    let swapped = || matches!((wrong, rest), ([a, b, c @ ..], [d, e, f @ ..]) if (a, b, c) == (e, d, f));
    let doubled = || matches!(wrong, [a, b @ ..] if before.last() == Some(a) && b == rest);
    let left_out = || matches!(rest, [_, b @ ..] if !before.is_empty() && b == wrong);
    let slipped = right.len() >= SWAPPED && (swapped() || doubled()) || right.len() >= LEFT_OUT && left_out();
    slipped && !OTHER_WORDS.iter().any(|other| other.as_bytes() == word)
}

/// Words that one side has more often than the other.
fn differences<'w>(old: &'w [Word], new: &'w [Word]) -> (Vec<&'w Word>, Vec<&'w Word>) {
    let (mut old, mut new) = (sorted(old).into_iter().peekable(), sorted(new).into_iter().peekable());
    let (mut only_old, mut only_new) = (Vec::new(), Vec::new());
    loop {
        match (old.peek(), new.peek()) {
            (Some(a), Some(b)) if a == b => {
                old.next();
                new.next();
            }
            (Some(a), Some(b)) if a < b => only_old.extend(old.next()),
            (_, Some(_)) => only_new.extend(new.next()),
            (Some(_), None) => only_old.extend(old.next()),
            (None, None) => return (only_old, only_new),
        }
    }
}

fn opposite(a: &str, b: &str) -> bool {
    let reversed = |a: &str, b: &str| {
        REVERSALS.iter().any(|syllable| a.strip_prefix(syllable) == Some(b))
            || matches!((a.strip_suffix("less"), b.strip_suffix("ful")), (Some(a), Some(b)) if a == b)
    };
    reversed(a, b) || reversed(b, a) || OPPOSITES.iter().any(|&pair| pair == (a, b) || pair == (b, a))
}

/// Whether a denial on either side stands against none when as many words as possible are paired in order.
fn unmatched_denial(old: &[Word], new: &[Word]) -> bool {
    // Of each table cell: words paired, and denials left alone (negative, so that the larger is better).
    type Cell = (usize, isize);
    let alone = |(paired, denials): Cell, word: &Word| (paired, denials - isize::from(word.denies));
    let mut row: Vec<Cell> = vec![(0, 0)];
    row.extend(new.iter().scan((0, 0), |cell, word| {
        *cell = alone(*cell, word);
        Some(*cell)
    }));
    for word in old {
        let mut corner = row.first().copied().unwrap_or_default();
        let mut left = alone(corner, word);
        let mut cells = row.iter_mut();
        if let Some(first) = cells.next() {
            *first = left;
        }
        for (cell, other) in cells.zip(new) {
            let above = *cell;
            left = alone(left, other).max(alone(above, word));
            if word == other {
                left = left.max((corner.0 + 1, corner.1));
            }
            corner = above;
            *cell = left;
        }
    }
    row.last().is_some_and(|&(_, denials)| denials < 0)
}

#[cfg(test)]
mod tests {
    use super::super::normalise::View;
    use super::*;

    fn changed(old: &str, new: &str) -> bool {
        let changed = changes_meaning(View::new(old).letters(), View::new(new).letters());
        assert_eq!(changed, changes_meaning(View::new(new).letters(), View::new(old).letters()), "{old} {new}");
        changed
    }

    #[test]
    fn denials_are_seen_in_several_languages() {
        for (old, new) in [
            ("closeness is a race", "closeness is not a race"),
            ("You can hurry", "You can’t hurry"),
            ("You can hurry", "You cannot hurry"),
            ("You do hurry", "You dont hurry"),
            ("they always listen", "they never listen"),
            ("with warmth", "without warmth"),
            ("a safe place", "an unsafe place"),
            ("a hopeful sign", "a hopeless sign"),
            ("most people agree", "no people agree"),
            ("not the pace but the care", "the pace but not the care"),
            ("Confía en ella", "No confía en ella"),
            ("siempre ayuda", "nunca ayuda"),
            ("Das ist gut für dich", "Das ist nicht gut für dich"),
            ("ein guter Grund", "kein guter Grund"),
            ("C’est utile à tous", "Ce n’est pas utile à tous"),
            ("avec toi", "sans toi"),
            ("我相信你", "我不相信你"),
            ("3 of 10 couples", "8 of 10 couples"),
        ] {
            assert!(changed(old, new), "{old:?} {new:?}");
        }
    }

    #[test]
    fn a_misspelt_denial_denies_as_well() {
        for (old, new) in [
            ("it may ont be safe", "it may not be safe"),
            ("it may nnot be safe", "it may not be safe"),
            ("touch withot words", "touch without words"),
            ("neitehr of you", "neither of you"),
            ("noobody asks", "nobody asks"),
            ("das ist nciht gut", "das ist nicht gut"),
            ("put both n the table", "put both on the table"),
        ] {
            assert!(!changed(old, new), "{old:?} {new:?}");
        }
    }

    #[test]
    fn a_word_that_is_like_a_denial_is_none() {
        for (old, new) in [
            ("they ever listen", "they never listen"),
            ("either of you", "neither of you"),
            ("it is on target", "it is no target"),
            ("I am now sure", "I am not sure"),
            ("take note of it", "take not of it"),
            ("a hardy plant", "a hardly plant"),
            ("we reuse the bags", "we refuse the bags"),
            ("eine gute Idee", "keine gute Idee"),
            ("dat is net goed", "dat is niet goed"),
            ("er kommt wieder", "er kommt weder"),
            ("sólo si quieres", "sólo sin quieres"),
            ("it noot is here", "it is never here"),
        ] {
            assert!(changed(old, new), "{old:?} {new:?}");
        }
    }

    #[test]
    fn other_changes_are_not_denials() {
        for (old, new) in [
            ("closeness is not a race", "closenes is not a race"),
            ("You can’t hurry", "You cannot hurry"),
            ("no one listens", "nobody listens"),
            ("it is not very good", "it is not really good"),
            ("under the interest", "under their interest"),
            ("", ""),
        ] {
            assert!(!changed(old, new), "{old:?} {new:?}");
        }
    }

    #[test]
    fn long_texts_are_compared_too() {
        let old = "word ".repeat(5_000);
        let new = format!("{old} not");
        assert!(changed(&old, &new));
        assert!(shared_words(View::new(&old).letters(), View::new(&new).letters()) > 0.99);
    }
}
