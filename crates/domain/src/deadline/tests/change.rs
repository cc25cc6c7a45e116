//! Extension, pause and resumption, and what refuses them.

use kernel::{Refusal, i18n::knows};

use super::*;

fn code(result: Result<Clock, Refusal>) -> String {
    let refusal = result.unwrap_err();
    assert!(Locale::ALL.iter().all(|locale| knows(*locale, &refusal.message().key)), "{refusal}");
    refusal.code
}

fn handled() -> (Clock, ClockDef, WorkCalendar) {
    let def = clocks().get("HANDLE_60D").cloned().unwrap();
    (started("HANDLE_60D", "2025-12-19"), def, WorkCalendar::china())
}

#[test]
fn an_extension_counts_from_the_start() {
    let (clock, def, calendar) = handled();
    let longer = clock.extend(30, &def, &calendar, at("2026-02-10")).unwrap();
    assert_eq!((longer.raw, longer.extension_days, longer.extension_times), (day("2026-03-19"), 30, 1));
    assert_ne!(longer.raw, day("2026-03-26"), "never from the rolled date");
    // The statutory day itself is still in time: raw lies in the holiday.
    assert!(clock.extend(30, &def, &calendar, at("2026-02-24")).is_ok());
}

#[test]
fn article_34_refuses_late_long_and_second_extensions() {
    let (clock, def, calendar) = handled();
    let now = at("2026-02-10");
    assert_eq!(code(clock.extend(30, &def, &calendar, at("2026-02-25"))), "extension-after-expiry");
    assert_eq!(code(clock.extend(31, &def, &calendar, now)), "extension-too-long");
    assert_eq!(code(clock.extend(0, &def, &calendar, now)), "extension-days");
    let once = clock.extend(10, &def, &calendar, now).unwrap();
    assert_eq!(code(once.extend(10, &def, &calendar, now)), "extension-second-time");
    assert_eq!(code(clock.stop(now).extend(10, &def, &calendar, now)), "clock-stopped");
    let refusal = clock.extend(31, &def, &calendar, now).unwrap_err();
    assert_eq!((refusal.rule.as_str(), refusal.article.as_str()), ("R-067", "A34"));
}

#[test]
fn most_clocks_know_no_extension_and_some_know_no_limit() {
    let (set, calendar) = (clocks(), WorkCalendar::china());
    let forward = set.get("FORWARD_15D").unwrap();
    let clock = started_by(forward, at("2026-01-05"), None);
    assert_eq!(code(clock.extend(5, forward, &calendar, clock.started_at)), "extension-not-allowed");
    let feedback = set.get("FEEDBACK_CUSTOM").unwrap();
    let mut clock = started_by(feedback, at("2026-09-10"), Some(20));
    for _ in 0..3 {
        clock = clock.extend(40, feedback, &calendar, clock.started_at).unwrap();
    }
    assert_eq!((clock.extension_days, clock.extension_times), (120, 3));
    let info = set.get("GOV_INFO_20WD").unwrap();
    let clock = started_by(info, at("2026-01-23"), None).extend(20, info, &calendar, at("2026-02-01")).unwrap();
    assert_eq!(WorkCalendar::china().count_workdays(clock.start, clock.raw), 40);
}

#[test]
fn a_hearing_stops_the_recheck_and_nothing_else() {
    let (set, calendar) = (clocks(), WorkCalendar::china());
    let def = set.get("RECHECK_DECIDE_30D").unwrap();
    let clock = started_by(def, at("2026-04-27"), None);
    let paused = clock.pause(PauseReason::Hearing, at("2026-05-11"), def).unwrap();
    assert_eq!(paused.urgency(at("2026-07-01")), Urgency::Paused);
    assert!(!paused.is_overdue(at("2026-07-01")) && paused.is_open() && !paused.is_running());
    let resumed = paused.resume(at("2026-05-20"), &calendar).unwrap();
    assert_eq!((resumed.raw, resumed.statutory), (day("2026-06-06"), day("2026-06-08")));
    assert!(matches!(paused.stop(at("2026-07-01")).state, ClockState::Stopped { in_time: true, .. }));
    assert_eq!(code(clock.pause(PauseReason::Mediation, at("2026-05-11"), def)), "pause-not-allowed");
    assert_eq!(code(paused.pause(PauseReason::Hearing, at("2026-05-12"), def)), "pause-open");
    assert_eq!(code(clock.pause(PauseReason::Hearing, at("2026-05-28"), def)), "pause-after-expiry");
    assert_eq!(code(clock.resume(at("2026-05-12"), &calendar)), "pause-not-open");
    assert_eq!(code(paused.resume(at("2026-05-10"), &calendar)), "pause-order");
    for other in set.iter().filter(|other| other.id != def.id) {
        let clock = started_by(other, at("2026-04-27"), other.length.is_none().then_some(20));
        let refusal = clock.pause(PauseReason::Hearing, clock.started_at, other).unwrap_err();
        assert_eq!((refusal.code.as_str(), refusal.rule.as_str()), ("pause-not-allowed", "T-10"), "{}", other.id);
    }
}

#[test]
fn pauses_are_counted_once_and_only_inside_the_span() {
    let (set, calendar) = (clocks(), WorkCalendar::china());
    let def = set.get("RECHECK_DECIDE_30D").unwrap();
    let clock = started_by(def, at("2026-04-27"), None);
    let hearing = |clock: &Clock, from: &str, to: &str| {
        clock.with_pause(PauseReason::Hearing, (day(from), day(to)), def, &calendar)
    };
    let first = hearing(&clock, "2026-05-11", "2026-05-20").unwrap();
    let overlapping = hearing(&first, "2026-05-15", "2026-05-22").unwrap();
    assert_eq!(overlapping.raw, day("2026-06-08"), "twelve days, not eighteen");
    let earlier = hearing(&first, "2026-05-06", "2026-05-07").unwrap();
    assert_eq!(earlier.raw, day("2026-06-08"));
    assert_eq!(code(hearing(&clock, "2026-04-27", "2026-04-29")), "pause-before-start");
    assert_eq!(code(hearing(&clock, "2026-05-28", "2026-05-29")), "pause-after-expiry");
    assert_eq!(code(hearing(&clock, "2026-05-20", "2026-05-11")), "pause-order");
}

#[test]
fn lengths_are_asked_for_only_where_they_are_open() {
    let (set, calendar) = (clocks(), WorkCalendar::china());
    let start = |id, length| Clock::start(set.get(id).unwrap(), clock_id(), at("2026-01-05"), &calendar, length);
    assert_eq!(code(start("FEEDBACK_CUSTOM", None)), "clock-length-missing");
    assert_eq!(code(start("FEEDBACK_CUSTOM", Some(0))), "clock-length-range");
    assert_eq!(code(start("FEEDBACK_CUSTOM", Some(u32::MAX))), "clock-length-range");
    assert_eq!(code(start("HANDLE_60D", Some(61))), "clock-length-fixed");
    assert!(start("HANDLE_60D", Some(60)).is_ok());
}
