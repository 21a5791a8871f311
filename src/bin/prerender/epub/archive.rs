//! The container of a book: a ZIP file as the Open Container Format (EPUB 3.3, section 4) wants it.

use std::io::{Cursor, Write};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A ZIP file of these files. The media type comes first and uncompressed, so that a program can tell a book by its
/// first bytes.
pub(super) fn zip(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>, ZipError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    zip.start_file("mimetype", stored)?;
    zip.write_all(b"application/epub+zip")?;
    let deflated = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in files {
        zip.start_file(name.as_str(), deflated)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first thing that is not as it should be")]
mod tests {
    use super::*;

    #[test]
    fn the_media_type_stands_where_programs_look_for_it() {
        let bytes = zip(&[("META-INF/container.xml".to_owned(), b"<x/>".to_vec())]).unwrap();
        assert_eq!(bytes.get(30..58), Some(b"mimetypeapplication/epub+zip".as_slice()));
    }

    #[test]
    fn equal_contents_make_equal_bytes() {
        let files = [("a".to_owned(), vec![7; 99])];
        assert_eq!(zip(&files).unwrap(), zip(&files).unwrap());
    }
}
