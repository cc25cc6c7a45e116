//! One command on a suggestion, where it is more than what every life cycle shares: the reply gets its number when it is signed.

use domain::{
    access::Subject,
    document::DocType,
    suggestion::{Command, CommandKind, Suggestion},
};
use kernel::{CaseId, Ctx, Refusal};
use store::Tx;

use crate::{answers, document, error::Error, kit::Kit, matter, organisation, petition::Access};

/// What is asked, as a page or a program asks it.
#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    /// As it is.
    Command(Command),
    /// Sign: the document number is drawn in the same transaction.
    Sign,
}

impl From<Command> for Act {
    fn from(command: Command) -> Self {
        Self::Command(command)
    }
}

impl Act {
    /// The kind of command.
    #[must_use]
    pub fn kind(&self) -> CommandKind {
        match self {
            Self::Command(command) => command.kind(),
            Self::Sign => CommandKind::Sign,
        }
    }
}

/// Carries out what a member of staff or the system asks.
///
/// # Errors
/// `not-permitted`, `stale`, `unit-unknown` for a unit that does not exist, or the rule that forbids it.
pub fn act(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    subject: &Subject,
    id: CaseId,
    expected: Option<i64>,
    act: &Act,
) -> Result<Suggestion, Error> {
    let loaded = matter::open_to_change::<Suggestion>(tx, id)?;
    let actor = matter::permitted(subject, act.kind(), &loaded)?;
    matter::fresh(expected, &loaded)?;
    let command = match act {
        // The number is never given from outside.
        Act::Command(Command::Sign { .. }) => return Err(Refusal::not_permitted().into()),
        Act::Command(command) => command.clone(),
        Act::Sign => {
            let number = document::next_of(tx, kit, ctx, loaded.state.holder(), DocType::SuggestionReply)?;
            Command::Sign { number }
        }
    };
    they_exist(tx, &command)?;
    matter::carry_out(tx, kit, ctx, actor, loaded, &command)
}

/// Carries out what she asks, proven by number and code. When she takes her leave back, what was published goes with it.
///
/// # Errors
/// As [`matter::act_as_petitioner`].
pub fn act_as_petitioner(
    tx: &mut Tx,
    kit: &Kit,
    ctx: &Ctx,
    access: &Access,
    command: &Command,
) -> Result<Suggestion, Error> {
    let state = matter::act_as_petitioner(tx, kit, ctx, access, None, command)?;
    if *command == (Command::SayPublication { allowed: false }) {
        answers::take_back(tx, ctx, access.region(), access.case())?;
    }
    Ok(state)
}

/// Units that a command names are units there are.
fn they_exist(tx: &mut Tx, command: &Command) -> Result<(), Error> {
    let (field, units) = match command {
        Command::Forward { to, .. } | Command::ApproveObjection { to, .. } => ("to", vec![*to]),
        Command::SaveDraft { answers, .. } => {
            ("unit", answers.iter().flat_map(|answer| answer.items.iter().map(|item| item.unit)).collect())
        }
        _ => return Ok(()),
    };
    for unit in units {
        if organisation::get(tx, unit)?.is_none() {
            return Err(Refusal::invalid(field, "choose-one").into());
        }
    }
    Ok(())
}
