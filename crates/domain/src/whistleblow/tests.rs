//! The sealed report in stories, at random, and in words.

mod stories;
mod words;

use super::{Command, Identity, Level, Reason, Receive, Whistleblow};
use crate::{actor::Actor, testing::*};

type Case = World<Whistleblow>;

fn first() -> Actor {
    staff(41, SUPERIOR)
}

fn second() -> Actor {
    staff(42, SUPERIOR)
}

fn receive(level: Level, keepers: Vec<kernel::UserId>) -> Receive {
    Receive {
        id: uuid::Uuid::from_u128(9).into(),
        number: number(),
        division: kernel::DivisionCode::parse("150223").unwrap(),
        office: SUPERIOR,
        reporter: person(),
        level,
        keepers,
    }
}

fn received(at: &str, level: Level) -> Case {
    let cmd = receive(level, vec![user(41), user(42), user(43)]);
    World::begin(at, SHE, |env| Whistleblow::receive(cmd, env)).unwrap()
}

fn sealed(at: &str, level: Level) -> Case {
    let mut case = received(at, level);
    case.does(SHE, Command::ChooseIdentity { identity: Identity::Anonymous }).does(SHE, Command::Seal { parts: 2 });
    case
}

fn open() -> Command {
    Command::Open { with: user(42), reason: Reason::Assign }
}

fn hand_over(straight: bool) -> Command {
    Command::HandOver { office: text(if straight { "DISCIPLINE_ABOVE" } else { "DISCIPLINE" }), straight }
}
