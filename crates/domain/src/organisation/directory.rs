//! All organisations at hand, for questions about the tree. A jurisdiction has thousands of them, not millions.

use std::collections::HashMap;

use kernel::{DivisionCode, OrgId};

use super::{Org, OrgFunction, OrgKind};

/// The organisations of a jurisdiction, by id and by place.
#[derive(Debug, Clone, Default)]
pub struct Directory {
    by_id: HashMap<OrgId, Org>,
    by_division: HashMap<DivisionCode, Vec<OrgId>>,
}

impl Directory {
    /// A directory of `orgs`; the order given is the order in which equals are offered.
    #[must_use]
    pub fn new(orgs: impl IntoIterator<Item = Org>) -> Self {
        let mut directory = Self::default();
        for org in orgs {
            directory.by_division.entry(org.division.clone()).or_default().push(org.id);
            directory.by_id.insert(org.id, org);
        }
        directory
    }

    /// The organisation with `id`.
    #[must_use]
    pub fn get(&self, id: OrgId) -> Option<&Org> {
        self.by_id.get(&id)
    }

    /// The organisations that work exactly at `division`.
    pub fn at<'a>(&'a self, division: &DivisionCode) -> impl Iterator<Item = &'a Org> {
        self.by_division.get(division).into_iter().flatten().filter_map(|id| self.by_id.get(id))
    }

    /// From the organisation up to the top of its tree, itself first. A circle in the data ends the walk.
    #[must_use]
    pub fn path(&self, id: OrgId) -> Vec<&Org> {
        let mut path: Vec<&Org> = vec![];
        let mut next = self.get(id);
        while let Some(org) = next.filter(|org| path.iter().all(|seen| seen.id != org.id)) {
            path.push(org);
            next = org.parent.and_then(|parent| self.get(parent));
        }
        path
    }

    /// Whether putting `child` under `parent` would close a circle.
    #[must_use]
    pub fn would_circle(&self, child: OrgId, parent: OrgId) -> bool {
        self.path(parent).iter().any(|org| org.id == child)
    }

    /// Who registers and forwards what happens in `division`: the bureau there, else the agency centre or station there,
    /// else the same question one level up (articles 17 and 22).
    #[must_use]
    pub fn bureau_for(&self, division: &DivisionCode) -> Option<&Org> {
        let mut place = Some(division.clone());
        while let Some(code) = place {
            let found = [OrgKind::Bureau, OrgKind::Center, OrgKind::Station]
                .into_iter()
                .find_map(|kind| self.at(&code).find(|org| org.kind == kind));
            if found.is_some() {
                return found;
            }
            place = code.parent();
        }
        None
    }

    /// Where a person may ask for review of what `unit` decided (R-085, article 35). More than one: she chooses.
    ///
    /// - a vertically managed unit: its line superior only;
    /// - a government: the government one level up;
    /// - anything in a township: the government of the banner or county;
    /// - a department: the department above it or the government of its own level.
    ///
    /// Empty when the unit gives no opinions, or nothing above it is in the directory.
    #[must_use]
    pub fn superior_options(&self, unit: OrgId) -> Vec<OrgId> {
        let Some(org) = self.get(unit).filter(|org| org.accepts_petitions) else {
            return vec![];
        };
        let line = org.line_superior.filter(|id| self.get(*id).is_some());
        if org.vertical {
            return line.into_iter().collect();
        }
        let in_township = org.level() <= kernel::OrgLevel::Township;
        let government_at = if org.kind == OrgKind::Government || in_township {
            org.division.parent()
        } else {
            Some(org.division.clone())
        };
        let government = government_at.and_then(|division| self.government_of(&division)).map(|org| org.id);
        let mut options: Vec<OrgId> = if in_township { vec![] } else { line.into_iter().collect() };
        options.extend(government.filter(|id| !options.contains(id) && *id != unit));
        options
    }

    /// The lowest organisation that stands over both (R-038: the common superior decides); by the tree first, by place
    /// otherwise. `None`: the common joint meeting coordinates.
    #[must_use]
    pub fn common_superior(&self, one: OrgId, other: OrgId) -> Option<&Org> {
        let above_other: Vec<OrgId> = self.path(other).iter().skip(1).map(|org| org.id).collect();
        if let Some(org) = self.path(one).into_iter().skip(1).find(|org| above_other.contains(&org.id)) {
            return Some(org);
        }
        let (mut place, b) = (self.get(one)?.division.clone(), &self.get(other)?.division);
        while !place.contains(b) {
            place = place.parent()?;
        }
        self.government_of(&place)
    }

    /// Units that may answer petitions in `division` or above it, nearest first.
    pub fn units_for<'a>(&'a self, division: &DivisionCode) -> impl Iterator<Item = &'a Org> {
        let places = std::iter::successors(Some(division.clone()), DivisionCode::parent);
        places.flat_map(move |code| {
            let found: Vec<&Org> =
                self.at(&code).filter(|org| org.accepts_petitions && org.does(OrgFunction::Handle)).collect();
            found
        })
    }

    fn government_of(&self, division: &DivisionCode) -> Option<&Org> {
        self.at(division).find(|org| org.kind == OrgKind::Government)
    }
}

#[cfg(test)]
mod tests {
    use kernel::Text;
    use uuid::Uuid;

    use super::*;

    fn org(id: u128, kind: OrgKind, division: &str, parent: Option<u128>, line: Option<u128>) -> Org {
        let id_of = |n: u128| OrgId(Uuid::from_u128(n));
        Org {
            id: id_of(id),
            parent: parent.map(id_of),
            line_superior: line.map(id_of),
            vertical: false,
            kind,
            name: Text::parse("name", &format!("单位{id}")).unwrap(),
            short_name: None,
            doc_code: None,
            division: DivisionCode::parse(division).unwrap(),
            phone: None,
            address: None,
            hours: None,
            accepts_petitions: matches!(kind, OrgKind::Government | OrgKind::Unit),
            functions: kind.usual_functions().to_vec(),
            active_from: jiff::civil::date(2020, 1, 1),
            active_to: None,
        }
    }

    const CITY: u128 = 1;
    const BANNER: u128 = 2;
    const TOWN: u128 = 3;
    const CITY_HOUSING: u128 = 11;
    const HOUSING: u128 = 12;
    const TAX: u128 = 13;
    const TOWN_OFFICE: u128 = 14;
    const BUREAU: u128 = 21;
    const STATION: u128 = 22;
    const POINT: u128 = 23;

    fn directory() -> Directory {
        let mut tax = org(TAX, OrgKind::Unit, "150223", Some(BANNER), Some(CITY_HOUSING));
        tax.vertical = true;
        Directory::new([
            org(CITY, OrgKind::Government, "1502", None, None),
            org(BANNER, OrgKind::Government, "150223", Some(CITY), None),
            org(TOWN, OrgKind::Government, "150223100", Some(BANNER), None),
            org(CITY_HOUSING, OrgKind::Unit, "1502", Some(CITY), None),
            org(HOUSING, OrgKind::Unit, "150223", Some(BANNER), Some(CITY_HOUSING)),
            tax,
            org(TOWN_OFFICE, OrgKind::Unit, "150223100", Some(TOWN), Some(HOUSING)),
            org(BUREAU, OrgKind::Bureau, "150223", Some(BANNER), None),
            org(STATION, OrgKind::Station, "150223100", Some(TOWN), None),
            org(POINT, OrgKind::Point, "150223100201", Some(STATION), None),
        ])
    }

    fn superiors(unit: u128) -> Vec<u128> {
        directory().superior_options(OrgId(Uuid::from_u128(unit))).into_iter().map(|id| id.0.as_u128()).collect()
    }

    #[test]
    fn review_goes_where_r_085_sends_it() {
        assert_eq!(superiors(TOWN), [BANNER], "township government → county government");
        assert_eq!(superiors(TOWN_OFFICE), [BANNER], "an office of the township too");
        assert_eq!(superiors(HOUSING), [CITY_HOUSING, BANNER], "a department: line or own government, she chooses");
        assert_eq!(superiors(TAX), [CITY_HOUSING], "vertical management: the line only");
        assert_eq!(superiors(BANNER), [CITY]);
        assert!(superiors(POINT).is_empty(), "a village point gives no opinion");
        assert!(superiors(CITY).is_empty(), "what stands above the city is not in this directory");
    }

    #[test]
    fn the_nearest_bureau_registers() {
        let directory = directory();
        let bureau = |code: &str| directory.bureau_for(&DivisionCode::parse(code).unwrap()).map(|o| o.id.0.as_u128());
        assert_eq!(bureau("150223100201"), Some(STATION));
        assert_eq!(bureau("150223102"), Some(BUREAU));
        assert_eq!(bureau("1502"), None);
    }

    #[test]
    fn quarrels_go_to_the_common_superior() {
        let directory = directory();
        let common = |a: u128, b: u128| {
            directory.common_superior(OrgId(Uuid::from_u128(a)), OrgId(Uuid::from_u128(b))).map(|o| o.id.0.as_u128())
        };
        assert_eq!(common(HOUSING, TAX), Some(BANNER));
        assert_eq!(common(TOWN_OFFICE, HOUSING), Some(BANNER));
        assert_eq!(common(CITY_HOUSING, HOUSING), Some(CITY));
    }

    #[test]
    fn circles_are_seen_before_they_close() {
        let directory = directory();
        let id = |n: u128| OrgId(Uuid::from_u128(n));
        assert!(directory.would_circle(id(CITY), id(TOWN)));
        assert!(!directory.would_circle(id(TOWN), id(CITY)));
        assert_eq!(directory.path(id(POINT)).len(), 5);
    }

    #[test]
    fn a_village_gives_no_opinion() {
        let mut point = org(POINT, OrgKind::Point, "150223100201", None, None);
        assert!(point.validate().is_ok());
        point.accepts_petitions = true;
        assert_eq!(point.validate().unwrap_err().code, "org-village-opinion");
        point.accepts_petitions = false;
        point.kind = OrgKind::Unit;
        assert!(point.validate().is_err());
    }
}
