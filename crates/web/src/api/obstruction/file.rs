//! `POST /obstructions`: file a report over a unit's head.

use axum::{
    Json,
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::obstruction::Wrong;
use services::obstruction::{By, ReportForm, file};

use super::wire::ReportReceipt;
use crate::api::{
    BASE,
    body::{Sent, body},
    headers::{IdempotencyKey, Lang},
    problem::Problem,
    state::Api,
};

body! {
    /// A report as it is written: registration refused, hindered, pressed, retaliated against, identity leaked.
    ReportBody {
        /// What was done; at least one.
        wrongs: Vec<Wrong>,
        /// What happened: when, where, who, how.
        facts: String,
        /// Where: a division code.
        division: String,
        /// The unit, when it is known; the report goes to the level above it and never to the unit.
        unit: Option<String>,
        /// The unit or person in her own words.
        words: Option<String>,
        /// The number of the matter it is about. Whether it exists is not told.
        matter: Option<String>,
        /// No name and no telephone: number and query code are the way back.
        anonymous: Option<bool>,
        /// What she is called.
        name: Option<String>,
        /// Her telephone.
        phone: Option<String>,
        /// The language she is answered in.
        language: Option<String>,
    } => ReportForm: ReportForm {
        wrongs: wrongs.into_iter().map(|wrong: Wrong| wrong.name().to_owned()).collect(),
        facts,
        division,
        unit: unit.unwrap_or_default(),
        words: words.unwrap_or_default(),
        matter: matter.unwrap_or_default(),
        reach: if anonymous.unwrap_or_default() { "none" } else { "phone" }.to_owned(),
        name: name.unwrap_or_default(),
        phone: phone.unwrap_or_default(),
        language: language.unwrap_or_default(),
    }
}

/// File a report over a unit's head. It goes to the petition bureau above the unit named; the unit, its staff and the agents
/// never see it. Where nothing stands above the unit here, the answer says whom to call: 12388.
#[utoipa::path(
    post,
    path = "/obstructions",
    operation_id = "file-obstruction",
    tag = "petitioner",
    params(("Idempotency-Key" = String, Header, description = "Made by you, new for every report.")),
    request_body = ReportBody,
    responses(
        (status = 201, description = "It was sent up.", body = ReportReceipt),
        (status = 200, description = "It was sent before under this key; its receipt again.", body = ReportReceipt),
    ),
)]
pub(crate) async fn post(
    State(api): State<Api>,
    Lang(locale): Lang,
    IdempotencyKey(key): IdempotencyKey,
    Sent(mut form): Sent<ReportBody>,
) -> Result<Response, Problem> {
    if form.language.is_empty() {
        locale.tag().clone_into(&mut form.language);
    }
    let new = form.parse()?;
    let receipt = api.app.write(move |tx, kit, ctx| file(tx, kit, ctx, &By::Anyone, &new, Some(&key))).await?;
    let body = ReportReceipt::of(&receipt, locale);
    let status = if receipt.again { StatusCode::OK } else { StatusCode::CREATED };
    let place = HeaderValue::from_str(&format!("{BASE}/petitions/{}", receipt.number));
    let place = place.unwrap_or(HeaderValue::from_static(BASE));
    Ok((status, [(header::LOCATION, place)], Json(body)).into_response())
}
