//! `GET /s/{code}/sign`: the sheet that hangs at the door, A4, made by the browser's print command. The square code opens the
//! station's page and holds nothing else.

use askama::Template;
use axum::{
    extract::Path,
    http::{HeaderMap, header},
    response::Response,
};
use domain::organisation::OrgKind;
use kernel::{Locale, i18n};

use super::{
    find, language_tags,
    page::{CAN, CANNOT, Place},
    text,
};
use crate::{
    problem::Problem,
    ui::{Line, ReceiptBlock, Tag},
    view::{Frame, Visit},
};

#[derive(Template)]
#[template(path = "portal/sign.html")]
struct SignPage {
    t: Frame,
    place: String,
    kind: Line,
    /// The agent's name; empty when nobody is named for the place.
    agent: String,
    qr: String,
    address: String,
    phone: String,
    /// 会蒙古语, 可以上门.
    tags: Vec<Tag>,
    deputy: Option<(String, String)>,
    hours: String,
    /// The band in Mongolian: the greeting and the place; `None` while it is not ready, then it is Chinese.
    band: Option<String>,
    visits: bool,
    way: String,
    can: Vec<Line>,
    cannot: Vec<Line>,
    bureau: Option<Place>,
}

pub(in crate::portal) async fn get(
    visit: Visit,
    headers: HeaderMap,
    Path(code): Path<String>,
) -> Result<Response, Problem> {
    let t = visit.t;
    let Some(station) = find(&visit.state, &code).await? else { return Err(Problem::NotFound) };
    let address = format!("{}/s/{}", origin(&visit, &headers), station.org.division);
    let lines = |keys: [&str; 3]| keys.into_iter().map(|key| t.say(key).into()).collect();
    let kind = match station.org.kind {
        OrgKind::Point => "station-sign-point",
        OrgKind::Station => "station-sign-station",
        OrgKind::Mobile => "network-sign-mobile",
        OrgKind::Studio => "network-sign-studio",
        _ => "station-sign-center",
    };
    let mut frame = visit.frame("station-sign");
    frame.title = station.org.name.to_string();
    visit.page(&SignPage {
        t: frame,
        place: station.place.clone(),
        kind: t.say(kind).into(),
        agent: station.agent.map(|_| station.name.clone()).unwrap_or_default(),
        qr: ReceiptBlock::qr(&address),
        address,
        phone: station.phone.clone(),
        tags: language_tags(t, &station.languages, station.home_visits),
        deputy: station.deputy.clone(),
        hours: station.hours(),
        band: band(visit.state.config.mongolian()),
        visits: station.home_visits,
        way: text(station.org.address.as_ref()),
        can: lines(CAN),
        cannot: lines(CANNOT),
        bureau: station.bureau.as_ref().map(Place::of),
    })
}

/// The greeting in Mongolian, as the language rules say: reviewed in earnest, also drafts in a demonstration.
fn band(dialect: Option<Locale>) -> Option<String> {
    const HELLO: &str = "voice-hello";
    dialect.filter(|dialect| i18n::knows(*dialect, HELLO)).map(|dialect| i18n::say(dialect, HELLO, []))
}

/// Under which address this house is reached, as the browser that prints the sheet reached it.
pub(in crate::portal) fn origin(visit: &Visit, headers: &HeaderMap) -> String {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let plain =
        host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':' | b'[' | b']'));
    let scheme = if visit.state.config.secure_cookies { "https" } else { "http" };
    if plain { format!("{scheme}://{host}") } else { String::new() }
}
