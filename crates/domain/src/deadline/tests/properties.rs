//! What must hold for every start and length.

use kernel::calendar::{day_number, from_day_number};
use proptest::prelude::*;

use super::*;

fn any_start() -> impl Strategy<Value = Timestamp> {
    // 2009 to 2060, at any second: published and unpublished years.
    (1_230_768_000_i64..2_840_140_800).prop_map(|second| Timestamp::from_second(second).unwrap())
}

fn any_unit() -> impl Strategy<Value = Unit> {
    prop_oneof![Just(Unit::CalendarDay), Just(Unit::Workday), Just(Unit::Month), Just(Unit::Hour)]
}

fn run(unit: Unit, at: Timestamp, length: u32) -> Clock {
    started_by(&ClockDef::custom("CUSTOM", unit, None), at, Some(length))
}

/// A definition that allows everything, to reach every branch of the arithmetic.
fn permissive(unit: Unit) -> ClockDef {
    ClockDef {
        extension: Some(Extension { times: None, days: None, approver: "ANY".into() }),
        pauses: vec![PauseReason::Hearing],
        ..ClockDef::custom("CUSTOM", unit, None)
    }
}

proptest! {
    #[test]
    fn the_three_dates_are_in_order(unit in any_unit(), at in any_start(), length in 1..400u32) {
        let calendar = WorkCalendar::china();
        let clock = run(unit, at, length);
        prop_assert!(clock.conservative <= clock.raw && clock.raw <= clock.statutory);
        prop_assert!(clock.due_at > clock.started_at && clock.remind_at >= clock.started_at);
        if unit != Unit::Hour {
            prop_assert!(calendar.is_workday(clock.statutory) && calendar.is_workday(clock.conservative));
            prop_assert_eq!(clock.due_at, beijing_midnight(clock.statutory.tomorrow().unwrap()));
            prop_assert_eq!(calendar.workday_on_or_after(clock.statutory), clock.statutory);
        }
    }

    #[test]
    fn a_later_start_or_a_longer_span_never_ends_earlier(
        unit in any_unit(), at in any_start(), later in 0..40_000_000i64, length in 1..300u32, longer in 0..60u32,
    ) {
        let clock = run(unit, at, length);
        let moved = run(unit, at + jiff::SignedDuration::from_secs(later), length);
        let stretched = run(unit, at, length + longer);
        for other in [moved, stretched] {
            prop_assert!(other.raw >= clock.raw && other.statutory >= clock.statutory);
            prop_assert!(other.conservative >= clock.conservative && other.due_at >= clock.due_at);
        }
    }

    #[test]
    fn an_extension_is_a_longer_span_from_the_same_start(
        unit in any_unit(), at in any_start(), length in 1..200u32, extra in 1..60u32,
    ) {
        let (def, calendar) = (permissive(unit), WorkCalendar::china());
        let extended = run(unit, at, length).extend(extra, &def, &calendar, at).unwrap();
        let longer = run(unit, at, length + extra);
        prop_assert_eq!(extended.dates(), longer.dates());
        prop_assert_eq!((extended.due_at, extended.provisional), (longer.due_at, longer.provisional));
    }

    #[test]
    fn a_pause_moves_raw_by_its_length(at in any_start(), length in 5..200u32, begin in 1..5i32, days in 1..40i32) {
        let (def, calendar) = (permissive(Unit::CalendarDay), WorkCalendar::china());
        let clock = run(Unit::CalendarDay, at, length);
        let from = from_day_number(day_number(clock.start) + begin);
        let to = from_day_number(day_number(from) + days - 1);
        let paused = clock.with_pause(PauseReason::Hearing, (from, to), &def, &calendar).unwrap();
        prop_assert_eq!(day_number(paused.raw), day_number(clock.raw) + days);
        // The same hearing, paused and resumed live.
        let live = clock.pause(PauseReason::Hearing, beijing_midnight(from), &def).unwrap();
        let live = live.resume(beijing_midnight(to), &calendar).unwrap();
        prop_assert_eq!(live.dates(), paused.dates());
    }

    #[test]
    fn a_pause_of_a_working_day_clock_leaves_its_working_days(at in any_start(), length in 5..60u32, begin in 1..5i32, days in 1..40i32) {
        let (def, calendar) = (permissive(Unit::Workday), WorkCalendar::china());
        let clock = run(Unit::Workday, at, length);
        let from = from_day_number(day_number(clock.start) + begin);
        let to = from_day_number(day_number(from) + days - 1);
        let paused = clock.with_pause(PauseReason::Hearing, (from, to), &def, &calendar).unwrap();
        let lost = calendar.count_workdays(from_day_number(day_number(from) - 1), to);
        prop_assert_eq!(calendar.count_workdays(paused.start, paused.raw), length + lost);
    }

    #[test]
    fn calendar_days_count_every_day(at in any_start(), length in 1..2_000u32) {
        let clock = run(Unit::CalendarDay, at, length);
        let span = clock.start.until(clock.raw).unwrap().get_days();
        prop_assert_eq!(span, i32::try_from(length).unwrap());
    }

    #[test]
    fn working_days_equal_a_loop_over_the_days(at in any_start(), length in 1..120u32) {
        let calendar = WorkCalendar::china();
        let clock = run(Unit::Workday, at, length);
        let (mut day, mut left) = (clock.start, length);
        while left > 0 {
            day = day.tomorrow().unwrap();
            left -= u32::from(calendar.is_workday(day));
        }
        prop_assert_eq!(clock.raw, day);
        prop_assert_eq!(clock.statutory, day);
    }

    #[test]
    fn months_agree_with_the_date_library(at in any_start(), length in 1..120u32) {
        let clock = run(Unit::Month, at, length);
        let theirs = clock.start.checked_add(jiff::Span::new().months(i64::from(length))).unwrap();
        prop_assert_eq!(clock.raw, theirs);
    }

    #[test]
    fn hours_are_exact(at in any_start(), length in 1..500u32) {
        let clock = run(Unit::Hour, at, length);
        prop_assert_eq!(clock.due_at.duration_since(at).as_hours(), i64::from(length));
        prop_assert_eq!(clock.due_at.duration_since(at).subsec_nanos(), 0);
    }

    #[test]
    fn provisional_means_an_unpublished_year_was_asked(unit in any_unit(), at in any_start(), length in 1..400u32) {
        let calendar = WorkCalendar::china();
        let clock = run(unit, at, length);
        let published = (clock.start.year()..=clock.statutory.year()).all(|year| calendar.is_published(year));
        prop_assert!(!(published && clock.provisional));
        if unit == Unit::CalendarDay {
            prop_assert_eq!(clock.provisional,
                !(calendar.is_published(clock.conservative.year()) && calendar.is_published(clock.statutory.year())));
        }
        prop_assert_eq!(clock.provisional, clock.calendar_version.contains("-0"));
    }

    #[test]
    fn every_derivation_is_said_without_gaps(unit in any_unit(), at in any_start(), length in 1..400u32) {
        let clock = run(unit, at, length);
        for locale in Locale::ALL {
            for sentence in said(&clock, locale) {
                prop_assert!(!sentence.contains(['{', '}', '⟨', '$']), "{}", sentence);
            }
        }
    }

    #[test]
    fn storing_changes_nothing(unit in any_unit(), at in any_start(), length in 1..400u32) {
        let clock = run(unit, at, length);
        let json = serde_json::to_string(&clock).unwrap();
        prop_assert_eq!(serde_json::from_str::<Clock>(&json).unwrap(), clock);
    }
}
