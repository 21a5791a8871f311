//! Everything that needs no browser: format, clippy in each of the package's shapes, native tests, licences.
//!
//! Each shape has a target folder of its own, so that none throws the others' work away. Nothing is changed here:
//! a file that is not formatted is reported, not rewritten.

use crate::{
    error::Error,
    licences,
    project::Project,
    step,
    step::{Step, Steps},
    tools,
};

const CLIPPY: &str = "Correct what clippy points at above, then run this again.";

/// `cargo xtask check`.
pub(crate) fn run(project: &Project) -> Result<(), Error> {
    let (tools, checks) = (tools::for_check(project)?, steps(project));
    let mut steps = Steps::of(tools.len().saturating_add(checks.len()));
    steps.in_order(tools)?;
    steps.every(checks)?;
    step::say("All checks passed.");
    Ok(())
}

/// The checks. They don't depend on each other.
pub(crate) fn steps(project: &Project) -> Vec<Step> {
    let shapes = [
        (
            "Clippy: pure modules, build script and tasks",
            "--target-dir target/native --no-default-features --features authoring,xtask --all-targets",
        ),
        (
            "Clippy: pages as text, for the prerenderer",
            "--target-dir target/host --no-default-features --features ssr --lib --bin prerender",
        ),
        (
            "Clippy: pages in the browser",
            "--target-dir target/wasm --target wasm32-unknown-unknown --lib --bin closely",
        ),
        (
            "Clippy: the worker",
            "--target-dir target/wasm --target wasm32-unknown-unknown --no-default-features --features worker --lib \
             --bin worker",
        ),
    ];
    let mut steps = vec![Step::program(
        "Format",
        "a second",
        "Run `cargo fmt`, then run this again.",
        project.cargo("fmt --check"),
    )];
    steps.extend(shapes.map(|(title, shape)| {
        let command = project.cargo(&format!("clippy --locked --quiet {shape} -- -D warnings"));
        Step::program(title, "a few seconds, 1 to 2 minutes the first time", CLIPPY, command)
    }));
    steps.push(Step::program(
        "Native tests",
        "a few seconds, a minute the first time",
        "The failing test says above what it expected and what it found: correct the one that is wrong, then run this \
         again.",
        project.cargo("test --locked --target-dir target/native --no-default-features --features authoring,xtask"),
    ));
    steps.push(Step::program(
        "Native tests of the prerenderer",
        "a few seconds, a minute the first time",
        "The failing test says above what it expected and what it found: correct the one that is wrong, then run this \
         again.",
        project.cargo("test --locked --profile host --target-dir target/host --no-default-features --features ssr --bin prerender"),
    ));
    let (one, other) = (project.clone(), project.clone());
    steps.push(Step::task("Licences of all packages", "a second", move || licences::run(&one)));
    steps.push(Step::task("Known weaknesses of packages, where they can be asked for", "a few seconds", move || {
        licences::advisories(&other)
    }));
    steps
}
