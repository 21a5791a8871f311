//! One step of a task: says what it does, how far the task is and how long such a step takes; then runs it.
//!
//! A step must never swallow a tool's output: the tool writes straight to the terminal.

use crate::error::Error;
use std::{
    fmt::Display,
    io::Write,
    process::Command,
    sync::mpsc::{RecvTimeoutError, channel},
    thread,
    time::{Duration, Instant},
};

/// How often a long step says that it is still at work.
const HEARTBEAT: Duration = Duration::from_secs(60);

enum Work {
    Program(Command),
    Task(Box<dyn FnOnce() -> Result<(), Error>>),
}

/// Something to be done, and what to say about it.
pub(crate) struct Step {
    title: String,
    usual: &'static str,
    advice: String,
    work: Work,
}

impl Step {
    /// A program to run. `usual` is how long such a step takes; `advice` a sentence on what to do when it fails.
    pub(crate) fn program(title: &str, usual: &'static str, advice: &str, command: Command) -> Self {
        Self { title: title.into(), usual, advice: advice.into(), work: Work::Program(command) }
    }

    /// Several things that make one step.
    pub(crate) fn task(title: &str, usual: &'static str, work: impl FnOnce() -> Result<(), Error> + 'static) -> Self {
        Self { title: title.into(), usual, advice: String::new(), work: Work::Task(Box::new(work)) }
    }

    /// True if a step of the same title is there already.
    pub(crate) fn is_among(&self, others: &[Self]) -> bool {
        others.iter().any(|other| other.title == self.title)
    }
}

/// The steps of one task, counted.
pub(crate) struct Steps {
    done: usize,
    total: usize,
}

impl Steps {
    /// A task of this many steps.
    pub(crate) fn of(total: usize) -> Self {
        Self { done: 0, total }
    }

    /// Counts steps that turned out to be needless as done.
    pub(crate) fn skip(&mut self, needless: usize) {
        self.done = self.done.saturating_add(needless);
    }

    /// Runs the steps one after the other; the first that fails ends it.
    pub(crate) fn in_order(&mut self, steps: Vec<Step>) -> Result<(), Error> {
        steps.into_iter().try_for_each(|step| self.one(step))
    }

    /// Runs all of the steps, whatever fails among them, and then says what did.
    pub(crate) fn every(&mut self, steps: Vec<Step>) -> Result<(), Error> {
        let mut failed = Vec::new();
        for step in steps {
            let title = step.title.clone();
            if let Err(error) = self.one(step) {
                complain(&error);
                failed.push(title);
            }
        }
        if failed.is_empty() { Ok(()) } else { Err(Error::Steps(failed)) }
    }

    /// Runs one step.
    pub(crate) fn one(&mut self, step: Step) -> Result<(), Error> {
        self.done = self.done.saturating_add(1);
        say(format!("[{}/{}] {} (usually {})", self.done, self.total.max(self.done), step.title, step.usual));
        let start = Instant::now();
        let outcome = with_heartbeat(step.usual, move || match step.work {
            Work::Program(mut command) => run(&mut command, &step.title, &step.advice),
            Work::Task(work) => work(),
        });
        if outcome.is_ok() {
            say(format!("      done in {}", spoken(start.elapsed())));
        }
        outcome
    }
}

/// Runs a program to its end, its output going straight to the terminal.
pub(crate) fn run(command: &mut Command, title: &str, advice: &str) -> Result<(), Error> {
    let start = Instant::now();
    let status = command
        .status()
        .map_err(|source| Error::Start { program: command.get_program().to_string_lossy().into_owned(), source })?;
    if status.success() {
        return Ok(());
    }
    let ended = status.to_string();
    Err(Error::Step { title: title.into(), ended, after: start.elapsed(), advice: advice.into() })
}

/// Does the work here, while another thread says now and then that it goes on.
fn with_heartbeat<T>(usual: &'static str, work: impl FnOnce() -> T) -> T {
    let (finished, waiting) = channel::<()>();
    let start = Instant::now();
    let heart = thread::spawn(move || {
        while waiting.recv_timeout(HEARTBEAT) == Err(RecvTimeoutError::Timeout) {
            say(format!("      still at work after {} (usually {usual})", spoken(start.elapsed())));
        }
    });
    let outcome = work();
    drop(finished);
    // The thread only prints; if it broke, there is nothing to save.
    let _ = heart.join();
    outcome
}

/// Prints a line. A closed terminal is no reason to stop; tests stay quiet.
pub(crate) fn say(line: impl Display) {
    if !cfg!(test) {
        let _ = writeln!(std::io::stdout(), "{line}");
    }
}

/// Prints what went wrong.
pub(crate) fn complain(what: impl Display) {
    if !cfg!(test) {
        let _ = writeln!(std::io::stderr(), "\n{what}");
    }
}

/// A time as one says it: `0.4 s`, `12 s`, `3 min 5 s`.
pub(crate) fn spoken(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", time.as_secs_f32()),
        10..60 => format!("{seconds} s"),
        _ => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_as_one_says_them() {
        let said = [430, 12_300, 185_000].map(|ms| spoken(Duration::from_millis(ms)));
        assert_eq!(said, ["0.4 s", "12 s", "3 min 5 s"]);
    }

    #[test]
    fn every_runs_all_and_names_what_failed() {
        let mut steps = Steps::of(3);
        let bad = || Step::task("bad", "no time", || Err(Error::NoProject));
        let outcome = steps.every(vec![bad(), Step::task("good", "no time", || Ok(())), bad()]);
        assert_eq!(steps.done, 3);
        assert!(matches!(outcome, Err(Error::Steps(failed)) if failed == ["bad", "bad"]));
    }

    #[test]
    fn in_order_stops_at_the_first_failure() {
        let mut steps = Steps::of(2);
        let outcome = steps.in_order(vec![
            Step::task("bad", "no time", || Err(Error::NoProject)),
            Step::task("never", "no time", || Ok(())),
        ]);
        assert_eq!(steps.done, 1);
        assert!(matches!(outcome, Err(Error::NoProject)));
    }
}
