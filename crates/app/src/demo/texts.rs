//! What the matters are about: written by hand, invented, and put in a place.

use std::sync::Arc;

use kernel::{DivisionCode, Fault, OrgId, OrgLevel};
use serde::Deserialize;
use services::{Error, petition::PetitionForm};

use super::{cast::invented_name, dice::Dice, place::Place, script::MATTERS};

const TEXTS: &str = include_str!("../../data/demo-matters.toml");

/// One text.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Text {
    title: String,
    #[serde(default)]
    also: Vec<String>,
    #[serde(flatten)]
    pub(super) told: Told,
    #[serde(rename = "where")]
    place: String,
    kind: String,
}

/// What is told and, where it matters to the story, in which words it is dealt with.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Told {
    facts: String,
    claims: Vec<String>,
    /// The category path.
    pub(super) category: String,
    unit: String,
    /// By claim: the name of its route, and who has it there. Empty: all go the way the step says.
    #[serde(default)]
    pub(super) routes: Vec<(String, String)>,
    /// What was said at the first contact.
    pub(super) contact: Option<String>,
    /// What was found out on the way.
    pub(super) progress: Option<String>,
    /// What the opinion finds.
    pub(super) findings: Option<String>,
    /// By claim: the name of the result, and the answer.
    #[serde(default)]
    pub(super) answers: Vec<(String, String)>,
}

impl Told {
    /// The word of the unit it belongs to.
    pub(super) fn unit(&self) -> &str {
        &self.unit
    }

    /// Everything that is told, to look for words in.
    pub(super) fn tells(&self) -> impl Iterator<Item = &String> {
        let dealt = [&self.contact, &self.progress, &self.findings].into_iter().flatten();
        let routes = self.routes.iter().map(|(_, target)| target).chain(self.answers.iter().map(|(_, text)| text));
        [&self.facts, &self.category].into_iter().chain(&self.claims).chain(dealt).chain(routes)
    }
}

#[derive(Deserialize)]
struct File {
    matter: Vec<Text>,
}

/// Every text.
pub(super) fn all() -> Result<Arc<[Text]>, Error> {
    let file: File = toml::from_str(TEXTS).map_err(|error| Fault::inconsistent("demo-matters.toml", error))?;
    Ok(file.matter.into())
}

impl Text {
    /// Everything that is told, to look for words in.
    pub(super) fn tells(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.title).chain(&self.also).chain(self.told.tells())
    }

    /// Whether it happens in the banner (else in the district), as a work order (else as a petition).
    pub(super) fn fits(&self, in_banner: bool, is_order: bool) -> bool {
        let place = match self.place.as_str() {
            "banner" => in_banner,
            "district" => !in_banner,
            _ => true,
        };
        let kind = match self.kind.as_str() {
            "order" => is_order,
            "petition" => !is_order,
            _ => true,
        };
        place && kind
    }
}

/// A text in a place, with somebody who tells it.
#[derive(Debug, Clone)]
pub(super) struct Matter {
    /// The county.
    pub(super) county: String,
    /// In one line.
    title: String,
    /// What it is about.
    pub(super) told: Told,
    /// Where it is registered: the county itself, or a village, whose township's station has it.
    pub(super) division: DivisionCode,
    /// Where she lives: the village of the trouble, and an invented number.
    address: String,
    /// The unit it belongs to.
    pub(super) unit: OrgId,
    /// The unit it is sent to when the first one objects with reason.
    pub(super) other: OrgId,
    /// Its number in the demo: chooses among people and words.
    pub(super) index: usize,
    /// With what invented telephone numbers begin.
    phone: String,
    /// Whether invented names are also Mongolian ones.
    mongolian: bool,
}

/// Who objects is sent elsewhere: a department that could have it as well.
const NEIGHBOURS: &[(&str, &str)] = &[
    ("草原", "自然资源"),
    ("住建", "执法"),
    ("人社", "住建"),
    ("自然资源", "农牧"),
    ("农牧", "草原"),
    ("水务", "农牧"),
    ("交通", "执法"),
    ("教育", "人社"),
    ("医保", "卫健"),
    ("民政", "人社"),
    ("卫健", "医保"),
    ("执法", "住建"),
    ("市场", "执法"),
    ("环境", "执法"),
    ("能源", "自然资源"),
];

impl Matter {
    /// Puts `text` somewhere in `county`, told in one of its ways.
    pub(super) fn somewhere(
        place: &Place,
        dice: &mut Dice,
        county: &str,
        text: &Text,
        index: usize,
        at_the_bureau: bool,
    ) -> Result<Self, Error> {
        let spot = spot(place, dice, county, &text.told.category)?;
        let division = if at_the_bureau || dice.once_in(2) { DivisionCode::parse(county)? } else { spot.clone() };
        let way = dice.below(text.also.len() + 1);
        let title = way.checked_sub(1).and_then(|n| text.also.get(n)).unwrap_or(&text.title);
        // Many say where before they say what.
        let says_where = !title.contains('{') && title.chars().count() < 18 && dice.once_in(2);
        let title = if says_where { format!("{{village}}：{title}") } else { title.clone() };
        Self::at(place, (county, spot, division), &title, text.told.clone(), index)
    }

    /// What happened at `spot` and is registered for `division` of `county`.
    pub(super) fn at(
        place: &Place,
        (county, spot, division): (&str, DivisionCode, DivisionCode),
        title: &str,
        told: Told,
        index: usize,
    ) -> Result<Self, Error> {
        let missing = || Error::from(Fault::inconsistent("demo", format!("no unit {} in {county}", told.unit)));
        let other = NEIGHBOURS.iter().find(|(word, _)| *word == told.unit).map_or("政府", |(_, other)| other);
        let unit = place.org(county, &told.unit).ok_or_else(missing)?;
        let other = place.org(county, other).ok_or_else(missing)?;
        let village = place.called(&spot);
        let title = title.replace("{village}", &village).replace("{town}", &place.called(&spot.at(OrgLevel::Township)));
        let address = format!("{village} {} 号（虚构）", index % 90 + 1);
        Ok(Self {
            county: county.to_owned(),
            title,
            told,
            division,
            address,
            unit,
            other,
            index,
            phone: place.sample.phone.clone(),
            mongolian: place.sample.mongolian_names,
        })
    }

    /// Whether it is one of the year's, neither written by hand for this morning nor a tale.
    pub(super) fn is_of_the_year(&self) -> bool {
        self.index < MATTERS
    }

    /// As somebody writes it down.
    pub(super) fn form(&self, channel: &str) -> PetitionForm {
        PetitionForm {
            title: self.title.clone(),
            facts: self.told.facts.clone(),
            claims: self.told.claims.clone(),
            name: invented_name(self.index + 11, self.mongolian),
            phone: format!("{}-{:04}", self.phone, 3_000 + self.index),
            address: self.address.clone(),
            division: self.division.to_string(),
            channel: channel.to_owned(),
            truth: true,
            ..PetitionForm::default()
        }
    }
}

/// A village or neighbourhood of `county` in which it may happen: what belongs to a town happens in one.
fn spot(place: &Place, dice: &mut Dice, county: &str, category: &str) -> Result<DivisionCode, Error> {
    let none = || Error::from(Fault::inconsistent("demo", "a county without townships"));
    let townships = place.townships.get(county).ok_or_else(none)?;
    let of_a_town = ["城乡建设", "城市管理", "环境保护/油烟", "环境保护/噪声", "水利水务/供水", "市场监管/预付卡"];
    let of_the_land = ["农村农业", "国土资源", "水利水务/灌溉", "水利水务/饮水", "能源/风电"];
    let is_any = |of: &[&str]| of.iter().any(|one| category.starts_with(one));
    let fits = |code: &DivisionCode| {
        let is_town = place.is_town(code);
        (is_town || !is_any(&of_a_town)) && !(is_town && is_any(&of_the_land))
    };
    for _ in 0..40 {
        // It has most of the people, so that the station shown in the demo has most of the work.
        let main = townships.iter().find(|code| **code == place.sample.main_township).filter(|_| dice.once_in(2));
        let township = main.unwrap_or_else(|| dice.pick(townships));
        let villages = place.villages.get(township.as_str()).map_or(&[][..], Vec::as_slice);
        if villages.is_empty() {
            continue;
        }
        let village = dice.pick(villages);
        if fits(village) {
            return Ok(village.clone());
        }
    }
    // A district is town all over: there, what happens on the land happens anywhere.
    let village = place.villages.get(dice.pick(townships).as_str()).and_then(|villages| villages.first());
    village.or(townships.first()).cloned().ok_or_else(none)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn there_are_enough_and_every_unit_exists() {
        let texts = all().unwrap();
        assert!(texts.len() >= 60, "{}", texts.len());
        let titles: HashSet<_> = texts.iter().map(|text| &text.title).collect();
        assert_eq!(titles.len(), texts.len());
        for text in texts.iter() {
            let told = &text.told;
            assert!(NEIGHBOURS.iter().any(|(word, _)| *word == told.unit), "{}", told.unit);
            assert!(!told.claims.is_empty() && told.facts.chars().count() > 30, "{}", text.title);
            assert!(text.also.len() >= 2, "{}", text.title);
            assert!(["banner", "district", "both"].contains(&text.place.as_str()), "{}", text.title);
            assert!(["petition", "order", "both"].contains(&text.kind.as_str()), "{}", text.title);
        }
    }
}
