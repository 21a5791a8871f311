//! What other programs wrote: it never stands in for the reader's own words, and never makes them unreadable.

use super::{fixture, notes, read, write};
use closely::annotation::Annotation;
use closely::interchange::Format;
use serde_json::{Value, json};

/// An annotation of another program with this field.
fn with(name: &str, value: &Value) -> Vec<u8> {
    let mut entry = json!({
        "type": "Annotation",
        "id": "https://notes.example/anno/1",
        "body": [{"type": "TextualBody", "value": "my own words"}],
        "target": "https://reader.example/read/pace-and-closeness/#outside-pressure",
        "rights": "kept",
    });
    entry[name] = value.clone();
    json!([entry]).to_string().into_bytes()
}

fn nested(levels: usize) -> Value {
    (0..levels).fold(json!("inmost"), |inner, _| json!([inner]))
}

fn export_and_read(before: &[Annotation]) -> Vec<Annotation> {
    notes(&read(write(Format::Json, before).into_bytes(), &[]))
}

#[test]
fn no_field_of_a_file_takes_the_place_of_the_readers_words() {
    let field = json!({"value": "x", "purpose": "tagging", "type": "Image", "language": "en"});
    let mut imported = notes(&read(with("closely:note", &field), &[]));
    assert_eq!(imported[0].body, "my own words");
    imported[0].body = "my own words, edited".to_owned();
    let back = export_and_read(&imported);
    assert_eq!((back[0].body.as_str(), back[0].tags.len()), ("my own words, edited", 0));
    let file: Value = serde_json::from_str(&write(Format::Json, &imported)).expect("JSON");
    assert_eq!(file["first"]["items"][0]["body"][0]["language"], "en", "what has no place of ours goes back");
}

#[test]
fn what_nests_too_deeply_is_left_out_and_the_note_comes_in() {
    let deep_body = json!([{"type": "TextualBody", "value": "my own words"}, {"type": "Image", "deep": nested(110)}]);
    let deep_target = json!({
        "source": "https://reader.example/read/pace-and-closeness/",
        "deep": nested(122),
        "selector": [{"type": "CssSelector", "value": "p"}, {"type": "XPathSelector", "deep": nested(120)}],
    });
    for (name, value) in [("deep", nested(124)), ("body", deep_body), ("target", deep_target)] {
        let imported = notes(&read(with(name, &value), &[]));
        assert_eq!((imported.len(), imported[0].body.as_str()), (1, "my own words"), "{name}");
        let exported = write(Format::Json, &imported);
        assert!(!exported.contains("inmost") && exported.contains("\"rights\":\"kept\""), "{name}: {exported}");
        assert_eq!(exported.contains("CssSelector"), name == "target", "its neighbours stay");
        assert_eq!(export_and_read(&imported), imported, "{name}");
    }
}

#[test]
fn what_nests_sensibly_is_kept() {
    let imported = notes(&read(with("deep", &nested(60)), &[]));
    assert!(write(Format::Json, &imported).contains("inmost"));
    assert_eq!(export_and_read(&imported), imported);
}

#[test]
fn an_import_of_ours_leaves_out_what_nests_too_deeply() {
    let mut whole: Value = serde_json::from_slice(&fixture("closely.json")).expect("JSON");
    whole["first"]["items"][0]["later"] = nested(110);
    let imported = notes(&read(whole.to_string().into_bytes(), &[]));
    assert_eq!(imported.len(), 4);
    assert!(!write(Format::Json, &imported).contains("inmost"));
}
