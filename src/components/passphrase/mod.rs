//! The passphrase, as readers meet it: where they give it, where they set, change and remove it, and what a page says as
//! long as nobody gave it.
//!
//! Passphrases stay in their fields until they are used, and are kept nowhere. What is done with them is in
//! `state::locking`; all of this but [`ask_to_unlock`] comes with the rest of the program.

mod dialogs;
mod form;
mod pane;
mod unlock;

pub(crate) use pane::passphrase_pane;
pub(crate) use unlock::{locked_card, over_all, unlock_button};

use crate::pages::later::later;
use leptos::prelude::*;

/// A button that asks for the passphrase, beside words that say that the notebook is locked.
pub(crate) fn ask_to_unlock() -> AnyView {
    later(|later| (later.unlock_button)())
}
