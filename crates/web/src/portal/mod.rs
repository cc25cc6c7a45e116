//! The public face: no account, no script needed.

mod access;
mod answers;
mod cookies;
mod data;
mod dates;
mod deadlines;
mod figures;
mod file;
mod find;
mod home;
mod how;
pub(crate) mod kept;
mod laws;
mod limit;
mod look_up;
mod obstructed;
mod pages;
mod papers;
mod periods;
mod place;
mod preferences;
pub(crate) mod recording;
mod scanned;
mod sealed;
mod station;
mod suggest;
mod track;
mod verify;
mod worker;

use axum::{
    Router,
    middleware::{self, Next},
    routing::{get, post},
};

pub(crate) use deadlines::read as read_occasion;
pub(crate) use figures::PlainFigures;

use crate::state::AppState;

/// The routes of the portal.
pub fn routes() -> Router<AppState> {
    let limit = limit::Limit::new();
    let delay = move |request, next: Next| limit::delay(limit.clone(), request, next);
    let forms = Router::new()
        .route("/file", get(file::get).post(file::post))
        .route("/file/alike", post(file::alike::post))
        .route("/file/{number}/receipt", get(file::receipt::get))
        .route("/t", get(look_up::get).post(look_up::post))
        .route("/t/close", post(look_up::close))
        .route("/verify", get(verify::get).post(verify::post))
        .merge(track::routes())
        .merge(find::routes())
        .merge(obstructed::routes())
        .merge(suggest::routes())
        .merge(sealed::routes())
        .layer(middleware::from_fn(delay));
    Router::new()
        .route("/", get(home::get))
        .route("/how", get(how::get))
        .route("/deadlines", get(deadlines::get))
        .route("/data", get(data::get))
        .route("/access", get(access::get))
        .route("/laws", get(laws::get))
        .route("/sealed", get(pages::sealed))
        .route("/offline", get(pages::offline))
        .route("/sw.js", get(worker::get))
        .route("/preferences", get(preferences::get))
        .route("/recordings/{phrase}", get(recording::get))
        .route("/s/{code}", get(station::get))
        .route("/s/forget", post(scanned::forget))
        .route("/s/{code}/about", get(station::about))
        .route("/s/{code}/sign", get(station::sign))
        .route("/agents", get(station::list))
        .route("/d", get(papers::ask))
        .route("/d/{code}", get(papers::get))
        .route("/answers", get(answers::list))
        .route("/answers/{name}", get(answers::one))
        .merge(forms)
}
