//! The second program: rarely used thinking, kept out of the first program's bytes and off the page's thread.
//!
//! Pure. `src/bin/worker.rs` is its entry in the browser, `platform/worker.rs` the page's side. Questions and answers
//! are plain data and belong together: both programs are built at once, and a page only ever asks the worker that it
//! was built with. It must never touch storage, and never ask the network for anything.
//!
//! To add a task: a variant of [`Request`], one of [`Response`], and the line in [`answer`] that leads to the pure room
//! that thinks. What is named only there is no part of the first program.

mod bytes;
mod qr;

pub use bytes::Bytes;
pub use qr::Code;

use crate::citation::{self, Part, Source};
use crate::interchange::{self, ExportRequest, File, ImportRequest, Preview};
use crate::pack::{self, Pack};
use crate::words;
use serde::{Deserialize, Serialize};

/// What to add to the program's file so that it starts: see there.
pub const START: &str = include_str!("start.js");

/// What can be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Request {
    /// Notes as a file.
    Export(ExportRequest),
    /// What a file would change.
    Import(ImportRequest),
    /// A source in every format, and the article's text: it knows which words are names.
    Cite(Source, String),
    /// A link as a code for cameras.
    Qr(String),
    /// A reading pack as the fragment of a link.
    WritePack(Pack),
    /// The reading pack of a fragment.
    ReadPack(String),
}

/// What is answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Response {
    /// The question was none; page and worker are not of one build.
    NotUnderstood,
    /// The file.
    File(File),
    /// What the file would change.
    Preview(Preview),
    /// The citations, in the order of `Format::ALL`.
    Citations(Vec<Vec<Part>>),
    /// The code.
    Qr(Code),
    /// A text.
    Text(String),
    /// The pack.
    Pack(Pack),
    /// This can't be done; a sentence for the reader.
    Refused(String),
}

/// Answers.
pub fn answer(request: Request) -> Response {
    match request {
        Request::Export(request) => Response::File(interchange::export(&request)),
        Request::Import(request) => match interchange::import(&request) {
            Ok(preview) => Response::Preview(preview),
            Err(why) => Response::Refused(why),
        },
        Request::Cite(mut source, text) => {
            source.names = citation::names(&source, &text);
            Response::Citations(citation::Format::ALL.iter().map(|&format| citation::cite(&source, format)).collect())
        }
        Request::Qr(text) => match qr::code(&text) {
            Some(code) => Response::Qr(code),
            None => Response::Refused(words::files::qr_too_long().to_owned()),
        },
        Request::WritePack(pack) => match pack::encode(&pack) {
            Ok(code) => Response::Text(code),
            Err(fault) => Response::Refused(fault.to_string()),
        },
        Request::ReadPack(code) => match pack::decode(&code) {
            Ok(pack) => Response::Pack(pack),
            Err(fault) => Response::Refused(fault.to_string()),
        },
    }
}

/// Answers bytes with bytes.
pub fn answer_bytes(request: &[u8]) -> Vec<u8> {
    let response = match postcard::from_bytes(request) {
        Ok(request) => answer(request),
        Err(_) => Response::NotUnderstood,
    };
    // Writing to memory does not fail; an empty answer is none, and the page says so.
    postcard::to_allocvec(&response).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_question_is_answered_all_the_same() {
        for bytes in [&[][..], &[0xFF; 9], &[0, 9, 1]] {
            assert_eq!(postcard::from_bytes(&answer_bytes(bytes)), Ok(Response::NotUnderstood));
        }
    }

    #[test]
    fn a_question_is_answered() {
        let request = Request::Export(ExportRequest::default());
        let bytes = postcard::to_allocvec(&request).unwrap_or_default();
        assert_eq!(postcard::from_bytes(&answer_bytes(&bytes)), Ok(answer(request)));
    }
}
