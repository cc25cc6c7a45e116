//! `POST /petitions`: file a petition.

use axum::{
    Json,
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::case::{Channel, MatterType, Purpose};
use kernel::OrgId;
use services::petition::{By, Door, PetitionForm, register};

use crate::api::{
    BASE,
    body::{Sent, body},
    headers::{IdempotencyKey, Lang},
    problem::Problem,
    state::Api,
    wire::receipt::PetitionReceipt,
};

body! {
    /// A petition as it is written. The same form as on paper and on the portal; what may be missing may follow later.
    PetitionBody {
        /// In one line; made from the first claim when it is missing.
        title: Option<String>,
        /// What happened.
        facts: String,
        /// What she wants, one by one.
        claims: Vec<String>,
        /// Her name; may follow later.
        name: Option<String>,
        /// Her telephone.
        phone: Option<String>,
        /// Her address.
        address: Option<String>,
        /// Where it happened: a division code.
        division: String,
        /// How it came; for staff. What the petitioner files herself came by the web.
        channel: Option<Channel>,
        /// When it was received: a moment or a day; for staff. What the petitioner files herself is received now.
        received_at: Option<String>,
        /// Legal type; an appeal or claim when it is missing.
        matter_type: Option<MatterType>,
        /// Purpose; a decision when it is missing.
        purpose: Option<Purpose>,
        /// The grid she lives in, by its id; it lies in the division or around it.
        grid: Option<String>,
        /// The unit complained of; for staff.
        respondent: Option<OrgId>,
        /// How many people came or signed.
        headcount: Option<u32>,
        /// Representatives present, for a visit.
        representatives: Option<u32>,
        /// The language she is answered in.
        language: Option<String>,
        /// "What I say is true"; needed from the petitioner herself.
        truth: Option<bool>,
        /// When the form was begun, by the clock of a device without signal, with its offset; for staff. Kept beside our own time.
        device_begun_at: Option<String>,
        /// When it was complete, by the same clock. Counts as the time of receipt when `received_at` is missing and it can be
        /// true: not in the future, not older than the jurisdiction allows.
        device_done_at: Option<String>,
        /// By how many whole seconds that clock ran ahead of the server's `Date` when the form was sent; negative when behind.
        device_skew: Option<i64>,
    } => PetitionForm: PetitionForm {
        title: title.unwrap_or_default(),
        facts,
        claims,
        name: name.unwrap_or_default(),
        phone: phone.unwrap_or_default(),
        address: address.unwrap_or_default(),
        division,
        channel: channel.map(|channel| channel.name().to_owned()).unwrap_or_default(),
        received_at: received_at.unwrap_or_default(),
        matter_type: matter_type.map(|matter_type| matter_type.name().to_owned()).unwrap_or_default(),
        purpose: purpose.map(|purpose| purpose.name().to_owned()).unwrap_or_default(),
        grid: grid.unwrap_or_default(),
        respondent: respondent.map(|org| org.to_string()).unwrap_or_default(),
        headcount: headcount.map(|count| count.to_string()).unwrap_or_default(),
        representatives: representatives.map(|count| count.to_string()).unwrap_or_default(),
        language: language.unwrap_or_default(),
        truth: truth.unwrap_or_default(),
        device_begun_at: device_begun_at.unwrap_or_default(),
        device_done_at: device_done_at.unwrap_or_default(),
        device_skew: device_skew.map(|skew| skew.to_string()).unwrap_or_default(),
    }
}

/// File a petition. It is registered at once, with its number, a query code and the dates promised by law.
#[utoipa::path(
    post,
    path = "/petitions",
    operation_id = "file-petition",
    tag = "petitioner",
    params(("Idempotency-Key" = String, Header, description = "Made by you, new for every petition.")),
    request_body = PetitionBody,
    responses(
        (status = 201, description = "It is registered.", body = PetitionReceipt),
        (status = 200, description = "It was registered before under this key; its receipt again.", body = PetitionReceipt),
    ),
)]
pub(crate) async fn post(
    State(api): State<Api>,
    Lang(locale): Lang,
    IdempotencyKey(key): IdempotencyKey,
    Sent(mut form): Sent<PetitionBody>,
) -> Result<Response, Problem> {
    if form.language.is_empty() {
        locale.tag().clone_into(&mut form.language);
    }
    let new = form.parse(Door::Public, api.app.ctx().now())?;
    let receipt = api.app.write(move |tx, kit, ctx| register(tx, kit, ctx, &By::Petitioner, &new, Some(&key))).await?;
    Ok(answer(&PetitionReceipt::of(&receipt, locale)))
}

/// The receipt, with the address of the case.
pub(crate) fn answer(receipt: &PetitionReceipt) -> Response {
    let status = if receipt.again { StatusCode::OK } else { StatusCode::CREATED };
    let place = HeaderValue::from_str(&format!("{BASE}/petitions/{}", receipt.number));
    let place = place.unwrap_or(HeaderValue::from_static(BASE));
    (status, [(header::LOCATION, place)], Json(receipt)).into_response()
}
