//! Taking what is due, and writing down what became of it.

use domain::notice::{Channel, Fate, NoticeRules, Purpose};
use jiff::{SignedDuration, Timestamp};
use kernel::{CaseId, Ctx, DeliveryId, DivisionCode, Fault, Redacted};
use store::{Row, Tx, params};

use super::{Answer, Parcel, Why, choose::choice};
use crate::{kit::Kit, matter};

/// How long a carrier may take before the message counts as begun and never answered.
const LEASE: SignedDuration = SignedDuration::from_mins(10);
/// The pause after the first failure; doubles each time.
const FIRST_PAUSE: SignedDuration = SignedDuration::from_secs(30);
/// The longest pause.
const LONGEST_PAUSE: SignedDuration = SignedDuration::from_hours(1);
/// Doublings after which the pause is the longest anyway.
const DOUBLINGS: i64 = 8;

struct Due {
    region: String,
    id: DeliveryId,
    case: Option<CaseId>,
    address: Option<String>,
    channel: Channel,
    body: String,
    fate: Fate,
    attempts: i64,
}

fn read(row: &Row<'_>) -> Result<Due, Fault> {
    Ok(Due {
        region: row.get(0)?,
        id: row.get(1)?,
        case: row.get(2)?,
        address: row.get(3)?,
        channel: row.parse(4, Channel::parse)?,
        body: row.get(5)?,
        fate: row.parse(6, Fate::parse)?,
        attempts: row.get(7)?,
    })
}

/// Takes up to `limit` messages that are due, each under a lease. One that was begun before and never answered comes with
/// [`Parcel::again`]. Of several workers that ask at once, one gets a message.
///
/// # Errors
/// When the database fails.
pub fn claim(tx: &mut Tx, kit: &Kit, ctx: &Ctx, limit: u32) -> Result<Vec<Parcel>, Fault> {
    let sql = "SELECT region, id, case_id, address, channel, body, fate, attempts FROM delivery \
               WHERE settled_at IS NULL AND due_at <= $1 ORDER BY due_at, id LIMIT $2";
    let mut parcels = vec![];
    for due in tx.query(sql, params![ctx.now(), limit], read)? {
        // Whoever changes the number of tries has it; a second worker finds another number and goes on.
        let sql = "UPDATE delivery SET fate = 'SENDING', attempts = attempts + 1, due_at = $4 \
                   WHERE region = $1 AND id = $2 AND attempts = $3 AND settled_at IS NULL AND due_at <= $5";
        let until = ctx.now() + LEASE;
        if tx.execute(sql, params![&due.region, due.id, due.attempts, until, ctx.now()])? == 0 {
            continue;
        }
        let Some(to) = address(tx, kit, &due)? else {
            end(tx, &due.region, due.id, Fate::Unreachable, Some(Why::NO_ADDRESS), None, ctx.now())?;
            continue;
        };
        parcels.push(Parcel {
            again: due.fate == Fate::Sending,
            region: due.region,
            key: due.id,
            attempt: due.attempts + 1,
            channel: due.channel,
            to,
            text: due.body,
        });
    }
    Ok(parcels)
}

/// Where it goes, looked up now: a telephone that was changed meanwhile is the new one.
fn address(tx: &mut Tx, kit: &Kit, due: &Due) -> Result<Option<Redacted<String>>, Fault> {
    if let Some(sealed) = &due.address {
        return kit.keys.open("delivery.address", due.id, sealed).map(Some);
    }
    let Some(row) = due.case.map(|case| matter::find_by_id(tx, case)).transpose()?.flatten() else {
        return Ok(None);
    };
    Ok(choice(tx, kit, &due.region, row.petitioner)?.address)
}

/// Writes down what became of a parcel; `None` when its lease had run out and somebody else has it.
///
/// `knows_keys` tells whether a message without an answer may be handed over again.
///
/// # Errors
/// When the database fails.
pub fn settle(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    parcel: &Parcel,
    answer: &Answer,
    knows_keys: bool,
) -> Result<Option<Fate>, Fault> {
    let Some(known) = mine(tx, parcel)? else {
        return Ok(None);
    };
    let end = |tx: &mut Tx, fate: Fate, why: Option<Why>, reference: Option<&str>| {
        end(tx, &parcel.region, parcel.key, fate, why, reference, ctx.now()).map(|()| Some(fate))
    };
    match answer {
        Answer::Taken(reference) => end(tx, Fate::Sent, None, reference.as_deref()),
        Answer::Arrived(reference) => end(tx, Fate::Delivered, None, reference.as_deref()),
        Answer::Never(why) => end(tx, Fate::Failed, Some(*why), None),
        Answer::Silence if !knows_keys => end(tx, Fate::Unsure, Some(Why::NO_ANSWER), None),
        Answer::Silence => known.again(tx, kit, ctx, parcel, Why::NO_ANSWER),
        Answer::Later(why) => known.again(tx, kit, ctx, parcel, *why),
    }
}

struct Known {
    division: DivisionCode,
    purpose: Option<Purpose>,
    queued_at: Timestamp,
}

fn mine(tx: &mut Tx, parcel: &Parcel) -> Result<Option<Known>, Fault> {
    let sql = "SELECT division, purpose, queued_at FROM delivery \
               WHERE region = $1 AND id = $2 AND attempts = $3 AND fate = 'SENDING' AND settled_at IS NULL";
    tx.query_opt(sql, params![&parcel.region, parcel.key, parcel.attempt], |row| {
        Ok(Known {
            division: row.parse(0, |text| DivisionCode::parse(text).ok())?,
            purpose: row.get::<Option<String>>(1)?.as_deref().and_then(Purpose::parse),
            queued_at: row.get(2)?,
        })
    })
}

impl Known {
    /// Another try, outside the quiet hours; given up when its patience is over.
    fn again(&self, tx: &mut Tx, kit: &Kit, ctx: &Ctx, parcel: &Parcel, why: Why) -> Result<Option<Fate>, Fault> {
        let reference = kit.reference();
        let rules = reference.notices.in_force(&self.division, ctx.today());
        let rules = rules.as_deref().cloned().unwrap_or_else(NoticeRules::shipped);
        if ctx.now().duration_since(self.queued_at) >= SignedDuration::from_hours(i64::from(rules.give_up_hours)) {
            // After a hand-over without an answer nobody can say that it did not go.
            let fate = if why == Why::NO_ANSWER { Fate::Unsure } else { Fate::Failed };
            return end(tx, &parcel.region, parcel.key, fate, Some(why), None, ctx.now()).map(|()| Some(fate));
        }
        let next = ctx.now() + pause(ctx, parcel.attempt);
        let hold = |purpose| rules.quiet.hold(next, &reference.calendar, purpose, None);
        let due = self.purpose.and_then(hold).unwrap_or(next);
        // What may lie with a carrier stays begun, so that the next try says so; its address is asked anew.
        let fate = match why {
            Why::NO_ANSWER => Fate::Sending,
            _ if due > next => Fate::Held,
            _ => Fate::Queued,
        };
        let sql = "UPDATE delivery SET fate = $3, due_at = $4, reason = $5 WHERE region = $1 AND id = $2";
        tx.execute(sql, params![&parcel.region, parcel.key, fate.name(), due, why.0])?;
        Ok(Some(fate))
    }
}

/// The pause after try `attempt`, lengthened by up to a half so that a thousand messages do not come back in one second.
fn pause(ctx: &Ctx, attempt: i64) -> SignedDuration {
    let doublings = i32::try_from((attempt - 1).clamp(0, DOUBLINGS)).unwrap_or_default();
    let base = (FIRST_PAUSE * 2i32.pow(u32::try_from(doublings).unwrap_or_default())).min(LONGEST_PAUSE);
    let [dice] = ctx.random::<1>();
    base + base * i32::from(dice) / 512
}

fn end(
    tx: &mut Tx,
    region: &str,
    id: DeliveryId,
    fate: Fate,
    why: Option<Why>,
    reference: Option<&str>,
    now: Timestamp,
) -> Result<(), Fault> {
    let sql =
        "UPDATE delivery SET fate = $3, reason = $4, reference = $5, settled_at = $6 WHERE region = $1 AND id = $2";
    tx.execute(sql, params![region, id, fate.name(), why.map(|why| why.0), reference, now]).map(drop)
}
