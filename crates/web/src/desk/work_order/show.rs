//! `GET /desk/orders/{id}`.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    access::{self, Field, actions::RevealIdentity},
    case::CaseKind,
    work_order::CommandKind as K,
};
use kernel::CaseId;
use services::{
    divisions,
    matter::Around,
    outbox::{self, Told},
    work_order::{OrderView, open_order},
};

use super::Orders;
use crate::{
    desk::{
        Desk, Here,
        act::slug,
        case::{
            Attached, ClockLine, Position, QUIET, Said, Todo, around, axes, clock_lines, org_name, person, position,
            record, tell, todo, unreached, views,
        },
        mandate::AgencyBlock,
        page::{NavCounts, listen},
        supervision::Supervised,
        urgent::Alarm,
        when,
    },
    i18n::Say,
    problem::Problem,
    ui::{Axes, Line, Notice, NoticeKind, RedactedPerson, Timeline, UrgencyChip, ViewLog},
    view::Frame,
};

#[derive(Template)]
#[template(path = "desk/order.html")]
struct OrderPage {
    t: Frame,
    title: String,
    meta: Line,
    chip: Option<UrgencyChip>,
    axes: Axes,
    notice: Option<Notice>,
    /// The last message did not reach her.
    unreached: Option<Notice>,
    facts: String,
    clocks: Vec<ClockLine>,
    files: Vec<(String, String, String)>,
    timeline: Timeline,
    todo: Todo,
    person: Option<RedactedPerson>,
    respondent: String,
    agency: Option<AgencyBlock>,
    handler: String,
    hops: Vec<Line>,
    /// Where leaders' deeds on it stand.
    lead: String,
    /// A danger reported beside it.
    alarm: Alarm,
    /// Its supervision, as far as the reader sees it.
    supervision: crate::desk::supervision::Block,
    views: ViewLog,
    shows_views: bool,
    all: bool,
    events: usize,
    public_href: String,
    all_href: String,
    position: Position,
}

/// What was read for the page.
struct Read {
    view: OrderView,
    files: Vec<Attached>,
    place: String,
    reveal: bool,
    around: Option<Around>,
    nav: NavCounts,
    told: Told,
    supervised: Supervised,
}

/// The page.
pub(crate) async fn show(desk: Desk, Path(id): Path<String>, Query(said): Query<Said>) -> Result<Response, Problem> {
    let id: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let (list, now) = (desk.list.clone(), desk.visit.state.clock.now());
    let loaded = desk.open(id, move |tx, kit, ctx, subject, looked| {
        if looked.row().kind() == CaseKind::Petition {
            return Ok(None);
        }
        let view = open_order(tx, kit, ctx, subject, looked)?;
        let content = view.fields.shows(Field::Content);
        let place = divisions::path(tx, &view.state.division)?;
        let inner = place.len().saturating_sub(2);
        Ok(Some(Read {
            files: if content { Attached::of(tx, &kit.keys, &view.row.region, id)? } else { vec![] },
            place: place.into_iter().skip(inner).map(|division| division.name).collect(),
            reveal: access::permit::<RevealIdentity>(subject, &view.row.facts).is_ok(),
            around: around(tx, subject, now, &list, &view.row)?,
            nav: NavCounts::load(tx, subject, now, None)?,
            told: outbox::of_case(tx, &view.row.region, id)?,
            supervised: Supervised::of(tx, subject, &view.row)?,
            view,
        }))
    });
    match loaded.await? {
        Some(read) => desk.visit.page(&page(&desk, &read, &said)),
        None => Ok(Redirect::to(&desk.onwards(&format!("/desk/matters/{id}"), &[])).into_response()),
    }
}

/// The frame: the counts beside the navigation, and that the page wants to hear when the order moves on.
fn frame(desk: &Desk, read: &Read, title: &str) -> Frame {
    let mut frame = desk.frame_titled(title, Here::Orders);
    read.nav.put(&mut frame);
    listen(&mut frame, desk.visit.state.clock.now());
    if let Some(desk) = &mut frame.desk {
        desk.case = Some((read.view.row.id().to_string(), read.view.row.version));
    }
    frame
}

fn page(desk: &Desk, read: &Read, said: &Said) -> OrderPage {
    let (t, now) = (desk.t(), desk.visit.state.clock.now());
    let Read { view, files, place, .. } = read;
    let state = &view.state;
    let content = view.fields.shows(Field::Content);
    let address = format!("/desk/orders/{}", state.id);
    let title = if content { view.row.title.clone() } else { t.say("desk-title-hidden").text() };
    let days = (kernel::beijing_date(now) - kernel::beijing_date(state.received_at)).get_days();
    let elapsed = t.say("desk-elapsed").with("days", days).with("hops", state.hop_count());
    let open = view.clocks.iter().find(|(clock, _)| clock.is_open());
    let reveal = read.reveal.then(|| format!("/desk/matters/{}/identity", state.id));
    let respondent = state.respondent.filter(|_| view.fields.shows(Field::Respondent));
    let only_public = said.show.as_deref() == Some("public");
    let items: Vec<_> = view.timeline.iter().filter(|item| item.public || !only_public).cloned().collect();
    let mut timeline = record(t, &items, elapsed.into(), &view.names, &view.staff);
    tell(t, &mut timeline, &items, &read.told);
    let meta = [
        state.number.to_string(),
        place.clone(),
        t.message(&state.channel.message()).text(),
        t.say("desk-elapsed-short").with("days", days).with("hops", state.hop_count()).text(),
    ];
    OrderPage {
        t: frame(desk, read, &title),
        meta: meta.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ").into(),
        chip: open.map(|(clock, _)| when::of_clock(t, clock, now)),
        axes: axes(t, &state.stage().message(), state.resolution, 1, usize::try_from(view.row.confirmed).unwrap_or(0)),
        notice: notice(t, said),
        unreached: unreached(t, &read.told, call(desk, view, &address)),
        facts: if content { state.facts.to_string() } else { String::new() },
        clocks: clock_lines(t, view.clocks.iter().map(|(clock, why)| (clock, why)), now),
        files: files.iter().map(|file| file.line(t)).collect(),
        timeline,
        hops: hops(t, view),
        lead: if content { format!("/desk/matters/{}/lead", state.id) } else { String::new() },
        alarm: Alarm::of(desk, &view.row, &state.urgent),
        supervision: read.supervised.block(t, state.id),
        views: views(t, &view.views, &view.names, &view.staff),
        shows_views: !view.views.is_empty() || view.fields.shows(Field::ViewLog),
        all: !only_public,
        events: view.timeline.len(),
        public_href: format!("{}#record", desk.onwards(&address, &[("show", "public")])),
        all_href: format!("{}#record", desk.onwards(&address, &[])),
        position: way(desk, read),
        todo: next_step(desk, view, &address),
        person: person(t, view.petitioner.as_ref(), reveal),
        respondent: respondent.map(|id| org_name(&view.names, id)).unwrap_or_default(),
        agency: AgencyBlock::of(t, state.id, &view.agency, &state.agency.declined),
        handler: state.handler().and_then(|handler| view.staff.get(&handler)).cloned().unwrap_or_default(),
        title,
    }
}

/// Where the reader notes that she spoke with her.
fn call(desk: &Desk, view: &OrderView, address: &str) -> Option<String> {
    let possible = |kind: K| view.allowed.iter().any(|one| one.row.command == kind && one.not_yet.is_none());
    possible(K::Contact).then(|| desk.onwards(&format!("{address}/do/{}", slug::<Orders>(K::Contact)), &[]))
}

/// Place and neighbours; back to the orders when it was opened from no list.
fn way(desk: &Desk, read: &Read) -> Position {
    if desk.list.is_empty() {
        let name = desk.t().say("desk-nav-orders").text();
        return Position { back: "/desk/orders".into(), name, ..Position::default() };
    }
    position(desk.t(), &desk.list, read.around.as_ref())
}

/// Every unit that had it, in order.
fn hops(t: Say, view: &OrderView) -> Vec<Line> {
    let name = |id| org_name(&view.names, id);
    let line = |hop: &domain::case::Hop| {
        let said = t.say("decide-hop").with("at", t.moment(hop.at)).with("from", name(hop.from));
        said.with("to", name(hop.to)).with("kind", t.say("desk-verb-dispatch")).into()
    };
    view.state.hops.iter().map(line).collect()
}

fn notice(t: Say, said: &Said) -> Option<Notice> {
    let command = |slug: &str| {
        let known = K::ALL.iter().find(|kind| kind.key() == format!("command-order-{slug}"));
        known.map(|kind| t.message(&kind.message()).text())
    };
    if let Some(what) = said.done.as_deref().and_then(command) {
        return Some(Notice::new(NoticeKind::Info, t.say("desk-done").with("what", what)));
    }
    let gone = said.gone.as_deref().and_then(command)?;
    Some(Notice::new(NoticeKind::Caution, t.say("desk-gone").with("what", gone)))
}

fn next_step(desk: &Desk, view: &OrderView, address: &str) -> Todo {
    let t = desk.t();
    let possible = view.allowed.iter().map(|one| (one.row.command, one.not_yet.clone())).collect();
    let href = |kind| {
        let own = match kind {
            K::ApproveObjection | K::RejectObjection => format!("/desk/objections/{}", view.state.id),
            K::FollowUp => format!("/desk/follow-up/{}", view.state.id),
            _ => format!("{address}/do/{}", slug::<Orders>(kind)),
        };
        desk.onwards(&own, &[])
    };
    let mut todo = todo::<Orders>(t, possible, rank, href);
    if !view.state.stage().is_over() {
        todo.turn = t.say("desk-turn").with("unit", org_name(&view.names, view.state.turn())).into();
    }
    let key = format!("desk-order-next-{}", view.state.stage().key().trim_start_matches("stage-order-"));
    todo.next = t.say(&key).into();
    todo
}

/// What moves the order first, then what stops it, then notes.
fn rank(kind: K) -> u8 {
    const ORDER: [K; 20] = [
        K::Dispatch,
        K::ApproveObjection,
        K::Claim,
        K::Contact,
        K::Reply,
        K::Done,
        K::FollowUp,
        K::Close,
        K::Answer,
        K::RejectObjection,
        K::Object,
        K::Extend,
        K::Escalate,
        K::Redirect,
        K::Convert,
        K::Redo,
        K::BringDown,
        K::GiveMandate,
        K::RevokeMandate,
        K::DeclareInterest,
    ];
    ORDER.iter().position(|one| *one == kind).and_then(|at| u8::try_from(at).ok()).unwrap_or(QUIET)
}

#[cfg(test)]
mod tests {
    use domain::work_order::Stage;

    #[test]
    fn every_stage_says_what_comes_next() {
        for stage in Stage::ALL {
            let key = format!("desk-order-next-{}", stage.key().trim_start_matches("stage-order-"));
            assert!(kernel::i18n::knows(kernel::Locale::Zh, &key), "{key}");
        }
    }
}
