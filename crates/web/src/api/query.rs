//! Query strings of lists: read strictly, so that a filter that is misspelt is not silently none.

use axum::{
    extract::{FromRequestParts, Query},
    http::{StatusCode, request::Parts},
};
use kernel::{Cursor, Refusal};
use serde::de::DeserializeOwned;

use super::{problem::Problem, state::Api};

/// The parameters of a list.
pub(crate) struct Asked<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequestParts<Api> for Asked<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, api: &Api) -> Result<Self, Problem> {
        let query = Query::<T>::from_request_parts(parts, api).await;
        query.map(|Query(asked)| Self(asked)).map_err(|rejection| {
            let said = rejection.body_text();
            // `… query string: overdue: provided string was not …` or `… unknown field `x`, expected …`.
            let unknown = said.split('`').nth(1).filter(|_| said.contains("unknown field"));
            let field = unknown.or_else(|| said.split(": ").nth(1).filter(|name| name.len() <= 20)).unwrap_or_default();
            let field: String = field.chars().take(40).collect();
            wrong(&field)
        })
    }
}

/// A parameter that cannot be read.
pub(crate) fn wrong(field: &str) -> Problem {
    Problem::of(StatusCode::BAD_REQUEST, Refusal::invalid(field, "api-query"))
}

/// Where the page begins.
pub(crate) fn cursor(text: Option<&str>) -> Result<Option<Cursor>, Problem> {
    text.map(|text| Cursor::decode(text).ok_or_else(|| wrong("cursor"))).transpose()
}

/// How many rows a page has: 20 unless told, 100 at most.
pub(crate) fn size(asked: Option<u32>) -> Result<u32, Problem> {
    match asked.unwrap_or(20) {
        size @ 1..=100 => Ok(size),
        _ => Err(wrong("size")),
    }
}

/// A choice by its stable name.
pub(crate) fn choice<T>(
    field: &str,
    text: Option<&str>,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, Problem> {
    text.map(|text| parse(text).ok_or_else(|| wrong(field))).transpose()
}

/// A value that parses itself.
pub(crate) fn value<T: std::str::FromStr>(field: &str, text: Option<&str>) -> Result<Option<T>, Problem> {
    choice(field, text, |text| text.parse().ok())
}
