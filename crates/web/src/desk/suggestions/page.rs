//! One suggestion: what she proposes point by point, what becomes of each, the letter, what was promised and done; one form at a
//! time.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use domain::{
    access::{self, actions::PublishAnswer},
    people::Role,
    suggestion::{CommandKind, Item, ItemEnd, ItemState, Point, PointAnswer, Suggestion},
};
use jiff::Timestamp;
use kernel::CaseId;
use serde::Deserialize;
use services::{
    matter, people,
    suggestion::{self, SuggestionView},
};

use super::{
    act::{kind_of, slug},
    form,
};
use crate::{
    desk::{
        Desk, Here,
        case::{org_name, record},
        letters::{self, PaperLine},
        petition::units,
        when,
    },
    forms::Form,
    i18n::Say,
    problem::Problem,
    ui::{Button, Icon, Line, Notice, NoticeKind, SheetPaper, Tag, Timeline, Tone, UrgencyChip},
    view::Frame,
};

/// Something that is to be done about a point.
struct Doing {
    what: String,
    unit: String,
    due: String,
    chip: Option<UrgencyChip>,
    tag: Tag,
    end: String,
    ways: Vec<(String, String)>,
}

/// A point and what becomes of it.
struct PointLine {
    no: u16,
    text: String,
    tag: Option<Tag>,
    reason: String,
    items: Vec<Doing>,
}

/// The open form.
struct Open {
    heading: String,
    action: String,
    fields: Vec<Line>,
    button: Button,
}

#[derive(Template)]
#[template(path = "desk/suggestion.html")]
pub(super) struct SuggestionPage {
    t: Frame,
    meta: String,
    chip: Option<UrgencyChip>,
    notice: Option<Notice>,
    summary: Line,
    points: Vec<PointLine>,
    findings: String,
    words: Vec<Line>,
    letter: Option<SheetPaper>,
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
    item: String,
    done: String,
}

/// A suggestion with what its forms let one choose from.
pub(super) struct Loaded {
    pub(super) view: SuggestionView,
    pub(super) units: Vec<(String, String)>,
    pub(super) colleagues: Vec<(String, String)>,
    papers: Vec<PaperLine>,
}

/// Opens it; whoever opens it is on record.
pub(super) async fn load(desk: &Desk, id: &str) -> Result<Loaded, Problem> {
    let (id, t): (CaseId, _) = (id.parse().map_err(|_| Problem::NotFound)?, desk.t());
    let loaded = desk.write(move |tx, kit, ctx, subject| {
        let looked = matter::look(tx, ctx, subject, id)?;
        let view = suggestion::open_suggestion(tx, kit, ctx, subject, &looked)?;
        let units = units::around(tx, &view.state.division, ctx.today())?;
        let mut colleagues: Vec<(String, String)> = vec![];
        for role in [Role::UnitHandler, Role::UnitLeader] {
            for one in people::with_role(tx, view.state.holder(), role, ctx.today())? {
                let line = (one.id.to_string(), one.name.reveal().to_owned());
                if !colleagues.contains(&line) {
                    colleagues.push(line);
                }
            }
        }
        let papers = letters::papers(tx, t, &view.row.region, id)?;
        let units = units.into_iter().map(|org| (org.id.to_string(), org.name.to_string())).collect();
        Ok(Loaded { view, units, colleagues, papers })
    });
    Ok(loaded.await?)
}

fn may(view: &SuggestionView, kind: CommandKind) -> bool {
    kind_of(&slug(kind)).is_some() && view.allowed.iter().any(|possible| possible.row.command == kind)
}

/// `GET /desk/suggestions/{id}`.
pub(super) async fn get(desk: Desk, Path(id): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let loaded = load(&desk, &id).await?;
    let t = desk.t();
    let doing = kind_of(&asked.deed).filter(|kind| may(&loaded.view, *kind));
    let done =
        kind_of(&asked.done).map(|kind| t.say("desk-done").with("what", t.message(&kind.message()).text()).text());
    let notice = done.map(|what| Notice::new(NoticeKind::Info, what).icon(Icon::outline("circle-check")));
    let today = kernel::beijing_date(desk.visit.state.clock.now());
    let blank = form::blank(desk.visit.form(), &loaded.view.state, today, &asked.item);
    desk.visit.page(&page(&desk, &loaded, &blank, doing, notice))
}

pub(super) fn page(
    desk: &Desk,
    loaded: &Loaded,
    form: &Form,
    doing: Option<CommandKind>,
    notice: Option<Notice>,
) -> SuggestionPage {
    let (t, view, now) = (desk.t(), &loaded.view, desk.visit.state.clock.now());
    let state = &view.state;
    let due = view.row.due.as_ref().map(|due| when::of_due(t, Some(due), now));
    let findings = state.answered().map(|one| &one.reply.findings).or(state.draft().map(|draft| &draft.findings));
    SuggestionPage {
        t: desk.frame_titled(state.title.to_string(), Here::Matters).failed(form.has_errors()),
        meta: format!("{} · {} · {}", state.number, t.say("case-kind-suggestion"), t.message(&state.stage().message())),
        chip: due,
        notice,
        summary: if form.has_errors() { Line::drawn(&form.summary()) } else { Line::default() },
        points: state.points.iter().map(|one| point(t, view, one, now)).collect(),
        findings: findings.map(ToString::to_string).unwrap_or_default(),
        words: state.facts.as_str().lines().filter(|line| !line.trim().is_empty()).map(Line::from).collect(),
        letter: view.letter.clone().map(|sheet| SheetPaper { t, sheet }),
        facts: facts(t, view),
        ways: ways(t, view, doing).into_iter().chain(publishing(desk, view)).collect(),
        open: doing.map(|kind| open(t, loaded, form, kind)),
        hidden: Line::drawn(&form.hidden()),
        version: view.row.version,
        papers: loaded.papers.clone(),
        timeline: record(t, &view.timeline, Line::default(), &view.names, &view.staff),
    }
}

fn point(t: Say, view: &SuggestionView, point: &Point, now: Timestamp) -> PointLine {
    let state = &view.state;
    let drafted = state.draft().and_then(|draft| draft.answers.iter().find(|answer| answer.point == point.no));
    let answer: Option<&PointAnswer> = state.answer(point.no).or(drafted);
    let tone = |answer: &PointAnswer| if answer.result.is_taken_up() { Tone::Brand } else { Tone::Grey };
    PointLine {
        no: point.no,
        text: point.text.to_string(),
        tag: answer.map(|answer| Tag::new(tone(answer), t.message(&answer.result.message()))),
        reason: answer.map(|answer| answer.reason.to_string()).unwrap_or_default(),
        items: match state.answered() {
            Some(answered) => {
                answered.items.iter().filter(|item| item.point == point.no).map(|one| item(t, view, one, now)).collect()
            }
            None => answer.into_iter().flat_map(|answer| &answer.items).map(|one| intended(t, view, one)).collect(),
        },
    }
}

fn intended(t: Say, view: &SuggestionView, one: &domain::suggestion::Intended) -> Doing {
    Doing {
        what: one.what.to_string(),
        unit: org_name(&view.names, one.unit),
        due: t.full_date(one.due),
        chip: None,
        tag: Tag::new(Tone::Grey, t.say("suggestions-planned")),
        end: String::new(),
        ways: vec![],
    }
}

fn item(t: Say, view: &SuggestionView, item: &Item, now: Timestamp) -> Doing {
    let clock = view.state.clocks.iter().find(|clock| clock.id == item.clock && clock.is_open());
    let tone = if item.state() == ItemState::Done { Tone::Brand } else { Tone::Grey };
    let end = match &item.end {
        Some(ItemEnd::Done { on, evidence, .. }) => format!("{} {evidence}", t.full_date(*on)),
        Some(ItemEnd::GivenUp { reason, .. }) => reason.to_string(),
        None => String::new(),
    };
    let kinds = [CommandKind::FinishItem, CommandKind::GiveUpItem].into_iter();
    let kinds = kinds.filter(|kind| item.end.is_none() && may(view, *kind));
    Doing {
        chip: clock.map(|clock| when::of_clock(t, clock, now)),
        tag: Tag::new(tone, t.message(&item.state().message())),
        end,
        ways: kinds
            .map(|kind| (format!("?do={}&item={}#do", slug(kind), item.no), t.message(&kind.message()).text()))
            .collect(),
        ..intended(t, view, &item.intended)
    }
}

fn facts(t: Say, view: &SuggestionView) -> Vec<(String, String)> {
    let state: &Suggestion = &view.state;
    let fact = |key: &str, value: String| (t.say(key).text(), value);
    let mut facts = vec![];
    facts.extend(view.petitioner.as_ref().map(|person| fact("suggestions-who", person.name.clone())));
    facts.push(fact("suggestions-received", t.moment(state.received_at)));
    facts.push(fact("suggestions-channel", t.message(&state.channel.message()).text()));
    facts.push(fact("suggestions-bureau", org_name(&view.names, state.bureau)));
    facts.extend(state.unit().map(|unit| fact("suggestions-holder", org_name(&view.names, unit))));
    let handler = state.handler().and_then(|user| view.staff.get(&user).cloned());
    facts.extend(handler.map(|name| fact("suggestions-handler", name)));
    facts.extend(state.category.as_ref().map(|path| fact("suggestions-category", path.to_string())));
    facts.extend(state.moved_from.as_ref().map(|from| fact("suggestions-moved-from", from.number.to_string())));
    let publish = if state.publish { "suggestions-publish-yes" } else { "suggestions-publish-no" };
    facts.push(fact("suggestions-publish", t.say(publish).text()));
    let rating = state.rating.as_ref().map(|rating| t.message(&rating.grade.message()).text());
    facts.extend(rating.map(|grade| fact("suggestions-rating", grade)));
    if let Some(reward) = &state.reward {
        facts.push(fact("suggestions-reward", reward.text.to_string()));
    }
    facts
}

/// What can be done besides the open form; what stands against it yet is not offered.
fn ways(t: Say, view: &SuggestionView, doing: Option<CommandKind>) -> Vec<(String, String)> {
    let beside_items = |kind: CommandKind| !matches!(kind, CommandKind::FinishItem | CommandKind::GiveUpItem);
    let fits = |kind: &&CommandKind| may(view, **kind) && doing != Some(**kind) && beside_items(**kind);
    let way = |kind: &CommandKind| (format!("?do={}#do", slug(*kind)), t.message(&kind.message()).text());
    CommandKind::ALL.iter().filter(fits).map(way).collect()
}

/// With her leave the reply can be written anew for everybody, without her name.
fn publishing(desk: &Desk, view: &SuggestionView) -> Option<(String, String)> {
    let state = &view.state;
    let may = access::permit::<PublishAnswer>(desk.who.subject(), &state.division).is_ok();
    let way = format!("/desk/answers/new?from={}", state.id);
    (may && state.publish && state.answered().is_some()).then(|| (way, desk.t().say("suggestions-publish-way").text()))
}

fn open(t: Say, loaded: &Loaded, form: &Form, kind: CommandKind) -> Open {
    let text = t.message(&kind.message()).text();
    Open {
        heading: text.clone(),
        action: format!("/desk/suggestions/{}/do/{}", loaded.view.state.id, slug(kind)),
        fields: form::fields(t, kind, loaded, form).iter().map(Line::drawn).collect(),
        button: Button::primary(text),
    }
}
