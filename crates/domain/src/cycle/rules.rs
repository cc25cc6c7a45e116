//! Which level looks how often, and what is to have happened by when: data of a jurisdiction with a day (〔P〕 of rules.md 3.5).

use std::collections::BTreeMap;

use jiff::civil::Date;
use kernel::{DivisionCode, OrgLevel, Refusal, Text};
use serde::{Deserialize, Serialize};

use super::Cadence;
use crate::{dispatch::Dated, names};

names! {
    /// How far a matter has come.
    pub enum Reached in "reached" {
        /// 登记在册
        Registered = "REGISTERED",
        /// 有单位接了
        Taken = "TAKEN",
        /// 有了答复
        Answered = "ANSWERED",
        /// 程序走完
        Ended = "ENDED",
    }
}

/// 周落地: within so many hours of its arrival a matter has come so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// What people call it: 日接收, 72 小时答复.
    pub name: Text<20>,
    /// How far.
    pub reached: Reached,
    /// Within how many hours of its arrival, nights and rest days included.
    pub hours: u32,
}

/// The rhythm of a jurisdiction from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CycleRules {
    /// Whose; `None`: it came with the program.
    pub division: Option<DivisionCode>,
    /// Its name, e.g. `2026-1`; a closed period keeps the one it was counted by.
    pub version: String,
    /// From which day.
    pub effective_from: Date,
    /// How often each level looks. A level that is not named takes that of the next level above.
    pub cadences: BTreeMap<OrgLevel, Cadence>,
    /// What is to have happened by when. None of it replaces a clock of the law.
    pub targets: Vec<Target>,
}

/// The longest time of a target: a year.
const LONGEST: u32 = 24 * 366;
/// More than so many targets nobody looks at.
const MOST: usize = 6;

impl CycleRules {
    /// The rules that come with the program: 村日报、镇周梳理、县半月调度、市月通报, and 日接收、周落地、月办结.
    ///
    #[must_use]
    pub fn shipped() -> Self {
        let cadences = [
            (OrgLevel::Village, Cadence::Day),
            (OrgLevel::Township, Cadence::Week),
            (OrgLevel::County, Cadence::HalfMonth),
            (OrgLevel::Prefecture, Cadence::Month),
            (OrgLevel::Region, Cadence::Month),
        ];
        let targets = [
            ("日接收", Reached::Registered, 24),
            ("周落地", Reached::Taken, 7 * 24),
            ("月办结", Reached::Ended, 30 * 24),
        ];
        let target = |(name, reached, hours): (&str, Reached, u32)| {
            Text::parse("name", name).ok().map(|name| Target { name, reached, hours })
        };
        Self {
            division: None,
            version: "shipped".to_owned(),
            effective_from: Date::MIN,
            cadences: cadences.into(),
            targets: targets.into_iter().filter_map(target).collect(),
        }
    }

    /// How often an office of this level looks.
    #[must_use]
    pub fn cadence(&self, level: OrgLevel) -> Cadence {
        let mut above = self.cadences.range(level..);
        above.next().map_or(Cadence::Month, |(_, cadence)| *cadence)
    }

    /// Checks everything at once.
    ///
    /// # Errors
    /// `cycle-target` for a target of no hours or more than a year; `cycle-targets` for too many.
    pub fn check(&self) -> Result<(), Vec<Refusal>> {
        let mut wrong: Vec<Refusal> = self
            .targets
            .iter()
            .filter(|target| !(1..=LONGEST).contains(&target.hours))
            .map(|target| Refusal::invalid("targets", "cycle-target").with("name", &target.name).with("max", LONGEST))
            .collect();
        if self.targets.len() > MOST {
            wrong.push(Refusal::invalid("targets", "cycle-targets").with("max", MOST));
        }
        if wrong.is_empty() { Ok(()) } else { Err(wrong) }
    }
}

impl Dated for CycleRules {
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
