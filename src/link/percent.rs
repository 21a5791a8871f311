//! Percent-encoding (RFC 3986): everything but unreserved characters is encoded.

/// Encodes a text for use in a path, query or fragment.
pub fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'~' | b'-' => encoded.push(byte.into()),
            _ => {
                encoded.push('%');
                for half in [byte >> 4, byte & 15] {
                    encoded.extend(char::from_digit(half.into(), 16).map(|c| c.to_ascii_uppercase()));
                }
            }
        }
    }
    encoded
}

/// Decodes a text. What is no valid encoding stays as it is, and what is no UTF-8 becomes U+FFFD: an address never
/// fails to open.
pub fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let digit = |offset: usize| bytes.get(at + offset).and_then(|&b| char::from(b).to_digit(16));
        if let (b'%', Some(high), Some(low)) = (byte, digit(1), digit(2)) {
            decoded.push((high * 16 + low) as u8);
            at += 3;
        } else {
            decoded.push(byte);
            at += 1;
        }
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_encoded_comes_back() {
        for text in ["", "a b", "50% of é, – & - 😀", "#?/:~:text=x", "%41"] {
            assert_eq!(decode(&encode(text)), text);
        }
    }

    #[test]
    fn broken_encodings_stay_readable() {
        assert_eq!(decode("%E0%A4%A"), "\u{fffd}%A");
        assert_eq!(decode("%"), "%");
        assert_eq!(decode("%zz%2"), "%zz%2");
    }
}
