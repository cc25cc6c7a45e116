//! `POST /work-orders`: take down a work order.

use axum::{
    Json,
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::access::{self, actions::RegisterOnBehalf};
use services::{petition::Door, work_order::receive};

use crate::api::{
    BASE,
    auth::Staff,
    body::Sent,
    headers::{IdempotencyKey, etag},
    problem::Problem,
    public::file::PetitionBody,
    state::Api,
    wire::receipt::OrderReceipt,
};

/// A new case has one event.
const FIRST: i64 = 1;

/// Take down a work order for somebody who called or came.
#[utoipa::path(
    post,
    path = "/work-orders",
    operation_id = "create-work-order",
    tag = "matters",
    params(("Idempotency-Key" = String, Header, description = "Made by you, new for every work order.")),
    security(("staff" = [])),
    request_body = PetitionBody,
    responses(
        (status = 201, description = "It is taken down.", body = OrderReceipt, headers(("ETag" = String, description = "Its version."))),
        (status = 200, description = "It was taken down before under this key; its receipt again.", body = OrderReceipt),
    ),
)]
pub(crate) async fn post(
    State(api): State<Api>,
    staff: Staff,
    IdempotencyKey(key): IdempotencyKey,
    Sent(form): Sent<PetitionBody>,
) -> Result<Response, Problem> {
    let new = form.parse(Door::Staff, api.app.ctx().now())?;
    let permit = access::permit::<RegisterOnBehalf>(&staff.subject, &new.division)?;
    let key = staff.key(&key);
    let write = api.app.write(move |tx, kit, ctx| receive(tx, kit, ctx, &permit, &new, Some(&key)));
    let receipt = write.await?;
    let receipt = OrderReceipt {
        id: receipt.id.0,
        number: receipt.number.to_string(),
        code: receipt.code.reveal().to_owned(),
        centre: receipt.centre.0,
        received_at: receipt.received_at.to_string(),
        version: FIRST,
        again: receipt.again,
    };
    let status = if receipt.again { StatusCode::OK } else { StatusCode::CREATED };
    let place = HeaderValue::from_str(&format!("{BASE}/matters/{}", receipt.id));
    let place = (header::LOCATION, place.unwrap_or(HeaderValue::from_static(BASE)));
    Ok((status, [etag(receipt.version), place], Json(receipt)).into_response())
}
