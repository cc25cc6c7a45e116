//! `GET /desk/finds/{id}`: one find with the steps that are the reader's now.

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::Response,
};
use domain::proactive::{CommandKind as K, Danger, Stage, Told};
use kernel::CaseId;
use serde::Deserialize;
use services::{
    network,
    proactive::{FindView, look, open_find},
};

use crate::{
    desk::{
        Desk, Here,
        case::{ClockLine, clock_lines, record},
        mandate::MandateFields,
        petition::choice,
        when,
    },
    forms::Form,
    problem::Problem,
    ui::{Button, Line, Notice, NoticeKind, Timeline, UrgencyChip},
    view::Frame,
};

#[derive(Template)]
#[template(path = "desk/find.html")]
struct FindPage {
    t: Frame,
    id: CaseId,
    version: i64,
    title: String,
    meta: String,
    chip: Option<UrgencyChip>,
    notice: Option<Notice>,
    free: Notice,
    words: String,
    person: Option<(String, String)>,
    agent: String,
    clocks: Vec<ClockLine>,
    timeline: Timeline,
    form: Form,
    agents: Vec<(String, String)>,
    steps: Vec<Step>,
    /// Dangers to choose from, and a box for every office that may have been told: its name and its label.
    dangers: Vec<(String, String)>,
    told: Vec<(String, &'static str)>,
    /// How mediation may end.
    results: Vec<(String, String)>,
    fields: MandateFields,
    /// Number and code to hand over, shown once: title, number, code.
    paper: Option<(String, String, String)>,
}

/// One step that can be done now.
struct Step {
    kind: K,
    slug: String,
    button: Button,
}

/// What an address may say.
#[derive(Deserialize, Default)]
pub(super) struct Said {
    #[serde(default)]
    done: String,
}

/// What the page is made of.
pub(super) struct Loaded {
    view: FindView,
    agents: Vec<(String, String)>,
}

/// Loads a find; the look is on record.
pub(super) async fn load(desk: &Desk, id: &str) -> Result<Loaded, Problem> {
    let id: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let t = desk.t();
    let loaded = desk.write(move |tx, kit, ctx, subject| {
        let looked = look(tx, ctx, subject, id)?;
        let view = open_find(tx, kit, subject, &looked)?;
        let agents = if view.allowed.contains(&K::Assign) {
            let who = network::For { place: &view.state.division, grid: None, language: None };
            network::choices(tx, kit, ctx, who)?
        } else {
            vec![]
        };
        let agents = agents.iter().map(|one| (one.agent.id.to_string(), choice(t, one)));
        Ok(Loaded { agents: agents.collect(), view })
    });
    Ok(loaded.await?)
}

/// `GET`.
pub(super) async fn get(desk: Desk, Path(id): Path<String>, Query(said): Query<Said>) -> Result<Response, Problem> {
    let loaded = load(&desk, &id).await?;
    let notice = (!said.done.is_empty()).then(|| Notice::new(NoticeKind::Info, desk.t().say("find-done")));
    let form = desk.visit.form();
    desk.visit.page(&page(&desk, loaded, form, notice, None))
}

/// The page again, with what stands against a step and everything that was typed.
pub(super) fn again(desk: &Desk, loaded: Loaded, form: Form, status: StatusCode) -> Result<Response, Problem> {
    desk.visit.page_as(status, &page(desk, loaded, form, None, None))
}

/// The page with number and code to hand over, once.
pub(super) fn with_paper(desk: &Desk, loaded: Loaded, number: &str, code: &str) -> Result<Response, Problem> {
    let paper = (desk.t().say("find-hand-over").text(), number.to_owned(), code.to_owned());
    let form = desk.visit.form();
    desk.visit.page(&page(desk, loaded, form, None, Some(paper)))
}

fn page(
    desk: &Desk,
    loaded: Loaded,
    form: Form,
    notice: Option<Notice>,
    paper: Option<(String, String, String)>,
) -> FindPage {
    let (t, now) = (desk.t(), desk.visit.state.clock.now());
    let Loaded { view, agents } = loaded;
    let state = &view.state;
    let title = t.message(&state.signal.message()).text();
    let deleted = matches!(state.stage(), Stage::Declined | Stage::Forgotten | Stage::Converted);
    let seen = t.date(kernel::beijing_date(state.observed_at));
    FindPage {
        t: desk.frame_titled(title.clone(), Here::Finds).failed(form.has_errors()),
        id: state.id,
        version: view.row.version,
        meta: format!("{} · {} · {seen}", state.number, t.message(&state.stage().message()).text()),
        chip: view.clocks.first().map(|(clock, _)| when::of_clock(t, clock, now)),
        notice,
        free: Notice::new(NoticeKind::Info, t.say("find-free")),
        words: if deleted { t.say("find-words-gone").text() } else { view.text.clone() },
        person: view.person.as_ref().map(|one| (one.name.clone(), one.phone.clone().unwrap_or_default())),
        agent: state.agent.and_then(|agent| view.staff.get(&agent)).cloned().unwrap_or_default(),
        clocks: clock_lines(t, view.clocks.iter().map(|(clock, why)| (clock, why)), now),
        timeline: record(t, &view.timeline, Line::default(), &view.names, &view.staff),
        steps: steps(desk, &view),
        dangers: Danger::ALL.iter().map(|one| (one.name().to_owned(), t.message(&one.message()).text())).collect(),
        told: Told::ALL.iter().map(|one| (super::act::told_field(*one), told_label(*one))).collect(),
        results: ["yes", "no"].map(|said| (said.to_owned(), t.say(&format!("find-agreed-{said}")).text())).to_vec(),
        fields: MandateFields::new(t, form.clone()),
        agents,
        title,
        form,
        paper,
    }
}

fn told_label(told: Told) -> &'static str {
    match told {
        Told::Police => "find-told-police",
        Told::Ambulance => "find-told-ambulance",
        Told::Government => "find-told-government",
        Told::Bureau => "find-told-bureau",
    }
}

/// The steps that are the reader's, the next one first and filled.
fn steps(desk: &Desk, view: &FindView) -> Vec<Step> {
    let t = desk.t();
    let mine = view.allowed.iter().filter(|kind| !matches!(kind, K::Confirm | K::RevokeMandate));
    let order = |kind: &K| match kind {
        K::Assign if view.state.agent.is_none() => 0,
        K::Inform | K::GiveMandate | K::Resolve | K::EndMediation => 1,
        K::Consent => 2,
        K::Decline | K::Revisit => 3,
        K::Progress => 4,
        K::Mediate | K::Escalate => 5,
        K::Assign => 6,
        K::ReportUrgent => 8,
        _ => 7,
    };
    let mut kinds: Vec<K> = mine.copied().collect();
    kinds.sort_by_key(order);
    let step = |(at, kind): (usize, K)| {
        let text = t.message(&kind.message());
        let button = if at == 0 { Button::primary(text) } else { Button::quiet(text) };
        let slug = kind.key().trim_start_matches("command-find-").to_owned();
        Step { kind, slug, button }
    };
    kinds.into_iter().enumerate().map(step).collect()
}
