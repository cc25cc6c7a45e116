use jiff::{ToSpan, civil::date};
use kernel::{Locale, OrgLevel};

use super::*;

#[test]
fn every_day_lies_in_exactly_one_span_of_each_cadence() {
    for cadence in Cadence::ALL {
        let mut day = date(2027, 12, 1);
        let mut span = Period::around(*cadence, day);
        while day < date(2028, 3, 10) {
            if !span.contains(day) {
                assert_eq!(span.after(), Period::around(*cadence, day), "{cadence} {day}");
                assert_eq!(span.ends(), span.after().begins(), "no gap, no overlap");
                assert_eq!(span.after().before(), span);
                span = span.after();
            }
            assert_eq!(Period::around(*cadence, day), span, "{cadence} {day}");
            day = day.saturating_add(1.days());
        }
    }
}

#[test]
fn a_half_month_ends_on_the_fifteenth_and_on_the_last() {
    let second = Period::around(Cadence::HalfMonth, date(2028, 2, 20));
    assert_eq!((second.first, second.last), (date(2028, 2, 16), date(2028, 2, 29)));
    assert_eq!(second.before().last, date(2028, 2, 15));
    let week = Period::around(Cadence::Week, date(2026, 11, 22));
    assert_eq!((week.first, week.last), (date(2026, 11, 16), date(2026, 11, 22)));
}

#[test]
fn a_level_that_is_not_named_looks_as_the_next_above() {
    let rules = CycleRules::shipped();
    assert_eq!(rules.check(), Ok(()));
    assert_eq!(rules.targets.len(), 3);
    assert_eq!(rules.cadence(OrgLevel::Village), Cadence::Day);
    assert_eq!(rules.cadence(OrgLevel::County), Cadence::HalfMonth);
    let few = CycleRules { cadences: [(OrgLevel::County, Cadence::Week)].into(), ..CycleRules::shipped() };
    assert_eq!(few.cadence(OrgLevel::Village), Cadence::Week);
    assert_eq!(few.cadence(OrgLevel::Prefecture), Cadence::Month);
    let mut wrong = few;
    wrong.targets[0].hours = 0;
    assert_eq!(wrong.check().unwrap_err()[0].code, "cycle-target");
}

#[test]
fn every_name_is_said_in_words() {
    for key in Cadence::ALL.iter().map(|one| one.key()).chain(Reached::ALL.iter().map(|one| one.key())) {
        assert!(kernel::i18n::knows(Locale::Zh, &key), "{key}");
    }
}
