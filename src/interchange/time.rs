//! Moments as ISO 8601 in UTC, with milliseconds, and back: `2026-11-21T14:02:00.000Z`.
//!
//! Days are counted in the proleptic Gregorian calendar, in years from March to February: a leap day is then the last
//! of its year.

const DAY: i64 = 86_400_000;
/// From 1 March of the year 0 to 1 January 1970, in days.
const EPOCH: i64 = 719_468;
/// Days in 400 years.
const ERA: i64 = 146_097;
/// The years that have four digits, in milliseconds.
const WRITABLE: std::ops::Range<i64> = -62_167_219_200_000..253_402_300_800_000;

/// A moment in milliseconds since 1970; empty where its year has not four digits.
pub(super) fn iso(at: i64) -> String {
    if !WRITABLE.contains(&at) {
        return String::new();
    }
    let (year, month, day) = date(at.div_euclid(DAY));
    let of_day = at.rem_euclid(DAY);
    let (seconds, millis) = (of_day / 1000, of_day % 1000);
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{millis:03}Z")
}

/// Year, month and day of a day since 1970.
fn date(days: i64) -> (i64, i64, i64) {
    let days = days + EPOCH;
    let (era, of_era) = (days.div_euclid(ERA), days.rem_euclid(ERA));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let january = month >= 10;
    (era * 400 + year + i64::from(january), if january { month - 9 } else { month + 3 }, day)
}

/// The day since 1970 of a date.
fn day_of(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * month + 2) / 5 + day - 1;
    era * ERA + of_era * 365 + of_era / 4 - of_era / 100 + of_year - EPOCH
}

/// A moment as it is written: `2026-11-21`, with or without a time (`T14:02`, a space for the T, seconds, fractions) and
/// a zone (`Z`, `+01:00`, `+0100`, none for UTC).
pub(super) fn parse(text: &str) -> Option<i64> {
    let text = text.trim();
    let (date, rest) = text.split_at_checked(10)?;
    let mut parts = date.split('-').map(digits);
    let (Some(year), Some(month), Some(day), None) = (parts.next()?, parts.next()?, parts.next()?, parts.next()) else {
        return None;
    };
    if !(1..=12).contains(&month) || day < 1 || self::date(day_of(year, month, day)) != (year, month, day) {
        return None;
    }
    let midnight = day_of(year, month, day) * DAY;
    if rest.is_empty() {
        return Some(midnight);
    }
    let rest = rest.strip_prefix(['T', 't', ' '])?;
    let at = rest.find(['Z', 'z', '+', '-', ' ']).unwrap_or(rest.len());
    let (clock, zone) = rest.split_at_checked(at)?;
    Some(midnight + clock_of(clock)? - zone_of(zone.trim())?)
}

fn clock_of(clock: &str) -> Option<i64> {
    let (clock, fraction) = clock.split_once(['.', ',']).unwrap_or((clock, "0"));
    let mut parts = clock.split(':').map(digits);
    let (hour, minute, second) = (parts.next()??, parts.next()??, parts.next().unwrap_or(Some(0))?);
    if hour > 23 || minute > 59 || second > 60 || parts.next().is_some() {
        return None;
    }
    digits(fraction.get(..fraction.len().min(9))?)?;
    let millis: String = fraction.chars().chain("000".chars()).take(3).collect();
    Some(((hour * 60 + minute) * 60 + second) * 1000 + digits(&millis)?)
}

fn zone_of(zone: &str) -> Option<i64> {
    let sign = match zone.chars().next() {
        None | Some('Z' | 'z') => return (zone.len() < 2).then_some(0),
        Some('+') => 1,
        Some('-') => -1,
        Some(_) => return None,
    };
    let zone = zone.get(1..)?.replace(':', "");
    let (hours, minutes) = (digits(zone.get(..2)?)?, digits(zone.get(2..)?).or((zone.len() == 2).then_some(0))?);
    (hours < 24 && minutes < 60).then_some(sign * (hours * 60 + minutes) * 60_000)
}

/// A number of at most nine digits and nothing else.
fn digits(text: &str) -> Option<i64> {
    let plain = (1..=9).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_written_and_read() {
        for (at, written) in [
            (0, "1970-01-01T00:00:00.000Z"),
            (1_763_733_720_123, "2025-11-21T14:02:00.123Z"),
            (951_782_399_999, "2000-02-28T23:59:59.999Z"),
            (951_868_799_999, "2000-02-29T23:59:59.999Z"),
            (-1, "1969-12-31T23:59:59.999Z"),
            (-62_167_219_200_000, "0000-01-01T00:00:00.000Z"),
            (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
        ] {
            assert_eq!(iso(at), written);
            assert_eq!(parse(written), Some(at), "{written}");
        }
        for at in [i64::MIN, i64::MAX, 253_402_300_800_000, -62_167_219_200_001] {
            assert_eq!(iso(at), "");
        }
    }

    #[test]
    fn other_programs_write_moments_in_other_ways() {
        for text in [
            "2025-11-21T14:02:00Z",
            "2025-11-21T14:02Z",
            "2025-11-21 14:02:00",
            "2025-11-21T15:02:00+01:00",
            "2025-11-21T13:32:00-0030",
            "2025-11-21 14:02:00+00",
            "2025-11-21T14:02:00.000000+00:00",
            " 2025-11-21 14:02:00 +00:00 ",
        ] {
            assert_eq!(parse(text), Some(1_763_733_720_000), "{text}");
        }
        assert_eq!(parse("2025-11-21"), Some(1_763_683_200_000));
    }

    #[test]
    fn what_is_no_moment_is_none() {
        for text in [
            "",
            "yesterday",
            "2025-02-29",
            "2025-13-01",
            "2025-00-10",
            "2025-11-21T24:00",
            "2025-11-21T14",
            "2025-11-21T14:02:00+1",
            "2025-11-21T14:02:00x",
            "2025-11-21Tnow",
            "20251121T140200",
            "２025-11-21",
            "2025-11-21T14:02:00.é",
            "2025-11-21T14:02:00+é0:00",
            "9999999999-1",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
