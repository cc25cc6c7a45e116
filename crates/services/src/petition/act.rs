//! One command on one petition, where it is more than what every life cycle shares.

use domain::{
    access::Subject,
    petition::{Command, CommandKind, Petition},
};
use kernel::{CaseId, Ctx, Refusal};
use store::Tx;

use crate::{
    document,
    error::Error,
    kit::Kit,
    matter::{self, Loaded},
};

/// What is asked: a command, or one that the office completes with a number.
#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    /// As it is.
    Command(Command),
    /// Sign: the document number is drawn in the same transaction.
    Sign,
}

impl Act {
    fn kind(&self) -> CommandKind {
        match self {
            Self::Command(command) => command.kind(),
            Self::Sign => CommandKind::Sign,
        }
    }
}

impl From<Command> for Act {
    fn from(command: Command) -> Self {
        Self::Command(command)
    }
}

/// Carries out what a member of staff, an agent or the system asks. `expected` is the version the form was made from.
///
/// # Errors
/// As [`matter::act`].
pub fn act(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    id: CaseId,
    expected: Option<i64>,
    act: &Act,
) -> Result<Petition, Error> {
    let loaded = matter::open_to_change::<Petition>(tx, id)?;
    let actor = matter::permitted(subject, act.kind(), &loaded)?;
    matter::fresh(expected, &loaded)?;
    let command = complete(tx, kit, ctx, act, &loaded)?;
    matter::carry_out(tx, kit, ctx, actor, loaded, &command)
}

fn complete(tx: &mut Tx, kit: &Kit, ctx: &Ctx, act: &Act, loaded: &Loaded<Petition>) -> Result<Command, Error> {
    match act {
        Act::Command(Command::Sign { .. }) => Err(Refusal::not_permitted().into()),
        Act::Command(command) => Ok(command.clone()),
        Act::Sign => {
            let number = document::next_opinion(tx, kit, ctx, loaded.state.holder())?;
            Ok(Command::Sign { number })
        }
    }
}
