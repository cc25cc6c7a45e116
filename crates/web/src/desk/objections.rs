//! `/desk/objections/{id}`: the unit says it is not its matter. Whoever sent it sees the reason beside the law, the dates and
//! the way it came, and decides: another unit, or it stays. After three changes of hands only the common superior decides.

mod advice;
mod contested;

use std::ops::Deref;

use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    case::{CaseKind, Hop},
    deadline::{Clock, Derivation},
    organisation::Org,
};
use jiff::Timestamp;
use kernel::{CaseId, OrgId, Refusal, RefusalKind, Text};
use services::{Error, matter, timeline::Names};

use self::{
    advice::Advice,
    contested::{Contested, Objection},
};
use super::{
    Desk, Here,
    act::{Choices, Context, Pick, Picker, Scene},
    case::{ClockLine, clock_lines, org_name},
    decide::{self, Outcome, Step},
    petition::{Petitions, units},
    when,
    work_order::Orders,
};
use crate::{
    forms::{Field, Form, FormErrors, Submission},
    i18n::Say,
    problem::Problem,
    ui::{Line, Notice, NoticeKind, RefusalBox},
    view::Frame,
};

#[derive(Template)]
#[template(path = "desk/objection.html")]
struct ObjectionPage {
    t: Frame,
    context: Context,
    back: String,
    action: String,
    version: i64,
    form: Form,
    notice: Option<Notice>,
    refusal: Option<RefusalBox>,
    unit: String,
    who: String,
    at: String,
    reason: String,
    basis: String,
    /// When it had to be said, and whether it was in time.
    in_time: Line,
    dates: Vec<ClockLine>,
    hops: Vec<Line>,
    hop_line: Line,
    /// Said when it has changed hands so often that it rises.
    rises: Option<(Line, String)>,
    decision: Field,
    /// What the catalogue says of the unit, and its version.
    catalogue: Vec<Line>,
    version_said: String,
    /// Who is suggested, and whether it is chosen.
    suggested: Vec<(Pick, bool)>,
    /// Everybody else, and whether they are in sight.
    picker: Picker,
    all_open: bool,
    reason_field: Field,
    outcome: Outcome,
}

/// The matter, and what the catalogue says of it.
struct Contest<L: Contested> {
    scene: Scene<L>,
    advice: Advice,
}

impl<L: Contested> Deref for Contest<L> {
    type Target = Scene<L>;

    fn deref(&self) -> &Scene<L> {
        &self.scene
    }
}

/// `GET /desk/objections/{id}`.
pub(super) async fn get(desk: Desk, Path(id): Path<String>) -> Result<Response, Problem> {
    match kind(&desk, &id).await? {
        (id, CaseKind::WorkOrder) => show::<Orders>(desk, id).await,
        (id, _) => show::<Petitions>(desk, id).await,
    }
}

/// `POST /desk/objections/{id}`.
pub(super) async fn post(desk: Desk, Path(id): Path<String>, sent: Submission) -> Result<Response, Problem> {
    match kind(&desk, &id).await? {
        (id, CaseKind::WorkOrder) => act::<Orders>(desk, id, sent).await,
        (id, _) => Box::pin(act::<Petitions>(desk, id, sent)).await,
    }
}

async fn kind(desk: &Desk, id: &str) -> Result<(CaseId, CaseKind), Problem> {
    let id: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let row = desk.read(move |tx, _, _, _| Ok(matter::find_by_id(tx, id)?)).await?;
    Ok((id, row.ok_or(Problem::NotFound)?.kind()))
}

async fn load<L: Contested>(desk: &Desk, id: CaseId) -> Result<Contest<L>, Problem> {
    let (now, t) = (desk.visit.state.clock.now(), desk.t());
    let loaded = desk.open(id, move |tx, kit, ctx, subject, looked| {
        let view = L::open(tx, kit, ctx, subject, looked)?;
        let decides = L::allowed(&view).iter().any(|(kind, _)| *kind == L::APPROVE);
        let choices = if decides { L::choices(tx, kit, ctx, &view, L::APPROVE)? } else { Choices::default() };
        let advice =
            if decides { advice::advice::<L>(tx, kit, ctx, subject, (t, &view, &choices))? } else { Advice::default() };
        Ok(Contest { scene: Scene { t, now, view, choices }, advice })
    });
    Ok(loaded.await?)
}

fn may<L: Contested>(scene: &Scene<L>) -> bool {
    let allowed = L::allowed(&scene.view);
    L::objection(&scene.view).is_some() && allowed.iter().any(|(kind, _)| *kind == L::REJECT)
}

async fn show<L: Contested>(desk: Desk, id: CaseId) -> Result<Response, Problem> {
    let scene = load::<L>(&desk, id).await?;
    if !may(&scene) {
        return Ok(Redirect::to(&desk.onwards(&format!("{}/{id}", L::BASE), &[])).into_response());
    }
    let form = desk.visit.form();
    let outcome = outcome(&desk, &scene, read(&scene, &Submission::default()), String::new());
    desk.visit.page(&page(&desk, &scene, form, outcome, Shown::default()))
}

/// What a page shows besides the matter.
#[derive(Default)]
struct Shown {
    notice: Option<Notice>,
    refusal: Option<RefusalBox>,
}

fn bars<L: Contested>(view: &L::View) -> units::Bars {
    // An order needs no opinion, a petition does.
    let must_answer = L::RAISE.is_some();
    units::Bars { respondent: L::respondent(view), holder: Some(L::holder(view)), must_answer }
}

/// One of the two decisions with its reason.
fn read<L: Contested>(scene: &Scene<L>, sent: &Submission) -> Result<L::Act, FormErrors> {
    let mut reader = sent.reader();
    let approve = reader.required("decision", "decision-open", |field, text| match text {
        "approve" => Ok(true),
        "reject" => Ok(false),
        _ => Err(Refusal::invalid(field, "unknown-choice")),
    });
    let bars = bars::<L>(&scene.view);
    let to = if approve == Some(true) {
        let id: Option<OrgId> = sent.raw("to").parse().ok();
        let to = id.filter(|id| bars.allow(&scene.choices.orgs, *id));
        if to.is_none() {
            let code = if sent.raw("to").is_empty() { "unit-not-chosen" } else { "unit-not-offered" };
            reader.refuse(Refusal::invalid("to", code));
        }
        to
    } else {
        None
    };
    let reason: Option<Text<2000>> = reader.required("reason", "reason-open", Text::parse);
    let act = match (approve, to, reason) {
        (Some(true), Some(to), Some(reason)) => Some(L::approve(to, reason)),
        (Some(false), _, Some(reason)) => Some(L::reject(reason)),
        _ => None,
    };
    reader.finish(act)
}

fn outcome<L: Contested>(desk: &Desk, scene: &Scene<L>, read: Result<L::Act, FormErrors>, mark: String) -> Outcome {
    let t = desk.t();
    let state = &desk.visit.state;
    match read {
        Err(errors) => Outcome::open(t, &errors),
        Ok(act) => {
            let tried = L::try_out(scene, &state.kit, &state.ctx(), desk.who.subject(), &act);
            Outcome::tried(t, "decide-objection-confirm", tried, mark)
        }
    }
}

fn page<L: Contested>(desk: &Desk, scene: &Contest<L>, form: Form, outcome: Outcome, shown: Shown) -> ObjectionPage {
    let (t, view) = (desk.t(), &scene.view);
    let (id, names) = (L::id(view), L::names(view));
    let context = L::context(view, t, scene.now);
    let title = t.say("decide-objection-heading").with("title", &context.title).text();
    let said = L::objection(view);
    let failed = form.has_errors() || shown.refusal.is_some();
    let back = desk.onwards(&format!("{}/{id}", L::BASE), &[]);
    let hops = L::hop_count(view);
    let risen = desk.visit.state.kit.reference().settings.hop_limit;
    let on = |pick: &Pick| pick.value == form.value("to");
    let suggested: Vec<_> = scene.advice.picks.iter().map(|pick| (pick.clone(), on(pick))).collect();
    let chosen = suggested.iter().any(|(_, on)| *on);
    let offered = |org: &Org| suggested.iter().any(|(pick, _)| pick.value == org.id.to_string());
    let others: Vec<Org> = scene.choices.orgs.iter().filter(|org| !offered(org)).cloned().collect();
    let raise = L::RAISE.filter(|_| hops >= risen);
    ObjectionPage {
        t: desk.frame_titled(title, Here::Inbox).failed(failed),
        action: desk.onwards(&format!("/desk/objections/{id}"), &[]),
        version: L::version(view),
        unit: org_name(names, L::holder(view)),
        who: L::staff(view),
        at: said.as_ref().map(|said| t.moment(said.at)).unwrap_or_default(),
        reason: said.as_ref().map(|said| said.reason.clone()).unwrap_or_default(),
        basis: said.as_ref().and_then(|said| said.basis.clone()).unwrap_or_default(),
        in_time: in_time::<L>(t, view, said.as_ref()),
        dates: dates::<L>(t, view, scene.now),
        hops: L::hops(view).iter().map(|hop| hop_line(t, hop, names)).collect(),
        hop_line: t.say("decide-hops").with("hops", hops).with("limit", risen).into(),
        rises: raise.map(|kind| {
            let words = t.say("decide-objection-rises").with("hops", hops).into();
            let address = format!("{}/{id}/do/{}", L::BASE, super::act::slug::<L>(kind));
            (words, desk.onwards(&address, &[]))
        }),
        decision: form
            .choice("decision", "decide-objection-decision")
            .option_with("approve", "decide-objection-approve", "decide-objection-approve-means")
            .option_with("reject", "decide-objection-reject", "decide-objection-reject-means")
            .quiet_label(),
        catalogue: scene.advice.of_unit.clone(),
        version_said: scene.advice.version.clone(),
        all_open: !form.error("to").is_empty() || (form.value("decision") == "approve" && !chosen),
        suggested,
        picker: units::picker(t, &form, "desk-approve-to", &others, bars::<L>(view)),
        reason_field: form.area("reason", "desk-decide-reason").hint("decide-objection-reason-hint").quiet_label(),
        notice: shown.notice,
        refusal: shown.refusal,
        context,
        back,
        outcome,
        form,
    }
}

/// Whether the unit spoke within its five working days; with the way the date was counted.
fn in_time<L: Contested>(t: Say, view: &L::View, said: Option<&Objection>) -> Line {
    let clocks = L::clocks(view);
    let clock =
        clocks.iter().filter(|(clock, _)| clock.def == "OBJECTION_5WD").max_by_key(|(clock, _)| clock.started_at);
    match (clock, said) {
        (Some((clock, _)), Some(said)) => {
            let key = if said.at < clock.due_at { "decide-objection-in-time" } else { "decide-objection-late" };
            t.say(key).with("due", when::clock_day(t, clock)).with("at", t.moment(said.at)).into()
        }
        _ => Line::default(),
    }
}

/// The five working days and what runs on meanwhile, each with its derivation.
fn dates<L: Contested>(t: Say, view: &L::View, now: Timestamp) -> Vec<ClockLine> {
    let clocks = L::clocks(view);
    let objection = clocks.iter().filter(|(clock, _)| clock.def == "OBJECTION_5WD");
    let objection = objection.max_by_key(|(clock, _)| clock.started_at).copied();
    let mut lines = case_line(t, objection, now);
    lines.extend(clock_lines(t, clocks.into_iter(), now));
    lines
}

/// The stopped clock of the objection; open ones are drawn as everywhere.
fn case_line(t: Say, clock: Option<(&Clock, &Derivation)>, now: Timestamp) -> Vec<ClockLine> {
    let Some((clock, why)) = clock.filter(|(clock, _)| !clock.is_open()) else { return vec![] };
    let today = kernel::beijing_date(now);
    vec![ClockLine {
        name: when::name(t, clock.def.as_str()),
        date: crate::ui::ClockDate {
            date: when::clock_day(t, clock).into(),
            chip: Some(when::of_clock(t, clock, now)),
            why: Some(when::why(t, clock, why, today)),
        },
    }]
}

fn hop_line(t: Say, hop: &Hop, names: &Names) -> Line {
    let name = |id: OrgId| names.get(&id).cloned().unwrap_or_default();
    let said = t.say("decide-hop").with("at", t.moment(hop.at)).with("from", name(hop.from)).with("to", name(hop.to));
    said.with("kind", t.message(&hop.kind.message())).into()
}

async fn act<L: Contested>(desk: Desk, id: CaseId, sent: Submission) -> Result<Response, Problem> {
    let scene = load::<L>(&desk, id).await?;
    let seen: i64 = sent.raw("version").parse().unwrap_or_default();
    if !may(&scene) {
        return Ok(gone::<L>(&desk, id));
    }
    if seen != L::version(&scene.view) {
        return stale(&desk, &scene, &sent, seen);
    }
    let mark = decide::mark(sent.pairs());
    match (Step::of(&sent), read(&scene, &sent)) {
        (Step::Panel, read) => desk.visit.page(&outcome(&desk, &scene, read, mark)),
        (_, Err(errors)) => failed(&desk, &scene, &sent, errors, None),
        (Step::Confirm, Ok(act)) => carry_out(&desk, id, scene, seen, act, &sent).await,
        (step, Ok(act)) => {
            let outcome = outcome(&desk, &scene, Ok(act), mark);
            let changed = Notice::new(NoticeKind::Caution, desk.t().say("decide-changed"));
            let shown = Shown { notice: (step == Step::Changed).then_some(changed), ..Shown::default() };
            let form = desk.visit.form_again(&sent, FormErrors::default());
            desk.visit.page(&page(&desk, &scene, form, outcome, shown))
        }
    }
}

/// It was decided meanwhile.
fn gone<L: Contested>(desk: &Desk, id: CaseId) -> Response {
    let place = desk.onwards(&format!("{}/{id}", L::BASE), &[("gone", "approve-objection")]);
    Redirect::to(&place).into_response()
}

async fn carry_out<L: Contested>(
    desk: &Desk,
    id: CaseId,
    scene: Contest<L>,
    seen: i64,
    act: L::Act,
    sent: &Submission,
) -> Result<Response, Problem> {
    let approved = sent.raw("decision") == "approve";
    let done = desk.write(move |tx, kit, ctx, subject| L::act(tx, kit, ctx, subject, id, seen, &act)).await;
    match done {
        Ok(elsewhere) => {
            let kind = if approved { L::APPROVE } else { L::REJECT };
            let done = super::act::slug::<L>(kind);
            let here = desk.onwards(&format!("{}/{id}", L::BASE), &[("done", done.as_str())]);
            Ok(Redirect::to(&elsewhere.unwrap_or(here)).into_response())
        }
        Err(Error::Refused(refusal)) if refusal.kind == RefusalKind::Stale => {
            let now = load::<L>(desk, id).await?;
            if may(&now) { stale(desk, &now, sent, seen) } else { Ok(gone::<L>(desk, id)) }
        }
        Err(Error::Refused(refusal)) => failed(desk, &scene, sent, FormErrors::default(), Some(&refusal)),
        Err(error) => Err(error.into()),
    }
}

fn failed<L: Contested>(
    desk: &Desk,
    scene: &Contest<L>,
    sent: &Submission,
    errors: FormErrors,
    refusal: Option<&Refusal>,
) -> Result<Response, Problem> {
    let refusal = refusal.map(|refusal| RefusalBox::of(desk.t(), refusal));
    let outcome = Outcome::open(desk.t(), &errors);
    let form = desk.visit.form_again(sent, errors);
    desk.visit.page_failed(&page(desk, scene, form, outcome, Shown { refusal, ..Shown::default() }))
}

fn stale<L: Contested>(desk: &Desk, scene: &Contest<L>, sent: &Submission, seen: i64) -> Result<Response, Problem> {
    let t = desk.t();
    let new = L::timeline(&scene.view).iter().filter(|item| item.seq > seen);
    let new: Vec<String> = new.map(|item| t.message(&item.message).text()).collect();
    let notice = Notice::new(NoticeKind::Caution, t.say("desk-stale-list").with("events", new.join("；")));
    let notice = Some(notice.titled(t.say("desk-stale-title")));
    let outcome = outcome(desk, scene, read(scene, sent), decide::mark(sent.pairs()));
    let form = desk.visit.form_again(sent, FormErrors::default());
    let page = page(desk, scene, form, outcome, Shown { notice, ..Shown::default() });
    desk.visit.page_as(StatusCode::CONFLICT, &page)
}
