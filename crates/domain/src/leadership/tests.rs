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
    assert_eq!(step(&mut state, staff(7, 1), &instruct(date(2026, 6, 10))), Ok(()));
    let done = Command::FollowInstruction { no: 1, on: TODAY, evidence: text("修好了，照片三张") };
    assert_eq!(step(&mut state, staff(9, 2), &done), Err("leader-not-hers".into()));
    assert_eq!(step(&mut state, staff(9, 3), &done), Ok(()));
    assert_eq!(step(&mut state, staff(9, 3), &done), Err("leader-done".into()));
    assert_eq!(state.next_due(), None);
}

#[test]
fn every_name_is_said_in_words() {
    let deeds = ["charge-taken", "charge-ended", "duty-done", "instructed", "instruction-done", "visited", "advised"];
    let keys = Post::ALL.iter().map(|one| one.key()).chain(VisitKind::ALL.iter().map(|one| one.key()));
    for key in keys.chain(deeds.iter().map(|slug| format!("leaders-deed-{slug}"))) {
        assert!(kernel::i18n::knows(kernel::Locale::Zh, &key), "{key}");
    }
}
