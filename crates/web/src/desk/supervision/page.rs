//! `GET /desk/supervision/{id}`: the ladder rung by rung, with demand, answer and what was said to it; and what the reader can do.
//! The supervising side and the unit see the same page; each gets its own forms.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::Response,
};
use domain::{
    organisation::{Org, OrgKind},
    people::Role,
    supervision::{CommandKind, MeasureKind, Rung, RungState, Supervision, Way},
};
use kernel::{CaseId, UserId};
use services::{
    organisation,
    oversight::{SupervisionView, open_supervision},
    people,
};

use super::new::liabilities;
use crate::{
    desk::{
        Desk, Here,
        case::{ClockLine, Said, clock_lines, org_name, record},
        letters::{self, PaperLine},
        rows::place_at,
        when,
    },
    forms::Form,
    problem::Problem,
    ui::{Line, Notice, NoticeKind, Timeline, UrgencyChip},
    view::Frame,
};

/// One rung as the ladder shows it.
#[expect(clippy::struct_excessive_bools, reason = "one for each form that the rung may show, and its mark")]
pub(super) struct Step {
    no: u32,
    title: String,
    state: String,
    chip: Option<UrgencyChip>,
    facts: Vec<(String, String)>,
    demands: String,
    answers: Vec<(String, String, String)>,
    /// The unit can answer it now.
    answer: bool,
    /// The supervisor can say something to the answer now.
    judge: bool,
    /// It waits for a signature of the reader.
    sign: bool,
    /// The reader drafted it: somebody else signs.
    own: bool,
    accountable: bool,
}

/// A verification sheet in lines.
type SheetLines = Vec<(String, String)>;

#[derive(Template)]
#[template(path = "desk/supervision.html")]
#[expect(clippy::struct_excessive_bools, reason = "one for each form that the page may show")]
pub(super) struct SupervisionPage {
    t: Frame,
    id: CaseId,
    version: i64,
    heading: String,
    meta: String,
    chip: Option<UrgencyChip>,
    notice: Option<Notice>,
    case_href: String,
    steps: Vec<Step>,
    papers: Vec<PaperLine>,
    sheets: Vec<SheetLines>,
    listed: Line,
    clocks: Vec<ClockLine>,
    timeline: Timeline,
    form: Form,
    verify: bool,
    list: bool,
    delist: bool,
    measure: bool,
    close: bool,
    ways: Vec<(String, String)>,
    people: Vec<(String, String)>,
    measures: Vec<(String, String)>,
    liabilities: Vec<(String, String)>,
    bodies: Vec<(String, String)>,
}

/// What the page is made of.
pub(super) struct Loaded {
    pub view: SupervisionView,
    papers: Vec<PaperLine>,
    people: Vec<(UserId, String)>,
    bodies: Vec<Org>,
}

/// Loads a supervision with the people who may verify and the bodies that decide.
pub(super) async fn load(desk: &Desk, id: &str) -> Result<Loaded, Problem> {
    let (id, t): (CaseId, _) = (id.parse().map_err(|_| Problem::NotFound)?, desk.t());
    let loaded = desk.read(move |tx, kit, ctx, subject| {
        let view = open_supervision(tx, kit, ctx, subject, id)?;
        let mut verifiers: Vec<(UserId, String)> = vec![];
        for role in [Role::Supervisor, Role::BureauOfficer, Role::Registrar] {
            for one in people::with_role(tx, view.state.issuer, role, ctx.today())? {
                if verifiers.iter().all(|(known, _)| *known != one.id) {
                    verifiers.push((one.id, one.name.reveal().to_owned()));
                }
            }
        }
        let division = &view.state.division;
        let directory = organisation::around(tx, std::slice::from_ref(division), ctx.today())?;
        let places = std::iter::successors(Some(division.clone()), kernel::DivisionCode::parent);
        let unit = view.state.unit;
        let decides = |org: &Org| matches!(org.kind, OrgKind::Discipline | OrgKind::Government) && org.id != unit;
        let bodies = places.flat_map(|place| directory.at(&place).cloned().collect::<Vec<_>>()).filter(decides);
        let bodies = bodies.collect();
        Ok(Loaded { papers: letters::papers(tx, t, &view.row.region, id)?, bodies, people: verifiers, view })
    });
    Ok(loaded.await?)
}

/// `GET`.
pub(super) async fn get(desk: Desk, Path(id): Path<String>, Query(said): Query<Said>) -> Result<Response, Problem> {
    let loaded = load(&desk, &id).await?;
    let t = desk.t();
    let done = said.done.as_deref().and_then(|slug| {
        let known = CommandKind::ALL.iter().find(|kind| kind.key() == format!("command-supervision-{slug}"));
        known.map(|kind| t.message(&kind.message()).text())
    });
    let notice = done.map(|what| Notice::new(NoticeKind::Info, t.say("desk-done").with("what", what)));
    desk.visit.page(&page(&desk, &loaded, desk.visit.form(), notice))
}

/// The page again, with what stands against it and everything that was typed.
pub(super) fn again(desk: &Desk, loaded: &Loaded, form: Form, status: StatusCode) -> Result<Response, Problem> {
    desk.visit.page_as(status, &page(desk, loaded, form, None))
}

fn page(desk: &Desk, loaded: &Loaded, form: Form, notice: Option<Notice>) -> SupervisionPage {
    let (t, now, view) = (desk.t(), desk.visit.state.clock.now(), &loaded.view);
    let state = &view.state;
    let may = |kind: CommandKind| view.allowed.iter().any(|row| row.row.command == kind);
    let urgent = view.clocks.iter().find(|(clock, _)| clock.is_open());
    let unit = org_name(&view.names, state.unit);
    let said = |one: &kernel::Message| t.message(one).text();
    SupervisionPage {
        t: desk
            .frame_titled(t.say("desk-supervision-of").with("unit", &unit).text(), Here::Supervision)
            .failed(form.has_errors()),
        id: state.id,
        version: view.row.version,
        heading: state.title.to_string(),
        meta: format!("{} · {unit} · {}", state.case_number, said(&state.stage().message())),
        chip: urgent.map(|(clock, _)| when::of_clock(t, clock, now)),
        notice,
        case_href: if view.may_open_case { place_at(state.case_kind, &state.case.to_string()) } else { String::new() },
        steps: state.rungs.iter().rev().map(|rung| step(desk, view, rung, &may)).collect(),
        papers: loaded.papers.clone(),
        sheets: sheets(desk, view),
        listed: listed(desk, state),
        clocks: clock_lines(t, view.clocks.iter().map(|(clock, why)| (clock, why)), now),
        timeline: record(t, &view.timeline, Line::default(), &view.names, &view.staff),
        verify: may(CommandKind::Verify),
        list: may(CommandKind::List),
        delist: may(CommandKind::Delist),
        measure: may(CommandKind::Measure),
        close: may(CommandKind::Close),
        ways: Way::ALL.iter().map(|one| (one.name().to_owned(), said(&one.message()))).collect(),
        people: choose(desk, loaded.people.iter().map(|(id, name)| (id.to_string(), name.clone()))),
        measures: MeasureKind::ALL.iter().map(|one| (one.name().to_owned(), said(&one.message()))).collect(),
        liabilities: liabilities(desk),
        bodies: choose(desk, loaded.bodies.iter().map(|org| (org.id.to_string(), org.name.to_string()))),
        form,
    }
}

/// Choices after "choose one".
fn choose(desk: &Desk, all: impl Iterator<Item = (String, String)>) -> Vec<(String, String)> {
    std::iter::once((String::new(), desk.t().say("desk-choose").text())).chain(all).collect()
}

fn step(desk: &Desk, view: &SupervisionView, rung: &Rung, may: &dyn Fn(CommandKind) -> bool) -> Step {
    let (t, now) = (desk.t(), desk.visit.state.clock.now());
    let state = &view.state;
    let said = |one: &kernel::Message| t.message(one).text();
    let clock = rung.clock.and_then(|id| state.clocks.iter().find(|clock| clock.id == id));
    let fact = |key: &str, value: String| (t.say(key).text(), value);
    let mut facts =
        vec![fact("desk-rung-ground", said(&rung.ground.message())), fact("desk-rung-cause", cause(desk, rung))];
    facts.extend(rung.number.as_ref().map(|number| fact("desk-rung-number", number.to_string())));
    facts.extend(rung.liability.map(|one| fact("desk-rung-liability", said(&one.message()))));
    facts.extend(rung.competent.map(|org| fact("desk-rung-competent", org_name(&view.names, org))));
    if rung.awaits_answer() {
        facts.extend(clock.map(|clock| fact("desk-rung-due", when::clock_day(t, clock))));
    }
    let own = rung.state == RungState::Proposed && rung.drafted_by == Some(desk.who.user());
    let answers = rung.answers.iter().map(|(answer, verdict)| {
        let evidence = answer.evidence.as_ref().map(ToString::to_string).unwrap_or_default();
        let verdict = verdict.as_ref().map_or_else(String::new, |verdict| {
            let key = if verdict.accepted { "desk-rung-accepted" } else { "desk-rung-rejected" };
            t.say(key).with("reason", &verdict.reason).text()
        });
        (answer.text.to_string(), evidence, verdict)
    });
    Step {
        no: rung.no,
        title: said(&rung.kind.message()),
        state: state_of(desk, rung),
        chip: clock.filter(|clock| clock.is_open()).map(|clock| when::of_clock(t, clock, now)),
        facts,
        demands: rung.demands.to_string(),
        answers: answers.collect(),
        answer: rung.awaits_answer() && may(CommandKind::Answer),
        judge: rung.state == RungState::Answered && may(CommandKind::Judge),
        sign: rung.state == RungState::Proposed && may(CommandKind::Sign) && !own,
        own,
        accountable: rung.kind == domain::supervision::RungKind::AccountabilityAdvice,
    }
}

fn state_of(desk: &Desk, rung: &Rung) -> String {
    let key = match &rung.state {
        RungState::Proposed => "desk-rung-proposed",
        RungState::Issued if rung.was_rejected() => "desk-rung-again",
        RungState::Issued if rung.reply_days.is_some() => "desk-rung-waiting",
        RungState::Issued => "desk-rung-sent",
        RungState::Answered => "desk-rung-answered",
        RungState::Accepted => "desk-rung-done",
        RungState::Dropped { .. } => "desk-rung-dropped",
    };
    desk.t().say(key).text()
}

fn cause(desk: &Desk, rung: &Rung) -> String {
    let t = desk.t();
    match &rung.origin {
        domain::supervision::Origin::Rule { rule, version, .. } => {
            t.say("desk-rung-by-rule").with("rule", rule).with("version", version).text()
        }
        domain::supervision::Origin::Person => t.say("desk-rung-by-hand").text(),
    }
}

fn sheets(desk: &Desk, view: &SupervisionView) -> Vec<SheetLines> {
    let t = desk.t();
    let line = |key: &str, value: String| (t.say(key).text(), value);
    let none = || t.say("desk-sheet-same").text();
    let lines = |sheet: &domain::supervision::Sheet| {
        let finding = &sheet.finding;
        let names = finding.verifiers.iter().filter_map(|user| view.staff.get(user).cloned()).collect::<Vec<_>>();
        vec![
            line("desk-sheet-way", t.message(&finding.way.message()).text()),
            line("desk-sheet-verifiers", names.join("、")),
            line("desk-sheet-procedure", finding.procedure.to_string()),
            line("desk-sheet-substance", finding.substance.to_string()),
            line("desk-sheet-heard", finding.heard.to_string()),
            line("desk-sheet-difference", finding.difference.as_ref().map_or_else(none, ToString::to_string)),
            line("desk-sheet-advice", finding.advice.to_string()),
        ]
    };
    view.state.sheets.iter().rev().map(lines).collect()
}

fn listed(desk: &Desk, state: &Supervision) -> Line {
    match state.listed() {
        Some(listing) => {
            desk.t().say("desk-supervision-listed").with("leader", &listing.leader).with("due", listing.due).into()
        }
        None => Line::default(),
    }
}
