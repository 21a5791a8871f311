//! Why an entry of a file does not come in.

use crate::words;
use std::fmt;

/// The reason; the other entries come in all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    NoAnnotation,
    NoQuote,
    Backward,
    Field(&'static str),
    UnknownKind(String),
    Elsewhere(String),
    Reply,
    Damaged(String),
    Unsaved(String),
}

impl Fault {
    /// About something that is no article of a library like ours.
    pub(super) fn elsewhere(what: &str) -> Fault {
        let short: String = what.chars().take(120).collect();
        Fault::Elsewhere(if short.len() < what.len() { format!("{short}…") } else { short })
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::NoAnnotation => f.write_str(words::files::no_annotation()),
            Fault::NoQuote => f.write_str(words::files::no_quote()),
            Fault::Backward => f.write_str(words::files::backward()),
            Fault::Field(name) => f.write_str(&words::files::field(name)),
            Fault::UnknownKind(kind) => f.write_str(&words::files::unknown_kind(kind)),
            Fault::Elsewhere(what) if what.is_empty() => f.write_str(words::files::nowhere()),
            Fault::Elsewhere(what) => f.write_str(&words::files::elsewhere(what)),
            Fault::Damaged(why) => f.write_str(why),
            Fault::Unsaved(typed) => f.write_str(&words::files::unsaved(typed)),
            Fault::Reply => f.write_str(words::files::reply()),
        }
    }
}
