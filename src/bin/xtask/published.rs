//! `cargo xtask publish-sections`: notes every section id of the library as published, so that the build can refuse to
//! lose one.
//!
//! It only ever adds: an id that vanished stops it, as it stops every build. The tasks are built without the reader of
//! articles, so that a fault in an article stops no task; this one starts itself again with it.

use crate::{error::Error, options::Site, project::Project};

/// Writes the list beside the articles.
#[cfg(feature = "authoring")]
pub(crate) fn run(project: &Project, site: &Site) -> Result<(), Error> {
    use closely::build::{PUBLISHED_FILE, load, published_list};

    let dir = site.articles.clone().unwrap_or_else(|| project.at("assets/articles"));
    let library = load(&dir).map_err(|faults| {
        for fault in &faults {
            crate::step::complain(fault);
        }
        Error::Faults(faults.len())
    })?;
    let list = published_list(&library.articles);
    let path = dir.join(PUBLISHED_FILE);
    std::fs::write(&path, &list).map_err(|source| Error::File { doing: "write", path: path.clone(), source })?;
    let ids = list.lines().filter(|line| !line.starts_with('#')).count();
    crate::step::say(format!("{} names {ids} section ids. Commit it with the articles.", path.display()));
    Ok(())
}

/// Starts this task again with the reader of articles.
#[cfg(not(feature = "authoring"))]
pub(crate) fn run(project: &Project, site: &Site) -> Result<(), Error> {
    use crate::step::{Step, Steps};

    let mut again = project.cargo(
        "run --quiet --target-dir target/native --no-default-features --features authoring,xtask --bin xtask -- \
         publish-sections",
    );
    if let Some(dir) = &site.articles {
        let dir = dir.canonicalize().map_err(|_| Error::NoArticles { dir: dir.clone(), found: false })?;
        again.arg("--articles").arg(dir);
    }
    let advice = "The lines above name the file and what is wrong with it: correct that, then run this again.";
    Steps::of(1).one(Step::program(
        "Reading the articles and listing their sections",
        "seconds, a minute the first time",
        advice,
        again,
    ))
}
