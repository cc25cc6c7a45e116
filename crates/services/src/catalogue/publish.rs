//! New versions of a catalogue: from an edit or an import.

use std::sync::Arc;

use domain::{
    access::{Permit, actions::AdminCatalogue},
    dispatch::{Catalogue, CategoryPath, CategoryTree, Entry},
};
use jiff::civil::Date;
use kernel::{Ctx, DivisionCode, Fault, Refusal};
use store::Tx;

use crate::{
    error::Error,
    kit::Reference,
    reference::{self, Kind},
};

/// Which row is edited, as somebody saw it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The version that was on the page; empty when there was none.
    pub seen: String,
    /// The row that is changed; `None` for a new one.
    pub row: Option<(CategoryPath, DivisionCode)>,
    /// From which day it holds; not in the past.
    pub effective_from: Date,
}

/// The newest version that `division` itself keeps, in force or not yet.
#[must_use]
pub fn newest(reference: &Reference, division: &DivisionCode) -> Option<Arc<Catalogue>> {
    reference.catalogues.of(division).into_iter().next()
}

/// Puts a row in, or in the place of the one edited; the name of the new version.
///
/// # Errors
/// `stale` when there is a newer version than the one seen; `catalogue-row-taken` when another row has that category and
/// place; `catalogue-past` for a day before today.
pub fn save_entry(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<AdminCatalogue>,
    edit: &Edit,
    entry: Entry,
) -> Result<String, Error> {
    permit.within(&entry.place)?;
    let mut entries = seen(tx, permit.place(), &edit.seen)?;
    let is_edited = |one: &Entry| edit.row.as_ref().is_some_and(|(c, p)| one.category == *c && one.place == *p);
    let place = entries.iter().position(is_edited);
    let taken =
        |(n, one): (usize, &Entry)| Some(n) != place && one.category == entry.category && one.place == entry.place;
    if entries.iter().enumerate().any(taken) {
        return Err(Refusal::invalid("category", "catalogue-row-taken").into());
    }
    match place {
        Some(place) => entries[place] = entry,
        None => entries.push(entry),
    }
    publish(tx, ctx, permit, edit.effective_from, entries)
}

/// Takes a row out; the name of the new version.
///
/// # Errors
/// As [`save_entry`]; `not-permitted` when there is no such row.
pub fn remove_entry(tx: &mut Tx, ctx: &Ctx, permit: &Permit<AdminCatalogue>, edit: &Edit) -> Result<String, Error> {
    let mut entries = seen(tx, permit.place(), &edit.seen)?;
    let before = entries.len();
    let (category, place) = edit.row.as_ref().ok_or_else(Refusal::not_permitted)?;
    entries.retain(|one| one.category != *category || one.place != *place);
    if entries.len() == before {
        return Err(Refusal::not_permitted().into());
    }
    publish(tx, ctx, permit, edit.effective_from, entries)
}

/// The rows of the newest version, when it is the one that was seen.
fn seen(tx: &mut Tx, division: &DivisionCode, version: &str) -> Result<Vec<Entry>, Error> {
    let newest = newest(&reference::load(tx)?, division);
    let known = newest.as_ref().map_or("", |catalogue| catalogue.version.as_str());
    if known != version {
        return Err(Refusal::stale().with("seen", version).with("now", known).into());
    }
    Ok(newest.map(|catalogue| catalogue.entries.clone()).unwrap_or_default())
}

/// Stores a catalogue as the next version of the permit's division.
pub(crate) fn publish(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<AdminCatalogue>,
    effective_from: Date,
    entries: Vec<Entry>,
) -> Result<String, Error> {
    not_past(ctx, effective_from)?;
    let division = permit.place().clone();
    let version = reference::load(tx)?.catalogues.next_name(&division, effective_from.year());
    let catalogue = Catalogue { division, version: version.clone(), effective_from, entries };
    store_one(tx, ctx, permit, Kind::Catalogue, &version, &catalogue)?;
    Ok(version)
}

/// Stores a tree of categories as the next version of the permit's division.
pub(crate) fn publish_tree(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<AdminCatalogue>,
    effective_from: Date,
    tree: CategoryTree,
) -> Result<String, Error> {
    not_past(ctx, effective_from)?;
    let division = permit.place().clone();
    let version = reference::load(tx)?.categories.next_name(&division, effective_from.year());
    let tree = CategoryTree { division: Some(division), version: version.clone(), effective_from, ..tree };
    store_one(tx, ctx, permit, Kind::Categories, &version, &tree)?;
    Ok(version)
}

/// What held yesterday stays what it was: suggestions of that day name it.
pub(crate) fn not_past(ctx: &Ctx, effective_from: Date) -> Result<(), Refusal> {
    if effective_from < ctx.today() {
        return Err(Refusal::invalid("effective_from", "catalogue-past").with("today", ctx.today()));
    }
    domain::env::within_reach("effective_from", effective_from, ctx.today())
}

fn store_one<T: serde::Serialize>(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<AdminCatalogue>,
    kind: Kind,
    version: &str,
    one: &T,
) -> Result<(), Error> {
    let body = serde_json::to_string(one).map_err(|error| Fault::inconsistent("catalogue", error))?;
    let key = format!("{}@{version}", permit.place());
    reference::put(tx, ctx, permit.actor(), permit.place(), (kind, &key, &body))
}
