//! Look-up by number and query code: the only key a petitioner has, and needs.

use domain::petition::Petition;
use jiff::Timestamp;
use kernel::{CaseId, CaseNumber, Ctx, Digest, QueryCode, Refusal};
use store::{Tx, params};

use crate::{error::Error, kit::Kit, matter};

/// Proof that number and code fitted. Only [`look_up`] and a signed cookie of it make one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access {
    case: CaseId,
    region: String,
}

impl Access {
    /// To what a case became whose access was proven.
    pub(crate) fn onward(&self, case: CaseId) -> Self {
        Self { case, region: self.region.clone() }
    }

    /// The case.
    #[must_use]
    pub fn case(&self) -> CaseId {
        self.case
    }

    /// Its distribution column.
    #[must_use]
    pub fn region(&self) -> &str {
        &self.region
    }

    /// As it stands in a cookie: signed, valid until `until`.
    #[must_use]
    pub fn to_cookie(&self, kit: &Kit, until: Timestamp) -> String {
        let body = format!("{}.{}.{}", self.case, self.region, until.as_second());
        let signature = kit.keys.sign(crate::secrets::Purpose::Cookie, body.as_bytes());
        format!("{body}.{signature}")
    }

    /// Reads a cookie back; `None` when it was changed or is over.
    #[must_use]
    pub fn from_cookie(kit: &Kit, cookie: &str, now: Timestamp) -> Option<Self> {
        let (body, signature) = cookie.rsplit_once('.')?;
        let signature = Digest::from_hex(signature)?;
        if !kit.keys.is_signed(crate::secrets::Purpose::Cookie, body.as_bytes(), &signature) {
            return None;
        }
        let mut parts = body.split('.');
        let (case, region, until) = (parts.next()?, parts.next()?, parts.next()?);
        if until.parse::<i64>().ok()? <= now.as_second() {
            return None;
        }
        Some(Self { case: case.parse().ok()?, region: region.to_owned() })
    }
}

/// Wrong tries after which one waits.
const FREE_TRIES: i64 = 5;
/// The longest wait.
const LONGEST_WAIT: i64 = 3_600;

/// Proves access by number and code. Wrong pairs are never told apart; after five the number waits, ever longer.
///
/// The failure must be recorded although the call refuses, so the answer comes as an inner result: commit either way.
///
/// # Errors
/// Outer: a fault. Inner: `look-up` when number or code do not fit, `look-up-wait` with the seconds.
pub fn look_up(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    number: &CaseNumber,
    code: &QueryCode,
) -> Result<Result<Access, Refusal>, Error> {
    let scope = format!("look-up/{number}");
    if let Some(seconds) = must_wait(tx, &scope, ctx.now())? {
        return Ok(Err(Refusal::wait("look-up-wait", seconds)));
    }
    let region = number.as_str()[..4].to_owned();
    let sql = "SELECT id, code_digest, code_case FROM matter WHERE region = $1 AND number = $2";
    let found = tx.query_opt(sql, params![&region, number], |row| {
        let case: CaseId = row.get(0)?;
        // A petition born from a work order keeps the order's code.
        let whose = row.get::<Option<CaseId>>(2)?.unwrap_or(case);
        Ok((case, row.get::<Option<Digest>>(1)?.map(|digest| (whose, digest))))
    })?;
    // Besides matters, the seat of a party to a mediation.
    let found = match found {
        Some(found) => Some(found),
        None => crate::mediation::seat_of(tx, &region, number)?
            .map(|(seat, digest)| (seat, digest.map(|digest| (seat, digest)))),
    };
    // As much work for a number that does not exist, so that time tells nothing; the zero digest fits no code.
    let (whose, digest) = match &found {
        Some((_, Some(stored))) => *stored,
        _ => (CaseId(uuid::Uuid::nil()), Digest::ZERO),
    };
    let fits = kit.keys.query_code_matches(whose, code, &digest);
    match found {
        Some((case, _)) if fits => {
            tx.execute("DELETE FROM look_up_attempt WHERE scope = $1", params![scope])?;
            Ok(Ok(Access { case, region }))
        }
        _ => {
            failed(tx, &scope, ctx.now())?;
            Ok(Err(Refusal::rule("look-up", "R-100", "A21_2")))
        }
    }
}

fn must_wait(tx: &mut Tx, scope: &str, now: Timestamp) -> Result<Option<u64>, Error> {
    let sql = "SELECT failures, last_at FROM look_up_attempt WHERE scope = $1";
    let known = tx.query_opt(sql, params![scope], |row| Ok((row.get::<i64>(0)?, row.get::<Timestamp>(1)?)))?;
    let Some((failures, last)) = known.filter(|(failures, _)| *failures >= FREE_TRIES) else { return Ok(None) };
    let doublings = u32::try_from(failures - FREE_TRIES).unwrap_or(u32::MAX).min(12);
    let wait = (30_i64 << doublings).min(LONGEST_WAIT);
    let left = last.as_second() + wait - now.as_second();
    Ok(u64::try_from(left).ok().filter(|left| *left > 0))
}

fn failed(tx: &mut Tx, scope: &str, now: Timestamp) -> Result<(), Error> {
    let sql = "INSERT INTO look_up_attempt (scope, failures, last_at) VALUES ($1, 1, $2) \
               ON CONFLICT (scope) DO UPDATE SET failures = look_up_attempt.failures + 1, last_at = excluded.last_at";
    tx.execute(sql, params![scope, now])?;
    Ok(())
}

/// The petition she may see.
///
/// # Errors
/// `not-permitted` when it does not exist.
pub(crate) fn load(tx: &mut Tx, access: &Access) -> Result<matter::Loaded<Petition>, Error> {
    Ok(matter::load::<Petition>(tx, &access.region, access.case)?.ok_or_else(Refusal::not_permitted)?)
}
