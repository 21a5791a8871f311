//! Titles: their capitals, their quotation marks, and the full stop after them.

/// Words that a headline leaves small: articles, conjunctions, prepositions.
const SMALL: [&str; 40] = [
    "a", "about", "against", "among", "an", "and", "around", "as", "at", "before", "behind", "between", "but", "by",
    "for", "from", "in", "inside", "into", "near", "nor", "of", "off", "on", "onto", "or", "out", "over", "past",
    "per", "so", "than", "the", "through", "to", "under", "upon", "via", "with", "without",
];
const CLOSING: [char; 4] = ['”', '"', '’', '\''];

/// The text with its first letter as a capital.
pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

fn small_letter(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

/// Whether a title brings its own end: nothing is put after it.
pub(super) fn is_stopped(title: &str) -> bool {
    title.trim_end_matches(CLOSING).ends_with(['?', '!', '.', '…'])
}

/// A title with a full stop at its end, where it has none: inside of closing quotation marks, as American styles have
/// it.
pub(super) fn stopped(title: &str) -> String {
    if is_stopped(title) {
        return title.to_owned();
    }
    let inner = title.trim_end_matches(['”', '"']);
    format!("{inner}.{}", title.strip_prefix(inner).unwrap_or_default())
}

/// A title in quotation marks, with `mark` inside of them: a full stop, a comma, or nothing. After a question mark no
/// full stop is put, but a comma is.
pub(super) fn in_quotes(title: &str, mark: &str) -> String {
    let title = inner_quotes(title);
    let dot = title.trim_end_matches(CLOSING).ends_with('.');
    if mark.is_empty() || dot || (mark == "." && is_stopped(&title)) {
        return format!("“{title}”");
    }
    // A title that ends with a quotation: both marks close after the stop.
    let opened = title.matches('‘').count() > 0;
    let inner = if opened { title.trim_end_matches('’') } else { &title };
    format!("“{inner}{mark}{}”", title.strip_prefix(inner).unwrap_or_default())
}

/// Double quotation marks as single ones, for inside of double ones.
pub(super) fn inner_quotes(text: &str) -> String {
    let mut open = false;
    let inner = text.chars().map(|c| match c {
        '“' | '„' => '‘',
        '”' => '’',
        '"' => {
            open = !open;
            if open { '‘' } else { '’' }
        }
        c => c,
    });
    inner.collect()
}

/// The letters of a word, without what stands around them.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn is_english(language: &str) -> bool {
    language.is_empty() || language.starts_with("en")
}

/// Whether a word brings capitals of its own: `I`, `UNESCO`, `iPhone`, `3D`.
fn is_own(word: &str) -> bool {
    let word = bare(word);
    let capitals = |from: usize| word.chars().skip(from).any(char::is_uppercase);
    word == "I" || word.starts_with("I’") || word.starts_with("I'") || word.contains(char::is_numeric) || capitals(1)
}

/// The title as a headline: capitals on the first and the last word and on all but small ones. English only.
pub(super) fn headline(title: &str, language: &str) -> String {
    if !is_english(language) {
        return title.to_owned();
    }
    let words: Vec<&str> = title.split(' ').collect();
    let mut begins = true;
    let cased = words.iter().enumerate().map(|(index, word)| {
        let edge = begins || index + 1 == words.len();
        begins = word.ends_with([':', '?', '!', '.', '—', '–']);
        let parts = word.split('-').enumerate().map(|(part, text)| {
            let keep = is_own(text) || (!(edge && part == 0) && SMALL.contains(&bare(text).to_lowercase().as_str()));
            if keep { text.to_owned() } else { capital_letter(text) }
        });
        parts.collect::<Vec<_>>().join("-")
    });
    cased.collect::<Vec<_>>().join(" ")
}

/// The first letter of a word as a capital, past quotation marks and brackets.
fn capital_letter(word: &str) -> String {
    match word.find(char::is_alphanumeric).and_then(|at| word.split_at_checked(at)) {
        Some((lead, rest)) => format!("{lead}{}", capital(rest)),
        None => word.to_owned(),
    }
}

/// The title as a sentence: a capital at the beginning and after a colon or a question mark, and on names. A title that
/// is no headline is one already. English only.
pub(super) fn sentence(title: &str, language: &str, names: &[String]) -> String {
    let words: Vec<&str> = title.split(' ').collect();
    if !is_english(language) {
        return title.to_owned();
    }
    let mut begins = true;
    let cased = words.iter().map(|word| {
        let first = begins;
        begins = word.ends_with([':', '?', '!', '.', '—']);
        if first {
            return capital_letter(word);
        }
        let part = |text: &str| {
            let name = names.iter().any(|name| name == bare(text) || Some(name.as_str()) == possessor(bare(text)));
            if is_own(text) || name {
                return text.to_owned();
            }
            match text.find(char::is_alphanumeric).and_then(|at| text.split_at_checked(at)) {
                Some((lead, rest)) => format!("{lead}{}", small_letter(rest)),
                None => text.to_owned(),
            }
        };
        word.split('-').map(part).collect::<Vec<_>>().join("-")
    });
    cased.collect::<Vec<_>>().join(" ")
}

fn possessor(word: &str) -> Option<&str> {
    word.strip_suffix("’s").or_else(|| word.strip_suffix("'s"))
}

/// The words of a title that are names, by the text that it stands over: always with a capital there, and at least once
/// inside of a sentence.
pub fn names(title: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for word in title.split([' ', '-']).map(bare) {
        let word = possessor(word).unwrap_or(word);
        if !word.starts_with(char::is_uppercase) || found.iter().any(|known| known == word) {
            continue;
        }
        let small = small_letter(word);
        let (mut inside, mut always, mut begins) = (false, true, true);
        for other in text.split([' ', '-', '\n']) {
            let letters = bare(other);
            let letters = possessor(letters).unwrap_or(letters);
            inside |= letters == word && !begins && other.starts_with(char::is_alphanumeric);
            always &= letters != small;
            begins = other.is_empty() || !other.ends_with(char::is_alphanumeric);
        }
        if inside && always {
            found.push(word.to_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headlines() {
        for (title, expected) in [
            ("How attraction and trust find a common speed", "How Attraction and Trust Find a Common Speed"),
            ("what to look for", "What to Look For"),
            ("self-care: a guide to the well-kept life", "Self-Care: A Guide to the Well-Kept Life"),
            ("“so” they said (and left)", "“So” They Said (and Left)"),
            ("using an iPhone in the UK", "Using an iPhone in the UK"),
        ] {
            assert_eq!(headline(title, "en-GB"), expected);
        }
        assert_eq!(headline("Die Angst vor Nähe", "de"), "Die Angst vor Nähe");
    }

    #[test]
    fn sentences() {
        let names = ["Freud".to_owned(), "Vienna".to_owned()];
        for (title, expected) in [
            ("Pace and Closeness: How Trust Grows", "Pace and closeness: How trust grows"),
            ("Why Wait? A Question", "Why wait? A question"),
            ("Freud’s Years in Vienna", "Freud’s years in Vienna"),
            ("What I Know of the NHS and Self-Care", "What I know of the NHS and self-care"),
            ("Being “Close”", "Being “close”"),
        ] {
            assert_eq!(sentence(title, "en", &names), expected);
        }
    }

    #[test]
    fn names_are_known_by_the_text() {
        let text = "In Vienna, Freud wrote. The years passed.\nYears of Freud. Trust grows; so they trust.";
        assert_eq!(super::names("Freud’s Years of Trust", text), ["Freud"]);
    }

    #[test]
    fn the_stop_after_a_title() {
        for (title, plain, quoted, noted) in [
            ("Waiting", "Waiting.", "“Waiting.”", "“Waiting,”"),
            ("Why Wait?", "Why Wait?", "“Why Wait?”", "“Why Wait?,”"),
            ("The End of “Forever”", "The End of “Forever.”", "“The End of ‘Forever.’”", "“The End of ‘Forever,’”"),
            ("What Is “Love?”", "What Is “Love?”", "“What Is ‘Love?’”", "“What Is ‘Love?,’”"),
            ("Love, Inc.", "Love, Inc.", "“Love, Inc.”", "“Love, Inc.”"),
            ("The Boys’", "The Boys’.", "“The Boys’.”", "“The Boys’,”"),
        ] {
            assert_eq!(stopped(title), plain);
            assert_eq!(in_quotes(title, "."), quoted);
            assert_eq!(in_quotes(title, ","), noted);
        }
        assert_eq!(in_quotes("Say \"yes\"", ""), "“Say ‘yes’”");
    }
}
