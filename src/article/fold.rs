//! Texts as a reader compares them: without case, without accents.
//!
//! Every folded character knows the code point it came from, so that what is found can be shown. It must never be used
//! to show or keep a text.

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

    /// Where `needle` occurs, from `from` on: folded indices.
    pub fn find(&self, needle: &Folded, from: usize) -> Option<usize> {
        let first = *needle.chars.first()?;
        let last = self.chars.len().checked_sub(needle.chars.len())?;
        (from..=last).find(|&at| {
            self.chars.get(at) == Some(&first) && self.chars.get(at..at + needle.chars.len()) == Some(&needle.chars)
        })
    }
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
        c => c.to_lowercase().filter(|c| !matches!(c, '\u{300}'..='\u{36f}')).for_each(|c| push(base(c))),
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
    fn nothing_is_found_in_less() {
        assert_eq!(found("ab", "abc"), None);
        assert_eq!(found("ab", ""), None);
    }
}
