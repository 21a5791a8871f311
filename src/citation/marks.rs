//! Quotation marks inside of quotation marks, and the stop at the end of a title or of quoted words.
//!
//! It must never set two stops in a row, nor take an apostrophe for a mark.

const CLOSING: [char; 5] = ['”', '“', '"', '’', '\''];
const ENDS: [char; 4] = ['?', '!', '.', '…'];

/// What a character is among quotation marks; pairs carry their depth, from one.
#[derive(Clone, Copy)]
enum Role {
    Opens(usize),
    Closes(usize),
    Other,
}

/// What closes a quotation that begins with this mark; nothing for any other character.
fn closing(mark: char) -> &'static [char] {
    match mark {
        '“' => &['”'],
        '„' => &['“', '”'],
        '‘' => &['’'],
        '‚' => &['‘', '’'],
        '"' => &['"'],
        _ => &[],
    }
}

fn roles(text: &str) -> Vec<(char, Role)> {
    let mut open: Vec<&[char]> = Vec::new();
    let mut chars = text.chars().peekable();
    let mut roles = Vec::new();
    while let Some(c) = chars.next() {
        let role = role(c, chars.peek().copied(), &open);
        match role {
            Role::Opens(_) => open.push(closing(c)),
            // Marks that were left open inside end with the pair around them.
            Role::Closes(depth) => open.truncate(depth.saturating_sub(1)),
            Role::Other => {}
        }
        roles.push((c, role));
    }
    roles
}

fn role(c: char, next: Option<char>, open: &[&[char]]) -> Role {
    let single = matches!(c, '’' | '‘');
    // A single mark before a letter is an apostrophe, and so is any that closes nothing just opened.
    let closes = |at: &usize| !single || (at + 1 == open.len() && !next.is_some_and(char::is_alphanumeric));
    let year = c == '‘' && next.is_some_and(char::is_numeric);
    match open.iter().rposition(|marks| marks.contains(&c)).filter(closes) {
        Some(at) => Role::Closes(at + 1),
        None if !closing(c).is_empty() && !year => Role::Opens(open.len() + 1),
        None => Role::Other,
    }
}

/// The text for inside of double quotation marks: its own become single, those inside of them double, and so on.
pub(super) fn inner_quotes(text: &str) -> String {
    let inner = |(c, role): (char, Role)| match role {
        Role::Opens(depth) => {
            if depth % 2 == 1 {
                '‘'
            } else {
                '“'
            }
        }
        Role::Closes(depth) => {
            if depth % 2 == 1 {
                '’'
            } else {
                '”'
            }
        }
        // It closes what was opened before the words that are quoted.
        Role::Other if c == '”' => '’',
        Role::Other => c,
    };
    roles(text).into_iter().map(inner).collect()
}

/// A text, apart from the quotation marks that close at its end.
fn split_closing(text: &str) -> (&str, &str) {
    let closes = |(_, role): &&(char, Role)| matches!(role, Role::Closes(_));
    let length: usize = roles(text).iter().rev().take_while(closes).map(|(c, _)| c.len_utf8()).sum();
    text.split_at_checked(text.len().saturating_sub(length)).unwrap_or((text, ""))
}

/// Whether a title asks or exclaims: no colon stands between it and its subtitle.
pub(super) fn asks(title: &str) -> bool {
    split_closing(title).0.ends_with(['?', '!'])
}

/// A title, and the full stop after it where it has none. Inside of closing quotation marks it is part of the title, as
/// American styles have it.
pub(super) fn stopped(title: &str) -> (String, &'static str) {
    let (body, closing) = split_closing(title);
    match closing {
        _ if body.ends_with(ENDS) => (title.to_owned(), ""),
        "" => (title.to_owned(), "."),
        closing => (format!("{body}.{closing}"), ""),
    }
}

/// A title in quotation marks, with `mark` inside of them: a full stop, a comma, or nothing. After a mark of its own no
/// full stop is put, but a comma is.
pub(super) fn in_quotes(title: &str, mark: &str) -> String {
    let (body, closing) = split_closing(title);
    let mark = if mark == "." && body.ends_with(ENDS) { "" } else { mark };
    format!("“{}”", inner_quotes(&format!("{body}{mark}{closing}")))
}

/// The words of a passage before what says where they stand: in quotation marks, or apart from the text from so many
/// words on. `reference` stands in brackets.
pub(super) fn quoted(quote: &str, reference: &str, block_from: usize) -> String {
    if quote.split_whitespace().count() >= block_from {
        return format!("{quote} {reference}");
    }
    format!("“{}” {reference}.", inner_quotes(&unstopped(quote)))
}

/// Quoted words without the stop at their end: the sentence that quotes them has its own.
fn unstopped(quote: &str) -> String {
    let quote = without_stop(quote);
    let body = quote.trim_end_matches(CLOSING);
    format!("{}{}", without_stop(body), quote.strip_prefix(body).unwrap_or_default())
}

fn without_stop(text: &str) -> &str {
    text.trim_end_matches(['.', ',', ';', ':', '–', '—']).trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stop_after_a_title() {
        for (title, plain, quoted, noted) in [
            ("Waiting", "Waiting + .", "“Waiting.”", "“Waiting,”"),
            ("Why Wait?", "Why Wait? + ", "“Why Wait?”", "“Why Wait?,”"),
            ("The End of “Forever”", "The End of “Forever.” + ", "“The End of ‘Forever.’”", "“The End of ‘Forever,’”"),
            ("What Is “Love?”", "What Is “Love?” + ", "“What Is ‘Love?’”", "“What Is ‘Love?,’”"),
            ("Love, Inc.", "Love, Inc. + ", "“Love, Inc.”", "“Love, Inc.,”"),
            ("The Boys’", "The Boys’ + .", "“The Boys’.”", "“The Boys’,”"),
            ("“Love” and the Boys’", "“Love” and the Boys’ + .", "“‘Love’ and the Boys’.”", "“‘Love’ and the Boys’,”"),
        ] {
            let (written, stop) = stopped(title);
            assert_eq!(format!("{written} + {stop}"), plain);
            assert_eq!(in_quotes(title, "."), quoted);
            assert_eq!(in_quotes(title, ","), noted);
        }
    }

    #[test]
    fn marks_change_with_their_depth() {
        for (text, expected) in [
            ("Say \"yes\"", "Say ‘yes’"),
            ("“a ‘b “c” b’ a”", "‘a “b ‘c’ b” a’"),
            ("the boys’ “don’t”", "the boys’ ‘don’t’"),
            ("”a“", "’a‘"),
        ] {
            assert_eq!(inner_quotes(text), expected);
        }
    }
}
