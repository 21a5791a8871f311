//! Time, and how this reader writes it.

use crate::intl::{self, DateStyle};
use crate::words;
use js_sys::Date;
use wasm_bindgen::JsValue;

/// Milliseconds since 1970, UTC.
pub fn now() -> i64 {
    Date::now() as i64
}

/// The day that it is where the reader is.
pub fn today() -> crate::article::Date {
    let now = Date::new_0();
    let part = |number: u32| u8::try_from(number).unwrap_or_default();
    crate::article::Date {
        year: u16::try_from(now.get_full_year()).unwrap_or_default(),
        month: part(now.get_month() + 1),
        day: part(now.get_date()),
    }
}

/// "14:02" today, "12 November" this year, "12 November 2025" else; in the page's language.
pub fn short(at: i64) -> String {
    let date = Date::new(&JsValue::from_f64(at as f64));
    let today = Date::new_0();
    let same_year = date.get_full_year() == today.get_full_year();
    if same_year && date.get_month() == today.get_month() && date.get_date() == today.get_date() {
        return clock(at);
    }
    let style = if same_year { DateStyle::Day } else { DateStyle::DayOfYear };
    intl::local(&date, words::tag(), style)
}

/// The time of day, "14:02".
pub fn clock(at: i64) -> String {
    let date = Date::new(&JsValue::from_f64(at as f64));
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}

/// When the day of a moment begins, here.
pub fn day_start(at: i64) -> i64 {
    let date = Date::new(&JsValue::from_f64(at as f64));
    date.set_hours(0);
    date.set_minutes(0);
    date.set_seconds(0);
    date.set_milliseconds(0);
    date.get_time() as i64
}

/// "Today", "Yesterday", "12 November" this year, "12 November 2025" else.
pub fn day_name(at: i64) -> String {
    let days = day_start(now()) - day_start(at);
    match (days as f64 / 86_400_000.0).round() as i64 {
        0 => words::dates::today().to_owned(),
        1 => words::dates::yesterday().to_owned(),
        _ => short(at),
    }
}

/// "today", "yesterday", "on Thursday" within a week, "on 12 November" else.
pub fn relative_day(at: i64) -> String {
    let date = Date::new(&JsValue::from_f64(at as f64));
    let midnight = |date: &Date| {
        let copy = Date::new(&JsValue::from_f64(date.get_time()));
        copy.set_hours(0);
        copy.set_minutes(0);
        copy.set_seconds(0);
        copy.set_milliseconds(0);
        copy.get_time()
    };
    let days = ((midnight(&Date::new_0()) - midnight(&date)) / 86_400_000.0).round() as i64;
    match days {
        i64::MIN..=0 => words::dates::within_today().to_owned(),
        1 => words::dates::within_yesterday().to_owned(),
        2..=6 => words::dates::on_weekday(&intl::local(&date, words::tag(), DateStyle::Weekday)),
        _ => words::dates::on_day(&short(at)),
    }
}

/// ISO 8601, for `datetime` attributes.
pub fn iso(at: i64) -> String {
    let date = Date::new(&JsValue::from_f64(at as f64));
    // Dates out of JavaScript's range have no ISO form, and toISOString throws.
    if date.get_time().is_nan() { String::new() } else { String::from(date.to_iso_string()) }
}
