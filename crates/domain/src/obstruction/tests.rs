//! The report in stories, at random, and in words; and where it goes.

mod receiver;
mod stories;
mod words;

use kernel::NonEmpty;

use super::{Command, File, Finding, Named, Obstruction, Origin, Wrong};
use crate::{lifecycle::Aggregate as _, testing::*};

type Case = World<Obstruction>;

/// The superior's officer: she is not of the unit.
fn above() -> crate::actor::Actor {
    staff(31, SUPERIOR)
}

fn file(named: Named) -> File {
    File {
        division: kernel::DivisionCode::parse("1502").unwrap(),
        place: division(),
        receiver: SUPERIOR,
        origin: Origin::Web,
        wrongs: NonEmpty::parse("wrongs", vec![Wrong::RefusedRegistration]).unwrap(),
        named,
        facts: text("去了三次，窗口说不用登记，让回去等。"),
        matter: None,
        look: None,
        reporter: person(),
        anonymous: false,
    }
}

fn named(org: kernel::OrgId) -> Named {
    Named { org: Some(org), words: None }
}

fn filed(at: &str) -> Case {
    begin(at, file(named(UNIT))).unwrap()
}

fn begin(at: &str, file: File) -> Result<Case, kernel::Refusal> {
    let case = uuid::Uuid::from_u128(9).into();
    World::begin(at, SHE, |env| Obstruction::file(file, case, number(), env))
}

fn answer() -> Command {
    Command::Answer { finding: Finding::Corrected, text: text("已经当天登记，窗口的人作了检讨。") }
}
