//! The content-security-policy: what a page may run, show and ask for. Nothing of anybody else's, nothing inline that was
//! not there when the site was built.
//!
//! It is computed from the final bytes of the pages. Each page carries it in a `<meta>`, for hosts without headers; the
//! same text stands in `_headers` and in the offline worker.

use crate::digest;
use std::collections::BTreeSet;

/// The place in a page where its policy goes: before everything that it governs.
const PLACE: &str = "<meta charset=\"utf-8\">";

/// The hashes of the inline scripts and style sheets of pages.
#[derive(Default)]
pub(crate) struct Policy {
    scripts: BTreeSet<String>,
    styles: BTreeSet<String>,
}

impl Policy {
    /// Takes note of what stands inside a page.
    pub(crate) fn add(&mut self, html: &str) {
        self.scripts.extend(inline(html, "script").map(|text| digest::base64(text.as_bytes())));
        self.styles.extend(inline(html, "style").map(|text| digest::base64(text.as_bytes())));
    }

    /// The policy in a line. A framed page is no danger to a reader (browsers give it a storage of its own), so it has no
    /// word on frames: `_headers` has, for pages that nobody has a reason to frame.
    pub(crate) fn line(&self) -> String {
        let hashes =
            |hashes: &BTreeSet<String>| hashes.iter().map(|hash| format!(" 'sha256-{hash}'")).collect::<String>();
        // Pictures: figures are files, codes and saved pictures are made in the page.
        format!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{}; style-src{}; img-src 'self' data: blob:; \
             font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; \
             form-action 'self'",
            hashes(&self.scripts),
            hashes(&self.styles)
        )
    }

    /// The page with this policy in its head, and a word to browsers not to tell other sites where a reader comes from.
    pub(crate) fn inside(&self, html: &str) -> Result<String, String> {
        let (before, after) =
            html.split_once(PLACE).ok_or_else(|| format!("index.html has no {PLACE}. Put it back."))?;
        let line = self.line();
        Ok(format!(
            "{before}{PLACE}\n<meta http-equiv=\"Content-Security-Policy\" content=\"{line}\">\n\
             <meta name=\"referrer\" content=\"no-referrer\">{after}"
        ))
    }
}

/// What stands inside the elements of this name. Scripts with an address have nothing inside; data are not run.
fn inline<'a>(html: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    let (start, end) = (format!("<{name}"), format!("</{name}>"));
    let mut rest = html;
    std::iter::from_fn(move || {
        loop {
            let (_, tag) = rest.split_once(&start)?;
            let (attributes, inside) = tag.split_once('>')?;
            let (inside, after) = inside.split_once(&end)?;
            rest = after;
            if !attributes.contains("application/ld+json") && !attributes.contains(" src=") {
                return Some(inside);
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_run_is_hashed_and_data_are_not() {
        let html = "<script type=\"application/ld+json\">{}</script><script>abc</script><script src=\"x\"></script>\
                    <script type=\"module\">d</script><style>abc</style>";
        assert_eq!(inline(html, "script").collect::<Vec<_>>(), ["abc", "d"]);
        let mut policy = Policy::default();
        policy.add(html);
        let line = policy.line();
        assert!(line.contains("style-src 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='; img-src"), "{line}");
        assert!(line.contains("'sha256-GKw+c0PwFokMUQ6T+TUmEWnZ4/VlQ2Qpgw+vCTT0+OQ='"), "{line}");
        assert!(!line.contains("unsafe-inline"));
    }

    #[test]
    fn the_policy_stands_before_what_it_governs() {
        let page = Policy::default().inside("<head><meta charset=\"utf-8\">\n<script>").unwrap_or_default();
        assert!(page.find("Content-Security-Policy") < page.find("<script>"));
        assert!(Policy::default().inside("<head>").is_err());
    }
}
