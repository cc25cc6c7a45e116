//! What is done with a review: one address for each command, one form at a time.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::review::CommandKind;
use kernel::CaseId;
use services::{Error, review};

use super::{form, page};
use crate::{
    desk::Desk,
    forms::{FormErrors, Submission},
    problem::Problem,
};

/// The command whose name stands in the address.
pub(super) fn kind_of(name: &str) -> Option<CommandKind> {
    CommandKind::ALL.iter().copied().find(|kind| slug(*kind) == name && kind.action().is_some())
}

/// `open-hearing`.
pub(super) fn slug(kind: CommandKind) -> String {
    kind.key().trim_start_matches("command-review-").to_owned()
}

/// `POST /desk/reviews/{id}/do/{command}`.
pub(super) async fn post(
    desk: Desk,
    Path((id, command)): Path<(String, String)>,
    sent: Submission,
) -> Result<Response, Problem> {
    let case: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let kind = kind_of(&command).ok_or(Problem::NotFound)?;
    let loaded = page::load(&desk, &id).await?;
    let mut reader = sent.reader();
    let asked = form::read(kind, &loaded.view.state, &mut reader);
    let seen: Option<i64> = sent.raw("version").parse().ok();
    let done = match reader.finish(asked) {
        Ok(act) => {
            let write = desk
                .write(move |tx, kit, ctx, subject| Ok(review::act(tx, kit, ctx, subject, case, seen, &act)?.version));
            write.await
        }
        Err(errors) => Err(Error::Invalid(errors.refusals().to_vec())),
    };
    match done {
        Ok(_) => Ok(Redirect::to(&format!("/desk/reviews/{id}?done={command}")).into_response()),
        Err(error) => {
            let form = desk.visit.form_again(&sent, FormErrors::try_from(error)?);
            desk.visit.page_failed(&page::page(&desk, &loaded, &form, Some(kind), None))
        }
    }
}
