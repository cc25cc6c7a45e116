//! `GET /petitions/{number}`: how it stands.

use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use domain::case::CaseKind;
use services::{obstruction::track_report, petition::track, suggestion::track_suggestion, work_order::track_order};

use crate::api::{
    auth::Her,
    headers::{Lang, etag},
    problem::Problem,
    state::Api,
    wire::track::TrackBody,
};

/// How a case stands: who has it, until when, what she can do; then everything else.
#[utoipa::path(
    get,
    path = "/petitions/{number}",
    operation_id = "track-petition",
    tag = "petitioner",
    params(("number" = String, Path, description = "The number from the receipt.")),
    security(("case" = []), ("query_code" = [])),
    responses((status = 200, description = "The case.", body = TrackBody, headers(("ETag" = String, description = "Its version.")))),
)]
pub(crate) async fn get(State(api): State<Api>, Lang(locale): Lang, her: Her) -> Result<Response, Problem> {
    let read = api.app.read(move |tx, kit, ctx| match her.row(tx)?.kind() {
        CaseKind::Petition => Ok(TrackBody::petition(&track(tx, kit, ctx, &her.access)?, locale)),
        CaseKind::WorkOrder => {
            let view = track_order(tx, kit, ctx, &her.access)?;
            let days = ctx.today() - kernel::beijing_date(view.state.received_at);
            Ok(TrackBody::order(&view, days.get_days().into(), locale))
        }
        CaseKind::Obstruction => {
            let view = track_report(tx, kit, &her.access)?;
            let days = ctx.today() - kernel::beijing_date(view.state.received_at);
            Ok(TrackBody::report(&view, days.get_days().into(), locale))
        }
        CaseKind::Suggestion => {
            let view = track_suggestion(tx, kit, ctx, &her.access)?;
            let days = ctx.today() - kernel::beijing_date(view.state.received_at);
            Ok(TrackBody::suggestion(&view, days.get_days().into(), locale))
        }
        // A find has its own page, and nobody outside holds a code of the others.
        CaseKind::Find
        | CaseKind::Supervision
        | CaseKind::Advice
        | CaseKind::Meeting
        | CaseKind::Review
        | CaseKind::Mediation
        | CaseKind::Cluster
        | CaseKind::Whistleblow => Err(kernel::Refusal::not_permitted().into()),
    });
    let view = read.await.map_err(|error| Problem::from(error).hide())?;
    Ok(([etag(view.version)], Json(view)).into_response())
}
