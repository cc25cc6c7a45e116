use jiff::{Timestamp, civil::date};
use kernel::{OrgId, Text, UserId};
use uuid::Uuid;

use super::*;
use crate::actor::Actor;

const TODAY: jiff::civil::Date = date(2026, 6, 1);

fn text<const N: usize>(text: &str) -> Text<N> {
    Text::parse("text", text).unwrap()
}

fn staff(user: u128, org: u128) -> Actor {
    Actor::Staff { user: UserId(Uuid::from_u128(user)), org: OrgId(Uuid::from_u128(org)) }
}

fn step(state: &mut Leadership, actor: Actor, command: &Command) -> Result<(), String> {
    let deed = decide(state, command, &LeaderRules::shipped(), actor, TODAY).map_err(|refusal| refusal.code)?;
    let stored = serde_json::to_string(&deed).unwrap();
    assert_eq!(serde_json::from_str::<Deed>(&stored).unwrap(), deed);
    state.apply(&deed, Timestamp::UNIX_EPOCH, actor);
    Ok(())
}

fn take(post: Post) -> Command {
    Command::TakeCharge { leader: UserId(Uuid::from_u128(7)), org: OrgId(Uuid::from_u128(1)), post }
}

#[test]
fn a_leader_answers_each_of_six_duties_once_and_nobody_for_her() {
    let mut state = Leadership::default();
    let (office, leader) = (staff(1, 1), staff(7, 1));
    assert_eq!(step(&mut state, office, &take(Post::Leader)), Ok(()));
    assert_eq!(step(&mut state, office, &take(Post::Leader)), Err("leader-in-charge".into()));
    let charge = state.charge.clone().unwrap();
    assert_eq!(charge.duties.len(), 6);
    assert_eq!(state.next_due(), Some(date(2026, 6, 8)));
    let duty = |duty, on| Command::DoDuty { duty, on, evidence: text("到村里看过，笔录在卷") };
    assert_eq!(step(&mut state, office, &duty(1, TODAY)), Err("leader-not-hers".into()));
    assert_eq!(step(&mut state, leader, &duty(1, date(2026, 6, 2))), Err("leader-future".into()));
    assert_eq!(step(&mut state, leader, &duty(0, TODAY)), Err("leader-unknown".into()));
    assert_eq!(step(&mut state, leader, &duty(1, TODAY)), Ok(()));
    assert_eq!(step(&mut state, leader, &duty(1, TODAY)), Err("leader-done".into()));
    assert_eq!(state.next_due(), Some(date(2026, 6, 16)));
    assert_eq!(step(&mut state, office, &Command::EndCharge { reason: text("调离") }), Ok(()));
    assert_eq!(step(&mut state, leader, &duty(2, TODAY)), Err("leader-nobody".into()));
}

#[test]
fn a_delegate_has_fifteen_and_sixty_days() {
    let duties = LeaderRules::shipped().duties(Post::Delegate, TODAY);
    let days: Vec<_> = duties.iter().map(|duty| duty.due).collect();
    assert_eq!(days, [date(2026, 6, 16), date(2026, 7, 31)]);
    let wrong = LeaderRules { delegate: vec![], leader: vec![], ..LeaderRules::shipped() };
    assert_eq!(wrong.check(), Ok(()), "a jurisdiction may have none");
}

#[test]
fn an_instruction_is_answered_by_whom_it_names() {
    let mut state = Leadership::default();
    let instruct = |due| Command::Instruct { to: OrgId(Uuid::from_u128(3)), text: text("核实水泵"), due };
    assert_eq!(step(&mut state, staff(7, 1), &instruct(date(2026, 5, 31))), Err("leader-past".into()));
    assert_eq!(step(&mut state, staff(7, 1), &instruct(date(2999, 12, 31))), Err("day-far".into()));
    assert_eq!(step(&mut state, staff(7, 1), &instruct(date(2026, 6, 10))), Ok(()));
    let done = Command::FollowInstruction { no: 1, on: TODAY, evidence: text("修好了，照片三张") };
    assert_eq!(step(&mut state, staff(9, 2), &done), Err("leader-not-hers".into()));
    assert_eq!(step(&mut state, staff(9, 3), &done), Ok(()));
    assert_eq!(step(&mut state, staff(9, 3), &done), Err("leader-done".into()));
    assert_eq!(state.next_due(), None);
}

#[test]
fn a_day_that_passed_is_noted_once_and_the_answer_still_counts() {
    let mut state = Leadership::default();
    let leader = staff(7, 1);
    assert_eq!(step(&mut state, staff(1, 1), &take(Post::Delegate)), Ok(()));
    let instruct =
        Command::Instruct { to: OrgId(Uuid::from_u128(3)), text: text("核实水泵"), due: date(2026, 6, 5) };
    assert_eq!(step(&mut state, leader, &instruct), Ok(()));
    let owed: Vec<_> = state.owed().into_iter().map(|one| (one.what, one.due)).collect();
    let days = [
        (Owing::Duty(1), date(2026, 6, 16)),
        (Owing::Duty(2), date(2026, 7, 31)),
        (Owing::Instruction(1), date(2026, 6, 5)),
    ];
    assert_eq!((owed.as_slice(), state.next_look()), (days.as_slice(), Some(date(2026, 6, 5))));
    let note = |state: &mut Leadership, today| {
        let deed = decide(state, &Command::NotePassed, &LeaderRules::shipped(), Actor::System, today);
        deed.map(|deed| state.apply(&deed, Timestamp::UNIX_EPOCH, Actor::System)).map_err(|refusal| refusal.code)
    };
    let nothing = Err("leader-nothing-passed".to_owned());
    assert_eq!(note(&mut state, date(2026, 6, 5)), nothing, "the day itself is not over");
    assert_eq!(note(&mut state, date(2026, 6, 17)), Ok(()), "the instruction first");
    assert_eq!(state.next_look(), Some(date(2026, 6, 16)));
    assert_eq!(note(&mut state, date(2026, 6, 17)), Ok(()));
    assert_eq!(note(&mut state, date(2026, 6, 17)), nothing, "each once");
    assert_eq!((state.next_look(), state.next_due()), (Some(date(2026, 7, 31)), Some(date(2026, 6, 5))));
    let stored = serde_json::to_string(&state).unwrap();
    assert_eq!(serde_json::from_str::<Leadership>(&stored).unwrap(), state);
    let done = Command::DoDuty { duty: 1, on: TODAY, evidence: text("见面谈过") };
    assert_eq!(step(&mut state, leader, &done), Ok(()), "late is not never");
    let old = r#"{"name":"包调查","due":"2026-06-08"}"#;
    assert_eq!(serde_json::to_string(&serde_json::from_str::<Duty>(old).unwrap()).unwrap(), old, "as it was stored");
}

#[test]
fn every_name_is_said_in_words() {
    let deeds = ["charge-taken", "charge-ended", "duty-done", "instructed", "instruction-done", "visited", "advised"];
    let keys = Post::ALL.iter().map(|one| one.key()).chain(VisitKind::ALL.iter().map(|one| one.key()));
    for key in keys.chain(deeds.iter().map(|slug| format!("leaders-deed-{slug}"))) {
        assert!(kernel::i18n::knows(kernel::Locale::Zh, &key), "{key}");
    }
}
