//! `/desk/register/receipt`: the receipt to print and hand over. Number and query code are shown for half an hour in the browser
//! that registered it, out of a sealed cookie; the address says neither.

use askama::Template;
use axum::{
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::CookieJar;
use domain::case::CaseKind;
use jiff::Timestamp;
use kernel::{CaseId, QueryCode};
use serde::{Deserialize, Serialize};
use services::similar::{self, SamePerson};
use uuid::Uuid;

use super::Registered;
use crate::{
    desk::{Desk, Here, when},
    problem::Problem,
    ui::{Line, Notice, NoticeKind, Promise, Promises, ReceiptBlock},
    view::{Frame, set_cookie},
};

const COOKIE: &str = "lx-desk-receipt";
/// What the cookie is sealed as, and the one row it is bound to.
const SEALED_AS: &str = "desk.receipt";
const MINUTES: i64 = 30;

/// What the cookie holds.
#[derive(Serialize, Deserialize)]
struct Kept {
    id: CaseId,
    kind: CaseKind,
    number: String,
    code: String,
    claims: usize,
    at: Timestamp,
    again: bool,
    /// The day as said, and what happens by then.
    promises: Vec<(String, String)>,
    until: i64,
}

#[derive(Template)]
#[template(path = "desk/receipt.html")]
struct ReceiptPage {
    t: Frame,
    again: Option<Notice>,
    receipt: ReceiptBlock,
    promises: Option<Promises>,
    case: String,
    /// Other open matters of the same telephone: address, title, number and day.
    same: Vec<(String, String, Line)>,
    same_said: Line,
}

/// Keeps the receipt for the next page and leads there.
pub(in crate::desk) fn give(desk: &Desk, done: &Registered) -> Result<Response, Problem> {
    let (t, state) = (desk.t(), &desk.visit.state);
    let promises = done.promises.iter().map(|promise| {
        let day = t.say("desk-receipt-by").with("day", t.date(promise.derivation.dates.statutory));
        (day.text(), when::name(t, &promise.def))
    });
    let kept = Kept {
        id: done.id,
        kind: done.kind,
        number: done.number.to_string(),
        code: done.code.reveal().to_owned(),
        claims: done.claims,
        at: done.at,
        again: done.again,
        promises: promises.collect(),
        until: state.clock.now().as_second() + MINUTES * 60,
    };
    let text = serde_json::to_string(&kept).map_err(|e| kernel::Fault::inconsistent("receipt", e))?;
    let sealed = state.kit.keys.seal(SEALED_AS, Uuid::nil(), &text, &state.ctx())?;
    let mut response = Redirect::to("/desk/register/receipt").into_response();
    let cookie = set_cookie(COOKIE, &sealed, None, state.config.secure_cookies);
    response.headers_mut().extend(cookie.map(|value| (header::SET_COOKIE, value)));
    Ok(response)
}

fn kept(desk: &Desk, headers: &HeaderMap) -> Option<Kept> {
    let state = &desk.visit.state;
    let jar = CookieJar::from_headers(headers);
    let text = state.kit.keys.open(SEALED_AS, Uuid::nil(), jar.get(COOKIE)?.value()).ok()?;
    let kept: Kept = serde_json::from_str(text.reveal()).ok()?;
    (kept.until > state.clock.now().as_second()).then_some(kept)
}

/// Most of them that are shown.
const SAME: usize = 8;

/// What else she has open (A8), for the clerk to decide whether it is the same; nothing follows by itself.
async fn same(desk: &Desk, case: CaseId) -> Result<Vec<(String, String, Line)>, Problem> {
    let t = desk.t();
    let found = desk.read(move |tx, _, _, subject| Ok(similar::same_person_as(tx, subject, case, SAME)?)).await?;
    let row = |one: &SamePerson| {
        let day = t.date(kernel::beijing_date(one.received_at));
        let small = t.say("publish-same-row").with("number", &one.number).with("day", day);
        (format!("/desk/matters/{}", one.id), one.title.clone(), small.into())
    };
    Ok(found.iter().map(row).collect())
}

/// `GET /desk/register/receipt`.
pub(crate) async fn get(desk: Desk, headers: HeaderMap) -> Result<Response, Problem> {
    let t = desk.t();
    let Some(kept) = kept(&desk, &headers) else { return Ok(Redirect::to("/desk/register").into_response()) };
    let code = QueryCode::parse(&kept.code)?;
    let promise = |(date, what): &(String, String)| Promise {
        date: date.as_str().into(),
        chip: None,
        what: what.as_str().into(),
        why: None,
    };
    let base = if kept.kind == CaseKind::Petition { "/desk/matters" } else { "/desk/orders" };
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let scheme = if desk.visit.state.config.secure_cookies { "https" } else { "http" };
    let same = same(&desk, kept.id).await?;
    desk.visit.page(&ReceiptPage {
        t: desk.frame("desk-receipt-title", Here::Register),
        again: kept.again.then(|| Notice::new(NoticeKind::Info, t.say("desk-receipt-again"))),
        receipt: ReceiptBlock {
            t,
            sentence: t.say("desk-receipt-sentence").with("at", t.moment(kept.at)).with("claims", kept.claims).into(),
            qr: ReceiptBlock::qr(&format!("{scheme}://{host}/t/{}", kept.number)),
            number: kept.number,
            code: code.grouped(),
        },
        promises: (!kept.promises.is_empty()).then(|| Promises { items: kept.promises.iter().map(promise).collect() }),
        case: format!("{base}/{}", kept.id),
        same_said: t.say("publish-same").with("count", same.len()).into(),
        same,
    })
}
