//! What the site is measured beside: mdBook from Rust's registry; those from npm are in `tests/bench/browser`.
//!
//! They are installed into ignored folders of the project, in the versions named here, and are no part of the site.

use crate::{error::Error, project::Project, step::Step, tools};
use std::path::PathBuf;

/// Makes a book of Markdown files.
const MDBOOK: &str = "0.5.4";
/// Where it is installed: apart from the tools that a build finds first on its PATH.
const ROOT: &str = ".tools/peers";
/// What runs outside a browser, in the engine of Node.js.
const WASI: &str = "wasm32-wasip1";

/// Where mdBook is.
pub(crate) fn mdbook(project: &Project) -> PathBuf {
    project.at(ROOT).join("bin").join(if cfg!(windows) { "mdbook.exe" } else { "mdbook" })
}

/// The steps that install what misses.
pub(crate) fn install(project: &Project) -> Result<Vec<Step>, Error> {
    let mut steps = Vec::new();
    let found = tools::said(project.command(&mdbook(project).to_string_lossy()).arg("--version"));
    if found.is_none_or(|said| !said.contains(MDBOOK)) {
        let title = format!("Installing mdBook {MDBOOK} into {ROOT}");
        steps.push(tools::cargo_install(project, &title, "5 to 8 minutes", ROOT, format!("mdbook@{MDBOOK}")));
    }
    steps.extend(tools::target(project, WASI)?);
    Ok(steps)
}

/// A step that compiles our search for marked words as it is in the app, for the engine that runs its peer.
pub(crate) fn finding_quotes(project: &Project) -> Step {
    let mut command = project.cargo("build --release --locked --quiet --target-dir target/bench");
    command.args(["--target", WASI, "--no-default-features", "--features", "authoring", "--bench", "anchoring"]);
    let advice = "The lines above say why. Correct it, then run this again.";
    Step::program("Compiling the search for marked words", "a second, 2 minutes the first time", advice, command)
}
