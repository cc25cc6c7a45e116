//! What the supervising side and the unit do with a supervision. A form that is sent twice acts once.

use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::supervision::{Command, CommandKind, Finding, Liability, MeasureKind, Way};
use kernel::{CaseId, Refusal, Text, UserId};
use services::{
    Error, matter,
    oversight::{self, Signature},
};
use store::idempotency;

use super::page::{Loaded, again, load};
use crate::{
    desk::Desk,
    forms::{FormErrors, Reader, Submission},
    problem::Problem,
};

/// What is asked.
#[derive(Debug, Clone)]
enum Deed {
    /// As it is.
    Command(Command),
    /// Sign a draft: its number is drawn with it.
    Sign(Signature),
}

/// `POST /desk/supervision/{id}/{command}`.
pub(super) async fn post(
    desk: Desk,
    Path((id, command)): Path<(String, String)>,
    sent: Submission,
) -> Result<Response, Problem> {
    let case: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let known = CommandKind::ALL.iter().find(|kind| kind.key() == format!("command-supervision-{command}"));
    let kind = *known.ok_or(Problem::NotFound)?;
    let loaded = load(&desk, &id).await?;
    let mut reader = sent.reader();
    let (key, read) = (reader.key(), read(kind, &loaded, &mut reader));
    let seen: Option<i64> = sent.raw("version").parse().ok();
    let done = match reader.finish(read.zip(key)) {
        Ok((deed, key)) => carry_out(&desk, case, seen, deed, key.to_string()).await,
        Err(errors) => Err(Error::Invalid(errors.refusals().to_vec())),
    };
    let error = match done {
        Ok(()) => return Ok(Redirect::to(&format!("/desk/supervision/{id}?done={command}")).into_response()),
        Err(error) => error,
    };
    let status = match &error {
        Error::Refused(_) => StatusCode::CONFLICT,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let errors = FormErrors::try_from(error)?;
    let loaded = load(&desk, &id).await?;
    again(&desk, &loaded, desk.visit.form_again(&sent, errors), status)
}

fn read(kind: CommandKind, loaded: &Loaded, reader: &mut Reader<'_>) -> Option<Deed> {
    let unknown = |field: &str| Refusal::invalid(field, "unknown-choice");
    let no: Option<u32> = reader.optional("no", |field, text| text.parse().map_err(|_| unknown(field)));
    let command = match kind {
        CommandKind::Answer => {
            let evidence = reader.optional("evidence", Text::parse);
            reader.field("text", Text::parse).zip(no).map(|(text, no)| Command::Answer { no, text, evidence })
        }
        CommandKind::Judge => {
            let accepted = reader.required("accepted", "choose-one", |field, text| match text {
                "yes" => Ok(true),
                "no" => Ok(false),
                _ => Err(unknown(field)),
            });
            let reason = reader.field("reason", Text::parse);
            accepted.zip(reason).zip(no).map(|((accepted, reason), no)| Command::Judge { no, accepted, reason })
        }
        CommandKind::Sign => {
            let liability = reader.optional("liability", |f, text| Liability::parse(text).ok_or_else(|| unknown(f)));
            let competent = reader.optional("competent", |f, text| text.parse().map_err(|_| unknown(f)));
            let demands = reader.field("demands", Text::parse);
            return demands.zip(no).map(|(demands, no)| Deed::Sign(Signature { no, demands, liability, competent }));
        }
        CommandKind::Drop => {
            reader.field("reason", Text::parse).zip(no).map(|(reason, no)| Command::Drop { no, reason })
        }
        CommandKind::Verify => verify(loaded, reader),
        CommandKind::List => {
            let due = reader.day("due");
            let (leader, demands) = (reader.field("leader", Text::parse), reader.field("list_demands", Text::parse));
            leader.zip(due).zip(demands).map(|((leader, due), demands)| Command::List { leader, due, demands })
        }
        CommandKind::Delist => {
            reader.field("delist_evidence", Text::parse).map(|evidence| Command::Delist { evidence })
        }
        CommandKind::Measure => {
            let kind = reader.required("measure", "choose-one", |field, text| {
                MeasureKind::parse(text).ok_or_else(|| unknown(field))
            });
            let liability =
                reader.optional("measure_liability", |f, text| Liability::parse(text).ok_or_else(|| unknown(f)));
            kind.zip(reader.field("measure_text", Text::parse)).map(|(kind, text)| Command::Measure {
                kind,
                text,
                liability,
            })
        }
        CommandKind::Close => reader.field("close_reason", Text::parse).map(|reason| Command::Close { reason }),
        _ => {
            reader.refuse(Refusal::not_permitted());
            None
        }
    };
    command.map(Deed::Command)
}

fn verify(loaded: &Loaded, reader: &mut Reader<'_>) -> Option<Command> {
    let unknown = |field: &str| Refusal::invalid(field, "unknown-choice");
    let way = reader.required("way", "choose-one", |field, text| Way::parse(text).ok_or_else(|| unknown(field)));
    let mut verifiers: Vec<UserId> = vec![];
    for field in ["verifier_1", "verifier_2"] {
        verifiers.extend(reader.optional(field, |f, text| text.parse::<UserId>().map_err(|_| unknown(f))));
    }
    let procedure = reader.field("procedure", Text::parse);
    let substance = reader.field("substance", Text::parse);
    let heard = reader.field("heard", Text::parse);
    let difference = reader.optional("difference", Text::parse);
    let advice = reader.field("verify_advice", Text::parse);
    let fraud = reader.ticked("fraud");
    let (way, procedure, substance, heard, advice) = (way?, procedure?, substance?, heard?, advice?);
    let finding = Finding { way, verifiers, procedure, substance, heard, difference, advice, fraud };
    Some(Command::Verify { finding: Box::new(finding), least: loaded.view.verifiers })
}

async fn carry_out(desk: &Desk, id: CaseId, seen: Option<i64>, deed: Deed, key: String) -> Result<(), Error> {
    let write = desk.write(move |tx, kit, ctx, subject| {
        let scope = "desk/supervision/act";
        let digest = kit.keys.blind_index(scope, &format!("{id} {deed:?}"));
        match idempotency::lookup(tx, scope, &key, &digest)? {
            idempotency::Known::Done(_) => return Ok(()),
            idempotency::Known::Other => return Err(Refusal::invalid("", "key-reused").into()),
            idempotency::Known::New => {}
        }
        match &deed {
            Deed::Sign(what) => oversight::sign(tx, kit, ctx, subject, id, seen, what).map(drop)?,
            Deed::Command(command @ Command::List { .. }) => {
                oversight::list_matter(tx, kit, ctx, subject, id, seen, command).map(drop)?;
            }
            Deed::Command(Command::Verify { finding, .. }) => {
                oversight::verify(tx, kit, ctx, subject, id, seen, finding).map(drop)?;
            }
            Deed::Command(command) => matter::act(tx, kit, ctx, subject, id, seen, command).map(drop)?,
        }
        Ok(idempotency::record(tx, scope, &key, &digest, "", ctx.now())?)
    });
    write.await
}
