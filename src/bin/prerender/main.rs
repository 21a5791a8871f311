//! Writes every route as a static page, from the same views as the app: Trunk's post_build hook.
//!
//! In: the page that Trunk built, in the folder it is about to publish. Out, in the same folder: a page a route, 404.html,
//! sitemap, feed, books for e-readers, robots.txt, the web app manifest, the headers for hosts that read `_headers`, and
//! last, from the final bytes of all the rest, the offline worker. It never invents an address: what needs the site's own
//! URL is left out where that is not known.

mod accessibility;
mod digest;
mod epub;
mod feed;
mod headers;
mod manifest;
mod metadata;
mod offline;
mod policy;
mod program;
mod routes;
mod scripts;
mod template;
mod worker;

use closely::link::Base;
use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

/// What the build was asked for.
struct Site {
    /// The folder to publish.
    folder: PathBuf,
    /// The path that the site lives under.
    base: Base,
    /// `https://example.org`, where known.
    origin: Option<String>,
    /// Whether it keeps a copy of itself on the reader's device. If not, copies that are there are ended.
    offline: bool,
}

impl Site {
    fn from_environment() -> Result<Site, String> {
        let folder =
            env::var_os("TRUNK_STAGING_DIR").ok_or("TRUNK_STAGING_DIR is not set. Run `cargo xtask build`.")?;
        let base = env::var("TRUNK_PUBLIC_URL").unwrap_or_else(|_| "/".to_owned());
        let origin = env::var("CLOSELY_SITE_URL").ok().filter(|url| !url.is_empty());
        let offline = env::var_os("CLOSELY_NO_OFFLINE").is_none_or(|no| no.is_empty());
        Ok(Site { folder: folder.into(), base: Base::new(&base), origin: origin.map(|url| origin_of(&url)), offline })
    }

    /// The absolute address of a path that begins with the base.
    fn absolute(&self, href: &str) -> Option<String> {
        self.origin.as_ref().map(|origin| format!("{origin}{href}"))
    }

    fn write(&self, name: &str, contents: &str) -> Result<(), String> {
        self.write_bytes(name, contents.as_bytes())
    }

    fn write_bytes(&self, name: &str, contents: &[u8]) -> Result<(), String> {
        let path = self.folder.join(name);
        let parent = path.parent().unwrap_or(&self.folder);
        fs::create_dir_all(parent).map_err(|error| failed(parent, &error))?;
        fs::write(&path, contents).map_err(|error| failed(&path, &error))
    }
}

/// Scheme and host of a URL; its path is the base.
fn origin_of(url: &str) -> String {
    match url.split_once("://") {
        Some((scheme, rest)) => format!("{scheme}://{}", rest.split('/').next().unwrap_or_default()),
        None => url.trim_end_matches('/').to_owned(),
    }
}

fn failed(path: &Path, error: &dyn Display) -> String {
    format!("{}: {error}. Check that the folder can be written to.", path.display())
}

fn main() -> ExitCode {
    match Site::from_environment().and_then(|site| prerender(&site)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("prerender: {message}");
            ExitCode::FAILURE
        }
    }
}

fn prerender(site: &Site) -> Result<(), String> {
    let worker = worker::place(site)?;
    let program = program::place(site)?;
    let template = template::Template::read(site, &program)?;
    let mut policy = policy::Policy::default();
    let mut pages = Vec::new();
    for page in routes::all(site) {
        let body = closely::app::render(&page.path, &site.base);
        let html = template.page(site, &page, &body, &worker)?;
        policy.add(&html);
        pages.push((page.file, html));
    }
    for (file, html) in pages {
        site.write(&file, &policy.inside(&html)?)?;
    }
    copy_figures(site)?;
    epub::write_all(site)?;
    site.write("feed.xml", &feed::atom(site))?;
    site.write("robots.txt", &headers::robots(site))?;
    site.write(manifest::FILE, &manifest::manifest(site))?;
    // A host that runs Jekyll over a site would drop what begins with an underscore.
    site.write(".nojekyll", "")?;
    if let Some(sitemap) = feed::sitemap(site) {
        site.write("sitemap.xml", &sitemap)?;
    }
    let everywhere = headers::everywhere(&policy.line());
    site.write("_headers", &headers::headers(site, &everywhere)?)?;
    site.write(offline::FILE, &offline::worker(site, &everywhere)?)
}

/// Raster pictures are files beside the pages; drawings are inside them.
fn copy_figures(site: &Site) -> Result<(), String> {
    routes::pictures().iter().try_for_each(|name| site.write_bytes(&format!("figures/{name}"), &picture(name)?))
}

/// The bytes of a raster picture.
fn picture(name: &str) -> Result<Vec<u8>, String> {
    let articles = env::var_os("CLOSELY_ARTICLES").filter(|dir| !dir.is_empty());
    let articles = articles.map_or_else(|| PathBuf::from("assets/articles"), PathBuf::from);
    let places = [articles.join("../figures").join(name), articles.join(name)];
    let path = places.into_iter().find(|path| path.is_file());
    let path = path.ok_or_else(|| format!("The picture {name} is gone. Put it back beside the articles."))?;
    fs::read(&path).map_err(|error| format!("{}: {error}. Check that it can be read.", path.display()))
}
