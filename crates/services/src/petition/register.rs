//! Registration: it gets a number and cannot disappear.

use domain::{
    access::{Permit, actions::RegisterOnBehalf},
    actor::Actor,
    deadline::Derivation,
    petition::{Petition, Register},
};
use jiff::{Timestamp, civil::Date};
use kernel::{CaseId, CaseNumber, Ctx, DivisionCode, Fault, OrgId, PersonId, QueryCode, Refusal};
use store::Tx;

use super::{
    form::{Contact, NewPetition},
    number::case_number,
    once::{First, Once},
    person::{self, NewPerson},
};
use crate::{
    divisions,
    error::Error,
    kit::{Kit, Terms},
    matter::{self, Deed},
    network, organisation,
};

/// Who registers.
#[derive(Debug)]
pub enum By<'a> {
    /// The petitioner herself.
    Petitioner,
    /// A member of staff or an agent, for her.
    Staff(&'a Permit<RegisterOnBehalf>),
    /// An import by the system.
    System {
        /// The reference in the older system; a second import of it is refused.
        source_ref: &'a str,
        /// Her key in the older system, hashed.
        person_key: Option<&'a str>,
    },
}

/// A date promised at registration, with its reasons.
#[derive(Debug, Clone)]
pub struct Promise {
    /// Which clock.
    pub def: String,
    /// The date and how it came about.
    pub derivation: Derivation,
}

/// What the petitioner takes away.
#[derive(Debug, Clone)]
pub struct Receipt {
    /// The case.
    pub id: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// The secret half of the look-up; shown once.
    pub code: QueryCode,
    /// Who registered it.
    pub bureau: OrgId,
    /// When it was received.
    pub received_at: Timestamp,
    /// The same form was sent before: this is the first receipt again.
    pub again: bool,
    /// What is promised until when.
    pub promises: Vec<Promise>,
}

/// What idempotency keys of registrations are remembered under.
const SCOPE: &str = "petition/register";

/// The receipt of the first time when `key` registered `new` before; nothing when it is new.
///
/// # Errors
/// `key-reused` when the key belongs to another form.
pub fn registered_before(tx: &mut Tx, kit: &Kit, new: &NewPetition, key: &str) -> Result<Option<Receipt>, Error> {
    let first = Once::new(kit, SCOPE, Some(key), new).first(tx, kit)?;
    first.map(|first| first_receipt(tx, kit, first)).transpose()
}

/// Registers a petition. With an idempotency `key`, a form that is sent twice is registered once and answered twice.
///
/// # Errors
/// The rule it breaks; `division-unknown`, `no-bureau`; `key-reused` when the key belongs to another form.
pub fn register(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    by: &By<'_>,
    new: &NewPetition,
    key: Option<&str>,
) -> Result<Receipt, Error> {
    let once = Once::new(kit, SCOPE, key, new);
    if let Some(first) = once.first(tx, kit)? {
        return first_receipt(tx, kit, first);
    }
    let receipt = register_new(tx, kit, ctx, by, new)?;
    let first = First { id: receipt.id, region: new.division.region(), code: receipt.code.clone() };
    once.remember(tx, kit, ctx, &first)?;
    Ok(receipt)
}

fn register_new(tx: &mut Tx, kit: &Kit, ctx: &Ctx, by: &By<'_>, new: &NewPetition) -> Result<Receipt, Error> {
    // What is replayed from an older system belongs to the bureau of today, which need not have existed on its day.
    let day = if matches!(by, By::System { .. }) { Date::MAX } else { ctx.today() };
    let bureau = bureau_for(tx, &new.division, day)?;
    network::grid_fits(tx, new.grid, &new.division)?;
    let (actor, agent) = match by {
        By::Petitioner => (Actor::Petitioner, new.agent),
        By::Staff(permit) => (permit.actor(), new.agent),
        By::System { .. } => (Actor::System, None),
    };
    let region = new.division.region();
    let terms = kit.terms(&new.division, ctx.today());
    let env = terms.env(ctx, actor);
    let received_at = new.received(ctx.now(), terms.settings().offline_days);
    let (id, petitioner) = (ctx.new_id::<CaseId>(), petitioner(tx, kit, ctx, &region, by, &new.contact)?);
    let command = Register {
        division: new.division.clone(),
        bureau,
        direct_to_unit: false,
        channel: new.channel,
        received_at,
        title: new.title.clone(),
        facts: new.facts.clone(),
        claims: new.claims.clone(),
        petitioner,
        agent,
        station: new.station,
        grid: new.grid,
        respondent: new.respondent,
        headcount: new.headcount,
        representatives: new.representatives,
        matter_type: new.matter_type,
        purpose: new.purpose,
        device: new.device,
    };
    // A refusal after this undoes the whole step and gives the number back: no gap.
    let number = case_number(tx, &new.division, ctx.today())?;
    let event = Petition::register(command, id, number.clone(), &env)?;
    let code = QueryCode::generate(ctx);
    let birth = matter::Birth {
        code_digest: Some(kit.keys.query_code_digest(id, &code)),
        code_case: None,
        source_ref: match by {
            By::System { source_ref, .. } => Some((*source_ref).to_owned()),
            _ => None,
        },
        words: Some(new.words.clone()),
    };
    let deed = Deed { actor, at: ctx.now(), clocks: terms.clocks() };
    let state = matter::begin::<Petition>(tx, &region, id, event, deed, birth)?;
    Ok(Receipt { id, number, code, bureau, received_at, again: false, promises: promises(&state, &terms) })
}

/// The bureau that registers for a division.
fn bureau_for(tx: &mut Tx, division: &DivisionCode, today: Date) -> Result<OrgId, Error> {
    if divisions::get(tx, division)?.is_none() {
        return Err(Refusal::invalid("division", "division-unknown").into());
    }
    let bureau = organisation::bureau_for(tx, division, today)?;
    Ok(bureau.ok_or_else(|| Refusal::invalid("division", "no-bureau"))?.id)
}

/// A new person for every petition, except that an import knows its own people again. That two petitions come from the
/// same person is for a human to say (A8).
fn petitioner(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    region: &str,
    by: &By<'_>,
    contact: &Contact,
) -> Result<PersonId, Fault> {
    let source_key = match by {
        By::System { person_key: Some(key), .. } => Some((*key).to_owned()),
        _ => None,
    };
    if let Some(key) = &source_key {
        let sql = "SELECT id FROM person WHERE region = $1 AND source_key = $2";
        if let Some(known) = tx.query_opt(sql, store::params![region, key], |row| row.get(0))? {
            return Ok(known);
        }
    }
    let id = ctx.new_id();
    person::insert(tx, kit, ctx, region, &NewPerson { id, contact, source_key })?;
    Ok(id)
}

/// What is promised now: asked again after something came with the registration that settled a part of it.
///
/// # Errors
/// When the database fails, or there is no such petition.
pub fn promised(tx: &mut Tx, kit: &Kit, id: CaseId) -> Result<Vec<Promise>, Error> {
    let state = matter::open::<Petition>(tx, id)?.state;
    let terms = kit.terms(&state.division, kernel::beijing_date(state.registered_at));
    Ok(promises(&state, &terms))
}

/// The term of a mandate is hers to end, and promises nothing.
const TERM: &str = "MANDATE_TERM_CUSTOM";

/// The running clocks that somebody owes her, with their reasons.
pub(crate) fn promises(state: &Petition, terms: &Terms) -> Vec<Promise> {
    let open = state.clocks.iter().filter(|clock| clock.is_open() && clock.def != TERM);
    open.filter_map(|clock| {
        let def = terms.clocks().get(clock.def.as_str())?;
        Some(Promise { def: clock.def.to_string(), derivation: clock.derivation(def, terms.calendar()) })
    })
    .collect()
}

/// The receipt of the first time, code included: whoever holds the key of the form sent it.
fn first_receipt(tx: &mut Tx, kit: &Kit, first: First) -> Result<Receipt, Error> {
    let loaded = matter::load::<Petition>(tx, &first.region, first.id)?
        .ok_or_else(|| Fault::inconsistent("idempotency.response", "names a case that does not exist"))?;
    let state = loaded.state;
    let terms = kit.terms(&state.division, kernel::beijing_date(state.registered_at));
    Ok(Receipt {
        id: state.id,
        number: state.number.clone(),
        code: first.code,
        bureau: state.bureau,
        received_at: state.received_at,
        again: true,
        promises: promises(&state, &terms),
    })
}
