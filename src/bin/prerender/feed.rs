//! The Atom feed (RFC 4287) and the sitemap.

use crate::Site;
use crate::metadata::escape;
use crate::routes;
use closely::article::Meta;
use closely::head;
use closely::library;
use closely::link::Route;

/// The feed of the articles. Without the site's own address its links are relative to it.
pub(crate) fn atom(site: &Site) -> String {
    let address = |route: &Route| {
        let href = site.base.href(route);
        site.absolute(&href).unwrap_or(href)
    };
    let own = site.base.file("feed.xml");
    let own = site.absolute(&own).unwrap_or(own);
    let updated = library::catalogue().iter().map(|meta| meta.updated).max().map(|date| date.iso());
    let entries: String =
        library::catalogue().iter().map(|meta| entry(meta, &address(&Route::article(&meta.slug)))).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n\
         <id>urn:closely:library</id>\n<title>Closely</title>\n<subtitle>{}</subtitle>\n\
         <link rel=\"self\" href=\"{}\"/>\n<link href=\"{}\"/>\n<updated>{}T00:00:00Z</updated>\n{entries}</feed>\n",
        escape(head::library()),
        escape(&own),
        escape(&address(&Route::Library)),
        updated.unwrap_or_default(),
    )
}

fn entry(meta: &Meta, address: &str) -> String {
    let (published, updated) = (meta.published.iso(), meta.updated.iso());
    format!(
        "<entry>\n<id>urn:closely:article:{}</id>\n<title>{}</title>\n<link href=\"{}\"/>\n\
         <published>{published}T00:00:00Z</published>\n<updated>{updated}T00:00:00Z</updated>\n\
         <author><name>{}</name></author>\n<summary>{}</summary>\n</entry>\n",
        escape(&meta.slug),
        escape(&meta.title),
        escape(address),
        escape(&meta.byline),
        escape(&meta.summary),
    )
}

/// The sitemap; there is none without the site's own address.
pub(crate) fn sitemap(site: &Site) -> Option<String> {
    site.origin.as_ref()?;
    let urls: String = routes::all(site)
        .into_iter()
        // The reader's own page may be found, but holds nothing to be looked for.
        .filter(|page| page.metadata.indexed && page.path != Route::Notebook.path())
        .filter_map(|page| {
            let modified = page.metadata.article.map(|meta| format!("<lastmod>{}</lastmod>", meta.updated.iso()));
            let address = escape(&page.metadata.address?);
            Some(format!("<url><loc>{address}</loc>{}</url>\n", modified.unwrap_or_default()))
        })
        .collect();
    Some(format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{urls}</urlset>\n"
    ))
}
