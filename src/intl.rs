//! How a language other than English writes plurals, numbers and dates, and how every language writes a time: the browser's `Intl`, in a page and in a worker.
//!
//! Where a browser refuses, the plainest form is used: it must never panic, and never leave a sentence without its number.

use crate::words::Rules;
use js_sys::{Array, Date, Intl, Number, Object, Reflect};

/// The browser's rules.
pub const RULES: Rules = Rules { plural, number, date };

fn plural(tag: &str, count: usize) -> String {
    let rules = Intl::PluralRules::new(&Array::of1(&tag.into()), &Object::new());
    String::from(rules.select(count as f64))
}

fn number(tag: &str, number: usize) -> String {
    String::from(Number::from(number as f64).to_locale_string(tag))
}

fn date(tag: &str, year: u16, month: u8, day: u8) -> String {
    let noon = Date::new_with_year_month_day_hr(u32::from(year), i32::from(month) - 1, i32::from(day), 12);
    let options = Object::new();
    for (name, value) in [("day", "numeric"), ("month", "long"), ("year", "numeric")] {
        set(&options, name, value);
    }
    local(&noon, tag, &options)
}

/// A date as a language writes it: English as in Britain, day first.
pub fn local(date: &Date, tag: &str, options: &Object) -> String {
    String::from(date.to_locale_date_string(if tag == "en" { "en-GB" } else { tag }, options))
}

/// Sets a property of a new object, which does not fail.
pub fn set(options: &Object, name: &str, value: &str) {
    let _ = Reflect::set(options, &name.into(), &value.into());
}
