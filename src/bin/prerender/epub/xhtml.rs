//! XHTML of the small pieces: what EPUB readers want is XML, which the pages' views don't write.

use crate::metadata::escape;

/// A content document.
pub(super) fn document(language: &str, title: &str, body: &str) -> String {
    let language = escape(language);
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" \
         xmlns:epub=\"http://www.idpf.org/2007/ops\" xml:lang=\"{language}\" lang=\"{language}\">\n<head>\n\
         <title>{}</title>\n<link rel=\"stylesheet\" type=\"text/css\" href=\"book.css\"/>\n</head>\n<body>\n{body}\n\
         </body>\n</html>\n",
        escape(title)
    )
}

/// An element around contents that are XHTML already. `attributes` begin with a space, or are empty.
pub(super) fn element(name: &str, attributes: &str, contents: &str) -> String {
    format!("<{name}{attributes}>{contents}</{name}>")
}

/// An attribute with a space before it.
pub(super) fn attribute(name: &str, value: &str) -> String {
    format!(" {name}=\"{}\"", escape(value))
}
