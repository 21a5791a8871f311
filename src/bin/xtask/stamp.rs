//! Whether a built site is still what a build would make: a digest of all that goes into it, and of all that came out.
//!
//! The digest is of contents, not of times, so a fresh checkout or a touched file costs no build. It is no defence
//! against anyone: it only ever saves time, and where in doubt it says "build".

use crate::{error::Error, options::Site, project::Project, tools};
use std::{
    collections::hash_map::DefaultHasher,
    fs,
    hash::{Hash, Hasher},
    io,
    path::{Path, PathBuf},
};

/// All that goes into a site.
const INPUTS: [&str; 8] =
    ["Cargo.toml", "Cargo.lock", "Trunk.toml", "index.html", ".cargo/config.toml", "assets", "public", "src"];

/// Developer tasks are no part of the site.
const NOT_INPUTS: &str = "src/bin/xtask";

/// The digest of what a build of this site starts from.
pub(crate) fn of_inputs(project: &Project, site: &Site) -> Result<u64, Error> {
    let mut hasher = DefaultHasher::new();
    site.base.as_str().hash(&mut hasher);
    site.origin.hash(&mut hasher);
    site.offline.hash(&mut hasher);
    tools::VERSIONS.hash(&mut hasher);
    tools::said(project.command("rustc").arg("-vV")).hash(&mut hasher);
    let skip = project.at(NOT_INPUTS);
    for input in INPUTS {
        input.hash(&mut hasher);
        add(&mut hasher, &project.at(input), &|path| path == skip)?;
    }
    if let Some(articles) = &site.articles {
        add(&mut hasher, articles, &|_| false)?;
        // Their pictures may stand beside them.
        add(&mut hasher, &articles.with_file_name("figures"), &|_| false)?;
    }
    Ok(hasher.finish())
}

/// True if this folder holds exactly what a build from these inputs has put there.
pub(crate) fn is_fresh(project: &Project, inputs: u64, dist: &Path) -> bool {
    let Ok(output) = of_output(dist) else { return false };
    dist.join("index.html").is_file()
        && fs::read_to_string(place(project, dist)).is_ok_and(|stamp| stamp == text(inputs, output))
}

/// Notes that this folder was built from these inputs.
pub(crate) fn note(project: &Project, inputs: u64, dist: &Path) -> Result<(), Error> {
    let place = place(project, dist);
    let written = place.parent().map_or(Ok(()), fs::create_dir_all);
    let stamp = text(inputs, of_output(dist)?);
    written.and_then(|()| fs::write(&place, stamp)).map_err(|source| Error::File {
        doing: "write",
        path: place,
        source,
    })
}

fn of_output(dist: &Path) -> Result<u64, Error> {
    let mut hasher = DefaultHasher::new();
    add(&mut hasher, dist, &|_| false)?;
    Ok(hasher.finish())
}

fn text(inputs: u64, output: u64) -> String {
    format!("{inputs:016x} {output:016x}\n")
}

fn place(project: &Project, dist: &Path) -> PathBuf {
    let name = dist.file_name().unwrap_or_default().to_string_lossy().into_owned();
    project.at("target/stamps").join(name)
}

/// Adds a file, or all files of a folder in order of their names. What is not there adds nothing but its absence.
fn add(hasher: &mut DefaultHasher, path: &Path, skip: &dyn Fn(&Path) -> bool) -> Result<(), Error> {
    if skip(path) {
        return Ok(());
    }
    let failed = |source: io::Error| Error::File { doing: "read", path: path.to_path_buf(), source };
    if path.is_dir() {
        let mut entries = fs::read_dir(path).and_then(|dir| dir.collect::<io::Result<Vec<_>>>()).map_err(failed)?;
        entries.sort_by_key(fs::DirEntry::file_name);
        entries.len().hash(hasher);
        for entry in entries {
            entry.file_name().hash(hasher);
            add(hasher, &entry.path(), skip)?;
        }
    } else {
        let bytes = match fs::read(path) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(failed(error)),
        };
        bytes.hash(hasher);
    }
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first thing that is not as it should be")]
mod tests {
    use super::*;

    fn digest(dir: &Path) -> u64 {
        of_output(dir).unwrap()
    }

    #[test]
    fn a_changed_renamed_added_or_removed_file_is_noticed_and_a_touched_one_is_not() {
        let dir = std::env::temp_dir().join(format!("closely-stamp-{}", std::process::id()));
        fs::create_dir_all(dir.join("a")).unwrap();
        let write = |name: &str, text: &str| fs::write(dir.join(name), text).unwrap();
        write("a/one", "1");
        let first = digest(&dir);
        write("a/one", "1");
        assert_eq!(digest(&dir), first);
        write("a/one", "2");
        assert_ne!(digest(&dir), first);
        write("a/one", "1");
        write("a/two", "");
        assert_ne!(digest(&dir), first);
        fs::remove_file(dir.join("a/two")).unwrap();
        fs::rename(dir.join("a/one"), dir.join("a/other")).unwrap();
        assert_ne!(digest(&dir), first);
        fs::remove_dir_all(&dir).unwrap();
    }
}
