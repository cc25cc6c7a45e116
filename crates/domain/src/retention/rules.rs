//! How long what is kept, and what follows: data of a jurisdiction with a day. None of it is in the law that this program can
//! read (rules.md section 13, point 9 〔M〕), so what is shipped waits for the place to confirm it.

use jiff::{ToSpan as _, civil::Date};
use kernel::{DivisionCode, Refusal, Text};
use serde::{Deserialize, Serialize};

use crate::{case::CaseKind, dispatch::Dated, names};

names! {
    /// What follows when a period is over.
    pub enum After in "retention-after" {
        /// 销毁: its content is removed, the entry in the register stays.
        Remove = "REMOVE",
        /// 限制处理: the archives law keeps it; nobody but the bureau opens it any more.
        Limit = "LIMIT",
    }
}

/// How long a kind of matter is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// What.
    pub kind: CaseKind,
    /// Whole years from the day it was put away; `None`: for ever.
    pub years: Option<u16>,
    /// What follows.
    pub after: After,
}

/// When many names were opened by one person in a short time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alarm {
    /// From so many people's names on.
    pub people: u16,
    /// Within so many hours.
    pub hours: u16,
}

/// The rules of a jurisdiction from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RetentionRules {
    /// Whose; `None`: they came with the program and wait to be confirmed.
    pub division: Option<DivisionCode>,
    /// Their name.
    pub version: String,
    /// From which day.
    pub effective_from: Date,
    /// The paper they rest on: the archive office's approval.
    pub basis: Option<Text<200>>,
    /// Each kind once.
    pub periods: Vec<Period>,
    /// Days of rest after the end of the procedure before it is put away.
    pub rest_days: u16,
    /// When the auditor is told of many opened names.
    pub alarm: Alarm,
}

/// The longest period that counts: longer is for ever.
const LONGEST: u16 = 100;

impl RetentionRules {
    /// The rules that come with the program.
    #[must_use]
    pub fn shipped() -> Self {
        let period = |kind, years| Period { kind, years: Some(years), after: After::Remove };
        Self {
            division: None,
            version: "shipped".to_owned(),
            effective_from: Date::MIN,
            basis: None,
            periods: vec![period(CaseKind::Petition, 30), period(CaseKind::WorkOrder, 10), period(CaseKind::Find, 10)],
            // Not before her year: a rating, a reopening and the look back after 180 days are still possible until then.
            rest_days: 365,
            alarm: Alarm { people: 10, hours: 24 },
        }
    }

    /// Whether a place has confirmed them.
    #[must_use]
    pub fn is_confirmed(&self) -> bool {
        self.division.is_some()
    }

    /// The period of a kind; what nobody named is kept for ever.
    #[must_use]
    pub fn period(&self, kind: CaseKind) -> Period {
        let forever = Period { kind, years: None, after: After::Limit };
        self.periods.iter().find(|period| period.kind == kind).copied().unwrap_or(forever)
    }

    /// Checks everything at once.
    ///
    /// # Errors
    /// `retention-years`, `retention-kind`, `retention-alarm`.
    pub fn check(&self) -> Result<(), Vec<Refusal>> {
        let mut wrong = vec![];
        for (place, period) in self.periods.iter().enumerate() {
            let field = format!("years-{}", period.kind.name());
            if period.years.is_some_and(|years| !(1..=LONGEST).contains(&years)) {
                wrong.push(Refusal::invalid(&field, "retention-years").with("max", LONGEST));
            }
            let twice = self.periods[..place].iter().any(|other| other.kind == period.kind);
            if twice || !CaseKind::FILED.contains(&period.kind) {
                wrong.push(Refusal::invalid(&field, "retention-kind"));
            }
        }
        if self.alarm.people < 2 || !(1..=24 * 31).contains(&self.alarm.hours) {
            wrong.push(Refusal::invalid("people", "retention-alarm"));
        }
        if wrong.is_empty() { Ok(()) } else { Err(wrong) }
    }
}

impl Period {
    /// The last day on which what was put away on `day` is kept; `None`: for ever.
    #[must_use]
    pub fn until(&self, day: Date) -> Option<Date> {
        self.years.map(|years| day.saturating_add(i32::from(years).years()))
    }
}

impl Dated for RetentionRules {
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
