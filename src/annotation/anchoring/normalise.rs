//! Text as it is compared: without typography, with a way back to the code points it came from.
//!
//! White space is one space, quotation marks and dashes are the plain ones, ligatures are taken apart, soft hyphens and
//! other invisible characters are gone. Letters are lower case without marks; what was lost by that is kept beside
//! them, so that a change of case or accent is seen as a change, while NFC and NFD are the same.

use crate::article::lower;
use crate::order::sorted;
use std::sync::OnceLock;

/// Letters for the search, and for each of them what the letter alone does not say.
#[derive(Clone, Debug, Default)]
pub(super) struct View {
    letters: Vec<char>,
    /// Case and marks.
    details: Vec<u32>,
    starts: Vec<u32>,
    ends: Vec<u32>,
}

impl View {
    /// Positions count code points of `text`.
    pub(super) fn new(text: &str) -> View {
        let mut view = View::default();
        view.letters.reserve(text.len());
        view.details.reserve(text.len());
        view.starts.reserve(text.len());
        view.ends.reserve(text.len());
        for (position, c) in text.chars().enumerate() {
            view.add(plain(c), position as u32);
            if c == '\n' && view.letters.last() == Some(&' ') {
                view.details.last_mut().into_iter().for_each(|detail| *detail = BREAK);
            }
        }
        if view.letters.last() == Some(&' ') {
            view.pop();
        }
        view
    }

    /// Letters without a text behind them.
    pub(super) fn of_letters(letters: &[char]) -> View {
        View { letters: letters.to_vec(), ..View::default() }
    }

    pub(super) fn letters(&self) -> &[char] {
        &self.letters
    }

    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }

    /// The code points that these letters came from.
    pub(super) fn range(&self, start: usize, end: usize) -> Option<(u32, u32)> {
        Some((*self.starts.get(start)?, *self.ends.get(end.checked_sub(1)?)?))
    }

    /// The letter that starts at a code point, or the next one.
    pub(super) fn at(&self, position: u32) -> usize {
        self.starts.partition_point(|&start| start < position)
    }

    /// Whether letters and details from `start` are those of the whole of `other`, and no code point is cut in two.
    pub(super) fn holds(&self, start: usize, other: &View) -> bool {
        let end = start.saturating_add(other.len());
        let uncut = |at: usize| at.checked_sub(1).is_none_or(|before| self.starts.get(before) != self.starts.get(at));
        self.letters.get(start..end) == Some(other.letters.as_slice())
            && self.details_agree(start, other)
            && uncut(start)
            && uncut(end)
    }

    /// Whether case and marks agree; of spaces, those that end a block are as good as others.
    fn details_agree(&self, start: usize, other: &View) -> bool {
        let details = self.details.iter().skip(start).zip(&other.details);
        details.zip(&other.letters).all(|((a, b), letter)| a == b || *letter == ' ')
    }

    /// Whether a block ends at this letter: it is a space that was a newline, or there is none.
    pub(super) fn is_break(&self, at: Option<usize>) -> bool {
        at.and_then(|at| self.details.get(at).zip(self.letters.get(at))).is_none_or(|(d, l)| *l == ' ' && *d == BREAK)
    }

    fn push(&mut self, letter: char, detail: u32, position: u32) {
        self.letters.push(letter);
        self.details.push(detail);
        self.starts.push(position);
        self.ends.push(position + 1);
    }

    fn pop(&mut self) {
        self.letters.pop();
        self.details.pop();
        self.starts.pop();
        self.ends.pop();
    }

    fn add(&mut self, c: char, position: u32) {
        let last = self.letters.last().copied();
        match c {
            'a'..='z' | '0'..='9' => self.push(c, 0, position),
            'A'..='Z' => self.push(c.to_ascii_lowercase(), UPPER, position),
            // None at the start, none beside a dash: "this – that", "this—that" and "this -- that" are one.
            ' ' => {
                if !matches!(last, None | Some(' ' | '-')) {
                    self.push(' ', 0, position);
                }
            }
            '-' => {
                if last == Some(' ') {
                    self.pop();
                }
                match self.ends.last_mut() {
                    Some(end) if self.letters.last() == Some(&'-') => *end = position + 1,
                    _ => self.push('-', 0, position),
                }
            }
            '\u{ad}' => {}
            ..='\u{7f}' => self.push(c, 0, position),
            '…' => (0..3).for_each(|_| self.push('.', 0, position)),
            'ﬀ'..='ﬆ' => {
                let letters = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"].get(c as usize - 'ﬀ' as usize);
                letters.into_iter().flat_map(|l| l.chars()).for_each(|l| self.push(l, 0, position));
            }
            _ if is_mark(c) => {
                if let (Some(detail), Some(end)) = (self.details.last_mut(), self.ends.last_mut()) {
                    *detail = detail.wrapping_add(mark_detail(c));
                    *end = position + 1;
                }
            }
            '가'..='힣' => {
                let syllable = c as u32 - 0xAC00;
                let parts = [0x1100 + syllable / 588, 0x1161 + syllable % 588 / 28, 0x11A7 + syllable % 28];
                let parts = parts.into_iter().filter(|&part| part != 0x11A7).filter_map(char::from_u32);
                parts.for_each(|part| self.push(part, 0, position));
            }
            _ => {
                let (base, marks) = take_apart(c);
                let letter = lower(base);
                let case = if letter == base { 0 } else { UPPER };
                self.push(letter, marks.wrapping_add(case), position);
            }
        }
    }
}

/// Whether a word may go on with this letter. Scripts written without spaces have no such letters.
pub(super) fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() && (letter < '\u{e00}' || ('\u{10a0}'..'\u{1780}').contains(&letter))
}

const UPPER: u32 = 1;
/// The detail of a space that was a newline.
const BREAK: u32 = 2;

/// Order does not matter: marks above and below may be stored either way round.
fn mark_detail(mark: char) -> u32 {
    (mark as u32).wrapping_mul(0x9E37_79B9) & !UPPER
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{3099}' | '\u{309a}' | '\u{fe20}'..='\u{fe2f}')
}

/// The plain sign for a typographic one; the soft hyphen stands for everything invisible.
fn plain(c: char) -> char {
    match c {
        '\u{21}'..='\u{7e}' if !matches!(c, '`') => c,
        '`' | '´' | '‘'..='‛' | '′' | 'ʼ' | '‹' | '›' => '\'',
        '“'..='‟' | '″' | '«' | '»' => '"',
        '‐'..='―' | '−' | '﹘' | '﹣' => '-',
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' => '\u{ad}',
        '\u{feff}' | '\u{fe00}'..='\u{fe0f}' => '\u{ad}',
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).map_or(c, plain),
        _ if c.is_whitespace() => ' ',
        _ => c,
    }
}

/// A letter without its marks, and what these add up to.
fn take_apart(c: char) -> (char, u32) {
    static SORTED: OnceLock<Vec<(char, char, char)>> = OnceLock::new();
    if !matches!(c, 'À'..='ǿ' | 'Ά'..='ώ' | 'Ё'..='ё' | 'Ẁ'..='ỹ' | 'が'..='ヺ') {
        return (c, 0);
    }
    let sorted = SORTED.get_or_init(|| {
        let mut all = Vec::new();
        for &(mark, pairs) in COMPOSED {
            let mut letters = pairs.chars();
            while let (Some(base), Some(composed)) = (letters.next(), letters.next()) {
                all.push((composed, base, mark));
            }
        }
        sorted(all)
    });
    let (mut base, mut marks) = (c, 0u32);
    // A letter has two marks at most.
    for _ in 0..2 {
        let Ok(found) = sorted.binary_search_by_key(&base, |&(composed, ..)| composed) else { break };
        let Some(&(_, inner, mark)) = sorted.get(found) else { break };
        (base, marks) = (inner, marks.wrapping_add(mark_detail(mark)));
    }
    (base, marks)
}

/// Letters of Latin, Greek, Cyrillic and kana that NFC writes as one code point: base and composed letter in turn.
const COMPOSED: &[(char, &str)] = &[
    ('\u{300}', "AÀEÈIÌOÒUÙaàeèiìoòuùNǸnǹWẀwẁYỲyỳÂẦÊỀÔỒâầêềôồĂẰăằƠỜơờƯỪưừ"),
    (
        '\u{301}',
        "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźWẂwẃÂẤÊẾÔỐâấêếôốĂẮăắƠỚơớƯỨưứΑΆΕΈΗΉΙΊΟΌΥΎΩΏαάεέηήιίοόυύωώ",
    ),
    ('\u{302}', "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷẠẬẸỆỌỘạậẹệọộ"),
    ('\u{303}', "AÃNÑOÕaãnñoõIĨiĩUŨuũEẼeẽYỸyỹÂẪÊỄÔỖâẫêễôỗĂẴăẵƠỠơỡƯỮưữ"),
    ('\u{304}', "AĀaāEĒeēIĪiīOŌoōUŪuū"),
    ('\u{306}', "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭẠẶạặИЙий"),
    ('\u{307}', "CĊcċEĖeėGĠgġIİZŻzż"),
    ('\u{308}', "AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸWẄwẅЕЁеёΙΪΥΫιϊυϋ"),
    ('\u{309}', "AẢaảEẺeẻIỈiỉOỎoỏUỦuủYỶyỷÂẨÊỂÔỔâẩêểôổĂẲăẳƠỞơởƯỬưử"),
    ('\u{30a}', "AÅaåUŮuů"),
    ('\u{30b}', "OŐoőUŰuű"),
    ('\u{30c}', "CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzžAǍaǎIǏiǐOǑoǒUǓuǔGǦgǧ"),
    ('\u{31b}', "OƠoơUƯuư"),
    ('\u{323}', "AẠaạEẸeẹIỊiịOỌoọUỤuụYỴyỵƠỢơợƯỰưự"),
    ('\u{327}', "CÇcçGĢKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţ"),
    ('\u{328}', "AĄaąEĘeęIĮiįUŲuųOǪoǫ"),
    (
        '\u{3099}',
        "かがきぎくぐけげこごさざしじすずせぜそぞただちぢつづてでとどはばひびふぶへべほぼうゔカガキギクグケゲコゴサザシジスズセゼソゾタダチヂツヅテデトドハバヒビフブヘベホボウヴ",
    ),
    ('\u{309a}', "はぱひぴふぷへぺほぽハパヒピフプヘペホポ"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str) -> String {
        View::new(text).letters.iter().collect()
    }

    fn same(a: &str, b: &str) -> bool {
        let b = View::new(b);
        View::new(a).len() == b.len() && View::new(a).holds(0, &b)
    }

    #[test]
    fn typography_makes_no_difference() {
        for (a, b) in [
            ("“It’s fine”", "\"It's fine\""),
            ("a – b", "a—b"),
            ("a -- b", "a — b"),
            ("one\u{a0}two\n three", "one two three"),
            ("co\u{ad}operate", "cooperate"),
            ("ﬁne ﬂow oﬃce", "fine flow office"),
            ("wait…", "wait..."),
            ("caf\u{e9}", "cafe\u{301}"),
            ("Tiê\u{301}ng Vi\u{1ec7}t", "Tiếng Vie\u{323}\u{302}t"),
            ("\u{d55c}\u{ad6d}", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}"),
            ("が", "か\u{3099}"),
            ("Ｆｕｌｌ", "Full"),
            ("ё й", "е\u{308} и\u{306}"),
        ] {
            assert!(same(a, b), "{a:?} {b:?}");
        }
    }

    #[test]
    fn case_and_accents_are_details() {
        assert_eq!(letters("Pasó ÜBER"), "paso uber");
        assert!(!same("Paso", "paso"));
        assert!(!same("paso", "pasó"));
    }

    #[test]
    fn the_way_back_leads_to_whole_code_points() {
        let view = View::new("  a\u{ad}e\u{301} \u{2009}ﬁ ");
        assert_eq!(view.letters.iter().collect::<String>(), "ae fi");
        assert_eq!(view.range(0, 2), Some((2, 6)));
        assert_eq!(view.range(3, 5), Some((8, 9)));
        assert_eq!(view.at(4), 1);
        assert!(!view.holds(3, &View::new("f")), "half a ligature");
    }
}
