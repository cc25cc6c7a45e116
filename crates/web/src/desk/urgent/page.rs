//! The page: the form of a report, or the one that is going on with what is owed next.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    actor::Actor,
    deadline::ClockState,
    urgent::{Report, Told},
};
use jiff::Timestamp;
use kernel::CaseId;
use serde::Deserialize;
use services::urgent::{self, Seen};

use super::read::{self, Deed, Fields};
use crate::{
    desk::{Desk, Here, rows},
    forms::{Form, FormErrors, Submission},
    i18n::Say,
    problem::Problem,
    ui::{Button, Icon, Line, Notice, NoticeKind, UrgencyChip},
    view::Frame,
};

/// A report as it stands, with the step that is next and the ways to the others.
struct Shown {
    no: u16,
    open: bool,
    title: Line,
    known: Line,
    place: Line,
    what: String,
    clocks: Vec<(Line, UrgencyChip, Line)>,
    /// Who was told.
    alarmed: String,
    next: String,
    lines: Vec<(Line, String)>,
    step: Option<(String, Line)>,
    ways: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "desk/urgent.html")]
struct UrgentPage {
    t: Frame,
    back: String,
    number: String,
    done: Option<Notice>,
    summary: Line,
    report: Option<Line>,
    /// Said to whoever may report but not see the report that is going on.
    elsewhere: String,
    reports: Vec<Shown>,
}

#[derive(Template)]
#[template(path = "desk/_urgent_form.html")]
struct StepForm {
    action: String,
    hidden: Line,
    deed: &'static str,
    fields: Fields,
    note: String,
    button: Button,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::desk) struct Asked {
    done: String,
    r#do: String,
}

async fn seen(desk: &Desk, id: CaseId) -> Result<Seen, Problem> {
    Ok(desk.write(move |tx, _, ctx, subject| urgent::open(tx, ctx, subject, id)).await?)
}

/// `GET /desk/matters/{id}/urgent`.
pub(in crate::desk) async fn get(
    desk: Desk,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let id: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let seen = seen(&desk, id).await?;
    let form = desk.visit.form();
    let scene =
        Scene { t: desk.t(), seen: &seen, form: &form, again: None, asked: Deed::parse(&asked.r#do), desk: &desk };
    desk.visit.page(&page(&scene, &asked.done))
}

/// `POST /desk/matters/{id}/urgent`.
pub(in crate::desk) async fn post(desk: Desk, Path(id): Path<String>, sent: Submission) -> Result<Response, Problem> {
    let id: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let deed = Deed::parse(sent.raw("deed")).ok_or(Problem::NotFound)?;
    let errors = match read::command(deed, &sent) {
        Ok(command) => {
            let done = desk.write(move |tx, kit, ctx, subject| {
                // Whoever may not even report here learns nothing from what is refused.
                urgent::open(tx, ctx, subject, id)?;
                urgent::act(tx, kit, ctx, subject, id, &command)
            });
            match done.await {
                Ok(()) => {
                    return Ok(Redirect::to(&format!("/desk/matters/{id}/urgent?done={}", deed.name())).into_response());
                }
                Err(error) => FormErrors::try_from(error)?,
            }
        }
        Err(errors) => errors,
    };
    let seen = seen(&desk, id).await?;
    let form = desk.visit.form_again(&sent, errors);
    let scene = Scene { t: desk.t(), seen: &seen, form: &form, again: Some(deed), asked: Some(deed), desk: &desk };
    desk.visit.page_failed(&page(&scene, ""))
}

/// Everything a part of the page needs.
struct Scene<'a> {
    t: Say,
    seen: &'a Seen,
    form: &'a Form,
    /// The form that came back.
    again: Option<Deed>,
    /// The step that the address asks for.
    asked: Option<Deed>,
    desk: &'a Desk,
}

impl Scene<'_> {
    fn address(&self) -> String {
        format!("/desk/matters/{}/urgent", self.seen.row.id())
    }

    fn now(&self) -> Timestamp {
        self.desk.visit.state.clock.now()
    }

    /// The form of a step: as it was sent when it came back, else blank with this moment.
    fn step(&self, deed: Deed, answerers: &[Told], to_call: &[Told]) -> Line {
        let now = self.now();
        let (on, time) = (kernel::beijing_date(now), self.t.time(now));
        let blank = read::blank(deed, self.form.clone(), on, time, to_call);
        let form = if self.again == Some(deed) { self.form } else { &blank };
        let key = format!("urgent-do-{}", deed.name());
        let note = match deed {
            Deed::Write => "urgent-write-means",
            Deed::End => "urgent-end-means",
            _ => "",
        };
        Line::drawn(&StepForm {
            action: self.address(),
            hidden: Line::drawn(&form.hidden()),
            deed: deed.name(),
            fields: read::fields(self.t, deed, form, answerers),
            note: if note.is_empty() { String::new() } else { self.t.say(note).text() },
            button: Button::primary(self.t.say(&key)),
        })
    }

    fn who(&self, actor: Actor) -> String {
        let org = actor.org().and_then(|org| self.seen.names.get(&org)).cloned().unwrap_or_default();
        let user = actor.user().and_then(|user| self.seen.staff.get(&user)).cloned().unwrap_or_default();
        format!("{org} {user}").trim().to_owned()
    }

    fn named(&self, told: &[Told]) -> String {
        let name = |told: &Told| self.t.message(&told.message()).text();
        told.iter().map(name).collect::<Vec<_>>().join(self.t.say("urgent-comma").text().as_str())
    }
}

fn page(scene: &Scene<'_>, done: &str) -> UrgentPage {
    let (t, seen) = (scene.t, scene.seen);
    let row = &seen.row;
    let reports: Vec<Shown> = seen.reports.iter().map(|report| shown(scene, report)).collect();
    let elsewhere = seen.going_on && !seen.reports.iter().any(Report::is_open);
    let title = if rows::shows_content(scene.desk.who.subject(), row) { row.title.as_str() } else { "" };
    let done = match done {
        "" => None,
        "report" => Some(t.say("urgent-done-first")),
        _ => Some(t.say("urgent-done")),
    };
    UrgentPage {
        t: scene.desk.frame("urgent-title", Here::Nowhere).failed(scene.form.has_errors()),
        back: if title.is_empty() { format!("/desk/assist/{}", row.id()) } else { rows::place(row) },
        number: if title.is_empty() { row.number.to_string() } else { format!("{} · {title}", row.number) },
        done: done.map(|said| Notice::new(NoticeKind::Info, said).icon(Icon::outline("circle-check"))),
        summary: if scene.form.has_errors() { Line::drawn(&scene.form.summary()) } else { Line::default() },
        report: (!seen.going_on).then(|| scene.step(Deed::Report, &[], &[])),
        elsewhere: if elsewhere { t.say("urgent-other-going").text() } else { String::new() },
        reports,
    }
}

/// Who was told by the desk and by message, of the report that stands first.
fn alarmed(scene: &Scene<'_>, report: &Report) -> String {
    let (t, told) = (scene.t, scene.seen.told);
    let first = scene.seen.reports.first().is_some_and(|one| one.no == report.no);
    match told.people {
        _ if !first || !report.is_open() => String::new(),
        0 => t.say("urgent-told-nobody").text(),
        people => t.say("urgent-told-people").with("people", people).with("messages", told.messages).text(),
    }
}

fn shown(scene: &Scene<'_>, report: &Report) -> Shown {
    let t = scene.t;
    let to_call: Vec<Told> = report.to_call().collect();
    let (step, ways) = if report.is_open() && scene.seen.may_follow { steps(scene, report) } else { (None, vec![]) };
    let known = t.say("urgent-known").with("at", t.moment(report.known_at)).with("who", scene.who(report.by));
    Shown {
        no: report.no,
        open: report.is_open(),
        title: t
            .say("urgent-report-no")
            .with("no", report.no)
            .with("danger", t.message(&report.danger.message()))
            .into(),
        known: known.into(),
        place: t.say("urgent-where").with("place", &report.place).into(),
        what: report.what.to_string(),
        clocks: vec![clock(scene, "urgent-oral", &report.oral), clock(scene, "urgent-written", &report.written_by)],
        alarmed: alarmed(scene, report),
        next: if report.is_open() && !to_call.is_empty() {
            t.say("urgent-call-next").with("whom", scene.named(&to_call)).text()
        } else {
            String::new()
        },
        lines: lines(scene, report),
        step,
        ways,
    }
}

/// What is owed, how it stands, until when.
fn clock(scene: &Scene<'_>, name: &str, clock: &domain::deadline::Clock) -> (Line, UrgencyChip, Line) {
    let t = scene.t;
    let by = t.say("urgent-by").with("at", t.moment(clock.due_at)).into();
    let chip = match clock.state {
        ClockState::Stopped { in_time: true, .. } => {
            UrgencyChip::new(crate::ui::Urgency::Stopped, t.say("urgent-in-time").text())
        }
        ClockState::Stopped { .. } => UrgencyChip::new(crate::ui::Urgency::Overdue, t.say("urgent-late").text()),
        _ => super::sign::chip(t, clock, scene.now()),
    };
    (t.say(name).into(), chip, by)
}

/// The step at hand with its form, and the ways to the others with their names.
type Steps = (Option<(String, Line)>, Vec<(String, String)>);

/// The step that is owed next, or the one asked for; and the ways to the others.
fn steps(scene: &Scene<'_>, report: &Report) -> Steps {
    let mut all = vec![Deed::Call];
    if report.written.is_none() {
        all.push(Deed::Write);
    }
    all.extend([Deed::Answer, Deed::Continue]);
    if scene.seen.may_end {
        all.push(Deed::End);
    }
    let owed = match () {
        () if report.to_call().next().is_some() => Deed::Call,
        () if report.written.is_none() => Deed::Write,
        () => Deed::Answer,
    };
    let current = scene.asked.filter(|asked| all.contains(asked)).unwrap_or(owed);
    let name = |deed: Deed| scene.t.say(&format!("urgent-add-{}", deed.name())).text();
    let way = |deed: Deed| (name(deed), format!("{}?do={}#step", scene.address(), deed.name()));
    let written = report.written.as_ref();
    let answers = |told: &&Told| report.was_called(**told) || written.is_some_and(|written| written.to.contains(told));
    let answerers: Vec<Told> = Told::ALL.iter().filter(answers).copied().collect();
    let others = all.iter().filter(|deed| **deed != current).map(|deed| way(*deed)).collect();
    (Some((name(current), scene.step(current, &answerers, &report.to_call().collect::<Vec<_>>()))), others)
}

/// Everything that was done, oldest first.
fn lines(scene: &Scene<'_>, report: &Report) -> Vec<(Line, String)> {
    let t = scene.t;
    let mut all: Vec<(Timestamp, Line, String)> = vec![];
    for one in &report.called {
        let said =
            t.say("urgent-called-line").with("at", t.moment(one.at)).with("whom", t.message(&one.whom.message()));
        all.push((one.at, said.with("who", scene.who(one.by)).into(), String::new()));
    }
    if let Some(one) = &report.written {
        let said = t.say("urgent-written-line").with("at", t.moment(one.at)).with("to", scene.named(&one.to));
        all.push((one.at, said.with("who", scene.who(one.by)).into(), one.text.to_string()));
    }
    for one in &report.said {
        let at = t.moment(one.at);
        let said = match one.from {
            Some(from) => t.say("urgent-answer-line").with("from", t.message(&from.message())).with("at", at),
            None => t.say("urgent-continued-line").with("at", at).with("who", scene.who(one.by)),
        };
        all.push((one.at, said.into(), one.text.to_string()));
    }
    if let Some(one) = &report.ended {
        let said = t.say("urgent-ended-line").with("at", t.moment(one.at)).with("who", scene.who(one.by));
        all.push((one.at, said.with("outcome", t.message(&one.outcome.message())).into(), one.text.to_string()));
    }
    all.sort_by_key(|(at, ..)| *at);
    all.into_iter().map(|(_, head, text)| (head, text)).collect()
}
