//! Where the project's folders are, and the PATH on which its tools are found.
//!
//! The project's own tools stand first on that PATH, so that what is checked here is what Trunk will use. Nothing may
//! be written outside the project.

use crate::error::Error;
use std::{
    env,
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
    process::Command,
};

/// The project on this machine.
#[derive(Clone, Debug)]
pub(crate) struct Project {
    root: PathBuf,
}

impl Project {
    /// The project that holds the working folder; Cargo names it when it starts us.
    pub(crate) fn find() -> Result<Self, Error> {
        let start = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).or_else(|| env::current_dir().ok());
        let ours = |dir: &&Path| {
            fs::read_to_string(dir.join("Cargo.toml"))
                .is_ok_and(|text| text.lines().any(|line| line.trim() == "name = \"closely\""))
        };
        let root = start.as_deref().and_then(|dir| dir.ancestors().find(ours)).ok_or(Error::NoProject)?;
        Ok(Self { root: root.to_path_buf() })
    }

    /// A place in the project.
    pub(crate) fn at(&self, place: &str) -> PathBuf {
        self.root.join(place)
    }

    /// A program to be run in the project's folder, with the project's tools first on its PATH.
    pub(crate) fn command(&self, program: &str) -> Command {
        let path = self.path();
        // Found here rather than by the system, which may look along the PATH of this process instead.
        let found = which_in(program, &path).unwrap_or_else(|| PathBuf::from(program));
        let mut command = Command::new(found);
        command.current_dir(&self.root).env("PATH", path);
        command
    }

    /// Cargo, with its arguments given as one line.
    pub(crate) fn cargo(&self, line: &str) -> Command {
        let mut command = self.command("cargo");
        command.args(line.split_whitespace());
        command
    }

    /// The PATH for every program started here.
    fn path(&self) -> OsString {
        let own = [self.at(".tools/bin"), self.at("tests/tools/node_modules/.bin")];
        let before = env::var_os("PATH").unwrap_or_default();
        let all = own.into_iter().chain(env::split_paths(&before));
        env::join_paths(all).unwrap_or(before)
    }
}

/// The articles in a folder and the folders in it: all files that end in `.md`.
pub(crate) fn articles_in(dir: &Path) -> io::Result<Vec<PathBuf>> {
    let mut articles = Vec::new();
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.is_dir() {
            articles.extend(articles_in(&path)?);
        } else if path.extension().is_some_and(|ending| ending == "md") {
            articles.push(path);
        }
    }
    Ok(articles)
}

/// The program of that name on this machine's PATH.
pub(crate) fn which(program: &str) -> Option<PathBuf> {
    which_in(program, &env::var_os("PATH").unwrap_or_default())
}

fn which_in(program: &str, path: &OsString) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd", ".bat"] } else { &[""] };
    env::split_paths(path)
        .flat_map(|dir| endings.iter().map(move |ending| dir.join(format!("{program}{ending}"))))
        .find(|candidate| is_program(candidate))
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}
