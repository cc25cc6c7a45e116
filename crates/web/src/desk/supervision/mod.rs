//! `/desk/supervision`: what is overdue and where it got stuck, every supervision with its ladder, for the supervising side and
//! for the unit; the three kinds of advice; the weekly exposure of units; the sheet shared with the discipline body.

mod act;
mod advice;
mod list;
mod new;
mod page;
mod weekly;

use axum::{
    Router,
    routing::{get, post},
};

use crate::state::AppState;

pub(super) use list::{Block, Supervised};

/// Every route of supervision and advice.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/desk/supervision", get(list::get))
        .route("/desk/supervision/shared", get(weekly::shared))
        .route("/desk/supervision/weekly", get(weekly::get).post(weekly::post))
        .route("/desk/supervision/new/{case}", get(new::get).post(new::post))
        .route("/desk/supervision/{id}", get(page::get))
        .route("/desk/supervision/{id}/{command}", post(act::post))
        .route("/desk/advice", get(advice::list))
        .route("/desk/advice/new", get(advice::new).post(advice::issue))
        .route("/desk/advice/{id}", get(advice::get))
        .route("/desk/advice/{id}/{command}", post(advice::post))
}

/// The tabs of the room, for whoever may see each.
pub(super) fn tabs(desk: &super::Desk, here: &str) -> crate::ui::Tabs {
    use domain::access::{Action, Bound, list_scope};
    let (t, subject) = (desk.t(), desk.who.subject());
    let sees = |action| list_scope(subject, action) != Bound::Never;
    let mut items = vec![];
    let mut tab = |key: &str, href: &str| {
        items.push(crate::ui::Tab { text: t.say(key).text(), href: href.into(), current: href == here, count: None });
    };
    if sees(Action::Supervise) {
        tab("desk-supervision-tab-stuck", "/desk/supervision");
    }
    if sees(Action::ReadSupervision) {
        tab("desk-supervision-tab-running", "/desk/supervision?tab=running");
        tab("desk-supervision-tab-listed", "/desk/supervision?tab=listed");
        tab("desk-supervision-tab-over", "/desk/supervision?tab=over");
    }
    if sees(Action::ReadAdvice) {
        tab("desk-supervision-tab-advice", "/desk/advice");
    }
    if sees(Action::ReadJointSheet) {
        tab("desk-supervision-tab-shared", "/desk/supervision/shared");
    }
    if sees(Action::Supervise) {
        tab("desk-supervision-tab-weekly", "/desk/supervision/weekly");
    }
    crate::ui::Tabs { label: t.say("desk-supervision-title").text(), items }
}
