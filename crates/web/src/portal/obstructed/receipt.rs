//! `GET /obstructed/{number}/receipt`: number, code, where it went, by when she is told. For half an hour in the browser that
//! sent it; afterwards number and code open the report.

use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{CaseNumber, beijing_date};
use services::obstruction::{ReportView, track_report};

use crate::{
    portal::{
        cookies::{self, Filed, Ticket},
        dates,
    },
    problem::Problem,
    ui::{Icon, Line, LinkRow, Links, Notice, NoticeKind, Promise, Promises, ReceiptBlock},
    view::{Frame, Visit},
};

#[derive(Template)]
#[template(path = "portal/receipt.html")]
struct ReceiptPage {
    t: Frame,
    again: Option<Notice>,
    receipt: ReceiptBlock,
    promises: Promises,
    next: Links,
    limits: Notice,
}

pub(super) async fn get(visit: Visit, ticket: Ticket, Path(number): Path<String>) -> Result<Response, Problem> {
    let Ok(number) = CaseNumber::parse(&number) else { return Err(Problem::NotFound) };
    let filed = ticket.receipt(&visit.state).filter(|filed| filed.is_of(&number));
    let (Some(filed), Some(access)) = (filed, ticket.access) else {
        return Ok(cookies::see(&format!("/t/{number}")));
    };
    let view = visit.state.read(move |tx, kit, _| track_report(tx, kit, &access)).await?;
    visit.page(&page(&visit, &view, &filed))
}

fn page(visit: &Visit, view: &ReportView, filed: &Filed) -> ReceiptPage {
    let t = visit.t;
    let number = view.state.number.to_string();
    let unit = view.names.get(&view.state.receiver).cloned().unwrap_or_default();
    let at = view.state.received_at;
    let sentence = t
        .say("obstructed-receipt-sentence")
        .with("day", t.full_date(beijing_date(at)))
        .with("time", t.time(at))
        .with("unit", &unit);
    let row = |href: String, icon, text: &str| LinkRow { href, icon, text: t.say(text).into(), small: Line::default() };
    ReceiptPage {
        t: visit.frame("obstructed-receipt-title"),
        again: filed.again.then(|| Notice::new(NoticeKind::Info, t.say("portal-receipt-again"))),
        receipt: ReceiptBlock {
            t,
            sentence: sentence.into(),
            code: filed.code(),
            qr: ReceiptBlock::qr(&number),
            number: number.clone(),
        },
        promises: promises(visit, view),
        next: Links { rows: vec![row(format!("/t/{number}"), Icon::outline("route"), "obstructed-receipt-track")] },
        limits: Notice::new(NoticeKind::Info, t.say("obstructed-receipt-who").with("unit", unit))
            .icon(Icon::outline("shield-check")),
    }
}

/// The dates that run: taken in hand, answered.
pub(super) fn promises(visit: &Visit, view: &ReportView) -> Promises {
    let (t, now) = (visit.t, visit.state.clock.now());
    let what = |def: &str| match def {
        "OBSTRUCTION_TAKE_UP_3WD" => t.say("obstructed-promise-take-up"),
        _ => t.say("obstructed-promise-answer"),
    };
    let open = view.clocks.iter().filter(|(clock, _)| clock.is_open());
    let items = open.map(|(clock, why)| Promise {
        date: t.say("portal-latest").with("day", dates::due(t, clock, now)).into(),
        chip: Some(dates::chip(t, clock, now)),
        what: what(clock.def.as_str()).into(),
        why: Some(dates::why(t, why)),
    });
    Promises { items: items.collect() }
}
