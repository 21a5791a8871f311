//! What the interface says, in the reader's language: every sentence is a function here, by room (`words::notebook::…`).
//!
//! The catalogues are `assets/words/<language>/<room>.ftl`; the build script makes them code (`src/build/words`). English
//! stands in the program where it is asked for; a further language is a text of its own that is fetched when it is chosen
//! ([`fetch`]) and spoken from then on ([`speak`]): a page speaks one language for as long as it is there. Pure: plurals,
//! numbers and dates of a further language are the browser's to know (`Intl`), and come in as functions. English has its
//! own here, which write what `Intl` would: the first date that it is asked for took an eighth of the time in which a page
//! is made. It must never hold an article's words, a reader's, or anything that is compared, stored or sent: those stay as
//! they are in every language.

use std::sync::OnceLock;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// A language that the interface speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// Its tag (BCP 47).
    pub tag: &'static str,
    /// What it calls itself.
    pub name: &'static str,
}

/// The language that is in the program.
pub const ENGLISH: Language = Language { tag: "en", name: "English" };

/// What a language has rules for (ECMA-402). Each function takes the language's tag first.
#[derive(Clone, Copy)]
pub struct Rules {
    /// The kind of plural that a number takes: `one`, `other` and so on, as CLDR names them.
    pub plural: fn(&str, usize) -> String,
    /// A number, written.
    pub number: fn(&str, usize) -> String,
    /// A date of year, month (from 1) and day, written out.
    pub date: fn(&str, u16, u8, u8) -> String,
}

/// The language that is spoken, where it is not English.
struct Spoken {
    language: Language,
    texts: Vec<&'static str>,
    rules: Rules,
}

static SPOKEN: OnceLock<Spoken> = OnceLock::new();

/// Speaks a further language from now on; once, before anything was said. `catalogue` is what [`catalogue`] or [`fetch`] gave.
pub fn speak(language: Language, catalogue: &'static str, rules: Rules) {
    let _ = SPOKEN.set(Spoken { language, texts: catalogue.split('\0').collect(), rules });
}

/// The tag of the language that is spoken.
pub fn tag() -> &'static str {
    SPOKEN.get().map_or("en", |spoken| spoken.language.tag)
}

/// The `lang` of words in another language on a page of the interface, such as an article's title or a passage. None where
/// the page speaks it anyway.
pub fn lang_of(language: &str) -> Option<String> {
    (!is_spoken(language)).then(|| language.to_owned())
}

/// The `lang` of what the interface says inside words of another language, such as a button within an article. None where
/// they are of one language.
pub fn lang_within(language: &str) -> Option<&'static str> {
    (!is_spoken(language)).then(tag)
}

/// Whether the page speaks a language: Britain's English is English.
fn is_spoken(language: &str) -> bool {
    self::language(language).is_some_and(|language| language.tag == tag())
}

/// The language of a tag, or of the tag's first part: Mexico's Spanish is Spanish.
pub fn language(tag: &str) -> Option<Language> {
    let first = tag.split('-').next().unwrap_or_default();
    LANGUAGES.iter().copied().find(|language| language.tag.eq_ignore_ascii_case(first))
}

/// Fetches what a language says; `None` is English, which is here.
#[cfg(feature = "csr")]
pub(crate) async fn fetch(language: Language) -> Result<Option<&'static str>, wasm_split_helpers::SplitLoaderError> {
    parts::words(language.tag).await
}

/// A date, written out; in English `14 October 2026`.
pub fn date(date: crate::article::Date) -> String {
    match SPOKEN.get() {
        Some(spoken) => (spoken.rules.date)(spoken.language.tag, date.year, date.month, date.day),
        None => date.long(),
    }
}

/// A number, written.
pub fn number(number: usize) -> String {
    match SPOKEN.get() {
        Some(spoken) => (spoken.rules.number)(spoken.language.tag, number),
        None => grouped(number),
    }
}

/// A number with a comma before every third digit, as in English.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let comma = |(index, _): &(usize, char)| *index > 0 && (digits.len() - index).is_multiple_of(3);
    digits.char_indices().flat_map(|digit| comma(&digit).then_some(',').into_iter().chain([digit.1])).collect()
}

/// What a room says in a language, by key: for the scripts beside the program. Its messages name nothing.
#[cfg(feature = "ssr")]
pub fn room(language: Language, name: &str) -> Vec<(&'static str, &'static str)> {
    let texts: Vec<&str> = catalogue(language.tag).map(|texts| texts.split('\0').collect()).unwrap_or_default();
    let of = |(index, &(room, key, english)): (usize, &(&str, &'static str, &'static str))| {
        (room == name).then(|| (key, texts.get(index).copied().unwrap_or(english)))
    };
    KEYS.iter().enumerate().filter_map(of).collect()
}

/// What a place in a sentence holds that is no text, such as a link: `components::sentence` puts it there.
pub const HOLES: [&str; 3] = ["\u{E000}", "\u{E001}", "\u{E002}"];

/// What a message names.
enum Value<'a> {
    Text(&'a str),
    Count(usize),
}

/// A message that names nothing.
#[inline(never)]
fn said(message: usize, english: &'static str) -> &'static str {
    let text = SPOKEN.get().and_then(|spoken| spoken.texts.get(message)).copied();
    text.unwrap_or(english)
}

/// A message with what it names in its places. The signs are those of `src/build/words/pattern.rs`.
#[inline(never)]
fn filled(message: usize, english: &'static str, values: &[Value]) -> String {
    let mut out = String::new();
    let mut rest = said(message, english);
    while let Some(at) = rest.find(['\u{1}', '\u{2}']) {
        let (before, sign) = rest.split_at(at);
        out.push_str(before);
        let chooses = sign.starts_with('\u{2}');
        let mut signs = sign.chars();
        signs.next();
        let value = signs.next().and_then(|digit| digit.to_digit(10)).and_then(|index| values.get(index as usize));
        rest = signs.as_str();
        if chooses {
            let (cases, after) = rest.split_once('\u{3}').unwrap_or((rest, ""));
            // The case stands where the choice stood; it holds no other choice.
            fill(&mut out, case(cases, value), values);
            rest = after;
        } else if let Some(value) = value {
            put(&mut out, value);
        }
    }
    out.push_str(rest);
    out
}

/// A text without a choice.
fn fill(out: &mut String, text: &str, values: &[Value]) {
    let mut parts = text.split('\u{1}');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let mut signs = part.chars();
        let index = signs.next().and_then(|digit| digit.to_digit(10));
        if let Some(value) = index.and_then(|index| values.get(index as usize)) {
            put(out, value);
        }
        out.push_str(signs.as_str());
    }
}

fn put(out: &mut String, value: &Value) {
    match value {
        Value::Text(text) => out.push_str(text),
        Value::Count(count) => out.push_str(&number(*count)),
    }
}

/// The case of a number: its own, else that of its kind, else the last.
fn case<'a>(cases: &'a str, value: Option<&Value>) -> &'a str {
    let count = match value {
        Some(Value::Count(count)) => *count,
        _ => 0,
    };
    let kind = plural(count);
    let exact = match count {
        0 => '0',
        1 => '1',
        _ => kind,
    };
    let all = || cases.split_terminator('\u{4}');
    let of = |letter: char| all().find_map(|case| case.strip_prefix(letter));
    let last = || all().next_back().map(|case| case.get(1..).unwrap_or_default());
    of(exact).or_else(|| of(kind)).or_else(last).unwrap_or_default()
}

/// The letter of a number's kind of plural.
fn plural(count: usize) -> char {
    let Some(spoken) = SPOKEN.get() else { return if count == 1 { 'o' } else { 'x' } };
    match (spoken.rules.plural)(spoken.language.tag, count).as_str() {
        "other" => 'x',
        kind => kind.chars().next().unwrap_or('x'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &'static str, values: &[Value]) -> String {
        filled(usize::MAX, text, values)
    }

    #[test]
    fn what_a_message_names_stands_in_its_places() {
        assert_eq!(of("\u{1}1 of “\u{1}0”", &[Value::Text("a\u{1}0"), Value::Count(3)]), "3 of “a\u{1}0”");
        assert_eq!(of("\u{1}7.", &[]), ".", "what is not there is left out");
    }

    #[test]
    fn a_number_chooses_its_case() {
        let text = "You have \u{2}0\u{30}none\u{4}oone \u{1}1\u{4}x\u{1}0 \u{1}1s\u{4}\u{3}.";
        let with = |count| of(text, &[Value::Count(count), Value::Text("note")]);
        assert_eq!([with(0), with(1), with(2)], ["You have none.", "You have one note.", "You have 2 notes."]);
        assert_eq!(of("\u{2}0", &[Value::Count(1)]), "", "cut off, and no panic");
    }

    #[test]
    fn a_language_is_found_by_the_first_part_of_a_tag() {
        assert_eq!(language("ES-mx").map(|language| language.name), Some("Español"));
        assert_eq!(language("tlh"), None);
    }
}
