//! Words as the reader's language has them: `Intl.Segmenter`, where the browser has it.

use super::{dom, page};
use crate::annotation::selected;
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The word of a line around a position inside it, both in code points of the line.
pub fn word_around(line: &str, position: u32) -> Option<(u32, u32)> {
    match segment_around(line, position) {
        Some(found) => found,
        // An older browser: letters and digits make a word.
        None => selected::word_around(line, position),
    }
}

/// `None` where the browser can't tell.
fn segment_around(line: &str, position: u32) -> Option<Option<(u32, u32)>> {
    let get =
        |target: &JsValue, name: &str| Reflect::get(target, &name.into()).ok().filter(|value| !value.is_undefined());
    let intl = get(&JsValue::from(dom::window()?), "Intl")?;
    let class: Function = get(&intl, "Segmenter")?.dyn_into().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"granularity".into(), &"word".into()).ok()?;
    let language = dom::by_id("article").and_then(|article| article.get_attribute("lang"));
    let language = language.or_else(|| page::root().map(|root| root.lang())).unwrap_or_default();
    // Refused for a language tag that is none.
    let segmenter = Reflect::construct(&class, &Array::of2(&language.into(), &options)).ok()?;
    let call = |target: &JsValue, name: &str, argument: &JsValue| {
        get(target, name)?.dyn_into::<Function>().ok()?.call1(target, argument).ok()
    };
    let segments = call(&segmenter, "segment", &line.into())?;
    let units: usize = line.chars().take(position as usize).map(char::len_utf16).sum();
    let segment = call(&segments, "containing", &(units as u32).into())?;
    if segment.is_undefined() || get(&segment, "isWordLike")?.is_falsy() {
        return Some(None);
    }
    let word = get(&segment, "segment")?.as_string()?;
    let from = get(&segment, "index")?.as_f64()? as usize;
    let before = char::decode_utf16(line.encode_utf16().take(from)).count() as u32;
    Some(Some((before, before + word.chars().count() as u32)))
}
