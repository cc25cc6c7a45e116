//! The administrator's pages: divisions, units, staff, clocks, calendar, settings; and the auditor's page. No content of a case
//! anywhere, not even titles (principle 10). Plain forms and tables, no script.
//!
//! A handler takes an [`Admin`], asks leave for what it does by [`Leave::permit`], and answers with a [`Page`].

mod audit;
mod calendar;
mod catalogue;
mod clocks;
mod divisions;
mod letters;
mod network;
mod notices;
mod oversight;
mod overview;
mod page;
mod panel;
mod practice;
mod report;
mod resolve;
mod retention;
mod settings;
mod staff;
mod units;
mod who;

#[cfg(test)]
mod tests;

use axum::{Router, routing::get, routing::post};

use page::{Page, Section, Spot, back};
use panel::{Group, Panel};
use who::{Admin, Leave};

use crate::state::AppState;

/// The routes; the desk's layers (session, faces of problems) lie around them.
pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/admin", get(overview::get))
        .route("/admin/divisions", get(divisions::get))
        .route("/admin/divisions/import", get(divisions::import::get).post(divisions::import::post))
        .route("/admin/units", get(units::get))
        .route("/admin/units/new", get(units::edit::get_new).post(units::edit::post_new))
        .route("/admin/units/import", get(units::import::get).post(units::import::post))
        .route("/admin/units/{id}", get(units::edit::get).post(units::edit::post))
        .route("/admin/staff", get(staff::get))
        .route("/admin/staff/new", get(staff::edit::get_new).post(staff::edit::post_new))
        .route("/admin/staff/import", get(staff::import::get).post(staff::import::post))
        .route("/admin/staff/{id}", get(staff::edit::get).post(staff::edit::post))
        .route("/admin/staff/{id}/password", post(staff::password::post))
        .route("/admin/clocks", get(clocks::get).post(clocks::post))
        .route("/admin/calendar", get(calendar::get).post(calendar::post))
        .route("/admin/calendar/publish", post(calendar::publish::post))
        .route("/admin/catalogue", get(catalogue::get))
        .route("/admin/catalogue/row", get(catalogue::row::get).post(catalogue::row::post))
        .route("/admin/catalogue/row/remove", post(catalogue::row::remove))
        .route("/admin/catalogue/import", get(catalogue::import::get).post(catalogue::import::post))
        .route("/admin/letters", get(letters::get))
        .route("/admin/letters/{kind}", get(letters::get_one).post(letters::post_one))
        .route("/admin/letters/{kind}/preview", post(letters::preview))
        .route("/admin/oversight", get(oversight::get))
        .route("/admin/practice", get(practice::get).post(practice::post))
        .route("/admin/practice/file", get(practice::file))
        .route("/admin/practice/part", get(practice::part::get).post(practice::part::post))
        .route("/admin/practice/back", post(practice::part::back_to))
        .route("/admin/network", get(network::get))
        .route("/admin/network/import/{kind}", get(network::sheets::get).post(network::sheets::post))
        .route("/admin/network/template/{kind}", get(network::sheets::template))
        .route("/admin/network/export/{kind}", get(network::sheets::export))
        .route("/admin/network/agents/{id}", get(network::agent::get))
        .route("/admin/network/agents/{id}/change", post(network::change::post_agent))
        .route("/admin/network/stations/{id}", get(network::change::get).post(network::change::post))
        .route("/admin/network/changes/{id}/drop", post(network::change::drop))
        .route("/desk/network", get(network::get))
        .route("/desk/network/export/{kind}", get(network::sheets::export))
        .route("/desk/network/agents/{id}", get(network::agent::get))
        .route("/desk/network/agents/{id}/absence", post(network::agent::absence))
        .route("/desk/network/agents/{id}/back", post(network::agent::ended))
        .route("/desk/network/agents/{id}/hand-over", post(network::agent::hand_over_to))
        .route("/desk/network/agents/{id}/end", post(network::agent::end))
        .route("/admin/retention", get(retention::get).post(retention::post))
        .route("/admin/settings", get(settings::get).post(settings::post))
        .route("/admin/notices", get(notices::get))
        .route("/admin/notices/test", post(notices::test::post))
        .route("/admin/notices/wording", get(notices::wording::get).post(notices::wording::post))
        .route("/admin/outbox", get(notices::list::get))
        .route("/admin/audit", get(audit::get))
}
