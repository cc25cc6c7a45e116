//! A row of the catalogue as it is written.

use domain::{
    dispatch::{CategoryPath, CategoryTree, Entry, Handler},
    organisation::OrgFunction,
};
use kernel::{DivisionCode, OrgLevel, Refusal, Text};
use store::Tx;

use crate::{
    error::{Collect, Error},
    organisation::{self, division_of},
};

/// How the government of the township in which it happened is written.
const TOWNSHIP: &[&str] = &["所在苏木乡镇", "所在乡镇", "属地乡镇", "TOWNSHIP"];

/// The words for [`Handler::Township`], the usual one first.
pub(crate) fn township_words() -> &'static [&'static str] {
    TOWNSHIP
}

/// A row as a sheet or a form holds it: names, not ids.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EntryForm {
    /// `城乡建设/供热`.
    pub category: String,
    /// A code, a name or an alias; the whole jurisdiction when empty.
    pub place: String,
    /// The name of the unit that leads, or 所在苏木乡镇.
    pub lead: String,
    /// Names of units that help, with 、 or ； between.
    pub co: String,
    /// Levels that it is never given to: 嘎查村, 苏木乡镇 …
    pub forbid: String,
    /// The document that says so.
    pub note: String,
}

impl EntryForm {
    /// Looks up the names.
    ///
    /// # Errors
    /// Everything that is wrong at once: `catalogue-category`, `division-unknown`, `org-unknown`, `catalogue-not-handling`,
    /// `catalogue-level`.
    pub fn read(&self, tx: &mut Tx, tree: &CategoryTree, within: &DivisionCode) -> Result<Entry, Error> {
        let mut errors = Collect::default();
        let category = errors.take(known_category(&self.category, tree));
        let place = gather(&mut errors, self.place(tx, within))?;
        let at = place.clone().unwrap_or_else(|| within.clone());
        let lead = gather(&mut errors, handler(tx, "lead", &self.lead, &at))?;
        let mut co = vec![];
        for name in split(&self.co) {
            co.extend(gather(&mut errors, handler(tx, "co", name, &at))?);
        }
        let forbid_levels = errors.take(split(&self.forbid).map(level).collect::<Result<Vec<_>, _>>());
        let note = errors.take(Text::parse_optional("note", &self.note));
        errors.finish()?;
        let missing = || Error::Invalid(vec![]);
        let lead = lead.ok_or_else(missing)?;
        co.retain(|one| *one != lead);
        Ok(Entry {
            category: category.ok_or_else(missing)?,
            place: place.ok_or_else(missing)?,
            lead,
            co,
            forbid_levels: forbid_levels.ok_or_else(missing)?,
            note: note.ok_or_else(missing)?,
        })
    }

    fn place(&self, tx: &mut Tx, within: &DivisionCode) -> Result<DivisionCode, Error> {
        if self.place.trim().is_empty() {
            return Ok(within.clone());
        }
        let place = division_of(tx, self.place.trim(), within)?;
        if within.contains(&place) { Ok(place) } else { Err(outside(&place).into()) }
    }
}

fn outside(place: &DivisionCode) -> Refusal {
    Refusal::invalid("place", "division-outside").with("code", place)
}

/// Keeps refusals for later; a fault ends it.
fn gather<T>(errors: &mut Collect, result: Result<T, Error>) -> Result<Option<T>, Error> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(Error::Refused(refusal)) => {
            errors.add(refusal);
            Ok(None)
        }
        Err(Error::Invalid(refusals)) => {
            for refusal in refusals {
                errors.add(refusal);
            }
            Ok(None)
        }
        Err(fault @ Error::Fault(_)) => Err(fault),
    }
}

fn known_category(text: &str, tree: &CategoryTree) -> Result<CategoryPath, Refusal> {
    let category = CategoryPath::parse(text)?;
    if tree.knows(&category) {
        Ok(category)
    } else {
        Err(Refusal::invalid("category", "catalogue-category").with("category", category))
    }
}

/// Names with a sign between them.
pub(crate) fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(['、', '；', ';', '，', '|']).map(str::trim).filter(|name| !name.is_empty())
}

fn handler(tx: &mut Tx, field: &str, name: &str, place: &DivisionCode) -> Result<Handler, Error> {
    let name = name.trim();
    if TOWNSHIP.contains(&name) {
        return Ok(Handler::Township);
    }
    let named = |code: &str| Refusal::invalid(field, code).with("name", name);
    // A code behind the name tells it from others of that name: 旗住建局（150223）.
    let bare = name.split(['（', '(']).next().unwrap_or(name).trim();
    let found = match organisation::find_by_name(tx, name, place)? {
        Some(org) => Some(org),
        None => organisation::find_by_name(tx, bare, place)?,
    };
    let org = found.ok_or_else(|| named("org-unknown"))?;
    if !org.accepts_petitions || !org.does(OrgFunction::Handle) {
        return Err(named("catalogue-not-handling").into());
    }
    Ok(Handler::Unit(org.id))
}

/// A level as people write it.
pub(crate) fn level(text: &str) -> Result<OrgLevel, Refusal> {
    const NAMES: &[(OrgLevel, &[&str])] = &[
        (OrgLevel::Village, &["嘎查村", "村", "社区", "村居", "嘎查村、社区", "village"]),
        (OrgLevel::Township, &["苏木乡镇", "乡镇", "镇街", "镇", "乡", "街道", "township"]),
        (OrgLevel::County, &["旗县", "旗县市区", "县区", "县", "区", "旗", "county"]),
        (OrgLevel::Prefecture, &["盟市", "市", "prefecture"]),
        (OrgLevel::Region, &["自治区", "省", "region"]),
    ];
    let lower = text.to_lowercase();
    let found = NAMES.iter().find(|(_, names)| names.contains(&lower.as_str())).map(|(level, _)| *level);
    found.ok_or_else(|| Refusal::invalid("forbid", "catalogue-level").with("text", text))
}
