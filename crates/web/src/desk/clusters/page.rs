//! One cluster: what it is, its plan, the way to answer, its matters one by one; one form at a time.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use domain::{
    cluster::{CommandKind, Stage, Step, Way},
    owed::State,
};
use jiff::{Timestamp, civil::Date};
use kernel::{CaseId, OrgId};
use serde::Deserialize;
use services::cluster::{self, ClusterView, MemberState};

use super::{
    act::{kind_of, slug},
    form,
};
use crate::{
    desk::{
        Desk, Here,
        case::{org_name, record},
        meetings::units,
        rows, when,
    },
    forms::{Field, Form},
    i18n::Say,
    problem::Problem,
    ui::{Button, Icon, Line, Notice, NoticeKind, Tag, Timeline, Tone, UrgencyChip},
    view::Frame,
};

/// The form that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Doing {
    /// What it does.
    pub kind: CommandKind,
    /// To which step or matter; empty for the cluster itself.
    pub which: String,
}

/// A button that needs nothing written.
struct Press {
    action: String,
    which: String,
    text: String,
    primary: bool,
}

/// One step of the plan, and what became of it.
struct StepLine {
    no: u16,
    text: String,
    owner: String,
    due: String,
    chip: Option<UrgencyChip>,
    tag: Tag,
    dropped: String,
    /// What the unit reported: when, what, and why it was not enough.
    answers: Vec<(String, String, String)>,
    presses: Vec<Press>,
    ways: Vec<(String, String)>,
    form: Option<Line>,
}

/// One matter.
struct MemberLine {
    case: String,
    number: String,
    /// Its page, when the reader may open it.
    href: String,
    stage: String,
    turn: String,
    chip: Option<UrgencyChip>,
    tag: Tag,
    ways: Vec<(String, String)>,
    form: Option<Line>,
}

/// The way to answer, as proposed or in force.
struct WayLine {
    tag: Tag,
    parts: Vec<(String, String)>,
    returned: String,
    presses: Vec<Press>,
    ways: Vec<(String, String)>,
    form: Option<Line>,
}

#[derive(Template)]
#[template(path = "desk/cluster.html")]
pub(super) struct ClusterPage {
    t: Frame,
    meta: String,
    cause: String,
    notice: Option<Notice>,
    summary: Line,
    /// How far it is, in figures.
    tally: Vec<(String, String)>,
    steps: Vec<StepLine>,
    ways_to_answer: Vec<WayLine>,
    members: Vec<MemberLine>,
    advice: Vec<(String, String)>,
    told: Vec<(String, String)>,
    facts: Vec<(String, String)>,
    ways: Vec<(String, String)>,
    /// The form about the cluster itself, with its heading.
    form: Option<(String, Line)>,
    version: i64,
    hidden: Line,
    timeline: Timeline,
}

#[derive(Template)]
#[template(path = "desk/_cluster_form.html")]
struct Drawn<'a> {
    action: String,
    hidden: Line,
    which: &'a str,
    version: i64,
    fields: Vec<Line>,
    legend: String,
    /// Units of the task force with whether they are ticked.
    ticks: Vec<(String, String, bool)>,
    button: Button,
}

/// Which form is asked for, and what was just done.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    #[serde(rename = "do")]
    deed: String,
    which: String,
    done: String,
}

/// A cluster with the units that can be named.
pub(super) struct Loaded {
    pub(super) view: ClusterView,
    units: Vec<(OrgId, String)>,
}

pub(super) async fn load(desk: &Desk, id: &str) -> Result<Loaded, Problem> {
    let id: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let loaded = desk.read(move |tx, kit, ctx, subject| {
        let view = cluster::open(tx, kit, ctx, subject, id)?;
        let keeps = view.may(CommandKind::SetTeam);
        let units = if keeps { units(tx, &view.state.founded.division, ctx.today())? } else { vec![] };
        Ok(Loaded { view, units })
    });
    Ok(loaded.await?)
}

/// `GET /desk/clusters/{id}`.
pub(super) async fn get(desk: Desk, Path(id): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let loaded = load(&desk, &id).await?;
    let t = desk.t();
    let doing = kind_of(&asked.deed).filter(|kind| loaded.view.may(*kind));
    let doing = doing.map(|kind| Doing { kind, which: asked.which });
    let done = match asked.done.as_str() {
        "found" => Some(t.say("clusters-founded-done").text()),
        name => kind_of(name).map(|kind| t.say("desk-done").with("what", t.message(&kind.message()).text()).text()),
    };
    let notice = done.map(|what| Notice::new(NoticeKind::Info, what).icon(Icon::outline("circle-check")));
    let today = kernel::beijing_date(desk.visit.state.clock.now());
    let blank = form::blank(desk.visit.form(), doing.as_ref(), &loaded.view.state, today);
    desk.visit.page(&page(&desk, &loaded, &blank, doing, notice))
}

/// Everything a part of the page needs.
struct Scene<'a> {
    t: Say,
    view: &'a ClusterView,
    form: &'a Form,
    doing: Option<Doing>,
    /// Units that can be on the task force.
    units: Vec<(String, String)>,
    now: Timestamp,
}

pub(super) fn page(
    desk: &Desk,
    loaded: &Loaded,
    form: &Form,
    doing: Option<Doing>,
    notice: Option<Notice>,
) -> ClusterPage {
    let (t, view) = (desk.t(), &loaded.view);
    let state = &view.state;
    let scene = Scene {
        t,
        view,
        form,
        doing,
        units: loaded.units.iter().map(|(id, name)| (id.to_string(), name.clone())).collect(),
        now: desk.visit.state.clock.now(),
    };
    let founded = &state.founded;
    let fact = |key: &str, value: String| (t.say(key).text(), value);
    let team: Vec<String> = founded.team.iter().map(|unit| org_name(&view.names, *unit)).collect();
    let tally = &view.tally;
    ClusterPage {
        t: desk.frame_titled(founded.title.to_string(), Here::Clusters).failed(form.has_errors()),
        meta: format!("{} · {}", founded.number, t.message(&state.stage().message())),
        cause: founded.cause.to_string(),
        notice,
        summary: if form.has_errors() { Line::drawn(&form.summary()) } else { Line::default() },
        tally: vec![
            fact("clusters-tally-all", tally.all.to_string()),
            fact("clusters-tally-answered", (tally.all - tally.unanswered).to_string()),
            fact("clusters-tally-confirmed", tally.confirmed.to_string()),
        ],
        steps: state.steps.iter().map(|step| scene.step(step)).collect(),
        ways_to_answer: scene.ways_to_answer(),
        members: view.members.iter().map(|one| scene.member(one)).collect(),
        advice: state.advice.iter().map(|(id, number)| (format!("/desk/advice/{id}"), number.to_string())).collect(),
        told: state.told.iter().rev().map(|told| (t.moment(told.at), told.text.to_string())).collect(),
        facts: vec![
            fact("clusters-office", org_name(&view.names, founded.office)),
            fact("clusters-lead-unit", org_name(&view.names, founded.lead)),
            fact("clusters-team", if team.is_empty() { "—".to_owned() } else { team.join("、") }),
            fact("clusters-since", t.full_date(kernel::beijing_date(state.founded_at))),
        ],
        ways: scene.ways(form::own(state.stage()), ""),
        form: scene.own_form(state.stage()),
        version: view.row.version,
        hidden: Line::drawn(&form.hidden()),
        timeline: record(t, &view.timeline, Line::default(), &view.names, &view.staff),
    }
}

impl Scene<'_> {
    fn path(&self, kind: CommandKind) -> String {
        format!("/desk/clusters/{}/{}", self.view.state.founded.id, slug(kind))
    }

    fn word(&self, kind: CommandKind) -> String {
        self.t.message(&kind.message()).text()
    }

    fn today(&self) -> Date {
        kernel::beijing_date(self.now)
    }

    fn is_open(&self, kind: CommandKind, which: &str) -> bool {
        self.doing.as_ref().is_some_and(|doing| doing.kind == kind && doing.which == which)
    }

    fn press(&self, kind: CommandKind, which: &str, primary: bool) -> Press {
        Press { action: self.path(kind), which: which.to_owned(), text: self.word(kind), primary }
    }

    /// Links that open a form.
    fn ways(&self, kinds: &[CommandKind], which: &str) -> Vec<(String, String)> {
        let way = |kind: &CommandKind| {
            let anchor = match kind {
                CommandKind::DropStep | CommandKind::Answer | CommandKind::Return => format!("step-{which}"),
                CommandKind::RemoveMember => format!("matter-{which}"),
                CommandKind::ReturnWay => "way".to_owned(),
                _ => "do".to_owned(),
            };
            (format!("?do={}&which={which}#{anchor}", slug(*kind)), self.word(*kind))
        };
        let fits = |kind: &&CommandKind| self.view.may(**kind) && !self.is_open(**kind, which);
        kinds.iter().filter(fits).map(way).collect()
    }

    /// The units that can be chosen in a form: of the task force for a step, all of the place for the task force.
    fn choices(&self, kind: CommandKind) -> Vec<(String, String)> {
        match kind {
            CommandKind::PutStep => {
                let units = self.view.state.units();
                units.into_iter().map(|unit| (unit.to_string(), org_name(&self.view.names, unit))).collect()
            }
            _ => self.units.clone(),
        }
    }

    fn drawn(&self, kind: CommandKind, which: &str) -> Option<Line> {
        if !self.is_open(kind, which) || !self.view.may(kind) {
            return None;
        }
        let fields: Vec<Field> = form::fields(kind, self.form, &self.choices(kind));
        let last = matches!(
            kind,
            CommandKind::DropStep | CommandKind::RemoveMember | CommandKind::Return | CommandKind::ReturnWay
        );
        let ticked: Vec<&str> = self.form.values("team").collect();
        let ticks = self.units.iter().filter(|_| kind == CommandKind::SetTeam);
        Some(Line::drawn(&Drawn {
            action: self.path(kind),
            hidden: Line::drawn(&self.form.hidden()),
            which,
            version: self.view.row.version,
            fields: fields.iter().map(Line::drawn).collect(),
            legend: self.t.say("clusters-team").text(),
            ticks: ticks.map(|(id, name)| (id.clone(), name.clone(), ticked.contains(&id.as_str()))).collect(),
            button: if last { Button::second(self.word(kind)) } else { Button::primary(self.word(kind)) },
        }))
    }

    fn own_form(&self, stage: Stage) -> Option<(String, Line)> {
        form::own(stage).iter().find_map(|kind| Some((self.word(*kind), self.drawn(*kind, "")?)))
    }

    fn step(&self, step: &Step) -> StepLine {
        let (t, state, which) = (self.t, step.track.state(), step.no.to_string());
        let owes = self.view.orgs.contains(&step.owner);
        let clock = step.track.clocks.last().and_then(|id| self.view.state.clocks.iter().find(|clock| clock.id == *id));
        let late = state == State::Owed && step.due < self.today();
        let asked_today = step.track.reminded_at.is_some_and(|at| kernel::beijing_date(at) == self.today());
        let (mut presses, mut kinds) = (vec![], vec![]);
        match state {
            _ if step.is_over() => {}
            State::Owed => {
                kinds.extend(owes.then_some(CommandKind::Answer));
                if late && !asked_today && self.view.may(CommandKind::Remind) {
                    presses.push(self.press(CommandKind::Remind, &which, false));
                }
                kinds.push(CommandKind::DropStep);
            }
            State::Answered if !owes && self.view.may(CommandKind::Accept) => {
                presses.push(self.press(CommandKind::Accept, &which, true));
                kinds.push(CommandKind::Return);
            }
            _ => {}
        }
        let answers = step.track.answers.iter().map(|(report, why)| {
            let head = t.say("meetings-answered").with("day", t.full_date(report.on)).text();
            (head, report.evidence.to_string(), why.as_ref().map(ToString::to_string).unwrap_or_default())
        });
        StepLine {
            no: step.no,
            text: step.text.to_string(),
            owner: org_name(&self.view.names, step.owner),
            due: t.full_date(step.due),
            chip: clock.filter(|clock| clock.is_open()).map(|clock| when::of_clock(t, clock, self.now)),
            tag: Tag::new(tone(state), t.message(&state.message()).text()),
            dropped: step.dropped.as_ref().map(ToString::to_string).unwrap_or_default(),
            answers: answers.collect(),
            presses,
            ways: self.ways(&kinds, &which),
            form: kinds.iter().find_map(|kind| self.drawn(*kind, &which)),
        }
    }

    /// The way in force, and the one that waits for a second person or was returned last.
    fn ways_to_answer(&self) -> Vec<WayLine> {
        let state = &self.view.state;
        let newest = state.ways.last().filter(|way| way.approved.is_none());
        newest.into_iter().chain(state.way()).map(|way| self.way(way)).collect()
    }

    fn way(&self, way: &Way) -> WayLine {
        let t = self.t;
        let waits = way.approved.is_none() && way.returned.is_none();
        let (key, tone) = match (&way.approved, waits) {
            (Some(_), _) => ("clusters-way-stands", Tone::Green),
            (None, true) => ("clusters-way-waits", Tone::Brand),
            (None, false) => ("clusters-way-returned", Tone::Grey),
        };
        let part = |key: &str, text: &str| (t.say(key).text(), text.to_owned());
        let may = waits && self.view.may(CommandKind::ApproveWay);
        let kinds: &[CommandKind] = if waits { &[CommandKind::ReturnWay] } else { &[] };
        WayLine {
            tag: Tag::new(tone, t.say(key).text()),
            parts: vec![
                part("clusters-findings", way.text.findings.as_str()),
                part("clusters-handling", way.text.handling.as_str()),
                part("clusters-basis", way.text.basis.as_str()),
            ],
            returned: way.returned.as_ref().map(ToString::to_string).unwrap_or_default(),
            presses: may.then(|| self.press(CommandKind::ApproveWay, "", true)).into_iter().collect(),
            ways: self.ways(kinds, ""),
            form: kinds.iter().find_map(|kind| self.drawn(*kind, "")),
        }
    }

    fn member(&self, one: &MemberState) -> MemberLine {
        let (t, which) = (self.t, one.member.case.to_string());
        let (key, tone) =
            if one.answered { ("clusters-answered", Tone::Green) } else { ("clusters-unanswered", Tone::Grey) };
        let kinds = [CommandKind::RemoveMember];
        MemberLine {
            number: one.member.number.to_string(),
            href: if one.readable { rows::place_at(one.kind, &which) } else { String::new() },
            stage: t.say(&one.kind.stage_key(&one.stage)).text(),
            turn: org_name(&self.view.names, one.turn),
            chip: one.due.as_ref().map(|due| when::of_due(t, Some(due), self.now)),
            tag: Tag::new(tone, t.say(key).text()),
            ways: self.ways(&kinds, &which),
            form: self.drawn(CommandKind::RemoveMember, &which),
            case: which,
        }
    }
}

fn tone(state: State) -> Tone {
    match state {
        State::Owed => Tone::Grey,
        State::Answered => Tone::Brand,
        State::Settled => Tone::Green,
    }
}
