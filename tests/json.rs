//! Our JSON against serde_json: the same texts are accepted, and the same bytes printed.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use closely::json::{Map, NotJson, Value, from_str};
use proptest::prelude::*;

/// What serde_json makes of a text.
fn theirs(text: &str) -> Option<String> {
    serde_json::from_str::<serde_json::Value>(text).ok().map(|value| value.to_string())
}

/// What both make of a text, which must be the same: but for exponents, which serde_json writes its own way and we
/// keep as they are.
fn agreed(text: &str) -> Option<String> {
    let ours = from_str(text).ok().map(|value| value.to_string());
    let plain = ours.as_deref().is_none_or(|ours| !ours.contains(['e', 'E']));
    let again = if plain { ours.clone() } else { ours.as_deref().and_then(theirs) };
    assert_eq!(again, theirs(text), "{text:?}");
    ours
}

fn values() -> impl Strategy<Value = serde_json::Value> {
    use serde_json::{Number, Value};
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        "-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?"
            .prop_map(|n| Value::Number(n.parse::<Number>().unwrap())),
        any::<String>().prop_map(Value::String),
    ];
    leaf.prop_recursive(5, 60, 6, |inner| {
        let names = prop_oneof!["[a-c]{0,2}", any::<String>()];
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::Array),
            proptest::collection::vec((names, inner), 0..6)
                .prop_map(|pairs| Value::Object(pairs.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn what_serde_json_prints_is_read_and_printed_alike(value in values()) {
        let printed = value.to_string();
        prop_assert_eq!(from_str(&printed).map(|ours| ours.to_string()), Ok(printed));
        let pretty = serde_json::to_string_pretty(&value).unwrap();
        prop_assert_eq!(from_str(&pretty).map(|ours| ours.to_string()), Ok(value.to_string()));
    }

    #[test]
    fn damage_is_judged_alike(value in values(), at in any::<prop::sample::Index>(), put in "[\\[\\]{}\",:\\\\u0-9a-f.+eE \\x00-\\x1f\u{feff}-]{0,3}", cut in 0_usize..4) {
        let mut chars: Vec<char> = value.to_string().chars().collect();
        let at = at.index(chars.len() + 1);
        let end = (at + cut).min(chars.len());
        chars.splice(at..end, put.chars());
        agreed(&chars.into_iter().collect::<String>());
    }

    #[test]
    fn any_text_is_judged_alike(text in "[\\[\\]{}\",:\\\\/utrnblsea0-9.+E\\s\u{e9}\u{1f600}-]{0,12}") {
        agreed(&text);
    }

    #[test]
    fn names_in_any_order_come_out_sorted_and_the_last_of_equals_holds(pairs in proptest::collection::vec(("[a-d]{0,2}", 0_u32..9), 0..12)) {
        let inside: Vec<String> = pairs.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
        let read = agreed(&format!("{{{}}}", inside.join(",")));
        let mut inserted = Map::new();
        let mut model = std::collections::BTreeMap::new();
        for (name, value) in pairs {
            let before = inserted.insert(name.clone(), value.into()).and_then(|before| before.as_u64());
            prop_assert_eq!(before, model.insert(name, value).map(u64::from));
        }
        prop_assert!(inserted.keys().eq(model.keys()));
        prop_assert_eq!(Some(Value::Object(inserted).to_string()), read);
    }
}

#[test]
fn the_corners_of_the_grammar() {
    for text in [
        "",
        " ",
        "nul",
        "nulls",
        "tru",
        "[",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "{",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1,",
        "{\"a\":1,}",
        "{a:1}",
        "{1:1}",
        "[1]]",
        "[1}",
        "1 2",
        "01",
        "-",
        "+1",
        "-01",
        "1.",
        ".5",
        "1e",
        "1e+",
        "0x10",
        "NaN",
        "Infinity",
        "'a'",
        "\"",
        "\"\\\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\n\"",
        "\"\u{7f}\"",
        "\"\u{1f}\"",
        "\u{feff}1",
        "\u{a0}1",
        "/*a*/1",
        "-0",
        "0",
        "-0.0e-0",
        "1E400",
        "123456789012345678901234567890.10",
        "\"\\/\"",
        "\"\\u0000\"",
        "\"\\u001F\"",
        "\"\\u00e9\"",
        "\"\\ud83d\\ude00\"",
    ] {
        agreed(text);
    }
    assert_eq!(agreed("[1E400,-0.10]").as_deref(), Some("[1E400,-0.10]"));
}

#[test]
fn half_a_code_point_is_refused_as_by_serde_json() {
    for text in [
        "\"\\ud800\"",
        "\"\\udc00\"",
        "\"\\ud800\\ud800\"",
        "\"\\ud800\\u0041\"",
        "\"\\ud800x\"",
        "\"\\udc00\\ud800\"",
        "\"\\udbff\\ue000\"",
    ] {
        assert_eq!(agreed(text), None);
    }
}

#[test]
fn depth_has_a_limit_and_no_text_exhausts_the_stack() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    let objects = |depth: usize| format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth));
    for depth in [1, 126, 127, 128, 129, 1000] {
        agreed(&nested(depth));
        agreed(&objects(depth));
    }
    assert!(from_str(&nested(127)).is_ok());
    assert!(from_str(&"[{\"a\":".repeat(1_000_000)).is_err());
    // Beside one another they may be as many as they like.
    assert!(from_str(&format!("[{}[]]", "[],".repeat(1000))).is_ok());
}

#[test]
fn many_names_in_the_worst_order_take_no_time() {
    let names: Vec<String> = (0..200_000).rev().map(|number| format!("\"{number:06}\":0")).collect();
    let value = from_str(&format!("{{{}}}", names.join(","))).unwrap();
    assert_eq!(value.as_object().map(Map::len), Some(200_000));
}

#[test]
fn a_fault_says_where() {
    assert_eq!(from_str("[1, x]"), Err(NotJson { at: 4 }));
    assert_eq!(from_str("{\"a\": 1} b"), Err(NotJson { at: 9 }));
}

#[test]
fn numbers_are_read_where_they_fit() {
    let number = |text: &str| from_str(text).unwrap();
    assert_eq!(number("18446744073709551615").as_u64(), Some(u64::MAX));
    assert_eq!(number("18446744073709551616").as_u64(), None);
    assert_eq!(number("-9223372036854775808").as_i64(), Some(i64::MIN));
    assert_eq!((number("-1").as_u64(), number("1.0").as_u64(), number("1e3").as_i64()), (None, None, None));
    assert_eq!(Value::from(-5_i64).to_string(), "-5");
    assert_eq!(Value::from(u64::MAX).as_u64(), Some(u64::MAX));
}

#[test]
fn values_are_told_apart_by_kind() {
    let value = from_str(r#"{"text":"a","list":[1],"yes":true,"none":null}"#).unwrap();
    assert_eq!(value.get("text").and_then(Value::as_str), Some("a"));
    assert_eq!(value.get("list").and_then(Value::as_array).map(Vec::len), Some(1));
    assert_eq!(value.get("yes").and_then(Value::as_bool), Some(true));
    assert!(value.get("none").is_some_and(Value::is_null));
    assert_eq!(value.get("text").and_then(Value::as_u64), None);
    assert_eq!(value.get("absent"), None);
    assert_eq!(Value::from(vec!["a"]).get("text"), None);
}

#[test]
fn objects_are_changed_in_place() {
    let mut value = from_str(r#"{"a":1,"b":[],"c":3}"#).unwrap();
    *value.get_mut("a").unwrap() = "one".into();
    value.get_mut("b").and_then(Value::as_array_mut).unwrap().push(Value::from(None::<bool>));
    assert_eq!(value.as_object_mut().unwrap().remove("c"), Some(3_u32.into()));
    assert_eq!(value.as_object_mut().unwrap().remove("c"), None);
    assert_eq!(value.to_string(), r#"{"a":"one","b":[null]}"#);
}
