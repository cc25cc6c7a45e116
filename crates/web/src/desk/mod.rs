//! The staff's face. One route a file; a page per decision, so that everything works without script.
//!
//! A handler takes a [`Desk`]: the visit, who is signed in, and the frame around the page. Whatever is not hers to see, or does
//! not exist, is answered with one and the same page ([`face`]).

mod act;
mod answers;
mod asked;
mod assist;
mod bulk;
mod campaigns;
mod case;
mod clusters;
mod cycle;
mod decide;
mod doorstep;
mod errands;
mod face;
mod files;
mod filters;
mod finds;
mod follow_up;
mod identity;
mod inbox;
mod keys;
mod leader;
pub(crate) mod ledgers;
pub(crate) mod letters;
mod live;
mod mandate;
mod mediations;
mod meetings;
mod objections;
mod obstructions;
mod opinions;
mod orders;
mod owing;
mod page;
mod petition;
mod preview;
mod reception;
mod recordings;
mod register;
mod retention;
mod reviews;
mod room;
mod rows;
mod sealed;
mod search;
mod suggestions;
mod supervision;
mod transcript;
mod triage;
mod unreached;
mod urgent;
pub(crate) mod when;
mod work_order;

#[cfg(test)]
mod tests;

use axum::{
    Router, middleware,
    routing::{get, post},
};

pub(crate) use ledgers::attached;
pub use page::{Desk, Here};

use crate::{auth, problem::Problem, state::AppState};

/// Whoever is signed in sees an address that does not exist in the desk's dress.
async fn nowhere() -> Problem {
    Problem::NotFound
}

/// The rooms that declare their routes themselves.
fn rooms() -> Router<AppState> {
    Router::new()
        .merge(doorstep::routes())
        .merge(finds::routes())
        .merge(obstructions::routes())
        .merge(sealed::routes())
        .merge(letters::routes())
        .merge(supervision::routes())
        .merge(mediations::routes())
        .merge(meetings::routes())
        .merge(clusters::routes())
        .merge(reviews::routes())
        .merge(suggestions::routes())
        .merge(retention::routes())
}

/// Every route of the desk, each behind the session but the sign-in itself.
pub(crate) fn routes(state: &AppState) -> Router<AppState> {
    Router::new()
        .merge(auth::routes())
        .merge(crate::admin::routes())
        .route("/desk", get(inbox::get))
        .route("/desk/orders", get(orders::get))
        .route("/desk/answers", get(answers::get))
        .route("/desk/answers/new", get(answers::new).post(answers::publish))
        .route("/desk/answers/{id}", get(answers::open).post(answers::change))
        .route("/desk/answers/{id}/withdraw", post(answers::withdraw))
        .route("/desk/search", get(search::get))
        .route("/desk/keys", get(keys::get).post(keys::post))
        .route("/desk/live", get(live::get))
        .route("/desk/preview/{id}", get(preview::get))
        .route("/desk/filters", get(filters::get).post(filters::post))
        .route("/desk/bulk", post(bulk::post))
        .route("/desk/register", get(register::get).post(register::post))
        .route("/desk/register/receipt", get(register::receipt))
        .route("/desk/triage/{id}", get(triage::get).post(triage::post))
        .route("/desk/triage/{id}/suggestion", axum::routing::post(triage::suggestion_post))
        .route("/desk/triage/{id}/alike", axum::routing::post(triage::alike_post))
        .route("/desk/objections/{id}", get(objections::get).post(objections::post))
        .route("/desk/opinions/{id}", get(opinions::get).post(opinions::post))
        .route("/desk/cycle", get(cycle::get).post(cycle::post))
        .route("/desk/campaigns", get(campaigns::list).post(campaigns::open))
        .route("/desk/campaigns/{id}", get(campaigns::get).post(campaigns::end))
        .route("/desk/errands", get(errands::get).post(errands::post))
        .route("/desk/assist", get(assist::get))
        .route("/desk/assist/{id}", get(assist::open).post(assist::give))
        .route("/desk/recordings", get(recordings::get))
        .route("/desk/follow-up", get(follow_up::get))
        .route("/desk/unreached", get(unreached::get))
        .route("/desk/unreached/{id}", get(unreached::open).post(unreached::post))
        .route("/desk/follow-up/{id}", get(follow_up::ask_get).post(follow_up::ask_post))
        .route("/desk/matters/{id}", get(case::get))
        .route("/desk/leader", get(leader::list))
        .route("/desk/reception", get(reception::list).post(reception::open))
        .route("/desk/reception/{id}", get(reception::get).post(reception::post))
        .route("/desk/matters/{id}/urgent", get(urgent::get).post(urgent::post))
        .route("/desk/matters/{id}/lead", get(leader::get).post(leader::post))
        .route("/desk/matters/{id}/identity", get(identity::get).post(identity::post))
        .route("/desk/matters/{id}/mandate", get(mandate::sheet))
        .route("/desk/matters/{id}/files/{file}", get(files::get))
        .route("/desk/matters/{id}/files/{file}/transcript", get(transcript::get).post(transcript::post))
        .route("/desk/matters/{id}/do/{command}", get(petition::get).post(petition::post))
        .route("/desk/ledgers", get(ledgers::get).post(ledgers::post))
        .merge(rooms())
        .route("/desk/orders/{id}", get(work_order::show))
        .route("/desk/orders/{id}/do/{command}", get(work_order::get).post(work_order::post))
        .route("/desk/{*rest}", get(nowhere))
        .route("/admin/{*rest}", get(nowhere))
        .layer(middleware::from_fn_with_state(state.clone(), face::put))
        .layer(middleware::from_fn_with_state(state.clone(), auth::guard))
        .merge(auth::open_routes())
        .merge(doorstep::open_routes())
}
