//! `/desk/triage/{id}`: what it is and whose it is, on one page; then what will happen; then both steps at once.

use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    access::Subject,
    petition::{Command, CommandKind as K},
};
use kernel::{CaseId, Refusal, RefusalKind};
use services::{
    Error, matter,
    petition::{self, Act, open_case},
};

use super::{
    Desk, Here,
    act::{Choices, Context, Effects, Life, Panel, Scene},
    case,
    petition::{PetitionScene, Petitions, bars, fill_triage, forward, read_forward, read_triage, triage},
};
use crate::{
    forms::{Form, FormErrors, Submission},
    problem::Problem,
    ui::{Notice, NoticeKind, RefusalBox},
    view::Frame,
};

#[derive(Template)]
#[template(path = "desk/triage.html")]
struct TriagePage {
    t: Frame,
    context: Context,
    person: String,
    action: String,
    back: String,
    version: i64,
    form: Form,
    what: Panel,
    whom: Panel,
    notice: Option<Notice>,
    refusal: Option<RefusalBox>,
    effects: Option<Effects>,
    fields: Vec<(String, String)>,
}

/// What a page shows besides the scene.
#[derive(Default)]
struct Shown {
    notice: Option<Notice>,
    refusal: Option<RefusalBox>,
    effects: Option<Effects>,
    fields: Vec<(String, String)>,
}

async fn scene(desk: &Desk, id: CaseId) -> Result<PetitionScene, Problem> {
    let now = desk.visit.state.clock.now();
    let loaded = desk.write(move |tx, kit, ctx, subject| {
        let looked = matter::look(tx, ctx, subject, id)?;
        let view = open_case(tx, kit, ctx, subject, &looked)?;
        let choices = Petitions::choices(tx, ctx, &view, K::Forward)?;
        Ok((view, choices))
    });
    let (view, choices): (_, Choices) = loaded.await?;
    Ok(Scene { t: desk.t(), now, view, choices })
}

fn may(scene: &PetitionScene) -> bool {
    let possible = |kind| scene.view.allowed.iter().any(|one| one.row.command == kind);
    possible(K::Triage) && possible(K::Forward)
}

fn page(desk: &Desk, scene: &PetitionScene, form: Form, shown: Shown) -> TriagePage {
    let (t, id) = (desk.t(), scene.view.state.id);
    let context = case::context(&scene.view, t, scene.now);
    let title = t.say("desk-triage-heading").with("title", &context.title);
    let failed = form.has_errors() || shown.refusal.is_some();
    TriagePage {
        t: desk.frame_titled(title, Here::Inbox).failed(failed),
        person: scene.view.petitioner.as_ref().map(|masked| masked.name.clone()).unwrap_or_default(),
        action: format!("/desk/triage/{id}"),
        back: format!("/desk/matters/{id}"),
        version: scene.view.row.version,
        what: triage(scene, &form),
        whom: forward(scene, &form),
        context,
        form,
        notice: shown.notice,
        refusal: shown.refusal,
        effects: shown.effects,
        fields: shown.fields,
    }
}

/// `GET /desk/triage/{id}`; a matter past this point opens as it stands.
pub(super) async fn get(desk: Desk, Path(id): Path<String>) -> Result<Response, Problem> {
    let id: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let scene = scene(&desk, id).await?;
    if !may(&scene) {
        return Ok(Redirect::to(&format!("/desk/matters/{id}")).into_response());
    }
    let form = fill_triage(&scene, desk.visit.form()).filled("kind", "FORWARD");
    desk.visit.page(&page(&desk, &scene, form, Shown::default()))
}

/// `POST /desk/triage/{id}`.
pub(super) async fn post(desk: Desk, Path(id): Path<String>, sent: Submission) -> Result<Response, Problem> {
    let id: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let scene = scene(&desk, id).await?;
    let seen: i64 = sent.raw("version").parse().unwrap_or_default();
    if !may(&scene) {
        return Ok(Redirect::to(&format!("/desk/matters/{id}?gone=forward")).into_response());
    }
    if seen != scene.view.row.version {
        return stale(&desk, &scene, &sent, seen);
    }
    let (first, second) = match read(&scene, &sent) {
        Ok(both) => both,
        Err(errors) => return failed(&desk, &scene, &sent, errors, None),
    };
    let effects = match try_out(&desk, &scene, &first, &second) {
        Ok(effects) => effects,
        Err(refusal) => return failed(&desk, &scene, &sent, FormErrors::default(), Some(&refusal)),
    };
    match sent.raw("step") {
        "confirm" => carry_out(&desk, id, seen, first, second, &scene, &sent).await,
        "edit" => {
            let form = desk.visit.form_again(&sent, FormErrors::default());
            desk.visit.page(&page(&desk, &scene, form, Shown::default()))
        }
        _ => {
            let own = ["csrf", "key", "version", "step"];
            let fields = sent.pairs().filter(|(name, _)| !own.contains(name)).map(|(k, v)| (k.into(), v.into()));
            let shown = Shown { effects: Some(effects), fields: fields.collect(), ..Shown::default() };
            let form = desk.visit.form_again(&sent, FormErrors::default());
            desk.visit.page(&page(&desk, &scene, form, shown))
        }
    }
}

/// Both steps, every mistake at once. Who is complained of on this very form may not be chosen either.
fn read(scene: &PetitionScene, sent: &Submission) -> Result<(Command, Command), FormErrors> {
    let first = read_triage(sent);
    let mut bars = bars(K::Forward, scene);
    if let Ok(Command::Triage { respondent, .. }) = &first {
        bars.respondent = *respondent;
    }
    match (first, read_forward(scene, bars, sent)) {
        (Ok(first), Ok(second)) => Ok((first, second)),
        (Err(one), Err(other)) => {
            let mut all = one.refusals().to_vec();
            all.extend(other.refusals().iter().filter(|refusal| !one.refusals().contains(refusal)).cloned());
            Err(all.into())
        }
        (Err(errors), _) | (_, Err(errors)) => Err(errors),
    }
}

/// What forwarding will do; triage by itself tells nobody anything.
fn try_out(desk: &Desk, scene: &PetitionScene, first: &Command, second: &Command) -> Result<Effects, Refusal> {
    let state = &desk.visit.state;
    let subject: &Subject = desk.who.subject();
    Petitions::try_out(scene, &state.kit, &state.ctx(), subject, &Act::Command(first.clone()))?;
    Petitions::try_out(scene, &state.kit, &state.ctx(), subject, &Act::Command(second.clone()))
}

async fn carry_out(
    desk: &Desk,
    id: CaseId,
    seen: i64,
    first: Command,
    second: Command,
    shown: &PetitionScene,
    sent: &Submission,
) -> Result<Response, Problem> {
    let done = desk.write(move |tx, kit, ctx, subject| {
        let after = petition::act(tx, kit, ctx, subject, id, Some(seen), &Act::Command(first.clone()))?;
        petition::act(tx, kit, ctx, subject, id, Some(after.version), &Act::Command(second.clone()))?;
        Ok(())
    });
    match done.await {
        Ok(()) => Ok(Redirect::to(&format!("/desk/matters/{id}?done=forward")).into_response()),
        Err(Error::Refused(refusal)) if refusal.kind == RefusalKind::Stale => {
            let now = scene(desk, id).await?;
            if may(&now) {
                stale(desk, &now, sent, seen)
            } else {
                Ok(Redirect::to(&format!("/desk/matters/{id}?gone=forward")).into_response())
            }
        }
        Err(Error::Refused(refusal)) => failed(desk, shown, sent, FormErrors::default(), Some(&refusal)),
        Err(error) => Err(error.into()),
    }
}

fn failed(
    desk: &Desk,
    scene: &PetitionScene,
    sent: &Submission,
    errors: FormErrors,
    refusal: Option<&Refusal>,
) -> Result<Response, Problem> {
    let refusal = refusal.map(|refusal| RefusalBox::of(desk.t(), refusal));
    let form = desk.visit.form_again(sent, errors);
    desk.visit.page_failed(&page(desk, scene, form, Shown { refusal, ..Shown::default() }))
}

fn stale(desk: &Desk, scene: &PetitionScene, sent: &Submission, seen: i64) -> Result<Response, Problem> {
    let t = desk.t();
    let new: Vec<String> =
        scene.view.timeline.iter().filter(|item| item.seq > seen).map(|item| t.message(&item.message).text()).collect();
    let text = t.say("desk-stale-list").with("events", new.join("；"));
    let notice = Some(Notice::new(NoticeKind::Caution, text).titled(t.say("desk-stale-title")));
    let form = desk.visit.form_again(sent, FormErrors::default());
    desk.visit.page_as(StatusCode::CONFLICT, &page(desk, scene, form, Shown { notice, ..Shown::default() }))
}
