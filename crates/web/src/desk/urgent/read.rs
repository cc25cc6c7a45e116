//! The forms: their fields, and what is read from them.

use domain::urgent::{Command, Danger, Outcome, Reporting, Told, must_be_written_to};
use jiff::{Timestamp, civil::Date, civil::Time, tz::TimeZone};
use kernel::{Refusal, Text};

use crate::{
    forms::{Field, Form, FormErrors, Reader, Submission},
    i18n::Say,
};

/// What a form does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deed {
    Report,
    Call,
    Write,
    Answer,
    Continue,
    End,
}

impl Deed {
    const ALL: [Self; 6] = [Self::Report, Self::Call, Self::Write, Self::Answer, Self::Continue, Self::End];

    /// As the form carries it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Call => "call",
            Self::Write => "write",
            Self::Answer => "answer",
            Self::Continue => "continue",
            Self::End => "end",
        }
    }

    pub(super) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|deed| deed.name() == name)
    }
}

/// The box of somebody who is told.
fn box_of(group: &str, told: Told) -> String {
    format!("{group}-{}", told.name())
}

/// Boxes under one heading; what is wrong with them stands there.
pub(super) struct Boxes {
    pub(super) name: &'static str,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) error: String,
    pub(super) ticks: Vec<Field>,
}

fn boxes(t: Say, form: &Form, name: &'static str, label: &str, hint: &str) -> Boxes {
    let ticks = Told::ALL.iter().map(|told| form.check(&box_of(name, *told), &told.key())).collect();
    let hint = if hint.is_empty() { String::new() } else { t.say(hint).text() };
    Boxes { name, label: t.say(label).text(), hint, error: form.error(name).to_owned(), ticks }
}

/// What a form asks.
#[derive(Default)]
pub(super) struct Fields {
    pub(super) before: Vec<Field>,
    pub(super) boxes: Option<Boxes>,
    pub(super) after: Vec<Field>,
}

fn moment(form: &Form, day: &str, label: &str) -> Vec<Field> {
    vec![form.date("on", day), form.text("time", label).keyboard("numeric").complete("off")]
}

/// The fields of a form.
pub(super) fn fields(t: Say, deed: Deed, form: &Form, answerers: &[Told]) -> Fields {
    match deed {
        Deed::Report => {
            let danger = Danger::ALL.iter().fold(form.choice("danger", "urgent-danger"), |field, danger| {
                field.option(danger.name(), &danger.key())
            });
            let mut before = vec![danger];
            let mut known = moment(form, "urgent-known-on", "urgent-known-time");
            if let Some(time) = known.pop() {
                known.push(time.hint("urgent-time-hint"));
            }
            before.extend(known);
            before.push(form.text("place", "urgent-place").complete("off"));
            before.push(form.area("what", "urgent-what").hint("urgent-what-hint"));
            Fields { before, boxes: Some(boxes(t, form, "told", "urgent-told", "urgent-told-hint")), after: vec![] }
        }
        Deed::Call => Fields {
            boxes: Some(boxes(t, form, "told", "urgent-call-whom", "")),
            after: moment(form, "urgent-call-on", "urgent-known-time"),
            ..Fields::default()
        },
        Deed::Write => Fields {
            before: vec![form.area("text", "urgent-write-text").tall()],
            boxes: Some(boxes(t, form, "to", "urgent-write-to", "")),
            ..Fields::default()
        },
        Deed::Answer => {
            let from = form.select("from", "urgent-answer-from").option("", "desk-choose");
            let from = answerers.iter().fold(from, |field, told| field.option(told.name(), &told.key()));
            Fields { before: vec![from, form.area("text", "urgent-answer-text")], ..Fields::default() }
        }
        Deed::Continue => Fields { before: vec![form.area("text", "urgent-continue-text")], ..Fields::default() },
        Deed::End => {
            let outcome = Outcome::ALL.iter().fold(form.choice("outcome", "urgent-end-outcome"), |field, outcome| {
                field.option(outcome.name(), &outcome.key())
            });
            Fields { before: vec![outcome, form.area("text", "urgent-end-text")], ..Fields::default() }
        }
    }
}

/// A blank form of a deed at a Beijing moment: now, and those who must still be called, or have it in writing, ticked.
pub(super) fn blank(deed: Deed, form: Form, on: Date, time: String, to_call: &[Told]) -> Form {
    let form = form.filled("on", on.to_string()).filled("time", time);
    let (group, ticked) = match deed {
        Deed::Write => ("to", must_be_written_to()),
        Deed::Call => ("told", to_call),
        _ => return form,
    };
    ticked.iter().fold(form, |form, told| form.filled(&box_of(group, *told), "yes"))
}

fn ticked(reader: &Reader<'_>, group: &str) -> Vec<Told> {
    Told::ALL.iter().copied().filter(|told| reader.ticked(&box_of(group, *told))).collect()
}

/// A Beijing moment from a day and `14:05`; `14：05` and `1405` are read too.
fn at(reader: &mut Reader<'_>) -> Option<Timestamp> {
    let wrong = |name: &str| Refusal::invalid(name, "urgent-moment");
    let day: Option<Date> = reader.field("on", |name, text| text.trim().parse().map_err(|_| wrong(name)));
    let time = reader.field("time", |name, text| clock(text).ok_or_else(|| wrong(name)));
    let (day, time) = day.zip(time)?;
    let zone = TimeZone::fixed(jiff::tz::offset(8));
    let Ok(at) = zone.to_timestamp(day.to_datetime(time)) else {
        reader.refuse(wrong("on"));
        return None;
    };
    Some(at)
}

fn clock(text: &str) -> Option<Time> {
    let digits: String = text.trim().replace(['：', '.', '时', '点'], ":").trim_end_matches('分').to_owned();
    let (hour, minute) = match digits.split_once(':') {
        Some((hour, "")) => (hour.to_owned(), "0".to_owned()),
        Some((hour, minute)) => (hour.to_owned(), minute.to_owned()),
        None if digits.len() == 4 && digits.is_ascii() => (digits[..2].to_owned(), digits[2..].to_owned()),
        None => return None,
    };
    Time::new(hour.trim().parse().ok()?, minute.trim().parse().ok()?, 0, 0).ok()
}

fn one<T>(reader: &mut Reader<'_>, name: &str, parse: fn(&str) -> Option<T>) -> Option<T> {
    reader.field(name, |name, text| parse(text).ok_or_else(|| Refusal::invalid(name, "choose-one")))
}

/// What the form asks.
pub(super) fn command(deed: Deed, sent: &Submission) -> Result<Command, FormErrors> {
    let mut reader = sent.reader();
    let r = &mut reader;
    let command = match deed {
        Deed::Report => report(r).map(Command::Report),
        Deed::Call => {
            let told = ticked(r, "told");
            at(r).map(|at| Command::Call { told, at: Some(at) })
        }
        Deed::Write => {
            let to = ticked(r, "to");
            r.field("text", Text::parse).map(|text| Command::Write { to, text })
        }
        Deed::Answer => {
            let (from, text) = (one(r, "from", Told::parse), r.field("text", Text::parse));
            from.zip(text).map(|(from, text)| Command::Answer { from, text })
        }
        Deed::Continue => r.field("text", Text::parse).map(|text| Command::Continue { text }),
        Deed::End => {
            let (outcome, text) = (one(r, "outcome", Outcome::parse), r.field("text", Text::parse));
            outcome.zip(text).map(|(outcome, text)| Command::End { outcome, text })
        }
    };
    reader.finish(command)
}

fn report(reader: &mut Reader<'_>) -> Option<Reporting> {
    let danger = one(reader, "danger", Danger::parse);
    let known_at = at(reader);
    let (place, what) = (reader.field("place", Text::parse), reader.field("what", Text::parse));
    let told = ticked(reader, "told");
    let all = danger.zip(known_at).zip(place).zip(what);
    all.map(|(((danger, known_at), place), what)| Reporting { danger, known_at, place, what, told })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_people_write_it() {
        let read = |text: &str| clock(text).map(|time| (time.hour(), time.minute()));
        for text in ["14:05", "14：05", " 1405 ", "14时05分", "14点5分", "14.05"] {
            assert_eq!(read(text), Some((14, 5)), "{text}");
        }
        assert_eq!(read("9点"), Some((9, 0)));
        for nonsense in ["", "25:00", "14:61", "下午两点", "14:05:06:07", "-1:00", "９九", "999999"] {
            assert_eq!(read(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn nonsense_is_told_at_its_fields_and_nothing_is_lost() {
        let sent =
            Submission::of(&[("danger", "DRAGON"), ("on", "昨天"), ("time", "25:99"), ("place", ""), ("what", "")]);
        let errors = command(Deed::Report, &sent).unwrap_err();
        let fields: Vec<&str> = errors.refusals().iter().map(|one| one.field.as_str()).collect();
        assert_eq!(fields, ["danger", "on", "time", "place", "what"]);
        let sent = Submission::of(&[("from", "NOBODY"), ("text", "收到")]);
        assert!(command(Deed::Answer, &sent).is_err());
        let call = |on: &'static str| {
            let sent = Submission::of(&[("on", on), ("time", "23:59"), ("told-POLICE", "yes")]);
            command(Deed::Call, &sent)
        };
        assert!(call("9999-12-31").is_err(), "the last day there is ends too late for a clock");
        assert!(
            call("2026-06-01").is_ok_and(|asked| matches!(asked, Command::Call { told, .. } if told == [Told::Police]))
        );
    }
}
