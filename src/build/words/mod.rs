//! What the interface says, from catalogues in Project Fluent's syntax (`assets/words/<language>/<room>.ftl`).
//!
//! English says which messages there are: each becomes a function that takes what the message names, so that asking for
//! one that is not there, or leaving something out, does not compile. A further language becomes one text that is fetched
//! when it is chosen; the build stops where it lacks a message, or names something else. It must never read Fluent at run
//! time: what a message is made of was settled here (`pattern`).

mod code;
mod pattern;

use super::fault::{Fault, FaultKind, sorted};
use pattern::Pattern;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub use code::embed_words;

/// The language that says which messages there are.
const ENGLISH: &str = "en";

/// The catalogues.
pub struct Words {
    english: Vec<Room>,
    /// Each further language: its tag (BCP 47) and what it says, in the order of English.
    languages: Vec<(String, Vec<String>)>,
    /// The tag of each language and the name that it has for itself.
    names: Vec<(String, String)>,
}

/// The messages of one file.
struct Room {
    name: String,
    messages: Vec<Message>,
}

struct Message {
    key: String,
    line: u32,
    pattern: Pattern,
}

/// Reads the catalogues of all languages.
///
/// # Errors
/// Every fault of every file.
pub fn load_words(dir: &Path) -> Result<Words, Vec<Fault>> {
    let mut faults = Vec::new();
    let english = language(&dir.join(ENGLISH), &mut faults);
    let mut languages = Vec::new();
    let mut names = vec![(ENGLISH.to_owned(), own_name(&english))];
    for folder in entries(dir, &mut faults) {
        let tag = stem(&folder);
        if folder.is_dir() && tag != ENGLISH {
            let said = language(&folder, &mut faults);
            names.push((tag.clone(), own_name(&said)));
            languages.push((tag.clone(), matched(&folder, &tag, &english, said, &mut faults)));
        }
    }
    if faults.is_empty() { Ok(Words { english, languages, names }) } else { Err(sorted(faults)) }
}

/// What a language calls itself: the message `name` of the room `language`.
fn own_name(rooms: &[Room]) -> String {
    let room = rooms.iter().find(|room| room.name == "language");
    let name = room.and_then(|room| room.messages.iter().find(|message| message.key == "name"));
    name.map(|message| message.pattern.encoded(&[])).unwrap_or_default()
}

/// What is in a folder, by name.
fn entries(dir: &Path, faults: &mut Vec<Fault>) -> Vec<PathBuf> {
    match std::fs::read_dir(dir) {
        Ok(entries) => {
            let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
            paths.sort();
            paths
        }
        Err(error) => {
            faults.push(Fault::new(dir, 0, FaultKind::Unreadable { error: error.to_string() }));
            Vec::new()
        }
    }
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// The rooms of a language.
fn language(dir: &Path, faults: &mut Vec<Fault>) -> Vec<Room> {
    let files = entries(dir, faults).into_iter().filter(|path| path.extension().is_some_and(|kind| kind == "ftl"));
    files.map(|file| Room { name: stem(&file), messages: messages(&file, faults) }).collect()
}

/// The messages of a file.
fn messages(file: &Path, faults: &mut Vec<Fault>) -> Vec<Message> {
    let text = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) => {
            faults.push(Fault::new(file, 0, FaultKind::Unreadable { error: error.to_string() }));
            return Vec::new();
        }
    };
    let resource = fluent_syntax::parser::parse(text.as_str()).unwrap_or_else(|(resource, errors)| {
        let line = |at: usize| line_of(&text, at);
        faults.extend(errors.into_iter().map(|error| {
            Fault::new(file, line(error.pos.start), FaultKind::WordsSyntax { message: error.kind.to_string() })
        }));
        resource
    });
    let mut messages: Vec<Message> = Vec::new();
    for entry in resource.body {
        let (key, read) = match entry {
            fluent_syntax::ast::Entry::Message(message) => (message.id.name.to_owned(), Pattern::of_message(&message)),
            fluent_syntax::ast::Entry::Term(term) => (format!("-{}", term.id.name), Err("the form of a term")),
            _ => continue,
        };
        let line = line_of_key(&text, &key);
        let twice = messages.iter().any(|message| message.key == key);
        match read {
            _ if twice => faults.push(Fault::new(file, line, FaultKind::WordsTwice { key })),
            Ok(pattern) => messages.push(Message { key, line, pattern }),
            Err(what) => faults.push(Fault::new(file, line, FaultKind::WordsForm { key, what })),
        }
    }
    messages
}

/// What a language says, in the order of English.
fn matched(folder: &Path, tag: &str, english: &[Room], said: Vec<Room>, faults: &mut Vec<Fault>) -> Vec<String> {
    let mut rooms: BTreeMap<String, Room> = said.into_iter().map(|room| (room.name.clone(), room)).collect();
    let mut texts = Vec::new();
    for room in english {
        let file = folder.join(&room.name).with_extension("ftl");
        let own = rooms.remove(&room.name).map(|room| room.messages).unwrap_or_default();
        let mut own: BTreeMap<String, Message> = own.into_iter().map(|it| (it.key.clone(), it)).collect();
        for message in &room.messages {
            let variables = message.pattern.variables();
            let key = message.key.clone();
            let Some(it) = own.remove(&message.key) else {
                faults.push(Fault::new(&file, 0, FaultKind::WordsMissing { key, language: tag.to_owned() }));
                continue;
            };
            if !it.pattern.names_what(&message.pattern) {
                let names: Vec<String> = variables.iter().map(|name| format!("${name}")).collect();
                let expected = if names.is_empty() { "nothing".to_owned() } else { names.join(", ") };
                faults.push(Fault::new(&file, it.line, FaultKind::WordsVariables { key, expected }));
            }
            texts.push(it.pattern.encoded(&variables));
        }
        let unknown = own.into_values();
        faults.extend(unknown.map(|it| Fault::new(&file, it.line, FaultKind::WordsUnknown { key: it.key })));
    }
    for room in rooms.into_values() {
        let file = folder.join(&room.name).with_extension("ftl");
        faults.push(Fault::new(&file, 0, FaultKind::WordsUnknown { key: room.name }));
    }
    texts
}

fn line_of(text: &str, at: usize) -> u32 {
    let before = text.bytes().take(at).filter(|&byte| byte == b'\n').count();
    u32::try_from(before + 1).unwrap_or(u32::MAX)
}

fn line_of_key(text: &str, key: &str) -> u32 {
    let begins = |line: &str| line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='));
    let line = text.lines().position(begins).unwrap_or_default();
    u32::try_from(line + 1).unwrap_or(u32::MAX)
}
