//! The work order in stories, at random, and in words.

mod agency;
mod random;
mod stories;
mod words;

use super::{Command, Receive, WorkOrder};
use crate::{case::Channel, testing::*};

type Case = World<WorkOrder>;

fn received(at: &str) -> Case {
    let receive = Receive {
        grid: None,
        division: division(),
        centre: BUREAU,
        channel: Channel::Phone,
        received_at: beijing(at),
        title: text("路灯不亮"),
        facts: text("村口三盏灯坏了两个星期。"),
        petitioner: person(),
        respondent: None,
        category: None,
        agent: None,
    };
    begin(at, receive).unwrap()
}

fn begin(at: &str, receive: Receive) -> Result<Case, kernel::Refusal> {
    let case = uuid::Uuid::from_u128(8).into();
    World::begin(at, registrar(), |env| WorkOrder::receive(receive, case, number(), env))
}

fn dispatch(to: kernel::OrgId) -> Command {
    Command::Dispatch { to, category: None }
}

fn claim() -> Command {
    Command::Claim { handler: user(21) }
}

fn reply() -> Command {
    Command::Reply { text: text("明天换灯。") }
}

fn done() -> Command {
    Command::Done { text: text("三盏灯都换了。") }
}

fn asked(solved: bool) -> Command {
    Command::FollowUp {
        method: crate::case::FollowUpMethod::Phone,
        solved,
        pressed: false,
        grade: None,
        note: text("电话里问了本人。"),
    }
}

fn contact() -> Command {
    Command::Contact { note: text("电话联系上了。") }
}

/// Reported as done by the handler.
fn finished(at: &str) -> Case {
    let mut case = received(at);
    case.does(officer(), dispatch(UNIT)).does(handler(), claim()).does(handler(), contact());
    case.does(handler(), reply()).does(handler(), done());
    case
}
