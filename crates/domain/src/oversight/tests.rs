//! The shipped table, and mistakes in others.

use super::Oversight;
use crate::{case::CaseKind, supervision::RungKind};

#[test]
fn the_shipped_table_is_whole_and_nobody_is_accused_by_a_machine() {
    let table = Oversight::shipped();
    let rungs: Vec<RungKind> = table.rungs.iter().map(|rule| rule.rung).collect();
    assert!(RungKind::ALL.iter().all(|kind| rungs.contains(kind)), "every rung begins by some rule");
    assert!(table.rungs.iter().all(|rule| !rule.auto || rule.rung != RungKind::AccountabilityAdvice));
    assert_eq!(table.redoings.len(), 4);
    crate::testing::assert_all_said(super::When::ALL.iter().map(|when| when.key()));
    assert_eq!(super::When::Overdue.name(), "OVERDUE");
}

#[test]
fn every_mistake_of_a_table_is_told_at_once() {
    let shipped = include_str!("../../data/oversight.json");
    let broken = shipped
        .replace("\"count\": 0, \"kinds\": [\"PETITION\", \"WORK_ORDER\", \"REVIEW\"], \"reply_days\": 15, \"ground\": \"FRAUD\", \"auto\": false", "\"count\": 0, \"kinds\": [\"PETITION\"], \"reply_days\": 15, \"ground\": \"FRAUD\", \"auto\": true")
        .replace("\"verifiers\": 2", "\"verifiers\": 1")
        .replace("overdue-county-order", "overdue-county");
    let refused = Oversight::parse(&broken).unwrap_err();
    let mut codes: Vec<&str> = refused.iter().map(|refusal| refusal.code.as_str()).collect();
    codes.sort_unstable();
    assert_eq!(codes, ["oversight-accountability-auto", "oversight-rule-twice", "oversight-verifiers"]);
    for refusal in Oversight::parse("{").unwrap_err().iter().chain(&refused) {
        crate::testing::assert_said(&refusal.message());
    }
}

#[test]
fn a_rule_for_finds_looks_at_finds_and_leaves_nothing_below_the_county() {
    let codes = |change: fn(&mut Oversight)| {
        let mut table = Oversight::shipped().clone();
        change(&mut table);
        let json = serde_json::to_string(&table).unwrap();
        let refused = Oversight::parse(&json).unwrap_err();
        for refusal in &refused {
            crate::testing::assert_said(&refusal.message());
        }
        refused.into_iter().map(|refusal| refusal.code).collect::<Vec<_>>()
    };
    let at = |table: &Oversight, id: &str| table.escalation.iter().position(|rule| rule.id.as_str() == id).unwrap();
    // A find has no date that is overdue, and a petition is not counted by the days of a find.
    let wrong = codes(|table| table.escalation[0].kinds.push(CaseKind::Find));
    assert_eq!(wrong, ["oversight-find-trigger"]);
    // Silent about one level while it speaks of finds.
    let silent = codes(|table| table.escalation.retain(|rule| rule.id.as_str() != "find-township-days"));
    assert_eq!(silent, ["oversight-find-left"]);
    let mut quiet = Oversight::shipped().clone();
    quiet.escalation.retain(|rule| !rule.id.as_str().starts_with("find-"));
    assert!(
        Oversight::parse(&serde_json::to_string(&quiet).unwrap()).is_ok(),
        "what says nothing keeps what was shipped"
    );
    assert_eq!(quiet.for_finds(), Oversight::shipped());
    // Not after the fifteen days of article 22, and not from a level that has nobody above it.
    let late = at(Oversight::shipped(), "find-twelfth-day");
    assert_eq!(Oversight::shipped().escalation[late].threshold, 12);
    let late = codes(|table| {
        table
            .escalation
            .iter_mut()
            .filter(|rule| rule.id.as_str() == "find-twelfth-day")
            .for_each(|rule| rule.threshold = 15);
    });
    assert_eq!(late, ["oversight-find-days"]);
    let county = codes(|table| {
        let rule = table.escalation.iter_mut().find(|rule| rule.id.as_str() == "find-village-days").unwrap();
        rule.levels.push(kernel::OrgLevel::County);
    });
    assert_eq!(county, ["oversight-find-level"]);
}

/// Reviews are supervised also under a table that was written before anybody thought of them.
#[test]
fn a_table_that_says_nothing_of_reviews_leaves_them_to_the_shipped_rules() {
    let mut table = Oversight::shipped().clone();
    let of = |table: &Oversight, kind| table.rungs_for(kind).map(|rule| rule.id.to_string()).collect::<Vec<_>>();
    let shipped = of(&table, CaseKind::Review);
    assert!(shipped.contains(&"review-letter-overdue-1-day".to_owned()), "{shipped:?}");
    table.rungs.retain(|rule| !rule.kinds.contains(&CaseKind::Review));
    assert_eq!(of(&table, CaseKind::Review), shipped);
    table.rungs.clear();
    assert_eq!(of(&table, CaseKind::Petition), Vec::<String>::new(), "of petitions a table may say nothing");
}
