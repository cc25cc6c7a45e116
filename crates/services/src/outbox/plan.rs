//! From notices to messages: what happened to one case since the last look is one message, however many events it took. A
//! message that has not been tried yet takes in what happens meanwhile, so that nobody is woken by five in the morning.

use std::collections::BTreeMap;

use domain::{
    access::{Permit, actions::AdminNotices},
    case::CaseKind,
    notice::{Channel, Facts, Fate, NoticeRules, Purpose},
    petition::Fact,
};
use jiff::{SignedDuration, Timestamp, civil::Date};
use kernel::{CaseId, Ctx, DeliveryId, DivisionCode, Fault, Locale, PersonId};
use store::{Tx, event_log, params};

use super::{Why, choose::choice};
use crate::{kit::Kit, matter, organisation, petition, urgent};

/// What happened longer ago was read on her page long since: after an import or a long pause nobody is told of last year.
const STALE: SignedDuration = SignedDuration::from_hours(72);

/// Which ways are set up, and where the portal is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Channels {
    /// The ways.
    pub open: Vec<Channel>,
    /// `https://xf.example.gov.cn`, without a slash at its end.
    pub portal: Option<String>,
}

struct Waiting {
    region: String,
    case: CaseId,
    seq: i64,
    at: Timestamp,
}

/// Turns up to `limit` waiting notices, and as many alarms of those on duty, into messages; how many of the more numerous were dealt
/// with.
///
/// # Errors
/// When the database fails.
pub fn plan(tx: &mut Tx, kit: &Kit, ctx: &Ctx, channels: &Channels, limit: u32) -> Result<usize, Fault> {
    let sql = "SELECT region, case_id, seq, at FROM notice WHERE sent_at IS NULL ORDER BY at, case_id, seq LIMIT $1";
    let waiting = tx.query(sql, params![limit], |row| {
        Ok(Waiting { region: row.get(0)?, case: row.get(1)?, seq: row.get(2)?, at: row.get(3)? })
    })?;
    let count = waiting.len().max(urgent::plan_alarms(tx, kit, ctx, channels, limit)?);
    let mut cases: BTreeMap<(String, CaseId), Vec<Waiting>> = BTreeMap::new();
    for notice in waiting {
        cases.entry((notice.region.clone(), notice.case)).or_default().push(notice);
    }
    for ((region, case), notices) in cases {
        let fresh = notices.iter().any(|notice| ctx.now().duration_since(notice.at) < STALE);
        let message = if fresh { message(tx, kit, ctx, channels, &region, case, &notices)? } else { None };
        for notice in &notices {
            let sql =
                "UPDATE notice SET sent_at = $4, delivery_id = $5 WHERE region = $1 AND case_id = $2 AND seq = $3";
            tx.execute(sql, params![&region, case, notice.seq, ctx.now(), message])?;
        }
    }
    Ok(count)
}

/// What is to be said to one person of one case.
struct Draft {
    division: DivisionCode,
    channel: Option<Channel>,
    locale: Locale,
    purpose: Purpose,
    wording: String,
    body: String,
    fate: Fate,
    due_at: Timestamp,
    reason: Option<Why>,
}

fn message(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    channels: &Channels,
    region: &str,
    case: CaseId,
    notices: &[Waiting],
) -> Result<Option<DeliveryId>, Fault> {
    let Some(row) = matter::find_by_id(tx, case)? else {
        return Ok(None);
    };
    let known = untried(tx, region, case)?;
    let told = told(tx, region, case, notices)?;
    // Below zero: somebody opened her name, or answered about her data. Who and why stands on her page, not on a telephone.
    let beside = notices.iter().any(|notice| notice.seq < 0).then_some(Purpose::Discreet);
    let purposes = told.iter().map(|event| Purpose::of(&event.kind)).chain(known.map(|(_, purpose)| purpose));
    let purpose = purposes.max_by_key(|purpose| purpose.weight()).or(beside).unwrap_or(Purpose::Moved);
    let last_day = told.iter().filter_map(last_day).min();
    let draft = draft(tx, kit, ctx, channels, &row, (purpose, last_day))?;
    match known {
        Some((id, _)) => rewrite(tx, region, id, &draft, ctx.now())?,
        None => return insert(tx, ctx, region, case, &draft).map(Some),
    }
    Ok(known.map(|(id, _)| id))
}

/// A message of this case that nobody has tried to send yet.
fn untried(tx: &mut Tx, region: &str, case: CaseId) -> Result<Option<(DeliveryId, Purpose)>, Fault> {
    let sql = "SELECT id, purpose FROM delivery WHERE region = $1 AND case_id = $2 AND settled_at IS NULL AND attempts = 0 \
               AND fate IN ('QUEUED', 'HELD')";
    tx.query_opt(sql, params![region, case], |row| Ok((row.get(0)?, row.parse(1, Purpose::parse)?)))
}

/// The events that the notices speak of.
fn told(tx: &mut Tx, region: &str, case: CaseId, notices: &[Waiting]) -> Result<Vec<event_log::Event>, Fault> {
    let Some(first) = notices.iter().map(|notice| notice.seq).filter(|seq| *seq > 0).min() else { return Ok(vec![]) };
    let mut events = event_log::read(tx, region, case, first - 1)?;
    events.retain(|event| notices.iter().any(|notice| notice.seq == event.seq));
    Ok(events)
}

/// The last day of hers that a reminder speaks of.
fn last_day(event: &event_log::Event) -> Option<Date> {
    match serde_json::from_str(&event.body).ok()? {
        Fact::TermNear { due, .. } => Some(due),
        _ => None,
    }
}

fn draft(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    channels: &Channels,
    row: &matter::MatterRow,
    (purpose, last_day): (Purpose, Option<Date>),
) -> Result<Draft, Fault> {
    let reference = kit.reference();
    let rules = reference.notices.in_force(&row.facts.division, ctx.today());
    let rules = rules.as_deref().cloned().unwrap_or_else(NoticeRules::shipped);
    let mut facts = facts(tx, kit, ctx, channels, row, purpose)?;
    if purpose == Purpose::Nearing {
        // Her day, not the one by which an office owes her something.
        facts.date = last_day;
    }
    let locale = petition::language(tx, &row.region, row.petitioner)?;
    let (locale, body) = rules.wording.say(locale, purpose, &facts);
    let morning = rules.quiet.hold(ctx.now(), &reference.calendar, purpose, facts.date);
    let (channel, blocked) = way(tx, kit, channels, &row.region, row.petitioner)?;
    let fate = match (blocked, morning) {
        (Some(Why::NO_ADDRESS), _) => Fate::Unreachable,
        (Some(_), _) => Fate::OnPage,
        (None, Some(_)) => Fate::Held,
        (None, None) => Fate::Queued,
    };
    Ok(Draft {
        division: row.facts.division.clone(),
        channel,
        locale,
        purpose,
        wording: rules.version,
        body,
        fate,
        due_at: morning.unwrap_or_else(|| ctx.now()),
        reason: blocked,
    })
}

/// Number, unit, date, link: nothing else has a place here.
fn facts(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    channels: &Channels,
    row: &matter::MatterRow,
    purpose: Purpose,
) -> Result<Facts, Fault> {
    let discreet = purpose == Purpose::Discreet || row.facts.sealed || row.kind() == CaseKind::Obstruction;
    let terms = kit.terms(&row.facts.division, kernel::beijing_date(row.registered_at));
    let owed = |def: &str| terms.clocks().get(def).is_some_and(domain::deadline::ClockDef::is_duty);
    let due = row.due.as_ref().filter(|due| !due.paused && due.due_at > ctx.now() && owed(due.def.as_str()));
    let unit = if discreet { None } else { Some(organisation::name(tx, row.turn)?) };
    Ok(Facts {
        number: row.number.clone(),
        unit,
        date: due.filter(|_| !discreet).map(|due| due.on),
        link: channels.portal.as_ref().map(|portal| format!("{portal}/t")),
    })
}

/// By which way she is told, or why by none.
fn way(
    tx: &mut Tx,
    kit: &Kit,
    channels: &Channels,
    region: &str,
    person: PersonId,
) -> Result<(Option<Channel>, Option<Why>), Fault> {
    let choice = choice(tx, kit, region, person)?;
    let Some(channel) = choice.channel else {
        return Ok((None, Some(Why::BY_CHOICE)));
    };
    if !channels.open.contains(&channel) {
        return Ok((Some(channel), Some(Why::NOT_SET_UP)));
    }
    Ok((Some(channel), choice.address.is_none().then_some(Why::NO_ADDRESS)))
}

fn insert(tx: &mut Tx, ctx: &Ctx, region: &str, case: CaseId, draft: &Draft) -> Result<DeliveryId, Fault> {
    let id: DeliveryId = ctx.new_id();
    let settled = draft.fate.is_settled().then(|| ctx.now());
    let sql = "INSERT INTO delivery (region, id, case_id, division, audience, channel, locale, purpose, wording, body, fate, \
               due_at, queued_at, attempts, reason, settled_at) \
               VALUES ($1, $2, $3, $4, 'PETITIONER', $5, $6, $7, $8, $9, $10, $11, $12, 0, $13, $14)";
    tx.execute(
        sql,
        params![
            region,
            id,
            case,
            &draft.division,
            draft.channel.map(Channel::name),
            draft.locale.tag(),
            draft.purpose.name(),
            &draft.wording,
            &draft.body,
            draft.fate.name(),
            draft.due_at,
            ctx.now(),
            draft.reason.map(|why| why.0),
            settled
        ],
    )?;
    Ok(id)
}

fn rewrite(tx: &mut Tx, region: &str, id: DeliveryId, draft: &Draft, now: Timestamp) -> Result<(), Fault> {
    let settled = draft.fate.is_settled().then_some(now);
    let sql = "UPDATE delivery SET channel = $3, locale = $4, purpose = $5, wording = $6, body = $7, fate = $8, due_at = $9, \
               reason = $10, settled_at = $11 WHERE region = $1 AND id = $2";
    tx.execute(
        sql,
        params![
            region,
            id,
            draft.channel.map(Channel::name),
            draft.locale.tag(),
            draft.purpose.name(),
            &draft.wording,
            &draft.body,
            draft.fate.name(),
            draft.due_at,
            draft.reason.map(|why| why.0),
            settled
        ],
    )
    .map(drop)
}

/// Puts a message to an administrator into the outbox, to be sent at once: a test to herself.
///
/// # Errors
/// When the database fails.
pub fn tell_staff(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    permit: &Permit<AdminNotices>,
    (channel, to): (Channel, &str),
    (locale, body): (Locale, &str),
) -> Result<DeliveryId, Fault> {
    insert_for_staff(tx, kit, ctx, permit.place(), ("SELF", channel, to), (locale, body))
}

/// Puts a message to somebody on duty into the outbox, to be sent at once and at whatever hour.
///
/// # Errors
/// When the database fails.
pub(crate) fn tell_on_duty(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    place: &DivisionCode,
    to: &str,
    (locale, body): (Locale, &str),
) -> Result<DeliveryId, Fault> {
    insert_for_staff(tx, kit, ctx, place, ("DUTY", Channel::Sms, to), (locale, body))
}

/// A message without a case; its address is kept, sealed.
pub(super) fn insert_for_staff(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    place: &DivisionCode,
    (audience, channel, to): (&str, Channel, &str),
    (locale, body): (Locale, &str),
) -> Result<DeliveryId, Fault> {
    let id: DeliveryId = ctx.new_id();
    let address = kit.keys.seal("delivery.address", id, to, ctx)?;
    let sql = "INSERT INTO delivery (region, id, division, audience, address, channel, locale, wording, body, fate, due_at, \
               queued_at, attempts) VALUES ($1, $2, $3, $4, $5, $6, $7, 'staff', $8, 'QUEUED', $9, $9, 0)";
    let region = place.region();
    tx.execute(sql, params![region, id, place, audience, address, channel.name(), locale.tag(), body, ctx.now()])?;
    Ok(id)
}
