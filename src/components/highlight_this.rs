//! "Highlight this": the way to mark words for those who can't select any.
//!
//! One small button a block, without a listener of its own: `pages/reader/keyboard.rs` hears the click. It is no stop of
//! the keyboard, which has the sentence cursor, and not to be seen until it is focused or the reader wants it always.

use crate::article::Meta;
use crate::platform::selection::SKIP;
use crate::words;
use leptos::prelude::*;

/// The button of the block that starts at this position of an article's text. What shows of it is the style sheet's.
pub(crate) fn highlight_this(start: u32, name: &'static str, meta: &Meta) -> AnyView {
    let language = words::lang_within(&meta.language);
    view! {
        <button
            type="button"
            class="this needs-app"
            tabindex="-1"
            aria-label=name
            lang=language
            data-this=start
        ></button>
    }
    .attr(SKIP, "")
    .into_any()
}
