//! The petition in stories with the dates of rules.md, at random, and in words.

mod agency;
mod answers;
mod assistance;
mod claims;
mod execution;
mod golden;
mod intake;
mod random;
mod remedy;
mod simple;
mod words;

use kernel::{ClaimId, NonEmpty, Text};

use super::{Command, DraftAnswer, FinalBasis, Petition, Register};
use crate::{
    case::{Answer, Channel, DispatchKind, MatterType, OpinionResult, Promise, Purpose, StatutoryRoute},
    execution::Reporting,
    testing::*,
};

pub(crate) type Case = World<Petition>;

fn registration(claims: &[&str]) -> Register {
    Register {
        division: division(),
        bureau: BUREAU,
        direct_to_unit: false,
        channel: Channel::Web,
        received_at: beijing("2026-01-05T09:00"),
        title: text("暖气不热"),
        facts: text("从十一月起家里只有十四度。"),
        claims: NonEmpty::parse("claims", claims.iter().map(|claim| text(claim)).collect()).unwrap(),
        petitioner: person(),
        agent: None,
        station: None,
        grid: None,
        respondent: None,
        headcount: 1,
        representatives: 0,
        matter_type: MatterType::AppealClaim,
        purpose: Purpose::SeekDecision,
        device: None,
    }
}

/// Registered at `at` with two claims, received at that moment.
fn registered(at: &str) -> Case {
    let register = Register { received_at: beijing(at), ..registration(&["修好暖气", "退采暖费"]) };
    begin(at, register).unwrap()
}

fn begin(at: &str, register: Register) -> Result<Case, kernel::Refusal> {
    let case = uuid::Uuid::from_u128(7).into();
    World::begin(at, registrar(), |env| Petition::register(register, case, number(), env))
}

/// A recheck on paper, of that day.
fn rechecked(on: &str) -> FinalBasis {
    FinalBasis::Named {
        organ: text("内蒙古自治区人民政府"),
        opinion: text("内信复核〔2025〕9号"),
        on: on.parse().unwrap(),
    }
}

fn forward(to: kernel::OrgId) -> Command {
    Command::Forward { to, kind: DispatchKind::Forward, feedback_days: None }
}

fn claim(case: &Case, index: usize) -> ClaimId {
    case.state.claims.as_slice()[index].id
}

/// All claims by the petition procedure.
fn accept(case: &Case) -> Command {
    let routes = case.state.claims.iter().map(|c| (c.id, StatutoryRoute::PetitionProcedure, None)).collect();
    Command::Accept { handler: user(21), routes }
}

fn contact() -> Command {
    Command::Contact { note: text("到她家里听了情况。") }
}

fn answer(result: OpinionResult, due: Option<&str>) -> Answer {
    let promise =
        due.map(|due| Promise { obligor: text("供热公司"), what: text("更换管道"), due: due.parse().unwrap() });
    Answer { result, text: text("查明属实。"), basis: text("《供热条例》第十条"), promise, more: vec![] }
}

/// The first claim supported until `due`, the others explained.
fn draft(case: &Case, due: &str, submit: bool) -> Command {
    let answers = case.state.claims.iter().enumerate().map(|(i, claim)| DraftAnswer {
        claim: claim.id,
        answer: match i {
            0 => answer(OpinionResult::Support, Some(due)),
            _ => answer(OpinionResult::Explain, None),
        },
    });
    Command::SaveDraft { findings: text("现场测温十四度。"), answers: answers.collect(), submit }
}

/// The unit says that the first thing promised for a claim is done.
pub(crate) fn kept(claim: ClaimId) -> Command {
    Command::RecordExecution(Box::new(Reporting::done(claim, 1, words())))
}

/// Somebody else found it so.
pub(crate) fn found(claim: ClaimId) -> Command {
    Command::VerifyExecution { claim, item: 1, holds: true, note: None }
}

fn sign() -> Command {
    Command::Sign { number: text("固住建信复〔2026〕3号"), differs: None }
}

fn serve(on: &str) -> super::Serve {
    super::Serve {
        method: crate::case::ServiceMethod::InPerson,
        on: on.parse().unwrap(),
        evidence: text("送达回证第 12 号"),
        late_entry_reason: None,
    }
}

fn words<const N: usize>() -> Text<N> {
    text("说明情况。")
}

/// Where somebody is sent who is not accepted.
fn elsewhere() -> super::Elsewhere {
    let phone = Some(text("0472-000-0003"));
    super::Elsewhere {
        way: Some(text("申请劳动仲裁")),
        organ: text("旗劳动人事争议仲裁院"),
        phone,
        until: text("一年内"),
    }
}

/// Forwarded, accepted and heard on the days given.
pub(crate) fn accepted(received: &str, on: &str) -> Case {
    let mut case = registered(received);
    case.does(officer(), forward(UNIT)).at(on);
    let accept = accept(&case);
    case.does(leader(), accept);
    case
}

/// With a signed opinion that was served on the day of the signature.
pub(crate) fn served(received: &str, on: &str, signed: &str) -> Case {
    let mut case = accepted(received, on);
    case.does(handler(), contact()).at(signed);
    let day = &signed[..10];
    let draft = draft(&case, day, true);
    case.does(handler(), draft).does(checker(), Command::Check).does(leader(), sign());
    case.does(handler(), Command::Serve(serve(day)));
    case
}

/// The date told to people of the running clock `def`.
#[track_caller]
fn due(case: &Case, def: &str) -> String {
    case.state.running(def).unwrap_or_else(|| panic!("{def} does not run")).statutory.to_string()
}

/// Accepted on the day it was received and forwarded, and spoken about with her.
pub(crate) fn in_handling(at: &str) -> Case {
    let mut case = accepted(at, at);
    case.does(handler(), contact());
    case
}
