//! Whatever the catalogue says, the rules hold.

use jiff::civil::date;
use kernel::{DivisionCode, OrgId, OrgLevel, Text};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{
    case::StatutoryRoute,
    organisation::{Directory, Org, OrgKind},
};

const CATEGORIES: [&str; 5] =
    ["城乡建设", "城乡建设/供热", "城乡建设/供热/室温不达标", "城乡建设/物业", "农村农业/草原"];
const PLACES: [&str; 4] = ["1502", "150223", "150223100", "150223100201"];

fn code(text: &str) -> DivisionCode {
    DivisionCode::parse(text).unwrap()
}

fn path(text: &str) -> CategoryPath {
    CategoryPath::parse(text).unwrap()
}

fn id(n: u128) -> OrgId {
    OrgId(Uuid::from_u128(n))
}

fn org(n: u128, kind: OrgKind, division: &str, parent: Option<u128>) -> Org {
    Org {
        id: id(n),
        parent: parent.map(id),
        line_superior: None,
        vertical: false,
        kind,
        name: Text::parse("name", &format!("单位{n}")).unwrap(),
        short_name: None,
        doc_code: None,
        division: code(division),
        phone: None,
        address: None,
        hours: None,
        accepts_petitions: matches!(kind, OrgKind::Unit | OrgKind::Government),
        functions: kind.usual_functions().to_vec(),
        active_from: date(2020, 1, 1),
        active_to: None,
    }
}

/// A government (1) with three departments (2–4), an office below the second (5), a township (6), a point (7), a bureau (8).
fn directory() -> Directory {
    Directory::new([
        org(1, OrgKind::Government, "150223", None),
        org(2, OrgKind::Unit, "150223", Some(1)),
        org(3, OrgKind::Unit, "150223", Some(1)),
        org(4, OrgKind::Unit, "150223", Some(1)),
        org(5, OrgKind::Unit, "150223", Some(2)),
        org(6, OrgKind::Government, "150223100", Some(1)),
        org(7, OrgKind::Point, "150223100201", Some(6)),
        org(8, OrgKind::Bureau, "150223", Some(1)),
    ])
}

fn handler() -> impl Strategy<Value = Handler> {
    prop_oneof![(2_u128..9).prop_map(|n| Handler::Unit(id(n))), Just(Handler::Township)]
}

fn entry() -> impl Strategy<Value = Entry> {
    (0..CATEGORIES.len(), 0..PLACES.len(), handler(), prop::collection::vec(handler(), 0..3), any::<bool>()).prop_map(
        |(category, place, lead, co, forbids)| Entry {
            category: path(CATEGORIES[category]),
            place: code(PLACES[place]),
            lead,
            co,
            forbid_levels: if forbids { vec![OrgLevel::Village] } else { vec![] },
            note: None,
        },
    )
}

fn catalogue(entries: Vec<Entry>) -> Catalogue {
    Catalogue { division: code("1502"), version: "2026-1".into(), effective_from: date(2026, 1, 1), entries }
}

proptest! {
    #[test]
    fn neither_the_respondent_nor_its_own_nor_a_helper_is_ever_suggested(
        entries in prop::collection::vec(entry(), 0..12),
        category in 0..CATEGORIES.len(),
        place in 0..PLACES.len(),
        respondent in prop::option::of(1_u128..9),
    ) {
        let (directory, catalogue) = (directory(), catalogue(entries));
        let (category, division) = (path(CATEGORIES[category]), code(PLACES[place]));
        let respondent = respondent.map(id);
        let ruling = rule(&catalogue, &directory, Matter { category: &category, division: &division, respondent });
        for choice in &ruling.choices {
            prop_assert!(is_party(&directory, respondent, choice.org).is_none(), "{choice:?}");
            prop_assert!(directory.get(choice.org).unwrap().accepts_petitions);
            prop_assert!(ruling.barred.iter().all(|barred| barred.org != choice.org));
        }
        let leads = ruling.choices.iter().filter(|choice| choice.duty == Duty::Lead).count();
        prop_assert!(leads <= 1);
        prop_assert_eq!(respondent.is_some(), ruling.barred.iter().any(|barred| Some(barred.org) == respondent));
        let again = rule(&catalogue, &directory, Matter { category: &category, division: &division, respondent });
        prop_assert_eq!(ruling.choices, again.choices);
    }

    #[test]
    fn a_less_specific_row_changes_nothing(
        entries in prop::collection::vec(entry(), 1..8),
        more in entry(),
        category in 0..CATEGORIES.len(),
        place in 0..PLACES.len(),
    ) {
        let (category, division) = (path(CATEGORIES[category]), code(PLACES[place]));
        let before = catalogue(entries.clone());
        let mut first = vec![more.clone()];
        first.extend(entries);
        let after = catalogue(first);
        if let Some(winner) = before.winner(&category, &division)
            && more.rank() < winner.rank()
        {
            prop_assert_eq!(Some(winner), after.winner(&category, &division));
        }
    }

    #[test]
    fn the_winner_covers_the_matter(entries in prop::collection::vec(entry(), 0..8), category in 0..CATEGORIES.len()) {
        let (category, division) = (path(CATEGORIES[category]), code("150223100201"));
        let catalogue = catalogue(entries);
        let winner = catalogue.winner(&category, &division);
        prop_assert!(winner.is_none_or(|winner| winner.covers(&category, &division)));
        prop_assert_eq!(winner.is_none(), catalogue.entries.iter().all(|entry| !entry.covers(&category, &division)));
    }
}

fn row(category: &str, place: &str, lead: u128, co: &[u128]) -> Entry {
    Entry {
        category: path(category),
        place: code(place),
        lead: Handler::Unit(id(lead)),
        co: co.iter().map(|n| Handler::Unit(id(*n))).collect(),
        forbid_levels: vec![OrgLevel::Village],
        note: None,
    }
}

#[test]
fn the_deeper_category_then_the_smaller_place_decides() {
    let catalogue = catalogue(vec![
        row("城乡建设", "150223100201", 2, &[]),
        row("城乡建设/供热", "150223", 3, &[]),
        row("城乡建设/供热", "150223100", 4, &[]),
    ]);
    let lead = |category: &str, place: &str| catalogue.winner(&path(category), &code(place)).map(|entry| entry.lead);
    assert_eq!(lead("城乡建设/供热/室温不达标", "150223100201"), Some(Handler::Unit(id(4))));
    assert_eq!(lead("城乡建设/供热/室温不达标", "150223101"), Some(Handler::Unit(id(3))));
    assert_eq!(lead("城乡建设/物业", "150223100201"), Some(Handler::Unit(id(2))));
    assert_eq!(lead("城乡建设/物业", "150204"), None);
    assert_eq!(lead("城乡建设/供热管网", "150223101"), None, "a name is not a part of a name");
}

#[test]
fn the_superior_takes_over_from_the_respondent_and_a_peer_helps() {
    let (directory, catalogue) = (directory(), catalogue(vec![row("城乡建设/供热", "150223", 2, &[3])]));
    let (category, division) = (path("城乡建设/供热"), code("150223100201"));
    let matter = |respondent| Matter { category: &category, division: &division, respondent };
    let ruling = rule(&catalogue, &directory, matter(Some(id(2))));
    let told: Vec<_> = ruling.choices.iter().map(|choice| (choice.org, choice.duty, choice.basis)).collect();
    assert_eq!(told, [(id(1), Duty::Lead, Basis::Superior), (id(3), Duty::Assist, Basis::Peer)]);
    assert_eq!(is_party(&directory, Some(id(2)), id(5)), Some(Why::BelongsToRespondent));
    assert!(ruling.barred.contains(&Barred { org: id(7), why: Why::Level(OrgLevel::Village) }));
    // The office below the second department is complained of: the department itself may handle it.
    let ruling = rule(&catalogue, &directory, matter(Some(id(5))));
    assert_eq!((ruling.choices[0].org, ruling.choices[0].basis), (id(2), Basis::Catalogue));
}

#[test]
fn each_day_and_place_has_its_version() {
    let version = |division: &str, name: &str, day| Catalogue {
        version: name.into(),
        effective_from: day,
        ..Catalogue { division: code(division), ..catalogue(vec![]) }
    };
    let all = Versions::new([
        version("1502", "2025-1", date(2025, 1, 1)),
        version("150223", "2026-1", date(2026, 1, 1)),
        version("150223", "2026-2", date(2026, 7, 1)),
    ]);
    let held = |place: &str, day| all.in_force(&code(place), day).map(|one| one.version.clone());
    assert_eq!(held("150223100", date(2026, 6, 30)).as_deref(), Some("2026-1"));
    assert_eq!(held("150223100", date(2026, 7, 1)).as_deref(), Some("2026-2"));
    assert_eq!(held("150223100", date(2025, 7, 1)).as_deref(), Some("2025-1"), "the prefecture's, before its own");
    assert_eq!(held("150204", date(2026, 7, 1)).as_deref(), Some("2025-1"));
    assert_eq!(held("150204", date(2024, 7, 1)), None);
    assert_eq!(all.next_name(&code("150223"), 2026), "2026-3");
}

#[test]
fn the_shipped_tree_is_sound() {
    let tree = CategoryTree::shipped();
    let lines = include_str!("../../data/categories.csv").lines().skip(1).filter(|line| !line.is_empty()).count();
    assert_eq!(tree.categories.len(), lines, "every line is read");
    let mut paths: Vec<&str> = tree.categories.iter().map(|category| category.path.as_str()).collect();
    paths.sort_unstable();
    paths.dedup();
    assert_eq!(paths.len(), lines, "no category twice");
    for category in &tree.categories {
        assert!(category.path.depth() == 3 && !category.words.is_empty(), "{}", category.path);
        assert!(category.words.iter().all(|word| word.chars().count() > 1), "{:?}", category.words);
    }
}

#[test]
fn a_claim_goes_the_way_its_own_words_say() {
    let tree = CategoryTree::shipped();
    let heating = tree.get(&path("城乡建设/供热/室温不达标"));
    let of = |claim: &str, category| route_of_claim(claim, category).route;
    assert_eq!(of("把暖气修好，室温达到 18 度", heating), StatutoryRoute::DutyPerformance);
    assert_eq!(of("退还不热这段时间的采暖费", heating), StatutoryRoute::PetitionProcedure);
    assert_eq!(of("把工资给我", None), StatutoryRoute::Arbitration);
    assert_eq!(of("给个说法", None), StatutoryRoute::PetitionProcedure);
    let wages = tree.get(&path("劳动保障/工资/工程欠薪"));
    assert_eq!(of("把钱结清", wages), StatutoryRoute::Arbitration);
    for reason in RouteReason::ALL {
        assert!(kernel::Locale::ALL.iter().all(|locale| kernel::i18n::knows(*locale, &reason.key())), "{reason}");
    }
    for duty in Duty::ALL {
        assert!(kernel::i18n::knows(kernel::Locale::Zh, &duty.key()));
    }
}
