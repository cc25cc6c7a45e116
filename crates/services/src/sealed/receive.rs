//! A sealed report arrives. By the time it is here, nobody can read it.

use domain::{
    actor::Actor,
    whistleblow::{Command, Identity, Level, Receive, Whistleblow},
};
use jiff::Timestamp;
use kernel::{CaseId, CaseNumber, Ctx, Fault, Locale, OrgId, PersonId, QueryCode, Refusal};
use store::Tx;

use super::{Desk, Envelope, marks, part};
use crate::{
    error::Error,
    kit::Kit,
    matter::{self, Deed},
    petition::{Contact, First, NewPerson, Once, case_number, insert_person},
};

/// What is known of a report from outside.
#[derive(Debug, Clone)]
pub struct Door {
    /// The id under which its parts were sealed.
    pub case: CaseId,
    /// Whether she gives her name.
    pub identity: Identity,
    /// Whose matter it is, as she chose.
    pub level: Level,
    /// Offices that must not see it. They become keyed marks and stand nowhere.
    pub not_to: Vec<OrgId>,
    /// The language of her page.
    pub language: Locale,
}

/// What she takes away. Once.
#[derive(Debug, Clone)]
pub struct Receipt {
    /// Its number.
    pub number: CaseNumber,
    /// The secret half of the look-up.
    pub code: QueryCode,
    /// When.
    pub received_at: Timestamp,
    /// The same form was sent before.
    pub again: bool,
}

/// Files it with the desk for which it was sealed. Under the same `key` it is filed once and answered twice.
///
/// # Errors
/// `sealed-two-needed`; `sealed-key-changed` when the desk's key is not the current one any more (the page says: send again).
pub fn receive(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    desk: &Desk,
    door: &Door,
    (parts, key): (&[Envelope], &str),
) -> Result<Receipt, Error> {
    // Of what she wrote nothing is left to compare, and nothing should be: the key of the form alone says that it is the same.
    let once = Once::with("sealed/file", Some(key), kit.keys.blind_index("sealed/file", key));
    if let Some(first) = once.first(tx, kit)? {
        let loaded = matter::load::<Whistleblow>(tx, &first.region, first.id)?
            .ok_or_else(|| Fault::inconsistent("idempotency.response", "names a case that does not exist"))?;
        let (number, received_at) = (loaded.state.number, loaded.state.received_at);
        return Ok(Receipt { number, code: first.code, received_at, again: true });
    }
    let still = super::keys::current(tx, &desk.division)?.is_some_and(|now| now.id() == desk.key.id());
    if !still {
        return Err(Refusal::rule("sealed-key-changed", "10.3", "").into());
    }
    let (state, code) = file(tx, kit, ctx, desk, door, parts)?;
    let first = First { id: state.id, region: desk.division.region(), code: code.clone() };
    once.remember(tx, kit, ctx, &first)?;
    Ok(Receipt { number: state.number, code, received_at: state.received_at, again: false })
}

fn file(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    desk: &Desk,
    door: &Door,
    parts: &[Envelope],
) -> Result<(Whistleblow, QueryCode), Error> {
    let region = desk.division.region();
    let reporter: PersonId = ctx.new_id();
    let nobody = Contact { name: None, phone: None, address: None, language: door.language };
    insert_person(tx, kit, ctx, &region, &NewPerson { id: reporter, contact: &nobody, source_key: None })?;
    let cmd = Receive {
        id: door.case,
        number: case_number(tx, &desk.division, ctx.today())?,
        division: desk.division.clone(),
        office: desk.office,
        reporter,
        level: door.level,
        keepers: desk.keepers.clone(),
    };
    let terms = kit.terms(&desk.division, ctx.today());
    let actor = Actor::Petitioner;
    let event = Whistleblow::receive(cmd, &terms.env(ctx, actor))?;
    let code = QueryCode::generate(ctx);
    let digest = kit.keys.query_code_digest(door.case, &code);
    let birth = matter::Birth { code_digest: Some(digest), ..matter::Birth::default() };
    let deed = Deed { actor, at: ctx.now(), clocks: terms.clocks() };
    matter::begin::<Whistleblow>(tx, &region, door.case, event, deed, birth)?;
    part::store_parts(tx, ctx, (&region, door.case), parts)?;
    marks::put(tx, kit, (&region, door.case), &door.not_to, &[])?;
    let count = u32::try_from(parts.len()).unwrap_or(u32::MAX);
    let choose = Command::ChooseIdentity { identity: door.identity };
    let mut state = None;
    for command in [choose, Command::Seal { parts: count }] {
        let loaded = matter::load_to_change::<Whistleblow>(tx, &region, door.case)?
            .ok_or_else(|| Fault::inconsistent("matter", "a report that was just received is not there"))?;
        state = Some(matter::carry_out(tx, kit, ctx, actor, loaded, &command)?);
    }
    let state = state.ok_or_else(|| Fault::inconsistent("matter", "a report without its steps"))?;
    Ok((state, code))
}
