//! The benchmarks: how often marks are found again after an article was edited, and how fast.
//!
//! They are programs of `tests/bench`; what they print is theirs to say. Figures that the project stands by are in
//! `tests/bench/results`, written with `-- --write` on a machine that does nothing else.

use crate::{
    error::Error,
    project::Project,
    step::{Step, Steps},
};

/// The benchmarks there are, with the features that they need.
const BENCHES: [(&str, &str); 1] = [("anchoring", "authoring")];

/// `cargo xtask bench NAME`.
pub(crate) fn run(project: &Project, name: &str, rest: &[String]) -> Result<(), Error> {
    let Some((name, features)) = BENCHES.into_iter().find(|(known, _)| *known == name) else {
        let known = BENCHES.map(|(known, _)| format!("`{known}`")).join(", ");
        return Err(Error::Usage(format!("There is no benchmark `{name}`, only {known}")));
    };
    let mut command = project.cargo(&format!(
        "bench --locked --quiet --target-dir target/bench --no-default-features --features {features} --bench {name} --"
    ));
    command.args(rest);
    let advice = "The lines above say why. Correct it, then run this again.";
    let step = Step::program(&format!("Benchmark: {name}"), "3 minutes, 5 the first time", advice, command);
    Steps::of(1).one(step)
}
