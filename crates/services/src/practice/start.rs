//! Starting from a pack: every section becomes a version of the county's own, in force from a day, in one transaction and on
//! record; tried first, it says what would change.

use std::collections::BTreeSet;

use domain::{
    access::{
        self, Permit, Subject,
        actions::{
            AdminCatalogue, AdminClocks, AdminCycles, AdminLetters, AdminNotices, AdminOversight, AdminPractice,
        },
    },
    deadline::{ClockDef, ClockRules, Confidence},
    dispatch::{Category, CategoryTree, Entry},
    practice::Practice,
};
use jiff::civil::Date;
use kernel::{Ctx, DivisionCode, Fault, Refusal};
use serde_json::{Value, json};
use store::Tx;

use super::{
    CatalogueRow, Department, FileChange, Mistake, Pack, compare,
    in_force::{comparable, in_force, row},
    letters, read, rules,
    write::write,
};
use crate::{
    Error,
    catalogue::{self, EntryForm},
    divisions, organisation,
    organisation::in_dry_run,
    reference::{self, Kind},
};

/// What starting did, or would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Started {
    /// What is different from before, file by file.
    pub changes: Vec<FileChange>,
    /// Rows of the catalogue that name a department which the county does not have: left out.
    pub left_out: Vec<Mistake>,
    /// The version of the practice; `None` when nothing was different.
    pub version: Option<String>,
    /// Nothing was written: it was a trial.
    pub dry_run: bool,
}

/// Leave for everything that a pack holds, in one division.
#[derive(Debug)]
pub struct Leave {
    practice: Permit<AdminPractice>,
    clocks: Permit<AdminClocks>,
    catalogue: Permit<AdminCatalogue>,
    letters: Permit<AdminLetters>,
    oversight: Permit<AdminOversight>,
    cycles: Permit<AdminCycles>,
    notices: Permit<AdminNotices>,
}

impl Leave {
    /// Asks for it.
    ///
    /// # Errors
    /// `not-permitted` when any of it is not hers.
    pub fn of(subject: &Subject, place: &DivisionCode) -> Result<Self, Refusal> {
        Ok(Self {
            practice: access::permit(subject, place)?,
            clocks: access::permit(subject, place)?,
            catalogue: access::permit(subject, place)?,
            letters: access::permit(subject, place)?,
            oversight: access::permit(subject, place)?,
            cycles: access::permit(subject, place)?,
            notices: access::permit(subject, place)?,
        })
    }

    fn rules(&self) -> rules::Leave<'_> {
        rules::Leave {
            oversight: &self.oversight,
            cycles: &self.cycles,
            leaders: &self.practice,
            notices: &self.notices,
        }
    }
}

/// Puts `pack` in force in the permits' division from `day` on. Matters that are registered already keep the rules of their day
/// (principle 17). Call [`reference::load`] and put the result in force afterwards.
///
/// # Errors
/// `catalogue-past` for a day that is over, and what each kind refuses.
pub fn start(tx: &mut Tx, ctx: &Ctx, leave: &Leave, pack: &Pack, day: Date, dry_run: bool) -> Result<Started, Error> {
    run(tx, ctx, leave, (pack, Begun::Now), day, dry_run)
}

/// Puts one file of what is in force in the permits' division otherwise, from `day` on; an empty text: as it came with the
/// program. What the county began with stays what its changes are told against. The same checks as for a whole pack.
///
/// # Errors
/// As [`start`]; inside, every mistake of the file.
pub fn change(
    tx: &mut Tx,
    ctx: &Ctx,
    leave: &Leave,
    (file, text): (&str, &str),
    day: Date,
    dry_run: bool,
) -> Result<Result<Started, Vec<Mistake>>, Error> {
    let loaded = reference::load(tx)?;
    let held = in_force(tx, &loaded, leave.practice.place(), day)?;
    let mut files = write(&held);
    files.remove(file);
    if !text.trim().is_empty() {
        files.insert(file.to_owned(), text.to_owned());
    }
    match read(held.about.name.as_str(), &files) {
        Ok(pack) => run(tx, ctx, leave, (&pack, Begun::Before), day, dry_run).map(Ok),
        Err(mistakes) => Ok(Err(mistakes)),
    }
}

/// What a version of the practice counts as its beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Begun {
    /// The pack that is put in force.
    Now,
    /// The pack that the county began with earlier.
    Before,
}

fn run(
    tx: &mut Tx,
    ctx: &Ctx,
    leave: &Leave,
    what: (&Pack, Begun),
    day: Date,
    dry_run: bool,
) -> Result<Started, Error> {
    catalogue::not_past(ctx, day)?;
    let done = in_dry_run(tx, dry_run, |tx| match put(tx, ctx, leave, what, day) {
        Err(Error::Fault(fault)) => Err(fault),
        done => Ok(done),
    })?;
    done.map(|done| Started { dry_run, ..done })
}

fn put(tx: &mut Tx, ctx: &Ctx, leave: &Leave, (pack, begun): (&Pack, Begun), day: Date) -> Result<Started, Error> {
    let place = leave.practice.place().clone();
    let loaded = reference::load(tx)?;
    let before = in_force(tx, &loaded, &place, day)?;
    let (here, entries, left_out) = at_home(tx, pack, &place, day)?;
    if comparable(&before) == comparable(&here) {
        return Ok(Started { changes: vec![], left_out, version: None, dry_run: false });
    }
    clocks(tx, ctx, leave, &here, &before, day)?;
    settings(tx, ctx, leave, (&here, &before), begun)?;
    categories(tx, ctx, leave, &here, day)?;
    if !entries.is_empty() && before.catalogue != here.catalogue {
        catalogue::publish(tx, ctx, &leave.catalogue, day, entries)?;
    }
    letters::start(tx, ctx, &leave.letters, (&here.letters, &before.letters), day)?;
    rules::start(tx, ctx, &leave.rules(), (&here, &before), day)?;
    let version = practice(tx, ctx, leave, (&here, begun), day)?;
    let loaded = reference::load(tx)?;
    let after = in_force(tx, &loaded, &place, day)?;
    let changes = compare(&comparable(&before), &comparable(&after));
    Ok(Started { changes, left_out, version: Some(version), dry_run: false })
}

/// The pack as it holds here: without what is the same everywhere, and with the names of the units that the words mean.
fn at_home(
    tx: &mut Tx,
    pack: &Pack,
    place: &DivisionCode,
    day: Date,
) -> Result<(Pack, Vec<Entry>, Vec<Mistake>), Error> {
    let mut here = pack.clone();
    here.sample = None;
    place.clone_into(&mut here.about.division);
    let national = ClockRules::national().for_case(place, day);
    here.clocks.retain_mut(|clock| {
        let law = national.get(&clock.id).and_then(row);
        clock.remind = clock.remind.or(law.as_ref().and_then(|law| law.remind)).filter(|remind| *remind > 0);
        law.as_ref() != Some(clock)
    });
    let shipped = CategoryTree::shipped();
    here.categories.retain(|one| shipped.get(&one.path) != Some(one));
    let known = serde_json::to_value(domain::settings::Settings::default()).unwrap_or_default();
    here.settings.retain(|name, value| known.get(name) != Some(value));
    letters::own_only(&mut here.letters);
    here.rules.own_only();
    let tree = tree(&here, day);
    let county = divisions::get(tx, place)?.map(|division| division.name).unwrap_or_default();
    let (mut rows, mut entries, mut left_out) = (vec![], vec![], vec![]);
    for (n, given) in (1..).zip(&pack.catalogue) {
        let named = named(tx, pack, given, place, &county)?;
        match form(&named).read(tx, &tree, place) {
            Ok(entry) => {
                entries.push(entry);
                rows.push(named);
            }
            Err(Error::Fault(fault)) => return Err(fault.into()),
            Err(error) => left_out.extend(error.refusals().into_iter().flatten().map(|refusal| Mistake {
                file: "catalogue.csv".into(),
                line: n,
                refusal: refusal.clone(),
            })),
        }
    }
    here.departments = by_name(&rows);
    here.catalogue = rows;
    Ok((here, entries, left_out))
}

/// The units that rows name, as departments that are called by their name.
fn by_name(rows: &[CatalogueRow]) -> Vec<Department> {
    let named = rows.iter().flat_map(|row| std::iter::once(row.lead.as_str()).chain(catalogue::split(&row.co)));
    let units: BTreeSet<&str> = named.filter(|name| !catalogue::township_words().contains(name)).collect();
    units.into_iter().map(Department::called).collect()
}

/// A row with the names of the county's own units in place of the words.
fn named(
    tx: &mut Tx,
    pack: &Pack,
    row: &CatalogueRow,
    place: &DivisionCode,
    county: &str,
) -> Result<CatalogueRow, Fault> {
    let mut name = |word: &str| -> Result<String, Fault> {
        if catalogue::township_words().contains(&word) {
            return Ok(super::write::township(place));
        }
        let Some(department) = pack.department(word) else { return Ok(word.to_owned()) };
        for text in [department.full_in(county), department.short_in(county), word.to_owned()] {
            if let Some(org) = organisation::find_by_name(tx, &text, place)? {
                return Ok(org.name.to_string());
            }
        }
        Ok(department.full_in(county))
    };
    let lead = name(row.lead.trim())?;
    let co = catalogue::split(&row.co).map(&mut name).collect::<Result<Vec<_>, _>>()?;
    let own = if row.place == place.as_str() { String::new() } else { row.place.clone() };
    let forbid: Vec<String> = catalogue::split(&row.forbid)
        .filter_map(|text| catalogue::level_of(text).ok())
        .map(|one| super::write::level(one, place))
        .collect();
    Ok(CatalogueRow { lead, co: co.join("、"), place: own, forbid: forbid.join("、"), ..row.clone() })
}

fn form(row: &CatalogueRow) -> EntryForm {
    EntryForm {
        category: row.category.clone(),
        place: row.place.clone(),
        lead: row.lead.clone(),
        co: row.co.clone(),
        forbid: row.forbid.clone(),
        note: row.note.clone(),
    }
}

/// The shipped tree with the pack's own categories laid over it.
fn tree(pack: &Pack, day: Date) -> CategoryTree {
    let mut tree = CategoryTree { effective_from: day, ..CategoryTree::shipped().clone() };
    for own in &pack.categories {
        match tree.categories.iter_mut().find(|known| known.path == own.path) {
            Some(known) => known.clone_from(own),
            None => tree.categories.push(own.clone()),
        }
    }
    tree
}

/// A table of the clocks that are different here. A clock that the county had otherwise before goes back to the law.
fn clocks(tx: &mut Tx, ctx: &Ctx, leave: &Leave, here: &Pack, before: &Pack, day: Date) -> Result<(), Error> {
    if here.clocks == before.clocks {
        return Ok(());
    }
    let place = leave.clocks.place();
    let national = ClockRules::national().for_case(place, day);
    let own = here.clocks.iter().filter_map(|clock| {
        let law = national.get(&clock.id)?.clone();
        let remind = clock.remind.unwrap_or(0);
        Some(ClockDef { length: Some(clock.length), unit: clock.unit, remind, confidence: Confidence::S, ..law })
    });
    let back = before.clocks.iter().filter(|known| here.clocks.iter().all(|clock| clock.id != known.id));
    let back = back.filter_map(|known| national.get(&known.id).cloned());
    let clocks: Vec<ClockDef> = own.chain(back).collect();
    let version = format!("{}-{day}", here.about.name);
    let table = json!({ "division": place, "effective_from": day, "version": version, "clocks": clocks });
    let mut tables = tables_of(tx, place)?;
    tables.retain(|known| known.get("effective_from") != table.get("effective_from"));
    tables.push(table);
    reference::load_clocks(tx, ctx, &leave.clocks, &Value::Array(tables).to_string())
}

/// The tables that the place has: what was in force stays so for the matters of its time.
fn tables_of(tx: &mut Tx, place: &DivisionCode) -> Result<Vec<Value>, Fault> {
    let loaded = reference::list(tx)?.into_iter().find(|one| one.kind == Kind::Clocks && one.key == place.as_str());
    let Some(loaded) = loaded else { return Ok(vec![]) };
    serde_json::from_str(&loaded.body).map_err(|error| Fault::inconsistent("reference_data", error))
}

/// Settings hold for the whole installation from the moment on. Those that a pack does not name stay as they are; one that was
/// taken out of what is in force goes back to what came with the program.
fn settings(tx: &mut Tx, ctx: &Ctx, leave: &Leave, (here, before): (&Pack, &Pack), begun: Begun) -> Result<(), Error> {
    let gone = |name: &&String| begun == Begun::Before && !here.settings.contains_key(*name);
    let gone: Vec<&String> = before.settings.keys().filter(gone).collect();
    if here.settings.iter().all(|(name, value)| before.settings.get(name) == Some(value)) && gone.is_empty() {
        return Ok(());
    }
    let now = serde_json::to_value(reference::load(tx)?.settings.as_ref());
    let Ok(Value::Object(mut all)) = now else { return Err(Fault::inconsistent("settings", "no object").into()) };
    all.retain(|name, _| !gone.contains(&name));
    all.extend(here.settings.clone());
    reference::load_settings(tx, ctx, &leave.clocks, &Value::Object(all).to_string()).map(drop)
}

fn categories(tx: &mut Tx, ctx: &Ctx, leave: &Leave, here: &Pack, day: Date) -> Result<(), Error> {
    let loaded = reference::load(tx)?;
    let tree = tree(here, day);
    let now = loaded.categories.in_force(leave.catalogue.place(), day);
    let same = |a: &[Category], b: &[Category]| a == b;
    if now.is_some_and(|now| same(&now.categories, &tree.categories)) {
        return Ok(());
    }
    catalogue::publish_tree(tx, ctx, &leave.catalogue, day, tree).map(drop)
}

fn practice(tx: &mut Tx, ctx: &Ctx, leave: &Leave, (here, begun): (&Pack, Begun), day: Date) -> Result<String, Error> {
    let place = leave.practice.place();
    let practices = reference::load(tx)?.practices;
    let version = practices.next_name(place, day.year());
    let earlier = practices.in_force(place, day).filter(|_| begun == Begun::Before);
    let base = match earlier {
        Some(earlier) => earlier.base.clone(),
        // A county that never began with a pack began with what came with the program.
        None if begun == Begun::Before => write(&Pack::new(here.about.clone())),
        None => write(here),
    };
    let practice = Practice {
        division: place.clone(),
        version: version.clone(),
        effective_from: day,
        pack: here.about.name.clone(),
        words: here.words.clone(),
        duties: here.duties.clone(),
        cycles: here.cycles.clone(),
        assignments: here.assignments.clone(),
        campaigns: here.campaigns.clone(),
        base,
    };
    let body = serde_json::to_string(&practice).map_err(|error| Fault::inconsistent("practice", error))?;
    let key = format!("{place}@{version}");
    reference::put(tx, ctx, leave.practice.actor(), place, (Kind::Practice, &key, &body))?;
    Ok(version)
}
