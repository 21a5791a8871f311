//! Why an entry of a file does not come in.

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
            Fault::NoAnnotation => f.write_str("It is no annotation. Export it again where it comes from."),
            Fault::NoQuote => f.write_str("It has no quote (“exact”), so its words can’t be found. Mark them again."),
            Fault::Backward => f.write_str("Its position starts after its end or marks nothing. Mark the words again."),
            Fault::Field(name) => write!(f, "Its field “{name}” is missing or can’t be read. Export it again."),
            Fault::UnknownKind(kind) => {
                write!(f, "It is a “{kind}”, which this version does not know. Update Closely.")
            }
            Fault::Elsewhere(what) if what.is_empty() => {
                f.write_str("It does not say which article it is about. Mark the passage again.")
            }
            Fault::Elsewhere(what) => write!(f, "It is about “{what}”, which is no article here. Keep it where it is."),
            Fault::Reply => f.write_str("It is a reply to somebody’s annotation. Keep it where it is."),
        }
    }
}
