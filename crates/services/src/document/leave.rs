//! What members of staff do with letters, each with leave: of the case the letter belongs to, or of the office.

use domain::{
    access::{self, Action, MatterFacts, Subject},
    actor::Actor,
    case::CaseKind,
    document::{Content, DocType, Fact, Letter, Paper, PaperStage},
};
use kernel::{CaseId, Ctx, LetterId, Refusal, Text};
use store::{Tx, params};

use super::{
    row::{self, LetterRow, find},
    write::{self, By, NewLetter, append, draft, paper},
};
use crate::{
    error::Error,
    kit::Kit,
    matter::{self, MatterRow},
    organisation,
};

/// Asks leave for `action` on a letter: on its case; an office's own letter is for that office, and once it is in force for the
/// office it went to. Who then acts.
///
/// # Errors
/// `not-permitted`.
pub fn may(tx: &mut Tx, subject: &Subject, row: &LetterRow, action: Action) -> Result<Actor, Error> {
    let reads = matches!(action, Action::PrintLetter | Action::ReadMatter) && row.issued_at.is_some();
    if let Some(case) = row.case {
        let found = matter::find_by_id(tx, case)?.ok_or_else(Refusal::not_permitted)?;
        let asked = on(found.kind(), action);
        let refused = match asked.map(|action| access::permit_dynamic(subject, action, &found.facts)) {
            Some(Ok(permit)) => return Ok(permit.actor()),
            Some(Err(refusal)) => refusal,
            None => Refusal::not_permitted(),
        };
        let form = reads && FORMS_OF_AGENCY.contains(&row.kind);
        let agent = if form { as_agent(subject, &found) } else { None };
        let received =
            if reads { as_receiver(subject, row).or_else(|| as_advised(subject, row, &found)) } else { None };
        return agent.or(received).ok_or_else(|| refused.into());
    }
    let actor = access::permit_dynamic_at(subject, Action::OfficeLetter, &row.division)?.actor();
    if actor.org() == Some(row.org) || (reads && row.to.is_some() && actor.org() == row.to) {
        return Ok(actor);
    }
    Err(Refusal::not_permitted().into())
}

/// What an agent herself took part in and takes out for her: her mandate, and the forms of her own station.
const FORMS_OF_AGENCY: &[DocType] =
    &[DocType::AgencyMandate, DocType::AgencyAck, DocType::AgencyProgress, DocType::AgencyResult];

/// The agent of a matter, while she is that.
fn as_agent(subject: &Subject, row: &MatterRow) -> Option<Actor> {
    let reading = if row.kind() == CaseKind::Find { Action::ReadFind } else { Action::ReadMatter };
    let actor = access::permit_dynamic(subject, reading, &row.facts).ok()?.actor();
    (actor.user().is_some() && actor.user() == row.facts.agent).then_some(actor)
}

/// Whoever acts for the office that a letter went to.
fn as_receiver(subject: &Subject, row: &LetterRow) -> Option<Actor> {
    let actor = access::permit_dynamic_at(subject, Action::OfficeLetter, &row.division).ok()?.actor();
    (row.to.is_some() && actor.org() == row.to).then_some(actor)
}

/// Whoever answers an advice that a rung of supervision wrote: the paper is the supervision's, the addressee knows only the advice.
fn as_advised(subject: &Subject, row: &LetterRow, found: &MatterRow) -> Option<Actor> {
    let advice = MatterFacts { kind: CaseKind::Advice, holder: Some(row.to?), ..found.facts.clone() };
    let written = found.kind() == CaseKind::Supervision && row.kind == DocType::AccountabilityLetter;
    let actor = written.then(|| access::permit_dynamic(subject, Action::ReadAdvice, &advice).ok()).flatten()?.actor();
    (actor.org() == row.to).then_some(actor)
}

/// What an action on a letter asks of the case it belongs to. Letters of supervision, advice and meetings are made by their decisions:
/// nobody drafts or signs one apart.
fn on(kind: CaseKind, action: Action) -> Option<Action> {
    match (kind, action) {
        // Her name stands on the mandate: whoever found it and went away again does not take it out.
        (CaseKind::Find, Action::ReadMatter | Action::PrintLetter | Action::VoidLetter) => Some(Action::AssignFind),
        (CaseKind::Supervision, Action::ReadMatter | Action::PrintLetter) => Some(Action::ReadSupervision),
        (CaseKind::Supervision, Action::VoidLetter) => Some(Action::SignRung),
        (CaseKind::Advice, Action::ReadMatter | Action::PrintLetter) => Some(Action::ReadAdvice),
        (CaseKind::Advice, Action::VoidLetter) => Some(Action::VerifyAdvice),
        (CaseKind::Meeting, Action::ReadMatter | Action::PrintLetter) => Some(Action::ReadMeeting),
        (CaseKind::Meeting, Action::VoidLetter) => Some(Action::KeepMeeting),
        (CaseKind::Mediation, Action::ReadMatter | Action::PrintLetter) => Some(Action::ReadMediation),
        (CaseKind::Mediation, Action::VoidLetter) => Some(Action::ArrangeMediation),
        (CaseKind::Review, Action::ReadMatter | Action::PrintLetter) => Some(Action::ReadReview),
        (CaseKind::Review, Action::VoidLetter) => Some(Action::SignReview),
        (
            CaseKind::Supervision
            | CaseKind::Advice
            | CaseKind::Meeting
            | CaseKind::Review
            | CaseKind::Mediation
            | CaseKind::Cluster
            | CaseKind::Whistleblow,
            _,
        ) => None,
        _ => Some(action),
    }
}

/// Whether people draft it in a case. 一单三函 and the three kinds of advice are made by the supervision or the advice that decides
/// them, so that no letter of theirs stands without its record.
#[must_use]
pub fn is_drafted(kind: DocType) -> bool {
    !matches!(
        kind,
        DocType::VerifySheet
            | DocType::RiskReminder
            | DocType::SupervisionLetter
            | DocType::AccountabilityLetter
            | DocType::AdviceImprove
            | DocType::AdvicePolicy
            | DocType::MeetingMinutes
            | DocType::AdviceAccount
            | DocType::MediationSheet
            | DocType::MediationRights
            | DocType::MediationRecord
            | DocType::MediationAgreement
            | DocType::MediationFailure
            | DocType::ConfirmRequest
            | DocType::MediationFollowup
            | DocType::MediationFile
    )
}

/// Drafts a letter in a case in the name of the drafter's own organisation; its id.
///
/// # Errors
/// `not-permitted`; `letter-by-event` for a kind that people do not draft; as [`draft`].
pub fn draft_in(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    case: CaseId,
    new: impl FnOnce(&matter::MatterRow) -> NewLetter,
) -> Result<LetterId, Error> {
    let row = matter::find_by_id(tx, case)?.ok_or_else(Refusal::not_permitted)?;
    let actor = access::permit_dynamic(subject, Action::DraftLetter, &row.facts)?.actor();
    let org = actor.org().ok_or_else(Refusal::not_permitted)?;
    let new = new(&row);
    if !is_drafted(new.kind) {
        return Err(Refusal::rule("letter-by-event", "6.1", "").on("kind").with("letter", new.kind.key()).into());
    }
    draft(tx, kit, ctx, By { actor, org, at: ctx.now() }, &new)
}

/// Writes a draft anew.
///
/// # Errors
/// `not-permitted`, the rules of [`Paper::may_revise`], what does not belong in it.
pub fn revise(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    id: LetterId,
    content: Content,
) -> Result<(), Error> {
    let (row, paper, actor) = to_change(tx, subject, id, Action::DraftLetter)?;
    paper.may_revise(actor)?;
    write::unfinished(&content, row.kind, ctx.today())?;
    let letter = Letter { content, ..row::data(tx, &kit.keys, &row)? };
    let digest = letter.digest(&row.wording.to_string());
    let sql = "UPDATE letter SET data = $3, digest = $4, drafter_id = $5, version = $6 WHERE region = $1 AND id = $2";
    let sealed = write::sealed(kit, ctx, id, &letter)?;
    tx.execute(sql, params![&row.region, id, sealed, digest, actor.user(), paper.version + 1])?;
    append(tx, ctx, (&row.region, id, paper.version), actor, Fact::Revised { digest })
}

/// 签发: a second person puts a draft in force, under the next number of its series. The row as it then stands.
///
/// # Errors
/// `not-permitted`; `letter-own-draft` and the other rules of [`Paper::may_sign`]; `letter-field-missing`.
pub fn sign(tx: &mut Tx, kit: &Kit, ctx: &Ctx, subject: &Subject, id: LetterId) -> Result<LetterRow, Error> {
    let (row, paper, actor) = to_change(tx, subject, id, Action::SignLetter)?;
    paper.may_sign(actor)?;
    let mut letter = row::data(tx, &kit.keys, &row)?;
    letter.content.check(row.kind).map_err(Error::Invalid)?;
    (letter.at, letter.date) = (ctx.now(), ctx.today());
    let org = organisation::get(tx, row.org)?.ok_or_else(Refusal::not_permitted)?.value;
    let template = write::in_force(kit, &row.division, &letter);
    letter.number = write::numbered(tx, row.kind, &org, &template, &letter, None)?;
    letter.code = Some(write::code(ctx, &row.region));
    write::put_in_force(tx, kit, ctx, (&row.region, id, paper.version), actor, &letter, &template)?;
    Ok(find(tx, id)?.ok_or_else(Refusal::not_permitted)?)
}

/// Drops a draft: it never had a number.
///
/// # Errors
/// `not-permitted`, the rules of [`Paper::may_revise`].
pub fn drop_draft(tx: &mut Tx, ctx: &Ctx, subject: &Subject, id: LetterId) -> Result<(), Error> {
    let (row, paper, actor) = to_change(tx, subject, id, Action::DraftLetter)?;
    paper.may_revise(actor)?;
    end(tx, ctx, &row, &paper, (PaperStage::Dropped, None))?;
    append(tx, ctx, (&row.region, id, paper.version), actor, Fact::Dropped)
}

/// 作废: its number is kept and never given again.
///
/// # Errors
/// `not-permitted`, the rules of [`Paper::may_void`].
pub fn void(tx: &mut Tx, ctx: &Ctx, subject: &Subject, id: LetterId, reason: &Text<500>) -> Result<(), Error> {
    let (row, paper, actor) = to_change(tx, subject, id, Action::VoidLetter)?;
    paper.may_void(actor)?;
    end(tx, ctx, &row, &paper, (PaperStage::Void, Some(reason.as_str())))?;
    append(tx, ctx, (&row.region, id, paper.version), actor, Fact::Voided { reason: reason.clone() })
}

fn end(
    tx: &mut Tx,
    ctx: &Ctx,
    row: &LetterRow,
    paper: &Paper,
    (stage, reason): (PaperStage, Option<&str>),
) -> Result<(), Error> {
    let sql = "UPDATE letter SET stage = $3, ended_at = $4, reason = $5, version = $6 WHERE region = $1 AND id = $2";
    tx.execute(sql, params![&row.region, row.id, stage.name(), ctx.now(), reason, paper.version + 1])?;
    Ok(())
}

/// The letter, held against every other writer, and who acts.
fn to_change(tx: &mut Tx, subject: &Subject, id: LetterId, action: Action) -> Result<(LetterRow, Paper, Actor), Error> {
    let region = find(tx, id)?.ok_or_else(Refusal::not_permitted)?.region;
    tx.lock_stream(&region, id)?;
    let row = find(tx, id)?.ok_or_else(Refusal::not_permitted)?;
    let actor = may(tx, subject, &row, action)?;
    let paper = paper(tx, &region, id)?.ok_or_else(Refusal::not_permitted)?;
    Ok((row, paper, actor))
}
