//! The release build: Trunk, with the project's tools and no network, into a folder ready for any static host.
//!
//! What is built is never changed afterwards; static pages are written by Trunk's own hook (see Trunk.toml).

use crate::{
    error::Error,
    options::Site,
    project::{self, Project},
    stamp, step,
    step::{Step, Steps},
    tools,
};
use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

/// `cargo xtask build`.
pub(crate) fn run(project: &Project, site: &Site) -> Result<(), Error> {
    let dist = project.at("dist");
    let mut steps = tools::for_build(project)?;
    steps.extend(self::steps(project, site, &dist)?);
    Steps::of(steps.len()).in_order(steps)?;
    step::say("dist/ is ready: copy what is in it to any static host.");
    if site.origin.is_none() {
        step::say("Its address is unknown, so link previews, sitemap and feed name none: add --site-url https://…");
    }
    Ok(())
}

/// The steps that build this site into this folder. None if it is there already, as a build would make it.
pub(crate) fn steps(project: &Project, site: &Site, dist: &Path) -> Result<Vec<Step>, Error> {
    let site = &Site { articles: site.articles.as_deref().map(articles_in).transpose()?, ..site.clone() };
    let inputs = stamp::of_inputs(project, site)?;
    if stamp::is_fresh(project, inputs, dist) {
        step::say(format!("The site for {} is up to date: nothing to build.", site.base.as_str()));
        return Ok(Vec::new());
    }
    let fetch = Step::program(
        "Fetching the Rust packages that are missing",
        "seconds, a minute the first time",
        "Cargo's own words stand above. See that this machine reaches the registry of Rust packages, then run this \
         again.",
        project.cargo("fetch --locked --quiet"),
    );
    let title = format!("Building the release site for {}", site.base.as_str());
    let (trunk, project, dist, name) = (trunk(project, site, dist), project.clone(), dist.to_owned(), title.clone());
    let build = Step::task(&title, "3 to 8 minutes the first time, 2 after a change", move || {
        let mut trunk = trunk;
        step::run(
            &mut trunk,
            &name,
            "The lines above name the file and what is wrong with it: correct that, then run this again.",
        )?;
        stamp::note(&project, inputs, &dist)
    });
    Ok(vec![fetch, build])
}

/// Trunk, told to build this site into this folder. All packages must have been fetched.
pub(crate) fn trunk(project: &Project, site: &Site, dist: &Path) -> Command {
    let mut trunk = project.command("trunk");
    trunk
        .args(["build", "--release", "--locked", "--offline", "--skip-version-check"])
        .args(["--public-url", site.base.as_str()])
        .arg("--dist")
        .arg(dist)
        // All is fetched: neither Trunk nor the Cargo that its hook starts has anything to ask the network for.
        .env("CARGO_NET_OFFLINE", "true");
    // Trunk takes `true` where the rest of the world takes any value.
    if env::var_os("NO_COLOR").is_some() {
        trunk.env("NO_COLOR", "true");
    }
    // What is not asked for must not come in from the environment either.
    match site.offline {
        true => trunk.env_remove("CLOSELY_NO_OFFLINE"),
        false => trunk.env("CLOSELY_NO_OFFLINE", "1"),
    };
    match &site.origin {
        Some(origin) => trunk.env("CLOSELY_SITE_URL", origin),
        None => trunk.env_remove("CLOSELY_SITE_URL"),
    };
    match &site.articles {
        Some(dir) => trunk.env("CLOSELY_ARTICLES", dir),
        None => trunk.env_remove("CLOSELY_ARTICLES"),
    };
    trunk
}

/// The folder as an absolute path, if it holds articles.
fn articles_in(dir: &Path) -> Result<PathBuf, Error> {
    let found = project::articles_in(dir).map(|articles| !articles.is_empty());
    if !matches!(found, Ok(true)) {
        return Err(Error::NoArticles { dir: dir.to_path_buf(), found: found.is_ok() });
    }
    dir.canonicalize().map_err(|source| Error::File { doing: "find", path: dir.to_path_buf(), source })
}
