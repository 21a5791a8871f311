//! Developer tasks: `cargo xtask` installs, builds, serves and tests the site.
//!
//! This file only chooses the task and turns its outcome into an exit code. It must never do a task's work itself,
//! and nothing in this folder ever becomes part of the site.

mod args;
mod bench;
mod browser;
mod build;
mod check;
mod date;
mod error;
mod growth;
mod guest;
mod headers;
mod licences;
mod new_article;
mod npm;
mod options;
mod peers;
mod project;
mod published;
mod route;
mod serve;
mod server;
mod stamp;
mod step;
mod test;
mod tools;

use crate::{args::Task, error::Error, project::Project};
use std::process::ExitCode;

fn main() -> ExitCode {
    match args::parse(std::env::args().skip(1)).and_then(run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Error::AlreadySaid) => ExitCode::FAILURE,
        Err(error) => {
            step::complain(&error);
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<(), Error> {
    if let Task::Help = task {
        step::say(args::USAGE);
        return Ok(());
    }
    let project = Project::find()?;
    match task {
        Task::Help => Ok(()),
        Task::Serve { port, site } => serve::run(&project, port, &site),
        Task::Build(site) => build::run(&project, &site),
        Task::Check => check::run(&project),
        Task::Test { fast: true, .. } => check::run(&project),
        Task::Test { fast: false, playwright } => test::run(&project, &playwright),
        Task::NewArticle { slug } => new_article::run(&project, &slug),
        Task::PublishSections(site) => published::run(&project, &site),
        Task::Bench { name, rest } => bench::run(&project, name.as_deref(), &rest),
        Task::Preview { dir, base, port } => serve::preview(&dir, &base, port),
    }
}
