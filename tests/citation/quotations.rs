//! Quoted words: marks inside of marks, and one stop at the end.

use crate::{part, plain};
use closely::citation::{Format, Source};

#[test]
fn marks_inside_of_marks() {
    for (quote, expected) in [
        ("He said “yes.”", "“He said ‘yes’” (Doe)."),
        ("He said “yes”.", "“He said ‘yes’” (Doe)."),
        ("He said “yes?”", "“He said ‘yes?’” (Doe)."),
        ("and then he said yes.”", "“and then he said yes’” (Doe)."),
        ("“She said ‘don’t’ and left,” he wrote.", "“‘She said “don’t” and left,’ he wrote” (Doe)."),
        ("The word is „Nähe“, he wrote.", "“The word is ‘Nähe’, he wrote” (Doe)."),
        ("‚Nähe‘ is „Nähe“.", "“‘Nähe’ is ‘Nähe’” (Doe)."),
        ("Say \"yes\" and \"no\".", "“Say ‘yes’ and ‘no’” (Doe)."),
        ("“Back in the ‘90s,” they say, “we’d wait.”", "“‘Back in the ‘90s,’ they say, ‘we’d wait’” (Doe)."),
    ] {
        let source = Source { quote: Some(quote.to_owned()), ..plain("Waiting", "Jane Doe") };
        assert_eq!(part(&source, Format::Mla, "In the text"), expected);
    }
}
