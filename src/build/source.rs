//! A file as clean text: UTF-8, one kind of line end, no invisible traps; offsets know their line.
//!
//! It must never change a character that the reader would see.

use super::fault::{Fault, FaultKind};
use std::ops::Range;
use std::path::{Path, PathBuf};

/// A text file.
pub(super) struct Source {
    pub(super) path: PathBuf,
    pub(super) text: String,
    starts: Vec<usize>,
}

impl Source {
    /// Reads a file. Characters that have no place in an article are faults, and stay where they are.
    pub(super) fn read(path: &Path, faults: &mut Vec<Fault>) -> Option<Source> {
        match std::fs::read(path) {
            Ok(bytes) => Source::decode(path, bytes, faults),
            Err(error) => {
                faults.push(Fault::new(path, 0, FaultKind::Unreadable { error: error.to_string() }));
                None
            }
        }
    }

    fn decode(path: &Path, bytes: Vec<u8>, faults: &mut Vec<Fault>) -> Option<Source> {
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                let valid = error.as_bytes().iter().take(error.utf8_error().valid_up_to());
                let line = 1 + valid.filter(|byte| **byte == b'\n').count();
                faults.push(Fault::new(path, saturate(line), FaultKind::InvalidUtf8));
                return None;
            }
        };
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text).replace("\r\n", "\n");
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let source = Source { path: path.to_path_buf(), text, starts };
        let mut last = 0;
        for (at, character) in source.text.char_indices() {
            let Some(kind) = forbidden(character) else { continue };
            let line = source.line(at);
            // A binary file would otherwise drown the rest.
            if line != last {
                faults.push(Fault::new(path, line, kind));
            }
            last = line;
        }
        Some(source)
    }

    /// The line of a byte offset, from 1.
    pub(super) fn line(&self, offset: usize) -> u32 {
        saturate(self.starts.partition_point(|start| *start <= offset).max(1))
    }

    /// The characters of a range of bytes; nothing if it does not lie on characters.
    pub(super) fn slice(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }
}

/// The fault that a character is, wherever it comes from: the file itself, an entity or an escape.
pub(super) fn forbidden(character: char) -> Option<FaultKind> {
    let code = u32::from(character);
    match character {
        '\n' | '\t' => None,
        '\u{202A}'..='\u{202E}' => Some(FaultKind::DirectionOverride { code }),
        _ if character.is_control() => Some(FaultKind::ControlCharacter { code }),
        _ => None,
    }
}

/// A count as the model keeps it.
pub(super) fn saturate(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
