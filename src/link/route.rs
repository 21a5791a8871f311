//! The routes of the site, each under a base path.

use super::{decode, encode};

/// The path that the site lives under: empty, or `/closely` without a slash at its end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Base(String);

impl Base {
    /// The base of a path such as `/`, `/closely` or `/closely/`.
    pub fn new(path: &str) -> Base {
        let inner = path.trim_matches('/');
        Base(if inner.is_empty() { String::new() } else { format!("/{inner}") })
    }

    /// Without a slash at its end, as routers want it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address of a route.
    pub fn href(&self, route: &Route) -> String {
        format!("{}{}", self.0, route.path())
    }

    /// The address of a file.
    pub fn file(&self, path: &str) -> String {
        format!("{}/{path}", self.0)
    }
}

/// A place in the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// All articles.
    Library,
    /// An article.
    Read {
        /// Its slug.
        slug: String,
        /// A section of it.
        section: Option<String>,
    },
    /// What people who teach with an article need.
    Teach {
        /// Its slug.
        slug: String,
    },
    /// All marks and notes.
    Notebook,
    /// Search.
    Search {
        /// What for; empty for none.
        query: String,
    },
    /// The words of all articles.
    Glossary,
    /// Reading and data.
    Settings,
    /// Reading packs.
    Pack,
    /// About the library.
    About,
}

impl Route {
    /// An article from its beginning.
    pub fn article(slug: &str) -> Route {
        Route::Read { slug: slug.to_owned(), section: None }
    }

    /// A section of an article.
    pub fn section(slug: &str, section: &str) -> Route {
        Route::Read { slug: slug.to_owned(), section: Some(section.to_owned()) }
    }

    /// The route of a path such as `/closely/read/slug/`, without query and fragment; `None` where nothing is.
    pub fn of_path(base: &Base, path: &str) -> Option<Route> {
        let inner = path.strip_prefix(base.as_str())?;
        if !inner.is_empty() && !inner.starts_with('/') {
            return None;
        }
        let mut parts = inner.split('/').filter(|part| !part.is_empty());
        match (parts.next(), parts.next(), parts.next()) {
            (None, ..) => Some(Route::Library),
            (Some("read"), Some(slug), None) => Some(Route::article(&decode(slug))),
            (Some("teach"), Some(slug), None) => Some(Route::Teach { slug: decode(slug) }),
            (Some("notebook"), None, _) => Some(Route::Notebook),
            (Some("search"), None, _) => Some(Route::Search { query: String::new() }),
            (Some("glossary"), None, _) => Some(Route::Glossary),
            (Some("settings"), None, _) => Some(Route::Settings),
            (Some("pack"), None, _) => Some(Route::Pack),
            (Some("about"), None, _) => Some(Route::About),
            _ => None,
        }
    }

    /// The path under the base, with query and fragment.
    pub fn path(&self) -> String {
        match self {
            Route::Library => "/".to_owned(),
            Route::Read { slug, section: None } => format!("/read/{}/", encode(slug)),
            Route::Read { slug, section: Some(section) } => format!("/read/{}/#{}", encode(slug), encode(section)),
            Route::Teach { slug } => format!("/teach/{}/", encode(slug)),
            Route::Notebook => "/notebook/".to_owned(),
            Route::Search { query } if query.is_empty() => "/search/".to_owned(),
            Route::Search { query } => format!("/search/?q={}", encode(query)),
            Route::Glossary => "/glossary/".to_owned(),
            Route::Settings => "/settings/".to_owned(),
            Route::Pack => "/pack/".to_owned(),
            Route::About => "/about/".to_owned(),
        }
    }
}

/// The file of the whole library as a book for e-readers, under the base.
pub const BOOK_OF_LIBRARY: &str = "books/closely-library.epub";

/// The file of an article as a book for e-readers, under the base.
pub fn book_of_article(slug: &str) -> String {
    format!("books/{}.epub", encode(slug))
}

/// The first value of a name in a query (`?a=1&b=2`, with or without the question mark), decoded.
pub fn query_value(query: &str, name: &str) -> Option<String> {
    let pairs = query.strip_prefix('?').unwrap_or(query).split('&');
    let mut pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    let (_, value) = pairs.find(|(found, _)| decode(found) == name)?;
    Some(decode(&value.replace('+', " ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_has_no_slash_at_its_end() {
        for path in ["/closely", "/closely/", "closely"] {
            assert_eq!(Base::new(path).href(&Route::Notebook), "/closely/notebook/");
        }
        assert_eq!(Base::new("/").href(&Route::Library), "/");
        assert_eq!(Base::new("").href(&Route::section("a", "b c")), "/read/a/#b%20c");
    }

    #[test]
    fn every_route_is_found_by_its_path_and_nothing_else_is() {
        for base in [Base::new("/"), Base::new("/closely/")] {
            let routes = [
                Route::Library,
                Route::article("a b"),
                Route::Teach { slug: "a b".to_owned() },
                Route::Notebook,
                Route::Search { query: String::new() },
                Route::Glossary,
                Route::Settings,
                Route::Pack,
                Route::About,
            ];
            for route in routes {
                let path = base.href(&route);
                assert_eq!(Route::of_path(&base, &path), Some(route.clone()), "{path}");
                assert_eq!(Route::of_path(&base, path.trim_end_matches('/')), Some(route), "{path} without slash");
            }
            for path in ["/404/", "/read/", "/read/a/b/", "/notebook/x/", "/about.html"] {
                assert_eq!(Route::of_path(&base, &base.file(path.trim_start_matches('/'))), None, "{path}");
            }
        }
        assert_eq!(Route::of_path(&Base::new("/closely"), "/closelyx/"), None);
        assert_eq!(Route::of_path(&Base::new("/closely"), "/elsewhere/"), None);
    }

    #[test]
    fn queries_are_read_as_forms_write_them() {
        assert_eq!(query_value("?q=two+words%21&x", "q"), Some("two words!".to_owned()));
        assert_eq!(query_value("x&q", "q"), Some(String::new()));
        assert_eq!(query_value("?p=1", "q"), None);
    }
}
