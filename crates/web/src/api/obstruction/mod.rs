//! Reports over a unit's head: filed by anyone, read and answered by the level above. Whoever reported follows hers under
//! `/petitions/{number}`, like any matter.

mod act;
mod answer;
mod file;
mod list;
mod note;
mod open;
mod take_up;
mod wire;

use utoipa_axum::{router::OpenApiRouter, routes};

use super::state::Api;

pub(super) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::default()
        .routes(routes!(list::get, file::post))
        .routes(routes!(open::get))
        .routes(routes!(take_up::post))
        .routes(routes!(note::post))
        .routes(routes!(answer::post))
}
