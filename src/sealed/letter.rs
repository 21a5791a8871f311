//! What a sealed record looks like in the store: `closely:sealed:<name>` holds version, nonce and what the cipher made.
//!
//! What is encrypted is the record's own key and, after a line feed, the bytes that would stand under it: the same
//! envelope as without a passphrase. The name is authenticated with it, so that no record can be put in another's place.

use super::digits::{to_bytes, to_text};
use crate::json::{self, Map, Value};

/// What the keys of sealed records begin with.
pub const PREFIX: &str = "closely:sealed:";
/// The version of this form.
const VERSION: u64 = 1;
/// What AES-GCM takes for a nonce, in bytes.
const NONCE: usize = 12;

/// A sealed record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The nonce; never used twice under one key.
    pub nonce: Vec<u8>,
    /// What the cipher made, its tag at the end.
    pub sealed: Vec<u8>,
}

impl Letter {
    /// As it stands in the store.
    pub fn to_text(&self) -> String {
        let mut map = Map::new();
        map.insert("version".to_owned(), VERSION.into());
        map.insert("nonce".to_owned(), to_text(&self.nonce).into());
        map.insert("sealed".to_owned(), to_text(&self.sealed).into());
        Value::Object(map).to_string()
    }

    /// From what stands in the store; `None` where it is damaged or of a newer version.
    pub fn of_text(text: &str) -> Option<Letter> {
        let value = json::from_str(text).ok()?;
        if value.get("version").and_then(Value::as_u64) != Some(VERSION) {
            return None;
        }
        let bytes = |name: &str| value.get(name).and_then(Value::as_str).and_then(to_bytes);
        let nonce = bytes("nonce").filter(|nonce| nonce.len() == NONCE)?;
        Some(Letter { nonce, sealed: bytes("sealed")? })
    }

    /// What is encrypted of a record.
    pub fn words(key: &str, bytes: &str) -> String {
        format!("{key}\n{bytes}")
    }

    /// The record's key and bytes again.
    pub fn record(words: &str) -> Option<(&str, &str)> {
        words.split_once('\n').filter(|(key, _)| super::is_private(key))
    }

    /// The name of a sealed record, from the keyed hash of its own key.
    pub fn name(hash: &[u8]) -> String {
        format!("{PREFIX}{}", to_text(hash))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_comes_back_as_it_was() {
        let letter = Letter { nonce: (0..12).collect(), sealed: vec![0, 255, 7, 62] };
        assert_eq!(Letter::of_text(&letter.to_text()), Some(letter));
    }

    #[test]
    fn what_is_damaged_or_newer_is_none() {
        let good = Letter { nonce: vec![1; 12], sealed: vec![2; 20] }.to_text();
        let newer = good.replace("\"version\":1", "\"version\":2");
        let short = Letter { nonce: vec![1; 11], sealed: Vec::new() }.to_text();
        for text in ["", "{}", &good[..good.len() - 2], &newer, &short, &good.replace("AgIC", "A*IC")] {
            assert_eq!(Letter::of_text(text), None, "{text}");
        }
    }

    #[test]
    fn a_record_knows_its_own_key() {
        let words = Letter::words("closely:place:pace", "{\"a\":\n1}");
        assert_eq!(Letter::record(&words), Some(("closely:place:pace", "{\"a\":\n1}")));
        assert_eq!(Letter::record("closely:settings:reading\n{}"), None);
        assert_eq!(Letter::record("no line"), None);
    }
}
