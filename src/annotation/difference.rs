//! What changed between two versions of a few words, word by word, for eyes that compare.
//!
//! It is shown and never decides: where a mark belongs, [`anchoring`](super::anchoring) and the reader say.

/// A run of words and what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// In both.
    Same,
    /// In the old words alone.
    Gone,
    /// In the new words alone.
    New,
}

/// So many comparisons and no more: what differs in longer texts is taken as a whole.
const LIMIT: usize = 400_000;

/// The runs of both texts in order: what is `Same` or `Gone` joins to the old one, what is `Same` or `New` to the new
/// one. Words are compared whole; white space alone joins no two changes.
pub fn difference(old: &str, new: &str) -> Vec<(Change, String)> {
    let (old, new) = (tokens(old), tokens(new));
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - head;
    let tail = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    let middle =
        |tokens: &[&str]| tokens.iter().skip(head).take(tokens.len() - head - tail).map(|t| (*t).to_owned()).collect();
    let (mid_old, mid_new): (Vec<String>, Vec<String>) = (middle(&old), middle(&new));
    let mut changes: Vec<(Change, &str)> = old.iter().take(head).map(|token| (Change::Same, *token)).collect();
    for (change, index) in script(&mid_old, &mid_new) {
        let from = if change == Change::New { &new } else { &old };
        changes.extend(from.get(head + index).map(|token| (change, *token)));
    }
    changes.extend(old.iter().skip(old.len() - tail).map(|token| (Change::Same, *token)));
    joined(&changes)
}

/// Words, runs of white space, and every other sign for itself.
fn tokens(text: &str) -> Vec<&str> {
    let class = |c: char| match c {
        c if c.is_alphanumeric() || matches!(c, '\'' | '’' | '\u{300}'..='\u{36f}') => 0,
        c if c.is_whitespace() => 1,
        _ => 2,
    };
    let mut tokens = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (at, c) in text.char_indices() {
        let now = class(c);
        if before.is_some_and(|before| before != now || now == 2) {
            tokens.extend(text.get(start..at));
            start = at;
        }
        before = Some(now);
    }
    tokens.extend(text.get(start..).filter(|rest| !rest.is_empty()));
    tokens
}

/// The shortest way from one to the other: each step with its index in the old (or, for new ones, the new) tokens.
fn script(old: &[String], new: &[String]) -> Vec<(Change, usize)> {
    let gone = |from: usize| (from..old.len()).map(|index| (Change::Gone, index));
    let come = |from: usize| (from..new.len()).map(|index| (Change::New, index));
    if old.len().saturating_mul(new.len()) > LIMIT {
        return gone(0).chain(come(0)).collect();
    }
    // common[i][j]: how many tokens old[i..] and new[j..] can have in common.
    let width = new.len() + 1;
    let mut common = vec![0u32; (old.len() + 1) * width];
    let at = |common: &[u32], i: usize, j: usize| common.get(i * width + j).copied().unwrap_or(0);
    for (i, a) in old.iter().enumerate().rev() {
        for (j, b) in new.iter().enumerate().rev() {
            let longest =
                if a == b { at(&common, i + 1, j + 1) + 1 } else { at(&common, i + 1, j).max(at(&common, i, j + 1)) };
            if let Some(cell) = common.get_mut(i * width + j) {
                *cell = longest;
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut steps = Vec::new();
    while let (Some(a), Some(b)) = (old.get(i), new.get(j)) {
        if a == b {
            steps.push((Change::Same, i));
            (i, j) = (i + 1, j + 1);
        } else if at(&common, i + 1, j) >= at(&common, i, j + 1) {
            steps.push((Change::Gone, i));
            i += 1;
        } else {
            steps.push((Change::New, j));
            j += 1;
        }
    }
    steps.extend(gone(i));
    steps.extend(come(j));
    steps
}

/// Runs of one kind as one, all that went before all that came.
fn joined(changes: &[(Change, &str)]) -> Vec<(Change, String)> {
    let mut runs: Vec<(Change, String)> = Vec::new();
    let (mut gone, mut come) = (String::new(), String::new());
    for (index, (change, token)) in changes.iter().enumerate() {
        match change {
            Change::Gone => gone.push_str(token),
            Change::New => come.push_str(token),
            // A space between two changed words is no common ground.
            Change::Same
                if token.trim().is_empty()
                    && (!gone.is_empty() || !come.is_empty())
                    && changes.get(index + 1).is_some_and(|(next, _)| *next != Change::Same) =>
            {
                gone.push_str(token);
                come.push_str(token);
            }
            Change::Same => {
                flush(&mut runs, &mut gone, &mut come);
                match runs.last_mut() {
                    Some((Change::Same, run)) => run.push_str(token),
                    _ => runs.push((Change::Same, (*token).to_owned())),
                }
            }
        }
    }
    flush(&mut runs, &mut gone, &mut come);
    runs
}

fn flush(runs: &mut Vec<(Change, String)>, gone: &mut String, come: &mut String) {
    for (change, run) in [(Change::Gone, gone), (Change::New, come)] {
        if !run.is_empty() {
            runs.push((change, std::mem::take(run)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(old: &str, new: &str) -> String {
        let run = |(change, run): (Change, String)| match change {
            Change::Same => run,
            Change::Gone => format!("[-{run}-]"),
            Change::New => format!("[+{run}+]"),
        };
        difference(old, new).into_iter().map(run).collect()
    }

    #[test]
    fn words_are_compared_whole() {
        assert_eq!(shown("the night is dark", "the night was dark"), "the night [-is-][+was+] dark");
        assert_eq!(shown("a colour", "a colours"), "a [-colour-][+colours+]");
        assert_eq!(shown("same", "same"), "same");
        assert_eq!(shown("", "new"), "[+new+]");
        assert_eq!(shown("old", ""), "[-old-]");
    }

    #[test]
    fn neighbours_that_both_changed_are_one_change() {
        assert_eq!(shown("say it twice today", "say it once tomorrow"), "say it [-twice today-][+once tomorrow+]");
        assert_eq!(
            shown("after an argument, and that is not leaving.", "after an argument; say when."),
            "after an argument[-, and that is not leaving-][+; say when+]."
        );
    }

    #[test]
    fn texts_beyond_all_measure_are_taken_as_a_whole() {
        let (old, new) = ("a b ".repeat(2000), "c d ".repeat(2000));
        assert!(difference(&old, &new).len() <= 3);
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_from_it(old in "[ab é,’한]{0,30}", new in "[ab é,’한]{0,30}") {
            let runs = difference(&old, &new);
            let side = |other: Change| -> String {
                runs.iter().filter(|(change, _)| *change != other).map(|(_, run)| run.as_str()).collect()
            };
            prop_assert_eq!(side(Change::New), old);
            prop_assert_eq!(side(Change::Gone), new);
        }
    }
}
