//! Asking for a ledger: leave, period, place, and the record of it.

use domain::access::{Action, Bound, StaffSubject, Subject, list_scope};
use jiff::{Timestamp, civil::Date};
use kernel::{Ctx, DivisionCode, Fault, Refusal, UserId};
use serde::{Deserialize, Serialize};
use store::{
    Tx,
    event_log::{self, AppendError, NewEvent},
    params,
};
use uuid::Uuid;

use super::kind::Ledger;
use crate::{divisions, error::Error, people};

/// The kind of event that taking one out is.
const TAKEN: &str = "ledger.taken";

/// Which ledger, for which days and place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Which.
    pub ledger: Ledger,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// Only there.
    pub division: DivisionCode,
}

/// Proof that taking a ledger out was permitted and put on record; only [`take`] makes one.
#[derive(Debug, Clone)]
pub struct Taken {
    pub(super) asked: Asked,
    pub(super) who: String,
    pub(super) place: String,
}

impl Taken {
    /// The file's name: which ledger, where, which days.
    #[must_use]
    pub fn file_name(&self) -> String {
        let asked = &self.asked;
        let name = kernel::i18n::say(kernel::Locale::Zh, &asked.ledger.key(), []);
        format!("{name}-{}-{}-{}.xlsx", asked.division, asked.from, asked.to)
    }
}

/// A ledger that was taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenOut {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub user: Option<UserId>,
    /// Which.
    pub asked: Asked,
}

/// Whether `subject` may take any ledger out.
#[must_use]
pub fn may(subject: &Subject) -> bool {
    subject.staff().is_some() && list_scope(subject, Action::ExportMatters) != Bound::Never
}

/// Puts on record that a ledger is taken out. What is in it is bounded by what she may read there, row by row.
///
/// # Errors
/// `not-permitted`; `ledger-period` when the last day lies before the first, `ledger-place` for a place that does not exist.
pub fn take(tx: &mut Tx, ctx: &Ctx, subject: &Subject, asked: Asked) -> Result<Taken, Error> {
    if !may(subject) || list_scope(subject, asked.ledger.reading()) == Bound::Never {
        return Err(Refusal::not_permitted().into());
    }
    if asked.to < asked.from {
        return Err(Refusal::invalid("to", "ledger-period").into());
    }
    let place = divisions::get(tx, &asked.division)?.ok_or_else(|| Refusal::invalid("division", "ledger-place"))?;
    let actor = subject.actor(None);
    let json = |error: serde_json::Error| Fault::inconsistent("event", error);
    let author = serde_json::to_string(&actor).map_err(json)?;
    let body = serde_json::to_string(&asked).map_err(json)?;
    let event = NewEvent::new(ctx.now(), author, TAKEN, body);
    match event_log::append(tx, &asked.division.region(), ctx.new_id::<Uuid>(), 0, &[event]) {
        Ok(_) => {}
        Err(AppendError::Stale { .. }) => return Err(Refusal::stale().into()),
        Err(AppendError::Fault(fault)) => return Err(fault.into()),
    }
    let user = actor.user();
    let who = people::names(tx, user)?.remove(&user.unwrap_or(UserId(Uuid::nil()))).unwrap_or_default();
    Ok(Taken { asked, who, place: place.name })
}

/// A member of staff by her login name, with the roles that hold now: for whoever works at the machine itself.
///
/// # Errors
/// `not-permitted` when nobody of that name is active.
pub fn staff(tx: &mut Tx, ctx: &Ctx, login: &str) -> Result<Subject, Error> {
    let sql = "SELECT id, org_id FROM staff WHERE login = $1 AND active";
    let found = tx.query_opt(sql, params![login.trim().to_lowercase()], |row| {
        Ok((row.get::<UserId>(0)?, row.get::<kernel::OrgId>(1)?))
    })?;
    let (user, org) = found.ok_or_else(Refusal::not_permitted)?;
    let grants = people::grants_of(tx, user)?;
    Ok(Subject::Staff(StaffSubject::new(user, org, ctx.now(), grants)))
}

/// Which ledgers were taken out since `since` by this person, the newest first.
///
/// # Errors
/// When the database fails.
pub fn recent(tx: &mut Tx, user: UserId, since: Timestamp) -> Result<Vec<TakenOut>, Fault> {
    let sql = "SELECT at, actor, body FROM event WHERE at >= $1 AND kind = $2 ORDER BY at DESC LIMIT 200";
    let read = |row: &store::Row<'_>| -> Result<(Timestamp, String, String), Fault> {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    };
    let mut found = vec![];
    for (at, actor, body) in tx.query(sql, params![since, TAKEN], read)? {
        let bad = |error: serde_json::Error| Fault::inconsistent("event.body", error);
        let actor: domain::actor::Actor = serde_json::from_str(&actor).map_err(bad)?;
        if actor.user() == Some(user) {
            found.push(TakenOut { at, user: actor.user(), asked: serde_json::from_str(&body).map_err(bad)? });
        }
    }
    Ok(found)
}
