//! Putting things in order.

use std::collections::BinaryHeap;

/// The items from smallest to largest.
///
/// A heap needs far less code than the standard sort, of which the wasm would hold a copy for every type of item. Our
/// lists are short.
pub fn sorted<T: Ord>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    items.into_iter().collect::<BinaryHeap<T>>().into_sorted_vec()
}

#[cfg(test)]
mod tests {
    use super::sorted;

    #[test]
    fn equal_items_all_stay() {
        assert_eq!(sorted([3, 1, 2, 1]), [1, 1, 2, 3]);
        assert!(sorted(Vec::<u8>::new()).is_empty());
    }
}
