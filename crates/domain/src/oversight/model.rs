//! The rules as they are kept: trigger × level × threshold × target, and clock × days × rung.

use std::{collections::BTreeSet, sync::LazyLock};

use jiff::{SignedDuration, Timestamp, civil::Date};
use kernel::{DivisionCode, OrgLevel, Refusal, Text};
use serde::{Deserialize, Serialize};

use crate::{
    advice::AdviceKind,
    case::CaseKind,
    deadline::Clock,
    dispatch::Dated,
    escalation::{Redoing, Sign, Trigger},
    names,
    organisation::OrgKind,
    supervision::{Ground, RungKind},
};

/// The shipped table.
const SHIPPED: &str = include_str!("../../data/oversight.json");

/// Whom a matter rises to: the first organisation of these kinds, so many levels up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Levels up from the one that leads; 0 stays on the level and goes to whoever coordinates there.
    pub up: u8,
    /// Kinds of organisation, the one to be preferred first.
    pub kinds: Vec<OrgKind>,
}

/// One rule of rising.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EscalationRule {
    /// Its name in the record.
    pub id: Text<60>,
    /// What it looks at.
    pub trigger: Trigger,
    /// For which kinds of case.
    pub kinds: Vec<CaseKind>,
    /// While which levels lead.
    pub levels: Vec<OrgLevel>,
    /// From how much on: days past the date, times, hops.
    pub threshold: u32,
    /// Only these clocks; empty for every duty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clocks: Vec<String>,
    /// To whom.
    pub target: Target,
}

impl EscalationRule {
    /// Whether it holds for such a case while `level` leads.
    #[must_use]
    pub fn speaks_of(&self, kind: CaseKind, level: OrgLevel) -> bool {
        self.kinds.contains(&kind) && self.levels.contains(&level)
    }

    /// Whether a sign is enough for it.
    #[must_use]
    pub fn sees(&self, sign: &Sign) -> bool {
        let clock = self.clocks.is_empty() || sign.def.as_ref().is_some_and(|def| self.clocks.contains(def));
        sign.trigger == self.trigger && sign.measure >= self.threshold && clock
    }

    /// What must hold of the rule by itself: it leads to somebody who exists, and a rule for finds looks at what finds show and
    /// leaves the statutory days enough room (rules.md 3.5).
    ///
    /// # Errors
    /// `oversight-target`, `oversight-find-trigger`, `oversight-find-level`, `oversight-find-days`.
    pub fn validate(&self) -> Result<(), Refusal> {
        if self.target.kinds.is_empty() || self.target.up > 4 {
            return Err(mistake("oversight-target", &self.id));
        }
        let finds = self.kinds.contains(&CaseKind::Find);
        let looks_at_finds = matches!(self.trigger, Trigger::FindPastDays | Trigger::FindDays);
        if finds != looks_at_finds || (finds && self.kinds.len() > 1) {
            return Err(mistake("oversight-find-trigger", &self.id).on("trigger"));
        }
        if !finds {
            return Ok(());
        }
        if self.target.up == 0 || self.levels.iter().any(|level| !FIND_LEVELS.contains(level)) {
            return Err(mistake("oversight-find-level", &self.id).on("levels"));
        }
        // Counted from the first look: on the fifteenth day the statutory procedure has begun, so it rises before.
        let late = self.trigger == Trigger::FindDays && self.threshold >= FIND_DAYS_MOST;
        if late { Err(mistake("oversight-find-days", &self.id).on("threshold")) } else { Ok(()) }
    }
}

/// The levels of agency from which a find can rise; above the county there is only the statutory procedure.
const FIND_LEVELS: [OrgLevel; 2] = [OrgLevel::Village, OrgLevel::Township];
/// A find is with the county before this many days have passed since it was seen (article 22).
const FIND_DAYS_MOST: u32 = 15;

/// The first level from which no rule lets a find rise, when a table speaks of finds at all: what such a table forgets stays below
/// while the statutory days run out, for what it says replaces what came with the program.
#[must_use]
pub fn find_left_below(rules: &[EscalationRule]) -> Option<OrgLevel> {
    let mut finds = rules.iter().filter(|rule| rule.kinds.contains(&CaseKind::Find)).peekable();
    finds.peek()?;
    let finds: Vec<_> = finds.collect();
    let rises = |level: &OrgLevel| {
        [Trigger::FindPastDays, Trigger::FindDays]
            .iter()
            .all(|trigger| finds.iter().any(|rule| rule.trigger == *trigger && rule.levels.contains(level)))
    };
    FIND_LEVELS.into_iter().find(|level| !rises(level))
}

names! {
    /// What makes a rung begin.
    pub enum When in "rung-when" {
        /// 离到期不到这么多天
        DueWithin = "DUE_WITHIN",
        /// 超期满这么多天
        Overdue = "OVERDUE",
        /// 上一份函到期没有回话
        LetterOverdue = "LETTER_OVERDUE",
        /// 提醒了这么多次
        Reminded = "REMINDED",
        /// 督查发现弄虚作假
        Fraud = "FRAUD",
    }
}

/// One rule of supervision: when which rung begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RungRule {
    /// Its name in the record.
    pub id: Text<60>,
    /// Which rung.
    pub rung: RungKind,
    /// When.
    pub when: When,
    /// Days before or after the date; times, for [`When::Reminded`].
    pub count: u32,
    /// For which kinds of case.
    pub kinds: Vec<CaseKind>,
    /// Only these clocks; empty for every duty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clocks: Vec<String>,
    /// Days within which the unit answers; none: nothing is to be answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_days: Option<u32>,
    /// What it is said to be for (article 40).
    pub ground: Ground,
    /// It is sent without anybody; otherwise it is drafted and waits for a supervisor.
    pub auto: bool,
}

impl RungRule {
    /// The moment from which it begins for a clock; `None` when it does not look at this clock.
    #[must_use]
    pub fn begins_at(&self, clock: &Clock) -> Option<Timestamp> {
        if !self.clocks.is_empty() && !self.clocks.iter().any(|def| clock.def.as_str() == def) {
            return None;
        }
        let days = SignedDuration::from_hours(24 * i64::from(self.count));
        match self.when {
            When::DueWithin => Some(clock.due_at.saturating_sub(days).unwrap_or(clock.due_at)),
            When::Overdue => Some(clock.due_at.saturating_add(days).unwrap_or(clock.due_at)),
            When::LetterOverdue | When::Reminded | When::Fraud => None,
        }
    }
}

/// Everything a jurisdiction rules about rising and supervision from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Oversight {
    /// Where; `None`: it came with the program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub division: Option<DivisionCode>,
    /// Its name.
    pub version: Text<60>,
    /// The first day.
    pub effective_from: Date,
    /// What has to be done anew when a matter rose.
    pub redoings: Vec<Redoing>,
    /// When a matter rises; the first that fits holds.
    pub escalation: Vec<EscalationRule>,
    /// When a rung begins.
    pub rungs: Vec<RungRule>,
    /// Days within which a piece of advice is answered in writing, by kind (R-112; the Regulation sets none).
    pub advice_days: Vec<(AdviceKind, u32)>,
    /// How many people verify, at least (6.1).
    pub verifiers: u32,
}

impl Dated for Oversight {
    fn division(&self) -> Option<&DivisionCode> {
        self.division.as_ref()
    }

    fn version(&self) -> &str {
        self.version.as_str()
    }

    fn effective_from(&self) -> Date {
        self.effective_from
    }
}

#[expect(clippy::expect_used, reason = "the table is compiled in; a test reads it, so it cannot fail at a customer's")]
static TABLE: LazyLock<Oversight> =
    LazyLock::new(|| Oversight::parse(SHIPPED).expect("the shipped rules of supervision are valid"));

impl Oversight {
    /// The shipped table.
    #[must_use]
    pub fn shipped() -> &'static Self {
        &TABLE
    }

    /// Reads and checks a table.
    ///
    /// # Errors
    /// `oversight-json` with the line, `oversight-rule-twice`, `oversight-accountability-auto`, `oversight-verifiers`,
    /// `oversight-find-left`, and what [`EscalationRule::validate`] says of each rule.
    pub fn parse(json: &str) -> Result<Self, Vec<Refusal>> {
        let table: Self = serde_json::from_str(json).map_err(|error| {
            vec![Refusal::invalid("file", "oversight-json").with("line", error.line()).with("detail", error)]
        })?;
        let errors = table.mistakes();
        if errors.is_empty() { Ok(table) } else { Err(errors) }
    }

    fn mistakes(&self) -> Vec<Refusal> {
        let mut errors = vec![];
        let mut seen = BTreeSet::new();
        let ids = self.escalation.iter().map(|rule| &rule.id).chain(self.rungs.iter().map(|rule| &rule.id));
        errors.extend(ids.filter(|id| !seen.insert(id.as_str())).map(|id| mistake("oversight-rule-twice", id)));
        // 6.1: advice on accountability is signed by a person, whatever a table says.
        let auto = self.rungs.iter().filter(|rule| rule.auto && rule.rung == RungKind::AccountabilityAdvice);
        errors.extend(auto.map(|rule| mistake("oversight-accountability-auto", &rule.id)));
        errors.extend(self.escalation.iter().filter_map(|rule| rule.validate().err()));
        if let Some(level) = find_left_below(&self.escalation) {
            errors.push(Refusal::invalid("rules", "oversight-find-left").with("level", level_key(level)));
        }
        if self.verifiers < 2 {
            errors.push(Refusal::rule("oversight-verifiers", "6.1", "").on("verifiers"));
        }
        errors
    }

    /// The table that rules finds: this one, or the shipped one where this is silent about them. A place may let them rise
    /// sooner or later, but not by saying nothing keep them below while the statutory days run out (rules.md 3.5).
    #[must_use]
    pub fn for_finds(&self) -> &Self {
        let speaks = self.escalation.iter().any(|rule| rule.kinds.contains(&CaseKind::Find));
        if speaks { self } else { Self::shipped() }
    }

    /// Days within which such advice is answered.
    #[must_use]
    pub fn advice_days(&self, kind: AdviceKind) -> u32 {
        self.advice_days.iter().find(|(known, _)| *known == kind).map_or(30, |(_, days)| *days)
    }

    /// The rules of rungs for such a case.
    pub fn rungs_for(&self, kind: CaseKind) -> impl Iterator<Item = &RungRule> {
        // A table that was written before reviews were supervised says nothing of them: what came with the program holds.
        let silent = kind == CaseKind::Review && self.rungs.iter().all(|rule| !rule.kinds.contains(&kind));
        let rules = if silent { &Self::shipped().rungs } else { &self.rungs };
        rules.iter().filter(move |rule| rule.kinds.contains(&kind))
    }

    /// The next moment after `now` at which a rule looks at this clock.
    #[must_use]
    pub fn next_look(&self, kind: CaseKind, clock: &Clock, now: Timestamp) -> Option<Timestamp> {
        let rungs = self.rungs_for(kind).filter_map(|rule| rule.begins_at(clock));
        let rises = self
            .escalation
            .iter()
            .filter(|rule| rule.trigger == Trigger::Overdue && rule.kinds.contains(&kind))
            .filter(|rule| rule.clocks.is_empty() || rule.clocks.iter().any(|def| clock.def.as_str() == def))
            .map(|rule| {
                let days = SignedDuration::from_hours(24 * i64::from(rule.threshold));
                clock.due_at.saturating_add(days).unwrap_or(clock.due_at)
            });
        rungs.chain(rises).filter(|at| *at > now).min()
    }
}

fn level_key(level: OrgLevel) -> String {
    format!("org-level-{}", level.name().to_lowercase())
}

fn mistake(code: &str, id: &Text<60>) -> Refusal {
    Refusal::invalid("rules", code).with("rule", id)
}
