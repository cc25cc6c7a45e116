use jiff::{Timestamp, civil::date};
use kernel::{CaseNumber, DivisionCode, Locale, calendar::WorkCalendar};

use super::*;

fn facts() -> Facts {
    let division = DivisionCode::parse("150223").unwrap();
    Facts {
        number: CaseNumber::compose(&division, date(2026, 9, 17), 118),
        unit: Some("旗林草局".into()),
        date: Some(date(2026, 11, 30)),
        link: Some("https://xf.example/t".into()),
    }
}

fn at(text: &str) -> Timestamp {
    format!("{text}+08:00").parse().unwrap()
}

#[test]
fn every_purpose_is_said_in_every_complete_language_and_gives_nobody_away() {
    let wording = Wording::shipped();
    assert_eq!(wording.check(), Ok(()));
    for locale in Locale::ALL {
        for purpose in Purpose::ALL {
            let (said_in, text) = wording.say(locale, *purpose, &facts());
            assert_eq!(said_in, locale);
            assert!(text.contains("150223-20260917-000118-"), "{text}");
            assert!(!text.contains(['{', '}', '[', ']']), "{text}");
            for word in ["举报", "信访", "控告", "查询码"] {
                assert!(!text.contains(word), "{text}");
            }
        }
    }
    let (_, discreet) = wording.say(Locale::Zh, Purpose::Discreet, &facts());
    assert!(!discreet.contains("林草") && !discreet.contains("11月"), "{discreet}");
}

#[test]
fn a_missing_fact_takes_its_clause_with_it() {
    let bare = Facts { date: None, link: None, ..facts() };
    let (_, text) = Wording::shipped().say(Locale::Zh, Purpose::Moved, &bare);
    assert_eq!(text, format!("编号 {}：现在由旗林草局办。", bare.number));
    let (_, text) = Wording::shipped().say(Locale::Zh, Purpose::Moved, &facts());
    assert!(text.contains("，最迟 11月30日（周一）。看进度：https://xf.example/t"), "{text}");
}

#[test]
fn a_language_without_a_sentence_is_said_in_chinese() {
    let (said_in, text) = Wording::shipped().say(Locale::Mn, Purpose::Answered, &facts());
    assert_eq!(said_in, Locale::Zh);
    assert!(text.contains("有了答复"));
    let (_, text) = Wording::default().say(Locale::En, Purpose::Answered, &facts());
    assert!(text.contains("有了答复"), "an empty wording falls back to the shipped one: {text}");
}

#[test]
fn wording_that_tells_too_much_is_refused() {
    let code = |purpose, text: &str| check_text(purpose, text).unwrap_err().code;
    assert_eq!(code(Purpose::Moved, "您的举报 {number} 已受理"), "notice-word");
    assert_eq!(code(Purpose::Moved, "编号 {number}，查询码 {code}"), "notice-word");
    assert_eq!(code(Purpose::Moved, "{name}您好，编号 {number}"), "notice-fact");
    assert_eq!(code(Purpose::Discreet, "编号 {number}：{unit}"), "notice-fact");
    assert_eq!(code(Purpose::Moved, "编号 {number}[，最迟 {date}"), "notice-fact");
    assert_eq!(code(Purpose::Moved, "编号 {number"), "notice-fact");
    assert_eq!(code(Purpose::Moved, "现在由{unit}办"), "notice-number");
    assert_eq!(code(Purpose::Moved, &"长".repeat(101)), "notice-long");
}

#[test]
fn quiet_hours_run_over_midnight_and_end_later_on_a_rest_day() {
    let (quiet, calendar) = (Quiet::default(), WorkCalendar::china());
    let hold = |text: &str| quiet.hold(at(text), &calendar, Purpose::Moved, None);
    // Wednesday evening, Thursday before dawn, Thursday morning.
    assert_eq!(hold("2026-06-03T20:59:59"), None);
    assert_eq!(hold("2026-06-03T21:00:00"), Some(at("2026-06-04T08:00:00")));
    assert_eq!(hold("2026-06-04T00:00:00"), Some(at("2026-06-04T08:00:00")));
    assert_eq!(hold("2026-06-04T08:00:00"), None);
    // Friday night: Saturday begins an hour later.
    assert_eq!(hold("2026-06-05T23:30:00"), Some(at("2026-06-06T09:00:00")));
    assert_eq!(hold("2026-06-06T08:30:00"), Some(at("2026-06-06T09:00:00")));
}

#[test]
fn rest_days_may_be_quiet_as_a_whole_and_a_working_sunday_is_not_one() {
    let quiet = Quiet { rest_days_whole: true, ..Quiet::default() };
    let calendar = WorkCalendar::china();
    let hold = |text: &str| quiet.hold(at(text), &calendar, Purpose::Moved, None);
    // National Day 2026: 1 to 7 October; people work on Saturday the 10th.
    assert_eq!(hold("2026-09-30T22:00:00"), Some(at("2026-10-08T08:00:00")));
    assert_eq!(hold("2026-10-03T12:00:00"), Some(at("2026-10-08T08:00:00")));
    assert_eq!(hold("2026-10-10T12:00:00"), None);
    assert_eq!(hold("2026-10-10T22:00:00"), Some(at("2026-10-12T08:00:00")));
}

#[test]
fn what_is_urgent_goes_at_night_and_so_does_a_date_that_would_be_past_by_morning() {
    let calendar = WorkCalendar::china();
    let quiet = Quiet { urgent: vec![Purpose::Dated], ..Quiet::default() };
    let night = at("2026-06-03T22:00:00");
    assert_eq!(quiet.hold(night, &calendar, Purpose::Dated, None), None);
    assert!(quiet.hold(night, &calendar, Purpose::Moved, Some(date(2026, 6, 4))).is_some());
    assert_eq!(quiet.hold(night, &calendar, Purpose::Moved, Some(date(2026, 6, 3))), None);
    assert!(quiet.hold(night, &calendar, Purpose::Moved, Some(date(2026, 6, 1))).is_some(), "already past");
}

#[test]
fn rules_are_checked_as_a_whole() {
    assert_eq!(NoticeRules::shipped().check(), Ok(()));
    let mut wrong = NoticeRules { give_up_hours: 0, ..NoticeRules::shipped() };
    wrong.quiet.until = wrong.quiet.from;
    wrong.wording.0.insert("xx".into(), [(Purpose::Moved, "没有编号".to_owned())].into());
    let codes: Vec<String> = wrong.check().unwrap_err().into_iter().map(|refusal| refusal.code).collect();
    assert_eq!(codes, ["notice-language", "notice-number", "notice-quiet", "setting-range"]);
}

#[test]
fn every_name_is_said_in_words() {
    let keys = Purpose::ALL.iter().map(|one| one.key());
    let keys = keys.chain(Channel::ALL.iter().map(|one| one.key())).chain(Fate::ALL.iter().map(|one| one.key()));
    for key in keys {
        assert!(kernel::i18n::knows(Locale::Zh, &key), "{key}");
    }
    assert_eq!(Purpose::of("obstruction.answered"), Purpose::Discreet);
    assert_eq!(Purpose::of("petition.served"), Purpose::Answered);
}
