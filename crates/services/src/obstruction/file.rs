//! A report arrives and goes over the unit's head.

use domain::{
    access::{Permit, actions::FollowUp},
    actor::Actor,
    deadline::Derivation,
    obstruction::{File, Named, Obstruction, Origin, Wrong, rules},
};
use jiff::{Timestamp, civil::Date};
use kernel::{CaseId, CaseNumber, Ctx, Digest, Fault, NonEmpty, OrgId, PersonId, QueryCode, Refusal, Text};
use store::{Tx, params};
use uuid::Uuid;

use super::form::{NewReport, Reach};
use crate::{
    divisions,
    error::Error,
    kit::{Kit, Terms},
    matter::{self, Deed, MatterRow},
    organisation,
    petition::{Access, Contact, First, NewPerson, Once, Promise, case_number, insert_person, open_person},
};

/// Who reports.
#[derive(Debug)]
pub enum By<'a> {
    /// Whoever writes it on the portal: a person of her own, a code of her own.
    Anyone,
    /// Whoever holds number and code of a matter: the report opens with the same code.
    Owner(&'a Access),
    /// The person who was called back, through the one who called: the report opens with the code of her matter.
    Caller {
        /// Leave to call.
        permit: &'a Permit<FollowUp>,
        /// Her matter.
        row: &'a MatterRow,
    },
}

/// What whoever reports takes away.
#[derive(Debug, Clone)]
pub struct Receipt {
    /// The report.
    pub id: CaseId,
    /// Its number.
    pub number: CaseNumber,
    /// The secret half of the look-up, shown once; `None` when it opens with the code of her matter.
    pub code: Option<QueryCode>,
    /// Where it went.
    pub receiver: OrgId,
    /// When.
    pub received_at: Timestamp,
    /// The same form was sent before: this is the first receipt again.
    pub again: bool,
    /// What is promised until when.
    pub promises: Vec<Promise>,
}

/// Files a report with the bureau above the unit named. With an idempotency `key`, a form that is sent twice by
/// [`By::Anyone`] is filed once and answered twice.
///
/// # Errors
/// `division-unknown`, `obstruction-unit-unknown`, `obstruction-no-superior` (12388 is the way), `key-reused`.
pub fn file(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    by: &By<'_>,
    new: &NewReport,
    key: Option<&str>,
) -> Result<Receipt, Error> {
    let key = key.filter(|_| matches!(by, By::Anyone));
    let digest = kit.keys.blind_index("obstruction/file", &new.fingerprint());
    let once = Once::with("obstruction/file", key, digest);
    if let Some(first) = once.first(tx, kit)? {
        return first_receipt(tx, kit, first);
    }
    let receipt = file_new(tx, kit, ctx, by, new)?;
    if let Some(code) = &receipt.code {
        let region = receipt.number.as_str()[..4].to_owned();
        once.remember(tx, kit, ctx, &First { id: receipt.id, region, code: code.clone() })?;
    }
    Ok(receipt)
}

/// What she said when she was called back: somebody retaliated. Goes over the head of whoever has her matter.
///
/// # Errors
/// As [`file`].
pub fn file_after_call(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    permit: &Permit<FollowUp>,
    row: &MatterRow,
    wrong: Wrong,
    facts: Text<5000>,
) -> Result<Receipt, Error> {
    permit.for_case(row.id())?;
    let named = Named { org: row.facts.holder, words: None };
    let new = about(row, named, Origin::FollowUp, wrong, facts)?;
    file(tx, kit, ctx, &By::Caller { permit, row }, &new, None)
}

/// Somebody looked who should not have: goes over the head of the organisation she looked for, with the entry.
///
/// # Errors
/// As [`file`]; `not-permitted` when the entry is not of her matter. What was said of this look before is answered again.
pub fn file_about_look(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    access: &Access,
    look: Uuid,
    facts: Text<5000>,
) -> Result<Receipt, Error> {
    let row = matter::find_by_id(tx, access.case())?.ok_or_else(Refusal::not_permitted)?;
    if let Some(state) = reports(tx, access)?.into_iter().find(|state| state.look == Some(look)) {
        let terms = kit.terms(&state.division, kernel::beijing_date(state.received_at));
        return Ok(receipt(&state, &terms, None, true));
    }
    let sql = "SELECT org_id FROM view_log WHERE region = $1 AND case_id = $2 AND id = $3";
    let org: Option<OrgId> = tx.query_opt(sql, params![access.region(), access.case(), look], |row| row.get(0))?;
    let named = Named { org: Some(org.ok_or_else(Refusal::not_permitted)?), words: None };
    let new = NewReport { look: Some(look), ..about(&row, named, Origin::ViewLog, Wrong::Leaked, facts)? };
    file(tx, kit, ctx, &By::Owner(access), &new, None)
}

/// A look that she objected to, and the report that carries it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AboutLook {
    /// The entry of the record of looks.
    pub look: Uuid,
    /// The number of the report; the code of her matter opens it.
    pub number: CaseNumber,
    /// Where it went.
    pub receiver: OrgId,
}

/// The looks at her matter that she objected to.
///
/// # Errors
/// When the database fails.
pub fn about_looks(tx: &mut Tx, access: &Access) -> Result<Vec<AboutLook>, Fault> {
    let of = |state: Obstruction| Some(AboutLook { look: state.look?, number: state.number, receiver: state.receiver });
    Ok(reports(tx, access)?.into_iter().filter_map(of).collect())
}

/// The reports that open with the code of her matter.
fn reports(tx: &mut Tx, access: &Access) -> Result<Vec<Obstruction>, Fault> {
    let sql = "SELECT code_case FROM matter WHERE region = $1 AND id = $2";
    let whose: Option<Option<CaseId>> = tx.query_opt(sql, params![access.region(), access.case()], |row| row.get(0))?;
    // A report may lie in another city than her matter: the level above decides where.
    let sql = "SELECT body FROM matter WHERE code_case = $1 AND kind = 'OBSTRUCTION' ORDER BY received_at, id";
    tx.query(sql, params![whose.flatten().unwrap_or(access.case())], |row| row.json("body"))
}

fn about(row: &MatterRow, named: Named, origin: Origin, wrong: Wrong, facts: Text<5000>) -> Result<NewReport, Refusal> {
    Ok(NewReport {
        place: row.facts.division.clone(),
        origin,
        wrongs: NonEmpty::parse("wrongs", vec![wrong])?,
        named,
        facts,
        matter: Some(Text::parse("matter", row.number.as_str())?),
        look: None,
        // Replaced by who she is in her matter.
        reach: Reach::Anonymous,
    })
}

fn file_new(tx: &mut Tx, kit: &Kit, ctx: &Ctx, by: &By<'_>, new: &NewReport) -> Result<Receipt, Error> {
    let receiver = receiver(tx, new, ctx.today())?;
    let place = receiver.division.clone();
    let region = place.region();
    let terms = kit.terms(&place, ctx.today());
    let her = her(tx, kit, by, &new.reach)?;
    let reporter: PersonId = ctx.new_id();
    let contact = her.contact.clone().unwrap_or_else(nameless);
    insert_person(tx, kit, ctx, &region, &NewPerson { id: reporter, contact: &contact, source_key: None })?;
    let id: CaseId = ctx.new_id();
    // The number is one of the receiver's place: a gap in the numbers of the unit's own place would tell.
    let number = case_number(tx, &place, ctx.today())?;
    let command = File {
        division: place,
        place: new.place.clone(),
        receiver: receiver.id,
        origin: new.origin,
        wrongs: new.wrongs.clone(),
        named: new.named.clone(),
        facts: new.facts.clone(),
        matter: new.matter.clone(),
        look: new.look,
        reporter,
        anonymous: her.contact.is_none(),
    };
    let actor = match by {
        By::Anyone | By::Owner(_) => Actor::Petitioner,
        By::Caller { permit, .. } => permit.actor(),
    };
    let event = Obstruction::file(command, id, number.clone(), &terms.env(ctx, actor))?;
    let own = QueryCode::generate(ctx);
    let code = her.code.is_none().then_some(own);
    let birth = matter::Birth {
        code_digest: her.code.map(|(_, digest)| digest).or(code.as_ref().map(|c| kit.keys.query_code_digest(id, c))),
        code_case: her.code.map(|(case, _)| case),
        ..matter::Birth::default()
    };
    let deed = Deed { actor, at: ctx.now(), clocks: terms.clocks() };
    let state = matter::begin::<Obstruction>(tx, &region, id, event, deed, birth)?;
    Ok(receipt(&state, &terms, code, false))
}

/// Where it goes.
fn receiver(tx: &mut Tx, new: &NewReport, today: Date) -> Result<domain::organisation::Org, Error> {
    if divisions::get(tx, &new.place)?.is_none() {
        return Err(Refusal::invalid("division", "division-unknown").into());
    }
    let mut around = vec![new.place.clone()];
    if let Some(org) = new.named.org {
        let unknown = || Refusal::invalid("unit", "obstruction-unit-unknown");
        around.push(organisation::get(tx, org)?.ok_or_else(unknown)?.value.division);
    }
    let directory = organisation::around(tx, &around, today)?;
    Ok(rules::receiver(&directory, &new.place, &new.named).cloned().ok_or_else(rules::no_superior)?)
}

/// Who reports, and the code that opens the report when it is not one of its own.
struct Her {
    contact: Option<Contact>,
    code: Option<(CaseId, Digest)>,
}

fn her(tx: &mut Tx, kit: &Kit, by: &By<'_>, reach: &Reach) -> Result<Her, Error> {
    let (region, case) = match by {
        By::Anyone => {
            let contact = match reach {
                Reach::Contact(contact) => Some(contact.clone()),
                Reach::Anonymous => None,
            };
            return Ok(Her { contact, code: None });
        }
        By::Owner(access) => (access.region().to_owned(), access.case()),
        By::Caller { row, .. } => (row.region.clone(), row.id()),
    };
    let sql = "SELECT petitioner_id, code_digest, code_case FROM matter WHERE region = $1 AND id = $2";
    let (person, digest, whose): (PersonId, Option<Digest>, Option<CaseId>) = tx
        .query_opt(sql, params![&region, case], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .ok_or_else(Refusal::not_permitted)?;
    let contact = open_person(tx, &kit.keys, &region, person)?.contact();
    let reachable = contact.name.is_some() || contact.phone.is_some();
    let code = digest.map(|digest| (whose.unwrap_or(case), digest));
    Ok(Her { contact: reachable.then_some(contact), code })
}

fn nameless() -> Contact {
    Contact { name: None, phone: None, address: None, language: kernel::Locale::default() }
}

fn receipt(state: &Obstruction, terms: &Terms, code: Option<QueryCode>, again: bool) -> Receipt {
    let promise = |clock: &domain::deadline::Clock| {
        let derivation: Derivation = clock.derivation(terms.clocks().get(clock.def.as_str())?, terms.calendar());
        Some(Promise { def: clock.def.to_string(), derivation })
    };
    Receipt {
        id: state.id,
        number: state.number.clone(),
        code,
        receiver: state.receiver,
        received_at: state.received_at,
        again,
        promises: state.clocks.iter().filter(|clock| clock.is_open()).filter_map(promise).collect(),
    }
}

/// The receipt of the first time, code included: whoever holds the key of the form sent it.
fn first_receipt(tx: &mut Tx, kit: &Kit, first: First) -> Result<Receipt, Error> {
    let loaded = matter::load::<Obstruction>(tx, &first.region, first.id)?
        .ok_or_else(|| Fault::inconsistent("idempotency.response", "names a case that does not exist"))?;
    let terms = kit.terms(&loaded.state.division, kernel::beijing_date(loaded.state.received_at));
    Ok(receipt(&loaded.state, &terms, Some(first.code), true))
}
