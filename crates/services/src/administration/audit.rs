//! The record as an auditor reads it: who changed units, staff and reference data, and who looked at which case. Case numbers
//! and times, never a title, a text or the name of a petitioner.

use domain::{
    access::{Permit, actions::ReadAuditLog},
    actor::Actor,
};
use jiff::Timestamp;
use kernel::{CaseNumber, DivisionCode, Fault, OrgId, OrgLevel, UserId};
use store::{
    Tx,
    event_log::{self, Checkpoint},
    params,
};

use crate::reference;

/// What was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// An organisation, by its name.
    Org(String),
    /// A member of staff, by her login name.
    Staff(String),
    /// Calendar, clocks or settings: the kind and the key.
    Reference(String),
}

/// One change that an administrator made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdminEvent {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: Actor,
    /// What happened, as recorded: `org-created`, `staff-password-reset` …
    pub kind: String,
    /// To what.
    pub change: Change,
    /// To whom, where it was a member of staff.
    pub about: Option<UserId>,
    /// Its place in the chain of its stream.
    pub seq: i64,
}

/// One look at a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub user: UserId,
    /// At which case; `None` when its number cannot be read.
    pub number: Option<CaseNumber>,
    /// What was seen: `material`, `identity`, `search`, `export`.
    pub seen: String,
    /// Whether she gave a reason. The reason itself may speak of the case and stays with it.
    pub reasoned: bool,
}

/// How far the record is covered by checkpoints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordState {
    /// The last one.
    pub last: Option<Checkpoint>,
    /// Streams with events after it.
    pub uncovered: i64,
}

/// The newest changes before `before` in the permit's division, at most `limit`.
///
/// # Errors
/// When the database fails.
pub fn changes(
    tx: &mut Tx,
    permit: &Permit<ReadAuditLog>,
    before: Option<Timestamp>,
    limit: u32,
) -> Result<Vec<AdminEvent>, Fault> {
    let place = permit.place();
    let before = before.unwrap_or(Timestamp::MAX).as_microsecond();
    // By stream, so that the primary key of the log serves it: there are far fewer units and people than events.
    let (region, digits) = region_is("e", place);
    let sql = format!(
        "SELECT e.at, e.actor, e.kind, e.seq, o.name, s.login, e.body, s.id FROM event e
         LEFT JOIN org o ON o.id = e.stream LEFT JOIN staff s ON s.id = e.stream
         WHERE {region} AND e.at < $4 AND (e.stream = $6 OR e.stream IN (
             SELECT id FROM org WHERE division >= $2 AND division < $3
             UNION SELECT s.id FROM staff s JOIN org o ON o.id = s.org_id WHERE o.division >= $2 AND o.division < $3))
         ORDER BY e.at DESC, e.seq DESC LIMIT $5"
    );
    let values = params![digits, place, place.upper_bound(), before, limit, reference::STREAM];
    tx.query(&sql, values, |row| {
        let (org, login): (Option<String>, Option<String>) = (row.get(4)?, row.get(5)?);
        let change = match (org, login) {
            (Some(name), _) => Change::Org(name),
            (_, Some(login)) => Change::Staff(login),
            _ => Change::Reference(reference_of(&row.get::<String>(6)?)),
        };
        Ok(AdminEvent {
            at: row.get(0)?,
            actor: row.parse("actor", |text| serde_json::from_str(text).ok())?,
            kind: row.get(2)?,
            seq: row.get(3)?,
            about: row.get(7)?,
            change,
        })
    })
}

/// The condition on the distribution column and its value: one prefecture, or all of a region.
fn region_is(table: &str, place: &DivisionCode) -> (String, String) {
    match place.level() {
        OrgLevel::Region => (format!("substr({table}.region, 1, 2) = $1"), place.to_string()),
        _ => (format!("{table}.region = $1"), place.region()),
    }
}

/// `calendar 2027` from the body of an event of reference data.
fn reference_of(body: &str) -> String {
    let body: serde_json::Value = serde_json::from_str(body).unwrap_or_default();
    let part = |name: &str| body.get(name).and_then(serde_json::Value::as_str).unwrap_or_default();
    format!("{} {}", part("kind"), part("key")).trim().to_owned()
}

/// The newest looks before `before` at cases of the permit's division, at most `limit`. Sealed ones are nobody's to list.
///
/// # Errors
/// When the database fails.
pub fn looks(
    tx: &mut Tx,
    permit: &Permit<ReadAuditLog>,
    before: Option<Timestamp>,
    limit: u32,
) -> Result<Vec<Look>, Fault> {
    let place = permit.place();
    let before = before.unwrap_or(Timestamp::MAX).as_microsecond();
    let (region, digits) = region_is("v", place);
    let sql = format!(
        "SELECT v.at, v.user_id, m.number, v.seen, v.reason IS NOT NULL FROM view_log v
         JOIN matter m ON m.region = v.region AND m.id = v.case_id
         WHERE {region} AND v.at < $4 AND m.division >= $2 AND m.division < $3 AND NOT m.sealed
         AND (m.respondent_id IS NULL OR m.respondent_id <> $6)
         ORDER BY v.at DESC LIMIT $5"
    );
    // The auditor of a unit never reads who looked at what was said of her own unit.
    let own = permit.actor().org().unwrap_or(OrgId(uuid::Uuid::nil()));
    tx.query(&sql, params![digits, place, place.upper_bound(), before, limit, own], |row| {
        Ok(Look {
            at: row.get(0)?,
            user: row.get(1)?,
            number: CaseNumber::parse(&row.get::<String>(2)?).ok(),
            seen: row.get(3)?,
            reasoned: row.get(4)?,
        })
    })
}

/// The last checkpoint and what came after it.
///
/// # Errors
/// When the database fails.
pub fn record_state(tx: &mut Tx, _permit: &Permit<ReadAuditLog>) -> Result<RecordState, Fault> {
    let last = event_log::last_checkpoint(tx)?;
    let uncovered = tx.query_one("SELECT count(*) FROM chain_head WHERE covered < seq", &[], |row| row.get(0))?;
    Ok(RecordState { last, uncovered })
}
