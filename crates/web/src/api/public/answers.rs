//! `GET /answers`: what people often ask and how it was answered; public.

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use domain::dispatch::CategoryPath;
use kernel::{DivisionCode, Refusal};
use serde::{Deserialize, Serialize};
use services::answers::{self, Answer, Query};
use utoipa::{IntoParams, ToSchema};

use crate::api::{
    problem::Problem,
    query::{self, Asked},
    state::Api,
};

/// The longest question, in characters.
const LONGEST: usize = 200;

/// Which answers.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct AnswerQuery {
    /// Those that hold in this division.
    division: Option<String>,
    /// Of this category and below it.
    category: Option<String>,
    /// Words that must all occur.
    q: Option<String>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
    /// How many, 1 to 100.
    size: Option<u32>,
}

/// A published answer. It names nobody.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PublishedAnswer {
    /// Its name in addresses.
    slug: String,
    /// Where it holds.
    division: String,
    /// What people ask.
    question: String,
    /// The answer.
    answer: String,
    /// Category path.
    category: Option<String>,
    /// Who answered.
    unit: Option<String>,
    /// When it was published, or changed last.
    #[schema(format = "date")]
    published_on: String,
}

/// A page of answers.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PublishedAnswers {
    /// Newest first.
    items: Vec<PublishedAnswer>,
    /// Where the next page begins; absent on the last.
    next: Option<String>,
}

impl From<Answer> for PublishedAnswer {
    fn from(answer: Answer) -> Self {
        Self {
            slug: answer.slug,
            division: answer.division.to_string(),
            question: answer.question.to_string(),
            answer: answer.answer.to_string(),
            category: answer.category.map(|path| path.to_string()),
            unit: Some(answer.unit_name).filter(|name| !name.is_empty()),
            published_on: answer.published_on.to_string(),
        }
    }
}

/// What people often ask, with the answers of the offices.
#[utoipa::path(
    get,
    path = "/answers",
    operation_id = "list-answers",
    tag = "reference",
    params(AnswerQuery),
    responses((status = 200, description = "A page.", body = PublishedAnswers)),
)]
pub(crate) async fn list(
    State(api): State<Api>,
    Asked(asked): Asked<AnswerQuery>,
) -> Result<Json<PublishedAnswers>, Problem> {
    let words = asked.q.unwrap_or_default();
    if words.chars().count() > LONGEST {
        return Err(query::wrong("q"));
    }
    let division = asked.division.as_deref().map(DivisionCode::parse).transpose();
    let category = asked.category.as_deref().map(CategoryPath::parse).transpose();
    let query = Query {
        division: division.map_err(|_| query::wrong("division"))?,
        category: category.map_err(|_| query::wrong("category"))?,
        words,
        after: query::cursor(asked.cursor.as_deref())?,
        limit: query::size(asked.size)?,
    };
    let page = api.app.read(move |tx, _, _| Ok(answers::list(tx, &query)?)).await?;
    let page = page.map(PublishedAnswer::from);
    Ok(Json(PublishedAnswers { items: page.items, next: page.next.map(|next| next.encode()) }))
}

/// One answer.
#[utoipa::path(
    get,
    path = "/answers/{slug}",
    operation_id = "get-answer",
    tag = "reference",
    params(("slug" = String, Path, description = "Its name in addresses.")),
    responses((status = 200, description = "The answer.", body = PublishedAnswer)),
)]
pub(crate) async fn get(State(api): State<Api>, Path(slug): Path<String>) -> Result<Json<PublishedAnswer>, Problem> {
    let found = api.app.read(move |tx, _, _| Ok(answers::get(tx, &slug)?)).await?;
    let none = || Problem::of(StatusCode::NOT_FOUND, Refusal::invalid("slug", "answer-unknown"));
    Ok(Json(found.ok_or_else(none)?.into()))
}
