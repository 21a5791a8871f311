//! The browser that the tests use: the one on this machine, Debian's package, or Playwright's own.
//!
//! A browser that somebody uses for reading is only started with an empty profile, and never replaced.

use crate::{
    error::Error,
    project::{Project, which},
    step,
    step::Step,
    tools,
};
use std::{env, fs, path::PathBuf, process::Command};

const SHELL: &str = "chromium-headless-shell";
const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// The browser on this machine: the one that CHROMIUM names, or the first that is found.
pub(crate) fn on_this_machine() -> Result<Option<PathBuf>, Error> {
    match named() {
        Some(named) if named.is_file() => Ok(Some(named)),
        Some(named) => which(&named.to_string_lossy()).map(Some).ok_or(Error::NoBrowser(named)),
        None => Ok(NAMES.into_iter().find_map(which)),
    }
}

/// The browser that somebody asked for.
fn named() -> Option<PathBuf> {
    env::var_os("CHROMIUM").filter(|named| !named.is_empty()).map(PathBuf::from)
}

/// Chromium without its window, which runs tests in half the time; not where somebody named their browser. It has no
/// back/forward cache.
pub(crate) fn shell() -> Option<PathBuf> {
    which(SHELL).filter(|_| named().is_none())
}

/// The step that installs what is missing of both, where it can; the one without a window can be done without.
pub(crate) fn install(project: &Project) -> Result<Option<Step>, Error> {
    let found = on_this_machine()?;
    if found.is_some() && (named().is_some() || shell().is_some() || apt().is_none()) {
        return Ok(None);
    }
    let project = project.clone();
    Ok(Some(Step::task("Installing Chromium", "a minute or two", move || {
        if let Some(apt) = apt() {
            if apt.iter().all(|line| succeeds(line)) {
                return Ok(());
            }
            if found.is_some() {
                step::say(format!("      Debian's {SHELL} did not install: tests take longer without it."));
                return Ok(());
            }
            step::say("      Debian's package did not install; trying Playwright's own Chromium.");
        }
        let mut playwright = playwright(&project);
        playwright.args(["install", "chromium"]);
        step::run(
            &mut playwright,
            "Installing Playwright's Chromium",
            "Install Chromium or Chrome yourself and run this again; if it is not on PATH, name the program in the \
             environment variable CHROMIUM.",
        )
    })))
}

/// Playwright's command line, as the tests' own packages bring it.
pub(crate) fn playwright(project: &Project) -> Command {
    let mut command = project.command("node");
    command.arg("node_modules/@playwright/test/cli.js").current_dir(project.at("tests/e2e"));
    command
}

/// How Debian installs its own Chromium, if this is Debian and we may. (Ubuntu's package is only a pointer to a snap.)
fn apt() -> Option<[String; 2]> {
    let is_debian = fs::read_to_string("/etc/os-release")
        .is_ok_and(|text| text.lines().any(|line| matches!(line, "ID=debian" | "ID=raspbian")));
    which("apt-get").filter(|_| is_debian)?;
    let as_root = if tools::said(Command::new("id").arg("-u")).is_some_and(|id| id == "0") {
        ""
    } else {
        tools::said(Command::new("sudo").args(["-n", "true"]))?;
        "sudo -n "
    };
    Some([format!("{as_root}apt-get update -q"), format!("{as_root}apt-get install -q -y chromium {SHELL}")])
}

fn succeeds(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let Some(program) = words.next() else { return false };
    let status = Command::new(program).args(words).env("DEBIAN_FRONTEND", "noninteractive").status();
    status.is_ok_and(|status| status.success())
}
