//! The duties of whoever takes charge, and their days: data of a jurisdiction with a day (〔P〕).

use jiff::{ToSpan, civil::Date};
use kernel::{DivisionCode, Refusal, Text};
use serde::{Deserialize, Serialize};

use super::{
    model::{Duty, Post},
    visits::VisitRule,
};
use crate::dispatch::Dated;

/// A duty and the days it has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DutyRule {
    /// 包调查, 包化解 …
    pub name: Text<20>,
    /// Calendar days from the day on which somebody takes charge.
    pub days: u16,
}

/// What holds in a jurisdiction from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeaderRules {
    /// Whose; `None`: they came with the program.
    pub division: Option<DivisionCode>,
    /// Their name.
    pub version: String,
    /// From which day.
    pub effective_from: Date,
    /// 六包: of a leader.
    pub leader: Vec<DutyRule>,
    /// 红色工单: of a delegate; 固阳 answers within 15 days and is done within 60.
    pub delegate: Vec<DutyRule>,
    /// 五访: how often which visit is due.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub visits: Vec<VisitRule>,
}

/// The longest time of a duty.
const LONGEST: u16 = 366;

fn duties(all: &[(&str, u16)]) -> Vec<DutyRule> {
    all.iter()
        .filter_map(|(name, days)| Some(DutyRule { name: Text::parse("name", name).ok()?, days: *days }))
        .collect()
}

impl LeaderRules {
    /// The rules that come with the program; a jurisdiction names its own.
    #[must_use]
    pub fn shipped() -> Self {
        Self {
            division: None,
            version: "shipped".to_owned(),
            effective_from: Date::MIN,
            leader: duties(&[
                ("包调查", 7),
                ("包协调", 15),
                ("包化解", 60),
                ("包答复", 60),
                ("包稳定", 90),
                ("包回访", 90),
            ]),
            delegate: duties(&[("响应", 15), ("办结", 60)]),
            // How often is for each jurisdiction to say (〔P〕).
            visits: vec![],
        }
    }

    /// The duties of somebody who takes charge on `day`.
    #[must_use]
    pub fn duties(&self, post: Post, day: Date) -> Vec<Duty> {
        let rules = match post {
            Post::Leader => &self.leader,
            Post::Delegate => &self.delegate,
        };
        let due = |rule: &DutyRule| day.saturating_add(i64::from(rule.days).days());
        rules.iter().map(|rule| Duty { name: rule.name.clone(), due: due(rule), answer: None, late: false }).collect()
    }

    /// Checks everything at once.
    ///
    /// # Errors
    /// `leader-duty` for a duty of no days or more than a year; `visit-rule-days`, `visit-rule-twice` for a rhythm of visits.
    pub fn check(&self) -> Result<(), Vec<Refusal>> {
        let wrong = self.leader.iter().chain(&self.delegate).filter(|rule| !(1..=LONGEST).contains(&rule.days));
        let refusal = |rule: &DutyRule| Refusal::invalid("duties", "leader-duty").with("name", &rule.name);
        let mut wrong: Vec<Refusal> = wrong.map(refusal).collect();
        wrong.extend(super::visits::check(&self.visits));
        if wrong.is_empty() { Ok(()) } else { Err(wrong) }
    }
}

impl Dated for LeaderRules {
    fn division(&self) -> Option<&DivisionCode> {
        self.division.as_ref()
    }

    fn version(&self) -> &str {
        &self.version
    }

    fn effective_from(&self) -> Date {
        self.effective_from
    }
}
