//! One review: what she contests and why, the answer beside it, who examines, the opinion on its way; one form at a time.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use domain::review::{CommandKind, Contested};
use kernel::CaseId;
use serde::Deserialize;
use services::review::{self, ReviewView};

use super::{
    act::{kind_of, slug},
    calendar, form,
};
use crate::{
    desk::{
        Desk, Here,
        case::{org_name, record},
        letters::{self, PaperLine},
        when,
    },
    forms::Form,
    i18n::Say,
    problem::Problem,
    ui::{Button, Icon, Line, Notice, NoticeKind, Timeline, UrgencyChip},
    view::Frame,
};

/// What is contested of one claim, and what is decided of it.
pub(super) struct Contest {
    pub(super) no: u16,
    pub(super) claim: String,
    pub(super) answer: String,
    pub(super) basis: String,
    pub(super) reason: String,
    pub(super) ruling: String,
}

impl Contest {
    pub(super) fn of(t: Say, contested: &Contested) -> Self {
        let result = t.message(&contested.answer.result.message()).text();
        Self {
            no: contested.no,
            claim: contested.text.to_string(),
            answer: format!("{result}：{}", contested.answer.text),
            basis: contested.answer.basis.to_string(),
            reason: contested.reason.to_string(),
            ruling: String::new(),
        }
    }
}

/// The open form.
struct Open {
    heading: String,
    action: String,
    fields: Vec<Line>,
    button: Button,
}

#[derive(Template)]
#[template(path = "desk/review.html")]
pub(super) struct ReviewPage {
    t: Frame,
    meta: String,
    chip: Option<UrgencyChip>,
    notice: Option<Notice>,
    summary: Line,
    late: Vec<(String, String)>,
    contests: Vec<Contest>,
    findings: String,
    first_facts: String,
    first: Timeline,
    file: Vec<(String, String)>,
    hearings: Vec<String>,
    /// The hearing to come, and its entry for a calendar.
    called: Option<(String, String)>,
    facts: Vec<(String, String)>,
    ways: Vec<(String, String)>,
    open: Option<Open>,
    hidden: Line,
    version: i64,
    papers: Vec<PaperLine>,
    timeline: Timeline,
}

/// Which form is asked for, and what was just done.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    #[serde(rename = "do")]
    deed: String,
    done: String,
}

/// A review with its papers.
pub(super) struct Loaded {
    pub(super) view: ReviewView,
    papers: Vec<PaperLine>,
}

pub(super) async fn load(desk: &Desk, id: &str) -> Result<Loaded, Problem> {
    let (id, t): (CaseId, _) = (id.parse().map_err(|_| Problem::NotFound)?, desk.t());
    let loaded = desk.write(move |tx, kit, ctx, subject| {
        let view = review::open(tx, kit, ctx, subject, id)?;
        let papers = letters::papers(tx, t, &view.row.region, id)?;
        Ok(Loaded { view, papers })
    });
    Ok(loaded.await?)
}

fn may(view: &ReviewView, kind: CommandKind) -> bool {
    let here = !matches!(kind, CommandKind::SendFile | CommandKind::Withdraw | CommandKind::Rate);
    here && view.allowed.iter().any(|possible| possible.row.command == kind)
}

/// `GET /desk/reviews/{id}`.
pub(super) async fn get(desk: Desk, Path(id): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let loaded = load(&desk, &id).await?;
    let t = desk.t();
    let doing = kind_of(&asked.deed).filter(|kind| may(&loaded.view, *kind));
    let done =
        kind_of(&asked.done).map(|kind| t.say("desk-done").with("what", t.message(&kind.message()).text()).text());
    let notice = done.map(|what| Notice::new(NoticeKind::Info, what).icon(Icon::outline("circle-check")));
    let today = kernel::beijing_date(desk.visit.state.clock.now());
    let blank = form::blank(desk.visit.form(), &loaded.view.state, today);
    desk.visit.page(&page(&desk, &loaded, &blank, doing, notice))
}

pub(super) fn page(
    desk: &Desk,
    loaded: &Loaded,
    form: &Form,
    doing: Option<CommandKind>,
    notice: Option<Notice>,
) -> ReviewPage {
    let (t, view, now) = (desk.t(), &loaded.view, desk.visit.state.clock.now());
    let state = &view.state;
    let level = t.message(&state.level.message()).text();
    let hearing = |one: &domain::review::Hearing| {
        let ended = one.ended.as_ref().map(|(day, minutes)| format!(" – {}：{minutes}", t.full_date(*day)));
        format!("{}，{}{}", t.full_date(one.from), one.place, ended.unwrap_or_default())
    };
    ReviewPage {
        t: desk.frame_titled(state.title.to_string(), Here::Reviews).failed(form.has_errors()),
        meta: format!("{} · {level} · {}", state.number, t.message(&state.stage().message())),
        chip: state.term().filter(|clock| clock.is_open()).map(|clock| when::of_clock(t, clock, now)),
        notice,
        summary: if form.has_errors() { Line::drawn(&form.summary()) } else { Line::default() },
        late: late(t, view),
        contests: contests(t, view),
        findings: state.issued().map(|issued| issued.findings.to_string()).unwrap_or_default(),
        first_facts: view.first.state.facts.to_string(),
        first: record(t, &view.first.timeline, Line::default(), &view.names, &view.staff),
        file: state.file.iter().map(|sent| (org_name(&view.names, sent.org), sent.note.to_string())).collect(),
        hearings: state.hearings.iter().map(hearing).collect(),
        called: state.called.as_ref().map(|call| (calendar::said(t, call), calendar::href(state.id))),
        facts: facts(t, view),
        ways: ways(t, view, doing),
        open: doing.map(|kind| open(t, view, form, kind)),
        hidden: Line::drawn(&form.hidden()),
        version: view.row.version,
        papers: loaded.papers.clone(),
        timeline: record(t, &view.timeline, Line::default(), &view.names, &view.staff),
    }
}

fn late(t: Say, view: &ReviewView) -> Vec<(String, String)> {
    let Some(late) = &view.state.late else { return vec![] };
    let mut lines = vec![(t.say("reviews-late-cause").text(), late.cause.to_string())];
    if let Some((_, _, reason)) = &late.accepted {
        lines.push((t.say("reviews-late-accepted").text(), reason.to_string()));
    }
    lines
}

/// The ruling as drafted or signed stands with its claim.
fn contests(t: Say, view: &ReviewView) -> Vec<Contest> {
    let state = &view.state;
    let rulings = state.issued().map(|issued| &issued.rulings).or(state.draft().map(|draft| &draft.rulings));
    let one = |contested: &Contested| {
        let found = rulings.and_then(|all| all.iter().find(|(claim, _)| *claim == contested.claim));
        let ruling = found.map(|(_, ruling)| {
            let instead = ruling.instead.as_ref().map(|answer| format!("\n→ {}", answer.text)).unwrap_or_default();
            format!("{}：{}{instead}", t.message(&ruling.result.message()), ruling.text)
        });
        Contest { ruling: ruling.unwrap_or_default(), ..Contest::of(t, contested) }
    };
    state.contested.iter().map(one).collect()
}

fn facts(t: Say, view: &ReviewView) -> Vec<(String, String)> {
    let state = &view.state;
    let fact = |key: &str, value: String| (t.say(key).text(), value);
    let mut facts = vec![
        fact("reviews-who", view.person.name.clone()),
        fact("reviews-lodged", t.message(&state.lodged.message()).text()),
        fact("reviews-received", t.moment(state.received_at)),
        fact("reviews-organ", org_name(&view.names, state.organ)),
        fact("reviews-unit", org_name(&view.names, state.unit)),
        fact("reviews-opinion", state.opinion.to_string()),
        fact("reviews-opinion-served", t.full_date(state.opinion_served)),
    ];
    let examiner = state.examination().and_then(|examination| view.staff.get(&examination.examiner).cloned());
    facts.extend(examiner.map(|name| fact("reviews-examiner", name)));
    facts
}

fn ways(t: Say, view: &ReviewView, doing: Option<CommandKind>) -> Vec<(String, String)> {
    let fits = |kind: &&CommandKind| may(view, **kind) && doing != Some(**kind);
    let way = |kind: &CommandKind| (format!("?do={}#do", slug(*kind)), t.message(&kind.message()).text());
    CommandKind::ALL.iter().filter(fits).map(way).collect()
}

fn open(t: Say, view: &ReviewView, form: &Form, kind: CommandKind) -> Open {
    let text = t.message(&kind.message()).text();
    Open {
        heading: text.clone(),
        action: format!("/desk/reviews/{}/do/{}", view.state.id, slug(kind)),
        fields: form::fields(t, kind, view, form).iter().map(Line::drawn).collect(),
        button: Button::primary(text),
    }
}
