//! Where words begin and end, in a folded text: the rules of Unicode Standard Annex 29 for words.
//!
//! Combining marks and invisible characters are gone in a folded text, so the rules about them have nothing to do.

/// What the rules ask of a character.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    Katakana,
    /// Between two letters no end of a word: `don't`, `i.e`.
    MidLetter,
    /// Between two digits no end of a number: `3,5`.
    MidNumber,
    /// Both of them.
    MidBoth,
    /// Joins words, numbers and itself: `_`.
    Connector,
    /// A word of its own, always.
    Other,
}

fn class(c: char) -> Class {
    match c {
        '\'' | '.' | '\u{2024}' | '\u{fe52}' | '\u{ff07}' | '\u{ff0e}' => Class::MidBoth,
        ':' | '·' | '\u{387}' | '\u{55f}' | '\u{5f4}' | '\u{2027}' | '\u{fe13}' | '\u{fe55}' | '\u{ff1a}' => {
            Class::MidLetter
        }
        ',' | ';' | '\u{37e}' | '\u{589}' | '\u{60c}' | '\u{60d}' | '\u{66c}' | '\u{2044}' => Class::MidNumber,
        '_' | '\u{203f}' | '\u{2040}' | '\u{2054}' | '\u{202f}' | '\u{ff3f}' => Class::Connector,
        '\u{30a1}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9d}' => {
            Class::Katakana
        }
        // Scripts that write no spaces: a word may end anywhere.
        '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => Class::Other,
        '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{3096}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' => {
            Class::Other
        }
        '\u{20000}'..='\u{3ffff}' => Class::Other,
        c if c.is_alphabetic() => Class::Letter,
        c if c.is_numeric() => Class::Digit,
        _ => Class::Other,
    }
}

/// Whether a word may begin or end before this index.
pub(super) fn boundary(chars: &[char], at: usize) -> bool {
    let class_at = |index: Option<usize>| index.and_then(|index| chars.get(index)).map(|&c| class(c));
    let (Some(before), Some(after)) = (class_at(at.checked_sub(1)), class_at(Some(at))) else { return true };
    let second_before = class_at(at.checked_sub(2));
    let second_after = class_at(Some(at + 1));
    let alphanumeric = |class| matches!(class, Class::Letter | Class::Digit);
    let joined = match (before, after) {
        (Class::Katakana, Class::Katakana) | (Class::Connector, Class::Connector) => true,
        (Class::Connector, other) | (other, Class::Connector) => alphanumeric(other) || other == Class::Katakana,
        (Class::Letter, Class::MidLetter | Class::MidBoth) => second_after == Some(Class::Letter),
        (Class::MidLetter | Class::MidBoth, Class::Letter) => second_before == Some(Class::Letter),
        (Class::Digit, Class::MidNumber | Class::MidBoth) => second_after == Some(Class::Digit),
        (Class::MidNumber | Class::MidBoth, Class::Digit) => second_before == Some(Class::Digit),
        (one, other) => alphanumeric(one) && alphanumeric(other),
    };
    !joined
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with a bar at every boundary inside it.
    fn cut(text: &str) -> String {
        let chars: Vec<char> = text.chars().collect();
        let mut cut = String::new();
        for (index, c) in chars.iter().enumerate() {
            if index > 0 && boundary(&chars, index) {
                cut.push('|');
            }
            cut.push(*c);
        }
        cut
    }

    #[test]
    fn words_end_where_the_annex_says() {
        for (text, expected) in [
            ("one two", "one| |two"),
            ("don't stop", "don't| |stop"),
            ("rock 'n'", "rock| |'|n|'"),
            ("3,5 or 3.5", "3,5| |or| |3.5"),
            ("a,b 1;2", "a|,|b| |1;2"),
            ("well-kept", "well|-|kept"),
            ("snake_case_", "snake_case_"),
            ("e.g. this", "e.g|.| |this"),
            ("x2y", "x2y"),
            ("愛情", "愛|情"),
            ("ひと", "ひ|と"),
            ("カタカナ", "カタカナ"),
            ("한국어 말", "한국어| |말"),
            ("“so”", "“|so|”"),
        ] {
            assert_eq!(cut(text), expected);
        }
    }
}
