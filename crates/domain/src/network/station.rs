//! What a station adds to being an organisation: how one gets in, in which languages, when, and with whom it works together.

use jiff::civil::Date;
use kernel::{Refusal, Text};
use serde::{Deserialize, Serialize};

use super::{Language, OpeningHours};
use crate::{names, organisation::OrgKind};

names! {
    /// What makes a place reachable for everybody.
    pub enum BarrierFree in "barrier-free" {
        /// 坡道
        Ramp = "RAMP",
        /// 一层、无台阶
        GroundFloor = "GROUND_FLOOR",
        /// 无障碍卫生间
        Toilet = "TOILET",
        /// 轮椅
        Wheelchair = "WHEELCHAIR",
        /// 老花镜
        Glasses = "GLASSES",
        /// 手语
        SignLanguage = "SIGN_LANGUAGE",
    }
}

/// A stop of a mobile window: where and when it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stop {
    /// Where, in words.
    pub place: Text<60>,
    /// When, as opening hours.
    pub hours: OpeningHours,
}

/// The facts of a station.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct StationFacts {
    /// When somebody is there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<OpeningHours>,
    /// Languages spoken.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    /// Somebody comes when one cannot walk.
    pub home_visits: bool,
    /// What makes it reachable.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub barrier_free: Vec<BarrierFree>,
    /// The stops of a mobile window.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub stops: Vec<Stop>,
    /// Who runs a studio, by office.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host: Option<Text<60>>,
    /// Who works in it together, by office, never by person: 法庭庭长、派出所所长、司法所所长.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<Text<60>>,
    /// Until when it is set up, when it is not for good.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

impl StationFacts {
    /// What must hold of the facts of a station of this kind.
    ///
    /// # Errors
    /// `station-kind` for what gives no help, `station-stops` (only a mobile window has stops, and it has some),
    /// `station-members` (only a studio has a host and co-members).
    pub fn validate(&self, kind: OrgKind) -> Result<(), Refusal> {
        if !kind.helps() {
            return Err(Refusal::invalid("kind", "station-kind").with("kind", kind.key()));
        }
        if (kind == OrgKind::Mobile) == self.stops.is_empty() {
            return Err(Refusal::invalid("stops", "station-stops"));
        }
        if kind != OrgKind::Studio && (self.host.is_some() || !self.members.is_empty()) {
            return Err(Refusal::invalid("members", "station-members"));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stops_belong_to_mobile_windows_and_members_to_studios() {
        let facts = StationFacts::default();
        assert_eq!(facts.validate(OrgKind::Bureau).unwrap_err().code, "station-kind");
        assert_eq!(facts.validate(OrgKind::Mobile).unwrap_err().code, "station-stops");
        assert!(facts.validate(OrgKind::Point).is_ok());
        let hours = OpeningHours::parse("hours", "周三 9:00-11:00").unwrap();
        let stop = Stop { place: Text::parse("place", "白音敖包队部").unwrap(), hours };
        let mobile = StationFacts { stops: vec![stop], ..StationFacts::default() };
        assert!(mobile.validate(OrgKind::Mobile).is_ok());
        assert_eq!(mobile.validate(OrgKind::Point).unwrap_err().code, "station-stops");
        let studio =
            StationFacts { host: Text::parse_optional("host", "司法所").unwrap(), ..StationFacts::default() };
        assert!(studio.validate(OrgKind::Studio).is_ok());
        assert_eq!(studio.validate(OrgKind::Station).unwrap_err().code, "station-members");
    }
}
