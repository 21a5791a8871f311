//! Paper: what is written out there because nobody can press it.

/// A text as a string of a style sheet.
pub fn css_string(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            // A line would end the string.
            c if c.is_control() => quoted.push(' '),
            '"' | '\\' => quoted.extend(['\\', c]),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// The address that is printed after a link's words; `None` where they say it already. A reading pack that was opened is
/// on one device alone, so that what names it is left out.
pub fn written_out(address: &str, words: &str) -> Option<String> {
    let (path, fragment) = address.split_once('#').map_or((address, None), |(path, id)| (path, Some(id)));
    let path = path.split_once("?pack=").map_or(path, |(path, _)| path);
    let bare = |address: &str| {
        let address = address.trim();
        let address = address.strip_prefix("https://").or(address.strip_prefix("http://")).unwrap_or(address);
        address.trim_end_matches('/').to_owned()
    };
    let shown = match fragment {
        Some(id) => format!("{path}#{id}"),
        None => path.to_owned(),
    };
    (bare(&shown) != bare(words)).then_some(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_can_not_end_its_string() {
        assert_eq!(css_string("Pace and Closeness"), "\"Pace and Closeness\"");
        assert_eq!(css_string("a \"b\" \\ c\n} d"), "\"a \\\"b\\\" \\\\ c } d\"");
    }

    #[test]
    fn an_address_is_written_out_once_and_without_what_is_on_one_device() {
        let out = |address, words| written_out(address, words);
        assert_eq!(out("https://a.example/b", "a study").as_deref(), Some("https://a.example/b"));
        assert_eq!(out("https://a.example/b/", "a.example/b"), None);
        assert_eq!(out("https://a.example/b", " https://a.example/b "), None);
        let stop = "https://x.example/read/pace/?pack=00aa&stop=2#armour";
        assert_eq!(out(stop, "Sex as armour").as_deref(), Some("https://x.example/read/pace/#armour"));
        assert_eq!(out("https://x.example/read/pace/?pack=0", "Pace").as_deref(), Some("https://x.example/read/pace/"));
    }
}
