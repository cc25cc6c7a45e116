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
use crate::{
    problem::{self, Problem},
    state::AppState,
    ui::Line,
    view::Frame,
};

#[derive(Template)]
#[template(path = "desk/problem.html")]
struct ProblemPage {
    t: Frame,
    lines: Vec<Line>,
    hidden: bool,
}

/// The layer: a refusal that no page took up, and a failure of ours, get a face with the navigation around it.
pub(super) async fn put(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let path = parts.uri.path().to_owned();
    let desk = Desk::from_request_parts(&mut parts, &state).await.ok();
    let response = next.run(Request::from_parts(parts, body)).await;
    let Some(problem) = response.extensions().get::<Arc<Problem>>() else { return response };
    let Some(desk) = desk.filter(|desk| !desk.visit.wants_json()) else { return response };
    page(&desk, problem, is_of_a_matter(&path)).unwrap_or(response)
}

/// Whether an address is about matters: it names one, a letter or the like by its id, or several are dealt with at once. Other pages
/// belong to a post and not to a matter.
fn is_of_a_matter(path: &str) -> bool {
    let named = || path.split('/').any(|part| part.parse::<uuid::Uuid>().is_ok());
    path == "/desk/bulk" || path.starts_with("/desk/") && !path.starts_with("/desk/network") && named()
}

fn page(desk: &Desk, problem: &Problem, of_a_matter: bool) -> Option<Response> {
    let t = desk.t();
    let refused = |kind| matches!(problem, Problem::Refused(all) if all.first().is_some_and(|r| r.kind == kind));
    let missing = matches!(problem, Problem::NotFound) || refused(RefusalKind::NotPermitted);
    let (key, lines, status) = match problem {
        _ if missing && of_a_matter => ("desk-hidden-title", vec![], StatusCode::NOT_FOUND),
        _ if missing => ("desk-other-title", vec![t.say("desk-other-text").into()], StatusCode::NOT_FOUND),
        Problem::Refused(refusals) => {
            let lines = refusals.iter().map(|refusal| t.message(&refusal.message()).into()).collect();
            ("desk-refused-title", lines, problem.status())
        }
        Problem::Fault(_) => {
            let id = problem::told(problem, &desk.visit)?;
            let number = t.say("portal-problem-ours-id").with("id", id);
            let lines = vec![t.say("portal-problem-ours-text").into(), number.into()];
            ("portal-problem-ours", lines, problem.status())
        }
        _ => return None,
    };
    let page = ProblemPage { t: desk.frame(key, Here::Nowhere), lines, hidden: missing && of_a_matter };
    desk.visit.page_as(status, &page).ok()
}

#[cfg(test)]
mod tests {
    use super::is_of_a_matter;

    #[test]
    fn a_page_of_a_post_is_no_matter() {
        let id = "0190d9a4-6c2e-7aaa-8bbb-0123456789ab";
        assert!(is_of_a_matter(&format!("/desk/matters/{id}/do/accept")) && is_of_a_matter("/desk/bulk"));
        assert!(
            !is_of_a_matter(&format!("/desk/network/agents/{id}")) && !is_of_a_matter(&format!("/admin/staff/{id}"))
        );
        for path in ["/desk/register", "/desk/finds/new", "/desk/nowhere", "/admin", "/admin/units"] {
            assert!(!is_of_a_matter(path), "{path}");
        }
    }
}
