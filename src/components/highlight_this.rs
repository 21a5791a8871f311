//! "Highlight this": the way to mark words for those who can't select any.
//!
//! One small button a block, without a listener of its own: `pages/reader/keyboard.rs` hears the click. It is no stop of
//! the keyboard, which has the sentence cursor, and not to be seen until it is focused or the reader wants it always.

use crate::platform::selection::SKIP;
use leptos::prelude::*;

/// The button of the block that starts at this position of the article's text.
pub(crate) fn highlight_this(start: u32, name: &'static str) -> AnyView {
    view! { <button type="button" class="this needs-app" tabindex="-1" aria-label=name data-this=start></button> }
        .attr(SKIP, "")
        .into_any()
}
