//! What the matters are about: written by hand, invented, and put in a place.

use std::sync::Arc;

use kernel::{DivisionCode, Fault, OrgId};
use serde::Deserialize;
use services::{Error, petition::PetitionForm};

use super::{cast::invented_name, dice::Dice, place::Place};

const TEXTS: &str = include_str!("../../data/demo-matters.toml");

/// One text.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Text {
    title: String,
    facts: String,
    claims: Vec<String>,
    pub(super) category: String,
    unit: String,
    #[serde(rename = "where")]
    place: String,
    kind: String,
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
    pub(super) county: &'static str,
    /// What it is about.
    pub(super) text: Text,
    /// Where.
    pub(super) division: DivisionCode,
    /// The unit it belongs to.
    pub(super) unit: OrgId,
    /// The unit it is sent to when the first one objects with reason.
    pub(super) other: OrgId,
    /// Its number in the demo: chooses among people and words.
    pub(super) index: usize,
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
    /// Puts `text` somewhere in `county`: at the county itself or in a village of it.
    pub(super) fn new(
        place: &Place,
        dice: &mut Dice,
        county: &'static str,
        text: Text,
        index: usize,
        at_the_bureau: bool,
    ) -> Result<Self, Error> {
        let missing = || Error::from(Fault::inconsistent("demo", format!("no unit {} in {county}", text.unit)));
        let other = NEIGHBOURS.iter().find(|(word, _)| *word == text.unit).map_or("政府", |(_, other)| other);
        let unit = place.org(county, &text.unit).ok_or_else(missing)?;
        let other = place.org(county, other).ok_or_else(missing)?;
        let division = if at_the_bureau || dice.once_in(2) {
            DivisionCode::parse(county)?
        } else {
            somewhere(place, dice, county)?
        };
        Ok(Self { county, text, division, unit, other, index })
    }

    /// As somebody writes it down.
    pub(super) fn form(&self, channel: &str) -> PetitionForm {
        PetitionForm {
            title: self.text.title.clone(),
            facts: self.text.facts.clone(),
            claims: self.text.claims.clone(),
            name: invented_name(self.index + 11),
            phone: format!("0472-000-{:04}", 3_000 + self.index),
            address: format!("（虚构）{} 号", self.index + 1),
            division: self.division.to_string(),
            channel: channel.to_owned(),
            truth: true,
            ..PetitionForm::default()
        }
    }
}

fn somewhere(place: &Place, dice: &mut Dice, county: &str) -> Result<DivisionCode, Error> {
    let none = || Error::from(Fault::inconsistent("demo", "a county without townships"));
    let townships = place.townships.get(county).ok_or_else(none)?;
    // 百灵庙镇 has most of the people, so that the station shown in the demo has most of the work.
    let main = townships.iter().find(|code| code.as_str() == "150223104").filter(|_| dice.once_in(2));
    let township = main.unwrap_or_else(|| dice.pick(townships));
    let villages = place.villages.get(township.as_str()).map_or(&[][..], Vec::as_slice);
    Ok(if villages.is_empty() { township.clone() } else { dice.pick(villages).clone() })
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
            assert!(NEIGHBOURS.iter().any(|(word, _)| *word == text.unit), "{}", text.unit);
            assert!(!text.claims.is_empty() && text.facts.chars().count() > 30, "{}", text.title);
            assert!(["banner", "district", "both"].contains(&text.place.as_str()), "{}", text.title);
            assert!(["petition", "order", "both"].contains(&text.kind.as_str()), "{}", text.title);
        }
    }
}
