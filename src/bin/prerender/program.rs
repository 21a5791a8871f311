//! The app's program, cut in two: what the first page needs, and the rest, which comes when that page stands.
//!
//! Trunk has compiled it; where to cut, the source says (src/pages/later.rs). Here the tool of that macro takes it apart,
//! wasm-bindgen writes the glue of the first part, and wasm-opt makes each part small. Trunk names files after what they
//! were before all that, so that two releases could give one name to different bytes: ours are named after what they are.

use crate::scripts::small;
use crate::{Site, digest, failed};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use wasm_split_cli_support::{Options, transform};

/// The name of the program before it has a hash.
const NAME: &str = "closely";
/// The script that fetches parts, as the tool names it.
const PARTS: &str = "__wasm_split.js";

/// What the tool's script begins a loader with.
const LOADER: &str = "export const ";
/// How the tool's script names its loaders, fetches a part and starts it, and how ours does.
const OURS: [(&str, &str); 3] = [
    (LOADER, "const "),
    ("fetch(new URL(", "asked(new URL("),
    ("WebAssembly.instantiateStreaming(src, imports)", "started(src, imports)"),
];
/// How the glue reads a text out of the program's memory, and how ours does.
const READ: (&str, &str) = ("return decodeText(ptr >>> 0, len);", "return readText(ptr >>> 0, len);");
const START: &str = include_str!("../../../assets/scripts/part.js");

/// Fewer functions: a browser compiles each when it is first called, which took a third of the time in which the first page
/// is made. Level 2 puts those with one caller into it, and the smallest; with locals used again and like functions side by
/// side the file is larger than at level z, and smaller when compressed (198.7 KB, 200.4 at z).
const SMALLER: [&str; 17] = [
    "-O2",
    "--shrink-level=1",
    "--always-inline-max-function-size=5",
    "--coalesce-locals",
    "--reorder-locals",
    "--rse",
    "--vacuum",
    "--reorder-functions-by-name",
    "--strip-debug",
    "--strip-producers",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The names of the program's files, in the folder to publish.
pub(crate) struct Program {
    /// The script that starts the program and fetches the rest of it.
    pub(crate) glue: String,
    /// Its first part.
    pub(crate) wasm: String,
    /// What each later part is made of, by its name.
    pub(crate) later: BTreeMap<String, Vec<String>>,
}

/// Puts the program in place.
pub(crate) fn place(site: &Site) -> Result<Program, String> {
    let target = env_path("CARGO_TARGET_DIR").unwrap_or_else(|| PathBuf::from("target"));
    let linked = target.join("wasm32-unknown-unknown/release").join(NAME).with_extension("wasm");
    let work = target.join("parts");
    let _ = fs::remove_dir_all(&work);
    fs::create_dir_all(&work).map_err(|error| failed(&work, &error))?;
    let later = cut(&linked, &work)?;
    bind(&work)?;
    join(&work)?;
    let wasm = format!("{NAME}_bg.wasm");
    let files: BTreeSet<&String> = later.values().flatten().chain([&wasm]).collect();
    for part in &files {
        shrink(&work.join(part))?;
    }
    publish(site, &work, &files, &later)
}

fn env_path(name: &str) -> Option<PathBuf> {
    std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// Takes the linked program apart; gives the files of each part but the first.
fn cut(linked: &Path, work: &Path) -> Result<BTreeMap<String, Vec<String>>, String> {
    let whole = fs::read(linked).map_err(|error| failed(linked, &error))?;
    let (first, glue) = (work.join(NAME).with_extension("wasm"), format!("./{NAME}.js"));
    let mut options = Options::new(&whole);
    options.output_dir = work;
    options.main_out_path = &first;
    options.main_module = &glue;
    let split = transform(options).map_err(|error| {
        format!("The program can not be cut in two: {error:#}. See that the linker is told to keep relocations (src/build/main.rs).")
    })?;
    let files = |stems: Vec<String>| stems.into_iter().map(|stem| format!("{stem}.wasm")).collect();
    Ok(split.prefetch_map.into_iter().map(|(part, stems)| (part, files(stems))).collect())
}

/// Writes the glue between the first part and the page.
fn bind(work: &Path) -> Result<(), String> {
    let mut bindgen = Command::new("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", NAME, "--out-dir"]);
    run(bindgen.arg(work).arg(work.join(NAME).with_extension("wasm")))
}

/// Makes one script of the glue and the tool's script that fetches parts: were they two, a glue that was fetched again under
/// another address would be a second one to the parts, which never started.
fn join(work: &Path) -> Result<(), String> {
    let read = |name: &str| fs::read_to_string(work.join(name)).map_err(|error| failed(&work.join(name), &error));
    let glue = work.join(NAME).with_extension("js");
    let joined = joined(&read(&format!("{NAME}.js"))?, &read(PARTS)?)
        .map_err(|missing| format!("{PARTS}: no {missing} in it. Correct program.rs after the tool."))?;
    let (theirs, own) = READ;
    if !joined.contains(theirs) {
        return Err(format!("{}: no {theirs} in it. Correct program.rs after the tool.", glue.display()));
    }
    fs::write(&glue, joined.replace(theirs, own)).map_err(|error| failed(&glue, &error))
}

/// The two scripts as one; or what was to be found and is not there.
fn joined(glue: &str, parts: &str) -> Result<String, &'static str> {
    let imported = |line: &&str| line.starts_with("import * as ") && line.contains(PARTS);
    let names = glue.lines().filter(imported).filter_map(|line| line.split_whitespace().nth(3));
    let loaders = parts.lines().filter_map(|line| line.strip_prefix(LOADER)?.split_whitespace().next());
    let loaders = loaders.collect::<Vec<_>>().join(", ");
    let names: String = names.map(|name| format!("const {name} = {{ {loaders} }};\n")).collect();
    let mut ours = parts.to_owned();
    for (theirs, own) in OURS {
        if !ours.contains(theirs) {
            return Err(theirs);
        }
        ours = ours.replace(theirs, own);
    }
    let kept = |text: &str, leave: &dyn Fn(&&str) -> bool| {
        text.lines().filter(|line| !leave(line)).map(|line| format!("{line}\n")).collect::<String>()
    };
    let (glue, ours) = (kept(glue, &imported), kept(&ours, &|line| line.starts_with("import { initSync }")));
    Ok(format!("{glue}{ours}{names}{}\n", small(START)))
}

fn shrink(part: &Path) -> Result<(), String> {
    run(Command::new("wasm-opt").args(SMALLER).arg(part).arg("-o").arg(part))
}

/// Runs a tool that `cargo xtask` has put on PATH.
fn run(command: &mut Command) -> Result<(), String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| format!("{name}: {error}. Build with `cargo xtask build`."))?;
    if output.status.success() {
        return Ok(());
    }
    let words = String::from_utf8_lossy(&output.stderr);
    Err(format!(
        "{name} failed ({}):\n{}\nBuild again; if it stays, remove target/ first.",
        output.status,
        words.trim()
    ))
}

/// Copies the files into the site under names that a hash of all of them is part of: they only fit one another.
fn publish(
    site: &Site,
    work: &Path,
    programs: &BTreeSet<&String>,
    later: &BTreeMap<String, Vec<String>>,
) -> Result<Program, String> {
    let glue = format!("{NAME}.js");
    let files: Vec<&str> = [glue.as_str()].into_iter().chain(programs.iter().map(|name| name.as_str())).collect();
    let read = |name: &&str| fs::read(work.join(name)).map_err(|error| failed(&work.join(name), &error));
    let bytes: Vec<Vec<u8>> = files.iter().map(read).collect::<Result<_, _>>()?;
    let hash = digest::short(&bytes.iter().map(Vec::as_slice).collect::<Vec<_>>());
    let named = |name: &str| match name.strip_prefix(NAME) {
        Some(end) => format!("{NAME}-{hash}{end}"),
        None => format!("{NAME}-{hash}_{}", name.trim_start_matches("split_")),
    };
    for (file, bytes) in files.iter().zip(bytes) {
        let contents = match String::from_utf8(bytes) {
            Ok(script) => renamed(&script, &files, &named).into_bytes(),
            Err(program) => program.into_bytes(),
        };
        site.write_bytes(&named(file), &contents)?;
    }
    let published = |files: &Vec<String>| files.iter().map(|file| named(file)).collect();
    Ok(Program {
        wasm: named(&format!("{NAME}_bg.wasm")),
        later: later.iter().map(|(part, files)| (part.clone(), published(files))).collect(),
        glue: named(&glue),
    })
}

/// A script that names its neighbours by their published names: in what it imports and fetches, not in what the program
/// calls them by.
fn renamed(script: &str, files: &[&str], named: &dyn Fn(&str) -> String) -> String {
    files.iter().fold(script.to_owned(), |script, file| {
        let published = named(file);
        let script = script.replace(&format!("from \"./{file}\""), &format!("from \"./{published}\""));
        let script = script.replace(&format!("URL(\"./{file}\""), &format!("URL(\"./{published}\""));
        script.replace(&format!("URL('{file}'"), &format!("URL('{published}'"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glue_and_its_parts_become_one_script() {
        let glue = "import * as import1 from \"./__wasm_split.js\"\nlet wasm;\nexport { initSync };";
        let parts = "import { initSync } from \"./closely.js\";\nexport const load_a = make(() => {\n    const src = \
                     fetch(new URL(\"./a.wasm\", import.meta.url));\n    \
                     WebAssembly.instantiateStreaming(src, imports)\n});";
        let script = joined(glue, parts).unwrap_or_default();
        assert!(!script.contains("import ") && !script.contains(LOADER), "{script}");
        assert!(script.contains("const load_a = make("), "{script}");
        assert!(script.contains("asked(new URL(\"./a.wasm\""), "{script}");
        assert!(script.contains("const import1 = { load_a };"), "{script}");
        assert_eq!(joined(glue, "export const a = 1;"), Err("fetch(new URL("));
    }

    #[test]
    fn addresses_change_and_names_inside_the_program_stay() {
        let files = ["a.js", "b.wasm"];
        let named = |name: &str| format!("hash-{name}");
        let script = "import { x } from \"./a.js\"; new URL('b.wasm', 1); new URL(\"./b.wasm\"); ({ \"./a.js\": x });";
        let expected = "import { x } from \"./hash-a.js\"; new URL('hash-b.wasm', 1); new URL(\"./hash-b.wasm\"); ({ \"./a.js\": x });";
        assert_eq!(renamed(script, &files, &named), expected);
    }
}
