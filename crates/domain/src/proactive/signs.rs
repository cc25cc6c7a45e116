//! What a find shows that may make it rise (rules.md 3.5): the days of its level, and the days since it was first seen, which the
//! statutory fifteen are counted from.

use jiff::{SignedDuration, Timestamp};
use kernel::beijing_date;

use super::model::{Find, Stage};
use crate::{
    case::CaseKind,
    deadline::beijing_midnight,
    escalation::{Sign, Trigger},
    oversight::{EscalationRule, Oversight},
};

impl Find {
    /// What can be seen at `now`, while a level has it that another stands above.
    #[must_use]
    pub fn signs(&self, now: Timestamp) -> Vec<Sign> {
        let Some(def) = self.rising_clock() else { return vec![] };
        let over = self.clocks.iter().filter(|clock| clock.def == def && clock.is_overdue(now));
        let mut signs: Vec<Sign> = over
            .map(|clock| Sign {
                trigger: Trigger::FindPastDays,
                measure: crate::escalation::days_between(clock.due_at, now),
                occasion: clock.id.to_string(),
                def: Some(clock.def.to_string()),
            })
            .collect();
        let seen = beijing_date(self.observed_at);
        let days = beijing_date(now).since(seen).map_or(0, |span| usize::try_from(span.get_days()).unwrap_or(0));
        signs.push(Sign::of(Trigger::FindDays, days, &seen));
        signs
    }

    /// The first rule that makes it rise at `now`, with what it saw.
    #[must_use]
    pub fn rises_by<'a>(&self, rules: &'a Oversight, now: Timestamp) -> Option<(&'a EscalationRule, Sign)> {
        let signs = self.signs(now);
        let mut rules = self.rules(rules);
        rules.find_map(|rule| signs.iter().find(|sign| rule.sees(sign)).map(|sign| (rule, sign.clone())))
    }

    /// The next moment after `now` at which a rule looks at it.
    #[must_use]
    pub fn next_look(&self, rules: &Oversight, now: Timestamp) -> Option<Timestamp> {
        let def = self.rising_clock()?;
        let days = |from: Timestamp, rule: &EscalationRule| {
            from.saturating_add(SignedDuration::from_hours(24 * i64::from(rule.threshold))).unwrap_or(from)
        };
        let level = self.clocks.iter().find(|clock| clock.def == def && clock.is_running());
        let moments = self.rules(rules).filter_map(|rule| match rule.trigger {
            Trigger::FindPastDays => level.map(|clock| days(clock.due_at, rule)),
            Trigger::FindDays => Some(days(beijing_midnight(beijing_date(self.observed_at)), rule)),
            _ => None,
        });
        moments.filter(|at| *at > now).min()
    }

    fn rules<'a>(&self, rules: &'a Oversight) -> impl Iterator<Item = &'a EscalationRule> + use<'a> {
        let level = self.level().map(super::Level::office);
        let rules = rules.for_finds().escalation.iter();
        rules.filter(move |rule| level.is_some_and(|level| rule.speaks_of(CaseKind::Find, level)))
    }

    /// The clock of the level that has it, while it can rise from there.
    fn rising_clock(&self) -> Option<&'static str> {
        let can = matches!(self.stage(), Stage::Handling | Stage::Mediation | Stage::AgentResolved);
        self.level().filter(|_| can)?.clock()
    }
}
