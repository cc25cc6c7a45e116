//! `POST /matters/{id}/commands/{command}`: one command. Documented command by command, from the transition tables.

use axum::{
    extract::{FromRequest, Path, Request, State},
    response::Response,
};
use serde_json::Value;

use super::{commands::carry_out, open};
use crate::api::{
    auth::Staff,
    body::Raw,
    commands::{Prepared, unknown},
    headers::{IfMatch, Lang},
    problem::Problem,
    state::Api,
};

pub(crate) async fn post(
    State(api): State<Api>,
    Lang(locale): Lang,
    staff: Staff,
    Path((id, command)): Path<(String, String)>,
    IfMatch(expected): IfMatch,
    request: Request,
) -> Result<Response, Problem> {
    let id = open::id(&id)?;
    let Raw(body): Raw<Value> = Raw::from_request(request, &api).await?;
    let prepared = Prepared::read(&command, body, "").ok_or_else(|| unknown(&command))?;
    if let Some(refusals) = prepared.hopeless() {
        return Err(refusals.into());
    }
    carry_out(&api, &staff, id, expected, locale, vec![prepared]).await
}
