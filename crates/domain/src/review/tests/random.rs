//! Random commands by random people at random times, on a petition with its reviews. What must hold holds after every step.

use proptest::prelude::*;

use super::*;
use crate::{
    case::{Grade, OpinionResult, Resolution, StatutoryRoute},
    lifecycle::{Aggregate as _, Governed as _},
    petition::tests::{found, kept},
    petition::{Command as Ask, DraftAnswer, ReopenReason},
};

/// Which review or the petition, which command, by whom, how much later, and dice for the details.
type Step = (usize, usize, usize, i64, u32);

const PEOPLE: &[fn() -> Actor] = &[
    examiner,
    second,
    signer,
    || top(1),
    || top(2),
    || top(3),
    handler,
    checker,
    leader,
    || staff(21, ABOVE),
    || staff(83, TOP),
    || SHE,
    || SYSTEM,
];

fn pick<T: Copy>(from: &[T], dice: u32) -> T {
    from[dice as usize % from.len()]
}

fn some_request(matter: &Matter, dice: u32) -> Request {
    let open = |level| matter.petition.state.contestable(level).count() > 0;
    let level = if open(Level::Recheck) && !dice.is_multiple_of(4) { Level::Recheck } else { Level::Review };
    // Mostly what can be contested, sometimes anything.
    let ids: Vec<_> = matter.petition.state.contestable(level).map(|claim| claim.id).collect();
    let fits = |index: &usize| dice.is_multiple_of(5) || ids.contains(&matter.claim(*index));
    let mut claims: Vec<usize> = [0usize, 1].into_iter().filter(fits).collect();
    if dice.is_multiple_of(3) {
        claims.truncate(1);
    }
    Request {
        late_cause: (!dice.is_multiple_of(5)).then(words),
        lodged: if dice.is_multiple_of(11) { Lodged::ByAgent } else { Lodged::Herself },
        ..matter.request(level, &claims)
    }
}

fn some_command(matter: &Matter, index: usize, choice: usize, dice: u32) -> Command {
    use CommandKind as K;
    let state = &matter.reviews[index].state;
    let offered: Vec<K> = state.allowed_now().map(|row| row.command).collect();
    let rarely =
        |kind: &K| matches!(kind, K::Withdraw | K::ReturnDraft) || (*kind == K::Reject && state.late.is_none());
    let likely: Vec<K> = offered.iter().copied().filter(|kind| !rarely(kind)).collect();
    let kind = match choice % 8 {
        0 => pick(K::ALL, dice),
        1 if !offered.is_empty() => pick(&offered, dice),
        _ if !likely.is_empty() => pick(&likely, dice),
        _ => K::Rate,
    };
    let today = kernel::beijing_date(matter.petition.now);
    let user = user(pick(&[81, 82, 91, 92, 21, 83], dice));
    match kind {
        K::Accept => Command::Accept { examiner: user, late: state.late.is_some().then(words) },
        K::Reject => Command::Reject {
            ground: if state.late.is_some() { RejectGround::Late } else { pick(RejectGround::ALL, dice) },
            reason: words(),
        },
        K::SendFile => Command::SendFile { note: words() },
        K::Reassign => Command::Reassign { examiner: user, reason: words() },
        K::CallHearing => Command::CallHearing {
            on: today.saturating_add(jiff::Span::new().days(i64::from(dice % 9))),
            hours: text("9:00–11:30"),
            place: words(),
            persons: words(),
        },
        K::CancelHearing => Command::CancelHearing { reason: words() },
        K::NoteSupervision => {
            Command::NoteSupervision(Box::new(crate::testing::notice(crate::supervision::RungKind::SupervisionLetter)))
        }
        K::OpenHearing => Command::OpenHearing { from: today, place: words(), persons: words() },
        K::EndHearing => Command::EndHearing { to: today, minutes: words() },
        K::SaveDraft => {
            let rulings = state.contested.iter().zip(0u32..).map(|(contested, i)| DraftRuling {
                claim: contested.claim,
                ruling: matter.ruling(if dice.is_multiple_of(3) {
                    pick(ReviewResult::ALL, dice >> (2 * i))
                } else {
                    ReviewResult::Uphold
                }),
            });
            Command::SaveDraft { findings: words(), rulings: rulings.collect(), submit: !dice.is_multiple_of(9) }
        }
        K::Check => Command::Check,
        K::ReturnDraft => Command::ReturnDraft { reason: words() },
        K::Sign => sign(),
        K::Serve => Command::Serve(serve(&today.to_string())),
        K::AddMaterial => Command::AddMaterial { note: words(), files: 0 },
        K::Withdraw => Command::Withdraw { reason: None },
        K::Rate => Command::Rate { grade: pick(Grade::ALL, dice), comment: None },
        K::MarkOverdue => Command::MarkOverdue { clock: state.clocks[dice as usize % state.clocks.len()].id },
        K::RecomputeClocks => Command::RecomputeClocks,
    }
}

/// What the unit, she and the sweeper do to the petition meanwhile.
fn some_ask(matter: &Matter, choice: usize, dice: u32) -> (Actor, Ask) {
    let state = &matter.petition.state;
    let today = kernel::beijing_date(matter.petition.now);
    let anew = state.to_redo().map(|redo| redo.claims.iter().map(|(id, _)| *id).collect::<Vec<_>>());
    let ids = anew.unwrap_or_else(|| state.claims.iter().map(|claim| claim.id).collect());
    let texts = ["查明属实。", "重新测了三天，室温十八度，符合标准。", "同意退费。"];
    let answers = ids.into_iter().map(|claim| DraftAnswer {
        claim,
        answer: Answer {
            result: OpinionResult::Explain,
            text: text(pick(&texts, dice)),
            basis: words(),
            promise: None,
            more: vec![],
        },
    });
    match choice % 9 {
        0 => (handler(), Ask::SaveDraft { findings: words(), answers: answers.collect(), submit: true }),
        1 => (checker(), Ask::Check),
        2 => (leader(), Ask::Sign { number: text("9号"), differs: dice.is_multiple_of(2).then(words) }),
        3 => (handler(), Ask::Serve(serve(&today.to_string()))),
        4 => (SYSTEM, Ask::Close),
        5 => (
            if dice.is_multiple_of(2) { handler() } else { checker() },
            if dice.is_multiple_of(2) {
                kept(matter.claim(dice as usize / 2 % 2))
            } else {
                found(matter.claim(dice as usize / 2 % 2))
            },
        ),
        6 if dice.is_multiple_of(6) => (SHE, Ask::Reopen { reason: ReopenReason::NewFacts, text: words() }),
        7 if dice.is_multiple_of(6) => (SHE, Ask::Withdraw { reason: None }),
        _ => (SHE, Ask::ConfirmClaim { claim: matter.claim(dice as usize % 2), solved: dice.is_multiple_of(3) }),
    }
}

fn one_step(matter: &mut Matter, (target, choice, who, hours, dice): Step) -> Result<(), TestCaseError> {
    matter.petition.now += jiff::SignedDuration::from_hours(hours);
    let now = matter.petition.now;
    matter.reviews.iter_mut().for_each(|review| review.now = now);
    let actor = PEOPLE[who % PEOPLE.len()]();
    let busy = matter.petition.state.is_under_review();
    if (target.is_multiple_of(4) && (!busy || target.is_multiple_of(16))) || matter.reviews.is_empty() {
        let (request, count) = (some_request(matter, dice), matter.reviews.len());
        let asked = matter.try_ask(if dice.is_multiple_of(7) { actor } else { SHE }, request);
        prop_assert_eq!(matter.reviews.len(), count + usize::from(asked.is_ok()));
        return always(matter);
    }
    if target % 4 == 1 {
        let (actor, command) = some_ask(matter, choice, dice);
        let before = matter.petition.state.clone();
        if matter.petition.give(actor, &command).is_err() {
            prop_assert_eq!(&matter.petition.state, &before, "a refusal changes nothing");
        }
        return always(matter);
    }
    // Mostly the newest, where something is still to be done.
    let index = if target.is_multiple_of(5) { target / 4 % matter.reviews.len() } else { matter.reviews.len() - 1 };
    let command = some_command(matter, index, choice, dice);
    let actor = fitting(&matter.reviews[index].state, &command, who, actor);
    let before = matter.petition.state.clone();
    let review = matter.reviews[index].state.clone();
    if matter.give(index, actor, &command).is_err() {
        prop_assert_eq!(&matter.petition.state, &before, "a refusal changes nothing");
        prop_assert_eq!(&matter.reviews[index].state, &review, "a refusal changes nothing");
    } else {
        prop_assert!(review.allowed_now().any(|row| row.command == command.kind()), "accepted but not offered");
        substance_is_hers(&before, &matter.petition.state, &command, &review)?;
    }
    always(matter)
}

/// Two of three are people who could do it.
fn fitting(review: &Review, command: &Command, who: usize, anybody: Actor) -> Actor {
    if who.is_multiple_of(5) {
        return anybody;
    }
    let people = if review.level == Level::Review { reviewers() } else { recheckers() };
    match command.kind() {
        CommandKind::Withdraw | CommandKind::Rate => SHE,
        CommandKind::SendFile => handler(),
        CommandKind::NoteSupervision | CommandKind::MarkOverdue | CommandKind::RecomputeClocks => SYSTEM,
        CommandKind::Check => people[1],
        CommandKind::Sign => people[2],
        _ => people[0],
    }
}

/// The two axes: a review never says that something is solved; where it changes an answer, what is promised is promised.
fn substance_is_hers(
    before: &Petition,
    after: &Petition,
    command: &Command,
    review: &Review,
) -> Result<(), TestCaseError> {
    for (old, new) in before.claims.iter().zip(after.claims.iter()) {
        if old.resolution == new.resolution {
            continue;
        }
        let served = matches!(command, Command::Serve(_)) && review.contest(old.id).is_some();
        prop_assert!(served && matches!(new.resolution, Resolution::Promised { .. }), "{:?}", new.resolution);
        prop_assert!(old.resolution != Resolution::ResolvedConfirmed, "she confirmed it");
    }
    Ok(())
}

/// What must hold of every state.
fn always(matter: &Matter) -> Result<(), TestCaseError> {
    let petition = &matter.petition.state;
    for world in &matter.reviews {
        let review = &world.state;
        let contest = petition.contests.list.iter().find(|contest| contest.review == review.id);
        let open = contest.is_some_and(petition::Contest::is_open);
        prop_assert_eq!(open, !review.stage().is_over(), "{} beside its petition", review.stage());
        prop_assert!(
            !review.stage().is_over() || review.clocks.iter().all(|clock| !clock.is_open()),
            "a clock runs on"
        );
        for event in &world.events {
            let office = !matches!(
                event.event.fact,
                Fact::Requested(_)
                    | Fact::FileSent { .. }
                    | Fact::MaterialAdded { .. }
                    | Fact::Withdrawn { .. }
                    | Fact::Rated { .. }
                    | Fact::Supervised(_)
                    | Fact::SupervisionNoted(_)
                    | Fact::ClockOverdue { .. }
                    | Fact::ClocksRecomputed { .. }
            );
            let (user, org) = (event.actor.user(), event.actor.org());
            let sat = user.is_some_and(|user| review.involved.contains(&user));
            let own = org.is_some_and(|org| review.bodies.contains(&org));
            prop_assert!(!office || !(sat || own), "a reviewer sat in the first instance");
        }
        if let Some(issued) = review.issued() {
            let people = [issued.drafted_by, issued.checked_by, issued.signed_by];
            prop_assert!(people[0] != people[1] && people[1] != people[2] && people[0] != people[2]);
            prop_assert_eq!(issued.rulings.len(), review.contested.len(), "every claim is decided once");
        }
    }
    let open: Vec<_> = petition.contests.open().flat_map(|contest| contest.claims.clone()).collect();
    let mut apart = open.clone();
    apart.sort();
    apart.dedup();
    prop_assert_eq!(open.len(), apart.len(), "a claim in two reviews at once");
    prop_assert!(open.is_empty() || !petition.stage().is_over(), "a review beside a petition that is over");
    let mut own = petition.clocks.iter().filter(|clock| !crate::execution::CLOCKS.contains(&clock.def.as_str()));
    let running = |def: &str| petition.clocks.iter().filter(|clock| clock.def == def && clock.is_open()).count();
    prop_assert!(own.all(|clock| running(clock.def.as_str()) <= 1), "one clock of a kind at a time");
    if petition.served().is_some() {
        let lost = |claim: &crate::case::Claim| {
            claim.route == Some(StatutoryRoute::PetitionProcedure) && claim.answer.is_none()
        };
        prop_assert!(!petition.claims.iter().any(lost), "a claim was lost");
        prop_assert!(petition.to_redo().is_none(), "sent back and served at once");
    }
    Ok(())
}

fn read_back(matter: &Matter) -> Result<(), TestCaseError> {
    let replayed = Petition::replay(&matter.petition.events);
    prop_assert_eq!(replayed.as_ref(), Some(&matter.petition.state), "replay(events) == state");
    for world in &matter.reviews {
        let replayed = Review::replay(&world.events);
        prop_assert_eq!(replayed.as_ref(), Some(&world.state), "replay(events) == state");
        for recorded in &world.events {
            let json = serde_json::to_string(&recorded.event).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Event>(&json).unwrap(), &recorded.event);
        }
        let json = serde_json::to_string(&world.state).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Review>(&json).unwrap(), &world.state);
    }
    let json = serde_json::to_string(&matter.petition.state).unwrap();
    prop_assert_eq!(&serde_json::from_str::<Petition>(&json).unwrap(), &matter.petition.state);
    Ok(())
}

fn some_steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    // Now and then weeks pass, so that windows end.
    let hours = prop_oneof![9 => 0i64..60, 1 => 700i64..1500];
    let step = (any::<usize>(), any::<usize>(), any::<usize>(), hours, any::<u32>());
    prop::collection::vec(step, 1..most)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_people_do_petition_and_reviews_stay_whole(steps in some_steps(90)) {
        let mut matter = Matter::served("2026-01-20T10:00");
        for step in steps {
            one_step(&mut matter, step)?;
        }
        read_back(&matter)?;
    }
}

/// The walks really reach every stage, both levels and finality; otherwise the property above would say little.
#[test]
fn the_walks_reach_every_stage() {
    use proptest::{strategy::ValueTree, test_runner::TestRunner};
    let mut runner = TestRunner::deterministic();
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..6000 {
        let steps = some_steps(120).new_tree(&mut runner).unwrap().current();
        let mut matter = Matter::served("2026-01-20T10:00");
        for step in steps {
            one_step(&mut matter, step).unwrap();
            for world in &matter.reviews {
                seen.insert((world.state.level.name(), world.state.stage().name()));
            }
            if matter.petition.state.finally_answered().is_some() {
                seen.insert(("PETITION", "FINAL"));
            }
        }
        if seen.len() == 2 * Stage::ALL.len() + 1 {
            return;
        }
    }
    panic!("reached only {seen:?}");
}
