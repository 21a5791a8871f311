//! The page that Trunk built, as a template: its style sheets and its start script put inside, its places filled.

use crate::program::Program;
use crate::routes::Page;
use crate::{Site, failed, manifest, scripts};
use closely::words;
use std::collections::BTreeMap;
use std::fs;

const APP: &str = "<div id=\"app\"></div>";
const TITLE: &str = "<title>Closely</title>";
const ROOT: &str = "<html lang=\"en\">";

/// The template.
pub(crate) struct Template {
    html: String,
    /// The later parts of the program.
    later: BTreeMap<String, Vec<String>>,
}

impl Template {
    /// Reads the page and puts its style sheets inside: one answer of the host is enough to paint.
    pub(crate) fn read(site: &Site, program: &Program) -> Result<Template, String> {
        let folder = &site.folder;
        let path = folder.join("index.html");
        let mut html = fs::read_to_string(&path).map_err(|error| failed(&path, &error))?;
        let mut styles = String::new();
        while let Some((before, href, after)) = style_sheet(&html) {
            let name = href.rsplit('/').next().unwrap_or_default().to_owned();
            let path = folder.join(&name);
            styles.push_str(&fs::read_to_string(&path).map_err(|error| failed(&path, &error))?);
            fs::remove_file(&path).map_err(|error| failed(&path, &error))?;
            html = format!("{before}{after}");
        }
        let styles = format!("<style>{}</style>\n</head>", smaller(&styles));
        html = fill(&html, "</head>", &styles)?;
        while let Some((before, comment)) = html.split_once("<!--") {
            let after = comment.split_once("-->").map_or("", |(_, after)| after);
            html = format!("{}{}", before.trim_end(), after);
        }
        for (key, text) in words::room(words::ENGLISH, "companion") {
            html = html.replace(&format!("__{key}__"), &crate::metadata::escape(text));
        }
        html = scripts::install(site, &html, program)?;
        for place in [APP, TITLE, ROOT] {
            if !html.contains(place) {
                return Err(format!("index.html has no {place}. Put it back."));
            }
        }
        Ok(Template { html, later: program.later.clone() })
    }

    /// The page with everything in its place.
    pub(crate) fn page(&self, site: &Site, page: &Page, body: &str, worker: &str) -> Result<String, String> {
        let [base, worker] = [site.base.as_str(), worker].map(crate::metadata::escape);
        let file = |name: &str| crate::metadata::escape(&site.base.file(name));
        // What the page can't do without: the start script asks for it at once.
        let part = closely::app::part_of(&page.path).and_then(|part| self.later.get(part));
        let parts: Vec<String> = part.into_iter().flatten().map(|name| file(name)).collect();
        let parts = if parts.is_empty() { String::new() } else { format!(" data-parts=\"{}\"", parts.join(" ")) };
        let root = format!("<html lang=\"en\" data-base=\"{base}\" data-worker=\"{worker}\"{parts}>");
        let mut head = page.metadata.to_html(&site.base.file("icon.svg"), &site.base.file("feed.xml"));
        for (kind, name) in [("manifest", manifest::FILE), ("apple-touch-icon", "icons/touch-180.png")] {
            head.push_str(&format!(
                "<link rel=\"{kind}\" href=\"{}\">\n",
                crate::metadata::escape(&site.base.file(name))
            ));
        }
        let html = fill(&self.html, ROOT, &root)?;
        // Files that style sheets name stand under the base.
        let html = html.replace("url(\"/fonts/", &format!("url(\"{}/fonts/", site.base.as_str()));
        let html = fill(&html, TITLE, head.trim_end())?;
        fill(&html, APP, &format!("<div id=\"app\">{body}</div>"))
    }
}

fn fill(html: &str, place: &str, with: &str) -> Result<String, String> {
    let (before, after) = html.split_once(place).ok_or_else(|| format!("index.html has no {place}. Put it back."))?;
    Ok(format!("{before}{with}{after}"))
}

/// What stands before the first link to a style sheet, its address, and what stands behind it.
fn style_sheet(html: &str) -> Option<(String, String, String)> {
    let at = html.find("rel=\"stylesheet\"")?;
    let start = html.get(..at)?.rfind('<')?;
    let end = at + html.get(at..)?.find('>')? + 1;
    let tag = html.get(start..end)?;
    let href = tag.split_once("href=\"")?.1.split('"').next()?.to_owned();
    Some((html.get(..start)?.to_owned(), href, html.get(end..)?.trim_start().to_owned()))
}

/// Style sheets without comments and indentation; what is between quotation marks stays.
fn smaller(css: &str) -> String {
    let mut small = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        small.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, behind)| behind);
    }
    small.push_str(rest);
    let lines = small.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_sheets_are_found_wherever_the_address_stands() {
        let html = "<head><link rel=\"stylesheet\" href=\"/a-1.css\"/>\n<b></head>";
        let found = style_sheet(html);
        assert_eq!(found, Some(("<head>".to_owned(), "/a-1.css".to_owned(), "<b></head>".to_owned())));
        assert_eq!(style_sheet("<head></head>"), None);
    }

    #[test]
    fn comments_and_indentation_go() {
        assert_eq!(smaller("a { /* why */\n  content: \"a  b\";\n}\n\n/* end"), "a {\ncontent: \"a  b\";\n}");
    }
}
