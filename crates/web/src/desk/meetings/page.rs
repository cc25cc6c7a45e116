//! One meeting: the agenda with what was decided of each item and what became of it, one form at a time.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use domain::{
    meeting::{CommandKind, Decision, Item, ItemKind},
    owed::State,
};
use jiff::{Timestamp, civil::Date};
use kernel::{CaseId, OrgId};
use serde::Deserialize;
use services::meeting::{self, MeetingView};

use super::{
    act::{kind_of, slug},
    form,
    new::units,
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
    ui::{Icon, Line, Notice, NoticeKind, Tag, Timeline, Tone, UrgencyChip},
    view::Frame,
};

/// The form that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Doing {
    /// What it does.
    pub kind: CommandKind,
    /// To which item or decision; 0 for the meeting itself.
    pub which: u16,
}

/// A button that needs nothing written.
struct Press {
    action: String,
    which: u16,
    text: String,
    primary: bool,
}

/// What was decided, and what became of it.
struct Decided {
    no: u16,
    text: String,
    owner: String,
    due: String,
    chip: Option<UrgencyChip>,
    tag: Tag,
    /// What the unit reported: when, what, and why it was not enough.
    answers: Vec<(String, String, String)>,
    reminded: String,
    presses: Vec<Press>,
    ways: Vec<(String, String)>,
    form: Option<Line>,
}

/// One item of the agenda.
struct Point {
    no: u16,
    tag: Tag,
    text: String,
    /// The matter's page, when it may be opened, and its number.
    case: Option<(String, String)>,
    dropped: String,
    decided: Vec<Decided>,
    ways: Vec<(String, String)>,
    form: Option<Line>,
}

#[derive(Template)]
#[template(path = "desk/meeting.html")]
pub(super) struct MeetingPage {
    t: Frame,
    meta: String,
    notice: Option<Notice>,
    summary: Line,
    facts: Vec<(String, String)>,
    points: Vec<Point>,
    presses: Vec<Press>,
    ways: Vec<(String, String)>,
    /// The form about the meeting itself, with its heading.
    form: Option<(String, Line)>,
    version: i64,
    hidden: Line,
    papers: Vec<PaperLine>,
    timeline: Timeline,
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

/// A meeting with its paper and the units that can be named.
pub(super) struct Loaded {
    pub(super) view: MeetingView,
    papers: Vec<PaperLine>,
    units: Vec<(OrgId, String)>,
}

pub(super) async fn load(desk: &Desk, id: &str) -> Result<Loaded, Problem> {
    let (id, t): (CaseId, _) = (id.parse().map_err(|_| Problem::NotFound)?, desk.t());
    let loaded = desk.read(move |tx, kit, ctx, subject| {
        let view = meeting::open(tx, kit, ctx, subject, id)?;
        let papers = letters::papers(tx, t, &view.row.region, id)?;
        let names =
            if view.may(CommandKind::Decide) { units(tx, &view.state.called.division, ctx.today())? } else { vec![] };
        Ok(Loaded { view, papers, units: names })
    });
    Ok(loaded.await?)
}

/// `GET /desk/meetings/{id}`.
pub(super) async fn get(desk: Desk, Path(id): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let loaded = load(&desk, &id).await?;
    let t = desk.t();
    let which = asked.which.parse().unwrap_or_default();
    let doing = kind_of(&asked.deed).filter(|kind| loaded.view.may(*kind)).map(|kind| Doing { kind, which });
    let done = match asked.done.as_str() {
        "call" => Some(t.say("meetings-called-done").text()),
        name => kind_of(name).map(|kind| t.say("desk-done").with("what", t.message(&kind.message()).text()).text()),
    };
    let notice = done.map(|what| Notice::new(NoticeKind::Info, what).icon(Icon::outline("circle-check")));
    let today = kernel::beijing_date(desk.visit.state.clock.now());
    let blank = form::blank(desk.visit.form(), doing, &loaded.view.state, today);
    desk.visit.page(&page(&desk, &loaded, &blank, doing, notice))
}

/// Everything a part of the page needs.
struct Scene<'a> {
    t: Say,
    view: &'a MeetingView,
    form: &'a Form,
    doing: Option<Doing>,
    units: Vec<(String, String)>,
    now: Timestamp,
}

pub(super) fn page(
    desk: &Desk,
    loaded: &Loaded,
    form: &Form,
    doing: Option<Doing>,
    notice: Option<Notice>,
) -> MeetingPage {
    let (t, view) = (desk.t(), &loaded.view);
    let (state, called) = (&view.state, &view.state.called);
    // While the agenda is written the next item is always at hand.
    let first = (view.may(CommandKind::PutItem)).then_some(Doing { kind: CommandKind::PutItem, which: 0 });
    let scene = Scene {
        t,
        view,
        form,
        doing: doing.or(first),
        units: loaded.units.iter().map(|(id, name)| (id.to_string(), name.clone())).collect(),
        now: desk.visit.state.clock.now(),
    };
    let names: Vec<String> = called.units.iter().map(|unit| org_name(&view.names, *unit)).collect();
    let fact = |key: &str, value: String| (t.say(key).text(), value);
    MeetingPage {
        t: desk.frame_titled(called.title.to_string(), Here::Meetings).failed(form.has_errors()),
        meta: format!("{} · {}", called.number, t.message(&state.stage().message())),
        notice,
        summary: if form.has_errors() { Line::drawn(&form.summary()) } else { Line::default() },
        facts: vec![
            fact("meetings-day", format!("{} {}", t.full_date(called.on), called.from)),
            fact("meetings-place", called.place.to_string()),
            fact("meetings-chair", called.chair.to_string()),
            fact("meetings-office", org_name(&view.names, called.office)),
            fact("meetings-units", names.join("、")),
        ],
        points: state.items.iter().map(|item| scene.point(item)).collect(),
        presses: scene.presses(),
        ways: scene.ways(&[CommandKind::PutItem, CommandKind::Move, CommandKind::CallOff], 0),
        form: scene.own_form(),
        version: view.row.version,
        hidden: Line::drawn(&form.hidden()),
        papers: loaded.papers.clone(),
        timeline: record(t, &view.timeline, Line::default(), &view.names, &view.staff),
    }
}

impl Scene<'_> {
    fn path(&self, kind: CommandKind) -> String {
        format!("/desk/meetings/{}/{}", self.view.state.called.id, slug(kind))
    }

    fn word(&self, kind: CommandKind) -> String {
        self.t.message(&kind.message()).text()
    }

    /// Links that open a form.
    fn ways(&self, kinds: &[CommandKind], which: u16) -> Vec<(String, String)> {
        let held = !self.view.state.decisions.is_empty();
        let fits = |kind: &&CommandKind| match kind {
            CommandKind::Move | CommandKind::CallOff => self.view.may(**kind) && !held,
            _ => self.view.may(**kind),
        };
        let open = |kind: &&CommandKind| self.doing == Some(Doing { kind: **kind, which });
        let way = |kind: &CommandKind| {
            let anchor = match kind {
                CommandKind::DropItem | CommandKind::Decide => format!("item-{which}"),
                CommandKind::Answer | CommandKind::Return => format!("decision-{which}"),
                _ => "do".to_owned(),
            };
            (format!("?do={}&which={which}#{anchor}", slug(*kind)), self.word(*kind))
        };
        kinds.iter().filter(fits).filter(|kind| !open(kind)).map(way).collect()
    }

    fn drawn(&self, kind: CommandKind, which: u16, units: &[(String, String)]) -> Option<Line> {
        if self.doing != Some(Doing { kind, which }) || !self.view.may(kind) {
            return None;
        }
        let dispute = self.view.state.item(which).is_some_and(|item| item.kind == ItemKind::Dispute);
        let fields = form::fields(kind, self.form, units, dispute);
        Some(form::drawn(self.t, self.form, (self.path(kind), which, self.view.row.version), kind, &fields))
    }

    fn own_form(&self) -> Option<(String, Line)> {
        let kinds = [CommandKind::PutItem, CommandKind::Move, CommandKind::CallOff];
        kinds.into_iter().find_map(|kind| Some((self.word(kind), self.drawn(kind, 0, &[])?)))
    }

    /// The minutes can be closed when every item has its result.
    fn presses(&self) -> Vec<Press> {
        let state = &self.view.state;
        let ready = !state.items.is_empty() && state.open_items().next().is_none();
        if !ready || !self.view.may(CommandKind::CloseMinutes) {
            return vec![];
        }
        vec![self.press(CommandKind::CloseMinutes, 0, true)]
    }

    fn press(&self, kind: CommandKind, which: u16, primary: bool) -> Press {
        Press { action: self.path(kind), which, text: self.word(kind), primary }
    }

    fn point(&self, item: &Item) -> Point {
        let state = &self.view.state;
        let decided: Vec<&Decision> = state.decided(item.no).collect();
        let may_more = item.dropped.is_none()
            && self.today() >= state.called.on
            && (decided.is_empty() || item.kind != ItemKind::Dispute);
        let mut kinds = vec![];
        if may_more {
            kinds.push(CommandKind::Decide);
        }
        if item.dropped.is_none() && decided.is_empty() {
            kinds.push(CommandKind::DropItem);
        }
        let case = item.case.as_ref().map(|(id, number)| {
            let readable = self.view.readable.contains(id);
            (if readable { format!("/desk/matters/{id}") } else { String::new() }, number.to_string())
        });
        let forms = [CommandKind::Decide, CommandKind::DropItem];
        Point {
            no: item.no,
            tag: Tag::new(Tone::Grey, self.t.message(&item.kind.message()).text()),
            text: item.text.to_string(),
            case,
            dropped: item.dropped.as_ref().map(ToString::to_string).unwrap_or_default(),
            decided: decided.into_iter().map(|one| self.decided(one)).collect(),
            ways: self.ways(&kinds, item.no),
            form: forms.into_iter().find_map(|kind| self.drawn(kind, item.no, &self.units)),
        }
    }

    fn today(&self) -> Date {
        kernel::beijing_date(self.now)
    }

    fn decided(&self, one: &Decision) -> Decided {
        let (t, state) = (self.t, one.state());
        let owes = self.view.orgs.contains(&one.resolved.owner);
        let clock = one.track.clocks.last().and_then(|id| self.view.state.clocks.iter().find(|clock| clock.id == *id));
        let late = state == State::Owed && one.due().is_some_and(|due| due < self.today());
        let asked_today = one.track.reminded_at.is_some_and(|at| kernel::beijing_date(at) == self.today());
        let (mut presses, mut kinds) = (vec![], vec![]);
        match state {
            State::Owed if owes => kinds.push(CommandKind::Answer),
            State::Owed if late && !asked_today && self.view.may(CommandKind::Remind) => {
                presses.push(self.press(CommandKind::Remind, one.no, false));
            }
            State::Answered if self.view.may(CommandKind::Accept) && !owes => {
                presses.push(self.press(CommandKind::Accept, one.no, true));
                kinds.push(CommandKind::Return);
            }
            _ => {}
        }
        let answers = one.track.answers.iter().map(|(answer, why)| {
            let head = t.say("meetings-answered").with("day", t.full_date(answer.on)).text();
            (head, answer.evidence.to_string(), why.as_ref().map(ToString::to_string).unwrap_or_default())
        });
        let forms = [CommandKind::Answer, CommandKind::Return];
        let due = one.due().map_or_else(|| t.say("meetings-no-due").text(), |day| t.full_date(day));
        Decided {
            no: one.no,
            text: one.resolved.text.to_string(),
            owner: org_name(&self.view.names, one.resolved.owner),
            due,
            chip: clock.filter(|clock| clock.is_open()).map(|clock| when::of_clock(t, clock, self.now)),
            tag: Tag::new(tone(state), t.message(&state.message()).text()),
            answers: answers.collect(),
            reminded: one
                .track
                .reminded_at
                .map(|at| t.say("meetings-reminded").with("at", t.moment(at)).text())
                .unwrap_or_default(),
            presses,
            ways: self.ways(&kinds, one.no),
            form: forms.into_iter().filter(|kind| kinds.contains(kind)).find_map(|kind| self.drawn(kind, one.no, &[])),
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
