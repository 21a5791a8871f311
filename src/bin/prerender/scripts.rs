//! The scripts of a page that are not the app: the one inside it that starts the app, and the one beside it.

use crate::digest;
use crate::program::Program;
use crate::{Site, failed};
use closely::words::{self, Language};
use std::fs;

const START: &str = include_str!("../../../assets/scripts/start.js");
const COMPANION: &str = include_str!("../../../assets/scripts/companion.js");

/// Puts our start script into the page in place of Trunk's, and writes the script beside it. Trunk's own files of the
/// program go: [`program`] has made better ones.
pub(crate) fn install(site: &Site, html: &str, program: &Program) -> Result<String, String> {
    let (before, script, after) =
        trunk_script(html).ok_or("index.html has no start script of Trunk's. Build it with `cargo xtask build`.")?;
    let named = |before: &str| quoted_after(script, before).and_then(|address| address.rsplit('/').next());
    let missing = "Trunk's start script names no program. Build it with `cargo xtask build`.";
    let (glue, wasm) = named(" from '").zip(named("module_or_path: '")).ok_or(missing)?;
    for name in [glue, wasm] {
        let path = site.folder.join(name);
        fs::remove_file(&path).map_err(|error| failed(&path, &error))?;
    }

    let worker = if site.offline { site.base.file("sw.js") } else { String::new() };
    let companion = small(COMPANION).replace("__WORDS__", &companion_words());
    let companion = companion.replace("__WORKER__", &worker).replace("__SCOPE__", &site.base.file(""));
    let beside = format!("companion-{}.js", digest::short(&[companion.as_bytes()]));
    site.write(&beside, &companion)?;
    let start = small(START)
        .replace("__WORDS__", &room(words::ENGLISH, "start"))
        .replace("__GLUE__", &site.base.file(&program.glue))
        .replace("__WASM__", &site.base.file(&program.wasm))
        .replace("__COMPANION__", &site.base.file(&beside))
        .replace("__SCOPE__", &site.base.file(""));
    let after = after.replace(glue, &program.glue).replace(wasm, &program.wasm);
    Ok(format!("{before}<script type=\"module\">\n{start}\n</script>{after}"))
}

/// What both scripts say in every language: the page itself holds English alone.
fn companion_words() -> String {
    let of = |&language: &Language| {
        let start = (language != words::ENGLISH).then(|| format!(",\"start\":{}", room(language, "start")));
        format!("{:?}:{{\"companion\":{}{}}}", language.tag, room(language, "companion"), start.unwrap_or_default())
    };
    format!("{{{}}}", words::LANGUAGES.iter().map(of).collect::<Vec<_>>().join(","))
}

/// What a room says, as a script reads it: an object of texts by key.
fn room(language: Language, name: &str) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let pairs = words::room(language, name).into_iter().map(|(key, text)| format!("{}:{}", quoted(key), quoted(text)));
    // Within a page nothing may end the script.
    format!("{{{}}}", pairs.collect::<Vec<_>>().join(",")).replace("</", "<\\/")
}

/// What stands before Trunk's start script, the script, and what stands behind it.
fn trunk_script(html: &str) -> Option<(&str, &str, &str)> {
    const BEGIN: &str = "<script type=\"module\">";
    const END: &str = "</script>";
    let at = html.match_indices(BEGIN).map(|(at, _)| at).find(|at| {
        let script = html.get(*at..).and_then(|rest| rest.split(END).next());
        script.is_some_and(|script| script.contains("module_or_path: '"))
    })?;
    let (script, after) = html.get(at + BEGIN.len()..)?.split_once(END)?;
    Some((html.get(..at)?, script, after))
}

fn quoted_after<'a>(text: &'a str, before: &str) -> Option<&'a str> {
    text.split_once(before)?.1.split('\'').next()
}

/// A script of ours without the lines that are only comments, and without indentation.
pub(crate) fn small(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_start_script_is_found_among_others() {
        let html = "<script>a</script><script type=\"module\">b</script><script type=\"module\">\nimport init from \
                    '/x-1.js';\nawait init({ module_or_path: '/x-1_bg.wasm' });</script><link>";
        let (before, script, after) = trunk_script(html).unwrap_or_default();
        assert!(before.ends_with("b</script>") && after == "<link>");
        assert_eq!(quoted_after(script, " from '"), Some("/x-1.js"));
        assert_eq!(quoted_after(script, "module_or_path: '"), Some("/x-1_bg.wasm"));
        assert_eq!(trunk_script("<script>a</script>"), None);
    }

    #[test]
    fn only_whole_lines_of_comment_go() {
        assert_eq!(small("// why\n  a('https://x');\n\n  // b\nc"), "a('https://x');\nc");
    }
}
