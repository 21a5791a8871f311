//! How much room our records take.
//!
//! Browsers give a site about five million characters of local storage and don't say how many are left.

use super::{Store, StoreError};
use crate::words;

/// What browsers give a site, in UTF-16 code units.
const GIVEN: usize = 5_000_000;

/// What our keys and records take, in UTF-16 code units.
///
/// # Errors
/// The store's, where it can't be read.
pub fn taken(store: &dyn Store) -> Result<usize, StoreError> {
    let mut taken = 0_usize;
    for key in store.keys()? {
        let record = store.read(&key)?.unwrap_or_default();
        taken = taken.saturating_add(units(&key)).saturating_add(units(&record));
    }
    Ok(taken)
}

fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// How the reader is told.
pub fn in_words(taken: usize) -> String {
    let size = match taken.div_ceil(1000) {
        small @ ..1000 => words::storage::kilobytes(small),
        large => words::storage::megabytes(large / 1000, large % 1000 / 100),
    };
    match taken.saturating_mul(100) / GIVEN {
        0 => words::storage::little_room(&size),
        share => words::storage::room(&size, share),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::MemoryStore;

    #[test]
    fn our_records_are_counted_and_no_others() {
        let store = MemoryStore::default();
        store.put("closely:a", "12é😀");
        store.put("another", "0123456789");
        assert_eq!(taken(&store), Ok(9 + 5));
    }

    #[test]
    fn sizes_are_told_in_round_numbers() {
        assert_eq!(in_words(0), "0 KB, less than 1% of the room there is");
        assert_eq!(in_words(12_345), "13 KB, less than 1% of the room there is");
        assert_eq!(in_words(260_000), "260 KB, about 5% of the room there is");
        assert_eq!(in_words(1_550_000), "1.5 MB, about 31% of the room there is");
    }
}
