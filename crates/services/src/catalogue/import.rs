//! Catalogue and categories from a spreadsheet: each row all or nothing, tried first if wished. Rows that the file does not
//! name stay as they are.

use domain::{
    access::{Permit, actions::AdminCatalogue},
    case::StatutoryRoute,
    dispatch::{Category, CategoryPath, CategoryTree, Entry},
};
use jiff::civil::Date;
use kernel::{Ctx, Fault, Refusal};
use store::Tx;

use super::{
    Published,
    entry::EntryForm,
    publish::{newest, publish, publish_tree},
};
use crate::{
    error::Error,
    organisation::{Header, ImportReport, RowError, Sheet},
    reference,
};

const CATALOGUE: &[&[&str]] = &[
    &["类别", "category"],
    &["主办", "主办单位", "lead"],
    &["区划", "地方", "place"],
    &["协办", "协办单位", "co"],
    &["不派", "不派给", "forbid"],
    &["说明", "依据", "note"],
];

const CATEGORIES: &[&[&str]] =
    &[&["一级", "level1"], &["二级", "level2"], &["三级", "level3"], &["说法", "words"], &["途径", "route"]];

/// Reads rows with the columns 类别, 主办 and, when they are there, 区划, 协办, 不派, 说明 (or their English names) over the
/// newest catalogue of the permit's division; what results is its next version, in force from `effective_from`.
///
/// # Errors
/// When a column is missing, the day is past or the database fails; what is wrong with a row stands in the report.
pub fn import_catalogue(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<AdminCatalogue>,
    sheet: &Sheet,
    effective_from: Date,
    dry_run: bool,
) -> Result<Published, Error> {
    let header = sheet.columns(CATALOGUE, &[0, 1])?;
    let loaded = reference::load(tx)?;
    let tree = loaded.categories.in_force(permit.place(), effective_from);
    let tree = tree.map_or_else(|| CategoryTree::shipped().clone(), |tree| tree.as_ref().clone());
    let mut entries = newest(&loaded, permit.place()).map(|known| known.entries.clone()).unwrap_or_default();
    let mut report = ImportReport { dry_run, ..ImportReport::default() };
    for (line, row) in sheet.rows() {
        let entry = form(&header, row).read(tx, &tree, permit.place());
        book(&mut report, line, entry, |entry| {
            place(&mut entries, entry, |a: &Entry, b: &Entry| a.category == b.category && a.place == b.place)
        })?;
    }
    let version = changed(&report).then(|| publish(tx, ctx, permit, effective_from, entries)).transpose()?;
    Ok(Published { version, report })
}

fn form(header: &Header<'_>, row: &[String]) -> EntryForm {
    let cell = |name: &str| header.cell(row, name).to_owned();
    EntryForm {
        category: cell("category"),
        place: cell("place"),
        lead: cell("lead"),
        co: cell("co"),
        forbid: cell("forbid"),
        note: cell("note"),
    }
}

/// Reads rows with the columns 一级, 二级, 三级 and, when they are there, 说法 (words in which people tell such a matter, with
/// blanks between) and 途径 (a branch of article 31) over the tree in force; the result is the next version of the division.
///
/// # Errors
/// As [`import_catalogue`].
pub fn import_categories(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<AdminCatalogue>,
    sheet: &Sheet,
    effective_from: Date,
    dry_run: bool,
) -> Result<Published, Error> {
    let header = sheet.columns(CATEGORIES, &[0, 1, 2])?;
    let loaded = reference::load(tx)?;
    let own = loaded.categories.of(permit.place()).into_iter().next();
    let base = own.or_else(|| loaded.categories.in_force(permit.place(), effective_from));
    let mut tree = base.map_or_else(|| CategoryTree::shipped().clone(), |tree| tree.as_ref().clone());
    let mut report = ImportReport { dry_run, ..ImportReport::default() };
    for (line, row) in sheet.rows() {
        let category = category(&header, row).map_err(Error::Refused);
        book(&mut report, line, category, |category| {
            place(&mut tree.categories, category, |a: &Category, b: &Category| a.path == b.path)
        })?;
    }
    let version = changed(&report).then(|| publish_tree(tx, ctx, permit, effective_from, tree)).transpose()?;
    Ok(Published { version, report })
}

fn category(header: &Header<'_>, row: &[String]) -> Result<Category, Refusal> {
    let cell = |name: &str| header.cell(row, name);
    let path = CategoryPath::parse(&format!("{}/{}/{}", cell("level1"), cell("level2"), cell("level3")))?;
    let words = cell("words").split_whitespace().map(str::to_owned).collect();
    let route = match cell("route") {
        "" => None,
        text => Some(route(text).ok_or_else(|| Refusal::invalid("route", "unknown-choice"))?),
    };
    Ok(Category { path, words, route })
}

/// A branch by its name, or as people say it.
pub(crate) fn route(text: &str) -> Option<StatutoryRoute> {
    let said = |route: &&StatutoryRoute| route.message().say(kernel::Locale::Zh) == text;
    StatutoryRoute::parse(&text.to_uppercase()).or_else(|| StatutoryRoute::ALL.iter().find(said).copied())
}

/// What a row did to the rows before it.
enum Did {
    Added,
    Changed,
    Nothing,
}

/// Puts `one` in the place of the one it is `same` as, or at the end.
fn place<T: PartialEq>(all: &mut Vec<T>, one: T, same: impl Fn(&T, &T) -> bool) -> Did {
    match all.iter_mut().find(|known| same(known, &one)) {
        Some(known) if *known == one => Did::Nothing,
        Some(known) => {
            *known = one;
            Did::Changed
        }
        None => {
            all.push(one);
            Did::Added
        }
    }
}

/// Books one row; a fault ends the import, a refusal only the row.
fn book<T>(
    report: &mut ImportReport,
    line: u64,
    row: Result<T, Error>,
    take: impl FnOnce(T) -> Did,
) -> Result<(), Fault> {
    report.rows += 1;
    match row {
        Ok(row) => match take(row) {
            Did::Added => report.created += 1,
            Did::Changed => report.updated += 1,
            Did::Nothing => report.unchanged += 1,
        },
        Err(Error::Refused(refusal)) => report.errors.push(RowError { line, refusal }),
        Err(Error::Invalid(refusals)) => {
            report.errors.extend(refusals.into_iter().map(|refusal| RowError { line, refusal }));
        }
        Err(Error::Fault(fault)) => return Err(fault),
    }
    Ok(())
}

fn changed(report: &ImportReport) -> bool {
    !report.dry_run && report.created + report.updated > 0
}
