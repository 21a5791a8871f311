//! Where a text may be cut: never inside what a reader takes for one sign.
//!
//! The rules of Unicode's annex 29 for living scripts, as ranges and arithmetic: the complete tables would weigh
//! more in the wasm than they help: they differ in historic scripts alone.

/// Whether a text may be cut between what stands before and the next letter.
pub(super) fn may_cut(before: &str, next: char) -> bool {
    let mut letters = before.chars().rev();
    let Some(last) = letters.next() else { return true };
    let joined = match next {
        '\n' => last == '\r',
        _ if is_mark(next) => last != '\n',
        // A family or a flag with a rainbow: signs held together by a joiner.
        _ if is_picture(next) => last == JOINER,
        // A flag is two letters: after an even number of them a new one begins.
        _ if is_flag_letter(next) => before.chars().rev().take_while(|c| is_flag_letter(*c)).count() % 2 == 1,
        _ if is_hangul(next) => hangul_joins(last, next),
        // Consonants that a virama joins to one sign.
        '\u{900}'..='\u{d7f}' | '\u{1780}'..='\u{17b3}' => {
            let bound = if last == JOINER { letters.next().unwrap_or(last) } else { last };
            is_virama(bound) && bound as u32 >> 7 == next as u32 >> 7
        }
        _ => false,
    };
    !joined
}

const JOINER: char = '\u{200d}';

/// What never stands alone: accents, vowel signs, joiners, variation selectors, skin tones.
pub(super) fn is_mark(c: char) -> bool {
    match c {
        ..'\u{300}' => false,
        '\u{a70}' | '\u{a71}' | '\u{a75}' => true,
        // Blocks of the same build: signs before, vowels and the virama after the consonants.
        '\u{900}'..='\u{d7f}' => matches!(c as u32 & 0x7f, 0..=3 | 0x3c | 0x3e..=0x4f | 0x51..=0x57 | 0x62 | 0x63),
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' => true,
        '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}' => true,
        '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' => true,
        '\u{6df}'..='\u{6e4}' | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}' => true,
        '\u{711}' | '\u{730}'..='\u{74a}' | '\u{7a6}'..='\u{7b0}' | '\u{7eb}'..='\u{7f3}' | '\u{8e3}'..='\u{8ff}' => {
            true
        }
        '\u{d81}'..='\u{d83}' | '\u{dca}'..='\u{ddf}' | '\u{df2}' | '\u{df3}' => true,
        '\u{e31}' | '\u{e33}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' => true,
        '\u{eb1}' | '\u{eb3}'..='\u{ebc}' | '\u{ec8}'..='\u{ece}' => true,
        '\u{f18}' | '\u{f19}' | '\u{f35}' | '\u{f37}' | '\u{f39}' | '\u{f3e}' | '\u{f3f}' => true,
        '\u{f71}'..='\u{f84}' | '\u{f86}' | '\u{f87}' | '\u{f8d}'..='\u{fbc}' => true,
        '\u{102d}'..='\u{1037}' | '\u{1039}'..='\u{103e}' | '\u{1056}'..='\u{1059}' | '\u{135d}'..='\u{135f}' => true,
        '\u{17b4}'..='\u{17d3}' | '\u{17dd}' | '\u{180b}'..='\u{180d}' | '\u{180f}' => true,
        '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' => true,
        '\u{200c}' | JOINER | '\u{20d0}'..='\u{20f0}' | '\u{302a}'..='\u{302f}' | '\u{3099}' | '\u{309a}' => true,
        '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{ff9e}' | '\u{ff9f}' => true,
        '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}' | '\u{e0100}'..='\u{e01ef}' => true,
        _ => false,
    }
}

fn is_picture(c: char) -> bool {
    matches!(
        c,
        '©' | '®' | '\u{203c}' | '\u{2049}' | '\u{2122}'
            ..='\u{2bff}' | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}'
    ) || matches!(c, '\u{1f000}'..='\u{1faff}') && !is_flag_letter(c)
}

fn is_flag_letter(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}')
}

fn is_virama(c: char) -> bool {
    matches!(c, '\u{94d}' | '\u{9cd}' | '\u{acd}' | '\u{b4d}' | '\u{c4d}' | '\u{d4d}' | '\u{17d2}')
}

fn is_hangul(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7a3}')
}

/// Whether jamo add up to one syllable: lead, vowel, tail.
fn hangul_joins(last: char, next: char) -> bool {
    match (last, next) {
        ('\u{1100}'..='\u{115f}', next) => !matches!(next, '\u{11a8}'..='\u{11ff}'),
        // A syllable is open where its number divides by 28.
        ('\u{ac00}'..='\u{d7a3}', '\u{1160}'..='\u{11a7}') => (last as u32 - 0xac00).is_multiple_of(28),
        ('\u{1160}'..='\u{11a7}', '\u{1160}'..='\u{11ff}') => true,
        ('\u{ac00}'..='\u{d7a3}' | '\u{11a8}'..='\u{11ff}', '\u{11a8}'..='\u{11ff}') => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_segmentation::UnicodeSegmentation;

    /// Living scripts and every kind of emoji are cut where the complete rules cut them.
    #[test]
    fn texts_are_cut_where_unicode_cuts_them() {
        for text in [
            "plain, “quoted” – café cafe\u{301} a\u{302}\u{323}b\r\nc\n\u{301}",
            "👩‍👩‍👧y🇩🇪🇫🇷🇯z 👍🏽 ❤️‍🔥 🏳️‍🌈 🏴󠁧󠁢󠁳󠁣󠁴󠁿 1️⃣ © ™️ a\u{200d}b ☎️",
            "हिन्दी में क्ष और त्र, ज़रा; বাংলা ক্ষ; ગુજરાતી; ਪੰਜਾਬੀ; தமிழ் நூல்; తెలుగు క్ష; ಕನ್ನಡ; മലയാളം; සිංහල",
            "ภาษาไทยน้ำ; ພາສາລາວ; ខ្មែរ; བོད་ཡིག; አማርኛ; עִבְרִית; العَرَبِيَّة",
            "한국어 \u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8} \u{ac00}\u{11a8}\u{ac01}\u{1161} か\u{3099}ガ ﾎﾟ 中文",
            "Tiê\u{301}ng Vie\u{323}\u{302}t й и\u{306} ё",
        ] {
            let whole: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
            let ours: Vec<usize> =
                text.char_indices().filter(|&(at, c)| may_cut(&text[..at], c)).map(|(at, _)| at).collect();
            assert_eq!(ours, whole, "{text}");
        }
    }
}
