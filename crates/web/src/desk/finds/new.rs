//! `/desk/finds/new`: what was seen, without anybody's name.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use domain::{
    access::{self, actions::ObserveFind},
    proactive::Signal,
};
use kernel::{CaseId, DivisionCode, Refusal};
use services::{Error, proactive::FindForm};
use store::idempotency;

use crate::{
    desk::{Desk, Here, register},
    forms::{Form, FormErrors, Submission},
    problem::Problem,
    view::Frame,
};

#[derive(Template)]
#[template(path = "desk/find-new.html")]
struct NewPage {
    t: Frame,
    form: Form,
    places: Vec<(String, String)>,
    signals: Vec<(String, String)>,
}

/// The widest division in which one of her roles lets her take finds down.
pub(super) fn home(desk: &Desk) -> Option<DivisionCode> {
    let subject = desk.who.subject();
    let grants = subject.staff()?.grants().iter().map(|grant| &grant.division);
    let may = |division: &&DivisionCode| access::permit::<ObserveFind>(subject, *division).is_ok();
    grants.filter(may).min_by_key(|division| division.as_str().len()).cloned()
}

async fn page(desk: &Desk, form: Form) -> Result<NewPage, Problem> {
    let home = home(desk).ok_or_else(Refusal::not_permitted)?;
    let places = desk.read(move |tx, _, _, _| register::places(tx, &home)).await?;
    let t = desk.t();
    Ok(NewPage {
        t: desk.frame("find-new-title", Here::Finds).failed(form.has_errors()),
        signals: Signal::ALL.iter().map(|one| (one.name().into(), t.message(&one.message()).text())).collect(),
        places,
        form,
    })
}

/// `GET`.
pub(super) async fn get(desk: Desk) -> Result<Response, Problem> {
    let today = kernel::beijing_date(desk.visit.state.clock.now()).to_string();
    let form = desk.visit.form().filled("day", today);
    let page = page(&desk, form).await?;
    desk.visit.page(&page)
}

/// `POST`.
pub(super) async fn post(desk: Desk, sent: Submission) -> Result<Response, Problem> {
    let mut reader = sent.reader();
    let key = reader.key();
    let raw = |name: &str| sent.raw(name).to_owned();
    let form = FindForm { division: raw("division"), signal: raw("signal"), day: raw("day"), text: raw("text") };
    let new = match form.parse(desk.visit.state.clock.now()) {
        Ok(new) => Some(new),
        Err(error) => {
            error.refusals().unwrap_or_default().iter().cloned().for_each(|refusal| reader.refuse(refusal));
            None
        }
    };
    let done = match reader.finish(new.zip(key)) {
        Ok((new, key)) => {
            let key = key.to_string();
            let write = desk.write(move |tx, kit, ctx, subject| {
                let scope = "desk/find";
                let digest = kit.keys.blind_index(scope, &format!("{new:?}"));
                match idempotency::lookup(tx, scope, &key, &digest)? {
                    idempotency::Known::Done(id) => return Ok(id),
                    idempotency::Known::Other => return Err(Refusal::invalid("", "key-reused").into()),
                    idempotency::Known::New => {}
                }
                let permit = access::permit::<ObserveFind>(subject, &new.division)?;
                let id: CaseId = services::proactive::observe(tx, kit, ctx, &permit, &new)?;
                idempotency::record(tx, scope, &key, &digest, &id.to_string(), ctx.now())?;
                Ok(id.to_string())
            });
            write.await
        }
        Err(errors) => Err(Error::Invalid(errors.refusals().to_vec())),
    };
    match done {
        Ok(id) => Ok(Redirect::to(&format!("/desk/finds/{id}?done=observed")).into_response()),
        Err(error) => {
            let errors = FormErrors::try_from(error)?;
            let page = page(&desk, desk.visit.form_again(&sent, errors)).await?;
            desk.visit.page_failed(&page)
        }
    }
}
