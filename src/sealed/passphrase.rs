//! What can be a passphrase. It is judged by its length alone: rules about signs make worse ones.

use crate::words;
use std::fmt;

/// The fewest characters that are taken.
pub const SHORTEST: usize = 8;

/// Why something is no passphrase yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It is too easy to guess.
    Short,
    /// It was typed twice, differently.
    Differs,
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unfit::Short => f.write_str(&words::passphrase::too_short(SHORTEST)),
            Unfit::Differs => f.write_str(words::passphrase::differs()),
        }
    }
}

/// Whether this can be a passphrase, typed twice.
///
/// # Errors
/// Why not.
pub fn fit(passphrase: &str, again: &str) -> Result<(), Unfit> {
    if passphrase.trim().chars().count() < SHORTEST {
        return Err(Unfit::Short);
    }
    if passphrase == again { Ok(()) } else { Err(Unfit::Differs) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_and_likeness_are_all_that_counts() {
        assert_eq!(fit("seven77", "seven77"), Err(Unfit::Short));
        assert_eq!(fit("          ", "          "), Err(Unfit::Short));
        assert_eq!(fit("näher 🙂 am", "näher 🙂 am"), Ok(()));
        assert_eq!(fit("plum river", "plum River"), Err(Unfit::Differs));
    }
}
