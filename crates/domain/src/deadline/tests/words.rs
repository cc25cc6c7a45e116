//! The derivation as people read it.

use super::*;

#[test]
fn a_sunday_is_told_in_one_plain_sentence() {
    let zh = said(&started("FORWARD_15D", "2026-11-21"), Locale::Zh);
    assert!(zh.contains(&"2026年11月21日（周六）当天不算，从11月22日（周日）数起。".to_owned()), "{zh:?}");
    assert!(zh.contains(&"数满 15 天是2026年12月6日（周日）。".to_owned()), "{zh:?}");
    assert!(zh.contains(&"第 15 天是周日，顺延到12月7日（周一）。".to_owned()), "{zh:?}");
    let en = said(&started("FORWARD_15D", "2026-11-21"), Locale::En);
    assert!(en.contains(&"Day 15 is a Sunday; it moves on to Monday 7 December.".to_owned()), "{en:?}");
}

#[test]
fn a_holiday_is_named() {
    let clock = started("HANDLE_60D", "2025-12-19");
    let zh = said(&clock, Locale::Zh);
    assert!(zh.contains(&"第 60 天是2月17日（周二），在春节假期里，顺延到2月24日（周二）。".to_owned()), "{zh:?}");
    let def = clocks().get("HANDLE_60D").cloned().unwrap();
    let derivation = clock.derivation(&def, &WorkCalendar::china());
    let roll = derivation.steps.iter().find(|step| step.kind == StepKind::Roll).unwrap();
    assert_eq!((roll.rule, roll.article.as_str()), ("T-03", "CIVIL_203"));
    assert_eq!((roll.dates.len(), roll.dates[0]), (7, day("2026-02-17")));
    assert_eq!(derivation.first_counted_day, day("2025-12-20"));
    assert_eq!(derivation.basis.unwrap().say(Locale::Zh), "《信访工作条例》第 34 条");
    assert!(!derivation.unconfirmed);
}

#[test]
fn skipped_and_made_up_days_of_a_working_day_count_are_listed() {
    let zh = said(&started("OBJECTION_5WD", "2026-02-11"), Locale::Zh);
    assert!(zh.contains(&"中间的休息日不算：2月15日至2月23日。".to_owned()), "{zh:?}");
    assert!(zh.contains(&"2月14日是周末，但调休上班，算工作日。".to_owned()), "{zh:?}");
    assert!(zh.contains(&"数满 5 个工作日是2026年2月25日（周三）。".to_owned()), "{zh:?}");
}

#[test]
fn extensions_and_hearings_are_told() {
    let (set, calendar) = (clocks(), WorkCalendar::china());
    let def = set.get("HANDLE_60D").unwrap();
    let longer = started("HANDLE_60D", "2025-12-19").extend(30, def, &calendar, at("2026-02-10")).unwrap();
    let zh = said(&longer, Locale::Zh);
    let extension = zh.iter().find(|sentence| sentence.contains("批准延长 30 天")).unwrap();
    assert!(extension.contains("连着数 90 ") && extension.contains("2026年3月19日（周四）"), "{extension}");
    let def = set.get("RECHECK_DECIDE_30D").unwrap();
    let clock = started("RECHECK_DECIDE_30D", "2026-04-27");
    let heard = clock.with_pause(PauseReason::Hearing, (day("2026-05-11"), day("2026-05-20")), def, &calendar).unwrap();
    let zh = said(&heard, Locale::Zh);
    assert!(zh.iter().any(|s| s.contains("因听证不计时，扣 10 天") && s.contains("2026年6月6日（周六）")), "{zh:?}");
}

#[test]
fn a_made_up_weekend_at_the_end_does_not_move() {
    // 29 January 2026 and 16 days end on Saturday 14 February, on which people work.
    let def = ClockDef::custom("CUSTOM", Unit::CalendarDay, None);
    let clock = started_by(&def, at("2026-01-29"), Some(16));
    assert_eq!((clock.raw, clock.statutory), (day("2026-02-14"), day("2026-02-14")));
    assert!(said(&clock, Locale::Zh).contains(&"第 16 天是周六，但那天调休上班，不顺延。".to_owned()));
}

#[test]
fn a_missing_day_of_the_month_is_explained() {
    let def = ClockDef::custom("CUSTOM", Unit::Month, None);
    let clock = started_by(&def, at("2026-01-31"), Some(1));
    assert!(said(&clock, Locale::Zh).contains(&"那个月没有 31 日，按月末2月28日（周六）算。".to_owned()));
}

#[test]
fn provisional_dates_warn_and_unconfirmed_rules_say_so() {
    let zh = said(&started("FORWARD_15D", "2026-12-17"), Locale::Zh);
    assert!(zh.iter().any(|s| s.starts_with("2027 年的放假安排还没有公布")), "{zh:?}");
    let zh = said(&started("CLOSE_7D", "2026-03-02"), Locale::Zh);
    assert!(zh.iter().any(|s| s.contains("待属地确认")), "{zh:?}");
}
