//! Text directives (URL Fragment Text Directives, W3C community group): `prefix-,start,end,-suffix`.
//!
//! `describe` makes one from a range, `quoted` from a quote, `resolve` finds its range by the standard's rules, `words`
//! knows where words end. It never answers with a passage that the directive does not describe: nothing found is an
//! answer.

mod describe;
mod quoted;
mod resolve;
mod words;

pub use resolve::Haystack;

use super::{decode, encode};

/// Longest directive that is looked at, in bytes: longer than any address that programs pass on.
const LIMIT: usize = 8_000;
/// Most directives of one address that are looked at.
const MOST: usize = 20;

/// A description of a passage by its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextDirective {
    /// What stands directly before.
    pub prefix: Option<String>,
    /// The passage, or its beginning.
    pub start: String,
    /// Its end.
    pub end: Option<String>,
    /// What stands directly after.
    pub suffix: Option<String>,
}

impl TextDirective {
    /// Reads a directive; `None` where it is malformed, which is to be ignored.
    pub fn parse(directive: &str) -> Option<TextDirective> {
        let mut parts: Vec<&str> = directive.split(',').collect();
        if directive.len() > LIMIT || parts.len() > 4 || parts.iter().any(|part| part.is_empty()) {
            return None;
        }
        let mut parsed = TextDirective::default();
        if let Some(prefix) = parts.first().and_then(|part| part.strip_suffix('-')) {
            parsed.prefix = Some(decode(prefix));
            parts.remove(0);
        }
        if let Some(suffix) = parts.last().and_then(|part| part.strip_prefix('-')) {
            parsed.suffix = Some(decode(suffix));
            parts.pop();
        }
        let (start, end) = match parts.as_slice() {
            [start] => (start, None),
            [start, end] => (start, Some(decode(end))),
            _ => return None,
        };
        parsed.start = decode(start);
        parsed.end = end;
        let empty = |part: &Option<String>| part.as_ref().is_some_and(|text| text.trim().is_empty());
        let malformed = parsed.start.trim().is_empty() || empty(&parsed.prefix) || empty(&parsed.end);
        (!malformed && !empty(&parsed.suffix)).then_some(parsed)
    }

    /// The directives of an address, in order: those of its query (`?text=…&text=…`), which are for us, or else those
    /// of its fragment (`#section:~:text=…&text=…`), which browsers that know them hide from programs.
    ///
    /// Each comes with its readings: as it stands, and, for a query that was encoded once more on its way, without
    /// that encoding; plain words may also be written as forms write them.
    pub fn of_address(query: &str, fragment: &str) -> Vec<Vec<TextDirective>> {
        let values = |pairs: &str| -> Vec<Vec<TextDirective>> {
            let values = pairs.split('&').filter_map(|pair| pair.strip_prefix("text="));
            values.take(MOST).map(readings).filter(|readings| !readings.is_empty()).collect()
        };
        let directives = values(query.strip_prefix('?').unwrap_or(query));
        if !directives.is_empty() {
            return directives;
        }
        values(fragment.split_once(":~:").map(|(_, directives)| directives).unwrap_or_default())
    }
}

/// A second reading must be certain: where the words of the first are gone, it would show others in their place.
fn readings(value: &str) -> Vec<TextDirective> {
    let once_more = Some(decode(value)).filter(|inner| is_encoded(inner));
    let mut readings: Vec<TextDirective> = TextDirective::parse(value).into_iter().collect();
    readings.extend(once_more.and_then(|inner| TextDirective::parse(&inner)));
    readings.extend(of_form(value));
    readings.dedup();
    readings
}

/// Whether a text is a directive as encoders write one: what was encoded only once has spaces and signs by now.
fn is_encoded(text: &str) -> bool {
    let after_sign = text.split('%').skip(1);
    let pairs = { after_sign }.all(|rest| rest.bytes().take(2).filter(u8::is_ascii_hexdigit).count() == 2);
    pairs && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"%,-._~".contains(&byte))
}

/// Words in which a form wrote `+` for a space: they are the passage as a whole, whatever their commas.
fn of_form(value: &str) -> Option<TextDirective> {
    let start = (value.len() <= LIMIT && value.contains('+')).then(|| decode(&value.replace('+', " ")))?;
    (!start.trim().is_empty()).then(|| TextDirective { start, ..TextDirective::default() })
}

impl std::fmt::Display for TextDirective {
    /// The directive as it stands in an address.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // `encode` leaves the hyphen alone, which is the directive's own sign.
        let part = |text: &str| encode(text).replace('-', "%2D");
        if let Some(prefix) = &self.prefix {
            write!(f, "{}-,", part(prefix))?;
        }
        write!(f, "{}", part(&self.start))?;
        if let Some(end) = &self.end {
            write!(f, ",{}", part(end))?;
        }
        match &self.suffix {
            Some(suffix) => write!(f, ",-{}", part(suffix)),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(directive: &str) -> Option<[Option<String>; 4]> {
        TextDirective::parse(directive).map(|d| [d.prefix, Some(d.start), d.end, d.suffix])
    }

    #[test]
    fn the_grammar_of_the_standard() {
        let some = |text: &str| Some(text.to_owned());
        for (directive, expected) in [
            ("a", [None, some("a"), None, None]),
            ("a,b", [None, some("a"), some("b"), None]),
            ("p-,a", [some("p"), some("a"), None, None]),
            ("a,-s", [None, some("a"), None, some("s")]),
            ("p-,a,b,-s", [some("p"), some("a"), some("b"), some("s")]),
            ("a%2Cb%2D,%2Dc", [None, some("a,b-"), some("-c"), None]),
            ("%C3%A9t%C3%A9", [None, some("été"), None, None]),
            ("a-b", [None, some("a-b"), None, None]),
            ("p-,a-b,-s-", [some("p"), some("a-b"), None, some("s-")]),
        ] {
            assert_eq!(parts(directive), Some(expected), "{directive}");
        }
    }

    #[test]
    fn malformed_directives_are_ignored() {
        let long = "a".repeat(LIMIT + 1);
        let malformed = [
            "",
            ",",
            ",a",
            "a,",
            "a,b,c",
            "a,b,c,d",
            "p-,a,b,c,-s",
            "-,a",
            "a,-",
            "p-",
            "-s",
            "p-,-s",
            "%20",
            "p-,%20",
            "%20-,a",
            "a,-%0A",
            "a,,b",
        ];
        for directive in malformed.into_iter().chain([long.as_str()]) {
            assert_eq!(TextDirective::parse(directive), None, "{directive}");
        }
    }

    #[test]
    fn an_address_may_hold_several() {
        let starts = |query: &str, fragment: &str| -> Vec<String> {
            let first = |readings: Vec<TextDirective>| readings.into_iter().next().map(|directive| directive.start);
            TextDirective::of_address(query, fragment).into_iter().filter_map(first).collect()
        };
        assert_eq!(starts("?text=one&x=1&text=two%20three", ""), ["one", "two three"]);
        assert_eq!(starts("?text=one", "#s:~:text=other"), ["one"]);
        assert_eq!(starts("?q=1", "#s:~:text=one&text=,&unknown&text=two"), ["one", "two"]);
        assert!(starts("?text=&text=,&text", "#text=no").is_empty());
        assert_eq!(starts(&"text=a&".repeat(100), "").len(), MOST);
    }

    #[test]
    fn a_query_that_was_encoded_once_more_is_read_too() {
        let directive = TextDirective { start: "a, b".to_owned(), end: Some("c".to_owned()), ..Default::default() };
        let written = format!("?text={}", encode(&directive.to_string()));
        assert!(TextDirective::of_address(&written, "").concat().contains(&directive));
        assert!(TextDirective::of_address("?text=two+words", "").concat().iter().any(|d| d.start == "two words"));
    }

    #[test]
    fn words_that_were_encoded_once_have_one_reading() {
        for query in ["?text=first%2C%20we%20listen", "?text=caf%C3%A9%2Cth%C3%A9", "?text=100%25%2Cmore%21"] {
            assert_eq!(TextDirective::of_address(query, "").concat().len(), 1, "{query}");
        }
        let of_form = TextDirective::of_address("?text=first%2C+we+listen", "").concat();
        assert!(of_form.iter().all(|directive| directive.end.is_none()), "{of_form:?}");
        assert_eq!(of_form.last().map(|directive| directive.start.as_str()), Some("first, we listen"));
    }
}
