//! `/t/{number}/review`: she does not agree with the answer. Until when, where, how, and a form to print and sign; too early
//! and too late each say the day, the reason, and what is still possible (article 35, R-085).

use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{
    case::Rating,
    deadline::Clock,
    document::{DocType, PaperStage},
    organisation::Org,
    review::{HearingCall, Level, Procedure, Review},
};
use services::{document::LetterRow, organisation, petition::TrackView};

use super::matter::{self, Matter, Opened};
use crate::{
    i18n::Say,
    portal::{cookies::Ticket, dates, look_up},
    problem::Problem,
    ui::{self, Button, Icon, Line, LinkRow, Links, Notice, NoticeKind, UrgencyChip},
    view::{Frame, Visit},
};

const WINDOW: &str = "REVIEW_REQUEST_30D";

/// Whether and until when.
enum Window {
    /// No answer has reached her yet.
    Early,
    /// Open.
    Open,
    /// Over since its last day.
    Late,
    /// A work order has no such step.
    Never,
}

/// Where she may go.
struct Place {
    name: String,
    address: String,
    hours: String,
    phone: String,
}

/// What stands filled in on the form to print.
struct Sheet {
    opinion: String,
    unit: String,
    served: Line,
    claims: Vec<(u16, Line)>,
}

#[derive(Template)]
#[template(path = "portal/review.html")]
struct ReviewPage {
    t: Frame,
    number: String,
    notice: Notice,
    date: Line,
    chip: Option<UrgencyChip>,
    why: Option<ui::Derivation>,
    places: Vec<Place>,
    steps: Vec<Line>,
    sheet: Option<Sheet>,
    still: Links,
    /// Asks here, without paper.
    online: Option<Button>,
    contests: Vec<Contest>,
}

/// One of her reviews, as far as it is hers to read.
struct Contest {
    title: String,
    meta: String,
    stage: String,
    due: String,
    note: String,
    /// What was decided, claim by claim; nothing before it was served.
    rulings: Vec<(String, String)>,
    /// The hearing she is told of.
    hearing: String,
    /// Her opinion as it was printed.
    paper: String,
    /// Where she rates the office that decided; what she said before.
    rate: String,
    rated: String,
}

pub(super) async fn get(visit: Visit, ticket: Ticket, Path(number): Path<String>) -> Result<Response, Problem> {
    let Some(opened) = matter::open(&visit, ticket.access, &number).await? else {
        return look_up::ask(&visit, &number);
    };
    let unit = opened.matter.unit();
    let places = visit.state.read(move |tx, _, ctx| {
        let Some(unit) = unit else { return Ok(vec![]) };
        let directory = organisation::directory(tx, ctx.today())?;
        let above = directory.superior_options(unit);
        Ok(above.into_iter().filter_map(|id| directory.get(id)).map(place).collect::<Vec<_>>())
    });
    visit.page(&page(&visit, &opened, places.await?))
}

fn place(org: &Org) -> Place {
    let text = |text: Option<String>| text.unwrap_or_default();
    Place {
        name: org.name.to_string(),
        address: text(org.address.as_ref().map(ToString::to_string)),
        hours: text(org.hours.as_ref().map(ToString::to_string)),
        phone: text(org.phone.as_ref().map(ToString::to_string)),
    }
}

/// The last window that was opened for this matter, running or over.
fn clock(view: &TrackView) -> Option<&Clock> {
    view.state.clocks.iter().rev().find(|clock| clock.def == WINDOW)
}

fn window(opened: &Opened) -> Window {
    match &opened.matter {
        Matter::Order(_) => Window::Never,
        Matter::Petition(view) => match clock(view) {
            None => Window::Early,
            Some(_) if view.state.served().is_none() => Window::Early,
            Some(clock) if clock.is_running() && !clock.is_overdue(opened.now) => Window::Open,
            Some(_) => Window::Late,
        },
    }
}

/// Whether the row that leads here belongs on her page.
pub(super) fn belongs(opened: &Opened) -> bool {
    opened.offer.is_some() || !opened.reviews.is_empty() || matches!(window(opened), Window::Open | Window::Late)
}

/// Until when, or until when it was; empty before an answer.
pub(super) fn until(t: Say, opened: &Opened, view: &TrackView) -> Line {
    let Some(clock) = clock(view) else { return Line::default() };
    let key = if matches!(window(opened), Window::Open) { "phone-review-until" } else { "phone-review-was" };
    t.say(key).with("day", dates::due(t, clock, opened.now)).into()
}

fn page(visit: &Visit, opened: &Opened, places: Vec<Place>) -> ReviewPage {
    let t = visit.t;
    let window = window(opened);
    let view = match &opened.matter {
        Matter::Petition(view) => Some(view.as_ref()),
        Matter::Order(_) => None,
    };
    let clock = view.and_then(clock).filter(|_| matches!(window, Window::Open | Window::Late));
    let open = matches!(window, Window::Open);
    ReviewPage {
        t: visit.frame("phone-review-title"),
        number: opened.number.to_string(),
        notice: notice(t, &window),
        date: view.filter(|_| clock.is_some()).map(|view| until(t, opened, view)).unwrap_or_default(),
        chip: clock.filter(|_| open).map(|clock| dates::chip(t, clock, opened.now)),
        why: view.and_then(|view| why(t, view)),
        places: if clock.is_some() { places } else { vec![] },
        steps: clock.map(|_| steps(t)).unwrap_or_default(),
        sheet: view.filter(|_| clock.is_some()).and_then(|view| sheet(t, opened, view)),
        still: Links { rows: still(t, opened, &window) },
        online: opened.offer.as_ref().map(|offer| {
            let key = if offer.level == Level::Review { "phone-contest-review" } else { "phone-contest-recheck" };
            Button::primary(t.say(key)).icon(Icon::outline("scale")).href(format!("/t/{}/contest", opened.number))
        }),
        contests: opened.reviews.iter().rev().map(|review| contest(t, opened, review)).collect(),
    }
}

fn notice(t: Say, window: &Window) -> Notice {
    let (kind, key) = match window {
        Window::Open => (NoticeKind::Info, "phone-review-open"),
        Window::Late => (NoticeKind::Caution, "phone-review-late"),
        Window::Early => (NoticeKind::Neutral, "phone-review-early"),
        Window::Never => (NoticeKind::Neutral, "phone-review-never"),
    };
    Notice::new(kind, t.say(key)).icon(Icon::outline("scale"))
}

fn why(t: Say, view: &TrackView) -> Option<ui::Derivation> {
    let promise = view.promises.iter().find(|promise| promise.def == WINDOW)?;
    Some(dates::why(t, &promise.derivation))
}

fn steps(t: Say) -> Vec<Line> {
    ["phone-review-how-1", "phone-review-how-2", "phone-review-how-3"].map(|key| t.say(key).into()).into()
}

fn sheet(t: Say, opened: &Opened, view: &TrackView) -> Option<Sheet> {
    let (opinion, served) = (view.state.opinion()?, view.state.served()?);
    Some(Sheet {
        opinion: opinion.number.to_string(),
        unit: view.unit.map(|unit| opened.name(unit).to_owned()).unwrap_or_default(),
        served: t.full_date(served.on).into(),
        claims: view.claims.iter().map(|shown| (shown.claim.no, shown.claim.plainly().as_str().into())).collect(),
    })
}

/// What is possible besides, or instead.
fn still(t: Say, opened: &Opened, window: &Window) -> Vec<LinkRow> {
    let may = |kind| opened.matter.may(kind, None);
    let row = |path: &str, icon, text: &str, small: &str| LinkRow {
        href: format!("/t/{}{path}", opened.number),
        icon,
        text: t.say(text).into(),
        small: if small.is_empty() { Line::default() } else { t.say(small).into() },
    };
    let mut rows = vec![];
    if super::answer::exists(opened) {
        rows.push(row("/answer", Icon::outline("file-text"), "phone-answer-read", ""));
    }
    if matches!(window, Window::Early) && may(domain::petition::CommandKind::Nudge) {
        rows.push(row("/nudge", Icon::outline("bell"), "portal-track-nudge", ""));
    }
    if may(domain::petition::CommandKind::Reopen) {
        rows.push(row("/reopen", Icon::outline("refresh"), "portal-reopen-title", "portal-reopen-lead"));
    }
    if opened.reviews.iter().any(|review| !review.stage().is_over() && review.issued().is_none()) {
        rows.push(row("/uncontest", Icon::outline("arrow-left"), "phone-uncontest-title", ""));
    }
    rows.push(row("", Icon::outline("route"), "portal-act-back", ""));
    rows
}

/// When and where she is heard.
fn hearing(t: Say, call: &HearingCall) -> String {
    let said = t.say("review-hearing-hers").with("day", t.full_date(call.on)).with("hours", &call.hours);
    said.with("place", &call.place).text()
}

fn contest(t: Say, opened: &Opened, review: &Review) -> Contest {
    let level = t.message(&review.level.message()).text();
    let due = match (review.stage().is_over(), review.term()) {
        (false, Some(clock)) => t.say("phone-contest-due").with("day", dates::due(t, clock, opened.now)).text(),
        _ => String::new(),
    };
    let note = match &review.procedure {
        Procedure::Rejected { reason, .. } => reason.to_string(),
        _ => String::new(),
    };
    let ruling = |(claim, ruling): &(kernel::ClaimId, domain::review::Ruling)| {
        let no = review.contest(*claim).map_or(0, |contested| contested.no);
        let result = t.message(&ruling.result.message()).text();
        let instead = ruling.instead.as_ref().map(|answer| format!("\n{}", answer.text)).unwrap_or_default();
        let head = t.say("phone-contest-ruling").with("no", no).with("result", result).text();
        (head, format!("{}{instead}", ruling.text))
    };
    let served = review.issued().filter(|_| review.served().is_some());
    let opinion = match review.level {
        Level::Review => DocType::ReviewOpinion,
        Level::Recheck => DocType::RecheckOpinion,
    };
    let mine = |row: &&LetterRow| row.case == Some(review.id) && row.kind == opinion && row.stage == PaperStage::Issued;
    let paper = opened.papers.iter().find(mine).filter(|_| served.is_some());
    let said = |rating: &Rating| t.say("review-rated").with("grade", t.message(&rating.grade.message())).text();
    Contest {
        title: format!("{level} · {}", opened.name(review.organ)),
        meta: t.say("phone-contest-number").with("number", &review.number).text(),
        stage: t.message(&review.stage().message()).text(),
        due,
        note,
        hearing: review.called.as_ref().map(|call| hearing(t, call)).unwrap_or_default(),
        paper: paper.map(|row| format!("/t/{}/papers/{}", opened.number, row.id)).unwrap_or_default(),
        rate: served.map(|_| format!("/t/{}/rate-review", opened.number)).unwrap_or_default(),
        rated: review.rating.as_ref().map(said).unwrap_or_default(),
        rulings: served.map(|issued| issued.rulings.iter().map(ruling).collect()).unwrap_or_default(),
    }
}
