//! `POST /desk/finds/{id}/{command}`: one step. A form that is sent twice acts once.

use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::proactive::{Command, CommandKind as K, Danger, Told};
use kernel::{CaseId, Locale, Mobile, PersonName, Refusal, Text};
use services::{
    Error,
    petition::Contact,
    proactive::{Done, Step, look, step},
};
use store::idempotency;

use super::page::{again, load, with_paper};
use crate::{
    desk::{Desk, mandate, petition::read::person},
    forms::{FormErrors, Reader, Submission},
    problem::Problem,
};

/// The handler.
pub(super) async fn post(
    desk: Desk,
    Path((id, command)): Path<(String, String)>,
    sent: Submission,
) -> Result<Response, Problem> {
    let case: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let known = K::ALL.iter().find(|kind| kind.key() == format!("command-find-{command}"));
    let kind = *known.ok_or(Problem::NotFound)?;
    let mut reader = sent.reader();
    let (key, read) = (reader.key(), read(kind, &sent, &mut reader));
    let seen: Option<i64> = sent.raw("version").parse().ok();
    let done = match reader.finish(read.zip(key)) {
        Ok((asked, key)) => carry_out(&desk, case, seen, asked, key.to_string()).await,
        Err(errors) => Err(Error::Invalid(errors.refusals().to_vec())),
    };
    match done {
        Ok(Done::Recorded) => Ok(Redirect::to(&format!("/desk/finds/{id}?done={command}")).into_response()),
        Ok(Done::Code(number, code) | Done::Petition(_, number, code)) => {
            with_paper(&desk, load(&desk, &id).await?, number.as_str(), &code.grouped())
        }
        Err(error) => {
            let status = match &error {
                Error::Refused(_) => StatusCode::CONFLICT,
                _ => StatusCode::UNPROCESSABLE_ENTITY,
            };
            let errors = FormErrors::try_from(error)?;
            // Loaded anew: whoever may not see it learns nothing from a refusal.
            let loaded = load(&desk, &id).await?;
            again(&desk, loaded, desk.visit.form_again(&sent, errors), status)
        }
    }
}

fn read(kind: K, sent: &Submission, reader: &mut Reader<'_>) -> Option<Step> {
    match kind {
        K::Assign => person(reader, "agent").map(Step::Assign),
        K::Inform => {
            reader.must_tick("told", "choose-one");
            Some(Step::Command(Command::Inform))
        }
        K::Consent => contact(reader).map(|contact| Step::Consent(Box::new(contact))),
        K::Decline => Some(Step::Command(Command::Decline)),
        K::Revisit => Some(Step::Command(Command::Revisit)),
        K::GiveMandate => match mandate::read(sent) {
            Ok(new) => Some(Step::Mandate(Box::new(new))),
            Err(error) => {
                error.refusals().unwrap_or_default().iter().cloned().for_each(|refusal| reader.refuse(refusal));
                None
            }
        },
        K::Progress => reader.field("note", Text::parse).map(|note| Step::Command(Command::Progress { note })),
        K::Resolve => reader.field("what", Text::parse).map(|what| Step::Command(Command::Resolve { what })),
        K::Escalate => Some(Step::Command(Command::Escalate)),
        K::Mediate => {
            reader.must_tick("both", "choose-one");
            Some(Step::Command(Command::Mediate))
        }
        K::EndMediation => {
            let agreed = reader.required("agreed", "choose-one", |field, said| match said {
                "yes" => Ok(true),
                "no" => Ok(false),
                _ => Err(Refusal::invalid(field, "unknown-choice")),
            });
            let what = reader.field("what", Text::parse);
            agreed.zip(what).map(|(agreed, what)| Step::Command(Command::EndMediation { agreed, what }))
        }
        K::ReportUrgent => {
            let danger = reader.required("danger", "choose-one", |field, said| {
                Danger::parse(said).ok_or_else(|| Refusal::invalid(field, "unknown-choice"))
            });
            let told = Told::ALL.iter().copied().filter(|one| !sent.raw(&told_field(*one)).is_empty()).collect();
            danger.map(|danger| Step::Command(Command::ReportUrgent { danger, told }))
        }
        K::Reopen => reader.field("note", Text::parse).map(|note| Step::Command(Command::Reopen { note })),
        K::Convert => Some(Step::Convert),
        _ => {
            reader.refuse(Refusal::not_permitted());
            None
        }
    }
}

/// The name of the box that says that this office was told.
pub(super) fn told_field(told: Told) -> String {
    format!("told-{}", told.name().to_ascii_lowercase())
}

fn contact(reader: &mut Reader<'_>) -> Option<Contact> {
    let name = reader.field("name", PersonName::parse);
    let phone = reader.optional("phone", Mobile::parse);
    name.map(|name| Contact { name: Some(name), phone, address: None, language: Locale::default() })
}

async fn carry_out(desk: &Desk, id: CaseId, seen: Option<i64>, asked: Step, key: String) -> Result<Done, Error> {
    let write = desk.write(move |tx, kit, ctx, subject| {
        let scope = "desk/find/step";
        let digest = kit.keys.blind_index(scope, &format!("{id} {:?}", std::mem::discriminant(&asked)));
        match idempotency::lookup(tx, scope, &key, &digest)? {
            // Asked again whether she may see it: the key alone opens nothing.
            idempotency::Known::Done(_) => return look(tx, ctx, subject, id).map(|_| Done::Recorded),
            idempotency::Known::Other => return Err(Refusal::invalid("", "key-reused").into()),
            idempotency::Known::New => {}
        }
        let done = step(tx, kit, ctx, subject, id, seen, &asked)?;
        idempotency::record(tx, scope, &key, &digest, "", ctx.now())?;
        Ok(done)
    });
    write.await
}
