//! What is stuck, told to the administrators once a day: counts and ages, never a number of a case.

use domain::notice::Channel;
use jiff::{SignedDuration, Timestamp};
use kernel::{Ctx, DivisionCode, Fault, Locale, Message};
use store::{Tx, params};

use super::plan::insert_for_staff;
use crate::kit::Kit;

/// How often at most.
const EVERY: SignedDuration = SignedDuration::from_hours(24);

/// An administrator who is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// By which way.
    pub channel: Channel,
    /// Her mailbox or her name in WeCom.
    pub to: String,
}

struct Stuck {
    waiting: i64,
    oldest: Option<Timestamp>,
    failed: i64,
}

/// Writes to the administrators when something is stuck or was given up since the last digest; to how many.
///
/// # Errors
/// When the database fails.
pub fn digest(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    place: &DivisionCode,
    recipients: &[Recipient],
) -> Result<usize, Fault> {
    let last = last(tx)?;
    if recipients.is_empty() || last.is_some_and(|last| ctx.now().duration_since(last) < EVERY) {
        return Ok(0);
    }
    let minutes = kit.reference().notices.in_force(place, ctx.today()).map_or(30, |rules| rules.stuck_minutes);
    let stuck = stuck(tx, ctx.now(), SignedDuration::from_mins(i64::from(minutes)), last)?;
    if stuck.waiting == 0 && stuck.failed == 0 {
        return Ok(0);
    }
    let hours = stuck.oldest.map_or(0, |oldest| ctx.now().duration_since(oldest).as_hours());
    let message =
        Message::new("notices-digest").with("waiting", stuck.waiting).with("hours", hours).with("failed", stuck.failed);
    let text = message.say(Locale::Zh);
    for one in recipients {
        insert_for_staff(tx, kit, ctx, place, ("ADMINISTRATORS", one.channel, &one.to), (Locale::Zh, &text))?;
    }
    Ok(recipients.len())
}

fn last(tx: &mut Tx) -> Result<Option<Timestamp>, Fault> {
    let sql = "SELECT queued_at FROM delivery WHERE audience = 'ADMINISTRATORS' ORDER BY queued_at DESC LIMIT 1";
    tx.query_opt(sql, &[], |row| row.get(0))
}

/// What waits too long, and what was given up since `last`.
fn stuck(tx: &mut Tx, now: Timestamp, patience: SignedDuration, last: Option<Timestamp>) -> Result<Stuck, Fault> {
    // What is held for the morning is not due, so its age does not count; what was tried in vain is due again later and does.
    let sql = "SELECT count(*), min(queued_at) FROM delivery WHERE settled_at IS NULL AND audience = 'PETITIONER' \
               AND queued_at <= $1 AND (due_at <= $1 OR attempts > 0)";
    let (waiting, oldest) = tx.query_one(sql, params![now - patience], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let since = last.unwrap_or(now - EVERY);
    let sql = "SELECT count(*) FROM delivery WHERE settled_at > $1 AND audience = 'PETITIONER' \
               AND fate IN ('FAILED', 'UNSURE')";
    let failed = tx.query_one(sql, params![since], |row| row.get(0))?;
    Ok(Stuck { waiting, oldest, failed })
}
