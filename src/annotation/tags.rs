//! Tags: words of a note that begin with `#`.
//!
//! The note's text stays as it was typed, sign and all; the tags are kept beside it. Those that came from elsewhere (an
//! import, another program) are never taken away by editing a note that does not name them.

use super::grapheme::is_mark;

/// The tags in a text, each once, in order.
///
/// A tag begins with `#` at the beginning of a word, goes on with letters, digits, `-` and `_`, and has a letter: `#1` is
/// a number. Hyphens at its end are punctuation.
pub fn tags_in(text: &str) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        if c == '#' && !before.is_alphanumeric() && !matches!(before, '#' | '&' | '/' | '_' | '-') {
            let rest = text.get(at + 1..).unwrap_or_default();
            let end = rest.find(|c: char| !is_inside(c)).unwrap_or(rest.len());
            let tag = rest.get(..end).unwrap_or_default().trim_end_matches(['-', '_']);
            if tag.chars().any(char::is_alphabetic) && !tags.iter().any(|known| known == tag) {
                tags.push(tag.to_owned());
            }
        }
        before = c;
    }
    tags
}

fn is_inside(c: char) -> bool {
    // Accents, vowel signs and joiners belong to their letters.
    c.is_alphanumeric() || matches!(c, '-' | '_') || is_mark(c)
}

/// The tags of a note whose text changed: those of the old text go, those of the new text come, all others stay.
pub fn retag(tags: &[String], old: &str, new: &str) -> Vec<String> {
    let (gone, come) = (tags_in(old), tags_in(new));
    let mut kept: Vec<String> = tags.iter().filter(|tag| come.contains(tag) || !gone.contains(tag)).cloned().collect();
    for tag in come {
        if !kept.contains(&tag) {
            kept.push(tag);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_a_word_with_its_sign() {
        assert_eq!(tags_in("#class, (#week-2) and #Übung. #class"), ["class", "week-2", "Übung"]);
        assert_eq!(tags_in("#日本語 #cafe\u{301} #snake_case- #नमस्ते"), ["日本語", "cafe\u{301}", "snake_case", "नमस्ते"]);
        assert_eq!(tags_in("line\n#one\n\n#two"), ["one", "two"]);
    }

    #[test]
    fn other_uses_of_the_sign_are_no_tags() {
        for text in ["#", "# heading", "##", "##two", "#1", "C#", "a#b", "&#39;", "/read/#section", "#-", "#?"] {
            assert_eq!(tags_in(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn editing_changes_the_tags_of_the_text_alone() {
        let tags = |tags: &[&str]| tags.iter().map(|tag| (*tag).to_owned()).collect::<Vec<_>>();
        assert_eq!(retag(&tags(&["imported", "old"]), "an #old one", "a #new one"), ["imported", "new"]);
        assert_eq!(retag(&tags(&["both"]), "#both", "#both #more"), ["both", "more"]);
        assert_eq!(retag(&tags(&["imported"]), "", ""), ["imported"]);
    }
}
