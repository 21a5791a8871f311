//! Languages by the names that biblatex knows them by.

/// The name for `langid`; none for a language that biblatex has none for.
pub(super) fn langid(tag: &str) -> Option<&'static str> {
    let tag = tag.to_ascii_lowercase();
    region(&tag).or_else(|| language(tag.split('-').next().unwrap_or_default()))
}

fn region(tag: &str) -> Option<&'static str> {
    Some(match tag {
        "de-at" => "austrian",
        "de-ch" => "swissgerman",
        "en-au" => "australian",
        "en-ca" => "canadian",
        "en-gb" => "british",
        "en-nz" => "newzealand",
        "en-us" => "american",
        "fr-ca" => "canadien",
        "pt-br" => "brazilian",
        _ => return None,
    })
}

fn language(code: &str) -> Option<&'static str> {
    Some(match code {
        "bg" => "bulgarian",
        "ca" => "catalan",
        "cs" => "czech",
        "da" => "danish",
        "de" => "german",
        "el" => "greek",
        "en" => "english",
        "es" => "spanish",
        "et" => "estonian",
        "fi" => "finnish",
        "fr" => "french",
        "hr" => "croatian",
        "hu" => "hungarian",
        "is" => "icelandic",
        "it" => "italian",
        "lt" => "lithuanian",
        "lv" => "latvian",
        "nb" | "no" => "norsk",
        "nl" => "dutch",
        "nn" => "nynorsk",
        "pl" => "polish",
        "pt" => "portuguese",
        "ro" => "romanian",
        "ru" => "russian",
        "sk" => "slovak",
        "sl" => "slovene",
        "sr" => "serbian",
        "sv" => "swedish",
        "tr" => "turkish",
        "uk" => "ukrainian",
        _ => return None,
    })
}
