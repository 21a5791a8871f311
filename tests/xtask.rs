//! The developer tasks as one meets them: what the program says, and how it ends.
#![cfg(feature = "xtask")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first thing that is wrong")]

use std::process::{Command, Output};

fn xtask(line: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xtask")).args(line.split_whitespace()).output().expect("xtask starts")
}

fn complaint(line: &str) -> String {
    let output = xtask(line);
    assert!(!output.status.success(), "`{line}` should fail");
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn without_arguments_it_says_what_there_is() {
    for line in ["", "help", "serve --help"] {
        let output = xtask(line);
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success() && said.contains("cargo xtask serve"), "{line}: {said}");
        assert!(said.lines().all(|line| line.chars().count() <= 90), "{said}");
    }
}

#[test]
fn every_mistake_ends_in_what_to_do() {
    for (line, advice) in [
        ("sevre", "See `cargo xtask help`"),
        ("serve --port many", "Give a number"),
        ("build --base closely", "Give a path that begins and ends with a slash"),
        ("build --site-url example.org", "Give the address the site will have"),
        ("new-article Not_A_Name", "Use small letters"),
        ("new-article pace-and-closeness", "Choose another name"),
        ("preview no-such-folder", "Build the site first"),
        ("bench speed", "only `visit`"),
        ("bench visit search", "means nothing here"),
    ] {
        let said = complaint(line);
        assert!(said.contains(advice), "`{line}`: {said}");
    }
}
