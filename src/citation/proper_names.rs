//! Which words of a title are names: the text that it stands over knows.

use super::Source;
use super::capitals::{bare, small_letter, without_possession};

/// The words of title and subtitle that are names, by the text: always with a capital there, and at least once inside of
/// a sentence.
pub fn names(source: &Source, text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let words = [&source.title, &source.subtitle].into_iter().flat_map(|line| line.split([' ', '-']));
    for word in words.map(|word| without_possession(bare(word))) {
        let known = found.iter().any(|known| known == word);
        if word.starts_with(char::is_uppercase) && !known && is_name(word, text) {
            found.push(word.to_owned());
        }
    }
    found
}

fn is_name(word: &str, text: &str) -> bool {
    let small = small_letter(word);
    let (mut inside, mut begins) = (false, true);
    for other in text.split([' ', '-', '\n']) {
        let letters = without_possession(bare(other));
        if letters == small {
            return false;
        }
        inside |= letters == word && !begins && other.starts_with(char::is_alphanumeric);
        begins = other.is_empty() || !other.ends_with(char::is_alphanumeric);
    }
    inside
}
