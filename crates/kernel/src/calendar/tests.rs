//! The calendar against the State Council's notices, an independent library, and a naive day-by-day count.

use chinese_holiday::{DayKind as TheirKind, Ymd, chinese_holiday};
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::*;
use crate::Locale;

fn theirs(day: Date) -> bool {
    let ymd = Ymd::new(
        u16::try_from(day.year()).unwrap(),
        u8::try_from(day.month()).unwrap(),
        u8::try_from(day.day()).unwrap(),
    );
    let kind: TheirKind = chinese_holiday(ymd);
    kind.is_holiday()
}

/// The last day their table answers for.
const THEIR_LAST: Date = date(2026, 12, 25);

/// Days on which they contradict the notices of 2016 (working days both: 国庆 10月8日、9日上班; 元旦 2017 begins on 1 January).
const THEIR_MISTAKES: [Date; 2] = [date(2016, 10, 9), date(2016, 12, 30)];

fn days(first: Date, last: Date) -> impl Iterator<Item = Date> {
    (day_number(first)..=day_number(last)).map(from_day_number)
}

#[test]
fn day_numbers_agree_with_the_date_library() {
    let mut day = date(1899, 12, 28);
    let mut number = day_number(day);
    while day < date(2110, 3, 2) {
        assert_eq!((day_number(day), from_day_number(number)), (number, day));
        assert_eq!(weekday_number(number), i32::from(day.weekday().to_monday_zero_offset()));
        day = day.tomorrow().unwrap();
        number += 1;
    }
    assert_eq!(day_number(date(2000, 1, 1)), 0);
    assert_eq!(from_day_number(i32::MAX), Date::MAX);
    assert_eq!(from_day_number(i32::MIN), Date::MIN);
    assert_eq!(from_day_number(day_number(Date::MIN)), Date::MIN);
    assert_eq!(from_day_number(day_number(Date::MAX)), Date::MAX);
}

#[test]
fn every_day_from_2011_agrees_with_an_independent_calendar() {
    let calendar = WorkCalendar::china();
    for day in days(date(2011, 1, 1), THEIR_LAST).filter(|day| !THEIR_MISTAKES.contains(day)) {
        assert_eq!(calendar.is_rest_day(day), theirs(day), "{day}");
        assert_eq!(calendar.day_kind(day).is_rest(), theirs(day), "{day}");
    }
}

#[test]
fn all_shipped_years_are_there_and_name_their_source() {
    let calendar = WorkCalendar::china();
    let years: Vec<_> = calendar.years().map(CalendarYear::year).collect();
    assert_eq!(years, (2011..=2026).collect::<Vec<_>>());
    assert!(calendar.years().all(|year| year.source().contains("gov.cn")));
    assert!(!calendar.is_published(2027) && !calendar.is_published(2010) && !calendar.is_published(3000));
}

#[test]
fn the_epidemic_spring_festival_of_2020_holds_its_final_dates() {
    let calendar = WorkCalendar::china();
    assert!(days(date(2020, 1, 24), date(2020, 2, 2)).all(|day| calendar.is_rest_day(day)));
    assert!(calendar.is_workday(date(2020, 1, 19)) && calendar.is_workday(date(2020, 2, 3)));
    assert_eq!(calendar.year(2020).unwrap().version(), "2020-2");
}

#[test]
fn an_unpublished_year_knows_weekends_and_statutory_days_only() {
    let calendar = WorkCalendar::china();
    let off = |month, day| calendar.is_rest_day(date(2027, month, day));
    assert!(off(1, 1) && off(2, 5) && off(2, 8) && off(4, 5) && off(5, 1) && off(5, 2) && off(6, 9) && off(9, 15));
    assert!((1..=3).all(|day| off(10, day)));
    assert!(!off(2, 9) && !off(10, 4) && !off(5, 3) && !off(5, 4));
    assert_eq!(calendar.day_kind(date(2027, 9, 15)), DayKind::Holiday(Holiday::MidAutumn));
    assert_eq!(calendar.day_kind(date(2027, 10, 9)), DayKind::Weekend);
    assert_eq!(calendar.day_kind(date(2026, 2, 14)), DayKind::MakeUpWorkday(Holiday::SpringFestival));
}

#[test]
fn versions_name_the_years_asked() {
    let calendar = WorkCalendar::china();
    assert_eq!(&*calendar.version(2026, 2026), "2026-1");
    assert_eq!(&*calendar.version(2025, 2026), "2025-1+2026-1");
    assert_eq!(&*calendar.version(2026, 2027), "2026-1+2027-0");
    assert_eq!(&*calendar.version(2026, 2029), "2026-1..2029-0");
    assert_eq!(&*calendar.version(1990, 1990), "1990-0..1990-0");
}

const NEXT: &str = "year,2027\nversion,2027-1\nsource,https://www.gov.cn/example\ndate,kind,name\n\
2026-12-31,休,元旦\n2027-01-01..2027-01-03,OFF,元旦\n2027-02-05..2027-02-11,OFF,春节\n2027-02-13,WORK,春节\n\
2027-04-03..2027-04-05,OFF,清明节\n2027-05-01..2027-05-05,OFF,劳动节\n2027-05-08,班,劳动节\n\
2027-06-09,OFF,端午节\n2027-09-15,OFF,中秋节\n2027-10-01..2027-10-07,OFF,国庆节\n";

#[test]
fn a_published_year_gives_a_new_calendar_and_leaves_the_old_one() {
    let old = WorkCalendar::china();
    let new = old.with_year(CalendarYear::parse(NEXT).unwrap());
    assert!(new.is_published(2027) && !old.is_published(2027));
    assert!(new.is_rest_day(date(2027, 10, 7)) && old.is_workday(date(2027, 10, 7)));
    assert!(new.is_workday(date(2027, 2, 13)), "a make-up Saturday");
    assert!(new.is_rest_day(date(2026, 12, 31)), "the notice of a year reaches back over its turn");
    assert_eq!(new.day_kind(date(2026, 12, 31)), DayKind::Holiday(Holiday::NewYear));
    assert_eq!(&*new.version(2027, 2027), "2027-1");
}

#[test]
fn json_and_csv_say_the_same() {
    let json = r#"{"year": 2027, "version": "2027-1", "source_url": "https://www.gov.cn/example", "days": [
        {"date": "2027-01-01", "isOffDay": true, "name": "元旦"},
        {"date": "2027-02-05..2027-02-08", "kind": "OFF", "name": "春节"},
        {"date": "2027-04-05", "kind": "OFF", "name": "清明"}, {"date": "2027-05-01..2027-05-02", "kind": "OFF", "name": "劳动节"},
        {"date": "2027-06-09", "kind": "OFF", "name": "端午节"}, {"date": "2027-09-15", "kind": "OFF", "name": "中秋节"},
        {"date": "2027-10-01..2027-10-03", "kind": "OFF", "name": "国庆节"}, {"date": "2027-10-09", "isOffDay": false, "name": "国庆节"}]}"#;
    let year = CalendarYear::parse(json).unwrap();
    assert_eq!((year.year(), year.days().len()), (2027, 14));
    assert_eq!(year.day(date(2027, 10, 9)).unwrap().mark, DayMark::Work);
}

fn mistakes(text: &str) -> Vec<(usize, String)> {
    let errors = CalendarYear::parse(text).unwrap_err();
    for error in &errors {
        assert!(crate::i18n::knows(Locale::En, &error.refusal.message().key), "{error}");
        assert_eq!(error.refusal.rule, "T-11");
    }
    errors.into_iter().map(|error| (error.line, error.refusal.code)).collect()
}

#[test]
fn every_mistake_is_named_by_its_line() {
    let broken = NEXT
        .replace("2027-02-13,WORK,春节", "2027-02-12,WORK,春节")
        .replace("2027-06-09,OFF", "2027-06-31,OFF")
        .replace("2027-09-15,OFF,中秋节", "2028-09-15,MAYBE,中秋节")
        + "2027-10-07,OFF,国庆节\n2026-03-01,OFF,其他\n2027-07-01,OFF,仲夏节\n";
    let found = mistakes(&broken);
    for expected in [
        (8, "calendar-work-on-weekday"),
        (12, "calendar-date"),
        (13, "calendar-kind"),
        (15, "calendar-twice"),
        (16, "calendar-foreign-day"),
        (17, "calendar-name"),
        (1, "calendar-statutory-day"),
    ] {
        assert!(found.contains(&(expected.0, expected.1.to_owned())), "{expected:?} not in {found:?}");
    }
}

#[test]
fn broken_heads_and_files_are_refused() {
    assert_eq!(mistakes("{\n \"year\": 2027,\n oops"), [(3, "calendar-json".to_owned())]);
    assert_eq!(mistakes(&NEXT.replace("year,2027", "year,zwanzig")), [(1, "calendar-year".to_owned())]);
    assert_eq!(mistakes(&NEXT.replace("version,2027-1\n", "")), [(1, "calendar-version".to_owned())]);
    assert_eq!(mistakes(&NEXT.replace("source,https://www.gov.cn/example\n", "")), [(1, "calendar-source".to_owned())]);
    assert_eq!(mistakes("just words\n"), [(1, "calendar-row".to_owned())]);
    let named = mistakes(
        "{\"year\":2027,\"version\":\"v\",\"source\":\"s\",\"days\":[\n{\"date\":\"2027-13-01\",\"kind\":\"OFF\"}]}",
    );
    assert!(named.contains(&(2, "calendar-date".to_owned())));
}

#[test]
fn regional_days_hold_in_their_division_only() {
    let division = |code| DivisionCode::parse(code).unwrap();
    let festival = RegionalDays::new(division("1502"), "2026-1", "local notice", [date(2026, 7, 1)]);
    let all = WorkCalendar::china().with_regional(festival);
    let inside = all.for_division(&division("150223"));
    let outside = all.for_division(&division("1501"));
    assert!(inside.is_rest_day(date(2026, 7, 1)) && outside.is_workday(date(2026, 7, 1)));
    assert_eq!(inside.day_kind(date(2026, 7, 1)), DayKind::Regional);
    assert_eq!(&*inside.version(2026, 2026), "2026-1+1502@2026-1");
    assert_eq!(&*outside.version(2026, 2026), "2026-1");
}

#[test]
fn dates_are_said_in_both_languages() {
    let day = date(2026, 11, 30);
    assert_eq!(say_day(Locale::Zh, day), "11月30日（周一）");
    assert_eq!(say_date(Locale::En, day), "Monday 30 November 2026");
    let list = [date(2026, 2, 14), date(2026, 2, 15), date(2026, 2, 28)];
    assert_eq!(say_days(Locale::Zh, &list), "2月14日至2月15日、2月28日");
    assert_eq!(say_days(Locale::En, &list), "14 February to 15 February, 28 February");
}

#[test]
fn months_end_on_their_last_day() {
    assert_eq!(month_end(date(2026, 1, 31), 1), date(2026, 2, 28));
    assert_eq!(month_end(date(2027, 8, 31), 6), date(2028, 2, 29));
    assert_eq!(month_end(date(2025, 3, 10), 12), date(2026, 3, 10));
    assert_eq!(month_end(Date::MAX, 1), Date::MAX);
}

fn any_day() -> impl Strategy<Value = Date> {
    (day_number(date(1999, 1, 1))..day_number(date(2101, 1, 1))).prop_map(from_day_number)
}

fn their_day() -> impl Strategy<Value = Date> {
    (day_number(date(2017, 1, 1))..day_number(date(2026, 6, 1))).prop_map(from_day_number)
}

proptest! {
    #[test]
    fn counting_working_days_equals_a_loop(start in any_day(), span in 0..900i32) {
        let calendar = WorkCalendar::china();
        let end = from_day_number(day_number(start) + span);
        let naive = days(start, end).skip(1).filter(|day| calendar.is_workday(*day)).count();
        prop_assert_eq!(calendar.count_workdays(start, end) as usize, naive);
    }

    #[test]
    fn adding_working_days_equals_a_loop(start in any_day(), count in 0..400u32) {
        let calendar = WorkCalendar::china();
        let (mut day, mut left) = (start, count);
        while left > 0 {
            day = day.tomorrow().unwrap();
            left -= u32::from(calendar.is_workday(day));
        }
        prop_assert_eq!(calendar.add_workdays(start, count), day);
        prop_assert_eq!(calendar.count_workdays(start, day), count);
    }

    #[test]
    fn adding_working_days_agrees_with_the_independent_calendar(start in their_day(), count in 1..90u32) {
        let end = WorkCalendar::china().add_workdays(start, count);
        prop_assume!(end <= THEIR_LAST);
        let worked = days(start, end).skip(1).filter(|day| !theirs(*day)).count();
        prop_assert!(worked == count as usize && !theirs(end));
    }

    #[test]
    fn rolling_is_idempotent_and_passes_rest_days_only(day in any_day()) {
        let calendar = WorkCalendar::china();
        let (before, after) = (calendar.workday_on_or_before(day), calendar.workday_on_or_after(day));
        prop_assert!(before <= day && day <= after);
        prop_assert!(calendar.is_workday(before) && calendar.is_workday(after));
        prop_assert_eq!(calendar.workday_on_or_after(after), after);
        prop_assert_eq!(calendar.workday_on_or_before(before), before);
        prop_assert!(calendar.is_workday(day) || days(before, after).skip(1).all(|d| d == after || calendar.is_rest_day(d)));
        prop_assert_eq!(calendar.next_workday(day), calendar.add_workdays(day, 1));
        prop_assert!(calendar.prev_workday(day) < day);
    }

    #[test]
    fn months_keep_the_day_or_take_the_last(day in any_day(), months in 0..600u32) {
        let end = month_end(day, months);
        prop_assert!(end.day() == day.day() || (end.day() < day.day() && end.day() == end.days_in_month()));
        let passed = (i64::from(end.year()) - i64::from(day.year())) * 12 + i64::from(end.month()) - i64::from(day.month());
        prop_assert_eq!(passed, i64::from(months));
    }
}
