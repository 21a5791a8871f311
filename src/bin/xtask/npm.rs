//! npm packages: installed exactly as the committed lock file says, and only when that changed.
//!
//! No package's own script is ever run, and nothing here may change package.json or package-lock.json.

use crate::{error::Error, project::Project, step, step::Step};
use std::{fs, path::PathBuf};

/// True if the packages of this folder are there as its lock file says.
pub(crate) fn is_installed(project: &Project, folder: &str) -> bool {
    let lock = fs::read(lock_file(project, folder)).ok();
    lock.is_some() && lock == fs::read(installed_lock(project, folder)).ok()
}

/// A step that installs the packages of this folder.
pub(crate) fn install(project: &Project, folder: &'static str, title: &str) -> Step {
    let (project, name) = (project.clone(), title.to_owned());
    Step::task(title, "under a minute", move || {
        let mut command = project.command("npm");
        command.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
        command.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1").current_dir(project.at(folder));
        step::run(
            &mut command,
            &name,
            "npm's own words stand above. If they speak of the network, see that this machine reaches the npm \
             registry; if of the lock file, undo changes to package.json; then run the same command again.",
        )?;
        let (from, to) = (lock_file(&project, folder), installed_lock(&project, folder));
        fs::copy(&from, &to).map(drop).map_err(|source| Error::File { doing: "write", path: to, source })
    })
}

fn lock_file(project: &Project, folder: &str) -> PathBuf {
    project.at(folder).join("package-lock.json")
}

/// A copy of the lock file that the installed packages came from.
fn installed_lock(project: &Project, folder: &str) -> PathBuf {
    project.at(folder).join("node_modules/.installed-lock.json")
}
