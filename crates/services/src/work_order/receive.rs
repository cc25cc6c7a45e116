//! A work order arrives: same form, same person, same look-up as a petition; other clocks.

use domain::{
    access::{Permit, actions::RegisterOnBehalf},
    work_order::{Receive, WorkOrder},
};
use jiff::Timestamp;
use kernel::{CaseId, CaseNumber, Ctx, OrgId, QueryCode, Refusal};
use store::Tx;

use crate::{
    divisions,
    error::Error,
    kit::Kit,
    matter::{self, Deed},
    network, organisation,
    petition::{First, NewPerson, NewPetition, Once, case_number, insert_person},
};

/// What the person takes away.
#[derive(Debug, Clone)]
pub struct Receipt {
    /// The case.
    pub id: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// The secret half of the look-up; shown once.
    pub code: QueryCode,
    /// The centre that dispatches it.
    pub centre: OrgId,
    /// When it was received.
    pub received_at: Timestamp,
    /// The same form was sent before: this is the first receipt again.
    pub again: bool,
}

/// What was taken down before under this key, when it was: the same form again.
///
/// # Errors
/// `key-reused` when the key belongs to another form.
pub fn received_before(tx: &mut Tx, kit: &Kit, new: &NewPetition, key: &str) -> Result<Option<Receipt>, Error> {
    match Once::new(kit, SCOPE, Some(key), new).first(tx, kit)? {
        Some(first) => first_receipt(tx, &first).map(Some),
        None => Ok(None),
    }
}

fn first_receipt(tx: &mut Tx, first: &First) -> Result<Receipt, Error> {
    let state = matter::open::<WorkOrder>(tx, first.id)?.state;
    let (number, centre, received_at) = (state.number, state.centre, state.received_at);
    Ok(Receipt { id: first.id, number, code: first.code.clone(), centre, received_at, again: true })
}

/// What idempotency keys of work orders are remembered under.
const SCOPE: &str = "order/receive";

/// Takes down a work order; with an idempotency `key` a form that is sent twice is taken down once.
///
/// # Errors
/// The rule it breaks; `division-unknown`, `no-bureau`; `key-reused`.
pub fn receive(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    permit: &Permit<RegisterOnBehalf>,
    new: &NewPetition,
    key: Option<&str>,
) -> Result<Receipt, Error> {
    let once = Once::new(kit, SCOPE, key, new);
    if let Some(first) = once.first(tx, kit)? {
        return first_receipt(tx, &first);
    }
    let receipt = receive_new(tx, kit, ctx, permit, new)?;
    let first = First { id: receipt.id, region: new.division.region(), code: receipt.code.clone() };
    once.remember(tx, kit, ctx, &first)?;
    Ok(receipt)
}

fn receive_new(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    permit: &Permit<RegisterOnBehalf>,
    new: &NewPetition,
) -> Result<Receipt, Error> {
    if divisions::get(tx, &new.division)?.is_none() {
        return Err(Refusal::invalid("division", "division-unknown").into());
    }
    network::grid_fits(tx, new.grid, &new.division)?;
    let centre = organisation::bureau_for(tx, &new.division, ctx.today())?;
    let centre = centre.ok_or_else(|| Refusal::invalid("division", "no-bureau"))?.id;
    let region = new.division.region();
    let received_at = new.received(ctx.now(), kit.terms(&new.division, ctx.today()).settings().offline_days);
    let terms = kit.terms(&new.division, ctx.today());
    let petitioner = ctx.new_id();
    let person = NewPerson { id: petitioner, contact: &new.contact, source_key: None };
    insert_person(tx, kit, ctx, &region, &person)?;
    let id: CaseId = ctx.new_id();
    let number = case_number(tx, &new.division, ctx.today())?;
    let command = Receive {
        division: new.division.clone(),
        centre,
        channel: new.channel,
        received_at,
        title: new.title.clone(),
        facts: new.facts.clone(),
        petitioner,
        grid: new.grid,
        respondent: new.respondent,
        category: None,
        agent: new.agent,
    };
    let actor = permit.actor();
    let event = WorkOrder::receive(command, id, number.clone(), &terms.env(ctx, actor))?;
    let code = QueryCode::generate(ctx);
    let birth = matter::Birth {
        code_digest: Some(kit.keys.query_code_digest(id, &code)),
        code_case: None,
        source_ref: None,
        words: Some(new.words.clone()),
    };
    let deed = Deed { actor, at: ctx.now(), clocks: terms.clocks() };
    matter::begin::<WorkOrder>(tx, &region, id, event, deed, birth)?;
    Ok(Receipt { id, number, code, centre, received_at, again: false })
}
