//! `/desk/letters`: the papers of one's own office: what waits for a signature, what went out, what is void; one letter with what can
//! be done to it; drafting one in a case. A letter is taken out as a file on record only.

mod draft;
mod file;
mod list;
mod revise;
mod show;

use axum::{
    Router,
    routing::{get, post},
};

use crate::state::AppState;

/// The routes of letters.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/desk/letters", get(list::get))
        .route("/desk/letters/new/{case}", get(draft::get).post(draft::post))
        .route("/desk/letters/{id}", get(show::get))
        .route("/desk/letters/{id}/revise", get(revise::get).post(revise::post))
        .route("/desk/letters/{id}/sign", post(show::sign))
        .route("/desk/letters/{id}/drop", post(show::drop_draft))
        .route("/desk/letters/{id}/void", post(show::void))
        .route("/desk/letters/{id}/file", get(file::get))
}

pub(crate) use file::{give, handed_out};
pub(super) use list::{PaperLine, papers, writes};
