//! What is done with a meeting: one address for each command, one form at a time.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::meeting::{Command, CommandKind, ItemKind, Resolved};
use jiff::civil::Date;
use kernel::{CaseId, CaseNumber, OrgId, Refusal, Text};
use services::{
    Error, matter,
    meeting::{self, NewItem},
};

use super::{
    new,
    page::{self, Doing},
};
use crate::{
    desk::Desk,
    forms::{FormErrors, Reader, Submission},
    problem::Problem,
};

/// What a form asks: most are commands as they are.
#[derive(Debug, Clone)]
enum Asked {
    Put(NewItem),
    Decide(Resolved),
    Plain(Command),
}

/// The command whose name stands in the address.
pub(super) fn kind_of(name: &str) -> Option<CommandKind> {
    CommandKind::ALL.iter().copied().find(|kind| slug(*kind) == name && kind.action().is_some())
}

/// `put-item`.
pub(super) fn slug(kind: CommandKind) -> String {
    kind.key().trim_start_matches("command-meeting-").to_owned()
}

/// `POST /desk/meetings/{id}/{command}`.
pub(super) async fn post(
    desk: Desk,
    Path((id, command)): Path<(String, String)>,
    sent: Submission,
) -> Result<Response, Problem> {
    let case: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let kind = kind_of(&command).ok_or(Problem::NotFound)?;
    let which: u16 = sent.raw("which").parse().unwrap_or_default();
    let mut reader = sent.reader();
    let asked = read(kind, which, &mut reader);
    let seen: Option<i64> = sent.raw("version").parse().ok();
    let done = match reader.finish(asked) {
        Ok(asked) => {
            let write = desk.write(move |tx, kit, ctx, subject| {
                let state = match asked.clone() {
                    Asked::Put(new) => meeting::put_item(tx, kit, ctx, subject, (case, seen), new)?,
                    Asked::Decide(resolved) => meeting::decide(tx, kit, ctx, subject, (case, seen), resolved)?,
                    Asked::Plain(command) => matter::act(tx, kit, ctx, subject, case, seen, &command)?,
                };
                Ok(state.stage())
            });
            write.await
        }
        Err(errors) => Err(Error::Invalid(errors.refusals().to_vec())),
    };
    match done {
        Ok(_) => Ok(Redirect::to(&format!("/desk/meetings/{id}?done={command}")).into_response()),
        Err(error) => {
            let errors = FormErrors::try_from(error)?;
            let loaded = page::load(&desk, &id).await?;
            let form = desk.visit.form_again(&sent, errors);
            desk.visit.page_failed(&page::page(&desk, &loaded, &form, Some(Doing { kind, which }), None))
        }
    }
}

fn day(reader: &mut Reader<'_>, name: &str) -> Option<Date> {
    reader.field(name, |name, text| text.trim().parse().map_err(|_| Refusal::invalid(name, "date")))
}

fn read(kind: CommandKind, which: u16, reader: &mut Reader<'_>) -> Option<Asked> {
    let plain = |command| Some(Asked::Plain(command));
    match kind {
        CommandKind::Move => {
            let (on, from, place) = new::when(reader)?;
            plain(Command::Move { on, from, place })
        }
        CommandKind::PutItem => item(reader).map(Asked::Put),
        CommandKind::DropItem => {
            let reason = reader.field("reason", Text::parse)?;
            plain(Command::DropItem { item: which, reason })
        }
        CommandKind::Decide => resolved(which, reader).map(Asked::Decide),
        CommandKind::CloseMinutes => plain(Command::CloseMinutes),
        CommandKind::Answer => {
            let (on, evidence) = (day(reader, "on"), reader.field("evidence", Text::parse));
            let (on, evidence) = (on?, evidence?);
            plain(Command::Answer { decision: which, on, evidence })
        }
        CommandKind::Accept => plain(Command::Accept { decision: which }),
        CommandKind::Return => {
            let (reason, due) = (reader.field("reason", Text::parse), day(reader, "due"));
            let (reason, due) = (reason?, due?);
            plain(Command::Return { decision: which, reason, due })
        }
        CommandKind::Remind => plain(Command::Remind { decision: which }),
        CommandKind::CallOff => {
            let reason = reader.field("reason", Text::parse)?;
            plain(Command::CallOff { reason })
        }
        CommandKind::MarkOverdue | CommandKind::RecomputeClocks => {
            reader.refuse(Refusal::not_permitted());
            None
        }
    }
}

fn item(reader: &mut Reader<'_>) -> Option<NewItem> {
    let kind = reader.required("kind", "choose-one", |field, text| {
        ItemKind::parse(text).ok_or_else(|| Refusal::invalid(field, "unknown-choice"))
    });
    let text = reader.field("text", Text::parse);
    let number = reader.optional("number", |field, text| {
        CaseNumber::parse(text.trim()).map_err(|_| Refusal::invalid(field, "meeting-matter"))
    });
    let (kind, text) = (kind?, text?);
    Some(NewItem { kind, text, number })
}

fn resolved(item: u16, reader: &mut Reader<'_>) -> Option<Resolved> {
    let text = reader.field("text", Text::parse);
    let owner = reader.required("owner", "choose-one", |field, text| {
        text.parse::<OrgId>().map_err(|_| Refusal::invalid(field, "unknown-choice"))
    });
    let due = reader.optional("due", |name, text| text.trim().parse().map_err(|_| Refusal::invalid(name, "date")));
    let (text, owner) = (text?, owner?);
    Some(Resolved { item, text, owner, due })
}
