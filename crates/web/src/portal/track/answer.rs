//! `/t/{number}/answer`: the answer as it was served, claim by claim, to read and to print. Nothing of it before service.

use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    case::Claim,
    document::{DocType, PaperStage},
};
use services::petition::TrackView;

use super::{
    claims,
    matter::{self, Matter, Opened},
};
use crate::{
    i18n::Say,
    portal::{cookies::Ticket, dates, look_up},
    problem::Problem,
    ui::{EmptyState, Fact, Icon, Line},
    view::{Frame, Visit},
};

#[derive(Template)]
#[template(path = "portal/answer.html")]
struct AnswerPage {
    t: Frame,
    number: String,
    /// Who answers, under which number, when it reached her.
    facts: Vec<Fact>,
    findings: Vec<Line>,
    claims: Vec<OneAnswer>,
    /// Until when a review may be asked for.
    review: Line,
    /// The letter itself, as a file; empty while it is not printed here.
    paper: String,
    /// There is none yet: who owes it, by when.
    none: Option<EmptyState>,
}

/// A claim with its answer.
struct OneAnswer {
    number: u16,
    words: Line,
    facts: Vec<Fact>,
}

pub(super) async fn get(visit: Visit, ticket: Ticket, Path(number): Path<String>) -> Result<Response, Problem> {
    let Some(opened) = matter::open(&visit, ticket.access, &number).await? else {
        return look_up::ask(&visit, &number);
    };
    visit.page(&page(&visit, &opened))
}

/// Where her opinion lies as PDF: the newest in force.
fn paper(opened: &Opened) -> String {
    let opinion = opened.papers.iter().find(|row| row.kind == DocType::Opinion && row.stage == PaperStage::Issued);
    opinion.map(|row| format!("/t/{}/papers/{}", opened.number, row.id)).unwrap_or_default()
}

/// Whether there is something to read here.
pub(super) fn exists(opened: &Opened) -> bool {
    matches!(&opened.matter, Matter::Petition(view) if view.state.served().is_some())
}

fn page(visit: &Visit, opened: &Opened) -> AnswerPage {
    let t = visit.t;
    let mut page = AnswerPage {
        t: visit.frame("phone-answer-title"),
        number: opened.number.to_string(),
        facts: vec![],
        findings: vec![],
        claims: vec![],
        review: Line::default(),
        paper: paper(opened),
        none: None,
    };
    match &opened.matter {
        Matter::Petition(view) if view.state.served().is_some() => fill(t, opened, view, &mut page),
        _ => page.none = Some(none_yet(t, opened)),
    }
    page
}

fn fill(t: Say, opened: &Opened, view: &TrackView, page: &mut AnswerPage) {
    let (Some(opinion), Some(served)) = (view.state.opinion(), view.state.served()) else { return };
    let unit = view.unit.map(|unit| opened.name(unit).to_owned()).unwrap_or_default();
    page.facts = vec![
        Fact::new(t.say("phone-answer-unit"), unit),
        Fact::new(t.say("phone-answer-number"), opinion.number.as_str()),
        Fact::new(t.say("phone-answer-signed"), t.moment(opinion.at)),
        Fact::new(t.say("phone-answer-served"), dates::day(t, served.on, opened.now)),
    ];
    page.findings = opinion.findings.as_str().lines().filter(|line| !line.trim().is_empty()).map(Line::from).collect();
    page.claims = view.claims.iter().map(|shown| one(t, opened, &shown.claim)).collect();
    page.review = super::review::until(t, opened, view);
}

fn one(t: Say, opened: &Opened, claim: &Claim) -> OneAnswer {
    let facts = match &claim.answer {
        Some(answer) => claims::answered(t, opened, answer),
        None => vec![Fact::new(t.say("portal-claim-where"), claims::handed(t, opened, claim))],
    };
    OneAnswer { number: claim.no, words: claim.plainly().as_str().into(), facts }
}

/// Too early: who is writing it, and when it is due.
fn none_yet(t: Say, opened: &Opened) -> EmptyState {
    EmptyState {
        icon: Icon::outline("clock"),
        title: t.say("phone-answer-none").into(),
        text: super::road::sentence(t, opened).into(),
        link: Some((t.say("portal-act-back").text(), format!("/t/{}", opened.number))),
    }
}
