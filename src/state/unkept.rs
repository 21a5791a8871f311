//! What could not be saved goes along when the page's start script writes everything into a file.
//!
//! It never saves anything itself, and the file has each note once: as the reader sees it.

#![cfg(not(feature = "ssr"))]

use super::{use_keeping, while_shown};
use crate::annotation::to_json;
use crate::platform::companion;
use crate::storage::{Collection, seal};

/// Adds it, as long as what surrounds this is shown.
pub(crate) fn join_exports() {
    let keeping = use_keeping();
    let unkept = move || {
        keeping.read_untracked(|notebook| {
            let unkept = notebook.annotations().filter(|annotation| !notebook.is_kept(&annotation.id));
            unkept.map(|note| (Collection::Annotation.key(&note.id), seal(&to_json(note)))).collect()
        })
    };
    while_shown(vec![companion::on_export(unkept)]);
}
