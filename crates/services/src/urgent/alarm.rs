//! Whoever must act on an urgent report is told that there is one: a message says that, and nothing of it. The panel of the desk says
//! what it is to those who may read it.

use std::collections::BTreeMap;

use domain::{
    access::{self, StaffSubject, Subject, actions::FollowUrgent},
    notice::Channel,
    people::RoleGrant,
};
use kernel::{CaseId, Ctx, DivisionCode, Fault, Locale, Message, Mobile, OrgId, UserId};
use store::{Tx, Value, params};

use crate::{
    kit::Kit,
    matter::{self, MatterRow},
    outbox::{self, Channels},
    people::grants_of,
};

/// Notes everybody who has the duty to act, whoever reports left out.
///
/// # Errors
/// When the database fails.
pub(super) fn note(tx: &mut Tx, ctx: &Ctx, row: &MatterRow, no: u16, by: Option<UserId>) -> Result<(), Fault> {
    for user in recipients(tx, ctx, row)?.into_iter().filter(|user| Some(*user) != by) {
        let sql = "INSERT INTO alarm (region, case_id, no, user_id, at) VALUES ($1, $2, $3, $4, $5)";
        tx.execute(sql, params![&row.region, row.id(), u32::from(no), user, ctx.now()])?;
    }
    Ok(())
}

/// Those whom the access rule gives the duty: asked of everybody who has a role where the matter is, above it, or in the unit that
/// has it.
fn recipients(tx: &mut Tx, ctx: &Ctx, row: &MatterRow) -> Result<Vec<UserId>, Fault> {
    let mut found = vec![];
    for (user, (org, grants)) in candidates(tx, row)? {
        let subject = Subject::Staff(StaffSubject::new(user, org, ctx.now(), grants));
        if access::permit::<FollowUrgent>(&subject, &row.facts).is_ok() {
            found.push(user);
        }
    }
    Ok(found)
}

fn candidates(tx: &mut Tx, row: &MatterRow) -> Result<BTreeMap<UserId, (OrgId, Vec<RoleGrant>)>, Fault> {
    let facts = &row.facts;
    let orgs = [Some(facts.bureau), facts.holder, Some(row.turn)].into_iter().flatten();
    let places = std::iter::successors(Some(facts.division.clone()), DivisionCode::parent);
    let mut args: Vec<Value> = orgs.map(Value::from).collect();
    let first = args.len();
    args.extend(places.map(|place| Value::from(place.as_str())));
    let marks = |from: usize, to: usize| (from..=to).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ");
    let people = args.len();
    args.push(Value::from(facts.leader));
    args.push(Value::from(facts.handler));
    let sql = format!(
        "SELECT DISTINCT s.id, s.org_id FROM staff s JOIN role_grant g ON g.user_id = s.id
         WHERE s.active AND (g.org_id IN ({}) OR g.division IN ({}) OR s.id IN (${}, ${})) ORDER BY s.id",
        marks(1, first),
        marks(first + 1, people),
        people + 1,
        people + 2,
    );
    let rows: Vec<(UserId, OrgId)> = tx.query(&sql, &args, |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut all = BTreeMap::new();
    for (user, org) in rows {
        all.insert(user, (org, grants_of(tx, user)?));
    }
    Ok(all)
}

/// Turns up to `limit` notes into messages, at whatever hour; how many were dealt with. Without a carrier or a telephone the note stays
/// as it is: the panel tells it.
///
/// # Errors
/// When the database fails.
pub fn plan_alarms(tx: &mut Tx, kit: &Kit, ctx: &Ctx, channels: &Channels, limit: u32) -> Result<usize, Fault> {
    let sql = "SELECT region, case_id, no, user_id FROM alarm WHERE planned_at IS NULL ORDER BY at, case_id, user_id LIMIT $1";
    let waiting: Vec<(String, CaseId, i64, UserId)> =
        tx.query(sql, params![limit], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    let count = waiting.len();
    for (region, case, no, user) in waiting {
        let message = message(tx, kit, ctx, channels, case, user)?;
        let sql = "UPDATE alarm SET planned_at = $5, delivery_id = $6 WHERE region = $1 AND case_id = $2 AND no = $3 AND user_id = $4";
        tx.execute(sql, params![&region, case, no, user, ctx.now(), message])?;
    }
    Ok(count)
}

fn message(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    channels: &Channels,
    case: CaseId,
    user: UserId,
) -> Result<Option<kernel::DeliveryId>, Fault> {
    let Some(row) = matter::find_by_id(tx, case)? else { return Ok(None) };
    let sql = "SELECT phone, locale FROM staff WHERE id = $1 AND active";
    let known = tx.query_opt(sql, params![user], |row| Ok((row.get::<Option<String>>(0)?, row.get::<String>(1)?)))?;
    let Some((phone, locale)) = known else { return Ok(None) };
    let phone = phone.and_then(|phone| Mobile::parse("phone", &phone).ok());
    let (Some(phone), true) = (phone, channels.open.contains(&Channel::Sms)) else { return Ok(None) };
    let locale = Locale::negotiate(&locale);
    let link = channels.portal.as_ref().map_or_else(|| "none".to_owned(), |portal| format!("{portal}/desk"));
    let text = Message::new("urgent-alarm-text").with("link", link).say(locale);
    outbox::tell_on_duty(tx, kit, ctx, &row.facts.division, phone.reveal(), (locale, &text)).map(Some)
}

/// How many people were to be told of a report, and to how many a message went out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Told {
    /// Who has the duty.
    pub people: i64,
    /// Messages that a carrier has taken, or that wait to go.
    pub messages: i64,
}

/// What became of the notes of a report.
///
/// # Errors
/// When the database fails.
pub fn told_of(tx: &mut Tx, row: &MatterRow, no: u16) -> Result<Told, Fault> {
    let sql =
        "SELECT count(*), count(d.id) FROM alarm a LEFT JOIN delivery d ON d.region = a.region AND d.id = a.delivery_id
               AND d.fate NOT IN ('FAILED', 'UNSURE', 'UNREACHABLE')
               WHERE a.region = $1 AND a.case_id = $2 AND a.no = $3";
    tx.query_one(sql, params![&row.region, row.id(), u32::from(no)], |row| {
        Ok(Told { people: row.get(0)?, messages: row.get(1)? })
    })
}
