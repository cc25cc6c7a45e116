//! The keys of a jurisdiction's sealed officers. Making one takes both; none is ever deleted, because it still opens what it closed.

use domain::access::{Permit, actions::KeepSealedKeys};
use jiff::Timestamp;
use kernel::{Ctx, DivisionCode, Fault, Refusal};
use serde_json::json;
use store::{Row, Tx, params};
use uuid::Uuid;

use super::desk::officers;
use crate::{
    error::Error,
    organisation,
    secrets::envelope::{NewKey, SealingKey, Share},
};

/// The stream of all changes of these keys in a region.
const STREAM: Uuid = Uuid::from_u128(0x7365_616c_6564_7000_8000_6b65_7973_0001);

/// What is said of a key: nothing secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyInfo {
    /// Whose.
    pub division: DivisionCode,
    /// Its name, also its fingerprint.
    pub id: String,
    /// Since when.
    pub made_at: Timestamp,
    /// Since when it closes no more.
    pub retired_at: Option<Timestamp>,
    /// How many parts it closed.
    pub parts: i64,
}

/// A key with its shares, for two people who open.
#[derive(Debug, Clone)]
pub(super) struct KeyRow {
    pub(super) sealing: SealingKey,
    pub(super) shares: [Share; 2],
}

/// Keeps the first key of the permit's division.
///
/// # Errors
/// `sealed-key-known` when there is one, `sealed-two-needed` when the division has fewer than two sealed officers.
pub fn init(tx: &mut Tx, ctx: &Ctx, permit: &Permit<KeepSealedKeys>, key: &NewKey) -> Result<(), Error> {
    if current(tx, permit.place())?.is_some() {
        return Err(Refusal::rule("sealed-key-known", "10.3", "").into());
    }
    put(tx, ctx, permit, key, "sealed-key-made")
}

/// Puts a new key in the place of the one that closes. The old one stays for reading.
///
/// # Errors
/// `sealed-no-key` when there is none, `sealed-two-needed`.
pub fn rotate(tx: &mut Tx, ctx: &Ctx, permit: &Permit<KeepSealedKeys>, key: &NewKey) -> Result<(), Error> {
    if current(tx, permit.place())?.is_none() {
        return Err(Refusal::rule("sealed-no-key", "10.3", "").into());
    }
    let place = permit.place();
    let sql = "UPDATE sealed_key SET retired_at = $3 WHERE region = $1 AND division = $2 AND retired_at IS NULL";
    tx.execute(sql, params![place.region(), place, ctx.now()])?;
    put(tx, ctx, permit, key, "sealed-key-rotated")
}

fn put(tx: &mut Tx, ctx: &Ctx, permit: &Permit<KeepSealedKeys>, key: &NewKey, kind: &'static str) -> Result<(), Error> {
    let place = permit.place();
    if officers(tx, ctx, place)?.len() < 2 {
        return Err(Refusal::rule("sealed-two-needed", "10.3", "A30_3").into());
    }
    let sql = "INSERT INTO sealed_key (region, id, division, public, share_one, share_two, made_at) \
               VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let [one, two] = &key.shares;
    tx.execute(
        sql,
        params![place.region(), key.sealing.id(), place, key.sealing.public(), one.as_str(), two.as_str(), ctx.now()],
    )?;
    let body = json!({ "division": place, "key": key.sealing.id() });
    organisation::record(tx, ctx, &place.region(), STREAM, permit.actor(), kind, &body)
}

/// The keys of the permit's division, the one that closes first.
///
/// # Errors
/// When the database fails.
pub fn status(tx: &mut Tx, permit: &Permit<KeepSealedKeys>) -> Result<Vec<KeyInfo>, Fault> {
    infos(tx, permit.place())
}

/// The same for the officers' own desk: name and day of every key, so that a key that neither of them made is seen.
///
/// # Errors
/// When the database fails.
pub fn keys_of(tx: &mut Tx, division: &DivisionCode) -> Result<Vec<KeyInfo>, Fault> {
    infos(tx, division)
}

fn infos(tx: &mut Tx, division: &DivisionCode) -> Result<Vec<KeyInfo>, Fault> {
    let sql = "SELECT k.division, k.id, k.made_at, k.retired_at, (SELECT count(*) FROM sealed_part p \
               WHERE p.region = k.region AND p.key_id = k.id) AS parts FROM sealed_key k \
               WHERE k.region = $1 AND k.division = $2 \
               ORDER BY CASE WHEN k.retired_at IS NULL THEN 0 ELSE 1 END, k.made_at DESC";
    tx.query(sql, params![division.region(), division], |row| {
        Ok(KeyInfo {
            division: row.parse("division", |text| DivisionCode::parse(text).ok())?,
            id: row.get("id")?,
            made_at: row.get("made_at")?,
            retired_at: row.get("retired_at")?,
            parts: row.get("parts")?,
        })
    })
}

/// The key that closes for `division`.
pub(super) fn current(tx: &mut Tx, division: &DivisionCode) -> Result<Option<SealingKey>, Fault> {
    let sql = "SELECT id, public FROM sealed_key WHERE region = $1 AND division = $2 AND retired_at IS NULL \
               ORDER BY made_at DESC LIMIT 1";
    tx.query_opt(sql, params![division.region(), division], |row| {
        SealingKey::stored(row.get(0)?, &row.get::<String>(1)?)
    })
}

/// The keys with these names.
pub(super) fn named(tx: &mut Tx, region: &str, ids: &[String]) -> Result<Vec<KeyRow>, Fault> {
    let sql = "SELECT id, public, share_one, share_two FROM sealed_key WHERE region = $1 ORDER BY made_at";
    let read = |row: &Row<'_>| {
        Ok(KeyRow {
            sealing: SealingKey::stored(row.get(0)?, &row.get::<String>(1)?)?,
            shares: [Share::stored(row.get(2)?), Share::stored(row.get(3)?)],
        })
    };
    let mut all: Vec<KeyRow> = tx.query(sql, params![region], read)?;
    all.retain(|key| ids.iter().any(|id| id == key.sealing.id()));
    Ok(all)
}
