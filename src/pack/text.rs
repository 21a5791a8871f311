//! Which characters a pack's texts may hold, and names that look like others.

use super::PackFault;

/// Whether a character has no place in a text that is shown to people: controls, changes of writing direction, things
/// that can't be seen.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0e}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
        || is_private(c)
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// Whether a text is within its limit and hides nothing.
pub(super) fn check(name: &'static str, text: &str, limit: usize, lines: bool) -> Result<(), PackFault> {
    if text.chars().nth(limit).is_some() {
        return Err(PackFault::Field(name));
    }
    let hidden = text.chars().any(|c| is_hidden(c) && !(lines && c == '\n'));
    if hidden { Err(PackFault::Hidden(name)) } else { Ok(()) }
}

/// A text of one line as a pack may hold it: without what is hidden, not longer than that.
pub fn clean(text: &str, limit: usize) -> String {
    let shown: String =
        text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|&c| !is_hidden(c)).collect();
    shown.trim().chars().take(limit).collect()
}

/// A text of several lines as a pack may hold it.
pub fn clean_lines(text: &str, limit: usize) -> String {
    let line = |line: &str| line.chars().filter(|&c| !is_hidden(c)).collect::<String>();
    let lines: Vec<String> = text.replace('\t', " ").lines().map(line).collect();
    lines.join("\n").trim().chars().take(limit).collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Greek,
    Cyrillic,
    Armenian,
    Cherokee,
    Styled,
}

fn script(c: char) -> Option<Script> {
    match c {
        'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Some(Script::Latin),
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Some(Script::Greek),
        '\u{400}'..='\u{52f}' => Some(Script::Cyrillic),
        '\u{530}'..='\u{58f}' => Some(Script::Armenian),
        '\u{13a0}'..='\u{13ff}' | '\u{ab70}'..='\u{abbf}' => Some(Script::Cherokee),
        // Letters made to look like others: mathematical, full-width, enclosed.
        '\u{1d400}'..='\u{1d7ff}' | '\u{ff21}'..='\u{ff5a}' | '\u{1f100}'..='\u{1f1e5}' => Some(Script::Styled),
        _ => None,
    }
}

/// Whether a Greek or Cyrillic letter looks like a Latin one.
fn looks_latin(c: char) -> bool {
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανικορυχϲϳАВЕЅІЈКМНОРСТУХҮԌԚԜаеѕіјорсухһԁԛԝѵү".contains(c)
}

/// A word of a name that may want to look like another: it mixes alphabets whose letters look alike, or is written in
/// such letters alone among words that are Latin.
pub fn lookalike(name: &str) -> Option<&str> {
    let words = || name.split_whitespace();
    let is_latin = |word: &&str| word.chars().filter_map(script).all(|script| script == Script::Latin);
    let is_disguised = |word: &&str| {
        let mut letters = word.chars().filter(|&c| script(c).is_some()).peekable();
        letters.peek().is_some() && letters.all(looks_latin)
    };
    let among_latin = words().any(|word| word.chars().any(|c| script(c) == Some(Script::Latin)))
        && words().all(|word| is_latin(&word) || is_disguised(&word));
    words().find(|word| {
        let mut scripts = word.chars().filter_map(script);
        let first = scripts.next();
        let mixed = first == Some(Script::Styled) || scripts.any(|script| Some(script) != first);
        // A letter alone is a sign: α, Β.
        mixed || among_latin && is_disguised(word) && word.chars().nth(1).is_some()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_are_refused_and_cleaned_away() {
        for text in ["a\u{202e}b", "a\u{200b}b", "a\u{0}b", "a\u{feff}b", "a\u{e0041}b", "a\u{2066}b", "a\u{85}b"] {
            assert_eq!(check("title", text, 10, true), Err(PackFault::Hidden("title")), "{text:?}");
            assert_eq!(clean(text, 10).replace(' ', ""), "ab");
        }
        assert_eq!(check("title", "a\nb", 10, false), Err(PackFault::Hidden("title")));
        assert_eq!(check("title", "a\nb", 10, true), Ok(()));
        assert_eq!(check("title", "سلام‌ها 👩‍👧 é ❤️", 20, false), Ok(()));
        assert_eq!(check("title", "abc", 2, false), Err(PackFault::Field("title")));
        assert_eq!(clean_lines(" a\r\n\tb\u{202e} \n", 9), "a\n b");
    }

    #[test]
    fn names_that_look_like_others_are_known() {
        assert_eq!(lookalike("The Clоsely editors"), Some("Clоsely"));
        assert_eq!(lookalike("𝐂losely"), Some("𝐂losely"));
        // Cyrillic, Greek, and with signs around them.
        assert_eq!(lookalike("Week 3 РАСЕ"), Some("РАСЕ"));
        assert_eq!(lookalike("From Ms «Соре»"), Some("«Соре»"));
        assert_eq!(lookalike("From ΑΝΝΑ"), Some("ΑΝΝΑ"));
        for name in [
            "Closely",
            "Клуб чтения",
            "Ελένη",
            "Ana Müller",
            "Anna Карина",
            "愛 love",
            "",
            // Nothing Latin to be taken for; other words of the same alphabet; a sign.
            "Соре",
            "Ana на хоре",
            "The α of it",
        ] {
            assert_eq!(lookalike(name), None, "{name}");
        }
    }
}
