//! `GET /file/{number}/receipt`: number, code, QR code, the promised dates with their reasons. For half an hour in the browser
//! that filed; afterwards number and code open the matter.

use askama::Template;
use axum::{
    extract::Path,
    http::{HeaderMap, header},
    response::Response,
};
use domain::petition::Petition;
use kernel::{CaseNumber, beijing_date};
use services::petition::{TrackView, track};

use crate::{
    i18n::Say,
    portal::{
        cookies::{self, Filed, Ticket},
        dates,
    },
    problem::Problem,
    ui::{self, Icon, Line, LinkRow, Links, Notice, NoticeKind, Promise, Promises, ReceiptBlock},
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

/// `GET /file/{number}/receipt`.
pub(in crate::portal) async fn get(
    visit: Visit,
    ticket: Ticket,
    Path(number): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let Ok(number) = CaseNumber::parse(&number) else { return Err(Problem::NotFound) };
    let filed = ticket.receipt(&visit.state).filter(|filed| filed.is_of(&number));
    let (Some(filed), Some(access)) = (filed, ticket.access) else {
        return Ok(cookies::see(&format!("/t/{number}")));
    };
    let view = visit.state.read(move |tx, kit, ctx| track(tx, kit, ctx, &access)).await?;
    visit.page(&page(&visit, &view, &filed, site(&visit, &headers).as_deref()))
}

/// The address of this house as the browser knows it; none when what it says is no plain host name.
fn site(visit: &Visit, headers: &HeaderMap) -> Option<String> {
    let host = headers.get(header::HOST)?.to_str().ok()?;
    let plain = !host.is_empty() && host.bytes().all(|b| b.is_ascii_alphanumeric() || b".:-[]".contains(&b));
    let scheme = if visit.state.config.secure_cookies { "https" } else { "http" };
    plain.then(|| format!("{scheme}://{host}"))
}

fn page(visit: &Visit, view: &TrackView, filed: &Filed, site: Option<&str>) -> ReceiptPage {
    let t = visit.t;
    let number = view.number.to_string();
    ReceiptPage {
        t: visit.frame("portal-receipt-title").draft_done("file"),
        again: filed.again.then(|| Notice::new(NoticeKind::Info, t.say("portal-receipt-again"))),
        receipt: ReceiptBlock {
            t,
            sentence: sentence(t, view),
            code: filed.code(),
            // Leads to the page that asks for the code; holds the number only.
            qr: ReceiptBlock::qr(&site.map_or_else(|| number.clone(), |site| format!("{site}/t/{number}"))),
            number: number.clone(),
        },
        promises: promises(visit, view),
        next: Links { rows: next(t, &number) },
        limits: Notice::new(NoticeKind::Caution, t.say("portal-how-limits-text"))
            .titled(t.say("portal-how-limits"))
            .link(t.say("portal-receipt-limits-link"), "/how"),
    }
}

fn sentence(t: Say, view: &TrackView) -> Line {
    let day = t.full_date(beijing_date(view.received_at));
    t.say("portal-receipt-sentence")
        .with("day", day)
        .with("time", t.time(view.received_at))
        .with("title", &view.title)
        .with("count", view.claims.len())
        .into()
}

/// The dates that run, and the one that begins with acceptance.
fn promises(visit: &Visit, view: &TrackView) -> Promises {
    let (t, now) = (visit.t, visit.state.clock.now());
    let mut items: Vec<Promise> = call(t, view).into_iter().collect();
    items.extend(running(&view.state, view).map(|(clock, promise)| Promise {
        date: t.say("portal-latest").with("day", dates::due(t, clock, now)).into(),
        chip: Some(dates::chip(t, clock, now)),
        what: what(t, &promise.def),
        why: Some(dates::why(t, &promise.derivation)),
    }));
    items.push(Promise {
        date: t.say("portal-how-date-answer").into(),
        chip: None,
        what: t.say("portal-receipt-answer").with("count", view.claims.len()).into(),
        why: None,
    });
    Promises { items }
}

/// The call she asked for: a custom of the agents, no date of the law, and said so.
fn call(t: Say, view: &TrackView) -> Option<Promise> {
    let station = view.names.get(&view.state.station?)?;
    let by = view.received_at + jiff::SignedDuration::from_hours(24);
    Some(Promise {
        date: t.say("phone-receipt-call-by").with("at", t.moment(by)).into(),
        chip: None,
        what: t.say("phone-receipt-call").with("station", station).into(),
        why: Some(ui::Derivation {
            question: t.say("phone-receipt-call-why").text(),
            basis: t.say("phone-receipt-call-basis").with("at", t.moment(view.received_at)).into(),
            ..ui::Derivation::default()
        }),
    })
}

fn running<'a>(
    state: &'a Petition,
    view: &'a TrackView,
) -> impl Iterator<Item = (&'a domain::deadline::Clock, &'a services::petition::Promise)> {
    view.promises.iter().filter_map(|promise| Some((state.running(&promise.def)?, promise)))
}

/// What happens by then.
fn what(t: Say, def: &str) -> Line {
    match def {
        "FORWARD_15D" => t.say("portal-receipt-forward").into(),
        _ => t.say("portal-receipt-clock").with("clock", format!("clock-{def}")).into(),
    }
}

fn next(t: Say, number: &str) -> Vec<LinkRow> {
    let row = |path: &str, icon, text: &str, small: &str| LinkRow {
        href: format!("/t/{number}{path}"),
        icon,
        text: t.say(text).into(),
        small: if small.is_empty() { Line::default() } else { t.say(small).into() },
    };
    vec![
        row("", Icon::outline("route"), "portal-receipt-track", "portal-receipt-track-small"),
        row("/add", Icon::outline("paperclip"), "portal-track-add", ""),
        row("/receipt.json", Icon::outline("shield-check"), "phone-receipt-file", "phone-receipt-file-small"),
        row("/withdraw", Icon::outline("arrow-back-up"), "portal-track-withdraw", ""),
    ]
}
