//! Work for later, written by the transaction that causes it: the outbox.
//!
//! A job is taken under a lease. A worker that dies lets its lease run out and another takes the job again, so a job runs
//! at least once and must bear running twice. Of several workers that ask at the same moment one gets a job.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use kernel::{Ctx, Fault, JobId};

use crate::{Row, Tx, dialect::Engine, params};

/// Attempts after which a job is dead and waits for a person.
pub const MOST_ATTEMPTS: i64 = 12;
/// The pause after the first failure; doubles each time.
const FIRST_PAUSE: Duration = Duration::from_secs(10);
/// The longest pause.
const LONGEST_PAUSE: Duration = Duration::from_hours(6);
/// The longest reason kept.
const REASON: usize = 500;

/// A job that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Its id.
    pub id: JobId,
    /// What is to be done; chooses the handler.
    pub kind: String,
    /// With what: JSON, no personal data but ids.
    pub payload: String,
    /// The number of this attempt, from 1. With the id it names one taking: an answer to an older one changes nothing.
    pub attempt: i64,
}

/// What became of a job that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Runs again at this time.
    Again(Timestamp),
    /// Another job of the same key waits already and does this one's work.
    Merged,
    /// Too many attempts: dead until a person revives it.
    Dead,
    /// The lease had run out and the job is no longer this worker's.
    Lost,
}

/// How many jobs are in each state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Waiting, due or not.
    pub ready: i64,
    /// Being done.
    pub taken: i64,
    /// Given up.
    pub dead: i64,
}

/// Queues a job for `run_at`. With a `dedupe` key at most one such job waits; `None` when there is one already.
///
/// A job that is being done does not count: what happened since it started may need it again.
pub fn enqueue(
    tx: &mut Tx,
    ctx: &Ctx,
    kind: &str,
    dedupe: Option<&str>,
    payload: &serde_json::Value,
    run_at: Timestamp,
) -> Result<Option<JobId>, Fault> {
    let id: JobId = ctx.new_id();
    let sql = "INSERT INTO job (id, kind, dedupe, payload, state, run_at, attempts, created_at)
               VALUES ($1, $2, $3, $4, 'ready', $5, 0, $6) ON CONFLICT (kind, dedupe) WHERE state = 'ready' DO NOTHING";
    let added = tx.execute(sql, params![id, kind, dedupe, payload, run_at, ctx.now()])?;
    Ok((added == 1).then_some(id))
}

/// Takes up to `limit` due jobs for `worker`, each until `now + lease`. Jobs whose lease ran out are taken again.
pub fn claim(tx: &mut Tx, worker: &str, now: Timestamp, limit: u32, lease: Duration) -> Result<Vec<Job>, Fault> {
    bury(tx, now)?;
    let skip = match tx.kind() {
        Engine::Sqlite => "",
        Engine::Postgres => "FOR UPDATE SKIP LOCKED",
    };
    // A taken job is due again when its lease ends: `run_at` holds that moment. Materialised, because a planner that ran
    // the inner query once a row would take more than the limit.
    let sql = format!(
        "WITH due AS MATERIALIZED (
             SELECT id FROM job WHERE state IN ('ready', 'taken') AND run_at <= $1 ORDER BY run_at, id LIMIT $2 {skip})
         UPDATE job SET state = 'taken', attempts = attempts + 1, worker = $3, run_at = $4
         WHERE id IN (SELECT id FROM due) RETURNING id, kind, payload, attempts"
    );
    let until = after(now, lease);
    let mut jobs = tx.query(&sql, params![now, limit, worker, until], read)?;
    jobs.sort_by_key(|job| job.id);
    Ok(jobs)
}

/// A job whose workers die before they can say so must not be taken for ever.
fn bury(tx: &mut Tx, now: Timestamp) -> Result<(), Fault> {
    // The condition on both states is that of the index.
    let sql =
        "UPDATE job SET state = 'dead', reason = 'its workers ended without an answer', ended_at = $1, worker = NULL
               WHERE state IN ('ready', 'taken') AND run_at <= $1 AND state = 'taken' AND attempts >= $2";
    tx.execute(sql, params![now, MOST_ATTEMPTS]).map(drop)
}

fn read(row: &Row<'_>) -> Result<Job, Fault> {
    Ok(Job { id: row.get("id")?, kind: row.get("kind")?, payload: row.get("payload")?, attempt: row.get("attempts")? })
}

/// The job is done. False when the lease had run out and somebody else has it.
pub fn done(tx: &mut Tx, job: &Job, now: Timestamp) -> Result<bool, Fault> {
    let sql = "UPDATE job SET state = 'done', worker = NULL, reason = NULL, ended_at = $3
               WHERE id = $1 AND attempts = $2 AND state = 'taken'";
    Ok(tx.execute(sql, params![job.id, job.attempt, now])? == 1)
}

/// The job failed for `reason` (no personal data): it runs again after a pause that doubles each time, or is dead.
pub fn failed(tx: &mut Tx, job: &Job, reason: &str, now: Timestamp) -> Result<Next, Fault> {
    let reason: String = reason.chars().take(REASON).collect();
    let again = after(now, pause(job.attempt));
    let (state, ended, next) = if job.attempt >= MOST_ATTEMPTS {
        ("dead", Some(now), Next::Dead)
    } else if twin_waits(tx, job)? {
        ("done", Some(now), Next::Merged)
    } else {
        ("ready", None, Next::Again(again))
    };
    let sql = "UPDATE job SET state = $3, run_at = $4, reason = $5, ended_at = $6, worker = NULL
               WHERE id = $1 AND attempts = $2 AND state = 'taken'";
    let changed = tx.execute(sql, params![job.id, job.attempt, state, again, reason, ended])?;
    Ok(if changed == 1 { next } else { Next::Lost })
}

fn twin_waits(tx: &mut Tx, job: &Job) -> Result<bool, Fault> {
    let sql = "SELECT 1 FROM job mine JOIN job other ON other.kind = mine.kind AND other.dedupe = mine.dedupe
               WHERE mine.id = $1 AND other.state = 'ready'";
    Ok(tx.query_opt(sql, params![job.id], |_| Ok(()))?.is_some())
}

fn pause(attempt: i64) -> Duration {
    let doublings = u32::try_from(attempt.clamp(1, 20) - 1).unwrap_or_default();
    FIRST_PAUSE.saturating_mul(2u32.pow(doublings)).min(LONGEST_PAUSE)
}

fn after(now: Timestamp, span: Duration) -> Timestamp {
    SignedDuration::try_from(span).ok().and_then(|span| now.checked_add(span).ok()).unwrap_or(now)
}

/// Gives a dead job another life, from the first attempt.
pub fn revive(tx: &mut Tx, id: JobId, now: Timestamp) -> Result<bool, Fault> {
    let sql = "UPDATE job SET state = 'ready', attempts = 0, run_at = $2, ended_at = NULL, dedupe = NULL
               WHERE id = $1 AND state = 'dead'";
    Ok(tx.execute(sql, params![id, now])? == 1)
}

/// When the next job is due, for a worker that waits.
pub fn next_due(tx: &mut Tx) -> Result<Option<Timestamp>, Fault> {
    let sql = "SELECT run_at FROM job WHERE state IN ('ready', 'taken') ORDER BY run_at, id LIMIT 1";
    tx.query_opt(sql, &[], |row| row.get(0))
}

/// How many jobs wait, are being done, or were given up.
pub fn counts(tx: &mut Tx) -> Result<Counts, Fault> {
    let sql = "SELECT count(*) FILTER (WHERE state = 'ready'), count(*) FILTER (WHERE state = 'taken'),
               count(*) FILTER (WHERE state = 'dead') FROM job WHERE state <> 'done'";
    tx.query_one(sql, &[], |row| Ok(Counts { ready: row.get(0)?, taken: row.get(1)?, dead: row.get(2)? }))
}

/// Deletes jobs done before `before`; how many. Dead ones stay.
pub fn sweep(tx: &mut Tx, before: Timestamp) -> Result<u64, Fault> {
    tx.execute("DELETE FROM job WHERE state = 'done' AND ended_at < $1", params![before])
}
