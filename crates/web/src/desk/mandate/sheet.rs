//! `GET /desk/matters/{id}/mandate`: the mandate as a sheet, to be printed, read aloud and signed. Without one in force it is blank.

use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    access::{Field, Fields, Subject},
    case::CaseKind,
    mandate::Power,
};
use kernel::{CaseId, Ctx};
use services::{Error, Kit, mandate::AgencyView, matter, petition::open_case, work_order::open_order};
use store::Tx;

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

/// What the sheet says of a case, of whatever kind it is.
struct Of {
    number: String,
    title: String,
    her: String,
    agency: AgencyView,
    back: String,
}

fn load(tx: &mut Tx, kit: &Kit, ctx: &Ctx, subject: &Subject, id: CaseId) -> Result<Of, Error> {
    let looked = matter::look(tx, ctx, subject, id)?;
    let shown =
        |fields: &Fields, title: &str| if fields.shows(Field::Content) { title.to_owned() } else { String::new() };
    if looked.row().kind() == CaseKind::WorkOrder {
        let view = open_order(tx, kit, ctx, subject, &looked)?;
        return Ok(Of {
            number: view.state.number.to_string(),
            title: shown(&view.fields, &view.row.title),
            her: view.petitioner.map(|one| one.name).unwrap_or_default(),
            agency: view.agency,
            back: format!("/desk/orders/{id}"),
        });
    }
    let view = open_case(tx, kit, ctx, subject, &looked)?;
    Ok(Of {
        number: view.state.number.to_string(),
        title: shown(&view.fields, &view.row.title),
        her: view.petitioner.map(|one| one.name).unwrap_or_default(),
        agency: view.agency,
        back: format!("/desk/matters/{id}"),
    })
}

/// The handler.
pub(crate) async fn get(desk: Desk, Path(id): Path<String>) -> Result<Response, Problem> {
    let id: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let of = desk.write(move |tx, kit, ctx, subject| load(tx, kit, ctx, subject, id)).await?;
    let t = desk.t();
    let mandate = of.agency.mandate.as_ref();
    let consents = mandate.map(|mandate| mandate.consents).unwrap_or_default();
    let sheet = Sheet {
        t: desk.frame("mandate-sheet-title", Here::Matters),
        facts: facts(t, &of),
        powers: Power::ALL
            .iter()
            .map(|one| (mandate.is_some_and(|mandate| mandate.powers.has(*one)), t.message(&one.message()).text()))
            .collect(),
        consents: vec![
            (consents.passing_on, t.say("mandate-form-passing-on").text()),
            (consents.sensitive, t.say("mandate-form-sensitive").text()),
        ],
        number: of.number,
        title: of.title,
        back: of.back,
    };
    desk.visit.page(&sheet)
}

fn facts(t: Say, of: &Of) -> Vec<(String, String)> {
    let mandate = of.agency.mandate.as_ref();
    let until = mandate.map_or_else(|| "　".repeat(8), |mandate| t.date(mandate.until));
    let way = mandate.map(|mandate| t.message(&mandate.signing.way.message()).text()).unwrap_or_default();
    let row = |key: &str, value: String| (t.say(key).text(), value);
    vec![
        row("mandate-sheet-her", of.her.clone()),
        row("mandate-sheet-agent", format!("{} {}", of.agency.name, of.agency.org)),
        row("mandate-sheet-until", until),
        row("mandate-sheet-way", way),
    ]
}
