//! `/desk/matters/{id}/identity`: name, telephone and address in full, for a reason that goes on record. The petitioner is told at
//! once. It stays open for ten minutes; then the page covers it again by itself, and another look takes another reason.

use askama::Template;
use axum::{
    extract::Path,
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse, Redirect, Response},
};
use domain::access::{self, actions::RevealIdentity};
use kernel::{CaseId, Refusal, Text};
use services::{
    file::{self, LookedAt},
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
    /// Name, telephone and address, while they are open.
    open: Option<(String, String, String)>,
    notice: Notice,
}

/// The petitioner behind the mask, for whoever may take it off; in full while it is open.
struct Behind {
    masked: MaskedIdentity,
    open: Option<(Identity, LookedAt)>,
}

async fn behind(desk: &Desk, id: CaseId) -> Result<Behind, Problem> {
    let behind = desk.write(move |tx, kit, ctx, subject| {
        let looked = matter::look(tx, ctx, subject, id)?;
        let row = looked.row();
        let permit = access::permit::<RevealIdentity>(subject, &row.facts)?;
        let since = match permit.actor().user() {
            Some(user) => file::is_open(tx, ctx, &row.region, id, user)?,
            None => None,
        };
        let open = match since {
            Some(since) => Some((petition::identity(tx, kit, &row.region, row.petitioner)?, since)),
            None => None,
        };
        Ok(Behind { masked: petition::masked(tx, &kit.keys, &row.region, row.petitioner)?, open })
    });
    Ok(behind.await?)
}

fn page(desk: &Desk, id: CaseId, behind: Behind, form: Form) -> IdentityPage {
    let t = desk.t();
    let text = |value: Option<&kernel::Redacted<String>>| value.map(|value| value.reveal().clone()).unwrap_or_default();
    let said = match &behind.open {
        Some((_, since)) => t.say("desk-reveal-until").with("time", t.time(since.until)),
        None => t.say("desk-reveal-note"),
    };
    let full = |open: &Identity| (open.name.reveal().clone(), text(open.phone.as_ref()), text(open.address.as_ref()));
    IdentityPage {
        t: desk.frame("desk-reveal-title", Here::Matters).failed(form.has_errors()),
        masked: behind.masked,
        back: desk.onwards(&format!("/desk/matters/{id}"), &[]),
        action: desk.onwards(&format!("/desk/matters/{id}/identity"), &[]),
        form,
        open: behind.open.as_ref().map(|(open, _)| full(open)),
        notice: Notice::new(NoticeKind::Warm, said),
    }
}

fn address(id: &str) -> Result<CaseId, Problem> {
    id.parse().map_err(|_| Problem::NotFound)
}

/// `GET`: asks why; shows it while it is open, and comes back by itself when that ends.
pub(super) async fn get(desk: Desk, Path(id): Path<String>) -> Result<Response, Problem> {
    let id = address(&id)?;
    let behind = behind(&desk, id).await?;
    let left =
        behind.open.as_ref().map(|(_, since)| since.until.duration_since(desk.visit.state.clock.now()).as_secs());
    let mut response = desk.visit.page(&page(&desk, id, behind, desk.visit.form()))?;
    if let Some(left) = left {
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Ok(after) = HeaderValue::from_str(&(left.max(0) + 1).to_string()) {
            headers.insert(HeaderName::from_static("refresh"), after);
        }
    }
    Ok(response)
}

/// `POST`: puts the reason on record and opens it.
pub(super) async fn post(desk: Desk, Path(id): Path<String>, sent: Submission) -> Result<Response, Problem> {
    let id = address(&id)?;
    let mut reader = sent.reader();
    let reason = reason(&desk, &mut reader);
    let reason: Text<200> = match reader.finish(reason) {
        Ok(reason) => reason,
        Err(errors) => {
            let behind = behind(&desk, id).await?;
            return desk.visit.page_failed(&page(&desk, id, behind, again(&desk, &sent, errors)));
        }
    };
    let opened = desk.write(move |tx, kit, ctx, subject| {
        let looked = matter::look(tx, ctx, subject, id)?;
        let permit = access::permit::<RevealIdentity>(subject, &looked.row().facts)?;
        petition::reveal(tx, kit, ctx, &permit, looked.row(), &reason)
    });
    opened.await?;
    Ok(Redirect::to(&desk.onwards(&format!("/desk/matters/{id}/identity"), &[])).into_response())
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
