//! What hosts that read `_headers` send with each file, and what crawlers are told.

use crate::{Site, digest, failed, offline};
use std::fs;

/// What the pages never use, said aloud: a script that got in could not use it either.
const PERMISSIONS: &str = "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), \
                           gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()";

/// Pages that nobody has a reason to show inside their own. Articles and packs may stand in a course's page.
const NOT_FRAMED: [&str; 5] = ["/", "/notebook/*", "/search/*", "/settings/*", "/about/*"];

/// The headers of every answer. The offline worker sends the same.
pub(crate) fn everywhere(policy: &str) -> Vec<(&'static str, String)> {
    vec![
        ("Content-Security-Policy", policy.to_owned()),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ("Permissions-Policy", PERMISSIONS.to_owned()),
        ("Referrer-Policy", "no-referrer".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
    ]
}

/// `_headers`, as Netlify and Cloudflare read it. Hashed files never change; pages are asked for anew.
pub(crate) fn headers(site: &Site, everywhere: &[(&str, String)]) -> Result<String, String> {
    let base = site.base.as_str();
    let mut headers = format!("{base}/*\n");
    for (name, value) in everywhere {
        headers.push_str(&format!("  {name}: {value}\n"));
    }
    for path in NOT_FRAMED {
        // A second policy of its own: both hold.
        headers.push_str(&format!("{base}{path}\n  Content-Security-Policy: frame-ancestors 'self'\n"));
    }
    headers.push_str(&format!("{base}/{}\n  Cache-Control: no-cache\n", offline::FILE));
    let listing = fs::read_dir(&site.folder).map_err(|error| failed(&site.folder, &error))?;
    let names = listing.filter_map(|file| file.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| digest::is_in_name(name)).collect();
    names.sort();
    for name in names {
        headers.push_str(&format!("{base}/{name}\n  Cache-Control: public, max-age=31536000, immutable\n"));
    }
    Ok(headers)
}

/// `robots.txt`: everything may be read.
pub(crate) fn robots(site: &Site) -> String {
    let sitemap = site.absolute(&site.base.file("sitemap.xml"));
    let sitemap = sitemap.map(|address| format!("\nSitemap: {address}\n")).unwrap_or_default();
    format!("User-agent: *\nAllow: /\n{sitemap}")
}
