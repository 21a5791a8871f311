//! What a book says of itself: container, package document, table of contents, style.

use super::Book;
use super::xhtml::{document, element};
use crate::accessibility;
use crate::metadata::{LICENCE, escape};
use closely::article::{Article, Block, Picture};

const CONTAINER: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
    <container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles>\
    <rootfile full-path=\"EPUB/package.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>\n";

/// Where a chapter is, in the container.
pub(super) fn chapter_file(slug: &str) -> String {
    format!("EPUB/{}", chapter_name(slug))
}

/// Where a chapter is, seen from the others.
pub(super) fn chapter_name(slug: &str) -> String {
    format!("article-{slug}.xhtml")
}

/// Everything but chapters and pictures.
pub(super) fn files(book: &Book) -> Vec<(String, Vec<u8>)> {
    vec![
        ("META-INF/container.xml".to_owned(), CONTAINER.into()),
        ("EPUB/package.opf".to_owned(), package(book).into()),
        ("EPUB/nav.xhtml".to_owned(), navigation(book).into()),
        ("EPUB/colophon.xhtml".to_owned(), colophon(book).into()),
        ("EPUB/book.css".to_owned(), include_bytes!("book.css").to_vec()),
    ]
}

/// The files of the raster pictures in a book.
pub(super) fn pictures(book: &Book) -> Vec<String> {
    let blocks = book.articles.iter().flat_map(|article| &article.blocks);
    let files = blocks.filter_map(|block| match block {
        Block::Figure(figure) => match &figure.picture {
            Picture::Image { file, .. } => Some(file.clone()),
            Picture::Drawing { .. } => None,
        },
        _ => None,
    });
    let mut files: Vec<String> = files.collect();
    files.sort();
    files.dedup();
    files
}

fn media_type(picture: &str) -> &'static str {
    match picture.rsplit('.').next() {
        Some("png") => "image/png",
        Some("gif") => "image/gif",
        Some("webp") => "image/webp",
        _ => "image/jpeg",
    }
}

fn has_drawing(article: &Article) -> bool {
    let drawn = |block: &Block| matches!(block, Block::Figure(f) if matches!(f.picture, Picture::Drawing { .. }));
    article.blocks.iter().any(drawn)
}

/// The package document (EPUB 3.3, section 5) with the metadata of EPUB Accessibility 1.1.
fn package(book: &Book) -> String {
    let mut manifest = String::from(
        "<item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>\n\
         <item id=\"colophon\" href=\"colophon.xhtml\" media-type=\"application/xhtml+xml\"/>\n\
         <item id=\"style\" href=\"book.css\" media-type=\"text/css\"/>\n",
    );
    let mut spine = String::new();
    for (index, article) in book.articles.iter().enumerate() {
        let properties = if has_drawing(article) { " properties=\"svg\"" } else { "" };
        manifest.push_str(&format!(
            "<item id=\"c{index}\" href=\"{}\" media-type=\"application/xhtml+xml\"{properties}/>\n",
            escape(&chapter_name(&article.meta.slug))
        ));
        spine.push_str(&format!("<itemref idref=\"c{index}\"/>\n"));
    }
    for (index, file) in pictures(book).iter().enumerate() {
        let (href, kind) = (escape(file), media_type(file));
        manifest.push_str(&format!("<item id=\"p{index}\" href=\"figures/{href}\" media-type=\"{kind}\"/>\n"));
    }
    let mut authors: Vec<&str> = book.articles.iter().map(|article| article.meta.byline.as_str()).collect();
    authors.dedup();
    let mut metadata = String::new();
    let mut put = |name: &str, text: &str| metadata.push_str(&format!("{}\n", element(name, "", &escape(text))));
    put("dc:title", &book.title);
    put("dc:language", book.language());
    put("dc:description", &book.summary);
    authors.iter().for_each(|author| put("dc:creator", author));
    put("dc:publisher", "Closely");
    put("dc:rights", &format!("Creative Commons Attribution 4.0, {LICENCE}"));
    if let Some(source) = &book.source {
        put("dc:source", source);
    }
    let mut meta = |property: &str, text: &str| {
        metadata.push_str(&format!("<meta property=\"{property}\">{}</meta>\n", escape(text)));
    };
    meta("dcterms:modified", &format!("{}T00:00:00Z", book.modified()));
    for mode in accessibility::MODES {
        meta("schema:accessMode", mode);
    }
    meta("schema:accessModeSufficient", accessibility::SUFFICIENT);
    for feature in accessibility::FEATURES {
        meta("schema:accessibilityFeature", feature);
    }
    meta("schema:accessibilityHazard", accessibility::HAZARD);
    meta("schema:accessibilitySummary", accessibility::SUMMARY);
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" \
         unique-identifier=\"id\" xml:lang=\"{}\">\n<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n\
         <dc:identifier id=\"id\">{}</dc:identifier>\n{metadata}</metadata>\n<manifest>\n{manifest}</manifest>\n\
         <spine>\n{spine}<itemref idref=\"colophon\"/>\n</spine>\n</package>\n",
        escape(book.language()),
        escape(&book.identifier),
    )
}

/// The table of contents: chapters of the articles, and the articles where there are several.
fn navigation(book: &Book) -> String {
    let mut list = String::new();
    for article in &book.articles {
        let file = chapter_name(&article.meta.slug);
        let chapters: String = article
            .meta
            .sections
            .iter()
            .filter(|section| section.level == 2)
            .map(|section| link(&format!("{file}#{}", section.id), &section.title, ""))
            .collect();
        let inner = if chapters.is_empty() { String::new() } else { element("ol", "", &chapters) };
        list.push_str(&link(&file, &article.meta.title, &inner));
    }
    list.push_str(&link("colophon.xhtml", "About this book", ""));
    let body = format!(
        "<nav epub:type=\"toc\" role=\"doc-toc\" aria-labelledby=\"contents\"><h1 id=\"contents\">Contents</h1>{}</nav>",
        element("ol", "", &list)
    );
    document(book.language(), "Contents", &body)
}

fn link(href: &str, title: &str, inner: &str) -> String {
    format!("<li><a href=\"{}\">{}</a>{inner}</li>\n", escape(href), escape(title))
}

fn colophon(book: &Book) -> String {
    let source = book.source.as_ref().map(|source| {
        let address = escape(source);
        format!("<p>It can be read, marked and linked to at <a href=\"{address}\">{address}</a>.</p>")
    });
    let body = format!(
        "<section epub:type=\"colophon\" role=\"doc-colophon\" aria-labelledby=\"colophon\"><h1 id=\"colophon\">About \
         this book</h1><p>{}, as of {}.</p>{}<p>You may copy, print and translate it under <a href=\"{LICENCE}\">Creative \
         Commons Attribution 4.0</a> if you say where it comes from.</p><p>It is education for adults, no diagnosis, and \
         no stand-in for a doctor, a therapist or someone you trust.</p></section>",
        escape(&book.title),
        escape(&book.modified()),
        source.unwrap_or_default(),
    );
    document(book.language(), "About this book", &body)
}
