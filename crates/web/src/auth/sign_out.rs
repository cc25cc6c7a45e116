//! `POST /desk/sign-out`.

use axum::{
    http::header,
    response::{IntoResponse, Redirect, Response},
};
use services::auth;

use super::{SignedIn, cookie};
use crate::{forms::Submission, problem::Problem, view::Visit};

/// Ends the session and takes the cookie away.
pub(super) async fn post(visit: Visit, who: SignedIn, sent: Submission) -> Result<Response, Problem> {
    if sent.is_refused() {
        return Ok(Redirect::to("/desk").into_response());
    }
    let (user, session) = (who.user(), who.session.id);
    visit.state.store.write(move |tx| auth::end(tx, user, session)).await?;
    let mut response = Redirect::to("/desk/sign-in").into_response();
    let gone = cookie::forget(visit.state.config.secure_cookies);
    response.headers_mut().extend(gone.map(|value| (header::SET_COOKIE, value)));
    Ok(response)
}
