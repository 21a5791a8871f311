//! Reading packs: a sequence of stops that a teacher sends to a class, and the answers that come back.
//!
//! A pack travels as a link (`code`) or a file (`json`); the answers travel back as a file (`hand_in`). Pure: no
//! browser, no storage.
//!
//! A pack comes from outside. It must never run, fill the memory, write over anything, or name a place that the library
//! does not have: what is too large or malformed is refused with its reason, what is unknown is passed over, and every
//! text in it is a text. `text` says which characters are refused.

mod code;
mod hand_in;
mod json;
mod passage;
mod text;

pub use code::{decode, encode};
pub use hand_in::{Answer, HAND_IN_LIMIT, HandIn, Question, by_question};
pub use json::{FILE_LIMIT, from_json, own_from_json, read_file, to_json};
pub use passage::Passage;
pub use text::{clean, clean_lines, lookalike};

use crate::words;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Most stops of a pack.
pub const MOST_STOPS: usize = 40;
/// Longest title, in code points.
pub const TITLE: usize = 120;
/// Longest name of a teacher.
pub const BY: usize = 80;
/// Longest introduction.
pub const INTRODUCTION: usize = 2_000;
/// Longest due note.
pub const DUE: usize = 120;
/// Longest question.
pub const QUESTION: usize = 600;

/// A reading pack.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pack {
    /// 16 hexadecimal digits: the same for every version of the pack.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Who made it; empty for nobody named.
    pub by: String,
    /// What to know before the first stop.
    pub introduction: String,
    /// Until when, in the teacher's words.
    pub due: String,
    /// Where to stop, in order.
    pub stops: Vec<Stop>,
}

/// A place to read closely, with a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stop {
    /// Slug of the article.
    pub article: String,
    /// The article's revision when the stop was made.
    pub revision: String,
    /// Where in it.
    pub place: Place,
    /// What to answer; empty where there is only something to read.
    pub question: String,
}

/// Where a stop is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    /// The whole article.
    Article,
    /// A section, by its id.
    Section(String),
    /// A passage.
    Passage(Passage),
}

impl Stop {
    /// The id of the section that it is in, where it names one.
    pub fn section(&self) -> Option<&str> {
        match &self.place {
            Place::Article => None,
            Place::Section(id) => Some(id),
            Place::Passage(passage) => Some(&passage.section),
        }
    }

    /// The words of its passage, shortened.
    pub fn words(&self) -> Option<String> {
        match &self.place {
            Place::Passage(passage) => Some(passage.words()),
            Place::Article | Place::Section(_) => None,
        }
    }

    /// What tells its question from others, in every version of the pack: a hash of place and question.
    fn key(&self) -> String {
        let place = match &self.place {
            Place::Article => String::new(),
            Place::Section(id) => id.clone(),
            Place::Passage(passage) => format!("{}\0{}", passage.first, passage.last),
        };
        let text = format!("{}\0{place}\0{}", self.article, self.question);
        let hash = text.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        format!("{hash:08x}")
    }
}

impl Pack {
    /// The keys of the stops, in order. Stops that are alike are numbered.
    pub fn keys(&self) -> Vec<String> {
        let mut keys: Vec<String> = Vec::new();
        for stop in &self.stops {
            let key = stop.key();
            let same = keys.iter().filter(|known| known.split('-').next() == Some(key.as_str())).count();
            keys.push(if same == 0 { key } else { format!("{key}-{}", same + 1) });
        }
        keys
    }

    /// The id under which the answer to a stop is kept. No question of an article's has such an id.
    pub fn prompt(&self, key: &str) -> String {
        format!("pack-{}-{key}", self.id)
    }

    /// What tells this version of the pack from all others.
    pub fn fingerprint(&self) -> String {
        let text = to_json(self).to_string();
        let hash = text
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        format!("{}{hash:016x}", self.id)
    }

    /// The pack as it may be sent: without white space at the ends of its texts and what can't be seen in them.
    pub fn tidy(&self) -> Pack {
        let stop = |stop: &Stop| Stop { question: clean_lines(&stop.question, QUESTION), ..stop.clone() };
        Pack {
            id: self.id.clone(),
            title: clean(&self.title, TITLE),
            by: clean(&self.by, BY),
            introduction: clean_lines(&self.introduction, INTRODUCTION),
            due: clean(&self.due, DUE),
            stops: self.stops.iter().map(stop).collect(),
        }
    }

    /// Moves a stop to another place in the order; says whether there was anything to move.
    pub fn move_stop(&mut self, from: usize, to: usize) -> bool {
        if from == to || from >= self.stops.len() || to >= self.stops.len() {
            return false;
        }
        let stop = self.stops.remove(from);
        self.stops.insert(to, stop);
        true
    }

    /// Where a stop is by now, which was at `index`: another tab may have moved it. Its question does not matter.
    pub fn index_of(&self, stop: &Stop, index: usize) -> Option<usize> {
        let is_it = |other: &Stop| other.article == stop.article && other.place == stop.place;
        if self.stops.get(index).is_some_and(is_it) { Some(index) } else { self.stops.iter().position(is_it) }
    }

    /// Whether everything in it is within its limits.
    ///
    /// # Errors
    /// Names what is not.
    pub fn check(&self) -> Result<(), PackFault> {
        if !is_id(&self.id) {
            return Err(PackFault::Field("id"));
        }
        text::check("title", &self.title, TITLE, false)?;
        text::check("by", &self.by, BY, false)?;
        text::check("introduction", &self.introduction, INTRODUCTION, true)?;
        text::check("due", &self.due, DUE, false)?;
        if self.title.trim().is_empty() {
            return Err(PackFault::Field("title"));
        }
        if self.stops.is_empty() {
            return Err(PackFault::NoStops);
        }
        if self.stops.len() > MOST_STOPS {
            return Err(PackFault::TooLarge);
        }
        self.stops.iter().try_for_each(Stop::check)
    }
}

impl Stop {
    fn check(&self) -> Result<(), PackFault> {
        let slug = |name, text: &str| {
            let fine = text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_' || c == '.');
            if fine && text.len() <= 100 { Ok(()) } else { Err(PackFault::Field(name)) }
        };
        slug("article", &self.article)?;
        slug("revision", &self.revision)?;
        text::check("section", self.section().unwrap_or_default(), 120, false)?;
        text::check("question", &self.question, QUESTION, true)?;
        match &self.place {
            Place::Passage(passage) => passage.check(),
            Place::Article | Place::Section(_) => Ok(()),
        }
    }
}

fn is_id(id: &str) -> bool {
    id.len() == 16 && id.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

/// Why a pack or a hand-in can't be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackFault {
    /// It is something else.
    NotOne,
    /// A link that lost its end, or a letter on the way.
    Damaged,
    /// A newer version made it.
    Newer,
    /// More than a pack holds.
    TooLarge,
    /// There is nowhere to stop.
    NoStops,
    /// A field is missing, of another kind, or too long.
    Field(&'static str),
    /// A field holds characters that can't be seen.
    Hidden(&'static str),
}

impl fmt::Display for PackFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PackFault::NotOne => f.write_str(words::pack::not_one()),
            PackFault::Damaged => f.write_str(words::pack::damaged()),
            PackFault::Newer => f.write_str(words::pack::newer()),
            PackFault::TooLarge => f.write_str(words::pack::too_large()),
            PackFault::NoStops => f.write_str(words::pack::no_stops()),
            PackFault::Field(name) => f.write_str(&words::pack::field_unreadable(name)),
            PackFault::Hidden(name) => f.write_str(&words::pack::field_hidden(name)),
        }
    }
}
