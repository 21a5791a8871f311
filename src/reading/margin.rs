//! The margin: where notes stand so that each is beside its passage and none covers another.

/// Where each note's top goes. `notes` are the tops they would like and their heights, in pixels and in order; between
/// two of them there are at least `gap`. They move as little as can be (in least squares), and never above the top.
///
/// Each note that touches the one before joins its group; a group stands where its members' wishes meet on average.
pub fn beside(notes: &[(i32, i32)], gap: i32) -> Vec<i32> {
    /// Notes that touch: the sum of what they wish for the group's top, how many they are, how high together.
    struct Group {
        wishes: i64,
        count: i64,
        height: i64,
    }
    impl Group {
        fn top(&self) -> i64 {
            self.wishes.div_euclid(self.count.max(1)).max(0)
        }
    }
    let mut groups: Vec<Group> = Vec::new();
    for &(top, height) in notes {
        let height = i64::from(height.max(0)) + i64::from(gap);
        let mut last = Group { wishes: i64::from(top), count: 1, height };
        while let Some(before) = groups.pop_if(|before| before.top() + before.height > last.top()) {
            // A member wishes for the group's top what it wishes for its own, less what stands above it.
            last = Group {
                wishes: before.wishes + last.wishes - before.height * last.count,
                count: before.count + last.count,
                height: before.height + last.height,
            };
        }
        groups.push(last);
    }
    let mut groups = groups.into_iter();
    let (mut at, mut left) = (0, 0);
    let mut tops = Vec::with_capacity(notes.len());
    for &(_, height) in notes {
        if left == 0
            && let Some(group) = groups.next()
        {
            (at, left) = (group.top(), group.count);
        }
        tops.push(i32::try_from(at).unwrap_or(i32::MAX));
        at += i64::from(height.max(0)) + i64::from(gap);
        left -= 1;
    }
    tops
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn notes_with_room_stand_where_they_wish() {
        assert_eq!(beside(&[(10, 20), (100, 30), (200, 5)], 8), [10, 100, 200]);
        assert_eq!(beside(&[], 8), [0; 0]);
    }

    #[test]
    fn notes_that_would_touch_share_the_way() {
        assert_eq!(beside(&[(100, 40), (100, 40)], 10), [75, 125]);
        assert_eq!(beside(&[(100, 40), (110, 40), (400, 40)], 10), [80, 130, 400]);
    }

    #[test]
    fn nothing_goes_above_the_top() {
        assert_eq!(beside(&[(0, 50), (0, 50), (0, 50)], 10), [0, 60, 120]);
        assert_eq!(beside(&[(-30, 50), (20, 50)], 10), [0, 60]);
    }

    #[test]
    fn a_group_takes_in_the_ones_before_it() {
        // The third pushes the second into the first.
        assert_eq!(beside(&[(100, 50), (160, 50), (165, 50)], 10), [81, 141, 201]);
    }

    proptest! {
        #[test]
        fn no_two_touch_and_order_stays(mut notes in prop::collection::vec((0..5000, 0..400), 0..40), gap in 0..20) {
            notes.sort_unstable();
            let tops = beside(&notes, gap);
            prop_assert_eq!(tops.len(), notes.len());
            for (pair, (_, height)) in tops.windows(2).zip(&notes) {
                prop_assert!(pair[0] + height + gap <= pair[1]);
            }
            prop_assert!(tops.iter().all(|top| *top >= 0));
        }

        #[test]
        fn moving_one_alone_makes_nothing_better(mut notes in prop::collection::vec((500..3000, 1..300), 1..20)) {
            notes.sort_unstable();
            let tops = beside(&notes, 8);
            let cost = |tops: &[i32]| tops.iter().zip(&notes).map(|(t, (w, _))| i64::from(t - w).pow(2)).sum::<i64>();
            let fits = |tops: &[i32]| tops.windows(2).zip(&notes).all(|(p, (_, h))| p[0] + h + 8 <= p[1]);
            for index in 0..tops.len() {
                for by in [-3, 3] {
                    let mut moved = tops.clone();
                    moved[index] += by;
                    // Rounding to whole pixels is forgiven.
                    prop_assert!(!fits(&moved) || cost(&moved) + 4 * tops.len() as i64 >= cost(&tops));
                }
            }
        }
    }
}
