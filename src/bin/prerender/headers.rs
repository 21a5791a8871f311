//! What hosts that read `_headers` send with each file, and what crawlers are told.

use crate::Site;
use crate::failed;
use std::fs;

/// `_headers`, as Netlify and Cloudflare read it. Hashed files never change; pages are asked for anew.
pub(crate) fn headers(site: &Site) -> Result<String, String> {
    let base = site.base.as_str();
    let mut headers = format!(
        "{base}/*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n  \
         Permissions-Policy: camera=(), geolocation=(), microphone=()\n"
    );
    let listing = fs::read_dir(&site.folder).map_err(|error| failed(&site.folder, &error))?;
    let mut names: Vec<String> =
        listing.filter_map(|file| file.ok()?.file_name().into_string().ok()).filter(|name| is_hashed(name)).collect();
    names.sort();
    for name in names {
        headers.push_str(&format!("{base}/{name}\n  Cache-Control: public, max-age=31536000, immutable\n"));
    }
    Ok(headers)
}

/// Trunk puts a hash into the names of the program's files.
fn is_hashed(name: &str) -> bool {
    [".js", ".wasm"].iter().any(|ending| name.ends_with(ending)) && name.contains('-')
}

/// `robots.txt`: everything may be read.
pub(crate) fn robots(site: &Site) -> String {
    let sitemap = site.absolute(&site.base.file("sitemap.xml"));
    let sitemap = sitemap.map(|address| format!("\nSitemap: {address}\n")).unwrap_or_default();
    format!("User-agent: *\nAllow: /\n{sitemap}")
}
