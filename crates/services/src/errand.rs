//! 政务代办: errands that were handed to a service window, noted without anybody's name and counted for themselves.

use domain::{
    access::{Permit, actions::NoteErrand},
    errand::{Errand, ErrandKind, Handed},
};
use jiff::civil::Date;
use kernel::{Ctx, DivisionCode, Fault, OrgId, Refusal, Text};
use serde_json::json;
use store::{Filter, Tx, params};
use uuid::Uuid;

use crate::{
    error::{Collect, Error},
    organisation, reference,
};

/// An errand as it is written.
#[derive(Debug, Clone, Default)]
pub struct ErrandForm {
    /// Where.
    pub division: String,
    /// The name of an [`ErrandKind`].
    pub kind: String,
    /// The name of a [`Handed`].
    pub handed: String,
    /// Which window.
    pub window: String,
    /// What else.
    pub note: String,
}

impl ErrandForm {
    /// Reads the form.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every field that holds what it must not hold.
    pub fn parse(&self) -> Result<(DivisionCode, Errand), Error> {
        let mut errors = Collect::default();
        let division = errors.take(DivisionCode::parse(&self.division).map_err(|refusal| refusal.on("division")));
        let kind = ErrandKind::parse(&self.kind).ok_or_else(|| Refusal::invalid("kind", "choose-one"));
        let kind = errors.take(kind);
        let handed = Handed::parse(&self.handed).ok_or_else(|| Refusal::invalid("handed", "choose-one"));
        let handed = errors.take(handed);
        let window = errors.take(Text::parse("window", &self.window));
        let note = errors.take(Text::parse_optional("note", &self.note));
        errors.finish()?;
        let missing = || Error::Invalid(vec![]);
        let errand = Errand {
            kind: kind.ok_or_else(missing)?,
            handed: handed.ok_or_else(missing)?,
            window: window.ok_or_else(missing)?,
            note: note.ok_or_else(missing)?,
        };
        errand.validate()?;
        Ok((division.ok_or_else(missing)?, errand))
    }
}

/// An errand in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrandRow {
    /// On which day.
    pub on: Date,
    /// Where.
    pub division: DivisionCode,
    /// By which point or station.
    pub org: OrgId,
    /// What it was.
    pub errand: Errand,
}

/// Notes an errand of today for the office `org`.
///
/// # Errors
/// `not-permitted` outside the permit's division; a rule of [`Errand::validate`].
pub fn note(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<NoteErrand>,
    (division, org): (&DivisionCode, OrgId),
    errand: &Errand,
) -> Result<Uuid, Error> {
    permit.within(division)?;
    errand.validate()?;
    let (id, region): (Uuid, String) = (ctx.new_id::<kernel::JobId>().0, division.region());
    let body = serde_json::to_string(errand).map_err(|error| Fault::inconsistent("errand", error))?;
    let sql = "INSERT INTO errand (region, id, division, org_id, kind, on_day, body, noted_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    tx.execute(sql, params![&region, id, division, org, errand.kind.name(), ctx.today(), &body, ctx.now()])?;
    let what = json!({ "kind": "errand", "key": division, "id": id, "org": org, "errand": errand.kind });
    organisation::record(tx, ctx, &region, reference::STREAM, permit.actor(), "errand-noted", &what)?;
    Ok(id)
}

/// The errands noted inside `place` since `from`, the newest first.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &mut Tx, place: &DivisionCode, from: Date, most: u32) -> Result<Vec<ErrandRow>, Fault> {
    let mut filter = Filter::new();
    filter.within("e.division", place).at_least("e.on_day", from);
    let limit = filter.bind(most);
    let sql = format!(
        "SELECT e.on_day, e.division, e.org_id, e.body FROM errand e WHERE {} ORDER BY e.on_day DESC, e.id DESC \
         LIMIT {limit}",
        filter.sql()
    );
    tx.query(&sql, filter.params(), |row| {
        Ok(ErrandRow {
            on: row.get("on_day")?,
            division: row.get("division")?,
            org: row.get("org_id")?,
            errand: row.json("body")?,
        })
    })
}

/// How many of each kind since `from`; kinds without any are left out.
///
/// # Errors
/// When the database fails.
pub fn counts(tx: &mut Tx, place: &DivisionCode, from: Date) -> Result<Vec<(ErrandKind, i64)>, Fault> {
    let mut filter = Filter::new();
    filter.within("e.division", place).at_least("e.on_day", from);
    let sql = format!("SELECT e.kind, count(*) FROM errand e WHERE {} GROUP BY e.kind", filter.sql());
    let mut all: Vec<(ErrandKind, i64)> =
        tx.query(&sql, filter.params(), |row| Ok((row.parse("kind", ErrandKind::parse)?, row.get(1)?)))?;
    all.sort_by_key(|(kind, _)| ErrandKind::ALL.iter().position(|one| one == kind));
    Ok(all)
}
