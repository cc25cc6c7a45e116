//! Who has the power over a report, by the level at which a cadre is managed, and where to turn by mouth: data of a
//! jurisdiction with a day (〔P〕).

use jiff::civil::Date;
use kernel::{DivisionCode, OrgId, Refusal, Text};
use serde::{Deserialize, Serialize};

use crate::dispatch::Dated;

/// An office to which a report may be handed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// Its code, as events name it.
    pub code: Text<40>,
    /// Its name.
    pub name: Text<100>,
    /// Whose reports it takes: which cadres, which matters.
    pub takes: Text<200>,
    /// Whether it stands above: what is its goes there straight, and nothing of it is entered.
    #[serde(default)]
    pub above: bool,
    /// The organisation of the directory it is, so that an exclusion of that organisation reaches it.
    #[serde(default)]
    pub org: Option<OrgId>,
}

/// Where to turn by mouth, for the card that agents show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Way {
    /// What it is called.
    pub name: Text<100>,
    /// Telephone.
    #[serde(default)]
    pub phone: Option<Text<40>>,
    /// Where it is.
    #[serde(default)]
    pub address: Option<Text<200>>,
    /// When somebody is there.
    #[serde(default)]
    pub hours: Option<Text<100>>,
}

/// What holds in a jurisdiction from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SealedRules {
    /// Whose; `None`: they came with the program.
    pub division: Option<DivisionCode>,
    /// Their name.
    pub version: String,
    /// From which day.
    pub effective_from: Date,
    /// The offices, in the order in which they are asked.
    pub offices: Vec<Office>,
    /// The card.
    pub ways: Vec<Way>,
}

fn office(code: &str, name: &str, takes: &str, above: bool) -> Option<Office> {
    Some(Office {
        code: Text::parse("code", code).ok()?,
        name: Text::parse("name", name).ok()?,
        takes: Text::parse("takes", takes).ok()?,
        above,
        org: None,
    })
}

fn way(name: &str, phone: &str) -> Option<Way> {
    let phone = Text::parse("phone", phone).ok();
    Some(Way { name: Text::parse("name", name).ok()?, phone, address: None, hours: None })
}

impl SealedRules {
    /// The rules that come with the program; a jurisdiction names its own offices and their addresses.
    #[must_use]
    pub fn shipped() -> Self {
        let offices = [
            office("DISCIPLINE", "本级纪委监委", "本级管理的党员、干部和监察对象", false),
            office("DISCIPLINE_ABOVE", "上级纪委监委", "上级管理的干部", true),
            office("ORGANISATION", "本级组织（人事）部门", "选人用人、干部任用", false),
            office("PROCURATORATE", "检察机关", "司法工作人员职务犯罪", false),
            office("PUBLIC_SECURITY", "公安机关", "其他违法犯罪", false),
        ];
        let ways = [way("纪检监察举报电话", "12388"), way("政务服务便民热线", "12345")];
        Self {
            division: None,
            version: "shipped".to_owned(),
            effective_from: Date::MIN,
            offices: offices.into_iter().flatten().collect(),
            ways: ways.into_iter().flatten().collect(),
        }
    }

    /// The office with this code.
    #[must_use]
    pub fn office(&self, code: &str) -> Option<&Office> {
        self.offices.iter().find(|office| office.code.as_str() == code)
    }

    /// Checks everything at once.
    ///
    /// # Errors
    /// `sealed-office-twice`, `sealed-office-none` (one for here and one above are needed), `sealed-way-none`.
    pub fn check(&self) -> Result<(), Vec<Refusal>> {
        let mut wrong = vec![];
        for (at, office) in self.offices.iter().enumerate() {
            if self.offices[..at].iter().any(|other| other.code == office.code) {
                wrong.push(Refusal::invalid("offices", "sealed-office-twice").with("code", &office.code));
            }
        }
        if [true, false].iter().any(|above| self.offices.iter().all(|office| office.above != *above)) {
            wrong.push(Refusal::invalid("offices", "sealed-office-none"));
        }
        if self.ways.is_empty() {
            wrong.push(Refusal::invalid("ways", "sealed-way-none"));
        }
        if wrong.is_empty() { Ok(()) } else { Err(wrong) }
    }
}

impl Dated for SealedRules {
    fn division(&self) -> Option<&DivisionCode> {
        self.division.as_ref()
    }

    fn version(&self) -> &str {
        &self.version
    }

    fn effective_from(&self) -> Date {
        self.effective_from
    }
}
