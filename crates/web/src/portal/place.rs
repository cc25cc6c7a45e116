//! Where it happened: native selects that work without script, and one request less where the house is a county's.

use askama::Template;
use kernel::{DivisionCode, Fault, OrgLevel};
use services::divisions::{self, Division};
use store::Tx;

use crate::{forms::Submission, i18n::Say};

/// One group of a select: a label and its options.
#[derive(Debug, Clone, Default)]
pub(super) struct Group {
    label: String,
    options: Vec<(String, String)>,
}

/// The selects as data: counties when the house is above them, then the chosen county's townships and villages.
#[derive(Debug, Clone, Default)]
pub(super) struct Places {
    counties: Vec<Group>,
    /// The chosen county, or the house's own.
    county: Option<Division>,
    townships: Vec<Group>,
}

/// The two selects with what was chosen.
#[derive(Template)]
#[template(path = "portal/place.html")]
pub(super) struct PlaceField {
    pub t: Say,
    pub places: Places,
    pub county: String,
    pub division: String,
    pub error: String,
}

impl askama::filters::HtmlSafe for PlaceField {}

/// The most precise place that was chosen. A village left over from another county gives way to the county.
pub(super) fn chosen(sent: &Submission) -> String {
    let (county, division) = (sent.raw("county").trim(), sent.raw("division").trim());
    let inside = match (DivisionCode::parse(county), DivisionCode::parse(division)) {
        (Ok(county), Ok(division)) => county.contains(&division),
        _ => true,
    };
    if !division.is_empty() && inside { division.to_owned() } else { county.to_owned() }
}

/// The selects for a house at `home`; `at` is what was chosen so far.
pub(super) fn load(tx: &mut Tx, home: Option<&DivisionCode>, at: &str) -> Result<Places, Fault> {
    let at = DivisionCode::parse(at).ok();
    let own = home.filter(|home| home.level() <= OrgLevel::County);
    let mut places = Places::default();
    if own.is_none() {
        places.counties = counties(tx, home)?;
    }
    let county = own.map(|home| home.at(OrgLevel::County)).or_else(|| at.map(|at| at.at(OrgLevel::County)));
    let Some(county) = county.filter(|county| county.level() == OrgLevel::County) else { return Ok(places) };
    places.county = divisions::get(tx, &county)?;
    places.townships = townships(divisions::down_to(tx, Some(&county), OrgLevel::Village)?);
    Ok(places)
}

/// A group for each township: itself first, then its villages. What was read stands in the order of codes.
fn townships(all: Vec<Division>) -> Vec<Group> {
    let mut groups: Vec<Group> = vec![];
    for division in all {
        if division.level() == OrgLevel::Township {
            groups.push(Group { label: division.name.clone(), options: vec![] });
        }
        if let Some(group) = groups.last_mut() {
            group.options.push(option(division));
        }
    }
    groups
}

/// Counties by prefecture, in one question.
fn counties(tx: &mut Tx, home: Option<&DivisionCode>) -> Result<Vec<Group>, Fault> {
    let mut groups: Vec<Group> = vec![];
    if let Some(prefecture) = home.filter(|home| home.level() == OrgLevel::Prefecture) {
        let label = divisions::get(tx, prefecture)?.map(|division| division.name).unwrap_or_default();
        groups.push(Group { label, options: vec![] });
    }
    for division in divisions::down_to(tx, home, OrgLevel::County)? {
        match division.level() {
            OrgLevel::Prefecture => groups.push(Group { label: division.name, options: vec![] }),
            OrgLevel::County => {
                if let Some(group) = groups.last_mut() {
                    group.options.push(option(division));
                }
            }
            _ => {}
        }
    }
    Ok(groups)
}

fn option(division: Division) -> (String, String) {
    (division.code.to_string(), division.name)
}

impl Places {
    /// The code and name of the county, for "somewhere in it".
    fn somewhere(&self) -> Option<(String, &str)> {
        self.county.as_ref().map(|county| (county.code.to_string(), county.name.as_str()))
    }
}
