//! Files that are no notes files: each kind gets an answer of its own, with what to do.

use super::{fixture, request};
use closely::interchange::import;

fn answer(file: &[u8]) -> String {
    import(&request(file.to_vec(), &[])).expect_err("no notes file")
}

#[test]
fn each_gets_its_own_answer() {
    let good = fixture("closely.json");
    let mut invalid = good.clone();
    invalid[300] = 0xFF;
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain("{}".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let cases: [(&[u8], &str); 18] = [
        (b"", "empty"),
        (b"\xEF\xBB\xBF \n", "empty"),
        (b"PK\x03\x04\x14\0", "compressed"),
        (b"\x1F\x8B\x08", "compressed"),
        (b"%PDF-1.7", "PDF"),
        (b"\x89PNG\r\n", "picture"),
        (&utf16, "UTF-16"),
        (&invalid, "UTF-8"),
        (b"<!doctype html><p>Not found", "web page"),
        (b"\xEF\xBB\xBF\n<html>", "web page"),
        (&good[..good.len() / 2], "cut off"),
        (b"[{\"type\":\"Annotation\"", "cut off"),
        (b"{\"type\": Annotation}", "mistake"),
        (b"{\"name\":\"closely\",\"version\":1}", "no notes are in it"),
        (b"# Notes from Closely\n", "Markdown"),
        (b"\"article\",\"section\",\"kind\"\r\n", "A table is for reading"),
        (b"a,b,c\n1,2,3\n", "Readwise"),
        (b"dear diary", "no notes file"),
    ];
    let mut seen = Vec::new();
    for (file, says) in cases {
        let answer = answer(file);
        assert!(answer.contains(says), "{says}: {answer}");
        assert!(answer.ends_with('.') && answer.matches(". ").count() >= 1, "says what to do: {answer}");
        seen.push(answer);
    }
    seen.dedup();
    assert_eq!(seen.len(), 14, "files of different kinds get different answers");
}

#[test]
fn a_byte_order_mark_is_no_fault() {
    let marked: Vec<u8> = b"\xEF\xBB\xBF".iter().copied().chain(fixture("closely.json")).collect();
    assert!(import(&request(marked, &[])).is_ok());
}

#[test]
fn deep_nesting_ends_in_an_answer() {
    let deep = "[".repeat(200_000);
    assert!(import(&request(deep.into_bytes(), &[])).is_err());
    let closed = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(import(&request(closed.into_bytes(), &[])).is_err());
}

#[test]
fn no_cut_of_a_file_is_taken_for_the_whole() {
    let good = fixture("closely.json");
    for length in (1..good.len() - 4).step_by(7) {
        assert!(import(&request(good[..length].to_vec(), &[])).is_err(), "cut at {length}");
    }
}
