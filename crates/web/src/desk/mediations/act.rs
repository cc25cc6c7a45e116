//! What is done with a mediation: one address for each command, one form at a time; giving out a party's number and code.

use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::mediation::CommandKind;
use kernel::CaseId;
use services::{Error, mediation};

use super::{
    form,
    page::{self, Doing, Shown},
};
use crate::{
    desk::Desk,
    forms::{FormErrors, Submission},
    problem::Problem,
};

/// The command whose name stands in the address.
pub(super) fn kind_of(name: &str) -> Option<CommandKind> {
    CommandKind::ALL.iter().copied().find(|kind| slug(*kind) == name && kind.action().is_some())
}

/// `name-mediator`.
pub(super) fn slug(kind: CommandKind) -> String {
    kind.key().trim_start_matches("command-mediation-").to_owned()
}

/// `POST /desk/mediations/{id}/do/{command}`.
pub(super) async fn post(
    desk: Desk,
    Path((id, command)): Path<(String, String)>,
    sent: Submission,
) -> Result<Response, Problem> {
    let case: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let kind = kind_of(&command).ok_or(Problem::NotFound)?;
    let which: u16 = sent.raw("which").parse().unwrap_or_default();
    let seen: Option<i64> = sent.raw("version").parse().ok();
    let loaded = page::load(&desk, &id).await?;
    let all: Vec<u16> = loaded.view.state.parties.iter().map(|party| party.no).collect();
    let mut reader = sent.reader();
    let asked = form::read(kind, which, &mut reader, &all);
    let done = match reader.finish(asked) {
        Ok(asked) => {
            let write = desk.write(move |tx, kit, ctx, subject| {
                mediation::act(tx, kit, ctx, subject, case, seen, &asked).map(drop)
            });
            write.await
        }
        Err(errors) => Err(Error::Invalid(errors.refusals().to_vec())),
    };
    match done {
        Ok(()) => Ok(Redirect::to(&format!("/desk/mediations/{id}?done={command}")).into_response()),
        Err(error) => {
            let errors = FormErrors::try_from(error)?;
            let form = desk.visit.form_again(&sent, errors);
            let shown = Shown { doing: Some(Doing { kind, which }), ..Shown::default() };
            desk.visit.page_failed(&page::page(&desk, &loaded, &form, &shown))
        }
    }
}

/// `POST /desk/mediations/{id}/code`: a party's number with a new code, shown once.
pub(super) async fn code(desk: Desk, Path(id): Path<String>, sent: Submission) -> Result<Response, Problem> {
    let case: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let party: u16 = sent.raw("which").parse().map_err(|_| Problem::NotFound)?;
    let issued = desk.write(move |tx, kit, ctx, subject| mediation::issue(tx, kit, ctx, subject, case, party)).await?;
    let loaded = page::load(&desk, &id).await?;
    let shown = Shown { issued: Some(issued), ..Shown::default() };
    desk.visit.page_as(StatusCode::OK, &page::page(&desk, &loaded, &desk.visit.form(), &shown))
}

/// `POST /desk/mediations/{id}/contacts`: names and telephones in full; the look is on record.
pub(super) async fn contacts(desk: Desk, Path(id): Path<String>, _sent: Submission) -> Result<Response, Problem> {
    let case: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let found = desk.write(move |tx, kit, ctx, subject| mediation::contacts(tx, kit, ctx, subject, case)).await?;
    let loaded = page::load(&desk, &id).await?;
    let shown = Shown { contacts: found, ..Shown::default() };
    desk.visit.page_as(StatusCode::OK, &page::page(&desk, &loaded, &desk.visit.form(), &shown))
}
