//! Ids: what one may look like, how one is derived from a heading, and that an article has each only once.
//!
//! A derived id must never depend on what else the article holds: links to it live for years.

use super::fault::{Fault, FaultKind};
use std::collections::BTreeMap;
use std::path::Path;

/// Ids that the page around an article uses. An article's own would be found in their place, or they in its.
/// Whoever gives an id to anything on that page adds it here.
const RESERVED: [&str; 24] = [
    // index.html and the scripts.
    "app",
    "news",
    "status",
    "trouble",
    "trouble-export",
    "trouble-reload",
    // The reader's page.
    "article",
    "contents",
    "contents-heading",
    "find-field",
    "main",
    "note-on-article",
    "resizing-help",
    // What stands after an article.
    "class-heading",
    "glossary",
    "notes-heading",
    "words-heading",
    // Dialogs, slips and the dock of a pack.
    "cite-style",
    "dialog-size",
    "highlight-note",
    "slip",
    "slip-text",
    "stop-answer",
    "unlock-passphrase",
];
/// What whole families of such ids begin with: the page's signs, footnotes and mentions, reflections on sections, and
/// the fields for the colours' names.
const FAMILIES: [&str; 5] = ["icon-", "note-", "ref-", "reflection-", "dialog-colour-"];
/// Families that go on with a number: marked words and tables, by their place in the text.
const NUMBERED: [&str; 2] = ["term-", "table-"];

/// The ids of one article, and where each was given.
#[derive(Default)]
pub(super) struct Ids {
    places: BTreeMap<String, String>,
}

impl Ids {
    /// Takes an id for the place given; says whether it was free and well formed.
    pub(super) fn claim(&mut self, id: &str, file: &Path, line: u32, faults: &mut Vec<Fault>) -> bool {
        let fault = if !is_id(id) {
            let suggestion = Some(derive(id)).filter(|better| is_id(better));
            Some(FaultKind::BadId { id: id.to_owned(), suggestion })
        } else if is_reserved(id) || self.is_title(id) {
            Some(FaultKind::ReservedId { id: id.to_owned() })
        } else {
            let first = self.places.get(id).cloned();
            first.map(|first| FaultKind::DuplicateId { id: id.to_owned(), first })
        };
        match fault {
            Some(kind) => {
                faults.push(Fault::new(file, line, kind));
                false
            }
            None => {
                self.places.insert(id.to_owned(), format!("{}:{line}", file.display()));
                true
            }
        }
    }

    /// Whether the page gives it to the title of a figure's drawing.
    fn is_title(&self, id: &str) -> bool {
        id.strip_suffix("-title").is_some_and(|figure| self.places.contains_key(figure))
    }
}

fn is_reserved(id: &str) -> bool {
    let number = |rest: &str| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit());
    RESERVED.contains(&id)
        || FAMILIES.iter().any(|family| id.starts_with(family))
        || NUMBERED.iter().any(|family| id.strip_prefix(family).is_some_and(number))
}

/// Lower-case letters of any script, digits, and hyphens between them.
pub(super) fn is_id(id: &str) -> bool {
    !id.is_empty()
        && !id.starts_with('-')
        && !id.ends_with('-')
        && id.chars().all(|c| c == '-' || (is_word(c) && c.to_lowercase().eq([c])))
}

/// An id from a heading's words: folded to ASCII where a letter has an ASCII form, hyphens for what is between words.
pub(super) fn derive(title: &str) -> String {
    let mut id = String::new();
    for c in title.chars().flat_map(char::to_lowercase) {
        match c {
            '\'' | '’' | 'ʼ' | '\u{300}'..='\u{36F}' => {}
            _ => match fold(c) {
                Some(folded) => id.push_str(folded),
                None if is_word(c) => id.push(c),
                None if id.is_empty() || id.ends_with('-') => {}
                None => id.push('-'),
            },
        }
    }
    id.truncate(id.trim_end_matches('-').len());
    id
}

/// Letters, digits, and the signs that join consonants in the scripts of India.
fn is_word(c: char) -> bool {
    let joins = ['\u{94D}', '\u{9CD}', '\u{A4D}', '\u{ACD}', '\u{B4D}', '\u{BCD}', '\u{C4D}', '\u{CCD}', '\u{D4D}'];
    c.is_alphanumeric() || joins.contains(&c)
}

/// The ASCII form of a lower-case Latin letter.
fn fold(c: char) -> Option<&'static str> {
    Some(match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ð' | 'ď' | 'đ' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ǐ' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ǒ' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ß' => "ss",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'þ' => "th",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ǔ' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}

/// The candidate that a mistyped name most likely meant: one or two slips away.
pub(super) fn nearest<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<String> {
    let close = candidates.map(|candidate| (distance(name, candidate), candidate));
    let slips = if name.chars().count() < 5 { 1 } else { 2 };
    close.filter(|(slipped, _)| *slipped <= slips).min().map(|(_, candidate)| candidate.to_owned())
}

/// Levenshtein distance in characters.
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, l) in left.chars().enumerate() {
        let mut corner = i;
        let mut before = i + 1;
        if let Some(first) = row.first_mut() {
            *first = before;
        }
        for (cell, r) in row.iter_mut().skip(1).zip(&right) {
            let cost = corner + usize::from(l != *r);
            corner = *cell;
            *cell = cost.min(corner + 1).min(before + 1);
            before = *cell;
        }
    }
    row.last().copied().unwrap_or_default()
}
