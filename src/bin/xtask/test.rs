//! `cargo xtask test`: the checks, then the release site in a browser, at the top of a host and under a sub-path.
//!
//! Sites for testing are built beside dist/, which stays as it is. The last line is the browser tests' total, and
//! whatever failed makes the task fail.

use crate::{
    browser, build, check,
    error::Error,
    guest, npm,
    options::Site,
    project::Project,
    server::{Folder, Port},
    step,
    step::{Step, Steps},
    tools,
};
use serde_json::Value;
use std::{
    cell::Cell,
    fs,
    path::{Path, PathBuf},
    rc::Rc,
};

/// Where browser tests are.
const E2E: &str = "tests/e2e";

const ADVICE: &str = "Playwright says above what it expected and what it found; screenshots of failures are in \
                      tests/e2e/results. Correct what is wrong, then run this again; `-- --grep WORDS` runs only some.";

/// How much of a failure's message is said once more at the end.
const LINES_OF_A_FAILURE: usize = 8;

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Totals {
    passed: u64,
    failed: u64,
    skipped: u64,
}

/// Runs everything.
pub(crate) fn run(project: &Project, playwright: &[String]) -> Result<(), Error> {
    // One that knows no address; and one that names it in link previews, sitemap and feed, with an article dropped in.
    let with_guest = Site {
        articles: Some(guest::library(project)?),
        ..Site::new(Some("/closely/"), Some("https://reader.example"), None)?
    };
    let sites: [(_, _, &[&str], _); 2] = [
        ("root", Site::plain(), &["--project=desktop", "--project=phone"], "20 to 30 minutes on two cores"),
        ("sub", with_guest, &["--project=path"], "10 to 15 minutes on two cores"),
    ];
    let mut tools = tools::for_build(project)?;
    tools.extend(tools::for_check(project)?.into_iter().filter(|step| !step.is_among(&tools)).collect::<Vec<_>>());
    if !npm::is_installed(project, E2E) {
        tools.push(npm::install(project, E2E, "Installing Playwright from npm"));
    }
    tools.extend(browser::install(project)?);
    let checks = check::steps(project);

    let mut steps = Steps::of(tools.len() + checks.len() + 3 * sites.len());
    steps.in_order(tools)?;
    steps.every(checks)?;
    let (mut totals, mut failed) = (Totals::default(), false);
    let mut failures = Vec::new();
    for (name, site, only, usual) in sites {
        let dist = project.at("target").join(format!("site-{name}"));
        let build = build::steps(project, &site, &dist)?;
        steps.skip(2_usize.saturating_sub(build.len()));
        steps.in_order(build)?;
        let here = Rc::new(Cell::new(Totals::default()));
        let arguments: Vec<String> =
            only.iter().map(|&only| only.to_owned()).chain(playwright.iter().cloned()).collect();
        if let Err(error) = steps.one(in_browser(project, &arguments, name, dist, site, usual, Rc::clone(&here))) {
            step::complain(error);
            failed = true;
        }
        totals = totals.and(here.get());
        failures.extend(failures_in(&report_of(project, name)));
    }
    if totals.skipped > 0 {
        step::say(format!("\n{} skipped", totals.skipped));
    }
    if failed {
        // Once more, together: what they printed is far above by now.
        let list: String = failures.iter().map(|failure| format!("\n  {failure}")).collect();
        step::complain(format!("Some browser tests failed. The output above says why and what to do.{list}"));
    }
    step::say(format!("\n{} passed, {} failed", totals.passed, totals.failed));
    if failed { Err(Error::AlreadySaid) } else { Ok(()) }
}

/// A step that serves a site and runs Playwright against it.
fn in_browser(
    project: &Project,
    arguments: &[String],
    name: &'static str,
    dist: PathBuf,
    site: Site,
    usual: &'static str,
    totals: Rc<Cell<Totals>>,
) -> Step {
    let title = format!("Browser tests at {}", site.base.as_str());
    let (project, arguments, of_step) = (project.clone(), arguments.to_vec(), title.clone());
    Step::task(&title, usual, move || {
        let port = Port::take(0)?;
        let url = port.url(&site.base)?;
        let _serving = port.serve(Folder::open(&dist, &site.base)?)?;
        let report = report_of(&project, name);
        // A report of an earlier run must not be taken for this one's.
        let _ = fs::remove_file(&report);
        let mut playwright = browser::playwright(&project);
        playwright.arg("test").args(arguments);
        playwright.env("CLOSELY_URL", url).env("CLOSELY_RUN", name).env("CLOSELY_DIST", &dist);
        match site.url() {
            Some(url) => playwright.env("CLOSELY_SITE_URL", url),
            None => playwright.env_remove("CLOSELY_SITE_URL"),
        };
        match &site.articles {
            Some(articles) => playwright.env("CLOSELY_ARTICLES", articles),
            None => playwright.env_remove("CLOSELY_ARTICLES"),
        };
        match browser::on_this_machine()? {
            Some(program) => playwright.env("CHROMIUM", program),
            None => playwright.env_remove("CHROMIUM"),
        };
        match browser::shell() {
            Some(program) => playwright.env("CHROMIUM_SHELL", program),
            None => playwright.env_remove("CHROMIUM_SHELL"),
        };
        let outcome = step::run(&mut playwright, &of_step, ADVICE);
        totals.set(totals_in(&report).unwrap_or_default().or_one_failed(outcome.is_err()));
        outcome
    })
}

/// Where Playwright writes its report of a site's tests.
fn report_of(project: &Project, site: &str) -> PathBuf {
    project.at(E2E).join(format!("report/{site}.json"))
}

/// The tests that failed, by file, line and name, with the first lines of what was wrong.
fn failures_in(report: &Path) -> Vec<String> {
    let report: Option<Value> = fs::read_to_string(report).ok().and_then(|text| serde_json::from_str(&text).ok());
    let mut failures = Vec::new();
    if let Some(report) = report {
        add_failures(&report, &mut failures);
    }
    failures
}

fn add_failures(suite: &Value, failures: &mut Vec<String>) {
    let items = |value: &Value, key: &str| value.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
    let text = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    for inner in items(suite, "suites") {
        add_failures(&inner, failures);
    }
    for spec in items(suite, "specs") {
        let line = spec.get("line").and_then(Value::as_u64).unwrap_or_default();
        for test in items(&spec, "tests").iter().filter(|test| text(test, "status") == "unexpected") {
            let errors = items(test, "results").into_iter().flat_map(|result| items(&result, "errors"));
            let why = errors.map(|error| first_lines(&text(&error, "message"))).next();
            let why = why.filter(|why| !why.is_empty()).unwrap_or_else(|| "no reason given".to_owned());
            let (project, file, title) = (text(test, "projectName"), text(&spec, "file"), text(&spec, "title"));
            failures.push(format!("[{project}] {file}:{line} {title}: {why}"));
        }
    }
}

/// What was expected and what was found stand at the top of a message; the calls that led there do not matter here.
fn first_lines(message: &str) -> String {
    let mut plain = String::new();
    let mut in_sequence = false;
    for c in message.chars() {
        match c {
            // Colours: ESC, a bracket, numbers, a letter.
            '\u{1b}' => in_sequence = true,
            c if in_sequence => in_sequence = !c.is_ascii_alphabetic(),
            c => plain.push(c),
        }
    }
    let lines = plain.lines().filter(|line| !line.trim().is_empty());
    lines.take(LINES_OF_A_FAILURE).collect::<Vec<_>>().join("\n      ")
}

/// The totals in Playwright's own report.
fn totals_in(report: &Path) -> Option<Totals> {
    let report: Value = serde_json::from_str(&fs::read_to_string(report).ok()?).ok()?;
    let count = |key: &str| report.get("stats")?.get(key)?.as_u64();
    Some(Totals {
        passed: count("expected")?.checked_add(count("flaky")?)?,
        failed: count("unexpected")?,
        skipped: count("skipped")?,
    })
}

impl Totals {
    fn and(self, other: Self) -> Self {
        Self {
            passed: self.passed.saturating_add(other.passed),
            failed: self.failed.saturating_add(other.failed),
            skipped: self.skipped.saturating_add(other.skipped),
        }
    }

    /// A run that broke off without counting a failure is a failure.
    fn or_one_failed(self, broke_off: bool) -> Self {
        Self { failed: if broke_off { self.failed.max(1) } else { self.failed }, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn failures_are_named_with_their_reason() {
        let failed = json!({"projectName": "phone", "status": "unexpected",
            "results": [{"errors": [{"message": "\u{1b}[31mExpected: 1\u{1b}[39m\n\nReceived: 2"}]}]});
        let passed = json!({"projectName": "desktop", "status": "expected", "results": [{"errors": []}]});
        let spec = json!({"title": "reads", "file": "a.spec.ts", "line": 7, "tests": [failed, passed]});
        let report = json!({"suites": [{"suites": [{"specs": [spec]}]}]});
        let mut failures = Vec::new();
        add_failures(&report, &mut failures);
        assert_eq!(failures, ["[phone] a.spec.ts:7 reads: Expected: 1\n      Received: 2"]);
    }
}
