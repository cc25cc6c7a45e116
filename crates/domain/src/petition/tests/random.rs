//! Random commands by random people at random times, legal or not. What must hold holds after every step.

use kernel::OrgId;
use proptest::prelude::*;

use super::*;
use crate::{
    actor::Actor,
    case::{FollowUpMethod, Grade, RatingTarget, Resolution, ServiceMethod},
    deadline::Clock,
    escalation::{self, Cause, Raised, Redoing, Redone},
    execution::{self, Outcome, Reporting},
    lifecycle::{self, Aggregate, ClockMove, Governed as _},
    petition::{
        CommandKind, Fact, FollowUp, Heard, NotAcceptReason, Procedure, ReopenReason, Serve, SimpleGround, Stage, Who,
        look_back, simple, transition,
    },
    remedy::{self, Occasion},
    supervision::{Ground, Notice, RungKind},
};

/// What a step is made of: which command, by whom, how much later, and dice for the details.
type Step = (usize, usize, i64, u32);

const PEOPLE: &[fn() -> Actor] = &[officer, registrar, handler, checker, leader, || SHE, || SYSTEM];
const PLACES: &[OrgId] = &[UNIT, OTHER, THIRD, SUPERIOR, BUREAU];

fn pick<T: Copy>(from: &[T], dice: u32) -> T {
    from[dice as usize % from.len()]
}

fn some_claim(case: &Case, dice: u32) -> ClaimId {
    claim(case, dice as usize % case.state.claims.len())
}

fn some_routes(case: &Case, dice: u32) -> Command {
    let mostly = StatutoryRoute::PetitionProcedure;
    let routes = case.state.claims.iter().enumerate().filter(|(i, _)| dice as usize % 17 != *i).map(|(i, claim)| {
        let leaves = (dice >> i).is_multiple_of(5);
        let route = if leaves { pick(StatutoryRoute::ALL, dice) } else { mostly };
        (claim.id, route, (!dice.is_multiple_of(13)).then(|| text("有关机关")))
    });
    Command::Accept { handler: user(21 + u128::from(dice % 3)), routes: routes.collect() }
}

fn some_draft(case: &Case, dice: u32) -> Command {
    let today = kernel::beijing_date(case.now);
    let answers = case
        .state
        .claims
        .iter()
        .enumerate()
        .filter(|(i, claim)| claim.route == Some(StatutoryRoute::PetitionProcedure) && dice as usize % 11 != *i);
    let answers = answers.map(|(i, claim)| {
        let result = pick(OpinionResult::ALL, dice >> i);
        let supported = matches!(result, OpinionResult::Support | OpinionResult::Partial) != dice.is_multiple_of(19);
        DraftAnswer { claim: claim.id, answer: answer(result, supported.then(|| today.to_string()).as_deref()) }
    });
    Command::SaveDraft { findings: words(), answers: answers.collect(), submit: !dice.is_multiple_of(4) }
}

fn some_service(case: &Case, dice: u32) -> Command {
    let days = jiff::Span::new().days(i64::from(dice % 3));
    Command::Serve(Serve {
        method: pick(ServiceMethod::ALL, dice),
        on: kernel::beijing_date(case.now).saturating_sub(days),
        evidence: words(),
        late_entry_reason: (!dice.is_multiple_of(5)).then(words),
    })
}

fn some_clock(case: &Case, dice: u32) -> Command {
    let open: Vec<_> = case.state.clocks.iter().map(|clock| clock.id).collect();
    Command::MarkOverdue { clock: pick(&open, dice) }
}

/// A note of the newest review, or of a new one: what a review may lead to is asked in its own walks.
fn some_note(case: &Case, claim: ClaimId, dice: u32) -> Command {
    use crate::{
        petition::{ReviewNote, ReviewStep},
        review::{Level, RejectGround},
    };
    let open = case.state.contests.open().next();
    let step = match (open, dice % 3) {
        (None, _) => ReviewStep::Requested { claims: vec![claim], late: false },
        (Some(_), 0) => ReviewStep::Accepted { due: None },
        (Some(_), 1) => ReviewStep::Refused { ground: RejectGround::Scope, reason: words() },
        _ => ReviewStep::Withdrawn,
    };
    let fresh = || uuid::Uuid::from_u128(700 + u128::from(dice)).into();
    Command::NoteReview(Box::new(ReviewNote {
        review: open.map_or_else(fresh, |contest| contest.review),
        number: case.state.number.clone(),
        level: Level::Review,
        organ: SUPERIOR,
        step,
    }))
}

/// A note of one of two mediations: any step may follow any.
fn mediation_note(case: &Case, dice: u32) -> Command {
    use crate::petition::{MediationNote, MediationStep as M};
    let step = match dice % 5 {
        0 => M::Asked,
        1 => M::Began,
        2 => M::Agreed { on: kernel::beijing_date(case.now) },
        3 => M::Ended { refused: false, ways: vec![crate::mediation::Way::Petition] },
        _ => M::Broken,
    };
    let mediation = uuid::Uuid::from_u128(800 + u128::from(dice % 2)).into();
    Command::NoteMediation(Box::new(MediationNote { mediation, number: number(), committee: THIRD, step }))
}

#[expect(clippy::too_many_lines, reason = "one of each kind")]
fn some_command(case: &Case, kind: CommandKind, dice: u32) -> Command {
    use CommandKind as K;
    let (place, claim) = (pick(PLACES, dice), some_claim(case, dice));
    let reason = words();
    match kind {
        K::Triage => Command::Triage {
            matter_type: pick(MatterType::ALL, dice),
            purpose: pick(Purpose::ALL, dice),
            category: None,
            respondent: dice.is_multiple_of(9).then_some(place),
            routes: (!dice.is_multiple_of(4)).then(|| (claim, pick(StatutoryRoute::ALL, dice))).into_iter().collect(),
        },
        K::RephraseClaim => Command::RephraseClaim {
            claim,
            reading: (!dice.is_multiple_of(3)).then(|| text(pick(&["修好", "退钱"], dice))),
        },
        K::SplitClaim => {
            let parts = ["先修好", "再退钱", "再退钱"];
            Command::SplitClaim { claim, parts: parts[..=dice as usize % 3].iter().map(|part| text(part)).collect() }
        }
        K::JoinClaims => Command::JoinClaims { claim, into: some_claim(case, dice >> 4) },
        K::SeparateClaim => Command::SeparateClaim { claim },
        K::AddClaim => Command::AddClaim {
            words: text(pick(&["家里只有十四度", "从十一月起", "楼道也不亮"], dice)),
            reading: dice.is_multiple_of(2).then(|| text("按标准供热")),
        },
        K::AskAssistance => Command::AskAssistance {
            unit: place,
            claims: (!dice.is_multiple_of(6)).then_some(claim).into_iter().collect(),
            task: words(),
            due: kernel::beijing_date(case.now).saturating_add(jiff::Span::new().days(i64::from(dice % 9) - 1)),
        },
        K::GiveAssistance => Command::GiveAssistance { text: words() },
        K::EndAssistance => Command::EndAssistance { unit: place, reason: words() },
        K::NotAccept => Command::NotAccept {
            reason: pick(NotAcceptReason::ALL, dice),
            explanation: reason,
            elsewhere: (!dice.is_multiple_of(3)).then(|| Box::new(elsewhere())),
        },
        K::ProposeFinality => Command::ProposeFinality { basis: super::rechecked("2025-05-06"), same: words() },
        K::ConfirmFinality => Command::ConfirmFinality,
        K::DropFinality => Command::DropFinality,
        K::Forward => Command::Forward {
            to: place,
            kind: pick(DispatchKind::ALL, dice),
            feedback_days: (!dice.is_multiple_of(7)).then_some(dice % 30),
        },
        K::ReportUp => Command::ReportUp { to: place, proposal: reason },
        K::Object => Command::Object { reason: if dice.is_multiple_of(5) { reason } else { reasons() }, basis: None },
        K::RejectObjection => Command::RejectObjection { reason },
        K::ApproveObjection => Command::ApproveObjection { to: place, reason },
        K::RaiseDispute => Command::RaiseDispute { superior: place },
        K::DecideDispute => Command::DecideDispute { to: place, reason },
        K::Accept => some_routes(case, dice),
        K::HandoffAccepted => Command::HandoffAccepted { claim, number: words() },
        K::Reassign => Command::Reassign { handler: user(21 + u128::from(dice % 4)), reason: words() },
        K::Contact => contact(),
        K::Progress => Command::Progress { note: reason, public: dice.is_multiple_of(2) },
        K::RequestExtension => Command::RequestExtension { days: dice % 34, reason: words() },
        K::GrantExtension => Command::GrantExtension,
        K::DeclineExtension => Command::DeclineExtension { reason: words() },
        K::SaveDraft => some_draft(case, dice),
        K::Check => Command::Check,
        K::ReturnDraft => Command::ReturnDraft { reason: words() },
        K::Sign => sign(),
        K::Serve => some_service(case, dice),
        K::ClosingReport => Command::ClosingReport { text: words() },
        K::RecordExecution => Command::RecordExecution(Box::new(Reporting {
            outcome: pick(Outcome::ALL, dice >> 2),
            ..Reporting::done(claim, some_item(case, claim, dice), words())
        })),
        K::VerifyExecution => Command::VerifyExecution {
            claim,
            item: some_item(case, claim, dice),
            holds: !dice.is_multiple_of(3),
            note: (!dice.is_multiple_of(6)).then(words),
        },
        K::DisputeExecution => Command::DisputeExecution { claim, item: some_item(case, claim, dice), reason: words() },
        K::ChooseSimple => Command::ChooseSimple { ground: pick(SimpleGround::ALL, dice) },
        K::EndSimple => Command::EndSimple { reason: dice.is_multiple_of(2).then(words) },
        K::OpenLookBack => match some_clock(case, dice) {
            Command::MarkOverdue { clock } => Command::OpenLookBack { clock },
            other => other,
        },
        K::Close => Command::Close,
        K::Archive => Command::Archive,
        K::Withdraw => Command::Withdraw { reason: None },
        K::MoveToSuggestion => {
            Command::MoveToSuggestion { suggestion: uuid::Uuid::from_u128(77).into(), number: number() }
        }
        K::AddMaterial => Command::AddMaterial { note: words(), files: dice % 3 },
        K::Nudge => Command::Nudge,
        K::ConfirmClaim => Command::ConfirmClaim { claim, solved: dice.is_multiple_of(2) },
        K::Rate => {
            Command::Rate { target: pick(RatingTarget::ALL, dice), grade: pick(Grade::ALL, dice >> 3), comment: None }
        }
        K::FollowUp => Command::FollowUp(FollowUp {
            method: pick(FollowUpMethod::ALL, dice),
            heard: (!dice.is_multiple_of(3)).then(|| Heard {
                claims: vec![(claim, dice.is_multiple_of(2))],
                pressed: dice.is_multiple_of(7),
                grade: (!dice.is_multiple_of(5)).then(|| pick(Grade::ALL, dice)),
                items: (dice >> 5)
                    .is_multiple_of(2)
                    .then(|| (claim, some_item(case, claim, dice), dice.is_multiple_of(3)))
                    .into_iter()
                    .collect(),
            }),
            note: words(),
        }),
        K::Reopen => Command::Reopen { reason: pick(ReopenReason::ALL, dice), text: reason },
        K::GiveMandate => Command::GiveMandate(Box::new(super::agency::give(31 + u128::from(dice % 3)))),
        K::RevokeMandate => Command::RevokeMandate { reason: None },
        K::Designate => {
            Command::Designate { agent: user(31 + u128::from(dice % 3)), org: THIRD, stand_in: None, reason: words() }
        }
        K::AskRecusal => Command::AskRecusal { of: pick(crate::agency::Concerned::ALL, dice), reason: words() },
        K::DeclareInterest => Command::DeclareInterest { ground: pick(crate::agency::Ground::ALL, dice) },
        K::DecideRecusal => Command::DecideRecusal {
            user: case.state.agency.undecided().first().copied().unwrap_or(user(31)),
            steps_back: dice.is_multiple_of(2),
            ground: pick(crate::agency::Ground::ALL, dice),
            reason: words(),
        },
        K::Raise => Command::Rise(escalation::Step::Raise(Box::new(Raised {
            from: UNIT,
            to: place,
            from_level: None,
            level: None,
            cause: Cause::Person,
            reason: Some(words()),
            needs: vec![],
        }))),
        K::Redo => Command::Rise(escalation::Step::Redo(Redone { what: pick(Redoing::ALL, dice), found: words() })),
        K::BringDown => Command::Rise(escalation::Step::BringDown { reason: words() }),
        K::NoteSupervision => Command::NoteSupervision(Box::new(Notice {
            supervision: uuid::Uuid::from_u128(31).into(),
            rung: dice.is_multiple_of(2).then(|| pick(RungKind::ALL, dice)),
            ground: Ground::Overdue,
            unit: UNIT,
            due: None,
        })),
        K::NoteRemedy => Command::NoteRemedy {
            claim,
            occasion: pick(Occasion::ALL, dice),
            known: kernel::beijing_date(case.now).saturating_sub(jiff::Span::new().days(i64::from(dice % 400) - 2)),
        },
        K::TakeRemedy => Command::TakeRemedy {
            claim,
            occasion: pick(Occasion::ALL, dice),
            on: kernel::beijing_date(case.now).saturating_sub(jiff::Span::new().days(i64::from(dice % 9) - 1)),
            place: words(),
        },
        K::DropRemedy => Command::DropRemedy { claim, occasion: pick(Occasion::ALL, dice), reason: words() },
        K::RemindTerm => match some_clock(case, dice) {
            Command::MarkOverdue { clock } => Command::RemindTerm { clock },
            other => other,
        },
        K::NoteReview => some_note(case, claim, dice),
        K::NoteMediation => mediation_note(case, dice),
        K::Settle => Command::Settle,
        K::RecordCare => Command::RecordCare(Box::new(crate::petition::Care {
            org: BUREAU,
            what: words(),
            from: kernel::beijing_date(case.now),
            until: kernel::beijing_date(case.now),
        })),
        K::MarkOverdue => some_clock(case, dice),
        K::RecomputeClocks => Command::RecomputeClocks,
    }
}

/// Two steps of three are among what is offered, most of them onward, so that walks get far; the end is rarely sought.
fn choose(case: &Case, choice: usize, dice: u32) -> CommandKind {
    use CommandKind as K;
    if choice.is_multiple_of(3) {
        return pick(CommandKind::ALL, dice);
    }
    let ends =
        |kind: CommandKind| matches!(kind, K::Withdraw | K::NotAccept | K::Settle | K::Archive | K::MoveToSuggestion);
    let back = |kind: CommandKind| matches!(kind, K::ReturnDraft | K::Reopen | K::Object);
    let stage = case.state.stage();
    let offered: Vec<_> = case.state.allowed_now().collect();
    let onward = offered.iter().filter(|row| !row.to.contains(&stage) && !ends(row.command) && !back(row.command));
    let list: Vec<K> = match choice % 5 {
        0 => offered.iter().map(|row| row.command).collect(),
        1 => offered.iter().map(|row| row.command).filter(|kind| !ends(*kind)).collect(),
        _ => onward.map(|row| row.command).collect(),
    };
    if list.is_empty() { K::Nudge } else { list[choice / 15 % list.len()] }
}

/// Mostly somebody whom the table names.
fn somebody(case: &Case, kind: CommandKind, who: usize) -> Actor {
    let named = transition(kind).who;
    match named[who / 4 % named.len()] {
        _ if who.is_multiple_of(4) => PEOPLE[who / 4 % PEOPLE.len()](),
        Who::Bureau if (who / 64).is_multiple_of(2) => registrar(),
        Who::Above => staff(61, case.state.rises.lead().unwrap_or(UNIT)),
        Who::Bureau
        | Who::Superior
        | Who::Reviewer
        | Who::FirstUnit
        | Who::Finder
        | Who::Lead
        | Who::Receiver
        | Who::Supervisor
        | Who::Agent => officer(),
        Who::Unit | Who::UnitLeader => leader(),
        Who::Assistant => staff(31, PLACES[who / 8 % PLACES.len()]),
        Who::Handler => handler(),
        Who::Checker => checker(),
        Who::Petitioner => SHE,
        Who::System | Who::Keeper | Who::Party | Who::Mediator | Who::Committee => SYSTEM,
    }
}

fn one_step(case: &mut Case, (choice, who, hours, dice): Step) -> Result<(), TestCaseError> {
    case.now += jiff::SignedDuration::from_hours(hours);
    let kind = choose(case, choice, dice);
    let command = some_command(case, kind, dice);
    let (before, actor) = (case.state.clone(), somebody(case, kind, who));
    let offered = before.allowed_now().any(|row| row.command == kind);
    match case.give(actor, &command) {
        Err(refusal) => {
            prop_assert_eq!(&case.state, &before, "a refusal changes nothing");
            prop_assert!(!offered || refusal.code != "not-at-this-stage", "{} was offered", kind);
        }
        Ok(events) => {
            prop_assert!(offered, "{} was accepted but not offered at {}", kind, before.stage());
            accepted_step(&before, &case.state, kind, &events)?;
            nobody_judges_her_own_work(&before, actor, &events)?;
        }
    }
    always(case)
}

/// Whoever handles it neither grants herself more time nor checks, signs or follows up what she did, at any stage by any way.
fn nobody_judges_her_own_work(
    before: &Petition,
    actor: Actor,
    events: &[crate::petition::Event],
) -> Result<(), TestCaseError> {
    let judges = |fact: &Fact| {
        matches!(
            fact,
            Fact::ExtensionGranted | Fact::DraftChecked | Fact::OpinionIssued { .. } | Fact::FollowedUp { .. }
        )
    };
    if actor.user().is_some() && actor.user() == before.handler() {
        let own: Vec<&str> =
            events.iter().filter(|event| judges(&event.fact)).map(|event| lifecycle::Fact::kind(&event.fact)).collect();
        prop_assert!(own.is_empty(), "the handler did {own:?} on her own work");
    }
    Ok(())
}

/// What must hold of a step that was taken.
fn accepted_step(
    before: &Petition,
    after: &Petition,
    kind: CommandKind,
    events: &[crate::petition::Event],
) -> Result<(), TestCaseError> {
    let row = transition(kind);
    prop_assert!(row.to.contains(&after.stage()), "{} led to {}", kind, after.stage());
    for moved in events.iter().flat_map(|event| &event.clocks) {
        let (clock, extends) = (moved.clock(), kind == CommandKind::GrantExtension);
        match moved {
            ClockMove::Started(_) => {
                prop_assert!(row.starts.contains(&clock.def.as_str()), "{} starts {}", kind, clock.def);
            }
            ClockMove::Changed(_) if clock.is_open() => {
                prop_assert!(extends && clock.def == "HANDLE_60D" || kind == CommandKind::RecomputeClocks);
            }
            ClockMove::Changed(_) => {
                prop_assert!(row.stops.contains(&clock.def.as_str()), "{} stops {}", kind, clock.def);
            }
        }
    }
    let still = |p: &Petition| (p.id, p.number.clone(), p.received_at, p.registered_at);
    prop_assert_eq!(still(before), still(after));
    no_lost_claim(before, after)?;
    no_lost_item(before, after)?;
    prop_assert!(after.hops.starts_with(&before.hops), "hops are never taken back");
    prop_assert!(after.hop_count() >= before.hop_count());
    prop_assert_eq!(after.version, before.version + i64::try_from(events.len()).unwrap());
    Ok(())
}

/// Every claim keeps id, number and her words, in its place; new ones only follow, each in words that she wrote.
fn no_lost_claim(before: &Petition, after: &Petition) -> Result<(), TestCaseError> {
    let kept = |p: &Petition| -> Vec<_> {
        p.claims.iter().map(|claim| (claim.id, claim.no, claim.text.clone(), claim.origin)).collect()
    };
    prop_assert!(kept(after).starts_with(&kept(before)), "a claim was lost or changed");
    let hers = |text: &Text<2000>| {
        before.claims.iter().any(|claim| claim.text == *text) || before.facts.as_str().contains(text.as_str())
    };
    prop_assert!(after.claims.iter().all(|claim| hers(&claim.text)), "words that are not hers");
    for claim in &after.claims {
        prop_assert!(after.answered_with(claim).is_live(), "claim {} is answered nowhere", claim.no);
    }
    prop_assert!(after.live_claims().next().is_some(), "nothing is left to answer");
    Ok(())
}

/// What has to be done for her never vanishes: once it counts it stays, under its number, until it is settled or replaced.
fn no_lost_item(before: &Petition, after: &Petition) -> Result<(), TestCaseError> {
    let begun = |p: &Petition| -> Vec<_> {
        let of = |claim: &crate::case::Claim| {
            let own = claim.execution.items().iter().filter(|item| item.clock.is_some());
            own.map(|item| (claim.id, item.no, item.promise.clone())).collect::<Vec<_>>()
        };
        p.claims.iter().flat_map(of).collect()
    };
    let now = begun(after);
    for item in begun(before) {
        prop_assert!(now.contains(&item), "item {} of a claim was lost", item.1);
    }
    Ok(())
}

/// Every open item counts while it is in force; nothing is closed beside one; the simple track never says no.
fn items_and_tracks(state: &Petition) -> Result<(), TestCaseError> {
    let open = state.to_be_done();
    prop_assert!(state.stage() != Stage::Closed || open.is_empty(), "closed beside an open item");
    for (_, item) in open.iter().filter(|_| !state.stage().is_over()) {
        let runs = |id| state.clocks.iter().any(|clock| clock.id == id && clock.is_open());
        prop_assert!(item.clock.is_none_or(runs), "an open item without its clock at {}", state.stage());
    }
    for (_, item) in state.items() {
        let report = item.report.as_ref();
        let own = report.is_some_and(|report| report.checked.is_some_and(|(by, _)| Some(by) == report.by));
        prop_assert!(!own, "checked by whoever reported it");
    }
    let running =
        |defs: &[&str]| state.clocks.iter().any(|clock| clock.is_open() && defs.contains(&clock.def.as_str()));
    if state.is_simple() {
        let answered =
            state.live_claims().filter(|_| state.opinion().is_some()).filter_map(|claim| claim.answer.as_ref());
        prop_assert!(answered.into_iter().all(|answer| answer.result == OpinionResult::Support), "a simple no");
    } else {
        prop_assert!(!running(simple::CLOCKS), "a short clock runs on");
    }
    prop_assert!(
        !running(look_back::CLOCKS) || state.stage() == Stage::Closed,
        "a look-back counts at {}",
        state.stage()
    );
    Ok(())
}

/// What must hold of every state.
fn always(case: &Case) -> Result<(), TestCaseError> {
    let state = &case.state;
    items_and_tracks(state)?;
    prop_assert_eq!(state.version, i64::try_from(case.events.len()).unwrap());
    if state.stage().is_over() {
        // What other laws give her runs on: a petition neither prolongs nor ends it. The archive counts nothing.
        let looks = |clock: &Clock| look_back::CLOCKS.contains(&clock.def.as_str()) && state.stage() == Stage::Closed;
        let beside =
            |clock: &Clock| looks(clock) || remedy::is_parallel(clock.def.as_str()) && state.stage() != Stage::Archived;
        let open = state.clocks.iter().any(|clock| clock.is_open() && !beside(clock));
        prop_assert!(!open, "a clock runs on at {}", state.stage());
    }
    for claim in &state.claims {
        for one in &claim.remedies {
            let clocks = state.clocks.iter().filter(|clock| one.clocks.contains(&clock.id)).count();
            prop_assert_eq!(clocks, remedy::of(one.occasion).terms.len(), "a period without its clock");
            prop_assert_eq!(claim.remedies.iter().filter(|other| other.occasion == one.occasion).count(), 1);
        }
    }
    if let Some(opinion) = state.opinion() {
        let unanswered = |claim: &crate::case::Claim| {
            claim.route == Some(StatutoryRoute::PetitionProcedure) && claim.answer.is_none()
        };
        prop_assert!(!state.claims.iter().any(unanswered), "an opinion is in force beside an unanswered claim");
        let people = [opinion.drafted_by, opinion.checked_by, opinion.signed_by];
        prop_assert!(people[0] != people[1] && people[1] != people[2] && people[0] != people[2]);
        prop_assert!(
            state.handler().is_none_or(|handler| handler != opinion.checked_by && handler != opinion.signed_by)
        );
    }
    for claim in state.claims.iter().filter(|claim| claim.resolution == Resolution::ResolvedConfirmed) {
        let hers = |fact: &Fact| match fact {
            Fact::ClaimConfirmed { claim: id, solved: true } => *id == claim.id,
            Fact::FollowedUp { heard: Some(heard), .. } => heard.claims.contains(&(claim.id, true)),
            _ => false,
        };
        prop_assert!(case.events.iter().any(|recorded| hers(&recorded.event.fact)), "confirmed by nobody");
    }
    for part in state.assisting() {
        prop_assert!(part.unit != state.holder() || state.unit() != Some(part.unit), "who leads does not assist");
        prop_assert!(state.assisting().filter(|other| other.unit == part.unit).count() == 1, "asked once at a time");
    }
    if matches!(state.procedure, Procedure::Forwarded(_)) {
        prop_assert!(state.running("NOTIFY_15D").is_some(), "she is owed a notice");
    }
    let running = |def: &str| state.clocks.iter().filter(|clock| clock.def == def && clock.is_open()).count();
    let of_items = |clock: &&Clock| execution::CLOCKS.contains(&clock.def.as_str());
    let own = state.clocks.iter().filter(|clock| !remedy::is_parallel(clock.def.as_str()) && !of_items(clock));
    prop_assert!(own.map(|clock| running(clock.def.as_str())).all(|open| open <= 1), "one clock of a kind at a time");
    Ok(())
}

/// Reading back what was written gives the same, whatever happened.
fn read_back(case: &Case) -> Result<(), TestCaseError> {
    let replayed = Petition::replay(&case.events);
    prop_assert_eq!(replayed.as_ref(), Some(&case.state), "replay(events) == state");
    for recorded in &case.events {
        let json = serde_json::to_string(&recorded.event).unwrap();
        let back: crate::petition::Event = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(&back, &recorded.event);
        prop_assert_eq!(serde_json::to_string(&back).unwrap(), json);
    }
    let json = serde_json::to_string(&case.state).unwrap();
    let back: Petition = serde_json::from_str(&json).unwrap();
    prop_assert_eq!(&back, &case.state);
    Ok(())
}

/// Mostly an item that is there.
fn some_item(case: &Case, claim: ClaimId, dice: u32) -> u16 {
    let items = case.state.claims.iter().find(|one| one.id == claim).map_or(0, |claim| claim.execution.items().len());
    1 + u16::try_from((dice >> 3) as usize % (items + 1)).unwrap()
}

fn some_steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec((any::<usize>(), any::<usize>(), 0i64..300, any::<u32>()), 1..most)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_people_do_the_petition_stays_whole(steps in some_steps(90), direct in any::<bool>()) {
        let mut case = if direct {
            begin("2026-01-05T10:00", Register { bureau: UNIT, direct_to_unit: true, ..registration(&["一", "二", "三"]) }).unwrap()
        } else {
            registered("2026-01-05T09:00")
        };
        for step in steps {
            one_step(&mut case, step)?;
        }
        read_back(&case)?;
    }

    /// Apply is total: any event on any state.
    #[test]
    fn any_log_can_be_read(order in prop::collection::vec(any::<prop::sample::Index>(), 1..40)) {
        let story = served("2026-01-05T09:00", "2026-01-06T09:00", "2026-01-20T10:00");
        let mut state = story.state.clone();
        for index in order {
            let mut event = index.get(&story.events).clone();
            event.seq = state.version + 1;
            state.apply(&event);
        }
    }
}

/// The walks really reach every stage; otherwise the properties above would say little.
#[test]
fn the_walks_reach_every_stage() {
    use proptest::{strategy::ValueTree, test_runner::TestRunner};
    let mut runner = TestRunner::deterministic();
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..3000 {
        let steps = some_steps(90).new_tree(&mut runner).unwrap().current();
        let mut case = registered("2026-01-05T09:00");
        for step in steps {
            one_step(&mut case, step).unwrap();
            seen.insert(case.state.stage());
        }
        if seen.len() == Stage::ALL.len() {
            return;
        }
    }
    let missing: Vec<_> = Stage::ALL.iter().filter(|stage| !seen.contains(stage)).collect();
    panic!("never reached: {missing:?}");
}
