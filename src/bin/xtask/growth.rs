//! How the site grows with its library: builds it with generated articles, 3 and more, and says how long that took.
//!
//! The articles are made by `tests/bench/growth`, into ignored folders. The project's own files are never changed: of a
//! view only the time is, which is what Cargo looks at.

use crate::{
    bench, build,
    error::Error,
    options::Site,
    project::Project,
    step::{self, Step, Steps},
};
use serde_json::json;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::{Instant, SystemTime},
};

/// How many articles, unless others are asked for: `-- 3 30`.
const COUNTS: [&str; 3] = ["3", "30", "300"];
/// A view that is touched, to see what an edit of it costs.
const VIEW: &str = "src/pages/about.rs";

const ADVICE: &str = "The lines above say why. Correct it, then run this again.";

/// `cargo xtask bench growth`.
pub(crate) fn run(project: &Project, rest: &[String]) -> Result<(), Error> {
    let (counts, options): (Vec<String>, Vec<String>) =
        rest.iter().cloned().partition(|argument| argument.parse::<u32>().is_ok());
    let counts = if counts.is_empty() { COUNTS.map(str::to_owned).to_vec() } else { counts };
    let mut steps = bench::installs(project)?;
    for count in &counts {
        steps.push(library(project, count));
    }
    let mut command = bench::node(project, "measure.mjs")?;
    command.current_dir(project.at("tests/bench/growth")).args(&counts).args(options);
    steps.push(Step::program("Measuring what was built", "5 minutes", ADVICE, command));
    Steps::of(steps.len()).in_order(steps)
}

/// Makes a library and builds it: whole, after a line of an article has changed, and after a view has.
fn library(project: &Project, count: &str) -> Step {
    let (project, count) = (project.clone(), count.to_owned());
    let title = format!("A library of {count} articles, built three times");
    Step::task(&title, "5 to 20 minutes", move || {
        let folder = project.at("target/growth").join(&count);
        let articles = folder.join("articles");
        generate(&project, &count, &articles)?;
        let site = Site { articles: Some(articles.clone()), ..Site::plain() };
        let dist = folder.join("dist");
        let whole = timed(build::trunk(&project, &site, &dist))?;
        let first = articles.join("article-0000.md");
        let text = fs::read_to_string(&first).map_err(|source| failed("read", &first, source))?;
        let edited = format!("{text}\nOne more line.\n");
        fs::write(&first, edited).map_err(|source| failed("write", &first, source))?;
        let article = timed(build::trunk(&project, &site, &dist))?;
        let view = project.at(VIEW);
        fs::File::options()
            .append(true)
            .open(&view)
            .and_then(|file| file.set_modified(SystemTime::now()))
            .map_err(|source| failed("touch", &view, source))?;
        let view = timed(build::trunk(&project, &site, &dist))?;
        let seconds = json!({ "whole": whole, "article": article, "view": view });
        let noted = folder.join("build.json");
        fs::write(&noted, seconds.to_string()).map_err(|source| failed("write", &noted, source))
    })
}

fn generate(project: &Project, count: &str, into: &Path) -> Result<(), Error> {
    let mut command = project.command("node");
    command.arg("tests/bench/growth/articles.mjs").arg(count).arg(into);
    step::run(&mut command, "Making articles", ADVICE)
}

/// Runs a build; gives the seconds that it took.
fn timed(mut command: Command) -> Result<f64, Error> {
    let start = Instant::now();
    step::run(&mut command, "Building", ADVICE)?;
    Ok(start.elapsed().as_secs_f64())
}

fn failed(doing: &'static str, path: &Path, source: std::io::Error) -> Error {
    Error::File { doing, path: PathBuf::from(path), source }
}
