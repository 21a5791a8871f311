//! The web app manifest: what the site is called and looks like when it is installed.
//!
//! Discreet: name, icon and pictures say nothing of what is read.

use crate::Site;
use closely::link::Route;
use serde_json::{Value, json};

/// The file.
pub(crate) const FILE: &str = "manifest.webmanifest";

/// `--paper` of the light theme, in assets/styles/tokens.css.
const PAPER: &str = "#fcfbf8";

/// The manifest as JSON.
pub(crate) fn manifest(site: &Site) -> String {
    let home = site.base.href(&Route::Library);
    let icon = |name: &str, size: &str, kind: &str, purpose: &str| -> Value {
        json!({"src": site.base.file(name), "sizes": size, "type": kind, "purpose": purpose})
    };
    let shortcut = |name: &str, route: &Route| -> Value {
        let icons = [icon("icons/icon-192.png", "192x192", "image/png", "any")];
        json!({"name": name, "url": site.base.href(route), "icons": icons})
    };
    let picture = |name: &str, size: &str, factor: &str, label: &str| -> Value {
        let address = site.base.file(&format!("screenshots/{name}"));
        json!({"src": address, "sizes": size, "type": "image/png", "form_factor": factor, "label": label})
    };
    let manifest = json!({
        "id": home,
        "scope": home,
        "start_url": home,
        "name": "Closely",
        "short_name": "Closely",
        "description": "A private reader for long reads. What you mark and write stays on your device.",
        "lang": "en",
        "dir": "ltr",
        "display": "standalone",
        "handle_links": "auto",
        "launch_handler": {"client_mode": "auto"},
        "edge_side_panel": {"preferred_width": 480},
        "orientation": "any",
        "theme_color": PAPER,
        "background_color": PAPER,
        "categories": ["books", "education"],
        "prefer_related_applications": false,
        "icons": [
            icon("icon.svg", "any", "image/svg+xml", "any"),
            icon("icons/icon-192.png", "192x192", "image/png", "any"),
            icon("icons/icon-512.png", "512x512", "image/png", "any"),
            icon("icons/maskable-192.png", "192x192", "image/png", "maskable"),
            icon("icons/maskable-512.png", "512x512", "image/png", "maskable"),
        ],
        "shortcuts": [
            shortcut("Notebook", &Route::Notebook),
            shortcut("Search", &Route::Search { query: String::new() }),
        ],
        "screenshots": [
            picture("wide.png", "1280x800", "wide", "The library on a desktop"),
            picture("narrow.png", "390x844", "narrow", "The library on a phone"),
        ],
    });
    format!("{manifest:#}\n")
}
