//! The build script: reads the library of Markdown articles and what the interface says, and embeds both, or stops the
//! build and says why.
//!
//! It must never panic and never let a faulty article through: every fault reaches the author with file and line.

#[path = "../article/mod.rs"]
#[allow(dead_code, unreachable_pub, unused_imports, reason = "the library is the whole user of this module")]
mod article;
#[path = "mod.rs"]
#[allow(dead_code, unreachable_pub, unused_imports, reason = "the tests and xtask use the rest of this module")]
mod build;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The catalogues of what the interface says.
const WORDS: &str = "assets/words";

/// Names another directory of articles, absolute or relative to the package.
const ARTICLES: &str = "CLOSELY_ARTICLES";

fn main() -> ExitCode {
    let dir = std::env::var_os(ARTICLES).filter(|dir| !dir.is_empty()).map(PathBuf::from);
    let dir = dir.unwrap_or_else(|| PathBuf::from("assets/articles"));
    println!("cargo::rerun-if-env-changed={ARTICLES}");
    // Cargo looks through a whole directory: a file dropped in is a change.
    println!("cargo::rerun-if-changed={}", dir.display());
    let figures = build::figures_dir(&dir);
    if figures.is_dir() {
        println!("cargo::rerun-if-changed={}", figures.display());
    }
    if std::env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family.contains("wasm")) {
        // The linker says what refers to what, so that the program can be cut in two (src/bin/prerender/program.rs).
        println!("cargo::rustc-link-arg-bin=closely=--emit-relocs");
    }
    let Some(out) = std::env::var_os("OUT_DIR") else {
        println!("cargo::error=OUT_DIR is not set. Run this through cargo.");
        return ExitCode::FAILURE;
    };
    // The developer tasks read no article, and must start even when one is faulty: `check` names the fault.
    let tasks_alone = std::env::var_os("CARGO_FEATURE_XTASK").is_some()
        && ["VIEW", "AUTHORING"].iter().all(|name| std::env::var_os(format!("CARGO_FEATURE_{name}")).is_none());
    println!("cargo::rerun-if-changed={WORDS}");
    let words = build::load_words(Path::new(WORDS)).and_then(|words| build::embed_words(&words, Path::new(&out)));
    let library = if tasks_alone { Ok(build::Library { articles: Vec::new() }) } else { build::load(&dir) };
    match words.and(library).and_then(|library| build::embed(&library, Path::new(&out))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(faults) => {
            for fault in faults {
                println!("cargo::error={fault}");
            }
            ExitCode::FAILURE
        }
    }
}
