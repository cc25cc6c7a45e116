//! `POST /petitions/{number}/rate`: how she finds it.

use axum::{extract::State, response::Response};
use domain::{
    case::{Grade, RatingTarget},
    petition, work_order,
};
use kernel::Text;

use super::ask::{Wish, ask};
use crate::api::{
    auth::Her,
    body::{Sent, Words, body},
    commands::Outcome,
    headers::{Lang, MaybeIfMatch},
    problem::Problem,
    state::Api,
};

body! {
    /// A rating; it may be changed for seven days.
    RateBody {
        /// Whom; needed for a petition, where bureau and unit are rated apart, and left out for a work order.
        target: Option<RatingTarget>,
        /// How.
        grade: Grade,
        /// In words.
        comment: Option<Words<1000>>,
    } => Wish: wish(target, grade, comment)
}

fn wish(target: Option<RatingTarget>, grade: Grade, comment: Option<Text<1000>>) -> Wish {
    let order = target.is_none().then(|| work_order::Command::Rate { grade, comment: comment.clone() });
    Wish { petition: target.map(|target| petition::Command::Rate { target, grade, comment }), order, report: None }
}

/// Rate the bureau or the unit. Only the petitioner can; nobody counts her silence.
#[utoipa::path(
    post,
    path = "/petitions/{number}/rate",
    operation_id = "rate",
    tag = "petitioner",
    params(
        ("number" = String, Path, description = "The number from the receipt."),
        ("If-Match" = Option<String>, Header, description = "The version you saw; the case as it stands when it is missing."),
    ),
    security(("case" = []), ("query_code" = [])),
    request_body = RateBody,
    responses((status = 200, description = "How the case stands now.", body = Outcome)),
)]
pub(crate) async fn post(
    State(api): State<Api>,
    Lang(locale): Lang,
    her: Her,
    MaybeIfMatch(expected): MaybeIfMatch,
    Sent(wish): Sent<RateBody>,
) -> Result<Response, Problem> {
    ask(&api, her, expected, locale, wish).await
}
