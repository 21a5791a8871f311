//! Whatever is kept comes back: through the file, and through the question and answer between page and worker.

use super::{SITE, notes, read, request};
use closely::annotation::{Annotation, Colour, Kind, TextQuoteSelector, TextRange, to_json};
use closely::interchange::{ExportRequest, Format, State, export};
use closely::json::{Map, Value};
use closely::worker::{Request, Response, answer_bytes};
use proptest::collection::vec;
use proptest::prelude::*;

fn text() -> impl Strategy<Value = String> {
    prop_oneof![".{0,12}", "[a-z ]{0,20}", Just("</script>\r\n\u{2028}👩‍👩‍👧 \u{0}".to_owned())]
}

fn words() -> impl Strategy<Value = String> {
    text().prop_map(|text| format!("{text}x"))
}

fn kind() -> impl Strategy<Value = Kind> {
    let highlight = (0..5_usize, any::<(u32, u32)>(), words(), text(), text());
    prop_oneof![
        Just(Kind::Bookmark),
        Just(Kind::Reflection),
        (text(), text()).prop_map(|(prompt, question)| Kind::Answer { prompt, question }),
        highlight.prop_map(|(colour, (one, other), exact, prefix, suffix)| {
            let (start, end) = (one.min(other), one.max(other).max(one.min(other).saturating_add(1)));
            let position = TextRange::new(start, end).or(TextRange::new(0, 1)).expect("not empty");
            Kind::Highlight {
                colour: Colour::ALL[colour],
                position,
                quote: TextQuoteSelector { exact, prefix, suffix },
            }
        }),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        text().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        Just("{\"a\": [1.5, null, true]}".parse().expect("JSON"))
    ]
}

fn other() -> impl Strategy<Value = Map> {
    let name = prop_oneof![
        "[a-z]{1,8}",
        Just("target".to_owned()),
        Just("closely:kind".to_owned()),
        Just("@context".to_owned()),
        Just("closely:other".to_owned()),
    ];
    // These are names of records themselves: no record has them twice.
    let own = ["id", "kind", "article", "revision", "section", "body", "tags", "created", "modified", "colour"];
    vec((name, value()), 0..3).prop_map(move |fields| {
        let of_others = |name: &str| !own.contains(&name) && !["position", "quote", "prompt"].contains(&name);
        fields.into_iter().filter(|(name, _)| of_others(name)).collect()
    })
}

fn moment() -> impl Strategy<Value = i64> {
    prop_oneof![0..4_000_000_000_000_i64, any::<i64>()]
}

prop_compose! {
    fn annotation()(
        id in words(), kind in kind(), article in text(), revision in text(), section in text(), body in text(),
        tags in vec(text(), 0..3), created in moment(), modified in moment(), other in other(),
    ) -> Annotation {
        Annotation { id, kind, article, revision, section, body, tags, created, modified, other }
    }
}

fn collection() -> impl Strategy<Value = Vec<Annotation>> {
    vec(annotation(), 0..6).prop_map(|mut notes| {
        notes.sort_by(|one, other| one.id.cmp(&other.id));
        notes.dedup_by(|one, other| one.id == other.id);
        notes
    })
}

fn ask(request: &Request) -> Response {
    let bytes = postcard::to_allocvec(request).expect("bytes");
    postcard::from_bytes(&answer_bytes(&bytes)).expect("an answer")
}

fn file_of(notes: &[Annotation]) -> Vec<u8> {
    let records = notes.iter().map(|note| to_json(note).to_string()).collect();
    let request =
        ExportRequest { records, site: SITE.to_owned(), day: "2025-11-21".to_owned(), ..ExportRequest::default() };
    let Response::File(file) = ask(&Request::Export(request)) else { panic!("a file") };
    assert_eq!(usize::try_from(file.count), Ok(notes.len()));
    file.text.into_bytes()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn everything_comes_back_byte_for_byte(before in collection()) {
        let file = file_of(&before);
        let written = serde_json::from_slice(&file).expect("JSON");
        prop_assert_eq!(super::standard::faults(&written), Vec::<String>::new());
        let Response::Preview(preview) = ask(&Request::Import(request(file.clone(), &[]))) else { panic!("a preview") };
        prop_assert_eq!(&preview.refused, &Vec::<String>::new());
        let mut after = notes(&preview);
        after.sort_by(|one, other| one.id.cmp(&other.id));
        prop_assert_eq!(&after, &before);
        let second = read(file, &before);
        prop_assert!(second.entries.iter().all(|entry| entry.state == State::Same));
    }

    #[test]
    fn every_format_is_written_whatever_is_kept(before in collection()) {
        let records: Vec<String> = before.iter().map(|note| to_json(note).to_string()).collect();
        for format in Format::ALL {
            let file = export(&ExportRequest { format, records: records.clone(), ..ExportRequest::default() });
            prop_assert_eq!(usize::try_from(file.count), Ok(before.len()));
        }
    }

    #[test]
    fn no_file_is_too_strange_to_be_answered(bytes in vec(any::<u8>(), 0..200), text in "[\\[{\"a-z:,}\\]\n]{0,80}") {
        let _ = ask(&Request::Import(request(bytes, &[])));
        let _ = ask(&Request::Import(request(text.into_bytes(), &[])));
    }
}
