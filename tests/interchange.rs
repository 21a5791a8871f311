//! Notes as files, and files as notes: nothing is lost on the way out and back, and each bad file gets its own answer.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test that can not go on fails")]

use closely::annotation::anchoring::describe;
use closely::annotation::{Annotation, ArticleText, Colour, Kind, TextRange, from_json, to_json};
use closely::interchange::{ExportRequest, Format, ImportRequest, Incoming, Preview, State, export, import};
use closely::library;
use closely::storage::{Collection, seal};
use closely::worker::Bytes;
use serde_json::{Value, json};

#[path = "interchange/bad_files.rs"]
mod bad_files;
#[path = "interchange/bringing.rs"]
mod bringing;
#[path = "interchange/foreign.rs"]
mod foreign;
#[path = "interchange/places.rs"]
mod places;
#[path = "interchange/round_trip.rs"]
mod round_trip;
#[path = "interchange/standard.rs"]
mod standard;

const SITE: &str = "https://reader.example";

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/fixtures/interchange/{name}", env!("CARGO_MANIFEST_DIR"))).expect("there")
}

fn request(file: Vec<u8>, present: &[Annotation]) -> ImportRequest {
    let library = library::blobs().iter().map(|(slug, blob)| ((*slug).to_owned(), Bytes(blob.to_vec())));
    ImportRequest {
        file: Bytes(file),
        present: present.iter().map(|annotation| to_json(annotation).to_string()).collect(),
        deleted: Vec::new(),
        library: library.collect(),
    }
}

fn read(file: Vec<u8>, present: &[Annotation]) -> Preview {
    import(&request(file, present)).expect("a notes file")
}

fn notes(preview: &Preview) -> Vec<Annotation> {
    preview.entries.iter().map(note).collect()
}

fn note(incoming: &Incoming) -> Annotation {
    from_json(&incoming.record.parse().expect("a record")).expect("an annotation")
}

fn states(preview: &Preview) -> Vec<State> {
    preview.entries.iter().map(|entry| entry.state).collect()
}

fn write(format: Format, notes: &[Annotation]) -> String {
    let records = notes.iter().map(|note| to_json(note).to_string()).collect();
    let request = ExportRequest {
        format,
        records,
        colours: Vec::new(),
        site: SITE.to_owned(),
        day: "2025-11-21".to_owned(),
        now: 1_763_733_720_000,
    };
    export(&request).text
}

#[test]
fn a_file_of_ours_comes_back_as_it_was() {
    let notes = notes(&read(fixture("closely.json"), &[]));
    let ids: Vec<&str> = notes.iter().map(|note| note.id.as_str()).collect();
    assert_eq!(ids, ["a1", "a2", "a3", "a 4"]);
    assert_eq!(notes[0].body, " two  spaces\n</script><img onerror=alert(1)> 👩‍👩‍👧");
    assert_eq!((notes[0].created, notes[0].modified), (1_763_625_600_001, 1_763_629_200_999));
    assert_eq!(notes[0].tags, ["class"]);
    assert_eq!(notes[0].other.get("later").expect("kept").to_string(), "{\"kept\":[1,2.50,null]}");
    assert_eq!(notes[2].kind, Kind::Answer { prompt: "p1".to_owned(), question: "What hurries you?".to_owned() });
    // An article that the library does not have: kept all the same.
    assert_eq!((notes[3].article.as_str(), notes[3].section.as_str()), ("no-such-article", "why"));
}

#[test]
fn what_is_written_is_a_collection_of_the_standard() {
    let notes = notes(&read(fixture("closely.json"), &[]));
    let file: Value = serde_json::from_str(&write(Format::Json, &notes)).expect("JSON");
    assert_eq!(file["@context"][0], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!((&file["type"], &file["total"]), (&json!("AnnotationCollection"), &json!(4)));
    let page = &file["first"];
    assert_eq!((&page["type"], &page["startIndex"]), (&json!("AnnotationPage"), &json!(0)));
    let items = page["items"].as_array().expect("items");
    assert_eq!(items.len(), 4);
    for item in items {
        assert_eq!(item["type"], "Annotation");
        assert!(item["id"].as_str().is_some_and(|id| id.starts_with("urn:closely:annotation:") && !id.contains(' ')));
        assert_eq!(item["target"]["type"], "SpecificResource");
        assert!(item["target"]["source"].as_str().is_some_and(|source| source.starts_with(SITE)));
        assert!(item["created"].as_str().is_some_and(|at| at.ends_with('Z')));
    }
    let motivations: Vec<&Value> = items.iter().map(|item| &item["motivation"]).collect();
    let expected =
        [json!("bookmarking"), json!(["highlighting", "commenting"]), json!("replying"), json!("commenting")];
    for motivation in expected {
        assert!(motivations.contains(&&motivation), "{motivation}");
    }
    // What another version wrote stands where it stood, number for number.
    assert!(write(Format::Json, &notes).contains("\"later\":{\"kept\":[1,2.50,null]}"));
}

#[test]
fn exported_positions_count_code_points_and_split_no_sign() {
    let text = ArticleText::new("👩‍👩‍👧 🇩🇪 cafe\u{301} 👍🏽 close".to_owned());
    // "afe" and half the accented letter, half the thumb.
    let range = text.whole_graphemes(TextRange::new(10, 14).expect("not empty"));
    let kind = Kind::Highlight { colour: Colour::Blue, position: range, quote: describe(&text, range) };
    let marked = Annotation { kind, ..notes(&read(fixture("closely.json"), &[])).remove(0) };
    let file: Value = serde_json::from_str(&write(Format::Json, &[marked])).expect("JSON");
    let selectors = file["first"]["items"][0]["target"]["selector"].to_string();
    // Five code points for the family, two for the flag, two for the accented letter, two for the thumb.
    assert!(selectors.contains("\"start\":10,") && selectors.contains("\"end\":14,"), "{selectors}");
    assert!(selectors.contains("\"exact\":\"afe\u{301}\""), "{selectors}");
    assert!(selectors.contains("\"prefix\":\"👩‍👩‍👧 🇩🇪 c\""), "{selectors}");
}

#[test]
fn a_collection_of_nothing_has_no_page() {
    let file: Value = serde_json::from_str(&write(Format::Json, &[])).expect("JSON");
    assert_eq!((&file["total"], file.get("first")), (&json!(0), None));
    assert!(read(write(Format::Json, &[]).into_bytes(), &[]).entries.is_empty());
}

#[test]
fn the_same_file_changes_nothing_the_second_time() {
    for name in ["closely.json", "other-program.json", "hypothesis-client.json", "hypothesis-api.json", "readwise.csv"]
    {
        let first = notes(&read(fixture(name), &[]));
        assert!(!first.is_empty());
        let second = read(fixture(name), &first);
        assert!(second.entries.iter().all(|entry| entry.state == State::Same), "{name}: {:?}", states(&second));
    }
}

#[test]
fn a_note_that_differs_is_the_readers_to_choose() {
    let mut here = notes(&read(fixture("closely.json"), &[]));
    here[0].body = "edited here".to_owned();
    let preview = read(fixture("closely.json"), &here);
    assert_eq!(states(&preview), [State::Changed, State::Same, State::Same, State::Same]);
    let mut copy = note(&preview.entries[0]);
    assert!(copy.body.starts_with(" two"));
    assert_ne!(preview.entries[0].copy, copy.id);
    // Both kept: the file has nothing new to say.
    copy.id.clone_from(&preview.entries[0].copy);
    here.push(copy);
    assert!(read(fixture("closely.json"), &here).entries.iter().all(|entry| entry.state == State::Same));
}

#[test]
fn what_was_deleted_here_is_only_offered() {
    let mut request = request(fixture("closely.json"), &[]);
    request.deleted = vec![("a1".to_owned(), 1_763_629_200_999), ("a2".to_owned(), 1)];
    let preview = import(&request).expect("a notes file");
    // The second was edited after it was deleted here: that edit stands.
    assert_eq!(states(&preview), [State::Deleted, State::New, State::New, State::New]);
    assert_eq!(note(&preview.entries[0]).id, "a1");
}

#[test]
fn an_entry_that_stands_twice_comes_in_once() {
    let whole: Value = serde_json::from_slice(&fixture("closely.json")).expect("JSON");
    let mut items = whole["first"]["items"].as_array().expect("items").clone();
    let mut other = items[0].clone();
    other["body"][0]["value"] = json!("another version");
    items.extend([items[0].clone(), other]);
    let preview = read(Value::Array(items).to_string().into_bytes(), &[]);
    assert_eq!(states(&preview)[4..], [State::Same, State::Changed]);
}

#[test]
fn bad_entries_are_named_and_the_rest_comes_in() {
    let preview = read(fixture("broken-entries.json"), &[]);
    let begins = [
        ("Entry 1: ", "starts after its end"),
        ("Entry 2: ", "“exact”"),
        ("Entry 3: ", "“exact”"),
        ("Entry 4: ", "no annotation"),
        ("Entry 5: ", "“target”"),
        ("Entry 6: ", "elsewhere.example"),
        ("Entry 7: ", "“created”"),
        ("Entry 8: ", "“drawing”"),
    ];
    assert_eq!(preview.refused.len(), begins.len(), "{:#?}", preview.refused);
    for (refused, (number, why)) in preview.refused.iter().zip(begins) {
        assert!(refused.starts_with(number) && refused.contains(why), "{refused}");
    }
    let notes = notes(&preview);
    assert_eq!(notes[0].body, "this one comes in");
    assert_eq!(notes[0].section, "outside-pressure");
    assert_eq!((notes[1].article.as_str(), notes[1].revision.as_str()), ("no-such-article", ""));
}

#[test]
fn what_another_program_said_goes_back_to_where_it_stood() {
    let notes = notes(&read(fixture("other-program.json"), &[]));
    assert_eq!((notes[0].body.as_str(), notes[0].tags.join("|").as_str()), ("a thought", "pressure"));
    assert_eq!(notes[0].id, "https://notes.example/anno/7");
    let file: Value = serde_json::from_str(&write(Format::Json, &notes)).expect("JSON");
    let item = &file["first"]["items"][0];
    assert_eq!(item["id"], "https://notes.example/anno/7");
    assert_eq!(item["creator"]["name"], "Ana");
    assert_eq!(item["rights"], "https://creativecommons.org/licenses/by/4.0/");
    assert_eq!(item["body"][0]["language"], "en");
    assert_eq!(item["body"][2]["type"], "Image");
    assert_eq!(item["target"]["state"]["type"], "TimeState");
    assert_eq!(item["target"]["selector"][2]["type"], "CssSelector");
}

#[test]
fn hypothesis_notes_find_their_words() {
    let preview = read(fixture("hypothesis-client.json"), &[]);
    let notes = notes(&preview);
    assert_eq!(notes.len(), 3);
    let meta = library::meta("pace-and-closeness").expect("in the library");
    let article = library::article(&meta.slug).expect("in the library");
    let text = closely::annotation::ArticleText::new(article.text());
    let Kind::Highlight { position, quote, .. } = &notes[0].kind else { panic!("a highlight") };
    assert_eq!(text.quote(*position), quote.exact);
    assert_eq!((notes[0].revision.as_str(), notes[0].section.as_str()), (meta.revision.as_str(), "outside-pressure"));
    assert_eq!(notes[0].tags, ["class", "week 2"]);
    let theirs = notes[0].other.get("hypothesis").and_then(|theirs| theirs.get("user")?.as_str());
    assert_eq!(theirs, Some("acct:ana@example.org"));
    assert_eq!((&notes[1].kind, notes[1].section.as_str()), (&Kind::Reflection, "outside-pressure"));
    // Words that are gone: kept with their quote, on no text.
    assert_eq!((notes[2].revision.as_str(), notes[2].body.as_str()), ("", "its words are gone"));
    assert!(preview.refused[0].contains("reply") && preview.refused[1].contains("elsewhere.example"));
}

#[test]
fn hypothesis_files_of_both_kinds_hold_the_same_note() {
    let client = notes(&read(fixture("hypothesis-client.json"), &[]));
    let api = read(fixture("hypothesis-api.json"), &client);
    assert_eq!(states(&api), [State::Same]);
}

#[test]
fn readwise_tables_are_read_by_title() {
    let preview = read(fixture("readwise.csv"), &[]);
    let notes = notes(&preview);
    assert_eq!(notes.len(), 2);
    assert_eq!(notes[0].body, "a \"note\", in quotes\nand on two lines");
    assert_eq!(notes[0].colour().map(|colour| colour.name()), Some("blue"));
    assert_eq!((notes[0].tags.join("|").as_str(), notes[0].section.as_str()), ("class|week 2", "outside-pressure"));
    assert_eq!(notes[0].created, 1_746_088_200_000);
    for (refused, why) in preview.refused.iter().zip(["A Book Elsewhere", "“exact”", "“Highlighted at”"]) {
        assert!(refused.contains(why), "{refused}");
    }
}

#[test]
fn markdown_shows_what_was_written_as_characters() {
    let notes = notes(&read(fixture("closely.json"), &[]));
    let text = write(Format::Markdown, &notes);
    assert!(text.starts_with("# Notes from Closely\n\nExported on 2025-11-21.\n\n## Pace and Closeness\n"), "{text}");
    assert!(text.contains("\n> Hold off, and you may fear\n"));
    assert!(text.contains("\n*What hurries you?*\n\nHe hated his job.\n"));
    assert!(text.contains("\\</script\\>\\<img onerror\\=alert(1)\\>"), "{text}");
    assert!(text.contains("blue · 2025-11-20 · [passage](https://reader.example/read/pace-and-closeness/?text="));
    assert!(text.contains(" · #class\n"));
}

#[test]
fn markdown_calls_the_colours_as_the_reader_does() {
    let notes = notes(&read(fixture("closely.json"), &[]));
    let marked: Vec<Annotation> = notes.into_iter().filter(|note| note.colour().is_some()).collect();
    let colour = marked[0].colour().expect("a highlight").name().to_owned();
    let records = marked.iter().map(|note| to_json(note).to_string()).collect();
    let colours = vec![(colour, "ask in class".to_owned())];
    let request = ExportRequest { format: Format::Markdown, records, colours, ..ExportRequest::default() };
    assert!(export(&request).text.contains("\nask in class · "), "{}", export(&request).text);
}

#[test]
fn records_that_a_failed_page_handed_out_come_back() {
    let notes = notes(&read(fixture("closely.json"), &[]));
    let record = |note: &Annotation| {
        let key = Collection::Annotation.key(&note.id);
        (key, closely::json::Value::from(seal(&to_json(note))))
    };
    let mut records: closely::json::Map = notes.iter().map(record).collect();
    records.insert("closely:annotation:cut".to_owned(), "{\"version\":1,".into());
    records.insert("closely:sealed:abc".to_owned(), "{\"version\":1}".into());
    records.insert("closely:sealed:def".to_owned(), "{\"version\":1}".into());
    let whole: closely::json::Map = [
        ("format".to_owned(), "closely-records".into()),
        ("version".to_owned(), 1.into()),
        ("records".to_owned(), records.into()),
        ("unsaved".to_owned(), vec!["typed last".to_owned()].into()),
    ]
    .into_iter()
    .collect();
    let preview = read(closely::json::Value::from(whole).to_string().into_bytes(), &[]);
    let mut back: Vec<Annotation> = preview.entries.iter().map(note).collect();
    back.sort_by(|one, other| one.id.cmp(&other.id));
    let mut before = notes;
    before.sort_by(|one, other| one.id.cmp(&other.id));
    assert_eq!(back, before);
    // The one that was cut off, those that are encrypted, and the words that were never saved.
    assert_eq!(preview.refused.len(), 3);
    assert!(preview.refused[1].contains("encrypted"), "{:?}", preview.refused);
}

#[test]
fn markdown_takes_no_note_for_its_own() {
    let mut note = notes(&read(fixture("closely.json"), &[])).remove(0);
    for (body, shown) in [
        ("[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))"),
        ("# heading", "\\# heading"),
        ("1. one", "1\\. one"),
        ("- one\n+ two", "\\- one\\\n\\+ two"),
        ("    code", "code"),
        ("a\n\nb", "a\n\nb"),
        ("[[link]] and ==mark==", "\\[\\[link\\]\\] and \\=\\=mark\\=\\="),
        ("&lt; <b>", "\\&lt; \\<b\\>"),
        ("---", "\\---"),
    ] {
        note.body = body.to_owned();
        let text = write(Format::Markdown, std::slice::from_ref(&note));
        assert!(text.contains(&format!("\n\n{shown}\n\n")), "{body}: {text}");
    }
    note.tags = ["week 2", "#class", "2024", "a/b"].map(str::to_owned).to_vec();
    let text = write(Format::Markdown, std::slice::from_ref(&note));
    assert!(text.contains(" · #week-2 · #class · 2024 · #a/b\n"), "{text}");
}

#[test]
fn the_table_has_a_row_for_each_note() {
    let notes = notes(&read(fixture("closely.json"), &[]));
    let table = write(Format::Csv, &notes);
    assert!(table.starts_with("\u{feff}\"article\",\"section\","));
    assert!(table.contains("\"Pace and Closeness\",") && table.contains(",\"class\",\"2025-11-20T08:00:00.001Z\","));
    assert_eq!(table.matches("\r\n").count(), 5);
}
