//! Listening: an article read aloud, sentence by sentence.
//!
//! Pure: what is said next, by which voice, how fast and until when. `platform/speech.rs` does the talking. It must
//! never say what is not part of the article's text: markers of notes and the interface are not in it.

mod player;
mod settings;
mod voice;

pub use player::{Act, Player, Sleep};
pub use settings::ListenSettings;
pub use voice::{Voice, choose, offered};
