//! What a site can be asked to be: its base path, its address, its folder of articles. Checked before anything runs.
//!
//! Only the shape of the values is looked at here, never the disk.

use crate::error::Error;
use std::path::PathBuf;

/// The path under which a site is served: `/`, or one that begins and ends with a slash, like `/closely/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Base(String);

impl Base {
    /// The top of a host.
    pub(crate) fn root() -> Self {
        Self("/".into())
    }

    /// Reads a base path.
    pub(crate) fn parse(text: &str) -> Result<Self, Error> {
        let whole = text == "/";
        let inner = text.strip_prefix('/').and_then(|rest| rest.strip_suffix('/'));
        if whole || inner.is_some_and(|inner| inner.split('/').all(is_plain_segment)) {
            return Ok(Self(text.into()));
        }
        Err(Error::Option {
            option: "--base",
            value: text.into(),
            wanted: "a path that begins and ends with a slash, of letters, digits and - . _ ~ between them, like \
                     /closely/"
                .into(),
        })
    }

    /// The path, with both of its slashes.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_plain_segment(segment: &str) -> bool {
    !matches!(segment, "" | "." | "..") && segment.chars().all(|c| c.is_ascii_alphanumeric() || "-._~".contains(c))
}

/// What is to be built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Site {
    /// The path it will be served under.
    pub(crate) base: Base,
    /// Scheme and host it will be served at, without a slash at the end, if known: `https://example.org`.
    pub(crate) origin: Option<String>,
    /// The folder of articles, if not the project's own.
    pub(crate) articles: Option<PathBuf>,
    /// Whether it keeps a copy of itself on readers' devices. If not, the copies that are there are ended.
    pub(crate) offline: bool,
}

impl Site {
    /// The project's own articles at the top of an unknown host.
    pub(crate) fn plain() -> Self {
        Self { base: Base::root(), origin: None, articles: None, offline: true }
    }

    /// The options as given. An address that names a path gives the base; where both are given they must agree.
    pub(crate) fn new(base: Option<&str>, url: Option<&str>, articles: Option<&str>) -> Result<Self, Error> {
        let base = base.map(Base::parse).transpose()?;
        let address = url.map(split_address).transpose()?;
        let (origin, path) = address.unzip();
        let base = match (base, path.flatten()) {
            (None, None) => Base::root(),
            (Some(one), None) | (None, Some(one)) => one,
            (Some(base), Some(path)) if base == path => base,
            (Some(base), Some(_)) => {
                let wanted =
                    format!("the address of the site itself, ending in {}, or leave out --base", base.as_str());
                return Err(Error::Option { option: "--site-url", value: url.unwrap_or_default().into(), wanted });
            }
        };
        Ok(Self { base, origin, articles: articles.map(PathBuf::from), offline: true })
    }

    /// The address of the site's first page, with its slash at the end, if known.
    pub(crate) fn url(&self) -> Option<String> {
        self.origin.as_ref().map(|origin| format!("{origin}{}", self.base.as_str()))
    }
}

/// Scheme and host apart from the path. A missing path says nothing about the base.
fn split_address(url: &str) -> Result<(String, Option<Base>), Error> {
    let wrong = || Error::Option {
        option: "--site-url",
        value: url.into(),
        wanted: "the address the site will have, like https://example.org or https://example.org/closely/, without \
                 ? or #"
            .into(),
    };
    let (scheme, rest) = url.split_once("://").ok_or_else(wrong)?;
    let (host, path) = match rest.split_once('/') {
        Some((host, path)) => (host, path.trim_matches('/')),
        None => (rest, ""),
    };
    let host_is_plain = !host.is_empty()
        && !host.starts_with(['.', ':', '-'])
        && host.chars().all(|c| c.is_ascii_alphanumeric() || "-.:[]".contains(c));
    if !matches!(scheme, "http" | "https") || !host_is_plain {
        return Err(wrong());
    }
    let base = match path {
        "" => None,
        path => Some(Base::parse(&format!("/{path}/")).map_err(|_| wrong())?),
    };
    Ok((format!("{scheme}://{host}"), base))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first thing that is not as it should be")]
mod tests {
    use super::*;

    #[test]
    fn a_base_begins_and_ends_with_a_slash() {
        for good in ["/", "/closely/", "/a/b-c/~d_1.2/"] {
            assert_eq!(Base::parse(good).unwrap().as_str(), good);
        }
        for bad in ["", "closely", "/closely", "closely/", "//", "/a//b/", "/../", "/a b/", "/é/", "/a?b/", "/%2e/"] {
            assert!(Base::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn an_address_is_of_the_web_and_names_no_query() {
        for bad in [
            "example.org",
            "ftp://example.org",
            "https://",
            "https://a b",
            "https://a/?q",
            "https://a/#x",
            "https://u@a",
        ] {
            assert!(Site::new(None, Some(bad), None).is_err(), "{bad}");
        }
    }

    #[test]
    fn an_address_with_a_path_gives_the_base() {
        let site = Site::new(None, Some("https://example.org/closely"), None).unwrap();
        assert_eq!(site.base.as_str(), "/closely/");
        assert_eq!(site.url().unwrap(), "https://example.org/closely/");
        let site = Site::new(Some("/closely/"), Some("http://localhost:8080/"), None).unwrap();
        assert_eq!(site.url().unwrap(), "http://localhost:8080/closely/");
        assert!(Site::new(Some("/closely/"), Some("https://example.org/other/"), None).is_err());
    }
}
