//! From the intake to the archive, and at random.

use proptest::prelude::*;

use super::*;
use crate::{
    lifecycle::{Aggregate as _, ClockMove, Governed as _},
    transition::Who,
    whistleblow::{CommandKind, Event, Stage, offices::SealedRules, transition},
};

fn due(case: &Case, def: &str) -> Option<String> {
    case.state.running(def).map(|clock| clock.statutory.to_string())
}

#[test]
fn from_the_intake_to_the_archive() {
    let mut case = received("2026-03-02T10:00", Level::Own);
    assert_eq!(case.state.stage(), Stage::SealedIntake);
    case.refuses(first(), open(), "not-at-this-stage");
    case.does(SHE, Command::ChooseIdentity { identity: Identity::Named });
    assert_eq!(case.state.stage(), Stage::IdentityChoice);
    case.does(SHE, Command::Seal { parts: 3 });
    assert_eq!(due(&case, "SEALED_HAND_OVER_1WD").unwrap(), "2026-03-03", "one working day after Monday");
    assert_eq!(due(&case, "FORWARD_15D").unwrap(), "2026-03-17", "and never beyond article 22");
    case.refuses(first(), hand_over(false), "sealed-unread");
    case.does(first(), open()).does(first(), hand_over(false));
    assert!(case.state.clocks.iter().all(|clock| !clock.is_open()));
    case.refuses(first(), Command::NoteOutcome, "not-at-this-stage");
    case.does(second(), Command::ConfirmReceipt { numbered: true });
    assert_eq!((case.state.stage(), case.state.parts), (Stage::External, 4), "its own number is one more part");
    case.does(first(), Command::NoteOutcome).does(first(), Command::Archive);
    assert!(case.state.stage().is_over());
    let kinds: Vec<String> = case.events.iter().map(|event| format!("{:?}", event.event.fact)).collect();
    assert!(kinds.iter().any(|kind| kind.starts_with("ReceiptConfirmed")), "no stage is skipped in the record");
}

#[test]
fn nobody_opens_alone_and_nobody_who_does_not_keep_it() {
    let mut case = sealed("2026-03-02T10:00", Level::Own);
    let alone = Command::Open { with: user(41), reason: Reason::Assign };
    case.refuses(first(), alone, "sealed-two-people");
    let stranger = Command::Open { with: user(77), reason: Reason::Assign };
    case.refuses(first(), stranger, "sealed-two-people");
    case.refuses(staff(77, SUPERIOR), open(), "not-permitted");
    case.refuses(SYSTEM, open(), "not-permitted");
    case.does(first(), open());
    assert_eq!(case.state.openings.len(), 1);
    let opened = case.state.openings[0].clone();
    assert_eq!((opened.by, opened.with), (user(41), user(42)), "both names are on record");
}

#[test]
fn who_is_concerned_is_taken_out_and_two_must_remain() {
    let mut case = sealed("2026-03-02T10:00", Level::Own);
    case.does(first(), open()).does(first(), Command::SetKeepers { keepers: vec![user(41), user(43)] });
    case.refuses(second(), hand_over(false), "not-permitted");
    let with_her = Command::Open { with: user(42), reason: Reason::Checked };
    case.refuses(first(), with_her, "sealed-two-people");
    for few in [vec![], vec![user(41)], vec![user(41), user(41)]] {
        case.refuses(first(), Command::SetKeepers { keepers: few }, "sealed-two-needed");
    }
    let refused =
        Case::begin("2026-03-02T10:00", SHE, |env| Whistleblow::receive(receive(Level::Own, vec![user(41)]), env));
    assert_eq!(refused.err().unwrap().code, "sealed-two-needed");
}

#[test]
fn what_belongs_above_goes_straight_there() {
    let mut case = sealed("2026-03-02T10:00", Level::Own);
    case.does(first(), open());
    case.refuses(first(), hand_over(true), "sealed-not-above");
    case.at("2026-03-03T10:00").does(first(), Command::SendUp);
    assert_eq!(due(&case, "SEALED_STRAIGHT_5WD").unwrap(), "2026-03-09", "five working days after it was received");
    assert_eq!(due(&case, "SEALED_HAND_OVER_1WD"), None);
    case.refuses(first(), hand_over(false), "sealed-belongs-above");
    case.does(first(), hand_over(true));
    let mut unread = sealed("2026-03-02T10:00", Level::Above);
    assert_eq!(due(&unread, "SEALED_STRAIGHT_5WD").unwrap(), "2026-03-09");
    unread.does(first(), hand_over(true));
    assert!(unread.state.openings.is_empty(), "it may go there unread");
}

#[test]
fn what_she_adds_has_a_day_of_its_own() {
    let mut case = sealed("2026-03-02T10:00", Level::Own);
    case.does(SHE, Command::Add { parts: 1 });
    case.refuses(first(), Command::PassOn, "not-at-this-stage");
    case.does(first(), open()).does(first(), hand_over(false));
    assert_eq!(case.state.unread, 0, "it went along");
    case.refuses(first(), Command::PassOn, "sealed-nothing-added");
    case.at("2026-03-09T10:00").does(SHE, Command::Add { parts: 2 });
    assert_eq!(due(&case, "SEALED_HAND_OVER_1WD").unwrap(), "2026-03-10");
    assert!(case.state.allowed_now().any(|row| row.command == CommandKind::PassOn));
    case.does(second(), Command::PassOn);
    assert_eq!((case.state.unread, due(&case, "SEALED_HAND_OVER_1WD")), (0, None));
}

#[test]
fn the_shipped_offices_are_whole_and_mistakes_are_named() {
    let shipped = SealedRules::shipped();
    assert_eq!(shipped.check(), Ok(()));
    assert!(shipped.office("DISCIPLINE_ABOVE").unwrap().above);
    let mut wrong = shipped.clone();
    wrong.offices.retain(|office| !office.above);
    wrong.offices.push(wrong.offices[0].clone());
    wrong.ways.clear();
    let codes: Vec<String> = wrong.check().unwrap_err().into_iter().map(|refusal| refusal.code).collect();
    assert_eq!(codes, ["sealed-office-twice", "sealed-office-none", "sealed-way-none"]);
}

const PEOPLE: &[fn() -> Actor] = &[first, second, || staff(43, SUPERIOR), handler, officer, || SHE, || SYSTEM];

fn some_command(case: &Case, dice: usize) -> Command {
    let some = |n: usize| user(41 + (n % 4) as u128);
    match CommandKind::ALL[dice % CommandKind::ALL.len()] {
        CommandKind::ChooseIdentity => Command::ChooseIdentity { identity: Identity::ALL[dice / 16 % 2] },
        CommandKind::Seal => Command::Seal { parts: 1 + u32::try_from(dice / 16 % 3).unwrap() },
        CommandKind::Open => Command::Open { with: some(dice / 16), reason: Reason::ALL[dice / 64 % 4] },
        CommandKind::SetKeepers => Command::SetKeepers { keepers: vec![some(dice / 16), some(dice / 64)] },
        CommandKind::SendUp => Command::SendUp,
        CommandKind::HandOver => hand_over((dice / 16).is_multiple_of(2)),
        CommandKind::ConfirmReceipt => Command::ConfirmReceipt { numbered: (dice / 16).is_multiple_of(2) },
        CommandKind::NoteOutcome => Command::NoteOutcome,
        CommandKind::Archive => Command::Archive,
        CommandKind::Add => Command::Add { parts: 1 },
        CommandKind::PassOn => Command::PassOn,
        CommandKind::MarkOverdue => {
            Command::MarkOverdue { clock: case.state.clocks[dice / 16 % case.state.clocks.len()].id }
        }
        CommandKind::RecomputeClocks => Command::RecomputeClocks,
    }
}

fn accepted(
    before: &Whistleblow,
    after: &Whistleblow,
    (kind, actor): (CommandKind, Actor),
    events: &[Event],
) -> Result<(), TestCaseError> {
    let row = transition(kind);
    prop_assert!(row.to.contains(&after.stage()), "{} led to {}", kind, after.stage());
    for moved in events.iter().flat_map(|event| &event.clocks) {
        let def = moved.clock().def.as_str();
        let named = if matches!(moved, ClockMove::Started(_)) { row.starts } else { row.stops };
        prop_assert!(named.contains(&def), "{} moves {}", kind, def);
    }
    if row.who.contains(&Who::Keeper) {
        let keeps = actor.user().is_some_and(|user| before.keepers.contains(&user));
        prop_assert!(keeps, "{} by somebody who does not keep it", kind);
    }
    let running = |def: &str| after.clocks.iter().filter(|clock| clock.def == def && clock.is_open()).count();
    prop_assert!(after.clocks.iter().all(|clock| running(clock.def.as_str()) <= 1), "one clock of a kind at a time");
    prop_assert!(after.openings.iter().all(|opening| opening.by != opening.with), "nobody opened alone");
    prop_assert!(after.keepers.iter().collect::<std::collections::BTreeSet<_>>().len() >= 2, "two could open it");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_people_do_the_report_stays_whole(
        above in any::<bool>(), steps in prop::collection::vec((any::<usize>(), any::<usize>(), 0i64..100), 1..50)
    ) {
        let mut case = sealed("2026-03-02T10:00", if above { Level::Above } else { Level::Own });
        for (dice, who, hours) in steps {
            case.now += jiff::SignedDuration::from_hours(hours);
            let (command, actor, before) =
                (some_command(&case, dice), PEOPLE[who % PEOPLE.len()](), case.state.clone());
            match case.give(actor, &command) {
                Err(_) => prop_assert_eq!(&case.state, &before, "a refusal changes nothing"),
                Ok(events) => accepted(&before, &case.state, (command.kind(), actor), &events)?,
            }
        }
        let replayed = Whistleblow::replay(&case.events);
        prop_assert_eq!(replayed.as_ref(), Some(&case.state), "replay(events) == state");
        let back: Whistleblow = serde_json::from_str(&serde_json::to_string(&case.state).unwrap()).unwrap();
        prop_assert_eq!(&back, &case.state);
    }
}
