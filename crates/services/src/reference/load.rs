//! From rows to the reference data in force.

use std::sync::Arc;

use domain::oversight::Oversight;
use jiff::Timestamp;
use kernel::{
    Fault, UserId,
    calendar::{CalendarYear, WorkCalendar},
};
use store::Tx;

use super::Kind;
use crate::kit::Reference;

/// One thing that was loaded, as administrators see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// What.
    pub kind: Kind,
    /// The year, the division; empty for settings.
    pub key: String,
    /// When.
    pub at: Timestamp,
    /// By whom; `None`: on the machine itself.
    pub by: Option<UserId>,
    /// The text as it was given.
    pub body: String,
}

/// How far the reference data has come: equal stamps, equal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stamp {
    rows: i64,
    newest: Option<Timestamp>,
}

/// Everything that was loaded, in the order in which it is laid over the shipped data.
pub fn list(tx: &mut Tx) -> Result<Vec<Loaded>, Fault> {
    // Of two versions that begin on one day the one given later holds, so that is the order; `2026-10` comes behind `2026-9`.
    let sql = "SELECT kind, key, loaded_at, loaded_by, body FROM reference_data \
               ORDER BY kind, loaded_at, length(key), key";
    tx.query(sql, &[], |row| {
        Ok(Loaded {
            kind: row.parse("kind", Kind::parse)?,
            key: row.get("key")?,
            at: row.get("loaded_at")?,
            by: row.get("loaded_by")?,
            body: row.get("body")?,
        })
    })
}

/// Whether something was loaded since another stamp was taken, by whichever instance.
pub fn stamp(tx: &mut Tx) -> Result<Stamp, Fault> {
    let sql = "SELECT count(*), max(loaded_at) FROM reference_data";
    tx.query_one(sql, &[], |row| Ok(Stamp { rows: row.get(0)?, newest: row.get(1)? }))
}

/// The reference data in force: the shipped with all that was loaded over it.
///
/// # Errors
/// `Fault::Inconsistent` when a stored text cannot be read: it was checked when it was loaded, so somebody changed it.
pub fn load(tx: &mut Tx) -> Result<Reference, Fault> {
    let mut reference = Reference::default();
    for loaded in list(tx)? {
        lay(&mut reference, &loaded)?;
    }
    Ok(reference)
}

fn lay(reference: &mut Reference, loaded: &Loaded) -> Result<(), Fault> {
    let wrong = |what: &dyn std::fmt::Display| {
        Fault::inconsistent("reference_data", format!("{} {}: {what}", loaded.kind.name(), loaded.key))
    };
    match loaded.kind {
        Kind::Calendar => {
            let year = CalendarYear::parse(&loaded.body).map_err(|errors| wrong(&errors[0]))?;
            let calendar: &WorkCalendar = &reference.calendar;
            reference.calendar = Arc::new(calendar.with_year(year));
        }
        Kind::Clocks => {
            let clocks = reference.clocks.with(&loaded.body).map_err(|refusals| wrong(&refusals[0]))?;
            reference.clocks = Arc::new(clocks);
        }
        Kind::Settings => {
            let settings = serde_json::from_str(&loaded.body).map_err(|error| wrong(&error))?;
            reference.settings = Arc::new(settings);
        }
        Kind::Catalogue => {
            let one = serde_json::from_str(&loaded.body).map_err(|error| wrong(&error))?;
            reference.catalogues = Arc::new(reference.catalogues.as_ref().clone().with(one));
        }
        Kind::Categories => {
            let one = serde_json::from_str(&loaded.body).map_err(|error| wrong(&error))?;
            reference.categories = Arc::new(reference.categories.as_ref().clone().with(one));
        }
        Kind::Letters => {
            let one = serde_json::from_str(&loaded.body).map_err(|error| wrong(&error))?;
            reference.templates = Arc::new(reference.templates.as_ref().clone().with(one));
        }
        Kind::Practice => {
            let one = serde_json::from_str(&loaded.body).map_err(|error| wrong(&error))?;
            reference.practices = Arc::new(reference.practices.as_ref().clone().with(one));
        }
        Kind::Oversight => {
            let one = Oversight::parse(&loaded.body).map_err(|refusals| wrong(&refusals[0]))?;
            reference.oversight = Arc::new(reference.oversight.as_ref().clone().with(one));
        }
        Kind::Notices => {
            let one = serde_json::from_str(&loaded.body).map_err(|error| wrong(&error))?;
            reference.notices = Arc::new(reference.notices.as_ref().clone().with(one));
        }
        Kind::Cycles => {
            let one = serde_json::from_str(&loaded.body).map_err(|error| wrong(&error))?;
            reference.cycles = Arc::new(reference.cycles.as_ref().clone().with(one));
        }
        Kind::Leaders => {
            let one = serde_json::from_str(&loaded.body).map_err(|error| wrong(&error))?;
            reference.leaders = Arc::new(reference.leaders.as_ref().clone().with(one));
        }
        Kind::Sealed => {
            let one = serde_json::from_str(&loaded.body).map_err(|error| wrong(&error))?;
            reference.sealed = Arc::new(reference.sealed.as_ref().clone().with(one));
        }
        Kind::Retention => {
            let one = serde_json::from_str(&loaded.body).map_err(|error| wrong(&error))?;
            reference.retention = Arc::new(reference.retention.as_ref().clone().with(one));
        }
    }
    Ok(())
}
