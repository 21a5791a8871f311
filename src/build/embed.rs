//! The library as files that the program includes: one for each article, one for the catalogue.
//!
//! It must never write into the source tree; cargo's output directory is its only place.

use super::fault::{Fault, FaultKind};
use super::library::Library;
use crate::article::Meta;
use serde::Serialize;
use std::fmt::Display;
use std::path::Path;

/// Writes `catalogue.postcard`, `<slug>.postcard` for each article, and `library.rs`, which includes them.
pub fn embed(library: &Library, out: &Path) -> Result<(), Vec<Fault>> {
    let catalogue: Vec<&Meta> = library.articles.iter().map(|article| &article.meta).collect();
    write(out, "catalogue.postcard", &encoded(out, &catalogue)?)?;
    let mut code = "static CATALOGUE: &[u8] = include_bytes!(concat!(env!(\"OUT_DIR\"), \"/catalogue.postcard\"));\n\
                    static BLOBS: &[(&str, &[u8])] = &[\n"
        .to_owned();
    for article in &library.articles {
        let slug = &article.meta.slug;
        // With a prefix, an article may be called `catalogue`.
        let name = format!("article-{slug}.postcard");
        write(out, &name, &encoded(out, article)?)?;
        code.push_str(&format!("    ({slug:?}, include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}\"))),\n"));
    }
    code.push_str("];\n");
    write(out, "library.rs", code.as_bytes())
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
