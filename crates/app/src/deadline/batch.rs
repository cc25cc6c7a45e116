//! `lianxin deadline --batch`: a JSON array of questions in, a JSON array of answers out.
//!
//! A question that cannot be read is answered with `error`; the others are answered all the same. What a rule refuses (a
//! pause of a clock that knows none, an extension beyond the law) has no effect on the dates and is listed in `refused`.

use std::{
    io::{Read, Write},
    path::Path,
};

use anyhow::{Context, Result, bail};
use domain::deadline::{Clock, ClockDef, PauseReason, Step, Unit};
use jiff::{Timestamp, civil::Date};
use kernel::{Message, Refusal};
use serde::{Deserialize, Serialize};

use super::{Desk, clip, explain, read_start, read_unit, start};

#[derive(Deserialize)]
struct Question {
    #[serde(default)]
    id: String,
    clock: String,
    start: String,
    unit: Option<String>,
    length: Option<u32>,
    #[serde(default)]
    extension_days: u32,
    #[serde(default)]
    pauses: Vec<QuestionPause>,
}

#[derive(Deserialize)]
struct QuestionPause {
    #[serde(default = "hearing", alias = "reason")]
    kind: String,
    from: Date,
    to: Date,
}

fn hearing() -> String {
    PauseReason::Hearing.name().into()
}

#[derive(Serialize)]
#[serde(untagged)]
enum Answer {
    Dates(Box<Dates>),
    Error { id: String, error: Told },
}

#[derive(Serialize)]
struct Dates {
    id: String,
    clock: String,
    raw: Date,
    statutory: Date,
    conservative: Date,
    provisional: bool,
    due_at: Timestamp,
    calendar_version: String,
    steps: Vec<ToldStep>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    refused: Vec<Told>,
}

#[derive(Serialize)]
struct ToldStep {
    kind: domain::deadline::StepKind,
    rule: &'static str,
    article: String,
    dates: Vec<Date>,
    text: String,
}

/// A refusal in words.
#[derive(Serialize)]
struct Told {
    code: String,
    field: String,
    rule: String,
    article: String,
    text: String,
}

/// Answers the questions in `path` (`-` for standard input).
///
/// # Errors
/// When the file is no JSON array, or when a question could not be answered (after all answers are printed).
pub(super) fn run(desk: &Desk, path: &Path, out: &mut impl Write) -> Result<()> {
    let questions = read(path).with_context(|| format!("--batch {}", path.display()))?;
    let answers: Vec<_> = questions.into_iter().map(|question| desk.reply(question)).collect();
    serde_json::to_writer_pretty(&mut *out, &answers)?;
    writeln!(out)?;
    let failed = answers.iter().filter(|answer| matches!(answer, Answer::Error { .. })).count();
    if failed > 0 {
        bail!(Message::new("cli-deadline-batch-failed").with("count", failed).say(desk.locale));
    }
    Ok(())
}

fn read(path: &Path) -> Result<Vec<serde_json::Value>> {
    let mut text = String::new();
    if path == Path::new("-") {
        std::io::stdin().read_to_string(&mut text)?;
    } else {
        text = std::fs::read_to_string(path)?;
    }
    Ok(serde_json::from_str(text.trim_start_matches('\u{feff}'))?)
}

impl Desk {
    fn reply(&self, value: serde_json::Value) -> Answer {
        let id = value.get("id").and_then(|id| id.as_str()).map(clip).unwrap_or_default();
        let read = serde_json::from_value::<Question>(value)
            .map_err(|error| Refusal::invalid("entry", "deadline-entry").with("detail", error));
        match read.and_then(|question| self.dates(question)) {
            Ok(dates) => Answer::Dates(Box::new(dates)),
            Err(refusal) => Answer::Error { id, error: self.told(&refusal) },
        }
    }

    fn dates(&self, question: Question) -> Result<Dates, Refusal> {
        let unit = question.unit.as_deref().map(read_unit).transpose()?;
        let (_, day) = read_start(&question.start, None)?;
        let (def, differs) = self.asked(&question, unit, day)?;
        let (started_at, _) = read_start(&question.start, Some(def.unit))?;
        let clock = start(&def, started_at, &self.calendar, question.length.filter(|_| def.length.is_none()))?;
        let mut refused = vec![];
        let clock = self.changed(clock, &def, &question, &mut refused)?;
        let derivation = clock.derivation(&def, &self.calendar);
        let mut steps: Vec<_> = derivation.steps.into_iter().map(|step| self.told_step(step)).collect();
        steps.extend(differs.map(|message| ToldStep {
            kind: domain::deadline::StepKind::Count,
            rule: "",
            article: def.article.clone(),
            dates: vec![],
            text: message.say(self.locale),
        }));
        Ok(Dates {
            id: question.id,
            clock: question.clock,
            raw: clock.raw,
            statutory: clock.statutory,
            conservative: clock.conservative,
            provisional: clock.provisional,
            due_at: clock.due_at,
            calendar_version: clock.calendar_version.to_string(),
            steps,
            refused,
        })
    }

    /// The clock asked for. Where the entry's unit or length differs from the table, the entry is the question; a remark
    /// says so.
    fn asked(
        &self,
        question: &Question,
        unit: Option<Unit>,
        day: Date,
    ) -> Result<(ClockDef, Option<Message>), Refusal> {
        let Ok(def) = self.find(&question.clock, day, None) else {
            return Ok((self.find(&question.clock, day, unit)?, None));
        };
        let (asked_unit, asked_length) = (unit.unwrap_or(def.unit), question.length.or(def.length));
        let same = asked_unit == def.unit && (def.length.is_none() || asked_length == def.length);
        if same {
            return Ok((def, None));
        }
        let remark = Message::new("cli-deadline-differs")
            .with("clock", &def.id)
            .with("length", def.length.unwrap_or_default())
            .with("unit", def.unit.name());
        let asked = ClockDef { unit: asked_unit, length: asked_length, ..def };
        Ok((asked, Some(remark)))
    }

    /// Extension and pauses; what a rule refuses has no effect and is told.
    fn changed(
        &self,
        mut clock: Clock,
        def: &ClockDef,
        question: &Question,
        refused: &mut Vec<Told>,
    ) -> Result<Clock, Refusal> {
        let mut take = |clock: Clock, changed: Result<Clock, Refusal>| match changed {
            Ok(changed) => changed,
            Err(refusal) => {
                refused.push(self.told(&refusal));
                clock
            }
        };
        if question.extension_days > 0 {
            let extended = clock.extend(question.extension_days, def, &self.calendar, clock.started_at);
            clock = take(clock, extended);
        }
        for pause in &question.pauses {
            let reason = PauseReason::parse(&pause.kind)
                .ok_or_else(|| Refusal::invalid("pauses", "deadline-pause").with("value", clip(&pause.kind)))?;
            let paused = clock.with_pause(reason, (pause.from, pause.to), def, &self.calendar);
            clock = take(clock, paused);
        }
        Ok(clock)
    }

    fn told_step(&self, step: Step) -> ToldStep {
        ToldStep {
            kind: step.kind,
            rule: step.rule,
            article: step.article,
            dates: step.dates,
            text: step.message.say(self.locale),
        }
    }

    fn told(&self, refusal: &Refusal) -> Told {
        Told {
            code: refusal.code.clone(),
            field: refusal.field.clone(),
            rule: refusal.rule.clone(),
            article: refusal.article.clone(),
            text: explain(refusal, self.locale).to_string(),
        }
    }
}
