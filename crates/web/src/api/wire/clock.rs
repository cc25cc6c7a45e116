//! Clocks, dates and how they came about.

use domain::deadline::{Clock, Derivation};
use kernel::{Locale, Message};
use serde::Serialize;
use services::petition::Promise;
use utoipa::ToSchema;
use uuid::Uuid;

use super::day;
use crate::api::problem;

/// An open clock in short.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct OpenClock {
    /// Which.
    #[schema(example = "HANDLE_60D")]
    pub(crate) clock: String,
    /// The day told to people.
    #[schema(format = "date")]
    pub(crate) on: String,
    /// The first moment at which it is overdue.
    #[schema(format = "date-time")]
    pub(crate) due_at: String,
    /// A year it rests on has no published calendar yet.
    pub(crate) provisional: bool,
}

impl OpenClock {
    pub(crate) fn of(clock: &Clock) -> Self {
        Self {
            clock: clock.def.to_string(),
            on: day(clock.statutory),
            due_at: clock.due_at.to_string(),
            provisional: clock.provisional,
        }
    }
}

/// One step on the way to a date.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct StepBody {
    /// What it does.
    #[schema(example = "FIRST_DAY")]
    kind: String,
    /// The rule.
    rule: String,
    /// The article, as a code; empty when none applies.
    article: String,
    /// The days concerned.
    dates: Vec<String>,
    /// In words.
    text: String,
}

/// Three dates, and how they came about.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct DerivationBody {
    /// The day that does not count.
    #[schema(format = "date")]
    start: String,
    /// The first day that counts.
    #[schema(format = "date")]
    first_counted_day: String,
    /// The span counted out.
    #[schema(format = "date")]
    raw: String,
    /// Rolled forward from a rest day: the date told to people.
    #[schema(format = "date")]
    statutory: String,
    /// The last working day not after raw.
    #[schema(format = "date")]
    conservative: String,
    /// The first moment at which it is overdue.
    #[schema(format = "date-time")]
    due_at: String,
    /// When the reminder goes out.
    #[schema(format = "date-time")]
    remind_at: String,
    /// A year it rests on has no published calendar yet.
    provisional: bool,
    /// The rule itself awaits confirmation by the jurisdiction.
    unconfirmed: bool,
    /// The versions of the calendar years that were asked.
    calendar_version: String,
    /// The article in words.
    basis: Option<String>,
    /// Rest days from the first counted to the statutory day.
    rest_days: Vec<String>,
    /// Step by step.
    steps: Vec<StepBody>,
}

impl DerivationBody {
    pub(crate) fn of(derivation: &Derivation, locale: Locale) -> Self {
        let steps = derivation.steps.iter().map(|step| StepBody {
            kind: serde_json::to_value(step.kind).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default(),
            rule: step.rule.to_owned(),
            article: step.article.clone(),
            dates: step.dates.iter().copied().map(day).collect(),
            text: step.message.say(locale),
        });
        Self {
            start: day(derivation.start),
            first_counted_day: day(derivation.first_counted_day),
            raw: day(derivation.dates.raw),
            statutory: day(derivation.dates.statutory),
            conservative: day(derivation.dates.conservative),
            due_at: derivation.due_at.to_string(),
            remind_at: derivation.remind_at.to_string(),
            provisional: derivation.provisional,
            unconfirmed: derivation.unconfirmed,
            calendar_version: derivation.calendar_version.to_string(),
            basis: derivation.basis.as_ref().map(|basis| basis.say(locale)),
            rest_days: derivation.rest_days.iter().copied().map(day).collect(),
            steps: steps.collect(),
        }
    }
}

/// A promised date with its reasons.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct PromiseBody {
    /// Which clock.
    #[schema(example = "FORWARD_15D")]
    clock: String,
    /// In words.
    text: String,
    /// The date and how it came about.
    derivation: DerivationBody,
}

impl PromiseBody {
    pub(crate) fn of(promise: &Promise, locale: Locale) -> Self {
        Self::named(&promise.def, &promise.derivation, locale)
    }

    pub(crate) fn named(clock: &str, derivation: &Derivation, locale: Locale) -> Self {
        Self {
            clock: clock.to_owned(),
            text: Message::new(format!("clock-{clock}")).say(locale),
            derivation: DerivationBody::of(derivation, locale),
        }
    }
}

/// One clock of a case.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ClockBody {
    /// Its id.
    id: Uuid,
    /// Which definition it follows.
    clock: String,
    /// In words.
    text: String,
    /// `RUNNING`, `PAUSED` or `STOPPED`.
    state: &'static str,
    /// A right of the petitioner rather than a duty.
    is_right: bool,
    /// By how much it was extended.
    extended_by: u32,
    /// Its dates and how they came about.
    derivation: DerivationBody,
}

impl ClockBody {
    pub(crate) fn of(clock: &Clock, derivation: &Derivation, is_right: bool, locale: Locale) -> Self {
        use domain::deadline::ClockState;
        Self {
            id: clock.id.0,
            clock: clock.def.to_string(),
            text: Message::new(format!("clock-{}", clock.def)).say(locale),
            state: match clock.state {
                ClockState::Running => "RUNNING",
                ClockState::Paused { .. } => "PAUSED",
                ClockState::Stopped { .. } => "STOPPED",
            },
            is_right,
            extended_by: clock.extension_days,
            derivation: DerivationBody::of(derivation, locale),
        }
    }
}

/// One row of the table of clocks.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ClockDefBody {
    /// Its name.
    #[schema(example = "HANDLE_60D")]
    clock: String,
    /// In words.
    text: String,
    /// What is counted: `CALENDAR_DAY`, `WORKDAY`, `HOUR` or `MONTH`.
    unit: &'static str,
    /// How many; absent when it is given at the start.
    length: Option<u32>,
    /// What starts it, in words.
    starts: String,
    /// What stops it, in words.
    stops: String,
    /// Who must act.
    owed_by: &'static str,
    /// By how much it may be extended in all; absent when it may not be.
    extension_days: Option<u32>,
    /// The article, as a code.
    article: String,
    /// The article in words.
    basis: Option<String>,
    /// It awaits confirmation by the jurisdiction.
    unconfirmed: bool,
    /// The version of the table.
    version: String,
}

impl ClockDefBody {
    pub(crate) fn of(def: &domain::deadline::ClockDef, locale: Locale) -> Self {
        Self {
            clock: def.id.to_string(),
            text: def.name_message().say(locale),
            unit: def.unit.name(),
            length: def.length,
            starts: def.starts_message().say(locale),
            stops: def.stops_message().say(locale),
            owed_by: def.owed_by.name(),
            extension_days: def.extension.as_ref().and_then(|extension| extension.days),
            article: def.article.clone(),
            basis: problem::basis(&def.article, locale),
            unconfirmed: def.confidence.needs_local_confirmation(),
            version: def.version.to_string(),
        }
    }
}
