//! Loading one thing: read, checked against everything in force, stored, on record.

use domain::{
    access::{
        Permit,
        actions::{AdminCalendar, AdminClocks},
    },
    actor::Actor,
    settings::Settings,
};
use kernel::{Ctx, Digest, DivisionCode, OrgLevel, Refusal, calendar::CalendarYear};
use serde_json::{Value, json};
use store::{Tx, params};
use uuid::Uuid;

use super::{Kind, load::load};
use crate::{error::Error, organisation};

/// The stream of all changes of reference data in a region.
pub(crate) const STREAM: Uuid = Uuid::from_u128(0x7265_6665_7265_7000_8000_6461_7461_0001);

/// Publishes the calendar of a year, JSON or CSV; a later version takes the place of an earlier one. Put
/// [`super::load`] in force and call [`super::recompute`] afterwards.
///
/// # Errors
/// Every mistake of [`CalendarYear::parse`], each with its line.
pub fn load_year(tx: &mut Tx, ctx: &Ctx, permit: &Permit<AdminCalendar>, text: &str) -> Result<CalendarYear, Error> {
    holds_for_all(permit.place())?;
    let year = CalendarYear::parse(text)
        .map_err(|errors| Error::Invalid(errors.into_iter().map(|e| e.refusal.with("line", e.line)).collect()))?;
    let key = year.year().to_string();
    put(tx, ctx, permit.actor(), permit.place(), (Kind::Calendar, &key, text))?;
    Ok(year)
}

/// Loads the clock tables of the permit's division and of those inside it, in place of those it had. Cases that are
/// registered already keep the clocks of their day (principle 17).
///
/// # Errors
/// Every mistake of `ClockRules::with`; `not-permitted` for a table of another division.
pub fn load_clocks(tx: &mut Tx, ctx: &Ctx, permit: &Permit<AdminClocks>, text: &str) -> Result<(), Error> {
    for division in divisions_of(text)? {
        permit.within(&division)?;
    }
    let mut reference = load(tx)?;
    reference.clocks = std::sync::Arc::new(reference.clocks.with(text).map_err(Error::Invalid)?);
    drop(reference);
    put(tx, ctx, permit.actor(), permit.place(), (Kind::Clocks, permit.place().as_str(), text))
}

/// Loads settings, a JSON object; what it does not name keeps the shipped value.
///
/// # Errors
/// `settings-json` with what is wrong, `settings-unknown` for a name that is no setting, `setting-range` for each
/// value outside its bounds.
pub fn load_settings(tx: &mut Tx, ctx: &Ctx, permit: &Permit<AdminClocks>, text: &str) -> Result<Settings, Error> {
    holds_for_all(permit.place())?;
    let wrong = |error: serde_json::Error| Refusal::invalid("file", "settings-json").with("detail", error);
    let given: serde_json::Map<String, Value> = serde_json::from_str(text).map_err(wrong)?;
    let known = serde_json::to_value(Settings::default()).map_err(wrong)?;
    if let Some(name) = given.keys().find(|name| known.get(name.as_str()).is_none()) {
        return Err(Refusal::invalid("file", "settings-unknown").with("name", name).into());
    }
    let settings: Settings = serde_json::from_str(text).map_err(wrong)?;
    settings.check().map_err(Error::Invalid)?;
    put(tx, ctx, permit.actor(), permit.place(), (Kind::Settings, "", text))?;
    Ok(settings)
}

/// Calendar and settings hold for the whole installation: nobody below the county, the smallest that runs one, sets them.
fn holds_for_all(place: &DivisionCode) -> Result<(), Refusal> {
    if place.level() < OrgLevel::County {
        return Err(Refusal::invalid("file", "reference-level"));
    }
    Ok(())
}

/// The divisions that a text of clock tables is about. What is no such text is told by `ClockRules::with`.
fn divisions_of(text: &str) -> Result<Vec<DivisionCode>, Error> {
    let tables: Vec<Value> = serde_json::from_str(text).unwrap_or_default();
    let mut divisions = vec![];
    for table in &tables {
        let digits = table.get("division").and_then(Value::as_str).unwrap_or_default();
        // The clocks of the whole country are law and come with the program.
        divisions.push(DivisionCode::parse(digits).map_err(|_| Refusal::invalid("division", "clock-division"))?);
    }
    Ok(divisions)
}

/// Stores one thing with who and when, and puts it on record.
pub(crate) fn put(
    tx: &mut Tx,
    ctx: &Ctx,
    actor: Actor,
    place: &DivisionCode,
    (kind, key, text): (Kind, &str, &str),
) -> Result<(), Error> {
    let sql = "INSERT INTO reference_data (kind, key, loaded_at, loaded_by, body) VALUES ($1, $2, $3, $4, $5)
               ON CONFLICT (kind, key) DO UPDATE SET loaded_at = excluded.loaded_at, loaded_by = excluded.loaded_by,
               body = excluded.body";
    tx.execute(sql, params![kind.name(), key, ctx.now(), actor.user(), text])?;
    let body = json!({ "kind": kind.name(), "key": key, "digest": Digest::of(text.as_bytes()).to_string() });
    organisation::record(tx, ctx, &place.region(), STREAM, actor, "reference-loaded", &body)
}
