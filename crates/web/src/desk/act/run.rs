//! The two handlers of an action page.

use axum::response::{IntoResponse, Redirect, Response};
use kernel::{CaseId, Refusal, RefusalKind};
use services::Error;

use super::{
    Choices, Effects, Life, Once, Scene, kind_at,
    page::{self, Look},
    slug,
};
use crate::{
    desk::Desk,
    forms::{FormErrors, Submission},
    problem::Problem,
    ui::RefusalBox,
};

/// Loads the case for one action; the look is on record.
async fn scene<L: Life>(desk: &Desk, id: CaseId, kind: L::Kind) -> Result<Scene<L>, Problem> {
    let now = desk.visit.state.clock.now();
    let loaded = desk.open(id, move |tx, kit, ctx, subject, looked| {
        let view = L::open(tx, kit, ctx, subject, looked)?;
        let offered = L::allowed(&view).iter().any(|(one, _)| *one == kind);
        let choices = if offered { L::choices(tx, kit, ctx, &view, kind)? } else { Choices::default() };
        Ok((view, choices))
    });
    let (view, choices) = loaded.await?;
    Ok(Scene { t: desk.t(), now, view, choices })
}

/// Case and command of an address.
fn address<L: Life>(id: &str, command: &str) -> Result<(CaseId, L::Kind), Problem> {
    let id: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    Ok((id, kind_at::<L>(command).ok_or(Problem::NotFound)?))
}

/// `GET …/do/{command}`.
pub(crate) async fn get<L: Life>(desk: Desk, id: String, command: String) -> Result<Response, Problem> {
    let (id, kind) = address::<L>(&id, &command)?;
    let scene = scene::<L>(&desk, id, kind).await?;
    let Some((_, not_yet)) = L::allowed(&scene.view).into_iter().find(|(one, _)| *one == kind) else {
        // Bookmarked, or overtaken since the link was shown.
        return Ok(
            Redirect::to(&desk.onwards(&format!("{}/{id}", L::BASE), &[("gone", command.as_str())])).into_response()
        );
    };
    let mut look = Look::of(L::fill(kind, &scene, desk.visit.form()));
    look.refusal = not_yet.as_ref().map(|refusal| RefusalBox::of(desk.t(), refusal));
    if let (None, Some(act)) = (not_yet, L::bare_in(kind, &scene)) {
        look.effects = try_out(&desk, &scene, &act).ok();
    }
    desk.visit.page(&page::form(&desk, id, kind, &scene, look))
}

/// `POST …/do/{command}`.
pub(crate) async fn post<L: Life>(
    desk: Desk,
    id: String,
    command: String,
    sent: Submission,
) -> Result<Response, Problem> {
    let (id, kind) = address::<L>(&id, &command)?;
    let once = Once::of(&desk, id, &command, &sent);
    // Pressed twice: what the first press did is shown, not that the case has changed since.
    if let Some(place) = once.done(&desk).await? {
        return Ok(Redirect::to(&place).into_response());
    }
    let scene = scene::<L>(&desk, id, kind).await?;
    let seen: i64 = sent.raw("version").parse().unwrap_or_default();
    let fresh = seen == L::version(&scene.view);
    if !L::allowed(&scene.view).iter().any(|(one, _)| *one == kind) {
        return not_any_more(&desk, id, kind, &scene, &sent, seen);
    }
    let read = match L::bare_in(kind, &scene) {
        Some(act) => sent.reader().finish(Some(act)),
        None => L::read(kind, &scene, &sent),
    };
    if !fresh {
        return stale(&desk, id, kind, &scene, &sent, seen);
    }
    let act = match read {
        Ok(act) => act,
        Err(errors) => return failed(&desk, id, kind, &scene, &sent, &errors),
    };
    let effects = match try_out(&desk, &scene, &act) {
        Ok(effects) => effects,
        Err(refusal) => return failed(&desk, id, kind, &scene, &sent, &placed(refusal, &sent).into()),
    };
    match sent.raw("step") {
        "edit" => {
            let form = desk.visit.form_again(&sent, FormErrors::default());
            desk.visit.page(&page::form(&desk, id, kind, &scene, Look::of(form)))
        }
        "confirm" => carry_out::<L>(&desk, id, kind, scene, sent, seen, act, once).await,
        _ if L::binds(kind) => desk.visit.page(&page::confirm(&desk, id, kind, &scene, &sent, effects)),
        _ => carry_out::<L>(&desk, id, kind, scene, sent, seen, act, once).await,
    }
}

fn try_out<L: Life>(desk: &Desk, scene: &Scene<L>, act: &L::Act) -> Result<Effects, Refusal> {
    let state = &desk.visit.state;
    L::try_out(scene, &state.kit, &state.ctx(), desk.who.subject(), act)
}

#[expect(clippy::too_many_arguments, reason = "the form, the case it was made from, and what it asks")]
async fn carry_out<L: Life>(
    desk: &Desk,
    id: CaseId,
    kind: L::Kind,
    shown: Scene<L>,
    sent: Submission,
    seen: i64,
    act: L::Act,
    once: Once,
) -> Result<Response, Problem> {
    let here = desk.onwards(&format!("{}/{id}", L::BASE), &[("done", slug::<L>(kind).as_str())]);
    let done = desk.write(move |tx, kit, ctx, subject| {
        if let Some(place) = once.known(tx)? {
            return Ok(place);
        }
        let place = L::act(tx, kit, ctx, subject, id, seen, &act)?.unwrap_or_else(|| here.clone());
        once.remember(tx, ctx, &place)?;
        Ok(place)
    });
    match done.await {
        Ok(place) => Ok(Redirect::to(&place).into_response()),
        Err(Error::Fault(fault)) => Err(fault.into()),
        Err(Error::Invalid(refusals)) => failed(desk, id, kind, &shown, &sent, &refusals.into()),
        Err(Error::Refused(refusal)) if refusal.kind == RefusalKind::Stale => {
            // Somebody was faster by the time between our two looks.
            let now = scene::<L>(desk, id, kind).await?;
            if L::allowed(&now.view).iter().any(|(one, _)| *one == kind) {
                stale(desk, id, kind, &now, &sent, seen)
            } else {
                not_any_more(desk, id, kind, &now, &sent, seen)
            }
        }
        Err(Error::Refused(refusal)) => failed(desk, id, kind, &shown, &sent, &placed(refusal, &sent).into()),
    }
}

/// The form as it was sent, with what is wrong: for steps that read a part of it themselves.
pub(crate) async fn again<L: Life>(
    desk: &Desk,
    id: CaseId,
    command: &str,
    sent: &Submission,
    errors: &FormErrors,
) -> Result<Response, Problem> {
    let kind = kind_at::<L>(command).ok_or(Problem::NotFound)?;
    let scene = scene::<L>(desk, id, kind).await?;
    if !L::allowed(&scene.view).iter().any(|(one, _)| *one == kind) {
        return Err(Refusal::not_permitted().into());
    }
    failed(desk, id, kind, &scene, sent, errors)
}

/// A refusal by a rule stands at its field when the form has that field, otherwise above the form.
fn placed(mut refusal: Refusal, sent: &Submission) -> Refusal {
    if !sent.pairs().any(|(name, _)| name == refusal.field) {
        refusal.field.clear();
    }
    refusal
}

/// The form again, with what is wrong; what concerns no field stands in a box of its own.
fn failed<L: Life>(
    desk: &Desk,
    id: CaseId,
    kind: L::Kind,
    scene: &Scene<L>,
    sent: &Submission,
    errors: &FormErrors,
) -> Result<Response, Problem> {
    let on_fields = |refusal: &&Refusal| !refusal.field.is_empty();
    let general = errors.refusals().iter().find(|refusal| refusal.field.is_empty());
    let refusal = general.map(|refusal| RefusalBox::of(desk.t(), refusal));
    let fields: Vec<Refusal> = errors.refusals().iter().filter(on_fields).cloned().collect();
    let form = desk.visit.form_again(sent, fields.into());
    desk.visit.page_failed(&page::form(desk, id, kind, scene, Look { refusal, ..Look::of(form) }))
}

/// The case moved on: the form again with everything typed, made from the present version, under what happened.
fn stale<L: Life>(
    desk: &Desk,
    id: CaseId,
    kind: L::Kind,
    scene: &Scene<L>,
    sent: &Submission,
    seen: i64,
) -> Result<Response, Problem> {
    let form = desk.visit.form_again(sent, FormErrors::default());
    let stale = Some(page::since(scene, seen));
    let page = page::form(desk, id, kind, scene, Look { stale, ..Look::of(form) });
    desk.visit.page_as(axum::http::StatusCode::CONFLICT, &page)
}

/// The action no longer fits. To somebody who never saw the case it says nothing more than the hidden page would.
fn not_any_more<L: Life>(
    desk: &Desk,
    id: CaseId,
    kind: L::Kind,
    scene: &Scene<L>,
    sent: &Submission,
    seen: i64,
) -> Result<Response, Problem> {
    if seen == L::version(&scene.view) || sent.is_refused() {
        return Err(Refusal::not_permitted().into());
    }
    let page = page::overtaken(desk, id, kind, scene, sent, page::since(scene, seen));
    desk.visit.page_as(axum::http::StatusCode::CONFLICT, &page)
}
