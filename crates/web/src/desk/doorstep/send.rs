//! What the device sends when there is a connection: each file by itself, then the form that names them. However often it is sent,
//! it is registered once.

use axum::{
    Json,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{
    access::{self, Subject, actions::RegisterOnBehalf},
    case::CaseKind,
};
use jiff::Timestamp;
use kernel::Refusal;
use serde::Serialize;
use services::{Error, attachment, matter::MatterRow, petition};
use uuid::Uuid;

use super::{
    form::{self, Filled},
    taken,
};
use crate::{
    desk::{Desk, register::Registered, rows, when},
    forms::{FormErrors, Submission},
    i18n::Say,
    portal::kept::{self, Kept},
    problem::Problem,
};

/// What the device is told.
#[derive(Serialize)]
#[serde(tag = "status", rename_all = "lowercase")]
enum Reply {
    /// The file is safe; `token` names it in the form.
    Kept { token: String },
    /// It is registered.
    Done(Box<DoneBody>),
    /// Something in it is wrong; the draft stays.
    Refused { errors: Vec<ErrorBody> },
    /// The same person has a matter already: she says whether it is another.
    Alike { matters: Vec<AlikeBody> },
    /// Files that were sent before are gone and have to be sent again.
    Again,
    /// The form token is of another session: ask for the state and send again.
    Stale,
}

#[derive(Serialize)]
struct DoneBody {
    number: String,
    /// Grouped as on paper.
    code: String,
    /// The page of the case.
    href: String,
    /// As said.
    received: String,
    received_at: String,
    arrived: String,
    /// It had been registered before.
    again: bool,
    /// Day and what happens by then.
    promises: Vec<(String, String)>,
}

#[derive(Serialize)]
struct ErrorBody {
    field: String,
    text: String,
}

#[derive(Serialize)]
struct AlikeBody {
    number: String,
    title: String,
    received: String,
    href: String,
}

impl Reply {
    fn answer(self) -> Response {
        let status = match self {
            Self::Kept { .. } | Self::Done(_) => StatusCode::OK,
            Self::Refused { .. } => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Alike { .. } | Self::Again | Self::Stale => StatusCode::CONFLICT,
        };
        (status, [(header::CACHE_CONTROL, "no-store")], Json(self)).into_response()
    }

    /// What is wrong, in her language; a token of another session is the machine's concern.
    fn refused(t: Say, refusals: &[Refusal]) -> Self {
        if refusals.iter().any(|refusal| refusal.field.is_empty() && refusal.code == "form-expired") {
            return Self::Stale;
        }
        let error = |refusal: &Refusal| ErrorBody { field: refusal.field.clone(), text: t.refusal(refusal) };
        Self::Refused { errors: refusals.iter().map(error).collect() }
    }
}

/// `POST /desk/doorstep/files`: one file of a draft.
pub(super) async fn files(desk: Desk, sent: Submission) -> Result<Response, Problem> {
    let t = desk.t();
    let mut reader = sent.reader();
    let key = reader.key();
    let key: Uuid = match reader.finish(key) {
        Ok(key) => key,
        Err(errors) => return Ok(Reply::refused(t, errors.refusals()).answer()),
    };
    let (kept, refused) = kept::gather(&desk.visit, &sent, (0, 0)).await?;
    match kept.first() {
        Some(file) if refused.is_empty() => {
            Ok(Reply::Kept { token: file.line(&desk.visit.state, key)?.token }.answer())
        }
        _ if refused.is_empty() => Ok(Reply::refused(t, &[Refusal::invalid("files", "form-broken")]).answer()),
        _ => Ok(Reply::refused(t, &refused).answer()),
    }
}

/// `POST /desk/doorstep/send`: the form.
pub(super) async fn post(desk: Desk, sent: Submission) -> Result<Response, Problem> {
    let t = desk.t();
    let filled = match form::read(&desk, &sent, vec![]) {
        Ok(read) => read,
        Err(errors) => return Ok(Reply::refused(t, errors.refusals()).answer()),
    };
    let state = &desk.visit.state;
    let files = kept::remembered(state, &sent);
    let named = sent.pairs().filter(|(name, _)| *name == "kept").count();
    let whole = files.len() == named && files.iter().all(|file| file.is_there(state));
    let anyway = sent.raw("anyway") == "yes";
    let outcome = match register(&desk, filled, files, (whole, anyway)).await {
        Ok(outcome) => outcome,
        Err(Error::Fault(fault)) => return Err(fault.into()),
        Err(error) => {
            let errors = FormErrors::try_from(error)?;
            return Ok(Reply::refused(t, errors.refusals()).answer());
        }
    };
    let reply = match outcome {
        Outcome::Done(taken) => Reply::Done(Box::new(done(t, &taken, state.clock.now()))),
        Outcome::Alike(found) => Reply::Alike { matters: found.iter().map(|row| alike(t, row)).collect() },
        Outcome::FilesGone => Reply::Again,
    };
    Ok(reply.answer())
}

/// How a registration ended.
enum Outcome {
    Done(Box<Registered>),
    Alike(Vec<MatterRow>),
    FilesGone,
}

/// Number, person, claims and files in one transaction. What was registered before is answered before anything else is asked:
/// its own matter would look alike, and its files are with it.
async fn register(
    desk: &Desk,
    filled: Filled,
    files: Vec<Kept>,
    (whole, anyway): (bool, bool),
) -> Result<Outcome, Error> {
    desk.write(move |tx, kit, ctx, subject: &Subject| {
        let new = &filled.new;
        let permit = access::permit::<RegisterOnBehalf>(subject, &new.division)?;
        if let Some(first) = taken::before(tx, kit, &filled)? {
            return Ok(Outcome::Done(Box::new(first)));
        }
        if !whole {
            return Ok(Outcome::FilesGone);
        }
        let found = if anyway { vec![] } else { petition::same_telephone(tx, kit, subject, new, ctx.now())? };
        if !found.is_empty() {
            return Ok(Outcome::Alike(found));
        }
        let taken = taken::take_down(tx, kit, ctx, (subject, &permit), &filled)?;
        for file in &files {
            attachment::record(tx, &new.division.region(), taken.id, &file.staged(), "STAFF", ctx.now())?;
        }
        Ok(Outcome::Done(Box::new(taken::with_mandate(tx, kit, ctx, subject, taken, &filled)?)))
    })
    .await
}

fn done(t: Say, taken: &Registered, now: Timestamp) -> DoneBody {
    let promise = |one: &petition::Promise| {
        let day = t.say("desk-receipt-by").with("day", t.date(one.derivation.dates.statutory));
        (day.text(), when::name(t, &one.def))
    };
    let page = if taken.kind == CaseKind::WorkOrder { "orders" } else { "matters" };
    DoneBody {
        number: taken.number.to_string(),
        code: taken.code.grouped(),
        href: format!("/desk/{page}/{}", taken.id),
        received: t.moment(taken.at),
        received_at: taken.at.to_string(),
        arrived: t.moment(now),
        again: taken.again,
        promises: taken.promises.iter().map(promise).collect(),
    }
}

fn alike(t: Say, row: &MatterRow) -> AlikeBody {
    AlikeBody {
        number: row.number.to_string(),
        title: row.title.clone(),
        received: t.moment(row.received_at),
        href: rows::place(row),
    }
}
