//! EPUB 3.3 books for e-readers: one of each article, and one of the whole library.
//!
//! Written from the same tree as the pages. Nothing in a book asks the network for anything, and equal articles make
//! equal bytes: no clock is read.

mod archive;
mod chapter;
mod package;
mod xhtml;

use crate::Site;
use closely::article::Article;
use closely::head;
use closely::library;
use closely::link::Route;

/// A book.
struct Book {
    /// Its title.
    title: String,
    /// What it is about.
    summary: String,
    /// Its name among all books: the articles and revisions that it holds.
    identifier: String,
    /// What it holds, in reading order.
    articles: Vec<Article>,
    /// Where it comes from, where that is known.
    source: Option<String>,
}

impl Book {
    fn holds(&self, slug: &str) -> bool {
        self.articles.iter().any(|article| article.meta.slug == slug)
    }

    /// The latest revision of what it holds.
    fn modified(&self) -> String {
        let latest = self.articles.iter().map(|article| article.meta.updated).max();
        latest.map(|date| date.iso()).unwrap_or_default()
    }

    fn language(&self) -> &str {
        self.articles.first().map_or("en", |article| article.meta.language.as_str())
    }
}

/// Writes every book.
pub(crate) fn write_all(site: &Site) -> Result<(), String> {
    let articles: Vec<Article> = library::catalogue().iter().filter_map(|meta| library::article(&meta.slug)).collect();
    for article in &articles {
        let meta = &article.meta;
        let book = Book {
            title: meta.title.clone(),
            summary: meta.summary.clone(),
            identifier: format!("urn:closely:article:{}:{}", meta.slug, meta.revision),
            articles: vec![article.clone()],
            source: site.absolute(&site.base.href(&Route::article(&meta.slug))),
        };
        write(site, &closely::link::book_of_article(&meta.slug), &book)?;
    }
    let revisions: Vec<&str> = articles.iter().map(|article| article.meta.revision.as_str()).collect();
    let book = Book {
        title: "Closely: the library".to_owned(),
        summary: head::library().to_owned(),
        identifier: format!("urn:closely:library:{}", revisions.join("-")),
        articles,
        source: site.absolute(&site.base.href(&Route::Library)),
    };
    write(site, closely::link::BOOK_OF_LIBRARY, &book)
}

fn write(site: &Site, name: &str, book: &Book) -> Result<(), String> {
    let mut files = package::files(book);
    for article in &book.articles {
        files.push((package::chapter_file(&article.meta.slug), chapter::xhtml(article, book, site)));
    }
    for file in package::pictures(book) {
        let bytes = crate::picture(&file)?;
        files.push((format!("EPUB/figures/{file}"), bytes));
    }
    let bytes = archive::zip(&files).map_err(|error| format!("{name}: {error}. This is a fault of the build."))?;
    site.write_bytes(name, &bytes)
}
