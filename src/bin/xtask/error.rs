//! Everything that can go wrong in a task. Each message ends in a sentence that says what to do.
//!
//! An error must never hide a tool's own words: a failing tool has printed them before its error is made.

use std::{fmt, io, path::PathBuf, time::Duration};

/// What stopped a task.
#[derive(Debug)]
pub(crate) enum Error {
    /// The command line can't be understood.
    Usage(String),
    /// A value on the command line is not one that works.
    Option { option: &'static str, value: String, wanted: String },
    /// Cargo.toml of this project is not to be found.
    NoProject,
    /// A program that this project can't install is missing.
    NoProgram { program: &'static str, why: &'static str },
    /// Node.js is older than the oldest that works.
    OldNode { found: String },
    /// A program could not be started at all.
    Start { program: String, source: io::Error },
    /// A step ended badly; the tool has said why.
    Step { title: String, ended: String, after: Duration, advice: String },
    /// Several independent steps ended badly.
    Steps(Vec<String>),
    /// A file or folder could not be read or written.
    File { doing: &'static str, path: PathBuf, source: io::Error },
    /// There is nothing to serve in this folder.
    NoSite(PathBuf),
    /// A `_headers` file has a line that no host would understand.
    Headers { path: PathBuf, line: usize, what: &'static str },
    /// The port is taken.
    PortInUse(u16),
    /// The server could not start for another reason.
    Listen { port: u16, source: io::Error },
    /// A folder of articles is missing, or holds none.
    NoArticles { dir: PathBuf, found: bool },
    /// A name that can't be an article's address.
    Slug { slug: String, what: &'static str },
    /// An article of that name is there already.
    ArticleExists(PathBuf),
    /// The articles have faults, which have been printed.
    #[cfg(feature = "authoring")]
    Faults(usize),
    /// The browser named by CHROMIUM is not there.
    NoBrowser(PathBuf),
    /// What went wrong has been printed already.
    AlreadySaid,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(what) => write!(f, "{what}. See `cargo xtask help` for what there is."),
            Self::Option { option, value, wanted } => write!(f, "{option} can't be `{value}`. Give {wanted}."),
            Self::NoProject => write!(
                f,
                "There is no Cargo.toml of the package `closely` here or above. Run this inside the project's folder."
            ),
            Self::NoProgram { program, why } => write!(f, "`{program}` is not on this machine's PATH. {why}"),
            Self::OldNode { found } => write!(
                f,
                "Node.js {found} is too old. Install version 20 or newer from nodejs.org or your package manager, then \
                 run this again."
            ),
            Self::Start { program, source } => write!(
                f,
                "`{program}` could not be started: {source}. See that it is installed, on PATH and executable, then \
                 run this again."
            ),
            Self::Step { title, ended, after, advice } => {
                write!(f, "Failed: {title} ({ended}, after {}). {advice}", crate::step::spoken(*after))
            }
            Self::Steps(titles) => write!(
                f,
                "Failed: {}. The output above says why for each; put them right and run this again.",
                titles.join("; ")
            ),
            Self::File { doing, path, source } => write!(
                f,
                "Could not {doing} {}: {source}. See that the place exists, is yours to change and has room, then run \
                 this again.",
                path.display()
            ),
            Self::NoSite(dir) => {
                write!(f, "There is no index.html in {}. Build the site first: `cargo xtask build`.", dir.display())
            }
            Self::Headers { path, line, what } => write!(
                f,
                "{}, line {line}: {what}. Correct it in public/_headers, or where that line is written, and build again.",
                path.display()
            ),
            Self::PortInUse(port) => write!(
                f,
                "Port {port} is in use, perhaps by another `cargo xtask serve`. Stop that program, or choose another \
                 port: add `--port {}`.",
                port.checked_add(1).unwrap_or(8080)
            ),
            Self::Listen { port, source } => write!(
                f,
                "Nothing can be served at 127.0.0.1:{port}: {source}. Choose another port, above 1024: add `--port \
                 8081`."
            ),
            Self::NoArticles { dir, found: false } => {
                write!(f, "The folder {} does not exist. Give --articles a folder with articles in it.", dir.display())
            }
            Self::NoArticles { dir, found: true } => write!(
                f,
                "The folder {} holds no article, which is a file that ends in .md. Put one there, or give another \
                 folder; `cargo xtask new-article SLUG` writes a skeleton.",
                dir.display()
            ),
            Self::Slug { slug, what } => write!(
                f,
                "`{slug}` can't be an article's name: {what}. Use small letters a to z, digits and single hyphens, \
                 like `pace-and-closeness`."
            ),
            Self::ArticleExists(path) => {
                write!(f, "{} is there already. Choose another name, or edit that file.", path.display())
            }
            #[cfg(feature = "authoring")]
            Self::Faults(count) => {
                write!(
                    f,
                    "Faults in the articles: {count}, each named above with file and line. Correct them, then run this again."
                )
            }
            Self::NoBrowser(path) => write!(
                f,
                "CHROMIUM names {}, which is not there. Set it to a Chromium or Chrome program, or unset it to have \
                 one found.",
                path.display()
            ),
            Self::AlreadySaid => write!(f, "It failed. The lines above say why and what to do."),
        }
    }
}
