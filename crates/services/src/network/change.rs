//! A change of one station or one appointment from a day on: what an import would write, for one row. What begins today is done at
//! once; what begins later is checked now, waits, and is done by the clock on its day, on record both times.

use domain::{
    access::{
        self, Permit, Subject,
        actions::{AdminStaff, AdminUnits, ArrangeAgents},
    },
    actor::Actor,
};
use jiff::{Timestamp, civil::Date};
use kernel::{Ctx, DivisionCode, Fault, OrgId, Refusal, UserId};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{Row, Tx, params};
use uuid::Uuid;

use super::{
    agent::{end_now, find, none_in_hand},
    sheet::{Kind, agent_row, column_names, import, station_row, to_csv},
};
use crate::{
    Error,
    organisation::{self, ImportReport, Sheet, record},
};

/// What is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A station.
    Station(OrgId),
    /// An agent's appointment.
    Agent(UserId),
}

impl Target {
    fn kind(self) -> Kind {
        match self {
            Self::Station(_) => Kind::Stations,
            Self::Agent(_) => Kind::Agents,
        }
    }

    fn id(self) -> Uuid {
        match self {
            Self::Station(org) => org.into(),
            Self::Agent(user) => user.into(),
        }
    }
}

/// What is to happen on its day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Planned {
    /// These cells, by the English headings of the sheet, become these.
    Cells {
        /// Heading and text.
        cells: Vec<(String, String)>,
    },
    /// The appointment ends.
    End,
}

/// A change that waits for its day, or whose day found something against it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its id.
    pub id: Uuid,
    /// What is to happen.
    pub planned: Planned,
    /// On which day.
    pub from: Date,
    /// Why it was not done on its day: the code of a refusal.
    pub refused: Option<String>,
}

/// The cells of a station or an appointment as they stand, by the English headings of its sheet.
///
/// # Errors
/// `not-permitted` when it does not exist; a fault of the database.
pub fn cells(tx: &mut Tx, ctx: &Ctx, target: Target) -> Result<Vec<(String, String)>, Error> {
    let row = match target {
        Target::Station(org) => station_row(tx, org)?,
        Target::Agent(user) => find(tx, ctx, user)?.map(|agent| agent_row(tx, &agent)).transpose()?,
    };
    let row = row.ok_or_else(Refusal::not_permitted)?;
    Ok(column_names(target.kind()).into_iter().zip(row).collect())
}

/// Changes cells from `from` on; `true` when that is today and it is done.
///
/// # Errors
/// `change-past`, `not-permitted` (another place), and whatever the import says of the row.
pub fn change(
    tx: &mut Tx,
    ctx: &Ctx,
    (units, staff): (&Permit<AdminUnits>, &Permit<AdminStaff>),
    target: Target,
    new: &[(String, String)],
    from: Date,
) -> Result<bool, Error> {
    let place = place_of(tx, ctx, target)?;
    units.within(&place)?;
    if from < ctx.today() {
        return Err(Refusal::invalid("from", "change-past").into());
    }
    let today = from == ctx.today();
    let old = cells(tx, ctx, target)?;
    let cells: Vec<(String, String)> = new
        .iter()
        .filter(|(name, text)| old.iter().any(|(known, was)| known == name && was != text))
        .cloned()
        .collect();
    if cells.is_empty() {
        return Err(Refusal::rule("change-same", "", "").into());
    }
    take(tx, ctx, (units, staff), target, &cells, !today)?;
    if !today {
        plan(tx, ctx, units.actor(), (target, &place), &Planned::Cells { cells }, from)?;
    }
    Ok(today)
}

/// Ends an appointment on a day; `true` when that is today and it is done.
///
/// # Errors
/// As [`super::end`]; `change-past`.
pub fn end_on(tx: &mut Tx, ctx: &Ctx, permit: &Permit<ArrangeAgents>, user: UserId, day: Date) -> Result<bool, Error> {
    if day < ctx.today() {
        return Err(Refusal::invalid("on", "change-past").into());
    }
    if day == ctx.today() {
        super::agent::end(tx, ctx, permit, user)?;
        return Ok(true);
    }
    let target = Target::Agent(user);
    let place = place_of(tx, ctx, target)?;
    permit.within(&place)?;
    plan(tx, ctx, permit.actor(), (target, &place), &Planned::End, day)?;
    Ok(false)
}

/// Takes a change back before its day.
///
/// # Errors
/// `change-unknown`, `not-permitted`.
pub fn drop_change(tx: &mut Tx, ctx: &Ctx, permit: &Permit<AdminUnits>, id: Uuid) -> Result<(), Error> {
    let sql = "SELECT division FROM network_change WHERE id = $1 AND done_at IS NULL";
    let place: Option<DivisionCode> = tx.query_opt(sql, params![id], |row| row.get(0))?;
    let place = place.ok_or_else(|| Refusal::invalid("change", "change-unknown"))?;
    permit.within(&place)?;
    tx.execute("DELETE FROM network_change WHERE id = $1", params![id])?;
    record(tx, ctx, &place.region(), id, permit.actor(), "network-change-dropped", &json!({ "change": id }))
}

/// The changes of one station or appointment that are to come, the next first.
///
/// # Errors
/// When the database fails.
pub fn planned(tx: &mut Tx, target: Target) -> Result<Vec<Change>, Fault> {
    let sql = "SELECT id, body, from_day, refused FROM network_change WHERE target_id = $1 AND done_at IS NULL \
               ORDER BY from_day, id";
    tx.query(sql, params![target.id()], read)
}

fn read(row: &Row<'_>) -> Result<Change, Fault> {
    Ok(Change {
        id: row.get("id")?,
        planned: row.json("body")?,
        from: row.get("from_day")?,
        refused: row.get("refused")?,
    })
}

fn place_of(tx: &mut Tx, ctx: &Ctx, target: Target) -> Result<DivisionCode, Error> {
    let place = match target {
        Target::Station(org) => organisation::get(tx, org)?.map(|stored| stored.value.division),
        Target::Agent(user) => find(tx, ctx, user)?.map(|agent| agent.division),
    };
    Ok(place.ok_or_else(Refusal::not_permitted)?)
}

/// Imports the row with these cells; in a trial everything is undone.
fn take(
    tx: &mut Tx,
    ctx: &Ctx,
    permits: (&Permit<AdminUnits>, &Permit<AdminStaff>),
    target: Target,
    new: &[(String, String)],
    trial: bool,
) -> Result<(), Error> {
    let kind = target.kind();
    let mut row = cells(tx, ctx, target)?;
    for (name, text) in new {
        row.iter_mut().filter(|(known, _)| known == name).for_each(|(_, cell)| cell.clone_from(text));
    }
    let text = row.into_iter().map(|(_, cell)| cell).collect();
    let sheet = Sheet::read(&to_csv(&[column_names(kind), text]))?;
    let report: ImportReport = import(tx, ctx, permits, kind, &sheet, trial)?;
    let refused: Vec<Refusal> = report.errors.into_iter().map(|error| error.refusal).collect();
    if refused.is_empty() { Ok(()) } else { Err(Error::Invalid(refused)) }
}

fn plan(
    tx: &mut Tx,
    ctx: &Ctx,
    actor: Actor,
    (target, place): (Target, &DivisionCode),
    planned: &Planned,
    from: Date,
) -> Result<(), Error> {
    let id: Uuid = ctx.new_id::<kernel::JobId>().0;
    let body = serde_json::to_string(planned).map_err(|error| Fault::inconsistent("network_change", error))?;
    let sql = "INSERT INTO network_change (id, target, target_id, division, from_day, body, planned_at) \
               VALUES ($1, $2, $3, $4, $5, $6, $7)";
    tx.execute(sql, params![id, target.kind().name(), target.id(), place, from, &body, ctx.now()])?;
    // The event names what is changed, not a telephone.
    let fields: Vec<&str> = match planned {
        Planned::Cells { cells } => cells.iter().map(|(name, _)| name.as_str()).collect(),
        Planned::End => vec!["end"],
    };
    let body = json!({ "change": id, "fields": fields, "from": from });
    record(tx, ctx, &place.region(), target.id(), actor, "network-change-planned", &body)
}

/// Does what has come due, at most `limit` of it; how many were done. What is refused on its day stays with the reason, to be seen
/// and put right, and is tried again the next day.
///
/// # Errors
/// When the database fails.
pub fn apply_due(tx: &mut Tx, ctx: &Ctx, limit: u32) -> Result<usize, Fault> {
    let sql = "SELECT id, target, target_id, division, body FROM network_change WHERE done_at IS NULL AND from_day <= $1 \
               AND (tried_on IS NULL OR tried_on < $1) ORDER BY from_day, id LIMIT $2";
    let due: Vec<(Uuid, Target, DivisionCode, Planned)> =
        tx.query(sql, params![ctx.today(), i64::from(limit)], |row| {
            let (target, id): (String, Uuid) = (row.get("target")?, row.get("target_id")?);
            let target =
                if target == Kind::Stations.name() { Target::Station(id.into()) } else { Target::Agent(id.into()) };
            Ok((row.get("id")?, target, row.get("division")?, row.json("body")?))
        })?;
    let mut done = 0;
    for (id, target, place, planned) in due {
        match tx.attempt(|tx| apply(tx, ctx, target, &place, &planned)) {
            Ok(()) => {
                done += 1;
                settled(tx, id, ctx.today(), Some(ctx.now()), None)?;
            }
            Err(Error::Fault(fault)) => return Err(fault),
            Err(error) => {
                let code = error.refusals().and_then(|all| all.first()).map(|refusal| refusal.code.clone());
                settled(tx, id, ctx.today(), None, code)?;
            }
        }
    }
    Ok(done)
}

fn settled(tx: &mut Tx, id: Uuid, on: Date, done: Option<Timestamp>, refused: Option<String>) -> Result<(), Fault> {
    let sql = "UPDATE network_change SET tried_on = $2, done_at = $3, refused = $4 WHERE id = $1";
    tx.execute(sql, params![id, on, done, refused]).map(drop)
}

fn apply(tx: &mut Tx, ctx: &Ctx, target: Target, place: &DivisionCode, planned: &Planned) -> Result<(), Error> {
    match (planned, target) {
        (Planned::Cells { cells }, _) => {
            let units: Permit<AdminUnits> = access::permit(&Subject::System, place)?;
            let staff: Permit<AdminStaff> = access::permit(&Subject::System, place)?;
            take(tx, ctx, (&units, &staff), target, cells, false)
        }
        (Planned::End, Target::Agent(user)) => {
            // Gone already: nothing is left to end.
            let Some(agent) = find(tx, ctx, user)? else { return Ok(()) };
            none_in_hand(tx, user)?;
            end_now(tx, ctx, Actor::System, &agent)
        }
        (Planned::End, Target::Station(_)) => Err(Refusal::not_permitted().into()),
    }
}
