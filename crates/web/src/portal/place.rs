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
    for township in divisions::children(tx, Some(&county))? {
        let mut options = vec![(township.code.to_string(), township.name.clone())];
        options.extend(divisions::children(tx, Some(&township.code))?.into_iter().map(option));
        places.townships.push(Group { label: township.name, options });
    }
    Ok(places)
}

/// Counties by prefecture.
fn counties(tx: &mut Tx, home: Option<&DivisionCode>) -> Result<Vec<Group>, Fault> {
    let mut tops = match home {
        Some(home) => divisions::get(tx, home)?.into_iter().collect(),
        None => divisions::children(tx, None)?,
    };
    if tops.iter().any(|top| top.level() == OrgLevel::Region) {
        let mut prefectures = vec![];
        for top in &tops {
            prefectures.extend(divisions::children(tx, Some(&top.code))?);
        }
        tops = prefectures;
    }
    let mut groups = vec![];
    for prefecture in tops {
        let options = divisions::children(tx, Some(&prefecture.code))?.into_iter().map(option).collect();
        groups.push(Group { label: prefecture.name, options });
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
