//! The envelope around a record: version, checksum, record.
//!
//! The checksum (CRC-32, IEEE 802.3, over the record's compact JSON with sorted keys) finds records that were cut off
//! or edited by hand. It protects nothing against malice.

use super::VERSION;
use crate::json::{self, Map, Value};
use crate::words;
use std::fmt;

/// A record out of its envelope.
#[derive(Clone, Debug, PartialEq)]
pub enum Envelope {
    /// A record of this version.
    Current(Value),
    /// A record of an older version, to be raised.
    Older(u64, Value),
    /// A record of a newer version: to be kept as it is.
    Newer(u64),
}

/// Why a text is no envelope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnvelopeFault {
    /// It is not JSON, or was cut off.
    NotJson,
    /// It is JSON of another shape.
    NotAnEnvelope,
    /// The record is not the one that was written.
    Checksum,
}

impl fmt::Display for EnvelopeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            EnvelopeFault::NotJson => words::storage::cut_off(),
            EnvelopeFault::NotAnEnvelope => words::storage::not_ours(),
            EnvelopeFault::Checksum => words::storage::altered(),
        })
    }
}

/// Puts a record into an envelope.
pub fn seal(record: &Value) -> String {
    let mut envelope = Map::new();
    envelope.insert("version".to_owned(), VERSION.into());
    envelope.insert("checksum".to_owned(), checksum(record).into());
    envelope.insert("record".to_owned(), record.clone());
    Value::Object(envelope).to_string()
}

/// Takes a record out of its envelope.
///
/// # Errors
/// Says what is wrong with it; the text itself is not touched.
pub fn unseal(text: &str) -> Result<Envelope, EnvelopeFault> {
    let Value::Object(mut envelope) = json::from_str(text).map_err(|_| EnvelopeFault::NotJson)? else {
        return Err(EnvelopeFault::NotAnEnvelope);
    };
    let version = envelope.get("version").and_then(Value::as_u64).ok_or(EnvelopeFault::NotAnEnvelope)?;
    if version > VERSION {
        return Ok(Envelope::Newer(version));
    }
    if version == 0 {
        return Err(EnvelopeFault::NotAnEnvelope);
    }
    let (Some(record), Some(Value::String(sum))) = (envelope.remove("record"), envelope.remove("checksum")) else {
        return Err(EnvelopeFault::NotAnEnvelope);
    };
    // As it stands first: what we wrote need not be written again to be summed.
    if as_written(text).is_none_or(|written| crc(written) != sum) && checksum(&record) != sum {
        return Err(EnvelopeFault::Checksum);
    }
    Ok(if version == VERSION { Envelope::Current(record) } else { Envelope::Older(version, record) })
}

/// The record's own bytes, where the envelope is written as [`seal`] writes it.
fn as_written(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("{\"checksum\":\"")?;
    let (_, rest) = rest.split_once("\",\"record\":")?;
    rest.rsplit_once(",\"version\":").map(|(record, _)| record)
}

/// What tells two records apart: the same record has the same checksum.
pub fn checksum(record: &Value) -> String {
    crc(&record.to_string())
}

fn crc(text: &str) -> String {
    let mut crc = u32::MAX;
    for byte in text.bytes() {
        // Half a byte at a time: twice as fast as by bits, and the table is small.
        for half in [byte & 15, byte >> 4] {
            let index = (crc as u8 & 15) ^ half;
            crc = (crc >> 4) ^ HALVES.get(usize::from(index)).copied().unwrap_or_default();
        }
    }
    format!("{:08x}", !crc)
}

/// The checksum's steps for each half of a byte.
#[allow(clippy::indexing_slicing, reason = "computed by the compiler")]
const HALVES: [u32; 16] = {
    let mut table = [0; 16];
    let mut index = 0;
    while index < 16 {
        let mut crc = index as u32;
        let mut bit = 0;
        while bit < 4 {
            crc = (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg());
            bit += 1;
        }
        table[index] = crc;
        index += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::json;

    #[test]
    fn what_was_sealed_comes_out() {
        let record = json!({"z": "é\u{2028}</script>", "a": [1, -2, {"b": null}]});
        assert_eq!(unseal(&seal(&record)), Ok(Envelope::Current(record)));
    }

    /// A record is what it says, however the envelope around it is written.
    #[test]
    fn an_envelope_in_another_order_is_opened_too() {
        let record = json!({"a": 1, "body": "x\",\"record\":{},\"version\":1"});
        let sum = checksum(&record);
        let spaced = format!("{{ \"version\": 1, \"record\": {record}, \"checksum\": \"{sum}\" }}");
        assert_eq!(unseal(&spaced), Ok(Envelope::Current(record.clone())));
        assert_eq!(unseal(&seal(&record)), Ok(Envelope::Current(record)));
        let unsorted = format!(
            "{{\"checksum\":\"{}\",\"record\":{{\"b\":2,\"a\":1}},\"version\":1}}",
            checksum(&json!({"a": 1, "b": 2}))
        );
        assert_eq!(unseal(&unsorted), Ok(Envelope::Current(json!({"a": 1, "b": 2}))));
    }

    #[test]
    fn the_checksum_is_crc_32() {
        // The check value of CRC-32/ISO-HDLC, over "123456789" with its JSON quotes taken into account.
        assert_eq!(checksum(&json!(123_456_789)), "cbf43926");
    }

    #[test]
    fn damage_is_told_apart() {
        let sealed = seal(&json!({"body": "one"}));
        assert_eq!(unseal(""), Err(EnvelopeFault::NotJson));
        assert_eq!(unseal(&sealed[..sealed.len() - 3]), Err(EnvelopeFault::NotJson));
        assert_eq!(unseal("{\"x\":1}"), Err(EnvelopeFault::NotAnEnvelope));
        assert_eq!(unseal("[]"), Err(EnvelopeFault::NotAnEnvelope));
        assert_eq!(unseal(&sealed.replace(":1}", ":0}")), Err(EnvelopeFault::NotAnEnvelope));
        assert_eq!(unseal(&sealed.replace("one", "two")), Err(EnvelopeFault::Checksum));
    }

    #[test]
    fn a_newer_version_is_left_alone() {
        assert_eq!(unseal("{\"version\":2,\"anything\":true}"), Ok(Envelope::Newer(2)));
    }
}
