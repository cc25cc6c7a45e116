//! Administrative divisions: codes and the five levels.

use serde::{Deserialize, Serialize};

use crate::Refusal;

/// The five levels of the agency network, from the village up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum OrgLevel {
    /// 嘎查村、社区
    Village,
    /// 苏木乡镇、街道
    Township,
    /// 旗县市区
    County,
    /// 盟市
    Prefecture,
    /// 自治区
    Region,
}

impl OrgLevel {
    /// The level above, if any.
    #[must_use]
    pub fn above(self) -> Option<Self> {
        match self {
            Self::Village => Some(Self::Township),
            Self::Township => Some(Self::County),
            Self::County => Some(Self::Prefecture),
            Self::Prefecture => Some(Self::Region),
            Self::Region => None,
        }
    }

    /// The level below, if any.
    #[must_use]
    pub fn below(self) -> Option<Self> {
        match self {
            Self::Village => None,
            Self::Township => Some(Self::Village),
            Self::County => Some(Self::Township),
            Self::Prefecture => Some(Self::County),
            Self::Region => Some(Self::Prefecture),
        }
    }

    /// Stable name, as stored and as the API says it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Village => "VILLAGE",
            Self::Township => "TOWNSHIP",
            Self::County => "COUNTY",
            Self::Prefecture => "PREFECTURE",
            Self::Region => "REGION",
        }
    }

    /// Reads [`OrgLevel::name`] back.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Village, Self::Township, Self::County, Self::Prefecture, Self::Region]
            .into_iter()
            .find(|level| level.name() == name)
    }
}

/// A statistical division code (GB/T 2260 and its extension by the statistics bureau): 2, 4, 6, 9 or 12 digits.
///
/// A code is a prefix of the codes of everything inside it, so a jurisdiction is a range over text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct DivisionCode(String);

/// The materialised path of a division is its code: lists filter by `path >= code AND path < upper_bound`.
pub type DivisionPath = DivisionCode;

impl DivisionCode {
    /// Reads a code of 2, 4, 6, 9 or 12 digits; a 12-digit code of a higher level is shortened to its significant part.
    ///
    /// # Errors
    /// `division-missing` when there is nothing; `division-code` when it is anything else.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Refusal::invalid("division", "division-missing"));
        }
        let wrong =
            || Refusal::invalid("division", "division-code").with("value", text.chars().take(20).collect::<String>());
        if !text.bytes().all(|b| b.is_ascii_digit()) {
            return Err(wrong());
        }
        let significant = match text.len() {
            12 if text.ends_with("0000000000") => &text[..2],
            12 if text.ends_with("00000000") => &text[..4],
            12 if text.ends_with("000000") => &text[..6],
            12 if text.ends_with("000") => &text[..9],
            2 | 4 | 6 | 9 | 12 => text,
            _ => return Err(wrong()),
        };
        Ok(Self(significant.to_owned()))
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The level this code names.
    #[must_use]
    pub fn level(&self) -> OrgLevel {
        match self.0.len() {
            2 => OrgLevel::Region,
            4 => OrgLevel::Prefecture,
            6 => OrgLevel::County,
            9 => OrgLevel::Township,
            _ => OrgLevel::Village,
        }
    }

    /// The code of the division around this one at `level`; itself when it is at or above that level.
    #[must_use]
    pub fn at(&self, level: OrgLevel) -> Self {
        let digits = match level {
            OrgLevel::Region => 2,
            OrgLevel::Prefecture => 4,
            OrgLevel::County => 6,
            OrgLevel::Township => 9,
            OrgLevel::Village => 12,
        };
        Self(self.0[..digits.min(self.0.len())].to_owned())
    }

    /// The division directly above; `None` for a region.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        self.level().above().map(|level| self.at(level))
    }

    /// Whether `other` lies in this division (or is it).
    #[must_use]
    pub fn contains(&self, other: &Self) -> bool {
        other.0.starts_with(&self.0)
    }

    /// The first code after everything inside this division: `path >= self AND path < self.upper_bound()`.
    #[must_use]
    pub fn upper_bound(&self) -> String {
        // ':' follows '9' in ASCII, so every longer code sorts below it.
        format!("{}:", self.0)
    }

    /// The six digits that a case number starts with, padded with zeros above the county.
    #[must_use]
    pub fn county_digits(&self) -> String {
        format!("{:0<6}", &self.0[..self.0.len().min(6)])
    }

    /// The distribution column of big tables: the four digits of the prefecture 盟市, padded with zeros above it; also the
    /// first four digits of every case number.
    #[must_use]
    pub fn region(&self) -> String {
        format!("{:0<4}", &self.0[..self.0.len().min(4)])
    }
}

impl<'de> Deserialize<'de> for DivisionCode {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(d)?).map_err(serde::de::Error::custom)
    }
}

impl std::fmt::Display for DivisionCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_and_containment_follow_the_digits() {
        let village = DivisionCode::parse("150223100201").unwrap();
        assert_eq!(village.level(), OrgLevel::Village);
        assert_eq!(village.at(OrgLevel::County).as_str(), "150223");
        assert_eq!(DivisionCode::parse("150223000000").unwrap().level(), OrgLevel::County);
        assert_eq!(village.region(), "1502");
        let banner = DivisionCode::parse("150223").unwrap();
        assert!(banner.contains(&village) && !village.contains(&banner));
        assert!(village.as_str() < banner.upper_bound().as_str());
        assert!("150224" > banner.upper_bound().as_str());
        assert!(DivisionCode::parse("15022x").is_err());
    }
}
