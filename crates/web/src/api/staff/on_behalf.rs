//! `POST /petitions/on-behalf`: register a petition for somebody.

use axum::{extract::State, response::Response};
use domain::access::{self, actions::RegisterOnBehalf};
use services::petition::{By, Door, register};

use crate::api::{
    auth::Staff,
    body::Sent,
    headers::{IdempotencyKey, Lang},
    problem::Problem,
    public::file::{PetitionBody, answer},
    state::Api,
    wire::receipt::PetitionReceipt,
};

/// Register a petition for somebody who came, wrote or called: with its channel and the day it was really received.
#[utoipa::path(
    post,
    path = "/petitions/on-behalf",
    operation_id = "register-on-behalf",
    tag = "matters",
    params(("Idempotency-Key" = String, Header, description = "Made by you, new for every petition.")),
    security(("staff" = [])),
    request_body = PetitionBody,
    responses(
        (status = 201, description = "It is registered.", body = PetitionReceipt),
        (status = 200, description = "It was registered before under this key; its receipt again.", body = PetitionReceipt),
    ),
)]
pub(crate) async fn post(
    State(api): State<Api>,
    Lang(locale): Lang,
    staff: Staff,
    IdempotencyKey(key): IdempotencyKey,
    Sent(form): Sent<PetitionBody>,
) -> Result<Response, Problem> {
    let new = form.parse(Door::Staff, api.app.ctx().now())?;
    let permit = access::permit::<RegisterOnBehalf>(&staff.subject, &new.division)?;
    let key = staff.key(&key);
    let write = api.app.write(move |tx, kit, ctx| register(tx, kit, ctx, &By::Staff(&permit), &new, Some(&key)));
    Ok(answer(&PetitionReceipt::of(&write.await?, locale)))
}
