//! Hashes of what is published: in policies, in the offline worker's list, in the names of files.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// SHA-256 in Base64, as policies and integrity checks write it.
pub(crate) fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(bytes))
}

/// The first 16 hexadecimal digits of a SHA-256, for names.
pub(crate) fn short(parts: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    hasher.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Whether a file's name carries a hash of its contents: `name-0123456789abcdef.js`, `…_bg.wasm`.
pub(crate) fn is_in_name(name: &str) -> bool {
    let hash = name.rsplit_once('-').map(|(_, hash)| hash.split(['.', '_']).next().unwrap_or_default());
    hash.is_some_and(|hash| hash.len() >= 12 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_of_the_standard() {
        assert_eq!(base64(b"abc"), "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
        assert_eq!(short(&[b"a", b"bc"]), "ba7816bf8f01cfea");
    }

    #[test]
    fn a_hash_in_a_name_is_told_from_a_word() {
        for name in ["closely-475c3beeacfb07cc.js", "closely-475c3beeacfb07cc_bg.wasm"] {
            assert!(is_in_name(name), "{name}");
        }
        for name in ["worker.js", "data-worker.js", "icon-512.png", "a-deadbeef.js"] {
            assert!(!is_in_name(name), "{name}");
        }
    }
}
