//! Problems in the desk's dress. What is not hers to see and what does not exist look the same.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{FromRequestParts as _, Request, State},
    http::StatusCode,
    middleware::Next,
    response::Response,
};
use kernel::RefusalKind;

use super::{Desk, Here};
use crate::{problem::Problem, state::AppState, ui::Line, view::Frame};

#[derive(Template)]
#[template(path = "desk/problem.html")]
struct ProblemPage {
    t: Frame,
    lines: Vec<Line>,
    hidden: bool,
}

/// The layer: a refusal that no page took up gets a face with the navigation around it. Our own faults keep the plain one.
pub(super) async fn put(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let desk = Desk::from_request_parts(&mut parts, &state).await.ok();
    let response = next.run(Request::from_parts(parts, body)).await;
    let Some(problem) = response.extensions().get::<Arc<Problem>>() else { return response };
    let Some(desk) = desk.filter(|desk| !desk.visit.wants_json()) else { return response };
    page(&desk, problem).unwrap_or(response)
}

fn page(desk: &Desk, problem: &Problem) -> Option<Response> {
    let t = desk.t();
    let refused = |kind| matches!(problem, Problem::Refused(all) if all.first().is_some_and(|r| r.kind == kind));
    let hidden = matches!(problem, Problem::NotFound) || refused(RefusalKind::NotPermitted);
    let (key, lines, status) = match problem {
        _ if hidden => ("desk-hidden-title", vec![], StatusCode::NOT_FOUND),
        Problem::Refused(refusals) => {
            let lines = refusals.iter().map(|refusal| t.message(&refusal.message()).into()).collect();
            ("desk-refused-title", lines, problem.status())
        }
        _ => return None,
    };
    let page = ProblemPage { t: desk.frame(key, Here::Nowhere), lines, hidden };
    desk.visit.page_as(status, &page).ok()
}
