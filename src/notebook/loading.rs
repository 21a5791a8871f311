//! Reading the collection a little at a time, so that very many records keep nobody waiting.
//!
//! What is being read is nobody's yet: whoever wants to look or to write has the rest read first.

use super::Notebook;
use crate::storage::{Collection, Records, StoreError};

/// How many records are read before the clock is looked at.
const AT_ONCE: usize = 16;

/// A collection of which some is read.
#[derive(Debug)]
pub struct Loading {
    notebook: Notebook,
    /// Keys that are still to be read.
    keys: std::vec::IntoIter<String>,
}

impl Loading {
    /// Finds out what there is; reads nothing yet.
    ///
    /// # Errors
    /// The store's, where it can't be read.
    pub fn begin(records: &Records) -> Result<Loading, StoreError> {
        Ok(Loading { notebook: Notebook::default(), keys: records.keys()?.into_iter() })
    }

    /// How many keys are still to be read.
    pub fn left(&self) -> usize {
        self.keys.len()
    }

    /// Reads on for as long as `time_left` says so; gives the collection once nothing is left.
    ///
    /// # Errors
    /// The store's, where it can't be read.
    pub fn go_on(
        &mut self,
        records: &Records,
        time_left: &mut dyn FnMut() -> bool,
    ) -> Result<Option<Notebook>, StoreError> {
        loop {
            for key in self.keys.by_ref().take(AT_ONCE) {
                if let Some((collection @ (Collection::Annotation | Collection::Tombstone), id)) =
                    Collection::of_key(&key)
                {
                    self.notebook.take(collection, records.find(collection, id)?);
                }
            }
            if self.keys.len() == 0 {
                return Ok(Some(std::mem::take(&mut self.notebook)));
            }
            if !time_left() {
                return Ok(None);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{Annotation, Kind};
    use crate::json::Map;
    use crate::storage::{Fault, MemoryStore, PREFIX};
    use std::rc::Rc;

    fn bookmark(id: String) -> Annotation {
        let [article, revision, section, body] = ["pace", "r1", "why", ""].map(str::to_owned);
        let (kind, tags, other) = (Kind::Bookmark, Vec::new(), Map::new());
        Annotation { id, kind, article, revision, section, body, tags, created: 1, modified: 1, other }
    }

    /// A store with so many records, one deleted, one damaged, and keys of other kinds.
    fn store(count: usize) -> (Rc<MemoryStore>, Records) {
        let store = Rc::new(MemoryStore::default());
        let records = Records::new(store.clone());
        let mut notebook = Notebook::default();
        for number in 0..=count {
            let kept = notebook.put(&records, bookmark(format!("n{number:04}")), &mut || unreachable!("ids differ"));
            assert!(kept.is_ok());
        }
        assert!(notebook.delete(&records, "n0000", &mut || unreachable!("nothing is in the way")).is_ok());
        store.put(&format!("{PREFIX}annotation:broken"), "{");
        store.put(&format!("{PREFIX}settings:reading"), "{}");
        store.put("another", "x");
        (store, records)
    }

    #[test]
    fn in_slices_or_at_once_it_is_the_same() {
        let (_, records) = store(100);
        let at_once = Notebook::load(&records);
        let (mut loading, mut slices) = (Loading::begin(&records).expect("readable"), 0);
        let in_slices = loop {
            slices += 1;
            if let Some(notebook) = loading.go_on(&records, &mut || false).expect("readable") {
                break notebook;
            }
        };
        assert_eq!((in_slices.len(), in_slices.quarantined().len(), in_slices.tombstones().count()), (100, 1, 1));
        assert_eq!(at_once, Ok(in_slices));
        assert!(slices > 5, "{slices}");
    }

    #[test]
    fn a_slice_goes_on_while_there_is_time() {
        let (_, records) = store(100);
        let mut loading = Loading::begin(&records).expect("readable");
        let mut left = 2;
        let mut time = || {
            left -= 1;
            left > 0
        };
        assert_eq!(loading.go_on(&records, &mut time), Ok(None));
        assert_eq!(loading.notebook.len(), 2 * AT_ONCE - 1, "all that were read but the tombstone or the damaged one");
        assert!(loading.go_on(&records, &mut || true).is_ok_and(|all| all.is_some_and(|all| all.len() == 100)));
    }

    #[test]
    fn what_another_tab_did_meanwhile_is_as_the_store_has_it() {
        let (store, records) = store(60);
        let mut loading = Loading::begin(&records).expect("readable");
        assert_eq!(loading.go_on(&records, &mut || false), Ok(None));
        store.take(&Collection::Annotation.key("n0060"));
        let all = loading.go_on(&records, &mut || true).expect("readable").expect("all of it");
        assert_eq!((all.len(), all.get("n0060")), (59, None));
    }

    #[test]
    fn a_store_that_fails_in_the_middle_gives_nothing_for_everything() {
        let (store, records) = store(60);
        let mut loading = Loading::begin(&records).expect("readable");
        assert_eq!(loading.go_on(&records, &mut || false), Ok(None));
        store.fail_after(3, Fault::Unreadable);
        assert_eq!(loading.go_on(&records, &mut || true), Err(StoreError::Unreadable));
    }
}
