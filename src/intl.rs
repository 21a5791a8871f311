//! How a language writes plurals, numbers and dates: the browser's `Intl`, in a page and in a worker.
//!
//! Where a browser refuses, the plainest form is used: it must never panic, and never leave a sentence without its number.

use crate::words::Rules;
use js_sys::{Array, Date, Function, Intl, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The browser's rules.
pub const RULES: Rules = Rules { plural, number, date };

fn plural(tag: &str, count: usize) -> String {
    let rules = Intl::PluralRules::new(&Array::of1(&tag.into()), &Object::new());
    String::from(rules.select(count as f64))
}

fn number(tag: &str, number: usize) -> String {
    let format = Intl::NumberFormat::new(&Array::of1(&tag.into()), &Object::new());
    written(&format.format(), &JsValue::from_f64(number as f64)).unwrap_or_else(|| number.to_string())
}

fn date(tag: &str, year: u16, month: u8, day: u8) -> String {
    let at = Date::utc(f64::from(year), f64::from(month) - 1.0);
    let at = JsValue::from_f64(at + (f64::from(day) - 1.0) * 86_400_000.0);
    let options = Object::new();
    for (name, value) in [("day", "numeric"), ("month", "long"), ("year", "numeric"), ("timeZone", "UTC")] {
        set(&options, name, value);
    }
    let format = Intl::DateTimeFormat::new(&Array::of1(&dates(tag).into()), &options);
    written(&format.format(), &at).unwrap_or_else(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// The language of dates: English is written as in Britain, day first.
pub fn dates(tag: &str) -> &str {
    if tag == "en" { "en-GB" } else { tag }
}

/// Calls a format's function.
fn written(format: &Function, value: &JsValue) -> Option<String> {
    format.call1(&JsValue::UNDEFINED, value).ok()?.dyn_into::<JsString>().ok().map(String::from)
}

fn set(options: &Object, name: &str, value: &str) {
    // Setting a property of a new object does not fail.
    let _ = Reflect::set(options, &name.into(), &value.into());
}
