//! From the path of a request to a file of the site, as static hosts do it. Pure: the disk is asked through a function.
//!
//! A path can never lead out of the site's folder, however it is written.

/// What stands at a place in the site's folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A file.
    File,
    /// A folder.
    Folder,
    /// Nothing.
    Nothing,
}

/// How a request is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Route {
    /// With this file, named from the site's folder.
    File(String),
    /// By sending the browser there for good.
    Moved(String),
    /// With the site's own not-found page.
    NotFound,
    /// This host has a site, but not here.
    Outside,
}

/// The route of a request's target (path and query) in a site under `base`, and its path, decoded: what the patterns of
/// a `_headers` file are for.
pub(crate) fn route(base: &str, target: &str, kind: impl Fn(&str) -> Kind) -> (Route, String) {
    let (path, query) = match target.split_once('?') {
        Some((path, query)) => (path, format!("?{query}")),
        None => (target, String::new()),
    };
    if Some(path) == base.strip_suffix('/') && !path.is_empty() {
        return (Route::Moved(format!("{base}{query}")), path.into());
    }
    let Some(inside) = path.strip_prefix(base) else { return (Route::Outside, path.into()) };
    let Some(name) = decode(inside).filter(|name| is_safe(name)) else {
        return (Route::NotFound, path.into());
    };
    let folder = name.is_empty() || name.ends_with('/');
    let route = match kind(name.trim_end_matches('/')) {
        Kind::File if !folder => Route::File(name.clone()),
        Kind::Folder if folder => {
            let index = format!("{name}index.html");
            if kind(&index) == Kind::File { Route::File(index) } else { Route::NotFound }
        }
        Kind::Folder if kind(&format!("{name}/index.html")) == Kind::File => Route::Moved(format!("{path}/{query}")),
        _ => Route::NotFound,
    };
    (route, format!("{base}{name}"))
}

/// True for a plain path downwards to something that hosts serve.
fn is_safe(name: &str) -> bool {
    let hidden = |segment: &str| segment.starts_with('.') && segment != ".well-known";
    let name = name.strip_suffix('/').unwrap_or(name);
    (name.is_empty() || name.split('/').all(|segment| !segment.is_empty() && !hidden(segment)))
        && !name.contains(['\\', ':'])
        && !name.chars().any(char::is_control)
        && !matches!(name, "_headers" | "_redirects")
}

/// Undoes percent-encoding, once.
fn decode(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut decoded = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'%' => {
                let mut digit = || char::from(bytes.next()?).to_digit(16);
                let (high, low) = (digit()?, digit()?);
                u8::try_from(high * 16 + low).ok()?
            }
            byte => byte,
        });
    }
    String::from_utf8(decoded).ok()
}

/// What a file is, by the end of its name.
pub(crate) fn mime(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "md" => "text/markdown; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "jsonld" => "application/ld+json",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml",
        "atom" => "application/atom+xml",
        "svg" => "image/svg+xml",
        "epub" => "application/epub+zip",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "gif" => "image/gif",
        "ico" => "image/vnd.microsoft.icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "ttf" => "font/ttf",
        "otf" => "font/otf",
        _ => "application/octet-stream",
    }
}

/// True for a name that changes whenever the file does: `…-0123456789abcdef.css`, `…-0123456789abcdef_bg.wasm`.
pub(crate) fn is_hashed(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.split('-').skip(1).any(|part| {
        let digits = part.find(|c: char| !matches!(c, '0'..='9' | 'a'..='f')).unwrap_or(part.len());
        digits == 16 && part.get(16..).is_some_and(|rest| rest.starts_with(['.', '_']))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A site of a few files.
    fn kind(name: &str) -> Kind {
        match name {
            "index.html" | "404.html" | "read/pace/index.html" | "app.js" | "é.txt" | "_headers" | ".stage/x" => {
                Kind::File
            }
            "" | "read" | "read/pace" | ".stage" => Kind::Folder,
            _ => Kind::Nothing,
        }
    }

    fn at(base: &str, target: &str) -> Route {
        route(base, target, kind).0
    }

    #[test]
    fn files_and_folders_are_found_at_the_top_and_under_a_base() {
        let file = |name: &str| Route::File(name.into());
        for base in ["/", "/closely/"] {
            let at = |target: &str| at(base, &format!("{base}{target}"));
            assert_eq!(at(""), file("index.html"));
            assert_eq!(at("?q=a/b"), file("index.html"));
            assert_eq!(at("index.html"), file("index.html"));
            assert_eq!(at("read/pace/"), file("read/pace/index.html"));
            assert_eq!(at("app.js?v=1"), file("app.js"));
            assert_eq!(at("%C3%A9.txt"), file("é.txt"));
            assert_eq!(at("read/"), Route::NotFound);
            assert_eq!(at("read"), Route::NotFound);
            assert_eq!(at("app.js/"), Route::NotFound);
            assert_eq!(at("nothing"), Route::NotFound);
        }
    }

    #[test]
    fn a_folder_without_its_slash_moves_and_keeps_the_query() {
        assert_eq!(at("/", "/read/pace?text=a%20b"), Route::Moved("/read/pace/?text=a%20b".into()));
        assert_eq!(at("/closely/", "/closely/read/pace"), Route::Moved("/closely/read/pace/".into()));
        assert_eq!(at("/closely/", "/closely?x"), Route::Moved("/closely/?x".into()));
    }

    #[test]
    fn nothing_leads_out_of_the_site() {
        for target in [
            "/../secret",
            "/%2e%2e/secret",
            "/..%2fsecret",
            "/read/%2E%2E/%2e./x",
            "/read/..%5c..%5cx",
            "//example.org/",
            "/read//pace/",
            "/./app.js",
            "/C:/x",
            "/app.js%00",
            "/%",
            "/%zz",
            "/%+1",
            "/%ff",
            "/.stage/x",
            "/_headers",
        ] {
            assert_eq!(at("/", target), Route::NotFound, "{target}");
        }
        for target in ["/", "/closelyx", "/other/", "*", "http://127.0.0.1/closely/"] {
            assert_eq!(at("/closely/", target), Route::Outside, "{target}");
        }
    }

    #[test]
    fn only_names_with_a_full_hash_last_for_ever() {
        for name in ["app-0123456789abcdef.css", "js/closely-0123456789abcdef_bg.wasm", "a-b-0123456789abcdef.js"] {
            assert!(is_hashed(name), "{name}");
        }
        for name in [
            "app.css",
            "app-0123456789abcde.css",
            "app-0123456789abcdef0.css",
            "0123456789abcdef.css",
            "a-0123456789abcdef",
        ] {
            assert!(!is_hashed(name), "{name}");
        }
    }
}
