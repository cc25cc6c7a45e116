//! `/t/{number}`: everything about one matter, for whoever holds its number and code.

mod act;
mod add;
mod answer;
mod claims;
mod cluster;
mod confirm;
mod contest;
mod copy;
mod files;
mod look;
mod mandate;
mod matter;
mod mediation;
mod mine;
mod notify;
mod nudge;
mod order;
mod ordinary;
mod page;
mod papers;
mod rate;
mod rate_review;
mod receipt;
mod reception;
mod remedy;
mod reopen;
mod review;
mod road;
mod undone;
mod views;
mod voice;
mod withdraw;

use axum::{
    Router,
    extract::{Path, Query},
    response::Response,
    routing::{get, post},
};
use kernel::CaseNumber;
use serde::Deserialize;
use services::petition::Access;

use super::{cookies::Ticket, find, kept, obstructed, suggest};
use crate::{
    forms::{FormErrors, Submission},
    problem::Problem,
    state::AppState,
    view::Visit,
};

/// What was just done, to be said once on top.
#[derive(Deserialize, Default)]
pub(super) struct Done {
    #[serde(default)]
    done: String,
}

/// The pages of one matter.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/t/{number}", get(show))
        .route("/t/{number}/rate", get(rate::get).post(rate::post))
        .route("/t/{number}/rate-review", get(rate_review::get).post(rate_review::post))
        .route("/t/{number}/add", get(add::get).post(add::post))
        .route("/t/{number}/withdraw", get(withdraw::get).post(withdraw::post))
        .route("/t/{number}/mandate", get(mandate::get).post(mandate::post))
        .route("/t/{number}/other", get(mandate::other_get).post(mandate::other_post))
        .route("/t/{number}/reception", get(reception::get).post(reception::post))
        .route("/t/{number}/remedy", get(remedy::get).post(remedy::post))
        .route("/t/{number}/went", get(remedy::went_get).post(remedy::went_post))
        .route("/t/{number}/nudge", get(nudge::get).post(nudge::post))
        .route("/t/{number}/confirm", get(confirm::get).post(confirm::post))
        .route("/t/{number}/undone", get(undone::get).post(undone::post))
        .route("/t/{number}/ordinary", get(ordinary::get).post(ordinary::post))
        .route("/t/{number}/reopen", get(reopen::get).post(reopen::post))
        .route("/t/{number}/answer", get(answer::get))
        .route("/t/{number}/review", get(review::get))
        .route("/t/{number}/contest", get(contest::get).post(contest::post))
        .route("/t/{number}/uncontest", get(contest::back_get).post(contest::back_post))
        .route("/t/{number}/notify", get(notify::get).post(notify::post))
        .route("/t/{number}/mine", get(mine::get).post(mine::post))
        .route("/t/{number}/mine/ask", post(mine::ask))
        .route("/t/{number}/copy", post(copy::post))
        .route("/t/{number}/views", get(views::get))
        .route("/t/{number}/cluster", get(cluster::get))
        .route("/t/{number}/views/{look}", get(look::get).post(look::post))
        .route("/t/{number}/receipt.json", get(receipt::get))
        .route("/t/{number}/files/{id}", get(files::get))
        .route("/t/{number}/papers/{id}", get(papers::get))
        .merge(mediation::routes())
}

/// `GET /t/{number}`.
async fn show(
    visit: Visit,
    ticket: Ticket,
    Path(number): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Problem> {
    let proof = ticket.access.clone();
    if let Some(opened) = matter::open(&visit, ticket.access, &number).await? {
        visit.page(&page::of(&visit, &opened, &done.done))
    } else {
        if let Some(page) = mediation::track(&visit, proof.clone(), &number, &done.done).await? {
            return Ok(page);
        }
        if let Some(page) = find::track(&visit, proof.clone(), &number, &done.done).await? {
            return Ok(page);
        }
        match suggest::track(&visit, proof.clone(), &number, &done.done).await? {
            Some(page) => Ok(page),
            None => obstructed::track(&visit, proof, &number, &done.done).await,
        }
    }
}

/// The form that was carried over a look-up, as it was.
pub(super) async fn resume(
    visit: &Visit,
    access: &Access,
    number: &CaseNumber,
    step: &str,
    sent: &Submission,
) -> Result<Response, Problem> {
    let look = step.strip_prefix(look::STEP);
    let step = act::Step::parse(step);
    if step.is_none() && look.is_none() {
        return Err(Problem::NotFound);
    }
    let Some(opened) = matter::open(visit, Some(access.clone()), number.as_str()).await? else {
        return obstructed::resume(visit, access, number, sent).await;
    };
    let ok = axum::http::StatusCode::OK;
    let Some(step) = step else {
        return look::again(visit, &opened, look.unwrap_or_default(), sent, FormErrors::default(), ok);
    };
    let files = kept::remembered(&visit.state, sent);
    act::again(visit, &opened, step, sent, FormErrors::default(), &files, ok)
}
