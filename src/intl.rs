//! How a language other than English writes plurals, numbers and dates, and how every language writes a day: the browser's
//! `Intl`, in a page and in a worker.
//!
//! Where a browser refuses, the plainest form is used: it must never panic, and never leave a sentence without its number.

use crate::words::Rules;
use js_sys::{Array, Date, Function, Intl, Number, Object, Reflect};
use std::cell::RefCell;
use wasm_bindgen::JsValue;

/// The browser's rules.
pub const RULES: Rules = Rules { plural, number, date };

/// What is written of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateStyle {
    /// "14 October".
    Day,
    /// "14 October 2026".
    DayOfYear,
    /// "Wednesday".
    Weekday,
}

thread_local! {
    /// Formats are dear to make, and a page speaks one language for as long as it is there.
    static FORMATS: RefCell<Vec<(DateStyle, Function)>> = const { RefCell::new(Vec::new()) };
}

fn plural(tag: &str, count: usize) -> String {
    let rules = Intl::PluralRules::new(&Array::of1(&tag.into()), &Object::new());
    String::from(rules.select(count as f64))
}

fn number(tag: &str, number: usize) -> String {
    String::from(Number::from(number as f64).to_locale_string(tag))
}

fn date(tag: &str, year: u16, month: u8, day: u8) -> String {
    let noon = Date::new_with_year_month_day_hr(u32::from(year), i32::from(month) - 1, i32::from(day), 12);
    local(&noon, tag, DateStyle::DayOfYear)
}

/// A date as a language writes it: English as in Britain, day first. Of no date there is nothing to write.
pub fn local(date: &Date, tag: &str, style: DateStyle) -> String {
    let known =
        FORMATS.with_borrow(|formats| formats.iter().find(|(known, _)| *known == style).map(|(_, f)| f.clone()));
    let format = known.unwrap_or_else(|| {
        let format = format(tag, style);
        FORMATS.with_borrow_mut(|formats| formats.push((style, format.clone())));
        format
    });
    format.call1(&JsValue::UNDEFINED, date).ok().and_then(|text| text.as_string()).unwrap_or_default()
}

fn format(tag: &str, style: DateStyle) -> Function {
    let parts: &[(&str, &str)] = match style {
        DateStyle::Day => &[("day", "numeric"), ("month", "long")],
        DateStyle::DayOfYear => &[("day", "numeric"), ("month", "long"), ("year", "numeric")],
        DateStyle::Weekday => &[("weekday", "long")],
    };
    let options = Object::new();
    for (name, value) in parts {
        // Setting a property of a new object does not fail.
        let _ = Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    let tag = if tag == "en" { "en-GB" } else { tag };
    Intl::DateTimeFormat::new(&Array::of1(&tag.into()), &options).format()
}
