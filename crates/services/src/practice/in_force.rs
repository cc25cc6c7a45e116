//! What is in force in a place, in the shape of a pack.

use domain::{
    deadline::{ClockDef, ClockRules},
    dispatch::{CategoryTree, Entry, Handler},
    settings::Settings,
};
use jiff::civil::Date;
use kernel::{DivisionCode, Fault, OrgId, Text};
use serde_json::{Map, Value};
use store::Tx;

use super::{
    About, CatalogueRow, ClockRow, Department, FileChange, Files, Pack, Rules, compare, letters, read,
    section::ABOUT,
    write::{level, township, write},
};
use crate::{Error, divisions, kit::Reference, organisation};

/// Files that say what a pack is, not what holds: never compared.
const APART: [&str; 2] = [ABOUT, "departments.csv"];

/// What holds in `division` on `day` beyond what comes with the program, as a pack: what a county takes out.
///
/// # Errors
/// When the database fails.
pub fn in_force(tx: &mut Tx, reference: &Reference, division: &DivisionCode, day: Date) -> Result<Pack, Error> {
    let practice = reference.practices.in_force(division, day);
    let mut pack = Pack::new(about(tx, reference, division, day)?);
    let national = ClockRules::national().for_case(division, day);
    let clocks = reference.clocks.for_case(division, day);
    let own = |def: &&ClockDef| national.get(def.id.as_str()).is_none_or(|law| row(law) != row(def));
    pack.clocks = clocks.iter().filter(own).filter_map(row).collect();
    pack.settings = own_settings(&reference.settings);
    if let Some(tree) = reference.categories.in_force(division, day) {
        let shipped = CategoryTree::shipped();
        let own = tree.categories.iter().filter(|one| shipped.get(&one.path) != Some(one));
        pack.categories = own.cloned().collect();
    }
    if let Some(catalogue) = reference.catalogues.in_force(division, day) {
        (pack.catalogue, pack.departments) = rows(tx, &catalogue.division, &catalogue.entries)?;
    }
    pack.letters = letters::in_force(reference, division, day);
    if let Some(practice) = practice {
        pack.words.clone_from(&practice.words);
        pack.duties.clone_from(&practice.duties);
        pack.cycles.clone_from(&practice.cycles);
        pack.assignments.clone_from(&practice.assignments);
        pack.campaigns.clone_from(&practice.campaigns);
    }
    pack.rules = Rules::in_force(reference, division, day);
    Ok(pack)
}

/// What the county changed since it began with its pack; `None` when it never began with one.
///
/// # Errors
/// When the database fails.
pub fn changed_since(
    tx: &mut Tx,
    reference: &Reference,
    division: &DivisionCode,
    day: Date,
) -> Result<Option<Vec<FileChange>>, Error> {
    let Some(practice) = reference.practices.in_force(division, day) else { return Ok(None) };
    let now = comparable(&in_force(tx, reference, division, day)?);
    let mut base = practice.base.clone();
    base.retain(|file, _| !APART.contains(&file.as_str()));
    Ok(Some(compare(&base, &now)))
}

/// What the county began with and what holds now, of one file; empty where it says nothing.
///
/// # Errors
/// When the database fails.
pub fn both(
    tx: &mut Tx,
    reference: &Reference,
    (division, day): (&DivisionCode, Date),
    file: &str,
) -> Result<(String, String), Error> {
    let now = comparable(&in_force(tx, reference, division, day)?).remove(file).unwrap_or_default();
    let practice = reference.practices.in_force(division, day);
    let base = practice.and_then(|practice| practice.base.get(file).cloned()).unwrap_or_default();
    Ok((base, now))
}

/// The files by which packs are compared.
pub(super) fn comparable(pack: &Pack) -> Files {
    let mut files = write(pack);
    files.retain(|file, _| !APART.contains(&file.as_str()));
    files
}

/// The line of a clock; `None` for one whose length is given each time.
pub(super) fn row(def: &ClockDef) -> Option<ClockRow> {
    let remind = (def.remind > 0).then_some(def.remind);
    Some(ClockRow { id: def.id.to_string(), length: def.length?, unit: def.unit, remind })
}

/// The settings that are not the shipped ones.
fn own_settings(settings: &Settings) -> Map<String, Value> {
    let map = |settings: &Settings| match serde_json::to_value(settings) {
        Ok(Value::Object(map)) => map,
        _ => Map::new(),
    };
    let shipped = map(&Settings::default());
    map(settings).into_iter().filter(|(name, value)| shipped.get(name) != Some(value)).collect()
}

/// What it is: the pack that the county began with, under the county's own name.
fn about(tx: &mut Tx, reference: &Reference, division: &DivisionCode, day: Date) -> Result<About, Error> {
    let practice = reference.practices.in_force(division, day);
    let known = practice.as_ref().and_then(|practice| read(practice.pack.as_str(), &practice.base).ok());
    if let (Some(pack), Some(practice)) = (known, practice) {
        let effective_from = practice.effective_from;
        return Ok(About { division: division.clone(), effective_from, ..pack.about });
    }
    let name = divisions::get(tx, division)?.map_or_else(|| division.to_string(), |division| division.name);
    Ok(About {
        name: Text::parse("name", &format!("local-{division}"))?,
        title: Text::parse("title", &name)?,
        source: Text::parse("source", &name)?,
        division: division.clone(),
        effective_from: day,
        contains: vec![],
    })
}

/// The rows of a catalogue with the names of units, and those units as departments that are called by their name.
fn rows(
    tx: &mut Tx,
    division: &DivisionCode,
    entries: &[Entry],
) -> Result<(Vec<CatalogueRow>, Vec<Department>), Fault> {
    let ids: Vec<OrgId> = entries
        .iter()
        .flat_map(|entry| std::iter::once(&entry.lead).chain(&entry.co))
        .filter_map(|handler| match handler {
            Handler::Unit(id) => Some(*id),
            Handler::Township => None,
        })
        .collect();
    let names = organisation::names(tx, ids)?;
    let said = |handler: &Handler| match handler {
        Handler::Unit(id) => names.get(id).cloned().unwrap_or_default(),
        Handler::Township => township(division),
    };
    let rows = entries.iter().map(|entry| CatalogueRow {
        category: entry.category.to_string(),
        place: if entry.place == *division { String::new() } else { entry.place.to_string() },
        lead: said(&entry.lead),
        co: entry.co.iter().map(said).collect::<Vec<_>>().join("、"),
        forbid: entry.forbid_levels.iter().map(|one| level(*one, division)).collect::<Vec<_>>().join("、"),
        note: entry.note.as_ref().map(ToString::to_string).unwrap_or_default(),
    });
    let rows = rows.collect();
    let mut departments: Vec<Department> = names.values().map(|name| Department::called(name)).collect();
    departments.sort_by(|a, b| a.word.cmp(&b.word));
    Ok((rows, departments))
}
