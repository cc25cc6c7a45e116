//! The colours of ux.md section 2.

use super::*;

#[test]
fn a_sixty_day_clock_turns_yellow_at_a_third_and_red_after_its_day() {
    // Accepted 29 September, span counted out on Saturday 28 November, told: Monday 30 November.
    let clock = started("HANDLE_60D", "2026-09-29");
    assert_eq!(clock.statutory, day("2026-11-30"));
    assert_eq!(clock.urgency(at("2026-11-09")), Urgency::OnTime(Left::Days(21)));
    assert_eq!(clock.urgency(at("2026-11-10")), Urgency::DueSoon(Left::Days(20)));
    assert_eq!(clock.urgency(at("2026-11-23")), Urgency::DueSoon(Left::Days(7)));
    assert_eq!(clock.urgency(at("2026-11-30")), Urgency::DueSoon(Left::Days(0)));
    assert_eq!(clock.urgency(at("2026-12-01")), Urgency::Overdue(Left::Days(1)));
    assert_eq!(clock.urgency(at("2026-12-04")), Urgency::Overdue(Left::Days(4)));
    assert_eq!(clock.stop(at("2026-11-30")).urgency(at("2027-01-01")), Urgency::Stopped);
}

#[test]
fn seven_days_are_yellow_even_when_more_than_a_third_is_left() {
    let clock = started("FORWARD_15D", "2026-01-05");
    assert_eq!(clock.urgency(at("2026-01-12")), Urgency::OnTime(Left::Days(8)));
    assert_eq!(clock.urgency(at("2026-01-13")), Urgency::DueSoon(Left::Days(7)));
}

#[test]
fn hour_clocks_are_told_in_hours() {
    let def = clocks().get("REPLY_72H").cloned().unwrap();
    let clock = started_by(&def, "2026-03-02T09:00:00+08:00".parse().unwrap(), None);
    let urgency = |text: &str| clock.urgency(text.parse().unwrap());
    assert_eq!(urgency("2026-03-03T09:00:00+08:00"), Urgency::OnTime(Left::Hours(48)));
    assert_eq!(urgency("2026-03-04T09:00:00+08:00"), Urgency::DueSoon(Left::Hours(24)));
    assert_eq!(urgency("2026-03-05T08:59:59+08:00"), Urgency::DueSoon(Left::Hours(1)));
    assert_eq!(urgency("2026-03-05T09:00:00+08:00"), Urgency::Overdue(Left::Hours(1)));
    assert_eq!(urgency("2026-03-05T11:30:00+08:00"), Urgency::Overdue(Left::Hours(3)));
}

#[test]
fn the_most_urgent_clock_speaks_for_the_matter() {
    let now = at("2026-11-23");
    let red = started("FORWARD_15D", "2026-11-01");
    let yellow = started("HANDLE_60D", "2026-09-29");
    let green = started("HANDLE_60D", "2026-11-20");
    let grey = started("NOTIFY_15D", "2026-10-01").stop(at("2026-10-05"));
    let all = [&grey, &green, &yellow, &red];
    assert_eq!(most_urgent(all, now), Some(&red));
    assert_eq!(most_urgent([&grey, &green, &yellow], now), Some(&yellow));
    let mut sorted = all;
    sorted.sort_by_key(|clock| clock.urgency_key(now));
    assert_eq!(sorted, [&red, &yellow, &green, &grey]);
    assert_eq!(most_urgent([], now), None);
}

#[test]
fn chips_have_words() {
    let say = |urgency: Urgency| urgency.message().say(Locale::Zh);
    assert_eq!(say(Urgency::Overdue(Left::Days(4))), "超期 4 天");
    assert_eq!(say(Urgency::DueSoon(Left::Days(7))), "还剩 7 天");
    assert_eq!(say(Urgency::DueSoon(Left::Days(0))), "今天到期");
    assert_eq!(say(Urgency::OnTime(Left::Hours(30))), "还剩 30 小时");
    assert_eq!(Urgency::Overdue(Left::Days(1)).message().say(Locale::En), "1 day overdue");
}
