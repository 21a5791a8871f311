//! Showing which words were found.

use crate::annotation::ArticleText;
use crate::search::Query;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its words.
    pub text: String,
    /// Whether they were looked for.
    pub found: bool,
}

/// A text cut where the words that were looked for begin and end. Joined, the pieces are the text.
pub fn pieces(text: &str, query: &Query) -> Vec<Piece> {
    let whole = || vec![Piece { text: text.to_owned(), found: false }];
    let ranges = query.find_any(text);
    if ranges.is_empty() {
        return whole();
    }
    let indexed = ArticleText::new(text.to_owned());
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut push = |from: u32, to: u32, found: bool| {
        if from < to {
            pieces.push(Piece { text: indexed.slice(from..to).to_owned(), found });
        }
    };
    for range in ranges {
        // An accent belongs to its letter. Words that overlap are one piece after the other.
        let range = indexed.whole_graphemes(range);
        let start = range.start().max(at);
        push(at, start, false);
        push(start, range.end(), true);
        at = at.max(range.end());
    }
    push(at, indexed.len(), false);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, typed: &str) -> String {
        let cut = pieces(text, &Query::parse(typed));
        assert_eq!(cut.iter().map(|piece| piece.text.as_str()).collect::<String>(), text);
        cut.iter().map(|piece| if piece.found { format!("[{}]", piece.text) } else { piece.text.clone() }).collect()
    }

    #[test]
    fn found_words_stand_out_whatever_their_case_and_accents() {
        assert_eq!(shown("Le Café noir, 👩‍👧 CAFE\u{301}.", "cafe"), "Le [Café] noir, 👩‍👧 [CAFE\u{301}].");
        assert_eq!(shown("one two one", "one absent"), "[one] two [one]");
        assert_eq!(shown("abcabc", "abca bc"), "[abca][bc]");
        assert_eq!(shown("</script>", "<"), "[<]/script>");
        assert_eq!(shown("plain", ""), "plain");
        assert_eq!(shown("", "x"), "");
    }
}
