//! The tools a build needs, in the versions it needs, and how each is installed where it is missing.
//!
//! Installs go into ignored folders of the project (and Rust's own targets and components into rustup's): nobody's own
//! Trunk is ever replaced, and one of the right version on PATH is used as it is.

use crate::{error::Error, npm, project::Project, step, step::Step};
use std::{fs, process::Command};

/// Trunk, which puts the site together. 0.22 needs a newer Rust than this project asks for.
const TRUNK: &str = "0.21.14";
/// The program that writes the wasm's JavaScript glue: the very version of the crate in Cargo.toml.
const WASM_BINDGEN: &str = "0.2.129";
/// wasm-opt, from the npm package binaryen; the same in tests/tools/package.json.
const WASM_OPT: &str = "132";
/// What the site is made with: another version may make another site.
pub(crate) const VERSIONS: [&str; 3] = [TRUNK, WASM_BINDGEN, WASM_OPT];
/// The oldest Node.js that works.
const NODE: u32 = 20;

const ONLINE: &str = "The tool's own words stand above. If they speak of the network, see that this machine reaches \
                      the package registries, then run the same command again: it goes on from here.";

/// The steps that install what a build of the site still misses. None when all is there.
pub(crate) fn for_build(project: &Project) -> Result<Vec<Step>, Error> {
    node(project)?;
    let mut steps = Vec::new();
    steps.extend(target(project, "wasm32-unknown-unknown")?);
    if version(project, "trunk").as_deref() != Some(TRUNK) {
        // Unoptimised on purpose: it starts Cargo and copies files, and so it is there in half the time.
        let how = format!("trunk@{TRUNK} --debug --no-default-features --features rustls");
        let title = format!("Installing Trunk {TRUNK} into .tools");
        steps.push(cargo_install(project, &title, "3 to 5 minutes", ".tools", how));
    }
    if version(project, "wasm-bindgen").as_deref() != Some(WASM_BINDGEN) {
        let how = format!("wasm-bindgen-cli@{WASM_BINDGEN}");
        let title = format!("Installing wasm-bindgen {WASM_BINDGEN} into .tools");
        steps.push(cargo_install(project, &title, "3 to 5 minutes", ".tools", how));
    }
    if version(project, "wasm-opt").as_deref() != Some(WASM_OPT) {
        steps.push(npm::install(project, "tests/tools", &format!("Installing wasm-opt {WASM_OPT} from npm")));
    }
    Ok(steps)
}

/// The steps that install what `check` still misses.
pub(crate) fn for_check(project: &Project) -> Result<Vec<Step>, Error> {
    let mut steps = Vec::new();
    steps.extend(target(project, "wasm32-unknown-unknown")?);
    if !answers(project.cargo("fmt --version")) || !answers(project.cargo("clippy --version")) {
        steps.push(rustup(project, "Adding rustfmt and clippy", "component add rustfmt clippy")?);
    }
    Ok(steps)
}

/// Complains unless Node.js and npm are there and new enough.
fn node(project: &Project) -> Result<(), Error> {
    const WHY: &str = "The build takes wasm-opt from npm, and the browser tests run on Node.js. Install Node.js 20 or \
                       newer, which brings npm, from nodejs.org or your package manager, then run this again.";
    let found = said(project.command("node").arg("--version")).ok_or(Error::NoProgram { program: "node", why: WHY })?;
    let major = found.trim_start_matches('v').split('.').next().and_then(|n| n.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE) {
        return Err(Error::OldNode { found });
    }
    said(project.command("npm").arg("--version")).ok_or(Error::NoProgram { program: "npm", why: WHY })?;
    Ok(())
}

/// The step that adds what Rust needs to compile for a target, if it misses.
pub(crate) fn target(project: &Project, name: &str) -> Result<Option<Step>, Error> {
    let there = said(project.command("rustc").args(["--print", "target-libdir", "--target", name]))
        .is_some_and(|dir| fs::read_dir(dir).is_ok_and(|mut files| files.next().is_some()));
    if there {
        return Ok(None);
    }
    rustup(project, &format!("Adding Rust's target {name}"), &format!("target add {name}")).map(Some)
}

fn rustup(project: &Project, title: &str, arguments: &str) -> Result<Step, Error> {
    const WHY: &str = "Rust's parts for this project come through it. Install it from rustup.rs, then run this again.";
    let mut command = project.command("rustup");
    said(command.arg("--version")).ok_or(Error::NoProgram { program: "rustup", why: WHY })?;
    let mut command = project.command("rustup");
    command.args(arguments.split_whitespace());
    Ok(Step::program(title, "under a minute", ONLINE, command))
}

/// A step that installs a program of the Rust registry into a folder of the project.
pub(crate) fn cargo_install(
    project: &Project,
    title: &str,
    usual: &'static str,
    root: &'static str,
    how: String,
) -> Step {
    let (project, name) = (project.clone(), title.to_owned());
    Step::task(title, usual, move || {
        let scratch = project.at(".tools/build");
        let mut command = project.cargo("install --locked --target-dir .tools/build");
        command.arg("--root").arg(project.at(root));
        command.args(how.split_whitespace());
        // The folder's flags are for the site, not for its tools.
        command.env_remove("RUSTFLAGS").env_remove("CARGO_BUILD_TARGET");
        // Nobody debugs them: without, Trunk is a third of the size.
        command.env("CARGO_PROFILE_DEV_DEBUG", "false");
        step::run(&mut command, &name, ONLINE)?;
        // Gigabytes that nobody needs again.
        fs::remove_dir_all(&scratch)
            .or_else(|source| if scratch.exists() { Err(source) } else { Ok(()) })
            .map_err(|source| Error::File { doing: "remove", path: scratch, source })
    })
}

/// The version that a tool says it has: the first word of its answer that begins with a digit.
fn version(project: &Project, tool: &str) -> Option<String> {
    said(project.command(tool).arg("--version")).as_deref().and_then(version_in).map(str::to_owned)
}

fn version_in(answer: &str) -> Option<&str> {
    answer.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit()))
}

/// What a program prints, if it is there and ends well.
pub(crate) fn said(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn answers(mut command: Command) -> bool {
    said(&mut command).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_what_the_tools_print() {
        assert_eq!(version_in("trunk 0.21.14"), Some(TRUNK));
        assert_eq!(version_in("wasm-bindgen 0.2.129 (abcdef 2026-01-01)"), Some(WASM_BINDGEN));
        assert_eq!(version_in("wasm-opt version 132 (version_132)"), Some(WASM_OPT));
        assert_eq!(version_in("no such thing"), None);
    }

    #[test]
    fn the_versions_are_those_written_elsewhere() {
        let cargo = include_str!("../../../Cargo.toml");
        let trunk = include_str!("../../../Trunk.toml");
        let npm = include_str!("../../../tests/tools/package.json");
        assert!(cargo.contains(&format!("version = \"={WASM_BINDGEN}\"")), "Cargo.toml pins another wasm-bindgen");
        assert!(trunk.contains(&format!("wasm_bindgen = \"{WASM_BINDGEN}\"")), "Trunk.toml names another wasm-bindgen");
        assert!(
            npm.contains(&format!("\"binaryen\": \"{WASM_OPT}.")),
            "tests/tools/package.json pins another binaryen"
        );
    }
}
