//! `DELETE /tokens/{session}`: revoke a token.

use axum::{
    extract::{Path, State},
    http::StatusCode,
};
use kernel::SessionId;
use services::auth;

use crate::api::{auth::Staff, problem::Problem, state::Api};

/// Revoke one of your own tokens, or end one of your sessions. Other processes may take it for three more seconds.
#[utoipa::path(
    delete,
    path = "/tokens/{session}",
    operation_id = "revoke-token",
    tag = "session",
    params(("session" = uuid::Uuid, Path, description = "The id from `POST /tokens`; `GET /me` tells that of the present one.")),
    security(("staff" = [])),
    responses((status = 204, description = "It holds no longer.")),
)]
pub(crate) async fn delete(
    State(api): State<Api>,
    staff: Staff,
    Path(session): Path<String>,
) -> Result<StatusCode, Problem> {
    let session: SessionId = session.parse().map_err(|_| Problem::hidden())?;
    let user = staff.signed.me.staff.id;
    let ended = api.app.write(move |tx, _, _| Ok(auth::end(tx, user, session)?)).await?;
    api.tokens.forget(session);
    if ended { Ok(StatusCode::NO_CONTENT) } else { Err(Problem::hidden()) }
}
