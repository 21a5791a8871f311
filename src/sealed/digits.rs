//! Bytes as digits that every store keeps as they are.

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Bytes as base64url, without padding.
pub(super) fn to_text(bytes: &[u8]) -> String {
    let digit = |value: u32| DIGITS.get(value as usize & 63).copied().map_or('A', char::from);
    let group = |group: &[u8]| {
        let byte = |index: usize| group.get(index).copied().map_or(0, u32::from);
        let value = byte(0) << 16 | byte(1) << 8 | byte(2);
        [18, 12, 6, 0].map(|shift| digit(value >> shift)).into_iter().take(group.len() + 1)
    };
    bytes.chunks(3).flat_map(group).collect()
}

/// The bytes again; `None` where these are no digits.
pub(super) fn to_bytes(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 3);
    for group in text.as_bytes().chunks(4) {
        if group.len() == 1 {
            return None;
        }
        let mut value = 0;
        for index in 0..4 {
            value = value << 6 | group.get(index).map_or(Some(0), |digit| value_of(*digit))?;
        }
        let whole = [value >> 16, value >> 8, value].map(|byte: u32| (byte & 255) as u8);
        bytes.extend(whole.into_iter().take(group.len() - 1));
    }
    Some(bytes)
}

fn value_of(digit: u8) -> Option<u32> {
    Some(u32::from(match digit {
        b'A'..=b'Z' => digit - b'A',
        b'a'..=b'z' => digit - b'a' + 26,
        b'0'..=b'9' => digit - b'0' + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_length_comes_back() {
        let bytes: Vec<u8> = (0..=255).collect();
        for length in 0..=bytes.len() {
            assert_eq!(to_bytes(&to_text(&bytes[..length])).as_deref(), Some(&bytes[..length]));
        }
    }

    #[test]
    fn what_is_no_digits_is_nothing() {
        assert_eq!(to_text(b"\xfb\xff"), "-_8");
        for text in ["A", "AAAAA", "A+", "é"] {
            assert_eq!(to_bytes(text), None, "{text}");
        }
    }
}
