//! What will become of a matter: its steps with the days between them. Every branch of both life cycles occurs.

use domain::case::Grade;
use serde::Deserialize;

use super::dice::Dice;

/// Through which door it comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub(super) enum From {
    /// Filed by herself.
    Web,
    /// Taken down at the bureau or station.
    Desk,
    /// Filed for her by an agent.
    Agent,
}

/// One thing that somebody does.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub(super) enum Step {
    Register(From),
    Triage,
    Forward,
    Assign(u32),
    NotAccept,
    ProposeFinality,
    ConfirmFinality,
    ReportUp,
    Object,
    KeepUnit,
    OtherUnit,
    RaiseDispute,
    DecideDispute,
    Accept,
    AcceptPartly,
    RouteAll,
    HandedOver,
    Look,
    Contact,
    Progress,
    AskTime(u32),
    GrantTime,
    DeclineTime,
    Draft,
    ReturnDraft,
    Check,
    Sign,
    Serve,
    Report,
    Execute,
    Archive,
    Withdraw,
    AddMaterial,
    Nudge,
    Confirm(bool),
    ConfirmOne(u16),
    RateBureau(Grade),
    RateUnit(Grade),
    Reopen,
    Receive,
    Answer,
    Redirect,
    Dispatch,
    OrderObject,
    OrderKeep,
    OrderOther,
    Claim,
    OrderContact,
    OrderExtend,
    Reply,
    Done,
    FollowUp(bool),
    Escalate,
    Convert,
    OrderClose,
    OrderRate(Grade),
}

impl Step {
    /// Whether the petitioner does it herself: at any hour of any day.
    pub(super) fn is_hers(self) -> bool {
        use Step as S;
        matches!(
            self,
            S::Register(From::Web)
                | S::Withdraw
                | S::AddMaterial
                | S::Nudge
                | S::Confirm(_)
                | S::ConfirmOne(_)
                | S::RateBureau(_)
                | S::RateUnit(_)
                | S::Reopen
                | S::Convert
                | S::OrderRate(_)
        )
    }

    /// Whether it lies, after this step, with the desk that registered it.
    pub(super) fn waits_at_the_desk(self) -> bool {
        use Step as S;
        matches!(
            self,
            S::Register(_)
                | S::Triage
                | S::ProposeFinality
                | S::Object
                | S::Receive
                | S::OrderObject
                | S::Done
                | S::FollowUp(true)
                | S::Convert
        )
    }
}

/// A step, so many days after the one before.
pub(super) type Plan = Vec<(i64, Step)>;

/// How many different fates petitions have.
pub(super) const PETITION_FATES: usize = 24;
/// How many different fates work orders have.
pub(super) const ORDER_FATES: usize = 12;

fn grade(dice: &mut Dice) -> Grade {
    match dice.below(10) {
        0..=5 => Grade::Satisfied,
        6 | 7 => Grade::Basically,
        _ => Grade::Dissatisfied,
    }
}

fn door(dice: &mut Dice) -> From {
    *dice.pick(&[From::Web, From::Desk, From::Desk, From::Agent])
}

/// From the doorstep to the unit.
fn intake(dice: &mut Dice) -> Plan {
    use Step as S;
    let mut plan = vec![(0, S::Register(door(dice))), (dice.between(0, 3), S::Triage)];
    if dice.once_in(3) {
        plan.push((0, S::Look));
    }
    let forward = if dice.once_in(5) { S::Assign(45) } else { S::Forward };
    plan.push((dice.between(0, 4), forward));
    plan
}

/// From acceptance to the opinion in her hands.
fn handling(dice: &mut Dice, slow: bool) -> Plan {
    use Step as S;
    let mut plan = vec![
        (dice.between(1, 9), S::Accept),
        (0, S::Look),
        (dice.between(1, 3), S::Contact),
        (dice.between(3, 12), S::Progress),
    ];
    if dice.once_in(4) {
        plan.push((dice.between(1, 5), S::AddMaterial));
    }
    if dice.once_in(5) {
        plan.push((dice.between(2, 8), S::Nudge));
    }
    let wait = if slow { dice.between(48, 70) } else { dice.between(5, 26) };
    plan.push((wait, S::Draft));
    if dice.once_in(6) {
        plan.extend([(dice.between(1, 2), S::ReturnDraft), (dice.between(1, 3), S::Draft)]);
    }
    plan.extend([
        (dice.between(1, 3), S::Check),
        (dice.between(0, 2), S::Sign),
        (dice.between(0, 5), S::Serve),
        (dice.between(1, 4), S::Report),
    ]);
    plan
}

/// After the opinion: what was promised is done, she rates; the window closes by itself.
fn after(dice: &mut Dice) -> Plan {
    use Step as S;
    let mut plan = vec![];
    if !dice.once_in(3) {
        plan.push((dice.between(1, 6), S::RateUnit(grade(dice))));
        plan.push((0, S::RateBureau(grade(dice))));
    }
    plan.push((dice.between(5, 16), S::Execute));
    if !dice.once_in(3) {
        plan.push((dice.between(1, 10), S::Confirm(!dice.once_in(4))));
    }
    plan
}

/// From the unit that has to act to her last word.
fn at_the_unit(plan: &mut Plan, dice: &mut Dice, slow: bool) {
    plan.extend(handling(dice, slow));
    plan.extend(after(dice));
}

/// The plan of a petition with the `fate`th fate.
pub(super) fn petition(dice: &mut Dice, fate: usize) -> Plan {
    let mut plan = intake(dice);
    match fate % PETITION_FATES {
        early @ 2..=4 => at_the_desk(&mut plan, dice, early),
        between @ 5..=11 => between_units(&mut plan, dice, between),
        late => in_the_unit(&mut plan, dice, late),
    }
    plan
}

/// Fates that are decided before a unit has it.
fn at_the_desk(plan: &mut Plan, dice: &mut Dice, fate: usize) {
    use Step as S;
    plan.truncate(2);
    match fate {
        2 => plan.extend([(2, S::NotAccept), (dice.between(3, 9), S::RateBureau(grade(dice)))]),
        3 => plan.extend([(1, S::ProposeFinality), (1, S::ConfirmFinality)]),
        _ => {
            plan.extend([(2, S::ReportUp), (dice.between(6, 12), S::Forward)]);
            at_the_unit(plan, dice, false);
        }
    }
}

/// Fates between units, in legal channels, and taken back.
fn between_units(plan: &mut Plan, dice: &mut Dice, fate: usize) {
    use Step as S;
    match fate {
        5 | 6 => {
            let decided = if fate == 5 { S::OtherUnit } else { S::KeepUnit };
            plan.extend([(dice.between(1, 3), S::Object), (dice.between(1, 4), decided)]);
            at_the_unit(plan, dice, false);
        }
        7 => {
            plan.extend([(2, S::Object), (3, S::RaiseDispute), (dice.between(4, 9), S::DecideDispute)]);
            at_the_unit(plan, dice, false);
        }
        8 => {
            plan.pop();
            plan.extend([(2, S::Forward), (6, S::RouteAll), (dice.between(3, 12), S::HandedOver)]);
            plan.extend([(2, S::Report), (3, S::RateUnit(grade(dice))), (dice.between(30, 50), S::Archive)]);
        }
        9 => {
            plan.extend([(5, S::AcceptPartly), (2, S::Contact), (9, S::HandedOver), (12, S::Draft)]);
            plan.extend([(2, S::Check), (1, S::Sign), (1, S::Serve), (3, S::Report)]);
            plan.extend(after(dice));
        }
        10 => plan.extend([(4, S::Accept), (2, S::Contact), (dice.between(3, 15), S::Withdraw)]),
        _ => plan.push((dice.between(2, 9), S::Withdraw)),
    }
}

/// Fates of what a unit has: in time, late, extended, opened again, archived. Everything comes to an end: what has lain for
/// months is nobody's ordinary morning.
fn in_the_unit(plan: &mut Plan, dice: &mut Dice, fate: usize) {
    use Step as S;
    match fate {
        12 | 13 => at_the_unit(plan, dice, true),
        14 | 15 => {
            let days = *dice.pick(&[10, 15, 20, 30]);
            plan.extend([(4, S::Accept), (2, S::Contact), (dice.between(30, 44), S::AskTime(days))]);
            plan.push((dice.between(1, 4), if dice.once_in(4) { S::DeclineTime } else { S::GrantTime }));
            plan.extend([(dice.between(8, 25), S::Draft), (2, S::Check), (1, S::Sign), (2, S::Serve), (2, S::Report)]);
            plan.extend(after(dice));
        }
        16 => {
            at_the_unit(plan, dice, false);
            plan.push((dice.between(35, 50), S::Reopen));
            at_the_unit(plan, dice, false);
        }
        17 => {
            at_the_unit(plan, dice, false);
            // The last look-back comes first.
            plan.push((dice.between(215, 245), S::Archive));
        }
        18 => {
            // Taken on, and the first call came late.
            plan.extend([(3, S::Accept), (dice.between(8, 14), S::Nudge), (1, S::Contact), (9, S::Progress)]);
            plan.extend([(dice.between(8, 20), S::Draft), (2, S::Check), (1, S::Sign), (2, S::Serve), (2, S::Report)]);
            plan.extend(after(dice));
        }
        19 => {
            // The unit said nothing until she asked.
            plan.push((dice.between(16, 21), S::Nudge));
            at_the_unit(plan, dice, false);
        }
        _ => {
            let slow = dice.once_in(6);
            at_the_unit(plan, dice, slow);
        }
    }
}

/// The plan of a work order with the `fate`th fate.
pub(super) fn order(dice: &mut Dice, fate: usize) -> Plan {
    use Step as S;
    let mut plan = vec![(0, S::Receive)];
    match fate % ORDER_FATES {
        0 => return vec![(0, S::Receive), (0, S::Answer)],
        1 | 8 => return vec![(0, S::Receive), (0, S::Redirect)],
        2 => plan.extend([(0, S::Dispatch), (1, S::OrderObject), (1, S::OrderOther), (1, S::Claim)]),
        3 => plan.extend([(0, S::Dispatch), (1, S::OrderObject), (1, S::OrderKeep), (1, S::Claim)]),
        // Claimed late, replied late.
        4 => plan.extend([(0, S::Dispatch), (4, S::Claim), (1, S::OrderContact), (4, S::Reply)]),
        5 => {
            plan.extend([(0, S::Dispatch), (0, S::Claim), (1, S::OrderContact), (2, S::Escalate)]);
            plan.extend([(1, S::Claim), (0, S::OrderContact)]);
        }
        6 => {
            plan.extend([(0, S::Dispatch), (1, S::Claim), (1, S::OrderContact), (3, S::Convert)]);
            plan.extend([(1, S::Triage), (1, S::Forward)]);
            at_the_unit(&mut plan, dice, false);
            return plan;
        }
        7 => plan.extend([(0, S::Dispatch), (1, S::Claim), (1, S::OrderContact), (1, S::OrderExtend)]),
        _ => plan.extend([(0, S::Dispatch), (dice.between(0, 1), S::Claim), (0, S::OrderContact)]),
    }
    if fate % ORDER_FATES != 4 {
        plan.push((1, S::Reply));
    }
    let solved = !dice.once_in(4);
    plan.extend([(dice.between(1, 3), S::Done), (dice.between(1, 3), S::FollowUp(solved))]);
    if !solved {
        plan.extend([(1, S::OrderContact), (3, S::Done), (2, S::FollowUp(true))]);
    }
    plan.extend([(1, S::OrderClose), (dice.between(0, 3), S::OrderRate(grade(dice)))]);
    plan
}
