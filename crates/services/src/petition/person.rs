//! The petitioner's personal fields: sealed on the way in, opened only for whoever may see them, on record.

use domain::access::{Permit, actions::RevealIdentity};
use jiff::Timestamp;
use kernel::{Ctx, Fault, Locale, Mobile, PersonId, PersonName, Redacted, Refusal, Text};
use store::{Tx, params};

use super::form::Contact;
use crate::{
    error::Error,
    kit::Kit,
    matter::{self, View},
    secrets::Keys,
};

/// A person to be stored.
#[derive(Debug)]
pub struct NewPerson<'a> {
    /// Her id.
    pub id: PersonId,
    /// What she gave.
    pub contact: &'a Contact,
    /// Her key in an older system, hashed; for imports.
    pub source_key: Option<String>,
}

/// Name, telephone and address in full. Prints nothing.
#[derive(Debug, Clone)]
pub struct Identity {
    /// Name; empty when she gave none.
    pub name: Redacted<String>,
    /// Telephone.
    pub phone: Option<Redacted<String>>,
    /// Address.
    pub address: Option<Redacted<String>>,
}

impl Identity {
    /// The same details for another record of the same person. What does not parse any more is left out.
    pub(crate) fn contact(&self) -> Contact {
        let text = |field: &Option<Redacted<String>>| field.as_ref().map(|text| text.reveal().clone());
        Contact {
            name: PersonName::parse("name", self.name.reveal()).ok(),
            phone: text(&self.phone).and_then(|phone| Mobile::parse("phone", &phone).ok()),
            address: text(&self.address).and_then(|address| Text::parse("address", &address).ok()),
            language: kernel::Locale::default(),
        }
    }
}

/// Name and telephone with the middle masked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MaskedIdentity {
    /// `乌*格`; empty when she gave no name.
    pub name: String,
    /// `1** **** **06`, if she gave one.
    pub phone: Option<String>,
}

/// Writes a person's row, every personal field sealed.
pub(crate) fn insert(tx: &mut Tx, kit: &Kit, ctx: &Ctx, region: &str, person: &NewPerson<'_>) -> Result<(), Fault> {
    let seal = |field: &str, text: &str| kit.keys.seal(field, person.id, text, ctx);
    let contact = person.contact;
    let name = seal("person.name", contact.name.as_ref().map_or("", PersonName::reveal))?;
    let phone = contact.phone.as_ref().map(|phone| seal("person.phone", phone.reveal())).transpose()?;
    let index = contact.phone.as_ref().map(|phone| kit.keys.blind_index("person.phone", phone.reveal()));
    let address = contact.address.as_ref().map(|address| seal("person.address", address.as_str())).transpose()?;
    let sql = "INSERT INTO person (region, id, kind, name, phone, phone_index, address, language, source_key, created_at) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    tx.execute(
        sql,
        params![
            region,
            person.id,
            "NATURAL",
            name,
            phone,
            index,
            address,
            contact.language.tag(),
            person.source_key.as_deref(),
            ctx.now(),
        ],
    )?;
    Ok(())
}

/// Opens a person's fields. The caller has checked that they may be seen, and records it.
pub(crate) fn open(tx: &mut Tx, keys: &Keys, region: &str, id: PersonId) -> Result<Identity, Fault> {
    let sql = "SELECT name, phone, address FROM person WHERE region = $1 AND id = $2";
    let (name, phone, address) = tx.query_one(sql, params![region, id], |row| {
        Ok((row.get::<String>(0)?, row.get::<Option<String>>(1)?, row.get::<Option<String>>(2)?))
    })?;
    let open = |field: &str, sealed: &str| keys.open(field, id, sealed);
    Ok(Identity {
        name: open("person.name", &name)?,
        phone: phone.map(|sealed| open("person.phone", &sealed)).transpose()?,
        address: address.map(|sealed| open("person.address", &sealed)).transpose()?,
    })
}

/// The masked form, as desks show it.
pub fn masked(tx: &mut Tx, keys: &Keys, region: &str, id: PersonId) -> Result<MaskedIdentity, Fault> {
    let identity = open(tx, keys, region, id)?;
    let name = PersonName::parse("name", identity.name.reveal()).map(|name| name.masked()).unwrap_or_default();
    let phone = identity.phone.and_then(|phone| Mobile::parse("phone", phone.reveal()).ok()).map(|p| p.masked());
    Ok(MaskedIdentity { name, phone })
}

/// The language she is answered in.
pub fn language(tx: &mut Tx, region: &str, id: PersonId) -> Result<Locale, Fault> {
    let sql = "SELECT language FROM person WHERE region = $1 AND id = $2";
    let tag: Option<String> = tx.query_opt(sql, params![region, id], |row| row.get(0))?;
    Ok(tag.as_deref().and_then(Locale::of_tag).unwrap_or_default())
}

/// Her own data, for herself.
pub fn identity(tx: &mut Tx, kit: &Kit, region: &str, id: PersonId) -> Result<Identity, Fault> {
    open(tx, &kit.keys, region, id)
}

/// Opens the identity for a member of staff who says why; put on record, and the petitioner is told: at once on
/// her page with unit, time and reason, and by a notice that names none of them.
///
/// # Errors
/// `not-permitted` when the permit is for another case.
pub fn reveal(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    permit: &Permit<RevealIdentity>,
    row: &matter::MatterRow,
    reason: &Text<200>,
) -> Result<Identity, Error> {
    permit.for_case(row.id())?;
    let (Some(user), Some(org)) = (permit.actor().user(), permit.actor().org()) else {
        return Err(Refusal::not_permitted().into());
    };
    let at: Timestamp = ctx.now();
    let reason = Some(reason.as_str().to_owned());
    let view = View { id: ctx.new_id(), at, user, org, seen: "identity".into(), reason };
    matter::looked(tx, &row.region, row.id(), &view)?;
    crate::file::tell_look(tx, &row.region, row.id(), at)?;
    Ok(open(tx, &kit.keys, &row.region, row.petitioner)?)
}
