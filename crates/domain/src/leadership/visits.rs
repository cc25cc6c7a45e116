//! 五访: how often the leaders of a level receive, go out, take a case along, invite, or look at what is said to be done. What is due is
//! counted from the visits that stand on matters; nobody fills anything in, and nobody is compared with anybody.

use jiff::{ToSpan, civil::Date};
use kernel::{OrgLevel, Refusal};
use serde::{Deserialize, Serialize};

use super::model::VisitKind;

/// The longest time between two visits, in days.
const LONGEST: u16 = 366;

/// How often one kind of visit is due, for the leaders of one level (〔P〕: no article says how often).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VisitRule {
    /// Leaders of offices at this level.
    pub level: OrgLevel,
    /// Which visit.
    pub kind: VisitKind,
    /// At least one within so many calendar days.
    pub days: u16,
}

/// A kind of visit as it stands for one leader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VisitDue {
    /// Which.
    pub kind: VisitKind,
    /// How often, in days.
    pub days: u16,
    /// The last one on record.
    pub last: Option<Date>,
    /// From when the days count: the last one, or the day from which it is asked of her.
    pub since: Date,
    /// By when the next one is due.
    pub due: Date,
}

/// What is due of a leader of `level`, the next first. `asked_since` is the day from which the rules hold for her; `seen` are her
/// visits.
#[must_use]
pub fn visits_due(
    rules: &[VisitRule],
    level: OrgLevel,
    asked_since: Date,
    seen: &[(VisitKind, Date)],
) -> Vec<VisitDue> {
    let one = |rule: &VisitRule| {
        let last = seen.iter().filter(|(kind, _)| *kind == rule.kind).map(|(_, on)| *on).max();
        let since = last.map_or(asked_since, |last| last.max(asked_since));
        let due = since.saturating_add(i64::from(rule.days).days());
        VisitDue { kind: rule.kind, days: rule.days, last, since, due }
    };
    let mut all: Vec<VisitDue> = rules.iter().filter(|rule| rule.level == level).map(one).collect();
    all.sort_by_key(|one| one.due);
    all
}

/// What is wrong with a rhythm of visits.
pub(super) fn check(rules: &[VisitRule]) -> Vec<Refusal> {
    let said = |code: &str, rule: &VisitRule| Refusal::invalid("visits", code).with("kind", rule.kind.key());
    let days =
        rules.iter().filter(|rule| !(1..=LONGEST).contains(&rule.days)).map(|rule| said("visit-rule-days", rule));
    let twice = rules
        .iter()
        .enumerate()
        .filter(|(at, rule)| rules[..*at].iter().any(|before| (before.level, before.kind) == (rule.level, rule.kind)));
    days.chain(twice.map(|(_, rule)| said("visit-rule-twice", rule))).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn rule(kind: VisitKind, days: u16) -> VisitRule {
        VisitRule { level: OrgLevel::County, kind, days }
    }

    #[test]
    fn the_next_visit_counts_from_the_last_one_and_never_from_before_it_was_asked() {
        let rules = [rule(VisitKind::Reception, 30), rule(VisitKind::Field, 90)];
        let asked = date(2026, 3, 1);
        let none = visits_due(&rules, OrgLevel::County, asked, &[]);
        assert_eq!(none.iter().map(|one| one.due).collect::<Vec<_>>(), [date(2026, 3, 31), date(2026, 5, 30)]);
        assert!(none.iter().all(|one| one.last.is_none()));
        let seen = [
            (VisitKind::Field, date(2026, 3, 9)),
            (VisitKind::Field, date(2026, 3, 2)),
            (VisitKind::Reception, date(2025, 12, 1)),
        ];
        let some = visits_due(&rules, OrgLevel::County, asked, &seen);
        assert_eq!(
            (some[0].kind, some[0].due, some[0].last),
            (VisitKind::Reception, date(2026, 3, 31), Some(date(2025, 12, 1)))
        );
        assert_eq!((some[1].due, some[1].since), (date(2026, 6, 7), date(2026, 3, 9)));
        assert_eq!(visits_due(&rules, OrgLevel::Township, asked, &[]), [], "another level has its own");
    }

    #[test]
    fn a_rhythm_has_days_and_is_said_once() {
        let codes = |rules: &[VisitRule]| check(rules).into_iter().map(|refusal| refusal.code).collect::<Vec<_>>();
        assert_eq!(codes(&[rule(VisitKind::Field, 30), rule(VisitKind::SpotCheck, 366)]), Vec::<String>::new());
        assert_eq!(
            codes(&[rule(VisitKind::Field, 0), rule(VisitKind::SpotCheck, 367)]),
            ["visit-rule-days", "visit-rule-days"]
        );
        assert_eq!(codes(&[rule(VisitKind::Field, 30), rule(VisitKind::Field, 60)]), ["visit-rule-twice"]);
        for code in ["visit-rule-days", "visit-rule-twice"] {
            for locale in kernel::Locale::ALL {
                assert!(kernel::i18n::knows(locale, &format!("refusal-{code}")), "{locale:?} lacks refusal-{code}");
            }
        }
    }
}
