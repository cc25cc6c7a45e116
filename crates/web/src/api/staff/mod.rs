//! For members of staff, agents and their systems: with a bearer token.

mod attachment;
mod attachments;
mod colleagues;
mod command;
mod commands;
mod events;
mod letters;
mod matter;
mod matters;
mod me;
mod on_behalf;
mod open;
mod reveal;
mod revoke;
mod search;
mod suggestions;
mod tokens;
mod upload;
mod work_orders;

use axum::{extract::DefaultBodyLimit, routing};
use utoipa_axum::{
    router::{OpenApiRouter, UtoipaMethodRouterExt as _},
    routes,
};

use super::state::Api;
use crate::state::Limits;

pub(super) fn routes(limits: &Limits) -> OpenApiRouter<Api> {
    let files = DefaultBodyLimit::max(super::upload::most(limits));
    OpenApiRouter::default()
        .routes(routes!(tokens::post))
        .routes(routes!(revoke::delete))
        .routes(routes!(me::get))
        .routes(routes!(matters::get))
        .routes(routes!(search::get))
        .routes(routes!(matter::get))
        .routes(routes!(events::get))
        .routes(routes!(reveal::post))
        .routes(routes!(commands::post))
        // Documented command by command, from the transition tables.
        .route("/matters/{id}/commands/{command}", routing::post(command::post))
        .routes(routes!(attachments::get))
        .routes(routes!(upload::post).layer(files))
        .routes(routes!(attachment::get))
        .routes(routes!(letters::list, letters::draft))
        .routes(routes!(letters::get, letters::revise, letters::drop_draft))
        .routes(routes!(letters::sign))
        .routes(routes!(letters::void))
        .routes(routes!(letters::file))
        .routes(routes!(on_behalf::post))
        .routes(routes!(work_orders::post))
        .routes(routes!(colleagues::get))
        .routes(routes!(suggestions::get))
        .routes(routes!(suggestions::same_person))
}
