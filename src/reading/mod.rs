//! How a reader reads: the look they chose, how far they got, and how they move and choose with the keyboard.
//!
//! Pure. What can't be read falls back to the defaults; it is never written over unasked.

pub mod beside;
mod colours;
mod cursor;
pub mod keys;
pub mod margin;
pub mod paper;
mod place;
mod settings;

pub use colours::{ColourNames, LONGEST, suggested};
pub use cursor::{Cursor, Sentences, Step};
pub use place::Place;
pub use settings::{
    Alignment, Choice, HighlightThis, Hyphens, Lead, Length, Motion, Paragraphs, ReadingSettings, Theme, Typeface,
};
