//! The `_headers` file of Netlify and Cloudflare Pages: paths, and below each the headers sent for it.
//!
//! Read strictly, so that a slip is found here and not after publishing. Pure: nothing is read or sent here.

/// The rules of a `_headers` file, in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Rules(Vec<Rule>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Rule {
    pattern: String,
    headers: Vec<(String, Option<String>)>,
}

/// A line that no host would understand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// Counted from one.
    pub(crate) line: usize,
    /// What is wrong with it.
    pub(crate) what: &'static str,
}

impl Rules {
    /// Reads the text of a `_headers` file.
    pub(crate) fn parse(text: &str) -> Result<Self, Fault> {
        let mut rules: Vec<Rule> = Vec::new();
        for (index, raw) in text.lines().enumerate() {
            let fault = |what| Err(Fault { line: index.saturating_add(1), what });
            let line = raw.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if !raw.starts_with([' ', '\t']) {
                if !line.starts_with('/') {
                    return fault("a path must begin with a slash, and a header must be indented");
                }
                rules.push(Rule { pattern: line.into(), headers: Vec::new() });
                continue;
            }
            let Some(rule) = rules.last_mut() else { return fault("a header stands here before any path") };
            let header = match line.strip_prefix('!') {
                Some(name) => Some((name.trim(), None)),
                None => line.split_once(':').map(|(name, value)| (name.trim(), Some(value.trim()))),
            };
            match header {
                Some((name, value)) if is_name(name) && value.is_none_or(is_value) => {
                    rule.headers.push((name.into(), value.map(str::to_owned)));
                }
                Some(_) => return fault("a header's name or value has a character that may not stand there"),
                None => return fault("a header is written `Name: value`"),
            }
        }
        Ok(Self(rules))
    }

    /// The headers for a path, that of the address. A header that several rules name has their values joined by commas;
    /// `! Name` takes back what stood before it.
    pub(crate) fn for_path(&self, path: &str) -> Vec<(String, String)> {
        let mut sent: Vec<(String, String)> = Vec::new();
        let headers = self.0.iter().filter(|rule| matches(&rule.pattern, path)).flat_map(|rule| &rule.headers);
        for (name, value) in headers {
            let before = sent.iter().position(|(known, _)| known.eq_ignore_ascii_case(name));
            match (value, before.and_then(|at| sent.get_mut(at))) {
                (Some(value), Some((_, joined))) => *joined = format!("{joined}, {value}"),
                (Some(value), None) => sent.push((name.clone(), value.clone())),
                (None, _) => sent.retain(|(known, _)| !known.eq_ignore_ascii_case(name)),
            }
        }
        sent
    }
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
}

fn is_value(value: &str) -> bool {
    !value.is_empty() && value.chars().all(|c| c == '\t' || matches!(c, ' '..='~'))
}

/// `*` stands for any text, also none and also slashes; `:name` for the text between two slashes.
fn matches(pattern: &str, path: &str) -> bool {
    let mut rest = pattern.chars();
    match rest.next() {
        None => path.is_empty(),
        Some('*') => {
            let ends = path.char_indices().map(|(at, _)| at).chain([path.len()]);
            ends.filter_map(|at| path.get(at..)).any(|tail| matches(rest.as_str(), tail))
        }
        Some(':') => {
            let name =
                rest.as_str().find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.as_str().len());
            let segment = path.find('/').unwrap_or(path.len());
            name > 0
                && segment > 0
                && matches(rest.as_str().get(name..).unwrap_or_default(), path.get(segment..).unwrap_or_default())
        }
        Some(c) => path.strip_prefix(c).is_some_and(|tail| matches(rest.as_str(), tail)),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first thing that is not as it should be")]
mod tests {
    use super::*;

    const TEXT: &str = "\
# Everything
/*
  X-Content-Type-Options: nosniff
  Content-Security-Policy: default-src 'self'; img-src data:

/sw.js
\tCache-Control: no-cache
/assets/*.css
  Cache-Control: public
/assets/*
  cache-control: immutable
/plain/:page/
  ! X-Content-Type-Options
";

    fn sent(path: &str, name: &str) -> Option<String> {
        let headers = Rules::parse(TEXT).unwrap().for_path(path);
        headers.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    #[test]
    fn a_star_matches_any_text_and_slashes() {
        for path in ["/", "/a", "/a/b/"] {
            assert_eq!(sent(path, "x-content-type-options").as_deref(), Some("nosniff"), "{path}");
        }
        assert_eq!(sent("/", "content-security-policy").as_deref(), Some("default-src 'self'; img-src data:"));
    }

    #[test]
    fn rules_add_up_and_can_take_back() {
        assert_eq!(sent("/sw.js", "cache-control").as_deref(), Some("no-cache"));
        assert_eq!(sent("/assets/a/b.css", "cache-control").as_deref(), Some("public, immutable"));
        assert_eq!(sent("/assets/b.js", "cache-control").as_deref(), Some("immutable"));
        assert_eq!(sent("/other.css", "cache-control"), None);
        assert_eq!(sent("/plain/x/", "x-content-type-options"), None);
        assert!(sent("/plain/x/y/", "x-content-type-options").is_some());
        assert!(sent("/plain//", "x-content-type-options").is_some());
    }

    #[test]
    fn a_slip_is_named_with_its_line() {
        let cases = [
            ("  X-A: b", 1),
            ("/*\nX-A: b", 2),
            ("/*\n  X-A b", 2),
            ("# c\n/*\n  X A: b", 3),
            ("/*\n  X-A:", 2),
            ("/*\n  X: ü", 2),
        ];
        for (text, line) in cases {
            assert_eq!(Rules::parse(text).unwrap_err().line, line, "{text:?}");
        }
        assert_eq!(Rules::parse("").unwrap(), Rules::default());
    }
}
