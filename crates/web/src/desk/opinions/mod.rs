//! `/desk/opinions/{id}`: the opinion from the first word to the proof of service. Four steps, all in sight: it is drafted
//! claim by claim, checked and signed by two more people, and served with proof. The letter and what it says in plain words
//! stand beside whatever is being done.

mod changes;
mod sheet;

use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    access::Field,
    cluster::WayText,
    petition::{CommandKind as K, Stage},
};
use kernel::{CaseId, CaseNumber, Refusal, RefusalKind, UserId};
use serde::Deserialize;
use services::{
    Error, cluster, document,
    petition::{self, Act, CaseView, HandedIn, drafts, open_case},
};

use self::{
    changes::{Change, changes},
    sheet::{Sheet, plain},
};
use super::{
    Desk, Here,
    act::{Choices, Effects, Life, Panel, Scene},
    case,
    petition::{PetitionScene, Petitions},
};
use crate::{
    forms::{Form, FormErrors, Submission},
    i18n::Say,
    problem::Problem,
    ui::{Line, Notice, NoticeKind, PlainWords, RefusalBox, SheetPaper, Step, Stepper, UrgencyChip},
    view::Frame,
};

/// The four steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    Draft,
    Check,
    Sign,
    Serve,
}

impl At {
    const ALL: [Self; 4] = [Self::Draft, Self::Check, Self::Sign, Self::Serve];

    fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Check => "check",
            Self::Sign => "sign",
            Self::Serve => "serve",
        }
    }

    /// The step that a stage waits for.
    fn of(stage: Stage) -> Self {
        match stage {
            Stage::Accepted | Stage::Investigating | Stage::Mediating => Self::Draft,
            Stage::OpinionDrafted => Self::Check,
            Stage::OpinionChecked => Self::Sign,
            _ => Self::Serve,
        }
    }

    fn command(self) -> K {
        match self {
            Self::Draft => K::SaveDraft,
            Self::Check => K::Check,
            Self::Sign => K::Sign,
            Self::Serve => K::Serve,
        }
    }
}

/// What an address may say.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    /// Which step is shown.
    step: Option<String>,
    /// The command that was just done.
    done: Option<String>,
    /// What is empty in the draft is filled with the way that a cluster agreed upon.
    way: Option<String>,
}

#[derive(Template)]
#[template(path = "desk/opinion.html")]
struct OpinionPage {
    t: Frame,
    meta: Line,
    chip: Option<UrgencyChip>,
    back: String,
    /// Where the drafter's form goes.
    action: String,
    /// Where checking, signing and serving go, and giving it back.
    does: String,
    returns: String,
    version: i64,
    form: Form,
    notice: Option<Notice>,
    refusal: Option<RefusalBox>,
    stepper: Stepper,
    at: At,
    /// The fields of the step, when it is hers to take.
    panel: Option<Panel>,
    /// The way to answer that its cluster agreed upon.
    way: Option<Agreed>,
    /// Why it is not.
    why_not: Option<RefusalBox>,
    effects: Option<Effects>,
    may_return: bool,
    open: Vec<u16>,
    people: Vec<(String, Line)>,
    returned: Vec<(Line, Line)>,
    changes: Vec<Change>,
    proof: Vec<(String, Line)>,
    paper: Paper,
}

/// The letter beside its plain words; follows what is typed.
#[derive(Template)]
#[template(path = "desk/paper.html")]
struct Paper {
    t: Say,
    /// The letter as it is, or as it would go out; none while nobody handles the case.
    letter: Option<SheetPaper>,
    plain: PlainWords,
}

impl askama::filters::HtmlSafe for Paper {}

/// 统一口径, as it is offered to whoever drafts.
struct Agreed {
    title: String,
    parts: Vec<(String, String)>,
    href: String,
}

/// The matter with how its opinion came to be.
struct Desktop {
    scene: PetitionScene,
    versions: Vec<HandedIn>,
    /// What the letter says so far.
    sheet: Sheet,
    /// The letter itself.
    letter: Option<domain::document::Sheet>,
    /// The way to answer of the cluster that it belongs to.
    way: Option<(CaseNumber, WayText)>,
}

/// The matter as it stands; with `typed` the letter follows what is being typed.
async fn load(desk: &Desk, id: CaseId, typed: Option<&Submission>) -> Result<Option<Desktop>, Problem> {
    let typed: Option<Vec<(String, String)>> =
        typed.map(|sent| sent.pairs().map(|(name, value)| (name.to_owned(), value.to_owned())).collect());
    let (now, t) = (desk.visit.state.clock.now(), desk.t());
    let loaded = desk.open(id, move |tx, kit, ctx, subject, looked| {
        let view = open_case(tx, kit, ctx, subject, looked)?;
        if !view.fields.shows(Field::InternalNotes) || view.state.handling().is_none() {
            return Ok(None);
        }
        let versions = drafts(tx, subject, &view.row)?;
        let sheet = match &typed {
            Some(typed) => {
                let pairs: Vec<(&str, &str)> =
                    typed.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
                Sheet::typed(&view, &Submission::of(&pairs))
            }
            None => Sheet::on_record(&view),
        };
        let draft = sheet.draft_text(&view);
        let letter = document::opinion_sheet(tx, kit, ctx, &view.row, &view.state, &draft)?;
        let way = cluster::way_for(tx, &view.state)?;
        Ok(Some(Desktop { scene: Scene { t, now, view, choices: Choices::default() }, versions, sheet, letter, way }))
    });
    Ok(loaded.await?)
}

fn address(id: &str) -> Result<CaseId, Problem> {
    id.parse().map_err(|_| Problem::NotFound)
}

/// `GET /desk/opinions/{id}`; without an opinion to speak of the case opens as it stands.
pub(super) async fn get(desk: Desk, Path(id): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let id = address(&id)?;
    let Some(desktop) = load(&desk, id, None).await? else {
        return Ok(Redirect::to(&desk.onwards(&format!("/desk/matters/{id}"), &[])).into_response());
    };
    let stage = desktop.scene.view.state.stage();
    let at = At::ALL.into_iter().find(|at| asked.step.as_deref() == Some(at.name())).unwrap_or_else(|| At::of(stage));
    let form = Petitions::fill(at.command(), &desktop.scene, desk.visit.form());
    let form = match &desktop.way {
        Some((_, way)) if at == At::Draft && asked.way.is_some() => along(form, &desktop.scene, way),
        _ => form,
    };
    let said = |what: String| Notice::new(NoticeKind::Info, desk.t().say("desk-done").with("what", what));
    let done = K::ALL.iter().find(|kind| asked.done.as_deref() == Some(super::act::slug::<Petitions>(**kind).as_str()));
    let notice = done.map(|kind| said(desk.t().message(&kind.message()).text()));
    desk.visit.page(&page(&desk, &desktop, at, form, Shown { notice, ..Shown::default() }))
}

/// What a page shows besides the matter.
#[derive(Default)]
struct Shown {
    notice: Option<Notice>,
    refusal: Option<RefusalBox>,
}

fn page(desk: &Desk, desktop: &Desktop, at: At, form: Form, shown: Shown) -> OpinionPage {
    let (t, scene, sheet) = (desk.t(), &desktop.scene, &desktop.sheet);
    let (view, id) = (&scene.view, scene.view.state.id);
    let context = case::context(view, t, scene.now);
    let possible = view.allowed.iter().find(|one| one.row.command == at.command());
    let not_yet = possible.and_then(|one| one.not_yet.as_ref());
    let panel = possible.filter(|_| not_yet.is_none()).map(|_| Petitions::panel(at.command(), scene, &form));
    let title = t.say("decide-opinion-heading").with("title", &context.title).text();
    let failed = form.has_errors() || shown.refusal.is_some();
    let may_return = view.allowed.iter().any(|one| one.row.command == K::ReturnDraft);
    let act = |kind| {
        let slug = super::act::slug::<Petitions>(kind);
        desk.onwards(&format!("/desk/matters/{id}/do/{slug}"), &[])
    };
    OpinionPage {
        t: desk.frame_titled(title, Here::Matters).failed(failed),
        meta: context.meta.into(),
        chip: context.chip,
        back: desk.onwards(&format!("/desk/matters/{id}"), &[]),
        does: act(at.command()),
        returns: act(K::ReturnDraft),
        action: desk.onwards(&format!("/desk/opinions/{id}"), &[]),
        version: view.row.version,
        notice: shown.notice,
        refusal: shown.refusal,
        stepper: stepper(desk, desktop, at),
        why_not: why_not(t, view, at, possible.is_some(), not_yet),
        effects: panel.as_ref().and_then(|_| effects(desk, scene, at)),
        way: desktop.way.as_ref().filter(|_| at == At::Draft && panel.is_some()).map(|way| agreed(t, id, way)),
        panel,
        may_return: may_return && matches!(at, At::Check | At::Sign),
        open: sheet.open(),
        people: people(t, view),
        returned: returned(t, desktop),
        changes: earlier(desktop).map(|earlier| changes(t, view, earlier, sheet)).unwrap_or_default(),
        proof: proof(t, view),
        paper: paper(t, desktop),
        at,
        form,
    }
}

fn agreed(t: Say, id: CaseId, (number, way): &(CaseNumber, WayText)) -> Agreed {
    let part = |key: &str, text: &str| (t.say(key).text(), text.to_owned());
    Agreed {
        title: t.say("clusters-way-for").with("number", number).text(),
        parts: vec![
            part("clusters-findings", way.findings.as_str()),
            part("clusters-handling", way.handling.as_str()),
            part("clusters-basis", way.basis.as_str()),
        ],
        href: format!("/desk/opinions/{id}?step=draft&way=fill"),
    }
}

/// The draft with what is empty in it filled; the result of every claim stays open until the handler decides it.
fn along(form: Form, scene: &PetitionScene, way: &WayText) -> Form {
    let fill = |form: Form, name: &str, text: &str| match form.value(name) {
        "" => form.filled(name, text),
        _ => form,
    };
    let form = fill(form, "findings", way.findings.as_str());
    scene.view.state.live_claims().fold(form, |form, claim| {
        let form = fill(form, &format!("text-{}", claim.no), way.handling.as_str());
        fill(form, &format!("basis-{}", claim.no), way.basis.as_str())
    })
}

fn paper(t: Say, desktop: &Desktop) -> Paper {
    let letter = desktop.letter.clone().map(|sheet| SheetPaper { t, sheet });
    Paper { t, letter, plain: plain(t, &desktop.scene.view, &desktop.sheet) }
}

/// What signing will do; checking tells nobody anything, and service is shown before it is recorded.
fn effects(desk: &Desk, scene: &PetitionScene, at: At) -> Option<Effects> {
    let state = &desk.visit.state;
    let act = Petitions::bare(at.command()).filter(|_| at == At::Sign)?;
    Petitions::try_out(scene, &state.kit, &state.ctx(), desk.who.subject(), &act).ok()
}

/// Why the step is not the reader's to take now: a rule, another person, or that it is not its turn.
fn why_not(t: Say, view: &CaseView, at: At, possible: bool, not_yet: Option<&Refusal>) -> Option<RefusalBox> {
    if let Some(refusal) = not_yet {
        return Some(RefusalBox::of(t, refusal));
    }
    if possible {
        return None;
    }
    let (now, asked) = (At::of(view.state.stage()) as u8, at as u8);
    let key = match () {
        () if view.state.served().is_some() || asked < now => "decide-step-over",
        () if asked > now => "decide-step-later",
        () => match at {
            At::Draft => "decide-step-handler",
            At::Check => "decide-step-checker",
            At::Sign => "decide-step-leader",
            At::Serve => "decide-step-unit",
        },
    };
    Some(RefusalBox { text: t.say(key).into(), article: Line::default() })
}

fn stepper(desk: &Desk, desktop: &Desktop, at: At) -> Stepper {
    let t = desk.t();
    let (view, id) = (&desktop.scene.view, desktop.scene.view.state.id);
    let now = At::of(view.state.stage());
    let over = view.state.served().is_some();
    let step = |one: At| Step {
        text: t.say(&format!("decide-step-{}", one.name())).text(),
        href: desk.onwards(&format!("/desk/opinions/{id}"), &[("step", one.name())]),
        small: match () {
            () if over || (one as u8) < now as u8 => t.say("decide-step-done").text(),
            () if one == now => t.say("decide-step-now").text(),
            () => String::new(),
        },
        current: one == at,
        done: over || (one as u8) < now as u8,
    };
    Stepper { steps: At::ALL.into_iter().map(step).collect() }
}

/// Who drafts, checks and signs: three people, none of them twice.
fn people(t: Say, view: &CaseView) -> Vec<(String, Line)> {
    let name = |user: UserId| view.staff.get(&user).cloned().unwrap_or_default();
    let (handling, opinion) = (view.state.handling(), view.state.opinion());
    let draft = handling.and_then(|handling| handling.draft.as_ref());
    let drafted = opinion.map(|opinion| opinion.drafted_by).or(draft.map(|draft| draft.by));
    let checked = opinion.map(|opinion| opinion.checked_by).or(draft.and_then(|draft| draft.checked).map(|(by, _)| by));
    let signed = opinion.map(|opinion| opinion.signed_by);
    let row = |key: &str, who: Option<UserId>, rule: &str| {
        let who = who.map(name).filter(|name| !name.is_empty());
        (t.say(key).text(), who.map_or_else(|| t.say(rule).into(), Line::from))
    };
    let handler = handling.map(|handling| handling.handler);
    vec![
        row("decide-who-handler", handler, "decide-who-open"),
        row("decide-who-drafted", drafted, "decide-who-open"),
        row("decide-who-checked", checked, "decide-who-check-rule"),
        row("decide-who-signed", signed, "decide-who-sign-rule"),
    ]
}

/// The last version that went back, while nothing newer is in force.
fn earlier(desktop: &Desktop) -> Option<&HandedIn> {
    let in_force = desktop.scene.view.state.opinion().is_some();
    desktop.versions.iter().rev().find(|version| version.returned.is_some()).filter(|_| !in_force)
}

fn returned(t: Say, desktop: &Desktop) -> Vec<(Line, Line)> {
    let staff = &desktop.scene.view.staff;
    let line = |version: &HandedIn| {
        let (at, by, reason) = version.returned.as_ref()?;
        let who = by.and_then(|by| staff.get(&by)).cloned().unwrap_or_default();
        let head = t.say("decide-returned").with("at", t.moment(*at)).with("who", who);
        Some((head.into(), Line::from(reason.as_str())))
    };
    desktop.versions.iter().rev().filter_map(line).collect()
}

/// How it reached her.
fn proof(t: Say, view: &CaseView) -> Vec<(String, Line)> {
    let Some(served) = view.state.served() else { return vec![] };
    let mut rows = vec![
        (t.say("desk-serve-method").text(), t.message(&served.method.message()).into()),
        (t.say("desk-serve-on").text(), t.full_date(served.on).into()),
        (t.say("desk-serve-evidence").text(), served.evidence.as_str().into()),
    ];
    if domain::petition::rules::is_late_entry(served) {
        rows.push((t.say("decide-served-recorded").text(), t.moment(served.recorded_at).into()));
    }
    rows
}

/// `POST /desk/opinions/{id}`: saves the draft or hands it in; `step=panel` only draws the letter of what is being typed.
pub(super) async fn post(desk: Desk, Path(id): Path<String>, sent: Submission) -> Result<Response, Problem> {
    let id = address(&id)?;
    let Some(desktop) = load(&desk, id, Some(&sent)).await? else {
        return Ok(gone(&desk, id));
    };
    let view = &desktop.scene.view;
    if sent.raw("step") == "panel" {
        return desk.visit.page(&paper(desk.t(), &desktop));
    }
    let seen: i64 = sent.raw("version").parse().unwrap_or_default();
    if !view.allowed.iter().any(|one| one.row.command == K::SaveDraft) {
        return Ok(gone(&desk, id));
    }
    if seen != view.row.version {
        return stale(&desk, &desktop, &sent);
    }
    let act = match Petitions::read(K::SaveDraft, &desktop.scene, &sent) {
        Ok(act) => act,
        Err(errors) => return failed(&desk, &desktop, &sent, &errors),
    };
    let saved = save(&desk, id, seen, act).await;
    match saved {
        Ok(()) => {
            let here = desk.onwards(&format!("/desk/opinions/{id}"), &[("done", "save-draft")]);
            Ok(Redirect::to(&here).into_response())
        }
        Err(Error::Refused(refusal)) if refusal.kind == RefusalKind::Stale => match load(&desk, id, Some(&sent)).await?
        {
            Some(now) => stale(&desk, &now, &sent),
            None => Ok(gone(&desk, id)),
        },
        Err(error) => failed(&desk, &desktop, &sent, &FormErrors::try_from(error)?),
    }
}

/// Somebody else was faster.
fn gone(desk: &Desk, id: CaseId) -> Response {
    let place = desk.onwards(&format!("/desk/matters/{id}"), &[("gone", "save-draft")]);
    Redirect::to(&place).into_response()
}

async fn save(desk: &Desk, id: CaseId, seen: i64, act: Act) -> Result<(), Error> {
    desk.write(move |tx, kit, ctx, subject| {
        petition::act(tx, kit, ctx, subject, id, Some(seen), &act)?;
        Ok(())
    })
    .await
}

/// What concerns no field of the form stands in a box of its own.
fn failed(desk: &Desk, desktop: &Desktop, sent: &Submission, errors: &FormErrors) -> Result<Response, Problem> {
    let has = |refusal: &&Refusal| sent.pairs().any(|(name, _)| name == refusal.field);
    let general = errors.refusals().iter().find(|refusal| !has(refusal)).cloned();
    let fields: Vec<Refusal> = errors.refusals().iter().filter(has).cloned().collect();
    let form = desk.visit.form_again(sent, fields.into());
    let refusal = general.map(|refusal| RefusalBox::of(desk.t(), &refusal));
    desk.visit.page_failed(&page(desk, desktop, At::Draft, form, Shown { refusal, ..Shown::default() }))
}

fn stale(desk: &Desk, desktop: &Desktop, sent: &Submission) -> Result<Response, Problem> {
    let t = desk.t();
    let seen: i64 = sent.raw("version").parse().unwrap_or_default();
    let new = desktop.scene.view.timeline.iter().filter(|item| item.seq > seen);
    let new: Vec<String> = new.map(|item| t.message(&item.message).text()).collect();
    let notice = Notice::new(NoticeKind::Caution, t.say("desk-stale-list").with("events", new.join("；")));
    let notice = Some(notice.titled(t.say("desk-stale-title")));
    let form = desk.visit.form_again(sent, FormErrors::default());
    let page = page(desk, desktop, At::Draft, form, Shown { notice, ..Shown::default() });
    desk.visit.page_as(StatusCode::CONFLICT, &page)
}
