//! Founding a cluster.

use askama::Template;
use axum::{
    extract::Query,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use kernel::{CaseNumber, OrgId, Refusal, Text};
use serde::Deserialize;
use services::{
    Error,
    cluster::{self, NewCluster},
};
use store::idempotency;

use crate::{
    desk::{Desk, Here, meetings::units},
    forms::{Field, Form, FormErrors, Reader, Submission},
    problem::Problem,
    view::Frame,
};

#[derive(Template)]
#[template(path = "desk/cluster_new.html")]
struct NewPage {
    t: Frame,
    form: Form,
    lead: Field,
    /// Units with whether they are ticked.
    units: Vec<(String, String, bool)>,
    error: String,
}

/// The matters that a link brings along.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asked {
    numbers: String,
}

/// `GET /desk/clusters/new`.
pub(super) async fn get(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let form = desk.visit.form().filled("numbers", asked.numbers);
    show(&desk, form, StatusCode::OK).await
}

async fn show(desk: &Desk, form: Form, status: StatusCode) -> Result<Response, Problem> {
    let units = desk.read(move |tx, _, ctx, subject| {
        let permit = cluster::office_of(subject)?;
        units(tx, permit.place(), ctx.today())
    });
    let units: Vec<(String, String)> = units.await?.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
    let ticked: Vec<String> = form.values("team").map(str::to_owned).collect();
    let page = NewPage {
        t: desk.frame("clusters-found", Here::Clusters).failed(form.has_errors()),
        lead: form.select("lead", "clusters-lead-unit").option("", "desk-choose").options(&units),
        units: units
            .into_iter()
            .map(|(id, name)| (ticked.contains(&id), id, name))
            .map(|(on, id, name)| (id, name, on))
            .collect(),
        error: form.error("team").to_owned(),
        form,
    };
    desk.visit.page_as(status, &page)
}

/// `POST /desk/clusters/new`.
pub(super) async fn post(desk: Desk, sent: Submission) -> Result<Response, Problem> {
    let mut reader = sent.reader();
    let (key, asked) = (reader.key(), read(&mut reader));
    let done = match reader.finish(asked.zip(key)) {
        Ok((asked, key)) => {
            let key = key.to_string();
            let write = desk.write(move |tx, kit, ctx, subject| {
                let scope = "desk/clusters";
                let digest = kit.keys.blind_index(scope, &format!("{asked:?}"));
                match idempotency::lookup(tx, scope, &key, &digest)? {
                    idempotency::Known::Done(first) => return Ok(first),
                    idempotency::Known::Other => return Err(Refusal::invalid("", "key-reused").into()),
                    idempotency::Known::New => {}
                }
                let permit = cluster::office_of(subject)?;
                let id = cluster::found(tx, kit, ctx, subject, &permit, asked.clone())?.to_string();
                idempotency::record(tx, scope, &key, &digest, &id, ctx.now())?;
                Ok(id)
            });
            write.await
        }
        Err(errors) => Err(Error::Invalid(errors.refusals().to_vec())),
    };
    match done {
        Ok(id) => Ok(Redirect::to(&format!("/desk/clusters/{id}?done=found")).into_response()),
        Err(error) => {
            let errors = FormErrors::try_from(error)?;
            show(&desk, desk.visit.form_again(&sent, errors), StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

fn read(reader: &mut Reader<'_>) -> Option<NewCluster> {
    let (title, cause) = (reader.field("title", Text::parse), reader.field("cause", Text::parse));
    let (lead, team) = task_force(reader);
    // Numbers are written one below the other, or with any mark between them.
    let numbers = reader.optional("numbers", |field, text| {
        let words = text.split(|sign: char| sign.is_whitespace() || matches!(sign, ',' | '，' | '、' | ';' | '；'));
        let words = words.filter(|word| !word.is_empty());
        let all: Result<Vec<CaseNumber>, _> = words.map(CaseNumber::parse).collect();
        all.map_err(|_| Refusal::invalid(field, "cluster-number"))
    });
    let (title, cause, lead) = (title?, cause?, lead?);
    Some(NewCluster { title, cause, lead, team, numbers: numbers.unwrap_or_default() })
}

/// The unit that leads, and the others.
pub(super) fn task_force(reader: &mut Reader<'_>) -> (Option<OrgId>, Vec<OrgId>) {
    let lead = reader.required("lead", "choose-one", |field, text| {
        text.parse::<OrgId>().map_err(|_| Refusal::invalid(field, "unknown-choice"))
    });
    let unknown = |_: &str, text: &str| text.parse::<OrgId>().map_err(|_| Refusal::invalid("team", "unknown-choice"));
    (lead, reader.list("team", unknown))
}
