//! Reading the library: Markdown with TOML front matter becomes the typed tree of [`crate::article`].
//!
//! The pipeline, a room each:
//!
//! 1. `source`: bytes to clean text that knows its lines;
//! 2. `front_matter`: the TOML between `+++` lines;
//! 3. `markdown`: the body to a tree of Markdown nodes;
//! 4. `outline`: the sections, ids and notes of an article, so that others can link to them;
//! 5. `blocks`, `quotes`, `figures`, `drawing`, `inlines`, `links`, `notes`: nodes to the typed tree, links checked;
//! 6. `offsets`: the place of every leaf in the text, the ranges of the sections, the revision;
//! 7. `published`: section ids that were published must still arrive;
//! 8. `embed`: articles to compact files for the program.
//!
//! Beside it, `words`: the catalogues of what the interface says become code, and a text for every further language.
//!
//! It must never guess: what it does not understand is a [`Fault`] with file, line and advice, and it reports all
//! faults of all articles at once. It must never panic, whatever the input, and never let markup through.

mod blocks;
mod drawing;
mod embed;
mod fault;
mod figures;
mod front_matter;
mod ids;
mod inlines;
mod library;
mod links;
mod markdown;
mod messages;
mod notes;
mod offsets;
mod outline;
mod published;
mod quotes;
mod source;
mod words;

pub use embed::embed;
pub use fault::{Fault, FaultKind};
pub use library::{Library, figures_dir, load};
pub use published::{PUBLISHED_FILE, published_list};
pub use words::{Words, embed_words, load_words};
