//! A registered petition turns out to be a suggestion: it goes on as one, in one step. The old number stays and leads to the new
//! one, her code fits both, the day of receipt and the fifteen days that run from it stay.

use domain::{
    access::Subject,
    case::CaseKind,
    petition::{Command, CommandKind, Petition},
    suggestion::{MovedFrom, Register, Suggestion},
};
use kernel::{CaseId, CaseNumber, Ctx, Digest, Fault, NonEmpty, Text};
use store::{Tx, params};

use crate::{
    error::Error,
    kit::Kit,
    matter::{self, Birth, Deed, Loaded},
    petition::{Access, case_number},
};

/// Moves the petition; the suggestion that it becomes. What she asked for becomes what she proposes, word for word; whether it
/// may be published she has not said, so it may not.
///
/// # Errors
/// `not-permitted`, `stale`, `move-complaint`, `not-at-this-stage`.
pub fn move_here(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    id: CaseId,
    expected: Option<i64>,
    category: Option<Text<120>>,
) -> Result<Suggestion, Error> {
    let loaded = matter::open_to_change::<Petition>(tx, id)?;
    let actor = matter::permitted(subject, CommandKind::MoveToSuggestion, &loaded)?;
    matter::fresh(expected, &loaded)?;
    let (petition, region) = (&loaded.state, loaded.row.region.clone());
    let terms = kit.terms(&petition.division, ctx.today());
    let suggestion: CaseId = ctx.new_id();
    let number = case_number(tx, &petition.division, ctx.today())?;
    let command = Register { category: category.or_else(|| petition.category.clone()), ..taken_over(petition)? };
    let event = Suggestion::register(command, suggestion, number.clone(), &terms.env(ctx, actor))?;
    let birth = birth(tx, &loaded)?;
    matter::carry_out(tx, kit, ctx, actor, loaded, &Command::MoveToSuggestion { suggestion, number })?;
    let deed = Deed { actor, at: ctx.now(), clocks: terms.clocks() };
    matter::begin::<Suggestion>(tx, &region, suggestion, event, deed, birth)
}

/// The proof that opens the suggestion `number`: `access` itself, or that of the petition it was filed as. Nothing when it opens
/// another case.
///
/// # Errors
/// When the database fails.
pub fn follow(tx: &mut Tx, access: &Access, number: &CaseNumber) -> Result<Option<Access>, Fault> {
    let Some(row) = matter::find_by_number(tx, number)? else { return Ok(None) };
    if row.kind() != CaseKind::Suggestion {
        return Ok(None);
    }
    if row.id() == access.case() {
        return Ok(Some(access.clone()));
    }
    let from = matter::load::<Suggestion>(tx, &row.region, row.id())?.and_then(|loaded| loaded.state.moved_from);
    Ok(from.filter(|from| from.petition == access.case()).map(|_| access.onward(row.id())))
}

fn taken_over(petition: &Petition) -> Result<Register, Error> {
    let points: Vec<Text<2000>> = petition.live_claims().map(|claim| claim.text.clone()).collect();
    let term = petition.agency.mandate.as_ref().map(|mandate| kernel::beijing_noon(mandate.until));
    Ok(Register {
        division: petition.division.clone(),
        bureau: petition.bureau,
        channel: petition.channel,
        received_at: petition.received_at,
        title: petition.title.clone(),
        facts: petition.facts.clone(),
        points: NonEmpty::parse("claims", points)?,
        petitioner: petition.petitioner,
        agent: petition.agent,
        agent_until: term.filter(|_| petition.agent.is_some()),
        category: None,
        call: None,
        moved_from: Some(MovedFrom { petition: petition.id, number: petition.number.clone() }),
        publish: false,
    })
}

fn birth(tx: &mut Tx, loaded: &Loaded<Petition>) -> Result<Birth, Error> {
    let sql = "SELECT code_digest, code_case FROM matter WHERE region = $1 AND id = $2";
    let id = loaded.state.id;
    let (code_digest, code_case) = tx.query_one(sql, params![&loaded.row.region, id], |row| {
        Ok((row.get::<Option<Digest>>(0)?, row.get::<Option<CaseId>>(1)?))
    })?;
    Ok(Birth {
        code_digest,
        code_case: Some(code_case.unwrap_or(id)),
        source_ref: Some(format!("{}:{}", CaseKind::Petition, loaded.state.number)),
        words: None,
    })
}
