//! The shipped table, and mistakes in others.

use super::Oversight;
use crate::supervision::RungKind;

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
        .replace("\"count\": 0, \"kinds\": [\"PETITION\", \"WORK_ORDER\"], \"reply_days\": 15, \"ground\": \"FRAUD\", \"auto\": false", "\"count\": 0, \"kinds\": [\"PETITION\"], \"reply_days\": 15, \"ground\": \"FRAUD\", \"auto\": true")
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
