//! Whose work is in here, and on what terms: every package of Cargo's and npm's locks has a licence that lets it be used,
//! changed and passed on. And where the tools for it are there, whether any of them has a known weakness.
//!
//! Native: what `cargo metadata` and the lock files say is all that is needed, and nothing is fetched. Advisories change by
//! the day and come from the network: without `cargo-audit`, or without a network, that part is said to be left out.

use crate::{error::Error, project::Project, step, tools};
use serde_json::Value;
use std::fs;

/// Licences of which one is enough.
const ALLOWED: [&str; 15] = [
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "BlueOak-1.0.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    // Of tools alone: axe-core, which is not passed on.
    "MPL-2.0",
    // Of what the benchmarks compare with alone: argparse, which is not passed on.
    "Python-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// The folders with npm packages.
const NPM: [&str; 2] = ["tests/e2e", "tests/tools"];

/// The folder of what the benchmarks compare with, in the versions that people use: its weaknesses are theirs.
const PEERS: &str = "tests/bench/browser";

/// Names and licences.
type Packages = Vec<(String, String)>;

/// Checks every package.
pub(crate) fn run(project: &Project) -> Result<(), Error> {
    let metadata = tools::said(&mut project.cargo("metadata --locked --format-version 1")).unwrap_or_default();
    let mut refused = refused_by(&metadata, in_cargo);
    for folder in NPM.into_iter().chain([PEERS]) {
        let path = project.at(folder).join("package-lock.json");
        let lock = fs::read_to_string(&path).map_err(|source| Error::File { doing: "read", path, source })?;
        refused.extend(refused_by(&lock, in_npm));
    }
    if refused.is_empty() {
        return Ok(());
    }
    for line in &refused {
        step::complain(line);
    }
    step::complain(
        "Take another package, or add its licence to src/bin/xtask/licences.rs if it lets people do as they like.",
    );
    Err(Error::AlreadySaid)
}

/// Asks for known weaknesses where that can be asked.
pub(crate) fn advisories(project: &Project) -> Result<(), Error> {
    let mut weak = false;
    if tools::said(&mut project.cargo("audit --version")).is_some() {
        let said = project.cargo("audit --json").output().map(|output| output.stdout).unwrap_or_default();
        match rust_weaknesses(&String::from_utf8_lossy(&said)) {
            Some(0) => {}
            Some(count) => {
                step::complain(format!("{count} known weaknesses in Rust packages. `cargo audit` names them."));
                weak = true;
            }
            None => step::say(
                "      cargo-audit could not ask for what is known: Rust packages are not compared with known weaknesses.",
            ),
        }
    } else {
        step::say("      cargo-audit is not installed: Rust packages are not compared with known weaknesses.");
    }
    for folder in NPM {
        let mut npm = project.command("npm");
        npm.args(["audit", "--package-lock-only", "--json", "--fetch-retries=0"]).current_dir(project.at(folder));
        let said = npm.output().map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
        match weaknesses(&said) {
            Some(0) => {}
            Some(count) => {
                step::complain(format!(
                    "{folder}: {count} packages have a serious known weakness. `npm audit` names them."
                ));
                weak = true;
            }
            None => step::say(format!(
                "      npm's registry does not answer: {folder} is not compared with known weaknesses."
            )),
        }
    }
    if weak { Err(Error::AlreadySaid) } else { Ok(()) }
}

/// How many weaknesses cargo-audit found; `None` if it could not ask: then it writes no report.
fn rust_weaknesses(said: &str) -> Option<u64> {
    let report: Value = serde_json::from_str(said).ok()?;
    report.get("vulnerabilities")?.get("count")?.as_u64()
}

/// How many serious weaknesses npm found; `None` if it could not ask.
fn weaknesses(said: &str) -> Option<u64> {
    let report: Value = serde_json::from_str(said).ok()?;
    let found = report.get("metadata")?.get("vulnerabilities")?;
    Some(found.get("high")?.as_u64()?.saturating_add(found.get("critical")?.as_u64()?))
}

/// The packages whose licence is none of ours, each with a sentence. What can't be read is refused.
fn refused_by(text: &str, packages: fn(&Value) -> Option<Packages>) -> Vec<String> {
    let Some(packages) = serde_json::from_str(text).ok().as_ref().and_then(packages) else {
        return vec!["The list of packages could not be read: run `cargo metadata --locked`.".to_owned()];
    };
    let refused = packages.into_iter().filter(|(_, licence)| !is_allowed(licence));
    refused.map(|(name, licence)| format!("{name} has the licence “{licence}”.")).collect()
}

fn in_cargo(metadata: &Value) -> Option<Packages> {
    let text = |package: &Value, key: &str| package.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let packages = metadata.get("packages")?.as_array()?;
    Some(packages.iter().map(|package| (text(package, "name"), text(package, "license"))).collect())
}

fn in_npm(lock: &Value) -> Option<Packages> {
    let packages = lock.get("packages")?.as_object()?;
    let licence = |package: &Value| package.get("license").and_then(Value::as_str).unwrap_or_default().to_owned();
    Some(packages.iter().map(|(name, package)| (name.clone(), licence(package))).collect())
}

/// Whether an SPDX expression is met by the licences we allow. Old packages write a slash for `OR`.
fn is_allowed(expression: &str) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    either(&mut rest) && rest.is_empty()
}

/// `a OR b`: the weaker bond, so it is read first.
fn either(words: &mut &[&str]) -> bool {
    let mut met = both(words);
    while let Some((&"OR", rest)) = words.split_first() {
        *words = rest;
        met |= both(words);
    }
    met
}

fn both(words: &mut &[&str]) -> bool {
    let mut met = one(words);
    while let Some((&"AND", rest)) = words.split_first() {
        *words = rest;
        met &= one(words);
    }
    met
}

fn one(words: &mut &[&str]) -> bool {
    let Some((first, rest)) = words.split_first() else { return false };
    *words = rest;
    if *first == "(" {
        let met = either(words);
        let closed = words.split_first().is_some_and(|(word, rest)| {
            *words = rest;
            *word == ")"
        });
        return met && closed;
    }
    ALLOWED.contains(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_are_read_as_they_are_meant() {
        for good in [
            "MIT",
            "MIT OR Apache-2.0",
            "MIT/Apache-2.0",
            "GPL-3.0 OR MIT",
            "(MIT OR GPL-3.0) AND Unicode-3.0",
            "MIT AND ISC",
        ] {
            assert!(is_allowed(good), "{good}");
        }
        for bad in ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT", "MIT)", "MIT Apache-2.0", "UNLICENSED", "OR"] {
            assert!(!is_allowed(bad), "{bad}");
        }
    }

    #[test]
    fn a_package_without_a_licence_is_named() {
        let lock = r#"{"packages": {"": {"license": "MIT"}, "a": {}, "b": {"license": "GPL-3.0"}}}"#;
        assert_eq!(refused_by(lock, in_npm), ["a has the licence “”.", "b has the licence “GPL-3.0”."]);
        let metadata = r#"{"packages": [{"name": "a", "license": "MIT"}, {"name": "b", "license": null}]}"#;
        assert_eq!(refused_by(metadata, in_cargo), ["b has the licence “”."]);
        assert_eq!(refused_by("", in_cargo).len(), 1);
    }

    #[test]
    fn cargo_audit_without_an_answer_is_told_from_one_without_findings() {
        assert_eq!(rust_weaknesses(r#"{"vulnerabilities": {"found": false, "count": 0, "list": []}}"#), Some(0));
        assert_eq!(rust_weaknesses(r#"{"vulnerabilities": {"found": true, "count": 2, "list": [{}, {}]}}"#), Some(2));
        for said in ["", "error: couldn't fetch advisory database", "{}", r#"{"vulnerabilities": {}}"#] {
            assert_eq!(rust_weaknesses(said), None, "{said}");
        }
    }

    #[test]
    fn npm_without_an_answer_is_told_from_npm_without_findings() {
        assert_eq!(weaknesses(r#"{"metadata": {"vulnerabilities": {"high": 1, "critical": 2}}}"#), Some(3));
        assert_eq!(weaknesses(r#"{"message": "no network"}"#), None);
    }
}
