//! `/t/{number}/cluster`: the matter is handled together with others of the same cause. What the cause is, who works on it, until
//! when, how far; nothing about anybody else.

use askama::Template;
use axum::{extract::Path, response::Response};
use services::cluster::{self, HerCluster, HerStep};

use super::matter::{self, Matter};
use crate::{
    i18n::Say,
    portal::{cookies::Ticket, look_up},
    problem::Problem,
    ui::{Line, Tag, Tone},
    view::{Frame, Visit},
};

/// One step of the plan.
struct StepLine {
    text: String,
    unit: String,
    due: String,
    tag: Tag,
}

/// One cluster.
struct Shown {
    title: String,
    cause: String,
    lead: Line,
    stage: String,
    figures: Line,
    steps: Vec<StepLine>,
    told: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "portal/cluster.html")]
struct ClusterPage {
    t: Frame,
    number: String,
    clusters: Vec<Shown>,
}

/// `GET /t/{number}/cluster`.
pub(super) async fn get(visit: Visit, ticket: Ticket, Path(number): Path<String>) -> Result<Response, Problem> {
    let Some(opened) = matter::open(&visit, ticket.access, &number).await? else {
        return look_up::ask(&visit, &number);
    };
    if !opened.matter.is_gathered() {
        return Err(Problem::NotFound);
    }
    let (number, matter) = (opened.number.to_string(), opened.matter);
    let read = visit.state.read(move |tx, _, _| match &matter {
        Matter::Petition(view) => cluster::hers(tx, &view.state),
        Matter::Order(view) => cluster::hers(tx, &view.state),
    });
    let clusters = read.await?;
    visit.page(&ClusterPage {
        t: visit.frame("portal-cluster-title"),
        number,
        clusters: clusters.iter().map(|one| shown(visit.t, one)).collect(),
    })
}

fn shown(t: Say, one: &HerCluster) -> Shown {
    let step = |step: &HerStep| {
        let (key, tone) = if step.done { ("owed-settled", Tone::Green) } else { ("portal-cluster-open", Tone::Grey) };
        StepLine {
            text: step.text.clone(),
            unit: step.unit.clone(),
            due: t.say("portal-cluster-due").with("due", t.full_date(step.due)).text(),
            tag: Tag::new(tone, t.say(key).text()),
        }
    };
    let figures = one.tally.map(|tally| {
        t.say("portal-cluster-figures").with("all", tally.all).with("answered", tally.all - tally.unanswered).into()
    });
    Shown {
        title: one.title.clone(),
        cause: one.cause.clone(),
        lead: t.say("portal-cluster-lead").with("unit", &one.lead).into(),
        stage: t.message(&one.stage.message()).text(),
        figures: figures.unwrap_or_default(),
        steps: one.steps.iter().map(step).collect(),
        told: one.told.iter().map(|(at, text)| (t.moment(*at), text.clone())).collect(),
    }
}
