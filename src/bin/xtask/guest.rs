//! A library with one article more: what a tester gets who drops a file into the folder and does nothing else.
//!
//! Only what differs is written, so that nothing is built again without a reason.

use crate::{error::Error, project::Project};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The article that is dropped in.
const GUEST: &str = "tests/fixtures/articles/guest";

/// The folder of articles, with the project's own and the guest.
pub(crate) fn library(project: &Project) -> Result<PathBuf, Error> {
    let library = project.at("target/library-with-guest");
    let articles = library.join("articles");
    copy_all(&project.at("assets/figures"), &library.join("figures"))?;
    copy_all(&project.at("assets/articles"), &articles)?;
    copy_all(&project.at(GUEST), &articles)?;
    Ok(articles)
}

fn copy_all(from: &Path, to: &Path) -> Result<(), Error> {
    let failed = |doing, path: &Path| {
        let path = path.to_path_buf();
        move |source| Error::File { doing, path, source }
    };
    fs::create_dir_all(to).map_err(failed("write", to))?;
    for entry in fs::read_dir(from).map_err(failed("read", from))? {
        let path = entry.map_err(failed("read", from))?.path();
        let Some(name) = path.file_name() else { continue };
        let copy = to.join(name);
        let wanted = fs::read(&path).map_err(failed("read", &path))?;
        if fs::read(&copy).ok().as_ref() != Some(&wanted) {
            fs::write(&copy, wanted).map_err(failed("write", &copy))?;
        }
    }
    Ok(())
}
