//! Dates in words, and the functions by which message files say them: `{ DAY($due) }`, `{ DATE($due) }`,
//! `{ WEEKDAY($due) }`, `{ DAYS($skipped) }`. Arguments are ISO dates, so a stored message has no language.

use std::cell::Cell;

use fluent_bundle::{FluentResource, FluentValue, concurrent::FluentBundle};
use jiff::civil::Date;

use super::{day_number, from_day_number, weekday_number};
use crate::Locale;

const WEEKDAYS_ZH: [&str; 7] = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];
const WEEKDAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// 周一; Monday.
#[must_use]
pub fn say_weekday(locale: Locale, date: Date) -> &'static str {
    let index = usize::try_from(weekday_number(day_number(date))).unwrap_or_default();
    match locale {
        Locale::Zh | Locale::Mn | Locale::MnDraft => WEEKDAYS_ZH[index],
        Locale::En => WEEKDAYS_EN[index],
    }
}

/// 11月30日; 30 November.
fn bare(locale: Locale, date: Date) -> String {
    match locale {
        Locale::Zh | Locale::Mn | Locale::MnDraft => format!("{}月{}日", date.month(), date.day()),
        Locale::En => {
            let month = usize::try_from(date.month() - 1).unwrap_or_default();
            format!("{} {}", date.day(), MONTHS_EN[month])
        }
    }
}

/// 11月30日（周一）; Monday 30 November.
#[must_use]
pub fn say_day(locale: Locale, date: Date) -> String {
    let weekday = say_weekday(locale, date);
    match locale {
        Locale::Zh | Locale::Mn | Locale::MnDraft => format!("{}（{weekday}）", bare(locale, date)),
        Locale::En => format!("{weekday} {}", bare(locale, date)),
    }
}

/// 2026年11月30日（周一）; Monday 30 November 2026.
#[must_use]
pub fn say_date(locale: Locale, date: Date) -> String {
    match locale {
        Locale::Zh | Locale::Mn | Locale::MnDraft => format!("{}年{}", date.year(), say_day(locale, date)),
        Locale::En => format!("{} {}", say_day(locale, date), date.year()),
    }
}

/// Days in order, neighbours drawn together: 2月15日至2月23日、2月28日.
#[must_use]
pub fn say_days(locale: Locale, dates: &[Date]) -> String {
    let (joint, to) = match locale {
        Locale::Zh | Locale::Mn | Locale::MnDraft => ("、", "至"),
        Locale::En => (", ", " to "),
    };
    let spans = spans(dates);
    let said = spans.iter().map(|(first, last)| {
        if first == last {
            bare(locale, *first)
        } else {
            format!("{}{to}{}", bare(locale, *first), bare(locale, *last))
        }
    });
    said.collect::<Vec<_>>().join(joint)
}

fn spans(dates: &[Date]) -> Vec<(Date, Date)> {
    let mut spans: Vec<(Date, Date)> = vec![];
    for date in dates {
        match spans.last_mut() {
            Some((_, last)) if from_day_number(day_number(*last) + 1) == *date => *last = *date,
            _ => spans.push((*date, *date)),
        }
    }
    spans
}

/// Days as the argument of a message that says `{ DAYS($…) }`.
#[must_use]
pub fn list_of_days(dates: &[Date]) -> String {
    dates.iter().map(Date::to_string).collect::<Vec<_>>().join(" ")
}

thread_local! {
    /// The year in which somebody reads the message that is being said on this thread.
    static READING: Cell<Option<i16>> = const { Cell::new(None) };
}

/// Says what `say` says for somebody who reads it in `year`: a day of another year is said with its year.
pub(crate) fn read_in<T>(year: Option<i16>, say: impl FnOnce() -> T) -> T {
    let before = READING.replace(year.or_else(|| READING.get()));
    let said = say();
    READING.set(before);
    said
}

/// A day for whoever reads the message: with its year where that is not the reader's.
fn day_read(locale: Locale, date: Date) -> String {
    match READING.get() {
        Some(year) if year != date.year() => say_date(locale, date),
        _ => say_day(locale, date),
    }
}

/// Teaches a bundle to say dates. What is not a date is said as it stands.
pub(crate) fn teach(bundle: &mut FluentBundle<FluentResource>, locale: Locale) {
    let mut add = |name: &str, say: fn(Locale, &[Date]) -> String| {
        let function = move |values: &[FluentValue<'_>]| -> String {
            let Some(FluentValue::String(text)) = values.first() else {
                return String::new();
            };
            let dates: Result<Vec<Date>, _> = text.split_whitespace().map(str::parse).collect();
            match dates {
                Ok(dates) if !dates.is_empty() => say(locale, &dates),
                _ => text.clone().into_owned(),
            }
        };
        // A name taught twice keeps its first meaning; there is only one caller per bundle.
        let _taken = bundle.add_function(name, move |values, _| FluentValue::from(function(values)));
    };
    add("DATE", |locale, dates| say_date(locale, dates[0]));
    add("DAY", |locale, dates| day_read(locale, dates[0]));
    add("WEEKDAY", |locale, dates| say_weekday(locale, dates[0]).to_owned());
    add("DAYS", say_days);
}
