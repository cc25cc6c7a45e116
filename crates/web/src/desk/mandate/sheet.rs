//! `GET /desk/matters/{id}/mandate`: the mandate as a sheet, to be printed, read aloud and signed. Without one in force it is blank.

use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{access::Field, mandate::Power};
use kernel::CaseId;
use services::{
    matter,
    petition::{CaseView, open_case},
};

use crate::{
    desk::{Desk, Here},
    i18n::Say,
    problem::Problem,
    view::Frame,
};

#[derive(Template)]
#[template(path = "desk/mandate.html")]
struct Sheet {
    t: Frame,
    number: String,
    title: String,
    facts: Vec<(String, String)>,
    powers: Vec<(bool, String)>,
    consents: Vec<(bool, String)>,
    back: String,
}

/// The handler.
pub(crate) async fn get(desk: Desk, Path(id): Path<String>) -> Result<Response, Problem> {
    let id: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let view = desk.write(move |tx, kit, ctx, subject| {
        let looked = matter::look(tx, ctx, subject, id)?;
        open_case(tx, kit, ctx, subject, &looked)
    });
    let view = view.await?;
    let t = desk.t();
    let mandate = view.agency.mandate.as_ref();
    let consents = mandate.map(|mandate| mandate.consents).unwrap_or_default();
    let sheet = Sheet {
        t: desk.frame("mandate-sheet-title", Here::Matters),
        number: view.state.number.to_string(),
        title: if view.fields.shows(Field::Content) { view.row.title.clone() } else { String::new() },
        facts: facts(t, &view),
        powers: Power::ALL
            .iter()
            .map(|one| (mandate.is_some_and(|mandate| mandate.powers.has(*one)), t.message(&one.message()).text()))
            .collect(),
        consents: vec![
            (consents.passing_on, t.say("mandate-form-passing-on").text()),
            (consents.sensitive, t.say("mandate-form-sensitive").text()),
        ],
        back: format!("/desk/matters/{id}"),
    };
    desk.visit.page(&sheet)
}

fn facts(t: Say, view: &CaseView) -> Vec<(String, String)> {
    let mandate = view.agency.mandate.as_ref();
    let her = view.petitioner.as_ref().map(|one| one.name.clone()).unwrap_or_default();
    let until = mandate.map_or_else(|| "　".repeat(8), |mandate| t.date(mandate.until));
    let way = mandate.map(|mandate| t.message(&mandate.signing.way.message()).text()).unwrap_or_default();
    let row = |key: &str, value: String| (t.say(key).text(), value);
    vec![
        row("mandate-sheet-her", her),
        row("mandate-sheet-agent", format!("{} {}", view.agency.name, view.agency.org)),
        row("mandate-sheet-until", until),
        row("mandate-sheet-way", way),
    ]
}
