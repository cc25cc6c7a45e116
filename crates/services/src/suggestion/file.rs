//! A suggestion arrives: same person, same look-up as a petition; nothing is asked of article 31.

use domain::{
    actor::Actor,
    suggestion::{Register, Suggestion},
};
use kernel::{CaseId, Ctx, Refusal, Text};
use store::Tx;
use uuid::Uuid;

use crate::{
    divisions,
    error::Error,
    kit::{Kit, Terms},
    matter::{self, Birth, Deed},
    organisation,
    petition::{By, First, NewPerson, NewPetition, Once, Promise, Receipt, case_number, insert_person},
};

/// A suggestion ready to be filed. What she proposes stands where a petition has its claims.
#[derive(Debug, Clone)]
pub struct Filed {
    /// Words, person and place.
    pub form: NewPetition,
    /// It may be published without her name.
    pub publish: bool,
    /// Category path.
    pub category: Option<Text<120>>,
    /// The call under which it comes.
    pub call: Option<Uuid>,
}

/// What idempotency keys are remembered under.
const SCOPE: &str = "suggestion/file";

/// The receipt of the first time when `key` filed this form before.
///
/// # Errors
/// `key-reused` when the key belongs to another form.
pub fn filed_before(tx: &mut Tx, kit: &Kit, new: &Filed, key: &str) -> Result<Option<Receipt>, Error> {
    let first = Once::new(kit, SCOPE, Some(key), &new.form).first(tx, kit)?;
    first.map(|first| receipt(tx, kit, first, true)).transpose()
}

/// Files a suggestion. With an idempotency `key` a form that is sent twice is filed once and answered twice.
///
/// # Errors
/// The rule it breaks; `division-unknown`, `no-bureau`; `key-reused`.
pub fn file(tx: &mut Tx, kit: &Kit, ctx: &Ctx, by: &By<'_>, new: &Filed, key: Option<&str>) -> Result<Receipt, Error> {
    let once = Once::new(kit, SCOPE, key, &new.form);
    if let Some(first) = once.first(tx, kit)? {
        return receipt(tx, kit, first, true);
    }
    let actor = match by {
        By::Petitioner => Actor::Petitioner,
        By::Staff(permit) => permit.actor(),
        By::System { .. } => return Err(Refusal::not_permitted().into()),
    };
    let first = begin(tx, kit, ctx, actor, new)?;
    once.remember(tx, kit, ctx, &first)?;
    receipt(tx, kit, first, false)
}

fn begin(tx: &mut Tx, kit: &Kit, ctx: &Ctx, actor: Actor, new: &Filed) -> Result<First, Error> {
    let form = &new.form;
    if divisions::get(tx, &form.division)?.is_none() {
        return Err(Refusal::invalid("division", "division-unknown").into());
    }
    let bureau = organisation::bureau_for(tx, &form.division, ctx.today())?;
    let bureau = bureau.ok_or_else(|| Refusal::invalid("division", "no-bureau"))?.id;
    let (region, terms) = (form.division.region(), kit.terms(&form.division, ctx.today()));
    let (id, petitioner) = (ctx.new_id::<CaseId>(), ctx.new_id());
    insert_person(tx, kit, ctx, &region, &NewPerson { id: petitioner, contact: &form.contact, source_key: None })?;
    let command = Register {
        division: form.division.clone(),
        bureau,
        channel: form.channel,
        received_at: form.received(ctx.now(), terms.settings().offline_days),
        title: form.title.clone(),
        facts: form.facts.clone(),
        points: form.claims.clone(),
        petitioner,
        agent: form.agent,
        agent_until: None,
        category: new.category.clone(),
        call: new.call,
        moved_from: None,
        publish: new.publish,
    };
    let number = case_number(tx, &form.division, ctx.today())?;
    let event = Suggestion::register(command, id, number, &terms.env(ctx, actor))?;
    let code = kernel::QueryCode::generate(ctx);
    let birth = Birth {
        code_digest: Some(kit.keys.query_code_digest(id, &code)),
        words: Some(form.words.clone()),
        ..Birth::default()
    };
    let deed = Deed { actor, at: ctx.now(), clocks: terms.clocks() };
    matter::begin::<Suggestion>(tx, &region, id, event, deed, birth)?;
    if let Some(call) = new.call {
        super::call::enter(tx, ctx, call, &region, id)?;
    }
    Ok(First { id, region, code })
}

fn receipt(tx: &mut Tx, kit: &Kit, first: First, again: bool) -> Result<Receipt, Error> {
    let state = matter::open::<Suggestion>(tx, first.id)?.state;
    let terms = matter::terms(kit, &state);
    Ok(Receipt {
        id: first.id,
        number: state.number.clone(),
        code: first.code,
        bureau: state.bureau,
        received_at: state.received_at,
        again,
        promises: promises(&state, &terms),
    })
}

fn promises(state: &Suggestion, terms: &Terms) -> Vec<Promise> {
    let of = |clock: &domain::deadline::Clock| {
        let def = terms.clocks().get(clock.def.as_str())?;
        Some(Promise { def: clock.def.to_string(), derivation: clock.derivation(def, terms.calendar()) })
    };
    state.clocks.iter().filter(|clock| clock.is_open()).filter_map(of).collect()
}
