//! What lies around every desk route: finds the session, or leads to the sign-in without losing what was typed.

use axum::{
    extract::{FromRequest as _, Request, State},
    http::{HeaderMap, Method, StatusCode},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use kernel::Refusal;
use services::{
    Error,
    auth::{self, Kind, SessionPolicy},
};

use super::{Carried, SignedIn, cookie, sign_in};
use crate::{forms::Submission, problem::Problem, state::AppState, view::Visit};

/// Where a first password is changed; nothing else is open before that.
const PASSWORD: &str = "/desk/password";

/// The stream of changes: a page that listens is not somebody at work, so it does not keep a session alive.
const LIVE: &str = "/desk/live";

/// Who holds the session of `token`, without noting that it is in use; `None` when it has ended.
///
/// # Errors
/// A fault of storage.
pub(crate) async fn session(state: &AppState, token: &str) -> Result<Option<SignedIn>, Problem> {
    let (ctx, token) = (state.ctx(), token.to_owned());
    match state.store.read(move |tx| auth::authenticate(tx, &ctx, Kind::Browser, &token)).await {
        Ok(found) => Ok(Some(SignedIn::new(found))),
        Err(Error::Fault(fault)) => Err(fault.into()),
        Err(_) => Ok(None),
    }
}

/// Who holds the request's session; `None` when nobody does.
///
/// # Errors
/// A fault of storage.
async fn who(state: &AppState, headers: &HeaderMap, path: &str) -> Result<Option<SignedIn>, Problem> {
    let Some(token) = cookie::token(headers) else { return Ok(None) };
    let Some(found) = session(state, &token).await? else { return Ok(None) };
    if found.needs_touch && path != LIVE {
        let (ctx, session) = (state.ctx(), found.session.id);
        state.store.write(move |tx| auth::touch(tx, &ctx, session, SessionPolicy::default())).await?;
    }
    Ok(Some(found))
}

/// The layer.
pub(crate) async fn guard(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    match who(&state, request.headers(), request.uri().path()).await {
        Ok(Some(found)) => {
            let path = request.uri().path();
            if found.me.must_change && path != PASSWORD && path != "/desk/sign-out" {
                return Redirect::to(PASSWORD).into_response();
            }
            if let Some(token) = cookie::token(request.headers()) {
                request.extensions_mut().insert(cookie::csrf_subject(&token));
            }
            request.extensions_mut().insert(found);
            next.run(request).await
        }
        Ok(None) => lead_in(state, request).await,
        Err(problem) => problem.into_response(),
    }
}

/// To the sign-in: by a link back for a page, with everything typed for a form.
async fn lead_in(state: AppState, mut request: Request) -> Response {
    let path = request.uri().path_and_query().map_or("/desk", |path| path.as_str()).to_owned();
    if request.method() != Method::POST {
        let (parts, _) = request.into_parts();
        if Visit::of(&parts, &state).wants_json() {
            return Problem::from(Refusal::not_signed_in()).into_response();
        }
        let query = serde_urlencoded::to_string([("back", path)]).unwrap_or_default();
        return Redirect::to(&format!("/desk/sign-in?{query}")).into_response();
    }
    if let Some(token) = cookie::token(request.headers()) {
        // The session has ended, its cookie is still there: the form is told from one that another site made up.
        request.extensions_mut().insert(cookie::csrf_subject(&token));
    }
    let (parts, body) = request.into_parts();
    let request = Request::from_parts(parts.clone(), body);
    let submission = match Submission::from_request(request, &state).await {
        Ok(submission) => submission,
        Err(problem) => return problem.into_response(),
    };
    let mut parts = parts;
    parts.extensions.remove::<crate::forms::CsrfSubject>();
    let visit = Visit::of(&parts, &state);
    let carried = Carried::of(&submission, &path, state.ctx().now());
    let page = sign_in::expired(&visit, carried.as_ref());
    page.map_or_else(IntoResponse::into_response, |mut response| {
        *response.status_mut() = StatusCode::UNAUTHORIZED;
        response
    })
}
