//! `/calls`: what offices ask for, and what became of what was proposed. Everybody reads it; nobody is named.

use askama::Template;
use axum::{
    extract::Path,
    http::{HeaderMap, header},
    response::Response,
};
use domain::suggestion::call::Share;
use services::suggestion::call::{self, CallRow};
use uuid::Uuid;

use crate::{
    i18n::Say,
    problem::Problem,
    ui::{Button, Icon, Line, LinkRow, Links, ReceiptBlock},
    view::{Frame, Visit},
};

/// Calls on the page.
const MOST: u32 = 50;

#[derive(Template)]
#[template(path = "portal/calls.html")]
struct ListPage {
    t: Frame,
    calls: Links,
    none: bool,
}

#[derive(Template)]
#[template(path = "portal/call.html")]
struct OnePage {
    t: Frame,
    office: String,
    span: Line,
    asked: String,
    background: Vec<Line>,
    kinds: Vec<String>,
    propose: Option<Button>,
    report: Vec<Line>,
    shares: Vec<(String, Line)>,
    qr: String,
}

fn span(t: Say, row: &CallRow) -> Line {
    t.say("calls-span").with("first", t.date(row.call.first)).with("last", t.date(row.call.last)).into()
}

/// `GET /calls`.
pub(super) async fn list(visit: Visit) -> Result<Response, Problem> {
    let home = visit.state.config.home.clone();
    let all = visit.state.read(move |tx, _, _| Ok(call::list(tx, home.as_ref(), MOST)?)).await?;
    let (t, today) = (visit.t, kernel::beijing_date(visit.state.clock.now()));
    let row = |one: &CallRow| LinkRow {
        href: format!("/calls/{}", one.id),
        icon: Icon::outline(if one.is_open(today) { "messages" } else { "circle-check" }),
        text: one.call.question.as_str().into(),
        small: if one.report.is_some() { t.say("calls-has-report").into() } else { span(t, one) },
    };
    visit.page(&ListPage {
        t: visit.frame("calls-title"),
        none: all.is_empty(),
        calls: Links { rows: all.iter().map(row).collect() },
    })
}

/// `GET /calls/{id}`.
pub(super) async fn get(visit: Visit, Path(id): Path<String>, headers: HeaderMap) -> Result<Response, Problem> {
    let id: Uuid = id.parse().map_err(|_| Problem::NotFound)?;
    let found = visit.state.read(move |tx, _, _| {
        let Some(row) = call::get(tx, id)? else { return Ok(None) };
        let (whole, each) = call::progress(tx, &row)?;
        let office = services::organisation::name(tx, row.call.office)?;
        Ok(Some((row, whole, each, office)))
    });
    let (row, whole, each, office) = found.await?.ok_or(Problem::NotFound)?;
    let (t, today) = (visit.t, kernel::beijing_date(visit.state.clock.now()));
    let lines = |text: &str| text.lines().filter(|line| !line.trim().is_empty()).map(Line::from).collect();
    let mut frame = visit.frame("calls-title");
    frame.title = row.call.question.to_string();
    let here = format!("/calls/{}", row.id);
    visit.page(&OnePage {
        t: frame,
        office,
        span: span(t, &row),
        asked: row.call.asked.to_string(),
        background: lines(row.call.background.as_str()),
        kinds: row.call.kinds.iter().map(ToString::to_string).collect(),
        propose: row.is_open(today).then(|| {
            let place = row.call.division.as_str();
            Button::primary(t.say("suggest-title"))
                .icon(Icon::outline("pencil"))
                .href(format!("/suggest?call={}&s={place}", row.id))
        }),
        report: row.report.as_ref().map(|report| lines(report.as_str())).unwrap_or_default(),
        shares: shares(t, &whole, &each),
        qr: ReceiptBlock::qr(&site(&visit, &headers).map_or_else(|| here.clone(), |site| format!("{site}{here}"))),
    })
}

/// What became of all, and of each kind. Nobody is named by it, so small numbers stay as they are.
fn shares(t: Say, whole: &Share, each: &[Share]) -> Vec<(String, Line)> {
    let line = |share: &Share| {
        let said = t.say("calls-share").with("received", share.received).with("studied", share.studied);
        Line::from(said.with("adopted", share.adopted).with("realised", share.realised))
    };
    let name = |share: &Share| match share.category.as_str() {
        "" => t.say("calls-no-category").text(),
        category => category.to_owned(),
    };
    let mut all = vec![(t.say("calls-all").text(), line(whole))];
    all.extend(each.iter().map(|share| (name(share), line(share))));
    all
}

/// The address of this house as the browser knows it; none when what it says is no plain host name.
fn site(visit: &Visit, headers: &HeaderMap) -> Option<String> {
    let host = headers.get(header::HOST)?.to_str().ok()?;
    let plain = !host.is_empty() && host.bytes().all(|b| b.is_ascii_alphanumeric() || b".:-[]".contains(&b));
    let scheme = if visit.state.config.secure_cookies { "https" } else { "http" };
    plain.then(|| format!("{scheme}://{host}"))
}
