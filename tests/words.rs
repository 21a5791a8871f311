//! What the interface says comes from its catalogue: nothing is said past it, and nothing stands in it that nobody says.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests may panic")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Names that are the same in every language: of keys, as the browser has them; of what citations call their parts, which
/// the page looks for; and our own.
const NAMES: [&str; 20] = [
    "Aa",
    "ArrowDown",
    "ArrowLeft",
    "ArrowRight",
    "ArrowUp",
    "Bibliography",
    "Closely",
    "Closely notebook",
    "End",
    "Enter",
    "Escape",
    "Home",
    "KeyP",
    "KeyS",
    "MediaPlayPause",
    "PageDown",
    "PageUp",
    "Reference list",
    "Tab",
    "Works cited",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files under a folder whose names end so.
fn files(folder: &Path, end: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, end));
        } else if path.to_string_lossy().ends_with(end) {
            found.push(path);
        }
    }
    found
}

/// The source without comments and without the tests within it.
fn code(path: &Path) -> String {
    let text = std::fs::read_to_string(path).unwrap();
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = text.lines().map(|line| if line.trim_start().starts_with("//") { "" } else { line });
    lines.collect::<Vec<_>>().join("\n")
}

/// The texts between quotation marks.
fn literals(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut signs = code.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            // A quotation mark as a character.
            '\'' if signs.peek() == Some(&'"') => {
                signs.next();
            }
            '"' => {
                let mut literal = String::new();
                while let Some(sign) = signs.next().filter(|&sign| sign != '"') {
                    literal.push(sign);
                    literal.extend(if sign == '\\' { signs.next() } else { None });
                }
                found.push(literal);
            }
            _ => {}
        }
    }
    found
}

/// Whether somebody is to read this: it begins like a sentence or a label, or has the words of one.
fn is_said(literal: &str) -> bool {
    let begins = literal.trim_start_matches(['“', '(', ' ']);
    let mut letters = begins.chars();
    let label = letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase);
    let sentence = literal.ends_with(['.', '?', '!']) && literal.contains(' ');
    label || sentence
}

#[test]
fn no_page_says_anything_past_the_catalogue() {
    let mut past = Vec::new();
    for folder in ["src/pages", "src/components"] {
        for file in files(&root().join(folder), ".rs") {
            let said =
                literals(&code(&file)).into_iter().filter(|text| is_said(text) && !NAMES.contains(&text.as_str()));
            past.extend(said.map(|text| format!("{}: {text:?}", file.strip_prefix(root()).unwrap().display())));
        }
    }
    assert!(past.is_empty(), "put these into assets/words: {past:#?}");
}

#[test]
fn everything_in_the_catalogue_is_said_somewhere() {
    let mut asked: BTreeSet<(String, String)> = BTreeSet::new();
    for file in files(&root().join("src"), ".rs") {
        let code = code(&file);
        for (at, _) in code.match_indices("words::") {
            let mut path =
                code[at..].split(|c: char| !c.is_alphanumeric() && !"_:#".contains(c)).next().unwrap().split("::");
            if let (Some(room), Some(key)) = (path.nth(1), path.next()) {
                asked.insert((room.to_owned(), key.trim_start_matches("r#").to_owned()));
            }
        }
    }
    let scripts: String = files(&root().join("assets/scripts"), ".js").iter().map(|file| code(file)).collect();
    let mut silent = Vec::new();
    for file in files(&root().join("assets/words/en"), ".ftl") {
        let room = file.file_stem().unwrap().to_string_lossy().into_owned();
        for line in std::fs::read_to_string(&file).unwrap().lines() {
            let Some((key, _)) = line.split_once(" =").filter(|(key, _)| key.starts_with(char::is_lowercase)) else {
                continue;
            };
            let in_scripts = ["start", "companion"].contains(&room.as_str())
                && [format!("'{key}'"), format!(" {key}:"), format!("trouble('{key}')")]
                    .iter()
                    .any(|it| scripts.contains(it));
            let in_names = (room.as_str(), key) == ("language", "name");
            if !in_scripts && !in_names && !asked.contains(&(room.clone(), key.replace('-', "_"))) {
                silent.push(format!("{room}: {key}"));
            }
        }
    }
    assert!(silent.is_empty(), "remove these from assets/words, or say them: {silent:#?}");
}
