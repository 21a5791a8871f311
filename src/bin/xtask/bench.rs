//! The benchmarks: questions that are asked of the site in a browser beside its peers, and two that have none.
//!
//! They are programs of `tests/bench`; what they print is theirs to say. Figures that the project stands by are in
//! `tests/bench/results`, written with `-- --write` on a machine that does nothing else.

use crate::{
    browser, build,
    error::Error,
    growth, npm,
    options::Site,
    peers,
    project::Project,
    step::{Step, Steps},
    tools,
};
use std::process::Command;

/// The questions that are asked in a browser; their files are in `tests/bench/browser/questions`.
const QUESTIONS: [&str; 7] = ["visit", "start", "navigation", "highlights", "search", "quotes", "notebook"];

/// Where they are asked.
const BROWSER: &str = "tests/bench/browser";

const ADVICE: &str = "The lines above say why. Correct it, then run this again.";

/// `cargo xtask bench` and `cargo xtask bench NAME`.
pub(crate) fn run(project: &Project, name: Option<&str>, rest: &[String]) -> Result<(), Error> {
    match name {
        Some("anchoring") => Steps::of(1).one(anchoring(project, rest)),
        Some("growth") => growth::run(project, rest),
        Some(name) if !QUESTIONS.contains(&name) => {
            let known = QUESTIONS.join("`, `");
            Err(Error::Usage(format!("There is no benchmark `{name}`, only `{known}`, `anchoring` and `growth`")))
        }
        name => in_browser(project, name, rest),
    }
}

fn anchoring(project: &Project, rest: &[String]) -> Step {
    let mut command = project.cargo(
        "bench --locked --quiet --target-dir target/bench --no-default-features --features authoring --bench anchoring --",
    );
    command.args(rest);
    Step::program("Benchmark: anchoring", "3 minutes, 5 the first time", ADVICE, command)
}

/// Installs the peers, builds the site and asks one question or all.
fn in_browser(project: &Project, name: Option<&str>, rest: &[String]) -> Result<(), Error> {
    let mut steps = installs(project)?;
    steps.extend(peers::install(project)?);
    steps.push(peers::finding_quotes(project));
    // The site that the tests look at, or the folder that was named.
    let dist = project.at("target/site-root");
    let named = rest.iter().any(|argument| argument.starts_with("--dist"));
    if !named {
        steps.extend(build::steps(project, &Site::plain(), &dist)?);
    }
    let mut command = node(project, "run.mjs")?;
    command.args(name).args(rest);
    if !named {
        command.arg("--dist").arg(dist);
    }
    steps.push(Step::program("Measuring", "a quarter of an hour for all", ADVICE, command));
    Steps::of(steps.len()).in_order(steps)
}

/// The steps that install what building and measuring need.
pub(crate) fn installs(project: &Project) -> Result<Vec<Step>, Error> {
    let mut steps = tools::for_build(project)?;
    if !npm::is_installed(project, BROWSER) {
        steps.push(npm::install(project, BROWSER, "Installing peers from npm"));
    }
    steps.extend(browser::install(project)?);
    Ok(steps)
}

/// One of our programs for Node.js, which finds peers and browser.
pub(crate) fn node(project: &Project, program: &str) -> Result<Command, Error> {
    let mut command = project.command("node");
    // WASI is what runs our own anchoring beside its peer; Node.js would warn that it may change.
    command.args(["--no-warnings", program]).current_dir(project.at(BROWSER));
    command.env("CLOSELY_MDBOOK", peers::mdbook(project));
    if let Some(browser) = browser::on_this_machine()? {
        command.env("CHROMIUM", browser);
    }
    Ok(command)
}
