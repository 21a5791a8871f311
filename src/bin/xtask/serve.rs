//! `cargo xtask serve`: the release site on this machine, built first where it changed.
//!
//! It serves what a host would serve, and nothing that is made for developing only: no reload script, no proxy.

use crate::{
    build,
    error::Error,
    options::{Base, Site},
    project::Project,
    server::{Folder, Port},
    step,
    step::Steps,
    tools,
};
use std::path::Path;

/// Builds the site if need be and serves it until it is stopped.
pub(crate) fn run(project: &Project, port: u16, site: &Site) -> Result<(), Error> {
    // Taken before the build: nobody likes to hear after ten minutes that the port is in use.
    let port = Port::take(port)?;
    let dist = project.at("dist");
    let mut steps = tools::for_build(project)?;
    steps.extend(build::steps(project, site, &dist)?);
    Steps::of(steps.len()).in_order(steps)?;
    until_stopped(port, &dist, &site.base)
}

/// `cargo xtask preview`: serves a folder as it is.
pub(crate) fn preview(dir: &Path, base: &Base, port: u16) -> Result<(), Error> {
    until_stopped(Port::take(port)?, dir, base)
}

fn until_stopped(port: Port, dir: &Path, base: &Base) -> Result<(), Error> {
    let url = port.url(base)?;
    let serving = port.serve(Folder::open(dir, base)?)?;
    step::say(format!("\nClosely is at {url}\nStop it with Ctrl-C."));
    serving.for_ever();
    Ok(())
}
