//! `/desk/triage/{id}`: what it is, which way each claim takes, the category and whose it is, on one page; then what will
//! happen; then both steps at once, and on to the next that waits. Nothing is suggested without its reason, and nothing is
//! done that was not seen.

mod alike;
mod hints;
mod page;
mod queue;
mod read;
mod suggested;

use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    access::Subject,
    case::{DispatchKind, StatutoryRoute},
    petition::{Command, CommandKind as K},
};
use kernel::{CaseId, Refusal, RefusalKind};
use serde::Deserialize;
use services::{
    Error, matter,
    petition::{self, Act, open_case},
    suggest::{self, Suggestion},
};

pub(super) use alike::post as alike_post;

use self::{
    hints::Hints,
    page::{PanelPage, TriagePage, Way, steps, words},
    queue::Place,
    read::{Chosen, read},
};
use super::{
    Desk, Here,
    act::{self, Effects, Life, Scene},
    asked::list_or,
    case::{self, Attached},
    decide::{self, Outcome, Step},
    petition::{PetitionScene, Petitions, fill_triage},
};
use crate::{
    forms::{Form, FormErrors, Submission},
    i18n::Say,
    problem::Problem,
    ui::{Line, Notice, NoticeKind, RefusalBox},
};

/// A matter on its page.
struct Desktop {
    scene: PetitionScene,
    hints: Hints,
    /// What the hints were made from.
    suggestion: Option<Suggestion>,
    files: Vec<(String, String, String)>,
    place: Place,
    /// The one that was just sent on, when she still sees it: number and page.
    last: Option<(String, String)>,
}

/// What an address may say.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    /// The case that was just sent on.
    last: Option<CaseId>,
    /// The case that was skipped.
    skipped: Option<String>,
    /// Linked as having the same cause, or told apart.
    alike: Option<String>,
    /// The claims were read anew.
    claims: Option<String>,
}

async fn load(desk: &Desk, id: CaseId, last: Option<CaseId>, asked: suggest::Asked) -> Result<Desktop, Problem> {
    let now = desk.visit.state.clock.now();
    let t = desk.t();
    let loaded = desk.open(id, move |tx, kit, ctx, subject, looked| {
        let view = open_case(tx, kit, ctx, subject, looked)?;
        let choices = Petitions::choices(tx, kit, ctx, &view, K::Forward)?;
        let files = Attached::of(tx, &kit.keys, &view.row.region, id)?;
        let place = queue::place(&queue::waiting(tx, subject, now)?, id);
        let scene = Scene { t, now, view, choices };
        let (hints, suggestion) = suggested::hints(tx, kit, ctx, subject, &scene, &asked)?;
        let last = last.map(|last| matter::find_by_id(tx, last)).transpose()?.flatten();
        let last = last
            .filter(|row| domain::access::permit::<domain::access::actions::ReadMatter>(subject, &row.facts).is_ok());
        let last = last.map(|row| (row.number.to_string(), format!("/desk/matters/{}", row.id())));
        let files = files.iter().map(|file| file.line(t)).collect();
        Ok(Desktop { scene, hints, suggestion, files, place, last })
    });
    Ok(loaded.await?)
}

/// The category and the unit complained of as they stand on the form: the suggested units follow them.
fn on_the_form(sent: &Submission) -> suggest::Asked {
    suggested::asked(&read::typed_or(sent, "category_other", "category"), sent.raw("respondent"))
}

fn may(scene: &PetitionScene) -> bool {
    let possible = |kind| scene.view.allowed.iter().any(|one| one.row.command == kind);
    possible(K::Triage) && possible(K::Forward)
}

/// Whether it may be moved to the suggestions.
fn may_move(scene: &PetitionScene) -> bool {
    scene.view.allowed.iter().any(|one| one.row.command == K::MoveToSuggestion)
}

/// `POST /desk/triage/{id}/suggestion`: it proposes something and asks for nothing; it goes on as a suggestion.
pub(super) async fn suggestion_post(desk: Desk, Path(id): Path<String>, sent: Submission) -> Result<Response, Problem> {
    let id: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let seen: Option<i64> = sent.raw("version").parse().ok();
    let checked = sent.reader().finish(Some(()));
    let done = match checked {
        Ok(()) => {
            let write = desk.write(move |tx, kit, ctx, subject| {
                Ok(services::suggestion::move_here(tx, kit, ctx, subject, id, seen, None)?.id)
            });
            write.await
        }
        Err(errors) => Err(Error::Invalid(errors.refusals().to_vec())),
    };
    match done {
        Ok(suggestion) => {
            let place = format!("/desk/suggestions/{suggestion}?done=move");
            Ok(Redirect::to(&place).into_response())
        }
        Err(Error::Refused(refusal)) => {
            let desktop = load(&desk, id, None, on_the_form(&sent)).await?;
            failed(&desk, desktop, &sent, FormErrors::default(), Some(&refusal))
        }
        Err(Error::Invalid(refusals)) => {
            let desktop = load(&desk, id, None, on_the_form(&sent)).await?;
            failed(&desk, desktop, &sent, refusals.into(), None)
        }
        Err(error) => Err(error.into()),
    }
}

/// The form as it is first shown: what is on record, then what is suggested.
fn filled(desktop: &Desktop, form: Form) -> Form {
    let (state, hints) = (&desktop.scene.view.state, &desktop.hints);
    let mut form = fill_triage(&desktop.scene, form).filled("kind", DispatchKind::Forward.name());
    if let (None, Some((path, _))) = (&state.category, &hints.category) {
        form = form.filled("category", path);
    }
    for claim in state.live_claims() {
        let hint = hints.routes.iter().find(|(no, ..)| *no == claim.no).map(|(_, route, _)| *route);
        if let Some(route) = claim.proposed.or(hint) {
            form = form.filled(&format!("route-{}", claim.no), StatutoryRoute::name(route));
        }
    }
    match hints.units.iter().find(|unit| unit.lead) {
        Some(unit) => form.filled("to", unit.org.to_string()),
        None => form,
    }
}

/// What the panel on the right says of these choices.
fn outcome(desk: &Desk, desktop: &Desktop, read: Result<Chosen, FormErrors>, mark: String) -> Outcome {
    let t = desk.t();
    let panel = match read {
        Err(errors) => Outcome::open(t, &errors),
        Ok(chosen) => {
            let tried = try_out(desk, &desktop.scene, &chosen);
            Outcome::tried(t, "desk-triage-confirm", tried, mark).chosen(in_words(t, desktop, &chosen))
        }
    };
    panel.note("decide-triage-note")
}

/// What was chosen, so that nothing goes out unseen.
fn in_words(t: Say, desktop: &Desktop, chosen: &Chosen) -> Vec<Line> {
    let Command::Triage { category, routes, .. } = &chosen.triage else { return vec![] };
    let scene = &desktop.scene;
    let unit = chosen.to().and_then(|to| scene.choices.orgs.iter().find(|org| org.id == to));
    let mut lines: Vec<Line> =
        unit.map(|unit| t.say("decide-chosen-unit").with("unit", &unit.name).into()).into_iter().collect();
    let path = category.as_ref().map_or_else(|| t.say("decide-chosen-no-category").text(), ToString::to_string);
    lines.push(t.say("decide-chosen-category").with("category", path).into());
    for claim in scene.view.state.live_claims() {
        let Some((_, route)) = routes.iter().find(|(id, _)| *id == claim.id) else { continue };
        let way = t.say("decide-chosen-route").with("claim", claim.no).with("route", t.message(&route.message()));
        lines.push(way.into());
    }
    lines
}

/// What a page shows besides the matter.
#[derive(Default)]
struct Shown {
    notice: Option<Notice>,
    refusal: Option<RefusalBox>,
}

fn page(desk: &Desk, desktop: Desktop, form: Form, outcome: Outcome, shown: Shown) -> TriagePage {
    let (t, scene) = (desk.t(), &desktop.scene);
    let id = scene.view.state.id;
    let context = case::context(&scene.view, t, scene.now);
    let title = t.say("desk-triage-heading").with("title", &context.title);
    let failed = form.has_errors() || shown.refusal.is_some();
    let state = &scene.view.state;
    let received = t.say("decide-received").with("at", t.moment(state.received_at)).text();
    let due = state.running("FORWARD_15D").map(|clock| t.say("triage-forward-by").with("day", t.date(clock.statutory)));
    let due = due.map(String::from);
    let meta = [state.number.to_string(), t.message(&state.channel.message()).text(), received];
    let meta: Vec<String> = meta.into_iter().chain(due).collect();
    TriagePage {
        moves: may_move(&desktop.scene),
        t: desk.frame_titled(title, Here::Inbox).failed(failed),
        meta: meta.join(" · ").into(),
        chip: context.chip,
        words: words(t, scene, &desktop.hints, desktop.files.clone()),
        steps: steps(t, scene, &desktop.hints, &form),
        way: Way::of(desktop.place.clone()),
        back: list_or(desk, "/desk?tab=triage", "desk-tab-triage"),
        action: desk.onwards(&format!("/desk/triage/{id}"), &[]),
        alike_action: desk.onwards(&format!("/desk/triage/{id}/alike"), &[]),
        whole: desk.onwards(&format!("/desk/matters/{id}"), &[]),
        reads: reads(desk, scene),
        version: scene.view.row.version,
        form,
        notice: shown.notice,
        refusal: shown.refusal,
        alike: desktop.hints.alike,
        alike_note: desktop.hints.alike_note,
        outcome,
    }
}

/// `GET /desk/triage/{id}`; a matter past this point opens as it stands.
pub(super) async fn get(desk: Desk, Path(id): Path<String>, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    let id: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let desktop = load(&desk, id, asked.last, suggest::Asked::default()).await?;
    if !may(&desktop.scene) {
        return Ok(Redirect::to(&format!("/desk/matters/{id}")).into_response());
    }
    let form = filled(&desktop, desk.visit.form());
    let pairs: Vec<(&str, &str)> = form.pairs().collect();
    let sent = Submission::of(&pairs);
    let outcome = outcome(&desk, &desktop, read(&desktop.scene, &sent), decide::mark(sent.pairs()));
    let shown = Shown { notice: said(desk.t(), &desktop, &asked), ..Shown::default() };
    desk.visit.page(&page(&desk, desktop, form, outcome, shown))
}

/// What can be made of the claims, as links: put plainly, split, join, separate, add.
fn reads(desk: &Desk, scene: &PetitionScene) -> Vec<(String, String)> {
    const READING: [K; 5] = [K::RephraseClaim, K::SplitClaim, K::JoinClaims, K::SeparateClaim, K::AddClaim];
    let possible = |kind: &&K| scene.view.allowed.iter().any(|one| one.row.command == **kind);
    let link = |kind: &K| {
        let page = format!("/desk/matters/{}/do/{}", scene.view.state.id, act::slug::<Petitions>(*kind));
        (desk.t().message(&kind.message()).text(), desk.onwards(&page, &[]))
    };
    READING.iter().filter(possible).map(link).collect()
}

/// What happened a moment ago, above the next matter.
fn said(t: Say, desktop: &Desktop, asked: &Asked) -> Option<Notice> {
    if asked.last.is_some() {
        let notice = match &desktop.last {
            Some((number, href)) => Notice::new(NoticeKind::Info, t.say("decide-sent-on").with("number", number))
                .link(t.say("desk-triage-whole"), href),
            None => Notice::new(NoticeKind::Info, t.say("desk-done-left")),
        };
        return Some(notice);
    }
    let key = match (&asked.skipped, asked.alike.as_deref()) {
        _ if asked.claims.is_some() => "claim-read-done",
        (Some(_), _) => "decide-skipped",
        (_, Some("linked")) => "decide-alike-linked",
        (_, Some("apart")) => "decide-alike-apart",
        (_, Some("none")) => "decide-alike-nothing",
        _ => return None,
    };
    Some(Notice::new(NoticeKind::Neutral, t.say(key)))
}

/// `POST /desk/triage/{id}`.
pub(super) async fn post(desk: Desk, Path(id): Path<String>, sent: Submission) -> Result<Response, Problem> {
    let id: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let desktop = load(&desk, id, None, on_the_form(&sent)).await?;
    let seen: i64 = sent.raw("version").parse().unwrap_or_default();
    if !may(&desktop.scene) {
        return Ok(Redirect::to(&format!("/desk/matters/{id}?gone=forward")).into_response());
    }
    if seen != desktop.scene.view.row.version {
        return stale(&desk, desktop, &sent, seen);
    }
    let (step, chosen) = (Step::of(&sent), read(&desktop.scene, &sent));
    match (step, chosen) {
        (Step::Panel, chosen) => {
            let outcome = outcome(&desk, &desktop, chosen, decide::mark(sent.pairs()));
            let form = desk.visit.form_again(&sent, FormErrors::default());
            let steps = steps(desk.t(), &desktop.scene, &desktop.hints, &form);
            desk.visit.page(&PanelPage { t: desk.t(), outcome, steps })
        }
        (_, Err(errors)) => failed(&desk, desktop, &sent, errors, None),
        (Step::Confirm, Ok(chosen)) => carry_out(&desk, desktop, seen, chosen, &sent).await,
        (step, Ok(chosen)) => {
            let outcome = outcome(&desk, &desktop, Ok(chosen), decide::mark(sent.pairs()));
            let changed = Notice::new(NoticeKind::Caution, desk.t().say("decide-changed"));
            let shown = Shown { notice: (step == Step::Changed).then_some(changed), ..Shown::default() };
            let form = desk.visit.form_again(&sent, FormErrors::default());
            desk.visit.page(&page(&desk, desktop, form, outcome, shown))
        }
    }
}

/// What both steps will do; triage by itself tells nobody anything.
fn try_out(desk: &Desk, scene: &PetitionScene, chosen: &Chosen) -> Result<Effects, Refusal> {
    let state = &desk.visit.state;
    let subject: &Subject = desk.who.subject();
    let [first, second] = [&chosen.triage, &chosen.forward].map(|command| Act::Command(command.clone()));
    Petitions::try_out(scene, &state.kit, &state.ctx(), subject, &first)?;
    Petitions::try_out(scene, &state.kit, &state.ctx(), subject, &second)
}

async fn carry_out(
    desk: &Desk,
    desktop: Desktop,
    seen: i64,
    chosen: Chosen,
    sent: &Submission,
) -> Result<Response, Problem> {
    let id = desktop.scene.view.state.id;
    let (suggestion, weighed) = (desktop.suggestion.clone(), suggested::weighed(&chosen));
    let Chosen { triage, forward } = chosen;
    let done = desk.write(move |tx, kit, ctx, subject| {
        suggested::record(tx, ctx, subject, id, suggestion.as_ref(), &weighed)?;
        let after = petition::act(tx, kit, ctx, subject, id, Some(seen), &Act::Command(triage.clone()))?;
        petition::act(tx, kit, ctx, subject, id, Some(after.version), &Act::Command(forward.clone()))?;
        Ok(())
    });
    match done.await {
        Ok(()) => {
            let next = match desktop.place.after {
                Some(next) => desk.onwards(&format!("/desk/triage/{next}"), &[("last", id.to_string().as_str())]),
                None => desk.onwards(&format!("/desk/matters/{id}"), &[("done", "forward")]),
            };
            Ok(Redirect::to(&next).into_response())
        }
        Err(Error::Refused(refusal)) if refusal.kind == RefusalKind::Stale => {
            let now = load(desk, id, None, on_the_form(sent)).await?;
            if may(&now.scene) {
                stale(desk, now, sent, seen)
            } else {
                Ok(Redirect::to(&format!("/desk/matters/{id}?gone=forward")).into_response())
            }
        }
        Err(Error::Refused(refusal)) => failed(desk, desktop, sent, FormErrors::default(), Some(&refusal)),
        Err(error) => Err(error.into()),
    }
}

fn failed(
    desk: &Desk,
    desktop: Desktop,
    sent: &Submission,
    errors: FormErrors,
    refusal: Option<&Refusal>,
) -> Result<Response, Problem> {
    let refusal = refusal.map(|refusal| RefusalBox::of(desk.t(), refusal));
    let outcome = Outcome::open(desk.t(), &errors);
    let form = desk.visit.form_again(sent, errors);
    desk.visit.page_failed(&page(desk, desktop, form, outcome, Shown { refusal, ..Shown::default() }))
}

fn stale(desk: &Desk, desktop: Desktop, sent: &Submission, seen: i64) -> Result<Response, Problem> {
    let t = desk.t();
    let timeline = &desktop.scene.view.timeline;
    let new: Vec<String> =
        timeline.iter().filter(|item| item.seq > seen).map(|item| t.message(&item.message).text()).collect();
    let text = t.say("desk-stale-list").with("events", new.join("；"));
    let notice = Some(Notice::new(NoticeKind::Caution, text).titled(t.say("desk-stale-title")));
    let outcome = outcome(desk, &desktop, read(&desktop.scene, sent), decide::mark(sent.pairs()));
    let form = desk.visit.form_again(sent, FormErrors::default());
    let page = page(desk, desktop, form, outcome, Shown { notice, ..Shown::default() });
    desk.visit.page_as(StatusCode::CONFLICT, &page)
}
