//! Texts as a reader compares them: without case, without accents.
//!
//! Every folded character knows the code point it came from, so that what is found can be shown. It must never be used
//! to show or keep a text.

use super::letters::lower;

/// A text folded for comparison.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    chars: Vec<char>,
    origins: Vec<u32>,
}

impl Folded {
    /// Folds a text: lower case, no combining marks, plain quotation marks, any white space a space.
    pub fn new(text: &str) -> Folded {
        Folded::of(text, false)
    }

    /// The same, but a newline stays a newline: what is found in it never reaches from one block into the next.
    pub fn by_block(text: &str) -> Folded {
        Folded::of(text, true)
    }

    fn of(text: &str, keep_lines: bool) -> Folded {
        let mut folded = Folded::default();
        for (position, c) in text.chars().enumerate() {
            let mut push = |plain| {
                folded.chars.push(plain);
                folded.origins.push(position as u32);
            };
            if keep_lines && c == '\n' { push(c) } else { fold(c, &mut push) }
        }
        folded
    }

    /// The folded characters.
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// Whether nothing is left to compare.
    pub fn is_empty(&self) -> bool {
        self.chars.is_empty()
    }

    /// The code point of the original that a folded index came from; past the end, `None`.
    pub fn origin(&self, index: usize) -> Option<u32> {
        self.origins.get(index).copied()
    }

    /// The first folded index that came from this code point or a later one.
    pub fn index_of(&self, position: u32) -> usize {
        self.origins.partition_point(|&origin| origin < position)
    }

    /// The original's range of folded indices; `None` where that is empty.
    pub fn range(&self, start: usize, end: usize) -> Option<(u32, u32)> {
        let last = self.origin(end.checked_sub(1)?)?;
        let start = self.origin(start)?;
        (start <= last).then_some((start, last + 1))
    }

    /// Whether no word is cut at this folded index. Scripts without spaces have a boundary everywhere.
    pub fn is_boundary(&self, at: usize) -> bool {
        let letter =
            |index: Option<usize>| index.and_then(|index| self.chars.get(index)).is_some_and(|c| is_letter(*c));
        !(letter(at.checked_sub(1)) && letter(Some(at)))
    }

    /// The words, each with its first folded index.
    pub fn words(&self) -> Vec<(usize, &[char])> {
        let mut words = Vec::new();
        let mut start = None;
        for at in 0..=self.chars.len() {
            let inside = self.chars.get(at).is_some_and(|c| c.is_alphanumeric());
            match (start, inside) {
                (None, true) => start = Some(at),
                (Some(from), false) => {
                    words.extend(self.chars.get(from..at).map(|word| (from, word)));
                    start = None;
                }
                _ => {}
            }
        }
        words
    }

    /// Where `needle` occurs, from `from` on: folded indices.
    pub fn find(&self, needle: &Folded, from: usize) -> Option<usize> {
        let first = *needle.chars.first()?;
        let last = self.chars.len().checked_sub(needle.chars.len())?;
        (from..=last).find(|&at| {
            self.chars.get(at) == Some(&first) && self.chars.get(at..at + needle.chars.len()) == Some(&needle.chars)
        })
    }
}

/// Whether a character holds a word together with its neighbours.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && !matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}

fn fold(c: char, push: &mut impl FnMut(char)) {
    match c {
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{300}'..='\u{36f}' => {}
        '‘' | '’' | 'ʼ' => push('\''),
        '“' | '”' | '„' => push('"'),
        '‐' | '‑' => push('-'),
        c if c.is_whitespace() => push(' '),
        // Letters that compare as two (Unicode collation, first level).
        'ß' | 'ẞ' => "ss".chars().for_each(push),
        'æ' | 'Æ' => "ae".chars().for_each(push),
        'œ' | 'Œ' => "oe".chars().for_each(push),
        // Its small letter is an i and a combining dot.
        'İ' => push('i'),
        c => push(base(lower(c))),
    }
}

/// The letter under a precomposed accent, for the Latin letters of European languages.
fn base(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' => 'i',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => 'o',
        'ŕ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
        'ý' | 'ÿ' | 'ŷ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, needle: &str) -> Option<u32> {
        let folded = Folded::new(text);
        folded.find(&Folded::new(needle), 0).and_then(|index| folded.origin(index))
    }

    #[test]
    fn case_and_accents_do_not_matter() {
        assert_eq!(found("Le Café Noir", "cafe"), Some(3));
        assert_eq!(found("cafe\u{301} noir", "CAFÉ N"), Some(0));
        assert_eq!(found("she didn’t say", "didn't"), Some(4));
        assert_eq!(found("die Straße", "STRASSE"), Some(4));
    }

    #[test]
    fn positions_are_those_of_the_original() {
        assert_eq!(found("İstanbul 😀 word", "word"), Some(11));
        assert_eq!(found("a\u{ad}b c", "c"), Some(4));
    }

    #[test]
    fn words_are_runs_of_letters() {
        let folded = Folded::new("It’s 20 % – Café!");
        let words: Vec<String> = folded.words().into_iter().map(|(_, word)| word.iter().collect()).collect();
        assert_eq!(words, ["it", "s", "20", "cafe"]);
        assert!(folded.is_boundary(0) && folded.is_boundary(5) && !folded.is_boundary(1));
    }

    #[test]
    fn nothing_is_found_in_less() {
        assert_eq!(found("ab", "abc"), None);
        assert_eq!(found("ab", ""), None);
    }
}
