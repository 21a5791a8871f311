//! Deleting what the reader made, with a way back.

use crate::annotation::Kind;
use crate::state::{Keeping, Status};
use std::sync::Arc;

/// Deletes an annotation, says so, and offers to undo it.
pub(crate) fn delete(keeping: Keeping, status: Status, id: String) {
    match keeping.delete(&id) {
        Ok(Some(deleted)) => {
            let name = match deleted.kind {
                Kind::Bookmark => "Bookmark deleted",
                Kind::Highlight { .. } => "Highlight deleted",
                Kind::Reflection => "Reflection deleted",
                Kind::Answer { .. } => "Answer deleted",
            };
            let undo = move || {
                if let Err(error) = keeping.put(deleted.clone()) {
                    status.say(error.to_string());
                }
            };
            status.offer_undo(name, Arc::new(undo));
        }
        Ok(None) => status.say("It was changed in another tab, so it is still there."),
        Err(error) => status.say(error.to_string()),
    }
}
