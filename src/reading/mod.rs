//! How a reader reads: the look they chose, how far they got, and how they move and choose with the keyboard.
//!
//! Pure. What can't be read falls back to the defaults; it is never written over unasked.

mod cursor;
pub mod keys;
mod place;
pub mod placing;
mod settings;

pub use cursor::{Cursor, Sentences, Step};
pub use place::Place;
pub use settings::{Alignment, Choice, Hyphens, Lead, Length, Motion, Paragraphs, ReadingSettings, Theme, Typeface};
