//! How a person wants to be told: by which way, in which language.

use domain::{access::Subject, notice::Channel};
use kernel::{Ctx, Fault, Locale, Mobile, PersonId, Redacted, Refusal};
use store::{Tx, params};

use crate::{
    error::Error,
    kit::Kit,
    petition::{self, Access},
};

/// How she is told.
#[derive(Debug, Clone)]
pub struct Choice {
    /// By which way; `None`: on her page only.
    pub channel: Option<Channel>,
    /// Where to; `None` when she gave nothing that fits.
    pub address: Option<Redacted<String>>,
    /// In which language.
    pub language: Locale,
}

/// How `person` is told: as she chose, else by short message to the telephone she gave.
///
/// # Errors
/// When the database fails or a sealed field does not open.
pub fn choice(tx: &mut Tx, kit: &Kit, region: &str, person: PersonId) -> Result<Choice, Fault> {
    let sql = "SELECT channel, address FROM person_notice WHERE region = $1 AND person_id = $2";
    let chosen = tx.query_opt(sql, params![region, person], |row| {
        Ok((row.get::<Option<String>>(0)?, row.get::<Option<String>>(1)?))
    })?;
    let language = petition::language(tx, region, person)?;
    let channel = match &chosen {
        Some((channel, _)) => channel.as_deref().and_then(Channel::parse),
        None => Some(Channel::Sms),
    };
    let sealed = chosen.and_then(|(_, address)| address);
    let address = match (channel, sealed) {
        (Some(_), Some(sealed)) => Some(kit.keys.open("person_notice.address", person, &sealed)?),
        (Some(Channel::Sms), None) if is_known(tx, region, person)? => {
            petition::open_person(tx, &kit.keys, region, person)?.phone
        }
        (None, _) | (Some(_), None) => None,
    };
    Ok(Choice { channel, address, language })
}

/// Whether there is anything of her on record: a find without consent keeps nothing.
fn is_known(tx: &mut Tx, region: &str, person: PersonId) -> Result<bool, Fault> {
    let sql = "SELECT 1 FROM person WHERE region = $1 AND id = $2";
    Ok(tx.query_opt(sql, params![region, person], |_| Ok(()))?.is_some())
}

/// Takes down her choice. An empty address with short messages means the telephone she gave when she filed.
///
/// # Errors
/// `not-permitted` without her query code; `notice-address` for an address that cannot be one.
pub fn choose(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    access: &Access,
    (channel, address): (Option<Channel>, &str),
    language: Locale,
) -> Result<(), Error> {
    let row = crate::matter::find_by_id(tx, access.case())?.ok_or_else(Refusal::not_permitted)?;
    domain::access::permit::<domain::access::actions::AddMaterial>(&Subject::Petitioner(row.id()), &row.facts)?;
    let address = parse(channel, address)?;
    let sealed = match address {
        Some(address) => Some(kit.keys.seal("person_notice.address", row.petitioner, &address, ctx)?),
        None => None,
    };
    let sql = "INSERT INTO person_notice (region, person_id, channel, address, chosen_at) VALUES ($1, $2, $3, $4, $5) \
               ON CONFLICT (region, person_id) DO UPDATE SET channel = excluded.channel, address = excluded.address, \
               chosen_at = excluded.chosen_at";
    tx.execute(sql, params![&row.region, row.petitioner, channel.map(Channel::name), sealed, ctx.now()])?;
    let sql = "UPDATE person SET language = $3 WHERE region = $1 AND id = $2";
    tx.execute(sql, params![&row.region, row.petitioner, language.tag()])?;
    Ok(())
}

fn parse(channel: Option<Channel>, address: &str) -> Result<Option<String>, Refusal> {
    let wrong = || Refusal::invalid("address", "notice-address");
    let address = address.trim();
    match channel {
        None => Ok(None),
        Some(Channel::Sms) if address.is_empty() => Ok(None),
        Some(Channel::Sms) => Ok(Some(Mobile::parse("address", address)?.reveal().to_owned())),
        Some(Channel::Email) => {
            let (name, host) = address.rsplit_once('@').ok_or_else(wrong)?;
            let plain =
                |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_graphic() && !"<>,;\"".contains(c));
            if plain(name) && plain(host) && host.contains('.') && address.len() <= 200 {
                Ok(Some(address.to_owned()))
            } else {
                Err(wrong())
            }
        }
        // WeCom reaches members of an office, not the public.
        Some(Channel::Wecom) => Err(wrong()),
    }
}
