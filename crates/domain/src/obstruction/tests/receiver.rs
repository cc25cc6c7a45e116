//! Where it goes: over the head of the unit named, whatever the tree looks like.

use jiff::civil::date;
use kernel::{DivisionCode, OrgId};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{
    obstruction::rules::receiver,
    organisation::{Directory, Org, OrgKind},
};

fn org(id: u128, kind: OrgKind, division: &str) -> Org {
    Org {
        id: OrgId(Uuid::from_u128(id)),
        parent: None,
        line_superior: None,
        vertical: false,
        kind,
        name: text("某单位"),
        short_name: None,
        doc_code: None,
        division: DivisionCode::parse(division).unwrap(),
        phone: None,
        address: None,
        hours: None,
        accepts_petitions: false,
        functions: vec![],
        active_from: date(2020, 1, 1),
        active_to: None,
    }
}

fn goes_to(directory: &Directory, place: &str, named: &Named) -> Option<u128> {
    let place = DivisionCode::parse(place).unwrap();
    receiver(directory, &place, named).map(|org| org.id.0.as_u128())
}

#[test]
fn a_level_is_passed_over_and_a_unit_in_words_is_the_countys() {
    let directory = Directory::new([
        org(1, OrgKind::Bureau, "1502"),
        org(2, OrgKind::Bureau, "150223"),
        org(3, OrgKind::Unit, "150223"),
        org(4, OrgKind::Station, "150223100"),
        org(5, OrgKind::Point, "150223100201"),
        org(6, OrgKind::Unit, "1502"),
    ]);
    let to = |n: u128| named(OrgId(Uuid::from_u128(n)));
    let here = |named: &Named| goes_to(&directory, "150223100201", named);
    assert_eq!(here(&to(2)), Some(1), "the county's own bureau refused: the prefecture");
    assert_eq!(here(&to(3)), Some(1), "a department of the county: the prefecture");
    assert_eq!(here(&to(4)), Some(2), "a township's station: the county, never the station");
    assert_eq!(here(&to(5)), Some(2), "a village's agent: the county, not the station she belongs to");
    let words = Named { org: None, words: Some(text("窗口那个人")) };
    assert_eq!(here(&words), Some(1), "in words: taken for the county's");
    assert_eq!(here(&to(6)), None, "nothing here stands above the prefecture: 12388");
    assert_eq!(here(&to(1)), None);
}

const PLACES: &[&str] = &["15", "1502", "150223", "150223100", "150223100201", "150204", "1508"];
const KINDS: &[OrgKind] = &[OrgKind::Bureau, OrgKind::Center, OrgKind::Station, OrgKind::Point, OrgKind::Unit];

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn never_the_unit_named_nor_its_level_nor_below(
        orgs in prop::collection::vec((0..KINDS.len(), 0..PLACES.len()), 1..12), at in 0..PLACES.len(), who in 0usize..14
    ) {
        let orgs: Vec<Org> = (1u128..).zip(&orgs).map(|(id, (kind, place))| org(id, KINDS[*kind], PLACES[*place])).collect();
        let directory = Directory::new(orgs.clone());
        let place = DivisionCode::parse(PLACES[at]).unwrap();
        let who = orgs.get(who);
        let named = Named { org: who.map(|org| org.id), words: None };
        if let Some(to) = receiver(&directory, &place, &named) {
            prop_assert_eq!(to.kind, OrgKind::Bureau);
            let level = who.map_or(place.at(kernel::OrgLevel::County), |org| org.division.clone());
            prop_assert!(to.division != level && to.division.contains(&level), "strictly above");
            prop_assert_ne!(Some(to.id), named.org);
        }
    }
}
