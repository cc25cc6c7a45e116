//! What members of staff do with letters, each with leave: of the case the letter belongs to, or of the office.

use domain::{
    access::{self, Action, Subject},
    actor::Actor,
    document::{Content, Fact, Letter, Paper, PaperStage},
};
use kernel::{CaseId, Ctx, LetterId, Refusal, Text};
use store::{Tx, params};

use super::{
    row::{self, LetterRow, find},
    write::{self, By, NewLetter, append, draft, paper},
};
use crate::{error::Error, kit::Kit, matter, organisation};

/// Asks leave for `action` on a letter: on its case; an office's own letter is for that office, and once it is in force for the
/// office it went to. Who then acts.
///
/// # Errors
/// `not-permitted`.
pub fn may(tx: &mut Tx, subject: &Subject, row: &LetterRow, action: Action) -> Result<Actor, Error> {
    if let Some(case) = row.case {
        let facts = matter::find_by_id(tx, case)?.ok_or_else(Refusal::not_permitted)?.facts;
        return Ok(access::permit_dynamic(subject, action, &facts)?.actor());
    }
    let actor = access::permit_dynamic_at(subject, Action::OfficeLetter, &row.division)?.actor();
    let reads = matches!(action, Action::PrintLetter | Action::ReadMatter) && row.issued_at.is_some();
    if actor.org() == Some(row.org) || (reads && row.to.is_some() && actor.org() == row.to) {
        return Ok(actor);
    }
    Err(Refusal::not_permitted().into())
}

/// Drafts a letter in a case in the name of the drafter's own organisation; its id.
///
/// # Errors
/// `not-permitted`; as [`draft`].
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
    draft(tx, kit, ctx, By { actor, org, at: ctx.now() }, &new(&row))
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
    write::unfinished(&content, row.kind)?;
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
