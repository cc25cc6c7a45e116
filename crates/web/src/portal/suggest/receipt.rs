//! `GET /suggest/{number}/receipt`: number, code, by when she hears who studies it. For half an hour in the browser that sent it;
//! afterwards number and code open the suggestion.

use askama::Template;
use axum::{extract::Path, response::Response};
use kernel::{CaseNumber, beijing_date};
use services::suggestion::{SuggestionView, track_suggestion};

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
    let view = visit.state.read(move |tx, kit, ctx| track_suggestion(tx, kit, ctx, &access)).await?;
    visit.page(&page(&visit, &view, &filed))
}

fn page(visit: &Visit, view: &SuggestionView, filed: &Filed) -> ReceiptPage {
    let (t, state) = (visit.t, &view.state);
    let number = state.number.to_string();
    let sentence = t
        .say("suggest-receipt-sentence")
        .with("day", t.full_date(beijing_date(state.received_at)))
        .with("time", t.time(state.received_at))
        .with("title", state.title.as_str())
        .with("count", state.points.len());
    let row = |href: String, icon, text: &str| LinkRow { href, icon, text: t.say(text).into(), small: Line::default() };
    ReceiptPage {
        t: visit.frame("suggest-receipt-title"),
        again: filed.again.then(|| Notice::new(NoticeKind::Info, t.say("portal-receipt-again"))),
        receipt: ReceiptBlock {
            t,
            sentence: sentence.into(),
            code: filed.code(),
            qr: ReceiptBlock::qr(&number),
            number: number.clone(),
        },
        promises: promises(visit, view),
        next: Links { rows: vec![row(format!("/t/{number}"), Icon::outline("route"), "suggest-receipt-track")] },
        limits: Notice::new(NoticeKind::Info, t.say("suggest-receipt-limits")).icon(Icon::outline("messages")),
    }
}

/// The dates that run, and the reply that follows.
fn promises(visit: &Visit, view: &SuggestionView) -> Promises {
    let (t, now) = (visit.t, visit.state.clock.now());
    let open = view.clocks.iter().filter(|(clock, _)| clock.is_open());
    let mut items: Vec<Promise> = open
        .map(|(clock, why)| Promise {
            date: t.say("portal-latest").with("day", dates::due(t, clock, now)).into(),
            chip: Some(dates::chip(t, clock, now)),
            what: t.say("suggest-promise-forward").into(),
            why: Some(dates::why(t, why)),
        })
        .collect();
    items.push(Promise {
        date: t.say("suggest-promise-after").into(),
        chip: None,
        what: t.say("suggest-promise-reply").with("count", view.state.points.len()).into(),
        why: None,
    });
    Promises { items }
}
