//! A create that is sent twice happens once and is answered twice, query code included.

use kernel::{CaseId, Ctx, Digest, Fault, QueryCode, Refusal, Sm3};
use serde::{Deserialize, Serialize};
use store::{Tx, idempotency};

use super::form::NewPetition;
use crate::{error::Error, kit::Kit};

/// One create under an idempotency key.
pub(crate) struct Once<'a> {
    scope: &'static str,
    key: Option<&'a str>,
    digest: Digest,
}

/// What was created the first time.
pub(crate) struct First {
    pub(crate) id: CaseId,
    pub(crate) region: String,
    pub(crate) code: QueryCode,
}

/// What a key remembers. The code is sealed: it stands nowhere in clear.
#[derive(Serialize, Deserialize)]
struct Remembered {
    id: CaseId,
    region: String,
    code: String,
}

impl<'a> Once<'a> {
    /// For what `new` says, under `key`; without a key every call creates.
    pub(crate) fn new(kit: &Kit, scope: &'static str, key: Option<&'a str>, new: &NewPetition) -> Self {
        Self { scope, key, digest: digest_of(kit, scope, new) }
    }

    /// For whatever has this digest, under `key`.
    pub(crate) fn with(scope: &'static str, key: Option<&'a str>, digest: Digest) -> Self {
        Self { scope, key, digest }
    }

    /// What was created under this key before.
    ///
    /// # Errors
    /// `key-reused` when the key belongs to another form.
    pub(crate) fn first(&self, tx: &mut Tx, kit: &Kit) -> Result<Option<First>, Error> {
        let Some(key) = self.key else { return Ok(None) };
        match idempotency::lookup(tx, self.scope, key, &self.digest)? {
            idempotency::Known::New => Ok(None),
            idempotency::Known::Other => Err(Refusal::invalid("key", "key-reused").into()),
            idempotency::Known::Done(answer) => {
                let remembered: Remembered = serde_json::from_str(&answer)
                    .map_err(|error| Fault::inconsistent("idempotency.response", error))?;
                let code = kit.keys.open("receipt.code", remembered.id, &remembered.code)?;
                let code = QueryCode::parse(code.reveal())?;
                Ok(Some(First { id: remembered.id, region: remembered.region, code }))
            }
        }
    }

    /// Remembers what was created, in the transaction that created it.
    pub(crate) fn remember(&self, tx: &mut Tx, kit: &Kit, ctx: &Ctx, first: &First) -> Result<(), Fault> {
        let Some(key) = self.key else { return Ok(()) };
        let code = kit.keys.seal("receipt.code", first.id, first.code.reveal(), ctx)?;
        let remembered = Remembered { id: first.id, region: first.region.clone(), code };
        let answer = serde_json::to_string(&remembered).map_err(|e| Fault::inconsistent("receipt", e))?;
        idempotency::record(tx, self.scope, key, &self.digest, &answer, ctx.now())
    }
}

/// A keyed digest over everything the person wrote: the same form again, or another one under the same key. Keyed,
/// because it covers a telephone number and stands in the database.
fn digest_of(kit: &Kit, scope: &str, new: &NewPetition) -> Digest {
    let mut all = Sm3::new().field(new.title.as_str().as_bytes()).field(new.facts.as_str().as_bytes());
    for claim in &new.claims {
        all = all.field(claim.as_str().as_bytes());
    }
    let contact = &new.contact;
    all = all
        .field(new.division.as_str().as_bytes())
        .field(contact.name.as_ref().map_or("", |name| name.reveal()).as_bytes())
        .field(contact.phone.as_ref().map_or("", |phone| phone.reveal()).as_bytes())
        .field(contact.address.as_ref().map_or("", |address| address.as_str()).as_bytes());
    // Only when she asked: what was sent before this question existed keeps its digest.
    if let Some(station) = new.station {
        all = all.field(station.to_string().as_bytes());
    }
    if let Some(grid) = new.grid {
        all = all.field(grid.to_string().as_bytes());
    }
    kit.keys.blind_index(scope, &all.finish().to_string())
}
