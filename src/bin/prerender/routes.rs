//! Which pages there are, and what the app shows at each.

use crate::Site;
use crate::metadata::Metadata;
use closely::article::{Article, Block, Picture};
use closely::head::Head;
use closely::library;
use closely::link::Route;

/// A page to write.
pub(crate) struct Page {
    /// Its path under the base.
    pub(crate) path: String,
    /// Its file, in the folder to publish.
    pub(crate) file: String,
    /// What stands in its head.
    pub(crate) metadata: Metadata,
}

/// Every page of the site.
pub(crate) fn all(site: &Site) -> Vec<Page> {
    let mut pages = vec![
        page(site, &Route::Library, named("Library", closely::head::library())),
        page(site, &Route::Notebook, named("Notebook", "What you mark and write while reading gathers here.")),
        page(site, &Route::Search { query: String::new() }, named("Search", "Search every article of the library.")),
        page(
            site,
            &Route::Glossary,
            named("Glossary", "The words that the articles explain, and where they are used."),
        ),
        page(site, &Route::Settings, named("Reading and data", "How pages look, and what is kept on your device.")),
        page(site, &Route::Pack, named("Reading packs", "A few places to read closely, each with a question.")),
        page(site, &Route::About, named("About this library", "What this library is, and who may use it.")),
    ];
    pages.extend(library::catalogue().iter().map(|meta| {
        let mut page = page(site, &Route::article(&meta.slug), Head::of_article(meta));
        page.metadata.article = Some(meta);
        page
    }));
    pages.extend(library::catalogue().iter().map(|meta| {
        let description = format!("Sections, questions, words and hand-outs for teaching with “{}”.", meta.title);
        let title = closely::head::educators_title(meta);
        page(site, &Route::Teach { slug: meta.slug.clone() }, named(&title, &description))
    }));
    let mut missing = page(site, &Route::Library, named("There is no page here", "The link may be old."));
    missing.path = "/404/".to_owned();
    missing.file = "404.html".to_owned();
    missing.metadata.address = None;
    missing.metadata.indexed = false;
    pages.push(missing);
    pages
}

fn named(title: &str, description: &str) -> Head {
    Head { title: title.to_owned(), description: description.to_owned() }
}

fn page(site: &Site, route: &Route, head: Head) -> Page {
    let path = route.path();
    let href = site.base.href(route);
    let indexed = !matches!(route, Route::Search { .. } | Route::Settings | Route::Pack);
    Page {
        file: format!("{}index.html", path.trim_start_matches('/')),
        metadata: Metadata { head, address: site.absolute(&href), indexed, article: None },
        path,
    }
}

/// The files of the raster pictures that articles show.
pub(crate) fn pictures() -> Vec<String> {
    let articles = library::catalogue().iter().filter_map(|meta| library::article(&meta.slug));
    articles.flat_map(|article: Article| article.blocks).filter_map(picture).collect()
}

fn picture(block: Block) -> Option<String> {
    match block {
        Block::Figure(figure) => match figure.picture {
            Picture::Image { file, .. } => Some(file),
            Picture::Drawing { .. } => None,
        },
        _ => None,
    }
}
