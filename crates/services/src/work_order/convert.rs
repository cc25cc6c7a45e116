//! A work order becomes a petition (4.2): a new main case with its own clocks; the old number stays and points to it.

use domain::{
    access::Subject,
    actor::Actor,
    case::{CaseKind, MatterType, Purpose},
    lifecycle::Aggregate as _,
    mandate::{Give, Mandate},
    petition::{Command as ToPetition, Petition, Register},
    work_order::{Command, CommandKind, WorkOrder},
};
use kernel::{CaseId, Ctx, Digest, NonEmpty, Text};
use store::{Tx, params};

use crate::{
    error::Error,
    kit::Kit,
    matter::{self, Deed},
    petition::case_number,
};

/// Converts the order: registers the petition (received on the day of conversion) and ends the order, in one step.
/// The petition has a number of its own and keeps the order's query code, so that she can look it up with what she has.
///
/// # Errors
/// As the work order's `act`, and what registration refuses.
pub fn convert(tx: &mut Tx, kit: &Kit, ctx: &Ctx, subject: &Subject, id: CaseId) -> Result<Petition, Error> {
    let loaded = matter::open_to_change::<WorkOrder>(tx, id)?;
    let actor = matter::permitted(subject, CommandKind::Convert, &loaded)?;
    let order = &loaded.state;
    let terms = kit.terms(&order.division, ctx.today());
    let env = terms.env(ctx, actor);
    let petition: CaseId = ctx.new_id();
    let events = order.decide(&Command::Convert { petition }, &env)?;
    let claim = Text::parse("claims", &order.facts.as_str().chars().take(2000).collect::<String>())?;
    let command = Register {
        division: order.division.clone(),
        bureau: order.centre,
        direct_to_unit: false,
        channel: order.channel,
        received_at: ctx.now(),
        title: order.title.clone(),
        facts: order.facts.clone(),
        claims: NonEmpty::parse("claims", vec![claim])?,
        petitioner: order.petitioner,
        agent: order.agent,
        station: None,
        grid: order.grid,
        respondent: order.respondent,
        headcount: 1,
        representatives: 0,
        matter_type: MatterType::AppealClaim,
        purpose: Purpose::SeekDecision,
        device: None,
    };
    let number = case_number(tx, &order.division, ctx.today())?;
    let event = Petition::register(command, petition, number, &env)?;
    let sql = "SELECT code_digest, code_case FROM matter WHERE region = $1 AND id = $2";
    let (code_digest, code_case) = tx.query_one(sql, params![&loaded.row.region, id], |row| {
        Ok((row.get::<Option<Digest>>(0)?, row.get::<Option<CaseId>>(1)?))
    })?;
    let birth = matter::Birth {
        code_digest,
        code_case: Some(code_case.unwrap_or(id)),
        source_ref: Some(format!("{}:{}", CaseKind::WorkOrder, order.number)),
        words: None,
    };
    let region = loaded.row.region.clone();
    let deed = Deed { actor, at: ctx.now(), clocks: terms.clocks() };
    let mandate = order.agency.mandate.clone().filter(|mandate| mandate.holds(ctx.now()));
    matter::record(tx, loaded, events, deed)?;
    let state = matter::begin::<Petition>(tx, &region, petition, event, deed, birth)?;
    go_along(tx, kit, ctx, actor, state, mandate.as_ref())
}

/// 3.3: her mandate goes along to the new number, unless a rule stands against her agent there.
fn go_along(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    actor: Actor,
    state: Petition,
    mandate: Option<&Mandate>,
) -> Result<Petition, Error> {
    let Some(mandate) = mandate.filter(|mandate| state.agent == Some(mandate.agent)) else { return Ok(state) };
    let loaded = matter::open_to_change::<Petition>(tx, state.id)?;
    let command = ToPetition::GiveMandate(Box::new(Give::again(mandate)));
    matter::carry_out(tx, kit, ctx, actor, loaded, &command)
}
