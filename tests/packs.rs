//! Reading packs: what is sent arrives, what is hostile does not, and answers come back.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test that can not go on fails")]

use closely::annotation::{ArticleText, TextRange};
use closely::pack::{
    FILE_LIMIT, HAND_IN_LIMIT, HandIn, MOST_STOPS, Pack, PackFault, Passage, Place, Stop, by_question, decode, encode,
    from_json, read_file, to_json,
};
use proptest::prelude::*;
use serde_json::{Value, json};

fn stop(question: &str) -> Stop {
    Stop {
        article: "pace-and-closeness".to_owned(),
        revision: "0123456789abcdef".to_owned(),
        place: Place::Section("armour".to_owned()),
        question: question.to_owned(),
    }
}

fn pack() -> Pack {
    Pack {
        id: "00aa11bb22cc33dd".to_owned(),
        title: "Week 3".to_owned(),
        by: "Ms Okoye".to_owned(),
        introduction: "Read slowly.\nThen answer.".to_owned(),
        due: "by Thursday".to_owned(),
        stops: vec![stop("What protects whom?"), Stop { place: Place::Article, ..stop("") }],
    }
}

/// Ten stops on passages of a library's article, each with a short question.
fn ten_stops() -> Pack {
    let meta = closely::library::meta("pace-and-closeness").expect("the library holds it");
    let text = ArticleText::new(closely::library::article(&meta.slug).expect("it opens").text());
    let questions = [
        "What would count as evidence for this claim?",
        "Who is speaking here, and to whom?",
        "Which word would you change, and why?",
        "Give an example from a film or a novel.",
        "What does the writer leave out?",
        "Does this follow from the paragraph before?",
        "How would someone object to this?",
        "Say it in your own words, in one sentence.",
        "Where have you seen the opposite?",
        "What question does this raise for you?",
    ];
    let lines: Vec<(usize, &str)> = text.as_str().lines().enumerate().filter(|(_, line)| line.len() > 220).collect();
    let stops = questions.iter().enumerate().map(|(index, question)| {
        let line = lines[index * lines.len() / questions.len()].1;
        let start = text.position_of_byte(text.as_str().find(line).expect("it is a line of the text"));
        let length = if index % 2 == 0 { 70 } else { 180 };
        let range = TextRange::new(start, start + length).and_then(|range| text.trim(range)).expect("words");
        let section = meta.section_at(start).expect("a section").id.clone();
        Stop {
            article: meta.slug.clone(),
            revision: meta.revision.clone(),
            place: Place::Passage(Passage::describe(&text, range, &section)),
            question: (*question).to_owned(),
        }
    });
    Pack { stops: stops.collect(), ..pack() }
}

/// A file as another program's JSON, to be changed by path.
fn editable(file: &closely::json::Value) -> Value {
    serde_json::from_str(&file.to_string()).expect("JSON")
}

/// The changed file, read again.
fn ours(file: &Value) -> closely::json::Value {
    file.to_string().parse().expect("JSON")
}

#[test]
fn ten_stops_fit_into_two_thousand_characters() {
    let code = encode(&ten_stops()).expect("a fine pack");
    let link = format!("https://teaching.example.org/closely/pack/#{code}");
    assert!(link.len() < 2_000, "{} characters", link.len());
    assert!(code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_'));
    assert_eq!(decode(&code), Ok(ten_stops()));
}

#[test]
fn its_passages_are_found_after_the_article_was_edited() {
    let text = closely::library::article("pace-and-closeness").expect("it opens").text();
    let edited = text.replacen('\n', " and a few words more\nA paragraph that was not there before.\n", 3);
    let (text, edited) = (ArticleText::new(text), ArticleText::new(edited));
    for stop in ten_stops().stops {
        let Place::Passage(passage) = stop.place else { continue };
        let before = passage.find(&text, true).map(|range| text.quote(range).to_owned());
        assert!(before.is_some());
        assert_eq!(passage.find(&edited, false).map(|range| edited.quote(range).to_owned()), before);
    }
}

#[test]
fn a_stop_that_another_tab_moved_is_found_and_one_that_it_removed_is_not() {
    let mut pack = pack();
    let first = pack.stops[0].clone();
    assert_eq!(pack.index_of(&first, 0), Some(0));
    assert!(pack.move_stop(0, 1));
    pack.stops[1].question = "Asked anew".to_owned();
    assert_eq!(pack.index_of(&first, 0), Some(1));
    pack.stops.remove(1);
    assert_eq!(pack.index_of(&first, 0), None);
}

#[test]
fn a_link_that_lost_a_part_is_refused() {
    let code = encode(&pack()).expect("a fine pack");
    for length in 0..code.len() {
        assert!(decode(&code[..length]).is_err(), "{length} of {} characters", code.len());
    }
    for (at, other) in [(3, 'A'), (code.len() / 2, '_'), (code.len() - 2, '9')] {
        let mut damaged: Vec<char> = code.chars().collect();
        damaged[at] = if damaged[at] == other { 'z' } else { other };
        assert!(decode(&damaged.into_iter().collect::<String>()).is_err());
    }
    for text in ["", "!", "<script>", "%3Cscript%3E", "AA", "ÄÖ"] {
        assert!(decode(text).is_err(), "{text}");
    }
}

#[test]
fn a_bomb_is_not_unpacked() {
    let zeros = vec![0_u8; 40_000_000];
    let mut bytes = vec![1_u8];
    bytes.extend(miniz_oxide::deflate::compress_to_vec_zlib(&zeros, 10));
    let code = base64(&bytes);
    assert!(code.len() < 60_000);
    assert_eq!(decode(&code), Err(PackFault::TooLarge));
    assert_eq!(decode(&"A".repeat(10_000_000)), Err(PackFault::TooLarge));
    assert_eq!(decode(&base64(&[2, 1, 1])), Err(PackFault::Newer));
    // A list that says it is longer than memory.
    let mut liar = vec![1_u8];
    liar.extend(miniz_oxide::deflate::compress_to_vec_zlib(&[0, 0, 0, 0, 0, 255, 255, 255, 255, 15], 6));
    assert_eq!(decode(&base64(&liar)), Err(PackFault::Damaged));
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut code = String::new();
    for group in bytes.chunks(3) {
        let byte = |index: usize| usize::from(group.get(index).copied().unwrap_or_default());
        let value = byte(0) << 16 | byte(1) << 8 | byte(2);
        for digit in 0..=group.len() {
            code.push(char::from(DIGITS[value >> (18 - 6 * digit) & 63]));
        }
    }
    code
}

#[test]
fn hostile_files_are_refused_with_their_reason() {
    let change = |path: &str, value: Value| {
        let mut file = editable(&to_json(&pack()));
        *file.pointer_mut(path).expect("a field of the file") = value;
        from_json(&ours(&file))
    };
    for (path, value, fault) in [
        ("/format", json!("closely-hand-in"), PackFault::NotOne),
        ("/format", json!(7), PackFault::NotOne),
        ("/version", json!(2), PackFault::Newer),
        ("/version", json!("1"), PackFault::NotOne),
        ("/id", json!("../../annotation"), PackFault::Field("id")),
        ("/id", json!("00AA11BB22CC33DD"), PackFault::Field("id")),
        ("/title", json!("  "), PackFault::Field("title")),
        ("/title", json!("x".repeat(121)), PackFault::Field("title")),
        ("/title", json!("Week\u{202e}3"), PackFault::Hidden("title")),
        ("/by", json!("Ms\u{200b}Okoye"), PackFault::Hidden("by")),
        ("/due", json!("now\nThis site"), PackFault::Hidden("due")),
        ("/introduction", json!("x".repeat(2_001)), PackFault::Field("introduction")),
        ("/stops", json!({}), PackFault::Field("stops")),
        ("/stops", json!([]), PackFault::NoStops),
        ("/stops", json!(vec![json!({}); MOST_STOPS + 1]), PackFault::TooLarge),
        ("/stops/0", json!([[[[]]]]), PackFault::Field("stops")),
        ("/stops/0/article", json!("../settings/"), PackFault::Field("article")),
        ("/stops/0/article", json!("pаce"), PackFault::Field("article")),
        ("/stops/0/revision", json!(null), PackFault::Field("revision")),
        ("/stops/0/section", json!(["armour"]), PackFault::Field("section")),
        ("/stops/0/question", json!("x".repeat(601)), PackFault::Field("question")),
    ] {
        assert_eq!(change(path, value.clone()), Err(fault), "{path} = {value}");
    }
    let passage = |value: Value| {
        let mut file = editable(&to_json(&pack()));
        file["stops"][0]["passage"] = value;
        from_json(&ours(&file))
    };
    let fine = json!({"start": 1, "end": 4, "first": "abc", "last": "", "prefix": "", "suffix": ""});
    assert!(passage(fine.clone()).is_ok());
    for (name, value) in [
        ("start", json!(-1)),
        ("start", json!(4)),
        ("end", json!(4_294_967_296_u64)),
        ("end", json!(1.5)),
        ("first", json!("")),
        ("first", json!("x".repeat(201))),
        ("last", json!(null)),
    ] {
        let mut wrong = fine.clone();
        wrong[name] = value;
        assert_eq!(
            passage(wrong.clone()),
            Err(PackFault::Field(if name == "last" { "last" } else { "passage" })),
            "{wrong}"
        );
    }
}

#[test]
fn what_is_unknown_or_markup_is_inert() {
    let mut file = editable(&to_json(&pack()));
    file["onload"] = json!("alert(1)");
    file["__proto__"] = json!({"id": "x"});
    file["stops"][0]["href"] = json!("javascript:alert(1)");
    assert_eq!(from_json(&ours(&file)), Ok(pack()));
    let markup = "<img src=x onerror=alert(1)>";
    file["title"] = json!(markup);
    assert_eq!(from_json(&ours(&file)).map(|pack| pack.title), Ok(markup.to_owned()));
}

#[test]
fn files_are_limited_before_they_are_read() {
    for limit in [FILE_LIMIT, HAND_IN_LIMIT] {
        assert_eq!(read_file(&vec![b'['; limit + 1], limit), Err(PackFault::TooLarge));
    }
    let deep = format!("{}{}", "[".repeat(90_000), "]".repeat(90_000));
    for bytes in [&b"<!doctype html>"[..], b"PK\x03\x04", b"\xff\xfe", b"", b"{", deep.as_bytes()] {
        assert_eq!(read_file(bytes, FILE_LIMIT), Err(PackFault::NotOne));
    }
    assert!(read_file(format!("\u{feff}{}", to_json(&pack())).as_bytes(), FILE_LIMIT).is_ok());
}

#[test]
fn answers_are_kept_under_names_that_no_pack_can_choose() {
    let mut other = pack();
    other.stops[0].question = "Another question?".to_owned();
    let keys = pack().keys();
    assert_ne!(keys, other.keys());
    // Moving stops keeps their answers.
    let mut moved = pack();
    moved.stops.reverse();
    assert_eq!(moved.keys(), [keys[1].clone(), keys[0].clone()]);
    let twice = Pack { stops: vec![stop("Same?"), stop("Same?")], ..pack() };
    assert_ne!(twice.keys()[0], twice.keys()[1]);
    for key in keys {
        let prompt = pack().prompt(&key);
        assert!(prompt.starts_with("pack-00aa11bb22cc33dd-"));
    }
    assert_ne!(pack().fingerprint(), other.fingerprint());
}

#[test]
fn hand_ins_are_read_question_by_question() {
    let hand_in = |name: &str, words: &str| HandIn::new(&pack(), name, |_, _| words.to_owned());
    let all: Vec<HandIn> = [("Ana", "one"), ("Bo", "<b>two</b>"), ("Ána", "three"), ("Ana", "one"), ("", "four")]
        .iter()
        .map(|(name, words)| handed_in(&hand_in(name, words)).expect("a hand-in"))
        .collect();
    let questions = by_question(&all);
    assert_eq!(questions.len(), 1, "a stop without a question has no answer");
    assert_eq!(questions[0].question, "What protects whom?");
    let answers: Vec<(&str, &str)> = questions[0].answers.iter().map(|(n, a)| (n.as_str(), a.as_str())).collect();
    assert_eq!(answers, [("Ana", "one"), ("Bo", "<b>two</b>"), ("Ána (2)", "three"), ("No name", "four")]);
    assert!(hand_in("Ana", " ").to_text().contains("(no answer)"));
}

/// A hand-in after its way through a file.
fn handed_in(hand_in: &HandIn) -> Result<HandIn, PackFault> {
    HandIn::from_json(&read_file(hand_in.to_json().to_string().as_bytes(), HAND_IN_LIMIT)?)
}

#[test]
fn the_largest_hand_in_arrives() {
    // As many letters as a browser keeps for a site, each as large as letters get.
    let letters = 5_000_000 / MOST_STOPS;
    let question = "愛".repeat(600);
    let stops: Vec<Stop> =
        ten_stops().stops.into_iter().map(|stop| Stop { question: question.clone(), ..stop }).collect();
    let stops = stops.iter().cycle().take(MOST_STOPS).cloned().collect();
    let largest = Pack { title: "題".repeat(120), stops, ..pack() };
    assert_eq!(largest.check(), Ok(()));
    let hand_in = HandIn::new(&largest, &"名".repeat(80), |_, _| "答".repeat(letters));
    assert_eq!(handed_in(&hand_in).as_ref(), Ok(&hand_in));
    // What becomes longer in a file was as long in the store.
    let quoted = HandIn::new(&largest, "", |_, _| "\"\n".repeat(letters / 4));
    assert_eq!(handed_in(&quoted).as_ref(), Ok(&quoted));
}

#[test]
fn another_question_under_the_same_key_stands_apart() {
    let hand_in = HandIn::new(&pack(), "Ana", |_, _| "one".to_owned());
    let mut other = hand_in.clone();
    other.answers[0].question = "Who may stay?".to_owned();
    let asked: Vec<String> = by_question(&[hand_in, other]).into_iter().map(|question| question.question).collect();
    assert_eq!(asked, ["What protects whom?", "Who may stay?"]);
}

#[test]
fn hostile_hand_ins_are_refused_or_inert() {
    let fine = editable(&HandIn::new(&pack(), "Ana", |_, _| "x".to_owned()).to_json());
    for (path, value, fault) in [
        ("/format", json!("closely-pack"), PackFault::NotOne),
        ("/version", json!(9), PackFault::Newer),
        ("/pack", json!("x"), PackFault::Field("pack")),
        ("/answers", json!("x"), PackFault::Field("answers")),
        ("/answers", json!(vec![json!({}); MOST_STOPS + 1]), PackFault::TooLarge),
        ("/answers/0/answer", json!(["x"]), PackFault::Field("answer")),
    ] {
        let mut file = fine.clone();
        *file.pointer_mut(path).expect("a field") = value.clone();
        assert_eq!(HandIn::from_json(&ours(&file)), Err(fault), "{path} = {value}");
    }
    let mut file = fine;
    file["name"] = json!("Ana\u{202e}\u{200b}\n");
    assert_eq!(HandIn::from_json(&ours(&file)).map(|hand_in| hand_in.name), Ok("Ana".to_owned()));
}

fn any_pack() -> impl Strategy<Value = Pack> {
    let line = "[a-zA-Zäß愛 <>&\"'{}\\\\.-]{0,40}";
    let place = prop_oneof![
        Just(Place::Article),
        "[a-z-]{1,20}".prop_map(Place::Section),
        ("[a-z]{1,9}", 0..u32::MAX / 2, 1..1000u32, line, line, line).prop_map(|(section, start, length, f, l, p)| {
            let (first, suffix) = (format!("x{f}"), p.clone());
            Place::Passage(Passage { section, start, end: start + length, first, last: l, prefix: p, suffix })
        }),
    ];
    let stop = ("[a-z-]{1,20}", "[0-9a-f]{16}", place, line).prop_map(|(article, revision, place, question)| Stop {
        article,
        revision,
        place,
        question,
    });
    (any::<u64>(), line, line, line, prop::collection::vec(stop, 1..MOST_STOPS)).prop_map(
        |(id, title, by, due, stops)| {
            let introduction = format!("{due}\n{by}");
            Pack { id: format!("{id:016x}"), title: format!("t{title}"), by, introduction, due, stops }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_pack_arrives_as_it_was_sent(pack in any_pack()) {
        prop_assert_eq!(decode(&encode(&pack).expect("a fine pack")), Ok(pack.clone()));
        let file = to_json(&pack).to_string();
        prop_assert_eq!(from_json(&read_file(file.as_bytes(), FILE_LIMIT).expect("JSON")), Ok(pack));
    }

    #[test]
    fn no_code_is_too_strange(code in "[A-Za-z0-9_-]{0,200}", bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = decode(&code);
        let mut whole = vec![1_u8];
        whole.extend(miniz_oxide::deflate::compress_to_vec_zlib(&bytes, 6));
        if let Ok(pack) = decode(&base64(&whole)) {
            prop_assert!(pack.check().is_ok());
        }
    }
}
