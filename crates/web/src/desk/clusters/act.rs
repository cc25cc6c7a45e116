//! What is done with a cluster: one address for each command, one form at a time.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::cluster::{Cluster, Command, CommandKind, WayText};
use jiff::civil::Date;
use kernel::{CaseId, CaseNumber, Ctx, OrgId, Refusal, Text};
use services::{Error, Kit, cluster, matter};
use store::Tx;

use super::{
    new::task_force,
    page::{self, Doing},
};
use crate::{
    desk::Desk,
    forms::{FormErrors, Reader, Submission},
    problem::Problem,
};

/// What a form asks: most are commands as they are; the others are said on the records of its matters too.
#[derive(Debug, Clone)]
enum Asked {
    Add(CaseNumber),
    Advice(CaseNumber),
    Remove(Text<500>),
    Team(OrgId, Vec<OrgId>),
    Tell(Text<1000>),
    Close(Text<2000>),
    Plain(Command),
}

/// The command whose name stands in the address.
pub(super) fn kind_of(name: &str) -> Option<CommandKind> {
    CommandKind::ALL.iter().copied().find(|kind| slug(*kind) == name && kind.action().is_some())
}

/// `put-step`.
pub(super) fn slug(kind: CommandKind) -> String {
    kind.key().trim_start_matches("command-cluster-").to_owned()
}

/// `POST /desk/clusters/{id}/{command}`.
pub(super) async fn post(
    desk: Desk,
    Path((id, command)): Path<(String, String)>,
    sent: Submission,
) -> Result<Response, Problem> {
    let case: CaseId = id.parse().map_err(|_| Problem::NotFound)?;
    let kind = kind_of(&command).ok_or(Problem::NotFound)?;
    let which = sent.raw("which").to_owned();
    let mut reader = sent.reader();
    let asked = read(kind, which.parse().unwrap_or_default(), &mut reader);
    let at = (case, sent.raw("version").parse().ok());
    let member: Option<CaseId> = which.parse().ok();
    let done = match reader.finish(asked) {
        Ok(asked) => {
            let write = desk.write(move |tx, kit, ctx, subject| {
                carry_out(tx, kit, ctx, subject, at, member, asked.clone()).map(|state| state.stage())
            });
            write.await
        }
        Err(errors) => Err(Error::Invalid(errors.refusals().to_vec())),
    };
    match done {
        Ok(_) => Ok(Redirect::to(&format!("/desk/clusters/{id}?done={command}")).into_response()),
        Err(error) => {
            let errors = FormErrors::try_from(error)?;
            let loaded = page::load(&desk, &id).await?;
            let form = desk.visit.form_again(&sent, errors);
            desk.visit.page_failed(&page::page(&desk, &loaded, &form, Some(Doing { kind, which }), None))
        }
    }
}

fn carry_out(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &domain::access::Subject,
    at: (CaseId, Option<i64>),
    member: Option<CaseId>,
    asked: Asked,
) -> Result<Cluster, Error> {
    match asked {
        Asked::Add(number) => cluster::add_member(tx, kit, ctx, subject, at, &number),
        Asked::Advice(number) => cluster::link_advice(tx, kit, ctx, subject, at, &number),
        Asked::Remove(reason) => {
            let case = member.ok_or_else(|| Refusal::invalid("which", "cluster-unknown"))?;
            cluster::remove_member(tx, kit, ctx, subject, at, (case, reason))
        }
        Asked::Team(lead, team) => cluster::set_team(tx, kit, ctx, subject, at, (lead, team)),
        Asked::Tell(text) => cluster::tell(tx, kit, ctx, subject, at, text),
        Asked::Close(summary) => cluster::close(tx, kit, ctx, subject, at, &summary),
        Asked::Plain(command) => matter::act(tx, kit, ctx, subject, at.0, at.1, &command),
    }
}

fn day(reader: &mut Reader<'_>, name: &str) -> Option<Date> {
    reader.field(name, |name, text| text.trim().parse().map_err(|_| Refusal::invalid(name, "date")))
}

fn number(reader: &mut Reader<'_>, code: &'static str) -> Option<CaseNumber> {
    reader.field("number", |field, text| CaseNumber::parse(text.trim()).map_err(|_| Refusal::invalid(field, code)))
}

fn read(kind: CommandKind, step: u16, reader: &mut Reader<'_>) -> Option<Asked> {
    let plain = |command| Some(Asked::Plain(command));
    match kind {
        CommandKind::AddMember => number(reader, "cluster-number").map(Asked::Add),
        CommandKind::LinkAdvice => number(reader, "cluster-advice").map(Asked::Advice),
        CommandKind::RemoveMember => reader.field("reason", Text::parse).map(Asked::Remove),
        CommandKind::SetTeam => {
            let (lead, team) = task_force(reader);
            lead.map(|lead| Asked::Team(lead, team))
        }
        CommandKind::PutStep => {
            let text = reader.field("text", Text::parse);
            let owner = reader.required("owner", "choose-one", |field, text| {
                text.parse::<OrgId>().map_err(|_| Refusal::invalid(field, "unknown-choice"))
            });
            let due = day(reader, "due");
            let (text, owner, due) = (text?, owner?, due?);
            plain(Command::PutStep { text, owner, due })
        }
        CommandKind::DropStep => {
            let reason = reader.field("reason", Text::parse)?;
            plain(Command::DropStep { step, reason })
        }
        CommandKind::Answer => {
            let (on, evidence) = (day(reader, "on"), reader.field("evidence", Text::parse));
            let (on, evidence) = (on?, evidence?);
            plain(Command::Answer { step, on, evidence })
        }
        CommandKind::Accept => plain(Command::Accept { step }),
        CommandKind::Return => {
            let (reason, due) = (reader.field("reason", Text::parse), day(reader, "due"));
            let (reason, due) = (reason?, due?);
            plain(Command::Return { step, reason, due })
        }
        CommandKind::Remind => plain(Command::Remind { step }),
        _ => conclusion(kind, reader),
    }
}

/// What holds for all of its matters.
fn conclusion(kind: CommandKind, reader: &mut Reader<'_>) -> Option<Asked> {
    let plain = |command| Some(Asked::Plain(command));
    match kind {
        CommandKind::ProposeWay => {
            let (findings, handling) = (reader.field("findings", Text::parse), reader.field("handling", Text::parse));
            let basis = reader.field("basis", Text::parse);
            let (findings, handling, basis) = (findings?, handling?, basis?);
            plain(Command::ProposeWay(Box::new(WayText { findings, handling, basis })))
        }
        CommandKind::ApproveWay => plain(Command::ApproveWay),
        CommandKind::ReturnWay => {
            let reason = reader.field("reason", Text::parse)?;
            plain(Command::ReturnWay { reason })
        }
        CommandKind::Tell => reader.field("text", Text::parse).map(Asked::Tell),
        CommandKind::Close => reader.field("summary", Text::parse).map(Asked::Close),
        CommandKind::Reopen => {
            let reason = reader.field("reason", Text::parse)?;
            plain(Command::Reopen { reason })
        }
        _ => {
            reader.refuse(Refusal::not_permitted());
            None
        }
    }
}
