//! What a clock is, as data: a row of the table of rules.md section 7.

use std::sync::Arc;

use kernel::Message;
use serde::{Deserialize, Serialize};

/// The name of a clock definition, e.g. `HANDLE_60D`; clones share it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DefId(Arc<str>);

impl DefId {
    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for DefId {
    fn from(name: &str) -> Self {
        Self(name.into())
    }
}

impl AsRef<str> for DefId {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl std::borrow::Borrow<str> for DefId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for DefId {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for DefId {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl std::fmt::Display for DefId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Unit {
    /// 自然日: every day counts (T-06).
    #[serde(alias = "calendar_day")]
    CalendarDay,
    /// 工作日: rest days are skipped, make-up days count (T-05).
    #[serde(alias = "workday")]
    Workday,
    /// From moment to moment (T-01).
    #[serde(alias = "hour")]
    Hour,
    /// To the same day of a later month (T-02).
    #[serde(alias = "month")]
    Month,
}

impl Unit {
    /// Stable name, also the argument of messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::CalendarDay => "CALENDAR_DAY",
            Self::Workday => "WORKDAY",
            Self::Hour => "HOUR",
            Self::Month => "MONTH",
        }
    }

    /// Reads [`Unit::name`] back, in any case.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        [Self::CalendarDay, Self::Workday, Self::Hour, Self::Month]
            .into_iter()
            .find(|unit| unit.name().eq_ignore_ascii_case(name.trim()))
    }
}

/// What happens when the last day is a rest day (T-03).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Roll {
    /// It moves to the next working day.
    #[default]
    Forward,
    /// It stays.
    None,
}

/// One of the three due dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum DueView {
    /// The span counted out.
    Raw,
    /// Rolled forward from a rest day.
    #[default]
    Statutory,
    /// The last working day not after raw.
    Conservative,
}

/// Who must act before the clock runs out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum OwedBy {
    /// The petition bureau 信访部门.
    Bureau,
    /// The competent unit 有权处理的机关、单位.
    Unit,
    /// The authority one level above 上一级 (review and recheck).
    Superior,
    /// The agency network: village point, township station, centre 代办点、站、中心.
    Agency,
    /// The unit or person carrying out a work order 承办.
    Handler,
    /// The petitioner: a right, not a duty.
    Petitioner,
    /// Both parties of an agreement: a right, not a duty.
    Parties,
    /// Another authority outside petition work: arbitration, court, reconsideration.
    OtherAuthority,
    /// The discipline authorities, outside this platform.
    DisciplineExternal,
}

impl OwedBy {
    /// Whether letting it pass costs a person a right rather than breaking an authority's duty.
    #[must_use]
    pub fn is_right(self) -> bool {
        matches!(self, Self::Petitioner | Self::Parties)
    }

    /// Whether it is owed by somebody outside petition work: no office here is late with it.
    #[must_use]
    pub fn is_outside(self) -> bool {
        matches!(self, Self::OtherAuthority | Self::DisciplineExternal)
    }

    /// Stable name, also the argument of messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Bureau => "BUREAU",
            Self::Unit => "UNIT",
            Self::Superior => "SUPERIOR",
            Self::Agency => "AGENCY",
            Self::Handler => "HANDLER",
            Self::Petitioner => "PETITIONER",
            Self::Parties => "PARTIES",
            Self::OtherAuthority => "OTHER_AUTHORITY",
            Self::DisciplineExternal => "DISCIPLINE_EXTERNAL",
        }
    }
}

/// How sure the definition is, as rules.md section 0 marks it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Confidence {
    /// Read word for word in the official text.
    V,
    /// Read in a secondary source.
    W,
    /// Local practice.
    S,
    /// Proposed by this project.
    P,
    /// From memory.
    M,
}

impl Confidence {
    /// Whether the screens must say 待属地确认.
    #[must_use]
    pub fn needs_local_confirmation(self) -> bool {
        self != Self::V
    }
}

/// Why a clock stands still. Only reasons that its definition lists may stop it (T-10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum PauseReason {
    /// A hearing 听证 (article 36, paragraph 2: recheck only).
    #[serde(alias = "hearing")]
    Hearing,
    /// Material is being completed 补材料.
    #[serde(alias = "supplement")]
    Supplement,
    /// Mediation 调解.
    #[serde(alias = "mediation")]
    Mediation,
    /// Waiting for someone else 等待第三方.
    #[serde(alias = "third_party")]
    ThirdParty,
    /// A reason of a local rule.
    #[serde(alias = "local")]
    Local,
}

impl PauseReason {
    /// Stable name, also the argument of messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Hearing => "HEARING",
            Self::Supplement => "SUPPLEMENT",
            Self::Mediation => "MEDIATION",
            Self::ThirdParty => "THIRD_PARTY",
            Self::Local => "LOCAL",
        }
    }

    /// Reads [`PauseReason::name`] back, in any case.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Hearing, Self::Supplement, Self::Mediation, Self::ThirdParty, Self::Local]
            .into_iter()
            .find(|reason| reason.name().eq_ignore_ascii_case(name.trim()))
    }
}

/// Whether and how far a clock may be extended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    /// How often; `None` when the rule sets no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<u8>,
    /// How much in all, in the clock's unit; `None` when the rule sets no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<u32>,
    /// Who approves, e.g. `UNIT_LEADER`, `ASSIGNER`.
    pub approver: String,
}

/// One clock of the table: what is counted, from what to what, who owes it, and by which rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockDef {
    /// Its name.
    pub id: DefId,
    /// What is counted.
    pub unit: Unit,
    /// How many; `None` when it is given at the start (`FEEDBACK_CUSTOM`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub length: Option<u32>,
    /// What starts it: said by [`ClockDef::starts_message`].
    pub starts: String,
    /// What stops it: said by [`ClockDef::stops_message`].
    pub stops: String,
    /// Who must act.
    pub owed_by: OwedBy,
    /// It measures how long something may be done, not until when it must be: whoever lets it pass is not late.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub option: bool,
    /// Whether it may be extended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<Extension>,
    /// For what it may be paused; empty for all but the recheck.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pauses: Vec<PauseReason>,
    /// What happens on a rest day.
    #[serde(default)]
    pub roll: Roll,
    /// Which date decides whether it is overdue.
    #[serde(default)]
    pub judged_by: DueView,
    /// Which date reminds; unless set, the conservative one for duties and the statutory one for rights.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warned_by: Option<DueView>,
    /// How long before that date the reminder goes out: days, for hour clocks hours.
    #[serde(default)]
    pub remind: u32,
    /// The article, e.g. `A34`; said by [`ClockDef::basis_message`].
    pub article: String,
    /// How sure this row is.
    pub confidence: Confidence,
    /// The version of the table this row comes from; filled in when the table is read.
    #[serde(default = "unversioned")]
    pub version: Arc<str>,
}

fn unversioned() -> Arc<str> {
    "".into()
}

impl ClockDef {
    /// A clock outside every table: unit and length as given, statutory roll, no extension, no pause.
    #[must_use]
    pub fn custom(id: &str, unit: Unit, length: Option<u32>) -> Self {
        Self {
            id: id.into(),
            unit,
            length,
            starts: "given".into(),
            stops: "done".into(),
            owed_by: OwedBy::Handler,
            option: false,
            extension: None,
            pauses: vec![],
            roll: Roll::Forward,
            judged_by: DueView::Statutory,
            warned_by: None,
            remind: 0,
            article: String::new(),
            confidence: Confidence::V,
            version: unversioned(),
        }
    }

    /// Whether an office is late when it runs out: neither a right of a person nor a mere possibility, nor what a court or
    /// another authority owes under its own law.
    #[must_use]
    pub fn is_duty(&self) -> bool {
        !self.option && !self.owed_by.is_right() && !self.owed_by.is_outside()
    }

    /// Which date reminds.
    #[must_use]
    pub fn warn_view(&self) -> DueView {
        self.warned_by.unwrap_or(if self.owed_by.is_right() { DueView::Statutory } else { DueView::Conservative })
    }

    /// Its name for people.
    #[must_use]
    pub fn name_message(&self) -> Message {
        Message::new(format!("clock-{}", self.id))
    }

    /// What starts it, for people.
    #[must_use]
    pub fn starts_message(&self) -> Message {
        Message::new(format!("clock-from-{}", self.starts))
    }

    /// What stops it, for people.
    #[must_use]
    pub fn stops_message(&self) -> Message {
        Message::new(format!("clock-until-{}", self.stops))
    }

    /// The article in words; `None` for a clock outside every table.
    #[must_use]
    pub fn basis_message(&self) -> Option<Message> {
        (!self.article.is_empty()).then(|| Message::new(format!("basis-{}", self.article)))
    }
}
