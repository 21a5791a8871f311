//! The passages that an address describes, and what is to be said of them. Made [`later`](crate::pages::later).
//!
//! The first match in the article counts, as the standard has it. It must never pass for what was meant where it is not:
//! what stands in another section than the address names, and what is nowhere, is said.

use crate::annotation::{ArticleText, TextRange};
use crate::article::Meta;
use crate::link::TextDirective;
use crate::platform::history;
use crate::words;

/// The passages of an address.
pub(crate) struct Passages {
    /// Those that the text has, in the address's order.
    pub(crate) ranges: Vec<TextRange>,
    /// What is said when the first is shown.
    pub(crate) said: String,
    /// What stands above the text, where not everything is as the address has it.
    pub(crate) notice: Option<String>,
}

/// The passages that the open address describes; `None` where it describes none. A malformed directive is none, as the
/// standard has it.
pub(in crate::pages) fn passages(meta: &Meta, text: &ArticleText) -> Option<Passages> {
    let directives = TextDirective::of_address(&history::query(), &history::directives());
    let ranges: Vec<TextRange> = TextDirective::resolve_all(&directives, text).into_iter().flatten().collect();
    let (asked, found) = (directives.len(), ranges.len());
    let lost = match (asked, asked - found) {
        (0, _) => return None,
        (_, 0) => None,
        (_, lost) if lost == asked => Some(words::reader::passage_lost().to_owned()),
        (_, lost) => Some(words::reader::passages_lost(lost, asked)),
    };
    let fragment = history::fragment().unwrap_or_default();
    let elsewhere = ranges.iter().filter(|range| !stands_in(meta, &fragment, range.start())).count();
    let moved = match elsewhere {
        0 => None,
        count if count == found => Some(words::reader::words_moved()),
        _ => Some(words::reader::some_words_moved()),
    };
    let shown = (found > 0).then(|| words::reader::passages_shown(found));
    let notice = sentences([lost, moved.map(str::to_owned)]);
    let said = sentences([shown, notice.clone()]).unwrap_or_default();
    Some(Passages { ranges, said, notice })
}

fn sentences(said: [Option<String>; 2]) -> Option<String> {
    let said: Vec<String> = said.into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// Whether a code point stands in a section, or in one of those inside it. No section that the article has is none that it
/// could have left.
fn stands_in(meta: &Meta, section: &str, position: u32) -> bool {
    let Some(section) = meta.section(section) else { return true };
    let after = meta.sections.iter().find(|next| next.start > section.start && next.level <= section.level);
    position >= section.start && after.is_none_or(|next| position < next.start)
}
