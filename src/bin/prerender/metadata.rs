//! What stands in a page's head for search engines and link previews.

use crate::accessibility;
use closely::article::Meta;
use closely::head::{Head, document_title};
use serde_json::{Value, json};

/// The licence of the articles.
pub(crate) const LICENCE: &str = "https://creativecommons.org/licenses/by/4.0/";

/// A page's metadata.
pub(crate) struct Metadata {
    /// Name and description.
    pub(crate) head: Head,
    /// The absolute address, where the site's own is known.
    pub(crate) address: Option<String>,
    /// Whether search engines should list it.
    pub(crate) indexed: bool,
    /// The article that the page shows.
    pub(crate) article: Option<&'static Meta>,
}

impl Metadata {
    /// The elements for the head.
    pub(crate) fn to_html(&self, icon: &str, feed: &str) -> String {
        let title = document_title(&self.head.title);
        let mut html = format!("<title>{}</title>\n", escape(&title));
        let mut meta = |kind: &str, name: &str, content: &str| {
            html.push_str(&format!("<meta {kind}=\"{name}\" content=\"{}\">\n", escape(content)));
        };
        meta("name", "description", &self.head.description);
        meta("property", "og:site_name", "Closely");
        meta("property", "og:title", &self.head.title);
        meta("property", "og:description", &self.head.description);
        meta("property", "og:type", if self.article.is_some() { "article" } else { "website" });
        meta("name", "twitter:card", "summary");
        if let Some(article) = self.article {
            meta("name", "author", &article.byline);
            meta("property", "article:published_time", &article.published.iso());
            meta("property", "article:modified_time", &article.updated.iso());
        }
        if !self.indexed {
            meta("name", "robots", "noindex");
        }
        if let Some(address) = &self.address {
            meta("property", "og:url", address);
            html.push_str(&format!("<link rel=\"canonical\" href=\"{}\">\n", escape(address)));
        }
        html.push_str(&format!("<link rel=\"icon\" type=\"image/svg+xml\" href=\"{}\">\n", escape(icon)));
        html.push_str(&format!(
            "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Closely\" href=\"{}\">\n",
            escape(feed)
        ));
        if let Some(article) = self.article {
            // The one way to end a script element from inside is taken away.
            let data = self.json_ld(article).to_string().replace('<', "\\u003c");
            html.push_str(&format!("<script type=\"application/ld+json\">{data}</script>\n"));
        }
        html
    }

    fn json_ld(&self, article: &Meta) -> Value {
        // The reader's own size, colours and spacing, which the file of a book can't promise.
        let mut features = accessibility::FEATURES.to_vec();
        features.push("displayTransformability");
        let mut data = json!({
            "@context": "https://schema.org",
            "@type": "Article",
            "headline": article.title,
            "alternativeHeadline": article.subtitle,
            "description": article.summary,
            "author": {"@type": "Organization", "name": article.byline},
            "publisher": {"@type": "Organization", "name": "Closely"},
            "datePublished": article.published.iso(),
            "dateModified": article.updated.iso(),
            "inLanguage": article.language,
            "keywords": article.topics,
            "wordCount": article.words,
            "timeRequired": format!("PT{}M", article.minutes),
            "license": LICENCE,
            "isAccessibleForFree": true,
            "accessMode": accessibility::MODES,
            "accessModeSufficient": [{"@type": "ItemList", "itemListElement": [accessibility::SUFFICIENT]}],
            "accessibilityFeature": features,
            "accessibilityHazard": [accessibility::HAZARD],
            "accessibilitySummary": accessibility::SUMMARY,
        });
        if let (Some(address), Some(object)) = (&self.address, data.as_object_mut()) {
            object.insert("url".to_owned(), json!(address));
            object.insert("mainEntityOfPage".to_owned(), json!(address));
        }
        data
    }
}

/// A text inside HTML or XML, in content or in a quoted attribute.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use closely::library;

    #[test]
    fn an_article_says_how_it_can_be_read() {
        for article in library::catalogue() {
            let head = Head { title: article.title.clone(), description: article.summary.clone() };
            let page = Metadata { head, address: None, indexed: true, article: Some(article) };
            let data = page.json_ld(article);
            let said = |name: &str| data.get(name).cloned().unwrap_or_default();
            assert_eq!(said("accessMode"), json!(["textual", "visual"]));
            let alone = json!([{"@type": "ItemList", "itemListElement": ["textual"]}]);
            assert_eq!(said("accessModeSufficient"), alone);
            assert_eq!(said("accessibilityHazard"), json!(["none"]));
            let features = said("accessibilityFeature").as_array().cloned().unwrap_or_default();
            assert!(
                features.contains(&json!("alternativeText")) && features.contains(&json!("displayTransformability"))
            );
            assert!(said("accessibilitySummary").as_str().is_some_and(|summary| summary.ends_with('.')));
        }
    }
}
