//! `/desk/matters/{id}/identity`: name, telephone and address in full, for a reason that goes on record. The petitioner is told.

use askama::Template;
use axum::{extract::Path, response::Response};
use domain::access::{self, actions::RevealIdentity};
use kernel::{CaseId, Refusal, Text};
use services::{
    matter,
    petition::{self, Identity, MaskedIdentity},
};

use super::{Desk, Here};
use crate::{
    forms::{Form, FormErrors, Reader, Submission},
    problem::Problem,
    ui::{Notice, NoticeKind},
    view::Frame,
};

/// Fewest letters or signs of a reason in her own words: the person reads it, and one sign tells nobody why.
const FEWEST: usize = 4;

/// The reasons that need no words of their own.
const REASONS: [(&str, &str); 3] =
    [("visit", "desk-reveal-visit"), ("facts", "desk-reveal-facts"), ("serve", "desk-reveal-serve")];

#[derive(Template)]
#[template(path = "desk/identity.html")]
struct IdentityPage {
    t: Frame,
    masked: MaskedIdentity,
    back: String,
    action: String,
    form: Form,
    /// Name, telephone and address, once there is a reason.
    open: Option<(String, String, String)>,
    notice: Notice,
}

/// The petitioner behind the mask, for whoever may take it off.
async fn masked(desk: &Desk, id: CaseId) -> Result<MaskedIdentity, Problem> {
    let masked = desk.write(move |tx, kit, ctx, subject| {
        let looked = matter::look(tx, ctx, subject, id)?;
        let row = looked.row();
        access::permit::<RevealIdentity>(subject, &row.facts)?;
        Ok(petition::masked(tx, &kit.keys, &row.region, row.petitioner)?)
    });
    Ok(masked.await?)
}

fn page(desk: &Desk, id: CaseId, masked: MaskedIdentity, form: Form, open: Option<&Identity>) -> IdentityPage {
    let t = desk.t();
    let text = |value: Option<&kernel::Redacted<String>>| value.map(|value| value.reveal().clone()).unwrap_or_default();
    let open = open.map(|open| (open.name.reveal().clone(), text(open.phone.as_ref()), text(open.address.as_ref())));
    let key = if open.is_some() { "desk-reveal-open" } else { "desk-reveal-note" };
    IdentityPage {
        t: desk.frame("desk-reveal-title", Here::Matters).failed(form.has_errors()),
        masked,
        back: desk.onwards(&format!("/desk/matters/{id}"), &[]),
        action: desk.onwards(&format!("/desk/matters/{id}/identity"), &[]),
        form,
        open,
        notice: Notice::new(NoticeKind::Warm, t.say(key)),
    }
}

fn address(id: &str) -> Result<CaseId, Problem> {
    id.parse().map_err(|_| Problem::NotFound)
}

/// `GET`: asks why.
pub(super) async fn get(desk: Desk, Path(id): Path<String>) -> Result<Response, Problem> {
    let id = address(&id)?;
    let masked = masked(&desk, id).await?;
    desk.visit.page(&page(&desk, id, masked, desk.visit.form(), None))
}

/// `POST`: shows it once. The answer is kept by no cache, and going back asks again.
pub(super) async fn post(desk: Desk, Path(id): Path<String>, sent: Submission) -> Result<Response, Problem> {
    let id = address(&id)?;
    let masked = masked(&desk, id).await?;
    let mut reader = sent.reader();
    let reason = reason(&desk, &mut reader);
    let reason: Text<200> = match reader.finish(reason) {
        Ok(reason) => reason,
        Err(errors) => return desk.visit.page_failed(&page(&desk, id, masked, again(&desk, &sent, errors), None)),
    };
    let identity = desk.write(move |tx, kit, ctx, subject| {
        let looked = matter::look(tx, ctx, subject, id)?;
        let permit = access::permit::<RevealIdentity>(subject, &looked.row().facts)?;
        petition::reveal(tx, kit, ctx, &permit, looked.row(), &reason)
    });
    let identity = identity.await?;
    desk.visit.page(&page(&desk, id, masked, desk.visit.form(), Some(&identity)))
}

fn again(desk: &Desk, sent: &Submission, errors: FormErrors) -> Form {
    desk.visit.form_again(sent, errors)
}

/// One of the reasons, in words, or her own words.
fn reason(desk: &Desk, reader: &mut Reader<'_>) -> Option<Text<200>> {
    let chosen = reader.required("reason", "choose-one", |_, text| Ok(text.to_owned()))?;
    match REASONS.iter().find(|(value, _)| *value == chosen) {
        Some((_, key)) => Text::parse("reason", &desk.t().say(key).text()).ok(),
        None => reader.required("other", "reveal-reason-missing", |field, text| {
            let words = text.chars().filter(|c| c.is_alphanumeric()).count();
            if words < FEWEST {
                Err(Refusal::invalid(field, "reveal-reason-short").with("min", FEWEST))
            } else {
                Text::parse(field, text)
            }
        }),
    }
}
