//! `/sealed/card`: what an agent shows when somebody begins to tell of wrongdoing. It is shown, printed, and never a record.

use askama::Template;
use axum::{
    extract::Query,
    http::{HeaderMap, StatusCode},
    response::Response,
};
use domain::whistleblow::offices::Way;
use kernel::DivisionCode;
use serde::Deserialize;

use super::page;
use crate::{
    portal::station::origin,
    problem::Problem,
    ui::ReceiptBlock,
    view::{Frame, Visit},
};

#[derive(Template)]
#[template(path = "portal/sealed-card.html")]
struct CardPage {
    t: Frame,
    ways: Vec<Way>,
    /// The sealed intake of this house, to be scanned.
    qr: String,
    address: String,
}

/// For which place.
#[derive(Deserialize, Default)]
pub(super) struct At {
    #[serde(default)]
    place: String,
}

/// `GET /sealed/card?place=`.
pub(super) async fn get(visit: Visit, headers: HeaderMap, Query(at): Query<At>) -> Result<Response, Problem> {
    let place = DivisionCode::parse(&at.place).ok().or_else(|| visit.state.config.home.clone());
    let place = place.or_else(|| DivisionCode::parse("15").ok()).ok_or(Problem::NotFound)?;
    let rules = visit.state.kit.sealed_rules(&place, visit.state.ctx().today());
    let address = format!("{}/sealed", origin(&visit, &headers));
    let card = CardPage {
        t: visit.frame("sealed-card-title"),
        ways: rules.ways.clone(),
        qr: ReceiptBlock::qr(&address),
        address,
    };
    page(&visit, StatusCode::OK, &card)
}
