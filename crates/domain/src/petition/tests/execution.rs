//! What was promised: item by item, reported and checked, disputed, overdue; and the look-backs afterwards.

use super::*;
use crate::{
    case::{FollowUpMethod, Resolution},
    execution::{Outcome, State},
    petition::{Fact, FollowUp, Heard, ReopenReason, Stage, look_back},
};

/// Two things promised for the first claim, until 1 and 20 February; served on 20 January.
fn two_items() -> Case {
    let mut case = in_handling("2026-01-05T09:00");
    case.at("2026-01-20T10:00");
    let Command::SaveDraft { findings, mut answers, .. } = draft(&case, "2026-02-01", true) else { unreachable!() };
    let more =
        Promise { obligor: text("旗住建局"), what: text("退采暖费"), due: "2026-02-20".parse().unwrap() };
    answers[0].answer.more.push(more);
    case.does(handler(), Command::SaveDraft { findings, answers, submit: true });
    case.does(checker(), Command::Check).does(leader(), sign()).does(handler(), Command::Serve(serve("2026-01-20")));
    case
}

fn states(case: &Case) -> Vec<State> {
    case.state.claims.first().execution.items().iter().map(crate::execution::Item::state).collect()
}

fn report(case: &Case, item: u16, outcome: Outcome) -> Command {
    Command::RecordExecution(Box::new(Reporting { outcome, ..Reporting::done(claim(case, 0), item, words()) }))
}

fn check(case: &Case, item: u16, holds: bool) -> Command {
    Command::VerifyExecution { claim: claim(case, 0), item, holds, note: (!holds).then(words) }
}

fn not_done(case: &Case, item: u16) -> Command {
    Command::DisputeExecution { claim: claim(case, 0), item, reason: text("管道没有换。") }
}

fn due_of(case: &Case, item: u16) -> String {
    let id = case.state.claims.first().execution.item(item).unwrap().clock;
    let clock = case.state.clocks.iter().find(|clock| Some(clock.id) == id && clock.is_running()).unwrap();
    clock.statutory.to_string()
}

#[test]
fn every_item_has_its_own_day_even_a_rest_day_and_its_own_person_who_checks() {
    let mut case = two_items();
    assert_eq!((due_of(&case, 1), due_of(&case, 2)), ("2026-02-01".into(), "2026-02-20".into()), "a Sunday stays");
    assert_eq!(case.state.claims.first().resolution, Resolution::Promised { due: "2026-02-20".parse().unwrap() });
    let one = report(&case, 1, Outcome::Done);
    case.at("2026-01-30T09:00").does(handler(), one.clone()).refuses(handler(), one, "claim-nothing-promised");
    let (own, other) = (check(&case, 1, true), check(&case, 1, false));
    case.refuses(handler(), own.clone(), "execution-own-report").refuses(SYSTEM, own.clone(), "not-permitted");
    let bare = Command::VerifyExecution { claim: claim(&case, 0), item: 1, holds: false, note: None };
    case.refuses(checker(), bare, "execution-why-not").does(checker(), other);
    assert_eq!(states(&case), [State::Open, State::Open], "what is not so is open as before");
    let again = report(&case, 1, Outcome::Partly);
    case.does(handler(), again).does(checker(), own.clone());
    assert_eq!((states(&case), due_of(&case, 1)), (vec![State::Partly, State::Open], "2026-02-01".into()));
    let again = report(&case, 1, Outcome::Done);
    case.does(handler(), again).does(checker(), own);
    assert_eq!(states(&case), [State::Done, State::Open]);
    assert!(matches!(case.state.claims.first().resolution, Resolution::Promised { .. }), "the other is still promised");
    let (gone, seen) = (report(&case, 2, Outcome::HandedOver), check(&case, 2, true));
    case.does(handler(), gone).does(leader(), seen);
    assert_eq!(case.state.claims.first().resolution, Resolution::RoutedPending);
    case.at("2026-02-25T00:00").does(SYSTEM, Command::Close);
}

#[test]
fn what_is_late_is_noted_and_what_she_says_was_not_done_is_open_again() {
    let mut case = two_items();
    case.at("2026-02-02T00:00");
    let clock = case.state.claims.first().execution.item(1).unwrap().clock.unwrap();
    case.does(SYSTEM, Command::MarkOverdue { clock });
    let refused = not_done(&case, 1);
    case.refuses(SHE, refused.clone(), "claim-nothing-promised");
    let (done, seen) = (report(&case, 1, Outcome::Done), check(&case, 1, true));
    case.at("2026-02-10T09:00").does(handler(), done).does(checker(), seen).at("2026-02-11T09:00").does(SHE, refused);
    assert_eq!(states(&case)[0], State::Disputed);
    assert_eq!(due_of(&case, 1), "2026-02-26", "fifteen days of its own");
    assert_eq!(case.state.claims.first().resolution, Resolution::Unresolved, "her word");
    // A report that nobody checked yet falls as well, and its own day stays.
    let done = report(&case, 2, Outcome::Done);
    let not = not_done(&case, 2);
    case.does(handler(), done).does(SHE, not);
    assert_eq!((states(&case)[1], due_of(&case, 2)), (State::Disputed, "2026-02-20".into()));
    case.at("2026-03-01T09:00").refuses(SYSTEM, Command::Close, "close-promises-open");
}

#[test]
fn old_logs_mean_what_they_meant() {
    let mut case = served("2026-01-05T09:00", "2026-01-06T09:00", "2026-01-20T10:00");
    let id = claim(&case, 0);
    // As it was recorded before items were begun, reported and checked.
    case.events.retain(|event| !matches!(event.event.fact, Fact::ExecutionBegun { .. }));
    for (seq, event) in (1..).zip(case.events.iter_mut()) {
        event.seq = seq;
    }
    let before = crate::lifecycle::Aggregate::replay(&case.events).unwrap();
    case.state = before;
    assert_eq!(states(&case), [State::Open]);
    let mut executed = case.events.last().unwrap().clone();
    executed.seq += 1;
    executed.event = crate::lifecycle::Event::of(Fact::Executed { claim: id, evidence: words() });
    crate::lifecycle::Aggregate::apply(&mut case.state, &executed);
    assert_eq!(
        (states(&case), case.state.claims.first().resolution),
        (vec![State::Done], Resolution::ResolvedUnconfirmed)
    );
    let row = serde_json::to_value(&case.state).unwrap();
    let old = serde_json::json!({
        "promise": row["claims"][0]["answer"]["promise"],
        "done": [executed.at, "说明情况。"],
    });
    let mut stored = row.clone();
    stored["claims"][0]["execution"] = old;
    assert_eq!(serde_json::from_value::<Petition>(stored).unwrap(), case.state, "a row of then reads as the replay");
}

/// Closed on 25 February with everything done.
fn closed() -> Case {
    let mut case = served("2026-01-05T09:00", "2026-01-06T09:00", "2026-01-20T10:00");
    let one = claim(&case, 0);
    case.does(handler(), kept(one)).does(checker(), found(one)).at("2026-02-25T00:00").does(SYSTEM, Command::Close);
    case
}

fn called(claims: Vec<(ClaimId, bool)>, items: Vec<(ClaimId, u16, bool)>) -> Command {
    let heard = Some(Heard { claims, pressed: false, grade: None, items });
    Command::FollowUp(FollowUp { method: FollowUpMethod::Phone, heard, note: words() })
}

#[test]
fn looked_back_at_after_30_90_and_180_days_and_silence_settles_nothing() {
    let mut case = closed();
    let caller = staff(61, BUREAU);
    let (one, two) = (claim(&case, 0), claim(&case, 1));
    case.does(caller, called(vec![(one, true)], vec![]));
    assert!(!case.state.awaits_call());
    let due: Vec<_> = look_back::CLOCKS.iter().map(|def| due(&case, def)).collect();
    assert_eq!(due, ["2026-03-27", "2026-05-26", "2026-08-24"]);
    let clock = case.state.running("LOOK_BACK_30D").unwrap().id;
    case.refuses(SYSTEM, Command::OpenLookBack { clock }, "clock-not-overdue").at("2026-03-28T00:00");
    case.does(SYSTEM, Command::OpenLookBack { clock });
    assert!(case.state.awaits_call());
    // Nobody answered: still to be made, and nothing is known.
    let missed = FollowUp { method: FollowUpMethod::Phone, heard: None, note: words() };
    case.does(caller, Command::FollowUp(missed));
    assert!(case.state.awaits_call());
    case.at("2026-05-27T00:00");
    let clock = case.state.running("LOOK_BACK_90D").unwrap().id;
    case.does(SYSTEM, Command::OpenLookBack { clock });
    assert_eq!(case.state.look_backs_due().count(), 2);
    // What was not supported is not solved, and that alone opens nothing.
    case.does(caller, called(vec![(one, true), (two, false)], vec![(one, 1, true)]));
    assert_eq!((case.state.stage(), case.state.awaits_call()), (Stage::Closed, false));
    let asked = case.state.look_backs.last().unwrap().asked.unwrap();
    assert_eq!((asked.claims, asked.items), ((2, 1), (1, 1)));
}

#[test]
fn what_came_back_or_was_not_done_is_open_again_with_the_reason() {
    let one = |case: &Case| claim(case, 0);
    let caller = staff(61, BUREAU);
    let reopened = |case: &Case| match &case.events.last().unwrap().event.fact {
        Fact::Reopened { reason, .. } => *reason,
        other => panic!("{other:?}"),
    };
    let mut broken = closed();
    let say = called(vec![], vec![(one(&broken), 1, false)]);
    broken.does(caller, say);
    assert_eq!((broken.state.stage(), reopened(&broken)), (Stage::Forwarded, ReopenReason::NotExecuted));
    assert!(broken.state.running("LOOK_BACK_90D").is_none(), "counted again from the next end");
    let mut back = closed();
    let solved = called(vec![(one(&back), true)], vec![]);
    back.does(caller, solved);
    let again = called(vec![(one(&back), false)], vec![]);
    back.does(caller, again);
    assert_eq!((back.state.stage(), reopened(&back)), (Stage::Forwarded, ReopenReason::CameBack));
    let mut false_end = closed();
    let unsolved = called(vec![(one(&false_end), false)], vec![]);
    false_end.does(caller, unsolved);
    assert_eq!(reopened(&false_end), ReopenReason::FalselyClosed);
    let stranger = called(vec![], vec![(one(&false_end), 9, false)]);
    closed().refuses(caller, stranger, "claim-unknown");
}
