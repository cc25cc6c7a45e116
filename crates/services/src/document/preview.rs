//! The opinion as it would go out if it were signed at this moment. What is checked and signed must be what she gets, so the
//! sheet beside the form is made by the same hands as the letter: the draft goes through the same events on a copy of the case.

use domain::{
    actor::Actor,
    case::Answer,
    document::{DocType, PaperStage, Sheet, Stamp, compose},
    lifecycle::{Aggregate as _, Event, Recorded},
    petition::{Fact, Petition},
};
use kernel::{ClaimId, Ctx, Text};
use store::Tx;

use super::{
    of_petition::{Source, opinion},
    read::{masked_name, of_case, with_text},
    write::{By, in_force, letter_of},
};
use crate::{error::Error, kit::Kit, matter::MatterRow};

/// What stands in the draft, saved or as it is being typed; answers that are not whole yet are left out.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftText {
    /// What was found out.
    pub findings: Option<Text<10000>>,
    /// Claim by claim.
    pub answers: Vec<(ClaimId, Answer)>,
}

/// The sheet of the opinion: the one in force, else the draft as it would be printed. Her name is masked, as on every page of
/// the desk; `None` where nobody handles the case.
///
/// # Errors
/// When the database fails.
pub fn opinion_sheet(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    row: &MatterRow,
    state: &Petition,
    draft: &DraftText,
) -> Result<Option<Sheet>, Error> {
    let issued = of_case(tx, &row.region, state.id)?;
    let issued = issued.into_iter().find(|one| one.kind == DocType::Opinion && one.stage == PaperStage::Issued);
    if let (true, Some(issued)) = (state.opinion().is_some(), issued) {
        return Ok(Some(with_text(tx, kit, issued)?.masked().sheet("")));
    }
    let Some(handling) = state.handling() else { return Ok(None) };
    let actor = Actor::Staff { user: handling.handler, org: state.holder() };
    let (after, last) = signed(state, actor, draft, ctx)?;
    let source = Source { before: Some(state), state: &after, event: &last, row };
    let Some((unit, new)) = opinion(tx, &source)?.into_iter().next() else { return Ok(None) };
    let (_, mut letter) = letter_of(tx, kit, By { actor, org: unit, at: ctx.now() }, &new)?;
    letter.to = masked_name(&letter.to);
    let template = in_force(kit, &new.division, &letter);
    Ok(Some(compose(&letter, &template, "", Some(Stamp::Draft))))
}

/// The case after the draft was handed in, checked and signed. Apply is total: nothing is decided here.
fn signed(state: &Petition, actor: Actor, draft: &DraftText, ctx: &Ctx) -> Result<(Petition, Recorded<Fact>), Error> {
    let findings = draft.findings.clone().map_or_else(|| Text::parse("findings", "……"), Ok)?;
    let saved = Fact::DraftSaved { findings, answers: draft.answers.clone(), submitted: true };
    let issued = Fact::OpinionIssued { number: Text::parse("number", "〔 〕号")?, differs: None };
    let mut after = state.clone();
    let record = |seq: i64, fact: Fact| Recorded { seq, at: ctx.now(), actor, event: Event::of(fact) };
    for (fact, seq) in [saved, Fact::DraftChecked].into_iter().zip(state.version + 1..) {
        after.apply(&record(seq, fact));
    }
    let last = record(state.version + 3, issued);
    after.apply(&last);
    Ok((after, last))
}
