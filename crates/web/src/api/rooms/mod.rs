//! Rooms beside the matters: review and recheck, joint meetings, dangers reported beside a matter, campaigns, errands. Each is read and
//! worked as its desk is, with the same permissions.

mod act;
mod campaigns;
mod errands;
pub(crate) mod meeting_bodies;
mod meetings;
pub(crate) mod review_bodies;
mod reviews;
mod urgent;
mod wire;

use axum::routing;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::state::Api;

pub(super) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::default()
        .routes(routes!(reviews::list))
        .routes(routes!(reviews::open))
        .routes(routes!(reviews::ask))
        // Documented command by command, from the transition tables.
        .route("/reviews/{id}/commands/{command}", routing::post(reviews::command))
        .routes(routes!(meetings::list, meetings::call))
        .routes(routes!(meetings::open))
        .route("/meetings/{id}/commands/{command}", routing::post(meetings::command))
        .routes(routes!(urgent::going))
        .routes(routes!(urgent::open, urgent::post))
        .routes(routes!(campaigns::list, campaigns::begin))
        .routes(routes!(campaigns::open))
        .routes(routes!(campaigns::end))
        .routes(routes!(errands::list, errands::note))
}
