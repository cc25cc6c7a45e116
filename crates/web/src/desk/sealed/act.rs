//! `POST /desk/sealed/{id}/{command}`: who may handle it, where it goes, what became of it.

use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use kernel::{CaseId, Fault, Text};
use services::{
    Error,
    sealed::{self, Concerned, Step},
};

use super::page::{again, load};
use crate::{
    desk::Desk,
    forms::{FormErrors, Submission},
    problem::Problem,
};

/// `POST`.
pub(super) async fn post(
    desk: Desk,
    Path((id, command)): Path<(String, String)>,
    sent: Submission,
) -> Result<Response, Problem> {
    let case: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let done = match sent.reader().finish(Some(())) {
        Ok(()) => carry_out(&desk, case, &command, &sent).await?,
        Err(errors) => Err(Error::Invalid(errors.refusals().to_vec())),
    };
    let error = match done {
        Ok(()) => return Ok(Redirect::to(&format!("/desk/sealed/{id}?done={command}")).into_response()),
        Err(error) => error,
    };
    let status = match &error {
        Error::Refused(_) => StatusCode::CONFLICT,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let errors = FormErrors::try_from(error)?;
    // Loaded anew: whoever may not see it learns nothing from a refusal.
    let loaded = load(&desk, &id).await?;
    again(&desk, loaded, desk.visit.form_again(&sent, errors), status)
}

async fn carry_out(desk: &Desk, case: CaseId, command: &str, sent: &Submission) -> Result<Result<(), Error>, Problem> {
    let step = match command {
        "set-keepers" => return Ok(set_keepers(desk, case, sent).await),
        "hand-over" => {
            let office = sent.raw("office").to_owned();
            let write = desk
                .write(move |tx, kit, ctx, subject| sealed::hand_over(tx, kit, ctx, subject, case, &office).map(drop));
            return Ok(write.await);
        }
        "send-up" => Step::SendUp,
        "confirm-receipt" => match their_number(desk, case, sent.raw("their_number")).await {
            Ok(step) => step,
            Err(error) => return Ok(Err(error)),
        },
        "note-outcome" => Step::NoteOutcome,
        "archive" => Step::Archive,
        "pass-on" => Step::PassOn,
        _ => return Err(Problem::NotFound),
    };
    let write = desk.write(move |tx, kit, ctx, subject| sealed::step(tx, kit, ctx, subject, case, &step).map(drop));
    Ok(write.await)
}

async fn set_keepers(desk: &Desk, case: CaseId, sent: &Submission) -> Result<(), Error> {
    fn ids<T: std::str::FromStr>(sent: &Submission, field: &str) -> Vec<T> {
        sent.pairs().filter(|(name, _)| *name == field).filter_map(|(_, value)| value.parse().ok()).collect()
    }
    let concerned = Concerned { orgs: ids(sent, "orgs"), users: ids(sent, "users") };
    let write =
        desk.write(move |tx, kit, ctx, subject| sealed::set_keepers(tx, kit, ctx, subject, case, &concerned).map(drop));
    write.await
}

/// Seals the other office's number before it reaches the job that records the receipt.
async fn their_number(desk: &Desk, case: CaseId, typed: &str) -> Result<Step, Error> {
    if typed.trim().is_empty() {
        return Ok(Step::ConfirmReceipt(None));
    }
    let number: Text<60> = Text::parse("their_number", typed)?;
    let found = desk.read(move |tx, kit, ctx, subject| sealed::next_part(tx, kit, ctx, subject, case));
    let (key, no) = found.await?;
    let ctx = desk.visit.state.ctx();
    let work = tokio::task::spawn_blocking(move || sealed::close_text(&key, &ctx, (case, no), number.as_str()));
    let part = work.await.map_err(|_| Fault::Io("a number could not be sealed".into()))??;
    Ok(Step::ConfirmReceipt(Some(part)))
}
