//! `/desk/orders`: the same list, work orders only.

use axum::{extract::Query, response::Response};

use super::{Desk, asked::Asked, inbox};
use crate::problem::Problem;

/// `GET /desk/orders`.
pub(super) async fn get(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    inbox::show(desk, Asked { orders: "1".into(), kind: String::new(), ..asked }).await
}
