//! What the receiver does with a report: take it in hand, note, answer, see who reported. A form that is sent twice acts once
//! and shows the same page.

use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    access::{self, actions::RevealReporter},
    obstruction::{Command, CommandKind, Finding},
};
use kernel::{CaseId, Refusal, Text};
use services::{
    Error, matter,
    obstruction::{look, reveal},
};
use store::idempotency;

use super::page::{again, load, revealed};
use crate::{
    desk::Desk,
    forms::{FormErrors, Reader, Submission},
    problem::Problem,
};

/// `POST /desk/obstructions/{id}/{command}`.
pub(super) async fn post(
    desk: Desk,
    Path((id, command)): Path<(String, String)>,
    sent: Submission,
) -> Result<Response, Problem> {
    let case: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let known = CommandKind::ALL.iter().find(|kind| kind.key() == format!("command-obstruction-{command}"));
    let kind = *known.ok_or(Problem::NotFound)?;
    let mut reader = sent.reader();
    let (key, read) = (reader.key(), read(kind, &mut reader));
    let seen: Option<i64> = sent.raw("version").parse().ok();
    let done = match reader.finish(read.zip(key)) {
        Ok((command, key)) => carry_out(&desk, case, seen, command, key.to_string()).await,
        Err(errors) => Err(Error::Invalid(errors.refusals().to_vec())),
    };
    let error = match done {
        Ok(()) => return Ok(Redirect::to(&format!("/desk/obstructions/{id}?done={command}")).into_response()),
        Err(error) => error,
    };
    let status = match &error {
        Error::Refused(_) => StatusCode::CONFLICT,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let errors = FormErrors::try_from(error)?;
    // Loaded anew: whoever may not see it learns nothing from a refusal.
    let loaded = load(&desk, &id).await?;
    again(&desk, &loaded, desk.visit.form_again(&sent, errors), status)
}

fn read(kind: CommandKind, reader: &mut Reader<'_>) -> Option<Command> {
    match kind {
        CommandKind::TakeUp => Some(Command::TakeUp),
        CommandKind::Note => reader.field("note", Text::parse).map(|note| Command::Note { note }),
        CommandKind::Answer => {
            let finding = reader.required("finding", "choose-one", |field, text| {
                Finding::parse(text).ok_or_else(|| Refusal::invalid(field, "unknown-choice"))
            });
            finding.zip(reader.field("text", Text::parse)).map(|(finding, text)| Command::Answer { finding, text })
        }
        _ => {
            reader.refuse(Refusal::not_permitted());
            None
        }
    }
}

async fn carry_out(desk: &Desk, id: CaseId, seen: Option<i64>, command: Command, key: String) -> Result<(), Error> {
    let write = desk.write(move |tx, kit, ctx, subject| {
        let scope = "desk/obstruction";
        let digest = kit.keys.blind_index(scope, &format!("{id} {command:?}"));
        match idempotency::lookup(tx, scope, &key, &digest)? {
            // Asked again whether she may see it: the key alone opens nothing.
            idempotency::Known::Done(_) => return look(tx, ctx, subject, id).map(drop),
            idempotency::Known::Other => return Err(Refusal::invalid("", "key-reused").into()),
            idempotency::Known::New => {}
        }
        matter::act(tx, kit, ctx, subject, id, seen, &command)?;
        Ok(idempotency::record(tx, scope, &key, &digest, "", ctx.now())?)
    });
    write.await
}

/// `POST /desk/obstructions/{id}/identity`: shows who reported once. The answer is kept by no cache.
pub(super) async fn identity(desk: Desk, Path(id): Path<String>, sent: Submission) -> Result<Response, Problem> {
    let mut reader = sent.reader();
    let reason = reader.required("reason", "reveal-reason-missing", Text::<200>::parse);
    let loaded = load(&desk, &id).await?;
    let reason = match reader.finish(reason) {
        Ok(reason) => reason,
        Err(errors) => {
            return again(&desk, &loaded, desk.visit.form_again(&sent, errors), StatusCode::UNPROCESSABLE_ENTITY);
        }
    };
    let row = loaded.view.row.clone();
    let opened = desk.write(move |tx, kit, ctx, subject| {
        let permit = access::permit::<RevealReporter>(subject, &row.facts)?;
        reveal(tx, kit, ctx, &permit, &row, &reason)
    });
    let identity = opened.await?;
    revealed(&desk, &loaded, &identity)
}
