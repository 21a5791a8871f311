//! The offline worker: its program, and above it the list of what it keeps, from the final bytes.
//!
//! Written last. Every file that a page can ask for is in the list with its SHA-256 and its type; the worker keeps all of
//! them or none.

use crate::scripts::small;
use crate::{Site, digest, failed};
use serde_json::{Map, Value, json};
use std::fs;
use std::path::Path;

/// The file. It stands at the top of the site: that is how far its reach goes.
pub(crate) const FILE: &str = "sw.js";

const WORKER: &str = include_str!("../../../assets/scripts/worker.js");
const FAREWELL: &str = include_str!("../../../assets/scripts/farewell.js");

/// What no page asks for: it is for hosts, crawlers, and the browser's own offer to install.
const NOT_KEPT: [&str; 6] = ["_headers", ".nojekyll", "robots.txt", "sitemap.xml", "screenshots/", FILE];

/// The worker for the folder as it is now.
pub(crate) fn worker(site: &Site, headers: &[(&str, String)]) -> Result<String, String> {
    if !site.offline {
        return Ok(small(FAREWELL).replace("__SCOPE__", &site.base.file("")));
    }
    let mut files = Map::new();
    list(&site.folder, "", &mut files)?;
    let headers: Map<String, Value> = headers.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
    let program = small(WORKER);
    let (listed, sent) = (json!(files).to_string(), json!(headers).to_string());
    let id = digest::short(&[listed.as_bytes(), sent.as_bytes(), program.as_bytes()]);
    let release = json!({"id": id, "base": site.base.file(""), "headers": headers, "files": files});
    Ok(format!("const RELEASE = {release};\n{program}\n"))
}

/// Adds the files of a folder, by the addresses that pages ask for them.
fn list(folder: &Path, under: &str, files: &mut Map<String, Value>) -> Result<(), String> {
    let entries = fs::read_dir(folder).map_err(|error| failed(folder, &error))?;
    for entry in entries {
        let path = entry.map_err(|error| failed(folder, &error))?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            return Err(format!("{}: a name that is no text can't be published. Rename it.", path.display()));
        };
        let whole = format!("{under}{name}");
        if path.is_dir() {
            list(&path, &format!("{whole}/"), files)?;
        } else if !NOT_KEPT.iter().any(|not| whole == *not || (not.ends_with('/') && whole.starts_with(not))) {
            let bytes = fs::read(&path).map_err(|error| failed(&path, &error))?;
            files.insert(address(&whole), json!([digest::base64(&bytes), kind(name)]));
        }
    }
    Ok(())
}

/// Pages are asked for by the folder they stand in. Other names as an address writes them.
fn address(name: &str) -> String {
    let name = name.strip_suffix("index.html").filter(|rest| rest.is_empty() || rest.ends_with('/')).unwrap_or(name);
    name.split('/').map(closely::link::encode).collect::<Vec<_>>().join("/")
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "gif" => "image/gif",
        "ico" => "image/vnd.microsoft.icon",
        "woff2" => "font/woff2",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_known_by_their_folders() {
        assert_eq!(address("index.html"), "");
        assert_eq!(address("read/a/index.html"), "read/a/");
        assert_eq!(address("an index.html"), "an%20index.html");
        assert_eq!(address("404.html"), "404.html");
    }

    #[test]
    fn without_a_copy_the_worker_ends_the_copies_of_this_site_alone() {
        for (base, scope) in [("/", "/"), ("/closely/", "/closely/")] {
            let (folder, base) = (Path::new("").to_owned(), closely::link::Base::new(base));
            let site = Site { folder, base, origin: None, offline: false };
            let worker = worker(&site, &[]).unwrap_or_default();
            assert!(worker.contains(&format!("const PREFIX = 'closely:{scope}:';")), "{worker}");
            assert!(worker.contains("registration.unregister()"), "{worker}");
            assert!(!worker.contains("__") && !worker.contains("RELEASE"), "{worker}");
        }
    }
}
