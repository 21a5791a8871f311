//! How a reader reads: the look they chose, and how far they got.
//!
//! Pure. What can't be read falls back to the defaults; it is never written over unasked.

mod colours;
pub mod margin;
mod place;
mod settings;

pub use colours::{ColourNames, LONGEST, suggested};
pub use place::Place;
pub use settings::{Choice, Lead, Length, Paragraphs, ReadingSettings, Theme, Typeface};
