//! What became of messages: of one case for its desk, of all for the administrator, who sees no address and no case.

use std::collections::BTreeMap;

use domain::{
    access::{Permit, actions::AdminNotices},
    notice::{Channel, Fate, Purpose},
};
use jiff::Timestamp;
use kernel::{CaseId, DeliveryId, DivisionCode, Fault};
use store::{Filter, Row, Tx, params};

use super::ToldBy;

/// One message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// Its id.
    pub id: DeliveryId,
    /// Whom it is for: `PETITIONER`, `ADMINISTRATORS`, `SELF`.
    pub audience: String,
    /// By which way; `None`: on her page.
    pub channel: Option<Channel>,
    /// Why it was written; `None` for messages to staff.
    pub purpose: Option<Purpose>,
    /// The version of the wording.
    pub wording: String,
    /// What it says.
    pub body: String,
    /// What became of it.
    pub fate: Fate,
    /// When it may go, or goes again.
    pub due_at: Timestamp,
    /// When it was written.
    pub queued_at: Timestamp,
    /// How often it was tried.
    pub attempts: i64,
    /// Why it did not go (yet).
    pub reason: Option<String>,
    /// When that was settled.
    pub settled_at: Option<Timestamp>,
    /// When and how a person told her instead.
    pub told: Option<(Timestamp, ToldBy)>,
}

pub(super) const COLUMNS: &str = "d.id, d.audience, d.channel, d.purpose, d.wording, d.body, d.fate, d.due_at, d.queued_at, d.attempts, d.reason, d.settled_at, d.told_at, d.told_way";

pub(super) fn read(row: &Row<'_>) -> Result<Delivery, Fault> {
    Ok(Delivery {
        id: row.get("id")?,
        audience: row.get("audience")?,
        channel: row.get::<Option<String>>("channel")?.as_deref().and_then(Channel::parse),
        purpose: row.get::<Option<String>>("purpose")?.as_deref().and_then(Purpose::parse),
        wording: row.get("wording")?,
        body: row.get("body")?,
        fate: row.parse("fate", Fate::parse)?,
        due_at: row.get("due_at")?,
        queued_at: row.get("queued_at")?,
        attempts: row.get("attempts")?,
        reason: row.get("reason")?,
        settled_at: row.get("settled_at")?,
        told: row
            .get::<Option<Timestamp>>("told_at")?
            .zip(row.get::<Option<String>>("told_way")?.as_deref().and_then(ToldBy::parse)),
    })
}

/// What she was told of a case: by event, the message that told it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    by_event: BTreeMap<i64, Delivery>,
}

impl Told {
    /// The message that told of the event `seq`.
    #[must_use]
    pub fn of(&self, seq: i64) -> Option<&Delivery> {
        self.by_event.get(&seq)
    }

    /// The last message, when it did not reach her and nothing later did: somebody calls.
    #[must_use]
    pub fn unreached(&self) -> Option<&Delivery> {
        let last = self.by_event.values().next_back()?;
        (last.fate.wants_a_call() && last.told.is_none()).then_some(last)
    }

    /// Each message once, the newest first.
    #[must_use]
    pub fn all(&self) -> Vec<&Delivery> {
        let mut all: Vec<&Delivery> = self.by_event.values().collect();
        all.dedup_by_key(|one| one.id);
        all.reverse();
        all
    }
}

/// What she was told of a case. Whoever asks has leave to read it.
///
/// # Errors
/// When the database fails.
pub fn of_case(tx: &mut Tx, region: &str, case: CaseId) -> Result<Told, Fault> {
    let sql = format!(
        "SELECT n.seq, {COLUMNS} FROM notice n JOIN delivery d ON d.region = n.region AND d.id = n.delivery_id \
         WHERE n.region = $1 AND n.case_id = $2"
    );
    let rows = tx.query(&sql, params![region, case], |row| Ok((row.get::<i64>("seq")?, read(row)?)))?;
    Ok(Told { by_event: rows.into_iter().collect() })
}

/// Which messages an administrator lists.
#[derive(Debug, Clone, Default)]
pub struct Query {
    /// Of this fate only.
    pub fate: Option<Fate>,
    /// By this way only.
    pub channel: Option<Channel>,
    /// Written before.
    pub before: Option<Timestamp>,
    /// At most so many.
    pub limit: u32,
}

/// Messages of the permit's jurisdiction, the newest first.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Tx, permit: &Permit<AdminNotices>, query: &Query) -> Result<Vec<Delivery>, Fault> {
    let mut filter = within(permit.place());
    filter.eq_opt("d.fate", query.fate.map(Fate::name)).eq_opt("d.channel", query.channel.map(Channel::name));
    if let Some(before) = query.before {
        let before = filter.bind(before);
        filter.raw(format!("d.queued_at < {before}"));
    }
    let limit = filter.bind(query.limit.max(1));
    let sql = format!(
        "SELECT {COLUMNS} FROM delivery d WHERE {} ORDER BY d.queued_at DESC, d.id DESC LIMIT {limit}",
        filter.sql()
    );
    tx.query(&sql, filter.params(), read)
}

fn within(place: &DivisionCode) -> Filter {
    let mut filter = Filter::new();
    filter.within("d.division", place);
    filter
}

/// How the outbox stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outbox {
    /// How many of each fate were written in the last week, or wait.
    pub counts: BTreeMap<Fate, i64>,
    /// When the oldest that is due was written.
    pub oldest: Option<Timestamp>,
}

impl Outbox {
    /// How many have this fate.
    #[must_use]
    pub fn count(&self, fate: Fate) -> i64 {
        self.counts.get(&fate).copied().unwrap_or_default()
    }
}

/// How the outbox of the whole installation stands at `now`; for the overview and the gauges.
///
/// # Errors
/// When the database fails.
pub fn outbox(tx: &mut Tx, now: Timestamp) -> Result<Outbox, Fault> {
    let week = now - jiff::SignedDuration::from_hours(7 * 24);
    let sql = "SELECT fate, count(*) FROM delivery WHERE settled_at IS NULL OR settled_at > $1 GROUP BY fate";
    let rows = tx.query(sql, params![week], |row| Ok((row.parse(0, Fate::parse)?, row.get::<i64>(1)?)))?;
    let sql = "SELECT min(queued_at) FROM delivery WHERE settled_at IS NULL AND due_at <= $1";
    let oldest = tx.query_one(sql, params![now], |row| row.get(0))?;
    Ok(Outbox { counts: rows.into_iter().collect(), oldest })
}
