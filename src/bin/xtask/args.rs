//! The command line: what was asked for. Nothing is done here.

use crate::{
    error::Error,
    options::{Base, Site},
};
use std::path::PathBuf;

/// What `cargo xtask` and `cargo xtask help` say.
pub(crate) const USAGE: &str = "\
Closely: what you can do here.

  cargo xtask serve              build the site and read it at http://127.0.0.1:8080
      --port 8081                at another port
  cargo xtask test               run every check and every test, in a browser too
      --fast                     only what needs no browser
      -- --grep bookmark         the rest goes to Playwright
  cargo xtask check              format, clippy, native tests (what `test` does first)
  cargo xtask build              write the site to dist/, ready for any static host
  cargo xtask new-article SLUG   write the skeleton of an article
  cargo xtask publish-sections   note all section ids as published: no build may lose them
  cargo xtask preview DIR        serve a folder that is built already (--base, --port)
  cargo xtask bench              how fast all of it is, beside mdBook and others
      visit, search, …           one question alone; `growth`, `anchoring`: with no peers
      -- --write                 into tests/bench/results and the README, too

For serve and build:
      --base /closely/           the path it is served under
      --articles DIR             other articles than those in assets/articles
For build:
      --site-url https://…       the address it will have: link previews and feed name it
      --no-offline               no offline copies; those that readers have end

What is missing is installed first, into folders of this project. The first build takes
10 to 15 minutes, most of it for tools that are then there; after that it takes seconds.";

/// The port that `serve` uses.
pub(crate) const PORT: u16 = 8080;

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Task {
    /// Say what there is.
    Help,
    /// Build and serve the site.
    Serve { port: u16, site: Site },
    /// Build the site.
    Build(Site),
    /// Check what needs no browser.
    Check,
    /// Check everything.
    Test { fast: bool, playwright: Vec<String> },
    /// Write an article's skeleton.
    NewArticle { slug: String },
    /// Note the section ids as published.
    PublishSections(Site),
    /// Measure one of the benchmarks, or all.
    Bench { name: Option<String>, rest: Vec<String> },
    /// Serve a folder as it is.
    Preview { dir: PathBuf, base: Base, port: u16 },
}

/// Understands the command line.
pub(crate) fn parse(args: impl IntoIterator<Item = String>) -> Result<Task, Error> {
    let mut args = args.into_iter();
    let Some(task) = args.next() else { return Ok(Task::Help) };
    let mut given = Given::default();
    let mut rest = Vec::new();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--" => {
                rest.extend(args);
                break;
            }
            "--help" | "-h" => return Ok(Task::Help),
            _ => given.take(arg, &mut args)?,
        }
    }
    let task = match task.as_str() {
        "help" | "--help" | "-h" => return Ok(Task::Help),
        "serve" => {
            let port = given.port()?;
            Task::Serve { port, site: given.site()? }
        }
        "build" => Task::Build(Site { offline: given.no_offline.take().is_none(), ..given.site()? }),
        "check" => Task::Check,
        "test" => Task::Test { fast: given.fast.take().is_some(), playwright: std::mem::take(&mut rest) },
        "new-article" => {
            let slug = given.word("cargo xtask new-article needs a name, like `pace-and-closeness`")?;
            Task::NewArticle { slug }
        }
        "publish-sections" => {
            let articles = given.articles.take();
            Task::PublishSections(Site::new(None, None, articles.as_deref())?)
        }
        "bench" => {
            let name = (!given.words.is_empty()).then(|| given.words.remove(0));
            Task::Bench { name, rest: std::mem::take(&mut rest) }
        }
        "preview" => {
            let dir = given.word("cargo xtask preview needs a folder, like `dist`")?.into();
            let base = given.base.take().map_or(Ok(Base::root()), |base| Base::parse(&base))?;
            Task::Preview { dir, base, port: given.port()? }
        }
        other => return Err(Error::Usage(format!("There is no task `{other}`"))),
    };
    match given.left_over().or(rest.first()) {
        Some(extra) => Err(Error::Usage(format!("`{extra}` means nothing here"))),
        None => Ok(task),
    }
}

/// What stood on the command line after the task. Each task takes out what it knows; the rest is a mistake.
#[derive(Default)]
struct Given {
    base: Option<String>,
    port: Option<String>,
    site_url: Option<String>,
    articles: Option<String>,
    fast: Option<String>,
    no_offline: Option<String>,
    words: Vec<String>,
    unknown: Option<String>,
}

impl Given {
    /// Sorts one argument in, with its value: `--port 8081` or `--port=8081`.
    fn take(&mut self, arg: String, rest: &mut impl Iterator<Item = String>) -> Result<(), Error> {
        let (name, value) = match arg.split_once('=') {
            Some((name, value)) if name.starts_with("--") => (name.to_owned(), Some(value.to_owned())),
            _ => (arg, None),
        };
        let slot = match name.as_str() {
            "--base" => &mut self.base,
            "--port" => &mut self.port,
            "--site-url" => &mut self.site_url,
            "--articles" => &mut self.articles,
            "--fast" | "--no-offline" if value.is_none() => {
                let flag = if name == "--fast" { &mut self.fast } else { &mut self.no_offline };
                *flag = Some(name);
                return Ok(());
            }
            option if option.starts_with('-') => {
                self.unknown.get_or_insert(name);
                return Ok(());
            }
            _ => {
                self.words.push(name);
                return Ok(());
            }
        };
        let value = value.or_else(|| rest.next()).ok_or_else(|| Error::Usage(format!("{name} needs a value")))?;
        match slot.replace(value) {
            Some(_) => Err(Error::Usage(format!("{name} is given twice"))),
            None => Ok(()),
        }
    }

    fn port(&mut self) -> Result<u16, Error> {
        let Some(value) = self.port.take() else { return Ok(PORT) };
        value.parse().ok().filter(|port| *port > 0).ok_or_else(|| Error::Option {
            option: "--port",
            value,
            wanted: "a number from 1 to 65535, above 1024 as a rule".into(),
        })
    }

    fn site(&mut self) -> Result<Site, Error> {
        let (base, url, articles) = (self.base.take(), self.site_url.take(), self.articles.take());
        Site::new(base.as_deref(), url.as_deref(), articles.as_deref())
    }

    fn word(&mut self, missing: &str) -> Result<String, Error> {
        if self.words.is_empty() { Err(Error::Usage(missing.into())) } else { Ok(self.words.remove(0)) }
    }

    fn left_over(&self) -> Option<&String> {
        let options =
            [&self.unknown, &self.base, &self.port, &self.site_url, &self.articles, &self.fast, &self.no_offline];
        options.into_iter().flatten().next().or(self.words.first())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first thing that is not as it should be")]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Task, Error> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn no_arguments_ask_for_help() {
        for line in ["", "help", "--help", "serve -h"] {
            assert_eq!(read(line).unwrap(), Task::Help, "{line}");
        }
    }

    #[test]
    fn tasks_take_their_options() {
        assert_eq!(read("serve").unwrap(), Task::Serve { port: 8080, site: Site::plain() });
        assert_eq!(read("serve --port=9000").unwrap(), Task::Serve { port: 9000, site: Site::plain() });
        let site = Site::new(Some("/closely/"), Some("https://example.org"), Some("mine")).unwrap();
        let line = "build --base /closely/ --site-url https://example.org --articles mine";
        assert_eq!(read(line).unwrap(), Task::Build(site));
        assert_eq!(read("build --no-offline").unwrap(), Task::Build(Site { offline: false, ..Site::plain() }));
        assert_eq!(read("test --fast").unwrap(), Task::Test { fast: true, playwright: vec![] });
        let playwright = vec!["--grep".to_owned(), "serve".to_owned()];
        assert_eq!(read("test -- --grep serve").unwrap(), Task::Test { fast: false, playwright });
        assert_eq!(read("new-article a-b").unwrap(), Task::NewArticle { slug: "a-b".into() });
        let bench = |name: Option<&str>| Task::Bench { name: name.map(str::to_owned), rest: vec!["--write".into()] };
        assert_eq!(read("bench anchoring -- --write").unwrap(), bench(Some("anchoring")));
        assert_eq!(read("bench -- --write").unwrap(), bench(None));
        let preview = Task::Preview { dir: "dist".into(), base: Base::root(), port: 8080 };
        assert_eq!(read("preview dist").unwrap(), preview);
    }

    #[test]
    fn what_a_task_does_not_know_is_a_mistake() {
        for line in [
            "sevre",
            "serve --prot 1",
            "serve --port",
            "serve --port 0",
            "serve --port 70000",
            "serve --fast",
            "serve extra",
            "build --base closely",
            "build --base / --base /",
            "check --fast",
            "serve --no-offline",
            "check -- x",
            "new-article",
            "new-article a b",
            "bench a b",
            "preview",
        ] {
            assert!(read(line).is_err(), "{line}");
        }
    }
}
