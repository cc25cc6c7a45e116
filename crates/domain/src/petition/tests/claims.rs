//! What the desk makes of her claims: read, split, joined, found. Her words stay.

use super::*;
use crate::{
    case::ClaimOrigin,
    lifecycle::Aggregate,
    petition::{Petition, ReopenReason, Stage},
};

fn rephrase(id: ClaimId, reading: Option<&str>) -> Command {
    Command::RephraseClaim { claim: id, reading: reading.map(text) }
}

fn split(id: ClaimId, parts: &[&str]) -> Command {
    Command::SplitClaim { claim: id, parts: parts.iter().map(|part| text(part)).collect() }
}

fn join(claim: ClaimId, into: ClaimId) -> Command {
    Command::JoinClaims { claim, into }
}

#[track_caller]
fn refused(case: &mut Case, command: &Command) -> String {
    case.give(officer(), command).unwrap_err().code
}

#[test]
fn the_desk_reads_a_claim_beside_her_words() {
    let mut case = registered("2026-01-05T09:00");
    let id = claim(&case, 0);
    case.does(officer(), rephrase(id, Some("室温达到 18 度")));
    let read = &case.state.claims.as_slice()[0];
    assert_eq!((read.text.as_str(), read.reading.as_ref().unwrap().as_str()), ("修好暖气", "室温达到 18 度"));
    // Her own words as a reading say nothing new: the reading is taken back.
    case.does(officer(), rephrase(id, Some("修好暖气")));
    assert_eq!(case.state.claims.as_slice()[0].reading, None);
    assert_eq!(refused(&mut case, &rephrase(id, None)), "claim-reads-so");
}

#[test]
fn a_claim_is_split_and_each_part_keeps_her_words_and_is_answered() {
    let mut case = begin("2026-01-05T09:00", registration(&["修好暖气，把钱退给我"])).unwrap();
    let id = claim(&case, 0);
    assert_eq!(refused(&mut case, &split(id, &["修好暖气"])), "claim-parts-few");
    assert_eq!(refused(&mut case, &split(id, &["修好暖气", "修好暖气"])), "claim-parts-same");
    case.does(officer(), split(id, &["修好暖气", "退采暖费"]));
    let [first, second] = case.state.claims.as_slice() else { panic!("two claims") };
    assert_eq!((first.id, first.no, second.no), (id, 1, 2));
    assert_eq!(second.text, first.text, "her words stand with each part");
    assert_eq!(second.origin, Some(ClaimOrigin::Part { of: id }));
    assert_eq!(second.reading.as_ref().unwrap().as_str(), "退采暖费");
    case.does(officer(), forward(UNIT));
    let one = Command::Accept { handler: user(21), routes: vec![(id, StatutoryRoute::PetitionProcedure, None)] };
    assert_eq!(case.give(leader(), &one).unwrap_err().code, "claim-without-route");
}

#[test]
fn a_joined_claim_is_answered_with_the_other_and_can_stand_alone_again() {
    let mut case = registered("2026-01-05T09:00");
    let (first, second) = (claim(&case, 0), claim(&case, 1));
    assert_eq!(refused(&mut case, &join(first, first)), "claim-joined-to-itself");
    case.does(officer(), join(second, first));
    assert_eq!(case.state.live_claims().count(), 1);
    assert_eq!(case.state.claims.len(), 2, "none is lost");
    assert_eq!(refused(&mut case, &join(first, second)), "claim-is-joined");
    assert_eq!(refused(&mut case, &rephrase(second, Some("退费"))), "claim-is-joined");
    let joined: Vec<u16> = case.state.joined_to(&case.state.claims.as_slice()[0]).map(|claim| claim.no).collect();
    assert_eq!(joined, [2]);
    case.does(officer(), Command::SeparateClaim { claim: second });
    assert_eq!(refused(&mut case, &Command::SeparateClaim { claim: second }), "claim-not-joined");
    assert_eq!(case.state.live_claims().count(), 2);
    // Joined through two steps it is answered where the last one is.
    case.does(officer(), Command::AddClaim { words: text("家里只有十四度"), reading: None });
    let third = claim(&case, 2);
    case.does(officer(), join(third, second)).does(officer(), join(second, first));
    assert_eq!(case.state.answered_with(&case.state.claims.as_slice()[2]).id, first);
    case.does(officer(), forward(UNIT));
    let one = Command::Accept { handler: user(21), routes: vec![(first, StatutoryRoute::PetitionProcedure, None)] };
    case.does(leader(), one);
    assert_eq!(case.state.stage(), Stage::Accepted);
    assert_eq!(refused(&mut case, &join(third, first)), "not-at-this-stage");
}

#[test]
fn what_is_found_stands_in_her_facts() {
    let mut case = registered("2026-01-05T09:00");
    let add = |words: &str| Command::AddClaim { words: text(words), reading: Some(text("达到十八度")) };
    assert_eq!(refused(&mut case, &add("处分供热公司的人")), "claim-words-not-hers");
    case.does(officer(), add("家里 只有十四度"));
    let found = &case.state.claims.as_slice()[2];
    assert_eq!((found.no, found.origin), (3, Some(ClaimOrigin::Facts)));
    assert_eq!(refused(&mut case, &add("家里 只有十四度")), "claim-stands-already");
}

#[test]
fn what_was_answered_is_not_read_anew() {
    let mut case = served("2026-01-05T09:00", "2026-01-06T09:00", "2026-01-20T10:00");
    case.at("2026-01-20T11:00");
    let id = claim(&case, 0);
    case.does(handler(), kept(id)).does(checker(), found(id));
    case.at("2026-03-20T10:00").does(leader(), Command::Close);
    case.does(SHE, Command::Reopen { reason: ReopenReason::NewFacts, text: text("又停了") });
    assert_eq!(case.state.stage(), Stage::Forwarded);
    assert_eq!(refused(&mut case, &rephrase(id, Some("换管道"))), "claim-settled");
    case.does(officer(), Command::AddClaim { words: text("从十一月起"), reading: None });
    assert_eq!(case.state.live_claims().count(), 3);
    assert_eq!(Petition::replay(&case.events).as_ref(), Some(&case.state));
}
