//! `/desk/orders`: the same list, work orders only.

use axum::{extract::Query, response::Response};
use domain::case::CaseKind;

use super::{Desk, inbox};
use crate::problem::Problem;

/// `GET /desk/orders`.
pub(super) async fn get(desk: Desk, Query(asked): Query<inbox::Asked>) -> Result<Response, Problem> {
    inbox::show(desk, asked, Some(CaseKind::WorkOrder)).await
}
