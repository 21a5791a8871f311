//! A pack as the fragment of a link: its bytes, compressed (zlib), in the URL's own base 64.
//!
//! Fragments stay in the browser: no server ever sees a pack. What comes in is limited before, while and after it is
//! unpacked.

use super::{Pack, PackFault, Passage, Place, Stop};
use serde::{Deserialize, Serialize};

/// Version of the bytes; the first of them.
const VERSION: u8 = 1;
/// Longest code that is looked at.
const CODE_LIMIT: usize = 60_000;
/// Most bytes that a code may unpack to.
const BYTES_LIMIT: usize = 120_000;
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// A pack, written small: each article once, hashes as bytes.
#[derive(Serialize, Deserialize)]
struct Small {
    id: u64,
    title: String,
    by: String,
    introduction: String,
    due: String,
    articles: Vec<(String, String)>,
    stops: Vec<(u8, String, SmallPlace)>,
}

#[derive(Serialize, Deserialize)]
enum SmallPlace {
    Article,
    Section(String),
    /// Section, first code point, length, words, context.
    Passage(String, u32, u32, [String; 4]),
}

/// The code of a pack.
///
/// # Errors
/// Those of [`Pack::check`].
pub fn encode(pack: &Pack) -> Result<String, PackFault> {
    pack.check()?;
    let mut articles: Vec<(String, String)> = Vec::new();
    let mut stops = Vec::new();
    for stop in &pack.stops {
        let article = (stop.article.clone(), stop.revision.clone());
        let index = articles.iter().position(|known| *known == article).unwrap_or_else(|| {
            articles.push(article);
            articles.len() - 1
        });
        let place = match &stop.place {
            Place::Article => SmallPlace::Article,
            Place::Section(id) => SmallPlace::Section(id.clone()),
            Place::Passage(p) => SmallPlace::Passage(
                p.section.clone(),
                p.start,
                p.end.saturating_sub(p.start),
                [p.first.clone(), p.last.clone(), p.prefix.clone(), p.suffix.clone()],
            ),
        };
        stops.push((u8::try_from(index).map_err(|_| PackFault::TooLarge)?, stop.question.clone(), place));
    }
    let small = Small {
        id: u64::from_str_radix(&pack.id, 16).map_err(|_| PackFault::Field("id"))?,
        title: pack.title.clone(),
        by: pack.by.clone(),
        introduction: pack.introduction.clone(),
        due: pack.due.clone(),
        articles,
        stops,
    };
    let bytes = postcard::to_allocvec(&small).map_err(|_| PackFault::TooLarge)?;
    let mut code = vec![VERSION];
    code.extend(miniz_oxide::deflate::compress_to_vec_zlib(&bytes, 10));
    Ok(to_base64(&code))
}

/// The pack of a code.
///
/// # Errors
/// Says what is wrong with it.
pub fn decode(code: &str) -> Result<Pack, PackFault> {
    if code.len() > CODE_LIMIT {
        return Err(PackFault::TooLarge);
    }
    let bytes = from_base64(code).ok_or(PackFault::Damaged)?;
    let (&version, packed) = bytes.split_first().ok_or(PackFault::NotOne)?;
    if version != VERSION {
        return Err(if version > VERSION { PackFault::Newer } else { PackFault::NotOne });
    }
    let unpacked = miniz_oxide::inflate::decompress_to_vec_zlib_with_limit(packed, BYTES_LIMIT);
    let bytes = unpacked.map_err(|error| match error.status {
        miniz_oxide::inflate::TINFLStatus::HasMoreOutput => PackFault::TooLarge,
        _ => PackFault::Damaged,
    })?;
    let (small, rest): (Small, _) = postcard::take_from_bytes(&bytes).map_err(|_| PackFault::Damaged)?;
    if !rest.is_empty() {
        return Err(PackFault::Damaged);
    }
    let articles = small.articles;
    let stop = |(index, question, place): (u8, String, SmallPlace)| {
        let (article, revision) = articles.get(usize::from(index)).cloned().ok_or(PackFault::Damaged)?;
        let place = match place {
            SmallPlace::Article => Place::Article,
            SmallPlace::Section(id) => Place::Section(id),
            SmallPlace::Passage(section, start, length, [first, last, prefix, suffix]) => {
                let end = start.checked_add(length).ok_or(PackFault::Field("passage"))?;
                Place::Passage(Passage { section, start, end, first, last, prefix, suffix })
            }
        };
        Ok(Stop { article, revision, place, question })
    };
    let pack = Pack {
        id: format!("{:016x}", small.id),
        title: small.title,
        by: small.by,
        introduction: small.introduction,
        due: small.due,
        stops: small.stops.into_iter().map(stop).collect::<Result<_, _>>()?,
    };
    pack.check()?;
    Ok(pack)
}

fn to_base64(bytes: &[u8]) -> String {
    let digit = |value: u32| DIGITS.get(value as usize & 63).copied().map_or('A', char::from);
    let group = |group: &[u8]| {
        let byte = |index: usize| group.get(index).copied().map_or(0, u32::from);
        let value = byte(0) << 16 | byte(1) << 8 | byte(2);
        [18, 12, 6, 0].map(|shift| digit(value >> shift)).into_iter().take(group.len() + 1)
    };
    bytes.chunks(3).flat_map(group).collect()
}

fn from_base64(code: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(code.len() * 3 / 4);
    for group in code.trim_end_matches('=').as_bytes().chunks(4) {
        if group.len() == 1 {
            return None;
        }
        let mut value = 0;
        for index in 0..4 {
            let digit = match group.get(index) {
                Some(digit) => DIGITS.iter().position(|known| known == digit)?,
                None => 0,
            };
            value = value << 6 | digit;
        }
        let whole = [value >> 16, value >> 8, value].map(|byte| (byte & 255) as u8);
        bytes.extend(whole.into_iter().take(group.len() - 1));
    }
    Some(bytes)
}
