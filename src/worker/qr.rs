//! A link as a code for cameras: QR codes, as modules, as SVG and as PNG.
//!
//! Black on white, whatever the theme: cameras expect it. Around the code stand the four modules of white that the
//! standard asks for.

use super::Bytes;
use qrcodegen::{QrCode, QrCodeEcc};
use serde::{Deserialize, Serialize};

/// White modules around a code.
const QUIET: usize = 4;
/// Pixels of a module in a picture.
const SCALE: usize = 12;

/// A code, ready to be shown and saved.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    /// Modules on a side, the white around included.
    pub side: u32,
    /// The black modules, as the path of an SVG in units of a module.
    pub path: String,
    /// The whole as an SVG file.
    pub svg: String,
    /// The whole as a PNG file.
    pub png: Bytes,
}

/// The code of a text; `None` where it is too long for one.
pub(super) fn code(text: &str) -> Option<Code> {
    // The strongest correction that is no denser; a long text gets the least, or no camera could read it.
    let code = QrCode::encode_text(text, if text.len() > 600 { QrCodeEcc::Low } else { QrCodeEcc::Medium }).ok()?;
    let size = usize::try_from(code.size()).ok()?;
    let black = |x: usize, y: usize| {
        let inner = |at: usize| at.checked_sub(QUIET).and_then(|at| i32::try_from(at).ok());
        inner(x).zip(inner(y)).is_some_and(|(x, y)| code.get_module(x, y))
    };
    let side = size + 2 * QUIET;
    let mut path = String::new();
    for y in 0..side {
        let mut x = 0;
        while x < side {
            let run = (x..side).take_while(|&x| black(x, y)).count();
            if run > 0 {
                path.push_str(&format!("M{x} {y}h{run}v1h-{run}z"));
            }
            x += run.max(1);
        }
    }
    let pixels = side * SCALE;
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{pixels}\" height=\"{pixels}\" viewBox=\"0 0 {side} {side}\" \
         shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path d=\"{path}\"/></svg>\n"
    );
    Some(Code { side: u32::try_from(side).ok()?, path, svg, png: Bytes(png(side, &black)) })
}

/// A picture of one bit a pixel.
fn png(side: usize, black: &dyn Fn(usize, usize) -> bool) -> Vec<u8> {
    let pixels = side * SCALE;
    let mut rows = Vec::new();
    for y in 0..pixels {
        // Each row begins with its filter: none.
        rows.push(0);
        for byte in 0..pixels.div_ceil(8) {
            let bits = (0..8).map(|bit| byte * 8 + bit);
            rows.push(bits.fold(0, |bits, x| bits << 1 | u8::from(!black(x / SCALE, y / SCALE))));
        }
    }
    let edge = (pixels as u32).to_be_bytes();
    let mut header = [edge, edge].concat();
    // One bit a pixel, grey, and the only methods there are.
    header.extend([1, 0, 0, 0, 0]);
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    chunk(&mut file, b"IHDR", &header);
    chunk(&mut file, b"IDAT", &miniz_oxide::deflate::compress_to_vec_zlib(&rows, 9));
    chunk(&mut file, b"IEND", &[]);
    file
}

fn chunk(file: &mut Vec<u8>, name: &[u8; 4], data: &[u8]) {
    file.extend((data.len() as u32).to_be_bytes());
    let checked = [name, data].concat();
    file.extend(&checked);
    file.extend(crc(&checked).to_be_bytes());
}

/// The checksum of PNG (ISO 3309).
fn crc(bytes: &[u8]) -> u32 {
    let step = |value: u32| if value & 1 == 1 { value >> 1 ^ 0xedb8_8320 } else { value >> 1 };
    !bytes.iter().fold(u32::MAX, |crc, &byte| (0..8).fold(crc ^ u32::from(byte), |crc, _| step(crc)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_a_code() {
        let code = code("https://example.org/read/pace/#armour").unwrap_or_default();
        // The corner of the first finder pattern, behind the quiet zone: seven black modules.
        assert!(code.path.starts_with("M4 4h7v1h-7z"), "{}", code.path);
        assert_eq!((code.side - 8 - 17) % 4, 0, "17 modules and four for every version");
        assert!(code.svg.contains(&format!("viewBox=\"0 0 {0} {0}\"", code.side)));
        assert!(!code.svg.contains("example"), "nothing of the text is markup");
        assert!(code.png.0.starts_with(b"\x89PNG") && code.png.0.ends_with(&crc(b"IEND").to_be_bytes()));
    }

    #[test]
    fn the_checksum_is_that_of_the_standard() {
        assert_eq!(crc(b"IEND"), 0xae42_6082);
        assert_eq!(crc(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn a_link_of_two_thousand_characters_has_a_code_and_one_of_four_has_none() {
        assert!(code(&"a".repeat(2_000)).is_some());
        assert_eq!(code(&"a".repeat(4_000)), None);
    }
}
