//! Random commands by random people at random times. What must hold holds after every step.

use proptest::prelude::*;

use super::*;
use crate::{
    actor::Actor,
    case::Grade,
    lifecycle::{Aggregate as _, Governed as _},
};

const PEOPLE: &[fn() -> Actor] = &[handler, leader, officer, checker, || staff(31, OTHER), || SHE, || SYSTEM];

fn some_command(case: &Case, choice: usize, dice: u32) -> Command {
    use CommandKind as K;
    let offered: Vec<K> = case.state.allowed_now().map(|row| row.command).collect();
    let onward: Vec<K> = offered.iter().copied().filter(|kind| !matches!(kind, K::Withdraw | K::ReturnDraft)).collect();
    let kind = match choice % 6 {
        0 => K::ALL[dice as usize % K::ALL.len()],
        1 => offered[choice / 6 % offered.len()],
        _ => onward[choice / 6 % onward.len()],
    };
    let due = kernel::beijing_date(case.now).saturating_add(jiff::Span::new().days(i64::from(dice % 40) - 2));
    let to = if dice.is_multiple_of(3) { OTHER } else { UNIT };
    let no = u16::try_from(dice % 5).unwrap() + 1;
    match kind {
        K::Forward => Command::Forward { to, category: None },
        K::Object => Command::Object { reason: reasons() },
        K::RejectObjection => Command::RejectObjection { reason: text("核过。") },
        K::ApproveObjection => Command::ApproveObjection { to, reason: text("核过。") },
        K::TakeUp => take_up(dice.is_multiple_of(2).then_some("很简单。")),
        K::Reassign => Command::Reassign { handler: user(21 + u128::from(dice % 3)), reason: text("出差。") },
        K::SaveDraft => {
            let result = |n: u32| Adoption::ALL[(dice / n) as usize % 4];
            let count = if dice.is_multiple_of(4) { 2 } else { 3 };
            let answers =
                [1u16, 2, 3].iter().take(count).map(|no| answer(*no, result(1 + u32::from(*no)), due)).collect();
            Command::SaveDraft { findings: text("看过。"), answers, submit: !dice.is_multiple_of(3) }
        }
        K::ReturnDraft => Command::ReturnDraft { reason: text("写清楚。") },
        K::Sign => sign(),
        K::FinishItem => {
            Command::FinishItem { item: no, on: kernel::beijing_date(case.now), evidence: text("在卷。") }
        }
        K::GiveUpItem => Command::GiveUpItem { item: no, reason: text("办不了。") },
        K::ConsiderReward => reward(dice.is_multiple_of(2)),
        K::Close => Command::Close,
        K::Archive => Command::Archive,
        K::Withdraw => Command::Withdraw { reason: None },
        K::AddMaterial => Command::AddMaterial { note: text("一张照片。"), files: dice % 3 },
        K::Nudge => Command::Nudge,
        K::SayPublication => Command::SayPublication { allowed: dice.is_multiple_of(2) },
        K::Rate => Command::Rate { grade: Grade::ALL[dice as usize % 3], comment: None },
        K::NoteSupervision => Command::NoteSupervision(Box::new(notice(crate::supervision::RungKind::Reminder))),
        K::MarkOverdue => match case.state.clocks.iter().find(|clock| clock.is_overdue(case.now)) {
            Some(clock) => Command::MarkOverdue { clock: clock.id },
            None => Command::RecomputeClocks,
        },
        K::RecomputeClocks => Command::RecomputeClocks,
    }
}

/// What holds of every suggestion.
fn holds(case: &Case) -> Result<(), TestCaseError> {
    let state = &case.state;
    let words: Vec<&str> = state.points.iter().map(|point| point.text.as_str()).collect();
    prop_assert_eq!(words, POINTS.to_vec(), "no point is lost or changed");
    for clock in &state.clocks {
        let of_a_petition =
            ["REVIEW", "RECHECK", "HANDLE", "FEEDBACK", "MANDATE"].iter().any(|one| clock.def.as_str().contains(one));
        prop_assert!(!of_a_petition, "{} began", clock.def);
    }
    if let Some(answered) = state.answered() {
        for point in &state.points {
            let answers: Vec<_> = answered.reply.answers.iter().filter(|answer| answer.point == point.no).collect();
            prop_assert_eq!(answers.len(), 1, "point {} has one answer", point.no);
            let items = answered.items.iter().filter(|item| item.point == point.no).count();
            prop_assert_eq!(items, answers[0].items.len());
            prop_assert_eq!(answers[0].result.is_taken_up(), items > 0);
        }
        prop_assert!(answered.reply.signed_by != answered.reply.drafted_by);
        for item in &answered.items {
            let open = state.clocks.iter().any(|clock| clock.id == item.clock && clock.is_open());
            prop_assert_eq!(open, item.end.is_none() && answered.closed.is_none(), "item {}", item.no);
        }
    }
    if state.stage().is_over() {
        prop_assert!(state.clocks.iter().all(|clock| !clock.is_open()), "nothing runs when it is over");
    } else if !matches!(state.stage(), Stage::Replied) {
        prop_assert!(
            state.clocks.iter().any(crate::deadline::Clock::is_open),
            "something is awaited in {}",
            state.stage()
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_point_is_lost_and_every_point_is_answered_before_anybody_signs(
        steps in prop::collection::vec((0usize..600, 0usize..12, 0i64..60, any::<u32>()), 1..60)
    ) {
        let mut case = registered();
        for (choice, who, hours, dice) in steps {
            case.now += jiff::SignedDuration::from_hours(hours);
            let command = some_command(&case, choice, dice);
            let row = transition(command.kind());
            let before = case.state.clone();
            let from = before.stage();
            match case.give(PEOPLE[who % PEOPLE.len()](), &command) {
                Err(_) => prop_assert_eq!(&case.state, &before),
                Ok(events) => {
                    prop_assert!(row.from.contains(&from));
                    let to = case.state.stage();
                    prop_assert!(to == from || row.to.contains(&to), "{} led from {} to {}", command.kind(), from, to);
                    for moved in events.iter().flat_map(|event| &event.clocks) {
                        if let crate::lifecycle::ClockMove::Started(clock) = moved {
                            prop_assert!(row.starts.contains(&clock.def.as_str()), "{} by {}", clock.def, command.kind());
                        }
                    }
                }
            }
            holds(&case)?;
        }
        let again = Suggestion::replay(&case.events);
        prop_assert_eq!(again.as_ref(), Some(&case.state));
    }
}
