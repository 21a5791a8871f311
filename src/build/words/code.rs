//! The catalogues as code for the program (`src/words.rs` includes it), and as a text for each further language.
//!
//! It must never write into the source tree; cargo's output directory is its only place.

use super::super::fault::{Fault, FaultKind};
use super::{Message, Words};
use std::fmt::Write;
use std::path::Path;

/// Writes `words.rs`, and `words-<language>.txt` for each language but English: what it says in the order of English,
/// divided by U+0000.
///
/// # Errors
/// The file that can't be written.
pub fn embed_words(words: &Words, out: &Path) -> Result<(), Vec<Fault>> {
    for (tag, texts) in &words.languages {
        write(out, &file(tag), &texts.join("\0"))?;
    }
    write(out, "words.rs", &code(words))
}

fn file(tag: &str) -> String {
    format!("words-{tag}.txt")
}

fn code(words: &Words) -> String {
    let mut code = String::new();
    let mut number = 0;
    for room in &words.english {
        // Writing to memory does not fail.
        let _ = writeln!(
            code,
            "#[allow(missing_docs, unused_imports)]\npub mod {} {{\n    use super::{{Value, filled, said}};",
            rust(&room.name)
        );
        for message in &room.messages {
            code.push_str(&function(message, number));
            number += 1;
        }
        code.push_str("}\n");
    }
    // What scripts say is asked for by key, when the pages are made.
    let keys = |room: &super::Room| {
        let key = |message: &Message| {
            format!("    ({:?}, {:?}, {:?}),\n", room.name, message.key, message.pattern.encoded(&[]))
        };
        room.messages.iter().map(key).collect::<String>()
    };
    let keys: String = words.english.iter().map(keys).collect();
    let _ = writeln!(code, "#[cfg(feature = \"ssr\")]\nstatic KEYS: &[(&str, &str, &str)] = &[\n{keys}];");
    let each = |line: &dyn Fn(usize, &str) -> String| {
        words.languages.iter().enumerate().map(|(index, (tag, _))| line(index, tag)).collect::<String>()
    };
    let languages: String =
        words.names.iter().map(|(tag, name)| format!("    Language {{ tag: {tag:?}, name: {name:?} }},\n")).collect();
    let _ = writeln!(
        code,
        "/// The languages that the interface speaks, English first.\npub static LANGUAGES: &[Language] = &[\n{languages}];"
    );
    code.push_str(&each(&|index, tag| {
        format!("const WORDS_{index}: &str = include_str!(concat!(env!(\"OUT_DIR\"), \"/{}\"));\n", file(tag))
    }));
    let arms = each(&|index, tag| format!("        {tag:?} => Some(WORDS_{index}),\n"));
    let _ = writeln!(
        code,
        "/// All that a further language says: for who has all of them, such as the worker.\n\
         pub fn catalogue(tag: &str) -> Option<&'static str> {{\n    match tag {{\n{arms}        _ => None,\n    }}\n}}"
    );
    let parts = each(&|index, tag| {
        let name = rust(tag);
        format!(
            "    #[wasm_split_helpers::wasm_split(words_{name}, fallible)]\n    \
             fn words_{name}() -> Words {{ Ok(super::WORDS_{index}) }}\n"
        )
    });
    let arms = each(&|_, tag| format!("            {tag:?} => words_{}().await.map(Some),\n", rust(tag)));
    let _ = writeln!(
        code,
        "#[cfg(feature = \"csr\")]\n#[allow(unsafe_code)]\nmod parts {{\n    \
         type Words = Result<&'static str, wasm_split_helpers::SplitLoaderError>;\n{parts}    \
         pub(super) async fn words(tag: &str) -> Result<Option<&'static str>, wasm_split_helpers::SplitLoaderError> {{\n        \
         match tag {{\n{arms}            _ => Ok(None),\n        }}\n    }}\n}}"
    );
    code
}

/// A message as a function of what it names.
fn function(message: &Message, number: usize) -> String {
    let variables = message.pattern.typed_variables();
    let names: Vec<String> = variables.iter().map(|variable| variable.name.clone()).collect();
    let text = message.pattern.encoded(&names);
    let name = rust(&message.key);
    if variables.is_empty() {
        return format!("    pub fn {name}() -> &'static str {{ said({number}, {text:?}) }}\n");
    }
    let typed = |variable: &super::pattern::Variable| {
        format!("{}: {}", rust(&variable.name), if variable.is_count { "usize" } else { "&str" })
    };
    let value = |variable: &super::pattern::Variable| {
        format!("Value::{}({})", if variable.is_count { "Count" } else { "Text" }, rust(&variable.name))
    };
    let taken: Vec<String> = variables.iter().map(typed).collect();
    let values: Vec<String> = variables.iter().map(value).collect();
    let (taken, values) = (taken.join(", "), values.join(", "));
    format!("    pub fn {name}({taken}) -> String {{ filled({number}, {text:?}, &[{values}]) }}\n")
}

/// A key as Rust writes names.
fn rust(key: &str) -> String {
    let name = key.replace('-', "_").to_lowercase();
    match name.as_str() {
        "as" | "break" | "continue" | "for" | "if" | "in" | "loop" | "match" | "move" | "return" | "type" | "use"
        | "where" | "while" | "mod" | "ref" | "static" | "let" | "else" | "try" => format!("r#{name}"),
        _ => name,
    }
}

fn write(out: &Path, name: &str, text: &str) -> Result<(), Vec<Fault>> {
    let path = out.join(name);
    std::fs::write(&path, text)
        .map_err(|error| vec![Fault::new(&path, 0, FaultKind::Embed { error: error.to_string() })])
}
