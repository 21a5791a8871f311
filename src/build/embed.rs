//! The library as files that the program includes: one for each article, one for the catalogue.
//!
//! It must never write into the source tree; cargo's output directory is its only place.

use super::fault::{Fault, FaultKind};
use super::library::Library;
use crate::article::Meta;
use serde::Serialize;
use std::fmt::Display;
use std::path::Path;

/// Writes `catalogue.postcard`, `article-<slug>.postcard` for each article, and `library.rs`, which includes them.
pub fn embed(library: &Library, out: &Path) -> Result<(), Vec<Fault>> {
    let catalogue: Vec<&Meta> = library.articles.iter().map(|article| &article.meta).collect();
    write(out, "catalogue.postcard", &encoded(out, &catalogue)?)?;
    let slugs: Vec<&str> = library.articles.iter().map(|article| article.meta.slug.as_str()).collect();
    for article in &library.articles {
        write(out, &blob(&article.meta.slug), &encoded(out, article)?)?;
    }
    write(out, "library.rs", code(&slugs).as_bytes())
}

/// The name of an article's file. With a prefix, an article may be called `catalogue`.
fn blob(slug: &str) -> String {
    format!("article-{slug}.postcard")
}

/// All articles for those who want all of them, and each for itself: a part of the program of its own, fetched when it is
/// opened.
fn code(slugs: &[&str]) -> String {
    let included = |name: &str| format!("include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}\"))");
    let mut code = format!("static CATALOGUE: &[u8] = {};\n", included("catalogue.postcard"));
    let each = |line: &dyn Fn(usize, &str) -> String| {
        slugs.iter().enumerate().map(|(index, slug)| line(index, slug)).collect::<String>()
    };
    code.push_str(&each(&|index, slug| format!("const ARTICLE_{index}: &[u8] = {};\n", included(&blob(slug)))));
    let all = each(&|index, slug| format!("    ({slug:?}, ARTICLE_{index}),\n"));
    code.push_str(&format!("static BLOBS: &[(&str, &[u8])] = &[\n{all}];\n"));
    let parts = each(&|index, _| {
        format!(
            "    #[wasm_split_helpers::wasm_split(article_{index}, fallible)]\n    \
             fn article_{index}() -> Blob {{ Ok(super::ARTICLE_{index}) }}\n"
        )
    });
    let arms = each(&|index, slug| format!("            {slug:?} => article_{index}().await.map(Some),\n"));
    let names = each(&|index, slug| format!("            {slug:?} => Some(\"article_{index}\"),\n"));
    code.push_str(&format!(
        "#[cfg(feature = \"csr\")]\n#[allow(unsafe_code)]\nmod parts {{\n    \
         pub(super) type Blob = Result<&'static [u8], wasm_split_helpers::SplitLoaderError>;\n{parts}    \
         pub(super) async fn blob(slug: &str) -> Result<Option<&'static [u8]>, wasm_split_helpers::SplitLoaderError> {{\n        \
         match slug {{\n{arms}            _ => Ok(None),\n        }}\n    }}\n}}\n"
    ));
    code.push_str(&format!(
        "#[cfg(feature = \"ssr\")]\nfn part_of(slug: &str) -> Option<&'static str> {{\n    \
         match slug {{\n{names}        _ => None,\n    }}\n}}\n"
    ));
    code
}

fn encoded<T: Serialize>(out: &Path, value: &T) -> Result<Vec<u8>, Vec<Fault>> {
    postcard::to_stdvec(value).map_err(|error| fault(out, &error))
}

fn write(out: &Path, name: &str, bytes: &[u8]) -> Result<(), Vec<Fault>> {
    let path = out.join(name);
    std::fs::write(&path, bytes).map_err(|error| fault(&path, &error))
}

fn fault(path: &Path, error: &dyn Display) -> Vec<Fault> {
    vec![Fault::new(path, 0, FaultKind::Embed { error: error.to_string() })]
}
