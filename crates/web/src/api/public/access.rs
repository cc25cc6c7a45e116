//! `POST /petitions/{number}/access`: open a case by number and query code.

use axum::{
    Json,
    extract::{Path, State},
};
use jiff::SignedDuration;
use kernel::{CaseNumber, QueryCode};
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::{
    auth,
    body::{Sent, body},
    problem::Problem,
    state::Api,
};

/// How long the token opens the case.
const VALID: SignedDuration = SignedDuration::from_hours(1);

body! {
    /// The secret half of the look-up.
    AccessBody {
        /// The query code from the receipt.
        code: String,
    } => String: code
}

/// A token for one case.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CaseToken {
    /// For `Authorization: Bearer …`.
    token: String,
    /// Until when it opens the case.
    #[schema(format = "date-time")]
    expires_at: String,
}

/// Open a case. After five wrong tries the number waits, ever longer; a wrong number and a wrong code are not told apart.
#[utoipa::path(
    post,
    path = "/petitions/{number}/access",
    operation_id = "open-petition",
    tag = "petitioner",
    params(("number" = String, Path, description = "The number from the receipt.")),
    request_body = AccessBody,
    responses(
        (status = 200, description = "A token for this case.", body = CaseToken),
    ),
)]
pub(crate) async fn post(
    State(api): State<Api>,
    Path(number): Path<String>,
    Sent(code): Sent<AccessBody>,
) -> Result<Json<CaseToken>, Problem> {
    let (number, code) = (CaseNumber::parse(&number)?, QueryCode::parse(&code)?);
    let access = auth::open(&api, number, code).await?;
    let until = api.app.ctx().now() + VALID;
    Ok(Json(CaseToken { token: access.to_cookie(&api.app.kit, until), expires_at: until.to_string() }))
}
