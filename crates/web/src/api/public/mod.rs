//! For petitioners and whoever files for them: no account. A case is opened by number and query code. Reference data, public by
//! law, stands here too.

mod access;
mod agents;
mod answers;
mod ask;
mod ask_recusal;
mod attachment;
mod attachments;
mod clocks;
mod confirm;
mod deadlines;
mod divisions;
pub(super) mod file;
mod material;
mod nudge;
mod organisations;
mod rate;
mod reopen;
mod revoke_mandate;
mod stations;
mod track;
mod upload;
mod withdraw;

use axum::extract::DefaultBodyLimit;
use utoipa_axum::{
    router::{OpenApiRouter, UtoipaMethodRouterExt as _},
    routes,
};

use super::state::Api;
use crate::state::Limits;

pub(super) fn routes(limits: &Limits) -> OpenApiRouter<Api> {
    let files = DefaultBodyLimit::max(super::upload::most(limits));
    OpenApiRouter::default()
        .routes(routes!(file::post))
        .routes(routes!(access::post))
        .routes(routes!(track::get))
        .routes(routes!(rate::post))
        .routes(routes!(confirm::post))
        .routes(routes!(nudge::post))
        .routes(routes!(withdraw::post))
        .routes(routes!(revoke_mandate::post))
        .routes(routes!(ask_recusal::post))
        .routes(routes!(material::post))
        .routes(routes!(reopen::post))
        .routes(routes!(attachments::get))
        .routes(routes!(upload::post).layer(files))
        .routes(routes!(attachment::get))
        .routes(routes!(divisions::get))
        .routes(routes!(organisations::get))
        .routes(routes!(stations::get))
        .routes(routes!(agents::get))
        .routes(routes!(answers::list))
        .routes(routes!(answers::get))
        .routes(routes!(clocks::get))
        .routes(routes!(deadlines::post))
}
